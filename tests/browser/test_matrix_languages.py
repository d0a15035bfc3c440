"""Matrices in other languages and from right to left: every word comes from the page's table of messages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

import pytest
from playwright.sync_api import Locator, expect

from mkdocs_comparisons.renderers.messages import load_messages
from tests.browser.editors import EDITORS, MATERIAL, config_of, files_of
from tests.browser.matrices import Axe, PageAt, Serve, awake, cell, tool
from tests.browser.matrix_tour import tour
from tests.building import Built

ENGLISH = load_messages("en").texts
MARKED = {key: f"⟦{text}⟧" for key, text in ENGLISH.items()}
# Latin letters that are no words of ours: forms of copies, units, and what the data's values hold.
NAMES = {"CSV", "TSV", "Markdown", "JSON", "HTML", "MB", "GB", "ms", "s", "EUR"}
VALUES = """
Linux Windows Haiku Text text v2.0.0-rc.1 https://example.org/alder cedar @home, always "quoted" one | two <i>x</i> *y*
SUM(A1) comparisons/text-editors.yml
"""
NAMES.update(re.findall("[A-Za-z]+", VALUES))
TEXTS = """
root => {
  const found = []
  for (const each of root.querySelectorAll("*")) {
    if (!each.checkVisibility() || each.closest("template, code")) continue // code is what an author typed
    for (const name of ["aria-label", "placeholder", "title", "aria-roledescription", "aria-description"]) {
      if (each.hasAttribute(name)) found.push(each.getAttribute(name))
    }
    for (const node of each.childNodes) if (node instanceof Text && node.data.trim()) found.push(node.data.trim())
  }
  return [...new Set(found)]
}
"""
_ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_WORDS = re.compile(r"\b((?:title|short|note|label|one|many|question): )(\"[^\"]*\"|[^,{}\[\]\n]+)")


def in_arabic(data: str) -> str:
    """Return data with names and notes in Arabic letters: each Latin letter on a page is ours then, or a value's."""

    def write(match: re.Match[str]) -> str:
        return match[0] if match[0][0] == "(" else _ARABIC[ord(match[0]) % len(_ARABIC)]

    return _WORDS.sub(lambda match: match[1] + re.sub(r"\(https:[^)]*\)|[A-Za-z]", write, match[2]), data)


@pytest.fixture(scope="module")
def site_in(build: Callable[..., Built], serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., str]:
    """`site_in(language, …)`: the base URL of a site in a language of Material's, each built once."""
    bases: dict[str, str] = {}

    def base_of(language: str, messages: Mapping[str, str] | None = None) -> str:
        if language not in bases:
            folder = tmp_path_factory.mktemp(language)
            theme = MATERIAL.replace("material", f"material\n  language: {language}")
            bases[language] = serve(folder / "site")
            built = build(folder, files_of(config_of(bases[language], theme, messages), in_arabic(EDITORS)))
            assert built.returncode == 0, built.output
        return bases[language]

    return base_of


@pytest.fixture
def arabic_at(site_in: Callable[..., str], page_at: PageAt) -> Callable[..., Locator]:
    """`arabic_at(path, width)`: a matrix from right to left, with all our texts marked."""

    def open_matrix(path: str, width: int = 1280) -> Locator:
        page = page_at(width)
        page.goto(site_in("ar", MARKED) + path)
        matrix = page.locator("comparison-matrix").first
        expect(tool(matrix, MARKED["sort"])).to_be_visible()
        return matrix

    return open_matrix


def unmarked(matrix: Locator) -> Iterator[str]:
    """Yield texts with words of ours that do not come from the page's table."""
    for text in matrix.evaluate(TEXTS):
        rest, count = text, 1
        while count:
            rest, count = re.subn("⟦[^⟦⟧]*⟧", "", rest)
        if set(re.findall("[A-Za-z]+", rest)) - NAMES:
            yield text


@pytest.mark.parametrize("width", [1280, 390])
def test_every_text_comes_from_the_page(width: int, arabic_at: Callable[..., Locator], axe: Axe) -> None:
    """With marked texts in the page's table nothing unmarked is left, visible or read out, wherever one looks."""
    matrix = arabic_at("small/", width)
    for place in tour(matrix, MARKED):
        assert list(unmarked(matrix)) == [], place
        assert width > 600 or axe(matrix.page, "comparison-matrix") == [], place
        assert matrix.page.evaluate("document.documentElement.scrollWidth") <= width, place


@pytest.mark.parametrize("language", ["de", "zh"])
def test_no_english_is_left_in_a_translation(language: str, site_in: Callable[..., str], page_at: PageAt) -> None:
    """In a German or Chinese site all that the element says is German or Chinese."""
    words = load_messages(language).texts
    page = page_at()
    page.goto(site_in(language) + "small/")
    matrix = page.locator("comparison-matrix")
    expect(tool(matrix, words["sort"])).to_be_visible()
    english = [
        re.compile(re.sub(r"\\\{\w+\\\}", ".+", re.escape(text))) for key, text in ENGLISH.items() if words[key] != text
    ]
    for place in tour(matrix, words):
        left = [text for text in matrix.evaluate(TEXTS) if any(each.fullmatch(text) for each in english)]
        assert left == [], place


def test_numbers_are_written_as_in_the_language(site_in: Callable[..., str], page_at: PageAt) -> None:
    """How much worse something is has German separators in a German site, and dates tell their age in German."""
    words = load_messages("de").texts
    page = page_at()
    page.goto(site_in("de") + "whole/#m1:text-editors?base=cedar")
    matrix = page.locator("comparison-matrix")
    expect(cell(matrix, "memory", "alder")).to_contain_text(f"{words['worse']} +1.536 MB ×4")
    page.clock.set_fixed_time("2020-01-11T12:00:00Z")
    cell(matrix, "memory", "alder").get_by_role("button").click()
    expect(matrix.get_by_role("dialog")).to_contain_text("vor 10 Tagen")


def test_tables_run_from_right_to_left(arabic_at: Callable[..., Locator]) -> None:
    """The first column is at the right and stays there, panels open within the window, arrows lead where they point."""
    matrix = awake(arabic_at("whole/#m1:text-editors?show=*", 390))
    page = matrix.page
    expect(matrix.get_by_role("columnheader")).to_have_count(7)
    region = matrix.get_by_role("region")
    region.evaluate("each => each.scrollTo(-300, 0)")
    frame, side = region.bounding_box(), matrix.locator("tbody th[scope=row]").first.bounding_box()
    assert frame is not None
    assert side is not None
    assert abs(frame["x"] + frame["width"] - side["x"] - side["width"]) < 3
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    first = matrix.get_by_role("columnheader").first
    first.focus()
    page.keyboard.press("ArrowLeft")
    expect(matrix.get_by_role("columnheader").nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    box = matrix.get_by_role("menu").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    page.keyboard.press("Escape")
    page.keyboard.press("Control+End")
    page.keyboard.press("ArrowRight")
    assert cell(matrix, "encoding", "fir").evaluate("each => each === document.activeElement")
    expect(cell(matrix, "encoding", "fir")).to_be_in_viewport(ratio=0.9)
