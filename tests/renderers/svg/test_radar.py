"""Ratings around a centre as SVG."""

from __future__ import annotations

import re
from decimal import Decimal
from math import cos, pi, sin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import Better, Kind, ValueType
from mkdocs_comparisons.renderers.svg.radar import render_radar
from mkdocs_comparisons.views.radar import build_radar, refuse_radar
from tests.renderers.svg.golden import SvgFile
from tests.renderers.svg.laid import check_figure, words_of
from tests.renderers.svg.samples import PEN, RATING, compare, scope_of, score

LOWER = ValueType(kind=Kind.RATING, better=Better.LOWER)
NAMES = ("Isolation", "Start-up speed", "Density", "Portability", "Choice of OS", "Live migration", "Tooling")


def rated(subjects: list[str], *scores: str, names: tuple[str, ...] = NAMES, type: ValueType = RATING) -> Comparison:
    """Return ratings of subjects: a digit for each name."""
    rows = [(name, type, [score(each[place]) for each in scores]) for place, name in enumerate(names)]
    return compare(subjects, *rows)


def draw(comparison: Comparison) -> list[str]:
    """Draw a whole comparison, and check each picture."""
    figures = [str(render_radar(chart, PEN)) for chart in build_radar(scope_of(comparison))]
    for figure in figures:
        check_figure(figure)
    return figures


def two() -> Comparison:
    return rated(["Virtual machines", "Containers"], "5223554", "3555224")


def test_picture_stays_as_it_was_reviewed(snapshot: SnapshotAssertion) -> None:
    """A change of what is drawn shows as a difference in a file that a reviewer can look at."""
    assert draw(two())[0] == snapshot(extension_class=SvgFile)


def test_picture_says_who_is_better_where() -> None:
    """A reader who can't see it learns what it shows."""
    (figure,) = draw(two())
    assert "Virtual machines: best in 3 of 7, Choice of OS (5 against 2)" in figure
    assert "Equal: Tooling." in figure
    assert "farther out is better" in words_of(figure)


def test_mark_stands_where_its_score_says() -> None:
    """Corner by corner, from the inmost ring to the outmost."""
    (figure,) = draw(rated(["A"], "0524", names=NAMES[:4]))
    steps = max(re.findall(r'<path d="([^"]+)" class="mark s1"', figure), key=lambda each: each.count("M340"))
    corners = [(float(x), float(y)) for x, y in re.findall(r"M([\d.]+) ([\d.]+)", steps)]
    x, y = 340, corners[0][1] + 16
    for place, ((left, top), number) in enumerate(zip(corners, (0, 5, 2, 4), strict=True)):
        away, turn = 16 + (128 - 16) * number / 5, 2 * pi * place / 4
        assert left == pytest.approx(x + away * sin(turn), abs=0.1)
        assert top == pytest.approx(y - away * cos(turn), abs=0.1)


def test_equal_scores_are_drawn_one_in_another_and_said_once() -> None:
    """None hides another, and none is moved off its place."""
    (figure,) = draw(rated(["A", "B", "C"], "111", "111", "131", names=NAMES[:3]))
    outer, inner = (
        set(re.findall(rf'<path d="M([\d.]+ [\d.]+)m[^"M]+" class="{class_}"', figure))
        for class_ in ("open s1", "mark s[23]")
    )
    assert len(outer) == 3
    assert outer <= inner
    assert len(re.findall(r'class="value"', figure)) == 3


def test_axis_says_that_lower_is_better_where_outside_is_not() -> None:
    """The picture claims that outside is better only where that is true."""
    rows = [("Speed", RATING), ("Care", RATING), ("Price", LOWER)]
    figure = draw(compare(["A", "B"], *[(name, type, [score("1"), score("5")]) for name, type in rows]))[0]
    assert "Price lower is better" in words_of(figure)
    assert "farther out is higher, which is better unless an axis says otherwise" in words_of(figure)
    assert "A: best in 1 of 3, Price (1 against 5)" in figure
    turned = draw(rated(["A", "B"], "123", "321", names=NAMES[:3], type=LOWER))[0]
    assert "lower ones farther out · farther out is better" in words_of(turned)


@settings(deadline=None, max_examples=30)
@given(
    names=st.lists(st.text(min_size=1, max_size=60).filter(str.strip), min_size=3, max_size=11),
    subjects=st.lists(
        st.sampled_from(["Virtual machines", "仮想マシン", "حاويات", "x" * 80, "A"]), min_size=1, max_size=3
    ),
    numbers=st.data(),
    ends=st.sampled_from([("0", "5"), ("1", "10"), ("-1e999999", "1e999999"), ("0", "1e-9"), ("0", "100")]),
)
def test_any_names_and_scores_can_be_drawn(
    names: list[str], subjects: list[str], numbers: st.DataObject, ends: tuple[str, str]
) -> None:
    """Nothing raises, nothing overlaps, whatever is rated and however it is called."""
    low, high = map(Decimal, ends)
    type = ValueType(kind=Kind.RATING, low=low, high=high, better=numbers.draw(st.sampled_from(Better)))
    scores = st.sampled_from([*ends, "0", "3.5", "1e-400000", "123456789012345678901234567890"])
    rows = [(name, type, [score(numbers.draw(scores)) for _ in subjects]) for name in names]
    comparison = compare(subjects, *rows)
    assert not refuse_radar(scope_of(comparison))
    draw(comparison)
