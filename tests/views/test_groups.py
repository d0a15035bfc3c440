"""Groups as data."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mkdocs_comparisons.model.dimensions import Better, Kind, ValueType
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.model.values import Items, NotApplicable, Rating, State, Unknown, Value
from mkdocs_comparisons.renderers.words import format_value
from mkdocs_comparisons.views.groups import Block, build_groups, refuse_groups
from mkdocs_comparisons.views.scope import Extent
from tests.renderers.svg.layered import LAYERS, MACHINES, layers
from tests.renderers.svg.samples import (
    NO,
    NUMBER,
    PARTIAL,
    RATING,
    SUPPORT,
    TEXT,
    YES,
    choice,
    compare,
    levels,
    measure,
    scope_of,
    text,
)

LIST = ValueType(kind=Kind.LIST)


def items(written: str) -> Items:
    """Return a list of one-letter items."""
    return Items(tuple(Inline(each) for each in written))


def block(type: ValueType, *values: Value | None) -> Block:
    """Build the groups of one attribute."""
    (chart,) = build_groups(scope_of(compare([f"S{place}" for place in range(len(values))], ("Row", type, values))))
    (only,) = chart.blocks
    return only


def groups(type: ValueType, *values: Value | None) -> list[tuple[str, str]]:
    """Return the groups of one attribute: their words, and the numbers of their subjects."""
    return [
        (format_value(group.value), "".join([head.label[1:] for head in group.subjects]))
        for group in block(type, *values).groups
    ]


def test_values_that_say_the_same_are_one_group() -> None:
    """Spelling makes no other value of it, nor does a unit."""
    assert groups(TEXT, text("own kernel"), text("Own  Kernel"), text("shared")) == [
        ("own kernel", "01"),
        ("shared", "2"),
    ]
    size = ValueType(kind=Kind.QUANTITY, unit="MB")
    assert groups(size, measure("1024", unit="MB"), measure("1", unit="GB", factor="1024")) == [("1024\u00a0MB", "01")]


def test_the_most_shared_value_is_first() -> None:
    """Others stand in the order in which they come up."""
    assert [words for words, _ in groups(TEXT, *map(text, "zabbcc"))] == ["b", "c", "z", "a"]


def test_nothing_known_is_last_and_three_things() -> None:
    """However many there are, and never one with "no"."""
    values: list[Value | None] = [None, None, None, NotApplicable(), Unknown(), Unknown(), NO]
    assert groups(SUPPORT, *values) == [("no", "6"), ("unknown", "45"), ("n/a", "3"), ("no claim", "012")]
    states = [group.state for group in block(SUPPORT, *values).groups]
    assert states == [State.KNOWN, State.UNKNOWN, State.NOT_APPLICABLE, State.MISSING]
    assert [group.colour for group in block(SUPPORT, *values).groups] == [0, None, None, None]


@pytest.mark.parametrize(
    ("type", "values", "order"),
    [
        (SUPPORT, [NO, NO, PARTIAL, YES], ["yes", "partial", "no"]),
        (scale := choice("low", "mid", "high"), levels(scale, "high", "high", "low", "mid"), ["low", "mid", "high"]),
        (scale := choice("a", "b", better=Better.HIGHER), levels(scale, "a", "a", "b"), ["b", "a"]),
        (scale := choice("a", "b", better=Better.LOWER), levels(scale, "b", "b", "a"), ["a", "b"]),
        (RATING, [Rating(Decimal(each), each) for each in ("0", "0", "4.5", "-1")], ["4.5 of 5", "0 of 5", "-1 of 5"]),
    ],
)
def test_levels_stand_along_their_scale(type: ValueType, values: list[Value], order: list[str]) -> None:
    """The best is first; a scale without a better end stays in its author's order."""
    assert [words for words, _ in groups(type, *values)] == order


def test_numbers_of_any_size_are_values() -> None:
    """Nothing is computed with them that could fail."""
    assert len(groups(NUMBER, measure("9e999999"), measure("-9e999999"), measure("0"), measure("1", "2"))) == 4


def test_lists_that_are_shared_stay_whole() -> None:
    """Each subject stands once then, and the counts add up."""
    assert groups(LIST, items("ab"), items("ba"), items("c"), items("c")) == [("a, b", "01"), ("c", "23")]
    assert not block(LIST, items("ab"), items("ba")).is_by_parts


def test_lists_that_differ_are_grouped_by_item() -> None:
    """Where whole lists are not shared, their items tell what subjects have in common."""
    lists = [items("a"), items("ab"), items("b"), items("bab")]
    assert groups(LIST, *lists, None) == [("a", "013"), ("b", "123"), ("no claim", "4")]
    assert block(LIST, *lists).is_by_parts


def test_lists_that_share_nothing_stay_whole() -> None:
    """A row for each item would only be longer."""
    assert groups(LIST, items("ab"), items("cd")) == [("a, b", "0"), ("c, d", "1")]


def test_stacks_are_grouped_by_layer() -> None:
    """A subject stands under each of its layers once, linked or not."""
    values: list[Value | None] = [
        layers("Kernel", "App"),
        layers("App", "App"),
        layers("[[glossary/k|kernel]]"),
        Unknown(),
    ]
    assert groups(LAYERS, *values) == [("Kernel", "02"), ("App", "01"), ("unknown", "3")]
    assert block(LAYERS, *values).is_by_parts


def test_colours_end_after_six() -> None:
    """More could not be told apart."""
    assert [group.colour for group in block(TEXT, *map(text, "abcdefgh")).groups] == [0, 1, 2, 3, 4, 5, None, None]


def test_layers_come_first() -> None:
    """They are why a dimension is drawn in groups, so they stand in the first picture."""
    comparison = compare(["A"], *[(f"x{place}", TEXT, [text("a")]) for place in range(7)], ("L", LAYERS, [MACHINES]))
    charts = build_groups(scope_of(comparison))
    assert [[block.head.label for block in chart.blocks] for chart in charts] == [
        ["L", "x0", "x1", "x2", "x3", "x4"],
        ["x5", "x6"],
    ]
    assert [chart.attributes for chart in charts] == [Extent(1, 6, 8), Extent(7, 8, 8)]


def test_many_subjects_need_several_pictures() -> None:
    """A value has one colour in all of them, and each says how many of all its subjects it shows."""
    values = [text("rare" if place >= 30 else "usual") for place in range(31)] + [text("usual")] * 2
    comparison = compare([f"S{place}" for place in range(33)], ("Row", TEXT, values))
    charts = build_groups(scope_of(comparison))
    assert [chart.subjects for chart in charts] == [Extent(1, 30, 33), Extent(31, 33, 33)]
    told = [[(group.colour, len(group.subjects), group.total) for group in chart.blocks[0].groups] for chart in charts]
    assert told == [[(0, 30, 32)], [(0, 2, 32), (1, 1, 1)]]


def test_refusals_say_why() -> None:
    """Without a single known value there is nothing to group."""
    assert "known" in refuse_groups(scope_of(compare(["A"], ("x", TEXT, [Unknown()]))))
    assert refuse_groups(scope_of(compare([])))
    assert refuse_groups(scope_of(compare(["A"], ("x", SUPPORT, [YES])))) == ""
