"""A view as a page of its own: no site around it, to be framed by other sites."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markupsafe import Markup

from mkdocs_comparisons.model.refs import AssetRef, Ref
from mkdocs_comparisons.renderers.html.elements import element, join

SHEETS = ("comparison.css", "diagram.css", "frame.css")
SCRIPTS = ("comparison.js", "frame.js")

# The page holds what a stranger may have written: should anything slip through, no other host hears of it.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'none'"
)


def render_frame(
    view: Markup, *, title: str, language: str, origins: Sequence[str], page: Ref, href: Callable[[Ref], str]
) -> str:
    """Return an HTML document around a view.

    Args:
        view: The matrix or the diagram.
        title: Of the document.
        language: As the `lang` of HTML has it.
        origins: The origins that may frame it and hear of its height; empty for all.
        page: Where the view stands on the site.
        href: Where things are, seen from the document.
    """
    sheets = (element("link", rel="stylesheet", href=href(AssetRef(name))) for name in SHEETS)
    scripts = (element("script", type="module", src=href(AssetRef(name))) for name in SCRIPTS)
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="robots", content="noindex"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", title),
        element("link", rel="canonical", href=href(page)),
        *sheets,
        *scripts,
    )
    source = element("p", element("a", title, href=href(page), target="_blank", rel="noopener"), class_="frame-source")
    body = element("body", element("main", element("div", view, class_="comparison-embed")), source)
    html = element("html", head, body, lang=language, data_origins=" ".join(origins) or None)
    return join((Markup("<!doctype html>"), html, ""), "\n")
