"""Claims, wherever they stand, to the model."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_comparisons.loading.collector import Collector
from mkdocs_comparisons.loading.shapes import AS_OF, CITATIONS, CLAIM, NOTE, VALUE
from mkdocs_comparisons.loading.tree import Entry, MappingNode, Node, Refused, Scalar
from mkdocs_comparisons.loading.value_reader import Budget, ValueReader
from mkdocs_comparisons.model.claims import Claim
from mkdocs_comparisons.model.dimensions import Kind, ValueType


class ClaimReader:
    """Reads the claims of one comparison by the types of its attributes."""

    def __init__(self, log: Collector) -> None:
        self._log = log
        self._budget = Budget()
        self._untyped = ValueReader(None, self._budget, log)
        self._by_type: dict[ValueType, ValueReader] = {}
        self._by_attribute: dict[str, ValueReader] = {}

    def declare(self, attribute: str, type: ValueType) -> None:
        """Say what the claims about an attribute hold; of two attributes with one id the first counts."""
        reader = self._by_type.setdefault(type, ValueReader(type, self._budget, self._log))
        self._by_attribute.setdefault(attribute, reader)

    def values_of(self, attribute: str) -> ValueReader:
        """Return who reads the values of an attribute; where there is none, they are kept for a rule to report."""
        return self._by_attribute.get(attribute, self._untyped)

    def of_attribute(self, attribute: str, claims: Iterable[Entry]) -> list[Claim]:
        """Read what stands below an attribute: claims by subject."""
        values = self.values_of(attribute)
        read = [self._read(attribute, key.value, key, node, values) for key, node in claims]
        return [claim for claim in read if claim]

    def of_subject(self, subject: str, claims: Iterable[Entry]) -> list[Claim]:
        """Read what stands below a subject: claims by attribute."""
        read = [self._read(key.value, subject, key, node, self.values_of(key.value)) for key, node in claims]
        return [claim for claim in read if claim]

    def _read(self, attribute: str, subject: str, key: Scalar, node: Node, values: ValueReader) -> Claim | None:
        if isinstance(node, Refused):
            return None
        if isinstance(node, MappingNode) and not _is_value(node, values.type):
            return self._read_record(attribute, subject, key, node, values)
        return Claim(attribute=attribute, subject=subject, value=values.read(node), at=key.at, value_at=node.at)

    def _read_record(
        self, attribute: str, subject: str, key: Scalar, node: MappingNode, values: ValueReader
    ) -> Claim | None:
        record = CLAIM.read_at(node, key.at, "a claim", self._log)
        if record is None:
            return None
        value = record.get(VALUE)
        if value is None or isinstance(value, Refused):
            return None
        return Claim(
            attribute=attribute,
            subject=subject,
            value=values.read(value),
            note=record.get(NOTE),
            citations=record.get(CITATIONS) or (),
            as_of=record.get(AS_OF),
            at=key.at,
            value_at=value.at,
        )


def _is_value(node: MappingNode, type: ValueType | None) -> bool:
    """Return whether a mapping is an address with its label, and not a claim's keys."""
    return "url" in node.pairs and "value" not in node.pairs and (type is None or type.kind is Kind.LINK)
