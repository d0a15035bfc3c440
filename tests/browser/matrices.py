"""What a reader does with a matrix and sees of it: by roles and names, as the reader finds them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

PageAt = Callable[..., Page]
Serve = Callable[[Path], str]
Axe = Callable[..., list[str]]
MatrixAt = Callable[..., Locator]

# Machines that build and test are busy; what never comes fails all the same.
expect.set_options(timeout=15_000)

# Cells on screen with their words, each below the head that stands above it for the eye, not for the markup.
_VALUES = """
root => {
  const isSeen = each => each.checkVisibility() && each.getBoundingClientRect().width > 0
  const left = each => Math.round(each.getBoundingClientRect().left)
  const words = each => {
    const copy = each.cloneNode(true)
    copy.querySelectorAll("button, select, sup, [aria-hidden=true]").forEach(part => part.remove())
    return copy.textContent.replace(/\\s+/g, " ").trim()
  }
  const columns = [...root.querySelectorAll("thead th[scope=col]")].filter(isSeen)
  return [...root.querySelectorAll("tbody td")].filter(isSeen).map(cell =>
    [words(cell.parentElement.cells[0]), words(columns.find(each => left(each) === left(cell))), words(cell)])
}
"""


def enhanced(page: Page, place: int = 0) -> Locator:
    """Return a matrix of a page as soon as it has its controls."""
    matrix = page.locator("comparison-matrix").nth(place)
    expect(tool(matrix, "Sort")).to_be_visible()
    return matrix


def awake(matrix: Locator) -> Locator:
    """Return a matrix when all that it loads for a reader who comes near is there."""
    matrix.get_by_role("searchbox").first.focus()
    expect(matrix.locator("th[data-subject]").first).to_have_attribute("draggable", "true")
    return matrix


def tool(matrix: Locator, name: str) -> Locator:
    """Return a button of the toolbar, or any other of that name."""
    return matrix.get_by_role("button", name=name, exact=True)


def opened(matrix: Locator, name: str) -> Locator:
    """Press a button of the toolbar, and return the panel that opens."""
    tool(matrix, name).click()
    panel = matrix.get_by_role("dialog", name=name, exact=True)
    expect(panel).to_be_visible()
    return panel


def choose(matrix: Locator, head: str, item: str) -> None:
    """Choose an entry of the menu of a head."""
    tool(matrix, f"Options for {head}").click()
    matrix.get_by_role("menuitem", name=item, exact=True).click()


def heads(matrix: Locator) -> Locator:
    """Return what stands at the head of each column on screen."""
    return matrix.get_by_role("columnheader").get_by_role("link")


def lines(matrix: Locator) -> Locator:
    """Return what stands at the head of each line on screen, dimensions too."""
    return matrix.get_by_role("rowheader").get_by_role("link")


def head(matrix: Locator, name: str) -> Locator:
    """Return the head of a column or a line by its name."""
    return matrix.locator("th").filter(has=matrix.page.get_by_role("link", name=name, exact=True))


def status(matrix: Locator) -> Locator:
    """Return what is announced."""
    return matrix.get_by_role("status").first


def chip(matrix: Locator, what: str) -> Locator:
    """Return the button that undoes what it names."""
    return matrix.get_by_role("group", name="In effect").get_by_role("button", name=what, exact=True)


def cell(matrix: Locator, attribute: str, subject: str) -> Locator:
    """Return a cell by the ids of its attribute and subject, shown or not, swapped or not."""
    return matrix.locator(
        f"[data-attribute='{attribute}'] > td[data-subject='{subject}'], "
        f"td[data-attribute='{attribute}'][data-subject='{subject}']"
    )


def values(matrix: Locator) -> dict[tuple[str, str], str]:
    """Return what is on screen by the heads that it stands beside and below."""
    return {(line, column): words for line, column, words in matrix.evaluate(_VALUES)}


@contextmanager
def printing(page: Page) -> Iterator[None]:
    """Show a page as on paper, with what browsers tell it before and after."""
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    yield
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
