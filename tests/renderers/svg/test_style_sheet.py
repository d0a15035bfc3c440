"""The style sheet of the diagrams."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from importlib.resources import files
from pathlib import Path

import pytest

from mkdocs_comparisons.renderers.svg import pieces
from mkdocs_comparisons.renderers.svg.heat import NAMES, NARROWEST, STEP
from mkdocs_comparisons.renderers.svg.pieces import SUBJECT_COLOURS, Style
from mkdocs_comparisons.renderers.svg.sheets import NARROW, WIDE
from mkdocs_comparisons.views.heat import STEPS

Colour = tuple[float, float, float]

PACKAGE = files("mkdocs_comparisons")
SHEET = (PACKAGE / "assets" / "diagram.css").read_text(encoding="utf-8")
RULES = re.sub(r"/\*.*?\*/", "", SHEET, flags=re.DOTALL)
PAGES: dict[int, tuple[str, ...]] = {
    0: ("#ffffff", "#fcfcfc"),  # Material, Zensical, mkdocs and no theme; readthedocs
    1: ("#1e2029", "#212529", "#0b0c0f"),  # Material's slate; mkdocs; Zensical's slate
}
SCHEMES = pytest.mark.parametrize(
    ("scheme", "page"), [(scheme, page) for scheme, pages in PAGES.items() for page in pages]
)
SUBJECTS = tuple(str(place + 1) for place in range(SUBJECT_COLOURS))


def colours(name: str) -> tuple[str, str]:
    """Return a variable's light and dark colour."""
    found = re.search(rf"--comparison-{name}: light-dark\((#\w+), (#\w+)\)", SHEET)
    assert found is not None, name
    return found.group(1), found.group(2)


def blend(colour: str, below: Colour) -> Colour:
    """Return what is seen of a colour over another."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in range(1, len(colour), 2)]
    alpha = parts[3] if len(parts) == 4 else 1.0
    red, green, blue = (alpha * part + (1 - alpha) * under for part, under in zip(parts[:3], below, strict=True))
    return red, green, blue


def luminance(colour: Colour) -> float:
    """Return the relative luminance by WCAG 2."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast ratio by WCAG 2."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def seen(name: str, scheme: int, *below: str, page: str) -> Colour:
    """Return a variable's colour over others, the lowest first."""
    ground = blend(page, (1, 1, 1))
    for each in (*below, name):
        ground = blend(colours(each)[scheme], ground)
    return ground


def opacity(name: str) -> float:
    """Return how much of its colour a class shows."""
    found = re.search(rf"\.{name}\b[^{{}}]*{{ fill-opacity: (\S+);", RULES)
    assert found is not None, name
    return float(found.group(1))


def shaded(name: str, share: float, scheme: int, page: str) -> Colour:
    """Return a share of a variable's colour over a page."""
    ground = blend(page, (1, 1, 1))
    full = seen(name, scheme, page=page)
    red, green, blue = (share * part + (1 - share) * under for part, under in zip(full, ground, strict=True))
    return red, green, blue


@SCHEMES
@pytest.mark.parametrize("step", range(STEPS))
def test_words_can_be_read_on_every_shade(scheme: int, page: str, step: int) -> None:
    """The word stays in the cell, so it has to be read on the strongest shade as well."""
    ground = shaded("heat", opacity(f"t{step}"), scheme, page)
    assert contrast(seen("ink", scheme, page=page), ground) >= 4.5


@SCHEMES
@pytest.mark.parametrize("colour", [*SUBJECTS, "quantity", "axis"])
@pytest.mark.parametrize("class_", ["tint", "soft", "area"])
def test_words_can_be_read_on_every_tint(scheme: int, page: str, colour: str, class_: str) -> None:
    """Boxes are tinted with the colour of what they stand for; the words in them are in ink."""
    ground = shaded(colour, opacity(class_), scheme, page)
    assert contrast(seen("ink", scheme, page=page), ground) >= 4.5


@SCHEMES
@pytest.mark.parametrize("colour", ["ink", "muted", *SUBJECTS])
def test_words_can_be_read_on_every_page(scheme: int, page: str, colour: str) -> None:
    """Text has four and a half to one against the page of each theme, in the colour of a subject too."""
    assert contrast(seen(colour, scheme, page=page), blend(page, (1, 1, 1))) >= 4.5


@SCHEMES
def test_words_can_be_read_on_plain_boxes(scheme: int, page: str) -> None:
    """Muted text has the contrast of text in plain boxes as well."""
    plain = seen("plain", scheme, page=page)
    assert contrast(seen("muted", scheme, page=page), plain) >= 4.5
    assert contrast(seen("ink", scheme, page=page), plain) >= 4.5


@SCHEMES
@pytest.mark.parametrize("colour", [*SUBJECTS, "quantity", "axis"])
def test_shapes_can_be_seen_on_every_page(scheme: int, page: str, colour: str) -> None:
    """What is drawn has three to one against the page."""
    assert contrast(seen(colour, scheme, page=page), blend(page, (1, 1, 1))) >= 3


@SCHEMES
def test_bars_can_be_told_from_their_track(scheme: int, page: str) -> None:
    """What is drawn has three to one against what it is drawn on."""
    track = seen("rule", scheme, "plain", page=page)
    assert contrast(seen("quantity", scheme, page=page), track) >= 3


@SCHEMES
def test_shades_grow(scheme: int, page: str) -> None:
    """Each shade stands out from the page more than the one before."""
    ground = blend(page, (1, 1, 1))
    steps = [contrast(shaded("heat", opacity(f"t{step}"), scheme, page), ground) for step in range(STEPS)]
    assert steps == sorted(set(steps))


def test_layout_has_the_renderers_numbers() -> None:
    """Room is computed by the renderers and given by the sheet: the two must agree."""
    assert f"(width < {WIDE}px)" in SHEET
    assert f"width: {WIDE}px" in SHEET
    assert f".laid {{ width: {NARROW}px; }}" in SHEET
    assert f"max-width: {WIDE - 1}px" in SHEET
    assert f"var(--m, {NARROWEST[0]}px)) / {1 - NAMES:.2f}".replace("0.", ".") in SHEET
    assert f"* -{NAMES}".replace("0.", ".") in SHEET
    for columns in (5, 6, 7):
        assert f".c{columns} {{ --m: {NARROWEST[columns - 1]}px; }}" in SHEET
    for lines in range(1, 5):
        assert f".l{lines} {{ --l: {lines * STEP + 8}px; }}" in SHEET


@pytest.mark.parametrize("style", [each for each in vars(pieces).values() if isinstance(each, Style)])
def test_styles_are_those_of_the_renderers(style: Style) -> None:
    """Text is measured with the size and weight that the sheet gives it."""
    sizes = re.findall(rf"\.{style.name}\b[^{{}}]*{{ font-size: (\d+)px", RULES) or ["12"]
    assert sizes[0] == str(style.size)
    weights = re.findall(rf"\.{style.name}\b[^{{}}]*{{ font-weight: (\d+)", RULES)
    assert weights == (["700"] if style.bold else [])


@pytest.mark.parametrize(
    "condition",
    [
        "light-dark(",
        "@media print",
        "@media (forced-colors: active)",
        ":focus-visible",
        '[dir="rtl"]',
        "svg.comparison-",
    ],
)
def test_sheet_knows_where_it_may_be(condition: str) -> None:
    """Dark schemes, paper, forced colours, the keyboard, mirrored pages and files of their own are provided for."""
    assert condition in SHEET


def test_sheet_is_small_and_keeps_to_itself() -> None:
    """It is loaded by every page: 6 kB at most, nothing fetched, no name and no rule that a theme could mind."""
    assert len(SHEET.encode()) <= 6_000
    assert "url(" not in SHEET
    assert "@import" not in SHEET
    assert all(name.startswith(("comparison-", "md-")) for name in re.findall(r"--(?!turn\b)([a-z][\w-]+)", SHEET))
    outermost = re.findall(r"^([^\s@}/][^{]*) {", RULES, re.MULTILINE)
    assert all(".comparison-diagram" in selector for selector in outermost), outermost


def used() -> set[str]:
    """Return the words of the renderers' sources: whatever is a class there is among them."""
    folder = Path(str(PACKAGE)) / "renderers" / "svg"
    sources = "\n".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    return {
        word
        for literal in re.findall(r"\"([^\"\n]*)\"|'([^'\n]*)'", sources)
        for word in re.split(r"[^\w-]+", "".join(literal))
    }


def classes() -> set[str]:
    """Return the classes of the sheet."""
    return set(re.findall(r"\.([a-z][\w-]*)", RULES))


def test_no_class_is_left_over() -> None:
    """Each class of the sheet is one that renderers write; those with numbers are put together."""
    made = {f"s{place}" for place in SUBJECTS} | {f"t{step}" for step in range(STEPS)}
    made |= {"c5", "c6", "c7", "l1", "l2", "l3", "l4"}
    assert classes() - made <= used()


def test_no_class_is_missing() -> None:
    """Each class that is written in a reviewed picture is in the sheet; a grid says its number of columns anyway."""
    pictures = (Path(__file__).parent / "__snapshots__").glob("**/*.svg")
    written = {
        name
        for picture in pictures
        for element in ET.parse(picture).iter()  # noqa: S314 - our own output
        for name in element.get("class", "").split()
    }
    assert len(written) > 10
    assert written - {"c1", "c2", "c3", "c4"} <= classes()


def test_no_text_is_smaller_than_eleven() -> None:
    """Small print is not read; the space between two lines is the only text without a size."""
    sizes = [int(size) for size in re.findall(r"(?<!names \{ )font-size: (\d+)", SHEET)]
    assert min(size for size in sizes if size) >= 11
