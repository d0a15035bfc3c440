"""Notes, citations, and the footnotes that hold them below a matrix."""

from __future__ import annotations

from markupsafe import Markup

from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import Attribute
from mkdocs_comparisons.model.refs import SourceRef
from mkdocs_comparisons.model.sources import Citation
from mkdocs_comparisons.model.subjects import Subject
from mkdocs_comparisons.model.values import State
from mkdocs_comparisons.renderers.html.context import PageContext
from mkdocs_comparisons.renderers.html.elements import element, join
from mkdocs_comparisons.renderers.words import NBSP, NO_CLAIM
from mkdocs_comparisons.views.matrix import Footnote, Matrix

_MOST_UNFOLDED = 12


def render_citations(citations: tuple[Citation, ...], comparison: Comparison, context: PageContext) -> Markup:
    """Return `Source: A, p. 3; B`, each a link to its entry; nothing for no citations."""
    if not citations:
        return Markup()
    cited = join((_citation(citation, comparison, context) for citation in citations), "; ")
    word = "Source" if len(citations) == 1 else "Sources"
    return element("span", f"{word}: ", cited, class_="comparison-sources")


def _citation(citation: Citation, comparison: Comparison, context: PageContext) -> Markup:
    source = context.catalogue.source(comparison, citation.source)
    if source is None:
        return element("span", citation.source)
    pieces = [element("a", source.title, href=context.href(SourceRef(source.comparison, source.id)))]
    if citation.where:
        pieces.append(element("span", f", {citation.where}"))
    if citation.shows:
        pieces += [Markup(": "), context.prose(comparison).render(citation.shows)]
    if citation.accessed:
        pieces.append(element("span", f" (accessed {context.date(citation.accessed.isoformat())})"))
    return join(pieces)


def render_mark(number: int, row: Attribute, column: Subject, key: str) -> Markup:
    """Return the raised number in a cell that leads to its footnote."""
    link = element(
        "a",
        str(number),
        href=f"#{key}-note-{number}",
        id=_mark_id(key, number, row, column),
        aria_label=f"Note {number}",
    )
    return element("sup", link, class_="comparison-mark")


def render_footnotes(matrix: Matrix, context: PageContext, key: str) -> Markup:
    """Return the notes below a matrix; nothing where it has none."""
    shared = render_citations(matrix.citations, matrix.comparison, context)
    pieces = []
    if any(cell.state is State.MISSING for group in matrix.groups for row in group.rows for cell in row.cells):
        legend = (element("span", "—", aria_hidden="true"), " ", NO_CLAIM)
        pieces.append(element("p", *legend, class_="comparison-legend"))
    if shared:
        pieces.append(element("p", shared, class_="comparison-matrix__sources"))
    if matrix.footnotes:
        notes = (_footnote(footnote, matrix.comparison, context, key) for footnote in matrix.footnotes)
        listed = element("ol", *notes, class_="comparison-notes", aria_label="Notes")
        pieces.append(_folded(listed, len(matrix.footnotes)))
    return join(pieces)


def _folded(notes: Markup, number: int) -> Markup:
    """Fold a long list away; a link to one of its notes unfolds it, and so does print."""
    if number <= _MOST_UNFOLDED:
        return notes
    return element("details", element("summary", f"{number} notes"), notes, class_="comparison-fold")


def _footnote(footnote: Footnote, comparison: Comparison, context: PageContext, key: str) -> Markup:
    note = context.prose(comparison).render(footnote.note)
    sources = render_citations(footnote.citations, comparison, context)
    words = join(filter(None, (note, sources)), " ")
    back = (_back_link(footnote.number, attribute, subject, comparison, key) for attribute, subject in footnote.cells)
    return element("li", words, NBSP, join(back, NBSP), id=f"{key}-note-{footnote.number}")


def _back_link(number: int, attribute: str, subject: str, comparison: Comparison, key: str) -> Markup:
    row, column = comparison.attribute(attribute), comparison.subject(subject)
    if row is None or column is None:
        return Markup()
    target = _mark_id(key, number, row, column)
    label = f"Back to {row.title}, {column.title}"
    return element("a", "↩\ufe0e", href=f"#{target}", aria_label=label, class_="comparison-back")


def _mark_id(key: str, number: int, row: Attribute, column: Subject) -> str:
    return f"{key}-mark-{number}-{row.slug}.{column.slug}"
