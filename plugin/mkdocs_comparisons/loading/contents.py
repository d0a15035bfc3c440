"""What a key can hold: texts, ids, dates, lists, mappings of entries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from mkdocs_comparisons.loading.collector import Collector
from mkdocs_comparisons.loading.dates import is_date, parse_day
from mkdocs_comparisons.loading.fields import Definitions, Holds, JsonSchema, Shape, read_scalar, report_mismatch
from mkdocs_comparisons.loading.ids import ID_PATTERN, MOST_CHARACTERS, SLUG_PATTERN, id_problem, is_id, slug_problem
from mkdocs_comparisons.loading.tree import Entry, MappingNode, Node, Scalar, SequenceNode
from mkdocs_comparisons.loading.wording import quoted
from mkdocs_comparisons.model.places import Place
from mkdocs_comparisons.model.texts import Inline

PLAIN_LIMIT = 200
INLINE_LIMIT = 2_000
SUMMARY_LIMIT = 5_000
ADDRESS_LIMIT = 2_048
MOST_SHOWN = 40
"""Up to how many characters of what stands there advice repeats."""

_Item = TypeVar("_Item")

# Editors type scalars by YAML's rules; we keep them as typed, so `title: 2024` and `title: yes` are texts too.
_TEXT_TYPES = ["string", "number", "boolean"]


def shorten(text: str, most: int, at: Place, what: str, log: Collector) -> str:
    """Return a text, cut after a finding where it is too long: nothing later should have to chew on it."""
    if len(text) <= most:
        return text
    problem = f"{what} has {len(text):,} characters; {most:,} is the most"
    log.report("limit", at, problem, "Shorten it.")
    return text[:most]


@dataclass(frozen=True, slots=True)
class Plain:
    """A text of one line that is shown as it is."""

    most: int = PLAIN_LIMIT

    def read(self, node: Node, what: str, log: Collector) -> str | None:
        scalar = read_scalar(node, what, log)
        if scalar is None:
            return None
        if "\n" in scalar.value:
            log.report("wrong-shape", scalar.at, f"{what} has several lines; one is needed", "Use `>-` to fold them.")
        return shorten(" ".join(scalar.value.split("\n")), self.most, scalar.at, what, log)

    def schema(self, _: Definitions) -> JsonSchema:
        return {"type": _TEXT_TYPES, "minLength": 1, "maxLength": self.most}


@dataclass(frozen=True, slots=True)
class Words:
    """Inline CommonMark."""

    most: int = INLINE_LIMIT

    def read(self, node: Node, what: str, log: Collector) -> Inline | None:
        scalar = read_scalar(node, what, log)
        return scalar and Inline(shorten(scalar.value, self.most, scalar.at, what, log), scalar.at)

    def schema(self, _: Definitions) -> JsonSchema:
        return {"type": _TEXT_TYPES, "minLength": 1, "maxLength": self.most}


class Slug:
    """A part of an address."""

    def read(self, node: Node, what: str, log: Collector) -> str | None:
        scalar = read_scalar(node, what, log)
        if scalar is None:
            return None
        problem, advice = slug_problem(scalar.value)
        if problem:
            log.report("bad-slug", scalar.at, problem, advice)
            return None
        return scalar.value

    def schema(self, _: Definitions) -> JsonSchema:
        return {"type": _TEXT_TYPES, "pattern": f"^{SLUG_PATTERN}$", "maxLength": MOST_CHARACTERS}


class Address:
    """A web address. Whether it may be linked is for a rule to say."""

    def read(self, node: Node, what: str, log: Collector) -> str | None:
        scalar = read_scalar(node, what, log)
        return scalar and shorten(scalar.value, ADDRESS_LIMIT, scalar.at, what, log)

    def schema(self, _: Definitions) -> JsonSchema:
        return {"type": "string", "pattern": "^([Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:)"}


class Id:
    """The id of something else, which may or may not exist."""

    def read(self, node: Node, what: str, log: Collector) -> Scalar | None:
        scalar = read_scalar(node, what, log)
        if scalar is None or not check_id(scalar, log):
            return None
        return scalar

    def schema(self, _: Definitions) -> JsonSchema:
        return {"type": _TEXT_TYPES, "pattern": f"^{ID_PATTERN}$", "maxLength": MOST_CHARACTERS}


class FullDate:
    """A day."""

    def read(self, node: Node, what: str, log: Collector) -> date | None:
        scalar = read_scalar(node, what, log)
        if scalar is None:
            return None
        day = parse_day(scalar.value)
        if day is None:
            problem = f"{what} is {quoted(scalar.value)}, which is no day"
            log.report("bad-date", scalar.at, problem, "Write a day as 2024-05-01.")
        return day

    def schema(self, _: Definitions) -> JsonSchema:
        return {"type": "string", "format": "date"}


class PartialDate:
    """A year, a month or a day."""

    def read(self, node: Node, what: str, log: Collector) -> str | None:
        scalar = read_scalar(node, what, log)
        if scalar is None or is_date(scalar.value):
            return scalar and scalar.value
        problem = f"{what} is {quoted(scalar.value)}, which is no date"
        log.report("bad-date", scalar.at, problem, "Write 2024, 2024-05 or 2024-05-01.")
        return None

    def schema(self, _: Definitions) -> JsonSchema:
        return {"type": ["string", "integer"], "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"}


@dataclass(frozen=True, slots=True)
class ListOf(Generic[_Item]):
    """A list."""

    item: Holds[_Item]

    def read(self, node: Node, what: str, log: Collector) -> tuple[_Item, ...] | None:
        if isinstance(node, SequenceNode):
            entry = f"an entry of {what}"
            items = [self.item.read(item, entry, log) for item in node.items]
            return tuple([item for item in items if item is not None])
        is_short_text = isinstance(node, Scalar) and 0 < len(node.value) <= MOST_SHOWN
        example = node.value if is_short_text and isinstance(node, Scalar) else "…"
        report_mismatch(node, what, "a list", f"Write `[{example}]`, or each on a line of its own after '- '.", log)
        return None

    def schema(self, shared: Definitions) -> JsonSchema:
        return {"type": "array", "items": self.item.schema(shared)}


@dataclass(frozen=True, slots=True)
class Entries:
    """A mapping from ids to things of one shape. The things are read by those who know what else belongs to them."""

    shape: Shape
    defines: bool = True
    """Whether the ids are made here; else they mean things that are made elsewhere, and rules look for these."""

    needs_one: bool = False
    """Whether nothing can be shown without at least one."""

    def read(self, node: Node, what: str, log: Collector) -> tuple[Entry, ...] | None:
        if isinstance(node, MappingNode):
            pairs = node.pairs.values()
            if self.needs_one and not pairs:
                report_none(node, what, log)
            if self.defines:
                return tuple(entry for entry in pairs if check_id(entry[0], log))
            is_bounded = max(map(len, node.pairs), default=0) <= MOST_CHARACTERS
            return tuple(pairs if is_bounded else (pair for pair in pairs if len(pair[0].value) <= MOST_CHARACTERS))
        report_mismatch(node, what, "a mapping", f"Write an id, a colon, and below it {self.shape.name}.", log)
        return None

    def schema(self, shared: Definitions) -> JsonSchema:
        names = {"pattern": f"^{ID_PATTERN}$", "maxLength": MOST_CHARACTERS}
        least: JsonSchema = {"minProperties": 1} if self.needs_one else {}
        return {"type": "object", **least, "propertyNames": names, "additionalProperties": self.shape.schema(shared)}


@dataclass(frozen=True, slots=True)
class AnyValue:
    """A claim's value: what it says depends on its attribute."""

    entry: Shape
    """What an entry of a list can be beside a text."""

    def read(self, node: Node, _what: str, _log: Collector) -> Node | None:
        return node

    def schema(self, shared: Definitions) -> JsonSchema:
        shared.setdefault("value", _value_schema(self.entry.schema(shared)))
        return {"$ref": "#/$defs/value"}


def _value_schema(entry: JsonSchema) -> JsonSchema:
    link: JsonSchema = {
        "type": "object",
        "properties": {"url": {"type": "string"}, "label": {"type": _TEXT_TYPES}},
        "required": ["url"],
        "additionalProperties": False,
    }
    items: JsonSchema = {"anyOf": [{"type": _TEXT_TYPES}, entry]}
    return {
        "title": "Value",
        "description": "By the attribute's type; or `unknown`, or `n/a`.",
        "anyOf": [{"type": _TEXT_TYPES}, {"type": "array", "items": items}, link],
    }


def report_none(node: Node, what: str, log: Collector) -> None:
    """Report a mapping or list with nothing in it where pages would be empty without."""
    log.report("wrong-shape", node.at, f"{what} is empty", "Name at least one.")


def check_id(key: Scalar, log: Collector) -> bool:
    """Report an id that is none; return whether it can be kept, so that what means it is not reported as well."""
    if is_id(key.value):
        return True
    problem, advice = ("", "") if log.is_full(key.at.path) else id_problem(key.value)
    log.report("bad-id", key.at, problem, advice)
    return 0 < len(key.value) <= MOST_CHARACTERS
