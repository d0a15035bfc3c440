"""Days, months and years on one line, and where its ticks stand."""

from __future__ import annotations

import enum
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, date
from itertools import pairwise

_WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_MOST_TICKS = 9
_AFTER_LAST = date.max.toordinal() + 1


class Precision(enum.IntEnum):
    """How exactly a date is known."""

    YEAR = 0
    MONTH = 1
    DAY = 2


@dataclass(frozen=True, slots=True)
class Span:
    """The days that a date can mean: one, those of a month, or those of a year."""

    first: int
    """Counted from 1 January of the year 1, which is 1."""

    end: int
    """The day after the last one."""

    precision: Precision


def read_span(written: str) -> Span | None:
    """Return the days that `2024`, `2024-05` or `2024-05-01` can mean; None for what is no date."""
    match = _WRITTEN.fullmatch(written)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = date(year or 0, month or 1, day or 1).toordinal()
    except ValueError:
        return None
    if day:
        return Span(first, first + 1, Precision.DAY)
    months = (year or 0) * 12 + (month or 1)
    return Span(first, _month_start(months if month else months + 11), Precision.MONTH if month else Precision.YEAR)


@dataclass(frozen=True, slots=True)
class Tick:
    """A day on the line that has a name."""

    day: int
    written: str
    """`2024`, `2024-05` or `2024-05-01`."""


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """A stretch of time with its ticks."""

    first: int
    last: int
    ticks: tuple[Tick, ...]

    def share(self, day: int) -> float:
        """Return where a day stands: 0 at the beginning, 1 at the end."""
        return (day - self.first) / (self.last - self.first)


@dataclass(frozen=True, slots=True)
class _Step:
    """From one tick to the next."""

    size: int
    unit: Precision

    @property
    def days(self) -> float:
        return self.size * (365.25, 30.4, 1.0)[self.unit]

    def ticks(self, first: int, last: int) -> list[Tick]:
        """Return the ticks around two days."""
        if self.unit is Precision.DAY:
            return self._day_ticks(first, last)
        size = self.size * (12 if self.unit is Precision.YEAR else 1)
        # Months are counted from January of the year 0, which is 0.
        start, end = _months(first) // size, -(-_months_up(last) // size)
        if start == end:
            start, end = start - 1, end + 1
        return [self._tick(place * size) for place in range(start, end + 1)]

    def _day_ticks(self, first: int, last: int) -> list[Tick]:
        if first == last:
            first, last = first - self.size, last + self.size
        count = -(-(last - first) // self.size)
        days = (first + place * self.size for place in range(count + 1))
        return [Tick(day, date.fromordinal(day).isoformat() if 0 < day < _AFTER_LAST else "") for day in days]

    def _tick(self, months: int) -> Tick:
        year, month = divmod(months, 12)
        if not 1 <= year <= MAXYEAR:
            return Tick(1 if year < 1 else _AFTER_LAST, "")
        written = f"{year:04}" if self.unit is Precision.YEAR else f"{year:04}-{month + 1:02}"
        return Tick(date(year, month + 1, 1).toordinal(), written)


_STEPS = (
    *(_Step(size, Precision.DAY) for size in (1, 2, 7, 14)),
    *(_Step(size, Precision.MONTH) for size in (1, 2, 3, 6)),
    *(_Step(size * ten, Precision.YEAR) for ten in (1, 10, 100, 1000) for size in (1, 2, 5)),
)


def build_time_axis(spans: Sequence[Span], fits: Callable[[Sequence[Tick], float], bool]) -> TimeAxis:
    """Build the axis for dates: as many ticks as fit, none finer than the dates are known.

    Args:
        spans: At least one.
        fits: Tells whether the names of ticks have room, of which the two nearest are so far apart, as a share.
    """
    finest = max(span.precision for span in spans)
    first = min(span.first for span in spans)
    # What is not known as exactly as others is shown in its whole length.
    last = max(span.first if span.precision == finest else span.end - 1 for span in spans)
    axis = TimeAxis(0, 1, ())
    for axis in _axes(first, last, finest):
        named = [tick for tick in axis.ticks if tick.written]
        nearest = min((after.day - before.day for before, after in pairwise(named)), default=axis.last - axis.first)
        if named and fits(named, nearest / (axis.last - axis.first)):
            break
    return TimeAxis(axis.first, axis.last, tuple(tick for tick in axis.ticks if tick.written))


def _axes(first: int, last: int, finest: Precision) -> Iterator[TimeAxis]:
    for step in _STEPS:
        if step.unit > finest or (last - first) / step.days > _MOST_TICKS:
            continue
        ticks = step.ticks(first, last)
        yield TimeAxis(max(ticks[0].day, 1), min(ticks[-1].day, _AFTER_LAST), tuple(ticks))


def _months(day: int) -> int:
    at = date.fromordinal(day)
    return at.year * 12 + at.month - 1


def _months_up(day: int) -> int:
    """Return the months until a day, a month that has begun included."""
    return _months(day) + (date.fromordinal(day).day > 1)


def _month_start(months: int) -> int:
    """Return the first day of a month, counted from January of the year 0."""
    year, month = divmod(months, 12)
    return date(year, month + 1, 1).toordinal() if year <= MAXYEAR else _AFTER_LAST
