"""The pieces that a layout puts together: text, shapes, and links around them.

A piece is markup with gaps for its place, so that two layouts of one picture can share it: see `sheets`. What is filled
in is a number, a class of ours, or escaped by `escape`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from mkdocs_comparisons.renderers.html.elements import escape
from mkdocs_comparisons.renderers.svg.metrics import text_width
from mkdocs_comparisons.renderers.svg.shapes import number
from mkdocs_comparisons.renderers.svg.wrapping import WORD_GRACE, Room, Wrapped, wrap

# What stands in a piece's gaps: control characters, which `escape` lets through nowhere.
X, Y, MOVE = "\x00", "\x01", "\x02"


class Piece(NamedTuple):
    """A shape or text and where it stands, in px."""

    x: float
    y: float
    shape: str
    """Its markup, with gaps where `x`, `y` and a shift go. Two pieces of one shape differ in their place only."""


@dataclass(frozen=True, slots=True, eq=False)
class Style:
    """How a text looks; the style sheet has a class of that name with the same size and weight."""

    name: str
    size: int
    bold: bool = False
    step: int = 15
    """From baseline to baseline, in px."""

    def width(self, words: str) -> float:
        """Return the px that a line of text needs."""
        return text_width(words, self.size, bold=self.bold)

    def wrap(self, words: str, width: float, *, most: int = 2, is_strict: bool = False) -> Wrapped:
        """Break a text into at most `most` lines of a width in px.

        A word may be a little wider, as boxes have a margin; where a line ends at the picture's edge or close to
        something else, `is_strict` cuts such a word too.
        """
        return _wrapped(self, words, width, most, is_strict)


HEAD = Style("head", 14, bold=True, step=17)
"""Names of columns."""

NAME = Style("name", 13, bold=True, step=16)
"""Names of things."""

LABEL = Style("label", 13, step=16)
"""Names of rows, and text in boxes."""

NOTE = Style("note", 12)
"""What explains; muted."""

VALUE = Style("value", 12, bold=True)
"""Values, in the colour of their subject where they have one."""

TICK = Style("tick", 11)
"""Numbers of an axis; muted."""

SMALL = Style("small", 11, step=14)
"""Text in narrow boxes, and what explains in boxes: on a tint, muted text would be too weak."""


def text(  # noqa: PLR0913 - as SVG has it
    x: float, y: float, words: Wrapped | str, style: Style, *, anchor: str = "", class_: str = "", lead: str = ""
) -> Piece:
    """Write a text in lines.

    Args:
        x: Where each line is anchored.
        y: The first baseline.
        words: One line, or the lines of `Style.wrap`.
        style: How it looks.
        anchor: `middle` or `end`; else lines begin at `x`.
        class_: More classes, ours.
        lead: Bold words before it, on its first line.
    """
    return Piece(x, y, _text(words, style, anchor, class_, lead))


_ANCHORS = {"": "", "middle": "m", "end": "e"}


# A picture's two layouts write the same words, and the pages of a site many of them again.
@lru_cache(maxsize=8_192)
def _text(words: Wrapped | str, style: Style, anchor: str, class_: str, lead: str) -> str:
    lines = (words,) if isinstance(words, str) else words.lines
    whole = "" if isinstance(words, str) or not words.whole else f"<title>{escape(words.whole)}</title>"
    # The space between lines has no size: copying and finding see it, centring does not.
    turn = f'<tspan class="gap"> </tspan><tspan x="{X}" dy="{style.step}">'
    rest = "".join([f"{turn}{escape(line)}</tspan>" for line in lines[1:]])
    # Classes, not attributes: most texts are anchored.
    classes = " ".join(filter(None, (style.name, class_, _ANCHORS[anchor])))
    before = f'<tspan class="{VALUE.name}">{escape(lead)}</tspan> ' if lead else ""
    first = f"{before}{escape(lines[0])}" if lines else before
    return f'<text x="{X}" y="{Y}"{MOVE} class="{classes}">{whole}{first}{rest}</text>'


@lru_cache(maxsize=8_192)
def _wrapped(style: Style, words: str, width: float, most: int, is_strict: bool) -> Wrapped:  # noqa: FBT001 - a cache keeps it
    return wrap(words, Room(width, style.size, style.bold, 0 if is_strict else WORD_GRACE), most=most)


def box(x: float, y: float, width: float, height: float, class_: str, *, round: float = 5, fill: str = "") -> Piece:  # noqa: PLR0913 - as SVG has it
    """Draw a rectangle with rounded corners; `fill` names a pattern of the picture instead of a colour."""
    paint = f' fill="{escape(fill)}"' if fill else ""
    size = f'width="{number(width)}" height="{number(height)}" rx="{number(round)}"'
    return Piece(x, y, f'<rect x="{X}" y="{Y}"{MOVE} {size} class="{class_}"{paint}/>')


def path(x: float, y: float, steps: str, class_: str) -> Piece:
    """Draw a path from a point on.

    Args:
        x: Where it starts.
        y: Where it starts.
        steps: The rest of it, in relative commands only: `h20`, `c10 0 10 20 20 20`.
        class_: Its classes, ours.
    """
    return Piece(x, y, f'<path d="M{X} {Y}{steps}"{MOVE} class="{class_}"/>')


def line(x: float, y: float, dx: float, dy: float, class_: str) -> Piece:
    """Draw a straight line from a point on."""
    steps = f"h{number(dx)}" if not dy else f"v{number(dy)}" if not dx else f"l{number(dx)} {number(dy)}"
    return path(x, y, steps, class_)


SUBJECT_COLOURS = 7
"""The style sheet has that many: classes `s1` to `s7`, which give `--c` to what has them."""

_SHAPES = 4
"""Circle, square, diamond, triangle: told apart without their colours, and of one area to the eye."""


def colour_of(place: int) -> str:
    """Return the class of the subject that stands at a place in the author's order, from 0."""
    return f"s{place % SUBJECT_COLOURS + 1}"


def mark(x: float, y: float, place: int, class_: str = "mark", *, size: float = 1) -> Piece:
    """Draw the sign of the subject at a place in the author's order: shape and colour together tell it."""
    return path(x, y, outline(place, size), f"{class_} {colour_of(place)}")


def outline(place: int, size: float = 1) -> str:
    """Return the shape of a subject's sign, at a multiple of its usual size, as a path from its middle on."""
    return _outline(place % SUBJECT_COLOURS % _SHAPES, size)


@lru_cache(maxsize=32)
def _outline(shape: int, size: float) -> str:
    def px(*lengths: float) -> str:
        return " ".join([number(round(length * size, 1)) for length in lengths]).replace(" -", "-")

    if shape == 0:
        # An arc that nearly closes: half as long as two.
        return f"m0{px(-5.5)}a{px(5.5, 5.5)} 0 1 0 .01 0z"
    if shape == 1:
        return f"m{px(-5, -5)}h{px(10)}v{px(10)}h{px(-10)}z"
    if shape == 2:
        return f"m0{px(-6.8)}l{px(6.8, 6.8)}{px(-6.8, 6.8)}{px(-6.8, -6.8)}z"
    return f"m0{px(-6.2)}l{px(6.6, 11.4)}h{px(-13.2)}z"
