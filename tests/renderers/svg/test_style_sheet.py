"""The style sheet of the diagrams."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from mkdocs_comparisons.renderers.svg.heat import NAMES, NARROWEST, WIDE

Colour = tuple[float, float, float]

SHEET = (files("mkdocs_comparisons") / "assets" / "diagram.css").read_text(encoding="utf-8")
PAGES: dict[int, tuple[str, ...]] = {
    0: ("#ffffff", "#fcfcfc"),  # Material, mkdocs and no theme; readthedocs
    1: ("#1e2129", "#212529"),  # Material's slate, mkdocs
}
SCHEMES = pytest.mark.parametrize(
    ("scheme", "page"), [(scheme, page) for scheme, pages in PAGES.items() for page in pages]
)


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


@SCHEMES
@pytest.mark.parametrize("step", range(5))
def test_words_can_be_read_on_every_shade(scheme: int, page: str, step: int) -> None:
    """The word stays in the cell, so it has to be read on the strongest shade as well."""
    ground = seen(f"step-{step}", scheme, page=page)
    assert contrast(seen("ink", scheme, page=page), ground) >= 4.6


@SCHEMES
def test_notes_and_unknown_can_be_read(scheme: int, page: str) -> None:
    """Muted text has the contrast of text, on the page and on hatching."""
    muted = seen("muted", scheme, page=page)
    assert contrast(muted, blend(page, (1, 1, 1))) >= 4.6
    assert contrast(muted, seen("plain", scheme, page=page)) >= 4.5


@SCHEMES
def test_bars_can_be_told_from_their_track(scheme: int, page: str) -> None:
    """What is drawn has three to one against what it is drawn on."""
    track = seen("rule", scheme, "plain", page=page)
    assert contrast(seen("quantity", scheme, page=page), track) >= 3


@SCHEMES
def test_shades_grow(scheme: int, page: str) -> None:
    """Each shade stands out from the page more than the one before."""
    ground = blend(page, (1, 1, 1))
    steps = [contrast(seen(f"step-{step}", scheme, page=page), ground) for step in range(5)]
    assert steps == sorted(set(steps))


def test_layout_has_the_renderer_s_numbers() -> None:
    """Room is computed by the renderer and given by the sheet: the two must agree."""
    assert f"(width < {WIDE}px)" in SHEET
    assert f"max-width: {WIDE - 1}px" in SHEET
    assert f"/ {1 - NAMES:.2f} * -{NAMES}".replace("0.", ".") in SHEET
    assert f".heat {{ --comparison-least: {NARROWEST[0]}px; }}" in SHEET
    for columns in (5, 6, 7):
        assert f".heat-c{columns} {{ --comparison-least: {NARROWEST[columns - 1]}px; }}" in SHEET


@pytest.mark.parametrize(
    "condition",
    [
        '[data-md-color-scheme="slate"]',
        '[data-bs-theme="dark"]',
        "light-dark(",
        "@media print",
        "@media (forced-colors: active)",
        ":focus-visible",
    ],
)
def test_sheet_knows_where_it_may_be(condition: str) -> None:
    """Dark schemes, pages without a theme, paper, forced colours and the keyboard are all provided for."""
    assert condition in SHEET


def test_sheet_is_small_and_keeps_to_itself() -> None:
    """It is loaded by every page: 6 kB at most, nothing fetched, no name that a theme could have."""
    assert len(SHEET.encode()) <= 6_000
    assert "url(" not in SHEET
    assert "@import" not in SHEET
    assert all(name.startswith(("comparison-", "md-accent-")) for name in re.findall(r"--([a-z][\w-]+)", SHEET))


def test_no_text_is_smaller_than_eleven() -> None:
    """Small print is not read; the space between two lines is the only text without a size."""
    sizes = [int(size) for size in re.findall(r"(?<!heat-name \{ )font-size: (\d+)", SHEET)]
    assert min(size for size in sizes if size) >= 11
