"""Heat maps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from mkdocs_comparisons.model.dimensions import SUPPORT_LEVELS
from mkdocs_comparisons.model.refs import Ref
from mkdocs_comparisons.model.values import Choice, State, Value
from mkdocs_comparisons.renderers.html.elements import element, join
from mkdocs_comparisons.renderers.svg.figures import Frame, em, figure
from mkdocs_comparisons.renderers.svg.heat_words import ABSENT, describe, legend_of, note_of
from mkdocs_comparisons.renderers.svg.metrics import MARGIN, text_width
from mkdocs_comparisons.renderers.svg.shapes import box, copy_of, grouped, in_slots, number, stripe, text_block
from mkdocs_comparisons.renderers.svg.wrapping import WORD_GRACE, Room, Wrapped, wrap
from mkdocs_comparisons.views.heat import STEPS, Bar, Heat, HeatCell, HeatHead, HeatRow, Panel

# The style sheet has the same numbers. Where the page gives 640 px a name stands left of its row, else above it; then
# all heights grow by half to make room for that, and the room of the names is pushed out of sight. With seven columns
# names always stand above.
WIDE = 640
NARROWEST = (340, 340, 340, 340, 420, 492, 588)
"""Below these widths the cells scroll sideways, by their number of columns."""

ALWAYS_STACKED = 7

DENSE = 4
"""From this many columns on, letters are smaller."""

NAMES = 0.24
"""Share of the width that names take on a wide screen."""

GROWTH = 1.5
NAME_STEP = 16
CELL_STEP = 15

_GUTTER = 14
_NAME_ROOM = Room(WIDE * NAMES - _GUTTER - WORD_GRACE, 13)
_NOTE_SIZE = 11
_LEAST_ROW = 40
_LEGEND_ROW = 24
_BAR_ROOM = 10
_BAR_START, _BAR_LENGTH = 0.1, 0.8
_MARKS = dict(zip(SUPPORT_LEVELS, ("no", "part", "yes"), strict=True))
_MARK_PATHS = {"yes": "M1.5 6.5l3 3 6-7", "part": "M1.5 6h9", "no": "M2 2l8 8m0-8l-8 8"}
_MARK_ROOM = 17
_CELLS = {"x": "24%", "width": "76%"}


@dataclass(frozen=True, slots=True)
class _Pen:
    """What all parts of one picture need."""

    key: str
    href: Callable[[Ref], str]
    words: Callable[[Value | None], str]
    columns: int
    """Of the widest panel."""

    across: int
    """Columns of the panel that is being drawn."""

    @property
    def room(self) -> Room:
        """For the text of a cell."""
        return Room(self._width, 13 if self.columns < DENSE else 12, bold=True)

    @property
    def _width(self) -> float:
        """What a cell has where the picture is as narrow as it gets, beside names or below them."""
        beside = WIDE * (1 - NAMES) if self.columns < ALWAYS_STACKED else WIDE
        return min(NARROWEST[self.columns - 1], beside) / self.across - _GUTTER

    @property
    def lines(self) -> int:
        """The most lines of a cell."""
        return 4 if self.columns < 3 else 3


@dataclass(frozen=True, slots=True)
class _Band:
    """A horizontal part of the picture."""

    class_: str
    height: float
    """In px on a wide screen."""

    content: Markup
    above: float = 0
    """Room before it, in px on a wide screen."""

    @property
    def slot(self) -> dict[str, str]:
        return {} if self.class_.startswith("heat-row") else _CELLS


@dataclass(frozen=True, slots=True)
class _Name:
    """A row's or column's name in lines."""

    head: HeatHead
    label: Wrapped
    note: Wrapped

    @classmethod
    def of(cls, head: HeatHead, room: Room) -> _Name:
        note = wrap(note_of(head), Room(room.width, _NOTE_SIZE), most=2)
        label = wrap(head.label, room, most=2 if note.lines else 3)
        return cls(head, label if head.label == head.title else replace(label, whole=head.title), note)

    @property
    def lines(self) -> int:
        return len(self.label.lines) + len(self.note.lines)


def render_heat(heat: Heat, *, key: str, href: Callable[[Ref], str], words: Callable[[Value | None], str]) -> Markup:
    """Render a heat map as a figure; nothing where there is nothing to show.

    Args:
        heat: What to draw.
        key: Begins all ids in it; unique on the page, and made of letters, digits, `-` and `_`.
        href: Where the names link to.
        words: How a value reads.
    """
    if not heat.panels:
        return Markup()
    columns = max(len(panel.columns) for panel in heat.panels)
    pen = _Pen(key, href, words, columns, columns)
    bands = [band for panel in heat.panels for band in _panel(panel, replace(pen, across=len(panel.columns)))]
    bands += [
        _Band("heat-heads heat-key", _LEGEND_ROW, line, above=8 * (not place))
        for place, line in enumerate(_legend(heat))
    ]
    frame = Frame(
        key=key,
        kind="heat",
        dimension=heat.dimension,
        title=heat.title,
        description=describe(heat, words),
        height=sum(band.above + band.height for band in bands),
        classes=f"heat heat-c{columns}",
    )
    return figure(frame, join((_definitions(heat, key), *_placed(bands))))


def _placed(bands: list[_Band]) -> Iterator[Markup]:
    y = 0.0
    for band in bands:
        y += band.above
        yield element("svg", band.content, class_=band.class_, y=em(y), height=em(band.height), **band.slot)
        y += band.height


def _definitions(heat: Heat, key: str) -> Markup:
    """Define the marks and the hatching, as far as the picture uses them."""
    marks = {_mark(cell.value) for cell in heat.cells()}
    made = [
        element("path", id=f"{key}-{name}", class_="heat-mark", d=path)
        for name, path in _MARK_PATHS.items()
        if name in marks
    ]
    if any(cell.state is State.UNKNOWN for cell in heat.cells()):
        line = element("path", class_="heat-hatch", d="M-1 1l2-2M0 7l7-7M6 8l2-2")
        made.append(element("pattern", line, id=f"{key}-hatch", width=7, height=7, patternUnits="userSpaceOnUse"))
    return element("defs", *made) if made else Markup()


def _panel(panel: Panel, pen: _Pen) -> Iterator[_Band]:
    yield _heads(panel, pen)
    for row in panel.rows:
        yield _row(row, pen)


def _heads(panel: Panel, pen: _Pen) -> _Band:
    room = pen.room
    names = [_Name.of(head, room) for head in panel.columns]
    made = [_name(name, pen, "50%", "100%", first=-8 - (name.lines - 1) * NAME_STEP) for name in names]
    return _Band("heat-heads", max(name.lines for name in names) * NAME_STEP + 12, in_slots(made))


def _name(name: _Name, pen: _Pen, x: str, y: str, *, first: float) -> Markup:
    label = text_block(name.label, x, y, first=first, step=NAME_STEP)
    link = element("a", label, href=pen.href(name.head.ref))
    if not name.note.lines:
        return link
    below = first + len(name.label.lines) * NAME_STEP
    return link + text_block(name.note, x, y, first=below, step=NAME_STEP, more=' class="heat-note"')


def _row(row: HeatRow, pen: _Pen) -> _Band:
    name = _Name.of(row.head, _NAME_ROOM)
    room = pen.room
    texts = [wrap(_cell_words(cell, pen), room, most=pen.lines) for cell in row.cells]
    cells = in_slots([_cell(cell, text, pen) for cell, text in zip(row.cells, texts, strict=True)])
    height = _row_height(row, name, texts)
    label = _name(name, pen, "0", "0", first=(1 - name.lines) * NAME_STEP / 2 + 4.5)
    beside = element("svg", label, class_="heat-name", x="24%", y=em(height / 2))
    return _Band(f"heat-row heat-l{name.lines}", height, beside + element("svg", cells, class_="heat-cells", **_CELLS))


def _row_height(row: HeatRow, name: _Name, texts: list[Wrapped]) -> float:
    inside = max(len(text.lines) for text in texts) * CELL_STEP + _BAR_ROOM * any(cell.bar for cell in row.cells) + 18
    beside = max(name.lines * NAME_STEP + 8, inside, _LEAST_ROW)
    stacked = name.lines * NAME_STEP + 5 + inside
    return -(-max(beside, stacked / GROWTH) // 4) * 4


def _cell_words(cell: HeatCell, pen: _Pen) -> str:
    return pen.words(cell.value) or ABSENT.get(cell.state, "")


def _cell(cell: HeatCell, text: Wrapped, pen: _Pen) -> Markup:
    back = box(_box_class(cell), f"url(#{pen.key}-hatch)" if cell.state is State.UNKNOWN else "")
    mark = _mark(cell.value)
    if mark and len(text.lines) == 1:
        return grouped(back, _marked(text, mark, pen))
    first = 4 - (len(text.lines) - 1) * CELL_STEP / 2 - (_BAR_ROOM / 2 if cell.bar else 0)
    words = text_block(text, "50%", "50%", first=first, step=CELL_STEP)
    return grouped(back, _bar(cell.bar) if cell.bar else Markup(), words)


def _box_class(cell: HeatCell) -> str:
    if cell.state is not State.KNOWN:
        return f"heat-{cell.state}"
    return "heat-plain" if cell.strength is None else f"heat-s{cell.strength}"


def _mark(value: Value | None) -> str | None:
    return _MARKS.get(value.level) if isinstance(value, Choice) else None


def _marked(text: Wrapped, mark: str, pen: _Pen) -> Markup:
    """Put a mark before the word, and the two in the middle."""
    # Half of the margin: in a narrow font the mark stands a little off, in a wide one a little near.
    width = text_width(text.lines[0], pen.room.size, bold=True) * (1 + 1 / MARGIN) / 2
    left = -(width + _MARK_ROOM) / 2
    move = f"translate({number(left)} -6)"
    more = f' dx="{number(_MARK_ROOM / 2)}"'
    sign = copy_of(f"{pen.key}-{mark}", "50%", "50%", more=f' transform="{move}"')
    return element("g", grouped(sign, text_block(text, "50%", "50%", first=4, more=more)))


def _bar(bar: Bar) -> Markup:
    """Draw a bar from zero to the value; what lies between the ends of a range is lighter."""
    near = min(max(bar.zero, bar.low), bar.high)
    parts = [box("heat-track")]
    if near != bar.zero:
        parts.append(_stripe("heat-bar", min(bar.zero, near), max(bar.zero, near)))
    if bar.high > bar.low:
        parts.append(_stripe("heat-reach", bar.low, bar.high))
    if bar.zero > 0:
        parts.append(_stripe("heat-zero", bar.zero, bar.zero))
    return grouped(*parts)


def _stripe(class_: str, start: float, end: float) -> Markup:
    return stripe(class_, _BAR_START + _BAR_LENGTH * start, _BAR_START + _BAR_LENGTH * end)


def _legend(heat: Heat) -> Iterator[Markup]:
    cells = tuple(heat.cells())
    if any(cell.strength is not None for cell in cells):
        yield _shades()
    if any(cell.bar for cell in cells):
        yield element("svg", _bar(Bar(zero=0, low=0.6, high=0.6)), width=48) + _legend_text(legend_of(heat).bars, 52)
    if legend_of(heat).count:
        yield _legend_text(legend_of(heat).count, 2)


def _shades() -> Markup:
    start = 54
    boxes = (element("svg", box(f"heat-s{step}"), x=start + 24 * step, width=26) for step in range(STEPS))
    return _legend_text("worse", 2) + join(boxes) + _legend_text("better", start + 24 * STEPS + 8)


def _legend_text(text: str, x: float) -> Markup:
    return element("text", text, x=number(x), y="50%", dy="4")
