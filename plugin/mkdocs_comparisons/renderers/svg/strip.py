"""Many subjects by one number, best first: bars from zero, or dots where steps are factors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from math import floor

from markupsafe import Markup

from mkdocs_comparisons.model.dimensions import DiagramKind
from mkdocs_comparisons.model.values import State
from mkdocs_comparisons.renderers.svg.axes import Track, fitting_ticks, grid, tick_labels
from mkdocs_comparisons.renderers.svg.figures import Frame, Pen, draw
from mkdocs_comparisons.renderers.svg.legend import count_note, in_one_line, title_of
from mkdocs_comparisons.renderers.svg.pieces import LABEL, NAME, NOTE, VALUE, Piece, box, line, path, text
from mkdocs_comparisons.renderers.svg.sheets import NARROW, WIDE, Part, Sheet
from mkdocs_comparisons.renderers.svg.wrapping import Wrapped
from mkdocs_comparisons.renderers.words import clip
from mkdocs_comparisons.views.ordering import equality_key
from mkdocs_comparisons.views.quantities import Reach
from mkdocs_comparisons.views.strip import Strip, StripRow

_MOST_NAMES = 200
_LEAST_NAMES = 60
_MOST_VALUE = 150
_TO_VALUE = 10
_LONGEST_NOUN = 20
_MARGIN = 20
_INDENT = 9
"""Of names above their bars, which the axis passes."""

_BAR = 12
_DOT = "m0-5a5 5 0 1 0 .01 0z"
_BELOW, _ABOVE = ("<", "<="), (">", ">=")


def render_strip(chart: Strip, pen: Pen) -> Markup:
    """Render the picture of many subjects by one number."""
    frame = Frame.of(DiagramKind.STRIP, chart, pen, _describe(chart, pen))
    return draw(frame, partial(_lay_out, chart, pen))


def _describe(chart: Strip, pen: Pen) -> str:
    known = [row for row in chart.rows if row.reach]
    told = [f"{row.head.title} with {pen.words(row.value)}" for row in (known[0], known[-1])] if known else []
    name = chart.axis.head.title
    if not told:
        return f"{name}: no number for any of these {chart.noun.many}."
    note = f" ({chart.axis.note})" if chart.axis.note else ""
    if len(known) > 1 and len({equality_key(row.value) for row in known if row.value}) == 1:
        start = f"{name}{note}: {pen.words(known[0].value)} for each of {len(known)} {chart.noun.many}."
    else:
        start = f"{name}{note}: {told[0]}" + (f" to {told[1]}." if len(known) > 1 else ".")
    left = len(chart.rows) - len(known)
    return f"{start} No number for {left} of {len(chart.rows)} {chart.noun.many}." if left else start


@dataclass(frozen=True, slots=True)
class _Plan:
    """How all pictures of one axis are laid out at a width."""

    names: float
    """The width of names beside the axis; 0 where they stand above."""

    zero: float
    track: Track
    is_log: bool

    @classmethod
    def at(cls, chart: Strip, pen: Pen, width: int) -> _Plan:
        names = 0.0
        if width == WIDE:
            widest = max(LABEL.width(row.head.label) for row in chart.all_rows)
            names = min(max(widest, _LEAST_NAMES), _MOST_NAMES)
        scale, left = chart.axis.scale, names + 14 if names else 2.0
        # All values have to fit beside their bars.
        rooms = (_room(row, pen, scale.zero, width - left) for row in chart.all_rows)
        length = floor(min([width - left - _MARGIN, *rooms]))
        ends = (left - _MARGIN if names else 0, min(left + length + _MARGIN, width))
        track = Track(left=left, length=length, ends=ends)
        return cls(names, track.x(scale.zero), track, scale.is_log)


def _room(row: StripRow, pen: Pen, zero: float, width: float) -> float:
    """Return how long the axis may be for a row's value to fit beside its bar."""
    words = _words(row, pen)
    needed = VALUE.width(words.lines[0] if words.lines else "") + _TO_VALUE + _tail(row.reach)
    end = max(row.reach.high, zero) if row.reach else zero
    return (width - needed) / end if end > 0 else width


def _lay_out(chart: Strip, pen: Pen, width: int) -> Sheet:
    plan = _Plan.at(chart, pen, width)
    parts, top = _head(chart, pen, width)
    lines: list[Piece] = []
    parts.append(Part(lines))
    y = top + 20
    for row in chart.rows:
        made, height = _row(row, pen, plan, y)
        parts += made
        y += height
    lines += _axis(chart, plan, top + 12, y)
    parts += _notes(chart, y + 18)
    return Sheet(y + 4 + (0 if chart.extent.is_all and chart.attributes == 1 else 20), parts)


def _head(chart: Strip, pen: Pen, width: int) -> tuple[list[Part], float]:
    """Write the attribute's name, and how to read its axis."""
    head = chart.axis.head
    name = NAME.wrap(head.label, width, most=2, is_strict=True)
    note = NOTE.wrap(chart.axis.note, width, most=1, is_strict=True)
    height = 13 + max(len(name.lines) - 1, 0) * NAME.step
    below = Part([text(0, height + 16, note, NOTE)] if note.lines else [])
    link = Part([text(0, 13, name, NAME)], pen.href(head.ref), title_of(head))
    return [link, below], height + (16 if note.lines else 0) + 8


def _axis(chart: Strip, plan: _Plan, y: float, end: float) -> Iterator[Piece]:
    ticks = fitting_ticks(chart.axis.scale, plan.track, 7 if plan.names else 4)
    yield grid(ticks, plan.track, y + 6, end - y - 6)
    yield line(plan.zero, y + 6, 0, end - y - 6, "axis")
    yield from tick_labels(ticks, plan.track, y)


def _notes(chart: Strip, y: float) -> Iterator[Part]:
    """Say how much of all there is the picture shows."""
    if chart.attributes == 1:
        yield count_note(chart.extent, chart.noun.many, y)
        return
    which = f"attribute {chart.attribute} of {chart.attributes}"
    extent = chart.extent
    count = "" if extent.is_all else f"{extent.words} {clip(chart.noun.many, _LONGEST_NOUN)} · "
    yield Part([text(0, y, in_one_line(count + which, NARROW), NOTE)])


def _row(row: StripRow, pen: Pen, plan: _Plan, y: float) -> tuple[list[Part], float]:
    name = LABEL.wrap(row.head.label, plan.names or NARROW - _INDENT, most=2, is_strict=True)
    extra = max(len(name.lines) - 1, 0) * LABEL.step
    if plan.names:
        middle = y + (26 + extra) / 2
        place = text(plan.names, middle - extra / 2 + 4.5, name, LABEL, anchor="end", class_="halo")
        height = 26.0 + extra
    else:
        middle, height = y + 28 + extra, 46.0 + extra
        place = text(_INDENT, y + 14, name, LABEL, class_="halo")
    link = Part([place], pen.href(row.head.ref), title_of(row.head))
    return [link, Part(list(_marks(row, pen, plan, middle)))], height


def _marks(row: StripRow, pen: Pen, plan: _Plan, y: float) -> Iterator[Piece]:
    words, reach = _words(row, pen), row.reach
    if reach is None:
        yield text(plan.zero + 8, y + 4, words, NOTE, class_="halo")
        start = plan.zero + 16 + (NOTE.width(words.lines[0]) if words.lines else 0)
        end = plan.track.left + plan.track.length
        if row.state is State.UNKNOWN and end > start:
            yield line(start, y, end - start, 0, "rule edge")
        return
    yield from _dot(reach, plan, y) if plan.is_log else _bar(reach, plan, y)
    end = max(plan.track.x(reach.high), plan.zero)
    if reach.bound in _ABOVE:
        yield line(end, y, _tail(reach), 0, "stroke edge q")
    yield text(end + _TO_VALUE + _tail(reach), y + 4.5, words, VALUE, class_="halo")


def _bar(reach: Reach, plan: _Plan, y: float) -> Iterator[Piece]:
    """Draw a bar from zero to the nearer end of a range, and the range itself lighter; so too what is only a limit."""
    low, high = plan.track.x(reach.low), plan.track.x(reach.high)
    start, end = (plan.zero, low) if low >= plan.zero else (min(high, plan.zero), plan.zero)
    if reach.bound in _BELOW:
        low, end = min(start, low), start
    if end > start:
        yield box(start, y - _BAR / 2, max(end - start, 1.5), _BAR, "solid q", round=2)
    if high > low:
        yield box(low, y - _BAR / 2 + 0.6, high - low, _BAR - 1.2, "tint q", round=2)


def _dot(reach: Reach, plan: _Plan, y: float) -> Iterator[Piece]:
    low, middle, high = (plan.track.x(share) for share in (reach.low, reach.middle, reach.high))
    if low > plan.zero:
        yield line(plan.zero, y, low - plan.zero, 0, "wire edge q" if reach.bound in _BELOW else "rule")
    if high > low:
        yield box(low, y - 2.5, high - low, 5, "solid q", round=2.5)
    yield path(middle, y, _DOT, "solid q")


def _words(row: StripRow, pen: Pen) -> Wrapped:
    return VALUE.wrap(pen.words(row.value), _MOST_VALUE, most=1)


def _tail(reach: Reach | None) -> float:
    return 16 if reach and reach.bound in _ABOVE else 0
