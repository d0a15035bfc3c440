"""From a claim's scalar, as typed, to a value of its attribute's type. Reading never fails: see `Invalid`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from mkdocs_comparisons.diagnostics import did_you_mean
from mkdocs_comparisons.loading.dates import is_date
from mkdocs_comparisons.loading.numbers import Amount, parse_amount, parse_number
from mkdocs_comparisons.loading.tree import MappingNode, Node, Scalar, SequenceNode, kind_of
from mkdocs_comparisons.loading.wording import one_of, quoted
from mkdocs_comparisons.model.dimensions import Kind, ValueType
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.model.units import in_base_unit, is_compatible, units_like
from mkdocs_comparisons.model.values import (
    Choice,
    Day,
    Invalid,
    Items,
    Link,
    Measure,
    NotApplicable,
    Rating,
    Text,
    Unknown,
    Value,
    Version,
)

_STATES: Mapping[str, Value] = MappingProxyType({"unknown": Unknown(), "n/a": NotApplicable()})
_VERSION = re.compile("[vV]?[0-9][0-9A-Za-z.+_~-]{0,99}")
_NEEDED: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.TEXT: "a text",
        Kind.SUPPORT: "one of its levels",
        Kind.FIT: "one of its levels",
        Kind.CHOICE: "one of its levels",
        Kind.RATING: "a score",
        Kind.NUMBER: "a number",
        Kind.QUANTITY: "a quantity",
        Kind.MONEY: "an amount of money",
        Kind.DATE: "a date",
        Kind.VERSION: "a version",
        Kind.LIST: "a list",
        Kind.LAYERS: "a list of layers",
        Kind.LINK: "an address",
    }
)


def parse_value(node: Node, type: ValueType) -> Value:
    """Return what a claim says.

    Args:
        node: The scalar as typed; a list for `list`; a mapping of `url` and `label` for `link`. Lists of layers are
            read by `read_layers`.
        type: The attribute's type.
    """
    if isinstance(node, Scalar):
        if node.style == "" and len(node.value) <= 7:
            state = _STATES.get(node.value.casefold())
            if state is not None:
                return state
        value = _PARSERS[type.kind](node, type)
        return _advised(node, value) if isinstance(value, Invalid) else value
    if isinstance(node, SequenceNode) and type.kind is Kind.LIST:
        return _parse_items(node)
    if isinstance(node, MappingNode) and type.kind is Kind.LINK:
        return _parse_link(node)
    needed = _NEEDED[type.kind]
    return _invalid("", f"{kind_of(node)} is given where {needed} is expected", f"Write {needed}.")


def _advised(scalar: Scalar, value: Invalid) -> Invalid:
    """Return what could not be read with the best advice there is."""
    text = scalar.value
    if not text.strip():
        return _invalid(text, "the value is empty", "Write one, or `unknown` or `n/a`, or leave the claim out.")
    if scalar.style and text.casefold() in _STATES:
        return Invalid(text, value.code, value.problem, f"Write {text} without quotes.")
    return value


def _parse_text(scalar: Scalar, _: ValueType) -> Value:
    text = scalar.value
    return _invalid(text, "", "") if not text or text.isspace() else Text(Inline(text, scalar.at))


def _parse_level(scalar: Scalar, type: ValueType) -> Value:
    text = scalar.value
    for level in type.levels:
        if level.id == text:
            return Choice(level)
    levels = one_of(level.id for level in reversed(type.levels))
    return Invalid(text, "value-level", f"{quoted(text)} is none of the levels", f"Write {levels}.")


def with_suggestion(value: Invalid, type: ValueType) -> Invalid:
    """Return what is none of a type's levels with the level that may be meant. Looking for it takes a while."""
    guess = did_you_mean(value.written, [level.id for level in type.levels])
    return Invalid(value.written, value.code, value.problem, guess) if guess else value


def _parse_rating(scalar: Scalar, type: ValueType) -> Value:
    score = parse_number(scalar.value)
    advice = f"Write a number from {type.low} to {type.high}, such as {type.high}."
    if score is None:
        return _invalid(scalar.value, f"{quoted(scalar.value)} is not a number", advice)
    if not type.low <= score <= type.high:
        problem = f"{quoted(scalar.value)} is outside the scale from {type.low} to {type.high}"
        return _invalid(scalar.value, problem, advice)
    return Rating(score, scalar.value.strip(), type.high)


def _parse_plain_number(scalar: Scalar, _: ValueType) -> Value:
    amount = parse_amount(scalar.value)
    if isinstance(amount, Amount) and amount.unit:
        advice = "Leave it out, or make the attribute a `quantity`."
        return _invalid(scalar.value, f"{quoted(scalar.value)} has a unit; a bare number is expected", advice)
    return _measure(scalar, amount, "", "Write a number such as 42, ~1,000, 5–10 or >= 3.")


def _parse_quantity(scalar: Scalar, type: ValueType) -> Value:
    amount = parse_amount(scalar.value)
    unit = amount.unit or type.unit if isinstance(amount, Amount) else type.unit
    if is_compatible(unit, type.unit):
        return _measure(scalar, amount, unit, f"Write a number, in {type.unit}, such as 40, ~30 or 5–10.")
    known = units_like(type.unit)
    advice = did_you_mean(unit, known) or f"Use {one_of(known)}; a bare number is in {type.unit}."
    return _invalid(
        scalar.value,
        f"{quoted(scalar.value)} is in {quoted(unit)}, which does not convert into {quoted(type.unit)}",
        advice,
    )


def _parse_money(scalar: Scalar, type: ValueType) -> Value:
    amount = parse_amount(scalar.value)
    advice = f"Write the amount alone, such as 12.50: it is in {type.unit}."
    if isinstance(amount, Amount) and amount.unit not in ("", type.unit):
        return _invalid(scalar.value, f"{quoted(amount.unit)} stands behind the amount", advice)
    if isinstance(amount, str) and not amount.startswith("is not"):
        advice = ""
    return _measure(scalar, amount, type.unit, advice)


def _measure(scalar: Scalar, amount: Amount | str, unit: str, advice: str) -> Value:
    if isinstance(amount, str):
        return _invalid(scalar.value, f"{quoted(scalar.value)} {amount}", advice)
    return Measure(
        low=amount.low,
        high=amount.high,
        unit=unit,
        base_low=in_base_unit(amount.low, unit),
        base_high=in_base_unit(amount.high, unit),
        approximate=amount.approximate,
        bound=amount.bound,
        written=amount.written,
    )


def _parse_date(scalar: Scalar, _: ValueType) -> Value:
    text = scalar.value.strip()
    if is_date(text):
        return Day(text)
    return _invalid(scalar.value, f"{quoted(text)} is not a date", "Write 2024, 2024-05 or 2024-05-01.")


def _parse_version(scalar: Scalar, _: ValueType) -> Value:
    text = scalar.value.strip()
    if _VERSION.fullmatch(text):
        return Version(text)
    return _invalid(scalar.value, f"{quoted(text)} is not a version", "Write one such as 1.10 or v2.0.0-rc.1.")


def _parse_lone_item(scalar: Scalar, _: ValueType) -> Value:
    short = scalar.value if len(scalar.value) <= 40 and "\n" not in scalar.value else "…"
    problem = f"{quoted(scalar.value)} is a text; a list is expected"
    return _invalid(scalar.value, problem, f"Write `[{short}]` in a YAML file; a CSV cell can't hold a list.")


def _parse_lone_layer(scalar: Scalar, _: ValueType) -> Value:
    problem = f"{quoted(scalar.value)} is a text; a list of layers is expected"
    advice = "List the layers from the bottom to the top in a YAML file; a CSV cell can't hold them."
    return _invalid(scalar.value, problem, advice)


def _parse_items(node: SequenceNode) -> Value:
    for item in node.items:
        if not isinstance(item, Scalar) or not item.value.strip():
            what = "an empty text" if isinstance(item, Scalar) else kind_of(item)
            return _invalid("", f"an entry of the list is {what}", "Write a text for each entry.")
    if not node.items:
        return _invalid("", "the list is empty", "Name an entry, or write `unknown` or `n/a`.")
    return Items(tuple(Inline(item.value, item.at) for item in node.items if isinstance(item, Scalar)))


def _parse_address(scalar: Scalar, _: ValueType) -> Value:
    address = scalar.value.strip()
    return Link(address, address) if address else _invalid("", "", "")


def _parse_link(node: MappingNode) -> Value:
    parts = {key: child.value.strip() for key, (_, child) in node.pairs.items() if isinstance(child, Scalar)}
    unknown = [key for key in node.pairs if key not in ("url", "label")]
    if unknown or not parts.get("url") or len(parts) < len(node.pairs):
        problem = f"a link has no key {quoted(unknown[0])}" if unknown else "the link lacks its `url`"
        return _invalid("", problem, "Write `{url: …, label: …}`.")
    return Link(parts["url"], parts.get("label") or parts["url"])


def _invalid(written: str, problem: str, advice: str) -> Invalid:
    return Invalid(written, "value-type", problem, advice)


_PARSERS: Mapping[Kind, Callable[[Scalar, ValueType], Value]] = MappingProxyType(
    {
        Kind.TEXT: _parse_text,
        Kind.SUPPORT: _parse_level,
        Kind.FIT: _parse_level,
        Kind.CHOICE: _parse_level,
        Kind.RATING: _parse_rating,
        Kind.NUMBER: _parse_plain_number,
        Kind.QUANTITY: _parse_quantity,
        Kind.MONEY: _parse_money,
        Kind.DATE: _parse_date,
        Kind.VERSION: _parse_version,
        Kind.LIST: _parse_lone_item,
        Kind.LAYERS: _parse_lone_layer,
        Kind.LINK: _parse_address,
    }
)
