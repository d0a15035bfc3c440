"""A tour of a matrix: everything in it that opens or changes, one after another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from playwright.sync_api import Locator, expect

from tests.browser.matrices import tool


def tour(matrix: Locator, words: Mapping[str, str]) -> Iterator[str]:
    """Open and change what there is in a matrix of text editors, and yield what is to be seen by then.

    Args:
        matrix: One of at least three subjects; its first attribute is a quantity, with a note in the first cell.
        words: The words of the interface in the language of the page, by key.
    """
    yield "at first"
    yield from _panels(matrix, words)
    yield from _menus(matrix, words)
    yield from _changes(matrix, words)


def _panels(matrix: Locator, words: Mapping[str, str]) -> Iterator[str]:
    tools = matrix.get_by_role("group", name=words["tools"], exact=True)
    for button in tools.get_by_role("button", expanded=False).all():
        button.click()
        panel = matrix.get_by_role("dialog")
        expect(panel).to_be_visible()
        name = panel.get_attribute("aria-label")
        yield f"the panel {name}"
        fields = panel.get_by_role("combobox")
        if fields.count() == 1 and fields.locator("optgroup").count():
            fields.select_option("memory")
            field = panel.get_by_role("textbox")
            expect(field).to_be_visible()
            yield f"the panel {name} with a condition"
            field.fill("lots")
            expect(field).to_have_attribute("aria-invalid", "true")
            yield f"the panel {name} with a mistake"
            fields.select_option("plugins")
            expect(panel.get_by_role("checkbox").first).to_be_visible()
            yield f"the panel {name} with levels"
        panel.press("Escape")
        expect(panel).to_have_count(0)


def _menus(matrix: Locator, words: Mapping[str, str]) -> Iterator[str]:
    body, head = matrix.locator("tbody"), matrix.locator("thead th").first
    for place in (head, body.locator("th").nth(0), body.locator("th").nth(1)):
        place.get_by_role("button").click()
        menu = matrix.get_by_role("menu")
        expect(menu).to_be_visible()
        yield f"the menu {menu.get_attribute('aria-label')}"
        menu.press("Escape")
        expect(menu).to_have_count(0)
    for button in body.locator("td").get_by_role("button").all()[:2]:
        button.click()
        panel = matrix.get_by_role("dialog")
        expect(panel).to_be_visible()
        yield f"the details {panel.get_attribute('aria-label')}"
        tool(panel, words["close"]).click()
        expect(panel).to_have_count(0)


def _changes(matrix: Locator, words: Mapping[str, str]) -> Iterator[str]:
    status = matrix.get_by_role("status").first
    matrix.get_by_role("group", name=words["active"], exact=True).get_by_role("button").first.click()
    expect(matrix.locator("thead th").last).to_be_visible()
    yield "all subjects"
    first = matrix.locator("tbody th").nth(1)
    before = status.inner_text()
    for key in ("sort-down", "hide"):
        first.get_by_role("button").click()
        matrix.get_by_role("menuitem", name=words[key], exact=True).click()
        expect(status).not_to_have_text(before)
        before = status.inner_text()
        yield f"after {key}"
    matrix.locator("thead th").nth(1).get_by_role("button").click()
    matrix.get_by_role("menuitem", name=words["pin"], exact=True).click()
    expect(matrix.locator("td").filter(has_text=words["worse"]).first).to_be_visible()
    yield "against a baseline"
    for key in ("differences", "swap"):
        tool(matrix, words[key]).click()
        expect(tool(matrix, words[key])).to_have_attribute("aria-pressed", "true")
        yield f"after {key}"
    field = matrix.get_by_role("searchbox", name=words["find"])
    field.fill("nowhere")
    expect(status).not_to_have_text(before)
    yield "with nothing found"
    chips = matrix.get_by_role("group", name=words["active"], exact=True).get_by_role("button")
    chips.last.click()
    expect(tool(matrix, words["swap"])).to_have_attribute("aria-pressed", "false")
    yield "after a reset"
