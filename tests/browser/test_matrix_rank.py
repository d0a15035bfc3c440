"""Sorting what a matrix shows, and measuring it against a baseline."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.matrices import MatrixAt, cell, chip, choose, head, heads, lines, opened, status, tool, values

ALL = ["Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Ginkgo"]

# Lowest first, then highest first. Where nothing is known stands last both times, and what ties stays as it was.
ORDERS = {
    "Memory": ("Dogwood Fir Cedar Alder Birch Elm Ginkgo", "Alder Birch Cedar Fir Dogwood Elm Ginkgo"),
    "Start-up": ("Alder Cedar Ginkgo Birch Fir Dogwood Elm", "Dogwood Fir Birch Ginkgo Alder Cedar Elm"),
    "Price": ("Alder Cedar Dogwood Elm Fir Birch Ginkgo", "Birch Fir Elm Dogwood Alder Cedar Ginkgo"),
    "Plug-ins": ("Dogwood Birch Alder Cedar Elm Ginkgo Fir", "Alder Cedar Elm Ginkgo Birch Dogwood Fir"),
    "Systems": ("Cedar Fir Alder Elm Dogwood Birch Ginkgo", "Birch Dogwood Elm Alder Cedar Fir Ginkgo"),
    "Comfort": ("Elm Birch Cedar Alder Ginkgo Dogwood Fir", "Dogwood Alder Ginkgo Cedar Birch Elm Fir"),
    "Licence": ("Birch Ginkgo Dogwood Alder Cedar Elm Fir", "Alder Cedar Elm Fir Dogwood Birch Ginkgo"),
    "For beginners": ("Birch Elm Cedar Alder Dogwood Fir Ginkgo", "Alder Dogwood Fir Cedar Birch Elm Ginkgo"),
    "First released": ("Dogwood Alder Birch Cedar Fir Ginkgo Elm", "Ginkgo Fir Cedar Birch Alder Dogwood Elm"),
    "Version": ("Elm Fir Birch Alder Cedar Dogwood Ginkgo", "Dogwood Cedar Alder Birch Fir Elm Ginkgo"),
}


def test_subjects_are_sorted_by_what_values_mean(matrix_at: MatrixAt) -> None:
    """Amounts sort by amount whatever their unit, versions by their parts, levels by rank; unknown is never first."""
    matrix = matrix_at("#m1:text-editors?show=*")
    for row, (lowest, highest) in ORDERS.items():
        choose(matrix, row, "Sort by it, lowest first")
        expect(heads(matrix)).to_have_text(lowest.split())
        expect(head(matrix, row)).to_have_attribute("aria-sort", "ascending")
        expect(status(matrix)).to_contain_text(f"Sorted by {row}, lowest first")
        choose(matrix, row, "Sort by it, highest first")
        expect(heads(matrix)).to_have_text(highest.split())
        expect(head(matrix, row)).to_have_attribute("aria-sort", "descending")
        choose(matrix, row, "Do not sort")
        expect(heads(matrix)).to_have_text(ALL)
        expect(matrix.locator("[aria-sort]")).to_have_count(0)


def test_a_second_row_decides_where_the_first_ties(matrix_at: MatrixAt) -> None:
    """Two keys, each with a direction of its own, are chosen in one panel and told in words."""
    matrix = matrix_at("#m1:text-editors?show=*")
    panel = opened(matrix, "Sort")
    panel.get_by_label("Order of editors").select_option("Licence")
    panel.get_by_label("Where that ties").select_option("Comfort")
    panel.get_by_label("Direction").nth(1).select_option("Highest first")
    expect(heads(matrix)).to_have_text(["Ginkgo", "Birch", "Dogwood", "Alder", "Cedar", "Elm", "Fir"])
    expect(status(matrix)).to_contain_text("Sorted by Licence, lowest first, Comfort, highest first")
    panel.press("Escape")
    chip(matrix, "Undo: Sorted by Licence, lowest first, Comfort, highest first").click()
    expect(heads(matrix)).to_have_text(ALL)


@pytest.mark.parametrize(
    ("order", "needs", "history"),
    [
        ("Rows by name", "Memory, Price, Start-up", "Encoding, File format, First released, Home page, Version"),
        ("Rows by importance", "Start-up, Memory, Price", "File format, First released, Version, Home page, Encoding"),
        (
            "Rows that differ most first",
            "Price, Memory, Start-up",
            "Version, First released, Home page, File format, Encoding",
        ),
    ],
)
def test_rows_are_sorted_within_their_dimension(order: str, needs: str, history: str, matrix_at: MatrixAt) -> None:
    """Rows follow their name, what their author calls important, or how much they tell the subjects apart."""
    matrix = matrix_at()
    opened(matrix, "Sort").get_by_label("Order of rows").select_option(order)
    chip(matrix, f"Undo: {order}").wait_for()
    shown = lines(matrix).all_inner_texts()
    assert shown[1:4] == needs.split(", ")
    assert shown[-5:] == history.split(", ")
    expect(status(matrix)).to_contain_text(order)


def test_others_are_measured_against_a_pinned_subject(matrix_at: MatrixAt) -> None:
    """Cells say whether they are better or worse, and by how much; where no end is better, only that they differ."""
    matrix = matrix_at("#m1:text-editors?show=*")
    opened(matrix, "Baseline").get_by_label("Measure others against").select_option("Cedar for teams")
    expect(cell(matrix, "memory", "alder")).to_contain_text("worse +1,536 MB ×4")
    expect(status(matrix)).to_contain_text("Against Cedar for teams")
    expect(head(matrix, "Cedar")).to_have_css("box-shadow", re.compile("inset"))
    expect(head(matrix, "Alder")).to_have_css("box-shadow", "none")
    seen = values(matrix)
    told = {
        ("Memory", "Dogwood"): "better ≈ −420 MB ×0.188",
        ("Memory", "Fir"): "better ≈ −210 MB ×0.586",
        ("Start-up", "Alder"): "equal",
        ("Start-up", "Birch"): "worse +0.6 s ×1.67",
        ("Price", "Dogwood"): "worse +12.5 EUR",
        ("Plug-ins", "Birch"): "worse −1 ",
        ("Plug-ins", "Alder"): "equal",
        ("Comfort", "Dogwood"): "better +1.5",
        ("For beginners", "Alder"): "better +1 ",
        ("Version", "Dogwood"): "better",
        ("Version", "Elm"): "worse",
        ("Systems", "Alder"): "differs",
        ("Licence", "Birch"): "differs",
    }
    for place, words in told.items():
        assert words in seen[place], place
    for row in {row for row, _ in seen}:
        assert not re.search("better|worse|equal|differs", seen[row, "Cedar"])
    silent = [("Memory", "Elm"), ("Memory", "Ginkgo"), ("Start-up", "Elm"), ("File format", "Alder")]
    assert [seen[place] for place in silent] == ["unknown", "no claim", "n/a", "Text"]


def test_a_baseline_is_pinned_and_let_go_at_its_head(matrix_at: MatrixAt) -> None:
    """A menu at the subject itself pins it, in a table turned over too, and takes it back."""
    matrix = matrix_at()
    tool(matrix, "Swap rows and columns").click()
    choose(matrix, "Birch", "Measure others against it")
    expect(cell(matrix, "startup", "alder")).to_contain_text("better −0.6 s")
    choose(matrix, "Birch", "Measure against none")
    expect(cell(matrix, "startup", "alder")).to_have_text(re.compile(r"^900\sms$"))
    choose(matrix, "Birch", "Measure others against it")
    chip(matrix, "Undo: Against Birch").click()
    expect(cell(matrix, "startup", "alder")).to_have_text(re.compile(r"^900\sms$"))
