"""A site plan on the way to its pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.refs import CellRef, Ref, SourceRef, TermRef
from mkdocs_comparisons.planning.pages import PlannedPage, SitePlan
from mkdocs_comparisons.renderers.html.context import PageContext
from mkdocs_comparisons.renderers.messages import Messages
from mkdocs_comparisons.renderers.words import DateFormat
from mkdocs_comparisons.views.profile import Standings, build_standings
from mkdocs_comparisons.views.terms import TermIndex, build_source_uses, build_term_index, build_term_uses
from mkdocs_comparisons.views.ties import Ties, build_ties


@dataclass(frozen=True, slots=True)
class Finished:
    """A rendered page."""

    html: Markup
    anchors: frozenset[str]
    """Ids in it that links can lead to, besides those of headings."""


class Stage:
    """A site plan with what its pages share while they are rendered; made once a build."""

    def __init__(self, plan: SitePlan, date: DateFormat, edit_url: Callable[[str], str], messages: Messages) -> None:
        self.plan = plan
        self.date = date
        self.edit_url = edit_url
        self.messages = messages
        self.finished: dict[str, Finished] = {}
        """Pages that are rendered already, by source path: a rebuild with the same stage takes them as they are."""

        self._ties: dict[str, Ties] = {}
        self._standings: dict[str, Mapping[str, Standings]] = {}

    @cached_property
    def pages(self) -> Mapping[str, PlannedPage]:
        """All generated pages, by source path."""
        return {page.src: page for page in self.plan.pages}

    @property
    def catalogue(self) -> Catalogue:
        return self.plan.catalogue

    @cached_property
    def term_uses(self) -> Mapping[TermRef, tuple[Ref, ...]]:
        return build_term_uses(self.catalogue)

    @cached_property
    def source_uses(self) -> Mapping[SourceRef, tuple[CellRef, ...]]:
        return build_source_uses(self.catalogue)

    @cached_property
    def terms(self) -> Mapping[str, TermIndex]:
        found = {entry.id: build_term_index(self.catalogue.terms(entry)) for entry in self.catalogue.comparisons}
        return {**found, "": build_term_index(self.catalogue.glossary)}

    def standings(self, comparison: Comparison) -> Mapping[str, Standings]:
        """Return where each subject of a comparison stands; worked out once for all their pages."""
        if comparison.id not in self._standings:
            self._standings[comparison.id] = build_standings(comparison)
        return self._standings[comparison.id]

    def ties(self, comparison: Comparison) -> Ties:
        """Return what ties the pages of a comparison to others; worked out once for all of them."""
        if comparison.id not in self._ties:
            standings, terms = self.standings(comparison), self.terms[comparison.id]
            self._ties[comparison.id] = build_ties(comparison, self.catalogue, standings=standings, terms=terms)
        return self._ties[comparison.id]

    def page(self, href: Callable[[Ref], str]) -> PageContext:
        """Return the context of a page whose links `href` makes."""
        settings = self.plan.settings
        return PageContext(
            catalogue=self.catalogue,
            href=href,
            terms=self.terms,
            messages=self.messages,
            date=self.date,
            index_title=settings.title,
            edit_url=self.edit_url,
            stale_after=settings.stale_after,
        )
