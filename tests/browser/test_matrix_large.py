"""Large matrices: laid out line by line as they come into sight, and yet a table for everybody."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.many_things import PARTS, ROWS, SUBJECTS
from tests.browser.matrices import Axe, MatrixAt, awake, cell, chip, enhanced, head, heads, opened, status, tool

VIEW = "#m1:many-things?"
INDEXES = """
table => {
  const lines = [...table.rows].filter(each => !each.hidden && !each.parentElement.hidden)
  return lines.map((line, place) => [line.ariaRowIndex ?? String(place + 1), String(place + 1)])
    .filter(([index, place]) => index !== place)
}
"""


def counts(matrix: Locator) -> tuple[str | None, str | None]:
    """Return how many rows and columns the grid says that it has."""
    grid = matrix.get_by_role("grid")
    return grid.get_attribute("aria-rowcount"), grid.get_attribute("aria-colcount")


def test_assistive_technology_is_told_how_large_it_is(large_at: MatrixAt, axe: Axe) -> None:
    """Rows that are not laid out are missing for some: counts and indexes say where one is, at first and later."""
    matrix = large_at()
    grid = matrix.get_by_role("grid")
    assert counts(matrix) == (str(1 + PARTS + ROWS), "6")
    assert grid.evaluate(INDEXES) == []
    chip(matrix, f"Show all {SUBJECTS}").click()
    expect(grid).to_have_attribute("aria-colcount", str(SUBJECTS + 1))
    indexes = heads(matrix).evaluate_all("all => all.map(each => Number(each.closest('th').ariaColIndex))")
    assert indexes == list(range(2, SUBJECTS + 2))
    matrix.get_by_role("searchbox").fill("nowhere")
    expect(status(matrix)).to_contain_text(f"0 of {ROWS} rows")
    assert counts(matrix) == ("1", str(SUBJECTS + 1))
    assert axe(matrix.page, "comparison-matrix") == []
    assert grid.evaluate(INDEXES) == []
    tool(matrix, "Swap rows and columns").click()
    expect(grid).to_have_attribute("aria-colcount", "1")
    assert counts(matrix) == (str(2 + SUBJECTS), "1")
    assert grid.evaluate(INDEXES) == []


def test_lines_are_laid_out_as_they_come_into_sight(large_at: MatrixAt) -> None:
    """Only what is near is laid out and has buttons; whatever comes into sight has them, and they work."""
    matrix = awake(large_at())
    expect(matrix.locator("[data-attribute=a1]")).to_have_css("content-visibility", "auto")
    assert matrix.get_by_role("button", name=re.compile("^Options for Row")).count() < ROWS
    cell(matrix, f"a{ROWS}", "s2").scroll_into_view_if_needed()
    tool(matrix, f"Note 1: Row {ROWS}, Thing 2").click()
    expect(matrix.get_by_role("dialog")).to_contain_text("The last one.")
    matrix.page.keyboard.press("Escape")
    tool(matrix, f"Options for Row {ROWS}").click()
    matrix.get_by_role("menuitem", name="Sort by it, highest first").click()
    expect(heads(matrix)).to_have_text([f"Thing {number}" for number in (5, 4, 3, 2, 1)])
    opened(matrix, "Baseline").get_by_label("Measure others against").select_option("Thing 2")
    expect(cell(matrix, f"a{ROWS}", "s5")).to_contain_text("differs")


def test_keys_lead_to_the_last_cell(large_at: MatrixAt) -> None:
    """The corner of the table is one key away, comes into sight, and so does the way back."""
    matrix = awake(large_at())
    head(matrix, "Thing 1").focus()
    matrix.page.keyboard.press("Control+End")
    expect(cell(matrix, f"a{ROWS}", "s5")).to_be_focused()
    expect(cell(matrix, f"a{ROWS}", "s5")).to_be_in_viewport()
    matrix.page.keyboard.press("PageUp")
    expect(cell(matrix, f"a{ROWS - 10}", "s5")).to_be_in_viewport()


def test_a_plain_table_is_one_click_away(large_at: MatrixAt) -> None:
    """Who reads with software that a grid of parts confuses asks for a plain table, and a link keeps it."""
    matrix = awake(large_at())
    button = tool(matrix, "Plain table")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    for table in (matrix.locator("table"), enhanced(_reload(matrix.page)).locator("table")):
        expect(table).to_have_css("display", "table")
        expect(table.locator("[data-attribute=a1]")).to_have_css("content-visibility", "visible")
        expect(table).to_have_attribute("data-plain", "")
        assert table.get_attribute("role") is None
    expect(enhanced(matrix.page).get_by_role("button", name=re.compile("^Options for Row"))).to_have_count(ROWS)
    tool(matrix, "Plain table").click()
    expect(matrix.get_by_role("grid")).to_be_visible()


@pytest.mark.parametrize(
    ("view", "width"),
    [("", 1280), (f"{VIEW}show=*;flip", 1280), (f"{VIEW}show=*", 390), (f"{VIEW}plain", 390)],
)
def test_only_the_table_scrolls(view: str, width: int, large_at: MatrixAt) -> None:
    """A large table scrolls in itself, in both directions, below heads that stay."""
    matrix = large_at(view, width)
    matrix.page.wait_for_load_state("networkidle")
    assert matrix.page.evaluate("document.documentElement.scrollWidth") == width
    region = matrix.get_by_role("region")
    region.evaluate("each => { each.style.maxHeight = '20em'; each.scrollTo(200, 900) }")
    frame, top = region.bounding_box(), matrix.locator("thead").bounding_box()
    assert frame is not None
    assert top is not None
    assert abs(top["y"] - frame["y"]) < 3
    assert region.evaluate("each => each.scrollHeight > 1.5 * each.clientHeight")


def _reload(page: Page) -> Page:
    page.reload()
    return page
