"""Matrices on paper, and without scripts: all that there is, and nothing that only a screen can do."""

from __future__ import annotations

import re
from typing import Literal

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.editors import SUBJECTS
from tests.browser.matrices import Axe, MatrixAt, PageAt, awake, enhanced, heads, lines, opened, printing, tool

CONTROLS: tuple[Literal["button", "searchbox", "combobox", "status"], ...] = (
    "button",
    "searchbox",
    "combobox",
    "status",
)
COLUMNS = """
each => [...each.querySelectorAll("table")].filter(table => table.checkVisibility()).map(table =>
  [...table.tHead.rows].at(-1).innerText.trim().split(/\\s*\\t\\s*/))
"""


def printed(matrix: Locator) -> list[list[str]]:
    """Return the heads of the columns of each table on paper."""
    found: list[list[str]] = matrix.evaluate(COLUMNS)
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_wide_tables_are_split_on_paper(scheme: str, matrix_at: MatrixAt, axe: Axe) -> None:
    """Columns that one sheet has no room for follow in a second table with the first column, and nothing is cut off."""
    matrix = awake(matrix_at("#m1:text-editors?show=*;base=cedar", 1280, scheme))
    expect(heads(matrix)).to_have_count(7)
    matrix.page.set_viewport_size({"width": 720, "height": 1000})
    with printing(matrix.page):
        assert printed(matrix) == [list(SUBJECTS[:5]), list(SUBJECTS[5:])]
        for table in matrix.get_by_role("table").all():
            expect(table.locator("tbody tr[data-attribute]:visible")).to_have_count(14)
            expect(table.locator("tbody th[scope=row]:visible")).to_have_count(14)
            expect(table.locator("thead")).to_have_css("display", "table-header-group")
            expect(table.locator("thead")).to_have_css("position", "static")
            assert table.evaluate("each => each.scrollWidth <= each.parentElement.clientWidth")
        expect(matrix.get_by_role("button", name=re.compile("^(Options|Details|Sort|Show|Reset)"))).to_have_count(0)
        expect(matrix.get_by_text("Against Cedar for teams").first).to_be_visible()
        assert axe(matrix.page, "comparison-matrix") == []
    assert printed(matrix) == [list(SUBJECTS)]


def test_notes_and_addresses_stand_on_paper(matrix_at: MatrixAt) -> None:
    """A link can't be followed on paper: each has a number, and its address below; notes are there, folded or not."""
    matrix = awake(matrix_at("#m1:text-editors?show=*"))
    expect(heads(matrix)).to_have_count(7)
    with printing(matrix.page):
        addresses = [f"https://example.org/{name}" for name in ("alder", "cedar", "languages")]
        expect(matrix.get_by_text("Links", exact=True)).to_be_visible()
        for number, address in enumerate(addresses, 1):
            expect(matrix.get_by_role("listitem").filter(has_text=re.compile(f"^{address}$"))).to_be_visible()
            mark = matrix.locator(f"a[href='{address}']:visible + sup")
            expect(mark).to_have_text(f"[{number}]")
        expect(matrix.get_by_text("With a large project.")).to_be_visible()
        expect(matrix.get_by_role("searchbox")).to_have_count(0)


@pytest.mark.parametrize("view", ["show=*", "show=*;flip", "sort=-comfort;diff"])
def test_after_printing_all_is_as_before(view: str, matrix_at: MatrixAt) -> None:
    """Paper leaves no trace on the screen: neither a real print nor one that is called off."""
    matrix = awake(matrix_at(f"#m1:text-editors?{view}"))
    matrix.page.evaluate("document.activeElement.blur()")
    before = matrix.evaluate("each => each.innerHTML")
    assert matrix.page.pdf().startswith(b"%PDF")
    assert matrix.evaluate("each => each.innerHTML") == before
    matrix.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    with printing(matrix.page):
        pass
    assert matrix.evaluate("each => each.innerHTML") == before


def test_rows_of_subjects_are_split_by_attributes(matrix_at: MatrixAt) -> None:
    """Turned over, attributes are the columns that are split, each part below the heads of its dimensions."""
    matrix = awake(matrix_at("#m1:text-editors?flip"))
    expect(lines(matrix)).to_have_text(SUBJECTS[:5])
    with printing(matrix.page):
        parts = printed(matrix)
        assert [len(part) for part in parts] == [5, 5, 4]
        assert parts[0][:3] == ["Memory", "Start-up", "Price"]
        groups = matrix.get_by_role("table").nth(1).locator("thead tr").first.get_by_role("columnheader")
        expect(groups).to_have_text(["Abilities", "History"])
        assert groups.evaluate_all("all => all.map(each => each.colSpan)") == [4, 1]


@pytest.mark.parametrize("is_touched", [True, False])
def test_what_an_author_chose_is_split_too(is_touched: bool, editors: str, page_at: PageAt) -> None:
    """Six chosen subjects are as wide as six others, also if the page is printed before anybody touched the matrix."""
    page = page_at()
    page.goto(editors, wait_until="networkidle")
    matrix = awake(enhanced(page)) if is_touched else enhanced(page)
    page.wait_for_load_state("networkidle")
    expect(matrix).to_have_attribute("data-prints", "")
    with printing(page):
        assert printed(matrix) == [list(SUBJECTS[:5]), ["Fir"]]


def test_the_print_button_prints_the_view(matrix_at: MatrixAt) -> None:
    """Sharing offers paper, too; the panel is closed by then, and all is prepared."""
    matrix = matrix_at("#m1:text-editors?show=*")
    matrix.page.evaluate("window.print = () => { window.seen = document.querySelectorAll(':popover-open').length }")
    tool(opened(matrix, "Share"), "Print").click()
    matrix.page.wait_for_function("window.seen === 0")


@pytest.mark.parametrize("width", [1280, 390])
def test_without_scripts_the_table_is_complete(width: int, editors: str, page_at: PageAt) -> None:
    """Where no scripts run all values are there, links work, and nothing pretends to be a control."""
    page = page_at(width, javascript=False)
    page.goto(f"{editors}whole/")
    matrix = page.locator("comparison-matrix")
    expect(heads(matrix)).to_have_text(SUBJECTS)
    expect(matrix.locator("tbody td:visible")).to_have_count(7 * 14)
    for role in CONTROLS:
        expect(matrix.get_by_role(role)).to_have_count(0)
    matrix.get_by_role("link", name="Note 1").click()
    expect(matrix.get_by_text("With a large project.")).to_be_in_viewport()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_before_the_script_arrives_all_is_accessible(
    width: int, scheme: str, editors: str, page_at: PageAt, axe: Axe
) -> None:
    """Axe finds nothing in the server's table as it is, and the page does not scroll sideways."""
    page = page_at(width, scheme)
    page.route("**/comparison.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(f"{editors}whole/")
    expect(page.locator("comparison-matrix").get_by_role("button")).to_have_count(0)
    assert axe(page, "comparison-matrix") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
