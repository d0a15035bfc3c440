"""Which of two subjects a use case leans to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import DiagramKind, DiagramOptions
from mkdocs_comparisons.model.values import Choice, Level, Value
from mkdocs_comparisons.views.lean import LeanChart, Leaning, build_lean, refuse_lean
from mkdocs_comparisons.views.scope import Extent
from tests.renderers.svg.samples import TEXT, YES, compare, scope_of, text
from tests.renderers.svg.use_cases import (
    FAIR,
    FIT,
    GOOD,
    NOT_APPLICABLE,
    POOR,
    UNKNOWN,
    VERDICTS,
    fits,
    noted,
    supported,
    two,
)

ASKED = DiagramOptions(kind=DiagramKind.LEAN)


def only(comparison: Comparison) -> LeanChart:
    """Return the only picture."""
    (chart,) = build_lean(scope_of(comparison))
    return chart


@pytest.mark.parametrize(
    ("left", "right", "leaning"),
    [
        (GOOD, FAIR, Leaning.LEFT),
        (GOOD, POOR, Leaning.LEFT),
        (FAIR, POOR, Leaning.LEFT),
        (FAIR, GOOD, Leaning.RIGHT),
        (GOOD, GOOD, Leaning.EITHER),
        (FAIR, FAIR, Leaning.EVEN),
        (POOR, POOR, Leaning.NEITHER),
        (GOOD, None, Leaning.LEFT),
        (FAIR, UNKNOWN, Leaning.LEFT),
        (NOT_APPLICABLE, FAIR, Leaning.RIGHT),
    ],
)
def test_better_verdict_wins(left: Value | None, right: Value | None, leaning: Leaning) -> None:
    """A use case leans to the subject with the better verdict, or to the only one with a verdict for it."""
    assert only(fits("A B", [left, right])).rows[0].leaning is leaning


@pytest.mark.parametrize(("left", "right"), [(POOR, None), (UNKNOWN, POOR), (None, None), (NOT_APPLICABLE, UNKNOWN)])
def test_bad_verdict_alone_speaks_for_nobody(left: Value | None, right: Value | None) -> None:
    """That one is poor does not make the other better as long as nothing is known of it."""
    assert only(fits("A B", [left, right])).rows[0].leaning is Leaning.OPEN


def test_reason_is_that_of_the_better_subject() -> None:
    """The better subject's note says why; another note is told with its subject's name."""
    rows = only(two()).rows
    assert rows[0].reason is not None
    assert "hypervisor" in rows[0].reason.source
    assert rows[0].reason_of is None
    assert rows[1].reason_of is not None
    assert rows[1].reason_of.label == "Containers"
    assert rows[3].reason_of is not None
    assert rows[6].reason is None


def test_empty_note_is_no_reason() -> None:
    """A note of blanks gives way to the other subject's."""
    comparison = noted(fits("A B", [GOOD, POOR]), {("a0", "s0"): "  ", ("a0", "s1"): "slow"})
    row = only(comparison).rows[0]
    assert row.reason is not None
    assert row.reason.source == "slow"


def test_other_attributes_are_counted() -> None:
    """Attributes that hold no verdicts are left out, and the count says so."""
    chart = only(two())
    assert len(chart.rows) == 10
    assert chart.attributes == Extent(1, 10, 11)


def test_what_is_supported_is_drawn_if_asked_for() -> None:
    """Use cases come alone unless the author asks for this kind; where there are none, what is supported stands in."""
    mixed = compare(
        ["A", "B"], ("x", FIT, [GOOD, POOR]), ("y", supported().dimensions[0].attributes[0].type, [YES, None])
    )
    assert [row.head.label for row in only(mixed).rows] == ["x"]
    (asked,) = build_lean(scope_of(mixed, options=ASKED))
    assert [row.head.label for row in asked.rows] == ["x", "y"]
    assert [row.leaning for row in only(supported()).rows] == [Leaning.LEFT]


def test_subjects_of_which_nothing_is_known_are_named_only() -> None:
    """Two of three subjects are shown where only two have verdicts, and the third one is not forgotten."""
    chart = only(fits("A B C", [GOOD, None, POOR], [GOOD, UNKNOWN, GOOD]))
    assert (chart.left.label, chart.right.label) == ("A", "C")
    assert [head.label for head in chart.others] == ["B"]


def test_more_than_a_picture_holds_goes_on_in_another() -> None:
    """Thirty rows a picture."""
    charts = build_lean(scope_of(fits("A B", *[[GOOD, POOR]] * 31)))
    assert [chart.extent for chart in charts] == [Extent(1, 30, 31), Extent(31, 31, 31)]


@pytest.mark.parametrize(
    ("comparison", "reason"),
    [
        (fits("A", [GOOD]), "it needs two subjects, and here is one"),
        (fits("A B C", [GOOD] * 3), "it needs two subjects of which something is known, and here are 3"),
        (fits("A B C", [GOOD, None, None]), "it needs two subjects of which something is known, and here is one"),
        (
            compare(["A", "B"], ("t", TEXT, [text("x"), text("y")])),
            "it needs attributes of the type `fit` or `support`, and here are none",
        ),
        (two(), ""),
        (fits("A B", [None, None]), ""),
    ],
)
def test_refusal_says_why(comparison: Comparison, reason: str) -> None:
    """An author who asks for this kind learns what it needs."""
    assert refuse_lean(scope_of(comparison)) == reason


def test_level_that_is_none_of_the_scale_is_kept_within() -> None:
    """A rank beyond the scale's end is the end."""
    beyond = Choice(Level("great", "great", 99))
    assert only(fits("A B", [beyond, GOOD])).rows[0].leaning is Leaning.EITHER


def test_scale_of_one_level_orders_nothing() -> None:
    """Where there is nothing better, nothing leans."""
    single = replace(FIT, levels=FIT.levels[:1])
    assert only(compare(["A", "B"], ("x", single, [POOR, POOR]))).rows[0].leaning is Leaning.OPEN


@given(st.sampled_from(VERDICTS), st.sampled_from(VERDICTS))
def test_sides_can_be_swapped(left: Value | None, right: Value | None) -> None:
    """No side is preferred."""
    mirrored = {Leaning.LEFT: Leaning.RIGHT, Leaning.RIGHT: Leaning.LEFT}
    one = only(fits("A B", [left, right])).rows[0].leaning
    other = only(fits("A B", [right, left])).rows[0].leaning
    assert mirrored.get(one, one) is other
