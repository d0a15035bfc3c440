"""Points and their names on a plane: none hidden under another, and names where there is room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, isqrt
from typing import NamedTuple


class Area(NamedTuple):
    """A rectangle, in px."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Area) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, other: Area) -> bool:
        return (
            other.left >= self.left
            and other.right <= self.right
            and other.top >= self.top
            and other.bottom <= self.bottom
        )


Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Room:
    """Where points may stand, and how."""

    area: Area
    size: float
    """What a point needs, across and down."""

    columns: int = 0
    """How many points that coincide stand beside each other before the next row begins; 0 for about a square."""


class _Cluster(NamedTuple):
    members: tuple[int, ...]
    area: Area
    columns: int


def spread(points: Sequence[Point], room: Room, near: float) -> list[Point]:
    """Move points that would hide each other side by side; all others stay.

    Args:
        points: Their true places.
        room: Where they may stand.
        near: Points at most that far apart, across and down, hide each other.
    """
    clusters: list[_Cluster] = []
    for place, (x, y) in enumerate(points):
        here = _Cluster((place,), Area(x - near / 2, y - near / 2, x + near / 2, y + near / 2), 1)
        while met := next((other for other in clusters if other.area.meets(here.area)), None):
            clusters.remove(met)
            here = _joined((*met.members, *here.members), points, room)
        clusters.append(here)
    places: dict[int, Point] = {}
    for cluster in clusters:
        places.update(_seats(cluster, points, room))
    return [places[place] for place in range(len(points))]


def _joined(members: tuple[int, ...], points: Sequence[Point], room: Room) -> _Cluster:
    """Put points around their middle, in rows; the whole stays within the room."""
    members = tuple(sorted(members))
    columns = room.columns or (len(members) if len(members) < 4 else isqrt(len(members) - 1) + 1)
    columns = min(columns, len(members), max(int((room.area.right - room.area.left) / room.size), 1))
    width, height = columns * room.size, ceil(len(members) / columns) * room.size
    x, y = (sum(points[place][side] for place in members) / len(members) for side in (0, 1))
    left = max(min(x - width / 2, room.area.right - width), room.area.left)
    top = max(min(y - height / 2, room.area.bottom - height), room.area.top)
    return _Cluster(members, Area(left, top, left + width, top + height), columns)


def _seats(cluster: _Cluster, points: Sequence[Point], room: Room) -> Iterator[tuple[int, Point]]:
    if len(cluster.members) == 1:
        yield cluster.members[0], points[cluster.members[0]]
        return
    # What is on the left or above stays there.
    ordered = sorted(cluster.members, key=lambda place: (points[place], place))
    for count, place in enumerate(ordered):
        row, column = divmod(count, cluster.columns)
        left, top = cluster.area.left, cluster.area.top
        yield place, (left + (column + 0.5) * room.size, top + (row + 0.5) * room.size)


def swarm(places: Sequence[float], near: float) -> list[tuple[int, int]]:
    """Put points of one line into rows so that none hides another, and each keeps its place along the line.

    Returns:
        For each point its row, from 0, and how many rows its neighbourhood has.
    """
    rows: list[float] = []
    found: dict[int, tuple[int, int]] = {}
    group: list[tuple[int, int]] = []
    for place in sorted(range(len(places)), key=lambda each: (places[each], each)):
        at = places[place]
        if rows and all(at - last >= near for last in rows):
            found.update((member, (row, len(rows))) for member, row in group)
            rows, group = [], []
        row = next((row for row, last in enumerate(rows) if at - last >= near), len(rows))
        rows[row : row + 1] = [at]
        group.append((place, row))
    found.update((member, (row, len(rows))) for member, row in group)
    return [found[place] for place in range(len(places))]


_AWAY = 10
_SIDES = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1))
"""Beside the point, above it, below it, then the corners; the sooner the better."""

_TIE = 4.0
_LINE_COST = 0.3
_FORM_COST = 6.0
_TRIES = 4
_HOPELESS = 4
"""If more names than that find no room, another try will not find some for all."""


class Label(NamedTuple):
    """Where a name stands."""

    area: Area
    side: tuple[int, int]
    form: int
    """Which of its forms it has."""


Forms = Sequence[tuple[float, float]]
"""The widths and heights that a name has, broken into lines in one way or another; the sooner the better."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What names have to stay clear of."""

    area: Area
    points: Sequence[Point]
    lines: Sequence[Area] = ()
    """What they should rather not cover."""

    radius: float = 7.0

    def label(self, names: Sequence[Forms]) -> list[Label]:
        """Find places for the names of all points; those that find none choose first the next time.

        Returns:
            A label for each point, or none at all if not all are free.
        """
        order = list(range(len(names)))
        for _ in range(_TRIES):
            found = self._in_order(order, names)
            met = [place for place in order if place not in found]
            if not met:
                return [found[place] for place in range(len(names))]
            if len(met) > _HOPELESS:
                break
            order = [*met, *(place for place in order if place in found)]
        return []

    def _in_order(self, order: Sequence[int], names: Sequence[Forms]) -> dict[int, Label]:
        """Place one name after the other; what finds no place is left out, and so is the rest if there is no hope."""
        radius = self.radius
        marks = [Area(x - radius, y - radius, x + radius, y + radius) for x, y in self.points]
        found: dict[int, Label] = {}
        for count, place in enumerate(order):
            if count - len(found) > _HOPELESS:
                break
            others = [label.area for label in found.values()]
            label = self._best(self.points[place], names[place], [*marks[:place], *marks[place + 1 :], *others])
            if label:
                found[place] = label
        return found

    def _best(self, point: Point, forms: Forms, blocked: Sequence[Area]) -> Label | None:
        """Return the free place that is best; None where there is none."""
        reach = _reach(point, forms)
        blocked, lines = _meeting(reach, blocked), _meeting(reach, self.lines)
        least, best = float("inf"), None
        for order, side in enumerate(_SIDES):
            for form, size in enumerate(forms):
                taste = order * _TIE + form * _FORM_COST
                area = _beside(point, size, side)
                if taste >= least or not self.area.holds(area) or _covered(area, blocked):
                    continue
                cost = taste + _LINE_COST * _covered(area, lines)
                if cost < least:
                    least, best = cost, Label(area, side, form)
        return best


def _reach(point: Point, forms: Forms) -> Area:
    (x, y), width, height = point, max(each[0] for each in forms), max(each[1] for each in forms)
    return Area(x - width - _AWAY, y - height - _AWAY, x + width + _AWAY, y + height + _AWAY)


def _meeting(area: Area, others: Sequence[Area]) -> list[Area]:
    left, top, right, bottom = area
    return [each for each in others if each[0] < right and each[2] > left and each[1] < bottom and each[3] > top]


def _covered(area: Area, others: Sequence[Area]) -> float:
    left, top, right, bottom = area
    covered = 0.0
    for start, above, end, below in others:
        if start < right and end > left and above < bottom and below > top:
            covered += (min(right, end) - max(left, start)) * (min(bottom, below) - max(top, above))
    return covered


def _beside(point: Point, size: tuple[float, float], side: tuple[int, int]) -> Area:
    (x, y), (width, height) = point, size
    across, down = side
    gap = _AWAY if not (across and down) else _AWAY - 4
    left = x + gap if across > 0 else x - gap - width if across < 0 else x - width / 2
    top = y + gap if down > 0 else y - gap - height if down < 0 else y - height / 2
    return Area(left, top, left + width, top + height)
