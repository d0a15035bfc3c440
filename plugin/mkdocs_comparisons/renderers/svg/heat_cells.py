"""The cells of a heat map: a box whose shade says how good, a bar that says how much, and always the words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from mkdocs_comparisons.model.dimensions import SUPPORT_LEVELS
from mkdocs_comparisons.model.values import Choice, State
from mkdocs_comparisons.renderers.svg.figures import Pen
from mkdocs_comparisons.renderers.svg.heat_words import ABSENT
from mkdocs_comparisons.renderers.svg.metrics import MARGIN, text_width
from mkdocs_comparisons.renderers.svg.shapes import (
    copied,
    inner,
    number,
    outlined,
    percent,
    rect,
    slots,
    text_block,
)
from mkdocs_comparisons.renderers.svg.wrapping import Room, Wrapped, wrap
from mkdocs_comparisons.views.heat import Bar, HeatCell

LINE = 15
"""From line to line of a cell, in px."""

BAR_ROOM = 10
_BAR_START, _BAR_LENGTH = 0.1, 0.8
_MIDDLE = 'x="50%" y="50%"'
_MARKS = dict(zip(SUPPORT_LEVELS, ("no", "part", "yes"), strict=True))
_MARK_PATHS = {"yes": " .5l3 3 6-7", "part": " 0h9", "no": "-4l8 8m0-8l-8 8"}
_MARK_STARTS = {"yes": 1.5, "part": 1.5, "no": 2}
_MARK_ROOM = 17
_TRACK = rect("track", f' x="{percent(_BAR_START)}" width="{percent(_BAR_LENGTH)}"')
_BOXES = {State.MISSING: rect("edge rule"), State.NOT_APPLICABLE: ""}
_PLAIN = rect("plain")


@dataclass(frozen=True, slots=True)
class CellPen:
    """What all cells of a picture are drawn with."""

    pen: Pen
    room: Room
    most: int
    """The most lines of a cell."""

    @property
    def hatched(self) -> str:
        return rect("unknown", f' fill="url(#{self.pen.key}-hatch)"')

    def words(self, cell: HeatCell) -> Wrapped:
        """Return what a cell says, in lines."""
        return wrap(self.pen.words(cell.value) or ABSENT.get(cell.state, ""), self.room, most=self.most)

    def row(self, cells: Sequence[HeatCell], texts: Sequence[Wrapped]) -> str:
        """Draw the cells of a row side by side."""
        places = slots(len(cells))
        drawn = zip(places, map(self.cell, cells, texts), strict=True)
        return "".join([inner(place, cell) for place, cell in drawn])

    def cell(self, cell: HeatCell, text: Wrapped) -> str:
        if cell.state is not State.KNOWN:
            return _BOXES.get(cell.state, self.hatched) + _centred(text, class_="note")
        if cell.bar:
            return _PLAIN + draw_bar(cell.bar) + _centred(text, above=BAR_ROOM / 2)
        box = _PLAIN if cell.strength is None else rect(f"t{cell.strength}")
        mark = mark_of(cell)
        if mark and len(text.lines) == 1:
            place = f'{_MIDDLE} dx="{number(_MARK_ROOM / 2)}"'
            words = text_block(text, place, x="50%", first=4)
            return box + copied(f"{self.pen.key}-{mark}", _MIDDLE) + words
        return box + _centred(text)

    def define_mark(self, cell: HeatCell) -> str:
        """Define the sign of a cell; it stands before the word, and the two in the middle."""
        mark = mark_of(cell)
        if not mark:
            return ""
        # Half of the margin: in a narrow font the sign stands a little off, in a wide one a little near.
        width = text_width("".join(self.words(cell).lines), self.room.size, bold=True) * (1 + 1 / MARGIN) / 2
        start = number(_MARK_STARTS[mark] - (width + _MARK_ROOM) / 2)
        return outlined(f"M{start}{_MARK_PATHS[mark]}", "sign check", f' id="{self.pen.key}-{mark}"')


def mark_of(cell: HeatCell) -> str | None:
    """Return the name of a cell's sign: those of yes, no and between have one."""
    return _MARKS.get(cell.value.level) if isinstance(cell.value, Choice) else None


@lru_cache(maxsize=1_024)
def draw_bar(bar: Bar) -> str:
    """Draw a bar from zero to the value; what lies between the ends of a range is lighter."""
    near = min(max(bar.zero, bar.low), bar.high)
    made = _TRACK
    if near != bar.zero:
        made += _stripe("solid q", min(bar.zero, near), max(bar.zero, near))
    if bar.high > bar.low:
        made += _stripe("solid q", bar.low, bar.high, ' fill-opacity=".55"')
    return made + _stripe("zero", bar.zero, bar.zero) if bar.zero > 0 else made


def _stripe(class_: str, start: float, end: float, more: str = "") -> str:
    x = percent(_BAR_START + _BAR_LENGTH * start)
    width = percent(_BAR_LENGTH * (end - start)) if end > start else "1.5"
    return rect(class_, f' x="{x}" width="{width}"{more}')


def _centred(text: Wrapped, *, above: float = 0, class_: str = "") -> str:
    first = 4 - (len(text.lines) - 1) * LINE / 2 - above
    return text_block(text, _MIDDLE, x="50%", first=first, step=LINE, class_=class_)
