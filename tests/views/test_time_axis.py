"""Dates on one line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_comparisons.views.time_axis import Precision, Tick, TimeAxis, build_time_axis, read_span


def axis_of(*written: str, most: int = 8) -> TimeAxis:
    """Return the axis of dates on which so many names have room."""

    def fits(ticks: Sequence[Tick], nearest: float) -> bool:
        return len(ticks) < 2 or nearest >= 0.99 / most

    return build_time_axis([span for each in written if (span := read_span(each))], fits)


def names_of(*written: str, most: int = 8) -> list[str]:
    """Return the names of the ticks."""
    return [tick.written for tick in axis_of(*written, most=most).ticks]


@pytest.mark.parametrize(
    ("written", "days", "precision"),
    [
        ("2024", 366, Precision.YEAR),
        ("2023", 365, Precision.YEAR),
        ("2024-02", 29, Precision.MONTH),
        ("2024-12", 31, Precision.MONTH),
        ("2024-12-31", 1, Precision.DAY),
        ("9999", 365, Precision.YEAR),
        ("9999-12", 31, Precision.MONTH),
        ("9999-12-31", 1, Precision.DAY),
        ("0001", 365, Precision.YEAR),
    ],
)
def test_a_date_is_the_days_that_it_can_mean(written: str, days: int, precision: Precision) -> None:
    """A year is no day."""
    span = read_span(written)
    assert span is not None
    assert (span.end - span.first, span.precision) == (days, precision)


@pytest.mark.parametrize("written", ["", "24", "2024-13", "2024-02-30", "0000", "٢٠٢٤", "2024-1-1", "x"])
def test_what_is_no_date_has_no_place(written: str) -> None:
    """It is told in words instead."""
    assert read_span(written) is None


@pytest.mark.parametrize(
    ("written", "names"),
    [
        (("1999", "2018"), ["1995", "2000", "2005", "2010", "2015", "2020"]),
        (("2013",), ["2012", "2013", "2014"]),
        (("2013", "2013"), ["2012", "2013", "2014"]),
        (("2013-05",), ["2013-04", "2013-05", "2013-06"]),
        (("2013-05-01",), ["2013-04-30", "2013-05-01", "2013-05-02"]),
        (("2024-05-01", "2024-05-04"), ["2024-05-01", "2024-05-02", "2024-05-03", "2024-05-04"]),
        (("2024-01", "2024-05"), ["2024-01", "2024-02", "2024-03", "2024-04", "2024-05"]),
        (("2024", "2024-05-04"), ["2024-01", "2024-03", "2024-05", "2024-07", "2024-09", "2024-11", "2025-01"]),
        (("0001", "3000"), ["0500", "1000", "1500", "2000", "2500", "3000"]),
        (("0001",), ["0001", "0002"]),
        (("9999",), ["9998", "9999"]),
        (("0001", "9999"), ["2000", "4000", "6000", "8000"]),
        (("0001-01-01",), ["0001-01-01", "0001-01-02"]),
        (("9999-12-31",), ["9999-12-30", "9999-12-31"]),
    ],
)
def test_ticks_are_round(written: tuple[str, ...], names: list[str]) -> None:
    """Years go by 1, 2 and 5; dates close together have months or days; there is no year 0."""
    assert names_of(*written) == names


def test_less_room_has_fewer_ticks() -> None:
    """Names don't run into each other."""
    assert names_of("1999", "2018", most=3) == ["1990", "2000", "2010", "2020"]


DATES = st.one_of(
    st.dates().map(date.isoformat),
    st.dates().map(lambda day: day.isoformat()[:7]),
    st.integers(1, 9999).map("{:04}".format),
)


@given(st.lists(DATES, min_size=1), st.integers(1, 12))
def test_all_dates_stand_on_the_axis(written: list[str], most: int) -> None:
    """Whatever the dates, each has a place from 0 to 1, and there is a name."""
    axis = axis_of(*written, most=most)
    spans = [span for each in written if (span := read_span(each))]
    assert len(spans) == len(written)
    assert all(0 <= axis.share(span.first) <= 1 for span in spans)
    assert 1 <= len(axis.ticks) <= 13
    assert all(0 <= axis.share(tick.day) <= 1 for tick in axis.ticks)
