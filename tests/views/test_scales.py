"""Scales: where numbers lie, and where ticks stand."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_comparisons.model.units import UNITS
from mkdocs_comparisons.model.values import Measure
from mkdocs_comparisons.views.amounts import ladder_of, write_number
from mkdocs_comparisons.views.scales import MOST_TICKS, Scale, build_scale, wide
from tests.renderers.svg.samples import measure

NBSP = "\u00a0"
ANY_NUMBER = st.one_of(
    st.decimals(allow_nan=False, allow_infinity=False),
    st.sampled_from([Decimal("1e999999"), Decimal("-1e999999"), Decimal("1e-999999"), Decimal(0)]),
)


def amount(written: str, unit: str = "") -> Measure:
    low, _, high = written.partition("…")
    factor = str(UNITS[unit].factor) if unit in UNITS else "1"
    return measure(low, high or None, unit=unit, factor=factor)


def labels(scale: Scale, most: int = MOST_TICKS) -> str:
    return " | ".join(tick.label.replace(NBSP, " ") for tick in scale.ticks(most))


@pytest.mark.parametrize(
    ("measures", "expected"),
    [
        ([amount("50…1000", "ms"), amount("20…120", "s")], "10 ms | 100 ms | 1 s | 10 s | 1 min | 10 min"),
        ([amount("1", "s"), amount("3", "d")], "1 s | 10 s | 1 min | 10 min | 1 h | 1 d | 10 d"),
        ([amount("5…500", "MB"), amount("1…20", "GB")], "1 MB | 10 MB | 100 MB | 1 GB | 10 GB | 100 GB"),
        ([amount("100", "kg"), amount("3", "t")], "100 kg | 200 kg | 500 kg | 1 t | 2 t | 5 t"),
        ([amount("10…50"), amount("100…1000")], "10 | 20 | 50 | 100 | 200 | 500 | 1 000"),
        ([amount("100"), amount("2500000")], "100 | 1 000 | 10 000 | 100 000 | 1 M | 10 M"),
        ([amount("3", "mi"), amount("400", "mi")], "1 mi | 10 mi | 100 mi | 1 000 mi"),
        ([amount("0…2", "%"), amount("3…8", "%")], "0 | 2 % | 4 % | 6 % | 8 %"),
        ([amount("20000"), amount("84623")], "0 | 20 000 | 40 000 | 60 000 | 80 000 | 100 000"),
        ([amount("2", "h"), amount("3", "h")], "0 | 30 min | 1 h | 1.5 h | 2 h | 2.5 h | 3 h"),
        ([amount("90", "s")], "0 | 20 s | 40 s | 60 s | 80 s | 100 s"),
        ([amount("8", "GiB"), amount("64", "GiB")], "0 | 16 GiB | 32 GiB | 48 GiB | 64 GiB"),
        ([amount("-5"), amount("5")], "−6 | −4 | −2 | 0 | 2 | 4 | 6"),
        ([amount("-5"), amount("-3")], "−5 | −4 | −3 | −2 | −1 | 0"),
        ([amount("12.50", "EUR"), amount("40", "EUR")], "0 | 10 | 20 | 30 | 40"),
        ([amount("0"), amount("0")], "0"),
        ([], "0"),
    ],
)
def test_ticks_are_round_in_units_that_readers_know(measures: list[Measure], expected: str) -> None:
    """An axis of time has the ticks of a clock, one of memory powers of two or tens of units, others count in tens."""
    assert labels(build_scale(measures)) == expected


@pytest.mark.parametrize(
    ("measures", "expected"),
    [
        ([amount("1", "ms"), amount("3", "min")], "1 ms | 100 ms | 10 s | 10 min"),
        ([amount("0…8", "%")], "0 | 4 % | 8 %"),
        ([amount("84623")], "0 | 50 000 | 100 000"),
        ([amount("-5"), amount("5")], "−6 | 0 | 6"),
        ([amount("10"), amount("1000")], "10 | 50 | 200 | 1 000"),
    ],
)
def test_fewer_ticks_keep_the_ends_and_zero(measures: list[Measure], expected: str) -> None:
    """A narrow axis leaves out what divides it, not what bounds it."""
    assert labels(build_scale(measures), 4) == expected


def test_a_scale_is_logarithmic_from_a_ratio_of_twenty() -> None:
    """Small numbers beside large ones stay apart; near ones keep their true lengths, from zero on."""
    assert build_scale([amount("1"), amount("20")]).is_log
    linear = build_scale([amount("1"), amount("19.9")])
    assert not linear.is_log
    assert linear.start == 0


def test_an_author_chooses_the_scale_unless_numbers_forbid_it() -> None:
    """`log` is taken at its word for positive numbers; where there is a zero, the refusal can be told."""
    assert build_scale([amount("1"), amount("2")], wish="log").is_log
    assert not build_scale([amount("1"), amount("2000")], wish="linear").is_log
    refused = build_scale([amount("0"), amount("2")], wish="log")
    assert refused.is_log_refused
    assert not refused.is_log
    assert not build_scale([amount("1"), amount("2")], wish="log").is_log_refused


def test_numbers_lie_where_they_should() -> None:
    """Places are exact, on either kind of scale."""
    linear = build_scale([amount("84623"), amount("20000")])
    assert linear.place(Decimal(25_000)) == 0.25
    log = build_scale([amount("10"), amount("1000")])
    assert log.place(Decimal(100)) == pytest.approx(0.5)
    assert log.place(Decimal(10)) == 0
    assert log.place(Decimal(1000)) == 1
    assert log.zero == 0
    assert build_scale([amount("-5"), amount("5")]).zero == 0.5


def test_equal_numbers_have_a_place() -> None:
    """Where all are equal nothing is divided by zero: zeros lie at the start, others at their length."""
    assert build_scale([amount("0"), amount("0")]).place(Decimal(0)) == 0
    assert build_scale([amount("5"), amount("5")]).place(Decimal(5)) == 1
    assert build_scale([amount("5")], wish="log").place(Decimal(5)) == 0.5


def test_ends_can_be_those_of_the_numbers() -> None:
    """Bars without an axis use all of their room."""
    scale = build_scale([amount("3"), amount("17")], is_rounded=False)
    assert scale.start == 0
    assert scale.end == 17


@given(
    st.lists(ANY_NUMBER, max_size=5),
    st.sampled_from(["", "log", "linear"]),
    st.sampled_from(["", "s", "GB", "mi", "%"]),
)
def test_any_numbers_have_places_and_ticks_in_order(numbers: list[Decimal], wish: str, unit: str) -> None:
    """Whatever an author writes: places stay on the axis, and at most seven ticks rise along it, none written twice."""
    factor = UNITS[unit].factor if unit in UNITS else Decimal(1)
    with wide():
        bases = [number * factor for number in numbers]
        measures = [
            Measure(
                low=number,
                high=number,
                unit=unit,
                base_low=base,
                base_high=base,
                approximate=False,
                bound="",
                written=str(number),
            )
            for number, base in zip(numbers, bases, strict=True)
        ]
    scale = build_scale(measures, wish=wish)
    places = [scale.place(base) for base in sorted(bases)]
    assert places == sorted(places)
    assert all(0 <= place <= 1 for place in places)
    for most in (MOST_TICKS, 4, 2):
        ticks = scale.ticks(most)
        shares = [tick.share for tick in ticks]
        assert 1 <= len(ticks) <= most
        assert shares == sorted(set(shares))
        assert len({tick.label for tick in ticks}) == len(ticks)


def test_labels_are_exactly_true() -> None:
    """A label is never rounded: an amount is written in the largest unit in which it is a short number."""
    clock = ladder_of("s")
    assert clock.label(Decimal(90)) == f"1.5{NBSP}min"
    assert clock.label(Decimal(100)) == f"100{NBSP}s"
    assert ladder_of("kB").label(Decimal(1536)) == f"1.5{NBSP}kB"
    assert ladder_of("cm").label(Decimal("0.12")) == f"12{NBSP}cm"


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("0", "0"),
        ("-0.0001", "−0.0001"),
        ("20000", "20 000"),
        ("2500000", "2.5 M"),
        ("1e9", "1 bn"),
        ("1e20", "10²⁰"),
        ("2e-9", "2×10⁻⁹"),
    ],
)
def test_numbers_stay_short(number: str, expected: str) -> None:
    """Large and small numbers have a short form that is as exact as the long one."""
    assert write_number(Decimal(number)).replace(NBSP, " ") == expected
