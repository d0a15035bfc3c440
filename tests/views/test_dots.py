"""Use cases and subjects as a table of signs."""

from __future__ import annotations

import pytest

from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import DiagramKind, DiagramOptions
from mkdocs_comparisons.views.dots import build_dots, refuse_dots
from mkdocs_comparisons.views.scope import Extent
from tests.renderers.svg.samples import SUPPORT, TEXT, YES, compare, scope_of, text
from tests.renderers.svg.use_cases import FAIR, FIT, GOOD, POOR, fits, many, seven, supported


def test_subjects_are_columns_up_to_seven() -> None:
    """Few subjects stand beside each other, in the author's order, one row a use case."""
    (chart,) = build_dots(scope_of(seven()))
    assert not chart.is_flipped
    assert [head.label for head in chart.subjects][:2] == ["Bare metal", "Virtual machine"]
    assert [verdict.reach for verdict in chart.verdicts[0]][:3] == [0, 1, 1]
    assert chart.verdicts[0][5].reach == 0.5
    assert chart.verdicts[0][6].reach is None


def test_subjects_are_rows_from_eight_on() -> None:
    """Many subjects stand below each other."""
    (chart,) = build_dots(scope_of(many(8, 2)))
    assert chart.is_flipped


def test_all_of_three_hundred_subjects_are_somewhere() -> None:
    """Thirty subjects and eight use cases a picture: no verdict is lost, none is shown twice."""
    charts = build_dots(scope_of(many(300, 17)))
    assert len(charts) == 30
    shown = [(row.label, head.label) for chart in charts for row in chart.use_cases for head in chart.subjects]
    assert len(shown) == len(set(shown)) == 300 * 17
    assert charts[0].subject_extent == Extent(1, 30, 300)
    assert charts[1].extent == Extent(9, 16, 17)
    assert all(chart.is_flipped for chart in charts)


def test_last_page_keeps_its_shape() -> None:
    """The last few of many subjects are rows as well."""
    charts = build_dots(scope_of(many(33, 2)))
    assert [(len(chart.subjects), chart.is_flipped) for chart in charts] == [(30, True), (3, True)]


@pytest.mark.parametrize("count", [1, 2])
def test_few_subjects_are_enough(count: int) -> None:
    """An author may ask for dots of one or two subjects."""
    scope = scope_of(fits("A B"[: count * 2 - 1], [GOOD, POOR][:count]))
    assert refuse_dots(scope) == ""
    (chart,) = build_dots(scope)
    assert len(chart.verdicts[0]) == count


def test_other_attributes_are_counted() -> None:
    """Attributes that hold no verdicts are left out, and the count says so."""
    (chart,) = build_dots(scope_of(supported()))
    assert chart.attributes == Extent(1, 1, 2)
    assert chart.noun == "attributes"


def test_scales_are_told_once() -> None:
    """Use cases of one scale need one legend, those of two need both."""
    mixed = compare(["A"], ("x", FIT, [GOOD]), ("y", FIT, [FAIR]), ("z", SUPPORT, [YES]))
    (plain,) = build_dots(scope_of(mixed))
    (asked,) = build_dots(scope_of(mixed, options=DiagramOptions(kind=DiagramKind.DOTS)))
    assert len(plain.scales) == 1
    assert len(asked.scales) == 2


@pytest.mark.parametrize(
    ("comparison", "reason"),
    [
        (compare([], ("x", FIT, [])), "it needs a subject, and here is none"),
        (
            compare(["A"], ("t", TEXT, [text("x")])),
            "it needs attributes of the type `fit` or `support`, and here are none",
        ),
    ],
)
def test_refusal_says_why(comparison: Comparison, reason: str) -> None:
    """An author who asks for this kind learns what it needs."""
    assert refuse_dots(scope_of(comparison)) == reason
