"""Notes, citations, and the footnotes that hold them below a matrix."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class FootnotePainter:
    """Draws the marks in a matrix's cells and the notes that they lead to."""

    matrix: Matrix
    context: PageContext
    key: str
    """What the ids begin with."""

    is_terse: bool
    """Leave the way back from notes to the script: for thousands of them it is long."""

    def mark(self, number: int, row: Attribute, column: Subject) -> Markup:
        """Return the raised number in a cell that leads to its footnote."""
        link = element(
            "a",
            str(number),
            href=f"#{self.key}-note-{number}",
            id=None if self.is_terse else self._mark_id(number, row, column),
            role="doc-noteref" if self.is_terse else None,
            aria_label=None if self.is_terse else self.context.messages.say("note", n=number),
        )
        return element("sup", link, class_="comparison-mark")

    def notes(self) -> Markup:
        """Return the notes below the matrix; nothing where it has none."""
        footnotes, messages = self.matrix.footnotes, self.context.messages
        shared = render_citations(self.matrix.citations, self.matrix.comparison, self.context)
        pieces = []
        if any(cell.state is State.MISSING for group in self.matrix.groups for row in group.rows for cell in row.cells):
            legend = (element("span", "—", aria_hidden="true"), " ", messages.nothing(State.MISSING))
            pieces.append(element("p", *legend, class_="comparison-legend"))
        if shared:
            pieces.append(element("p", shared, class_="comparison-matrix__sources"))
        if footnotes:
            notes = map(self._note, footnotes)
            listed = element("ol", *notes, class_="comparison-notes", aria_label=messages.say("notes"))
            pieces.append(_folded(listed, len(footnotes), messages))
        return join(pieces)

    def _note(self, footnote: Footnote) -> Markup:
        comparison = self.matrix.comparison
        note = self.context.prose(comparison).render(footnote.note)
        sources = render_citations(footnote.citations, comparison, self.context)
        words = join(filter(None, (note, sources)), " ")
        back = () if self.is_terse else (NBSP, join(self._back(footnote), NBSP))
        return element("li", words, *back, id=f"{self.key}-note-{footnote.number}")

    def _back(self, footnote: Footnote) -> Iterator[Markup]:
        comparison = self.matrix.comparison
        for place in footnote.cells:
            row, column = comparison.attribute(place[0]), comparison.subject(place[1])
            if row and column:
                target = self._mark_id(footnote.number, row, column)
                label = self.context.messages.say("note-back", attribute=row.title, subject=column.title)
                yield element("a", "↩\ufe0e", href=f"#{target}", aria_label=label, class_="comparison-back")

    def _mark_id(self, number: int, row: Attribute, column: Subject) -> str:
        return f"{self.key}-mark-{number}-{row.slug}.{column.slug}"


def _folded(notes: Markup, number: int, messages: Messages) -> Markup:
    """Fold a long list away; a link to one of its notes unfolds it, and so does print."""
    if number <= _MOST_UNFOLDED:
        return notes
    summary = element("summary", messages.say("notes-count", n=number))
    return element("details", summary, notes, class_="comparison-fold")
