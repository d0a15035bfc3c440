"""Order and equality by type."""

from __future__ import annotations

import pytest

from mkdocs_comparisons.model.values import Value
from mkdocs_comparisons.views.ordering import equality_key, rank_of, sort_key
from tests.samples import with_rows


def values(type: str, *written: str) -> list[Value]:
    """Read values of one attribute."""
    subjects = ", ".join(f"s{place}: {{title: S{place}}}" for place in range(len(written)))
    claims = ", ".join(f"s{place}: {text}" for place, text in enumerate(written))
    sample = with_rows(f"{{x: {{title: X, type: {type}, claims: {{{claims}}}}}}}", f"{{{subjects}}}")
    return [claim.value for claim in sample.claims]


@pytest.mark.parametrize(
    ("type", "written"),
    [
        ("version", ["0.9", "1.2-rc.1", "1.2", "1.2.1", "1.10", "v2"]),
        ("date", ["2023", "2023-12-31", "2024-01", "2024-01-01"]),
        ("text", ["Apple", "banana", "Émile"]),
    ],
)
def test_sort_keys_order_as_the_type_does(type: str, written: list[str]) -> None:
    """`1.10` comes after `1.2`, a pre-release before its release; case does not matter."""
    keys = [sort_key(value) for value in values(type, *written)]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


def test_numeric_sort_keys_are_plain_decimals_in_one_unit() -> None:
    """A script can compare them without knowing units: minutes, seconds and ranges alike."""
    keys = [float(sort_key(value)) for value in values("{quantity: s}", "300 ms", "2", "1–5 s", "1 min")]
    assert keys == sorted(keys)
    assert keys[0] == pytest.approx(0.3)


def test_nothing_known_sorts_by_nothing() -> None:
    """Unknown and n/a have no key, so that tables can put them last in both directions."""
    assert [sort_key(value) for value in [*values("number", "unknown", "n/a"), None]] == ["", "", ""]


def test_equality_is_typed() -> None:
    """Spelling, units and the order of lists do not tell values apart; approximation does."""
    one, two, three = values("{quantity: MB}", "10 GB", "10240 MB", "~10 GB")
    assert equality_key(one) == equality_key(two) != equality_key(three)
    one, two = values("list", "[a, B]", "[b, A]")
    assert equality_key(one) == equality_key(two)
    one, two = values("version", "'1.1'", "'1.10'")
    assert equality_key(one) != equality_key(two)


@pytest.mark.parametrize(
    "other",
    [
        "[B, A]",
        "[A, B, C]",
        "[A, {label: B, role: manager}]",
        "[A, {label: B, repeat: yes}]",
        "[A, {label: B, mark: runs a kernel}]",
    ],
)
def test_layers_differ_in_what_a_picture_shows(other: str) -> None:
    """Order, roles, marks and what is repeated tell two stacks apart; case, spaces and notes do not."""
    one, same, different = values("layers", "[A, B]", "[a, {label: ' b ', note: x}]", other)
    assert equality_key(one) == equality_key(same) != equality_key(different)


def test_boundaries_tell_layers_apart() -> None:
    """Where the isolation runs is what such a comparison is about."""
    inside, outside = values("layers", "[{label: A, repeat: yes, boundary: yes}]", "[{label: A, repeat: yes}]")
    assert equality_key(inside) != equality_key(outside)
    assert sort_key(inside) == sort_key(outside) == "a"


def test_rank_follows_the_better_end() -> None:
    """For an attribute whose lower end is better, less ranks higher; without a better end nothing ranks."""
    for type, order in (("{number, better: lower}", [1, 0]), ("{number, better: higher}", [0, 1]), ("support", [0, 1])):
        low, high = ("no", "yes") if type == "support" else ("1", "2")
        sample = with_rows(f"{{x: {{title: X, type: {type}, claims: {{a: {low}, b: {high}}}}}}}")
        attribute = next(iter(sample.attributes()))
        ranks = [rank_of(attribute, claim.value) for claim in sample.claims]
        assert sorted(range(2), key=lambda place: ranks[place] or 0) == order
    sample = with_rows("{x: {title: X, type: number, claims: {a: 1}}}")
    assert rank_of(next(iter(sample.attributes())), sample.claims[0].value) is None
