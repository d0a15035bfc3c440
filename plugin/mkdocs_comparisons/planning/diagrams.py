"""From an embed to its diagram: what it shows, which kind it gets, and where the author's wish can't be met."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from mkdocs_comparisons.diagnostics import Finding
from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import Attribute, DiagramKind, DiagramOptions, Dimension, Kind
from mkdocs_comparisons.model.refs import DiagramRef, DimensionRef, SubjectRef
from mkdocs_comparisons.model.subjects import Subject
from mkdocs_comparisons.planning.embeds import Embed
from mkdocs_comparisons.renderers.html.elements import element, join
from mkdocs_comparisons.renderers.labels import ref_words
from mkdocs_comparisons.renderers.svg import RENDERERS, Pen
from mkdocs_comparisons.renderers.svg.files import render_svg_file
from mkdocs_comparisons.renderers.words import format_value, plain_text
from mkdocs_comparisons.views.diagrams import CHARTS, choose_diagram, refuse_wish
from mkdocs_comparisons.views.scope import Scope
from mkdocs_comparisons.views.selection import select_groups, select_overview, select_subjects
from mkdocs_comparisons.views.ties import PageRef

_ASPECTS = {
    DiagramKind.TREE: "dimensions and attributes",
    DiagramKind.LADDER: "which to pick",
    DiagramKind.LINKS: "connections",
}
"""What diagrams show that stand on a page beside another one."""

_MOST_IN_OVERVIEW = 15
_MOST_OPEN = 3
"""If there are more pictures of one diagram, all but the first are folded away."""

_MOST_PICTURES = 20
"""A diagram has no more pictures than that; what is left out is said."""


def scope_of(catalogue: Catalogue, comparison: Comparison, embed: Embed) -> Scope:
    """Return what an embed's diagram is to show."""
    groups = select_groups(comparison, embed.selection)
    dimensions = tuple(group.dimension for group in groups)
    attributes = tuple(attribute for group in groups for attribute in group.attributes)
    options, focus = _options(embed, dimensions), _focus(comparison, dimensions, embed)
    if options and options.attributes and not embed.attributes:
        attributes = _named(comparison, options)
    elif embed.kind == DiagramKind.LADDER:
        attributes = tuple(row for row in attributes if row.type.kind is Kind.FIT) or attributes
    elif not (embed.dimensions or embed.attributes or embed.kind):
        attributes = select_overview(comparison, _MOST_IN_OVERVIEW)
    return Scope(
        catalogue=catalogue,
        comparison=comparison,
        dimensions=dimensions,
        attributes=attributes,
        subjects=select_subjects(comparison, embed.selection),
        title=embed.caption or _title(comparison, focus, embed),
        options=options,
        focus=focus,
    )


def draw_diagram(scope: Scope, pen: Pen) -> Markup:
    """Draw what a scope shows: a figure, or several where one can't hold all."""
    figures, count = _figures(scope, pen)
    return join(figures) if count <= _MOST_OPEN else figures[0] + _folded(figures[1:], count)


def draw_file(catalogue: Catalogue, ref: DiagramRef, style_sheet: str) -> str:
    """Return the diagram of a dimension, or of the overview of a comparison, as an SVG file."""
    comparison = catalogue.comparison(ref.comparison)
    if comparison is None or (ref.dimension and comparison.dimension(ref.dimension) is None):
        message = f"there is no dimension {ref}"
        raise LookupError(message)
    embed = Embed(view="diagram", comparison=ref.comparison, dimensions=tuple(filter(None, (ref.dimension,))))
    refs = ref_words(catalogue, comparison)
    pen = Pen(
        "diagram", lambda _: "", lambda value: format_value(value, refs=refs), lambda text: plain_text(text, refs)
    )
    figures, _ = _figures(scope_of(catalogue, comparison, embed), pen)
    return render_svg_file(figures, style_sheet)


def can_draw(catalogue: Catalogue, comparison: Comparison, embed: Embed) -> bool:
    """Return whether an embed gets the kind of diagram that it names."""
    return not refuse_wish(scope_of(catalogue, comparison, embed))


def find_unfit(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield where the diagram that an author asked for can't be drawn from the data."""
    for comparison in catalogue.comparisons:
        for dimension in comparison.dimensions:
            if dimension.diagram:
                yield from _unfit(catalogue, comparison, dimension, dimension.diagram)


def _unfit(
    catalogue: Catalogue, comparison: Comparison, dimension: Dimension, options: DiagramOptions
) -> Iterator[Finding]:
    embed = Embed(view="diagram", comparison=comparison.id, dimensions=(dimension.id,))
    chosen = choose_diagram(scope_of(catalogue, comparison, embed))
    if chosen.refused:
        problem = f"the dimension '{dimension.id}' can't be drawn as '{options.kind}': {chosen.refused}"
        advice = f"It is drawn as '{chosen.kind}' now; name that, or another kind, or leave 'diagram' out."
        yield Finding(code="diagram-unfit", at=options.at, problem=problem, advice=advice)


def _options(embed: Embed, dimensions: Sequence[Dimension]) -> DiagramOptions | None:
    """Return what is wished: by the block, else by the only dimension that it shows."""
    wished = dimensions[0].diagram if len(dimensions) == 1 and embed.dimensions else None
    if not embed.kind:
        return wished if not embed.attributes else None
    kind = DiagramKind(embed.kind)
    return wished if wished and wished.kind is kind else DiagramOptions(kind=kind)


def _named(comparison: Comparison, options: DiagramOptions) -> tuple[Attribute, ...]:
    found = (comparison.attribute(id) for id in options.attributes)
    return tuple(attribute for attribute in found if attribute)


def _focus(comparison: Comparison, dimensions: Sequence[Dimension], embed: Embed) -> PageRef | None:
    """Return the page of the comparison that an embed is about; None: the comparison itself."""
    if len(embed.subjects) == 1:
        return SubjectRef(comparison.id, embed.subjects[0])
    if len(dimensions) == 1 and (embed.dimensions or embed.attributes):
        return DimensionRef(comparison.id, dimensions[0].id)
    return None


def _title(comparison: Comparison, focus: PageRef | None, embed: Embed) -> str:
    found: Subject | Dimension | None = None
    match focus:
        case SubjectRef(_, id):
            found = comparison.subject(id)
        case DimensionRef(_, id):
            found = comparison.dimension(id)
    title = f"{comparison.title}: {found.title}" if found else comparison.title
    aspect = _ASPECTS.get(DiagramKind(embed.kind)) if embed.kind else None
    return f"{title}: {aspect}" if aspect else title


def _figures(scope: Scope, pen: Pen) -> tuple[list[Markup], int]:
    """Return the pictures that are drawn, and how many there would be."""
    kind = choose_diagram(scope).kind
    charts = CHARTS[kind].build(scope)
    drawn = (RENDERERS[kind](chart, pen.for_page(page)) for page, chart in enumerate(charts[:_MOST_PICTURES]))
    return list(drawn), len(charts)


def _folded(figures: Sequence[Markup], count: int) -> Markup:
    """Fold away all pictures but the first, and say how many there are."""
    left_out = count - len(figures) - 1
    rest = element("p", f"{left_out} more are not drawn: the matrix holds everything.") if left_out else Markup()
    return element(
        "details",
        element("summary", f"{len(figures)} more pictures"),
        *figures,
        rest,
        class_="comparison-fold",
        data_search_exclude="",
    )
