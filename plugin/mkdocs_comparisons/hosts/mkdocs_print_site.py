"""Our part of the page on which the print-site plugin puts all others together.

It gives headings ids of their own and turns links into ones to those, by patterns. They miss ids of cells and notes and
links in pictures, take each page for one that is on it, and leave alone what is in single quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

from markupsafe import escape
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

_ID = re.compile(r' id="(_c\d[^"]*)"|(?<=<td) id="([^"]+)"')
# What else a picture calls its own parts by. Links to notes are the plugin's.
_PART = re.compile(r'(?<![\w-])(?<! href="#)(?=_c\d+(?:p\d+)?-)')
# Its patterns take the square of a line's length; in these places a new line changes nothing.
_BREAK = re.compile(r"(?=<(?:tr|td|th|li|template|text|rect)\b)")
_LINK = re.compile(r' (xlink:)?href="([^"]*)"')


def fit_for_printing(files: Files, plugins: Mapping[str, Any]) -> None:
    """Ready what the plugin has kept of each page, where it is in use, so that links lead to where they should.

    Args:
        files: All files of the site, after their pages were converted.
        plugins: The plugins in use, by name.
    """
    printing: Any = plugins.get("print-site")
    if not hasattr(printing, "renderer"):
        return
    printed = {page.url: page for page in _pages(printing.renderer.items)}
    elsewhere = {file.url for file in files if file.generated_by == "comparisons"} - printed.keys()
    for page in printed.values():
        if hasattr(page, "html"):
            page.html = _fit(page.html, page.url, elsewhere, printing.print_page.url)


def _pages(items: Iterable[Any]) -> Iterator[Page]:
    for item in items:
        if item.is_page:
            yield item
        yield from _pages(item.children or ())


def _fit(html: str, url: str, elsewhere: Collection[str], print_url: str) -> str:
    key = _key(url)

    def name(match: re.Match[str]) -> str:
        return f" id='{key}-{match[1] or match[2]}'"

    def lead(match: re.Match[str]) -> str:
        prefix, href = match[1] or "", unescape(match[2])
        path, _, anchor = href.partition("#")
        target = urljoin(f"/{url}", path).removeprefix("/")
        if target in elsewhere:
            address = get_relative_url(target, print_url) + (f"#{anchor}" if anchor else "")
            return f" {prefix}href='{escape(address)}'"
        if prefix and not urlsplit(href).scheme and not href.startswith("#_c"):
            return f' {prefix}href="#{escape("-".join(filter(None, (_key(target), anchor))))}"'
        return match[0]

    return _BREAK.sub("\n", _PART.sub(f"{key}-", _ID.sub(name, _LINK.sub(lead, html))))


def _key(url: str) -> str:
    """Return what the plugin begins the ids of a page with."""
    return url.lower().rstrip("/").replace(".html", "").replace("/", "-") or "index"
