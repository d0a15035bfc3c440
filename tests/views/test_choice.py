"""Which kind of diagram fits what: one test a rule of the table, and what lies at its edges."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import FIT_LEVELS, Kind, ValueType
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.model.values import Choice, Day, Layer, Layers, NotApplicable, Unknown, Value
from mkdocs_comparisons.views.choice import RULES, find_facts, rules_for
from tests.renderers.svg.samples import (
    NO,
    NUMBER,
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

FIT = ValueType(kind=Kind.FIT, levels=FIT_LEVELS)
DATE = ValueType(kind=Kind.DATE)
LAYERS = ValueType(kind=Kind.LAYERS)
POOR, FAIR, GOOD = (Choice(level) for level in FIT_LEVELS)
STACK = Layers((Layer(label=Inline("Hardware")),))
LEVELS = choice("low", "middle", "high")


def rule_of(comparison: Comparison) -> str:
    """Return the name of the first rule that holds."""
    return next(rules_for(find_facts(scope_of(comparison)))).name


def kind_of(*rows: Row) -> str:
    """Return the kind that rows of values get."""
    subjects = [f"S{place}" for place in range(max(len(values) for _, _, values in rows))]
    return next(rules_for(find_facts(scope_of(compare(subjects, *rows))))).kind


def numbers(*written: str) -> list[Value | None]:
    """Return plain numbers."""
    return [measure(each) for each in written]


def rows(count: int, type: ValueType, values: Sequence[Value | None]) -> list[Row]:
    """Return several attributes with the same values."""
    return [(f"A{place}", type, values) for place in range(count)]


def test_nothing_known_is_a_tree() -> None:
    """A dimension without a known cell shows its attributes."""
    assert kind_of(("A", TEXT, [Unknown(), NotApplicable()])) == "tree"
    assert rule_of(compare(["A"], ("A", TEXT, [None]))) == "nothing that is known"


def test_layers_are_a_stack() -> None:
    """Layers of half the subjects or more are drawn as stacks, whatever else the dimension has."""
    assert kind_of(("A", LAYERS, [STACK, STACK]), ("B", TEXT, [text("x"), text("y")])) == "stack"
    assert kind_of(("A", LAYERS, [STACK, None]), ("B", TEXT, [text("x"), text("y")])) == "stack"
    four = [text(word) for word in "abcd"]
    assert kind_of(("A", LAYERS, [STACK, None, None, None]), ("B", TEXT, four)) != "stack"


def test_layers_of_many_subjects_are_groups() -> None:
    """Five stacks or more would be too small to read."""
    assert kind_of(("A", LAYERS, [STACK] * 5)) == "groups"
    assert kind_of(("A", LAYERS, [STACK] * 4)) == "stack"


@pytest.mark.parametrize(("count", "kind"), [(2, "lean"), (3, "dots"), (30, "dots"), (31, "dots")])
def test_use_cases(count: int, kind: str) -> None:
    """Use cases lean between two subjects, and are dots for more."""
    assert kind_of(("A", FIT, [GOOD] * count)) == kind


def test_use_cases_with_one_verdict_each() -> None:
    """A use case may say which subject is good and nothing about the other."""
    assert kind_of(("A", FIT, [GOOD, None]), ("B", FIT, [None, GOOD])) == "lean"


def test_dates_are_a_timeline() -> None:
    """From 60 % of the known cells on, dates decide."""
    days: list[Value | None] = [Day("2020"), Day("2021-05")]
    words: list[Value | None] = [text("a"), text("b")]
    assert kind_of(("A", DATE, days), ("B", TEXT, [text("a"), None])) == "timeline"
    assert kind_of(("A", DATE, days), ("B", TEXT, words)) != "timeline"


def test_ratings_are_a_radar() -> None:
    """Three to nine ratings on one scale, of two or three subjects, none unknown."""
    pair = [score("3"), score("4")]
    assert kind_of(*rows(3, RATING, pair)) == kind_of(*rows(9, RATING, pair)) == "radar"
    assert kind_of(*rows(2, RATING, pair)) == kind_of(*rows(10, RATING, pair)) == "heat"
    assert kind_of(*rows(3, RATING, pair * 2)) == "heat"
    other = ValueType(kind=Kind.RATING, high=RATING.high * 2)
    assert kind_of(*rows(3, RATING, pair), ("Z", other, pair)) == "heat"
    assert kind_of(*rows(3, RATING, [*pair, score("1")]), ("Z", RATING, [*pair, Unknown()])) == "heat"


def test_numbers_of_few_are_a_dumbbell() -> None:
    """Two to four subjects with numbers only."""
    assert kind_of(("A", NUMBER, numbers("1", "2")), ("B", NUMBER, numbers("3", "4"))) == "dumbbell"
    assert kind_of(("A", NUMBER, numbers("1", "2")), ("B", TEXT, [text("x"), text("y")])) == "heat"
    assert kind_of(*rows(2, NUMBER, numbers(*"12345"))) == "quadrant"


def test_one_number_of_many_is_a_strip() -> None:
    """One quantity of five subjects or more."""
    assert kind_of(("A", NUMBER, numbers(*"12345"))) == "strip"
    assert kind_of(("A", NUMBER, numbers(*"1234"))) == "dumbbell"
    assert kind_of(("A", NUMBER, [measure("1")] * 300)) == "strip"


def test_two_orders_are_a_quadrant() -> None:
    """Two ordered attributes of four to twelve subjects."""
    assert kind_of(("A", NUMBER, numbers(*"12345")), ("B", LEVELS, levels(LEVELS, *["low", "high"] * 2))) == "quadrant"
    assert kind_of(*rows(2, NUMBER, [measure("1")] * 12)) == "quadrant"
    assert kind_of(*rows(2, NUMBER, [measure("1")] * 13)) == "heat"


def test_texts_of_two_are_a_butterfly() -> None:
    """Two subjects face each other in words."""
    assert kind_of(("A", TEXT, [text("x"), text("y" * 200)])) == "butterfly"


def test_shared_short_words_are_groups() -> None:
    """Words that several subjects share make groups; one long text, or none shared, doesn't."""
    assert kind_of(("A", TEXT, [text("x"), text("X"), text("y")])) == "groups"
    assert kind_of(("A", SUPPORT, [YES, YES, NO])) == "groups"
    assert kind_of(("A", TEXT, [text("x"), text("z"), text("y")])) == "heat"
    assert kind_of(("A", TEXT, [text("x"), text("x"), text("y" * 41)])) == "heat"


def test_long_texts_are_a_tree() -> None:
    """Texts that no cell can hold stand in a tree."""
    assert kind_of(("A", TEXT, [text("y" * 61), text("z" * 61), text("a" * 61)])) == "tree"
    assert kind_of(("A", TEXT, [text("y" * 60), text("z" * 60), text("a" * 60)])) == "heat"


def test_anything_else_is_a_heat_map() -> None:
    """Mixed types stand side by side as cells."""
    assert kind_of(("A", NUMBER, numbers("1", "2")), ("B", SUPPORT, [YES, NO])) == "heat"


def test_one_subject_is_a_tree() -> None:
    """One subject alone is compared with nothing."""
    assert rule_of(compare(["A"], ("A", NUMBER, numbers("1")))) == "one subject"
    assert kind_of(("A", NUMBER, [measure("1"), Unknown()])) == "tree"


def test_attributes_with_one_known_cell_do_not_count() -> None:
    """A lone text beside numbers does not turn a dumbbell into a heat map."""
    assert kind_of(("A", NUMBER, numbers("1", "2")), ("B", TEXT, [text("x"), None])) == "dumbbell"


def test_a_rule_always_holds() -> None:
    """The table answers for any data."""
    empty = find_facts(scope_of(compare(["A"], ("A", TEXT, [None]))))
    assert list(rules_for(empty))[-1] is RULES[-1]
