"""The signs of verdicts: told apart by shape, and each with words of its own."""

from __future__ import annotations

import enum
from collections.abc import Iterable

from markupsafe import Markup

from mkdocs_comparisons.model.values import State, state_of
from mkdocs_comparisons.renderers.html.elements import element
from mkdocs_comparisons.renderers.svg.pieces import MOVE, TICK, Piece, X, Y, text
from mkdocs_comparisons.renderers.svg.shapes import copied, outlined, rect
from mkdocs_comparisons.renderers.svg.wrapping import Wrapped
from mkdocs_comparisons.views.fit import Verdict


class Sign(enum.Enum):
    """The signs, by the ends of their ids: short, since each use repeats them."""

    BEST = "b"
    BETWEEN = "h"
    LEAST = "l"
    UNKNOWN = "u"
    MISSING = "m"
    NOT_APPLICABLE = ""
    """Words instead of a shape: it needs none to explain it."""


_DISC = "M0-8.5a8.5 8.5 0 1 0 .01 0z"
_RING = "M0-7.5a7.5 7.5 0 1 0 .01 0z"
_HALF = "M0-7.5a7.5 7.5 0 0 1 0 15z"
_QUESTION = "M-2.6-1.8c0-3.4 5.2-3.4 5.2 0 0 1.9-2.6 1.7-2.6 3.8m0 1.4v1.6"
_SHAPES = {
    Sign.BEST: rect("soft q", ' x="-13" y="-13" width="26" height="26" rx="6"') + outlined(_DISC, "solid q"),
    Sign.BETWEEN: outlined(_RING, "open q") + outlined(_HALF, "solid q"),
    Sign.LEAST: outlined("M-4.5-4.5l9 9m0-9l-9 9", "stroke o"),
    Sign.UNKNOWN: outlined(_RING, "edge") + outlined(_QUESTION, "wire o"),
    Sign.MISSING: outlined("M-3 0h6", "axis"),
}


def sign_of(verdict: Verdict) -> Sign:
    """Return the sign that stands for a verdict."""
    if verdict.reach is not None:
        return Sign.LEAST if verdict.reach <= 0 else Sign.BEST if verdict.reach >= 1 else Sign.BETWEEN
    state = state_of(verdict.value)
    if state is State.MISSING:
        return Sign.MISSING
    return Sign.NOT_APPLICABLE if state is State.NOT_APPLICABLE else Sign.UNKNOWN


def draw_sign(x: float, y: float, sign: Sign, words: str, key: str) -> Piece:
    """Draw a sign about a point; `words` say what it stands for."""
    if sign is Sign.NOT_APPLICABLE:
        return text(x, y + 4, Wrapped(("n/a",), words), TICK, anchor="middle")
    return Piece(x, y, copied(f"{key}-{sign.value}", f'x="{X}" y="{Y}"{MOVE}', words))


def define(signs: Iterable[Sign], key: str) -> Markup:
    """Define the signs that a picture uses."""
    shapes = (
        element("g", Markup(_SHAPES[sign]), id=f"{key}-{sign.value}", class_="sign")  # noqa: S704 - all of it is ours
        for sign in signs
        if sign in _SHAPES
    )
    return element("defs", *shapes)
