"""Conditions that a reader may write, each with what it means: drawn from what the data holds."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from random import Random
from typing import Any

from mkdocs_comparisons.model.dimensions import Attribute
from mkdocs_comparisons.model.values import (
    Choice,
    Day,
    Items,
    Link,
    Measure,
    Rating,
    State,
    Value,
    Version,
    state_of,
)
from mkdocs_comparisons.renderers.words import plain_text
from mkdocs_comparisons.views.ordering import equality_key, plain_decimal
from tests.browser.matrix_model import Condition, Model
from tests.browser.matrix_order import folded, rank, span

Test = Callable[[Value | None], bool]
Term = tuple[str, Test]

_STATES = {"unknown": State.UNKNOWN, "n/a": State.NOT_APPLICABLE, "missing": State.MISSING}
_SIGNS: dict[str, Callable[[Any, Any], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
}
_WORD = re.compile(r"[^\W_]{2,}")


def draw_condition(random: Random, model: Model, attribute: str) -> Condition | None:
    """Return a condition on an attribute; None where nothing is known of it that could be asked for."""
    terms = [term for _ in range(random.choice((1, 1, 2))) if (term := _draw_term(random, model, attribute))]
    if not terms:
        return None
    sign = random.choice("|&")
    tests = [test for _, test in terms]
    combine = any if sign == "|" else all
    text = f" {sign} ".join(text for text, _ in terms)
    return Condition(attribute, text, lambda value: combine(test(value) for test in tests))


def facet_condition(model: Model, attribute: str, words: Sequence[str], text: str) -> Condition:
    """Return the condition that offered values stand for, by their words.

    Args:
        model: The matrix.
        attribute: Whose values are offered.
        words: What the ticked ones read.
        text: The condition that the page makes of them.
    """
    states = {state for state in _STATES.values() if model.messages.nothing(state) in words}
    values = [model.value(attribute, subject) for subject in model.subjects]
    known = [value for value in values if value is not None and is_known(value)]
    keys = {equality_key(value) for value in known if model.told(attribute, value) in words}
    items = {folded(each) for each in words}

    def holds(value: Value | None) -> bool:
        if value is None or not is_known(value):
            return state_of(value) in states
        if isinstance(value, Items):
            return any(folded(plain_text(item)) in items for item in value.items)
        if isinstance(value, Link):
            return model.told(attribute, value) in words
        return equality_key(value) in keys

    return Condition(attribute, text, holds)


def is_known(value: Value | None) -> bool:
    """Return whether something is known."""
    return state_of(value) is State.KNOWN


def _draw_term(random: Random, model: Model, attribute: str) -> Term | None:
    values = [model.value(attribute, subject) for subject in model.subjects]
    known = [value for value in values if value is not None and is_known(value)]
    if not known or random.random() < 0.2:
        return _state_term(random)
    value = random.choice(known)
    row = model.attributes[attribute]
    if random.random() < 0.2:
        return _word_term(random, model, attribute, value, "has ")
    text, test = _typed_term(random, model, row, value, known) or ("", is_known)
    if not text:
        return None
    if random.random() < 0.15:
        return f"!{text}", lambda each: is_known(each) and not test(each)
    return text, lambda each: is_known(each) and test(each)


def _state_term(random: Random) -> Term:
    name, state = random.choice(list(_STATES.items()))
    if random.random() < 0.3:
        return f"!{name}", lambda value: state_of(value) is not state
    return name, lambda value: state_of(value) is state


def _typed_term(random: Random, model: Model, row: Attribute, value: Value, known: Sequence[Value]) -> Term | None:
    sign = random.choice(["", *_SIGNS])
    match value:
        case Choice(level):
            name = random.choice((level.id, model.messages.level(level, row.type.kind)))
            return f"{sign} {name}".strip(), _compared(sign, lambda each: rank(each)[0], Decimal(level.rank))
        case Rating(score=score):
            return f"{sign} {plain_decimal(score)}".strip(), _compared(sign, lambda each: rank(each)[0], score)
        case Measure():
            other = random.choice(known)
            if isinstance(other, Measure) and value.base_low <= other.base_high and random.random() < 0.3:
                return _range_term(value, other)
            return f"{sign} {_amount(value.low, value.unit)}".strip(), _measured(sign, value.base_low)
        case Day(written):
            return f"{sign} {written}".strip(), _dated(sign, written)
        case Version(written):
            return f"{sign} {written}".strip(), _compared(sign, rank, rank(value))
        case _:
            return _word_term(random, model, row.id, value, random.choice(("", "has ")))


def _word_term(random: Random, model: Model, attribute: str, value: Value, before: str) -> Term | None:
    words = [word for word in _WORD.findall(model.told(attribute, value)) if word.lower() not in ("has", *_STATES)]
    if not words:
        return None
    word = random.choice(words)
    return (
        f"{before}{word}",
        lambda each: each is not None and is_known(each) and folded(word) in folded(model.told(attribute, each)),
    )


def _compared(sign: str, key: Callable[[Value | None], object], than: object) -> Test:
    holds: Callable[[Any, Any], bool] = _SIGNS.get(sign, operator.eq)
    return lambda value: holds(key(value), than)


def _measured(sign: str, than: Decimal) -> Test:
    def holds(value: Value | None) -> bool:
        assert isinstance(value, Measure)
        low, high = span(value)
        # All of a range must meet the condition; a limit such as `< 5` does not hold 5 itself.
        if sign.startswith(">"):
            return _SIGNS[sign](low, than) or (value.bound == ">" and low == than)
        if sign.startswith("<"):
            return _SIGNS[sign](high, than) or (value.bound == "<" and high == than)
        return low == high == than

    return holds


def _range_term(low: Measure, high: Measure) -> Term:
    def holds(value: Value | None) -> bool:
        assert isinstance(value, Measure)
        least, most = span(value)
        return low.base_low <= least and most <= high.base_high

    return f"{_amount(low.low, low.unit)}..{_amount(high.high, high.unit)}", holds


def _dated(sign: str, than: str) -> Test:
    first, last = _days(than)

    def holds(value: Value | None) -> bool:
        assert isinstance(value, Day)
        start, end = _days(value.written)
        # A year is not known to lie before or after a month of it.
        answers = {">=": start >= first, ">": start > last, "<=": end <= last, "<": end < first}
        return answers.get(sign, first <= start and end <= last)

    return holds


def _days(written: str) -> tuple[str, str]:
    return (written + "-00-00")[:10], (written + "-99-99")[:10]


def _amount(number: Decimal, unit: str) -> str:
    return f"{plain_decimal(number)} {unit}".strip()
