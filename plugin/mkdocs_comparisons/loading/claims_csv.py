"""`claims.csv`: a claim a row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from mkdocs_comparisons.diagnostics import nearest
from mkdocs_comparisons.loading.claims import ClaimReader
from mkdocs_comparisons.loading.collector import Collector
from mkdocs_comparisons.loading.csv_cells import Row, rows_of
from mkdocs_comparisons.loading.fields import Field
from mkdocs_comparisons.loading.shapes import AS_OF, NOTE, CitationContent
from mkdocs_comparisons.loading.source_file import SourceFile
from mkdocs_comparisons.loading.tree import Scalar
from mkdocs_comparisons.loading.wording import quoted
from mkdocs_comparisons.model.claims import Claim
from mkdocs_comparisons.model.places import Place
from mkdocs_comparisons.model.sources import Citation

_Held = TypeVar("_Held")

_REQUIRED = ("subject", "attribute", "value")
_COLUMNS = (*_REQUIRED, "note", "sources", "as_of")


def read_claims_csv(source: SourceFile, claims: ClaimReader, log: Collector) -> list[Claim]:
    """Return the claims of a CSV file."""
    rows = rows_of(source, log)
    header = next(rows, None)
    if header is None:
        if source.text.strip() == "":
            log.report("file-empty", Place(source.path, 1, 1), "the file is empty", "Fill it, or remove it.")
        return []
    columns = _columns(header, log)
    if columns is None:
        return []
    read = (_read_row(row, columns, len(header), claims, log) for row in rows)
    return [claim for claim in read if claim]


def _columns(header: Row, log: Collector) -> Mapping[str, int] | None:
    if _is_separated_otherwise(header, log):
        return None
    columns: dict[str, int] = {}
    strange: list[Scalar] = []
    for index, cell in enumerate(header):
        if cell.value not in _COLUMNS:
            strange.append(cell)
        elif cell.value in columns:
            log.report("csv-syntax", cell.at, f"the column '{cell.value}' is there twice", "Remove one of the two.")
        else:
            columns[cell.value] = index
    meant = _report_strange(strange, log) if columns or _is_misspelled(strange) else ()
    missing = [name for name in _REQUIRED if name not in columns]
    # A column that was reported as misspelled is not also missing.
    lacking = [quoted(name) for name in missing if name not in meant]
    if lacking:
        advice = f"Begin the file with a row such as {','.join(_COLUMNS)}."
        log.report("csv-syntax", header[0].at, f"the header lacks {' and '.join(lacking)}", advice)
    return None if missing else columns


def _is_separated_otherwise(header: Row, log: Collector) -> bool:
    for cell in header:
        for sign, name in ((";", "semicolons"), ("\t", "tabs")):
            if sign in cell.value:
                problem = f"the header's cells are separated by {name}"
                log.report("csv-syntax", cell.at, problem, "Separate the cells of all rows by commas.")
                return True
    return False


def _is_misspelled(cells: list[Scalar]) -> bool:
    """Return whether a row without a single column's name is a header all the same, and not a first claim."""
    return any(nearest(cell.value, _COLUMNS) for cell in cells[: len(_COLUMNS)])


def _report_strange(cells: list[Scalar], log: Collector) -> set[str]:
    """Report columns that there are not; return the names that were most likely meant."""
    meant = set()
    for cell in cells:
        if cell.value.strip() in _COLUMNS:
            _report_spaces(cell, "the column's name", log)
            meant.add(cell.value.strip())
            continue
        near = "" if log.is_full(cell.at.path) else nearest(cell.value, _COLUMNS)
        advice = f"Did you mean '{near}'?" if near else f"Known are {', '.join(_COLUMNS)}."
        log.report("csv-syntax", cell.at, f"unknown column {quoted(cell.value)}", advice)
        meant.add(near)
    return meant


def _has_spaces(cell: Scalar) -> bool:
    return cell.value != cell.value.strip()


def _report_spaces(cell: Scalar, what: str, log: Collector) -> None:
    """Report what can't be seen in a message that repeats the cell."""
    is_before, is_behind = cell.value[:1].isspace(), cell.value[-1:].isspace()
    where = "around" if is_before and is_behind else "before" if is_before else "behind"
    problem = f"white space stands {where} {what} {quoted(cell.value.strip())}"
    log.report("csv-syntax", cell.at, problem, "Remove it: spaces belong to their cell.")


def _read_row(row: Row, columns: Mapping[str, int], width: int, claims: ClaimReader, log: Collector) -> Claim | None:
    if len(row) != width:
        advice = "Put a cell that holds a comma in quotes; write one comma for each cell left empty."
        log.report("csv-syntax", row[0].at, f"the row has {len(row)} cells; the header has {width}", advice)
        return None
    cells = {name: row[index] for name, index in columns.items()}
    for name in ("subject", "attribute"):
        if not cells[name].value:
            log.report("csv-syntax", cells[name].at, f"the cell of the column '{name}' is empty", "Write an id.")
            return None
        if _has_spaces(cells[name]):
            _report_spaces(cells[name], f"the {name}", log)
            return None
    value = cells["value"]
    attribute = cells["attribute"].value
    return Claim(
        attribute=attribute,
        subject=cells["subject"].value,
        value=claims.values_of(attribute).read(value),
        note=_optional(NOTE, cells, log),
        citations=tuple(_citations(cells.get("sources"), log)),
        as_of=_optional(AS_OF, cells, log),
        at=row[0].at,
        value_at=value.at,
    )


def _optional(field: Field[_Held], cells: Mapping[str, Scalar], log: Collector) -> _Held | None:
    cell = cells.get(field.key)
    return field.holds.read(cell, f"'{field.key}'", log) if cell and cell.value else None


def _citations(cell: Scalar | None, log: Collector) -> Iterable[Citation]:
    if cell is None:
        return
    offset = 0
    for word in cell.value.split(" "):
        if word:
            is_quoted = cell.at.length > len(cell.value)
            at = cell.at.shifted(offset + is_quoted, len(word))
            citation = CitationContent().read(Scalar(word, at), "an entry of 'sources'", log)
            if citation:
                yield citation
        offset += len(word) + 1
