"""Numbers, shares of a width, and the tags that a picture has by the hundred, without the cost of `element`.

What is filled in here is a number, a class of ours, or escaped by `escape`.
"""

from __future__ import annotations

from functools import lru_cache

from mkdocs_comparisons.renderers.html.elements import escape
from mkdocs_comparisons.renderers.svg.wrapping import Wrapped


@lru_cache(maxsize=4_096)
def number(value: float) -> str:
    """Write a number for an attribute: two decimals at most, without `-0`."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def percent(share: float) -> str:
    """Write a share of the width or height."""
    return f"{number(share * 100)}%"


@lru_cache(maxsize=64)
def slots(places: int) -> tuple[str, ...]:
    """Return the attributes that divide the width into equal places."""
    width = percent(1 / places)
    return tuple(f'x="{percent(place / places)}" width="{width}"' for place in range(places))


def inner(attributes: str, content: str) -> str:
    """Put a drawing into a part of the picture."""
    return f"<svg {attributes}>{content}</svg>"


def linked(href: str, content: str) -> str:
    """Make a drawing a link."""
    return f'<a href="{escape(href)}">{content}</a>'


def rect(class_: str, more: str = "") -> str:
    """Draw a rectangle; `more` are attributes of ours."""
    return f'<rect class="{class_}"{more}/>'


def outlined(steps: str, class_: str, more: str = "") -> str:
    """Draw a path; `more` are attributes of ours."""
    return f'<path d="{steps}" class="{class_}"{more}/>'


def copied(id: str, place: str, title: str = "") -> str:
    """Draw what is defined under an id, with words that say what it stands for."""
    rest = f"><title>{escape(title)}</title></use>" if title else "/>"
    return f'<use href="#{escape(id)}" {place}{rest}'


def defined(content: str) -> str:
    """Keep drawings for copies of them."""
    return f"<defs>{content}</defs>" if content else ""


def text_block(text: Wrapped, place: str, *, x: str, first: float, step: float = 0, class_: str = "") -> str:
    """Write a text in lines.

    Args:
        text: The lines.
        place: Attributes that say where each line is anchored, and the height that `first` counts from.
        x: The same place across, for the lines after the first.
        first: From there to the first baseline, in px.
        step: From baseline to baseline, in px.
        class_: Its classes, ours.
    """
    named = f' class="{class_}"' if class_ else ""
    whole = f"<title>{escape(text.whole)}</title>" if text.whole else ""
    lines = text.lines
    if len(lines) < 2:
        return f'<text {place} dy="{number(first)}"{named}>{whole}{escape(lines[0]) if lines else ""}</text>'
    # The space between lines has no size: copying and finding see it, centring does not.
    turn = f'<tspan class="gap"> </tspan><tspan x="{x}" dy="{number(step)}">'
    rest = "".join([f"{turn}{escape(line)}</tspan>" for line in lines[1:]])
    return f'<text {place} dy="{number(first)}"{named}>{whole}{escape(lines[0])}{rest}</text>'
