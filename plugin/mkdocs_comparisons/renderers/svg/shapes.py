"""Numbers, shares of a width, and the tags that a picture has by the hundred, without the cost of `element`.

What is filled in here is a number, a class of ours, or escaped by `escape`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from mkdocs_comparisons.renderers.html.elements import escape
from mkdocs_comparisons.renderers.svg.metrics import is_right_to_left
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


def group(attributes: str, content: str) -> str:
    """Put drawings together; `attributes` are ours, and what they hold is escaped."""
    return f"<g {attributes}>{content}</g>"


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


def paragraph(lines: Sequence[str], x: float, y: float, *, step: float, class_: str = "", raised: str = "") -> str:
    """Write a text in lines; what its elements hold, put together, is the text.

    Args:
        lines: With a space at the end where the text has one there.
        x: Where each line is anchored, in px.
        y: The first baseline, in px.
        step: From baseline to baseline, in px.
        class_: Its classes, ours.
        raised: Stands behind the last line, as a mark.
    """
    # Said, and not left to the renderer: a line of its own does not see which way the first one runs.
    classes = f"{class_} rtl".strip() if is_right_to_left("".join(lines)) else class_
    named = f' class="{classes}"' if classes else ""
    # Apart from the text, with a space that no line ends at: `m²` and a `1` are not `m²¹`, on the clipboard neither.
    mark = f'<tspan class="mark" dy="-4">&#160;{escape(raised)}</tspan>' if raised else ""
    start = f'<text x="{number(x)}" y="{number(y)}"{named}>'
    if len(lines) < 2:
        return f"{start}{escape(lines[0]) if lines else ''}{mark}</text>"
    turn = f'<tspan x="{number(x)}" dy="{number(step)}">'
    made = [
        f"<tspan>{_line(lines[0])}",
        *[f"{turn}{_line(line)}" for line in lines[1:-1]],
        f"{turn}{escape(lines[-1])}",
    ]
    return f"{start}{''.join(made)}</tspan>{mark}</text>"


def _line(text: str) -> str:
    """Return a line that others follow. A space at its end has no size: it would shift what ends there."""
    bare = text.removesuffix(" ")
    return f"{escape(bare)}</tspan>" if bare == text else f'{escape(bare)}</tspan><tspan class="gap"> </tspan>'
