"""A comparison in another site, at another port: framed, and as an element; and who may talk with whom."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Frame, Locator, Page, expect

from tests.browser.editors import config_of, files_of
from tests.browser.watched_pages import WatchedPages
from tests.building import Built

HOST = """\
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Another site</title><style>
body { margin: 20px; background: #fffdf4; color: #221d10; font: 17px Georgia, serif; }
body.night { background: #101014; color: #e9e6f2; }
table, th, td, button, input { border: 9px solid red !important; background: yellow !important; }
iframe.comparison-embed { width: 100%; height: 80px; border: 0 !important; background: none !important; }
</style></head><body><main><h1>Another site</h1>
BODY
</main></body></html>
"""
FRAME = '<iframe class="comparison-embed" title="Editors" src="SITEcomparisons/embed/text-editors/PATH"></iframe>'
ELEMENT = '<comparison-embed src="SITEcomparisons/text-editors/data.json" ATTRIBUTES></comparison-embed>'
SCRIPT = '<script type="module" src="SITEassets/comparisons/comparison-embed.js"></script>'


@pytest.fixture(scope="module")
def host(serve: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], str]:
    """`host(body, site)`: a page of another site that embeds parts of `site`; returns its address."""
    folder = tmp_path_factory.mktemp("another")
    base = serve(folder)

    def write(body: str, site: str) -> str:
        name = f"{len(list(folder.iterdir()))}.html"
        (folder / name).write_text(HOST.replace("BODY", body).replace("SITE", site), encoding="utf-8")
        return base + name

    return write


def frame_of(page: Page) -> Frame:
    """Return the frame of a page once its matrix has its controls."""
    frame = page.frames[1]
    frame.locator(".comparison-tools, figure").first.wait_for()
    return frame


def height_of(page: Page) -> float:
    """Return how tall a frame is."""
    return float(page.locator("iframe.comparison-embed").evaluate("each => each.getBoundingClientRect().height"))


def content_height(frame: Frame) -> float:
    """Return how tall what is in it is."""
    return float(frame.evaluate("document.documentElement.getBoundingClientRect().height"))


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


HOSTILE = """{"version": 1, "id": "x", "title": "<img src=x onerror=window.PWN=1>", "href": "javascript:window.PWN=1",
"noun": {"one": "a", "many": "b"},
"subjects": [{"id": "a", "title": "<script>window.PWN=1</script>", "href": "javascript:window.PWN=1"}],
"dimensions": [{"id": "d", "title": "D", "href": "data:text/html,x", "attributes": [
 {"id": "t", "title": "</td><b>", "href": "vbscript:x", "type": "support"}]}],
"claims": [{"attribute": "t", "subject": "a", "state": "known", "value": "__proto__", "text": "<b>w</b>",
 "note": "<i>n</i>", "sources": [{"source": "s"}]}],
"sources": [{"id": "s", "title": "<u>S</u>", "url": "javascript:window.PWN=1"}]}"""


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
