"""CSV as RFC 4180 has it, with the place of each cell.

Python's `csv` does not say where a cell stands, and takes text after a closing quote as part of the cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_comparisons.loading.collector import Collector
from mkdocs_comparisons.loading.source_file import SourceFile
from mkdocs_comparisons.loading.tree import Scalar
from mkdocs_comparisons.model.places import Place

_CELL = re.compile(r'(?:"(?P<quoted>[^"]*(?:""[^"]*)*)"|(?P<bare>[^,\r\n]*))(?P<end>,|\r?\n|\Z)')

Row = tuple[Scalar, ...]


def rows_of(source: SourceFile, log: Collector) -> Iterator[Row]:
    """Yield the rows of a CSV file without blank ones; after a finding about the quotes there are no more."""
    text = source.text
    position, line, line_start = 0, 1, 0
    cells: list[Scalar] = []
    while position < len(text):
        match = _CELL.match(text, position)
        at = Place(source.path, line, position - line_start + 1)
        if match is None:
            _report_quotes(text, position, at, log)
            return
        cells.append(_cell(match, at))
        newlines = match.group().count("\n")
        if newlines:
            line += newlines
            line_start = match.start() + match.group().rindex("\n") + 1
        position = match.end()
        if match["end"] != ",":
            if len(cells) > 1 or cells[0].value or match["quoted"] is not None:
                yield tuple(cells)
            cells = []
    if cells:  # the last line ends in a comma
        yield (*cells, Scalar("", Place(source.path, line, position - line_start + 1)))


def _cell(match: re.Match[str], at: Place) -> Scalar:
    quoted = match["quoted"]
    value = match["bare"] if quoted is None else quoted.replace('""', '"')
    length = match.start("end") - match.start()
    is_one_line = quoted is None or "\n" not in quoted
    return Scalar(value, at._replace(length=max(1, length)) if is_one_line else at)


def _report_quotes(text: str, position: int, at: Place, log: Collector) -> None:
    closed = re.compile(r'"[^"]*(?:""[^"]*)*"').match(text, position)
    if closed:
        problem, advice = "text follows the closing quote of a cell", 'Double a quote that belongs to the text: "".'
    else:
        problem, advice = "the quotes of a cell are never closed", 'Close them; a quote within them is doubled: "".'
    log.report("csv-syntax", at, problem, advice)
