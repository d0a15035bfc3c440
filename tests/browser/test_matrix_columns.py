"""Large matrices turned over: of hundreds of columns those in sight are in the document, and yet all are there."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.many_things import ATTRIBUTES, ROWS
from tests.browser.matrices import (
    Axe,
    MatrixAt,
    awake,
    cell,
    chip,
    choose,
    head,
    heads,
    lines,
    opened,
    printing,
    status,
    tool,
    values,
)

FLIP = "#m1:many-things?flip"
THINGS = [f"Thing {number}" for number in range(1, 6)]
PRINTED = """
each => [...each.querySelectorAll(".comparison-matrix__page table")].flatMap(table => {
  const names = [...table.tHead.rows[1].cells].map(head => head.querySelector("a").textContent)
  return [...table.tBodies[0].rows].flatMap(line => [...line.cells].slice(1).map((cell, place) =>
    [names[place], line.cells[0].querySelector("a").textContent, cell.firstChild.textContent]))
})
"""
INDEXES = """
table => [...table.tBodies[0].rows].filter(line => !line.hidden).flatMap(line => [...line.cells].slice(1))
  .map(cell => [cell.dataset.attribute, Number(cell.ariaColIndex)])
"""


@pytest.fixture(params=[1280, 390])
def matrix(request: pytest.FixtureRequest, large_at: MatrixAt) -> Locator:
    """The large matrix, turned over, at two widths."""
    found = awake(large_at(FLIP, request.param))
    expect(lines(found)).to_have_text(THINGS if request.param == 1280 else THINGS[:2])
    return found


def region(matrix: Locator) -> Locator:
    """Return what scrolls."""
    return matrix.get_by_role("region")


def columns(matrix: Locator) -> int:
    """Return how many columns are in the document."""
    return matrix.locator("thead tr").last.locator("th:not([hidden])").count()


def number(name: str) -> int:
    """Return the number in a name."""
    return int(name.rsplit(maxsplit=1)[-1])


def test_every_column_comes_into_sight_with_its_own_values(matrix: Locator) -> None:
    """Who scrolls through a table of hundreds of columns sees each of them below its head, though few are there."""
    width = matrix.evaluate("each => each.querySelector('.comparison-matrix__scroll').clientWidth")
    seen = set()
    for place in range(0, region(matrix).evaluate("each => each.scrollWidth"), width // 2):
        region(matrix).evaluate("(each, to) => each.scrollTo(to, 0)", place)
        matrix.page.wait_for_timeout(30)
        assert columns(matrix) < 70
        shown = {(number(row), number(column)): words for (row, column), words in values(matrix).items()}
        seen |= {column for _, column in shown}
        wrong = {at: words for at, words in shown.items() if not words.startswith(str(at[0] * at[1]))}
        assert wrong == {}
    assert seen == set(range(1, ROWS + 1))


def test_lists_of_columns_are_complete_for_those_who_listen(matrix: Locator, axe: Axe) -> None:
    """Each cell says which of all columns it stands in, at the beginning and at the end."""
    for place in (0, 1_000_000):
        region(matrix).evaluate("(each, to) => each.scrollTo(to, 0)", place)
        last = f"a{ROWS}" if place else "a1"
        expect(cell(matrix, last, "s1")).to_be_in_viewport()
        indexes = matrix.locator("table").evaluate(INDEXES)
        assert [index for _, index in indexes] == [int(name[1:]) + 1 for name, _ in indexes]
        assert axe(matrix.page, "comparison-matrix") == []
    expect(matrix.get_by_role("grid")).to_have_attribute("aria-colcount", str(ROWS + 1))


def test_keys_lead_through_all_columns(matrix: Locator) -> None:
    """The last column is one key away though it is not there yet, and a focus that scrolled away comes back."""
    head(matrix, "Thing 1").focus()
    matrix.page.keyboard.press("End")
    expect(cell(matrix, f"a{ROWS}", "s1")).to_be_focused()
    expect(cell(matrix, f"a{ROWS}", "s1")).to_be_in_viewport()
    matrix.page.keyboard.press("ArrowLeft")
    matrix.page.keyboard.press("ArrowDown")
    expect(cell(matrix, f"a{ROWS - 1}", "s2")).to_be_focused()
    matrix.page.keyboard.press("ArrowUp")
    matrix.page.keyboard.press("ArrowUp")
    expect(head(matrix, f"Row {ROWS - 1}")).to_be_focused()
    region(matrix).evaluate("each => each.scrollTo(0, 0)")
    expect(cell(matrix, "a1", "s1")).to_be_in_viewport()
    expect(region(matrix)).to_be_focused()
    matrix.page.keyboard.press("ArrowRight")
    expect(head(matrix, f"Row {ROWS - 1}")).to_be_focused()
    expect(head(matrix, f"Row {ROWS - 1}")).to_be_in_viewport()
    matrix.page.keyboard.press("Home")
    expect(head(matrix, "Row 1")).to_be_in_viewport()
    expect(head(matrix, "Row 1")).to_be_focused()


def test_links_lead_to_columns_that_are_not_there_yet(matrix: Locator) -> None:
    """A link to a cell brings its column along; its buttons work, also in cells that come back."""
    matrix.page.evaluate(f"location.hash = '#a{ROWS}.s2'")
    target = cell(matrix, f"a{ROWS}", "s2")
    expect(target).to_have_css("outline-style", "solid")
    expect(target).to_be_in_viewport()
    expect(target).to_have_text(re.compile(f"^{2 * ROWS}"))
    target.get_by_role("button", name=f"Note 1: Thing 2, Row {ROWS}").click()
    expect(matrix.get_by_role("dialog")).to_contain_text("The last one.")
    matrix.page.keyboard.press("Escape")
    region(matrix).evaluate("each => each.scrollTo(0, 0)")
    expect(target).to_have_count(0)
    region(matrix).evaluate("each => each.scrollTo(each.scrollWidth, 0)")
    choose(matrix, f"Row {ROWS}", "Sort by it, highest first")
    expect(status(matrix)).to_contain_text(f"Sorted by Row {ROWS}, highest first")
    shown = [number(name) for name in lines(matrix).all_inner_texts()]
    assert shown == sorted(shown, reverse=True)
    expect(head(matrix, f"Row {ROWS}")).to_be_in_viewport()


def test_a_baseline_counts_in_columns_that_come_later(matrix: Locator) -> None:
    """What scrolls in says how it stands to the baseline, and stops to say so with it."""
    panel = opened(matrix, "Baseline")
    panel.get_by_label("Measure others against").select_option("Thing 1")
    matrix.page.keyboard.press("Escape")
    region(matrix).evaluate("each => each.scrollTo(each.scrollWidth, 0)")
    expect(cell(matrix, f"a{ROWS - 1}", "s2")).to_contain_text("differs")
    chip(matrix, "Undo: Against Thing 1").click()
    expect(cell(matrix, f"a{ROWS - 1}", "s2")).to_have_text(str(2 * (ROWS - 1)))
    region(matrix).evaluate("each => each.scrollTo(0, 0)")
    expect(cell(matrix, "a3", "s2")).to_have_text("6")
    tool(matrix, "Swap rows and columns").click()
    expect(heads(matrix).first).to_have_text("Thing 1")
    assert {words for (row, column), words in values(matrix).items() if words.isdigit() is False} <= {""}


def test_fewer_columns_and_more_again(matrix: Locator) -> None:
    """What is filtered from far to the right stands at the left, and comes back."""
    region(matrix).evaluate("each => each.scrollTo(each.scrollWidth, 0)")
    expect(cell(matrix, f"a{ROWS}", "s1")).to_be_in_viewport()
    matrix.get_by_role("searchbox").fill("199")
    expect(heads(matrix).filter(has_text="Row")).to_have_text("Row 199")
    expect(cell(matrix, "a199", "s1")).to_be_in_viewport()
    matrix.get_by_role("searchbox").fill("")
    expect(cell(matrix, "a1", "s1")).to_be_in_viewport()
    expect(cell(matrix, "a3", "s1")).to_have_text("3")


def test_all_columns_stand_on_paper(matrix: Locator) -> None:
    """On paper there is no scrolling: the columns that are not there are printed, too, in tables of five."""
    most = lines(matrix).count()
    with printing(matrix.page):
        found = matrix.evaluate(PRINTED)
    assert len(found) == ROWS * most
    assert [each for each in found if number(each[0]) * number(each[1]) != int(each[2])] == []
    assert {number(each[0]) for each in found} == set(range(1, ROWS + 1))
    assert columns(matrix) < 70


def test_columns_run_from_right_to_left(large_at: MatrixAt) -> None:
    """In a page that is read from the right the first column stands there, and the last is found at the left."""
    matrix = awake(large_at())
    matrix.page.evaluate("document.body.dir = 'rtl'")
    tool(matrix, "Swap rows and columns").click()
    expect(lines(matrix)).to_have_text(THINGS)
    head(matrix, "Thing 1").focus()
    matrix.page.keyboard.press("End")
    expect(cell(matrix, f"a{ROWS}", "s1")).to_be_focused()
    expect(cell(matrix, f"a{ROWS}", "s1")).to_be_in_viewport()
    region(matrix).evaluate("each => each.scrollTo(-each.scrollWidth / 2, 0)")
    expect(cell(matrix, f"a{ROWS // 2}", "s1")).to_be_attached()
    wrong = {at: words for at, words in values(matrix).items() if number(at[0]) * number(at[1]) != int(words)}
    assert wrong == {}


def test_paper_has_all_columns_from_wherever_it_is_printed(matrix: Locator) -> None:
    """Each part begins at its own first column, below the head of its dimension: what is on screen does not matter."""
    region(matrix).evaluate("each => each.scrollTo(each.scrollWidth, 0)")
    expect(cell(matrix, f"a{ROWS}", "s1")).to_be_in_viewport()
    matrix.page.set_viewport_size({"width": 720, "height": 1000})
    with printing(matrix.page):
        parts = matrix.locator(".comparison-matrix__page table")
        assert parts.count() == -(-ROWS // 5)
        for place in (0, ATTRIBUTES // 5, parts.count() - 1):
            part = parts.nth(place)
            frame = part.locator("xpath=..").bounding_box()
            boxes = [each.bounding_box() for each in part.locator("td:not(.comparison-matrix__corner), th").all()]
            assert frame is not None
            assert all(each and each["x"] + each["width"] <= frame["x"] + frame["width"] + 1 for each in boxes)
        middle = parts.nth(ATTRIBUTES // 5).locator("thead tr").first.get_by_role("columnheader")
        expect(middle).to_have_text(["Part 0", "Part 1"])
        spans = middle.evaluate_all("all => all.map(each => each.getBoundingClientRect().width)")
        assert abs(spans[0] / spans[1] - (ATTRIBUTES % 5) / (5 - ATTRIBUTES % 5)) < 0.2


def test_the_focus_stays_while_heads_come_and_go(matrix: Locator) -> None:
    """Who walks along the heads with the arrow key comes to every one of them."""
    head(matrix, "Row 1").focus()
    for row in range(2, 60):
        matrix.page.keyboard.press("ArrowRight")
        expect(head(matrix, f"Row {row}")).to_be_focused()
    region(matrix).evaluate("each => each.scrollBy(-60, 0)")
    matrix.page.wait_for_timeout(100)
    expect(head(matrix, "Row 59")).to_be_focused()


def test_dimensions_stand_above_their_columns_after_others_are_shown(large_at: MatrixAt) -> None:
    """Columns that are hidden or shown far away change how wide all is, and not what stands above the near ones."""
    matrix = awake(large_at(FLIP + ";skip=d2"))
    expect(chip(matrix, f"Undo: Rows hidden: {ATTRIBUTES}")).to_be_visible()
    narrow = region(matrix).evaluate("each => each.scrollWidth")
    chip(matrix, f"Undo: Rows hidden: {ATTRIBUTES}").click()
    expect(status(matrix)).to_contain_text(f"{ROWS} of {ROWS} columns")
    tops = matrix.locator("thead tr").evaluate_all("all => all.map(each => each.cells[1].getBoundingClientRect().top)")
    groups = matrix.locator("thead tr").first.locator("th")
    assert groups.evaluate_all("all => all.map(each => each.getBoundingClientRect().top)") == [tops[0]] * 3
    assert region(matrix).evaluate("each => each.scrollWidth") > 1.4 * narrow


def test_notes_lead_to_columns_that_are_not_there(matrix: Locator) -> None:
    """The cell of a note is brought into sight from wherever it is."""
    matrix.get_by_role("link", name=f"Back to Row {ROWS}, Thing 2").click()
    expect(cell(matrix, f"a{ROWS}", "s2")).to_be_in_viewport()
    expect(cell(matrix, f"a{ROWS}", "s2")).to_have_css("outline-style", "solid")
    region(matrix).evaluate("each => each.scrollTo(0, 0)")
    matrix.page.evaluate("location.hash = '#a1.s1'")
    expect(cell(matrix, "a1", "s1")).to_have_css("outline-style", "solid")
    region(matrix).evaluate("each => each.scrollTo(each.scrollWidth, 0)")
    expect(cell(matrix, f"a{ROWS}", "s2")).not_to_have_css("outline-style", "solid")


def test_deltas_do_not_outlive_their_baseline(matrix: Locator) -> None:
    """Cells that are out of the document keep nothing of a baseline that is gone or another."""
    most = lines(matrix).count()
    for name in ("Thing 1", "Thing 2"):
        opened(matrix, "Baseline").get_by_label("Measure others against").select_option(name)
        matrix.page.keyboard.press("Escape")
        region(matrix).evaluate("each => each.scrollTo(each.scrollWidth, 0)")
        expect(cell(matrix, f"a{ROWS}", "s1" if name == "Thing 2" else "s2")).to_contain_text("differs")
        region(matrix).evaluate("each => each.scrollTo(0, 0)")
        with printing(matrix.page):
            told = matrix.locator(".comparison-matrix__page .comparison-delta")
            own = matrix.locator(f".comparison-matrix__page tr:has(a:text-is('{name}')) .comparison-delta")
            assert own.count() == 0
            assert told.count() == ROWS * (most - 1)
    chip(matrix, "Undo: Against Thing 2").click()
    expect(matrix.locator(".comparison-delta")).to_have_count(0)
    with printing(matrix.page):
        assert matrix.locator(".comparison-delta").count() == 0


def test_details_of_cells_that_a_key_has_brought(matrix: Locator) -> None:
    """A cell far away has its button as soon as the focus is there."""
    head(matrix, "Thing 2").focus()
    matrix.page.keyboard.press("End")
    expect(cell(matrix, f"a{ROWS}", "s2")).to_be_focused()
    expect(cell(matrix, f"a{ROWS}", "s2").get_by_role("button")).to_be_attached()
    matrix.page.keyboard.press("Enter")
    expect(matrix.get_by_role("dialog")).to_contain_text("The last one.")


def test_columns_come_back_to_a_table_that_was_hidden(large_at: MatrixAt) -> None:
    """A table in a tab that is not shown has no size; when it is shown, or a window grows, its columns are there."""
    matrix = awake(large_at(FLIP))
    matrix.evaluate("each => { each.style.display = 'none' }")
    for width in (500, 1280):
        matrix.page.set_viewport_size({"width": width, "height": 900})
        matrix.page.wait_for_timeout(200)
    matrix.evaluate("each => { each.style.display = '' }")
    expect(cell(matrix, "a1", "s1")).to_be_in_viewport()
    expect(cell(matrix, "a3", "s2")).to_have_text("6")


def test_a_panel_whose_button_is_gone_gives_the_focus_to_the_table(matrix: Locator) -> None:
    """Scrolling takes the button of an open menu away; Escape leads back to where it was."""
    tool(matrix, "Options for Row 3").click()
    expect(matrix.get_by_role("menu")).to_be_visible()
    region(matrix).evaluate("each => each.scrollTo(each.scrollWidth, 0)")
    expect(cell(matrix, f"a{ROWS}", "s1")).to_be_in_viewport()
    matrix.page.keyboard.press("Escape")
    expect(region(matrix)).to_be_focused()
