"""Two subjects face to face, as SVG."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.values import NotApplicable, Unknown
from mkdocs_comparisons.renderers.svg.butterfly import render_butterfly
from mkdocs_comparisons.renderers.svg.sheets import NARROW, WIDE
from mkdocs_comparisons.views.butterfly import build_butterfly
from tests.renderers.svg.boxes import SVG, parse
from tests.renderers.svg.golden import SvgFile
from tests.renderers.svg.laid import check_figure, text_boxes, words_of
from tests.renderers.svg.samples import PEN, TEXT, compare, scope_of, text


def draw(comparison: Comparison) -> list[str]:
    """Draw a whole comparison, and check each picture."""
    figures = [str(render_butterfly(chart, PEN)) for chart in build_butterfly(scope_of(comparison))]
    for figure in figures:
        check_figure(figure)
    return figures


def machines() -> Comparison:
    """Short and long texts, a same one, and each of the nothings."""
    return compare(
        ["Virtual machines", "Containers"],
        ("Kernel", TEXT, [text("one per machine, chosen by its owner"), text("one for all, chosen by the host")]),
        ("Licence of main tools", TEXT, [text("open source"), text("open source")]),
        ("Boundary", TEXT, [text("the processor's own " * 12), text("namespaces")]),
        ("Patch cycle", TEXT, [text("every guest on its own"), Unknown()]),
        ("Guest tools", TEXT, [text("yes"), NotApplicable()]),
        ("内核隔离性能安全部署启动时间", TEXT, [text("كل جهاز له نواة"), None]),
    )


def picture(figure: str) -> ET.Element:
    """Return the picture in a figure."""
    found = parse(figure).find(f"{SVG}svg")
    assert found is not None
    return found


def test_picture_stays_as_it_was_reviewed(snapshot: SnapshotAssertion) -> None:
    """A change of what is drawn shows as a difference in a file that a reviewer can look at."""
    assert draw(machines())[0] == snapshot(extension_class=SvgFile)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_each_side_keeps_to_its_own(width: int) -> None:
    """What is said of the left subject stands left of the middle, what is said of the right one right of it."""
    (figure,) = draw(compare(["A", "B"], *((f"R{row}", TEXT, [text(f"l{row}"), text(f"r{row}")]) for row in range(5))))
    boxes = {box.text: box for box in text_boxes(picture(figure), width)}
    for row in range(5):
        left, name, right = boxes[f"l{row}"], boxes[f"R{row}"], boxes[f"r{row}"]
        assert left.right < width / 2 < right.left
        assert left.top == right.top
        assert name.top <= left.bottom
        assert row == 0 or boxes[f"l{row - 1}"].bottom < name.top


def test_words_say_how_much_differs() -> None:
    """The description counts what is known to differ, and tells the first of it."""
    (figure,) = draw(machines())
    told = picture(figure).findtext(f"{SVG}desc") or ""
    assert told.startswith("Virtual machines and Containers differ in 2 of 6 attributes. Kernel: one per machine")
    assert "Licence" not in told
    assert "3" in told


def test_what_is_not_known_is_dashed_and_said() -> None:
    """Unknown, not applicable and missing are no values of a colour."""
    (figure,) = draw(compare(["A", "B"], ("R", TEXT, [Unknown(), None]), ("S", TEXT, [NotApplicable(), text("x")])))
    assert "unknown" in words_of(figure)
    assert "no claim" in words_of(figure)
    boxes = [each.get("class", "") for each in picture(figure).iter(f"{SVG}rect")]
    assert sum("tint" in each for each in boxes) in (1, 2)  # `x` alone, in one room or in both


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=80), st.text(max_size=200), st.text(max_size=200)), min_size=1, max_size=6))
def test_any_text_makes_a_sound_picture(rows: list[tuple[str, str, str]]) -> None:
    """Nothing that an author may write breaks the picture or leaves its box."""
    draw(compare(["<b>&", "B" * 60], *((name or "x", TEXT, [text(left), text(right)]) for name, left, right in rows)))
