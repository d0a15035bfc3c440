"""The values of one type, read many times."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_comparisons.loading.collector import MOST_PER_FILE, Collector
from mkdocs_comparisons.loading.contents import INLINE_LIMIT, shorten
from mkdocs_comparisons.loading.layers import read_layers
from mkdocs_comparisons.loading.tree import MappingNode, Node, Scalar, SequenceNode
from mkdocs_comparisons.loading.values import parse_value, with_suggestion
from mkdocs_comparisons.model.dimensions import Kind, ValueType
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.model.values import Choice, Day, Invalid, Measure, Rating, Text, Value, Version

_PLACELESS = (Choice, Day, Measure, Rating, Version)
"""Values that do not know where they stand, so that claims can share them."""


@dataclass(slots=True)
class Budget:
    """How many suggestions may still be looked for; beyond, nobody would read them."""

    left: int = MOST_PER_FILE

    def take(self) -> bool:
        self.left -= 1
        return self.left >= 0


class ValueReader:
    """Reads values of one type and keeps them: most tables say the same few things again and again."""

    def __init__(self, type: ValueType | None, budget: Budget, log: Collector) -> None:
        self.type = type
        """None for an attribute that there is not: its values are kept as what they look like."""

        self._budget = budget
        self._log = log
        self._known: dict[str, Value] = {}

    def read(self, node: Node) -> Value:
        """Return what a node says."""
        if isinstance(node, SequenceNode) and (self.type or _guess(node)).kind is Kind.LAYERS:
            return read_layers(node, self._log)
        if not isinstance(node, Scalar):
            node = self._shortened(node)
        elif len(node.value) > INLINE_LIMIT:
            # Whatever it should be: it is reported for its length and is not looked at further.
            return Text(Inline(shorten(node.value, INLINE_LIMIT, node.at, "the value", self._log), node.at))
        elif not node.style:
            known = self._known.get(node.value)
            if known is not None:
                return known
        value = parse_value(node, self.type or _guess(node))
        if isinstance(value, _PLACELESS) and isinstance(node, Scalar) and not node.style:
            self._known[node.value] = value
        return self._advised(value) if isinstance(value, Invalid) else value

    def _advised(self, value: Invalid) -> Invalid:
        if self.type is None or value.code != "value-level" or not self._budget.take():
            return value
        return with_suggestion(value, self.type)

    def _shortened(self, node: Node) -> Node:
        if not isinstance(node, SequenceNode):
            return node
        return SequenceNode(tuple(self._shortened_item(item) for item in node.items), node.at)

    def _shortened_item(self, item: Node) -> Node:
        if not isinstance(item, Scalar) or len(item.value) <= INLINE_LIMIT:
            return item
        return item._replace(value=shorten(item.value, INLINE_LIMIT, item.at, "an entry of the list", self._log))


def _guess(node: Node) -> ValueType:
    if isinstance(node, SequenceNode):
        has_mappings = any(isinstance(item, MappingNode) for item in node.items)
        return ValueType(kind=Kind.LAYERS if has_mappings else Kind.LIST)
    return ValueType(kind=Kind.LINK) if isinstance(node, MappingNode) else ValueType()
