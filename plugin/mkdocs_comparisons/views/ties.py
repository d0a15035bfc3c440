"""What the pages of a comparison are tied to, worked out once for the pictures of all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from mkdocs_comparisons.inline import parse_inline
from mkdocs_comparisons.model.catalogue import Catalogue, NotFound
from mkdocs_comparisons.model.claims import Claim
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import Attribute, Kind
from mkdocs_comparisons.model.refs import (
    AcrossRef,
    AttributeRef,
    CellRef,
    ComparisonRef,
    DimensionRef,
    Ref,
    SourceRef,
    SubjectRef,
    TermRef,
    parse_ref,
)
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.model.values import Choice, Items, Layers, Text
from mkdocs_comparisons.views.profile import Standing, Standings, build_standings
from mkdocs_comparisons.views.scope import Head
from mkdocs_comparisons.views.terms import TermIndex, build_term_index

PageRef = ComparisonRef | DimensionRef | SubjectRef
"""A page of a comparison that a picture of ties is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """What ties the pages of one comparison to others."""

    leads: Mapping[str, tuple[str, ...]]
    """By subject: the dimensions in which it is best more often than any other, and more often than it is worst."""

    fits: Mapping[str, tuple[Attribute, ...]]
    """By subject: the use cases for which it is as good a fit as can be."""

    terms: Mapping[PageRef, tuple[Head, ...]]
    """By page: the glossary terms that its texts use, the most used first."""

    named: Mapping[PageRef, tuple[Head, ...]]
    """By page: what else its texts refer to, in reading order."""

    def leader(self, dimension: str) -> str | None:
        """Return the subject that leads in a dimension, if one does."""
        return next((subject for subject, led in self.leads.items() if dimension in led), None)


def build_ties(
    comparison: Comparison,
    catalogue: Catalogue,
    *,
    standings: Mapping[str, Standings] | None = None,
    terms: TermIndex | None = None,
) -> Ties:
    """Work out what ties the pages of a comparison to others.

    Args:
        comparison: The comparison.
        catalogue: Where it stands.
        standings: What `build_standings` returns for it, if at hand.
        terms: The index of its terms, if at hand.
    """
    reader = _Reader(comparison, catalogue, terms or build_term_index(catalogue.terms(comparison)))
    used: dict[PageRef, Counter[Ref]] = {}
    named: dict[PageRef, Counter[Ref]] = {}
    for source, pages in _texts(comparison).items():
        for ref in reader.refs(source):
            for page in pages:
                (used if isinstance(ref, TermRef) else named).setdefault(page, Counter())[ref] += 1
    titles = _titles({ref for counts in (*used.values(), *named.values()) for ref in counts}, comparison, catalogue)
    return Ties(
        leads=_leads(comparison, build_standings(comparison) if standings is None else standings),
        fits=_fits(comparison),
        terms={page: _heads((ref for ref, _ in counts.most_common()), titles) for page, counts in used.items()},
        named={page: _heads(counts, titles) for page, counts in named.items()},
    )


def _heads(refs: Iterable[Ref], titles: Mapping[Ref, str]) -> tuple[Head, ...]:
    return tuple(Head.of(ref, titles[ref]) for ref in refs if ref in titles)


def _titles(refs: set[Ref], comparison: Comparison, catalogue: Catalogue) -> dict[Ref, str]:
    """Return the titles of what is referred to."""
    terms = {TermRef(term.comparison, term.id): term.title for term in catalogue.terms(comparison)}
    titles = {ref: terms.get(ref) if isinstance(ref, TermRef) else _title(ref, catalogue) for ref in refs}
    return {ref: title for ref, title in titles.items() if title}


def _title(ref: Ref, catalogue: Catalogue) -> str | None:
    found: object = None
    match ref:
        case SourceRef():
            found = catalogue.source_at(ref)
        case AcrossRef(subject):
            found = next((each.subject(subject) for each in catalogue.comparisons_with(subject)), None)
        case ComparisonRef(id) | DimensionRef(id) | SubjectRef(id) | AttributeRef(id):
            comparison = catalogue.comparison(id)
            found = _within(ref, comparison) if comparison else None
    return str(getattr(found, "title", "")) or None


def _within(ref: Ref, comparison: Comparison) -> object:
    match ref:
        case DimensionRef(_, id):
            return comparison.dimension(id)
        case SubjectRef(_, id):
            return comparison.subject(id)
        case AttributeRef(_, id):
            return comparison.attribute(id)
        case _:
            return comparison


@dataclass(frozen=True, slots=True)
class _Reader:
    """Finds what a text refers to."""

    comparison: Comparison
    catalogue: Catalogue
    index: TermIndex

    def refs(self, source: str) -> Iterator[Ref]:
        for token in parse_inline(source).tokens:
            if token.type == "text":
                yield from (TermRef(term.comparison, term.id) for _, _, term in self.index.mentions(token.content))
            elif token.type == "ref":
                written = parse_ref(token.content)
                found = self.catalogue.find(written, self.comparison) if written else None
                if found is not None and not isinstance(found, NotFound):
                    yield _page_of(found)


def _page_of(ref: Ref) -> Ref:
    """Return where the thing itself is told of: a cell's attribute."""
    return AttributeRef(ref.comparison, ref.attribute) if isinstance(ref, CellRef) else ref


def _texts(comparison: Comparison) -> dict[str, tuple[PageRef, ...]]:
    """Return the pages of each distinct text: claims repeat themselves, and are read once."""
    found: dict[str, dict[PageRef, None]] = {}

    def note(texts: Iterable[Inline | None], *pages: PageRef) -> None:
        for text in texts:
            if text:
                found.setdefault(text.source, {}).update(dict.fromkeys(pages))

    note((comparison.question, comparison.summary, comparison.verdict), ComparisonRef(comparison.id))
    for dimension in comparison.dimensions:
        here = DimensionRef(comparison.id, dimension.id)
        note((dimension.question, dimension.summary, dimension.verdict), here)
        for attribute in dimension.attributes:
            note((attribute.summary,), here)
            for subject in comparison.subjects:
                if claim := comparison.claim(attribute.id, subject.id):
                    note(_claim_texts(claim), here, SubjectRef(comparison.id, subject.id))
    for subject in comparison.subjects:
        note((subject.summary,), SubjectRef(comparison.id, subject.id))
    return {source: tuple(pages) for source, pages in found.items()}


def _claim_texts(claim: Claim) -> Iterator[Inline | None]:
    match claim.value:
        case Text(text):
            yield text
        case Items(items):
            yield from items
        case Layers() as layers:
            yield from layers.texts
    yield claim.note


def _fits(comparison: Comparison) -> dict[str, tuple[Attribute, ...]]:
    found: dict[str, list[Attribute]] = {}
    for attribute in comparison.attributes():
        if attribute.type.kind is not Kind.FIT:
            continue
        top = max((level.rank for level in attribute.type.levels), default=None)
        for subject in comparison.subjects:
            claim = comparison.claim(attribute.id, subject.id)
            if claim and isinstance(claim.value, Choice) and claim.value.level.rank == top:
                found.setdefault(subject.id, []).append(attribute)
    return {subject: tuple(attributes) for subject, attributes in found.items()}


def _leads(comparison: Comparison, standings: Mapping[str, Standings]) -> dict[str, tuple[str, ...]]:
    """Find who is best most often in each dimension; use cases are told by themselves."""
    best = _counts(comparison, {id: each.strengths for id, each in standings.items()})
    worst = _counts(comparison, {id: each.weaknesses for id, each in standings.items()})
    leads: dict[str, list[str]] = {}
    for dimension, counts in best.items():
        most = max(counts.values())
        first, *others = [subject for subject, count in counts.items() if count == most]
        if not others and most > worst.get(dimension, Counter())[first]:
            leads.setdefault(first, []).append(dimension)
    order = {id: place for place, id in enumerate(comparison.dimension_ids)}
    return {subject: tuple(sorted(led, key=order.__getitem__)) for subject, led in leads.items()}


def _counts(comparison: Comparison, entries: Mapping[str, Iterable[Standing]]) -> dict[str, Counter[str]]:
    """Count entries by dimension and subject."""
    counts: dict[str, Counter[str]] = {}
    for subject, standings in entries.items():
        for entry in standings:
            dimension = comparison.dimension_of(entry.attribute.id)
            if dimension and entry.attribute.type.kind is not Kind.FIT:
                counts.setdefault(dimension.id, Counter())[subject] += 1
    return counts
