"""What a quadrant says in words: at its axes, below it and in its description."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_comparisons.renderers.svg.figures import Pen
from mkdocs_comparisons.renderers.words import format_count, format_first
from mkdocs_comparisons.views.quadrant import Quadrant, QuadrantAxis, QuadrantPoint, Unplaced

_MOST_NAMED = 3


def direction_of(axis: QuadrantAxis) -> str:
    """Say what the arrow of an axis means."""
    if axis.levels:
        return "better" if axis.is_directed else ""
    towards = "lower" if axis.is_reversed else "higher"
    words = [axis.unit, f"{towards} is better" if axis.is_directed else towards, "log" if axis.is_log else ""]
    return " · ".join(filter(None, words))


def notes_of(chart: Quadrant, *, is_moved: bool) -> Iterator[str]:
    """Yield what is said below the picture."""
    if is_moved:
        yield "Points that would hide each other stand side by side"
    for axis in (chart.x, chart.y):
        if axis.is_log_refused:
            yield f"{axis.head.label}: no log scale, since not all values are above zero"
    if not chart.extent.is_all:
        yield f"{chart.extent.words} {chart.noun}"
    if chart.left_out:
        yield f"2 of {format_count(chart.left_out + 2, 'attribute', 'attributes')}"


def lack_of(entry: Unplaced, pen: Pen) -> str:
    """Say why a subject has no place."""
    return " · ".join(f"{head.label}: {pen.words(value)}" for head, value in entry.lacking)


def describe(chart: Quadrant, pen: Pen) -> str:
    """Say who is at which end, and who is in the better half of both."""
    told = [_ends(chart, side, pen) for side in (0, 1)] if chart.points else []
    if chart.has_better_corner and chart.points:
        best = [point.head.title for point in chart.points if _is_best(chart, point)]
        found = f"In the better half of both: {format_first(best, _MOST_NAMED)}."
        told.append(found if best else "None is in the better half of both.")
    if not chart.extent.is_all:
        told.insert(0, f"Shown: {chart.extent.words} {chart.noun}.")
    if chart.unplaced:
        told.append(f"Without a place: {format_first([entry.head.title for entry in chart.unplaced], _MOST_NAMED)}.")
    return " ".join(told)


def _is_best(chart: Quadrant, point: QuadrantPoint) -> bool:
    return point.x.middle > chart.x.better_half and point.y.middle > chart.y.better_half


def _ends(chart: Quadrant, side: int, pen: Pen) -> str:
    axis = (chart.x, chart.y)[side]
    places = [(point.x, point.y)[side].middle for point in chart.points]
    words = {pen.words(point.values[side]) for point in chart.points}
    if len(words) == 1 and len(places) > 1:
        return f"{axis.head.title}: {words.pop()} for all {len(places)}."
    low, high = (_at(chart, side, place, pen) for place in (min(places), max(places)))
    return f"{axis.head.title}: {low}." if low == high else f"{axis.head.title}: from {low} to {high}."


def _at(chart: Quadrant, side: int, place: float, pen: Pen) -> str:
    there = [point for point in chart.points if (point.x, point.y)[side].middle == place]
    words = pen.words(there[0].values[side])
    names = [point.head.title for point in there if pen.words(point.values[side]) == words]
    return f"{words} ({format_first(names, _MOST_NAMED)})"
