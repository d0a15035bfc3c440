"""The order of typed values and of names, for the model of a matrix."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from mkdocs_comparisons.model.values import Choice, Day, Measure, Rating, Value, Version
from mkdocs_comparisons.views.ordering import sort_key

_PIECES = re.compile(r"[0-9]+|.")
_SCRIPTS = (re.compile("[A-Za-z]"), re.compile("[\u0600-\u06ff]"), re.compile("[\u4e00-\u9fff]"))
"""Latin, Arabic, Han: in the order in which names are sorted."""


def rank(value: Value | None) -> tuple[Decimal, object]:
    """Return what orders the known values of one attribute."""
    match value:
        case Choice(level):
            return Decimal(level.rank), ""
        case Rating(score=score):
            return score, ""
        case Measure():
            return (value.base_low + value.base_high) / 2, ""
        case Day() | Version():
            return Decimal(0), sort_key(value)
        case _:
            return Decimal(0), natural(sort_key(value))


def span(value: Measure) -> tuple[Decimal, Decimal]:
    """Return the least and the most that an amount can be."""
    least = Decimal("-Infinity") if value.bound.startswith("<") else value.base_low
    return least, Decimal("Infinity") if value.bound.startswith(">") else value.base_high


def direction(one: Value | None, other: Value | None) -> int:
    """Return whether a value is above (1) or below (-1) another; 0 where the two have an amount in common."""
    if isinstance(one, Measure) and isinstance(other, Measure):
        (low, high), (least, most) = span(one), span(other)
        return 0 if low <= most and least <= high else 1 if low > most else -1
    first, second = rank(one), rank(other)
    if isinstance(one, Day) and isinstance(other, Day):
        a, b = one.written, other.written
        if a.startswith(b) or b.startswith(a):
            return 0
    return (first > second) - (first < second)


def natural(text: str) -> list[tuple[int, int, str]]:
    """Return what sorts words as people do: numbers in them by their size, whatever the case."""
    pieces = _PIECES.findall(folded(text))
    return [(1, int(each), "") if each.isdigit() else (2 if each.isalpha() else 0, 0, each) for each in pieces]


def script(text: str) -> int:
    """Return the place of a name's script."""
    return next((place for place, letters in enumerate(_SCRIPTS) if letters.search(text)), 0)


def folded(text: str) -> str:
    """Return words as they are compared, whatever their case."""
    return unicodedata.normalize("NFKC", text).lower()
