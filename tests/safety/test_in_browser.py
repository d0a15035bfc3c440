"""Hostile data in a real browser: nothing of it may run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page

from tests.browser.searching import search_plain
from tests.building import Built
from tests.safety.hostile import PAYLOADS

PWNED = "window.PWN === undefined ? '' : location.pathname"
ALARM = """
addEventListener('securitypolicyviolation', () => {});
window.alert = window.confirm = window.prompt = () => { window.PWN = 1; };
"""


def _poke(page: Page) -> None:
    """Do what an attribute breakout waits for: point at, focus and leave everything in the article."""
    page.evaluate(
        """() => {
          for (const each of document.querySelectorAll('.comparison-embed *, h1, h2, nav a')) {
            for (const type of ['mouseover', 'focus', 'load', 'error', 'blur']) each.dispatchEvent(new Event(type));
          }
        }"""
    )


def _search(page: Page, word: str) -> Locator:
    field, results = page.locator(".md-search__input"), page.locator(".md-search-result__link")
    field.click()
    # What is typed before the theme's script listens is lost.
    for _ in range(20):
        field.fill("")
        field.press_sequentially(word)
        page.wait_for_timeout(500)
        if results.count():
            break
    results.first.wait_for()
    return results


@pytest.mark.parametrize("name", ["title", "image", "closing", "markdown"])
def test_nothing_runs_on_any_page(
    hostile_site: Callable[..., Built], serve: Callable[[Path], str], page_at: Callable[..., Page], name: str
) -> None:
    """Escaping that a parser finds right must hold in a browser too, with the theme's scripts at work on the page."""
    site = hostile_site().site
    base, page = serve(site), page_at()
    page.add_init_script(ALARM)
    paths = [path.parent.relative_to(site).as_posix() for path in sorted(site.glob(f"comparisons/{name}/**/*.html"))]
    assert len(paths) > 8
    shared = ["comparisons/glossary", "comparisons/sources", "comparisons", "blocks", "."] if name == "title" else []
    for path in [*paths, *shared]:
        page.goto(f"{base}{path}/", wait_until="domcontentloaded")
        _poke(page)
        assert page.evaluate(PWNED) == ""


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_nothing_runs_in_other_themes(
    hostile_site: Callable[..., Built], serve: Callable[[Path], str], page_at: Callable[..., Page], theme: str
) -> None:
    """Each theme prints titles in places of its own."""
    base, page = serve(hostile_site(theme).site), page_at()
    for path in ("comparisons/title/", "comparisons/title/plainly/", "comparisons/closing/argued/", "blocks/"):
        page.goto(base + path, wait_until="domcontentloaded")
        _poke(page)
        assert page.evaluate(PWNED) == ""


def test_search_of_the_plain_theme_runs_nothing(
    hostile_site: Callable[..., Built], serve: Callable[[Path], str], page_at: Callable[..., Page]
) -> None:
    """MkDocs' own search has a script of its own to show results with."""
    page = page_at()
    page.goto(serve(hostile_site("mkdocs").site), wait_until="load")
    search_plain(page, "autofocus", "a[href*='comparisons/title/']")
    assert page.evaluate(PWNED) == ""
    assert page.locator("#mkdocs-search-results").locator("iframe, img, script").count() == 0


@pytest.mark.parametrize("word", ["onerror", "srcdoc", "autofocus"])
def test_search_results_show_data_as_text(
    hostile_site: Callable[..., Built], serve: Callable[[Path], str], page_at: Callable[..., Page], word: str
) -> None:
    """Search puts titles and texts into the page by script, long after the build escaped them."""
    page = page_at()
    page.goto(serve(hostile_site().site), wait_until="load")
    results = _search(page, word)
    assert page.evaluate(PWNED) == ""
    shown = results.all_inner_texts()
    assert any("<" in text for text in shown)
    assert page.locator(".md-search-result iframe, .md-search-result img, .md-search-result script").count() == 0


def test_search_results_show_titles_as_written(
    hostile_site: Callable[..., Built], serve: Callable[[Path], str], page_at: Callable[..., Page]
) -> None:
    """A title with marks is found, and shown with its marks, not with their entities."""
    page = page_at()
    page.goto(serve(hostile_site().site), wait_until="load")
    _search(page, "onfocus")
    titles = {" ".join(title.split()) for title in page.locator(".md-search-result h1").all_inner_texts()}
    assert f"{PAYLOADS['image'].plain} one" in titles
