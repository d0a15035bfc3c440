"""Layers upon each other, stack beside stack: what is shared, what each instance has, and where the boundary runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from markupsafe import Markup

from mkdocs_comparisons.model.dimensions import DiagramKind
from mkdocs_comparisons.renderers.svg.figures import Frame, Pen, draw, hatching
from mkdocs_comparisons.renderers.svg.legend import count_note, subject_link
from mkdocs_comparisons.renderers.svg.pieces import HEAD, NOTE, Piece, box, text
from mkdocs_comparisons.renderers.svg.sheets import WIDE, Part, Sheet
from mkdocs_comparisons.renderers.svg.stack_boxes import (
    FRAME,
    NEUTRAL,
    ROOM,
    Brush,
    brush_of,
    colour_class,
    draw_boxes,
    hatched,
)
from mkdocs_comparisons.renderers.words import clip
from mkdocs_comparisons.views.stack import Stack, StackChart

_GUTTER = WIDE - 2 * ROOM
_HEAD_ROOM = 30
_MARK_ROOM = 16
_ROW_GAP = 36
_FAR = 64
_LEGEND_ROW = 24
_SWATCH = 26
_MOST_TOLD = 300


def render_stack(chart: StackChart, pen: Pen) -> Markup:
    """Render the picture of some stacks."""
    brush = brush_of(chart, pen)
    drawn = [_draw(stack, brush) for stack in chart.stacks]
    is_hatched = any(course.mark for stack in chart.stacks for _, course in stack.courses)
    frame = Frame.of(DiagramKind.STACK, chart, pen, _describe(chart, pen))
    return draw(frame, partial(_lay_out, chart, brush, drawn), definitions=hatching(pen.key) if is_hatched else None)


def _describe(chart: StackChart, pen: Pen) -> str:
    return " ".join(
        [f"{stack.head.title}{_way(stack)}: {clip(pen.words(stack.value), _MOST_TOLD)}." for stack in chart.stacks]
    )


def _way(stack: Stack) -> str:
    return ", from the bottom to the top" if stack.tiers else ""


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A stack whose name begins at 0, 0 and whose boxes begin there too."""

    top: list[Part]
    """Its name and caption."""

    above: float
    """The room of these, in px."""

    boxes: list[Part]
    height: float
    """The room of the boxes, in px."""


def _draw(stack: Stack, brush: Brush) -> _Drawn:
    is_short = HEAD.width(stack.head.title) + _MARK_ROOM <= ROOM
    head = replace(stack.head, label=stack.head.title) if is_short else stack.head
    room = min(HEAD.width(head.label) + _MARK_ROOM, ROOM)
    top = [subject_link(head, brush.pen, (ROOM - room) / 2, 17, room)]
    above = float(_HEAD_ROOM)
    caption = NOTE.wrap(brush.pen.text(stack.caption), ROOM) if stack.caption else None
    # A sentence that breaks off says little, and the table has the whole.
    if caption and not caption.whole:
        top.append(Part([text(ROOM / 2, above + 6, caption, NOTE, anchor="middle")]))
        above += len(caption.lines) * NOTE.step + 6
    boxes, height = draw_boxes(stack, brush)
    return _Drawn(top, above, boxes, height)


def _lay_out(chart: StackChart, brush: Brush, drawn: Sequence[_Drawn], width: int) -> Sheet:
    parts: list[Part] = []
    in_row = 2 if width == WIDE else 1
    rows = [drawn[start : start + in_row] for start in range(0, len(drawn), in_row)]
    y = 0.0
    for row in rows:
        above, height = max(each.above for each in row), max(each.height for each in row)
        left = _left(row, width)
        for place, stack in enumerate(row):
            x = left + place * (ROOM + _GUTTER)
            # All stacks of a row stand on one line. Their names do too, unless that is far above what they name.
            gap = above + height - stack.above - stack.height
            parts += _moved(stack.top, x, y + (gap if gap > _FAR else 0))
            parts += _moved(stack.boxes, x, y + above + height - stack.height)
        y += above + height + _ROW_GAP
    legend, height = _legend(chart, brush, _left(rows[0], width), y - _ROW_GAP + 12, width)
    return Sheet(y - _ROW_GAP + 12 + height, [*parts, *legend])


def _left(row: Sequence[_Drawn], width: int) -> float:
    return (width - len(row) * ROOM - (len(row) - 1) * _GUTTER) / 2


def _moved(parts: Iterable[Part], dx: float, dy: float) -> Iterator[Part]:
    for part in parts:
        yield Part([Piece(x + dx, y + dy, shape) for x, y, shape in part.pieces], part.href, part.title)


def _legend(chart: StackChart, brush: Brush, left: float, y: float, width: int) -> tuple[list[Part], float]:
    """Lay out what the frame and the hatching mean, what is shown, and how much of all there is."""
    parts: list[Part] = []
    x, top, room = left, y, width - 2 * left
    for part, needed in _entries(chart, brush, room):
        if x > left and x + needed > left + room:
            x, y = left, y + _LEGEND_ROW
        parts += _moved([part], x, y)
        x += needed + _SWATCH
    y += _LEGEND_ROW
    parts += _moved([count_note(chart.extent, chart.noun, 16)], left, y)
    return parts, y + (0 if chart.extent.is_all else _LEGEND_ROW) - top


def _entries(chart: StackChart, brush: Brush, room: float) -> Iterator[tuple[Part, float]]:
    if any(tier.is_bounded for stack in chart.stacks for tier in stack.tiers):
        yield _entry([box(0, 2, _SWATCH, 18, FRAME, round=6)], chart.boundary, room)
    if brush.mark:
        colours = {colour_class(course) for stack in chart.stacks for _, course in stack.courses if course.mark}
        colour = colours.pop() if len(colours) == 1 else NEUTRAL
        swatch = [box(0, 2, _SWATCH, 18, f"tint {colour}"), hatched(0, 2, _SWATCH, 18, brush.pen.key)]
        yield _entry(swatch, brush.mark, room)
    count = f" · {chart.of - chart.left_out} of {chart.of} attributes" if chart.left_out else ""
    name = NOTE.wrap(chart.attribute.label, room - NOTE.width(count), most=1, is_strict=True)
    words = f"{''.join(name.lines)}{count}"
    yield Part([text(0, 16, words, NOTE)], brush.pen.href(chart.attribute.ref), name.whole), NOTE.width(words)


def _entry(swatch: list[Piece], words: str, room: float) -> tuple[Part, float]:
    start = _SWATCH + 8
    wrapped = NOTE.wrap(words, room - start, most=1, is_strict=True)
    return Part([*swatch, text(start, 16, wrapped, NOTE)]), start + NOTE.width("".join(wrapped.lines))
