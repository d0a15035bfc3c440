"""The browser fixtures themselves: what they miss, no browser test finds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.watched_pages import WatchedPages

PAGE = '<!doctype html><html lang="en"><title>Page</title><link rel="icon" href="data:,"><main><h1>Page</h1>{}</main>'


def _serve_page(folder: Path, body: str, serve: Callable[[Path], str]) -> str:
    (folder / "index.html").write_text(PAGE.format(body), encoding="utf-8")
    return serve(folder)


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("<script>nothing()</script>", "script error: ReferenceError"),
        ("<script>console.error('bad')</script>", "console error: bad"),
        ("<img alt='' src='missing.png'>", "console error: Failed to load resource"),
        ("<img alt='' src='https://other.invalid/a.png'>", "request to another host: https://other.invalid/a.png"),
    ],
    ids=["script", "console", "missing file", "other host"],
)
def test_problems_of_a_page_are_noted(
    tmp_path: Path, serve: Callable[[Path], str], watched_pages: WatchedPages, body: str, problem: str
) -> None:
    """A page with a broken script, a missing file or a foreign request must not pass as a good one."""
    watched_pages.open().goto(_serve_page(tmp_path, body, serve), wait_until="networkidle")
    assert any(entry.startswith(problem) for entry in watched_pages.problems)
    watched_pages.problems.clear()


def test_page_has_the_width_and_scheme_asked_for(
    tmp_path: Path, serve: Callable[[Path], str], page_at: Callable[..., Page]
) -> None:
    """Phone width and dark colours are what the fixture promises its users to test."""
    page = page_at(390, "dark")
    page.goto(_serve_page(tmp_path, "", serve))
    assert page.evaluate("[innerWidth, matchMedia('(prefers-color-scheme: dark)').matches]") == [390, True]


def test_axe_tells_what_is_wrong_and_where(
    tmp_path: Path, serve: Callable[[Path], str], page_at: Callable[..., Page], axe: Callable[..., list[str]]
) -> None:
    """An accessibility test that fails has to say which element to mend, and a good page must pass."""
    page = page_at()
    page.goto(_serve_page(tmp_path, "<p id='pale' style='color: #ccc; background: #fff'>Pale</p>", serve))
    (violation,) = axe(page)
    assert violation.startswith("color-contrast (serious): #pale\n")
    assert axe(page, "h1") == []
