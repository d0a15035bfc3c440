"""What the picture of a matrix says, in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import NamedTuple

from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.dimensions import Attribute, Kind
from mkdocs_comparisons.model.sources import Citation
from mkdocs_comparisons.model.values import Choice, State
from mkdocs_comparisons.renderers.labels import ref_words
from mkdocs_comparisons.renderers.svg.paragraphs import one_line
from mkdocs_comparisons.renderers.words import NO_CLAIM, RefWords, format_count, format_value, plain_text
from mkdocs_comparisons.views.matrix import Cell, Footnote, Matrix

MISSING = "—"
_LEVELS = MappingProxyType(
    {"yes": "good", "good": "good", "partial": "fair", "fair": "fair", "no": "poor", "poor": "poor"}
)
_NOTHINGS = MappingProxyType({State.UNKNOWN: "unknown", State.NOT_APPLICABLE: "none", State.MISSING: "muted"})


class Said(NamedTuple):
    """What a cell says."""

    cell: Cell
    words: str
    look: str
    """A class of the style sheet, which may have a sign too; empty for plain text."""

    @property
    def note(self) -> str:
        """The number of its note; empty for none."""
        return str(self.cell.footnote) if self.cell.footnote else ""


class TableWords:
    """Finds the words for one matrix."""

    def __init__(self, matrix: Matrix, catalogue: Catalogue) -> None:
        self.matrix = matrix
        self.catalogue = catalogue
        self.refs: RefWords = ref_words(catalogue, matrix.comparison)

    def row(self, attribute: Attribute, cells: Sequence[Cell]) -> list[Said]:
        """Return what the cells of a row say."""
        has_levels = attribute.type.kind in (Kind.SUPPORT, Kind.FIT)
        return [self._cell(cell, has_levels=has_levels) for cell in cells]

    def _cell(self, cell: Cell, *, has_levels: bool) -> Said:
        value = cell.claim.value if cell.claim else None
        if value is None:
            return Said(cell, MISSING, _NOTHINGS[State.MISSING])
        words = one_line(format_value(value, refs=self.refs))
        if isinstance(value, Choice):
            return Said(cell, words, _LEVELS.get(value.level.id, "") if has_levels else "")
        return Said(cell, words, _NOTHINGS.get(cell.state, ""))

    def notes(self) -> Iterator[tuple[str, str]]:
        """Yield what stands below the table: a number or sign, which may be empty, and words."""
        if any(cell.claim is None for cell in self._cells()):
            yield MISSING, NO_CLAIM
        if self.matrix.citations:
            yield "", self._sources(self.matrix.citations)
        for footnote in self.matrix.footnotes:
            yield str(footnote.number), self._note(footnote)

    def describe(self) -> str:
        """Return how large the table is, and how much of it is known."""
        matrix, noun = self.matrix, self.matrix.comparison.noun
        columns = format_count(len(matrix.subjects), one_line(noun.one), one_line(noun.many))
        size = f"A table of {columns} and {format_count(len(matrix.attributes), 'attribute', 'attributes')}"
        size += f" in {len(matrix.groups)} dimensions" if len(matrix.groups) > 1 else ""
        states = [cell.state for cell in self._cells()]
        counts = [(states.count(State.KNOWN), "known"), (states.count(State.UNKNOWN), "unknown")]
        counts += [(states.count(State.NOT_APPLICABLE), "not applicable"), (states.count(State.MISSING), "missing")]
        told = ", ".join(f"{count} {word}" for count, word in counts if count)
        return f"{size}: {told}."

    def _cells(self) -> Iterator[Cell]:
        return (cell for group in self.matrix.groups for row in group.rows for cell in row.cells)

    def _note(self, footnote: Footnote) -> str:
        note = one_line(plain_text(footnote.note, self.refs)) if footnote.note else ""
        sources = self._sources(footnote.citations) if footnote.citations else ""
        return " ".join(filter(None, (note, sources)))

    def _sources(self, citations: Sequence[Citation]) -> str:
        word = "Source" if len(citations) == 1 else "Sources"
        return one_line(f"{word}: {'; '.join(map(self._citation, citations))}.")

    def _citation(self, citation: Citation) -> str:
        source = self.catalogue.source(self.matrix.comparison, citation.source)
        title = source.title if source else citation.source
        where = f", {citation.where}" if citation.where else ""
        shows = f": {plain_text(citation.shows, self.refs)}" if citation.shows else ""
        return title + where + shows
