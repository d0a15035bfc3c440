"""Which two attributes span a plane, and where subjects lie on it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mkdocs_comparisons.model.dimensions import Better, DiagramKind, DiagramOptions, Kind, ValueType
from mkdocs_comparisons.model.values import Measure, NotApplicable, Unknown
from mkdocs_comparisons.views.quadrant import Quadrant, build_quadrant, refuse_quadrant
from tests.renderers.svg.samples import (
    NO,
    NUMBER,
    PARTIAL,
    RATING,
    SUPPORT,
    TEXT,
    YES,
    Row,
    choice,
    compare,
    levels,
    measure,
    scope_of,
    score,
    text,
)

LOWER = ValueType(kind=Kind.NUMBER, better=Better.LOWER)
USE = ("Use", SUPPORT, [YES, PARTIAL, NO])


def plane(*rows: Row, scale: str = "") -> Quadrant:
    """Return the plane of three subjects."""
    options = DiagramOptions(kind=DiagramKind.QUADRANT, scale=scale)
    (chart,) = build_quadrant(scope_of(compare(["A", "B", "C"], *rows), options=options))
    return chart


def across(chart: Quadrant) -> list[float]:
    """Return where the subjects lie from left to right."""
    return [round(point.x.middle, 3) for point in chart.points]


def test_level_stands_in_the_middle_of_its_band() -> None:
    """Levels divide an axis evenly, the lowest first, all of them: also those that nobody has."""
    port = choice("none", "low", "medium", "high")
    chart = plane(("Portability", port, levels(port, "none", "high", "low")), USE)
    assert across(chart) == [0.125, 0.875, 0.375]
    assert chart.x.levels == ("none", "low", "medium", "high")


def test_better_end_is_on_the_right() -> None:
    """Where lower is better the axis is turned, its ticks and names with it."""
    effort = choice("small", "large", better=Better.LOWER)
    chart = plane(("Effort", effort, levels(effort, "small", "large", "small")), USE)
    assert chart.x.levels == ("large", "small")
    assert across(chart) == [0.75, 0.25, 0.75]
    chart = plane(("Price", LOWER, [measure("0"), measure("10"), measure("4")]), USE)
    assert across(chart) == [1, 0, 0.6]
    assert {tick.label: round(tick.share, 3) for tick in chart.x.ticks}["10"] == 0
    assert chart.has_better_corner


def test_scale_is_logarithmic_where_numbers_are_far_apart_or_the_author_says_so() -> None:
    """The author's wish wins, unless a number has no place on that scale."""
    far = ("Price", NUMBER, [measure("1"), measure("10"), measure("100")])
    assert across(plane(far, USE)) == [0, 0.5, 1]
    assert across(plane(far, USE, scale="linear")) == [0.01, 0.1, 1]
    zero = plane(("Price", NUMBER, [measure("0"), measure("10"), measure("100")]), USE, scale="log")
    assert across(zero) == [0, 0.1, 1]
    assert zero.x.is_log_refused


def test_range_and_limit_reach_as_far_as_they_say() -> None:
    """A range covers its numbers; what is at least something may lie anywhere up to the end."""
    limit = Measure(
        low=Decimal(5),
        high=Decimal(5),
        unit="",
        base_low=Decimal(5),
        base_high=Decimal(5),
        approximate=False,
        bound=">=",
        written=">= 5",
    )
    chart = plane(("Price", NUMBER, [measure("2", "4"), limit, measure("10")]), USE)
    assert [(point.x.low, point.x.high) for point in chart.points] == [(0.2, 0.4), (0.5, 1), (1, 1)]
    turned = plane(("Price", LOWER, [measure("2", "4"), limit, measure("10")]), USE)
    assert [(point.x.low, point.x.high) for point in turned.points] == [(0.6, 0.8), (0, 0.5), (0, 0)]


def test_subject_without_a_value_is_never_placed() -> None:
    """Unknown, not applicable and missing are listed with what is said of them: zero is another thing."""
    chart = plane(("Price", NUMBER, [measure("0"), Unknown(), None]), ("Use", SUPPORT, [YES, YES, NotApplicable()]))
    assert [point.head.label for point in chart.points] == ["A"]
    assert [(entry.head.label, [value for _, value in entry.lacking]) for entry in chart.unplaced] == [
        ("B", [Unknown()]),
        ("C", [None, NotApplicable()]),
    ]


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([USE], "here is one"),
        ([("Text", TEXT, [text("a")] * 3)], "here are none"),
        ([USE, ("Score", RATING, [Unknown()] * 3)], "here is one"),
        ([("Use", SUPPORT, [YES, None, None]), ("Score", RATING, [None, score("1"), score("1")])], "'Use' and 'Score'"),
        ([USE, ("Score", RATING, [score("1"), None, None])], ""),
    ],
)
def test_what_can_not_be_drawn_is_refused_with_a_reason(rows: list[Row], reason: str) -> None:
    """A plane needs two axes and a point."""
    refusal = refuse_quadrant(scope_of(compare(["A", "B", "C"], *rows)))
    assert bool(refusal) == bool(reason)
    assert reason in refusal


def test_first_two_ordered_attributes_are_taken_and_the_rest_counted() -> None:
    """The author's order names x, then y."""
    score_row = ("Score", RATING, [score("1")] * 3)
    chart = plane(("Text", TEXT, [text("a")] * 3), score_row, USE, ("More", SUPPORT, [YES] * 3))
    assert (chart.x.head.label, chart.y.head.label, chart.left_out) == ("Score", "Use", 2)


def test_many_subjects_share_their_axes_over_pages() -> None:
    """The same place means the same number in each picture."""
    rows = ("N", NUMBER, [measure(str(place)) for place in range(70)]), ("U", SUPPORT, [YES] * 70)
    charts = build_quadrant(scope_of(compare([f"S{place}" for place in range(70)], *rows)))
    assert [len(chart.points) for chart in charts] == [30, 30, 10]
    assert {chart.x.ticks for chart in charts} == {charts[0].x.ticks}
