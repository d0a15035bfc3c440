"""Every mapping of the data format, each key declared once.

Reading, advice on misspelled keys and the JSON Schemas all come from here.
"""

from __future__ import annotations

from mkdocs_comparisons.loading.collector import Collector
from mkdocs_comparisons.loading.contents import (
    MOST_SHOWN,
    PLAIN_LIMIT,
    SUMMARY_LIMIT,
    Address,
    AnyValue,
    Entries,
    FullDate,
    Id,
    ListOf,
    PartialDate,
    Plain,
    Slug,
    Words,
    report_none,
)
from mkdocs_comparisons.loading.fields import Definitions, Field, JsonSchema, Shape, report_mismatch
from mkdocs_comparisons.loading.tree import Entry, MappingNode, Node, Scalar, SequenceNode
from mkdocs_comparisons.loading.value_types import TypeContent
from mkdocs_comparisons.loading.words import DegreeOfImportance, FewInstances, KindOfDiagram, ScaleOfAxis, Switch
from mkdocs_comparisons.model.sources import Citation

_ID = Id()
_SHORT = 60

TITLE = Field("title", Plain(), "The name, as plain text.", is_required=True)
SUMMARY = Field("summary", Words(SUMMARY_LIMIT), "A few sentences; CommonMark's inline marks and [[refs]] work.")
QUESTION = Field("question", Words(), "The question that is answered here.")
VERDICT = Field("verdict", Words(SUMMARY_LIMIT), "The answer, as far as there is one.")
SLUG = Field("slug", Slug(), "The part of the address, if the id's own will not do.")
URL = Field("url", Address(), "A web address.")
TAGS = Field("tags", ListOf(Plain()), "Topics.")
ALIASES = Field("aliases", ListOf(Plain()), "Other names.")
ACCESSED = Field("accessed", FullDate(), "The day on which it was read, such as 2024-05-01.")


class CitationContent:
    """A source's id, or a mapping that says what the source shows."""

    def read(self, node: Node, what: str, log: Collector) -> Citation | None:
        if isinstance(node, MappingNode):
            return _citation(node, what, log)
        scalar = _ID.read(node, what, log)
        return scalar and Citation(source=scalar.value, at=scalar.at)

    def schema(self, shared: Definitions) -> JsonSchema:
        return {"anyOf": [_ID.schema(shared), CITATION.schema(shared)]}


def _citation(node: MappingNode, what: str, log: Collector) -> Citation | None:
    record = CITATION.read(node, what, log)
    source = record and record.get(SOURCE)
    if not record or not source:
        return None
    return Citation(
        source=source.value,
        shows=record.get(SHOWS),
        where=record.get(WHERE) or "",
        accessed=record.get(ACCESSED),
        at=source.at,
    )


SOURCE = Field("source", _ID, "The id of the source.", is_required=True)
SHOWS = Field("shows", Words(), "What the source shows for this claim.")
WHERE = Field("where", Plain(), "Where in the source: a page, a section.")
CITATION = Shape(
    name="a citation",
    description="One claim's use of a source.",
    fields=(SOURCE, SHOWS, WHERE, ACCESSED.described("The day on which it was read, if not the source's.")),
)

NOTE = Field("note", Words(), "What a reader should know beside the value.")
LABEL = Field("label", Words(PLAIN_LIMIT), "What it is; CommonMark's inline marks and [[refs]] work.", is_required=True)
ROLE = Field("role", Plain(_SHORT), "What it is there for: layers of one role look the same.")
MARK = Field("mark", Plain(_SHORT), "A few words for a layer that stands out, such as: runs a kernel.")
REPEAT = Field("repeat", Switch(), "Whether each instance has its own; else all instances share it.")
BOUNDARY = Field("boundary", Switch(), "Whether the isolation boundary runs below it. It needs `repeat: yes`.")
LAYER = Shape(
    name="a layer",
    description="One entry of a value of the type `layers`, which go from the bottom to the top.",
    fields=(LABEL, ROLE, NOTE.described("What the layer does, in a few words."), MARK, REPEAT, BOUNDARY),
)
_VALUE = AnyValue(LAYER)
VALUE: Field[Node] = Field("value", _VALUE, "By the attribute's type; or `unknown`, or `n/a`.", is_required=True)
CITATIONS = Field("sources", ListOf(CitationContent()), "Ids of sources, or citations.")
AS_OF = Field("as_of", FullDate(), "The day for which the claim was checked, such as 2024-05-01.")
CLAIM = Shape(
    name="a claim",
    description="What is said about one attribute of one subject. A scalar, or a list, is short for its value.",
    fields=(VALUE, NOTE, CITATIONS, AS_OF),
    shorthand="value",
)

CLAIMS = Field("claims", Entries(CLAIM, defines=False), "Claims about this subject, by attribute.")
SHORT = Field("short", Plain(), "A shorter name, for column heads.")
SHARED_SUBJECT = Shape(
    name="a shared subject",
    description="A thing that is compared, as all comparisons see it.",
    fields=(
        TITLE,
        SHORT,
        ALIASES.described("Other names, for search."),
        SUMMARY.described("What it is."),
        URL.described("Its home page."),
        TAGS,
        SLUG,
    ),
)
SUBJECT = Shape(
    name="a subject",
    description="A thing that is compared. What `_subjects.yml` says about it need not be repeated.",
    fields=(
        TITLE.described("The name; required here or in `_subjects.yml`.", is_required=False),
        *SHARED_SUBJECT.fields[1:],
        CLAIMS,
    ),
    may_be_empty=True,
)

TYPE = Field("type", TypeContent(), "What claims hold: `text` unless given.")
SENTENCE = Field("sentence", Plain(), 'How a claim is told in words: "{subject} run {value}".')
IMPORTANCE = Field("importance", DegreeOfImportance(), "How much it matters to most readers: high, medium or low.")
ATTRIBUTE = Shape(
    name="an attribute",
    description="One typed row of a dimension.",
    fields=(
        TITLE,
        SUMMARY.described("What exactly is claimed."),
        TYPE,
        SENTENCE,
        IMPORTANCE,
        CLAIMS.described("Claims about this attribute, by subject."),
        SLUG.described("The anchor, if the id's own will not do."),
    ),
)

KIND = Field("kind", KindOfDiagram(), "What is drawn.", is_required=True)
DRAWN = Field("attributes", ListOf(_ID), "The attributes to draw, in order; for a quadrant, those of x and y.")
SCALE = Field("scale", ScaleOfAxis(), "How axes are divided, for dumbbell, strip and quadrant.")
INSTANCES = Field("instances", FewInstances(1, 4), "How many instances a stack shows: 3 unless given.")
WORDS_OF_BOUNDARY = Field(
    "boundary", Plain(_SHORT), "A stack's words at the boundary: isolation boundary unless given."
)
DIAGRAM_SHAPE = Shape(
    name="a diagram",
    description="What is drawn of a dimension. The kind alone is short for it.",
    fields=(KIND, DRAWN, SCALE, INSTANCES, WORDS_OF_BOUNDARY),
    shorthand="kind",
)
DIAGRAM = Field("diagram", DIAGRAM_SHAPE, "What is drawn, if not what fits the data best.")

ATTRIBUTES = Field("attributes", Entries(ATTRIBUTE, needs_one=True), "The rows, by id.", is_required=True)
DIMENSION = Shape(
    name="a dimension",
    description="An aspect under which subjects are compared.",
    fields=(
        TITLE,
        QUESTION.described("What the dimension asks."),
        SUMMARY,
        VERDICT.described("What it comes to."),
        DIAGRAM,
        ATTRIBUTES,
        SLUG,
    ),
)

PUBLISHED = Field("published", PartialDate(), "When: 2024, 2024-05 or 2024-05-01.")
AUTHORS = Field("authors", ListOf(Plain()), "Who wrote it.")
PUBLISHER = Field("publisher", Plain(), "Who published it.")
LICENSE = Field("license", Plain(), "Under which terms facts were taken.")
WORK = Shape(
    name="a source",
    description="A work that claims cite.",
    fields=(TITLE, URL.described("Where it stands."), AUTHORS, PUBLISHER, LICENSE, PUBLISHED, ACCESSED),
)

TEXT = Field("text", Words(), "The explanation.", is_required=True)
TERM = Shape(
    name="a term",
    description="A word that is explained. A text is short for its explanation; the id is the title then.",
    fields=(TITLE, TEXT, ALIASES.described("Other spellings that link too.")),
    shorthand="text",
)

ONE = Field("one", Plain(), "The word for one: approach.", is_required=True)
MANY = Field("many", Plain(), "The word for several: approaches.", is_required=True)
NOUN_SHAPE = Shape(name="a noun", description="What readers call the subjects.", fields=(ONE, MANY))


_SUBJECTS = Entries(SUBJECT, needs_one=True)


class SubjectsContent:
    """A mapping of subjects, or a list of ids."""

    def read(self, node: Node, what: str, log: Collector) -> tuple[Entry, ...] | None:
        if isinstance(node, Scalar):
            example = node.value if 0 < len(node.value) <= MOST_SHOWN else "…"
            advice = f"Write `[{example}]`, or an id, a colon, and below it {SUBJECT.name}."
            report_mismatch(node, what, "a mapping, or a list of ids,", advice, log)
            return None
        return self._listed(node, what, log) if isinstance(node, SequenceNode) else _SUBJECTS.read(node, what, log)

    def schema(self, shared: Definitions) -> JsonSchema:
        return {"anyOf": [_SUBJECTS.schema(shared), {**ListOf(_ID).schema(shared), "minItems": 1}]}

    def _listed(self, node: SequenceNode, what: str, log: Collector) -> tuple[Entry, ...]:
        if not node.items:
            report_none(node, what, log)
        ids: dict[str, Scalar] = {}
        for scalar in ListOf(_ID).read(node, what, log) or ():
            first = ids.setdefault(scalar.value, scalar)
            if first is not scalar:
                related = (("first given here", first.at),)
                problem = f"the subject '{scalar.value}' is listed twice"
                log.report("key-duplicate", scalar.at, problem, "Remove one of the two.", related=related)
        return tuple((scalar, Scalar("", scalar.at)) for scalar in ids.values())


NOUN = Field("noun", NOUN_SHAPE, "What readers call the subjects: {one: approach, many: approaches}.")
SUBJECTS = Field(
    "subjects", SubjectsContent(), "What is compared, by id, in the order of the columns; or a list of ids."
)
DIMENSIONS = Field("dimensions", Entries(DIMENSION, needs_one=True), "Under which aspects, by id.", is_required=True)
SOURCES = Field("sources", Entries(WORK), "Works that claims cite, by id.")
GLOSSARY = Field("glossary", Entries(TERM), "Words that link to their explanation, by id.")
COMPARISON = Shape(
    name="a comparison",
    description="Subjects, compared under dimensions.",
    fields=(
        TITLE.described("The page's heading."),
        QUESTION.described("The question that the comparison answers."),
        SUMMARY.described("A few sentences; also the page's description."),
        VERDICT,
        NOUN,
        TAGS.described("Topics, shown on the index."),
        SUBJECTS,
        DIMENSIONS,
        SOURCES,
        GLOSSARY,
        SLUG.described("The folder in addresses, if the id's own will not do."),
    ),
)
