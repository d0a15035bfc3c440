"""What a radar says in words: beside it and in its description."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_comparisons.renderers.words import format_count, format_first
from mkdocs_comparisons.views.amounts import write_number
from mkdocs_comparisons.views.radar import Radar, RadarAxis

_MOST_NAMED = 3


def axis_note(chart: Radar, axis: RadarAxis) -> str:
    """Say at an axis that its better end is not outside, if so."""
    return "" if axis.is_lower_better is chart.is_reversed else "lower is better"


def notes_of(chart: Radar) -> Iterator[str]:
    """Yield what is said below the picture."""
    scale = f"Scores from {write_number(chart.lowest)} to {write_number(chart.highest)}"
    if not chart.is_outside_better:
        yield f"{scale} · farther out is higher, which is better unless an axis says otherwise"
    elif chart.is_reversed:
        yield f"{scale}, lower ones farther out · farther out is better"
    else:
        yield f"{scale} · farther out is better"
    if not chart.extent.is_all:
        yield f"{chart.extent.words} ratings"
    if chart.left_out:
        whose = " and known of each subject" if len(chart.subjects) > 1 else ""
        yield f"{format_count(chart.left_out, 'attribute', 'attributes')} not drawn: not rated on this scale{whose}"
    if chart.silent:
        yield f"No rating known: {format_first([head.label for head in chart.silent], _MOST_NAMED)}"


def describe(chart: Radar) -> str:
    """Say who scores better where."""
    ends = f"{write_number(chart.lowest)} to {write_number(chart.highest)}"
    scale = f"{len(chart.axes)} scores on a scale from {ends}."
    if len(chart.subjects) == 1:
        return f"{scale} {chart.subjects[0].title}: {', '.join(_told(axis) for axis in chart.axes)}."
    told = [sentence for place in range(len(chart.subjects)) if (sentence := _lead(chart, place))]
    tied = [axis.head.title for axis in chart.axes if axis.is_tied]
    if tied:
        told.append(f"Equal: {format_first(tied, _MOST_NAMED)}.")
    return " ".join([scale, *told])


def _told(axis: RadarAxis) -> str:
    return f"{axis.head.title} {axis.points[0].written}"


def _lead(chart: Radar, place: int) -> str:
    """Say in what a subject alone is best, beginning with what it leads in most."""
    ahead = [axis for axis in chart.axes if _is_alone_best(axis, place)]
    if not ahead:
        return ""
    ahead.sort(key=lambda axis: -_margin(axis, place))
    named = format_first([f"{axis.head.title} ({_against(axis, place)})" for axis in ahead], _MOST_NAMED)
    return f"{chart.subjects[place].title}: best in {len(ahead)} of {len(chart.axes)}, {named}."


def _is_alone_best(axis: RadarAxis, place: int) -> bool:
    return [point.score == axis.best for point in axis.points] == [each == place for each in range(len(axis.points))]


def _margin(axis: RadarAxis, place: int) -> float:
    others = [point.place for each, point in enumerate(axis.points) if each != place]
    return min(abs(axis.points[place].place - other) for other in others)


def _against(axis: RadarAxis, place: int) -> str:
    others = [point.written for each, point in enumerate(axis.points) if each != place]
    return f"{axis.points[place].written} against {' and '.join(others)}"
