"""Axes: which ticks fit, how they are drawn, and where labels stand that must not run into each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from mkdocs_comparisons.renderers.svg.pieces import TICK, Piece, path, text
from mkdocs_comparisons.renderers.svg.shapes import number
from mkdocs_comparisons.views.scales import Scale, Tick

_APART = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """Where an axis runs in a layout, in px."""

    left: float
    length: float
    ends: tuple[float, float]
    """From where to where there is room for its labels."""

    def x(self, share: float) -> float:
        """Return where a share of the length lies."""
        return on_grid(self.left + share * self.length)


def on_grid(x: float) -> float:
    """Round to a quarter of a px: fine to the eye, and exact in sums, so that pieces that move together are seen to."""
    return round(x * 4) / 4


def fitting_ticks(scale: Scale, track: Track, most: int) -> tuple[Tick, ...]:
    """Return as many ticks as have room for their labels, at most `most`."""
    for count in range(most, 1, -1):
        ticks = scale.ticks(count)
        if _fit(ticks, track):
            return ticks
    return scale.ticks(1)


def tick_labels(ticks: Sequence[Tick], track: Track, y: float) -> Iterator[Piece]:
    """Write the labels of ticks; those at the ends stay within the room."""
    for tick in ticks:
        yield text(on_grid(_centre(tick, track)), y, tick.label, TICK, anchor="middle")


def axis_line(ticks: Sequence[Tick], track: Track, y: float) -> Piece:
    """Draw an axis with its ticks, in one stroke."""
    steps, last, up = [f"h{number(track.length)}"], track.length, 3
    for tick in reversed(ticks):
        at = track.x(tick.share) - track.left
        steps.append(f"m{number(at - last)}-{up}v6")
        last, up = at, 6
    return path(track.left, y, "".join(steps), "axis")


def grid(ticks: Sequence[Tick], track: Track, y: float, height: float) -> Piece:
    """Draw a thin line down from each tick, in one stroke."""
    steps, last = [], 0.0
    for tick in ticks:
        at = track.x(tick.share) - track.left
        steps.append(f"m{number(at - last)} 0v{number(height)}m0-{number(height)}")
        last = at
    return path(track.left, y, "".join(steps), "rule")


def spread(
    centres: Sequence[float], widths: Sequence[float], ends: tuple[float, float]
) -> list[list[tuple[int, float]]]:
    """Put labels near where they belong, none over another.

    Args:
        centres: Where each belongs.
        widths: How wide each is; none is wider than the room.
        ends: From where to where there is room.

    Returns:
        Lines, the lowest first, each with the places of its labels and where their centres are.
    """
    lines: list[list[int]] = [[]]
    for place in sorted(range(len(centres)), key=lambda place: (centres[place], place)):
        taken = sum(widths[each] + _APART for each in lines[-1])
        if lines[-1] and taken + widths[place] > ends[1] - ends[0]:
            lines.append([])
        lines[-1].append(place)
    return [list(zip(line, _pushed(line, centres, widths, ends), strict=True)) for line in lines]


def _pushed(
    line: Sequence[int], centres: Sequence[float], widths: Sequence[float], ends: tuple[float, float]
) -> list[float]:
    """Push labels that overlap apart by half of it each, then back into the room."""
    at = [centres[place] for place in line]
    needed = [(widths[one] + widths[other]) / 2 + _APART for one, other in pairwise(line)]
    for place, room in enumerate(needed):
        if (overlap := room - (at[place + 1] - at[place])) > 0:
            at[place] -= overlap / 2
            at[place + 1] += overlap / 2
    least = ends[0] + widths[line[0]] / 2 if line else 0
    for place in range(len(at)):
        at[place] = max(at[place], least)
        least = at[place] + needed[place] if place < len(needed) else 0
    most = ends[1] - widths[line[-1]] / 2 if line else 0
    for place in reversed(range(len(at))):
        at[place] = min(at[place], most)
        most = at[place] - needed[place - 1] if place else 0
    return [on_grid(each) for each in at]


def _centre(tick: Tick, track: Track) -> float:
    half, (first, last) = TICK.width(tick.label) / 2, track.ends
    return max(first + half, min(track.x(tick.share), last - half))


def _fit(ticks: Sequence[Tick], track: Track) -> bool:
    return all(
        _centre(other, track) - _centre(one, track) >= (TICK.width(one.label) + TICK.width(other.label)) / 2 + _APART
        for one, other in pairwise(ticks)
    )
