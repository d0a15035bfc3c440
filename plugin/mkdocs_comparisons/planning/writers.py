"""Two ways to write a planned page: as finished HTML, and as Markdown with `comparison` blocks.

Both give the same page. The first spares the host's Markdown parser; the second is for hosts without a plugin API, for
pages with an author's own Markdown in them, and for users' page templates.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from mkdocs_comparisons.model.dimensions import Article
from mkdocs_comparisons.planning.embeds import LIST_OPTIONS, SWITCHES, Embed
from mkdocs_comparisons.planning.pages import Heading, PlannedPage
from mkdocs_comparisons.renderers.html.elements import element, join

_PUNCTUATION = re.compile(r"[^\w\s]|_", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Permalink:
    """How the host's table of contents marks headings: the options of Python-Markdown's `toc` with the same names."""

    sign: str = ""
    """The link's text; empty for none."""

    class_: str = "headerlink"
    title: str = "Permanent link"
    leading: bool = False


def write_html(page: PlannedPage, render: Callable[[Embed], Markup], permalink: Permalink) -> Markup:
    """Write a page without an author's Markdown as finished HTML.

    Args:
        page: The page.
        render: Gives the HTML of an embed on this page.
        permalink: How headings are marked.
    """
    pieces = []
    for part in page.parts:
        if isinstance(part, Heading):
            pieces.append(_html_heading(part, permalink))
        elif isinstance(part, Embed):
            pieces.append(render(part))
        else:
            message = f"{part.path} is Markdown: the page must be written as Markdown"
            raise TypeError(message)
    return join(pieces, "\n")


def write_markdown(page: PlannedPage) -> str:
    """Write a page as Markdown, with every character of the data that could mean anything encoded."""
    return "\n\n".join(write_part(part) for part in page.parts) + "\n"


def write_part(part: Heading | Embed | Article) -> str:
    """Write one part of a page as Markdown."""
    match part:
        case Heading(level, text, anchor):
            # Not `{#id}`: that opens a comment of the macros plugin.
            return f"{'#' * level} {encode(text)} {{: #{anchor} }}"
        case Embed():
            return write_block(part)
        case Article():
            return part.text.strip()


def write_block(embed: Embed) -> str:
    """Write an embed as a `comparison` block."""
    lines = [
        f"/// comparison | {embed.comparison}" if embed.comparison else "/// comparison",
        f"    view: {embed.view}",
    ]
    for option in LIST_OPTIONS:
        ids = getattr(embed, option)
        if ids:
            lines.append(f"    {option}: [{', '.join(_quoted(id) for id in ids)}]")
    lines += [f"    {switch}: yes" for switch in SWITCHES if getattr(embed, switch)]
    if embed.kind:
        lines.append(f"    kind: {embed.kind}")
    if embed.caption:
        lines.append(f"    caption: {_quoted(embed.caption)}")
    return "\n".join([*lines, "///"])


def encode(text: str) -> str:
    """Return a text that Markdown, HTML and Jinja read as nothing but itself."""
    return _PUNCTUATION.sub(lambda match: f"&#{ord(match.group())};", " ".join(text.split()))


def _quoted(text: str) -> str:
    return "'" + " ".join(text.split()).replace("'", "''") + "'"


def _html_heading(heading: Heading, permalink: Permalink) -> Markup:
    if not permalink.sign:
        return element(f"h{heading.level}", heading.text, id=heading.anchor)
    link = element(
        "a", permalink.sign, class_=permalink.class_, href=f"#{heading.anchor}", title=permalink.title or None
    )
    children = (link, heading.text) if permalink.leading else (heading.text, link)
    return element(f"h{heading.level}", *children, id=heading.anchor)
