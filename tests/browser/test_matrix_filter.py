"""Finding rows by their words, and subjects by their values."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.matrices import MatrixAt, cell, chip, choose, heads, lines, opened, status, tool

CONDITIONS = [
    ("Memory", ">= 1 GB", "Alder Birch"),
    ("Memory", "<= 128", "Dogwood"),
    ("Memory", "100..600 MB", "Cedar Fir"),
    ("Memory", "0.5 GB", "Cedar"),
    ("Memory", "> 200 & < 600", "Cedar Fir"),
    ("Memory", "unknown | missing", "Elm Ginkgo"),
    ("Start-up", "<1s", "Alder Cedar Ginkgo"),
    ("Price", "0", "Alder Cedar"),
    ("Plug-ins", "yes | partial", "Alder Birch Cedar Elm Ginkgo"),
    ("Plug-ins", "!no", "Alder Birch Cedar Elm Ginkgo"),
    ("Plug-ins", ">= partial", "Alder Birch Cedar Elm Ginkgo"),
    ("Systems", "has haiku", "Elm"),
    ("Systems", "linux & !windows", "Cedar Fir"),
    ("Comfort", "> 3.5", "Alder Dogwood Ginkgo"),
    ("Licence", "Open source", "Alder Cedar Elm Fir"),
    ("Licence", "open", "Alder Cedar Elm Fir"),
    ("For beginners", "!poor", "Alder Cedar Dogwood Fir"),
    ("For beginners", "n/a", "Ginkgo"),
    ("Motto", 'has "one | two"', "Elm"),
    ("Motto", '"@HOME, always"', "Cedar"),
    ("First released", ">= 2019", "Cedar Fir Ginkgo"),
    ("First released", "2015", "Alder Birch"),
    ("First released", "2009..2015", "Alder Birch Dogwood"),
    ("Version", ">= 1.10", "Alder Cedar Dogwood"),
    ("Version", "< v2.0.0 & > 1.9", "Alder Cedar"),
]

MISTAKES = [
    ("Memory", "lots", "This is not a number. Write for example: >= 10 MB"),
    ("Memory", "5 s", "s does not convert into MB."),
    ("Price", "5 MB", "MB does not convert into EUR."),
    ("Plug-ins", "maybe", "maybe is none of its levels: no, partial, yes"),
    ("Plug-ins", "yes |", "A condition is missing here."),
    ("Plug-ins", '"yes', "A quotation mark is not closed."),
    ("Plug-ins", "!", "A condition is missing here."),
    ("First released", "spring", "This is not a date. Write 2024, 2024-05 or 2024-05-01."),
    ("Version", "new", "This is not a version. Write for example: >= 1.10"),
    ("Motto", "> a", "Texts have no order. Write a word, or: has text"),
]


def test_rows_are_found_by_their_words(matrix_at: MatrixAt) -> None:
    """All words must stand in a row, its head or its dimension, in any case; the number of rows is announced."""
    matrix = matrix_at()
    field = matrix.get_by_role("searchbox", name="Find rows")
    field.press_sequentially("WINDOWS")
    expect(lines(matrix)).to_have_text(["Abilities", "Systems"])
    expect(status(matrix)).to_contain_text("5 of 7 editors · 1 of 14 rows")
    field.fill("needs mb")
    expect(lines(matrix)).to_have_text(["Needs", "Memory"])
    field.fill("nowhere")
    expect(lines(matrix)).to_have_count(0)
    expect(status(matrix)).to_contain_text("0 of 14 rows")
    chip(matrix, "Undo: Found: nowhere").click()
    expect(field).to_have_value("")
    expect(lines(matrix)).to_have_count(14 + 3)


def test_conditions_keep_who_meets_them(matrix_at: MatrixAt) -> None:
    """Amounts are compared in any unit, levels by rank and name, dates and versions by what they mean."""
    matrix = matrix_at()
    panel = opened(matrix, "Filter")
    for row, condition, left in CONDITIONS:
        panel.get_by_label("Only those whose").select_option(row)
        field = panel.get_by_label(f"{row} is")
        field.fill(condition)
        expect(heads(matrix)).to_have_text(left.split())
        expect(panel.get_by_role("status")).to_have_text(f"{len(left.split())} of 7 editors")
        field.fill("")
        expect(heads(matrix)).to_have_count(5)


@pytest.mark.parametrize("width", [1280, 390])
def test_mistakes_are_told_beside_the_field(width: int, matrix_at: MatrixAt) -> None:
    """A condition with a mistake says what is wrong where it was typed, and what was in effect stays in effect."""
    matrix = matrix_at("", width)
    shown = heads(matrix).all_inner_texts()
    panel = opened(matrix, "Filter")
    for row, condition, message in MISTAKES:
        panel.get_by_label("Only those whose").select_option(row)
        field = panel.get_by_label(f"{row} is")
        field.fill(condition)
        expect(panel.get_by_text(message)).to_be_visible()
        expect(field).to_have_attribute("aria-invalid", "true")
        assert message in str(
            field.evaluate(
                "each => each.getAttribute('aria-describedby').split(' ')"
                ".map(id => document.getElementById(id).textContent).join(' ')"
            )
        )
        expect(heads(matrix)).to_have_text(shown)
        field.fill("")
        expect(field).to_have_attribute("aria-invalid", "false")


def test_values_are_offered_with_their_number(matrix_at: MatrixAt) -> None:
    """Who does not know the values ticks them: each says how many subjects have it, and ticks are a condition too."""
    matrix = matrix_at()
    choose(matrix, "Plug-ins", "Filter by it")
    panel = matrix.get_by_role("dialog", name="Filter")
    expect(panel.get_by_role("checkbox")).to_have_count(4)
    panel.get_by_role("checkbox", name="partial (1)").check()
    expect(heads(matrix)).to_have_text(["Birch"])
    panel.get_by_role("checkbox", name="unknown (1)").check()
    expect(heads(matrix)).to_have_text(["Birch", "Fir"])
    expect(panel.get_by_label("Plug-ins is")).to_have_value("partial | unknown")
    panel.get_by_label("Plug-ins is").fill("no")
    expect(panel.get_by_role("checkbox", name="no (1)")).to_be_checked()
    expect(panel.get_by_role("checkbox", name="partial (1)")).not_to_be_checked()
    panel.press("Escape")
    choose(matrix, "Comfort", "Filter by it")
    panel.get_by_role("checkbox", name="5 of 5 (1)", exact=True).check()
    expect(heads(matrix)).to_have_text(["Dogwood"])
    panel.press("Escape")
    chip(matrix, "Undo: Plug-ins: no").click()
    chip(matrix, 'Undo: Comfort: "5 of 5"').click()
    expect(heads(matrix)).to_have_count(5)


def test_each_offered_value_keeps_as_many_as_it_says(matrix_at: MatrixAt) -> None:
    """A value that is offered is never a mistake, and its number is that of the subjects it leaves."""
    matrix = matrix_at()
    panel = opened(matrix, "Filter")
    rows = panel.get_by_label("Only those whose")
    for row in ("Memory", "Systems", "Comfort", "Licence", "First released", "Home page"):
        rows.select_option(row)
        for box in panel.get_by_role("checkbox").all():
            box.check()
            name = box.evaluate("each => each.labels[0].textContent")
            expect(panel.get_by_role("status")).to_have_text(f"{name.rpartition('(')[2][:-1]} of 7 editors")
            box.uncheck()


def test_a_filter_that_leaves_nobody_says_so(matrix_at: MatrixAt) -> None:
    """An empty result is a result: it is announced, and one click away from being undone."""
    matrix = matrix_at()
    choose(matrix, "Price", "Filter by it")
    panel = matrix.get_by_role("dialog", name="Filter")
    panel.get_by_label("Price is").fill("> 1000")
    expect(panel.get_by_role("status")).to_have_text("0 of 7 editors")
    panel.press("Escape")
    expect(cell(matrix, "price", "alder")).to_be_hidden()
    expect(status(matrix)).to_contain_text("0 of 7 editors")
    tool(matrix, "Undo: Price: > 1000").click()
    expect(heads(matrix)).to_have_count(5)
