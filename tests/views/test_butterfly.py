"""Two subjects face to face, as data."""

from __future__ import annotations

from mkdocs_comparisons.model.values import NotApplicable, Unknown
from mkdocs_comparisons.views.butterfly import build_butterfly, refuse_butterfly
from tests.renderers.svg.samples import NUMBER, TEXT, compare, measure, scope_of, text


def test_same_is_what_is_equal_by_type() -> None:
    """Spelling makes no difference, and what is not known is never the same."""
    comparison = compare(
        ["A", "B"],
        ("Words", TEXT, [text("the Same"), text("The same")]),
        ("Amount", NUMBER, [measure("1.0"), measure("1")]),
        ("Other", TEXT, [text("x"), text("y")]),
        ("Unknown", TEXT, [Unknown(), Unknown()]),
        ("Neither", TEXT, [NotApplicable(), NotApplicable()]),
        ("Missing", TEXT, [None, None]),
    )
    (chart,) = build_butterfly(scope_of(comparison))
    assert [row.is_same for row in chart.rows] == [True, True, False, False, False, False]
    assert [row.is_known for row in chart.rows] == [True, True, True, False, False, False]


def test_sides_are_the_two_of_which_something_is_known() -> None:
    """A third subject without a word does not stand in the way."""
    comparison = compare(["A", "B", "C"], ("Words", TEXT, [None, text("b"), text("c")]))
    (chart,) = build_butterfly(scope_of(comparison))
    assert (chart.left.title, chart.right.title) == ("B", "C")


def test_other_numbers_of_subjects_are_refused() -> None:
    """One subject faces nobody, and three can't face each other."""
    for count in (1, 3):
        comparison = compare([f"S{place}" for place in range(count)], ("Words", TEXT, [text("x")] * count))
        assert refuse_butterfly(scope_of(comparison)) == f"it takes two subjects, and here are {count}"


def test_many_attributes_are_divided() -> None:
    """Each picture says which attributes it shows."""
    comparison = compare(["A", "B"], *((f"Row {row}", TEXT, [text("x"), text("y")]) for row in range(31)))
    charts = build_butterfly(scope_of(comparison))
    assert [len(chart.rows) for chart in charts] == [30, 1]
    assert [(chart.extent.first, chart.extent.last) for chart in charts] == [(1, 30), (31, 31)]
