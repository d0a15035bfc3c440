"""Checking pages with axe-core."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# What WCAG 2.2 AA asks for, and what axe's authors recommend besides.
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


# The same as axe's own wrapper, which puts the script into the page each time, and fetches what is right as well.
_RUN = "([within, options]) => axe.run(within ?? document, options).then(({ violations }) => violations)"


def find_violations(page: Page, within: str | None = None) -> list[str]:
    """Return what axe finds wrong in a page, readable; an empty list is what a test wants.

    Args:
        page: a page that has loaded.
        within: a CSS selector, where only a part of the page is ours to answer for.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    options = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": list(TAGS)}}
    violations: list[dict[str, Any]] = page.evaluate(_RUN, [within, options])
    return [text for violation in violations for text in _describe(violation)]


def _describe(violation: dict[str, Any]) -> Iterator[str]:
    for node in violation["nodes"]:
        target = " ".join(map(str, node["target"]))
        yield f"{violation['id']} ({violation['impact']}): {target}\n  {node['html']}\n  {node['failureSummary']}"
