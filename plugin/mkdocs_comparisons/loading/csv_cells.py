"""CSV as RFC 4180 has it, with the place of each cell.

Python's `csv` does not say where a cell stands, and takes text after a closing quote for a part of the cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_comparisons.loading.collector import Collector
from mkdocs_comparisons.loading.source_file import SourceFile
from mkdocs_comparisons.loading.tree import Scalar
from mkdocs_comparisons.model.places import Place

MOST_CELLS = 2_000_000

_QUOTED = '"(?P<quoted>[^"]*(?:""[^"]*)*)"'
_CELL = re.compile(rf"(?:{_QUOTED}|(?P<bare>(?!\")[^,\r\n]*))(?P<end>,|\r?\n|\Z)")
_CLOSED = re.compile(_QUOTED)

Row = list[Scalar]


def rows_of(source: SourceFile, log: Collector) -> Iterator[Row]:
    """Yield the rows of a CSV file without blank ones; after a finding about its form there are no more."""
    text = source.text
    position, line, room = 0, 1, MOST_CELLS
    while position < len(text):
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        raw = text[position:end].removesuffix("\r")
        room -= raw.count(",") + 1
        if room < 0:
            problem = f"the file holds more than {MOST_CELLS:,} cells; reading stopped here"
            log.report("limit", Place(source.path, line, 1), problem, "Split the comparison.")
            return
        if '"' in raw:
            row, position = _quoted_row(source, position, line, log)
            if not row:
                return
            yield row
            line += text.count("\n", end, position)
        else:
            if raw:
                yield _bare_row(source.path, raw, line)
            position, line = end + 1, line + 1


def _bare_row(path: str, raw: str, line: int) -> Row:
    row = []
    column = 1
    for value in raw.split(","):
        row.append(Scalar(value, Place(path, line, column, len(value) or 1)))
        column += len(value) + 1
    return row


def _quoted_row(source: SourceFile, start: int, line: int, log: Collector) -> tuple[Row, int]:
    """Return a row that starts at an offset, and the offset of the next; no row after a finding."""
    row: Row = []
    position, line_start = start, start
    while True:
        match = _CELL.match(source.text, position)
        at = Place(source.path, line, position - line_start + 1)
        if match is None:
            _report_quotes(source.text, position, at, log)
            return [], position
        row.append(_cell(match, at))
        position = match.end()
        if match["end"] != ",":
            return row, position
        newlines = match.group().count("\n")
        if newlines:
            line += newlines
            line_start = match.start() + match.group().rindex("\n") + 1


def _cell(match: re.Match[str], at: Place) -> Scalar:
    quoted = match["quoted"]
    if quoted is None:
        return Scalar(match["bare"], at._replace(length=len(match["bare"]) or 1))
    length = len(quoted.split("\n", 1)[0]) + (1 if "\n" in quoted else 2)
    return Scalar(quoted.replace('""', '"'), at._replace(length=length))


def _report_quotes(text: str, position: int, at: Place, log: Collector) -> None:
    closed = _CLOSED.match(text, position)
    if closed and text[closed.end()] in ";\t":
        problem, advice = "the cells are not separated by commas", "Separate the cells of all rows by commas."
    elif closed:
        problem, advice = "text follows the closing quote of a cell", 'Double a quote that belongs to the text: "".'
    else:
        problem, advice = "the quotes of a cell are never closed", 'Close them; a quote within them is doubled: "".'
    log.report("csv-syntax", at, problem, advice)
