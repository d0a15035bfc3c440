"""The page that says how to embed: what it prints works where it is pasted, and the manual shows it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.embeds import content_height, frame_of, height_of
from tests.building import Built


def test_the_form_takes_only_views_from_its_address(editors: str, page_at: Callable[..., Page]) -> None:
    """What else stands there can't lead its preview, or what is pasted, elsewhere."""
    page = page_at(1280)
    for view in ("/../../../../index.html", "%23m1%3Atext-editors%3Fshow%3D%25", "%23elsewhere"):
        page.goto(f"{editors}comparisons/embed/?of=nothing&in=nothing&view={view}")
        snippet = page.locator(".comparison-snippet")
        snippet.wait_for()
        page.get_by_role("combobox", name="As").select_option("element")
        assert snippet.input_value().startswith("<comparison-embed ")
        page.get_by_role("combobox", name="As").select_option("frame")
        assert f'src="{editors}comparisons/embed/text-editors/matrix.html' in snippet.input_value()
        assert "index.html" not in snippet.input_value()


def test_the_form_prints_what_is_on_screen(editors: str, page_at: Callable[..., Page]) -> None:
    """A view made in a matrix goes along; what is pasted shows the same elsewhere."""
    page = page_at(1280)
    page.goto(f"{editors}comparisons/text-editors/needs/#m1:text-editors.needs?show=fir,elm;diff")
    page.get_by_role("button", name="Share").click()
    with page.context.expect_page() as opened:
        page.locator(".comparison-panel").get_by_role("link", name="Embed", exact=True).click()
    page = opened.value
    snippet = page.locator(".comparison-snippet")
    snippet.wait_for()
    address = f"{editors}comparisons/embed/text-editors/needs/matrix.html#m1:text-editors.needs?show=fir,elm;diff"
    assert f'src="{address}"' in snippet.input_value()
    frame = page.frame_locator("iframe.comparison-embed")
    expect(frame.locator("th[scope=col]:visible")).to_have_count(2)
    frame.get_by_role("button", name="Swap rows and columns").click()
    page.wait_for_function("document.querySelector('.comparison-snippet').value.includes(';flip')")
    page.get_by_role("combobox", name="As").select_option("element")
    value = snippet.input_value()
    assert 'dimensions="needs" subjects="fir elm"' in value
    page.get_by_role("combobox", name="As").select_option("block")
    assert snippet.input_value() == (
        "/// comparison | text-editors\n    view: matrix\n    dimensions: ['needs']\n    subjects: ['fir', 'elm']\n///"
    )
    page.get_by_role("combobox", name="As").select_option("picture")
    expect(page.locator(".comparison-preview img")).to_be_visible()
    assert snippet.input_value() == f"![Text editors: Needs]({editors}comparisons/text-editors/needs/matrix.svg)"


def test_snippets_work_where_they_are_pasted(
    editors: str, host: Callable[[str, str], str], page_at: Callable[..., Page]
) -> None:
    """Pasted as they are into a page of another site."""
    page = page_at(1280)
    page.goto(f"{editors}comparisons/embed/")
    snippet = page.locator(".comparison-snippet")
    snippet.wait_for()
    frame = snippet.input_value()
    page.get_by_role("combobox", name="As").select_option("element")
    element = snippet.input_value()
    page.goto(host(frame + element, editors))
    frame_of(page)
    expect(page.locator("comparison-embed table")).to_be_visible()


def test_the_form_has_links_without_scripts(editors: str, page_at: Callable[..., Page]) -> None:
    """And on a disk, where no index can be fetched."""
    page = page_at(1280, javascript=False)
    page.goto(f"{editors}comparisons/embed/")
    row = page.locator("article tr", has_text="Text editors")
    assert row.get_by_role("link").all_inner_texts() == [
        "Text editors",
        "Matrix (page)",
        "Diagram (page)",
        "Matrix (SVG)",
        "Diagram (SVG)",
        "JSON",
        "CSV",
        "MD",
    ]


@pytest.mark.parametrize("width", [1280, 390])
def test_the_manual_shows_what_it_says(
    built_site: Built, serve: Callable[[Path], str], page_at: Callable[..., Page], width: int
) -> None:
    """Its frame, its element and its picture are real ones."""
    page = page_at(width)
    base = serve(built_site.site)
    page.goto(f"{base}how-to/embed-in-sites/")
    frame = frame_of(page)
    page.wait_for_function("document.querySelector('iframe').getBoundingClientRect().height !== 400")
    assert abs(height_of(page) - content_height(frame)) <= 1
    expect(page.locator("comparison-embed").locator("tr[data-attribute]")).to_have_count(3)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.goto(f"{base}how-to/embed-as-picture/")
    assert page.locator("article img").evaluate("each => each.complete && each.naturalWidth") > 500
