"""Claims, wherever they stand, to the model."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_comparisons.loading.collector import MOST_PER_FILE, Collector
from mkdocs_comparisons.loading.contents import INLINE_LIMIT, shorten
from mkdocs_comparisons.loading.shapes import AS_OF, CITATIONS, CLAIM, NOTE, VALUE
from mkdocs_comparisons.loading.tree import Entry, MappingNode, Node, Refused, Scalar, SequenceNode
from mkdocs_comparisons.loading.values import parse_value
from mkdocs_comparisons.model.claims import Claim
from mkdocs_comparisons.model.dimensions import Kind, ValueType
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.model.values import Invalid, Text, Value

_TEXT = ValueType()
_UNTYPED_LIST = ValueType(kind=Kind.LIST)
_UNTYPED_LINK = ValueType(kind=Kind.LINK)


class ClaimReader:
    """Reads the claims of one comparison by the types of its attributes."""

    def __init__(self, log: Collector) -> None:
        self.types: dict[str, ValueType] = {}
        """The type of each attribute. Claims about others are kept as they are: a rule reports them."""

        self._log = log
        self._invalid = 0

    def of_attribute(self, attribute: str, claims: Iterable[Entry]) -> list[Claim]:
        """Read what stands below an attribute: claims by subject."""
        type = self.types.get(attribute)
        read = (self._read(attribute, key.value, key, node, type) for key, node in claims)
        return [claim for claim in read if claim]

    def of_subject(self, subject: str, claims: Iterable[Entry]) -> list[Claim]:
        """Read what stands below a subject: claims by attribute."""
        types = self.types
        read = (self._read(key.value, subject, key, node, types.get(key.value)) for key, node in claims)
        return [claim for claim in read if claim]

    def _read(self, attribute: str, subject: str, key: Scalar, node: Node, type: ValueType | None) -> Claim | None:
        if isinstance(node, MappingNode) and not _is_value(node, type):
            return self._read_record(attribute, subject, key, node)
        if isinstance(node, Refused):
            return None
        value = self.value(node, type)
        return Claim(attribute=attribute, subject=subject, value=value, at=key.at, value_at=node.at)

    def value(self, node: Node, type: ValueType | None) -> Value:
        """Read a value by its attribute's type; without one as what it looks like."""
        if isinstance(node, Scalar) and len(node.value) > INLINE_LIMIT:
            # Whatever it should be: it is reported for its length and is not looked at further.
            return Text(Inline(shorten(node.value, INLINE_LIMIT, node.at, "the value", self._log), node.at))
        if isinstance(node, SequenceNode):
            node = self._shortened(node)
        value = parse_value(node, type or _guess(node), suggest=self._invalid < MOST_PER_FILE)
        if isinstance(value, Invalid):
            self._invalid += 1
        return value

    def _read_record(self, attribute: str, subject: str, key: Scalar, node: MappingNode) -> Claim | None:
        record = CLAIM.read_at(node, key.at, "a claim", self._log)
        if record is None:
            return None
        value_node = record.get(VALUE)
        if value_node is None or isinstance(value_node, Refused):
            return None
        return Claim(
            attribute=attribute,
            subject=subject,
            value=self.value(value_node, self.types.get(attribute)),
            note=record.get(NOTE),
            citations=record.get(CITATIONS) or (),
            as_of=record.get(AS_OF),
            at=key.at,
            value_at=value_node.at,
        )

    def _shortened(self, node: SequenceNode) -> SequenceNode:
        if all(not isinstance(item, Scalar) or len(item.value) <= INLINE_LIMIT for item in node.items):
            return node
        items = (
            item._replace(value=shorten(item.value, INLINE_LIMIT, item.at, "an entry of the list", self._log))
            if isinstance(item, Scalar)
            else item
            for item in node.items
        )
        return SequenceNode(tuple(items), node.at)


def _is_value(node: MappingNode, type: ValueType | None) -> bool:
    """Return whether a mapping is an address with its label, and not a claim's keys."""
    return "url" in node.pairs and "value" not in node.pairs and (type is None or type.kind is Kind.LINK)


def _guess(node: Node) -> ValueType:
    if isinstance(node, SequenceNode):
        return _UNTYPED_LIST
    return _UNTYPED_LINK if isinstance(node, MappingNode) else _TEXT
