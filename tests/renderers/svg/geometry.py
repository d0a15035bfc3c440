"""Where the text of a picture comes to stand, computed as the style sheet lays it out: no browser needed."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, replace

from mkdocs_comparisons.renderers.svg.heat import GROWTH, NAMES, WIDE
from mkdocs_comparisons.renderers.svg.metrics import text_width

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

    def overlaps(self, other: Box, tolerance: float = 0.5) -> bool:
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > tolerance and down > tolerance


@dataclass(frozen=True)
class _View:
    x: float
    y: float
    width: float
    height: float
    classes: str = ""
    lines: float = 0


@dataclass(frozen=True)
class Layout:
    """A picture at a width."""

    figure: ET.Element
    width: float

    @property
    def picture(self) -> ET.Element:
        found = self.figure.find(f"{SVG}svg")
        assert found is not None
        return found

    @property
    def columns(self) -> int:
        return int(self.picture.get("class", "")[-1])

    @property
    def is_stacked(self) -> bool:
        return self.width < WIDE

    @property
    def em(self) -> float:
        return 16 * (GROWTH if self.is_stacked else 1)

    @property
    def height(self) -> float:
        return self._length(self.picture.get("height"), 0)

    def boxes(self) -> list[Box]:
        """Return a box for each line of visible text."""
        width = self.width / (1 - NAMES) if self.is_stacked else self.width
        start = self.width - width
        return list(self._in(self.picture, _View(start, 0, width, self.height)))

    def _length(self, written: str | None, whole: float, em: float | None = None) -> float:
        if not written:
            return 0
        if written.endswith("%"):
            return float(written[:-1]) * whole / 100
        return float(written[:-2]) * (self.em if em is None else em) if written.endswith("em") else float(written)

    def _in(self, parent: ET.Element, view: _View) -> Iterator[Box]:
        for child in parent:
            if child.tag == f"{SVG}svg":
                yield from self._in(child, self._inner(child, view))
            elif child.tag in (f"{SVG}a", f"{SVG}g"):
                yield from self._in(child, view)
            elif child.tag == f"{SVG}text":
                yield from self._lines(child, parent, view)

    def _inner(self, child: ET.Element, view: _View) -> _View:
        classes = child.get("class", "")
        em = 0 if self.is_stacked and classes == "heat-name" else None
        lines = 16 * float(classes[-1]) if classes.startswith("heat-row") else view.lines
        return replace(
            view,
            x=view.x + self._length(child.get("x"), view.width),
            y=view.y + self._length(child.get("y"), view.height, em),
            width=self._length(child.get("width", "100%"), view.width),
            height=self._length(child.get("height", "100%"), view.height),
            classes=f"{view.classes} {classes}",
            lines=lines,
        )

    def _lines(self, text: ET.Element, parent: ET.Element, view: _View) -> Iterator[Box]:
        classes = view.classes.split()
        size, is_bold = self._font(text, parent, classes)
        x = view.x + self._length(text.get("x"), view.width) + float(text.get("dx", 0))
        y = view.y + self._length(text.get("y"), view.height)
        if "heat-name" in classes:
            x += 2 if self.is_stacked else -12
            y += view.lines / 2 + 2 if self.is_stacked else 0
        elif "heat-cells" in classes and self.is_stacked:
            y += view.lines / 2 + 2
        for line, step in _written(text):
            y += step
            width = text_width(line, size, bold=is_bold)
            left = x - width * self._anchor(classes)
            yield Box(line, left, y - 0.8 * size, left + width, y + 0.2 * size)

    def _anchor(self, classes: list[str]) -> float:
        if "heat-key" in classes:
            return 0
        if "heat-name" in classes:
            return 0 if self.is_stacked else 1
        return 0.5

    def _font(self, text: ET.Element, parent: ET.Element, classes: list[str]) -> tuple[float, bool]:
        if text.get("class") == "heat-note":
            return 11, False
        if "heat-name" in classes:
            return 13, False
        if "heat-key" in classes:
            return 12, False
        is_head = parent.tag == f"{SVG}a"
        return (13 if self.columns < 4 else 12), is_head or _is_bold(parent)


def _is_bold(parent: ET.Element) -> bool:
    boxes = [each.get("class", "") for each in parent.iter(f"{SVG}rect")]
    return parent.tag == f"{SVG}g" or any(name.startswith(("heat-s", "heat-track")) for name in boxes)


def _written(text: ET.Element) -> Iterator[tuple[str, float]]:
    title = text.find(f"{SVG}title")
    first = text.text or (title.tail if title is not None else "") or ""
    yield first, float(text.get("dy", 0))
    for span in text.findall(f"{SVG}tspan"):
        if span.get("class") != "gap":
            yield span.text or "", float(span.get("dy", 0))
