"""What the HTML of one page needs beside its view."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.refs import IndexRef, Ref, TermRef
from mkdocs_comparisons.renderers.html.elements import Child, element
from mkdocs_comparisons.renderers.html.inline import Prose
from mkdocs_comparisons.renderers.labels import label_of
from mkdocs_comparisons.renderers.words import DateFormat
from mkdocs_comparisons.views.terms import TermIndex


@dataclass(slots=True, kw_only=True)
class PageContext:
    """One page while it is rendered; the only thing that changes is what was already linked or numbered on it."""

    catalogue: Catalogue
    href: Callable[[Ref], str]
    """Where a ref leads, seen from this page."""

    terms: Mapping[str, TermIndex]
    """The term index of each comparison, by its id."""

    date: DateFormat = str
    index_title: str = "Comparisons"
    linked: set[TermRef] = field(default_factory=set)
    """Terms that the page has linked already."""

    embeds: int = 0
    """How many embeds the page has had: what keeps their ids apart."""

    anchors: set[str] = field(default_factory=set)
    """Ids that the page's HTML holds, for the host's check of links."""

    def prose(self, comparison: Comparison | None) -> Prose:
        """Return the renderer of texts that stand in `comparison`."""
        return Prose(
            href=self.href,
            find=lambda written: self.catalogue.find(written, comparison),
            label=self.label,
            terms=self.terms[comparison.id if comparison else ""],
            linked=self.linked,
        )

    def label(self, ref: Ref) -> str:
        """Return the title of what a ref leads to."""
        return self.index_title if isinstance(ref, IndexRef) else label_of(ref, self.catalogue, self.date)

    def link(self, ref: Ref, words: Child = "", *, title: str | None = None) -> Markup:
        """Return a link with some words, or with the title of what it leads to."""
        return element("a", words or self.label(ref), href=self.href(ref), title=title)

    def next_key(self) -> str:
        """Return a prefix for ids that no other embed of the page has, and no attribute: slugs have no underscore."""
        self.embeds += 1
        return f"_c{self.embeds}"

    def anchor(self, id: str) -> str | None:
        """Note an id that the page will hold, and return it; a second use of the same id gets none."""
        if id in self.anchors:
            return None
        self.anchors.add(id)
        return id
