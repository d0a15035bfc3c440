"""Which ratings go around a centre, and how far out each score lies."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from mkdocs_comparisons.model.dimensions import Better, Kind, ValueType
from mkdocs_comparisons.model.values import Unknown, Value
from mkdocs_comparisons.views.radar import build_radar, refuse_radar
from tests.renderers.svg.samples import RATING, SUPPORT, YES, Row, compare, scope_of, score

TEN = ValueType(kind=Kind.RATING, low=Decimal(1), high=Decimal(10))
LOWER = ValueType(kind=Kind.RATING, better=Better.LOWER)


def ratings(count: int, *values: Value | None, type: ValueType = RATING) -> list[Row]:
    """Return as many rows, with the same values each."""
    return [(f"Rating {place}", type, values) for place in range(count)]


@pytest.mark.parametrize(
    ("subjects", "rows", "reason"),
    [
        (2, ratings(2, score("1"), score("2")), "three ratings or more on one scale, known of every subject, .* two"),
        (2, [*ratings(2, score("1"), score("2")), *ratings(1, score("1"), score("2"), type=TEN)], "here are two"),
        (2, ratings(3, score("1"), Unknown()), ""),
        (2, [*ratings(2, score("1"), score("2")), *ratings(1, score("1"), Unknown())], "here are two"),
        (4, ratings(3, *[score("1")] * 4), "3 subjects at most, and here are 4"),
        (1, [("Use", SUPPORT, [YES])], "none that are known"),
        (3, ratings(3, *[score("1")] * 3), ""),
        (1, ratings(9, score("1")), ""),
    ],
)
def test_what_can_not_be_drawn_is_refused_with_a_reason(subjects: int, rows: list[Row], reason: str) -> None:
    """Two axes make no area, four outlines no picture, and a hole in an outline would be a made-up zero."""
    refusal = refuse_radar(scope_of(compare([f"S{place}" for place in range(subjects)], *rows)))
    assert bool(refusal) == bool(reason)
    assert re.search(reason, refusal)


def test_score_lies_as_far_out_as_its_number_says() -> None:
    """The inmost ring is the scale's lower end, which need not be zero; the outmost one is its upper end."""
    (chart,) = build_radar(scope_of(compare(["A", "B"], *ratings(3, score("1"), score("5.5"), type=TEN))))
    assert [point.place for point in chart.axes[0].points] == [0, 0.5]
    assert [(tick.label, round(tick.share * 9 + 1)) for tick in chart.rings] == [
        (str(number), number) for number in (2, 4, 6, 8, 10)
    ]


def test_lower_scores_lie_outside_only_where_all_are_better_lower() -> None:
    """Rings carry one number each: a single turned axis would make them lie."""
    all_lower = build_radar(scope_of(compare(["A", "B"], *ratings(3, score("1"), score("5"), type=LOWER))))[0]
    assert all_lower.is_reversed
    assert all_lower.is_outside_better
    assert [point.place for point in all_lower.axes[0].points] == [0.8, 0]
    assert {tick.label: tick.share for tick in all_lower.rings}["5"] == 0
    mixed = [*ratings(2, score("1"), score("5")), *ratings(1, score("1"), score("5"), type=LOWER)]
    chart = build_radar(scope_of(compare(["A", "B"], *mixed)))[0]
    assert not chart.is_reversed
    assert not chart.is_outside_better
    assert [axis.best for axis in chart.axes] == [5, 5, 1]


def test_what_is_left_out_is_counted() -> None:
    """Nothing is dropped silently: other types, other scales, ratings with a hole, subjects without ratings."""
    rows = [
        *ratings(3, score("1"), score("2")),
        ("Use", SUPPORT, [YES, YES, YES]),
        *ratings(1, score("1"), score("2"), type=TEN),
        *ratings(1, score("1"), Unknown()),
    ]
    (chart,) = build_radar(scope_of(compare(["A", "B", "C"], *rows)))
    assert chart.left_out == 3
    assert [head.label for head in chart.silent] == ["C"]


@pytest.mark.parametrize(("count", "pages"), [(9, [9]), (10, [5, 5]), (19, [6, 6, 7])])
def test_many_ratings_are_divided_evenly(count: int, pages: list[int]) -> None:
    """No picture has too many axes, and none is left with one or two."""
    charts = build_radar(scope_of(compare(["A", "B"], *ratings(count, score("1"), score("2")))))
    assert [len(chart.axes) for chart in charts] == pages
    assert charts[-1].extent.last == charts[-1].extent.total == count
