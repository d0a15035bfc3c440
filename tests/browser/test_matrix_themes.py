"""Matrices in other surroundings: other themes, and a page without any."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from mkdocs_comparisons.renderers.messages import load_messages
from tests.browser.editors import config_of, files_of, line_of
from tests.browser.matrices import Axe, Serve, enhanced, tool
from tests.browser.matrix_tour import tour
from tests.browser.watched_pages import Scheme, WatchedPages
from tests.building import Built

THEMES = {
    "mkdocs": "{name: mkdocs, highlightjs: false}",
    "mkdocs dark": "{name: mkdocs, color_mode: dark, highlightjs: false}",
    "readthedocs": "{name: readthedocs, highlightjs: false}",
    "none": "{name: mkdocs, highlightjs: false}",
}
PLAIN = """\
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Plain</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="../assets/comparisons/comparison.css">
<script type="module" src="../assets/comparisons/comparison.js"></script>
<body>
<main><h1>Plain</h1><div class="comparison-embed">{matrix}</div></main>
</body>
</html>
"""


@pytest.fixture(scope="module")
def themed(build: Callable[..., Built], serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    """`themed(name)`: the address of a page with a matrix in a theme, or in a page of its own that includes it."""

    def address_of(name: str) -> str:
        folder = tmp_path_factory.mktemp("themed")
        config = config_of(theme=THEMES[name])
        if name == "none":
            config = re.sub("(?m)^edit_uri:.*$", "edit_uri: ''", config)
        built = build(folder, files_of(config))
        assert built.returncode == 0, built.output
        if name == "none":
            _take_out(built.site / "small/index.html")
        return serve(built.site) + "small/"

    return address_of


def _take_out(page: Path) -> None:
    """Put the matrix of a page into one that has nothing else of the site but style and script."""
    found = re.search("<template.*</comparison-matrix>", page.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    page.write_text(PLAIN.replace("{matrix}", found[0]), encoding="utf-8")


@pytest.mark.parametrize(
    ("theme", "scheme", "width"),
    [
        ("mkdocs", "light", 1280),
        ("mkdocs dark", "dark", 390),
        ("readthedocs", "light", 390),
        ("none", "dark", 1280),
    ],
)
def test_a_tour_is_accessible_anywhere(
    theme: str, scheme: Scheme, width: int, themed: Callable[[str], str], watched_pages: WatchedPages, axe: Axe
) -> None:
    """In every theme, and without one, all works, axe finds nothing, and no page scrolls sideways."""
    page = watched_pages.open(width, scheme)
    page.goto(themed(theme))
    for place in tour(enhanced(page), load_messages("en").texts):
        assert axe(page, "comparison-matrix") == [], place
        assert page.evaluate("document.documentElement.scrollWidth") <= width, place
    # A mistake of the `mkdocs` theme: its script for dark mode expects the highlighter, which we do without here.
    watched_pages.problems[:] = [each for each in watched_pages.problems if "'disabled'" not in each]


def test_a_page_outside_the_site_has_all_that_is_behind_values(
    themed: Callable[[str], str], watched_pages: WatchedPages
) -> None:
    """Details hold the note, and the line where no repository is known to link to; views are in the address."""
    page = watched_pages.open()
    page.goto(themed("none"))
    matrix = enhanced(page)
    tool(matrix, "Note 1: Memory, Alder").click()
    panel = matrix.get_by_role("dialog")
    expect(panel).to_contain_text("With a large project.")
    expect(panel).to_contain_text(f"Written in comparisons/text-editors.yml, line {line_of('alder: {value: 2 GB')}")
    expect(panel.get_by_role("link", name="Edit this claim")).to_have_count(0)
    page.keyboard.press("Escape")
    tool(matrix, "Swap rows and columns").click()
    expect(page).to_have_url(re.compile("#m1:text-editors[?]flip$"))
    page.reload()
    expect(tool(matrix, "Swap rows and columns")).to_have_attribute("aria-pressed", "true")
