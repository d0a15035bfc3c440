"""What sets subjects apart."""

from __future__ import annotations

from decimal import Decimal

from mkdocs_comparisons.views.differences import build_differences
from mkdocs_comparisons.views.profile import build_standings
from mkdocs_comparisons.views.selection import Selection, select_overview
from tests.samples import with_rows

ROWS = (
    "{same: {title: Same, claims: {a: x, b: X}},"
    " speed: {title: Speed, type: {quantity: s, better: lower}, claims: {a: 40, b: 300 ms}},"
    " alone: {title: Alone, claims: {a: x}},"
    " zero: {title: Zero, type: number, claims: {a: 0, b: 5}},"
    " bound: {title: Bound, type: number, claims: {a: '> 10', b: 5}}}"
)


def test_attributes_are_differing_agreed_or_open() -> None:
    """Each attribute is told once, and what is known of one subject alone is neither same nor different."""
    found = build_differences(with_rows(ROWS), Selection())[0]
    assert [entry.attribute.id for entry in found.differing] == ["speed", "zero", "bound"]
    assert [attribute.id for attribute in found.agreed] == ["same"]
    assert [(attribute.id, [subject.id for subject in known]) for attribute, known in found.open] == [("alone", ["a"])]


def test_a_ratio_needs_two_positive_amounts() -> None:
    """Nothing is a multiple of zero, and a bound is no amount."""
    ratios = [entry.ratio for entry in build_differences(with_rows(ROWS), Selection())[0].differing]
    assert ratios[0] is not None
    assert abs(ratios[0] - Decimal(40) / Decimal("0.3")) < 1
    assert ratios[1:] == [None, None]


def test_standings_name_the_ends_of_scales_alone() -> None:
    """Only attributes with a better end make a strength or a weakness, and only where subjects differ."""
    sample = with_rows(ROWS)
    standings = build_standings(sample)
    slow, fast = standings["a"], standings["b"]
    assert [standing.attribute.id for standing in fast.strengths] == ["speed"]
    assert [standing.attribute.id for standing in slow.weaknesses] == ["speed"]
    assert fast.weaknesses == slow.strengths == ()


def test_an_overview_takes_what_ranks_and_all_where_nothing_does() -> None:
    """The picture of a whole comparison shows what can be seen at a glance, and is never empty."""
    assert [attribute.id for attribute in select_overview(with_rows(ROWS), 10)] == ["speed"]
    plain = with_rows("{x: {title: X}, y: {title: Y}, z: {title: Z}}")
    assert [attribute.id for attribute in select_overview(plain, 2)] == ["x", "y"]
