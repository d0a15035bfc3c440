"""Where things stand around a radar's centre: corners of its rings, and names outside of it that never meet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from math import cos, pi, sin

from mkdocs_comparisons.renderers.svg.shapes import number

_HOLE = 16
"""Radius of the inmost ring: with none, equal marks of different axes would meet in the centre."""

_AWAY = 15
"""From a corner to a name beside, above or below it: a mark on the corner reaches out."""

_BETWEEN = 9
_CLEAR = 5
_EDGE = 8
"""Room for fonts that are wider than reckoned with; bold ones are."""

_Corner = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Block:
    """The room that a name needs, with what stands below it."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a name stands, from the centre."""

    x: float
    """Its inner end; its middle if it stands above or below the centre."""

    top: float
    side: int
    """1 on the right, -1 on the left, 0 in the middle."""


@dataclass(frozen=True)
class Web:
    """Rings of as many corners as there are axes, the first one at the top."""

    count: int
    radius: float
    half: float
    """Half of the picture's width."""

    @cached_property
    def corners(self) -> tuple[_Corner, ...]:
        """The directions of the axes, as points of a circle of radius 1."""
        return _directions(self.count)

    def at(self, axis: int, place: float) -> _Corner:
        """Return where a place on an axis is, from the centre."""
        away = _HOLE + (self.radius - _HOLE) * place
        across, down = self.corners[axis]
        return across * away, down * away

    def ring(self, places: Sequence[float]) -> str:
        """Return a closed path with a corner on each axis, from its first corner on."""
        points = [self.at(axis, place) for axis, place in enumerate(places)]
        points = [(round(x, 1), round(y, 1)) for x, y in points]
        steps = [f"l{number(x - before[0])} {number(y - before[1])}" for before, (x, y) in pairwise(points)]
        return "".join(steps) + "z"

    def spots(self, blocks: Sequence[Block]) -> list[Spot]:
        """Find a place for each name: beside its corner, else above it or below it where the room is too narrow."""
        found: dict[int, Spot] = {}
        for side in (1, -1):
            axes = [axis for axis, (across, _) in enumerate(self.corners) if across * side > 0.01]
            found.update(self._beside(axes, blocks, side))
        for axis, (across, down) in enumerate(self.corners):
            if abs(across) <= 0.01:
                found[axis] = self._centred(blocks[axis], found, blocks, is_above=down < 0)
        return [found[axis] for axis in range(self.count)]

    def _beside(self, axes: Sequence[int], blocks: Sequence[Block], side: int) -> Iterator[tuple[int, Spot]]:
        """Place the names of one side: from its middle upwards, then downwards."""
        upper = sorted((axis for axis in axes if self.corners[axis][1] <= 0.01), key=lambda it: -self.corners[it][1])
        lower = sorted((axis for axis in axes if self.corners[axis][1] > 0.01), key=lambda it: self.corners[it][1])
        ceiling, floor = float("inf"), float("-inf")
        for axis in upper:
            x, bottom = self._above(axis, blocks[axis])
            bottom = min(bottom, ceiling)
            if axis == upper[0]:
                floor = bottom + _BETWEEN
            ceiling = bottom - blocks[axis].height - _BETWEEN
            yield axis, Spot(x * side, bottom - blocks[axis].height, side)
        for axis in lower:
            x, top = self._below(axis, blocks[axis])
            top = max(top, floor)
            floor = top + blocks[axis].height + _BETWEEN
            yield axis, Spot(x * side, top, side)

    def _across(self, axis: int, block: Block) -> float:
        corner = abs(self.corners[axis][0]) * self.radius
        return max(min(corner + _AWAY, self.half - _EDGE - block.width), _CLEAR)

    def _above(self, axis: int, block: Block) -> tuple[float, float]:
        x, corner = self._across(axis, block), self.at(axis, 1)
        lowest = self._edge(x - _CLEAR, is_upper=True) - _CLEAR
        if x < abs(corner[0]) + _AWAY:
            lowest = min(lowest, corner[1] - _AWAY)
        return x, min(corner[1] + block.height / 2, lowest)

    def _below(self, axis: int, block: Block) -> tuple[float, float]:
        x, corner = self._across(axis, block), self.at(axis, 1)
        highest = self._edge(x - _CLEAR, is_upper=False) + _CLEAR
        if x < abs(corner[0]) + _AWAY:
            highest = max(highest, corner[1] + _AWAY)
        return x, max(corner[1] - block.height / 2, highest)

    def _centred(self, block: Block, found: dict[int, Spot], blocks: Sequence[Block], *, is_above: bool) -> Spot:
        near = [(spot, blocks[axis]) for axis, spot in found.items() if abs(spot.x) < block.width / 2 + _BETWEEN]
        if is_above:
            bottom = min([-self.radius - _AWAY, *(spot.top - _BETWEEN for spot, _ in near if spot.top < 0)])
            return Spot(0, bottom - block.height, 0)
        ends = (spot.top + other.height + _BETWEEN for spot, other in near if spot.top + other.height > 0)
        return Spot(0, max([self.radius + _AWAY, *ends]), 0)

    def _edge(self, x: float, *, is_upper: bool) -> float:
        """Return how high or low the outmost ring is at a distance from the centre; infinite beyond it."""
        outline = _outline(self.count, is_upper=is_upper)
        for (start, first), (end, last) in pairwise(outline):
            if x <= end * self.radius:
                share = (x / self.radius - start) / (end - start) if end > start else 0
                return (first + (last - first) * max(share, 0)) * self.radius
        return float("inf") if is_upper else float("-inf")


@lru_cache(maxsize=16)
def _directions(count: int) -> tuple[_Corner, ...]:
    return tuple((sin(2 * pi * axis / count), -cos(2 * pi * axis / count)) for axis in range(count))


@lru_cache(maxsize=32)
def _outline(count: int, *, is_upper: bool) -> tuple[_Corner, ...]:
    """Return the corners of the right half from the middle to the outmost one, going down or going up."""
    right = [corner for corner in _directions(count) if corner[0] > 0.01]
    widest = max(right, key=lambda corner: corner[0])
    if is_upper:
        return ((0, -1), *(corner for corner in right if corner[1] <= widest[1]))
    below = [corner for corner in reversed(right) if corner[1] >= widest[1]]
    return ((0, below[0][1] if count % 2 else 1), *below)
