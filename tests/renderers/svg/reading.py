"""Reads a picture back: what stands where, at a width, as a browser shows it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.units import UNITS
from mkdocs_comparisons.renderers.svg.sheets import WIDE
from tests.renderers.svg.boxes import SVG, parse

_MOVE = re.compile(r"translate\((\S+) (\S+)\)")
_START = re.compile(r"M(-?[\d.]+) (-?[\d.]+)")
_STEP = re.compile(r"([lmhvcaqz])([^a-z]*)")
_NUMBER = re.compile(r"-?\d*\.?\d+")
_LOWERED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹−", "-0123456789-")
_LARGE = {"M": 6, "bn": 9, "tn": 12}


@dataclass(frozen=True)
class Shape:
    """A shape or text that is shown at a width, with its place in px."""

    tag: str
    classes: tuple[str, ...]
    x: float
    y: float
    words: str
    """The words of a text, its lines put together."""

    title: str
    href: str
    """Where the link around it leads."""

    attributes: dict[str, str]

    @property
    def width(self) -> float:
        return float(self.attributes["width"])

    @property
    def height(self) -> float:
        return float(self.attributes["height"])

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def steps(self) -> str:
        """A path's commands after its start."""
        return _START.sub("", self.attributes["d"], count=1)

    def has(self, *classes: str) -> bool:
        return set(classes) <= set(self.classes)


def picture_of(figure: str) -> ET.Element:
    """Return the drawing of a figure."""
    picture = parse(figure).find(f"{SVG}svg")
    assert picture is not None
    return picture


def description_of(figure: str) -> str:
    """Return what a picture says of itself, with plain spaces."""
    return (picture_of(figure).findtext(f"{SVG}desc") or "").replace("\u00a0", " ")


def shapes_of(figure: str, width: int) -> list[Shape]:
    """Return all that a picture shows at a width, in reading order."""
    return list(_shapes(picture_of(figure), width, 0, 0, ""))


def _shapes(parent: ET.Element, width: int, dx: float, dy: float, href: str) -> Iterator[Shape]:
    for child in parent:
        tag = child.tag.removeprefix(SVG)
        if tag in ("title", "desc", "defs") or child.get("class") == ("n" if width == WIDE else "w"):
            continue
        moved = _MOVE.fullmatch(child.get("transform", "")) if width == WIDE else None
        x, y = (dx + float(moved[1]), dy + float(moved[2])) if moved else (dx, dy)
        if tag in ("g", "a"):
            yield from _shapes(child, width, x, y, child.get("href", href))
        else:
            yield _shape(child, tag, x, y, href)


def _shape(child: ET.Element, tag: str, dx: float, dy: float, href: str) -> Shape:
    start = _START.match(child.get("d", ""))
    x, y = (start[1], start[2]) if start else (child.get("x", "0"), child.get("y", "0"))
    title = child.findtext(f"{SVG}title") or ""
    words = "".join(child.itertext()).removeprefix(title).replace("\u00a0", " ") if tag == "text" else ""
    classes = tuple(child.get("class", "").split())
    return Shape(tag, classes, float(x) + dx, float(y) + dy, words, title, href, dict(child.attrib))


def corners_of(path: Shape) -> list[tuple[float, float]]:
    """Return the points of a path of straight lines, from where its first subpath starts."""
    x, y = path.x, path.y
    points = [(x, y)]
    for command, rest in _STEP.findall(path.steps):
        numbers = [float(each) for each in _NUMBER.findall(rest)]
        across = numbers[0] if command in "lmh" else 0.0
        down = numbers[-1] if command in "lmv" and (command == "v" or len(numbers) > 1) else 0.0
        x, y = x + across, y + down
        if command != "z":
            points.append((x, y))
    return points


def grid_of(path: Shape) -> list[float]:
    """Return where the lines of a grid stand across."""
    at, found = path.x, []
    for across in re.findall(r"m(-?[\d.]+) 0v", path.steps):
        at += float(across)
        found.append(at)
    return found


def number_of(label: str) -> Decimal:
    """Read a tick's label, in the base unit: `20 000`, `5 M`, `2×10⁻⁹`, `300 ms`."""
    *parts, last = label.replace("\u00a0", " ").translate(_LOWERED).split(" ")
    power, factor = 0, Decimal(1)
    if last in UNITS and parts:
        factor = UNITS[last].factor
        *parts, last = parts
    if last in _LARGE and parts:
        power = _LARGE[last]
        *parts, last = parts
    digits = "".join([*parts, last])
    if (found := re.fullmatch(r"(?:(-?[\d.]+)×)?10(-?[\d]+)", digits)) and re.search("[⁰¹²³⁴⁵⁶⁷⁸⁹]", label):
        return Decimal(found[1] or 1).scaleb(int(found[2]) + power) * factor
    return Decimal(digits).scaleb(power) * factor


def runs_of(shapes: Sequence[Shape]) -> list[list[Shape]]:
    """Divide shapes so that each run begins with a link: what belongs to it follows."""
    runs: list[list[Shape]] = []
    before = ""
    for shape in shapes:
        if shape.href and shape.href != before:
            runs.append([])
        before = shape.href
        if runs:
            runs[-1].append(shape)
    return runs


def value_of(comparison: Comparison, row: int, place: int) -> Any:  # noqa: ANN401 - tests know what they drew
    """Return what is claimed; None where nothing is."""
    claim = comparison.claim(f"a{row}", f"s{place}")
    return claim.value if claim else None


def found_in(pattern: str, words: str) -> re.Match[str]:
    """Find what has to be there."""
    found = re.search(pattern, words)
    assert found, (pattern, words)
    return found


def number_in(href: str, letter: str) -> int:
    """Return the number of an attribute (`a`) or a subject (`s`) in an address."""
    found = re.search(rf"/{letter}(\d+)/", href)
    assert found, href
    return int(found[1])
