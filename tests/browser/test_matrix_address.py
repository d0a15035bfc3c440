"""Views in the page's address: shared, gone back to, and never in the way of ordinary anchors."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Route, expect

from tests.browser.matrices import (
    MatrixAt,
    PageAt,
    awake,
    cell,
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

FIVE = ["Alder", "Birch", "Cedar", "Dogwood", "Elm"]
NEEDS = "comparisons/text-editors/needs/"
VIEW = "#m1:text-editors?show=ginkgo,alder,cedar;sort=-comfort"
# One cell is marked, it is the one of this subject, and nothing lies over it.
IS_MARKED = """
subject => {
  const cells = [...document.querySelectorAll("comparison-matrix td")]
  const [cell, more] = cells.filter(each => getComputedStyle(each).outlineStyle === "solid")
  if (!cell || more) return false
  const { left, top } = cell.getBoundingClientRect()
  return cell.dataset.subject === subject && cell.contains(document.elementFromPoint(left + 9, top + 9))
}
"""


def test_a_link_shows_others_what_one_sees(editors: str, matrix_at: MatrixAt) -> None:
    """Whatever was chosen, whoever opens the address in another browser sees the same values in the same places."""
    matrix = matrix_at()
    chip(matrix, "Show all 7").click()
    choose(matrix, "Birch", "Hide")
    choose(matrix, "Price", "Sort by it, highest first")
    choose(matrix, "Motto", "Hide")
    choose(matrix, "Dogwood", "Measure others against it")
    tool(matrix, "Differences only").click()
    tool(matrix, "Swap rows and columns").click()
    expect(lines(matrix)).to_have_text(["Fir", "Elm", "Dogwood", "Alder", "Cedar", "Ginkgo"])
    seen, told = values(matrix), status(matrix).inner_text()
    other = matrix_at(matrix.page.url.removeprefix(editors))
    expect(status(other)).to_have_text(told)
    expect(lines(other)).to_have_text(["Fir", "Elm", "Dogwood", "Alder", "Cedar", "Ginkgo"])
    assert values(other) == seen


def test_back_and_forward_go_through_what_was_done(matrix_at: MatrixAt) -> None:
    """Each step is undone by the browser's own button and done again; words that were typed are one step."""
    matrix = matrix_at()
    page = matrix.page
    tool(matrix, "Differences only").click()
    expect(status(matrix)).to_contain_text("the same, left out")
    choose(matrix, "Birch", "Hide")
    expect(heads(matrix)).to_have_text(["Alder", "Cedar", "Dogwood", "Elm"])
    matrix.get_by_role("searchbox", name="Find rows").press_sequentially("memory")
    expect(lines(matrix)).to_have_text(["Needs", "Memory"])
    page.go_back()
    expect(lines(matrix)).to_have_count(13 + 3)
    expect(matrix.get_by_role("searchbox", name="Find rows")).to_have_value("")
    page.go_back()
    expect(heads(matrix)).to_have_text(FIVE)
    page.go_back()
    expect(status(matrix)).to_have_text("5 of 7 editors · 14 of 14 rows")
    expect(page).to_have_url(re.compile("whole/$"))
    page.go_forward()
    page.go_forward()
    page.go_forward()
    expect(lines(matrix)).to_have_text(["Needs", "Memory"])
    expect(heads(matrix)).to_have_text(["Alder", "Cedar", "Dogwood", "Elm"])


def test_a_link_beats_what_was_shown_before(matrix_at: MatrixAt) -> None:
    """Who follows a link in the same window sees what the link says, and nothing of the view before it."""
    matrix = matrix_at()
    tool(matrix, "Differences only").click()
    tool(matrix, "Swap rows and columns").click()
    expect(lines(matrix)).to_have_text(FIVE)
    matrix.page.goto(matrix.page.url.partition("#")[0] + VIEW)
    expect(heads(matrix)).to_have_text(["Ginkgo", "Alder", "Cedar"])
    expect(status(matrix)).to_have_text("3 of 7 editors · 14 of 14 rows · Sorted by Comfort, highest first")
    matrix.page.reload()
    expect(heads(matrix)).to_have_text(["Ginkgo", "Alder", "Cedar"])


@pytest.mark.parametrize(
    ("fragment", "names", "shown"),
    [
        ("m1:text-editors?show=alder,oak,cedar;sort=-colour;base=ash", "oak, -colour, ash", ["Alder", "Cedar"]),
        (
            "m1:text-editors?where=colour:red,price:0;order=colour;zoom=2",
            "colour, order=colour, zoom=2",
            ["Alder", "Cedar"],
        ),
        ("m1:text-editors?show=alder,birch&gone?diff", "gone", ["Alder", "Birch"]),
        ("m9:text-editors?show=alder", "m9", FIVE),
        ("m1:text-editors?show=alder,%E0%A4%A,%", "%E0%A4%A, %", ["Alder"]),
        ("m1:%?%=%;;=&&?", "%", FIVE),
    ],
)
def test_what_a_link_asks_for_in_vain_is_reported(
    fragment: str, names: str, shown: list[str], matrix_at: MatrixAt
) -> None:
    """Ids that are gone, another version, broken percent signs: the rest of a link works, and it is said."""
    matrix = matrix_at(f"#{fragment}")
    expect(status(matrix)).to_contain_text(f"The link asks for what is not here: {names}")
    expect(heads(matrix)).to_have_text(shown)
    tool(matrix, "Differences only").click()
    expect(status(matrix)).not_to_contain_text("not here")
    matrix.page.goto("about:blank")


@pytest.mark.parametrize("fragment", ["%E0%A4%A", "all-claims", "m1", "a.b.c", "x.y", "memory.", "%"])
def test_other_fragments_are_none_of_ours(fragment: str, matrix_at: MatrixAt) -> None:
    """Anchors of headings, broken or unknown fragments leave the matrix as it is, and stay in the address."""
    matrix = matrix_at(f"#{fragment}")
    matrix.hover()
    expect(heads(matrix)).to_have_text(FIVE)
    expect(status(matrix)).to_have_text("5 of 7 editors · 14 of 14 rows")
    assert matrix.page.url.endswith(f"#{fragment}")


def test_anchors_stay_anchors_beside_a_view(matrix_at: MatrixAt) -> None:
    """A click on a heading's link scrolls there and keeps what was chosen; Back leads to the view's own address."""
    matrix = matrix_at(f"comparisons/text-editors/{VIEW}")
    page = matrix.page
    expect(heads(matrix)).to_have_text(["Ginkgo", "Alder", "Cedar"])
    page.get_by_role("navigation", name="Table of contents").get_by_role("link", name="Editors").click()
    expect(page.get_by_role("heading", name=re.compile("^Editors"))).to_be_in_viewport()
    assert "#m1:" not in page.url
    expect(heads(matrix)).to_have_text(["Ginkgo", "Alder", "Cedar"])
    page.go_back()
    expect(page).to_have_url(re.compile(re.escape(VIEW) + "$"))
    expect(heads(matrix)).to_have_text(["Ginkgo", "Alder", "Cedar"])


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", [f"{NEEDS}#price.fir", "#motto.fir", f"{NEEDS}#m1:text-editors.needs?hide=price"])
def test_a_link_to_a_cell_shows_it(path: str, width: int, matrix_at: MatrixAt) -> None:
    """Even where its subject is not among the first, or a view hides it, the cell comes into sight, marked."""
    matrix = matrix_at(path, width, height=600)
    page = matrix.page
    if "hide" in path:
        expect(status(matrix)).to_contain_text("2 of 3 rows")
        page.evaluate("location.hash = '#price.fir'")
    marked = cell(matrix, "motto" if "motto" in path else "price", "fir")
    expect(marked).to_be_in_viewport()
    expect(marked).to_have_css("outline-style", "solid")
    page.wait_for_function(IS_MARKED, arg="fir")
    expect(heads(matrix).filter(has_text="Fir")).to_be_visible()


def test_matrices_of_a_page_share_its_address(editors: str, page_at: PageAt) -> None:
    """Each matrix has its own part in the address: what is done to one is not lost by what is done to the other."""
    page = page_at()
    page.goto(editors)
    choose(enhanced(page), "Fir", "Hide")
    expect(heads(enhanced(page))).to_have_text(FIVE)
    tool(enhanced(page, 1), "Swap rows and columns").click()
    expect(heads(enhanced(page, 1))).to_have_text(FIVE)
    page.reload()
    expect(heads(enhanced(page))).to_have_text(FIVE)
    expect(heads(enhanced(page, 1))).to_have_text(FIVE)
    page.go_back()
    expect(lines(enhanced(page, 1))).to_have_text(FIVE)
    expect(heads(enhanced(page))).to_have_text(FIVE)
    page.go_back()
    expect(heads(enhanced(page))).to_have_text([*FIVE, "Fir"])


def test_instant_navigation_brings_working_matrices(editors: str, page_at: PageAt) -> None:
    """Where the theme swaps pages itself, matrices come alive on each, and views are there again after Back."""
    page = page_at()
    page.goto(editors)
    matrix = enhanced(page)
    opened(matrix, "Sort").press("Escape")
    choose(matrix, "Fir", "Hide")
    expect(heads(matrix)).to_have_text(FIVE)
    page.evaluate("window.stays = true")
    page.get_by_role("link", name="To the editors").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Text editors")
    matrix = enhanced(page)
    expect(heads(matrix)).to_have_text(FIVE)
    expect(opened(matrix, "Sort")).to_have_css("position", "absolute")
    page.keyboard.press("Escape")
    chip(matrix, "Show all 7").click()
    expect(heads(matrix)).to_have_count(7)
    page.go_back()
    expect(heads(matrix)).to_have_text(FIVE)
    expect(page).to_have_url(re.compile("text-editors/$"))
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Two matrices")
    expect(heads(enhanced(page))).to_have_text(FIVE)
    page.go_forward()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Text editors")
    expect(heads(enhanced(page))).to_have_text(FIVE)
    page.go_forward()
    expect(heads(enhanced(page))).to_have_count(7)
    assert page.evaluate("window.stays")


def test_instant_navigation_leads_to_views_and_cells(editors: str, page_at: PageAt) -> None:
    """A link to a view or a cell of another page shows it there, though the theme swaps the page."""
    page = page_at(height=500)
    page.goto(editors)
    awake(enhanced(page))
    page.evaluate("window.stays = true")
    page.get_by_role("link", name="to two of them").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Text editors")
    expect(heads(enhanced(page))).to_have_text(["Ginkgo", "Elm"])
    page.go_back()
    page.get_by_role("link", name="to a cell").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Needs")
    expect(cell(enhanced(page), "price", "fir")).to_have_css("outline-style", "solid")
    expect(cell(enhanced(page), "price", "fir")).to_be_in_viewport()
    page.go_back()
    page.go_forward()
    expect(cell(enhanced(page), "price", "fir")).to_be_visible()
    assert page.evaluate("window.stays")


def test_pages_that_are_left_have_no_say(editors: str, page_at: PageAt) -> None:
    """What loads for a matrix when the address is already that of the next page does not show, nor write, its views."""
    page = page_at(height=500)
    held: dict[str, Route] = {}
    page.route("**/matrix.js", lambda route: held.update(script=route))
    page.goto(editors)
    enhanced(page).hover()
    page.wait_for_timeout(500)
    page.route("**/comparisons/text-editors/", lambda route: held.update(page=route))
    # Until the script is there nobody can mend what tracking writes, which a busy machine gives time to.
    page.evaluate("history.replaceState = () => {}")
    page.get_by_role("link", name="to two of them").click()
    expect(page).to_have_url(re.compile("text-editors/#m1:"))
    held["script"].continue_()
    expect(page.locator("comparison-matrix").first.locator("th[data-subject]").first).to_have_attribute(
        "draggable", "true"
    )
    page.evaluate("delete history.replaceState")
    page.get_by_role("heading", name="Further down").evaluate("each => each.scrollIntoView()")
    page.wait_for_timeout(1200)
    held["page"].continue_()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Text editors")
    expect(heads(enhanced(page))).to_have_text(["Ginkgo", "Elm"])


def test_scrolling_leaves_the_view_in_the_address(editors: str, page_at: PageAt) -> None:
    """A theme that writes the heading in sight into the address must not cost the reader the view."""
    page = page_at(height=500)
    page.goto(editors)
    matrix = enhanced(page)
    choose(matrix, "Fir", "Hide")
    expect(page).to_have_url(re.compile("#m1:text-editors"))
    for name in ("Further down", "At the end"):
        page.get_by_role("heading", name=name).evaluate("each => each.scrollIntoView()")
        page.wait_for_timeout(1200)
        assert "#m1:text-editors?show=alder,birch,cedar,dogwood,elm" in page.url
    page.reload()
    expect(heads(enhanced(page))).to_have_text(FIVE)
