"""Where refs lead: which page, which anchor."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations
from typing import TypeVar
from urllib.parse import quote

from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.refs import (
    AcrossRef,
    ApiRef,
    AssetRef,
    AttributeRef,
    CellRef,
    DataRef,
    DiagramRef,
    DimensionRef,
    EmbeddingRef,
    ExternalRef,
    FrameRef,
    GlossaryRef,
    IndexRef,
    InventoryRef,
    LlmsRef,
    PairRef,
    PictureRef,
    Ref,
    SourceRef,
    SourcesRef,
    SubjectRef,
    TermRef,
    TwinRef,
)
from mkdocs_comparisons.model.subjects import Subject

ASSETS = "assets/comparisons"
"""Folder of the style sheets and scripts, below the site's root."""

_TWIN = ".twin.md"
"""The end of a source path that becomes a page's twin: no slug has a dot, so no page's path ends so."""

_SHARED: Mapping[type, str] = {
    IndexRef: "index.md",
    GlossaryRef: "glossary.md",
    SourcesRef: "sources.md",
    EmbeddingRef: "embed.md",
}

_AT_ROOT: Mapping[type, str] = {LlmsRef: "llms.txt", InventoryRef: "comparisons.inv.json"}
"""Outside of the section: programs and other sites look for them at the root of this one."""

_Found = TypeVar("_Found")


@dataclass(frozen=True, slots=True)
class Target:
    """A page or data file by its source path, and an anchor on it."""

    src: str
    """Relative to the site's source root: `comparisons/licences/index.md`."""

    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Links:
    """Knows the target of every ref to the site itself."""

    catalogue: Catalogue
    section: str
    pairs: frozenset[PairRef]
    """The pairs that have a page."""

    _targets: dict[Ref, Target] = field(default_factory=dict, repr=False, compare=False)

    def target(self, ref: Ref) -> Target:
        """Return where a ref leads. It must be to something that exists: ask `Catalogue.find` first."""
        found = self._targets.get(ref)
        if found is None:
            found = self._targets[ref] = self._find(ref)
        return found

    def _find(self, ref: Ref) -> Target:
        match ref:
            case IndexRef() | GlossaryRef() | SourcesRef() | EmbeddingRef():
                return self._page(_SHARED[type(ref)])
            case ApiRef(name):
                return self._page(f"api/v1/{name}.json")
            case AssetRef(name):
                return Target(f"{ASSETS}/{name}")
            case TwinRef(src):
                return Target(src.removesuffix(".md") + _TWIN)
            case ExternalRef(title):
                message = f"'{title}' is on another site"
                raise LookupError(message)
            case LlmsRef() | InventoryRef():
                return Target(_AT_ROOT[type(ref)])
            case AcrossRef(subject):
                return self._across(subject)
            case TermRef():
                return self._page(
                    "glossary.md", self._entry_anchor(ref.comparison, _known(self.catalogue.term(ref)).slug)
                )
            case SourceRef():
                source = _known(self.catalogue.source_at(ref))
                return self._page("sources.md", self._entry_anchor(ref.comparison, source.slug))
            case _:
                comparison = self._comparison(ref.comparison)
                return self._within(ref, comparison)

    def _within(self, ref: Ref, comparison: Comparison) -> Target:
        folder = comparison.slug
        match ref:
            case DimensionRef(dimension=dimension):
                return self._page(f"{folder}/{_known(comparison.dimension(dimension)).slug}.md")
            case SubjectRef(subject=subject):
                return self._page(f"{folder}/{_known(comparison.subject(subject)).slug}.md")
            case AttributeRef(attribute=attribute):
                return self._attribute(comparison, attribute)
            case CellRef(attribute=attribute, subject=subject):
                row = self._attribute(comparison, attribute)
                return Target(row.src, f"{row.anchor}.{_known(comparison.subject(subject)).slug}")
            case PairRef():
                return self._pair(ref, comparison)
            case DataRef(format=format):
                return self._page(f"{folder}/data.{format}")
            case DiagramRef(dimension=dimension):
                return self._page(f"{self._folder(comparison, dimension)}/diagram.svg")
            case PictureRef(dimension=dimension):
                return self._page(f"{self._folder(comparison, dimension)}/matrix.svg")
            case FrameRef(view=view, dimension=dimension):
                return self._page(f"embed/{self._folder(comparison, dimension)}/{view}.html")
            case _:
                return self._page(f"{folder}/index.md")

    def _pair(self, ref: PairRef, comparison: Comparison) -> Target:
        turned = PairRef(ref.comparison, ref.second, ref.first)
        planned = ref if ref in self.pairs else turned if turned in self.pairs else None
        if planned is None:
            return self._page(f"{comparison.slug}/index.md")
        first, second = _known(comparison.subject(planned.first)), _known(comparison.subject(planned.second))
        return self._page(f"{comparison.slug}/{pair_slug(first, second)}.md")

    def _across(self, subject: str) -> Target:
        comparisons = self.catalogue.comparisons_with(subject)
        found = _known(comparisons[0].subject(subject))
        if len(comparisons) > 1:
            return self._page(f"subjects/{found.slug}.md")
        return self.target(SubjectRef(comparisons[0].id, subject))

    def _attribute(self, comparison: Comparison, attribute: str) -> Target:
        dimension = _known(comparison.dimension_of(attribute))
        return self._page(f"{comparison.slug}/{dimension.slug}.md", _known(comparison.attribute(attribute)).slug)

    def _folder(self, comparison: Comparison, dimension: str) -> str:
        return f"{comparison.slug}/{_known(comparison.dimension(dimension)).slug}" if dimension else comparison.slug

    def _comparison(self, id: str) -> Comparison:
        return _known(self.catalogue.comparison(id))

    def _entry_anchor(self, comparison: str | None, slug: str) -> str:
        return f"{self._comparison(comparison).slug}.{slug}" if comparison else slug

    def _page(self, path: str, anchor: str = "") -> Target:
        return Target(posixpath.join(self.section, path), anchor)


def plan_pairs(comparison: Comparison, most: int) -> tuple[PairRef, ...]:
    """Return the pairs that get a page: those among the first subjects, so that at most `most` are made.

    Two subjects have none, since the comparison's own page sets them side by side.
    """
    subjects = comparison.subject_ids
    if len(subjects) <= 2:
        return ()
    count = len(subjects)
    while count and count * (count - 1) // 2 > most:
        count -= 1
    return tuple(PairRef(comparison.id, first, second) for first, second in combinations(subjects[:count], 2))


def pair_slug(first: Subject, second: Subject) -> str:
    return f"{first.slug}-vs-{second.slug}"


def url_of(src: str, *, directory_urls: bool) -> str:
    """Return the address of a page or file below the site's root: `comparisons/licences/mit/`."""
    if not src.endswith(".md") or posixpath.basename(src).startswith("data."):
        return quote(src)
    if src.endswith(_TWIN):
        page = url_of(f"{src.removesuffix(_TWIN)}.md", directory_urls=directory_urls)
        return f"{page.removesuffix('.html')}.md" if page.endswith(".html") else f"{page}index.md"
    stem = src.removesuffix(".md")
    if not directory_urls:
        return quote(f"{stem}.html")
    return quote(stem.removesuffix("index") if posixpath.basename(stem) == "index" else f"{stem}/")


def make_href(links: Links, page_url: str, *, directory_urls: bool) -> Callable[[Ref], str]:
    """Return the function that gives renderers of one page their links, relative to that page.

    Args:
        links: Knows the targets.
        page_url: The page's own address below the site's root, empty for the home page.
        directory_urls: Whether pages have addresses like `page/` instead of `page.html`.
    """
    base = posixpath.dirname(page_url)
    made: dict[Ref, str] = {}

    def href(ref: Ref) -> str:
        if isinstance(ref, ExternalRef):
            return ref.url
        found = made.get(ref)
        if found is None:
            target = links.target(ref)
            anchor = f"#{quote(target.anchor)}" if target.anchor else ""
            url = url_of(target.src, directory_urls=directory_urls)
            found = made[ref] = (_relative(url, base) if url != page_url or not anchor else "") + anchor
        return found

    return href


def make_source_href(links: Links, page_src: str) -> Callable[[Ref], str]:
    """Return the function that gives renderers of one page links to other source files, for hosts that resolve those.

    Args:
        links: Knows the targets.
        page_src: The page's own source path.
    """
    base = posixpath.dirname(page_src)

    def href(ref: Ref) -> str:
        if isinstance(ref, ExternalRef):
            return ref.url
        target = links.target(ref)
        anchor = f"#{quote(target.anchor)}" if target.anchor else ""
        return ("" if target.src == page_src and anchor else quote(_relative(target.src, base))) + anchor

    return href


def make_site_href(links: Links, site_url: str, *, directory_urls: bool) -> Callable[[Ref], str]:
    """Return the function that gives links to the pages of a published site.

    Args:
        links: Knows the targets.
        site_url: Where the site's home page is.
        directory_urls: Whether pages have addresses like `page/` instead of `page.html`.
    """

    def href(ref: Ref) -> str:
        if isinstance(ref, ExternalRef):
            return ref.url
        target = links.target(ref)
        anchor = f"#{quote(target.anchor)}" if target.anchor else ""
        return f"{site_url.rstrip('/')}/{url_of(target.src, directory_urls=directory_urls)}{anchor}"

    return href


@lru_cache(maxsize=65_536)
def _relative(url: str, base: str) -> str:
    folder, name = posixpath.split(url)
    way = posixpath.relpath(folder or ".", base or ".")
    if way == ".":
        return name or "./"
    return f"{way}/{name}"


def _known(found: _Found | None) -> _Found:
    if found is None:
        message = "a ref was made to what does not exist"
        raise LookupError(message)
    return found
