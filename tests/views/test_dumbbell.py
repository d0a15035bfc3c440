"""Numbers of a few subjects: what is shown, and the gap between them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mkdocs_comparisons.model.dimensions import Better, DiagramKind, DiagramOptions, Kind, ValueType
from mkdocs_comparisons.model.values import Measure, Unknown, Value
from mkdocs_comparisons.views.dumbbell import DumbbellRow, build_dumbbell, refuse_dumbbell
from tests.renderers.svg.samples import NUMBER, TEXT, compare, measure, scope_of, text

LOWER = ValueType(kind=Kind.QUANTITY, unit="s", better=Better.LOWER)
HIGHER = ValueType(kind=Kind.NUMBER, better=Better.HIGHER)


def row(type: ValueType, *values: Value | None, scale: str = "") -> DumbbellRow:
    options = DiagramOptions(kind=DiagramKind.DUMBBELL, scale=scale)
    subjects = [f"S{place}" for place in range(len(values))]
    (chart,) = build_dumbbell(scope_of(compare(subjects, ("A", type, values)), options=options))
    return chart.rows[0]


def gap(type: ValueType, *values: Value | None) -> str:
    """Say a gap in one line: who, how much, to whom."""
    found = row(type, *values).gap
    if found is None:
        return "none"
    return f"{found.first} {found.sign}{found.amount} {found.word} {found.last}".replace("\u00a0", " ")


def bound(value: Measure, sign: str) -> Measure:
    return replace(value, bound=sign)


@pytest.mark.parametrize(
    ("type", "values", "expected"),
    [
        (LOWER, (measure("2"), measure("8")), "(0,) 4× lower (1,)"),
        (HIGHER, (measure("2"), measure("8")), "(1,) 4× higher (0,)"),
        (NUMBER, (measure("2"), measure("8")), "(0,) 4× apart (1,)"),
        (LOWER, (measure("0.05", "1"), measure("20", "120")), "(0,) 220× lower (1,)"),
        (HIGHER, (measure("16"), measure("16"), measure("8"), measure("8")), "(0, 1) 2× higher (2, 3)"),
        (LOWER, (measure("0"), measure("8")), "(0,) 8 s lower (1,)"),
        (LOWER, (measure("-2"), measure("8")), "(0,) 10 s lower (1,)"),
        (NUMBER, (measure("-8"), measure("-2")), "(0,) 6 apart (1,)"),
        (HIGHER, (measure("100"), measure("101")), "(1,) 1 higher (0,)"),
        (LOWER, (measure("0"), measure("0")), "(0, 1)  equal (0, 1)"),
        (LOWER, (measure("1", "9"), measure("4", "6")), "none"),
        (LOWER, (measure("3"), Unknown()), "none"),
        (LOWER, (measure("3"), None, measure("6")), "(0,) 2× lower (2,)"),
    ],
)
def test_a_gap_is_a_factor_or_a_difference(type: ValueType, values: tuple[Value | None, ...], expected: str) -> None:
    """Zero, negative numbers and unknown ones never give a factor; equal ones are said to be equal."""
    assert gap(type, *values) == expected


def test_bounds_bound_the_gap_or_leave_it_open() -> None:
    """`< 5` beside `>= 120` is more than 24 times; `> 5` beside 120 may be anything."""
    five, more = measure("5"), measure("120")
    assert gap(LOWER, bound(five, "<"), bound(more, ">=")) == "(0,) >24× lower (1,)"
    assert gap(LOWER, five, bound(more, ">=")) == "(0,) ≥24× lower (1,)"
    assert gap(LOWER, bound(five, ">"), more) == "none"
    assert gap(LOWER, five, bound(more, "<")) == "none"
    assert gap(LOWER, five, bound(measure("5"), "<=")) == "none"
    assert gap(LOWER, replace(five, approximate=True), more) == "(0,) ~24× lower (1,)"


def test_numbers_of_any_size_have_a_gap() -> None:
    """A build does not stop at numbers that no computer's float can hold."""
    assert gap(NUMBER, measure("1e999999"), measure("1e-999999")) == "(1,) 10¹⁹⁹⁹⁹⁹⁸× apart (0,)"


def test_a_row_has_its_own_axis() -> None:
    """What an author wishes of the scale holds for each row where it can, and a row tells where it can't."""
    assert row(LOWER, measure("1"), measure("2"), scale="log").axis.note == "lower is better · log"
    assert row(LOWER, measure("1"), measure("200")).axis.note == "lower is better · log"
    assert row(LOWER, measure("0"), measure("2"), scale="log").axis.note == "lower is better · no log: not all above 0"
    assert row(NUMBER, measure("0"), measure("2")).axis.note == ""


def test_attributes_without_numbers_are_counted() -> None:
    """Nothing is dropped silently."""
    comparison = compare(["A", "B"], ("X", NUMBER, [measure("1"), measure("2")]), ("Y", TEXT, [text("a"), text("b")]))
    (chart,) = build_dumbbell(scope_of(comparison))
    assert (len(chart.rows), chart.extent.total, chart.attributes) == (1, 1, 2)


def test_subjects_without_numbers_give_way() -> None:
    """Of more than four subjects those are shown of which a number is known; the others are named."""
    comparison = compare(list("ABCDE"), ("X", NUMBER, [measure("1"), Unknown(), None, measure("2"), None]))
    (chart,) = build_dumbbell(scope_of(comparison))
    assert [head.title for head in chart.subjects] == ["A", "D"]
    assert chart.left_out == ("B", "C", "E")


def test_many_attributes_take_several_pictures() -> None:
    """Each picture says which of them it shows."""
    rows = [(f"A{place}", NUMBER, [measure("1"), measure("2")]) for place in range(32)]
    charts = build_dumbbell(scope_of(compare(["A", "B"], *rows)))
    assert [(chart.extent.first, chart.extent.last) for chart in charts] == [(1, 15), (16, 30), (31, 32)]


@pytest.mark.parametrize(
    ("subjects", "values", "expected"),
    [
        (1, [measure("1")], "it shows 2 to 4 subjects of which numbers are known, and here is 1"),
        (5, [measure("1")] * 5, "it shows 2 to 4 subjects of which numbers are known, and here are 5"),
        (2, [Unknown(), None], "it needs a number that is known, and here is none"),
        (2, [measure("1"), Unknown()], ""),
    ],
)
def test_it_says_why_it_can_not_be_drawn(subjects: int, values: list[Value | None], expected: str) -> None:
    """An author who asks for it learns what is missing."""
    names = [f"S{place}" for place in range(subjects)]
    assert refuse_dumbbell(scope_of(compare(names, ("A", NUMBER, values)))) == expected


def test_it_needs_numbers() -> None:
    """Words have no place on an axis."""
    comparison = compare(["A", "B"], ("Y", TEXT, [text("a"), text("b")]))
    assert refuse_dumbbell(scope_of(comparison)) == "it needs an attribute of numbers, and here is none"
