"""Matrices for everybody: nothing that axe finds, at any width, in any scheme, whatever is open."""

from __future__ import annotations

import pytest

from mkdocs_comparisons.renderers.messages import load_messages
from tests.browser.matrices import Axe, MatrixAt, PageAt, Serve, enhanced, opened
from tests.browser.matrix_tour import tour
from tests.building import Built


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_a_tour_is_accessible(width: int, scheme: str, matrix_at: MatrixAt, axe: Axe) -> None:
    """Axe finds nothing at first, with each panel and menu open, and after each change; no page scrolls aside."""
    matrix = matrix_at("small/", width, scheme)
    for place in tour(matrix, load_messages("en").texts):
        assert axe(matrix.page, "comparison-matrix") == [], place
        assert matrix.page.evaluate("document.documentElement.scrollWidth") <= width, place


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_pages_with_an_open_panel_are_accessible(
    width: int, scheme: str, built_site: Built, serve: Serve, page_at: PageAt, axe: Axe
) -> None:
    """Axe finds nothing in a whole page of the site's own, the theme around it included, while something is open."""
    page = page_at(width, scheme)
    page.goto(serve(built_site.site) + "comparisons/virtualization-vs-containers/portability/")
    matrix = enhanced(page)
    assert axe(page) == []
    opened(matrix, "Filter").get_by_role("combobox").select_option(index=1)
    assert axe(page) == []
    page.keyboard.press("Escape")
    matrix.locator("tbody td").get_by_role("button").first.click()
    assert axe(page) == []
