"""What a heat map says in words: its description, its notes and its legend."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from mkdocs_comparisons.model.values import State, Value
from mkdocs_comparisons.renderers.words import clip
from mkdocs_comparisons.views.heat import Heat, HeatLine
from mkdocs_comparisons.views.scope import Extent

Words = Callable[[Value | None], str]

ABSENT = {State.UNKNOWN: "unknown", State.NOT_APPLICABLE: "n/a", State.MISSING: "no claim"}
"""What a cell says where `words` says nothing."""

_MOST_SPREADS = 4
_MOST_NAMES = 7
_LONGEST_NOUN = 24
_COUNTED = {State.UNKNOWN: "unknown", State.NOT_APPLICABLE: "not applicable", State.MISSING: "without a claim"}


@dataclass(frozen=True, slots=True)
class Legend:
    """The lines below the picture."""

    bars: str
    count: str
    """How much of all there is is shown; empty where all is."""


def note_of(line: HeatLine) -> str:
    """Return what a reader must know of an attribute's bars."""
    if line.better:
        return f"{line.better} is better" + (" · log" if line.is_log else "")
    return "log scale" if line.is_log else ""


def legend_of(heat: Heat) -> Legend:
    """Return the words of the legend."""
    line = "column" if heat.is_flipped else "row"
    return Legend(f"how much, on the {line}'s own scale", _count(heat))


def describe(heat: Heat, words: Words) -> str:
    """Tell what the picture shows: how much, from which value to which, and how much is not known."""
    return " ".join(_sentences(heat, words))


def _sentences(heat: Heat, words: Words) -> Iterator[str]:
    subjects, attributes = heat.subjects, len(heat.lines)
    noun = heat.noun.one if len(subjects) == 1 else heat.noun.many
    names = f": {', '.join(head.title for head in subjects)}" if len(subjects) <= _MOST_NAMES else ""
    yield f"{attributes} {'attribute' if attributes == 1 else 'attributes'} of {len(subjects)} {noun}{names}."
    if _count(heat):
        yield f"Shown: {_count(heat)}."
    for spread in islice(heat.spreads(), _MOST_SPREADS):
        low, high = (f"{words(value)} ({subject})" for subject, value in (spread.low, spread.high))
        yield f"{spread.attribute} runs from {low} to {high}."
    states = Counter(cell.state for cell in heat.cells())
    absent = [f"{states[state]} {word}" for state, word in _COUNTED.items() if states[state]]
    if absent:
        yield f"Cells: {', '.join(absent)}."


def _count(heat: Heat) -> str:
    parts = [_part(heat.subject_extent, heat.noun.many), _part(heat.attribute_extent, "attributes")]
    return ", ".join(part for part in parts if part)


def _part(extent: Extent, noun: str) -> str:
    return "" if extent.is_all else f"{extent.words} {clip(noun, _LONGEST_NOUN)}"
