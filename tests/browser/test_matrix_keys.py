"""Working in a matrix by keyboard, and by what is announced."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.matrices import MatrixAt, awake, cell, chip, head, heads, lines, opened, status, tool

SMALL = "small/"
FIVE = ["Alder", "Birch", "Cedar", "Dogwood", "Elm"]
ON_TOP = """
each => {
  const { left, top, width, height } = each.getBoundingClientRect()
  return each.contains(document.elementFromPoint(left + width / 2, top + height / 2))
}
"""


def focused(matrix: Locator) -> Locator:
    """Return what has the focus in a matrix."""
    return matrix.locator(":focus")


def press(matrix: Locator, *keys: str) -> Locator:
    """Press keys, one after another; returns what has the focus then."""
    for key in keys:
        matrix.page.keyboard.press(key)
    return focused(matrix)


def seek(matrix: Locator, words: str) -> None:
    """Close what is open, and look for words."""
    press(matrix, "Escape")
    matrix.get_by_role("searchbox", name="Find rows").fill(words)


def test_tab_leads_to_every_control_in_order(matrix_at: MatrixAt) -> None:
    """One key leads through the toolbar, what is in effect, and the table, where each stop is named and visible."""
    matrix = awake(matrix_at(SMALL))
    matrix.get_by_role("searchbox", name="Find rows").focus()
    stops: list[str] = []
    while focused(matrix).count() and len(stops) < 50:
        stops.append(focused(matrix).aria_snapshot().splitlines()[0].strip("- ").rstrip(":"))
        expect(focused(matrix)).to_have_css("outline-style", "solid")
        press(matrix, "Tab")
    buttons = (
        "Differences only",
        "editors",
        "Rows",
        "Sort",
        "Filter",
        "Baseline",
        "Swap rows and columns",
        "Share",
        "Show all 7",
    )
    assert stops[:11] == ['searchbox "Find rows"', *(f'button "{name}"' for name in buttons), 'region "Text editors"']
    assert stops[11].startswith('columnheader "Alder')
    assert all(re.fullmatch('(link|columnheader) "[^"]+"', stop) for stop in stops[11:])


def test_arrows_move_in_the_table(matrix_at: MatrixAt) -> None:
    """Arrows go from cell to cell and keep their column across the heads of dimensions; Home and End go to the ends."""
    matrix = awake(matrix_at(SMALL))
    head(matrix, "Alder").focus()
    expect(press(matrix, "ArrowRight")).to_contain_text("Birch")
    if press(matrix, "ArrowDown").evaluate("each => each.localName") == "th":
        press(matrix, "ArrowDown")
    expect(cell(matrix, "memory", "birch")).to_be_focused()
    press(matrix, "ArrowRight")
    expect(cell(matrix, "memory", "cedar")).to_be_focused()
    press(matrix, "End")
    expect(cell(matrix, "memory", "elm")).to_be_focused()
    press(matrix, "ArrowRight")
    expect(cell(matrix, "memory", "elm")).to_be_focused()
    expect(press(matrix, "Home")).to_contain_text("Memory")
    press(matrix, "Control+End")
    expect(cell(matrix, "motto", "elm")).to_be_focused()
    press(matrix, "ArrowUp", "ArrowLeft")
    expect(cell(matrix, "plugins", "dogwood")).to_be_focused()
    press(matrix, "Control+Home", "ArrowRight", "PageDown")
    expect(cell(matrix, "motto", "alder")).to_be_focused()
    press(matrix, "PageUp")
    expect(focused(matrix)).to_contain_text("Alder")
    press(matrix, "Tab", "Shift+Tab")
    expect(head(matrix, "Alder")).to_be_focused()


def test_arrows_follow_the_direction_of_writing(matrix_at: MatrixAt) -> None:
    """From right to left the next column lies on the left: the arrow that points there leads there."""
    matrix = awake(matrix_at(SMALL))
    matrix.page.evaluate("document.body.dir = 'rtl'")
    head(matrix, "Alder").focus()
    expect(press(matrix, "ArrowLeft")).to_contain_text("Birch")
    boxes = [head(matrix, name).bounding_box() for name in ("Alder", "Birch")]
    assert boxes[0] is not None
    assert boxes[1] is not None
    assert boxes[1]["x"] < boxes[0]["x"]
    expect(press(matrix, "ArrowRight")).to_contain_text("Alder")
    press(matrix, "Alt+ArrowLeft")
    expect(heads(matrix)).to_have_text(["Birch", "Alder", "Cedar", "Dogwood", "Elm"])
    expect(head(matrix, "Alder")).to_be_focused()


@pytest.mark.parametrize("is_swapped", [False, True])
def test_the_focus_is_never_behind_a_sticky_head(is_swapped: bool, matrix_at: MatrixAt) -> None:
    """On a phone with all subjects, each cell that the arrows lead to comes into sight, from whichever side."""
    matrix = awake(matrix_at("", 390, height=500))
    chip(matrix, "Show all 7").click()
    if is_swapped:
        tool(matrix, "Swap rows and columns").click()
        expect(lines(matrix)).to_have_count(7)
    else:
        expect(heads(matrix)).to_have_count(7)
    head(matrix, "Alder").focus()
    for key in (
        "Control+End",
        *["ArrowLeft"] * 5,
        *["ArrowUp"] * 5,
        "Control+Home",
        *["ArrowDown"] * 4,
        *["ArrowRight"] * 3,
    ):
        assert press(matrix, key).evaluate(ON_TOP), key
        assert matrix.page.evaluate("scrollX") == 0


def test_enter_opens_what_a_cell_has(matrix_at: MatrixAt) -> None:
    """Every button in the table is reached by its cell: Enter opens it, Esc returns, and arrows go on from there."""
    matrix = awake(matrix_at(SMALL))
    buttons = matrix.get_by_role("grid").get_by_role("button").all()
    assert len(buttons) == 5 + 2 + 3 + 4
    for button in buttons:
        own_cell = button.locator("xpath=ancestor::*[self::td or self::th][1]")
        own_cell.focus()
        press(matrix, "Enter")
        panel = matrix.get_by_role("dialog").or_(matrix.get_by_role("menu"))
        expect(panel).to_be_visible()
        expect(button).to_have_attribute("aria-expanded", "true")
        press(matrix, "Escape")
        expect(panel).to_have_count(0)
        assert own_cell.evaluate("each => each.contains(document.activeElement)")
    expect(press(matrix, "ArrowLeft")).to_contain_text('-2+3 "quoted"')


def test_menus_are_used_by_arrows(matrix_at: MatrixAt) -> None:
    """In a menu arrows, Home and End move between its entries, around its ends, and Enter does what is chosen."""
    matrix = awake(matrix_at(SMALL))
    head(matrix, "Birch").focus()
    press(matrix, "Enter")
    expect(matrix.get_by_role("menuitem").first).to_be_focused()
    press(matrix, "ArrowDown")
    expect(matrix.get_by_role("menuitem", name="Move one earlier")).to_be_focused()
    press(matrix, "End", "ArrowDown")
    expect(matrix.get_by_role("menuitem").first).to_be_focused()
    press(matrix, "ArrowUp")
    expect(matrix.get_by_role("menuitem", name="Show this one only")).to_be_focused()
    press(matrix, "Home", "ArrowDown", "Enter")
    expect(heads(matrix)).to_have_text(["Birch", "Alder", "Cedar", "Dogwood", "Elm"])


@pytest.mark.parametrize("is_swapped", [False, True])
def test_subjects_are_moved_by_keys(is_swapped: bool, matrix_at: MatrixAt) -> None:
    """With Alt an arrow moves the subject that has the focus, which keeps it; at the ends nothing happens."""
    matrix = awake(matrix_at(f"{SMALL}#m1:text-editors?flip" if is_swapped else SMALL))
    shown, (back, on) = heads(matrix), ("ArrowLeft", "ArrowRight")
    if is_swapped:
        shown, (back, on) = lines(matrix), ("ArrowUp", "ArrowDown")
        expect(shown).to_have_text(FIVE)
    head(matrix, "Alder").focus()
    press(matrix, f"Alt+{on}")
    expect(shown).to_have_text(["Birch", "Alder", "Cedar", "Dogwood", "Elm"])
    expect(head(matrix, "Alder")).to_be_focused()
    press(matrix, f"Alt+{back}")
    expect(shown).to_have_text(FIVE)
    press(matrix, f"Alt+{back}")
    expect(shown).to_have_text(FIVE)
    expect(head(matrix, "Alder")).to_be_focused()


@pytest.mark.parametrize(
    ("name", "item"),
    [
        ("Birch", "Move one later"),
        ("Birch", "Hide"),
        ("Memory", "Hide"),
        ("Needs", "Hide"),
        ("Memory", "Sort by it, lowest first"),
    ],
)
def test_the_focus_survives_what_a_menu_does(name: str, item: str, matrix_at: MatrixAt) -> None:
    """Whoever works by keys stays in the table, also where the column or the row that had the focus is gone."""
    matrix = awake(matrix_at(SMALL))
    before = matrix.locator("table").inner_text()
    head(matrix, name).focus()
    press(matrix, "Enter")
    matrix.get_by_role("menuitem", name=item, exact=True).press("Enter")
    expect(matrix.locator("table")).not_to_have_text(before, use_inner_text=True)
    matrix.page.wait_for_timeout(100)
    expect(matrix.locator("table :focus")).to_be_visible()


def test_changes_are_announced(matrix_at: MatrixAt) -> None:
    """One polite region tells each change in words; it is there before the first one."""
    matrix = matrix_at()
    told = [status(matrix).inner_text()]
    for act in (
        lambda: tool(matrix, "Differences only").click(),
        lambda: chip(matrix, "Show all 7").click(),
        lambda: opened(matrix, "Sort").get_by_label("Order of editors").select_option("Memory"),
        lambda: matrix.get_by_label("Order of rows").select_option("Rows by name"),
        lambda: (press(matrix, "Escape"), opened(matrix, "Baseline").get_by_label("Measure").select_option("Birch")),
        lambda: seek(matrix, "memory"),
    ):
        act()
        expect(status(matrix)).not_to_have_text(told[-1])
        told.append(status(matrix).inner_text())
    assert len(set(told)) == len(told)
    assert told[-1].startswith("7 of 7 editors · 1 of 14 rows")


def test_nothing_moves_for_those_who_do_not_want_it(matrix_at: MatrixAt) -> None:
    """Whatever the reader's system says about motion, nothing of a matrix is animated."""
    matrix = awake(matrix_at(SMALL))
    for motion in ("reduce", "no-preference"):
        matrix.page.emulate_media(reduced_motion=motion)
        opened(matrix, "Sort").press("Escape")
        tool(matrix, "Swap rows and columns").click()
        assert matrix.evaluate("each => each.getAnimations({ subtree: true }).length") == 0


def test_states_show_in_forced_colours(matrix_at: MatrixAt) -> None:
    """With a palette of the reader's own, what is switched on, pinned or linked to is still told from the rest."""
    matrix = matrix_at("#m1:text-editors?base=alder;diff")
    matrix.page.emulate_media(forced_colors="active")
    expect(tool(matrix, "Differences only")).to_have_css("outline-style", "solid")
    expect(tool(matrix, "Swap rows and columns")).to_have_css("outline-style", "none")
    expect(head(matrix, "Alder")).to_have_css("outline-style", "solid")
    expect(head(matrix, "Birch")).to_have_css("outline-style", "none")
    matrix.page.evaluate("location.hash = '#price.birch'")
    expect(cell(matrix, "price", "birch")).to_have_css("outline-style", "solid")
