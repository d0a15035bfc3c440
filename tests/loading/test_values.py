"""What claims say, by the types of their attributes."""

from __future__ import annotations

import math
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_comparisons.loading.collector import Collector
from mkdocs_comparisons.loading.tree import MappingNode, Node, Scalar, SequenceNode
from mkdocs_comparisons.loading.value_reader import Budget, ValueReader
from mkdocs_comparisons.loading.values import parse_value
from mkdocs_comparisons.model.dimensions import FIT_LEVELS, SUPPORT_LEVELS, Kind, ValueType
from mkdocs_comparisons.model.places import NOWHERE, Place
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.model.units import UNITS, is_compatible
from mkdocs_comparisons.model.values import (
    Choice,
    Day,
    Invalid,
    Items,
    Level,
    Link,
    Measure,
    NotApplicable,
    Rating,
    Text,
    Unknown,
    Value,
    Version,
)

CHOICE = ValueType(kind=Kind.CHOICE, levels=(Level("process", "Process", 0), Level("hardware", "Hardware", 1)))
TYPES = (
    *(ValueType(kind=kind) for kind in Kind if kind not in (Kind.CHOICE, Kind.SUPPORT, Kind.FIT)),
    CHOICE,
    ValueType(kind=Kind.SUPPORT, levels=SUPPORT_LEVELS),
    ValueType(kind=Kind.FIT, levels=FIT_LEVELS),
    ValueType(kind=Kind.QUANTITY, unit="s"),
)
NUMBER = ValueType(kind=Kind.NUMBER)
SECONDS = ValueType(kind=Kind.QUANTITY, unit="s")
EUROS = ValueType(kind=Kind.MONEY, unit="EUR")


def kind_of(type: ValueType) -> str:
    """Return the name of a parametrized test."""
    return type.kind


def parse(text: str, type: ValueType, style: str = "") -> Value:
    """Return the value of a plain scalar, or of a quoted one."""
    return parse_value(Scalar(text, NOWHERE, style), type)


def measure(text: str, type: ValueType = NUMBER) -> Measure:
    """Return the measure that a text has to be."""
    value = parse(text, type)
    assert isinstance(value, Measure), value
    return value


def invalid(text: str, type: ValueType, style: str = "") -> Invalid:
    """Return what is wrong with a text that must not be read, as a claim keeps it."""
    value = ValueReader(type, Budget(), Collector()).read(Scalar(text, NOWHERE, style))
    assert isinstance(value, Invalid), value
    return value


@pytest.mark.parametrize("type", TYPES, ids=kind_of)
def test_unknown_and_not_applicable_suit_every_type(type: ValueType) -> None:
    """Both are answers to any question, in any case of letters."""
    assert parse("unknown", type) == parse("Unknown", type) == Unknown()
    assert parse("n/a", type) == parse("N/A", type) == NotApplicable()


def test_quotes_make_words_of_the_states() -> None:
    """A text that is the word `unknown` can be written; a number can't."""
    assert parse("unknown", ValueType(), "'") == Text(text_of("unknown"))
    assert invalid("n/a", NUMBER, '"').advice == "Write n/a without quotes."


@pytest.mark.parametrize("type", TYPES, ids=kind_of)
@pytest.mark.parametrize(("text", "style"), [("", ""), ("", "'"), ("  ", '"')])
def test_an_empty_value_is_an_error(type: ValueType, text: str, style: str) -> None:
    """An empty cell means three things to three people."""
    assert "empty" in invalid(text, type, style).problem


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("42", "42", "42"),
        ("-42", "-42", "-42"),
        ("−42", "-42", "-42"),
        ("+5", "5", "5"),
        (".5", "0.5", "0.5"),
        ("0012", "12", "12"),
        ("1.10", "1.10", "1.10"),
        ("1,000", "1000", "1000"),
        ("1,234,567.89", "1234567.89", "1234567.89"),
        ("1_000", "1000", "1000"),
        ("-1.5e3", "-1500", "-1500"),
        ("5–10", "5", "10"),
        ("5-10", "5", "10"),
        ("5..10", "5", "10"),
        ("5 – 10", "5", "10"),
        ("-5–-2", "-5", "-2"),
        ("-5--2", "-5", "-2"),
        ("-5..2", "-5", "2"),
        ("1e3-1e4", "1000", "10000"),
        ("1,000–2,000", "1000", "2000"),
    ],
)
def test_numbers_and_ranges(text: str, low: str, high: str) -> None:
    """All spellings of the reference are read, and kept as typed."""
    value = measure(text)
    assert (value.low, value.high, value.written) == (Decimal(low), Decimal(high), text)
    assert (value.approximate, value.bound) == (False, "")


@pytest.mark.parametrize(
    ("text", "bound"),
    [("<5", "<"), ("<= 5", "<="), ("≤5", "<="), ("> 5", ">"), (">=5", ">="), ("≥ 5", ">=")],
)
def test_limits(text: str, bound: str) -> None:
    """One end may be all that is known."""
    value = measure(text)
    assert (value.low, value.high, value.bound, value.written) == (Decimal(5), Decimal(5), bound, text)


@pytest.mark.parametrize("text", ["~30", "≈ 30", "~5–30"])
def test_approximations(text: str) -> None:
    """About is not exactly."""
    assert measure(text).approximate


@pytest.mark.parametrize(
    "text",
    [
        "about 100k", "1,00", "1,0000", "1,000_000", "12,34", "5.", "1.2.3", "--5", "1e", "e5", "٣", "１２", "१२", "∞",
        "nan", "inf", "0x1F", "1/2", "½", "5-", "-", "~", "5–", "<", "< <5", "~<5", "10-5", "5–5", "<5–10", "1e999",
        "9" * 400, "-" * 50, "5 10", "１,０００",
    ],
)  # fmt: skip
def test_what_is_no_number(text: str) -> None:
    """Digits of other scripts, infinity by length and half ranges would turn into wrong values."""
    assert invalid(text, NUMBER).code == "value-type"


def test_bare_number_has_no_unit() -> None:
    """The advice says what to make of the attribute."""
    assert "quantity" in invalid("42 s", NUMBER).advice


@pytest.mark.parametrize(
    ("text", "unit", "written", "base"),
    [
        ("40", "s", "40", "40"),
        ("300 ms", "ms", "300", "0.3"),
        ("300ms", "ms", "300", "0.3"),
        ("2 h", "h", "2", "7200"),
        ("~30 min", "min", "~30", "1800"),
    ],
)
def test_quantities_convert_within_their_family(text: str, unit: str, written: str, base: str) -> None:
    """Readers see what was typed; ordering uses the base unit."""
    value = measure(text, SECONDS)
    assert (value.unit, value.written, value.base_low) == (unit, written, Decimal(base))


def test_range_of_a_quantity() -> None:
    """One unit stands behind both ends."""
    value = measure("5–10 ms", SECONDS)
    assert (value.base_low, value.base_high, value.unit) == (Decimal("0.005"), Decimal("0.010"), "ms")


def test_bytes_count_by_1024() -> None:
    """`GB` and `GiB` mean the same here."""
    gigabytes = replace(SECONDS, unit="GB")
    assert measure("1 GiB", gigabytes).base_low == measure("1,024 MB", gigabytes).base_low == 1024**3


@pytest.mark.parametrize("text", ["5 parsecs", "40 %", "1 GB", "5 s–10 s", "30 S"])
def test_units_of_other_families_are_refused(text: str) -> None:
    """Three minutes and three megabytes must not be compared."""
    assert "does not convert" in invalid(text, SECONDS).problem


def test_misspelled_unit_gets_a_suggestion() -> None:
    """Units differ by case."""
    assert invalid("512mb", replace(SECONDS, unit="GB")).advice == "Did you mean 'MB'?"


def test_unit_of_no_family_is_the_only_one() -> None:
    """Any word can be a unit."""
    requests = replace(SECONDS, unit="req/s")
    assert measure("40 req/s", requests).unit == measure("40", requests).unit == "req/s"
    assert "req/s" in invalid("40 s", requests).advice


def test_money_stays_as_typed() -> None:
    """`12.50` must not become 12.5."""
    assert (measure("12.50", EUROS).written, measure("12.50", EUROS).unit) == ("12.50", "EUR")
    assert measure("12.50 EUR", EUROS) == measure("12.50", EUROS)


@pytest.mark.parametrize("text", ["5 USD", "$5", "5€", "5,50"])
def test_other_currencies_are_refused(text: str) -> None:
    """Amounts of two currencies can't be compared."""
    assert "EUR" in invalid(text, EUROS).advice


@pytest.mark.parametrize("text", ["2024", "2024-05", "2024-05-01", "2024-02-29"])
def test_dates(text: str) -> None:
    """As exact as the author is."""
    assert parse(text, ValueType(kind=Kind.DATE)) == Day(text)


@pytest.mark.parametrize(
    "text", ["2009-02-30", "2023-02-29", "24", "2024-5-1", "2024-13", "0000", "2024-00", "１２３４"]
)
def test_days_that_are_none(text: str) -> None:
    """A date is looked up in the calendar."""
    assert "2024-05-01" in invalid(text, ValueType(kind=Kind.DATE)).advice


@pytest.mark.parametrize("text", ["1.10", "v2.0.0-rc.1", "0012", "2024.1", "1.0+build~3"])
def test_versions_stay_as_typed(text: str) -> None:
    """`1.10` is not 1.1."""
    assert parse(text, ValueType(kind=Kind.VERSION)) == Version(text)


@pytest.mark.parametrize("text", ["latest", "1.0 LTS", "v", "1" * 200])
def test_what_is_no_version(text: str) -> None:
    """It could not be compared part by part."""
    invalid(text, ValueType(kind=Kind.VERSION))


@pytest.mark.parametrize(("text", "score"), [("4", "4"), ("3.5", "3.5"), ("0", "0"), ("10", "10")])
def test_ratings(text: str, score: str) -> None:
    """A score remembers the scale's end, as typed."""
    value = parse(text, ValueType(kind=Kind.RATING, high=Decimal(10)))
    assert value == Rating(Decimal(score), text, Decimal(10))


@pytest.mark.parametrize("text", ["6", "-1", "4/5", "four", "3–4"])
def test_scores_off_the_scale(text: str) -> None:
    """The advice names the scale."""
    assert "from 0 to 5" in invalid(text, ValueType(kind=Kind.RATING)).advice


def test_levels_are_compared_exactly() -> None:
    """A level is an id; what is near is suggested, not taken."""
    assert parse("hardware", CHOICE) == Choice(CHOICE.levels[1])
    wrong = invalid("Hardware", CHOICE)
    assert (wrong.code, wrong.advice) == ("value-level", "Did you mean 'hardware'?")
    assert invalid("zzz", CHOICE).advice == "Write hardware or process."


def test_suggestions_are_bounded() -> None:
    """A hundred thousand wrong levels must not take minutes."""
    reader = ValueReader(CHOICE, Budget(1), Collector())
    first, second = (reader.read(Scalar("hardwre", NOWHERE)) for _ in range(2))
    assert isinstance(first, Invalid)
    assert isinstance(second, Invalid)
    assert (first.advice, second.advice) == ("Did you mean 'hardware'?", "Write hardware or process.")


def test_values_that_are_kept_do_not_mix() -> None:
    """What one claim says again is read once; texts keep their own places, and quoted words stay words."""
    reader = ValueReader(ValueType(), Budget(), Collector())
    values = [reader.read(scalar("yes", column)) for column in (3, 9)]
    assert [value.text.at.column for value in values if isinstance(value, Text)] == [3, 9]
    numbers = ValueReader(NUMBER, Budget(), Collector())
    assert numbers.read(scalar("5", 1)) is numbers.read(scalar("5", 2))
    assert numbers.read(Scalar("5", NOWHERE, "'")) == numbers.read(scalar("5", 2))


def test_list_keeps_its_entries_and_their_places() -> None:
    """Each entry is inline text of its own."""
    value = parse_value(SequenceNode((scalar("linux", 3), scalar("windows", 10)), NOWHERE), ValueType(kind=Kind.LIST))
    assert isinstance(value, Items)
    assert [(item.source, item.at.column) for item in value.items] == [("linux", 3), ("windows", 10)]


def test_a_text_is_no_list() -> None:
    """`alice` must not become five letters, nor a list by guessing."""
    assert "`[alice]`" in invalid("alice", ValueType(kind=Kind.LIST)).advice


@pytest.mark.parametrize("items", [(), (Scalar("", NOWHERE),), (SequenceNode((), NOWHERE),)])
def test_lists_with_nothing_in_them(items: tuple[Node, ...]) -> None:
    """An empty entry is a slip; no entry at all says nothing."""
    assert isinstance(parse_value(SequenceNode(items, NOWHERE), ValueType(kind=Kind.LIST)), Invalid)


@pytest.mark.parametrize("type", [type for type in TYPES if type.kind is not Kind.LIST], ids=kind_of)
def test_a_list_suits_only_lists(type: ValueType) -> None:
    """It is never joined into a text."""
    value = parse_value(SequenceNode((scalar("a", 1),), NOWHERE), type)
    assert isinstance(value, Invalid)
    assert "a list is given" in value.problem


def test_links() -> None:
    """An address is its own label; whether it is safe is for a rule to say."""
    link = ValueType(kind=Kind.LINK)
    assert parse("javascript:x", link) == Link("javascript:x", "javascript:x")
    assert parse_value(mapping(url="https://a.b", label="A"), link) == Link("https://a.b", "A")
    assert isinstance(parse_value(mapping(label="A"), link), Invalid)
    assert isinstance(parse_value(mapping(url="https://a.b", titel="A"), link), Invalid)


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20, places=4))
def test_any_decimal_is_read_exactly(number: Decimal) -> None:
    """Nothing is rounded on the way, and what was typed is kept."""
    value = measure(f"{number:f}")
    assert value.low == number
    assert value.written == f"{number:f}"


@given(st.integers(min_value=-(10**30), max_value=10**30))
def test_groups_of_digits_do_not_matter(number: int) -> None:
    """`1,000` and `1_000` are 1000."""
    assert measure(f"{number:,}").low == measure(f"{number:_}").low == measure(str(number)).low == number


@given(st.integers(-1000, 1000), st.integers(-1000, 1000), st.sampled_from(["–", "-", "..", " – "]))
def test_any_range_is_read_or_reversed(low: int, high: int, dash: str) -> None:
    """Signs and dashes do not get mixed up."""
    value = parse(f"{low}{dash}{high}", NUMBER)
    assert isinstance(value, Measure) == (low < high)
    assert not isinstance(value, Measure) or (int(value.low), int(value.high)) == (low, high)


@given(st.text(max_size=300), st.sampled_from(TYPES), st.sampled_from(["", "'", "|"]))
def test_arbitrary_text_never_raises(text: str, type: ValueType, style: str) -> None:
    """Every text is a value of the type or an `Invalid` that says what to do."""
    value = parse(text, type, style)
    if isinstance(value, Invalid):
        assert value.problem
        assert value.code in ("value-type", "value-level")
    if isinstance(value, Measure):
        assert math.isfinite(float(value.low))
        assert math.isfinite(float(value.base_high))
        assert value.low <= value.high
        assert text.strip().startswith(value.written)


@given(st.text(alphabet="0123456789.,-–~<>= eE_+", max_size=150))
def test_near_numbers_take_no_time(text: str) -> None:
    """What almost is a number is refused as fast as what is one."""
    parse(text, NUMBER)


@given(st.text(min_size=1).filter(lambda text: text.strip() and text.casefold() not in ("unknown", "n/a")))
def test_text_is_kept_as_typed(text: str) -> None:
    """The model holds the author's words, letter by letter."""
    assert parse(text, ValueType()) == Text(text_of(text))


def test_families_do_not_share_symbols() -> None:
    """A symbol that meant two units would convert minutes into metres."""
    assert is_compatible("ms", "h")
    assert not is_compatible("m", "min")
    assert not is_compatible("kbit", "kB")
    assert is_compatible("anything", "anything")
    assert len({unit.family for unit in UNITS.values()}) == 6


def scalar(text: str, column: int) -> Scalar:
    """Return a plain scalar somewhere in a line."""
    return Scalar(text, Place("a.yml", 1, column))


def mapping(**pairs: str) -> MappingNode:
    """Return a mapping of texts."""
    return MappingNode({key: (Scalar(key, NOWHERE), Scalar(text, NOWHERE)) for key, text in pairs.items()}, NOWHERE)


def text_of(source: str) -> Inline:
    """Return inline text, wherever it stands."""
    return Inline(source)
