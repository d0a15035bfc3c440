"""The repository's own site in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.matrices import awake, enhanced, tool
from tests.browser.searching import search_plain
from tests.browser.watched_pages import Scheme, WatchedPages
from tests.building import Built
from tests.hosts.projects import CONFIG, TEA

PageAt = Callable[..., Page]
Serve = Callable[[Path], str]
Axe = Callable[..., list[str]]

COMPARISON = "comparisons/virtualization-vs-containers/"
KINDS = {
    "index": "comparisons/",
    "comparison": COMPARISON,
    "many subjects": "comparisons/open-source-licenses/",
    "dimension": f"{COMPARISON}isolation/",
    "dimension of many": "comparisons/open-source-licenses/permissions/",
    "subject": f"{COMPARISON}containers/",
    "pair": "comparisons/open-source-licenses/mit-vs-apache-2-0/",
    "glossary": "comparisons/glossary/",
    "sources": "comparisons/sources/",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_pages_are_accessible(
    kind: str, scheme: str, built_site: Built, serve: Serve, page_at: PageAt, axe: Axe
) -> None:
    """Each kind of page passes axe in both schemes, the theme around it included."""
    page = page_at(1280, scheme)
    page.goto(serve(built_site.site) + KINDS[kind])
    assert axe(page) == []


@pytest.mark.parametrize("kind", KINDS)
def test_phones_never_scroll_sideways(kind: str, built_site: Built, serve: Serve, page_at: PageAt, axe: Axe) -> None:
    """At phone width the page fits, what is wider scrolls in itself, and axe still finds nothing."""
    page = page_at(390, "light", height=844)
    page.goto(serve(built_site.site) + KINDS[kind])
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert axe(page) == []


@pytest.mark.parametrize("width", [1280, 390])
def test_head_and_first_column_stay_in_sight(width: int, built_site: Built, serve: Serve, page_at: PageAt) -> None:
    """Scrolled far into a matrix, its head and its first column still say what one is looking at."""
    page = page_at(width, "light")
    page.goto(serve(built_site.site) + "comparisons/open-source-licenses/")
    page.get_by_role("button", name="Show all 47").click()
    scroll = page.locator(".comparison-matrix__scroll").first
    expect(page.locator(".comparison-matrix__table thead th").nth(10)).to_be_visible()
    scroll.evaluate("each => { each.style.maxHeight = '20em'; each.scrollTo(600, 200) }")
    frame = scroll.bounding_box()
    head = page.locator(".comparison-matrix__table thead th").nth(10).bounding_box()
    row = page.locator(".comparison-matrix__table tbody th[scope=row]").nth(6).bounding_box()
    assert frame is not None
    assert head is not None
    assert row is not None
    assert abs(head["y"] - frame["y"]) < 3
    assert abs(row["x"] - frame["x"]) < 3


def test_search_finds_a_claim_at_its_attribute(built_site: Built, serve: Serve, page_at: PageAt) -> None:
    """Typing a word of a claim and opening the hit leads to the attribute's heading."""
    page = page_at(1280, "light")
    page.goto(serve(built_site.site))
    field = page.locator("input.md-search__input")
    field.click()
    field.press_sequentially("vulnerable")
    hit = page.locator(f"a.md-search-result__link[href*='{COMPARISON}isolation/'][href$='#security']")
    expect(hit.first).to_be_attached(timeout=15_000)
    hits = page.locator("a.md-search-result__link")
    assert not [href for href in hits.evaluate_all("all => all.map(each => each.pathname)") if href == f"/{COMPARISON}"]
    page.goto(hit.first.evaluate("each => each.href"))
    anchor = page.evaluate("decodeURIComponent(location.hash.slice(1))")
    assert page.evaluate("id => document.getElementById(id).localName", anchor) == "h2"


def test_search_of_the_plain_theme_finds_it_too(
    build: Callable[..., Built], tmp_path: Path, serve: Serve, page_at: PageAt
) -> None:
    """MkDocs' own search has no way to leave a table out, and yet finds each claim where it belongs."""
    built = build(
        tmp_path,
        {
            "mkdocs.yml": CONFIG.replace("material, font: false", "mkdocs, highlightjs: false"),
            "comparisons/tea-vs-coffee.yml": TEA,
        },
        "--strict",
    )
    assert built.returncode == 0, built.output
    page = page_at(1280, "light")
    page.goto(serve(built.site))
    search_plain(page, "quinine", "a[href*='taste/#bitterness']")


def test_a_cells_address_leads_to_the_cell(built_site: Built, serve: Serve, page_at: PageAt) -> None:
    """A link to `#<attribute>.<subject>` brings the cell into sight, below the sticky head."""
    page = page_at(1280, "light", height=500)
    page.goto(serve(built_site.site) + f"{COMPARISON}isolation/#security.containers")
    cell = page.locator("td[id='security.containers']")
    expect(cell).to_be_in_viewport()
    assert cell.get_attribute("data-subject") == "containers"


def test_footnotes_lead_there_and_back(built_site: Built, serve: Serve, page_at: PageAt) -> None:
    """Without scripts a click on a mark shows the note, folded away or not; one on its arrow shows the cell again."""
    page = page_at(1280, "light", javascript=False)
    page.goto(serve(built_site.site) + COMPARISON)
    mark = page.locator("sup.comparison-mark a").nth(2)
    mark.click()
    note = page.locator("ol.comparison-notes > li").nth(2)
    expect(note).to_be_visible()
    note.locator("a.comparison-back").first.click()
    expect(mark).to_be_in_viewport()


def test_everything_is_there_without_scripts(built_site: Built, serve: Serve, page_at: PageAt) -> None:
    """The matrix and the diagram are complete before any script runs."""
    page = page_at(1280, "light", javascript=False)
    page.goto(serve(built_site.site) + f"{COMPARISON}isolation/")
    assert page.locator("comparison-matrix td[data-subject]").count() > 8
    expect(page.locator("figure.comparison-diagram svg").first).to_be_visible()


@pytest.fixture(params=["mkdocs", "readthedocs"])
def plain_themed(request: pytest.FixtureRequest, build: Callable[..., Built], tmp_path: Path) -> Callable[[str], Built]:
    """`plain_themed(scheme)`: a small site in one of the other themes."""

    def built_in(scheme: str) -> Built:
        theme = f"{{name: {request.param}, color_mode: {scheme}, highlightjs: false}}"
        config = CONFIG.replace("{name: material, font: false}", theme)
        built = build(tmp_path, {"mkdocs.yml": config, "comparisons/tea-vs-coffee.yml": TEA}, "--strict")
        assert built.returncode == 0, built.output
        return built

    return built_in


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_other_themes_are_accessible(
    scheme: Scheme, plain_themed: Callable[[str], Built], serve: Serve, watched_pages: WatchedPages, axe: Axe
) -> None:
    """What we make passes axe in the other themes too, and fits a phone."""
    base = serve(plain_themed(scheme).site)
    for path in ("tea-vs-coffee/", "tea-vs-coffee/taste/", "tea-vs-coffee/tea/", "tea-vs-coffee/tea-vs-coffee/", ""):
        page = watched_pages.open(1280, scheme)
        page.goto(f"{base}comparisons/{path}")
        assert axe(page, "[role=main]") == []
        page.set_viewport_size({"width": 390, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
    # A mistake of the `mkdocs` theme: its script for dark mode expects the highlighter, which we do without here.
    watched_pages.problems[:] = [each for each in watched_pages.problems if "'disabled'" not in each]


def test_the_site_works_below_a_folder(built_site: Built, serve: Serve, page_at: PageAt, tmp_path: Path) -> None:
    """On GitHub Pages a project's site is not at the root of its host: all that it asks for is below its folder."""
    (tmp_path / "repository").symlink_to(built_site.site)
    page, asked = page_at(1280, "light"), []
    page.on("request", lambda request: asked.append(request.url))
    base = serve(tmp_path)
    page.goto(f"{base}repository/{COMPARISON}")
    matrix = awake(enhanced(page))
    tool(matrix, "Differences only").click()
    expect(tool(matrix, "Differences only")).to_have_attribute("aria-pressed", "true")
    matrix.get_by_role("link", name="Isolation", exact=True).click()
    expect(page).to_have_url(re.compile(f"^{re.escape(base)}repository/{COMPARISON}isolation/"))
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^Isolation"))
    assert any("matrix.js" in url for url in asked)
    assert [url for url in asked if not url.startswith((f"{base}repository/", "data:"))] == []
