"""Numbers of a few subjects as SVG."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import Better, DiagramKind, DiagramOptions, Kind, ValueType
from mkdocs_comparisons.model.values import Measure, NotApplicable, Unknown, Value
from mkdocs_comparisons.renderers.svg.axes import spread
from mkdocs_comparisons.renderers.svg.dumbbell import render_dumbbell
from mkdocs_comparisons.views.dumbbell import build_dumbbell, refuse_dumbbell
from tests.renderers.svg.golden import SvgFile
from tests.renderers.svg.laid import check_figure, words_of
from tests.renderers.svg.samples import NUMBER, PEN, TEXT, compare, measure, scope_of, text

SECONDS = ValueType(kind=Kind.QUANTITY, unit="s", better=Better.LOWER)
MEMORY = ValueType(kind=Kind.QUANTITY, unit="MB", better=Better.LOWER)
MORE = ValueType(kind=Kind.NUMBER, better=Better.HIGHER)
MILLI, MEGA, GIGA = "0.001", str(1024**2), str(1024**3)


def draw(comparison: Comparison, scale: str = "") -> list[str]:
    """Draw a whole comparison, and check each picture."""
    options = DiagramOptions(kind=DiagramKind.DUMBBELL, scale=scale)
    figures = [str(render_dumbbell(chart, PEN)) for chart in build_dumbbell(scope_of(comparison, options=options))]
    for figure in figures:
        check_figure(figure)
    return figures


def machines() -> Comparison:
    """Ranges in several units: what two approaches are known for."""
    return compare(
        ["Virtual machines", "Containers"],
        (
            "Start-up time",
            SECONDS,
            [measure("20", "120", unit="s"), measure("50", "1000", unit="ms", factor=MILLI)],
        ),
        (
            "Image size",
            MEMORY,
            [measure("1", "20", unit="GB", factor=GIGA), measure("5", "500", unit="MB", factor=MEGA)],
        ),
        ("Instances per host", MORE, [measure("10", "50"), measure("100", "1000")]),
        (
            "CPU overhead",
            ValueType(kind=Kind.QUANTITY, unit="%"),
            [measure("3", "8", unit="%"), measure("0", "2", unit="%")],
        ),
    )


def databases() -> Comparison:
    """Four subjects, of which little is known; equal, near and far numbers."""
    return compare(
        ["PostgreSQL with a name that is long", "仮想マシン", "حاويات", "MySQL"],
        ("Throughput", MORE, [measure("12000"), measure("15000", "20000"), measure("900"), Unknown()]),
        ("オペレーティングシステムの独立性", SECONDS, [measure(each) for each in ("5", "5.2", "5.1", "40")]),
        ("سعة", NUMBER, [measure("1000"), measure("8"), NotApplicable(), None]),
        ("Tied", MORE, [measure(each) for each in ("16", "16", "8", "8")]),
        ("Nothing known of it", NUMBER, [Unknown(), None, NotApplicable(), Unknown()]),
        ("In words", TEXT, [text("a")] * 4),
    )


def holes() -> Comparison:
    """Zeros, negative numbers, bounds, money and sizes that no float holds."""
    money = ValueType(kind=Kind.MONEY, unit="EUR", better=Better.LOWER)
    return compare(
        ["A", "B"],
        ("All zero", SECONDS, [measure("0", unit="s"), measure("0", unit="s")]),
        ("Zero and some", SECONDS, [measure("0", unit="s"), measure("5", unit="s")]),
        ("Mixed signs", NUMBER, [measure("-5"), measure("7.5")]),
        ("Both negative", NUMBER, [measure("-500"), measure("-20", "-10")]),
        ("Bounds", SECONDS, [replace(measure("5"), bound="<"), replace(measure("120"), bound=">=")]),
        ("Price", money, [measure("12.50", unit="EUR"), measure("40", unit="EUR")]),
        ("Huge", NUMBER, [measure("1e999999"), measure("1e-999999")]),
    )


SAMPLES = {"machines": machines, "databases": databases, "holes": holes}


@pytest.mark.parametrize("name", SAMPLES)
def test_picture_stays_as_it_was_reviewed(name: str, snapshot: SnapshotAssertion) -> None:
    """A change of how numbers are drawn is seen by whoever reviews it."""
    assert "\n".join(draw(SAMPLES[name]())) == snapshot(extension_class=SvgFile)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_name_stands_in_the_picture(name: str) -> None:
    """Who reads or searches finds each subject, each attribute of numbers, and each value."""
    comparison = SAMPLES[name]()
    words = words_of(draw(comparison)[0])
    for subject in comparison.subjects:
        assert subject.title in words
    for attribute in scope_of(comparison).attributes:
        assert (attribute.title in words) is (attribute.type.kind is not Kind.TEXT)


def test_description_says_what_the_picture_shows() -> None:
    """Who does not see it learns how far subjects are apart, and by which values."""
    found = re.search("<desc[^>]*>(.*?)</desc>", draw(machines())[0])
    assert found is not None
    assert found[1] == (
        "Start-up time: Containers about 220 times lower than Virtual machines (50–1000 ms against 20–120 s)."
        " Image size: Containers about 92 times lower than Virtual machines (5–500 MB against 1–20 GB)."
        " Instances per host: Containers about 14 times higher than Virtual machines (100–1000 against 10–50)."
        " And 1 more."
    )


def test_ties_are_not_said_to_be_apart() -> None:
    """Of three, two of which are equal, the two stand on one side."""
    (figure,) = draw(compare(["A", "B", "C"], ("Count", NUMBER, [measure("1"), measure("1"), measure("50")])))
    told = re.search(r"<desc[^>]*>(.*?)</desc>", figure)
    assert told is not None
    assert "A and B on one side and C on the other are about 50 times apart" in told[1] or (
        "C on one side and A and B on the other are about 50 times apart" in told[1]
    )


def test_marks_stand_where_their_numbers_say() -> None:
    """On an axis from 0 to 100, 25 lies at a quarter of its 292 px, and the axis begins at 14."""
    (figure,) = draw(compare(["A", "B"], ("X", NUMBER, [measure("25"), measure("100")])))
    marks = [float(x) for x in re.findall(r'd="M([\d.]+) [\d.]+m[^"]*"[^>]* class="mark s', figure)]
    assert marks[2:] == [14 + 292 / 4, 14 + 292]


def test_what_would_hide_another_stands_above_it() -> None:
    """Equal numbers are both seen, and each value has the sign of its subject."""
    (figure,) = draw(compare(["A", "B"], ("X", NUMBER, [measure("5"), measure("5")])))
    heights = re.findall(r'd="M[\d.]+ ([\d.]+)m[^"]*"[^>]* class="mark s', figure)
    assert len(heights) == 6
    assert len(set(heights[2:4])) == 2


def test_the_unknown_is_said_and_dashed() -> None:
    """Nothing known is neither zero nor left out."""
    (figure,) = draw(compare(["A", "B"], ("X", NUMBER, [measure("5"), Unknown()]), ("Y", NUMBER, [None, Unknown()])))
    assert figure.count("wire edge s2") == 2
    assert figure.count("wire edge s1") == 1
    assert words_of(figure).count("unknown") >= 2
    assert "no claim" in words_of(figure)


def test_a_refused_wish_is_told() -> None:
    """An author who asked for a logarithmic axis sees why there is none."""
    (figure,) = draw(compare(["A", "B"], ("X", NUMBER, [measure("0"), measure("5")])), scale="log")
    assert "no log: not all above 0" in words_of(figure)


def test_what_is_left_out_is_counted() -> None:
    """Attributes in words and subjects without numbers are told of."""
    comparison = compare(
        list("ABCDEF"),
        ("X", NUMBER, [measure("1"), measure("2"), None, None, None, None]),
        ("Y", TEXT, [text("a")] * 6),
    )
    words = words_of(draw(comparison)[0])
    assert "1 of 2 attributes" in words
    assert "no number known: C, D, E and 1 more" in words


def test_five_rows_of_two_stay_small() -> None:
    """A page with many diagrams stays light."""
    assert len(draw(machines())[0].encode()) < 8_000


NUMBERS = st.one_of(
    st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**6), max_value=10**6),
    st.sampled_from([Decimal(each) for each in ("0", "1e999999", "-1e999999", "1e-999999", "12345678901234567890.5")]),
)


@st.composite
def values(draw: st.DrawFn) -> Value | None:
    """Any number, range or bound, or one of the three nothings."""
    if draw(st.integers(0, 5)) == 0:
        return draw(st.sampled_from([None, Unknown(), NotApplicable()]))
    low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
    unit = draw(st.sampled_from(["", "s", "vehicles/h"]))
    made: Measure = measure(low, draw(st.sampled_from([low, high])), unit=unit)
    return replace(made, bound=draw(st.sampled_from(["", "<", "<=", ">", ">="])), approximate=draw(st.booleans()))


@settings(max_examples=150, deadline=None)
@given(
    st.integers(2, 4).flatmap(
        lambda count: st.tuples(
            st.lists(st.text(min_size=1, max_size=60), min_size=count, max_size=count, unique=True),
            st.lists(
                st.tuples(
                    st.text(min_size=1, max_size=90),
                    st.sampled_from([NUMBER, SECONDS, MORE]),
                    st.lists(values(), min_size=count, max_size=count),
                ),
                min_size=1,
                max_size=3,
            ),
        )
    ),
    st.sampled_from(["", "log", "linear"]),
)
def test_any_numbers_make_a_sound_picture(
    given: tuple[list[str], list[tuple[str, ValueType, list[Value | None]]]], scale: str
) -> None:
    """Whatever stands in the data, nothing raises, and no text is cut or over another."""
    subjects, rows = given
    named = [(title.strip() or "x", type, cells) for title, type, cells in rows]
    comparison = compare([name.strip() or "x" for name in subjects], *named)
    if not refuse_dumbbell(scope_of(comparison)):
        draw(comparison, scale)


@given(st.lists(st.tuples(st.floats(0, 300), st.floats(1, 200)), min_size=1, max_size=4))
def test_labels_are_spread_within_their_room(labels: list[tuple[float, float]]) -> None:
    """Labels that belong to one place stand side by side, or one above the other."""
    centres, widths = [centre for centre, _ in labels], [width for _, width in labels]
    lines = spread(centres, widths, (0, 300))
    assert sorted(place for line in lines for place, _ in line) == list(range(len(labels)))
    for line in lines:
        ends = [0.0, *(end for place, at in line for end in (at - widths[place] / 2, at + widths[place] / 2)), 300.0]
        assert all(one <= other + 1 for one, other in zip(ends[::2], ends[1::2], strict=True))
