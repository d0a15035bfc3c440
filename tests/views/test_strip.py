"""Subjects by one number: their order, and what is shown of them."""

from __future__ import annotations

import pytest

from mkdocs_comparisons.model.dimensions import Better, Kind, ValueType
from mkdocs_comparisons.model.values import NotApplicable, Unknown, Value
from mkdocs_comparisons.views.strip import build_strip, refuse_strip
from tests.renderers.svg.samples import NUMBER, TEXT, compare, measure, scope_of, text

LOWER = ValueType(kind=Kind.NUMBER, better=Better.LOWER)
HIGHER = ValueType(kind=Kind.NUMBER, better=Better.HIGHER)


@pytest.mark.parametrize(("type", "expected"), [(LOWER, "BDCAFEG"), (HIGHER, "ACBDFEG"), (NUMBER, "ACBDFEG")])
def test_the_best_comes_first_and_the_unknown_last(type: ValueType, expected: str) -> None:
    """Where neither end is better, the largest is first; equal ones stay in the author's order."""
    values: list[Value | None] = [measure("9"), measure("1"), measure("2", "4"), measure("1")]
    comparison = compare(list("ABCDEFG"), ("X", type, [*values, NotApplicable(), Unknown(), None]))
    (chart,) = build_strip(scope_of(comparison))
    assert "".join(row.head.title for row in chart.rows) == expected


def test_pages_share_one_axis() -> None:
    """A bar on the second picture is as long as it would be on the first."""
    comparison = compare([f"S{place}" for place in range(70)], ("X", NUMBER, [measure(str(it)) for it in range(70)]))
    charts = build_strip(scope_of(comparison))
    assert [(chart.extent.first, chart.extent.last) for chart in charts] == [(1, 30), (31, 60), (61, 70)]
    assert len({chart.axis for chart in charts}) == 1
    assert charts[0].rows[0].head.title == "S69"


def test_each_attribute_of_numbers_has_its_picture() -> None:
    """Nothing is dropped: one number a picture, and each says which it is."""
    numbers = [measure("1"), measure("2")]
    comparison = compare(
        ["A", "B"], ("X", NUMBER, numbers), ("Y", TEXT, [text("a"), text("b")]), ("Z", NUMBER, numbers)
    )
    charts = build_strip(scope_of(comparison))
    assert [(chart.title, chart.attribute, chart.attributes) for chart in charts] == [
        ("A title: X", 1, 3),
        ("A title: Z", 3, 3),
    ]


def test_negative_numbers_lie_left_of_zero() -> None:
    """A loss is not drawn as a gain."""
    (chart,) = build_strip(scope_of(compare(["A", "B"], ("X", NUMBER, [measure("-5"), measure("5")]))))
    first, second = (row.reach for row in chart.rows)
    assert first is not None
    assert second is not None
    assert second.high < chart.axis.scale.zero < first.low


def test_it_needs_a_known_number() -> None:
    """An axis without a number has no length."""
    reason = "it needs an attribute of numbers of which one is known, and here is none"
    assert refuse_strip(scope_of(compare(["A"], ("X", NUMBER, [Unknown()])))) == reason
    assert refuse_strip(scope_of(compare(["A"], ("X", TEXT, [text("a")])))) == reason
    assert refuse_strip(scope_of(compare(["A"], ("X", NUMBER, [measure("0")])))) == ""
