"""Sites without a server, and the page that holds all others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.matrices import enhanced
from tests.building import Built
from tests.hosts.projects import CONFIG, TEA

Build = Callable[..., Built]
HOME = "# Home\n\nSee [[tea-vs-coffee]].\n\n/// comparison | tea-vs-coffee\n///\n"


def built_with(plugin: str, build: Build, folder: Path) -> Built:
    """Build a small site with one more plugin."""
    config = CONFIG.replace("  - comparisons\n", f"  - comparisons\n  - {plugin}\n")
    files = {"mkdocs.yml": config, "comparisons/tea-vs-coffee.yml": TEA, "docs/index.md": HOME}
    built = build(folder, files, "--strict")
    assert built.returncode == 0, built.output
    return built


def test_a_site_opened_from_disk_is_complete(build: Build, browser: Browser, tmp_path: Path) -> None:
    """Browsers refuse our script there, since it is a module: tables lack controls, but nothing else."""
    built = built_with("offline", build, tmp_path)
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    try:
        page.goto((built.site / "index.html").as_uri())
        page.get_by_role("article").get_by_role("link", name="Tea & coffee", exact=True).first.click()
        page.get_by_role("article").get_by_role("link", name="Taste", exact=True).first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Taste¶")
        matrix = page.locator("comparison-matrix")
        expect(matrix.get_by_role("cell", name="4 of 5")).to_be_visible()
        expect(matrix.get_by_role("columnheader")).to_have_text(["Tea", "Coffee", "Water"])
        expect(page.locator("figure.comparison-diagram svg").first).to_be_visible()
        scroll = matrix.locator(".comparison-matrix__scroll")
        assert scroll.evaluate("each => getComputedStyle(each).overflowX") == "auto"
        expect(matrix.get_by_role("button")).to_have_count(0)
        page.locator("sup.comparison-mark a").first.click()
        expect(page.locator("ol.comparison-notes > li").first).to_be_in_viewport()
    finally:
        page.close()
    # Material's own, for its search.
    outside = {url for url in asked if not url.startswith(("file:", "data:"))}
    assert outside <= {"https://unpkg.com/iframe-worker/shim"}
    assert "comparisons/tea-vs-coffee/taste.html#bitterness" in built.read("search/search_index.js")


@pytest.mark.parametrize("width", [1280, 390])
def test_matrices_work_on_the_print_page(
    width: int, build: Build, tmp_path: Path, serve: Callable[[Path], str], page_at: Callable[..., Page]
) -> None:
    """All matrices of a site on one page get their controls, and marks in one lead to its own notes."""
    address = serve(built_with("print-site", build, tmp_path).site) + "print_page/"
    page = page_at(width)
    page.goto(address)
    assert page.locator("comparison-matrix").count() == 4
    for place in range(4):
        enhanced(page, place)
    plain = page_at(width, javascript=False)
    plain.goto(address)
    taste = plain.locator("#comparisons-tea-vs-coffee-taste")
    taste.locator("sup.comparison-mark a").first.click()
    expect(taste.locator("ol.comparison-notes > li").first).to_be_in_viewport()
