"""The views that a `comparison` block can show: one table of what there is, from words to HTML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from markupsafe import Markup

from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import DiagramKind
from mkdocs_comparisons.model.refs import (
    AcrossRef,
    CellRef,
    DiagramRef,
    DimensionRef,
    Ref,
    SubjectRef,
)
from mkdocs_comparisons.model.subjects import Subject
from mkdocs_comparisons.planning.diagrams import draw_diagram, scope_of
from mkdocs_comparisons.planning.embeds import Embed
from mkdocs_comparisons.planning.page_views import PAGE_VIEWS
from mkdocs_comparisons.planning.stage import Stage
from mkdocs_comparisons.planning.view import SELECTION, View, make_view
from mkdocs_comparisons.renderers.html import claims, differences, matrix, navigation, overview
from mkdocs_comparisons.renderers.html.context import PageContext
from mkdocs_comparisons.renderers.html.elements import element, join
from mkdocs_comparisons.renderers.html.values import label_link
from mkdocs_comparisons.renderers.labels import ref_words
from mkdocs_comparisons.renderers.svg import Pen
from mkdocs_comparisons.renderers.svg.figures import inlined
from mkdocs_comparisons.renderers.words import format_value, plain_text
from mkdocs_comparisons.views.differences import build_differences
from mkdocs_comparisons.views.matrix import build_matrix
from mkdocs_comparisons.views.selection import select_groups, select_subjects

_NO_COMPARISON = Comparison(id="", slug="", title="", subjects=(), dimensions=())


def render_embed(stage: Stage, embed: Embed, context: PageContext) -> Markup:
    """Return the HTML of an embed.

    Args:
        stage: The site.
        embed: A checked embed: its view, comparison and ids exist.
        context: The page that it stands on.
    """
    comparison = stage.catalogue.comparison(embed.comparison) or _NO_COMPARISON
    return VIEWS[embed.view].render(stage, comparison, embed, context)


def _matrix(stage: Stage, comparison: Comparison, embed: Embed, context: PageContext) -> Markup:
    built = build_matrix(comparison, embed.selection, differences=embed.differences)
    if built.is_empty:
        return element("p", context.messages.say("no-difference"), class_="comparison-none")
    return matrix.render_matrix(built, context, caption=embed.caption, transpose=embed.transpose, anchors=embed.anchors)


def _diagram(stage: Stage, comparison: Comparison, embed: Embed, context: PageContext) -> Markup:
    refs = ref_words(stage.catalogue, comparison, context.date)
    pen = Pen(
        context.next_key(),
        context.raw,
        lambda value: format_value(value, context.date, refs),
        lambda text: plain_text(text, refs),
    )
    scope = scope_of(stage.catalogue, comparison, embed)
    if scope.options and scope.options.kind is DiagramKind.LINKS:
        scope = replace(scope, ties=stage.ties(comparison))
    drawn = inlined(draw_diagram(scope, pen))
    ref = DiagramRef(comparison.id, "".join(embed.dimensions[:1]))
    if embed != Embed(view="diagram", comparison=comparison.id, dimensions=tuple(filter(None, (ref.dimension,)))):
        return drawn
    link = element("a", "SVG", href=context.href(ref), download=True)
    return drawn + element("p", "Diagram: ", link, class_="comparison-file", data_search_exclude=True)


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
    return element("p", join((_value_link(ref, context) for ref in refs), ", "))


def _value_link(ref: CellRef, context: PageContext) -> Markup:
    href, title = context.href(ref), context.aside(ref)
    return element("a", context.label(ref), class_="comparison-value", href=href, title=title)


BLOCK_VIEWS: Mapping[str, View] = {
    # What users place in their own pages.
    "matrix": make_view(
        "Subjects and attributes as a table, with footnotes.",
        *SELECTION,
        "transpose",
        "differences",
        "caption",
        "anchors",
        render=_matrix,
    ),
    "diagram": make_view("A picture of the selection.", *SELECTION, "kind", "caption", render=_diagram),
    "summary": make_view("Question, summary and verdicts.", "subjects", "dimensions", render=_summary),
    "differences": make_view("What sets the subjects apart, in words.", *SELECTION, render=_differences),
    "profile": make_view("Everything claimed about a subject, as tables.", *SELECTION, render=_profile),
    "versus": make_view("Subjects side by side.", *SELECTION, "transpose", "caption", render=_versus),
    "list": make_view("The subjects, or the named dimensions, as links.", "subjects", "dimensions", render=_list),
    "value": make_view(
        "The values of the named attributes and subjects.",
        "subjects",
        "attributes",
        render=_value,
        needs=("subjects", "attributes"),
    ),
}

VIEWS: Mapping[str, View] = {**BLOCK_VIEWS, **PAGE_VIEWS}
"""All views: what the block can do every page can do, and the other way round."""
