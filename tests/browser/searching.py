"""Typing into a site's search, as a reader does."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

_TRIES = 40
_PAUSE = 500


def search_plain(page: Page, word: str, hit: str) -> Locator:
    """Type a word into the search of the `mkdocs` theme, and wait for a result that matches a CSS selector.

    The theme searches at each key, and not again when its index has loaded: so a key is pressed until there is one.
    """
    page.locator("[data-bs-target='#mkdocs_search_modal']").first.click()
    field = page.locator("#mkdocs-search-query")
    field.press_sequentially(word)
    found = page.locator(f"#mkdocs-search-results {hit}").first
    for _ in range(_TRIES):
        if found.count():
            return found
        page.wait_for_timeout(_PAUSE)
        field.press("End")
    expect(found).to_be_attached()
    return found
