"""What programs look for in the head of a page."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from mkdocs_comparisons.renderers.html.elements import element, linked_data


def render_head(twin: str, about: Mapping[str, object]) -> Markup:
    """Return the way to a page's twin in Markdown, and what the page is about, if it is about anything.

    Args:
        twin: Where the twin is.
        about: The page in the words of schema.org.
    """
    # The space means nothing to HTML: it hides the link from Material, which takes every `[rel=alternate]` for the same
    # site in another language, and asks that for its sitemap.
    link = element("link", rel="alternate ", type="text/markdown", href=twin)
    return link + (linked_data(about) if about else Markup())
