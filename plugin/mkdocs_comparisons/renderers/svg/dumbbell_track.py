"""The axis of one attribute, with the values of a few subjects on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_comparisons.renderers.svg.axes import Track, axis_line, fitting_ticks, on_grid, spread, tick_labels
from mkdocs_comparisons.renderers.svg.figures import Pen
from mkdocs_comparisons.renderers.svg.metrics import MARGIN
from mkdocs_comparisons.renderers.svg.pieces import NOTE, VALUE, Piece, box, colour_of, line, mark, text
from mkdocs_comparisons.renderers.svg.wrapping import Wrapped
from mkdocs_comparisons.views.dumbbell import Dumbbell, DumbbellRow
from mkdocs_comparisons.views.quantities import Reach
from mkdocs_comparisons.views.scope import Head

_LANE = 14
_HALF_MARK = 7
_SIGN = 16
"""The room of a sign before words."""

_LINE = 17
_TO_VALUES = 13
"""From the uppermost marks to the values above them."""

_TO_TICKS = 19
_MOST_TICKS = 6
_GAP = 18
_MOST_PUSHED = 9
"""A value that stands further from its mark gets the subject's sign."""

_MOST_SPARE = 8
"""By how much a value may stand off the middle of its room; the next one's is a little further away."""

_LEAST_TAIL = 14
"""Of what shows that a number is only a limit; it may run out of the axis."""

_BELOW, _ABOVE = ("<", "<="), (">", ">=")


@dataclass(frozen=True, slots=True)
class Drawn:
    """Pieces about an axis at y = 0, and how far they reach above and below it."""

    pieces: list[Piece]
    above: float
    below: float


def draw_track(chart: Dumbbell, row: DumbbellRow, pen: Pen, track: Track) -> Drawn:
    """Draw an axis with its ticks, marks and values, and above it in words of whom nothing is known."""
    if not row.is_known:
        return Drawn(list(_silent(chart, row, pen, track, 4.5)), 12, 10)
    reaches = [(head, cell.reach) for head, cell in zip(chart.subjects, row.cells, strict=True) if cell.reach]
    lanes = _lanes([reach for _, reach in reaches], track)
    ticks = fitting_ticks(row.axis.scale, track, _MOST_TICKS)
    pieces = [axis_line(ticks, track, 0), *_connection([reach for _, reach in reaches], track)]
    for (head, reach), lane in zip(reaches, lanes, strict=True):
        pieces += _marks(head, reach, track, -lane * _LANE)
    above: float = max(lanes) * _LANE + _TO_VALUES
    made, height = _values(chart, row, pen, track, -above)
    pieces += made
    above += height
    silent = list(_silent(chart, row, pen, track, -above - 4))
    pieces += silent
    pieces += tick_labels(ticks, track, _TO_TICKS)
    return Drawn(pieces, above + (_LINE if silent else 0), _TO_TICKS + 4)


def _lanes(reaches: list[Reach], track: Track) -> list[int]:
    """Return how high each mark stands: on the axis, or above what it would hide."""
    taken: list[list[tuple[float, float]]] = []
    lanes = []
    for reach in reaches:
        middle = track.x(reach.middle)
        low, high = min(track.x(reach.low), middle - _HALF_MARK), max(track.x(reach.high), middle + _HALF_MARK)
        free = (lane for lane, spans in enumerate(taken) if all(high < one or other < low for one, other in spans))
        lane = next(free, len(taken))
        if lane == len(taken):
            taken.append([])
        taken[lane].append((low, high))
        lanes.append(lane)
    return lanes


def _connection(reaches: list[Reach], track: Track) -> Iterator[Piece]:
    places = [track.x(reach.middle) for reach in reaches]
    if max(places) - min(places) > 1:
        yield line(min(places), 0, max(places) - min(places), 0, "stroke o")


def _marks(head: Head, reach: Reach, track: Track, y: float) -> Iterator[Piece]:
    colour, low, middle, high = colour_of(head.place), track.x(reach.low), track.x(reach.middle), track.x(reach.high)
    if high - low > 1:
        yield box(low, y - 2.5, high - low, 5, f"solid {colour}", round=2.5)
    if reach.bound in _BELOW:
        end = min(track.left, middle - _LEAST_TAIL)
        yield line(end, y, middle - end, 0, f"stroke edge {colour}")
    elif reach.bound in _ABOVE:
        yield line(middle, y, max(track.left + track.length, middle + _LEAST_TAIL) - middle, 0, f"stroke edge {colour}")
    yield mark(middle, y, head.place)


def _values(chart: Dumbbell, row: DumbbellRow, pen: Pen, track: Track, y: float) -> tuple[list[Piece], float]:
    """Write the values from a baseline on upwards, each at its mark; return the height besides."""
    first, last = track.ends
    known = [(head, cell) for head, cell in zip(chart.subjects, row.cells, strict=True) if cell.reach]
    words = [VALUE.wrap(pen.words(cell.value), last - first - _SIGN, most=1) for _, cell in known]
    centres = [track.x(cell.reach.middle) for _, cell in known if cell.reach]
    widths = [VALUE.width(each.lines[0]) if each.lines else 0 for each in words]
    lines = spread(centres, widths, (first, last))
    has_signs = len(known) > 2 or any(abs(at - centres[place]) > _MOST_PUSHED for each in lines for place, at in each)
    if has_signs:
        lines = spread(centres, [width + _SIGN for width in widths], (first, last))
    pieces: list[Piece] = []
    for height, each in enumerate(lines):
        for place, at in each:
            (head, _), baseline, width = known[place], y - height * _LINE, widths[place]
            if has_signs:
                pieces += _signed(head, words[place], _start(at, width, last), baseline)
            else:
                colour = colour_of(head.place)
                pieces.append(text(at, baseline, words[place], VALUE, anchor="middle", class_=colour))
    return pieces, len(lines) * _LINE - 4


def _start(centre: float, width: float, last: float) -> float:
    """Return where a value with its sign begins, so that in a usual font it is in the middle of its room."""
    spare = min(width * (1 - 1 / MARGIN), 2 * _MOST_SPARE)
    return on_grid(min(centre - (_SIGN + width - spare) / 2, last - _SIGN - width))


def _signed(head: Head, words: Wrapped, x: float, y: float) -> Iterator[Piece]:
    yield mark(x + 6, y - 4, head.place)
    yield text(x + _SIGN, y, words, VALUE, class_=colour_of(head.place))


def _silent(chart: Dumbbell, row: DumbbellRow, pen: Pen, track: Track, y: float) -> Iterator[Piece]:
    """Say of whom nothing is known, side by side: a dashed sign, and why."""
    silent = [(head, cell) for head, cell in zip(chart.subjects, row.cells, strict=True) if not cell.reach]
    room = (track.ends[1] - track.left) / max(len(silent), 1) - _SIGN - _GAP
    x = track.left
    for head, cell in silent:
        words = NOTE.wrap(pen.words(cell.value), room, most=1)
        yield mark(x, y - 4, head.place, "wire edge")
        yield text(x + _SIGN - 4, y, words, NOTE)
        x += on_grid(_SIGN + _GAP + max((NOTE.width(each) for each in words.lines), default=0))
