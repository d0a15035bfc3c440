"""What a heat map says in words: its description, its notes and its legend."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from mkdocs_comparisons.model.refs import SubjectRef
from mkdocs_comparisons.model.values import State, Value
from mkdocs_comparisons.views.heat import Heat, HeatHead

Words = Callable[[Value | None], str]

ABSENT = {State.UNKNOWN: "unknown", State.NOT_APPLICABLE: "n/a", State.MISSING: "no claim"}
"""What a cell says where `words` says nothing."""

_MOST_SPREADS = 4
_MOST_NAMES = 7
_COUNTED = {State.UNKNOWN: "unknown", State.NOT_APPLICABLE: "not applicable", State.MISSING: "without a claim"}


@dataclass(frozen=True, slots=True)
class Legend:
    """The lines below the picture."""

    bars: str
    count: str
    """How much of all there is is shown; empty where all is."""


def note_of(head: HeatHead) -> str:
    """Return what a reader must know of an attribute's bars."""
    if head.better:
        return f"{head.better} is better" + (" · log" if head.is_log else "")
    return "log scale" if head.is_log else ""


def legend_of(heat: Heat) -> Legend:
    """Return the words of the legend."""
    line = "column" if heat.is_flipped else "row"
    return Legend(f"share of the {line}'s largest value", _count(heat))


def describe(heat: Heat, words: Words) -> str:
    """Tell what the picture shows: how much, from which value to which, and how much is not known."""
    return " ".join(_sentences(heat, words))


def _sentences(heat: Heat, words: Words) -> Iterator[str]:
    noun = heat.noun.one if heat.subjects == 1 else heat.noun.many
    yield f"{_counted(heat.attributes, 'attribute')} of {heat.subjects} {noun}{_names(heat)}."
    if _count(heat):
        yield f"Shown: {_count(heat)}."
    for spread in heat.spreads[:_MOST_SPREADS]:
        low, high = (f"{words(value)} ({subject})" for subject, value in (spread.low, spread.high))
        yield f"{spread.attribute} runs from {low} to {high}."
    states = Counter(cell.state for cell in heat.cells())
    absent = [f"{states[state]} {word}" for state, word in _COUNTED.items() if states[state]]
    if absent:
        yield f"Cells: {', '.join(absent)}."


def _names(heat: Heat) -> str:
    panel = heat.panels[0]
    heads = [row.head for row in panel.rows] if heat.is_flipped else list(panel.columns)
    names = [head.title for head in heads if isinstance(head.ref, SubjectRef)]
    return f": {', '.join(names)}" if len(names) <= _MOST_NAMES else ""


def _count(heat: Heat) -> str:
    parts = []
    if heat.subjects < heat.all_subjects:
        parts.append(f"{heat.subjects} of {heat.all_subjects} {heat.noun.many}")
    if heat.attributes < heat.all_attributes:
        parts.append(f"{heat.attributes} of {heat.all_attributes} attributes")
    return ", ".join(parts)


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
