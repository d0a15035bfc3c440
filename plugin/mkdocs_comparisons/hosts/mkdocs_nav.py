"""The section in MkDocs' navigation: by itself, or where a hand-written `nav` names it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from markupsafe import escape
from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from mkdocs_comparisons.planning.nav import NavSection, nav_sources


def place_section(nav: Any, section: NavSection, name: str) -> Any:
    """Return a hand-written `nav` in which `comparisons/`, and `comparisons/<id>/`, stand for their pages.

    Args:
        nav: The value of `nav`.
        section: What to put in.
        name: The section's folder, such as `comparisons`.
    """
    known = {f"{name}/": section, **{each.page.src.removesuffix("index.md"): each for each in section.below}}
    return _replaced(nav, known)


def _replaced(item: Any, known: dict[str, NavSection]) -> Any:
    if isinstance(item, list):
        return [_replaced(each, known) for each in item]
    if isinstance(item, dict):
        return {title: _value(value, known) for title, value in item.items()}
    found = known.get(_folder(item))
    return {str(escape(found.title)): _entries(found)} if found else item


def _value(value: Any, known: dict[str, NavSection]) -> Any:
    if isinstance(value, str):
        found = known.get(_folder(value))
        return _entries(found) if found else value
    return _replaced(value, known)


def _folder(item: Any) -> str:
    return item if isinstance(item, str) and item.endswith("/") else ""


def _entries(section: NavSection) -> list[Any]:
    below = [_below(each) for each in section.below]
    return [section.page.src, *below]


def _below(section: NavSection) -> Any:
    return {str(escape(section.title)): _entries(section)} if section.below else section.page.src


def titles_in(nav: Any, sources: Collection[str]) -> dict[str, str]:
    """Return the titles that a hand-written `nav` gives to generated pages, by source path."""
    if isinstance(nav, list):
        return {src: title for each in nav for src, title in titles_in(each, sources).items()}
    if isinstance(nav, dict):
        own = {value: title for title, value in nav.items() if isinstance(value, str) and value in sources}
        return own | titles_in([value for value in nav.values() if isinstance(value, list)], sources)
    return {}


def is_placed(nav: Any, section: NavSection) -> bool:
    """Return whether a `nav` names a page of the section."""
    sources = set(nav_sources(section))
    if isinstance(nav, list):
        return any(is_placed(each, section) for each in nav)
    if isinstance(nav, dict):
        return any(is_placed(each, section) for each in nav.values())
    return nav in sources


def arrange(nav: Navigation, section: NavSection, files: Files) -> None:
    """Give the section that MkDocs made from our files its titles and its order: it sorts by file name."""
    made = _find(nav.items, section.page.src)
    if made is None:
        return
    made.title = str(escape(section.title))
    known = set(nav_sources(section))
    others = [child for child in made.children if not _is_within(child, known)]
    made.children = [_page(files, section.page.src), *(_arranged(each, files) for each in section.below), *others]
    _adopt(made)
    nav.pages = list(_pages(nav.items))
    for page, before, after in zip(nav.pages, [None, *nav.pages], [*nav.pages[1:], None], strict=False):
        page.previous_page, page.next_page = before, after


def _is_within(item: StructureItem, sources: Collection[str]) -> bool:
    """Return whether all pages of a part of the navigation are generated ones."""
    if isinstance(item, Page):
        return item.file.src_uri in sources
    return isinstance(item, Section) and all(_is_within(child, sources) for child in item.children)


def _arranged(section: NavSection, files: Files) -> StructureItem:
    page = _page(files, section.page.src)
    if not section.below:
        return page
    children: list[StructureItem] = [page, *(_arranged(each, files) for each in section.below)]
    return Section(str(escape(section.title)), children)


def _page(files: Files, src: str) -> Page:
    file = files.get_file_from_path(src)
    if file is None or file.page is None:
        message = f"{src} was planned but has no page"
        raise LookupError(message)
    return file.page


def _find(items: list[Any], src: str) -> Section | None:
    for item in items:
        if isinstance(item, Section):
            if any(isinstance(child, Page) and child.file.src_uri == src for child in item.children):
                return item
            found = _find(item.children, src)
            if found:
                return found
    return None


def _adopt(section: Section) -> None:
    for child in section.children:
        child.parent = section
        if isinstance(child, Section):
            _adopt(child)


def _pages(items: list[Any]) -> list[Page]:
    pages: list[Page] = []
    for item in items:
        if isinstance(item, Page):
            pages.append(item)
        elif isinstance(item, Section):
            pages += _pages(item.children)
    return pages
