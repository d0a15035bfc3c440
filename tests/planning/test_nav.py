"""What stands in the site's navigation."""

from __future__ import annotations

import pytest

from mkdocs_comparisons.planning.nav import nav_sources, plan_nav
from mkdocs_comparisons.planning.pages import plan_site
from mkdocs_comparisons.planning.settings import Settings
from tests.hosts.projects import TEA
from tests.samples import catalogue_of

OTHER = "title: Other\nsubjects: {a: {title: A}}\ndimensions: {d: {title: D, attributes: {x: {title: X}}}}\n"


@pytest.mark.parametrize(("limit", "pages"), [(100, 6), (6, 6), (5, 3), (3, 3), (2, 1), (0, 1)])
def test_the_navigation_is_bounded(limit: int, pages: int) -> None:
    """Dimensions leave first, then comparisons; the index stays, and nothing is half there."""
    plan = plan_site(catalogue_of(tea_vs_coffee=TEA, other=OTHER), Settings(nav_limit=limit))
    assert len(nav_sources(plan_nav(plan))) == pages
