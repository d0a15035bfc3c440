"""What the HTML of one page needs beside its view."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import ValueType
from mkdocs_comparisons.model.refs import CellRef, IndexRef, Ref, TermRef
from mkdocs_comparisons.model.sources import Citation
from mkdocs_comparisons.model.values import Value
from mkdocs_comparisons.renderers.html.elements import Child, element
from mkdocs_comparisons.renderers.html.inline import Prose
from mkdocs_comparisons.renderers.labels import label_of, ref_words
from mkdocs_comparisons.renderers.messages import Messages, format_told
from mkdocs_comparisons.renderers.words import DateFormat, plain_text
from mkdocs_comparisons.views.terms import TermIndex


@dataclass(slots=True, kw_only=True)
class PageContext:
    """One page while it is rendered; the only thing that changes is what was already linked or numbered on it."""

    catalogue: Catalogue
    href: Callable[[Ref], str]
    """Where a ref leads, seen from this page."""

    raw_href: Callable[[Ref], str] | None = None
    """The same for addresses that the host leaves alone, where it rewrites those of ordinary links."""

    terms: Mapping[str, TermIndex]
    """The term index of each comparison, by its id."""

    messages: Messages
    """The words of matrices, in the site's language."""

    date: DateFormat = str
    index_title: str = "Comparisons"
    edit_url: Callable[[str], str] = lambda path: ""  # noqa: ARG005 (a site without a repository)
    """Where a data file can be edited, by its path; empty where it can't."""

    stale_after: int | None = None
    """Age in days from which a claim is stale."""

    linked: set[TermRef] = field(default_factory=set)
    """Terms that the page has linked already."""

    embeds: int = 0
    """How many embeds the page has had: what keeps their ids apart."""

    names: dict[str, int] = field(default_factory=dict)
    """How often each name of a matrix was asked for."""

    anchors: set[str] = field(default_factory=set)
    """Ids that the page's HTML holds, for the host's check of links."""

    def raw(self, ref: Ref) -> str:
        """Return where a ref leads, for a picture or a script."""
        return self.raw_href(ref) if self.raw_href else self.href(ref)

    def prose(self, comparison: Comparison | None) -> Prose:
        """Return the renderer of texts that stand in `comparison`."""
        return Prose(
            href=self.href,
            find=lambda written: self.catalogue.find(written, comparison),
            label=self.label,
            aside=self.aside,
            terms=self.terms[comparison.id if comparison else ""],
            linked=self.linked,
        )

    def label(self, ref: Ref) -> str:
        """Return the title of what a ref leads to."""
        return (
            self.index_title if isinstance(ref, IndexRef) else label_of(ref, self.catalogue, self.date, self.messages)
        )

    def aside(self, ref: Ref) -> str | None:
        """Return what a claim says beside its value, as plain text: its note and its sources; None for other refs."""
        if not isinstance(ref, CellRef):
            return None
        comparison = self.catalogue.comparison(ref.comparison)
        claim = comparison.claim(ref.attribute, ref.subject) if comparison else None
        if comparison is None or claim is None:
            return None
        told = [plain_text(claim.note, ref_words(self.catalogue, comparison, self.date))] if claim.note else []
        if claim.citations:
            word = self.messages.say("source" if len(claim.citations) == 1 else "sources")
            told.append(word + "; ".join(self._cited(each, comparison) for each in claim.citations))
        return " ".join(told) or None

    def _cited(self, citation: Citation, comparison: Comparison) -> str:
        source = self.catalogue.source(comparison, citation.source)
        title = source.title if source else citation.source
        return f"{title}, {citation.where}" if citation.where else title

    def words(self, value: Value | None, type: ValueType) -> str:
        """Return a value as plain text, in the words of the page."""
        return format_told(value, type, self.messages, self.date)

    def link(self, ref: Ref, words: Child = "", *, title: str | None = None) -> Markup:
        """Return a link with some words, or with the title of what it leads to."""
        return element("a", words or self.label(ref), href=self.href(ref), title=title)

    def next_key(self) -> str:
        """Return a prefix for ids that no other embed of the page has, and no attribute: slugs have no underscore."""
        self.embeds += 1
        return f"_c{self.embeds}"

    def next_name(self, name: str) -> str:
        """Return a name that no other matrix of the page has: the second of a name gets `~2`, the third `~3`."""
        self.names[name] = number = self.names.get(name, 0) + 1
        return name if number == 1 else f"{name}~{number}"

    def anchor(self, id: str) -> str | None:
        """Note an id that the page will hold, and return it; a second use of the same id gets none."""
        if id in self.anchors:
            return None
        self.anchors.add(id)
        return id
