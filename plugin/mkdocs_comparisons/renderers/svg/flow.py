"""Words and names one after the other, in as many lines as they need."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mkdocs_comparisons.renderers.svg.figures import Pen
from mkdocs_comparisons.renderers.svg.legend import title_of
from mkdocs_comparisons.renderers.svg.pieces import LABEL, NOTE, Piece, mark, text
from mkdocs_comparisons.renderers.svg.sheets import Part
from mkdocs_comparisons.renderers.svg.wrapping import Wrapped
from mkdocs_comparisons.views.scope import Head

_GAP = 14
_STEP = 21
_SIGN_ROOM = 16


@dataclass(frozen=True, slots=True)
class Item:
    """Words, or the name of a subject with its sign."""

    words: str
    head: Head | None = None

    def measured(self, width: float) -> tuple[Wrapped, float]:
        """Return it in one line of at most a width, with the room that it takes."""
        style, sign = (LABEL, _SIGN_ROOM) if self.head else (NOTE, 0)
        line = style.wrap(self.words, width - sign, most=1, is_strict=True)
        return line, sign + max(map(style.width, line.lines), default=0)

    def part(self, x: float, y: float, words: Wrapped, pen: Pen) -> Part:
        """Draw it from a baseline's beginning on."""
        if self.head is None:
            return Part([text(x, y, words, NOTE)])
        pieces: list[Piece] = [mark(x + 6, y - 4.5, self.head.place), text(x + _SIGN_ROOM, y, words, LABEL)]
        return Part(pieces, pen.href(self.head.ref), title_of(self.head))


def column_of(rows: Sequence[Sequence[Item]], width: float) -> float:
    """Return where what follows the first item may begin in all rows; 0 where that would leave too little room."""
    start = max((row[0].measured(width)[1] for row in rows), default=0) + _GAP
    rest = max((item.measured(width)[1] for row in rows for item in row[1:]), default=0)
    return start if start + rest <= width else 0


def flow(items: Iterable[Item], pen: Pen, y: float, width: float, *, start: float = 0) -> tuple[list[Part], float]:
    """Lay items out in lines, from a height down; return them, and the height where they end.

    All but the first begin at `start` or further on.
    """
    parts: list[Part] = []
    x, baseline = 0.0, y + 15
    for item in items:
        words, room = item.measured(width)
        if x and x + room > width:
            x, baseline = start, baseline + _STEP
        parts.append(item.part(x, baseline, words, pen))
        x = max(x + room + _GAP, start)
    return parts, baseline + 6
