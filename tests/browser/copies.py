"""Reading copies of a matrix, each by an independent reader of its form: cells by the heads of line and column."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib
from markdown_it import MarkdownIt

Cells = dict[tuple[str, str], str]

_BESIDE = re.compile(": (Notes|Sources|Checked|against baseline)$")
_NOTE = re.compile(r" \[\d+\]$")
_ADDRESS = re.compile(r" <https://[^<> ]+>$")
_GROUP = re.compile("^(Needs|Abilities|History): ")


def read_csv(text: str) -> Cells:
    """Read CSV; `strict` refuses what RFC 4180 doesn't know."""
    return _read_fields(list(csv.reader(io.StringIO(text, newline=""), strict=True)))


def read_tsv(text: str) -> Cells:
    """Read TSV as a spreadsheet does that it is pasted into: lines, and fields between tabs."""
    return _read_fields([line.split("\t") for line in text.removesuffix("\n").split("\n")])


def read_html(text: str) -> Cells:
    """Read the table of an HTML text, and leave out the marks of its notes."""
    lines = [list(line) for line in html5lib.parse(text, namespaceHTMLElements=False).iter("tr")]
    heads = [_GROUP.sub("", _words(each)) for each in lines[0]]
    return dict(_read_lines(heads, [[_NOTE.sub("", _words(each)) for each in line] for line in lines[1:]]))


def read_markdown(text: str) -> Cells:
    """Read a Markdown text through HTML, as the pages do that it is pasted into."""
    return read_html(MarkdownIt("commonmark").enable("table").render(text))


def _read_fields(lines: list[list[str]]) -> Cells:
    first = 1 if lines[0][0] == "Dimension" else 0
    heads = [_GROUP.sub("", each) for each in lines[0][first:]]
    assert {len(line) for line in lines} == {len(lines[0])}
    cells = dict(_read_lines(heads, [line[first:] for line in lines[1:]]))
    told = {place: _ADDRESS.sub("", words.removeprefix("'")) for place, words in cells.items()}
    return {place: words for place, words in told.items() if not _BESIDE.search(place[1])}


def _read_lines(heads: list[str], lines: list[list[str]]) -> Iterator[tuple[tuple[str, str], str]]:
    for name, *cells in lines:
        # A line of a dimension has nothing beside its name.
        for head, words in zip(heads[1:], cells if any(cells) else [], strict=False):
            yield (name, head), words


def _words(element: Element) -> str:
    marks = {"".join(each.itertext()) for each in element.iter("sup")}
    return " ".join("".join(part for part in element.itertext() if part not in marks).split())
