"""What timelines say in words."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_comparisons.renderers.svg.figures import Pen
from mkdocs_comparisons.renderers.words import clip, format_count
from mkdocs_comparisons.views.timeline import Event, Timeline, Undated


def describe_timeline(chart: Timeline, pen: Pen) -> str:
    """Say what a picture shows."""
    return " ".join(_sentences(chart, pen))


def _sentences(chart: Timeline, pen: Pen) -> Iterator[str]:
    events = sorted(chart.events, key=lambda event: (event.span.first, event.span.end))
    if len(events) == 1:
        yield f"{clip(events[0].subject.title)}, {clip(events[0].attribute.title)}: {pen.words(events[0].value)}."
    elif events and len({event.value.written for event in events}) == 1:
        yield f"All {len(events)} dates are {pen.words(events[0].value)}."
    elif events:
        first, last = (_ends(chart, events, end, pen) for end in (events[0], events[-1]))
        yield f"{len(events)} dates, from {first} to {last}."
    missing = sum(len(each.subjects) + each.more for each in chart.undated)
    if missing:
        yield f"{format_count(missing, 'date is', 'dates are')} not given."
    notes = count_words(chart)
    if notes:
        yield f"{notes[0].upper()}{notes[1:]}."


def _ends(chart: Timeline, events: list[Event], end: Event, pen: Pen) -> str:
    """Name the first or last date with what has it."""
    also = sum(event.value.written == end.value.written for event in events) - 1
    name = end.subject.title if chart.is_shared else f"{end.subject.title}, {end.attribute.title}"
    more = f" and {also} more" if also else ""
    return f"{pen.words(end.value)} ({clip(name)}{more})"


def undated_words(entry: Undated, pen: Pen) -> str:
    """Say what is said of subjects without a date."""
    return f"{entry.attribute.label} · {pen.words(entry.value)}"


def count_words(chart: Timeline) -> str:
    """Say how much of all there is stands in a picture; nothing where it is all."""
    notes = []
    if not chart.subjects.is_all:
        notes.append(f"{chart.subjects.words} {clip(chart.noun.many)} with a date")
    if not chart.attributes.is_all:
        notes.append(f"{chart.attributes.words} attributes")
    if chart.left_out:
        dates = chart.attributes.total
        notes.append(f"{dates} of {dates + chart.left_out} attributes: those that are dates")
    return " · ".join(notes)
