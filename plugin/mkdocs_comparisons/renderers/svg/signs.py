"""Subjects' signs of other sizes than the usual one, and several at one point without one hiding another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mkdocs_comparisons.renderers.svg.pieces import Piece, mark

SMALL = 0.75
_NESTED = ((1.0,), (0.75, 1.65), (0.65, 1.4, 2.2))
"""For one, two and three at a point: the sizes of their signs, the inmost first."""


def nested(points: Sequence[tuple[float, float, int]]) -> Iterator[Piece]:
    """Draw up to three signs at one point or nearly so, in their order one in another."""
    for (x, y, place), size in zip(points, reversed(_NESTED[len(points) - 1]), strict=True):
        yield mark(x, y, place, "open" if size > 1 else "mark", size=size)
