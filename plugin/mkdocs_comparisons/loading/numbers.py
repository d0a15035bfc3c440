"""Numbers as people write them: `42`, `~1,000`, `5–10`, `>= 3`, `-1.5e3`, and what stands behind them."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

MOST_CHARACTERS = 100
_TOO_LARGE = Decimal("1e300")
"""Beyond it, charts and exports, which count in binary, would show infinity."""

# `[0-9]`, for `\d` takes the digits of other scripts as well.
_DIGITS = "(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,3}(?:_[0-9]{3})+|[0-9]+)"
_NUMBER = rf"[+\-−]?(?:{_DIGITS}(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?[0-9]{{1,3}})?"
_AMOUNT = re.compile(
    rf"(?P<mark>~|≈|<=|>=|≤|≥|<|>)?\s*(?P<low>{_NUMBER})(?:\s*(?:–|—|-|\.\.)\s*(?P<high>{_NUMBER}))?(?P<rest>.*)"
)
_PLAIN = re.compile(_NUMBER)
_BOUNDS = {"<": "<", "<=": "<=", "≤": "<=", ">": ">", ">=": ">=", "≥": ">="}
_NEVER_FIRST = re.compile(r"[0-9.,_+\-–—−~≈<>≤≥=]")


class Amount(NamedTuple):
    """A number or a range, taken apart."""

    low: Decimal
    high: Decimal
    approximate: bool
    bound: str
    written: str
    """All but the unit, as typed."""

    unit: str
    """What stands behind the number."""


def parse_number(text: str) -> Decimal | None:
    """Return one bare number, or None."""
    text = text.strip()
    if len(text) > MOST_CHARACTERS or not _PLAIN.fullmatch(text):
        return None
    number = _decimal(text)
    return number if abs(number) < _TOO_LARGE else None


@lru_cache(maxsize=4096)
def parse_amount(text: str) -> Amount | str:
    """Return what a text says as a number, or what is wrong with it: a clause that follows the quoted text."""
    text = text.strip()
    if len(text) > MOST_CHARACTERS:
        return f"has {len(text):,} characters; a number has at most {MOST_CHARACTERS}"
    match = _AMOUNT.fullmatch(text)
    if match is None or _NEVER_FIRST.match(match["rest"].strip()):
        return "is not a number"
    low = _decimal(match["low"])
    high = _decimal(match["high"]) if match["high"] else low
    mark, unit = match["mark"] or "", match["rest"].strip()
    if match["high"] and low >= high:
        return "is a range whose first number is not the lower one"
    if max(abs(low), abs(high)) >= _TOO_LARGE:
        return "is too large"
    if match["high"] and mark in _BOUNDS:
        return "is a limit and a range at once"
    return Amount(
        low=low,
        high=high,
        approximate=mark in ("~", "≈") and bool(mark),
        bound=_BOUNDS.get(mark, ""),
        written=text[: match.start("rest")].strip(),
        unit=unit,
    )


def is_unit(text: str) -> bool:
    """Return whether a word can be a unit: it can't be taken for a part of the number before it."""
    return 0 < len(text) <= 30 and text == text.strip() and not _NEVER_FIRST.match(text)


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", "").replace("_", "").replace("−", "-"))
