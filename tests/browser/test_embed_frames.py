"""A comparison in a frame of another site, at another port: its height, its scheme, and who may talk with whom."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.editors import config_of, files_of
from tests.browser.embeds import ELEMENT, FRAME, HOST, SCRIPT, content_height, frame_of, height_of
from tests.building import Built

FORGERIES = [
    "({type: 'comparison-embed', version: 1, height: 5555})",
    "({type: 'comparison-embed', version: 1, height: '5555'})",
    "({type: 'comparison-embed', version: 2, height: 5555})",
    "({type: 'comparison-embed', version: 1, height: -1})",
    "({type: 'comparison-embed', version: 1, height: NaN})",
    "null",
    "'comparison-embed'",
    "[5555]",
]


def test_a_frame_is_as_tall_as_what_is_in_it(
    editors: str, host: Callable[[str, str], str], page_at: Callable[..., Page]
) -> None:
    """Whatever a reader does in it: finding few rows makes it shorter, a narrow window taller, a panel has room."""
    page = page_at(1200)
    page.goto(host(FRAME.replace("PATH", "needs/matrix.html") + SCRIPT, editors))
    frame = frame_of(page)
    page.wait_for_function("document.querySelector('iframe').getBoundingClientRect().height > 200")
    first = height_of(page)
    assert abs(first - content_height(frame)) <= 1
    frame.locator(".comparison-find").fill("memory")
    page.wait_for_function(f"document.querySelector('iframe').getBoundingClientRect().height < {first} - 20")
    frame.locator(".comparison-find").fill("")
    page.wait_for_function(f"document.querySelector('iframe').getBoundingClientRect().height === {first}")
    page.set_viewport_size({"width": 420, "height": 800})
    page.wait_for_function(f"document.querySelector('iframe').getBoundingClientRect().height > {first} + 20")
    page.set_viewport_size({"width": 1200, "height": 800})
    frame.get_by_role("button", name="Filter", exact=True).click()
    panel = frame.locator(".comparison-panel")
    panel.wait_for()
    page.wait_for_function("document.querySelector('iframe').getBoundingClientRect().height > 470")
    box = panel.evaluate("each => [each.getBoundingClientRect().bottom, innerHeight]")
    assert box[0] <= box[1]


def test_a_framed_matrix_does_all_that_it_does_at_home(
    editors: str, host: Callable[[str, str], str], page_at: Callable[..., Page]
) -> None:
    """It sorts, filters and opens at a view; links leave the frame, places on its page do not; the way back is free."""
    page = page_at(1200)
    page.goto(host(FRAME.replace("PATH", "needs/matrix.html#m1:text-editors.needs?sort=memory") + SCRIPT, editors))
    before = page.evaluate("history.length")
    frame = frame_of(page)
    expect(frame.locator("th[scope=col]:visible").first).to_contain_text("Dogwood")
    frame.get_by_role("button", name="Differences only").first.click()
    expect(frame.locator(".comparison-chip", has_text="Differences only")).to_be_visible()
    assert page.evaluate("history.length") == before
    with page.context.expect_page() as opened:
        frame.locator("th a", has_text="Memory").click()
    assert opened.value.url == f"{editors}comparisons/text-editors/needs/#memory"
    expect(frame.locator(".comparison-tools")).to_be_visible()
    assert page.url.endswith(".html")


def test_a_diagram_is_framed(editors: str, host: Callable[[str, str], str], page_at: Callable[..., Page]) -> None:
    """As tall as it is, too."""
    page = page_at(1200)
    page.goto(host(FRAME.replace("PATH", "abilities/diagram.html") + SCRIPT, editors))
    frame = frame_of(page)
    expect(frame.locator("figure svg").first).to_be_visible()
    page.wait_for_function("document.querySelector('iframe').getBoundingClientRect().height > 150")
    assert abs(height_of(page) - content_height(frame)) <= 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_frames_and_elements_follow_the_page(
    editors: str, host: Callable[[str, str], str], page_at: Callable[..., Page], scheme: str
) -> None:
    """A page may be dark for a reader whose system is light, and change: both go by the page's own letters."""
    page = page_at(1200, scheme)
    page.goto(host(FRAME.replace("PATH", "matrix.html") + ELEMENT.replace("ATTRIBUTES", "") + SCRIPT, editors))
    frame = frame_of(page)
    element = page.locator("comparison-embed")
    root = frame.locator("html")
    expect(root).to_have_attribute("data-scheme", "light")
    expect(element.locator("table")).to_be_visible()
    assert element.get_attribute("data-dark") is None
    page.evaluate("document.body.className = 'night'")
    expect(root).to_have_attribute("data-scheme", "dark")
    assert frame.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(21, 24, 29)"
    expect(element).to_have_attribute("data-dark", "")
    assert element.locator("td").first.evaluate("each => getComputedStyle(each).color") == "rgb(233, 230, 242)"


def test_a_frame_that_comes_anew_follows_the_page(
    editors: str, host: Callable[[str, str], str], page_at: Callable[..., Page]
) -> None:
    """Loaded again, moved, or led elsewhere: what is in it then knows nothing of the page yet."""
    page = page_at(1200)
    page.goto(host(FRAME.replace("PATH", "needs/matrix.html") + SCRIPT, editors))
    page.evaluate("document.body.className = 'night'")
    root = page.frame_locator("iframe").locator("html")
    expect(root).to_have_attribute("data-scheme", "dark")
    for change in (
        "document.querySelector('iframe').src += '?again'",
        "{ const frame = document.querySelector('iframe'); frame.remove(); document.body.append(frame); }",
        "document.querySelector('iframe').src = document.querySelector('iframe').src.replace('needs', 'abilities')",
    ):
        page.frames[1].evaluate("document.documentElement.dataset.old = ''")
        page.evaluate(change)
        expect(page.frame_locator("iframe").locator("html:not([data-old])")).to_have_attribute("data-scheme", "dark")


def test_a_slow_change_of_colours_is_followed(
    editors: str, host: Callable[[str, str], str], page_at: Callable[..., Page]
) -> None:
    """Letters that turn light step by step are still dark at first."""
    page = page_at(1200)
    page.emulate_media(reduced_motion="no-preference")
    slow = "<style>body { transition: color 0.4s, background 0.4s; }</style>"
    body = slow + FRAME.replace("PATH", "needs/matrix.html") + ELEMENT.replace("ATTRIBUTES", "") + SCRIPT
    page.goto(host(body, editors))
    root = page.frame_locator("iframe").locator("html")
    expect(root).to_have_attribute("data-scheme", "light")
    page.evaluate("document.body.className = 'night'")
    expect(root).to_have_attribute("data-scheme", "dark")
    expect(page.locator("comparison-embed")).to_have_attribute("data-dark", "")


def test_a_frame_without_the_script_follows_the_system(editors: str, page_at: Callable[..., Page]) -> None:
    """And an address may say which scheme it is to be."""
    page = page_at(1200, "dark")
    path = f"{editors}comparisons/embed/text-editors/needs/matrix.html"
    page.goto(path)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(21, 24, 29)"
    page.goto(f"{path}?scheme=light")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_a_frame_is_complete_without_scripts(editors: str, page_at: Callable[..., Page]) -> None:
    """A table is a table."""
    page = page_at(1200, javascript=False)
    page.goto(f"{editors}comparisons/embed/text-editors/needs/matrix.html")
    expect(page.locator("tr[data-attribute]")).to_have_count(3)
    expect(page.locator("td[data-subject=alder]").first).to_have_text("2 GB1")


def test_forged_heights_are_ignored(
    editors: str,
    host: Callable[[str, str], str],
    page_at: Callable[..., Page],
    serve: Callable[[Path], str],
    tmp_path: Path,
) -> None:
    """From the page itself, from a frame of another origin, and in a form that is none of ours."""
    page = page_at(1200)
    (tmp_path / "index.html").write_text("<p>stranger</p>", encoding="utf-8")
    stranger = serve(tmp_path)
    body = FRAME.replace("PATH", "needs/matrix.html") + f'<iframe id="stranger" src="{stranger}"></iframe>' + SCRIPT
    page.goto(host(body, editors))
    frame_of(page)
    page.wait_for_function("document.querySelector('iframe').getBoundingClientRect().height > 200")
    first = height_of(page)
    for forged in FORGERIES:
        page.evaluate(f"postMessage({forged}, '*')")
    # From the right window, but from another origin than its `src` says: a frame that was led elsewhere.
    page.evaluate(f"document.querySelector('iframe').contentWindow.location = '{stranger}'")
    page.frame_locator("iframe.comparison-embed").get_by_text("stranger").wait_for()
    for forged in FORGERIES:
        page.frames[1].evaluate(f"parent.postMessage({forged}, '*')")
    page.wait_for_timeout(300)
    assert height_of(page) == first


def test_a_height_has_an_end(editors: str, host: Callable[[str, str], str], page_at: Callable[..., Page]) -> None:
    """A site that one has framed can't make one's own page endless."""
    page = page_at(1200)
    page.goto(host(FRAME.replace("PATH", "needs/matrix.html") + SCRIPT, editors))
    frame = frame_of(page)
    page.wait_for_function("document.querySelector('iframe').getBoundingClientRect().height > 200")
    frame.evaluate("parent.postMessage({type: 'comparison-embed', version: 1, height: 1e9}, '*')")
    page.wait_for_function("document.querySelector('iframe').getBoundingClientRect().height === 30000")


def test_hostile_parents_are_ignored(
    editors: str, host: Callable[[str, str], str], page_at: Callable[..., Page]
) -> None:
    """What is not one of two words in our form changes nothing; nor does a window beside the frame."""
    page = page_at(1200)
    page.goto(host(FRAME.replace("PATH", "needs/matrix.html") + '<iframe id="beside"></iframe>', editors))
    frame = frame_of(page)
    before = frame.content()
    bad = [
        "({type: 'comparison-embed', version: 1, scheme: 'dark; background: red'})",
        "({type: 'comparison-embed', version: 1, scheme: ['dark']})",
        "({type: 'comparison-embed', version: 1, scheme: '<img src=x onerror=alert(1)>', height: 9, view: '#m1'})",
        "({type: 'other', version: 1, scheme: 'dark'})",
        "({type: 'comparison-embed', version: 9, scheme: 'dark'})",
        "({__proto__: {type: 'comparison-embed'}, scheme: 'dark'})",
        "null",
        "'dark'",
    ]
    for message in bad:
        page.evaluate(f"frames[0].postMessage({message}, '*')")
    good = "{type: 'comparison-embed', version: 1, scheme: 'dark'}"
    page.frames[2].evaluate(f"parent.frames[0].postMessage({good}, '*')")
    page.wait_for_timeout(300)
    assert frame.content() == before
    page.evaluate(f"frames[0].postMessage({good}, '*')")
    expect(frame.locator("html")).to_have_attribute("data-scheme", "dark")


def test_only_named_origins_are_told_and_heard(
    build: Callable[..., Built],
    serve: Callable[[Path], str],
    host: Callable[[str, str], str],
    page_at: Callable[..., Page],
    tmp_path: Path,
) -> None:
    """With `embed_origins`, a page of another origin gets no height and gives no scheme."""
    page = page_at(1200)
    friend = host("<p>friend</p>", "").rpartition("/")[0]
    config = config_of().replace("{pairs: 0,", f"{{pairs: 0, embed_origins: ['{friend}'],")
    built = build(tmp_path, files_of(config))
    assert built.returncode == 0, built.output
    body = FRAME.replace("PATH", "needs/matrix.html") + SCRIPT
    page.goto(host(body, serve(built.site)))
    frame_of(page)
    page.wait_for_function("document.querySelector('iframe').getBoundingClientRect().height > 200")
    stranger = tmp_path / "stranger"
    stranger.mkdir()
    (stranger / "index.html").write_text(
        HOST.replace("BODY", body).replace("SITE", serve(built.site)), encoding="utf-8"
    )
    page.goto(serve(stranger))
    frame = frame_of(page)
    page.wait_for_timeout(1500)
    assert height_of(page) == 80
    page.evaluate("frames[0].postMessage({type: 'comparison-embed', version: 1, scheme: 'dark'}, '*')")
    page.wait_for_timeout(300)
    assert frame.evaluate("document.documentElement.dataset.scheme") is None


@pytest.mark.parametrize("origin", ["docs.example.org", "https://a.example/path", "*", "javascript:alert(1)", "null"])
def test_an_origin_must_be_one(build: Callable[..., Built], tmp_path: Path, origin: str) -> None:
    """A mistake there would let nobody in, or everybody."""
    built = build(tmp_path, files_of(config_of().replace("{pairs: 0,", f"{{pairs: 0, embed_origins: ['{origin}'],")))
    assert built.returncode != 0
    assert f"option 'embed_origins': '{origin}' is not the origin of a site" in built.output
