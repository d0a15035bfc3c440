"""Mappings described as data: each key once, for reading, for advice and for the JSON Schema alike."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Generic, Protocol, Self, TypeVar, cast

from mkdocs_comparisons.diagnostics import did_you_mean, nearest
from mkdocs_comparisons.loading.collector import Collector
from mkdocs_comparisons.loading.tree import Entry, MappingNode, Node, Refused, Scalar, kind_of
from mkdocs_comparisons.loading.wording import quoted
from mkdocs_comparisons.model.places import Place

JsonSchema = dict[str, object]
Definitions = dict[str, JsonSchema]
"""What schemas refer to by `#/$defs/…`."""

_Held = TypeVar("_Held")
_Held_co = TypeVar("_Held_co", covariant=True)


class Holds(Protocol[_Held_co]):
    """What may stand at a place in a data file."""

    def read(self, node: Node, what: str, log: Collector) -> _Held_co | None:
        """Return what a node says; None after a finding where it says nothing that can be used.

        `what` names the place in messages, such as `'title'`.
        """

    def schema(self, shared: Definitions) -> JsonSchema:
        """Return the same for editors, adding what is used more than once to `shared`."""


@dataclass(frozen=True, slots=True)
class Field(Generic[_Held_co]):
    """A key of a mapping."""

    key: str
    holds: Holds[_Held_co]
    description: str
    is_required: bool = False
    label: str = field(init=False, repr=False, compare=False)
    """The key in quotes, for messages; kept, as it is asked for at each key that is read."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "label", f"'{self.key}'")

    def described(self, description: str, *, is_required: bool | None = None) -> Self:
        """Return the same key with other words, and maybe with another need for it."""
        needed = self.is_required if is_required is None else is_required
        return replace(self, description=description, is_required=needed)


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping that was read: what its keys hold, as far as that could be read."""

    at: Place
    pairs: Mapping[str, Entry]
    """The mapping's own keys, with what stands below them."""

    values: Mapping[str, object]
    """What the known ones hold."""

    def get(self, field: Field[_Held]) -> _Held | None:
        """Return what a key holds; None where it is absent or was reported."""
        return cast("_Held | None", self.values.get(field.key))

    def place_of(self, field: Field[object]) -> Place | None:
        """Return where a key stands; None where it is absent."""
        pair = self.pairs.get(field.key)
        return pair and pair[0].at

    def place_of_value(self, field: Field[object]) -> Place | None:
        """Return where what stands below a key starts; None where the key is absent."""
        pair = self.pairs.get(field.key)
        return pair and pair[1].at

    def misspells(self, field: Field[object]) -> bool:
        """Return whether there is a key that looks like this one: it was reported, so this one is not missing too."""
        strange = islice((key for key in self.pairs if key not in self.values), 20)
        return bool(nearest(field.key, strange))

    def over(self, other: Record) -> Record:
        """Return this record with what only the other one has."""
        return Record(self.at, {**other.pairs, **self.pairs}, {**other.values, **self.values})


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A kind of mapping."""

    name: str
    """With its article: `a subject`."""

    description: str
    fields: tuple[Field[object], ...]
    shorthand: str = ""
    """The key that anything but a mapping is short for."""

    may_be_empty: bool = False
    """Whether nothing at all stands for a mapping without keys."""

    _by_key: Mapping[str, Field[object]] = field(init=False, repr=False, compare=False)
    _required: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_key", {each.key: each for each in self.fields})
        object.__setattr__(self, "_required", tuple(each.key for each in self.fields if each.is_required))

    def read(self, node: Node, what: str, log: Collector) -> Record | None:
        """Read a mapping."""
        return self.read_at(node, node.at, what, log)

    def read_at(self, node: Node, at: Place, what: str, log: Collector) -> Record | None:
        """Read a mapping for which `at` stands, such as its key."""
        if isinstance(node, MappingNode):
            return self._read_pairs(node, at, log)
        if isinstance(node, Refused):
            return None
        if isinstance(node, Scalar) and node.is_empty:
            if self.may_be_empty:
                return Record(at, {}, {})
        elif self.shorthand:
            return self._read_shorthand(node, at, what, log)
        advice = f"Give it keys, such as `{self._example()}: …`."
        log.report("wrong-shape", at if node.at.line == 0 else node.at, _mismatch(what, node, "a mapping"), advice)
        return None

    def report_missing(self, missing: Field[object], record: Record, log: Collector) -> None:
        """Report a key that a mapping lacks, unless one was reported that looks like it."""
        # Beyond what is listed, nobody reads whether it was misspelled.
        if log.is_full(record.at.path) or not record.misspells(missing):
            problem = f"{self.name} lacks the key '{missing.key}'"
            log.report("key-missing", record.at, problem, f"Add `{missing.key}: …`. {missing.description}")

    def schema(self, shared: Definitions) -> JsonSchema:
        """Return a reference to the definition of this mapping, with its short form beside it."""
        name = self.name.split(" ", 1)[1].replace(" ", "-")
        if name not in shared:
            shared[name] = {}  # there while its own fields are looked at: a shape may hold itself
            shared[name] = self._definition(shared)
        reference: JsonSchema = {"$ref": f"#/$defs/{name}"}
        if self.shorthand:
            return {"anyOf": [self._by_key[self.shorthand].holds.schema(shared), reference]}
        return {"anyOf": [reference, {"type": "null"}]} if self.may_be_empty else reference

    def _definition(self, shared: Definitions) -> JsonSchema:
        properties = {each.key: {"description": each.description, **each.holds.schema(shared)} for each in self.fields}
        title = self.name.split(" ", 1)[1].capitalize()
        definition: JsonSchema = {"title": title, "description": self.description, "type": "object"}
        definition |= {"properties": properties, "additionalProperties": False}
        return definition | {"required": list(self._required)} if self._required else definition

    def _read_pairs(self, node: MappingNode, at: Place, log: Collector) -> Record:
        values: dict[str, object] = {}
        unknown: list[Scalar] = []
        for name, (key, child) in node.pairs.items():
            known = self._by_key.get(name)
            if known is None:
                unknown.append(key)
                continue
            value = known.holds.read(child, known.label, log)
            if value is not None:
                values[name] = value
        if unknown:
            self._report_unknown(unknown, log)
        record = Record(at, node.pairs, values)
        for name in self._required:
            if name not in node.pairs:
                self.report_missing(self._by_key[name], record, log)
        return record

    def _read_shorthand(self, node: Node, at: Place, what: str, log: Collector) -> Record:
        value = self._by_key[self.shorthand].holds.read(node, what, log)
        pairs = {self.shorthand: (Scalar(self.shorthand, node.at), node)}
        return Record(at, pairs, {} if value is None else {self.shorthand: value})

    def _report_unknown(self, keys: list[Scalar], log: Collector) -> None:
        known = tuple(self._by_key)
        for key in keys:
            problem, advice = f"unknown key {quoted(key.value)} in {self.name}", ""
            if not log.is_full(key.at.path):
                advice = did_you_mean(key.value, known) or f"Known are {', '.join(known)}."
            if re.fullmatch("[0-9]{3}", key.value):
                advice = "Within { } a ',' ends the value: put a number that holds one in quotes."
            log.report("key-unknown", key.at, problem, advice)

    def _example(self) -> str:
        return self._required[0] if self._required else self.fields[0].key


def read_scalar(node: Node, what: str, log: Collector) -> Scalar | None:
    """Return a node that is a text with something in it; None after a finding where it is not."""
    if isinstance(node, Scalar):
        if node.value.strip():
            return node
        log.report("wrong-shape", node.at, f"{what} is empty", "Write something.")
    elif not isinstance(node, Refused):
        brace = "{" if isinstance(node, MappingNode) else "["
        advice = f"Write a text; one that starts with '{brace}' needs quotes."
        log.report("wrong-shape", node.at, _mismatch(what, node, "a text"), advice)
    return None


def report_mismatch(node: Node, what: str, needed: str, advice: str, log: Collector) -> None:
    """Report that a node is of another form than what is needed there."""
    if not isinstance(node, Refused):
        log.report("wrong-shape", node.at, _mismatch(what, node, needed), advice)


def _mismatch(what: str, node: Node, needed: str) -> str:
    if isinstance(node, Scalar) and node.is_empty:
        return f"{what} is empty; {needed} is needed"
    if isinstance(node, Scalar):
        return f"{what} is the text {quoted(node.value)}; {needed} is needed"
    return f"{what} is {kind_of(node)}; {needed} is needed"
