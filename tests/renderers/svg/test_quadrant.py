"""Subjects on a plane as SVG."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import Better, Kind, ValueType
from mkdocs_comparisons.model.values import NotApplicable, Unknown, Value
from mkdocs_comparisons.renderers.svg.plane import Plane
from mkdocs_comparisons.renderers.svg.quadrant import render_quadrant
from mkdocs_comparisons.renderers.svg.sheets import NARROW, WIDE
from mkdocs_comparisons.views.quadrant import build_quadrant, refuse_quadrant
from tests.renderers.svg.golden import SvgFile
from tests.renderers.svg.laid import check_figure, words_of
from tests.renderers.svg.samples import (
    NO,
    NUMBER,
    PARTIAL,
    PEN,
    RATING,
    SUPPORT,
    YES,
    choice,
    compare,
    levels,
    measure,
    scope_of,
    score,
)

SECONDS = ValueType(kind=Kind.QUANTITY, unit="s", better=Better.LOWER)
ISOLATION = choice("weak", "fair", "strong", "physical", better=Better.HIGHER)
NAMES = ["Bare metal", "Virtual machine", "microVM", "System container", "App container", "Wasm module"]


def draw(comparison: Comparison) -> list[str]:
    """Draw a whole comparison, and check each picture."""
    figures = [str(render_quadrant(chart, PEN)) for chart in build_quadrant(scope_of(comparison))]
    for figure in figures:
        check_figure(figure)
    return figures


def machines() -> Comparison:
    start: list[Value] = [
        measure("180", unit="s"),
        measure("30", "50", unit="s"),
        *(measure(each) for each in ("0.125", "2", "0.3")),
    ]
    return compare(
        NAMES,
        ("Start-up time", SECONDS, [*start, Unknown()]),
        ("Isolation", ISOLATION, levels(ISOLATION, "physical", "strong", "strong", "weak", "weak", "fair")),
    )


def test_picture_stays_as_it_was_reviewed(snapshot: SnapshotAssertion) -> None:
    """A change of what is drawn shows as a difference in a file that a reviewer can look at."""
    assert draw(machines())[0] == snapshot(extension_class=SvgFile)


def test_picture_says_what_it_shows() -> None:
    """A reader who can't see it learns who is at which end, who is best, and of whom too little is known."""
    (figure,) = draw(machines())
    assert "Isolation: from weak (System container, App container) to physical (Bare metal)." in figure
    assert "In the better half of both: microVM." in figure
    assert "Without a place: Wasm module." in figure
    assert "Wasm module Start-up time: unknown" in words_of(figure)
    assert "lower is better · log" in words_of(figure)


def test_mark_stands_where_its_number_says() -> None:
    """Each number has its place between the ends of the axis, which are ticks."""
    (figure,) = draw(
        compare(
            ["A", "B", "C"],
            ("X", NUMBER, [measure(x) for x in ("0", "4", "10")]),
            ("Y", RATING, [score(y) for y in ("0", "5", "2")]),
        )
    )
    found = re.findall(r'<path d="M([\d.]+) ([\d.]+)m[^"]*" class="mark', figure)
    marks = [(float(x), float(y)) for x, y in found]
    (left, bottom), (middle, top), (right, between) = marks
    assert (middle - left) / (right - left) == pytest.approx(0.4, abs=0.001)
    assert (bottom - between) / (bottom - top) == pytest.approx(0.4, abs=0.001)
    assert right == NARROW - 14 - 12


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_no_point_hides_another(width: int) -> None:
    """Thirty subjects on the same levels, or with the same numbers, stand side by side."""
    same = [f"S{place}" for place in range(30)]
    use = ("Use", SUPPORT, [YES] * 30)
    number = ("N", NUMBER, [measure("5")] * 30)
    for rows in ((use, use), (number, use), (use, number), (number, number)):
        (chart,) = build_quadrant(scope_of(compare(same, *rows)))
        plane = Plane.fitted(chart, width, 40)
        places, _ = plane.places(9)
        near = [(a, b) for a, b in combinations(places, 2) if max(abs(a[0] - b[0]), abs(a[1] - b[1])) < 18]
        assert not near
        area = plane.area
        assert all(area.left < x < area.right and area.top < y < area.bottom for x, y in places)


def test_numbers_stay_true_beside_levels() -> None:
    """Where one axis has levels, points make room within the band: the number is not touched, and nothing is noted."""
    rows = ("N", NUMBER, [measure("5")] * 4), ("Use", SUPPORT, [YES] * 4)
    (chart,) = build_quadrant(scope_of(compare(list("ABCD"), *rows)))
    plane = Plane.fitted(chart, WIDE, 40)
    places, is_moved = plane.places(9)
    assert not is_moved
    assert len({x for x, _ in places}) == 1


def test_crowded_points_are_numbered_and_their_names_listed() -> None:
    """Names that find no room stand below, and what was moved is said."""
    names = [f"A product with a name {place}" for place in range(20)]
    rows = (("X", NUMBER, [measure("5")] * 20), ("Y", NUMBER, [measure("5")] * 20))
    words = words_of(draw(compare(names, *rows))[0])
    assert all(f"{place + 1} {name}" in words for place, name in enumerate(names))
    assert "Points that would hide each other stand side by side" in words


def test_better_corner_is_tinted_only_where_both_ends_are_better() -> None:
    """Without a better end there is no better corner."""
    assert "better on both" in words_of(draw(machines())[0])
    plain = compare(NAMES[:2], ("X", NUMBER, [measure("1"), measure("2")]), ("Use", SUPPORT, [YES, NO]))
    (figure,) = draw(plain)
    assert "better on both" not in words_of(figure)
    assert 'class="solid q"' not in figure


_NAMES = st.text(min_size=1, max_size=50).filter(str.strip)
_NUMBERS = st.sampled_from(["0", "-5", "1", "1.0001", "3e8", "1e999999", "-1e999999", "1e-999999", "42"])


@settings(deadline=None, max_examples=30)
@given(names=st.lists(_NAMES, min_size=1, max_size=31), axes=st.tuples(_NAMES, _NAMES), cells=st.data())
def test_any_names_and_values_can_be_drawn(names: list[str], axes: tuple[str, str], cells: st.DataObject) -> None:
    """Nothing raises, nothing overlaps, whatever is compared and however it is called."""
    port = choice(*cells.draw(st.lists(_NAMES, min_size=1, max_size=9, unique=True)))
    nothing: list[Value | None] = [None, Unknown(), NotApplicable()]
    kinds: list[tuple[ValueType, st.SearchStrategy[Value | None]]] = [
        (NUMBER, st.one_of(_NUMBERS.map(measure), st.sampled_from(nothing))),
        (SUPPORT, st.sampled_from([YES, NO, PARTIAL, *nothing])),
        (port, st.sampled_from([*levels(port, *(each.title for each in port.levels)), *nothing])),
        (RATING, st.one_of(_NUMBERS.map(score), st.sampled_from(nothing))),
    ]
    chosen = [cells.draw(st.sampled_from(kinds)) for _ in axes]
    comparison = compare(
        names,
        *[(axis, type, [cells.draw(values) for _ in names]) for axis, (type, values) in zip(axes, chosen, strict=True)],
    )
    if not refuse_quadrant(scope_of(comparison)):
        draw(comparison)
