"""The views that a `comparison` block can show: one table of what there is, from words to HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.refs import (
    AcrossRef,
    CellRef,
    ComparisonRef,
    DimensionRef,
    GlossaryRef,
    IndexRef,
    PairRef,
    Ref,
    SourceRef,
    SourcesRef,
    SubjectRef,
    TermRef,
)
from mkdocs_comparisons.model.subjects import Subject
from mkdocs_comparisons.planning.embeds import Embed
from mkdocs_comparisons.planning.stage import Stage
from mkdocs_comparisons.renderers.html import claims, differences, matrix, navigation, overview, references
from mkdocs_comparisons.renderers.html.context import PageContext
from mkdocs_comparisons.renderers.html.elements import element, join
from mkdocs_comparisons.renderers.html.values import label_link
from mkdocs_comparisons.renderers.labels import label_of, ref_words
from mkdocs_comparisons.renderers.svg import render_heat
from mkdocs_comparisons.renderers.words import format_value
from mkdocs_comparisons.views.differences import build_differences
from mkdocs_comparisons.views.heat import build_heat
from mkdocs_comparisons.views.matrix import build_matrix
from mkdocs_comparisons.views.selection import select_groups, select_overview, select_subjects


@dataclass(frozen=True, slots=True)
class View:
    """Something that a block can show."""

    summary: str
    options: frozenset[str]
    """The options that mean something to it, beside `view`."""

    render: Callable[[Stage, Comparison, Embed, PageContext], Markup]
    needs: frozenset[str] = frozenset()
    """The options of which it takes at least one id; `versus` wants two subjects."""

    needs_comparison: bool = True


def render_embed(stage: Stage, embed: Embed, context: PageContext) -> Markup:
    """Return the HTML of an embed.

    Args:
        stage: The site.
        embed: A checked embed: its view, comparison and ids exist.
        context: The page that it stands on.
    """
    comparison = stage.catalogue.comparison(embed.comparison) or _NO_COMPARISON
    return VIEWS[embed.view].render(stage, comparison, embed, context)


_MOST_IN_OVERVIEW = 15
_NO_COMPARISON = Comparison(id="", slug="", title="", subjects=(), dimensions=())


def _matrix(stage: Stage, comparison: Comparison, embed: Embed, context: PageContext) -> Markup:
    built = build_matrix(comparison, embed.selection, differences=embed.differences)
    if built.is_empty:
        return element("p", "No difference is known.", class_="comparison-none")
    return matrix.render_matrix(built, context, caption=embed.caption, transpose=embed.transpose, anchors=embed.anchors)


def _diagram(stage: Stage, comparison: Comparison, embed: Embed, context: PageContext) -> Markup:
    groups = select_groups(comparison, embed.selection)
    attributes = tuple(attribute for group in groups for attribute in group.attributes)
    if not embed.dimensions and not embed.attributes:
        attributes = select_overview(comparison, _MOST_IN_OVERVIEW)
    single = groups[0].dimension if len(groups) == 1 else None
    title = embed.caption or (f"{comparison.title}: {single.title}" if single else comparison.title)
    heat = build_heat(
        comparison,
        attributes,
        select_subjects(comparison, embed.selection),
        title=title,
        dimension=single.id if single else None,
    )
    refs = ref_words(stage.catalogue, comparison, context.date)
    return render_heat(
        heat,
        key=context.next_key(),
        href=context.href,
        words=lambda value: format_value(value, context.date, refs),
    )


def _summary(stage: Stage, comparison: Comparison, embed: Embed, context: PageContext) -> Markup:
    prose = context.prose(comparison)
    pieces = []
    for id in embed.dimensions:
        if dimension := comparison.dimension(id):
            pieces.append(overview.render_lead(dimension.question, dimension.summary, prose))
            pieces.append(overview.render_verdict(dimension.verdict, prose))
    subjects = (subject for id in embed.subjects if (subject := comparison.subject(id)))
    pieces += [_about_subject(stage, comparison, subject, context) for subject in subjects]
    return join(pieces) if embed.dimensions or embed.subjects else overview.render_summary(comparison, context)


def _about_subject(stage: Stage, comparison: Comparison, subject: Subject, context: PageContext) -> Markup:
    facts = []
    if subject.aliases:
        facts.append(element("span", "Also known as ", ", ".join(subject.aliases)))
    if subject.url:
        facts.append(label_link(subject.url, subject.url))
    if subject.tags:
        facts.append(element("span", ", ".join(subject.tags)))
    where = [entry for entry in stage.catalogue.comparisons_with(subject.id) if entry is not comparison]
    pieces = [overview.render_lead(None, subject.summary, context.prose(comparison))]
    if facts:
        pieces.append(element("p", join(facts, " · "), class_="comparison-imprint"))
    if where:
        refs: list[Ref] = [SubjectRef(entry.id, subject.id) for entry in where]
        links = [element("a", entry.title, href=context.href(ref)) for entry, ref in zip(where, refs, strict=True)]
        links.append(element("a", "all together", href=context.href(AcrossRef(subject.id))))
        pieces.append(element("p", "Where else: ", join(links, " · "), class_="comparison-elsewhere"))
    return join(pieces)


def _differences(stage: Stage, comparison: Comparison, embed: Embed, context: PageContext) -> Markup:
    found = build_differences(comparison, embed.selection)
    told = differences.render_differences(comparison, found, context)
    number = len(select_subjects(comparison, embed.selection))
    return told + differences.render_agreements(comparison, found, number, context)


def _profile(stage: Stage, comparison: Comparison, embed: Embed, context: PageContext) -> Markup:
    subjects, groups = select_subjects(comparison, embed.selection), select_groups(comparison, embed.selection)
    is_titled = len(subjects) * len(groups) > 1
    return join(
        claims.render_profile(comparison, group.dimension, group.attributes, subject, context, is_titled=is_titled)
        for subject in subjects
        for group in groups
    )


def _versus(stage: Stage, comparison: Comparison, embed: Embed, context: PageContext) -> Markup:
    built = build_matrix(comparison, embed.selection)
    caption = embed.caption or " vs ".join(subject.title for subject in built.subjects)
    return matrix.render_matrix(built, context, caption=caption, transpose=embed.transpose)


def _list(stage: Stage, comparison: Comparison, embed: Embed, context: PageContext) -> Markup:
    if embed.dimensions:
        return navigation.render_links([DimensionRef(comparison.id, id) for id in embed.dimensions], context)
    return overview.render_subjects(comparison, select_subjects(comparison, embed.selection), context)


def _value(stage: Stage, comparison: Comparison, embed: Embed, context: PageContext) -> Markup:
    refs = [CellRef(comparison.id, row, column) for row in embed.attributes for column in embed.subjects]
    links = (
        element("a", label_of(ref, stage.catalogue, context.date), class_="comparison-value", href=context.href(ref))
        for ref in refs
    )
    return element("p", join(links, ", "))


def _attribute(stage: Stage, comparison: Comparison, embed: Embed, context: PageContext) -> Markup:
    subjects = select_subjects(comparison, embed.selection)
    groups = select_groups(comparison, embed.selection)
    rows = [attribute for group in groups for attribute in group.attributes]
    return _labelled((row.title, claims.render_attribute(comparison, row, subjects, context)) for row in rows)


def _standings(stage: Stage, comparison: Comparison, embed: Embed, context: PageContext) -> Markup:
    best = embed.view == "strengths"
    shown = []
    for subject in select_subjects(comparison, embed.selection):
        found = stage.standings(comparison)[subject.id]
        standings = found.strengths if best else found.weaknesses
        shown.append((subject.title, claims.render_standings(comparison, standings, context, best=best)))
    return _labelled(shown)


def _labelled(shown: Iterable[tuple[str, Markup]]) -> Markup:
    """Put things below each other, each under its name where they are several."""
    entries = list(shown)
    if len(entries) == 1:
        return entries[0][1]
    return join(element("p", element("strong", name)) + html for name, html in entries)


def _pairs(stage: Stage, comparison: Comparison, embed: Embed, context: PageContext) -> Markup:
    planned = (page.ref for page in stage.plan.pages if isinstance(page.ref, PairRef))
    chosen = [ref for ref in planned if ref.comparison == comparison.id and _is_about(ref, embed.subjects)]
    if len(embed.subjects) == 1:
        return navigation.render_rivals(comparison, embed.subjects[0], chosen, context)
    return navigation.render_pairs(comparison, chosen, context)


def _is_about(ref: PairRef, subjects: tuple[str, ...]) -> bool:
    return not subjects or ref.first in subjects or ref.second in subjects


def _breadcrumbs(stage: Stage, comparison: Comparison, embed: Embed, context: PageContext) -> Markup:
    above: list[Ref] = [IndexRef()]
    if comparison.id and (embed.subjects or embed.dimensions):
        above.append(ComparisonRef(comparison.id))
    return navigation.render_breadcrumbs(above, context)


def _neighbours(stage: Stage, comparison: Comparison, embed: Embed, context: PageContext) -> Markup:
    """Show the dimensions around a dimension, the subjects around a subject, the two subjects of a pair."""
    here: Ref
    siblings: list[Ref]
    if embed.dimensions:
        here = DimensionRef(comparison.id, embed.dimensions[0])
        siblings = [DimensionRef(comparison.id, id) for id in comparison.dimension_ids]
    elif len(embed.subjects) == 1:
        here = SubjectRef(comparison.id, embed.subjects[0])
        siblings = [SubjectRef(comparison.id, id) for id in comparison.subject_ids]
    elif not embed.subjects:
        return Markup()
    else:
        here = PairRef(comparison.id, *embed.subjects[:2])
        siblings = [SubjectRef(comparison.id, id) for id in embed.subjects]
        return navigation.render_neighbours(None, None, siblings, here, context)
    place = siblings.index(here)
    before = siblings[place - 1] if place else None
    after = siblings[place + 1] if place + 1 < len(siblings) else None
    return navigation.render_neighbours(before, after, siblings, here, context)


def _index(stage: Stage, comparison: Comparison, embed: Embed, context: PageContext) -> Markup:
    return overview.render_index(stage.catalogue, context)


def _tags(stage: Stage, comparison: Comparison, embed: Embed, context: PageContext) -> Markup:
    return overview.render_tags(stage.catalogue, context)


def _shared(stage: Stage, comparison: Comparison, embed: Embed, context: PageContext) -> Markup:
    kinds = (GlossaryRef, SourcesRef, AcrossRef)
    return navigation.render_links([page.ref for page in stage.plan.pages if isinstance(page.ref, kinds)], context)


def _term(stage: Stage, comparison: Comparison, embed: Embed, context: PageContext) -> Markup:
    shown = []
    for term in stage.catalogue.terms(comparison if comparison.id else None):
        if term.id in embed.terms:
            uses = stage.term_uses.get(TermRef(term.comparison, term.id), ())
            shown.append((term.title, references.render_term(term, uses, context)))
    return _labelled(shown)


def _source(stage: Stage, comparison: Comparison, embed: Embed, context: PageContext) -> Markup:
    shown = []
    for source in (*comparison.sources, *stage.catalogue.sources):
        if source.id in embed.sources:
            uses = stage.source_uses.get(SourceRef(source.comparison, source.id), ())
            shown.append((source.title, references.render_source(source, uses, context)))
    return _labelled(shown)


def _data(stage: Stage, comparison: Comparison, embed: Embed, context: PageContext) -> Markup:
    subject = comparison.subject(embed.subjects[0]) if embed.subjects else None
    path = subject.at.path if subject and subject.at.path else comparison.path
    return navigation.render_data_links(comparison, path, stage.edit_url(path), context)


def _view(
    summary: str,
    *options: str,
    render: Callable[[Stage, Comparison, Embed, PageContext], Markup],
    needs: tuple[str, ...] = (),
    whole: bool = False,
) -> View:
    return View(summary, frozenset(options), render, needs=frozenset(needs), needs_comparison=not whole)


_SELECTION = ("subjects", "dimensions", "attributes")

VIEWS: Mapping[str, View] = {
    # What users place in their own pages.
    "matrix": _view(
        "Subjects and attributes as a table, with footnotes.",
        *_SELECTION,
        "transpose",
        "differences",
        "caption",
        "anchors",
        render=_matrix,
    ),
    "diagram": _view("A picture of the selection.", *_SELECTION, "caption", render=_diagram),
    "summary": _view("Question, summary and verdicts.", "subjects", "dimensions", render=_summary),
    "differences": _view("What sets the subjects apart, in words.", *_SELECTION, render=_differences),
    "profile": _view("Everything claimed about a subject, as tables.", *_SELECTION, render=_profile),
    "versus": _view("Subjects side by side.", *_SELECTION, "transpose", "caption", render=_versus),
    "list": _view("The subjects, or the named dimensions, as links.", "subjects", "dimensions", render=_list),
    "value": _view(
        "The values of the named attributes and subjects.",
        "subjects",
        "attributes",
        render=_value,
        needs=("subjects", "attributes"),
    ),
    # What the generated pages are made of besides.
    "attribute": _view("An attribute's claims in full, with notes and sources.", *_SELECTION, render=_attribute),
    "strengths": _view("Where a subject is best.", "subjects", render=_standings),
    "weaknesses": _view("Where a subject is worst.", "subjects", render=_standings),
    "pairs": _view("Links to the pair pages.", "subjects", render=_pairs),
    "breadcrumbs": _view("The pages above.", "subjects", "dimensions", render=_breadcrumbs, whole=True),
    "neighbours": _view("The pages beside.", "subjects", "dimensions", render=_neighbours),
    "index": _view("A card for each comparison.", render=_index, whole=True),
    "tags": _view("The comparisons by tag.", render=_tags, whole=True),
    "shared": _view("Links to the pages that all comparisons share.", render=_shared, whole=True),
    "term": _view("Glossary entries.", "terms", render=_term, needs=("terms",), whole=True),
    "source": _view("Sources, and where they are cited.", "sources", render=_source, needs=("sources",), whole=True),
    "data": _view("Links to the data files, and to the file to edit.", "subjects", render=_data),
}
