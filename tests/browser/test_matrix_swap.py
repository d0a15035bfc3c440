"""Subjects as rows: turned over by the reader or by the author, everything else works as before."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.editors import SUBJECTS
from tests.browser.matrices import MatrixAt, cell, chip, choose, head, heads, lines, opened, status, tool, values

SPANS = """
each => [...each.querySelectorAll("thead th[scope=colgroup]")].filter(head => head.checkVisibility()).map(head => {
  const { left, right } = head.getBoundingClientRect()
  const below = [...each.querySelectorAll("thead th[scope=col]")].filter(other => other.checkVisibility())
  const mine = below.filter(other => {
    const at = other.getBoundingClientRect()
    return left - 1 < at.left && at.right < right + 1
  })
  return [head.textContent, mine.length]
})
"""


@pytest.fixture(params=["by the reader", "by the author"])
def matrix(request: pytest.FixtureRequest, matrix_at: MatrixAt) -> Locator:
    """A matrix with subjects as rows."""
    turned = matrix_at("turned/" if request.param == "by the author" else "#m1:text-editors?flip")
    expect(lines(turned)).to_have_text(SUBJECTS[:5])
    return turned


def test_turning_over_loses_nothing(matrix: Locator) -> None:
    """There and back the same values stand at the same names, below the heads of their dimensions."""
    assert matrix.evaluate(SPANS) == [["Needs", 3], ["Abilities", 6], ["History", 5]]
    before = values(matrix)
    assert len(before) == 5 * 14
    tool(matrix, "Swap rows and columns").click()
    expect(heads(matrix)).to_have_text(SUBJECTS[:5])
    assert {(line, column): words for (column, line), words in values(matrix).items()} == before
    tool(matrix, "Swap rows and columns").click()
    expect(lines(matrix)).to_have_text(SUBJECTS[:5])
    assert values(matrix) == before


def test_rows_are_sorted_and_filtered_at_the_heads_of_columns(matrix: Locator) -> None:
    """An attribute's menu is at the head of its column, and says there how it sorts."""
    choose(matrix, "Comfort", "Sort by it, highest first")
    expect(lines(matrix)).to_have_text(["Dogwood", "Alder", "Cedar", "Birch", "Elm"])
    expect(head(matrix, "Comfort")).to_have_attribute("aria-sort", "descending")
    assert values(matrix)["Dogwood", "Comfort"] == "5 of 5"
    choose(matrix, "Plug-ins", "Filter by it")
    matrix.get_by_role("dialog").get_by_label("Plug-ins is").fill("yes")
    expect(lines(matrix)).to_have_text(["Alder", "Ginkgo", "Cedar", "Elm"])
    matrix.page.keyboard.press("Escape")
    choose(matrix, "Alder", "Measure others against it")
    expect(cell(matrix, "startup", "elm")).to_have_text("n/a")
    expect(cell(matrix, "comfort", "elm")).to_contain_text("worse −3")


def test_columns_and_their_dimensions_are_hidden(matrix: Locator) -> None:
    """What is left stays below its own heads; differences fold columns, and words find columns."""
    choose(matrix, "Systems", "Hide")
    expect(status(matrix)).to_contain_text("13 of 14 columns")
    assert matrix.evaluate(SPANS) == [["Needs", 3], ["Abilities", 5], ["History", 5]]
    choose(matrix, "Needs", "Hide")
    expect(status(matrix)).to_contain_text("10 of 14 columns")
    assert matrix.evaluate(SPANS) == [["Abilities", 5], ["History", 5]]
    tool(matrix, "Differences only").click()
    expect(status(matrix)).to_contain_text("9 of 14 columns")
    assert matrix.evaluate(SPANS) == [["Abilities", 5], ["History", 4]]
    matrix.get_by_role("searchbox", name="Find rows").fill("mixed")
    expect(heads(matrix)).to_have_text(["Abilities", "Licence"])
    assert values(matrix) == {
        (name, "Licence"): words
        for name, words in zip(
            SUBJECTS, ("Open source", "Closed source", "Open source", "Mixed", "Open source"), strict=False
        )
    }
    chip(matrix, "Reset").click()
    expect(status(matrix)).to_contain_text("14 of 14")


def test_a_cells_link_shows_it_in_a_turned_table(matrix: Locator) -> None:
    """A subject that is not among the first few gets its row, and the cell is marked in it."""
    panel = opened(matrix, "Rows")
    panel.get_by_role("checkbox", name="Motto").uncheck()
    panel.press("Escape")
    expect(status(matrix)).to_contain_text("13 of 14 columns")
    matrix.page.evaluate("location.hash = '#motto.ginkgo'")
    expect(cell(matrix, "motto", "ginkgo")).to_have_css("outline-style", "solid")
    expect(cell(matrix, "motto", "ginkgo")).to_be_in_viewport()
    expect(cell(matrix, "motto", "ginkgo")).to_have_text("-5")
    expect(lines(matrix)).to_have_text([*SUBJECTS[:5], "Ginkgo"])
    expect(head(matrix, "Motto")).to_be_visible()
