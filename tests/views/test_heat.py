"""The heat map as data."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mkdocs_comparisons.model.dimensions import FIT_LEVELS, Better, Kind, ValueType
from mkdocs_comparisons.model.refs import AttributeRef, SubjectRef
from mkdocs_comparisons.model.values import Choice, Measure, NotApplicable, State, Unknown, Value
from mkdocs_comparisons.views.heat import Bar, Heat, build_bars, build_heat, refuse_heat, strength_of
from tests.renderers.svg.samples import (
    NUMBER,
    RATING,
    TEXT,
    choice,
    compare,
    levels,
    measure,
    scope_of,
    score,
    text,
)


def built(*rows: tuple[str, ValueType, list[Value | None]], subjects: int) -> Heat:
    """Build the heat map of some rows."""
    (heat,) = build_heat(scope_of(compare([f"S{place}" for place in range(subjects)], *rows)))
    return heat


def bars(*numbers: str) -> tuple[list[float], bool]:
    """Return the ends of the bars of some numbers, rounded, and whether they are on a logarithmic scale."""
    made, is_log = build_bars([measure(number) for number in numbers])
    return [round(bar.high, 2) for bar in made if bar], is_log


def test_cells_know_their_state() -> None:
    """Unknown, not applicable and missing stay three things."""
    heat = built(("Row", TEXT, [text("a"), Unknown(), NotApplicable(), None]), subjects=4)
    states = [State.KNOWN, State.UNKNOWN, State.NOT_APPLICABLE, State.MISSING]
    assert [cell.state for cell in heat.cells()] == states


def test_heads_carry_refs() -> None:
    """What a name links to is said by the model, and resolved elsewhere."""
    heat = built(("Row", TEXT, [text("a")]), subjects=1)
    assert heat.subjects[0].ref == SubjectRef("c", "s0")
    assert heat.lines[0].head.ref == AttributeRef("c", "a0")


@pytest.mark.parametrize(
    ("type", "values", "strengths"),
    [
        (scale := choice("a", "b", "c", "d", better=Better.HIGHER), levels(scale, "a", "b", "c", "d"), [0, 1, 3, 4]),
        (scale := choice("a", "b"), levels(scale, "a", "b"), [None, None]),
        (scale := choice("a", "b", better=Better.LOWER), levels(scale, "a", "b"), [4, 0]),
        (scale := choice("only"), levels(scale, "only"), [None]),
        (ValueType(kind=Kind.FIT, levels=FIT_LEVELS), [Choice(level) for level in FIT_LEVELS], [0, 2, 4]),
        (RATING, [score("0"), score("3.5"), score("5"), score("7")], [0, 3, 4, 4]),
        (ValueType(kind=Kind.RATING, low=Decimal(1), high=Decimal(1)), [score("1")], [None]),
        (TEXT, [text("a"), Unknown()], [None, None]),
        (NUMBER, [measure("1"), measure("2")], [None, None]),
    ],
)
def test_strength_is_a_place_on_the_scale(type: ValueType, values: list[Value], strengths: list[int | None]) -> None:
    """Only what has an order has a strength, and the better end is the stronger."""
    assert [strength_of(type, value) for value in values] == strengths


def test_bars_are_shares_of_the_largest() -> None:
    """On a linear scale a bar of half the length is half the number."""
    assert bars("10", "5", "1") == ([1.0, 0.5, 0.1], False)


def test_wide_ranges_are_logarithmic() -> None:
    """From a ratio of twenty on, small values would vanish; the smallest keeps a nub."""
    assert bars("1", "10", "100") == ([0.04, 0.52, 1.0], True)
    assert bars("1", "19") == ([0.05, 1.0], False)


@pytest.mark.parametrize(
    ("numbers", "ends"),
    [
        (("0", "100"), [0.0, 1.0]),
        (("0", "0"), [0.0, 0.0]),
        (("7", "7", "7"), [1.0, 1.0, 1.0]),
        (("7",), []),
        (("1e400", "2e400"), [0.5, 1.0]),
        (("1e-999999", "1e999999"), [0.04, 1.0]),
    ],
)
def test_bars_of_special_numbers(numbers: tuple[str, ...], ends: list[float]) -> None:
    """Zero has no length, equal numbers have equal bars, one number alone has none, and huge ones do no harm."""
    assert bars(*numbers)[0] == ends


def test_negative_numbers_grow_the_other_way() -> None:
    """Where there are negative numbers zero has a place on the scale, and bars start from it."""
    made, is_log = build_bars([measure("-25"), measure("75"), measure("-10", "10")])
    assert made == (
        Bar(zero=0.25, low=0.0, high=0.0),
        Bar(zero=0.25, low=1.0, high=1.0),
        Bar(zero=0.25, low=0.15, high=0.35),
    )
    assert not is_log


def test_ranges_keep_both_ends() -> None:
    """A range is shown from its lower to its upper end, even if an author swapped them."""
    made, _ = build_bars([measure("5", "10"), measure("10", "2")])
    assert [(bar.low, bar.high) for bar in made if bar] == [(0.5, 1.0), (0.2, 1.0)]


def test_units_of_a_family_are_compared_by_their_base() -> None:
    """300 ms is less than 2 s, whatever the figures say."""
    made, _ = build_bars([measure("500", unit="ms", factor="0.001"), measure("2", unit="s")])
    assert [bar.high for bar in made if bar] == [0.25, 1.0]


def test_numbers_without_an_end_have_no_bar() -> None:
    """What is not a finite number can't be a share of anything."""
    made, _ = build_bars([measure("NaN"), measure("Infinity"), measure("1"), measure("2"), Unknown(), None])
    assert [bool(bar) for bar in made] == [False, False, True, True, False, False]


@pytest.mark.parametrize(
    ("subjects", "attributes", "is_flipped"),
    [(4, 1, False), (5, 4, True), (5, 5, False), (7, 30, False), (8, 30, True)],
)
def test_more_subjects_become_rows(subjects: int, attributes: int, *, is_flipped: bool) -> None:
    """Up to seven subjects stand side by side, unless the attributes would do so with more room for each."""
    heat, *_ = build_heat(scope_of(compare([f"S{each}" for each in range(subjects)], *[("R", TEXT, [])] * attributes)))
    assert heat.is_flipped == is_flipped


@pytest.mark.parametrize(
    ("subjects", "attributes", "sizes"),
    [
        (7, 30, [(7, 30)]),
        (7, 31, [(7, 30), (7, 1)]),
        (30, 6, [(30, 6)]),
        (33, 7, [(30, 4), (3, 4), (30, 3), (3, 3)]),
        (8, 13, [(8, 5), (8, 5), (8, 3)]),
    ],
)
def test_nothing_is_cut(subjects: int, attributes: int, sizes: list[tuple[int, int]]) -> None:
    """What one picture can't hold stands in the next: 30 rows each, and at most six attributes side by side."""
    comparison = compare([f"S{each}" for each in range(subjects)], *[("R", TEXT, [])] * attributes)
    heats = build_heat(scope_of(comparison))
    assert [(len(heat.subjects), len(heat.lines)) for heat in heats] == sizes
    shown = [(head.ref, line.head.ref) for heat in heats for line in heat.lines for head in heat.subjects]
    assert len(set(shown)) == subjects * attributes
    assert {len(line.cells) == len(heat.subjects) for heat in heats for line in heat.lines} == {True}


def test_bars_mean_the_same_in_all_pictures() -> None:
    """A bar is a share of the largest value of all subjects, not of those in its picture."""
    first, second = build_heat(scope_of(compare(["S"] * 31, ("Row", NUMBER, [measure("50")] * 30 + [measure("100")]))))
    assert [cell.bar for cell in (first.lines[0].cells[0], second.lines[0].cells[0])] == [
        Bar(0, 0.5, 0.5),
        Bar(0, 1, 1),
    ]


def test_refusal_is_told_in_words() -> None:
    """Only where there is no cell at all is there nothing to draw."""
    assert refuse_heat(scope_of(compare(["One"], ("Row", TEXT, [])))) == ""
    assert refuse_heat(scope_of(compare([], ("Row", TEXT, [])))) == "it needs one subject or more, and here is none"
    assert refuse_heat(scope_of(compare(["One"]))) == "it needs one attribute or more, and here is none"


def test_no_cell_moves_when_rows_and_columns_swap() -> None:
    """A flipped picture shows each subject its own value: a missing claim shifts nothing."""
    values: list[Value | None] = [measure(str(place)) if place % 2 else None for place in range(9)]
    heat = built(("Row", NUMBER, values), ("Other", TEXT, []), subjects=9)
    for place, head in enumerate(heat.subjects):
        assert head.ref == SubjectRef("c", f"s{place}")
        shown = heat.lines[0].cells[place].value
        assert (shown.written if isinstance(shown, Measure) else None) == (str(place) if place % 2 else None)


def test_spreads_name_both_ends() -> None:
    """The description can say from what to what an attribute runs; where all are equal there is nothing to say."""
    scale = choice("low", "high", better=Better.HIGHER)
    low, high = levels(scale, "low", "high")
    heat = built(("Varies", scale, [high, low, high]), ("Same", scale, [low] * 3), ("Text", TEXT, []), subjects=3)
    (spread,) = heat.spreads()
    assert (spread.attribute, spread.low, spread.high) == ("Varies", ("S1", low), ("S0", high))


def test_direction_is_noted_for_numbers_only() -> None:
    """Bars show amounts, so which end is better has to be said; shades show it themselves."""
    lower = ValueType(kind=Kind.NUMBER, better=Better.LOWER)
    scale = choice("a", "b", better=Better.LOWER)
    heat = built(("N", lower, [measure("1"), measure("100")]), ("C", scale, []), subjects=2)
    number, word = heat.lines
    assert (number.better, number.is_log) == (Better.LOWER, True)
    assert (word.better, word.is_log) == (None, False)
