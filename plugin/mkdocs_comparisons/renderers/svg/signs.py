"""Subjects' signs of other sizes than the usual one, and several at one point without one hiding another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from mkdocs_comparisons.renderers.svg.pieces import SUBJECT_COLOURS, Piece, colour_of, path
from mkdocs_comparisons.renderers.svg.shapes import number

SMALL = 0.75
_NESTED = ((1.0,), (0.75, 1.65), (0.65, 1.4, 2.2))
"""For one, two and three at a point: the sizes of their signs, the inmost first."""


def sign(x: float, y: float, place: int, *, size: float, class_: str = "mark") -> Piece:
    """Draw the sign of the subject at a place in the author's order, at a multiple of its usual size."""
    return path(x, y, outline(place, size), f"{class_} {colour_of(place)}")


def nested(points: Sequence[tuple[float, float, int]]) -> Iterator[Piece]:
    """Draw up to three signs at one point or nearly so, in their order one in another."""
    for (x, y, place), size in zip(points, reversed(_NESTED[len(points) - 1]), strict=True):
        yield sign(x, y, place, size=size, class_="open" if size > 1 else "mark")


def outline(place: int, size: float = 1) -> str:
    """Return the shape of a subject's sign, as a path from its middle on."""
    return _sign(place % SUBJECT_COLOURS % 4, size)


@lru_cache(maxsize=32)
def _sign(shape: int, size: float) -> str:
    def px(*lengths: float) -> str:
        return " ".join([number(round(length * size, 1)) for length in lengths])

    if shape == 0:
        radius = round(5.5 * size, 1)
        return f"m0{number(-radius)}a{number(radius)} {number(radius)} 0 1 0 .01 0z"
    if shape == 1:
        return f"m{px(-5, -5)}h{px(10)}v{px(10)}h{px(-10)}z"
    if shape == 2:
        return f"m0 {px(-6.8)}l{px(6.8, 6.8)}l{px(-6.8, 6.8)}l{px(-6.8, -6.8)}z"
    return f"m0 {px(-6.2)}l{px(6.6, 11.4)}h{px(-13.2)}z"
