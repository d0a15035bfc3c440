"""What holds for every diagram that is laid out twice, checked without a browser."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

from mkdocs_comparisons.renderers.svg import pieces
from mkdocs_comparisons.renderers.svg.pieces import Style
from mkdocs_comparisons.renderers.svg.sheets import NARROW, WIDE
from tests.renderers.svg.boxes import SVG, Box, overlapping, parse
from tests.renderers.svg.geometry import assert_text_has_room

STYLES = {style.name: style for style in vars(pieces).values() if isinstance(style, Style)}
_COLOUR = re.compile(r"#[0-9a-f]{3,8}|(rgb|hsl|oklch)a?\(.*|[a-z]*(black|white|red|blue|gr[ae]y)", re.IGNORECASE)
_TAGS = {"svg", "g", "a", "text", "tspan", "title", "desc", "defs", "pattern", "path", "rect", "circle", "use"}
_MOVE = re.compile(r"translate\((\S+) (\S+)\)")


def check_figure(figure: str) -> None:
    """Check a figure: sound, safe, named, and with no text cut or over another, wide and narrow."""
    root = parse(figure)
    picture = root.find(f"{SVG}svg") if root.tag != f"{SVG}svg" else root
    assert picture is not None
    check_safe(picture)
    assert picture.get("role") == "group"
    assert "\x00" not in figure
    assert "\x01" not in figure
    assert "\x02" not in figure
    _check_names(picture)
    if "laid" not in picture.get("class", ""):
        assert_text_has_room(figure)
        return
    for width, size in ((WIDE, "height"), (NARROW, "font-size")):
        boxes = [box for box in text_boxes(picture, width) if box.text.strip()]
        height = float(picture.get(size, "0"))
        outside = [
            box for box in boxes if box.left < -1 or box.right > width + 1 or box.top < -1 or box.bottom > height + 1
        ]
        assert not outside, (width, height, outside)
        over = list(overlapping(boxes))
        assert not over, (width, over)


def check_safe(picture: ET.Element) -> None:
    """Check that a picture has nothing but shapes and words: no script, no style, no colour, no unsafe link."""
    for each in picture.iter():
        assert each.tag.removeprefix(SVG) in _TAGS, each.tag
        for name, value in each.attrib.items():
            assert name != "style"
            assert not name.startswith("on"), name
            assert name not in ("fill", "stroke") or not _COLOUR.fullmatch(value), value
            scheme = value.strip().lower().partition(":")[0]
            assert name != "href" or scheme not in ("javascript", "data", "vbscript"), value


def text_boxes(picture: ET.Element, width: int) -> list[Box]:
    """Return a box for each line of text that is shown at a width, by the widths that layouts reckon with."""
    return list(_boxes(picture, width))


def words_of(figure: str) -> str:
    """Return all text of a picture, its names included, in reading order."""
    return " ".join(" ".join(parse(figure).itertext()).split())


def _check_names(picture: ET.Element) -> None:
    ids = [id for each in picture.iter() if (id := each.get("id"))]
    assert len(set(ids)) == len(ids)
    title, desc = (picture.find(f"{SVG}{name}") for name in ("title", "desc"))
    assert title is not None
    assert title.text
    assert title.get("id") == picture.get("aria-labelledby")
    assert desc is not None
    assert desc.text
    assert desc.get("id") == picture.get("aria-describedby")
    for use in picture.iter(f"{SVG}use"):
        assert use.get("href", "").removeprefix("#") in ids


def _boxes(element: ET.Element, width: int, dx: float = 0, dy: float = 0) -> Iterator[Box]:
    for child in element:
        if child.get("class") == ("n" if width == WIDE else "w"):
            continue
        moved = _MOVE.fullmatch(child.get("transform", "")) if width == WIDE else None
        x, y = (dx + float(moved[1]), dy + float(moved[2])) if moved else (dx, dy)
        if child.tag == f"{SVG}text":
            yield from _lines(child, x, y)
        else:
            yield from _boxes(child, width, x, y)


def _lines(text: ET.Element, dx: float, dy: float) -> Iterator[Box]:
    style = STYLES[text.get("class", "").split()[0]]
    x = float(text.get("x", "0")) + dx
    y = float(text.get("y", "0")) + dy
    classes = text.get("class", "").split()
    share = 0.5 if "m" in classes else 1.0 if "e" in classes else 0.0
    for line, step in _written(text):
        y += step
        room = style.width(line)
        left = x - room * share
        yield Box(line, left, y - 0.8 * style.size, left + room, y + 0.2 * style.size)


def _written(text: ET.Element) -> Iterator[tuple[str, float]]:
    title = text.find(f"{SVG}title")
    first = (text.text or "") if title is None else (title.tail or "")
    # Bold words at the beginning have no place of their own.
    leads = [span for span in text.findall(f"{SVG}tspan") if span.get("class") == "value"]
    yield first + "".join((lead.text or "") + (lead.tail or "") for lead in leads), 0
    for span in text.findall(f"{SVG}tspan"):
        if span.get("class") not in ("gap", "value"):
            yield span.text or "", float(span.get("dy", 0))
