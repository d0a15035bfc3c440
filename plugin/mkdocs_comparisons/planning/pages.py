"""What will be generated, as data: pages made of headings and embeds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from mkdocs_comparisons.errors import SettingsError
from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import Article, DiagramKind, Dimension
from mkdocs_comparisons.model.refs import (
    AcrossRef,
    ComparisonRef,
    DataRef,
    DiagramRef,
    DimensionRef,
    GlossaryRef,
    IndexRef,
    InventoryRef,
    PairRef,
    Ref,
    SourceRef,
    SourcesRef,
    SubjectRef,
    TermRef,
)
from mkdocs_comparisons.model.subjects import Subject
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.planning.diagrams import can_draw
from mkdocs_comparisons.planning.embeds import Embed
from mkdocs_comparisons.planning.links import Links, plan_pairs
from mkdocs_comparisons.planning.settings import Settings
from mkdocs_comparisons.renderers.labels import ref_words
from mkdocs_comparisons.renderers.words import clip, plain_text
from mkdocs_comparisons.views.ordering import is_directed

_SECTION = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*")
TITLE_ANCHOR = "_title"
"""The anchor of a page's first heading: no slug has an underscore, so no attribute can have the same."""

_MOST_MAPPED = 400
"""Attributes beyond which a map of them is dozens of pictures that nobody looks through."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its anchor; both plain text."""

    level: int
    text: str
    anchor: str


Part = Heading | Embed | Article


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPage:
    """A page that will exist, independent of the host."""

    ref: Ref
    src: str
    """Path below the site's source root, ending in `.md`."""

    title: str
    description: str
    parts: tuple[Part, ...]
    edit_path: str = ""
    """The data file to edit, relative to the project; empty for pages made from many."""

    @property
    def kind(self) -> str:
        """`comparison`, `dimension`, …: the name of its template."""
        return type(self.ref).__name__.removesuffix("Ref").lower()

    @property
    def article(self) -> Article | None:
        """The Markdown of an author's that is part of the page."""
        return next((part for part in self.parts if isinstance(part, Article)), None)


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """A file for machines that will exist."""

    ref: DataRef | DiagramRef | InventoryRef
    src: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePlan:
    """Everything that will be generated."""

    catalogue: Catalogue
    settings: Settings
    links: Links
    pages: tuple[PlannedPage, ...]
    files: tuple[PlannedFile, ...]


def plan_site(catalogue: Catalogue, settings: Settings) -> SitePlan:
    """Plan the section of a catalogue.

    Raises:
        SettingsError: The section would lie outside of the site, or be the whole of it.
    """
    if not _SECTION.fullmatch(settings.section):
        problem = f"'{settings.section}' is no folder below the site's root"
        raise SettingsError("section", problem, "Write one such as 'comparisons' or 'guides/comparisons'.")
    pairs = frozenset(pair for entry in catalogue.comparisons for pair in plan_pairs(entry, settings.pairs))
    links = Links(catalogue, settings.section, pairs)
    planner = _Planner(catalogue, settings, links)
    files = tuple(PlannedFile(ref, links.target(ref).src) for ref in _files(catalogue))
    return SitePlan(catalogue=catalogue, settings=settings, links=links, pages=tuple(planner.pages()), files=files)


def _files(catalogue: Catalogue) -> Iterator[DataRef | DiagramRef | InventoryRef]:
    for comparison in catalogue.comparisons:
        yield from (DataRef(comparison.id, format) for format in ("json", "csv", "md"))
        yield from (DiagramRef(comparison.id, id) for id in comparison.dimension_ids)
    yield InventoryRef()


@dataclass(frozen=True, slots=True)
class _Planner:
    catalogue: Catalogue
    settings: Settings
    links: Links

    def pages(self) -> Iterator[PlannedPage]:
        yield self._index()
        for comparison in self.catalogue.comparisons:
            yield self._comparison(comparison)
            yield from (self._dimension(comparison, dimension) for dimension in comparison.dimensions)
            yield from (self._subject(comparison, subject) for subject in comparison.subjects)
            yield from (self._pair(comparison, ref) for ref in plan_pairs(comparison, self.settings.pairs))
        yield from self._shared()

    def _page(self, ref: Ref, title: str, description: str, *parts: Part | None, edit_path: str = "") -> PlannedPage:
        head = () if isinstance(ref, IndexRef) else (_embed_of(ref, "breadcrumbs"),)
        heading = Heading(1, title, TITLE_ANCHOR)
        return PlannedPage(
            ref=ref,
            src=self.links.target(ref).src,
            title=title,
            description=clip(description),
            parts=(*head, heading, *(part for part in parts if part)),
            edit_path=edit_path,
        )

    def _plain(self, text: Inline, comparison: Comparison) -> str:
        return plain_text(text, ref_words(self.catalogue, comparison))

    def _index(self) -> PlannedPage:
        titles = ", ".join(entry.title for entry in self.catalogue.comparisons)
        tagged = any(entry.tags for entry in self.catalogue.comparisons)
        tags = (Heading(2, "By tag", "tags"), Embed(view="tags")) if tagged else ()
        more = (Embed(view="shared"),)
        return self._page(IndexRef(), self.settings.title, titles, Embed(view="index"), *tags, *more)

    def _comparison(self, comparison: Comparison) -> PlannedPage:
        ref = ComparisonRef(comparison.id)
        about = comparison.summary or comparison.question
        many = comparison.noun.many[:1].upper() + comparison.noun.many[1:]
        parts: list[Part] = [_embed_of(ref, "summary"), Heading(2, many, "subjects"), _embed_of(ref, "list")]
        # Pictures before words: people look before they read.
        parts += self._drawn(ref, Heading(2, "Which to pick", "pick"), DiagramKind.LADDER)
        parts += [Heading(2, "Overview", "overview"), _embed_of(ref, "diagram")]
        if len(comparison.subjects) > 1:
            parts += [Heading(2, "Differences", "differences"), _embed_of(ref, "differences")]
        if len(comparison.attribute_ids) <= _MOST_MAPPED:
            parts += self._drawn(ref, Heading(2, "Dimensions", "dimensions"), DiagramKind.TREE)
        parts += [Heading(2, "All claims", "matrix"), _embed_of(ref, "matrix")]
        if plan_pairs(comparison, self.settings.pairs):
            parts += [Heading(2, "Side by side", "pairs"), _embed_of(ref, "pairs")]
        parts += self._drawn(ref, Heading(2, "Connections", "connections"), DiagramKind.LINKS)
        parts += [_embed_of(ref, "data")]
        description = self._plain(about, comparison) if about else f"{comparison.title}, compared."
        return self._page(ref, comparison.title, description, *parts, edit_path=comparison.path)

    def _dimension(self, comparison: Comparison, dimension: Dimension) -> PlannedPage:
        ref = DimensionRef(comparison.id, dimension.id)
        here = (dimension.id,)
        taken = {attribute.slug for attribute in dimension.attributes}
        parts: list[Part | None] = [_embed_of(ref, "summary"), _embed_of(ref, "diagram")]
        parts += [_embed_of(ref, "matrix", anchors=True), dimension.article]
        parts += self._drawn(ref, Heading(2, "Which to pick", _free("pick", taken)), DiagramKind.LADDER)
        for attribute in dimension.attributes:
            parts.append(Heading(2, attribute.title, attribute.slug))
            parts.append(Embed(view="attribute", comparison=comparison.id, dimensions=here, attributes=(attribute.id,)))
        parts += self._drawn(ref, Heading(2, "Connections", _free("connections", taken)), DiagramKind.LINKS)
        parts += [_embed_of(ref, "neighbours"), Embed(view="data", comparison=comparison.id)]
        said = dimension.verdict or dimension.question or dimension.summary
        names = ", ".join(attribute.title for attribute in dimension.attributes)
        description = self._plain(said, comparison) if said else f"{comparison.title}: {names}."
        return self._page(ref, dimension.title, description, *parts, edit_path=comparison.path)

    def _subject(self, comparison: Comparison, subject: Subject) -> PlannedPage:
        ref = SubjectRef(comparison.id, subject.id)
        taken = {dimension.slug for dimension in comparison.dimensions}
        parts: list[Part] = [_embed_of(ref, "summary")]
        if len(comparison.subjects) > 1 and any(is_directed(row.type) for row in comparison.attributes()):
            parts += [Heading(2, "Strengths", _free("strengths", taken)), _embed_of(ref, "strengths")]
            parts += [Heading(2, "Weaknesses", _free("weaknesses", taken)), _embed_of(ref, "weaknesses")]
        parts += self._drawn(ref, Heading(2, "Connections", _free("connections", taken)), DiagramKind.LINKS)
        for dimension in comparison.dimensions:
            parts.append(Heading(2, dimension.title, dimension.slug))
            parts.append(
                Embed(view="profile", comparison=comparison.id, subjects=(subject.id,), dimensions=(dimension.id,))
            )
        if any(subject.id in (pair.first, pair.second) for pair in plan_pairs(comparison, self.settings.pairs)):
            parts += [Heading(2, "Side by side", _free("pairs", taken)), _embed_of(ref, "pairs")]
        parts += [_embed_of(ref, "neighbours"), _embed_of(ref, "data")]
        summary = subject.summary
        about = self._plain(summary, comparison) if summary else f"Everything claimed about {subject.title}."
        path = subject.at.path or comparison.path
        return self._page(ref, subject.title, f"{comparison.title}: {about}", *parts, edit_path=path)

    def _drawn(self, ref: ComparisonRef | DimensionRef | SubjectRef, heading: Heading, kind: DiagramKind) -> list[Part]:
        """Return a heading with a diagram of one kind below it; nothing where there is nothing to draw."""
        embed = replace(_embed_of(ref, "diagram"), kind=kind.value)
        comparison = self.catalogue.comparison(ref.comparison)
        return [heading, embed] if comparison and can_draw(self.catalogue, comparison, embed) else []

    def _pair(self, comparison: Comparison, ref: PairRef) -> PlannedPage:
        first, second = comparison.subject(ref.first), comparison.subject(ref.second)
        title = f"{first.title if first else ref.first} vs {second.title if second else ref.second}"
        parts = (
            Heading(2, "Overview", "overview"),
            _embed_of(ref, "diagram"),
            Heading(2, "Differences", "differences"),
            _embed_of(ref, "differences"),
            Heading(2, "Side by side", "matrix"),
            _embed_of(ref, "versus"),
            _embed_of(ref, "neighbours"),
            Embed(view="data", comparison=comparison.id),
        )
        description = f"{title}: where they differ, and where they are the same. From {comparison.title}."
        return self._page(ref, title, description, *parts, edit_path=comparison.path)

    def _shared(self) -> Iterator[PlannedPage]:
        seen: set[str] = set()
        for comparison in self.catalogue.comparisons:
            for subject in comparison.subjects:
                if subject.id not in seen and len(self.catalogue.comparisons_with(subject.id)) > 1:
                    yield self._across(subject)
                seen.add(subject.id)
        if self.terms():
            yield self._glossary()
        if self.sources():
            yield self._sources()

    def _across(self, subject: Subject) -> PlannedPage:
        parts: list[Part] = []
        for comparison in self.catalogue.comparisons_with(subject.id):
            parts.append(Heading(2, comparison.title, comparison.slug))
            parts.append(Embed(view="profile", comparison=comparison.id, subjects=(subject.id,)))
        return self._page(AcrossRef(subject.id), subject.title, f"{subject.title} in all comparisons.", *parts)

    def _glossary(self) -> PlannedPage:
        parts: list[Part] = []
        for ref, title in self.terms():
            parts.append(Heading(2, title, self.links.target(ref).anchor))
            parts.append(Embed(view="term", comparison=ref.comparison or "", terms=(ref.term,)))
        return self._page(GlossaryRef(), "Glossary", "The words that the comparisons use.", *parts)

    def _sources(self) -> PlannedPage:
        parts: list[Part] = []
        for ref, title in self.sources():
            parts.append(Heading(2, title, self.links.target(ref).anchor))
            parts.append(Embed(view="source", comparison=ref.comparison or "", sources=(ref.source,)))
        return self._page(SourcesRef(), "Sources", "The works that the comparisons cite.", *parts)

    def terms(self) -> list[tuple[TermRef, str]]:
        """Return all terms by title."""
        found = [(TermRef(term.comparison, term.id), term.title) for term in self.catalogue.all_terms]
        return sorted(found, key=lambda entry: (entry[1].casefold(), entry[1], entry[0].comparison or ""))

    def sources(self) -> list[tuple[SourceRef, str]]:
        """Return all sources by title."""
        found = [(SourceRef(work.comparison, work.id), work.title) for work in self.catalogue.all_sources]
        return sorted(found, key=lambda entry: (entry[1].casefold(), entry[1], entry[0].comparison or ""))


def _embed_of(ref: Ref, view: str, *, anchors: bool = False) -> Embed:
    """Return an embed about what a ref names."""
    match ref:
        case DimensionRef(comparison, dimension):
            return Embed(view=view, comparison=comparison, dimensions=(dimension,), anchors=anchors)
        case SubjectRef(comparison, subject):
            return Embed(view=view, comparison=comparison, subjects=(subject,))
        case PairRef(comparison, first, second):
            return Embed(view=view, comparison=comparison, subjects=(first, second))
        case AcrossRef(subject):
            return Embed(view=view, subjects=(subject,))
        case ComparisonRef(comparison):
            return Embed(view=view, comparison=comparison)
        case _:
            return Embed(view=view)


def _free(anchor: str, taken: set[str]) -> str:
    return f"_{anchor}" if anchor in taken else anchor
