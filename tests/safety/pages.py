"""Pages as a browser's parser sees them, and what may be in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib

_SVG = "{http://www.w3.org/2000/svg}"
_XMLNS = "{http://www.w3.org/2000/xmlns/}xmlns"
EMBED = "comparison-embed"

ELEMENTS = frozenset(
    [
        "a",
        "br",
        "caption",
        "code",
        "comparison-embedding",
        "comparison-matrix",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "em",
        "figure",
        "h2",
        "li",
        "nav",
        "ol",
        "p",
        "pre",
        "s",
        "section",
        "span",
        "strong",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "template",
        "th",
        "thead",
        "time",
        "tr",
        "ul",
    ]
)
"""What our renderers make."""

ATTRIBUTES = frozenset(
    [
        "aria-current",
        "aria-hidden",
        "aria-label",
        "class",
        "colspan",
        "data-as-of",
        "data-attribute",
        "data-better",
        "data-chosen",
        "data-comparison",
        "data-dimension",
        "data-equal",
        "data-importance",
        "data-index",
        "data-key",
        "data-kind",
        "data-language",
        "data-level",
        "data-lines",
        "data-name",
        "data-root",
        "data-script",
        "data-search-exclude",
        "data-slug",
        "data-state",
        "data-subject",
        "data-transposed",
        "data-type",
        "data-unit",
        "data-written",
        "datetime",
        "download",
        "href",
        "id",
        "rel",
        "role",
        "rowspan",
        "scope",
        "tabindex",
        "title",
    ]
)
XLINK = "{http://www.w3.org/1999/xlink}href"
LINKS = ("href", XLINK, "src", "action")
DRAWN = frozenset(["a", "defs", "desc", "g", "line", "path", "pattern", "rect", "svg", "text", "title", "tspan", "use"])
"""The same for the elements of SVG."""

DRAWN_ATTRIBUTES = frozenset(
    [
        "aria-describedby",
        "aria-hidden",
        "aria-label",
        "aria-labelledby",
        "class",
        "d",
        "dx",
        "dy",
        "fill",
        "fill-opacity",
        "font-size",
        "height",
        "id",
        "patternUnits",
        "role",
        "rx",
        "text-anchor",
        "transform",
        "width",
        "x",
        "x1",
        "x2",
        "y",
        "y1",
        "y2",
        XLINK,
        "{http://www.w3.org/2000/xmlns/}xlink",
    ]
) | {_XMLNS}

_SAFE_LINK = re.compile(r"(?:https?://|mailto:|[^:]*\Z|[^:]*[/#?])")


def _is_comment(element: Element) -> bool:
    tag: object = element.tag  # a function for comments, whatever the types say
    return not isinstance(tag, str)


def parse(page: str) -> Element:
    """Return a page's document."""
    document: Element = html5lib.parse(page, namespaceHTMLElements=False)
    return document


def pages(site: Path) -> Iterator[tuple[str, Element]]:
    """Yield each page of a site by its path."""
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), parse(path.read_text(encoding="utf-8"))


def embeds(root: Element) -> Iterator[Element]:
    """Yield what our blocks made on a page."""
    return (each for each in root.iter("div") if each.get("class") == EMBED)


def elements(root: Element) -> Iterator[Element]:
    """Yield all elements, without comments."""
    return (each for each in root.iter() if not _is_comment(each))


def foreign_parts(root: Element) -> set[str]:
    """Return the elements and attributes below `root` that no renderer of ours makes."""
    found = set()
    for each in elements(root):
        is_drawn = each.tag.startswith(_SVG)
        name = each.tag.removeprefix(_SVG)
        if name not in (DRAWN if is_drawn else ELEMENTS):
            found.add(f"<{each.tag}>")
        found |= {f"{name}[{key}]" for key in each.attrib if key not in (DRAWN_ATTRIBUTES if is_drawn else ATTRIBUTES)}
    return found


def foreign_names(root: Element) -> set[str]:
    """Return classes and ids below `root` with characters that none of ours has: words of the data."""
    names = {each.get(name, "") for each in elements(root) for name in ("class", "id")}
    return {name for name in names if re.search(r"[^A-Za-z0-9 _.:@+-]", name)}


def unsafe_links(root: Element) -> set[str]:
    """Return the addresses below `root` that are no web, mail or relative address."""
    addresses = {value for each in elements(root) for key, value in each.items() if key in LINKS}
    return {address for address in addresses if not _SAFE_LINK.match(address)}


def skeleton(root: Element) -> list[tuple[str, tuple[str, ...]]]:
    """Return the elements of a page with the names of their attributes, but for what is inside our embeds."""
    own = (str(root.tag), tuple(sorted(str(name) for name in root.attrib)))
    if EMBED in root.get("class", ""):
        return [own]
    return [own, *(entry for child in root if not _is_comment(child) for entry in skeleton(child))]


def text_of(element: Element, *, without: tuple[str, ...] = ()) -> str:
    """Return what a reader sees of an element, with white space as browsers show it."""
    return " ".join("".join(_texts(element, without)).split())


def _texts(element: Element, without: tuple[str, ...]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if not _is_comment(child) and child.tag not in without and child.get("class") not in without:
            yield from _texts(child, without)
        yield child.tail or ""


def find(root: Element, tag: str, **attributes: str) -> Element:
    """Return the first element with these attributes; `data_subject` stands for `data-subject`."""
    wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    return next(each for each in root.iter(tag) if all(each.get(name) == value for name, value in wanted.items()))
