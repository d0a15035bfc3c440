"""Order and equality by type."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mkdocs_comparisons.model.dimensions import SUPPORT_LEVELS, Kind
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.model.values import (
    Choice,
    Day,
    Items,
    Layer,
    Layers,
    Link,
    Measure,
    Rating,
    Text,
    Value,
    Version,
)
from mkdocs_comparisons.views.ordering import equality_key, equality_text, rank_of, sort_key
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


WORDS = st.one_of(
    st.sampled_from(["a", "A", " a", "b", "a b", "a, b", "ﬁ", "fi", "5..10", "~5", '["a"]', "https://a.b"]),
    st.text(max_size=4),
)
INLINE = st.builds(Inline, WORDS)
NUMBERS = st.one_of(
    st.sampled_from([Decimal(each) for each in ("0", "-0", "-0.0", "5", "5.0", "50", "5e1", "10", "1e30", "7.50")]),
    st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-99, max_value=99),
    st.integers(10**35, 10**35 + 3).map(Decimal),
)


@st.composite
def measures(draw: st.DrawFn) -> Measure:
    """Amounts, ranges, limits and what is only about right, already in the base unit."""
    low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
    is_range = draw(st.booleans())
    bound = draw(st.sampled_from(["", "<", "<=", ">", ">="])) if not is_range else ""
    about = draw(st.booleans())
    end = high if is_range else low
    return Measure(low, end, "", low, end, approximate=about, bound=bound, written="")


LAYER = st.builds(
    Layer, label=INLINE, role=WORDS, note=st.none(), is_repeated=st.booleans(), is_bounded=st.booleans(), mark=WORDS
)
VALUES: dict[Kind, st.SearchStrategy[Value]] = {
    Kind.TEXT: st.builds(Text, INLINE),
    Kind.CHOICE: st.builds(Choice, st.sampled_from(SUPPORT_LEVELS)),
    Kind.RATING: st.builds(Rating, NUMBERS, st.just("")),
    Kind.NUMBER: measures(),
    Kind.DATE: st.builds(Day, st.sampled_from(["2024", "2024-05", "2024-05-01"])),
    Kind.VERSION: st.builds(Version, st.sampled_from(["1.1", "1.10", "v1.1", "1.1-rc", "1.1-rc.1", "01.1"])),
    Kind.LIST: st.builds(Items, st.lists(INLINE, max_size=3).map(tuple)),
    Kind.LAYERS: st.builds(Layers, st.lists(LAYER, max_size=2).map(tuple)),
    Kind.LINK: st.one_of(st.builds(Link, WORDS.filter(bool), WORDS), WORDS.map(lambda url: Link(url, url))),
}
PAIRS = st.sampled_from(list(VALUES)).flatmap(lambda kind: st.tuples(VALUES[kind], VALUES[kind]))


def told(value: Value) -> str:
    """Return what a script compares."""
    return equality_text(value) or sort_key(value)


@given(PAIRS)
@example((Rating(Decimal("-0"), "-0"), Rating(Decimal(0), "0")))
def test_scripts_find_the_same_values_equal(pair: tuple[Value, Value]) -> None:
    """A script has two texts and no types, and must come to the verdict that the pages come to."""
    one, two = pair
    assert (told(one) == told(two)) == (equality_key(one) == equality_key(two))


@given(PAIRS)
def test_equality_texts_are_said_where_they_are_needed_alone(pair: tuple[Value, Value]) -> None:
    """Thousands of cells carry them: what the sort key says already is not said twice."""
    assert all(equality_text(value) != sort_key(value) or not equality_text(value) for value in pair)


@pytest.mark.parametrize(
    ("type", "written", "texts"),
    [
        ("{quantity: s}", ["5", "1.50 min", "5–10", "~30", "<=5", "~300 ms"], ["", "", "5..10", "~30", "<=5", "~0.3"]),
        ("list", ["[b, A, a]"], ['["a","b"]']),
        ("layers", ["[{label: A, repeat: yes}]"], ['[["a","",true,false,""]]']),
        ("link", ["'https://a.example'", "{url: 'https://a.example', label: A}"], ["", "https://a.example"]),
        ("number", ["unknown", "n/a"], ["", ""]),
    ],
)
def test_equality_texts_are_plain(type: str, written: list[str], texts: list[str]) -> None:
    """They are promised to scripts of others: plain decimals in the base unit, JSON, addresses."""
    assert [equality_text(value) for value in values(type, *written)] == texts


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
