"""What all diagrams have in common: their frame, numbers in attributes, and text in lines.

A diagram has no `viewBox`, so that nothing in it is ever scaled: columns are shares of the width, which the page gives,
and letters keep their size. Vertical lengths are in `em` of the drawing (16 px): the style sheet makes it larger on
narrow screens, where names move above their rows. Room, colour and font sizes are the style sheet's.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from mkdocs_comparisons.renderers.html.elements import element
from mkdocs_comparisons.renderers.svg.shapes import number

EM = 16
"""Pixels of an `em` of the drawing on a wide screen."""

_NAMESPACE = "http://www.w3.org/2000/svg"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands around a drawing."""

    key: str
    """Begins all ids; unique on the page, and made of letters, digits, `-` and `_`."""

    kind: str
    dimension: str | None
    """The id of the dimension that is shown, if it is one."""

    title: str
    description: str
    """What the picture shows, in words."""

    height: float
    """In px on a wide screen."""

    classes: str


def figure(frame: Frame, content: Markup) -> Markup:
    """Put a drawing into a figure, as a picture that names and describes itself."""
    picture = element(
        "svg",
        element("title", frame.title, id=f"{frame.key}-title"),
        element("desc", frame.description, id=f"{frame.key}-desc"),
        content,
        xmlns=_NAMESPACE,
        class_=frame.classes,
        role="group",
        aria_labelledby=f"{frame.key}-title",
        aria_describedby=f"{frame.key}-desc",
        width="100%",
        height=em(frame.height),
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


def em(pixels: float) -> str:
    """Write a vertical length."""
    return f"{number(pixels / EM)}em"
