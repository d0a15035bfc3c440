"""Choosing what a matrix shows: subjects, rows, and only what differs."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.matrices import (
    MatrixAt,
    PageAt,
    awake,
    chip,
    choose,
    enhanced,
    heads,
    lines,
    opened,
    status,
    tool,
    values,
)

ALL = ["Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Ginkgo"]


@pytest.mark.parametrize(("width", "number"), [(1280, 5), (390, 2)])
def test_the_first_few_of_many_are_shown(width: int, number: int, matrix_at: MatrixAt) -> None:
    """Many subjects do not fit side by side: a few are shown at first, all are one click away, and it is said."""
    matrix = matrix_at("", width)
    expect(heads(matrix)).to_have_text(ALL[:number])
    expect(status(matrix)).to_have_text(f"{number} of 7 editors · 14 of 14 rows")
    assert {column for _, column in values(matrix)} == set(ALL[:number])
    chip(matrix, "Show all 7").click()
    expect(heads(matrix)).to_have_text(ALL)
    expect(status(matrix)).to_have_text("7 of 7 editors · 14 of 14 rows")
    assert len(values(matrix)) == 7 * 14


def test_the_picker_finds_adds_and_takes_away(matrix_at: MatrixAt) -> None:
    """Of many subjects a reader finds the wanted ones by typing, and sees at once what a tick does to the table."""
    matrix = matrix_at()
    panel = opened(matrix, "editors")
    boxes = panel.get_by_role("checkbox")
    expect(boxes).to_have_count(7)
    panel.get_by_role("searchbox", name="Search").fill("TEAMS")
    expect(boxes).to_have_count(1)
    panel.get_by_role("checkbox", name="Cedar for teams").uncheck()
    expect(heads(matrix)).to_have_text(["Alder", "Birch", "Dogwood", "Elm"])
    panel.get_by_role("searchbox", name="Search").fill("")
    panel.get_by_role("checkbox", name="Ginkgo").check()
    expect(heads(matrix)).to_have_text(["Alder", "Birch", "Dogwood", "Elm", "Ginkgo"])
    tool(panel, "All").click()
    expect(heads(matrix)).to_have_text(ALL)
    tool(panel, "None").click()
    expect(heads(matrix)).to_have_count(0)
    expect(status(matrix)).to_contain_text("0 of 7 editors")
    expect(panel.get_by_role("checkbox", checked=True)).to_have_count(0)
    tool(panel, "As at first").click()
    expect(heads(matrix)).to_have_text(ALL[:5])
    expect(panel.get_by_role("checkbox", checked=True)).to_have_count(5)


def test_rows_are_chosen_one_by_one_and_by_dimension(matrix_at: MatrixAt) -> None:
    """Rows and whole dimensions are folded away, counted, and back by one click."""
    matrix = matrix_at()
    panel = opened(matrix, "Rows")
    panel.get_by_role("checkbox", name="Price").uncheck()
    panel.get_by_role("checkbox", name="Abilities").uncheck()
    expect(status(matrix)).to_contain_text("7 of 14 rows")
    expect(lines(matrix)).to_have_text(
        ["Needs", "Memory", "Start-up", "History", "First released", "Version", "Home page", "File format", "Encoding"]
    )
    panel.get_by_role("searchbox", name="Search").fill("for beg")
    expect(panel.get_by_role("checkbox")).to_have_count(1)
    panel.press("Escape")
    chip(matrix, "Undo: Rows hidden: 7").click()
    expect(lines(matrix)).to_have_count(14 + 3)


def test_heads_hide_and_move_what_is_below_them(matrix_at: MatrixAt) -> None:
    """What stands at a column or a row does something to it: hide it, move it, keep it alone."""
    matrix = matrix_at()
    choose(matrix, "Birch", "Hide")
    expect(heads(matrix)).to_have_text(["Alder", "Cedar", "Dogwood", "Elm"])
    choose(matrix, "Elm", "Move one earlier")
    expect(heads(matrix)).to_have_text(["Alder", "Cedar", "Elm", "Dogwood"])
    choose(matrix, "Alder", "Move one later")
    expect(heads(matrix)).to_have_text(["Cedar", "Alder", "Elm", "Dogwood"])
    assert values(matrix)["Price", "Elm"] == "30 EUR"
    choose(matrix, "Memory", "Hide")
    choose(matrix, "History", "Hide")
    expect(status(matrix)).to_contain_text("4 of 7 editors · 8 of 14 rows")
    choose(matrix, "Elm", "Show this one only")
    expect(heads(matrix)).to_have_text(["Elm"])
    chip(matrix, "Reset").click()
    expect(heads(matrix)).to_have_text(ALL[:5])
    expect(lines(matrix)).to_have_count(14 + 3)


@pytest.mark.parametrize("is_swapped", [False, True])
def test_subjects_are_dragged_to_their_place(is_swapped: bool, matrix_at: MatrixAt) -> None:
    """The order of subjects is the reader's: a head is dropped before or after another one, in columns and in rows."""
    matrix = matrix_at(height=1600)
    if is_swapped:
        tool(matrix, "Swap rows and columns").click()
    shown = lines(matrix) if is_swapped else heads(matrix)
    expect(shown).to_have_text(ALL[:5])
    all_heads = matrix.get_by_role("rowheader" if is_swapped else "columnheader")

    def drag(name: str, to: str, *, part: float) -> None:
        target = all_heads.filter(has_text=to)
        box = target.bounding_box()
        assert box is not None
        place = {"x": box["width"] * part, "y": box["height"] * part}
        all_heads.filter(has_text=name).drag_to(target, source_position={"x": 3, "y": 3}, target_position=place)  # type: ignore[arg-type]

    matrix.scroll_into_view_if_needed()
    awake(matrix)
    drag("Alder", "Dogwood", part=0.2)
    expect(shown).to_have_text(["Birch", "Cedar", "Alder", "Dogwood", "Elm"])
    price = ("Alder", "Price") if is_swapped else ("Price", "Alder")
    assert values(matrix)[price] == "0 EUR"
    drag("Birch", "Elm", part=0.8)
    expect(shown).to_have_text(["Cedar", "Alder", "Dogwood", "Elm", "Birch"])
    assert values(matrix)[price] == "0 EUR"


def test_only_differences_are_left(matrix_at: MatrixAt) -> None:
    """Rows on which all shown subjects agree fold away, counted; what is not known agrees with nothing."""
    matrix = matrix_at()
    tool(matrix, "Differences only").click()
    expect(status(matrix)).to_have_text("5 of 7 editors · 13 of 14 rows · 1 the same, left out")
    expect(lines(matrix).filter(has_text="File format")).to_have_count(0)
    expect(lines(matrix).filter(has_text="Encoding")).to_have_count(1)
    expect(tool(matrix, "Differences only")).to_have_attribute("aria-pressed", "true")
    chip(matrix, "Undo: Differences only: 1 left out").click()
    expect(lines(matrix)).to_have_count(14 + 3)
    expect(tool(matrix, "Differences only")).to_have_attribute("aria-pressed", "false")


def test_agreement_is_typed_and_of_those_shown(matrix_at: MatrixAt) -> None:
    """`2 GB` is `2048 MB`, a list is the same in any order, and who is hidden has no say."""
    matrix = matrix_at()
    panel = opened(matrix, "editors")
    tool(panel, "None").click()
    panel.get_by_role("checkbox", name="Alder").check()
    panel.get_by_role("checkbox", name="Birch").check()
    panel.press("Escape")
    tool(matrix, "Differences only").click()
    expect(status(matrix)).to_contain_text("3 the same, left out")
    left = {line for line, _ in values(matrix)}
    assert not left & {"Memory", "Systems", "File format"}
    assert "Encoding" in left
    choose(matrix, "Birch", "Hide")
    expect(status(matrix)).to_contain_text("1 of 7 editors · 14 of 14 rows")


def test_an_author_who_chooses_subjects_shows_all_of_them(editors: str, page_at: PageAt) -> None:
    """An embedded matrix of chosen subjects is shown as chosen; what its reader does leaves the other matrix alone."""
    page = page_at()
    page.goto(editors)
    first, second = enhanced(page), enhanced(page, 1)
    expect(heads(first)).to_have_text(ALL[:6])
    expect(status(first)).to_have_text("6 of 6 editors · 4 of 4 rows")
    before = values(second)
    choose(first, "Fir", "Hide")
    tool(first, "Differences only").click()
    expect(heads(first)).to_have_text(ALL[:5])
    assert values(second) == before
    expect(status(second)).to_have_text("5 of 7 editors · 6 of 6 columns")
    chip(second, "Show all 7").click()
    expect(lines(second)).to_have_text(ALL)
    expect(heads(first)).to_have_text(ALL[:5])
