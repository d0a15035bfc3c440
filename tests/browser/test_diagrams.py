"""Diagrams in a real browser: nothing over anything else, nothing cut, at any width, in any font and scheme."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from mkdocs_comparisons.model.dimensions import DiagramKind
from tests.building import Built

PageAt = Callable[..., Page]
Serve = Callable[[Path], str]
Axe = Callable[..., list[str]]

GALLERY = "reference/diagrams/"
COMPARISON = "comparisons/virtualization-vs-containers/"
COFFEE = "comparisons/brewing-coffee/"
LICENSES = "comparisons/open-source-licenses/"
PAGES = (
    GALLERY,
    COMPARISON,
    *(f"{COMPARISON}{name}/" for name in ("architecture", "isolation", "portability", "use-cases", "containers")),
    COFFEE,
    LICENSES,
    f"{LICENSES}permissions/",
    f"{LICENSES}mit/",
)
FONTS = ("DejaVu Sans", "Roboto", "Noto Sans")
SIZES = (390, 780, 1280)

MEASURE = """() => {
  const found = [];
  for (const figure of document.querySelectorAll('figure.comparison-diagram')) {
    const whole = figure.querySelector('svg').getBoundingClientRect();
    if (!whole.width) continue;
    const name = figure.dataset.kind + ': ' + figure.getAttribute('aria-label');
    const texts = [...figure.querySelectorAll('text')].filter(each => each.getClientRects().length);
    const boxes = [];
    for (const text of texts) {
      const size = parseFloat(getComputedStyle(text).fontSize);
      if (size < 11) found.push([name, 'small', text.textContent, size]);
      const lines = [text, ...text.querySelectorAll('tspan:not(.gap)')];
      const range = document.createRange();
      for (const line of lines) {
        for (const node of line.childNodes) {
          if (node.nodeType !== Node.TEXT_NODE || !node.data.trim()) continue;
          range.selectNodeContents(node);
          const box = range.getBoundingClientRect();
          // A line's box holds its ascent and descent; letters fill less of it.
          const inset = box.height * .18;
          if (box.width) boxes.push([node.data, box.left, box.top + inset, box.right, box.bottom - inset]);
        }
      }
    }
    boxes.forEach(([words, left, top, right, bottom], place) => {
      if (left < whole.left - 2 || right > whole.right + 2 || top < whole.top - 3 || bottom > whole.bottom + 3)
        found.push([name, 'cut', words]);
      for (const [other, l, t, r, b] of boxes.slice(place + 1))
        if (Math.min(right, r) - Math.max(left, l) > 1 && Math.min(bottom, b) - Math.max(top, t) > 1)
          found.push([name, 'over', words, other]);
    });
  }
  return found;
}"""


HAS_FONT = """font => {
  const context = document.createElement('canvas').getContext('2d');
  const widths = ['monospace', 'serif'].map(other => {
    context.font = `40px '${font}', ${other}`;
    return context.measureText('mmmmiiiiWQ').width;
  });
  return widths[0] === widths[1];
}"""


def opened(page: Page, address: str, *, font: str = "", direction: str = "") -> Page:
    """Open a page, with all that is folded away unfolded."""
    page.goto(address)
    style = f".comparison-diagram text {{ font-family: '{font}' !important }}" if font else ""
    page.add_style_tag(content=f"details > * {{ display: revert }} {style}")
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    if direction:
        page.evaluate(f"document.documentElement.dir = '{direction}'")
    return page


def test_the_gallery_has_every_kind(built_site: Built, serve: Serve, page_at: PageAt) -> None:
    """What the other tests look at on the gallery page is all that there is."""
    page = page_at(1280, "light")
    page.goto(serve(built_site.site) + GALLERY)
    kinds = page.eval_on_selector_all("figure.comparison-diagram", "all => all.map(each => each.dataset.kind)")
    assert set(kinds) == {kind.value for kind in DiagramKind}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", SIZES)
def test_no_text_is_cut_or_over_another(
    width: int, scheme: str, built_site: Built, serve: Serve, page_at: PageAt
) -> None:
    """Real boxes of real letters, as drawn, on each kind of page."""
    page = page_at(width, scheme)
    base = serve(built_site.site)
    found: list[Any] = []
    for name in PAGES:
        found += [(name, *each) for each in opened(page, base + name).evaluate(MEASURE)]
    assert found == []


@pytest.mark.parametrize("width", SIZES)
@pytest.mark.parametrize("font", FONTS)
def test_any_usual_font_fits(font: str, width: int, built_site: Built, serve: Serve, page_at: PageAt) -> None:
    """A site may have any font: narrow, wide, or drawn tall."""
    page = page_at(width, "light")
    if not page.evaluate(HAS_FONT, font):
        pytest.skip(f"the font {font} is not installed here")
    base = serve(built_site.site)
    found: list[Any] = []
    for name in (GALLERY, f"{LICENSES}permissions/"):
        found += [(name, *each) for each in opened(page, base + name, font=font).evaluate(MEASURE)]
    assert found == []


@pytest.mark.parametrize("width", [390, 1280])
def test_right_to_left_is_mirrored(width: int, built_site: Built, serve: Serve, page_at: PageAt) -> None:
    """On a page that runs from right to left, pictures are mirrored, texts are not, and nothing overlaps."""
    page = opened(page_at(width, "light"), serve(built_site.site) + GALLERY, direction="rtl")
    assert page.evaluate(MEASURE) == []
    mirrored = page.evaluate(
        """() => [...document.querySelectorAll('.laid text:not(.laid g[transform^="rotate"] text)')]
        .filter(each => each.getClientRects().length && each.getScreenCTM().a < 0).length"""
    )
    assert mirrored == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_diagrams_are_accessible(
    width: int, scheme: str, built_site: Built, serve: Serve, page_at: PageAt, axe: Axe
) -> None:
    """Axe finds nothing in any kind of diagram."""
    page = opened(page_at(width, scheme), serve(built_site.site) + GALLERY)
    assert axe(page, "figure.comparison-diagram") == []


@pytest.mark.parametrize("name", PAGES)
def test_phones_scroll_no_diagram(name: str, built_site: Built, serve: Serve, page_at: PageAt) -> None:
    """At phone width every diagram shows itself whole, but for heat maps of more columns than fit."""
    page = opened(page_at(390, "light"), serve(built_site.site) + name)
    wide = page.eval_on_selector_all(
        "figure.comparison-diagram:not([data-kind=heat])",
        "all => all.filter(each => each.scrollWidth > each.clientWidth + 1).map(each => each.dataset.kind)",
    )
    assert wide == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_links_in_diagrams_are_seen_to_have_the_focus(built_site: Built, serve: Serve, page_at: PageAt) -> None:
    """A keyboard user sees where they are, and gets where the link says."""
    page = page_at(1280, "light")
    page.goto(serve(built_site.site) + f"{COMPARISON}use-cases/")
    link = page.locator("figure.comparison-diagram a").first
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert link.evaluate("each => getComputedStyle(each).outlineStyle") == "solid"
    target = link.evaluate("each => new URL(each.href.baseVal, each.baseURI).href")
    page.keyboard.press("Enter")
    page.wait_for_url(target)


def test_forced_colours_are_those_of_the_system(built_site: Built, serve: Serve, page_at: PageAt) -> None:
    """In forced colours, text and shapes take the system's colours and stay apart from the ground."""
    page = page_at(1280, "light")
    page.emulate_media(forced_colors="active")
    opened(page, serve(built_site.site) + GALLERY)
    inks = page.evaluate(
        """() => {
          const probe = document.body.appendChild(document.createElement('i'));
          const system = ['CanvasText', 'LinkText', 'GrayText', 'Highlight', 'HighlightText', 'Canvas'].map(name => {
            probe.style.color = name; return getComputedStyle(probe).color;
          });
          const texts = [...document.querySelectorAll('.comparison-diagram text')];
          const shown = texts.filter(each => each.getClientRects().length);
          return [...new Set(shown.map(each => getComputedStyle(each).fill).filter(fill => !system.includes(fill)))];
        }"""
    )
    assert inks == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_file_follows_the_scheme_of_where_it_is_shown(
    scheme: str, built_site: Built, serve: Serve, page_at: PageAt
) -> None:
    """A downloaded diagram is drawn in the colours of either scheme, by itself."""
    page = page_at(1280, scheme)
    page.goto(serve(built_site.site) + f"{COMPARISON}use-cases/diagram.svg")
    fill = page.evaluate("getComputedStyle(document.querySelector('text.label, text.name')).fill")
    assert fill == {"light": "rgb(31, 36, 43)", "dark": "rgb(227, 231, 238)"}[scheme]
    assert page.locator("a").count() == 0
    assert page.evaluate("document.querySelectorAll('.n').length") == 0
