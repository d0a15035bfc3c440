"""The frame of all diagrams: a figure around one picture that names and describes itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from markupsafe import Markup

from mkdocs_comparisons.model.dimensions import DiagramKind
from mkdocs_comparisons.model.refs import Ref
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.model.values import Value
from mkdocs_comparisons.renderers.html.elements import element
from mkdocs_comparisons.renderers.svg.shapes import number
from mkdocs_comparisons.renderers.svg.sheets import NARROW, WIDE, Layout, merged
from mkdocs_comparisons.renderers.words import plain_text

_NAMESPACE = "http://www.w3.org/2000/svg"
_PICTURE = re.compile("<svg xmlns=.*?</svg>(?=</figure>)", re.DOTALL)
_REFERENCE = re.compile("<(a|use) href=")


@dataclass(frozen=True, slots=True)
class Pen:
    """What a picture is drawn with."""

    key: str
    """Begins all ids; unique on the page, and made of letters, digits, `-` and `_`."""

    href: Callable[[Ref], str]
    """Where a name links to."""

    words: Callable[[Value | None], str]
    """How a value reads, in plain text; called with None for a missing claim."""

    text: Callable[[Inline], str] = plain_text
    """How an inline text reads, in plain text; the default knows no titles of what refs lead to."""

    def for_page(self, page: int) -> Pen:
        """Return the pen for one of several pictures that are drawn with the same key."""
        return replace(self, key=f"{self.key}p{page}") if page else self


class Titled(Protocol):
    """What the chart models of all kinds have in common."""

    @property
    def title(self) -> str:
        """The picture's name."""

    @property
    def dimension(self) -> str | None:
        """The id of the dimension that is shown, if it is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands around a drawing."""

    key: str
    kind: DiagramKind
    dimension: str | None
    """The id of the dimension that is shown, if it is one."""

    title: str
    description: str
    """What the picture shows, in words."""

    @classmethod
    def of(cls, kind: DiagramKind, chart: Titled, pen: Pen, description: str) -> Frame:
        """Return the frame of a chart that is drawn with a pen."""
        return cls(key=pen.key, kind=kind, dimension=chart.dimension, title=chart.title, description=description)


def draw(frame: Frame, layout: Layout, *, definitions: Markup | None = None) -> Markup:
    """Draw a picture that is laid out for wide and for narrow rooms.

    Args:
        frame: What stands around it.
        layout: Lays it out for a width.
        definitions: A `defs` element, if shapes use patterns.
    """
    wide, narrow = layout(WIDE), layout(NARROW)
    # The style sheet gives the picture a height of 1em in narrow rooms: its font size is that height.
    size = {"height": number(wide.height), "font_size": number(narrow.height)}
    return figure(frame, (definitions or Markup()) + merged(wide, narrow), class_="laid", **size)


def figure(frame: Frame, content: Markup, **attributes: str) -> Markup:
    """Put a drawing into a figure; `attributes` are those of its picture."""
    picture = element(
        "svg",
        element("title", frame.title, id=f"{frame.key}-title"),
        element("desc", frame.description, id=f"{frame.key}-desc"),
        content,
        xmlns=_NAMESPACE,
        role="group",
        aria_labelledby=f"{frame.key}-title",
        aria_describedby=f"{frame.key}-desc",
        width="100%",
        **attributes,
    )
    # Focusable, since it scrolls sideways where the page is too narrow, and keys must be able to do that.
    return element(
        "figure",
        picture,
        class_="comparison-diagram",
        data_kind=frame.kind,
        data_dimension=frame.dimension,
        tabindex=0,
        aria_label=f"Diagram: {frame.title}",
        # Its words stand beside it too: search should find them there.
        data_search_exclude="",
    )


def inlined(figures: Markup) -> Markup:
    """Return figures for a page: references in their pictures are those of XLink.

    Material's instant navigation assigns to `href` of all that has one. Elements of SVG refuse that, and from then on
    no link of the site would work.
    """
    return Markup(_PICTURE.sub(_with_xlinks, figures))  # noqa: S704 (finished figures, with two names changed)


def _with_xlinks(match: re.Match[str]) -> str:
    picture = match[0].replace("<svg ", '<svg xmlns:xlink="http://www.w3.org/1999/xlink" ', 1)
    return _REFERENCE.sub(r"<\1 xlink:href=", picture)


def hatching(key: str) -> Markup:
    """Define the pattern `KEY-hatch`: thin slanting lines, over a fill or alone."""
    lines = element("path", class_="hatch", d="M-1 1l2-2M0 7l7-7M6 8l2-2")
    pattern = element("pattern", lines, id=f"{key}-hatch", width=7, height=7, patternUnits="userSpaceOnUse")
    return element("defs", pattern)
