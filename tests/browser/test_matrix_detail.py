"""Looking behind a value: its note, its sources, its age, and where it is written."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.editors import line_of
from tests.browser.matrices import MatrixAt, PageAt, Serve, cell, chip, enhanced, heads, lines, status, tool
from tests.building import Built

SMALL = "small/"
PANELS = ("editors", "Rows", "Sort", "Filter", "Baseline", "Share", "Note 1: Memory, Alder")
OPENING = (*PANELS, *(f"Options for {name}" for name in ("Alder", "Memory", "Needs")))
CLOSING: tuple[Callable[[Locator], None], ...] = (
    lambda button: button.page.keyboard.press("Escape"),
    lambda button: button.click(),
    lambda button: button.page.mouse.click(5, 300),
)
FITS = """
each => {
  const { left, top, right, bottom } = each.getBoundingClientRect()
  return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight
}
"""


def detail(matrix: Locator, button: str) -> Locator:
    """Press the button of a cell, and return the panel that opens, which has the name of the cell."""
    tool(matrix, button).click()
    panel = matrix.get_by_role("dialog", name=button.partition(": ")[2], exact=True)
    expect(panel).to_be_visible()
    return panel


@pytest.mark.parametrize("is_swapped", [False, True])
def test_a_cell_tells_what_is_behind_it(is_swapped: bool, matrix_at: MatrixAt) -> None:
    """Note, citations, age, line of the data and the cell's address stand together, whichever way the table lies."""
    matrix = matrix_at()
    matrix.page.clock.set_fixed_time("2020-01-11T12:00:00Z")
    if is_swapped:
        tool(matrix, "Swap rows and columns").click()
        expect(lines(matrix)).to_have_count(5)
    panel = detail(matrix, "Note 1: Memory, Alder")
    expect(panel).to_contain_text(re.compile(r"2\sGB"))
    expect(panel.get_by_text("With a large project.")).to_be_visible()
    expect(panel.get_by_role("emphasis")).to_have_text("large")
    expect(panel.get_by_role("link", name="The bench of editors")).to_have_attribute("href", re.compile("bench$"))
    expect(panel).to_contain_text("Checked 2020-01-01, 10 days ago")
    edit = f"https://example.org/repository/edit/main/comparisons/text-editors.yml#L{line_of('alder: {value: 2 GB')}"
    expect(panel.get_by_role("link", name="Edit this claim")).to_have_attribute("href", edit)
    expect(panel.get_by_role("link", name="Link to this cell")).to_have_attribute(
        "href", re.compile("/text-editors/needs/#memory.alder$")
    )
    panel.press("Escape")
    panel = detail(matrix, "Details: Licence, Alder")
    expect(panel).to_contain_text("Written as open")
    edit = edit.replace(re.search(r"L\d+$", edit)[0], f"L{line_of('alder: {value: open')}")  # type: ignore[index]
    expect(panel.get_by_role("link", name="Edit this claim")).to_have_attribute("href", edit)


def test_a_claim_that_was_checked_long_ago_says_so(matrix_at: MatrixAt) -> None:
    """By the reader's clock, not by that of the build, a claim grows old."""
    matrix = matrix_at()
    matrix.page.clock.set_fixed_time("2023-01-11T12:00:00Z")
    expect(detail(matrix, "Details: Memory, Cedar for teams")).to_contain_text(
        "Checked 2020-01-01, 3 years ago: that is long ago"
    )


def test_details_follow_their_cell(matrix_at: MatrixAt) -> None:
    """Wherever sorting and choosing put a cell, its button opens its own details."""
    matrix = matrix_at("#m1:text-editors?show=elm,birch,alder;sort=-comfort;hide=startup,price")
    expect(heads(matrix)).to_have_text(["Alder", "Birch", "Elm"])
    panel = detail(matrix, "Note 2: Plug-ins, Birch")
    expect(panel.get_by_role("link", name="one language")).to_have_attribute("href", "https://example.org/languages")
    panel.press("Escape")
    expect(detail(matrix, "Note 3: Motto, Elm")).to_contain_text("=SUM(A1) is no note.")


def test_the_link_to_a_cell_leads_to_it(matrix_at: MatrixAt) -> None:
    """What the panel calls the cell's link shows the cell, on the page of its dimension."""
    matrix = matrix_at()
    detail(matrix, "Note 3: Motto, Elm").get_by_role("link", name="Link to this cell").click()
    expect(matrix.page).to_have_url(re.compile("/abilities/"))
    marked = enhanced(matrix.page).locator("td[id='motto.elm']")
    expect(marked).to_be_in_viewport()
    expect(marked).to_have_css("outline-style", "solid")


@pytest.mark.parametrize("width", [1280, 390])
def test_a_note_leads_back_to_its_cell(width: int, matrix_at: MatrixAt) -> None:
    """The arrow behind a note brings its cell into sight, also where that is not among the few that are shown."""
    matrix = matrix_at("", width)
    matrix.get_by_role("link", name="Back to Motto, Elm").click()
    expect(cell(matrix, "motto", "elm")).to_be_in_viewport()


@pytest.mark.parametrize("width", [1280, 390])
def test_what_opens_closes_and_gives_the_focus_back(width: int, matrix_at: MatrixAt) -> None:
    """Each panel takes the focus, fits the window, and gives the focus back to its button, however it is closed."""
    matrix = matrix_at(SMALL, width, height=640)
    panel = matrix.get_by_role("dialog").or_(matrix.get_by_role("menu"))
    for name in OPENING:
        button = tool(matrix, name)
        for close in CLOSING:
            button.focus()
            button.press("Enter")
            expect(panel).to_be_visible()
            expect(button).to_have_attribute("aria-expanded", "true")
            expect(panel.locator(":focus")).to_have_count(1)
            assert panel.evaluate(FITS)
            close(button)
            expect(panel).to_have_count(0)
            expect(button).to_have_attribute("aria-expanded", "false")
            expect(button).to_be_focused()


def test_details_need_no_mouse_that_hovers(matrix_at: MatrixAt) -> None:
    """On a touch screen a tap opens the details, and another one closes them."""
    matrix = matrix_at(SMALL, 390, touch=True)
    tool(matrix, "Note 1: Memory, Alder").tap()
    panel = matrix.get_by_role("dialog", name="Memory, Alder")
    expect(panel).to_contain_text("With a large project.")
    panel.get_by_role("button", name="Close").tap()
    expect(panel).to_have_count(0)


def test_a_source_that_all_share_stands_in_the_details(built_site: Built, serve: Serve, page_at: PageAt) -> None:
    """Where all claims of a matrix cite one work it is named once below, and yet with each cell."""
    page = page_at()
    page.goto(serve(built_site.site) + "comparisons/open-source-licenses/permissions/")
    matrix = enhanced(page)
    first = matrix.locator("tbody td").first
    first.get_by_role("button", name=re.compile("^Details: ")).click()
    expect(matrix.get_by_role("dialog")).to_contain_text("Source: ")
    expect(matrix.get_by_role("dialog").get_by_role("link")).not_to_have_count(1)
    page.keyboard.press("Escape")
    chip(matrix, f"Show all {status(matrix).inner_text().split()[2]}").click()
    expect(first.get_by_role("button", name=re.compile("^Details: "))).to_be_visible()
