"""The plane of a quadrant: where values lie on it, and what its axes have written at them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from mkdocs_comparisons.renderers.svg.crowding import Area, Point, Room, spread, swarm
from mkdocs_comparisons.renderers.svg.pieces import NOTE, TICK, Piece, text
from mkdocs_comparisons.renderers.svg.sheets import WIDE
from mkdocs_comparisons.renderers.svg.wrapping import Wrapped
from mkdocs_comparisons.views.quadrant import Quadrant, QuadrantAxis
from mkdocs_comparisons.views.scales import Tick

SEAT = 21.0
"""What a point needs that stands beside another, in px."""

_HEIGHT, _NARROW_HEIGHT = 330.0, 280.0
_COLUMN, _NARROW_COLUMN = 120.0, 76.0
_LEAST_COLUMN = 18.0
_EDGE = 3
_GAP = 8
_RIGHT = 14
_BAND_GAP = 16
_MOST_NAMED = 12
_MARGIN = 12
"""Between the ends of an axis of numbers and the frame: a mark may stand on an end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plane:
    """A rectangle between two axes."""

    chart: Quadrant
    area: Area
    up: tuple[Wrapped, ...]
    """The level names of the axis that goes up, from the bottom; none where it has numbers."""

    across: tuple[Wrapped, ...]
    """The level names of the other axis; none where it has numbers, or where they do not fit."""

    @classmethod
    def fitted(cls, chart: Quadrant, width: int, top: float) -> Plane:
        """Return a plane as wide as the picture allows, and high enough for all points."""
        is_wide = width == WIDE
        up = tuple(
            NOTE.wrap(name, _COLUMN if is_wide else _NARROW_COLUMN, most=3, is_strict=True) for name in chart.y.levels
        )
        lines = [NOTE.width(line) for name in up for line in name.lines]
        lines += [TICK.width(tick.label) for tick in chart.y.ticks]
        left = min(max([*lines, _LEAST_COLUMN]), _COLUMN if is_wide else _NARROW_COLUMN + 12) + _EDGE + _GAP
        right = width - _RIGHT
        height = _HEIGHT if is_wide else _NARROW_HEIGHT
        rows = _rows(chart, right - left)
        tall = max((len(name.lines) * NOTE.step for name in up), default=0)
        height = max(height, len(up) * max(rows * SEAT + _BAND_GAP, tall + 8))
        area = Area(round(left), top, right, top + round(height))
        return cls(chart=chart, area=area, up=up, across=_fitting(chart.x.levels, right - left))

    def x(self, share: float) -> float:
        margin = 0.0 if self.chart.x.levels else _MARGIN
        return self.area.left + margin + (self.area.right - self.area.left - 2 * margin) * share

    def y(self, share: float) -> float:
        margin = 0.0 if self.chart.y.levels else _MARGIN
        return self.area.bottom - margin - (self.area.bottom - self.area.top - 2 * margin) * share

    @property
    def has_names(self) -> bool:
        """Whether names may find room; among many points on two axes of numbers they do not."""
        return len(self.chart.points) <= _MOST_NAMED or bool(self.chart.x.levels or self.chart.y.levels)

    def places(self, near: float) -> tuple[list[Point], bool]:
        """Return where the points are drawn, and whether one had to be moved off the number it stands for.

        Args:
            near: Numbers that lie so near to each other hide each other.
        """
        true = [(self.x(point.x.middle), self.y(point.y.middle)) for point in self.chart.points]
        if self.chart.y.levels:
            return list(self._in_bands(true, 1)), False
        if self.chart.x.levels:
            beside = list(self._in_bands(true, 0))
            if self._fit(beside, true):
                return beside, False
        columns = (
            int((self.area.right - self.area.left) / len(self.chart.x.levels) / SEAT) if self.chart.x.levels else 0
        )
        moved = spread(true, Room(self.area, SEAT, columns), near)
        return moved, moved != true

    def _in_bands(self, true: Sequence[Point], side: int) -> Iterator[Point]:
        """Move points of one level side by side, within the band of that level; numbers stay true."""
        found: dict[int, Point] = {}
        order = sorted(range(len(true)), key=lambda place: true[place][side])
        for _level, group in groupby(order, key=lambda place: true[place][side]):
            members = sorted(group)
            for member, (row, rows) in zip(
                members, swarm([true[each][1 - side] for each in members], SEAT), strict=True
            ):
                away = (row - (rows - 1) / 2) * SEAT
                x, y = true[member]
                found[member] = (x, y + away) if side else (x + away, y)
        return iter(found[place] for place in range(len(true)))

    def _fit(self, moved: Sequence[Point], true: Sequence[Point]) -> bool:
        band = (self.area.right - self.area.left) / len(self.chart.x.levels)
        return all(abs(x - home) <= (band - SEAT) / 2 for (x, _), (home, _) in zip(moved, true, strict=True))


def _rows(chart: Quadrant, width: float) -> int:
    """Return how many points stand one over another in a level of the axis that goes up."""
    levels = {point.y.middle for point in chart.points} if chart.y.levels else set()
    at = [
        [point.x.middle * (width - 2 * _MARGIN) for point in chart.points if point.y.middle == level]
        for level in levels
    ]
    return max((rows for each in at for _, rows in swarm(each, SEAT)), default=1)


def _fitting(names: Sequence[str], width: float) -> tuple[Wrapped, ...]:
    room = width / max(len(names), 1) - _GAP
    if any(NOTE.width(word) > room for name in names for word in name.split()):
        return ()
    wrapped = tuple(NOTE.wrap(name, room, most=3) for name in names)
    return () if any(name.whole for name in wrapped) else wrapped


def up_labels(plane: Plane) -> Iterator[Piece]:
    """Write levels or numbers at the axis that goes up."""
    x = plane.area.left - _GAP
    for place, name in enumerate(plane.up):
        y = plane.y((place + 0.5) / len(plane.up)) - (len(name.lines) - 1) * NOTE.step / 2 + 4
        yield text(x, round(y), name, NOTE, anchor="end")
    for at, label in _thinned(plane.chart.y, lambda tick: plane.y(tick.share), lambda _: 12):
        yield text(x, round(at + 4), label, TICK, anchor="end")


def across_labels(plane: Plane) -> tuple[list[Piece], float]:
    """Write levels or numbers below the plane; only the ends where not all levels have room.

    Returns:
        What is written, and its height.
    """
    y, count = plane.area.bottom + 17, max(len(plane.across), 1)
    pieces = [
        text(round(plane.x((place + 0.5) / count)), y, name, NOTE, anchor="middle")
        for place, name in enumerate(plane.across)
    ]
    lines = max((len(name.lines) for name in plane.across), default=1)
    if plane.chart.x.levels and not plane.across:
        half = (plane.area.right - plane.area.left) / 2 - _GAP
        first, last = (NOTE.wrap(plane.chart.x.levels[end], half, most=3, is_strict=True) for end in (0, -1))
        pieces = [text(plane.area.left, y, first, NOTE), text(plane.area.right, y, last, NOTE, anchor="end")]
        lines = max(len(first.lines), len(last.lines))
    ticks = _thinned(plane.chart.x, lambda tick: _beneath(plane, tick), TICK.width)
    pieces += [text(round(place, 1), y - 1, label, TICK, anchor="middle") for place, label in ticks]
    return pieces, lines * NOTE.step + 8


def _beneath(plane: Plane, tick: Tick) -> float:
    """Return the middle of a tick's label: below the tick, but never outside of the picture."""
    half = TICK.width(tick.label) / 2
    return max(min(plane.x(tick.share), plane.area.right + _RIGHT - half), half)


def _thinned(
    axis: QuadrantAxis, at: Callable[[Tick], float], room: Callable[[str], float]
) -> Iterator[tuple[float, str]]:
    """Yield ticks and where they are: the last one, and of the others those that do not come too near."""
    taken: list[tuple[float, float]] = []
    for tick in (axis.ticks[-1:] + axis.ticks[:-1]) if axis.ticks else ():
        place, half = at(tick), room(tick.label) / 2
        if all(abs(place - other) > half + width + 3 for other, width in taken):
            taken.append((place, half))
            yield place, tick.label
