"""A comparison as an element of another site, at another port: the same words, safe with what a stranger wrote."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.embeds import ELEMENT, SCRIPT
from tests.browser.watched_pages import WatchedPages

HOSTILE = """{"version": 1, "id": "x", "title": "<img src=x onerror=window.PWN=1>", "href": "javascript:window.PWN=1",
"noun": {"one": "a", "many": "b"},
"subjects": [{"id": "a", "title": "<script>window.PWN=1</script>", "href": "javascript:window.PWN=1"}],
"dimensions": [{"id": "d", "title": "D", "href": "data:text/html,x", "attributes": [
 {"id": "t", "title": "</td><b>", "href": "vbscript:x", "type": "support"}]}],
"claims": [{"attribute": "t", "subject": "a", "state": "known", "value": "__proto__", "text": "<b>w</b>",
 "note": "<i>n</i>", "sources": [{"source": "s"}]}],
"sources": [{"id": "s", "title": "<u>S</u>", "url": "javascript:window.PWN=1"}]}"""


def cells(table: Locator) -> dict[tuple[str, str], str]:
    """Return the words of each cell of a table of ours, without the numbers of notes and the signs."""
    found: dict[str, str] = table.evaluate(
        """table => Object.fromEntries([...table.querySelectorAll('tr[data-attribute] td')].map((cell) => {
          const copy = cell.cloneNode(true);
          const words = 'sup, button, .sign, .comparison-dots, .comparison-delta';
          for (const each of copy.querySelectorAll(words)) each.remove();
          const key = `${cell.closest('tr').dataset.attribute} ${cell.dataset.subject}`;
          return [key, copy.textContent.replace(/\\s+/g, ' ').trim()];
        }))"""
    )
    return {(key.split(" ")[0], key.split(" ")[1]): words for key, words in found.items()}


def test_an_element_shows_the_same_matrix(
    editors: str, host: Callable[[str, str], str], page_at: Callable[..., Page]
) -> None:
    """Cell by cell the words of the site itself, in the letters and colours of the page around it."""
    page = page_at(1280)
    page.goto(f"{editors}comparisons/text-editors/")
    expected = cells(page.locator("comparison-matrix table").first)
    page.goto(host(ELEMENT.replace("ATTRIBUTES", "") + SCRIPT, editors))
    element = page.locator("comparison-embed")
    element.locator("table").wait_for()
    found = cells(element.locator("table"))
    assert {key: words.replace("—", "no claim") for key, words in expected.items()} == found
    style = element.locator("td").first.evaluate(
        "each => ['fontFamily', 'color', 'borderLeftWidth'].map((name) => getComputedStyle(each)[name])"
    )
    assert style == ["Georgia, serif", "rgb(34, 29, 16)", "0px"]


def test_an_element_sorts_finds_and_leaves_out(
    editors: str, host: Callable[[str, str], str], page_at: Callable[..., Page]
) -> None:
    """By keyboard, too; what is not known stands last in either order."""
    page = page_at(1280)
    page.goto(host(ELEMENT.replace("ATTRIBUTES", 'dimensions="needs"') + SCRIPT, editors))
    element = page.locator("comparison-embed")
    heads = element.locator("thead th")
    sort = element.get_by_role("button", name="Sort by Memory")
    sort.focus()
    page.keyboard.press("Enter")
    assert heads.all_inner_texts()[:4] == ["Dogwood", "Fir", "Cedar", "Alder"]
    assert heads.all_inner_texts()[-2:] == ["Elm", "Ginkgo"]
    row = element.locator("tr[data-attribute=memory]")
    assert row.locator("td").evaluate_all("all => all.map(each => each.dataset.subject)")[:2] == ["dogwood", "fir"]
    assert row.locator("th").get_attribute("aria-sort") == "ascending"
    sort.click()
    assert heads.all_inner_texts()[0] in ("Alder", "Birch")
    assert heads.all_inner_texts()[-2:] == ["Elm", "Ginkgo"]
    element.get_by_role("searchbox").fill("start")
    assert element.locator("tr[data-attribute]:visible").evaluate_all("all => all.map(e => e.dataset.attribute)") == [
        "startup"
    ]
    element.get_by_role("searchbox").fill("nowhere at all")
    expect(element.get_by_role("status")).to_have_text("Nothing matches.")


def test_an_element_leaves_out_what_agrees(
    editors: str, host: Callable[[str, str], str], page_at: Callable[..., Page]
) -> None:
    """2 GB and 2048 MB are the same, as on the site."""
    page = page_at(1280)
    page.goto(host(ELEMENT.replace("ATTRIBUTES", 'dimensions="needs" subjects="alder birch"') + SCRIPT, editors))
    element = page.locator("comparison-embed")
    element.get_by_role("button", name="Differences").click()
    expect(element.locator("tr[data-attribute=memory]")).to_be_hidden()
    expect(element.locator("tr[data-attribute=price]")).to_be_visible()


@pytest.mark.parametrize(
    ("attributes", "words"),
    [
        ('view="nonsense"', "there is no view 'nonsense'"),
        ('subjects="nobody"', "there is no 'nobody' among the subjects"),
        ('attributes="nothing"', "there is no 'nothing' among the attributes"),
        ('view="constructor"', "there is no view 'constructor'"),
        ('dimensions="needs" attributes="plugins"', "the attributes are in none of the dimensions"),
    ],
)
def test_an_element_says_what_is_wrong(
    editors: str, host: Callable[[str, str], str], page_at: Callable[..., Page], attributes: str, words: str
) -> None:
    """An empty place in a page helps nobody."""
    page = page_at(1280)
    page.goto(host(ELEMENT.replace("ATTRIBUTES", attributes) + SCRIPT, editors))
    expect(page.locator("comparison-embed").get_by_role("alert")).to_contain_text(words)


def test_rows_stand_in_the_order_that_is_asked_for(
    editors: str, host: Callable[[str, str], str], page_at: Callable[..., Page]
) -> None:
    """As columns do."""
    page = page_at(1280)
    page.goto(host(ELEMENT.replace("ATTRIBUTES", 'attributes="price, memory" subjects="elm, alder"') + SCRIPT, editors))
    element = page.locator("comparison-embed")
    rows = element.locator("tr[data-attribute]").evaluate_all("all => all.map((each) => each.dataset.attribute)")
    assert rows == ["price", "memory"]
    assert element.locator("thead th").all_inner_texts() == ["Elm", "Alder"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (None, "404"),
        ("<!doctype html>", "The comparison can't be shown"),
        ("null", "no comparison of a version that is known here"),
        ('{"version": 1, "subjects": [null], "dimensions": [], "claims": []}', "no comparison of a version"),
        ('{"version": 2, "subjects": [], "dimensions": [], "claims": []}', "no comparison of a version"),
    ],
)
def test_an_element_says_what_is_wrong_with_its_data(  # noqa: PLR0913, PLR0917 (fixtures)
    editors: str,
    host: Callable[[str, str], str],
    watched_pages: WatchedPages,
    serve: Callable[[Path], str],
    tmp_path: Path,
    data: str | None,
    words: str,
) -> None:
    """In words, with the way to it."""
    if data is not None:
        (tmp_path / "data.json").write_text(data, encoding="utf-8")
    page = watched_pages.open(1280)
    page.goto(host(f'<comparison-embed src="{serve(tmp_path)}data.json"></comparison-embed>{SCRIPT}', editors))
    expect(page.locator("comparison-embed").get_by_role("alert")).to_contain_text(words)
    watched_pages.problems.clear()  # the console tells of the 404, too


@pytest.mark.parametrize("src", ["", "javascript:alert(1)", "http://["])
def test_an_element_needs_an_address(
    editors: str, host: Callable[[str, str], str], watched_pages: WatchedPages, src: str
) -> None:
    """And makes no link of one that is none."""
    page = watched_pages.open(1280)
    page.goto(host(f'<comparison-embed src="{src}"></comparison-embed>{SCRIPT}', editors))
    expect(page.locator("comparison-embed").get_by_role("alert")).to_be_visible()
    assert page.locator("comparison-embed a").count() == 0
    watched_pages.problems.clear()


def test_an_element_is_safe_with_a_strangers_data(
    editors: str,
    host: Callable[[str, str], str],
    page_at: Callable[..., Page],
    serve: Callable[[Path], str],
    tmp_path: Path,
) -> None:
    """Text stays text, and no link leads into a script."""
    (tmp_path / "data.json").write_text(HOSTILE, encoding="utf-8")
    page = page_at(1280)
    page.goto(host(f'<comparison-embed src="{serve(tmp_path)}data.json"></comparison-embed>{SCRIPT}', editors))
    element = page.locator("comparison-embed")
    element.locator("table").wait_for()
    assert element.locator("td[data-subject]").inner_text().startswith("<b>w</b>")
    assert element.locator("caption").inner_text() == "<img src=x onerror=window.PWN=1>: D"
    assert element.locator("a").count() == 0
    assert element.locator("img, script, b, i, u").count() == 0
    assert page.evaluate("window.PWN") is None


def test_what_is_embedded_is_accessible(
    editors: str, host: Callable[[str, str], str], page_at: Callable[..., Page], axe: Callable[..., list[str]]
) -> None:
    """The element in another site, and a framed page."""
    page = page_at(1280)
    plain = "<style>table, th, td, button, input { border-width: 0; }</style>"
    page.goto(host(plain + ELEMENT.replace("ATTRIBUTES", "") + SCRIPT, editors))
    page.locator("comparison-embed table").wait_for()
    assert axe(page, "comparison-embed") == []
    for scheme in ("light", "dark"):
        framed = page_at(1000, scheme)
        for path in ("matrix.html", "abilities/diagram.html"):
            framed.goto(f"{editors}comparisons/embed/text-editors/{path}")
            framed.locator(".comparison-tools, figure").first.wait_for()
            assert axe(framed, "main") == []
