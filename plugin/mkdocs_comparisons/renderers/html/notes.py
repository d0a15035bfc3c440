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
from mkdocs_comparisons.renderers.messages import Messages
from mkdocs_comparisons.renderers.words import NBSP
from mkdocs_comparisons.views.matrix import Footnote, Matrix

_MOST_UNFOLDED = 12


def render_citations(citations: tuple[Citation, ...], comparison: Comparison, context: PageContext) -> Markup:
    """Return `Source: A, p. 3; B`, each a link to its entry; nothing for no citations."""
    if not citations:
        return Markup()
    cited = join((_citation(citation, comparison, context) for citation in citations), "; ")
    word = context.messages.say("source" if len(citations) == 1 else "sources")
    return element("span", word, cited, class_="comparison-sources")


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
        words = context.messages.say("accessed", date=context.date(citation.accessed.isoformat()))
        pieces.append(element("span", f" ({words})"))
    return join(pieces)


def render_mark(number: int, row: Attribute, column: Subject, key: str, messages: Messages) -> Markup:
    """Return the raised number in a cell that leads to its footnote."""
    link = element(
        "a",
        str(number),
        href=f"#{key}-note-{number}",
        id=_mark_id(key, number, row, column),
        aria_label=messages.say("note", n=number),
    )
    return element("sup", link, class_="comparison-mark")


def render_footnotes(matrix: Matrix, context: PageContext, key: str) -> Markup:
    """Return the notes below a matrix; nothing where it has none."""
    shared = render_citations(matrix.citations, matrix.comparison, context)
    pieces = []
    if any(cell.state is State.MISSING for group in matrix.groups for row in group.rows for cell in row.cells):
        legend = (element("span", "—", aria_hidden="true"), " ", context.messages.nothing(State.MISSING))
        pieces.append(element("p", *legend, class_="comparison-legend"))
    if shared:
        pieces.append(element("p", shared, class_="comparison-matrix__sources"))
    if matrix.footnotes:
        notes = (_footnote(footnote, matrix.comparison, context, key) for footnote in matrix.footnotes)
        listed = element("ol", *notes, class_="comparison-notes", aria_label=context.messages.say("notes"))
        pieces.append(_folded(listed, len(matrix.footnotes), context.messages))
    return join(pieces)


def _folded(notes: Markup, number: int, messages: Messages) -> Markup:
    """Fold a long list away; a link to one of its notes unfolds it, and so does print."""
    if number <= _MOST_UNFOLDED:
        return notes
    summary = element("summary", messages.say("notes-count", n=number))
    return element("details", summary, notes, class_="comparison-fold")


def _footnote(footnote: Footnote, comparison: Comparison, context: PageContext, key: str) -> Markup:
    note = context.prose(comparison).render(footnote.note)
    sources = render_citations(footnote.citations, comparison, context)
    words = join(filter(None, (note, sources)), " ")
    places = ((comparison.attribute(row), comparison.subject(column)) for row, column in footnote.cells)
    back = (_back_link(footnote.number, row, column, key, context.messages) for row, column in places if row and column)
    return element("li", words, NBSP, join(back, NBSP), id=f"{key}-note-{footnote.number}")


def _back_link(number: int, row: Attribute, column: Subject, key: str, messages: Messages) -> Markup:
    target = _mark_id(key, number, row, column)
    label = messages.say("note-back", attribute=row.title, subject=column.title)
    return element("a", "↩\ufe0e", href=f"#{target}", aria_label=label, class_="comparison-back")


def _mark_id(key: str, number: int, row: Attribute, column: Subject) -> str:
    return f"{key}-mark-{number}-{row.slug}.{column.slug}"
