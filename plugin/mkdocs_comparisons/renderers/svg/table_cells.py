"""Cells of the picture of a matrix: broken into lines first, since a row is as high as its highest cell, then drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from mkdocs_comparisons.model.dimensions import Attribute, Kind
from mkdocs_comparisons.renderers.html.elements import escape
from mkdocs_comparisons.renderers.svg.paragraphs import Face, break_lines
from mkdocs_comparisons.renderers.svg.shapes import group, number, outlined, paragraph
from mkdocs_comparisons.renderers.svg.table_columns import Need, need_of
from mkdocs_comparisons.renderers.svg.table_style import LEVEL, MARK, SIGN_ROOM, SIGNS, VALUE
from mkdocs_comparisons.renderers.svg.table_words import Said

STEP = 18
"""From baseline to baseline, in px."""

BASELINE = 13
"""From the top of a line to its baseline, in px."""

MARGIN = 12
_MARK_GAP = 4
_LEVELS = frozenset(("good", "fair", "poor"))
_NUMBERS = frozenset((Kind.NUMBER, Kind.QUANTITY, Kind.MONEY))


class Column(NamedTuple):
    """Where a column's text stands, in px."""

    left: int
    width: int

    @property
    def start(self) -> int:
        return self.left + MARGIN

    @property
    def end(self) -> int:
        return self.left + self.width - MARGIN

    @property
    def room(self) -> int:
        return self.width - 2 * MARGIN


class CellRow:
    """The cells of a row, in lines."""

    def __init__(
        self, attribute: Attribute, cells: Sequence[Said], columns: Sequence[Column], tail: float | None
    ) -> None:
        """Break cells into lines; `tail` is what `shared_tail` returned."""
        self.attribute = attribute
        self.cells = cells
        self.columns = columns
        self.lines = [
            break_lines(said.words, _face(said), column.room - _sign_room(said), tail=_tail(said, tail))
            for said, column in zip(cells, columns, strict=True)
        ]

    @property
    def height(self) -> int:
        """Return the number of lines."""
        return max(map(len, self.lines))

    def draw(self, top: float, tail: float | None) -> Iterator[str]:
        """Yield the cells.

        Args:
            top: Where their first line is.
            tail: Px behind the numbers, which then end at one place; None for lines that begin at one.
        """
        name = f'data-attribute="{escape(self.attribute.id)}"'
        baseline = top + BASELINE
        for said, lines, column in zip(self.cells, self.lines, self.columns, strict=True):
            if tail is None:
                content = _draw_start(said, lines, column.start, baseline)
            else:
                content = _draw_end(said, lines, column.end - tail, baseline)
            place = f'data-subject="{escape(said.cell.subject)}" data-state="{said.cell.state.value}"'
            yield group(f"{name} {place}", content)


def shared_tail(attributes: Iterable[Attribute], cells: Iterable[Said]) -> float | None:
    """Return the px that the numbers of notes need behind any cell, if there are numbers only; None for other cells."""
    if any(each.type.kind not in _NUMBERS for each in attributes):
        return None
    return max(map(_mark_room, cells), default=0)


def cell_need(said: Said, tail: float | None) -> Need:
    """Return the room that a cell needs across; `tail` is what `shared_tail` returned."""
    return need_of(said.words, _face(said), beside=_sign_room(said) + _tail(said, tail) + 2 * MARGIN)


def _draw_start(said: Said, lines: Sequence[str], x: float, y: float) -> str:
    sign = SIGNS.get(said.look)
    drawn = outlined(f"M{number(x)} {number(y - 10.5)}{sign}", said.look) if sign else ""
    return drawn + paragraph(lines, x + _sign_room(said), y, step=STEP, class_=said.look, raised=said.note)


def _draw_end(said: Said, lines: Sequence[str], x: float, y: float) -> str:
    words = paragraph(lines, x, y, step=STEP, class_=f"{said.look} end".strip())
    return words + (paragraph((said.note,), x + _MARK_GAP, y - 4, step=STEP, class_="mark") if said.note else "")


def _face(said: Said) -> Face:
    return LEVEL if said.look in _LEVELS else VALUE


def _sign_room(said: Said) -> int:
    return SIGN_ROOM if said.look in SIGNS else 0


def _tail(said: Said, shared: float | None) -> float:
    return _mark_room(said) if shared is None else shared


def _mark_room(said: Said) -> float:
    return MARK.width(said.note) + _MARK_GAP if said.note else 0
