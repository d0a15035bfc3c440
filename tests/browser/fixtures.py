"""Fixtures for tests in a real browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.accessibility import find_violations
from tests.browser.chromium import ADVICE, find_chromium
from tests.browser.serving import FolderServer
from tests.browser.watched_pages import WatchedPages

FLAGS = (
    "--no-sandbox",  # a container's root has none
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    # Nothing leaves this machine: neither what browsers send on their own, nor what a page asks for.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium. Where there is none the test fails: a browser test that is skipped protects nothing."""
    executable = find_chromium()
    if executable is None:
        pytest.fail(f"There is no Chromium. {ADVICE}", pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, headless=True, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """`serve(folder)`: serve a folder for as long as the tests run; returns its base URL, which ends in a slash."""
    with FolderServer() as server:
        yield server.serve


@pytest.fixture
def watched_pages(browser: Browser) -> Iterator[WatchedPages]:
    """What `page_at` opens pages with; a test that expects a problem looks into its `problems`, and clears them."""
    pages = WatchedPages(browser)
    yield pages
    pages.close()
    if pages.problems:
        pytest.fail("The page had problems:\n" + "\n".join(pages.problems), pytrace=False)


@pytest.fixture
def page_at(watched_pages: WatchedPages) -> Callable[..., Page]:
    """`page_at(width, scheme)`: open an empty page of that width in the colour scheme `light` or `dark`.

    The test fails at its end if a script or the console reported an error, or if a page asked another host for
    anything. More arguments: `height`, `javascript=False`, `touch=True`.

    ```
    page = page_at(390, "dark")
    page.goto(serve(built_site.site) + "comparisons/")
    ```
    """
    return watched_pages.open


@pytest.fixture(scope="session")
def axe() -> Callable[..., list[str]]:
    """The accessibility check, by WCAG 2.2 AA and good practice, in readable lines.

    A test says `assert axe(page) == []`. A second argument, a CSS selector, narrows it to the part that is ours:
    `axe(page, "comparison-matrix")`.
    """
    return find_violations
