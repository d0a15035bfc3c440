"""The heads of narrow columns: above them where they fit, else on stairs, so that no letter has to be turned."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mkdocs_comparisons.model.refs import Ref
from mkdocs_comparisons.renderers.svg.legend import title_of
from mkdocs_comparisons.renderers.svg.pieces import Style, path, text
from mkdocs_comparisons.renderers.svg.shapes import number
from mkdocs_comparisons.renderers.svg.sheets import WIDE, Part
from mkdocs_comparisons.renderers.svg.wrapping import WORD_GRACE
from mkdocs_comparisons.views.scope import Head

NAME_GAP = 8
"""Between the rows' names and the first column."""

_GAP = 8
_BEND = 4
_MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table whose rows have their names at the left; all in whole px, which are short to write."""

    left: int
    names: int
    """The room of the rows' names."""

    step: int
    """The room of a column."""

    count: int
    has_stairs: bool
    """Whether the heads do not fit above their columns."""

    @classmethod
    def fitting(cls, heads: Sequence[Head], style: Style, longest: float, width: int) -> Columns:
        """Divide a width among columns and the rows' names, of which the longest needs some px of one line."""
        least, usual, *rooms = (46, 92, 196, 148, 118) if width >= WIDE else (27, 58, 106)
        needed = max((style.width(word) for head in heads for word in head.label.split()), default=0) + _GAP
        count = len(heads)
        left = [int(width - min(longest + NAME_GAP + 1, names)) // count for names in rooms]
        # Rather than heads on stairs, names of rows in more lines.
        fits = (room for room in left if needed <= room and _all_fit(heads, style, min(room, max(needed, usual))))
        found = next(fits, None)
        room, has_stairs = (left[0], True) if found is None else (found, False)
        step = max(least, min(room, usual) if has_stairs else min(room, int(max(needed, usual))))
        names = int(min(longest + NAME_GAP + 1, width - step * count))
        return cls(int(width - names - step * count) // 2, names, step, count, has_stairs)

    @property
    def width(self) -> int:
        return self.names + self.step * self.count

    @property
    def places(self) -> list[int]:
        """The middles of the columns."""
        start = self.left + self.names + self.step // 2
        return [start + self.step * place for place in range(self.count)]


def lay_out_heads(
    heads: Sequence[Head], columns: Columns, style: Style, href: Callable[[Ref], str]
) -> tuple[list[Part], float]:
    """Lay out the heads of columns, a link each.

    Returns:
        The parts, one more than there are heads, and where the rows begin.
    """
    made, y = (_on_stairs if columns.has_stairs else _above)(heads, columns, style)
    links = [Part(part.pieces, href(head.ref), title_of(head)) for part, head in zip(made, heads, strict=False)]
    return [*links, *made[len(heads) :]], y


def _all_fit(heads: Sequence[Head], style: Style, room: float) -> bool:
    """Return whether all heads stand above their columns as a whole, in few lines."""
    return not any(style.wrap(head.label, room - _GAP, most=_MOST_LINES).whole for head in heads)


def _above(heads: Sequence[Head], columns: Columns, style: Style) -> tuple[list[Part], float]:
    words = [style.wrap(head.label, columns.step - _GAP, most=_MOST_LINES) for head in heads]
    most = max(len(each.lines) for each in words)
    parts = [
        Part([text(x, 14 + (most - len(each.lines)) * style.step, each, style, anchor="middle")])
        for x, each in zip(columns.places, words, strict=True)
    ]
    return [*parts, Part()], 14 + (most - 1) * style.step + 14


def _on_stairs(heads: Sequence[Head], columns: Columns, style: Style) -> tuple[list[Part], float]:
    """Lay out heads that all end at their column, the last one on top: so none crosses another's line."""
    parts: list[Part] = []
    bends: list[tuple[float, float]] = []
    y = 14.0
    for head, x in zip(reversed(heads), reversed(columns.places), strict=True):
        end = x - _BEND - 4
        words = style.wrap(head.label, end - WORD_GRACE, most=2)
        parts.append(Part([text(end, y, words, style, anchor="end")]))
        bends.append((x, y + (len(words.lines) - 1) * style.step / 2 - 4.5))
        y += len(words.lines) * style.step + 2
    start = (bends[0][0] - _BEND, bends[0][1])
    return [*reversed(parts), Part([path(*start, _lines(bends, y - 2), "axis")])], y + 2


def _lines(bends: Sequence[tuple[float, float]], bottom: float) -> str:
    """Draw from each head's end down to its column; the lines stand from right to left."""
    steps, (x, y) = "", bends[0]
    for end, top in bends:
        move = f"m{number(end - x)} {number(top - y)}" if end != x else ""
        steps += f"{move}q{_BEND} 0 {_BEND} {_BEND}v{number(bottom - top - _BEND)}"
        x, y = end + _BEND, bottom
    return steps
