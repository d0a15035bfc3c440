"""Heat maps.

Unlike other kinds a grid of cells is not laid out twice: places across are shares of the width, places down shares of
the height. In narrow rooms names stand above their rows, and the picture grows by half to make room for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from mkdocs_comparisons.model.dimensions import DiagramKind
from mkdocs_comparisons.model.values import State
from mkdocs_comparisons.renderers.svg.figures import Frame, Pen, figure, hatching
from mkdocs_comparisons.renderers.svg.heat_cells import BAR_ROOM, LINE, CellPen, draw_bar, mark_of
from mkdocs_comparisons.renderers.svg.heat_words import describe, legend_of, note_of
from mkdocs_comparisons.renderers.svg.pieces import LABEL, NAME, NOTE, TICK, VALUE, Style
from mkdocs_comparisons.renderers.svg.shapes import defined, inner, linked, number, percent, rect, slots, text_block
from mkdocs_comparisons.renderers.svg.sheets import WIDE
from mkdocs_comparisons.renderers.svg.wrapping import WORD_GRACE, Room, Wrapped
from mkdocs_comparisons.views.heat import STEPS, Bar, Heat, HeatCell
from mkdocs_comparisons.views.scope import Head

# The style sheet has the same numbers.
NAMES = 0.24
"""Share of the width that names take beside the cells."""

NARROWEST = (340, 340, 340, 340, 420, 492, 588)
"""Px below which the cells scroll sideways, by their number of columns."""

ALWAYS_STACKED = 7
"""With so many columns names stand above their rows in wide rooms too."""

DENSE = 4
"""From this many columns on, letters are smaller."""

GROWTH = 1.5
EM = 16
"""Px of an `em` of the names beside their rows."""

STEP = 16
"""From line to line of a name, in px."""

_GUTTER = 14
_NAME_WIDTH = WIDE * NAMES - _GUTTER - WORD_GRACE
_LEAST_ROW = 40
_LEGEND_ROW = 24
_LEGEND_BOX = 22
_BESIDE = f'x="{percent(NAMES)}" width="{percent(1 - NAMES)}"'


@dataclass(frozen=True, slots=True)
class _Name:
    """A row's or column's name in lines."""

    head: Head
    label: Wrapped
    note: Wrapped
    style: Style

    @classmethod
    def of(cls, head: Head, note: str, width: float, style: Style) -> _Name:
        below = TICK.wrap(note, width)
        label = style.wrap(head.label, width, most=2 if below.lines else 3)
        return cls(head, label if head.label == head.title else Wrapped(label.lines, head.title), below, style)

    @property
    def lines(self) -> int:
        return len(self.label.lines) + len(self.note.lines)

    def draw(self, pen: Pen, place: str, x: str, first: float) -> str:
        label = text_block(self.label, place, x=x, first=first, step=STEP, class_=self.style.name)
        link = linked(pen.href(self.head.ref), label)
        if not self.note.lines:
            return link
        below = first + len(self.label.lines) * STEP
        return link + text_block(self.note, place, x=x, first=below, step=STEP, class_=TICK.name)


@dataclass(frozen=True, slots=True)
class _Band:
    """A horizontal part of the picture."""

    attributes: str
    height: float
    """In px beside names."""

    content: str


@dataclass(frozen=True, slots=True)
class _Grid:
    """A heat map the way it lies."""

    columns: Sequence[tuple[Head, str]]
    """With a note each."""

    rows: Sequence[tuple[Head, str, Sequence[HeatCell]]]

    @classmethod
    def of(cls, heat: Heat) -> _Grid:
        subjects = [(head, "") for head in heat.subjects]
        attributes = [(line.head, note_of(line)) for line in heat.lines]
        if not heat.is_flipped:
            return cls(subjects, [(*name, line.cells) for name, line in zip(attributes, heat.lines, strict=True)])
        columns = zip(*(line.cells for line in heat.lines), strict=True)
        return cls(attributes, [(*name, cells) for name, cells in zip(subjects, columns, strict=True)])

    @property
    def width(self) -> float:
        """Return the room that a cell's text has where the picture is as narrow as it gets."""
        across = len(self.columns)
        beside = WIDE * (1 - NAMES) if across < ALWAYS_STACKED else WIDE
        return min(NARROWEST[across - 1], beside) / across - _GUTTER

    @property
    def is_dense(self) -> bool:
        return len(self.columns) >= DENSE


def render_heat(heat: Heat, pen: Pen) -> Markup:
    """Render a heat map as a figure."""
    grid = _Grid.of(heat)
    size = VALUE.size if grid.is_dense else NAME.size
    cells = CellPen(pen, Room(grid.width, size, bold=True), most=4 if len(grid.columns) < 3 else 3)
    bands = [_heads(grid, pen), *(_row(row, grid, cells) for row in grid.rows), *_legend(heat)]
    height = sum(band.height for band in bands)
    frame = Frame.of(DiagramKind.HEAT, heat, pen, describe(heat, pen.words))
    drawing = _definitions(heat, cells) + _placed(bands, height)
    # As for other pictures, the font size is the height in narrow rooms.
    sizes = {"height": number(height), "font_size": number(height * GROWTH)}
    return figure(frame, Markup(drawing), class_=f"heat c{len(grid.columns)}", **sizes)  # noqa: S704 - its parts escape what they hold


def _placed(bands: Sequence[_Band], whole: float) -> str:
    made = []
    y = 0.0
    for band in bands:
        place = f'y="{percent(y / whole)}" height="{percent(band.height / whole)}"'
        made.append(inner(f"{band.attributes} {place}", band.content))
        y += band.height
    return "".join(made)


def _definitions(heat: Heat, cells: CellPen) -> str:
    """Define the signs and the hatching, as far as the picture uses them."""
    signs = {mark_of(cell): cell for cell in heat.cells()}
    made = "".join([cells.define_mark(signs[mark]) for mark in ("yes", "part", "no") if mark in signs])
    hatch = hatching(cells.pen.key) if any(cell.state is State.UNKNOWN for cell in heat.cells()) else ""
    # Plain text on purpose: `Markup` would escape what is put beside it.
    return "".join((defined(made), hatch))


def _heads(grid: _Grid, pen: Pen) -> _Band:
    style = VALUE if grid.is_dense else NAME
    names = [_Name.of(head, note, grid.width, style) for head, note in grid.columns]
    place = 'x="50%" y="100%"'
    made = [
        inner(slot, name.draw(pen, place, "50%", -8 - (name.lines - 1) * STEP))
        for slot, name in zip(slots(len(names)), names, strict=True)
    ]
    height = max(name.lines for name in names) * STEP + 12
    return _Band(f'{_BESIDE} text-anchor="middle"', height, "".join(made))


def _row(row: tuple[Head, str, Sequence[HeatCell]], grid: _Grid, pen: CellPen) -> _Band:
    head, note, cells = row
    name = _Name.of(head, note, _NAME_WIDTH, LABEL)
    texts = [pen.words(cell) for cell in cells]
    height = _row_height(name, texts, has_bar=any(cell.bar for cell in cells))
    label = name.draw(pen.pen, 'x="-12" y="0"', "-12", (1 - name.lines) * STEP / 2 + 4.5)
    beside = inner(f'class="names" x="{percent(NAMES)}" y="{number(height / 2 / EM)}em"', label)
    size = "cells" if grid.is_dense else "cells big"
    shown = inner(f'class="{size}" {_BESIDE}', pen.row(cells, texts))
    return _Band(f'class="l{name.lines}"', height, beside + shown)


def _row_height(name: _Name, texts: Sequence[Wrapped], *, has_bar: bool) -> float:
    inside = max(len(text.lines) for text in texts) * LINE + BAR_ROOM * has_bar + 18
    beside = max(name.lines * STEP + 8, inside, _LEAST_ROW)
    stacked = name.lines * STEP + 9 + inside
    return -(-max(beside, stacked / GROWTH) // 4) * 4


def _legend(heat: Heat) -> Iterator[_Band]:
    lines = []
    if any(cell.strength is not None for cell in heat.cells()):
        lines.append(_shades())
    words = legend_of(heat)
    if any(cell.bar for cell in heat.cells()):
        bar = draw_bar(Bar(zero=0, low=0.6, high=0.6))
        lines.append(inner(f'width="48" height="{_LEGEND_BOX}"', bar) + _legend_text(words.bars, 52))
    if words.count:
        lines += [_legend_text(line, 2) for line in _count(words.count)]
    if lines:
        yield _Band(_BESIDE, 8, "")
    for line in lines:
        yield _Band(_BESIDE, _LEGEND_ROW, line)


def _count(words: str) -> Sequence[str]:
    """Break how much is shown where the author's nouns are long."""
    room = NARROWEST[0] - 4
    return (words,) if NOTE.width(words) <= room else NOTE.wrap(words, room, is_strict=True).lines


def _shades() -> str:
    start = 44
    size = f'y="1" width="26" height="{_LEGEND_BOX}"'
    boxes = [inner(f'x="{start + 24 * step}" {size}', rect(f"t{step}")) for step in range(STEPS)]
    return _legend_text("worse", 2) + "".join(boxes) + _legend_text("better", start + 24 * STEPS + 8)


def _legend_text(text: str, x: float) -> str:
    return text_block(Wrapped((text,)), f'x="{number(x)}"', x="", first=16, class_=NOTE.name)
