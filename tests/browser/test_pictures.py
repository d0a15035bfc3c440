"""Matrices as pictures in a real browser: opened as a file, as an image, in either scheme, in any usual font."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from mkdocs_comparisons.loading import load
from mkdocs_comparisons.renderers.svg.table import render_matrix_file
from mkdocs_comparisons.views.matrix import build_matrix
from mkdocs_comparisons.views.selection import Selection
from tests.browser.test_diagrams import HAS_FONT
from tests.building import write_files
from tests.conftest import ROOT
from tests.corpora.converting import FOLDER, NAMES, convert
from tests.renderers.svg.picture_samples import hard, numbers, wide

PageAt = Callable[..., Page]
Serve = Callable[[Path], str]

OWN = ("brewing-coffee", "open-source-licenses", "virtualization-vs-containers")
DRAWN = (*OWN, "hard", "numbers", "one", "wide")

# A line's box holds its ascent and descent; letters fill less of it.
MEASURE = """() => {
  const found = [], boxes = [];
  const columns = {}, range = document.createRange();
  const area = each => each.querySelector(':scope > rect.area').getBoundingClientRect();
  for (const head of document.querySelectorAll('g[data-subject]:not([data-attribute])'))
    columns[head.dataset.subject] = area(head);
  const whole = document.documentElement.getBoundingClientRect();
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.parentElement.closest('text') || !node.data.trim()) continue;
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect(), inset = box.height * .18;
    const [top, bottom] = [box.top + inset, box.bottom - inset];
    const group = node.parentElement.closest('g[data-subject]'), row = node.parentElement.closest('g.row');
    const column = group ? columns[group.dataset.subject] : whole, line = row ? area(row) : whole;
    if (box.left < column.left || box.right > column.right || top < line.top || bottom > line.bottom)
      found.push(['outside', node.data, box.left, box.right, column.left, column.right]);
    boxes.push([node.data, box.left, top, box.right, bottom]);
  }
  boxes.sort((a, b) => a[2] - b[2]);
  boxes.forEach(([words, left, top, right, bottom], place) => {
    for (let next = place + 1; next < boxes.length && boxes[next][2] < bottom; next++) {
      const [other, l, t, r, b] = boxes[next];
      if (Math.min(right, r) - Math.max(left, l) > 1 && Math.min(bottom, b) - t > 1) found.push(['over', words, other]);
    }
  });
  return [boxes.length, found];
}"""

CONTRAST = """() => {
  const light = colour => {
    const parts = colour.match(/[\\d.]+/g).slice(0, 3).map(each => each / 255);
    const [r, g, b] = parts.map(each => each <= .03928 ? each / 12.92 : ((each + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const ground = light(getComputedStyle(document.querySelector('.ground')).fill);
  const least = {};
  for (const each of document.querySelectorAll('text, tspan, path:not(.rule, .strong)')) {
    const ink = light(getComputedStyle(each).fill);
    const ratio = (Math.max(ink, ground) + .05) / (Math.min(ink, ground) + .05);
    const name = each.getAttribute('class');
    least[name] = Math.min(least[name] ?? 21, ratio);
  }
  return [ground, least];
}"""


def pictures() -> Iterator[tuple[str, str]]:
    """Yield a picture of each kind of matrix, with its name."""
    catalogue = load(ROOT / "comparisons", relative_to=ROOT).catalogue
    for comparison in catalogue.comparisons:
        yield comparison.id, render_matrix_file(build_matrix(comparison, Selection()), catalogue)
    first = catalogue.comparisons[0]
    single = Selection(subjects=first.subject_ids[:1])
    yield "one", render_matrix_file(build_matrix(first, single), catalogue)
    for name, made in (("hard", hard()), ("numbers", numbers()), ("wide", wide(30, 30))):
        yield name, render_matrix_file(build_matrix(made.comparisons[0], Selection()), made)


@pytest.fixture(scope="module")
def base(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a folder of pictures."""
    folder = tmp_path_factory.mktemp("pictures")
    write_files(folder, {f"{name}.svg": text for name, text in pictures()})
    shown = "".join(f'<p><img src="{name}.svg" alt=""></p>' for name in DRAWN)
    write_files(folder, {"index.html": f"<!doctype html><title>Pictures</title>{shown}"})
    return serve(folder)


@pytest.mark.parametrize("font", ["", "DejaVu Sans", "Roboto", "Noto Sans"])
@pytest.mark.parametrize("name", DRAWN)
def test_no_text_leaves_its_cell_or_lies_over_another(name: str, font: str, base: str, page_at: PageAt) -> None:
    """Real boxes of real letters, in fonts that are narrow, wide, or drawn tall."""
    page = page_at(1280, "light")
    if font and not page.evaluate(HAS_FONT, font):
        pytest.skip(f"the font {font} is not installed here")
    page.goto(f"{base}{name}.svg")
    if font:
        page.evaluate("font => document.documentElement.style.fontFamily = `'${font}', sans-serif`", font)
    count, found = page.evaluate(MEASURE)
    assert count > 5
    assert found == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["brewing-coffee", "hard"])
def test_text_is_readable_in_either_scheme(name: str, scheme: str, base: str, page_at: PageAt) -> None:
    """A file has its own ground, so its words have contrast wherever it is shown."""
    page = page_at(1280, scheme)
    page.goto(f"{base}{name}.svg")
    ground, least = page.evaluate(CONTRAST)
    assert (ground > 0.5) is (scheme == "light")
    assert {"good", "fair", "poor", "unknown", "mark", "head"} <= set(least) or name == "hard"
    assert min(least.values()) >= 4.5, least
    assert page.evaluate(MEASURE)[1] == []


def test_pictures_are_shown_as_images(base: str, page_at: PageAt) -> None:
    """A page that takes pictures only gets each as large as it says it is."""
    page = page_at(1280, "dark")
    page.goto(base)
    sizes = page.eval_on_selector_all("img", "all => all.map(each => [each.naturalWidth, each.naturalHeight])")
    assert len(sizes) == len(DRAWN)
    assert all(width >= 400 and height > 100 for width, height in sizes), sizes


def test_forced_colours_are_those_of_the_system(base: str, page_at: PageAt) -> None:
    """Where the system sets the colours of text, it sets that of the ground as well."""
    page = page_at(1280, "light")
    page.emulate_media(forced_colors="active", color_scheme="dark")
    page.goto(f"{base}brewing-coffee.svg")
    assert min(page.evaluate(CONTRAST)[1].values()) >= 4.5


@pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the corpora are others' data and stand beside the repository, not in it"
)
@pytest.mark.parametrize("name", NAMES)
def test_real_data_of_others_fits(name: str, serve: Serve, page_at: PageAt, tmp_path: Path) -> None:
    """Whatever people write into cells, in whichever script."""
    write_files(tmp_path, convert(name))
    catalogue = load(tmp_path / "comparisons", relative_to=tmp_path).catalogue
    comparison = catalogue.comparisons[0]
    selection = Selection(subjects=comparison.subject_ids[:40])
    write_files(tmp_path, {"table.svg": render_matrix_file(build_matrix(comparison, selection), catalogue)})
    page = page_at(1280, "light")
    page.goto(serve(tmp_path) + "table.svg")
    count, found = page.evaluate(MEASURE)
    assert count > 100
    assert found == []
