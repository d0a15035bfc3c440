"""Matrices of real data of others in a browser: large, in many scripts, with all that people write into cells."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.matrices import Axe, PageAt, Serve, enhanced, heads, opened, status, tool, values
from tests.building import Built
from tests.corpora.converting import FOLDER, NAMES, clean_id

pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the corpora are others' data and stand beside the repository, not in it"
)


@pytest.fixture
def matrix_of(built: Built, serve: Serve, page_at: PageAt) -> Callable[..., Locator]:
    """`matrix_of(corpus, fragment, width)`: its whole matrix."""

    def open_matrix(name: str, fragment: str = "", width: int = 1280) -> Locator:
        page = page_at(width)
        page.goto(f"{serve(built.site)}comparisons/{name}/{fragment}")
        return enhanced(page)

    return open_matrix


def corpus_of(name: str) -> dict[str, Any]:
    """Return a corpus as its authors have it."""
    corpus: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return corpus


@pytest.mark.parametrize("name", NAMES)
def test_real_data_can_be_worked_with(name: str, matrix_of: Callable[..., Locator], axe: Axe) -> None:
    """Whatever people compare, a reader searches it and turns it over; axe finds nothing, and nothing scrolls aside."""
    corpus = corpus_of(name)
    rows = sum(len(each["attributes"]) for each in corpus["dimensions"])
    matrix = matrix_of(name)
    expect(status(matrix)).to_contain_text(f"5 of {len(corpus['subjects'])} subjects · {rows} of {rows} rows")
    matrix.get_by_role("searchbox", name="Find rows").fill(corpus["dimensions"][0]["attributes"][1]["title"])
    expect(status(matrix)).not_to_contain_text(f"{rows} of {rows} rows")
    # Of a page with some 10,000 cells, most of them hidden, axe would think for minutes.
    assert rows * len(corpus["subjects"]) > 5_000 or axe(matrix.page, "comparison-matrix") == []
    seen = values(matrix)
    tool(matrix, "Swap rows and columns").click()
    expect(tool(matrix, "Swap rows and columns")).to_have_attribute("aria-pressed", "true")
    assert {(line, column): words for (column, line), words in values(matrix).items()} == seen
    matrix.page.set_viewport_size({"width": 390, "height": 844})
    assert matrix.page.evaluate("document.documentElement.scrollWidth") == 390


def test_hundreds_of_subjects_are_sorted_by_numbers(matrix_of: Callable[..., Locator]) -> None:
    """All 253 of them, by a measured time: each is followed by none that is faster, and unmeasured ones are last."""
    corpus = corpus_of("js-framework-benchmark")
    attribute = corpus["dimensions"][0]["attributes"][0]["id"]
    claims = [each for each in corpus["claims"] if each["attribute"] == attribute]
    times = {clean_id(each["subject"]): float(each["value"]) for each in claims}
    matrix = matrix_of("js-framework-benchmark", f"#m1:js-framework-benchmark?show=*;sort={attribute}")
    expect(heads(matrix)).to_have_count(len(corpus["subjects"]))
    ids = matrix.locator("thead th[data-subject]").evaluate_all("all => all.map(each => each.dataset.subject)")
    order = [times.get(id, float("inf")) for id in ids]
    assert order == sorted(order)


def test_names_in_any_script_are_found(matrix_of: Callable[..., Locator]) -> None:
    """A reader types a name as it is written at home, and finds the one of 250 that has it."""
    corpus = corpus_of("countries-multilingual")
    matrix = matrix_of("countries-multilingual", width=390)
    panel = opened(matrix, "subjects")
    tool(panel, "None").click()
    for title in [each["title"] for each in corpus["subjects"] if not each["title"].isascii()][:30:3]:
        panel.get_by_role("searchbox").fill(title)
        panel.get_by_role("checkbox", name=title, exact=True).first.check()
    expect(heads(matrix)).to_have_count(10)
    assert matrix.page.evaluate("document.documentElement.scrollWidth") == 390
