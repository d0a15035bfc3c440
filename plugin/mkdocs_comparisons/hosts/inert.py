"""Titles and descriptions for hosts whose themes print them as they are."""

from __future__ import annotations

from mkdocs_comparisons.renderers.html.elements import escape

# The macros plugin runs Jinja over titles; a site may choose other marks for it than `{{`.
_JINJA_MARKS = str.maketrans({mark: f"&#{ord(mark)};" for mark in "{}[]()$%@"})


def inert(text: str) -> str:
    """Return a text as HTML that neither a theme nor another plugin's Jinja reads anything into."""
    return str(escape(text)).translate(_JINJA_MARKS)
