"""The picture of a matrix: whole, sound, and readable for people and programs."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_comparisons.loading import load
from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.renderers.svg.table import render_matrix_file
from mkdocs_comparisons.renderers.svg.table_columns import COMFORT
from mkdocs_comparisons.views.matrix import Matrix, build_matrix
from mkdocs_comparisons.views.selection import Selection
from tests.building import write_files
from tests.renderers.svg.boxes import SVG
from tests.renderers.svg.picture_samples import hard, numbers, wide
from tests.renderers.svg.tables import ReadTable, check_picture
from tests.safety.hostile import PAYLOADS, project
from tests.samples import catalogue_of, with_rows

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60).filter(str.strip)


def matrix_of(catalogue: Catalogue, selection: Selection | None = None) -> Matrix:
    """Return the matrix of a catalogue's only comparison."""
    return build_matrix(catalogue.comparisons[0], selection or Selection())


def drawn(catalogue: Catalogue, selection: Selection | None = None, *, caption: str = "") -> ReadTable:
    """Draw the only comparison, and check that it is sound and complete."""
    matrix = matrix_of(catalogue, selection)
    return check_picture(render_matrix_file(matrix, catalogue, caption=caption), matrix, catalogue)


def rows_of(rows: str) -> Catalogue:
    """Return a catalogue with a comparison of A and B that has these attributes."""
    return Catalogue(comparisons=(with_rows(rows),))


def cited(claims: str) -> Catalogue:
    """Return a catalogue with a comparison of A and B that has one attribute, and two sources."""
    sources = "{s: {title: S & <i>}, t: {title: T}}"
    dimensions = f"{{d: {{title: D, attributes: {{x: {{title: X, claims: {claims}}}}}}}}}"
    subjects = "{a: {title: A}, b: {title: B}}"
    return catalogue_of(sample=f"title: T\nsubjects: {subjects}\nsources: {sources}\ndimensions: {dimensions}\n")


def test_states_are_told_apart() -> None:
    """Unknown, not applicable, missing and no are four things, in words, in looks and for programs."""
    table = drawn(
        rows_of("{x: {title: X, type: support, claims: {a: unknown, b: n/a}}, y: {title: Y, claims: {a: no}}}")
    )
    cells = [table.cells[place] for place in (("x", "a"), ("x", "b"), ("y", "b"), ("y", "a"))]
    assert [cell.words for cell in cells] == ["unknown", "n/a", "—", "no"]
    assert [cell.state for cell in cells] == ["unknown", "not-applicable", "missing", "known"]
    assert [cell.sign for cell in cells] == ["unknown", "", "", ""]
    assert table.notes == {"—": "no claim"}


def test_levels_have_words_and_signs() -> None:
    """Colour alone would tell some readers nothing; levels of an author's own are words alone."""
    table = drawn(
        rows_of(
            "{s: {title: S, type: support, claims: {a: yes, b: partial}},"
            " f: {title: F, type: fit, claims: {a: poor, b: fair}},"
            " c: {title: C, type: {choice: [good, bad]}, claims: {a: good, b: bad}}}"
        )
    )
    shown = {place: (cell.words, cell.sign) for place, cell in table.cells.items()}
    assert shown["s", "a"] == ("yes", "good")
    assert shown["s", "b"] == ("partial", "fair")
    assert shown["f", "a"] == ("poor", "poor")
    assert shown["f", "b"] == ("fair", "fair")
    assert shown["c", "a"] == ("good", "")


def test_notes_are_below_with_their_sources() -> None:
    """A note has its number in the cell, and the works that its claim cites behind its words."""
    claim = "{value: m², note: 'On *sand*.', sources: [{source: s, where: p. 3}, t]}"
    table = drawn(cited(f"{{a: {claim}, b: {{value: v}}}}"))
    assert table.notes == {"1": "On sand. Sources: S & <i>, p. 3; T."}
    assert (table.cells["x", "a"].words, table.cells["x", "a"].note) == ("m²", "1")
    assert table.cells["x", "b"].note == ""


def test_sources_of_all_are_said_once() -> None:
    """Where all claims cite the same work, no cell needs a number for it."""
    table = drawn(cited("{a: {value: v, sources: [s]}, b: {value: w, sources: [s]}}"))
    assert table.notes == {"": "Source: S & <i>."}
    assert not any(cell.note for cell in table.cells.values())


def test_names_and_size_are_said() -> None:
    """What shows no pictures reads what this one is of, how large it is, and how much of it is known."""
    table = drawn(rows_of("{x: {title: X, claims: {a: 1, b: unknown}}, y: {title: Y, claims: {a: 2}}}"))
    assert table.root.findtext(f"{SVG}title") == "Sample: D"
    said = (table.root.findtext(f"{SVG}desc") or "").replace("\u00a0", " ")
    assert said == "A table of 2 subjects and 2 attributes: 2 known, 1 unknown, 1 missing."
    named = drawn(rows_of("{x: {title: X, claims: {a: 1, b: 2}}}"), caption="Mine <&>")
    assert named.root.findtext(f"{SVG}title") == "Mine <&>"
    assert "Mine <&>" in "".join(named.root.itertext()).partition("}")[2]


def test_dimensions_are_bands() -> None:
    """Each dimension has its name above its rows; a single one has it in the caption."""
    table = drawn(hard())
    groups = [each for each in table.root.iter(f"{SVG}g") if each.get("data-dimension")]
    assert [each.get("data-dimension") for each in groups] == ["long", "short"]
    bands = ["".join(text.itertext()) for text in table.root.iter(f"{SVG}text") if text.get("class") == "band"]
    assert bands[1] == "空间"
    single = drawn(hard(), Selection(dimensions=("short",)))
    assert not [text for text in single.root.iter(f"{SVG}text") if text.get("class") == "band"]


def test_hard_words_are_whole_and_in_their_place() -> None:
    """Words that no column holds are broken, and read back they are what they were."""
    table = drawn(hard())
    cell = table.cells["word", "a"]
    assert len(cell.boxes) > 1
    assert cell.words == drawn(hard(), Selection(subjects=("a",))).cells["word", "a"].words


def test_numbers_end_at_one_place() -> None:
    """Where a table is nothing but numbers they can be compared digit by digit, whatever note stands behind them."""
    table = drawn(numbers())
    for subject, (_, _, right) in table.heads.items():
        ends = {round(table.cells[row, subject].boxes[0].right, 3) for row in table.rows}
        assert len(ends) == 1
        assert right - 40 < ends.pop() < right
    mixed = drawn(rows_of("{n: {title: N, type: number, claims: {a: 1, b: 100}}, t: {title: T, claims: {a: x, b: y}}}"))
    assert len({mixed.cells[row, "a"].boxes[0].left for row in mixed.rows}) == 1


def test_right_to_left_texts_say_so() -> None:
    """Each line of a text runs as the whole does, though it stands for itself."""
    table = drawn(hard())
    texts = [
        "".join(each.itertext()) for each in table.root.iter(f"{SVG}text") if "rtl" in each.get("class", "").split()
    ]
    assert len(texts) == 4
    assert all(not text.isascii() for text in texts)


@pytest.mark.parametrize("subjects", [1, 2, 6, 30])
def test_any_number_of_subjects_is_drawn(subjects: int) -> None:
    """One subject makes no sliver, a few fit the pages of code hosts, many make it wide: none is left out."""
    table = drawn(wide(subjects, 6))
    width = float(table.root.get("width", ""))
    assert 400 < width < (COMFORT if subjects < 3 else 260 + subjects * 240) + 40


@pytest.mark.parametrize("name", PAYLOADS)
def test_hostile_data_is_words(name: str, tmp_path: Path) -> None:
    """An attack in every text, in every type of value: it is shown, and is nothing but text."""
    write_files(tmp_path, project({name: PAYLOADS[name]}))
    catalogue = load(tmp_path / "comparisons", relative_to=tmp_path).catalogue
    matrix = matrix_of(catalogue)
    check_picture(render_matrix_file(matrix, catalogue, caption=PAYLOADS[name].plain), matrix, catalogue)


@settings(max_examples=40)
@given(WORDS, WORDS, st.text(max_size=30))
def test_any_title_makes_xml(title: str, head: str, caption: str) -> None:
    """No character ends an element or is refused by a parser; what XML does not allow is replaced."""
    catalogue = rows_of("{x: {title: X, claims: {a: v}}}")
    text = render_matrix_file(_renamed(matrix_of(catalogue), title, head), catalogue, caption=caption)
    check_picture(text, _renamed(matrix_of(catalogue), title, head), catalogue)


def test_same_input_same_bytes() -> None:
    """Two builds of the same data differ nowhere."""
    assert len({render_matrix_file(matrix_of(hard()), hard()) for _ in range(3)}) == 1


def test_a_usual_matrix_takes_no_time() -> None:
    """Thirty subjects and thirty rows, the widest that people look at."""
    catalogue = wide(30, 30)
    matrix = matrix_of(catalogue)
    render_matrix_file(matrix, catalogue)
    start = time.process_time()
    render_matrix_file(matrix, catalogue)
    assert time.process_time() - start < 0.3


def _renamed(matrix: Matrix, title: str, head: str) -> Matrix:
    """Give a row and a column other titles."""
    group = matrix.groups[0]
    row = replace(group.rows[0], attribute=replace(group.rows[0].attribute, title=title))
    subjects = (replace(matrix.subjects[0], title=head), *matrix.subjects[1:])
    return replace(matrix, subjects=subjects, groups=(replace(group, rows=(row, *group.rows[1:])),))
