"""Dimensions and attributes to the model, and the claims below them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from mkdocs_comparisons.loading import shapes
from mkdocs_comparisons.loading.claims import ClaimReader
from mkdocs_comparisons.loading.collector import Collector
from mkdocs_comparisons.loading.fields import Field, Record
from mkdocs_comparisons.loading.ids import slug_of
from mkdocs_comparisons.loading.tree import Entry, Scalar
from mkdocs_comparisons.loading.wording import one_of, quoted
from mkdocs_comparisons.model.claims import Claim
from mkdocs_comparisons.model.dimensions import Article, Attribute, DiagramKind, DiagramOptions, Dimension, ValueType
from mkdocs_comparisons.model.places import Place

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_KNOWN = ("subject", "value")
_WITH_SCALE = (DiagramKind.DUMBBELL, DiagramKind.STRIP, DiagramKind.QUADRANT)
_OPTIONS: tuple[tuple[Field[object], tuple[DiagramKind, ...]], ...] = (
    (shapes.SCALE, _WITH_SCALE),
    (shapes.INSTANCES, (DiagramKind.STACK,)),
    (shapes.WORDS_OF_BOUNDARY, (DiagramKind.STACK,)),
)
"""Options that only some kinds of diagram take."""


class DimensionReader:
    """Reads the dimensions of one comparison; the claims that stand below attributes gather in `claims`."""

    def __init__(self, reader: ClaimReader, articles: dict[str, Article], log: Collector) -> None:
        self.claims: list[Claim] = []
        self._reader = reader
        self._articles = articles
        self._log = log

    def read(self, entries: Iterable[Entry]) -> tuple[Dimension, ...]:
        return tuple(self._dimension(entry) for entry in entries)

    def _dimension(self, entry: Entry) -> Dimension:
        key, node = entry
        id, at = key.value, key.at
        record = shapes.DIMENSION.read_at(node, at, f"the dimension '{id}'", self._log) or Record(at, {}, {})
        attributes = record.get(shapes.ATTRIBUTES) or ()
        return Dimension(
            id=id,
            slug=record.get(shapes.SLUG) or slug_of(id),
            title=record.get(shapes.TITLE) or id,
            attributes=tuple(self._attribute(attribute) for attribute in attributes),
            question=record.get(shapes.QUESTION),
            summary=record.get(shapes.SUMMARY),
            verdict=record.get(shapes.VERDICT),
            article=self._articles.get(id),
            diagram=_diagram(record.get(shapes.DIAGRAM), self._log),
            at=at,
        )

    def _attribute(self, entry: Entry) -> Attribute:
        key, node = entry
        id, at = key.value, key.at
        record = shapes.ATTRIBUTE.read_at(node, at, f"the attribute '{id}'", self._log) or Record(at, {}, {})
        type = record.get(shapes.TYPE)
        if type or not record.place_of(shapes.TYPE):
            # Else the type itself was reported, and claims are not to be held against it.
            self._reader.declare(id, type or ValueType())
        self.claims += self._reader.of_attribute(id, record.get(shapes.CLAIMS) or ())
        return Attribute(
            id=id,
            slug=record.get(shapes.SLUG) or slug_of(id),
            title=record.get(shapes.TITLE) or id,
            type=type or ValueType(),
            summary=record.get(shapes.SUMMARY),
            sentence=self._sentence(record),
            importance=record.get(shapes.IMPORTANCE),
            at=at,
        )

    def _sentence(self, record: Record) -> str:
        sentence = record.get(shapes.SENTENCE) or ""
        at = record.place_of_value(shapes.SENTENCE) or record.at
        return sentence if not sentence or check_sentence(sentence, at, self._log) else ""


def _diagram(record: Record | None, log: Collector) -> DiagramOptions | None:
    kind = record and record.get(shapes.KIND)
    if not record or not kind:
        return None
    _check_options(record, kind, log)
    drawn = _without_repeats(record.get(shapes.DRAWN) or (), log)
    made = DiagramOptions(
        kind=kind,
        attributes=tuple(scalar.value for scalar in drawn),
        scale=record.get(shapes.SCALE) or "",
        at=record.place_of_value(shapes.KIND) or record.at,
        attribute_places=tuple(scalar.at for scalar in drawn),
    )
    return replace(
        made,
        instances=record.get(shapes.INSTANCES) or made.instances,
        boundary=record.get(shapes.WORDS_OF_BOUNDARY) or made.boundary,
    )


def _check_options(record: Record, kind: DiagramKind, log: Collector) -> None:
    for option, kinds in _OPTIONS:
        at = record.place_of(option)
        if at and kind not in kinds:
            problem = f"a diagram of the kind '{kind}' takes no '{option.key}'"
            log.report("bad-diagram", at, problem, f"Remove it: it is for the kind {one_of(kinds)}.")


def _without_repeats(drawn: Iterable[Scalar], log: Collector) -> list[Scalar]:
    first: dict[str, Scalar] = {}
    for scalar in drawn:
        if first.setdefault(scalar.value, scalar) is not scalar:
            problem = f"the attribute {quoted(scalar.value)} is listed twice"
            log.report("bad-diagram", scalar.at, problem, "Remove one of the two.")
    return list(first.values())


def check_sentence(sentence: str, at: Place, log: Collector) -> bool:
    """Report a sentence that can't be filled in; return whether it can."""
    names = _PLACEHOLDER.findall(sentence)
    stranger = next((name for name in names if name not in _KNOWN), None)
    advice = "Write a sentence with `{subject}` and `{value}` in it."
    if stranger is not None:
        problem = f"the sentence holds {quoted('{' + stranger + '}')}, which stands for nothing"
    elif missing := [f"'{{{name}}}'" for name in _KNOWN if name not in names]:
        problem = f"the sentence lacks {' and '.join(missing)}"
    elif re.search("[{}]", _PLACEHOLDER.sub("", sentence)):
        problem = "the sentence holds a brace without its other half"
    else:
        return True
    log.report("bad-sentence", at, problem, advice)
    return False
