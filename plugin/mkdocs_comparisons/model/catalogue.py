"""Everything that is loaded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.glossary import Term
from mkdocs_comparisons.model.inventories import Inventory
from mkdocs_comparisons.model.refs import (
    SHARED_PAGES,
    AcrossRef,
    AttributeRef,
    CellRef,
    ComparisonRef,
    DimensionRef,
    NotFound,
    Ref,
    SourceRef,
    SubjectRef,
    TermRef,
    WrittenRef,
)
from mkdocs_comparisons.model.sources import Source
from mkdocs_comparisons.model.subjects import Subject

__all__ = ["Catalogue", "NotFound"]

_Entry = TypeVar("_Entry", Source, Term)


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All comparisons, and what they share."""

    comparisons: tuple[Comparison, ...] = ()
    subjects: tuple[Subject, ...] = ()
    """The entries of `_subjects.yml`."""

    sources: tuple[Source, ...] = ()
    """The entries of `_sources.yml`."""

    glossary: tuple[Term, ...] = ()
    """The entries of `_glossary.yml`."""

    inventories: tuple[Inventory, ...] = ()
    """What other sites have to link to."""

    _comparisons: dict[str, Comparison] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_comparisons", {entry.id: entry for entry in reversed(self.comparisons)})

    def comparison(self, id: str) -> Comparison | None:
        return self._comparisons.get(id)

    def source(self, comparison: Comparison, id: str) -> Source | None:
        """Return the source that a citation in `comparison` means: its own, else a shared one."""
        return _first(id, (*comparison.sources, *self.sources))

    def terms(self, comparison: Comparison | None) -> tuple[Term, ...]:
        """Return the terms that link themselves in `comparison`: its own, then the shared ones."""
        return (*comparison.glossary, *self.glossary) if comparison else self.glossary

    @property
    def all_terms(self) -> tuple[Term, ...]:
        """The shared terms, then those of each comparison."""
        return (*self.glossary, *(term for entry in self.comparisons for term in entry.glossary))

    @property
    def all_sources(self) -> tuple[Source, ...]:
        """The shared sources, then those of each comparison."""
        return (*self.sources, *(source for entry in self.comparisons for source in entry.sources))

    def term(self, ref: TermRef) -> Term | None:
        """Return the term that a ref leads to."""
        return next((term for term in self.all_terms if (term.comparison, term.id) == (ref.comparison, ref.term)), None)

    def source_at(self, ref: SourceRef) -> Source | None:
        """Return the source that a ref leads to."""
        found = (each for each in self.all_sources if (each.comparison, each.id) == (ref.comparison, ref.source))
        return next(found, None)

    def comparisons_with(self, subject: str) -> tuple[Comparison, ...]:
        """Return the comparisons in which a subject appears."""
        return tuple(comparison for comparison in self.comparisons if comparison.subject(subject))

    def find(self, written: WrittenRef, within: Comparison | None) -> Ref | NotFound:
        """Find what a written ref means; `within` is the comparison whose text it stands in."""
        if written.beyond:
            named = next((each for each in self.inventories if each.name == written.inventory), None)
            if named:
                return named.find(written.beyond)
            if not written.comparison:
                return NotFound("inventory", written.inventory, tuple(each.name for each in self.inventories))
        if not written.name and not written.attribute and within:
            local = _named(within, written.comparison)
            if local:
                return local
        if written.comparison in SHARED_PAGES and written.name:
            return self._find_shared(written, within)
        comparison = self.comparison(written.comparison) if written.comparison else within
        if comparison is None:
            near = (*within.subject_ids, *within.dimension_ids) if within else ()
            other = tuple(each.name for each in self.inventories) if written.beyond else ()
            return NotFound("comparison", written.comparison, (*self._comparisons, *near, *other))
        if written.attribute:
            return _cell(comparison, written)
        if written.name:
            names = (*comparison.subject_ids, *comparison.dimension_ids)
            return _named(comparison, written.name) or NotFound("subject or dimension", written.name, names)
        return ComparisonRef(comparison.id)

    def _find_shared(self, written: WrittenRef, within: Comparison | None) -> Ref | NotFound:
        # A page of the site stands in no comparison: it may mean any one's own entries.
        near = (within,) if within else self.comparisons
        if written.comparison == "subjects":
            known = tuple(dict.fromkeys(id for comparison in self.comparisons for id in comparison.subject_ids))
            return AcrossRef(written.name) if written.name in known else NotFound("subject", written.name, known)
        if written.comparison == "sources":
            sources = (*(source for entry in near for source in entry.sources), *self.sources)
            source = _first(written.name, sources)
            known = tuple(entry.id for entry in sources)
            return SourceRef(source.comparison, source.id) if source else NotFound("source", written.name, known)
        terms = (*(term for entry in near for term in entry.glossary), *self.glossary)
        term = _first(written.name, terms)
        known = tuple(entry.id for entry in terms)
        return TermRef(term.comparison, term.id) if term else NotFound("glossary term", written.name, known)


def _named(comparison: Comparison, name: str) -> SubjectRef | DimensionRef | None:
    if comparison.subject(name):
        return SubjectRef(comparison.id, name)
    if comparison.dimension(name):
        return DimensionRef(comparison.id, name)
    return None


def _cell(comparison: Comparison, written: WrittenRef) -> Ref | NotFound:
    if comparison.attribute(written.attribute) is None:
        return NotFound("attribute", written.attribute, comparison.attribute_ids)
    if not written.subject:
        return AttributeRef(comparison.id, written.attribute)
    if comparison.subject(written.subject) is None:
        return NotFound("subject", written.subject, comparison.subject_ids)
    return CellRef(comparison.id, written.attribute, written.subject)


def _first(id: str, entries: Iterable[_Entry]) -> _Entry | None:
    return next((entry for entry in entries if entry.id == id), None)
