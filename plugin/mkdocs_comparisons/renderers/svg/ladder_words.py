"""What a ladder says in words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from mkdocs_comparisons.model.values import Text
from mkdocs_comparisons.renderers.svg.figures import Pen
from mkdocs_comparisons.renderers.svg.metrics import is_wide
from mkdocs_comparisons.renderers.words import clip, format_first
from mkdocs_comparisons.views.ladder import Closing, Ladder, Leaf, Rung

_MOST_TOLD = 3
"""Subjects that a description tells of."""

_MOST_NAMED = 6
"""Names in a list before the rest is counted."""

_MOST_LETTERS = 60
"""Of a name in a description."""


def question(title: str) -> str:
    """Return the name of a use case as a question, with the mark of its script."""
    if not title or title[-1] in "?？؟":
        return title
    if is_wide(title[-1]):
        return f"{title}？"
    return f"{title}؟" if unicodedata.bidirectional(title[-1]) == "AL" else f"{title}?"


def reason(leaf: Leaf, pen: Pen) -> str:
    """Return why a subject fits: the claim's note, after its level where there is a better one."""
    note = pen.words(Text(leaf.note)) if leaf.note else ""
    if not note or not leaf.is_top:
        fit = _capital(f"{leaf.level.title} fit")
        return f"{fit}: {note}" if note else fit
    return note


def closing_reason(closing: Closing, cases: int) -> str:
    """Return how the subject of the last question fits; that it fits most often only if it is so."""
    levels = {leaf.level.title for rung in closing.rungs for leaf in rung.leaves}
    each = "both" if len(closing.rungs) == 2 else "each of them"
    fit = _capital(f"{next(iter(levels))} fit for {each}.") if len(levels) == 1 else ""
    often = f"Named most often: in {closing.named} of {cases} use cases." if closing.is_most else ""
    return " ".join(filter(None, (fit, often)))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def case_words(rung: Rung) -> str:
    """Return the name of a use case of the last question, with its level where there is a better one."""
    leaf = rung.leaves[0]
    return rung.head.label if leaf.is_top else f"{rung.head.label} ({leaf.level.title} fit)"


def notes(chart: Ladder) -> Iterator[str]:
    """Yield what the picture leaves open, a sentence each."""
    open_ones = chart.unanswered
    if open_ones.unfit:
        yield f"No good fit: {format_first(open_ones.unfit, _MOST_NAMED)}."
    if open_ones.unsettled:
        yield f"No good fit known yet: {format_first(open_ones.unsettled, _MOST_NAMED)}."
    if open_ones.untold:
        yield f"Nothing known yet: {format_first(open_ones.untold, _MOST_NAMED)}."
    if chart.cases < chart.attributes:
        yield f"{chart.cases} of {chart.attributes} attributes are use cases."


def describe(chart: Ladder) -> str:
    """Return what the picture shows: which subject fits what."""
    fits: dict[str, list[tuple[str, Leaf]]] = {}
    for rung in (*chart.rungs, *(chart.closing.rungs if chart.closing else ())):
        for leaf in rung.leaves:
            case = clip(rung.head.title, _MOST_LETTERS)
            fits.setdefault(clip(leaf.head.title, _MOST_LETTERS), []).append((case, leaf))
    count = len(chart.rungs) + bool(chart.closing)
    rest = [f"{len(fits) - _MOST_TOLD} more"] if len(fits) > _MOST_TOLD else []
    *most, last = [*list(fits)[:_MOST_TOLD], *rest]
    names = f"{', '.join(most)} and {last}" if most else last
    start = f"{count} question{'s lead' if count > 1 else ' leads'} to {names}."
    return " ".join([start, *(_told(name, found) for name, found in list(fits.items())[:_MOST_TOLD])])


def _told(name: str, found: Sequence[tuple[str, Leaf]]) -> str:
    if len({leaf.level.title for _, leaf in found}) == 1:
        return f"{name}: {found[0][1].level.title} fit for {format_first([case for case, _ in found], _MOST_NAMED)}."
    return f"{name}: fit for {format_first([f'{case} ({leaf.level.title})' for case, leaf in found], _MOST_NAMED)}."
