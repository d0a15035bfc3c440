"""Which generated pages stand in the site's navigation."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_comparisons.model.refs import ComparisonRef, DimensionRef, IndexRef
from mkdocs_comparisons.planning.pages import PlannedPage, SitePlan


@dataclass(frozen=True, slots=True)
class NavSection:
    """A section: its own page, and what is below."""

    title: str
    page: PlannedPage
    below: tuple[NavSection, ...]


def plan_nav(plan: SitePlan) -> NavSection:
    """Return the section's navigation: the index, its comparisons, their dimensions.

    Dimensions are left out where there would be more pages than `nav_limit`, then comparisons too.
    """
    pages = {page.ref: page for page in plan.pages}
    comparisons = plan.catalogue.comparisons
    dimensions = sum(len(comparison.dimensions) for comparison in comparisons)
    room = plan.settings.nav_limit - 1 - len(comparisons)
    sections = []
    for comparison in comparisons if room >= 0 else ():
        refs = [DimensionRef(comparison.id, id) for id in comparison.dimension_ids] if room >= dimensions else []
        below = tuple(NavSection(pages[ref].title, pages[ref], ()) for ref in refs)
        sections.append(NavSection(comparison.title, pages[ComparisonRef(comparison.id)], below))
    return NavSection(plan.settings.title, pages[IndexRef()], tuple(sections))


def nav_sources(section: NavSection) -> tuple[str, ...]:
    """Return the source paths of a section's pages, in the order of the navigation."""
    return (section.page.src, *(src for each in section.below for src in nav_sources(each)))
