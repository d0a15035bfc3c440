"""When two values are the same, and which comes first: by type, never by spelling."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Hashable
from decimal import Decimal

from mkdocs_comparisons.inline import plain_words
from mkdocs_comparisons.model.dimensions import Attribute, Better, Kind, ValueType
from mkdocs_comparisons.model.values import (
    Choice,
    Day,
    Invalid,
    Items,
    Layer,
    Layers,
    Link,
    Measure,
    NotApplicable,
    Rating,
    Text,
    Unknown,
    Value,
    Version,
)

_PARTS = re.compile(r"[0-9]+|[a-z]+")

DIRECTED_KINDS = (Kind.SUPPORT, Kind.FIT, Kind.RATING)
"""Kinds whose higher end is better unless the author says otherwise."""


def equality_key(value: Value) -> Hashable:
    """Return what two values share exactly if they say the same: `10 GB` and `10240 MB`, `[a, b]` and `[b, a]`.

    The two are values of one attribute, whose units are of one family, so a measure is its amount in the base unit.
    """
    match value:
        case Text(text):
            return "text", _folded(plain_words(text.source))
        case Choice(level):
            return "level", level.id
        case Rating(score=score):
            return "rating", score
        case Measure():
            return "measure", value.base_low, value.base_high, value.approximate, value.bound
        case Day(written):
            return "date", written
        case Version(written):
            return "version", _version_key(written)
        case Items() | Layers():
            return _entries_key(value)
        case Link(url=url):
            return "link", url
        case Unknown() | NotApplicable() | Invalid():
            return (type(value).__name__,)


def _entries_key(value: Items | Layers) -> Hashable:
    if isinstance(value, Items):
        return "list", frozenset(_folded(plain_words(item.source)) for item in value.items)
    return "layers", tuple(_layer_key(layer) for layer in value.layers)


def _layer_key(layer: Layer) -> tuple[str, str, bool, bool, str]:
    label, role, mark = (_folded(text) for text in (plain_words(layer.label.source), layer.role, layer.mark))
    return label, role, layer.is_repeated, layer.is_bounded, mark


def equality_text(value: Value | None) -> str:
    """Return `equality_key` as a text, for scripts; empty where the sort key already tells different values apart.

    Two known values of one attribute have the same equality text, or else the same sort key, exactly if they say the
    same. A text never looks like a sort key of its type: `5..10`, `~30`, `<=5`, or JSON.
    """
    match value:
        case Measure() if not is_exact(value):
            about = "~" if value.approximate else ""
            high = f"..{plain_decimal(value.base_high)}" if value.base_high != value.base_low else ""
            return f"{about}{value.bound}{plain_decimal(value.base_low)}{high}"
        case Items(items):
            return _json(sorted({_folded(plain_words(item.source)) for item in items}))
        case Layers(layers):
            return _json([_layer_key(layer) for layer in layers])
        case Link(url=url, label=label) if label != url:
            return url
        case _:
            return ""


def _json(tree: object) -> str:
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":"))


def sort_key(value: Value | None) -> str:
    """Return what a table sorts a cell by, empty where nothing is known.

    Numbers are plain decimals in the base unit of their family, levels their rank, versions zero-padded parts, dates
    ISO 8601, words folded by case and compatibility.
    """
    match value:
        case Choice(level):
            return str(level.rank)
        case Rating(score=score):
            return plain_decimal(score)
        case Measure():
            return plain_decimal(_middle(value))
        case Version(written):
            return _version_key(written)
        case Day(written) | Link(label=written):
            return written
        case Text(text):
            return _folded(plain_words(text.source))
        case Items(items):
            return ", ".join(_folded(plain_words(item.source)) for item in items)
        case Layers(layers):
            return ", ".join(_folded(plain_words(layer.label.source)) for layer in layers)
        case _:
            return ""


def is_exact(value: Measure) -> bool:
    """Return whether a measure is one amount: no range, no bound, not about."""
    return value.base_low == value.base_high and not value.bound and not value.approximate


def is_directed(type: ValueType) -> bool:
    """Return whether one end of a type's scale is better."""
    return type.better is not None or type.kind in DIRECTED_KINDS


def rank_of(attribute: Attribute, value: Value | None) -> Decimal | None:
    """Return how good a value is: more is better. None where the attribute has no better end, or nothing is known."""
    number = _number(value)
    if number is None or not is_directed(attribute.type):
        return None
    return -number if attribute.type.better is Better.LOWER else number


def _number(value: Value | None) -> Decimal | None:
    match value:
        case Choice(level):
            return Decimal(level.rank)
        case Rating(score=score):
            return score
        case Measure():
            return _middle(value)
        case Day(written):
            return Decimal((written + "-00-00")[:10].replace("-", ""))
        case _:
            return None


def _middle(value: Measure) -> Decimal:
    # Arithmetic would round an amount of more than 28 digits.
    is_point = value.base_low == value.base_high
    return value.base_low if is_point else (value.base_low + value.base_high) / 2


def plain_decimal(number: Decimal) -> str:
    """Return a number as a decimal without exponent, trailing zeros or a sign of zero: equal numbers look the same."""
    if not number:
        return "0"
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _version_key(written: str) -> str:
    """Pad the numbers of a version; a pre-release sorts before its release."""
    parts = _PARTS.findall(written.lower().removeprefix("v"))
    padded = [f"1{part:0>12}" if part.isdigit() else f"0{part}" for part in parts]
    return ".".join([*padded, "1"])


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
