"""Lines of text in a picture, as boxes."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

SVG = "{http://www.w3.org/2000/svg}"


def parse(figure: str) -> ET.Element:
    """Parse a figure strictly; what is not well-formed XML raises."""
    return ET.fromstring(figure)  # noqa: S314 - our own output


@dataclass(frozen=True)
class Box:
    """The room of one line of text."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def holds(self, other: Box) -> bool:
        """Return whether another box lies inside."""
        across = self.left <= other.left and other.right <= self.right
        return across and self.top <= other.top and other.bottom <= self.bottom

    def overlaps(self, other: Box, tolerance: float = 0.5) -> bool:
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > tolerance and down > tolerance


def overlapping(boxes: Iterable[Box]) -> Iterator[tuple[Box, Box]]:
    """Yield the boxes that lie one over another; each is compared with those about its height only."""
    above: list[Box] = []
    for box in sorted(boxes, key=lambda each: each.top):
        above = [each for each in above if each.bottom > box.top]
        yield from ((each, box) for each in above if each.overlaps(box))
        above.append(box)
