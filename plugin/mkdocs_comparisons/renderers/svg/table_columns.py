"""How wide the columns of a table are: as browsers do it, between what their words need and what they would like."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from mkdocs_comparisons.renderers.svg.paragraphs import Face

COMFORT = 840
"""Px that a table takes at most if its columns can be so narrow: what pages of code hosts show without shrinking it."""

_LEAST_TABLE = 400
_FIRST = (110, 260)
_NAMES = 180
"""Px that names of rows may take without being broken into lines."""

_OTHERS = (116, 240)
_FEW = 420
"""Px of a column where there are few."""

_LINES = 6
"""Longer texts make their column wider, up to a bound."""


@dataclass(frozen=True, slots=True)
class Need:
    """The room of a text or a column, in px."""

    least: float
    """Without a broken word, and in few lines."""

    whole: float
    """All on one line."""


def need_of(text: str, face: Face, *, beside: float = 0) -> Need:
    """Return the room that a text needs.

    Args:
        text: On one line.
        face: How it looks.
        beside: Px for what else stands on its lines: margins, a sign, the number of a note.
    """
    whole = face.width(text)
    # Most texts are short: no column is so narrow that it matters where they could be broken.
    least = whole if whole + beside <= _OTHERS[0] else max(face.longest(text), whole / _LINES)
    return Need(least + beside, whole + beside)


def column_widths(first: Iterable[Need], others: Sequence[Iterable[Need]]) -> list[int]:
    """Return the widths of the first column and of the others, from what their texts need."""
    names = _bounded(first, *_FIRST, _FIRST[1])
    names = Need(max(names.least, min(names.whole, _NAMES)), names.whole)
    most = max(_OTHERS[1], min(_FEW, (COMFORT - names.whole) / max(len(others), 1)))
    columns = [names, *(_bounded(column, *_OTHERS, most) for column in others)]
    return _shared([ceil(column.least) for column in columns], [ceil(column.whole) for column in columns])


def _bounded(needs: Iterable[Need], low: float, high: float, most: float) -> Need:
    least, whole = low, low
    for need in needs:
        least, whole = max(least, need.least), max(whole, need.whole)
    return Need(min(least, high), min(whole, most))


def _shared(least: Sequence[int], whole: Sequence[int]) -> list[int]:
    """Give each column its share of the room that is left when all have what they need."""
    low, high = sum(least), sum(whole)
    if high < _LEAST_TABLE:
        return [width + (_LEAST_TABLE - high) // len(whole) for width in whole]
    if high <= COMFORT:
        return list(whole)
    share = max(0.0, (COMFORT - low) / (high - low)) if high > low else 0.0
    return [small + int((large - small) * share) for small, large in zip(least, whole, strict=True)]
