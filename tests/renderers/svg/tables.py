"""Reads the picture of a matrix back, as a program of somebody else would."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.values import state_of
from mkdocs_comparisons.renderers.labels import ref_words
from mkdocs_comparisons.renderers.svg.metrics import text_width
from mkdocs_comparisons.renderers.words import format_value
from mkdocs_comparisons.views.matrix import Matrix
from tests.renderers.svg.boxes import SVG, Box, overlapping, parse

TAGS = {"svg", "title", "desc", "style", "g", "rect", "path", "text", "tspan"}
ATTRIBUTES = {
    *("class", "d", "x", "y", "dy", "width", "height", "rx", "fill", "viewBox", "role", "font-family", "font-size"),
    *("data-comparison", "data-dimension", "data-attribute", "data-subject", "data-state", "data-note"),
}
BOLD = {"head", "band", "good", "fair", "poor"}
SIZES = {"note": 12, "mark": 10}
_DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_REPLACED = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufffe\uffff]")


@dataclass(frozen=True)
class ReadCell:
    """What stands in a cell."""

    words: str
    state: str
    note: str
    sign: str
    """The class of the sign before the words; empty for none."""

    boxes: tuple[Box, ...]
    """One a line."""


@dataclass(frozen=True)
class ReadTable:
    """What a picture shows."""

    root: ET.Element
    heads: Mapping[str, tuple[str, float, float]]
    """Each column's name, and where it begins and ends."""

    rows: Mapping[str, tuple[str, float, float]]
    """Each row's name, and where it begins and ends."""

    cells: Mapping[tuple[str, str], ReadCell]
    notes: Mapping[str, str]


def read_table(picture: str) -> ReadTable:
    """Read a picture; that a place is given twice is an error."""
    root = parse(picture)
    heads, rows, cells, notes = {}, {}, {}, {}
    for group in root.iter(f"{SVG}g"):
        row, column = group.get("data-attribute"), group.get("data-subject")
        if row and column:
            assert (row, column) not in cells
            cells[row, column] = _cell(group)
        elif row:
            assert row not in rows
            rows[row] = (_words(group, direct=True), *_extent(group, "y", "height"))
        elif column:
            assert column not in heads
            heads[column] = (_words(group), *_extent(group, "x", "width"))
        elif (note := group.get("data-note")) is not None:
            notes[note] = _words(group).removeprefix(note).strip()
    return ReadTable(root, heads, rows, cells, notes)


def check_picture(picture: str, matrix: Matrix, catalogue: Catalogue) -> ReadTable:
    """Check that a picture is sound, and says what its matrix says, each claim in its own row and column."""
    table = read_table(picture)
    check_sound(table.root)
    refs = ref_words(catalogue, matrix.comparison)
    assert [words for words, _, _ in table.heads.values()] == [shown(each.title) for each in matrix.subjects]
    assert list(table.heads) == [each.id for each in matrix.subjects]
    assert [words for words, _, _ in table.rows.values()] == [shown(each.title) for each in matrix.attributes]
    expected = {
        (row.attribute.id, subject.id): matrix.comparison.claim(row.attribute.id, subject.id)
        for group in matrix.groups
        for row in group.rows
        for subject in matrix.subjects
    }
    assert set(table.cells) == set(expected)
    for place, claim in expected.items():
        cell = table.cells[place]
        assert cell.state == state_of(claim.value if claim else None).value
        assert cell.words == (shown(format_value(claim.value, refs=refs)) if claim else "—"), place
        _check_place(cell, table.rows[place[0]], table.heads[place[1]])
    assert not list(overlapping(boxes_of(table.root)))
    return table


def check_sound(root: ET.Element) -> None:
    """Check that a picture stays within what it needs: shapes, words, and a style sheet that asks for nothing."""
    for each in root.iter():
        assert each.tag.removeprefix(SVG) in TAGS, each.tag
        assert set(each.attrib) <= ATTRIBUTES, each.attrib
    sheets = [each.text or "" for each in root.iter(f"{SVG}style")]
    assert len(sheets) == 1
    assert not re.search("url|import|@font|<", sheets[0])
    assert root.get("role") == "img"
    assert [each.tag for each in root[:2]] == [f"{SVG}title", f"{SVG}desc"]
    width, height = float(root.get("width", "")), float(root.get("height", ""))
    assert root.get("viewBox") == f"0 0 {root.get('width')} {root.get('height')}"
    for box in boxes_of(root):
        assert box.left >= 0, box
        assert box.top >= 0, box
        assert box.right <= width, box
        assert box.bottom <= height, box


def shown(text: str) -> str:
    """Return a text as a picture shows it: on one line, and without what reorders or is not allowed in XML."""
    return " ".join(_REPLACED.sub("\ufffd", _DIRECTION.sub("", text)).split())


def boxes_of(root: ET.Element) -> list[Box]:
    """Return a box for each line of text, by the widths that layouts reckon with."""
    return [box for text in root.iter(f"{SVG}text") for box in _lines(text) if box.text.strip()]


def _check_place(cell: ReadCell, row: tuple[str, float, float], head: tuple[str, float, float]) -> None:
    for box in cell.boxes:
        assert head[1] < box.left, (box, head)
        assert box.right < head[2], (box, head)
        assert row[1] < box.top, (box, row)
        assert box.bottom < row[2], (box, row)


def _cell(group: ET.Element) -> ReadCell:
    paths = group.findall(f"{SVG}path")
    marks = [each for each in group.iter() if "mark" in each.get("class", "")]
    boxes = [box for text in group.findall(f"{SVG}text") for box in _lines(text)]
    note = "".join(each.text or "" for each in marks).strip()
    sign = paths[0].get("class", "") if paths else ""
    return ReadCell(_words(group), group.get("data-state", ""), note, sign, tuple(boxes))


def _words(group: ET.Element, *, direct: bool = False) -> str:
    texts = group.findall(f"{SVG}text") if direct else group.iter(f"{SVG}text")
    words = ("".join(line for line, _ in _written(text)) for text in texts if "mark" not in text.get("class", ""))
    return " ".join(" ".join(words).split())


def _written(text: ET.Element) -> Iterator[tuple[str, float]]:
    """Yield the lines of a text, each with its step down; a space at its end is part of it."""
    spans = [each for each in text if each.get("class") not in ("mark", "gap")]
    gaps = {place for place, each in enumerate(text) if each.get("class") == "gap"}
    if not spans:
        yield text.text or "", 0
    for place, span in enumerate(text):
        if span in spans:
            yield (span.text or "") + " " * (place + 1 in gaps), float(span.get("dy", 0))


def _extent(group: ET.Element, start: str, length: str) -> tuple[float, float]:
    area = group.find(f"{SVG}rect")
    assert area is not None
    return float(area.get(start, "")), float(area.get(start, "")) + float(area.get(length, ""))


def _lines(text: ET.Element) -> Iterator[Box]:
    classes = set(text.get("class", "").split())
    size = next((SIZES[each] for each in classes if each in SIZES), 13)
    x, y = float(text.get("x", "")), float(text.get("y", ""))
    for line, step in _written(text):
        y += step
        width = text_width(line.rstrip(" "), size, bold=bool(classes & BOLD))
        left = x - width if "end" in classes else x
        yield Box(line, left, y - 0.8 * size, left + width, y + 0.2 * size)
