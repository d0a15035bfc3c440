"""An attribute's `type`: `number`, `{choice: [process, hardware], better: higher}`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from mkdocs_comparisons.diagnostics import did_you_mean
from mkdocs_comparisons.loading.collector import Collector
from mkdocs_comparisons.loading.contents import PLAIN_LIMIT, check_id, shorten
from mkdocs_comparisons.loading.fields import Definitions, JsonSchema, read_scalar, report_mismatch
from mkdocs_comparisons.loading.ids import ID_PATTERN
from mkdocs_comparisons.loading.numbers import is_unit, parse_number
from mkdocs_comparisons.loading.tree import MappingNode, Node, Refused, Scalar, SequenceNode
from mkdocs_comparisons.loading.wording import one_of, quoted
from mkdocs_comparisons.model.dimensions import FIT_LEVELS, SUPPORT_LEVELS, Better, Kind, ValueType
from mkdocs_comparisons.model.values import Level

_KINDS = tuple(kind.value for kind in Kind)
_BETTER = "better"
_BASE: Mapping[Kind, ValueType] = MappingProxyType(
    {kind: ValueType(kind=kind) for kind in Kind}
    | {
        Kind.SUPPORT: ValueType(kind=Kind.SUPPORT, levels=SUPPORT_LEVELS, better=Better.HIGHER),
        Kind.FIT: ValueType(kind=Kind.FIT, levels=FIT_LEVELS, better=Better.HIGHER),
        Kind.RATING: ValueType(kind=Kind.RATING, better=Better.HIGHER),
    }
)
_WITHOUT_ENDS = (Kind.TEXT, Kind.LIST, Kind.LAYERS, Kind.LINK)
_EXAMPLES = MappingProxyType(
    {
        Kind.CHOICE: "{choice: [low, high]}",
        Kind.QUANTITY: "{quantity: ms}",
        Kind.MONEY: "{money: EUR}",
        Kind.RATING: "{rating: 5}",
    }
)


@dataclass(frozen=True, slots=True)
class TypeContent:
    """What the key `type` holds."""

    def read(self, node: Node, what: str, log: Collector) -> ValueType | None:
        if isinstance(node, MappingNode):
            return _read_mapping(node, log)
        if isinstance(node, SequenceNode):
            report_mismatch(node, what, "a kind of value", "Write `type: number`, or `{choice: [low, high]}`.", log)
            return None
        scalar = read_scalar(node, what, log)
        kind = scalar and _kind(scalar, log)
        return _with_argument(kind, None, node, log) if kind else None

    def schema(self, shared: Definitions) -> JsonSchema:
        shared.setdefault("type", _SCHEMA)
        return {"$ref": "#/$defs/type"}


def _read_mapping(node: MappingNode, log: Collector) -> ValueType | None:
    named = [key for key, _ in node.pairs.values() if key.value in _KINDS]
    if not named:
        others = [key for key, _ in node.pairs.values() if key.value != _BETTER]
        if others:
            _kind(others[0], log)
        else:
            log.report("bad-type", node.at, "the type names no kind of value", f"Write {one_of(_KINDS)}.")
        return None
    kind = Kind(named[0].value)
    for key, _ in node.pairs.values():
        if key.value not in (kind, _BETTER):
            _report_key(key, named, log)
    type = _with_argument(kind, node.pairs[kind][1], named[0], log)
    pair = node.pairs.get(_BETTER)
    return _with_better(type, pair[1], log) if type and pair else type


def _kind(scalar: Scalar, log: Collector) -> Kind | None:
    if scalar.value in _KINDS:
        return Kind(scalar.value)
    advice = did_you_mean(scalar.value, _KINDS) or f"Known are {', '.join(_KINDS)}."
    log.report("bad-type", scalar.at, f"{quoted(scalar.value)} is no kind of value", advice)
    return None


def _report_key(key: Scalar, named: list[Scalar], log: Collector) -> None:
    if key in named:
        problem = f"the type names two kinds of value, {quoted(named[0].value)} and {quoted(key.value)}"
        log.report("bad-type", key.at, problem, "Keep one.")
        return
    advice = did_you_mean(key.value, (_BETTER,)) or f"Known beside the kind is '{_BETTER}'."
    log.report("key-unknown", key.at, f"unknown key {quoted(key.value)} in a type", advice)


def _with_better(type: ValueType, node: Node, log: Collector) -> ValueType:
    scalar = read_scalar(node, f"'{_BETTER}'", log)
    if scalar is None:
        return type
    if scalar.value not in tuple(Better):
        problem = f"'{_BETTER}' is {quoted(scalar.value)}"
        advice = did_you_mean(scalar.value, tuple(Better)) or "Write `higher` or `lower`."
        log.report("bad-type", scalar.at, problem, advice)
        return type
    if type.kind in _WITHOUT_ENDS:
        log.report("bad-type", scalar.at, f"no end of a {type.kind} is better", f"Remove '{_BETTER}'.")
        return type
    if type.kind is Kind.FIT and scalar.value == Better.LOWER:
        log.report("bad-type", scalar.at, "of a fit the lower end can't be better", "Remove it, or use a `choice`.")
        return type
    return replace(type, better=Better(scalar.value))


def _with_argument(kind: Kind, argument: Node | None, at: Node, log: Collector) -> ValueType | None:
    """Return the type of a kind with what stands behind it, `None` or an empty text where nothing does."""
    is_missing = argument is None or (isinstance(argument, Scalar) and argument.is_empty)
    read = _ARGUMENTS.get(kind)
    base = _BASE[kind]
    if argument is None or is_missing:
        if kind in (Kind.CHOICE, Kind.QUANTITY, Kind.MONEY):
            problem = f"the kind '{kind}' needs {_LACKING[kind]}"
            log.report("bad-type", at.at, problem, f"Write `{_EXAMPLES[kind]}`, for example.")
            return None
        return base
    if read is None:
        log.report("bad-type", argument.at, f"the kind '{kind}' takes nothing more", f"Write `{kind}` alone.")
        return base
    return None if isinstance(argument, Refused) else read(base, argument, log)


def _read_choice(base: ValueType, node: Node, log: Collector) -> ValueType | None:
    pairs = _levels(node, log)
    if pairs is None:
        return None
    seen: dict[str, Level] = {}
    for key, title in pairs:
        if key.value in seen:
            log.report("bad-type", key.at, f"the level {quoted(key.value)} is given twice", "Remove one of the two.")
        elif check_id(key, log):
            seen[key.value] = Level(key.value, title, len(seen))
    if not seen:
        log.report("bad-type", node.at, "the choice has no levels", "Name them, the lowest first.")
        return None
    return replace(base, levels=tuple(seen.values()))


def _levels(node: Node, log: Collector) -> list[tuple[Scalar, str]] | None:
    if isinstance(node, SequenceNode):
        scalars = [read_scalar(item, "a level", log) for item in node.items]
        return [(scalar, scalar.value) for scalar in scalars if scalar]
    if isinstance(node, MappingNode):
        titles = [(key, read_scalar(child, "a level's title", log)) for key, child in node.pairs.values()]
        what = "a level's title"
        return [
            (key, shorten(title.value, PLAIN_LIMIT, title.at, what, log) if title else key.value)
            for key, title in titles
        ]
    log.report("bad-type", node.at, "the levels of a choice are no list", f"Write `{_EXAMPLES[Kind.CHOICE]}`.")
    return None


def _read_rating(base: ValueType, node: Node, log: Collector) -> ValueType | None:
    ends = {"min": base.low, "max": base.high}
    parts = node.pairs if isinstance(node, MappingNode) else {"max": (node, node)}
    for name, (key, child) in parts.items():
        number = parse_number(child.value) if isinstance(child, Scalar) else None
        if name not in ends:
            advice = did_you_mean(name, ends) or "Known are min, max."
            log.report("key-unknown", key.at, f"unknown key {quoted(name)} in a scale", advice)
        elif number is None:
            advice = "Write `{rating: 5}` or `{rating: {min: 1, max: 10}}`."
            log.report("bad-type", child.at, "the scale of a rating is not a number", advice)
            return None
        else:
            ends[name] = number
    if ends["min"] >= ends["max"]:
        problem = f"the scale's best score {ends['max']} is not above its worst, {ends['min']}"
        log.report("bad-type", node.at, problem, "Give the worst as `min`, the best as `max`.")
        return None
    return replace(base, low=ends["min"], high=ends["max"])


def _read_quantity(base: ValueType, node: Node, log: Collector) -> ValueType | None:
    if isinstance(node, Scalar) and is_unit(node.value) and node.value.isprintable():
        return replace(base, unit=node.value)
    what = quoted(node.value) if isinstance(node, Scalar) else "what stands here"
    log.report("bad-type", node.at, f"{what} is no unit", "Write a word or sign such as s, GB or %.")
    return None


def _read_money(base: ValueType, node: Node, log: Collector) -> ValueType | None:
    text = node.value if isinstance(node, Scalar) else ""
    if len(text) == 3 and text.isascii() and text.isalpha() and text.isupper():
        return replace(base, unit=text)
    code = text.upper() if len(text) == 3 and text.isascii() and text.isalpha() else "EUR"
    problem = f"{quoted(text)} is no code of a currency"
    log.report("bad-type", node.at, problem, f"Write its three letters by ISO 4217, such as {code}.")
    return None


_LACKING = MappingProxyType({Kind.CHOICE: "its levels", Kind.QUANTITY: "its unit", Kind.MONEY: "its currency"})
_ARGUMENTS: Mapping[Kind, Callable[[ValueType, Node, Collector], ValueType | None]] = MappingProxyType(
    {Kind.CHOICE: _read_choice, Kind.RATING: _read_rating, Kind.QUANTITY: _read_quantity, Kind.MONEY: _read_money}
)

_NAME: JsonSchema = {"type": ["string", "number", "boolean"]}
_ARGUMENT_SCHEMAS: Mapping[Kind, JsonSchema] = MappingProxyType(
    {
        Kind.CHOICE: {
            "description": "The levels, lowest first.",
            "anyOf": [
                {"type": "array", "items": {**_NAME, "pattern": f"^{ID_PATTERN}$"}, "minItems": 1},
                {"type": "object", "additionalProperties": _NAME, "minProperties": 1},
            ],
        },
        Kind.RATING: {
            "description": "The best score, counted from 0, or both ends.",
            "anyOf": [
                {"type": ["number", "string", "null"]},
                {
                    "type": "object",
                    "properties": {"min": {"type": ["number", "string"]}, "max": {"type": ["number", "string"]}},
                    "additionalProperties": False,
                },
            ],
        },
        Kind.QUANTITY: {"description": "The unit of bare numbers.", "type": "string", "minLength": 1, "maxLength": 30},
        Kind.MONEY: {"description": "The currency by ISO 4217.", "type": "string", "pattern": "^[A-Z]{3}$"},
    }
)


def _mapping_schema(kind: Kind) -> JsonSchema:
    properties: JsonSchema = {kind.value: _ARGUMENT_SCHEMAS.get(kind, {"type": ["null", "string"], "maxLength": 0})}
    if kind not in _WITHOUT_ENDS:
        properties[_BETTER] = {"description": "Which end is preferred.", "enum": [end.value for end in Better]}
    return {"type": "object", "properties": properties, "required": [kind.value], "additionalProperties": False}


_SCHEMA: JsonSchema = {
    "title": "Type",
    "description": "What the claims of an attribute hold: a kind of value, maybe with its argument and better end.",
    "anyOf": [
        {"enum": [kind.value for kind in Kind if kind not in _LACKING]},
        *(_mapping_schema(kind) for kind in Kind),
    ],
}
