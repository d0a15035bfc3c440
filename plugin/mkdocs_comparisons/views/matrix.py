"""The matrix: subjects × attributes, with footnotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from mkdocs_comparisons.model.claims import Claim
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import Attribute, Dimension
from mkdocs_comparisons.model.sources import Citation
from mkdocs_comparisons.model.subjects import Subject
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.model.values import State, state_of
from mkdocs_comparisons.views.ordering import equality_key, sort_key
from mkdocs_comparisons.views.selection import Group, Selection, select_groups, select_subjects


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What a matrix shows where a row and a column meet."""

    attribute: str
    subject: str
    claim: Claim | None
    state: State
    key: str
    """The sort key; empty unless the state is known."""

    footnote: int = 0
    """Number of the cell's footnote, 0 for none."""


@dataclass(frozen=True, slots=True)
class Row:
    """One attribute over the shown subjects."""

    attribute: Attribute
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class RowGroup:
    """The rows of one dimension."""

    dimension: Dimension
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote:
    """A note and citations, shared by the cells that say exactly the same in theirs."""

    number: int
    note: Inline | None
    citations: tuple[Citation, ...]
    cells: tuple[tuple[str, str], ...]
    """Attribute and subject of each cell that refers to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """A matrix with everything that its rendering needs."""

    comparison: Comparison
    selection: Selection
    """What was asked for."""

    subjects: tuple[Subject, ...]
    groups: tuple[RowGroup, ...]
    footnotes: tuple[Footnote, ...]
    citations: tuple[Citation, ...]
    """Where all claims shown cite the same works in the same way: those, said once instead of in every footnote."""

    @property
    def is_empty(self) -> bool:
        return not self.groups or not self.subjects

    @property
    def attributes(self) -> tuple[Attribute, ...]:
        """The attributes of all rows."""
        return tuple(row.attribute for group in self.groups for row in group.rows)

    @property
    def title(self) -> str:
        """What it is called where nobody gave it a caption."""
        titles = [group.dimension.title for group in self.groups]
        return f"{self.comparison.title}: {titles[0]}" if len(titles) == 1 else self.comparison.title


def build_matrix(comparison: Comparison, selection: Selection, *, differences: bool = False) -> Matrix:
    """Build the matrix of a selection.

    Args:
        comparison: Whose claims are shown.
        selection: Which subjects and attributes; everything by default.
        differences: Keep only rows in which the shown subjects do not all agree.
    """
    subjects = select_subjects(comparison, selection)
    groups = select_groups(comparison, selection)
    if differences:
        groups = _differing(comparison, groups, subjects)
    rows = [attribute for group in groups for attribute in group.attributes]
    shared = shared_citations(comparison.claim(row.id, subject.id) for row in rows for subject in subjects)
    notes = _Footnotes(shared)
    made = tuple(
        RowGroup(group.dimension, tuple(_row(comparison, attribute, subjects, notes) for attribute in group.attributes))
        for group in groups
    )
    return Matrix(
        comparison=comparison,
        selection=selection,
        subjects=subjects,
        groups=made,
        footnotes=tuple(notes.build()),
        citations=shared,
    )


def is_agreed(comparison: Comparison, attribute: Attribute, subjects: tuple[Subject, ...]) -> bool:
    """Return whether all subjects are known to have the same value; what is not known never counts as agreement."""
    keys = set()
    for subject in subjects:
        claim = comparison.claim(attribute.id, subject.id)
        if claim is None or state_of(claim.value) is not State.KNOWN:
            return False
        keys.add(equality_key(claim.value))
    return len(keys) == 1


@dataclass(slots=True)
class _Footnotes:
    """Numbers footnotes in reading order while the rows are built."""

    shared: tuple[Citation, ...]
    numbers: dict[tuple[str, tuple[Citation, ...]], int] = field(default_factory=dict)
    claims: dict[int, list[Claim]] = field(default_factory=dict)

    def number(self, claim: Claim | None) -> int:
        if claim is None:
            return 0
        citations = () if self.shared else claim.citations
        note = claim.note.source if claim.note else ""
        if not note and not citations:
            return 0
        number = self.numbers.setdefault((note, citations), len(self.numbers) + 1)
        self.claims.setdefault(number, []).append(claim)
        return number

    def build(self) -> Iterator[Footnote]:
        for number, claims in self.claims.items():
            yield Footnote(
                number=number,
                note=claims[0].note,
                citations=() if self.shared else claims[0].citations,
                cells=tuple((claim.attribute, claim.subject) for claim in claims),
            )


def _row(comparison: Comparison, attribute: Attribute, subjects: tuple[Subject, ...], notes: _Footnotes) -> Row:
    return Row(attribute, tuple(_cell(comparison, attribute.id, subject.id, notes) for subject in subjects))


def _cell(comparison: Comparison, attribute: str, subject: str, notes: _Footnotes) -> Cell:
    claim = comparison.claim(attribute, subject)
    value = claim.value if claim else None
    return Cell(
        attribute=attribute,
        subject=subject,
        claim=claim,
        state=state_of(value),
        key=sort_key(value),
        footnote=notes.number(claim),
    )


def _differing(comparison: Comparison, groups: tuple[Group, ...], subjects: tuple[Subject, ...]) -> tuple[Group, ...]:
    kept = (
        Group(group.dimension, tuple(row for row in group.attributes if not is_agreed(comparison, row, subjects)))
        for group in groups
    )
    return tuple(group for group in kept if group.attributes)


def shared_citations(claims: Iterable[Claim | None]) -> tuple[Citation, ...]:
    """Return the citations that all claims have in common, if all have the same: said once, they need no repeating."""
    found = {claim.citations for claim in claims if claim is not None}
    return found.pop() if len(found) == 1 else ()
