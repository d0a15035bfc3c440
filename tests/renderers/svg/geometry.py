"""Where the text of a heat map comes to stand, computed as the style sheet lays it out: no browser needed."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, replace

from mkdocs_comparisons.renderers.svg.heat import EM, NAMES, NARROWEST
from mkdocs_comparisons.renderers.svg.metrics import text_width
from mkdocs_comparisons.renderers.svg.pieces import LABEL, NAME, NOTE, TICK, VALUE
from mkdocs_comparisons.renderers.svg.sheets import WIDE
from tests.renderers.svg.boxes import SVG, Box, overlapping, parse

STYLES = {style.name: style for style in (LABEL, NAME, NOTE, TICK, VALUE)}
_ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}


@dataclass(frozen=True)
class _View:
    x: float
    y: float
    width: float
    height: float
    classes: tuple[str, ...] = ()
    above: float = 0
    """Room of the name above its row."""

    anchor: str = "start"
    is_bold: bool = False


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
    def height(self) -> float:
        return float(self.picture.get("font-size" if self.is_stacked else "height", "0"))

    def boxes(self) -> list[Box]:
        """Return a box for each line of visible text."""
        width = self.width / (1 - NAMES) if self.is_stacked else self.width
        return list(self._in(self.picture, _View(self.width - width, 0, width, self.height)))

    def _length(self, written: str | None, whole: float) -> float:
        if not written:
            return 0
        if written.endswith("%"):
            return float(written[:-1]) * whole / 100
        if written.endswith("em"):
            return 0 if self.is_stacked else float(written[:-2]) * EM
        return float(written)

    def _in(self, parent: ET.Element, view: _View) -> Iterator[Box]:
        for child in parent:
            if child.tag == f"{SVG}svg":
                yield from self._in(child, self._inner(child, view))
            elif child.tag == f"{SVG}a":
                yield from self._in(child, view)
            elif child.tag == f"{SVG}text":
                yield from self._lines(child, view)

    def _inner(self, child: ET.Element, view: _View) -> _View:
        classes = tuple(child.get("class", "").split())
        lines = [float(name[1:]) for name in classes if name[0] == "l" and self.is_stacked]
        anchor = "middle" if "cells" in classes else child.get("text-anchor", view.anchor)
        if "names" in classes:
            anchor = "start" if self.is_stacked else "end"
        return replace(
            view,
            x=view.x + self._length(child.get("x"), view.width),
            y=view.y + self._length(child.get("y"), view.height),
            width=self._length(child.get("width", "100%"), view.width),
            height=self._length(child.get("height", "100%"), view.height),
            classes=view.classes + classes,
            above=16 * lines[0] + 4 if lines else view.above,
            anchor=anchor,
            is_bold=any(rect.get("class", "").startswith("t") for rect in child.findall(f"{SVG}rect")),
        )

    def _lines(self, text: ET.Element, view: _View) -> Iterator[Box]:
        size, is_bold = self._font(text, view)
        x = view.x + self._length(text.get("x"), view.width) + float(text.get("dx", 0))
        y = view.y + self._length(text.get("y"), view.height)
        if {"names", "cells"} & set(view.classes):
            x += 14 if "names" in view.classes and self.is_stacked else 0
            y += view.above / 2
        for line, step in _written(text):
            y += step
            width = text_width(line, size, bold=is_bold)
            left = x - width * _ANCHORS[view.anchor]
            yield Box(line, left, y - 0.8 * size, left + width, y + 0.2 * size)

    def _font(self, text: ET.Element, view: _View) -> tuple[float, bool]:
        style = STYLES.get(text.get("class", ""))
        size = style.size if style else 12
        return 13 if "big" in view.classes else size, view.is_bold or bool(style and style.bold)


def _written(text: ET.Element) -> Iterator[tuple[str, float]]:
    title = text.find(f"{SVG}title")
    first = text.text or (title.tail if title is not None else "") or ""
    yield first, float(text.get("dy", 0))
    for span in text.findall(f"{SVG}tspan"):
        if span.get("class") != "gap":
            yield span.text or "", float(span.get("dy", 0))


def widths(columns: int) -> Iterator[float]:
    """Yield the widths at which a picture is at its tightest and loosest, stacked and not."""
    yield from (NARROWEST[columns - 1], WIDE - 1)
    if columns < 7:
        yield WIDE


def assert_text_has_room(figure: str) -> None:
    """Check at all widths that each line is inside the picture and none over another."""
    element = parse(figure)
    columns = Layout(element, WIDE).columns
    for width in widths(columns):
        layout = Layout(element, width)
        boxes = [box for box in layout.boxes() if box.text.strip()]
        for box in boxes:
            assert box.left >= -1, (width, box)
            assert box.right <= width + 1, (width, box)
            assert box.top >= -1, (width, box)
            assert box.bottom <= layout.height + 1, (width, box)
        over = list(overlapping(boxes))
        assert not over, (width, over)
