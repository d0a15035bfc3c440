"""Dates on a line: from left to right where there is room, else from top to bottom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from markupsafe import Markup

from mkdocs_comparisons.model.dimensions import DiagramKind
from mkdocs_comparisons.renderers.svg.figures import Frame, Pen, draw
from mkdocs_comparisons.renderers.svg.flow import Item, column_of, flow
from mkdocs_comparisons.renderers.svg.legend import title_of
from mkdocs_comparisons.renderers.svg.pieces import (
    HEAD,
    NOTE,
    TICK,
    VALUE,
    Piece,
    box,
    colour_of,
    line,
    mark,
    path,
    text,
)
from mkdocs_comparisons.renderers.svg.shapes import number
from mkdocs_comparisons.renderers.svg.sheets import WIDE, Part, Sheet
from mkdocs_comparisons.renderers.svg.timeline_lanes import (
    SIGN_ROOM,
    STEM_GAP,
    Label,
    Ruler,
    axis_of,
    label_of,
    lanes_of,
    repeated,
    ruler_of,
)
from mkdocs_comparisons.renderers.svg.timeline_rows import dates_width_of, rows_of
from mkdocs_comparisons.renderers.svg.timeline_words import count_words, describe_timeline, undated_words
from mkdocs_comparisons.views.time_axis import TimeAxis
from mkdocs_comparisons.views.timeline import Lane, Timeline, Undated

_AXIS = 22
"""The height of the axis's names."""

_HEAD = 26
_BESIDE = 4
"""What a lane's name needs of its own where the highest labels stand beside it, on one line with it."""

_SIGN = 16
_APART = 12
_LANE = 20
_LEAST_BAR = 10
_DOT = "m0-4a4 4 0 1 0 .01 0z"


def render_timeline(chart: Timeline, pen: Pen) -> Markup:
    """Render dates on a line."""
    frame = Frame.of(DiagramKind.TIMELINE, chart, pen, describe_timeline(chart, pen))
    axis = axis_of(chart, pen)
    labels = [[label_of(event, pen, axis, is_shared=chart.is_shared) for event in lane.events] for lane in chart.lanes]
    return draw(frame, partial(_lay_out, _Plan(chart, pen, axis, labels)))


@dataclass(frozen=True, slots=True)
class _Plan:
    chart: Timeline
    pen: Pen
    axis: TimeAxis
    labels: Sequence[Sequence[Label]]
    """By lane."""

    @property
    def all_labels(self) -> list[Label]:
        return [label for labels in self.labels for label in labels]

    def head(self, lane: Lane, y: float, width: float) -> Part:
        """Draw the name of a lane."""
        start = 0 if self.chart.is_shared else _SIGN
        name = HEAD.wrap(lane.head.label, width - start, most=1, is_strict=True)
        # The lines of the axis pass behind.
        pieces = [text(start, y + 17, name, HEAD, class_=f"{colour_of(lane.head.place)} halo" if start else "halo")]
        if start:
            pieces.insert(0, mark(6, y + 12, lane.head.place))
        return Part(pieces, self.pen.href(lane.head.ref), title_of(lane.head))

    def link(self, label: Label, pieces: list[Piece]) -> Part:
        """Link an event: to its subject where that is its name, else to its claim."""
        ref = label.head.ref if self.chart.is_shared else label.event.ref
        return Part(pieces, self.pen.href(ref), title_of(label.head))


def _lay_out(plan: _Plan, width: int) -> Sheet:
    parts, y = _across(plan, width) if width == WIDE else _down(plan, width)
    rows = [list(_undated(entry, plan.pen)) for entry in plan.chart.undated]
    start = column_of(rows, width)
    for items in rows:
        made, y = flow(items, plan.pen, y + 4, width, start=start)
        parts += made
    notes = NOTE.wrap(count_words(plan.chart), width, most=3, is_strict=True)
    if notes.lines:
        parts.append(Part([text(0, y + 18, notes, NOTE)]))
        y += 8 + len(notes.lines) * NOTE.step
    return Sheet(y, parts)


def _undated(entry: Undated, pen: Pen) -> Iterator[Item]:
    yield Item(undated_words(entry, pen))
    yield from [Item(head.label, head) for head in entry.subjects]
    if entry.more:
        yield Item(f"and {entry.more} more")


def _across(plan: _Plan, width: int) -> tuple[list[Part], float]:
    ruler = ruler_of(plan.axis, plan.all_labels, plan.pen, width)
    y = float(_AXIS)
    parts: list[Part] = []
    for lane, narrower in zip(plan.chart.lanes, plan.labels, strict=True):
        parts.append(plan.head(lane, y, width))
        labels = [label.widened(ruler, width) for label in narrower]
        places = lanes_of(labels, ruler)
        bottom = y + _above(lane, labels, places, ruler) + (max(places, default=0) + 1) * _LANE + 6
        parts.append(
            Part([line(ruler.left, bottom, ruler.right - ruler.left, 0, "axis"), *_bars(plan, labels, ruler, bottom)])
        )
        for label, place, is_repeated in zip(labels, places, repeated(labels), strict=True):
            parts.append(plan.link(label, list(_label(label, ruler, bottom, place, is_repeated=is_repeated))))
        y = bottom + 18
    axis = Part([*_grid(ruler, y - 6)] if plan.chart.lanes else [])
    has_bars = any(piece.shape.startswith("<rect") for part in parts for piece in part.pieces)
    words = "bar: only the month or the year is known"
    note = Part([text(0, y + 10, words, NOTE)] if has_bars else [])
    return [axis, *parts, note], y + (14 if has_bars else 0)


def _above(lane: Lane, labels: Sequence[Label], places: Sequence[int], ruler: Ruler) -> float:
    """Return the height of a lane's name; where no label is in its way, the highest stand beside it."""
    top, end = max(places, default=0), _SIGN + HEAD.width(lane.head.label) + _APART
    at = [ruler.x(label.event.span.first) for label, place in zip(labels, places, strict=True) if place == top]
    return _HEAD if min(at, default=0) < end else _BESIDE


def _grid(ruler: Ruler, bottom: float) -> Iterator[Piece]:
    """Draw the axis: its names, and a thin line down from each."""
    at = [ruler.x(tick.day) for tick in ruler.axis.ticks]
    for x, name in zip(at, ruler.names, strict=True):
        yield text(x, 12, name, TICK, anchor="middle")
    down = number(bottom - _AXIS + 4)
    steps = [f"v{down}", *(f"m{number(after - before)} -{down}v{down}" for before, after in pairwise(at))]
    if at:
        yield path(at[0], _AXIS - 4, "".join(steps), "rule")


def _bars(plan: _Plan, labels: Sequence[Label], ruler: Ruler, y: float) -> Iterator[Piece]:
    """Draw how long a year or month is, where other dates are known more exactly."""
    finest = max((span.precision for span in plan.chart.spans), default=0)
    for label in labels:
        span = label.event.span
        start, end = ruler.x(span.first), min(ruler.x(span.end), ruler.right)
        if span.precision < finest and end - start >= _LEAST_BAR:
            class_ = "o" if plan.chart.is_shared else colour_of(label.event.subject.place)
            yield box(start, y - 2.5, end - start, 5, f"solid {class_}", round=2.5)


def _label(label: Label, ruler: Ruler, bottom: float, place: int, *, is_repeated: bool) -> Iterator[Piece]:
    x, y = ruler.x(label.event.span.first), bottom - 13 - place * _LANE
    yield line(x, bottom, 0, y - bottom - 9, "axis")
    yield from _sign(label, x, bottom, x + STEM_GAP + label.start - SIGN_ROOM / 2, y, is_repeated=is_repeated)
    if label.has_sign:
        yield text(x + STEM_GAP, y, label.date, VALUE, class_="halo")
        colour = colour_of(label.event.subject.place)
        yield text(x + STEM_GAP + label.start, y, label.line(), label.style, class_=f"halo {colour}")
    else:
        yield text(x + STEM_GAP, y, label.line(), label.style, class_="halo", lead=label.date)


def _sign(label: Label, x: float, line_y: float, sign_x: float, y: float, *, is_repeated: bool) -> Iterator[Piece]:
    """Draw the mark on the line; where subjects share it, that is a dot, and their signs stand at their names."""
    if not is_repeated:
        yield path(x, line_y, _DOT, "mark o") if label.has_sign else mark(x, line_y, label.event.subject.place)
    if label.has_sign:
        yield mark(sign_x, y - 4.5, label.event.subject.place)


def _down(plan: _Plan, width: int) -> tuple[list[Part], float]:
    dates = dates_width_of(plan.all_labels)
    days = [span.first for span in plan.chart.spans]
    parts: list[Part] = [Part()]
    y = 0.0
    for lane, labels in zip(plan.chart.lanes, plan.labels, strict=True):
        parts.append(plan.head(lane, y, width))
        rows = rows_of(labels, dates, width, max(days) - min(days))
        top = y + _HEAD + 12
        parts.append(Part([line(rows.line_x, top, 0, rows.line_height, "axis")] if rows.line_height else []))
        parts += [plan.link(label, list(rows.pieces(place, top))) for place, label in enumerate(labels)]
        y = top + rows.height + 4
    return [*parts, Part()], y
