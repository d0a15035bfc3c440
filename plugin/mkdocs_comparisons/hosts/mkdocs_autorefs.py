"""Headings of generated pages for the autorefs plugin, which hears of others while their Markdown is converted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from mkdocs.structure.toc import AnchorLink

from mkdocs_comparisons.hosts.mkdocs_pages import ComparisonPage
from mkdocs_comparisons.planning.pages import TITLE_ANCHOR


def register_headings(page: ComparisonPage, plugins: Mapping[str, Any]) -> None:
    """Make `[text][identifier]` lead to a page by its name and to its headings, where the plugin is in use.

    As second choice: a heading in Markdown and a documented object go first, and two comparisons may have attributes of
    the same name. Nobody is warned of what nobody refers to.
    """
    register = getattr(plugins.get("autorefs"), "register_anchor", None)
    if register is None or page.planned.kind == "pair":
        return
    # Without titles: the plugin prints them into an attribute unescaped.
    name = page.planned.src.removesuffix(".md").removesuffix("/index").rpartition("/")[2]
    register(page, name, TITLE_ANCHOR, primary=False)
    # Each subject's page has the same headings, by the names of dimensions.
    for heading in () if page.planned.kind == "subject" else _all(page.toc):
        if heading.id != TITLE_ANCHOR:
            register(page, heading.id, primary=False)


def _all(headings: Iterable[AnchorLink]) -> Iterator[AnchorLink]:
    for heading in headings:
        yield heading
        yield from _all(heading.children)
