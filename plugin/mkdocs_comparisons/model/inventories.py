"""What another site has to link to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice

from mkdocs_comparisons.model.refs import SHARED_PAGES, ExternalRef, NotFound, WrittenRef

_MOST_KNOWN = 5_000
"""Names beyond which the nearest one is not looked for: another site may have any number."""

_WHATS: Mapping[str, str] = {"glossary": "glossary term", "sources": "source", "subjects": "subject"}


@dataclass(frozen=True, slots=True)
class ListedAttribute:
    """An attribute of another site."""

    ref: ExternalRef
    values: tuple[str, ...]
    """In words, in the order of the subjects."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedComparison:
    """A comparison of another site."""

    ref: ExternalRef
    names: Mapping[str, ExternalRef]
    """Its subjects and dimensions, by id."""

    attributes: Mapping[str, ListedAttribute]
    columns: Mapping[str, tuple[int, str]]
    """By subject: its place in lists of values, and its slug."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inventory:
    """All that a site has to link to, under the name that ours gives that site."""

    name: str
    comparisons: Mapping[str, ListedComparison]
    shared: Mapping[str, Mapping[str, ExternalRef]]
    """Glossary terms, sources and subjects over all comparisons, by their pages' names."""

    def __len__(self) -> int:
        """Return how many things it lists, cells included."""
        cells = sum(len(row.values) for each in self.comparisons.values() for row in each.attributes.values())
        listed = sum(1 + len(each.names) + len(each.attributes) for each in self.comparisons.values())
        return listed + cells + sum(map(len, self.shared.values()))

    def find(self, written: WrittenRef) -> ExternalRef | NotFound:
        """Find what a ref means there, where it stands in no comparison."""
        if written.comparison in SHARED_PAGES and written.name:
            entries = self.shared.get(written.comparison, {})
            return entries.get(written.name) or self._missing(_WHATS[written.comparison], written.name, entries)
        comparison = self.comparisons.get(written.comparison)
        if comparison is None:
            return self._missing("comparison", written.comparison, self.comparisons)
        if written.attribute:
            return self._cell(comparison, written)
        if written.name:
            found = comparison.names.get(written.name)
            return found or self._missing("subject or dimension", written.name, comparison.names)
        return comparison.ref

    def _cell(self, comparison: ListedComparison, written: WrittenRef) -> ExternalRef | NotFound:
        row = comparison.attributes.get(written.attribute)
        if row is None:
            return self._missing("attribute", written.attribute, comparison.attributes)
        if not written.subject:
            return row.ref
        column = comparison.columns.get(written.subject)
        if column is None:
            return self._missing("subject", written.subject, comparison.columns)
        place, slug = column
        return ExternalRef(row.values[place], f"{row.ref.url}.{slug}", is_value=True)

    def _missing(self, what: str, name: str, known: Iterable[str]) -> NotFound:
        return NotFound(what, name, tuple(islice(known, _MOST_KNOWN)), self.name)
