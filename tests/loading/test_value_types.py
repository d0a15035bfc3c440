"""An attribute's `type`, and what is wrong with it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from mkdocs_comparisons.model.dimensions import FIT_LEVELS, SUPPORT_LEVELS, Better, Kind, ValueType
from mkdocs_comparisons.model.values import Level
from tests.loading.small import HEAD, comparison, load_one, only


def type_of(folder: Path, written: str) -> ValueType:
    """Return the type that is made of what is written behind `type:`."""
    return next(comparison(load_one(folder, f"{HEAD}        type: {written}\n")).attributes()).type


def test_text_is_the_type_unless_another_is_given(tmp_path: Path) -> None:
    """Most claims are words."""
    assert next(comparison(load_one(tmp_path, HEAD)).attributes()).type == ValueType()


@pytest.mark.parametrize(
    ("written", "type"),
    [
        ("number", ValueType(kind=Kind.NUMBER)),
        ("{number, better: lower}", ValueType(kind=Kind.NUMBER, better=Better.LOWER)),
        ("{number: , better: lower}", ValueType(kind=Kind.NUMBER, better=Better.LOWER)),
        ("{better: lower, number}", ValueType(kind=Kind.NUMBER, better=Better.LOWER)),
        ("support", ValueType(kind=Kind.SUPPORT, levels=SUPPORT_LEVELS, better=Better.HIGHER)),
        ("{support, better: lower}", ValueType(kind=Kind.SUPPORT, levels=SUPPORT_LEVELS, better=Better.LOWER)),
        ("fit", ValueType(kind=Kind.FIT, levels=FIT_LEVELS, better=Better.HIGHER)),
        ("{choice: [a, b]}", ValueType(kind=Kind.CHOICE, levels=(Level("a", "a", 0), Level("b", "b", 1)))),
        ("{choice: {a: A, b: B}}", ValueType(kind=Kind.CHOICE, levels=(Level("a", "A", 0), Level("b", "B", 1)))),
        ("rating", ValueType(kind=Kind.RATING, better=Better.HIGHER)),
        ("{rating: 10}", ValueType(kind=Kind.RATING, high=Decimal(10), better=Better.HIGHER)),
        (
            "{rating: {min: 1, max: 6}, better: lower}",
            ValueType(kind=Kind.RATING, low=Decimal(1), high=Decimal(6), better=Better.LOWER),
        ),
        ("{quantity: s, better: lower}", ValueType(kind=Kind.QUANTITY, unit="s", better=Better.LOWER)),
        ('{quantity: "%"}', ValueType(kind=Kind.QUANTITY, unit="%")),
        ("{money: EUR}", ValueType(kind=Kind.MONEY, unit="EUR")),
        ("list", ValueType(kind=Kind.LIST)),
    ],
)
def test_types(tmp_path: Path, written: str, type: ValueType) -> None:
    """Every form of the reference is read."""
    assert type_of(tmp_path, written) == type


@pytest.mark.parametrize(
    ("written", "code", "word"),
    [
        ("numbr", "bad-type", "Did you mean 'number'?"),
        ("{numbr: 1}", "bad-type", "Did you mean 'number'?"),
        ("{better: lower}", "bad-type", "no kind"),
        ("{number, date}", "bad-type", "two kinds"),
        ("{number: 5}", "bad-type", "takes nothing more"),
        ("choice", "bad-type", "{choice: [low, high]}"),
        ("{choice: []}", "bad-type", "no levels"),
        ("{choice: [a, a]}", "bad-type", "twice"),
        ("{choice: a}", "bad-type", "{choice: [low, high]}"),
        ("{choice: [a b]}", "bad-id", "'a-b'"),
        ("{choice: {a: A, a: B}}", "key-duplicate", "twice"),
        ("quantity", "bad-type", "unit"),
        ("{quantity: 5s}", "bad-type", "no unit"),
        ("{quantity: [s]}", "bad-type", "no unit"),
        ("money", "bad-type", "currency"),
        ("{money: usd}", "bad-type", "USD"),
        ("{money: €}", "bad-type", "ISO 4217"),
        ("{rating: five}", "bad-type", "not a number"),
        ("{rating: {min: 5, max: 1}}", "bad-type", "not above"),
        ("{rating: 0}", "bad-type", "not above"),
        ("{rating: {low: 1, max: 5}}", "key-unknown", "min, max"),
        ("{number, better: up}", "bad-type", "`higher` or `lower`"),
        ("{number, better: hihger}", "bad-type", "Did you mean 'higher'?"),
        ("{number, bettr: lower}", "key-unknown", "Did you mean 'better'?"),
        ("{text, better: lower}", "bad-type", "Remove"),
        ("{fit, better: lower}", "bad-type", "use a `choice`"),
        ("[number]", "wrong-shape", "type: number"),
        ("''", "wrong-shape", "empty"),
    ],
)
def test_types_that_make_no_sense(tmp_path: Path, written: str, code: str, word: str) -> None:
    """Each is one finding that says what to write."""
    finding = only(load_one(tmp_path, f"{HEAD}        type: {written}\n"), code)
    assert word in finding.problem + finding.advice


def test_claims_are_not_held_against_a_broken_type(tmp_path: Path) -> None:
    """One misspelled kind must not make a finding of each of its claims."""
    loaded = load_one(tmp_path, f"{HEAD}        type: nubmer\n        claims: {{redis: 5, valkey: [a]}}\n")
    only(loaded, "bad-type")
    assert [claim.value.written for claim in loaded.catalogue.comparisons[0].claims] == ["5", "a"]
