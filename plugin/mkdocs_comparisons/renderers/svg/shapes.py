"""The shapes that a picture has hundreds of, put together without `element`, which takes five times as long.

What is filled in here is a number, a class of ours, or escaped by `escape`; all other shapes are made by `element`.
"""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup

from mkdocs_comparisons.renderers.html.elements import escape
from mkdocs_comparisons.renderers.svg.wrapping import Wrapped


@lru_cache(maxsize=4_096)
def number(value: float) -> str:
    """Write a number for an attribute: two decimals at most, without `-0`."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def percent(share: float) -> str:
    """Write a share of the width."""
    return f"{number(share * 100)}%"


@lru_cache(maxsize=64)
def slots(places: int) -> tuple[str, ...]:
    """Return the attributes that divide the width into equal places."""
    width = percent(1 / places)
    return tuple(f'x="{percent(place / places)}" width="{width}"' for place in range(places))


def in_slots(contents: list[Markup]) -> Markup:
    """Put contents side by side, each into its share of the width."""
    places = slots(len(contents))
    return Markup("".join([f"<svg {place}>{each}</svg>" for place, each in zip(places, contents, strict=True)]))  # noqa: S704 - made of what this module allows


def grouped(*shapes: Markup) -> Markup:
    """Put shapes one over the other."""
    return Markup("".join(shapes))  # noqa: S704 - made of what this module allows


@lru_cache(maxsize=256)
def box(class_: str, fill: str = "") -> Markup:
    """Draw the box of a cell; its size is the style sheet's."""
    paint = f' fill="{escape(fill)}"' if fill else ""
    return Markup(f'<rect class="{class_}"{paint}></rect>')  # noqa: S704 - made of what this module allows


def copy_of(id: str, x: str, y: str, *, more: str = "") -> Markup:
    """Draw what is defined under an id; `more` are attributes of ours."""
    shape = f'<use href="#{escape(id)}" x="{x}" y="{y}"{more}></use>'
    return Markup(shape)  # noqa: S704 - made of what this module allows


def stripe(class_: str, start: float, end: float) -> Markup:
    """Draw a part of a bar, between two shares of the width."""
    return Markup(f'<rect class="{class_}" x="{percent(start)}" width="{percent(end - start)}"></rect>')  # noqa: S704 - made of what this module allows


def text_block(text: Wrapped, x: str, y: str, *, first: float, step: float = 0, more: str = "") -> Markup:
    """Write a text in lines.

    Args:
        text: The lines.
        x: Where each line is anchored.
        y: The height that `first` counts from.
        first: From there to the first baseline, in px.
        step: From baseline to baseline, in px.
        more: More attributes, ours.
    """
    whole = f"<title>{escape(text.whole)}</title>" if text.whole else ""
    # The space between lines has no size: copying and finding see it, centring does not.
    turn = f'<tspan class="gap"> </tspan><tspan x="{x}" dy="{number(step)}">'
    rest = "".join([f"{turn}{escape(line)}</tspan>" for line in text.lines[1:]])
    start = escape(text.lines[0]) if text.lines else ""
    return Markup(f'<text x="{x}" y="{y}" dy="{number(first)}"{more}>{whole}{start}{rest}</text>')  # noqa: S704 - made of what this module allows
