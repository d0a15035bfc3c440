"""Dates as authors write them: `2024`, `2024-05`, `2024-05-01`."""

from __future__ import annotations

import re
from datetime import date

_DATE = re.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def parse_day(text: str) -> date | None:
    """Return the day that a text names in full, or None."""
    match = _DATE.fullmatch(text)
    return _date(match) if match and match.group(3) else None


def is_date(text: str) -> bool:
    """Return whether a text names a year, a month or a day that there is."""
    match = _DATE.fullmatch(text)
    return match is not None and _date(match) is not None


def _date(match: re.Match[str]) -> date | None:
    year, month, day = match.groups(default="01")
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
