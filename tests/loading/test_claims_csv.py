"""Claims in a table."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_comparisons.loading import Loaded, SourceFile
from mkdocs_comparisons.loading.collector import Collector
from mkdocs_comparisons.loading.csv_cells import rows_of
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.model.values import Invalid, Text, Unknown
from tests.loading.small import HEAD, codes, comparison, load_files, only, where

HEADER = "subject,attribute,value,note,sources,as_of\n"


def load_table(folder: Path, table: str | bytes, head: str = HEAD) -> Loaded:
    """Load a comparison with a table of claims."""
    return load_files(folder, {"a/comparison.yml": head, "a/claims.csv": table})


def test_row_is_a_claim(tmp_path: Path) -> None:
    """Every column arrives, each cell with its place."""
    table = HEADER + 'redis,reads,"fast, mostly",Said ""so"".,notes  paper,2024-05-01\n'.replace('""', "''")
    (claim,) = comparison(load_table(tmp_path, table)).claims
    assert (claim.subject, claim.attribute, claim.value) == ("redis", "reads", Text(Inline("fast, mostly")))
    assert (claim.note, claim.as_of) == (Inline("Said ''so''."), date(2024, 5, 1))
    assert [(citation.source, citation.at.column) for citation in claim.citations] == [("notes", 41), ("paper", 48)]
    assert (claim.at.path, claim.at.line, claim.at.column) == ("data/a/claims.csv", 2, 1)
    assert (claim.value_at.line, claim.value_at.column, claim.value_at.length) == (2, 13, 14)


def test_columns_may_come_in_any_order(tmp_path: Path) -> None:
    """The header says which is which, so no cell can shift into another's column."""
    (claim,) = comparison(load_table(tmp_path, "value,subject,attribute\n5,redis,reads\n")).claims
    assert (claim.subject, claim.attribute, claim.value.written) == ("redis", "reads", "5")


@pytest.mark.parametrize("prefix", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_files_of_spreadsheets(tmp_path: Path, prefix: bytes, end: str) -> None:
    """With a byte order mark, with both ends of lines, without a last one."""
    table = prefix + f"subject,attribute,value{end}redis,reads,a{end}{end}valkey,reads,b".encode()
    claims = comparison(load_table(tmp_path, table)).claims
    assert [(claim.subject, claim.value.written, claim.value_at.line) for claim in claims] == [
        ("redis", "a", 2),
        ("valkey", "b", 4),
    ]


def test_cell_over_several_lines_does_not_shift_later_places(tmp_path: Path) -> None:
    """A note may hold line ends; the next row is still found where it stands."""
    table = 'subject,attribute,value,note\nredis,reads,a,"one\ntwo, ""three"""\nvalkey,reads,b,\n'
    first, second = comparison(load_table(tmp_path, table)).claims
    assert first.note == Inline('one\ntwo, "three"')
    assert (second.at.line, second.value_at.column, second.note) == (4, 14, None)


def test_empty_value_is_an_error(tmp_path: Path) -> None:
    """In others' tables an empty cell shifts the row, or turns into `nan`."""
    (claim,) = comparison(load_table(tmp_path, "subject,attribute,value\nredis,reads,\n")).claims
    assert isinstance(claim.value, Invalid)
    assert "n/a" in claim.value.advice
    assert (claim.value_at.line, claim.value_at.column) == (2, 13)


def test_unknown_is_a_state_also_in_quotes(tmp_path: Path) -> None:
    """Spreadsheets quote what they like; in a table quotes mean nothing."""
    (claim,) = comparison(load_table(tmp_path, 'subject,attribute,value\nredis,reads,"unknown"\n')).claims
    assert claim.value == Unknown()


@pytest.mark.parametrize("written", ["1.10", "0012", "no", "nan", "NA", "2024-01-01", " x "])
def test_cells_stay_as_typed(tmp_path: Path, written: str) -> None:
    """No cell is a number, a date or a missing value by itself."""
    (claim,) = comparison(load_table(tmp_path, f"subject,attribute,value\nredis,reads,{written}\n")).claims
    assert claim.value.written == written


@pytest.mark.parametrize(
    ("table", "place", "word"),
    [
        ("subject,attribute\nredis,reads\n", (1, 1), "'value'"),
        ("subject,attribute,valeu\nredis,reads,x\n", (1, 19), "Did you mean 'value'?"),
        ("subject, attribute,value\n", (1, 9), "white space stands before the column's name 'attribute'"),
        ("subject , value ,attribute\n", (1, 1), "white space stands behind the column's name 'subject'"),
        ("subject , value ,attribute\n", (1, 10), "white space stands around the column's name 'value'"),
        ("subject,attribute,value\nredis, reads,x\n", (2, 7), "white space stands before the attribute 'reads'"),
        ("subject;attribute;value\n", (1, 1), "commas"),
        ("subject,attribute,value,value\n", (1, 25), "twice"),
        (HEADER + "redis,reads,x\n", (2, 1), "3 cells; the header has 6"),
        ("subject,attribute,value\nredis,reads,a,b\n", (2, 1), "4 cells; the header has 3"),
        ("subject,attribute,value\n,reads,a\n", (2, 1), "'subject'"),
        ("subject,attribute,value\nredis,,a\n", (2, 7), "'attribute'"),
        ('subject,attribute,value\nredis,reads,"a\nvalkey,reads,b\n', (2, 13), "never closed"),
        ('subject,attribute,value\nredis,reads,"a"b\n', (2, 13), "follows the closing quote"),
    ],
)
def test_mistakes_in_tables(tmp_path: Path, table: str, place: tuple[int, int], word: str) -> None:
    """A row that does not fit is refused; it never fills the wrong columns."""
    loaded = load_table(tmp_path, table)
    assert set(codes(loaded)) == {"csv-syntax"}
    assert word in " ".join(finding.problem + finding.advice for finding in loaded.findings)
    assert place in [where(finding) for finding in loaded.findings]
    assert loaded.catalogue.comparisons[0].claims == ()


def test_good_rows_beside_bad_ones_are_read(tmp_path: Path) -> None:
    """One slip does not hide the rest."""
    loaded = load_table(tmp_path, "subject,attribute,value\nredis,reads\nvalkey,reads,b\n")
    assert only(loaded, "csv-syntax").at.line == 2
    assert len(loaded.catalogue.comparisons[0].claims) == 1


def test_bad_day_and_source_in_a_table(tmp_path: Path) -> None:
    """Cells are checked as the keys of a claim are."""
    loaded = load_table(tmp_path, HEADER + "redis,reads,x,,a/b,May\n")
    assert codes(loaded) == ["bad-id", "bad-date"]


def test_empty_table(tmp_path: Path) -> None:
    """As for any file; a header alone is no mistake."""
    only(load_table(tmp_path / "a", ""), "file-empty")
    assert comparison(load_table(tmp_path / "b", HEADER)).claims == ()


CELLS = st.text(alphabet=st.sampled_from('ab",\n ä'), max_size=6)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), max_size=5), st.sampled_from(["\n", "\r\n"]))
def test_what_csv_writes_is_read_back(rows: list[list[str]], end: str) -> None:
    """Any table that a program wrote by RFC 4180 is read cell by cell, and each cell is where its place says."""
    written = io.StringIO()
    csv.writer(written, lineterminator=end).writerows(rows)
    source, log = SourceFile.of("a.csv", written.getvalue()), Collector()
    read = list(rows_of(source, log))
    assert log.findings() == ()
    assert [[cell.value for cell in row] for row in read] == rows
    for cell in (cell for row in read for cell in row):
        rest = source.lines[cell.at.line - 1][cell.at.column - 1 :]
        assert rest.removeprefix('"').startswith(cell.value.split("\n")[0].replace('"', '""'))


@given(st.text(alphabet=st.sampled_from('ab",;\n\r ä'), max_size=60))
def test_arbitrary_tables_never_raise(text: str) -> None:
    """Every text is rows or a finding."""
    log = Collector()
    assert list(rows_of(SourceFile.of("a.csv", text), log)) or log.findings() or not text.strip("\r\n")
