"""Matrices on a phone: two subjects beside each other, and a page that stays where it is."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.editors import SUBJECTS
from tests.browser.matrices import MatrixAt, cell, chip, head, heads, lines, opened, status, tool, values

SMALL = "small/"


def test_each_of_two_subjects_has_a_picker(matrix_at: MatrixAt) -> None:
    """What stands left and right is chosen where it stands; the other one of the two is not offered."""
    matrix = matrix_at("", 390)
    left = matrix.get_by_role("combobox", name="Show instead of Alder")
    right = matrix.get_by_role("combobox", name="Show instead of Birch")
    expect(left.get_by_role("option")).to_have_count(6)
    right.select_option("Fir")
    expect(heads(matrix)).to_have_text(["Alder", "Fir"])
    left.select_option("Ginkgo")
    expect(heads(matrix)).to_have_text(["Ginkgo", "Fir"])
    assert values(matrix)["Start-up", "Fir"] == "2 s"
    expect(matrix.get_by_role("combobox")).to_have_count(2)
    assert "Ginkgo" not in matrix.get_by_role("combobox", name="Show instead of Fir").inner_text()
    expect(status(matrix)).to_contain_text("2 of 7 editors")
    chip(matrix, "Show all 7").click()
    expect(matrix.get_by_role("combobox")).to_have_count(0)
    expect(heads(matrix)).to_have_count(7)


@pytest.mark.parametrize(
    "view", ["", "#m1:text-editors?show=*", "#m1:text-editors?show=*;flip", "#m1:text-editors?base=alder;sort=memory"]
)
def test_only_the_table_scrolls(view: str, matrix_at: MatrixAt) -> None:
    """However wide the table is the page does not scroll sideways, and what says what one sees stays in sight."""
    matrix = matrix_at(view, 390, height=844)
    subjects = lines(matrix) if "flip" in view else heads(matrix)
    expect(subjects).to_have_count(7 if "*" in view else 2)
    assert matrix.page.evaluate("document.documentElement.scrollWidth") == 390
    region = matrix.get_by_role("region")
    region.evaluate("each => { each.style.maxHeight = '20em'; each.scrollTo(300, 300) }")
    frame = region.bounding_box()
    top = matrix.locator("thead").bounding_box()
    side = matrix.locator("tbody th[scope=row]").nth(4).bounding_box()
    assert frame is not None
    assert top is not None
    assert side is not None
    assert abs(top["y"] - frame["y"]) < 3
    assert abs(side["x"] - frame["x"]) < 3
    assert side["width"] < 390 / 2


def test_two_subjects_fit_a_phone_without_scrolling(matrix_at: MatrixAt) -> None:
    """Side by side means side by side: both columns and the heads of the rows are in sight at once."""
    matrix = matrix_at("", 390)
    assert matrix.get_by_role("region").evaluate("each => each.scrollWidth <= each.clientWidth")
    for subject in ("alder", "birch"):
        box = cell(matrix, "memory", subject).bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= 390


def test_fingers_hit_what_they_aim_at(matrix_at: MatrixAt) -> None:
    """On a touch screen every control works by tapping, and is as large as a finger needs."""
    matrix = matrix_at(SMALL, 390, touch=True)
    for button in matrix.get_by_role("button").all():
        box = button.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24
    tool(matrix, "editors").tap()
    matrix.get_by_role("checkbox", name="Elm").tap()
    expect(heads(matrix)).to_have_text(["Alder", "Birch", "Elm"])
    matrix.page.touchscreen.tap(5, 5)
    tool(matrix, "Options for Elm").tap()
    matrix.get_by_role("menuitem", name="Move one earlier").tap()
    expect(heads(matrix)).to_have_text(["Alder", "Elm", "Birch"])


def test_turning_the_phone_makes_room(matrix_at: MatrixAt) -> None:
    """The number of subjects follows the width as long as the reader chose none, before and after the first action."""
    matrix = matrix_at("", 390)
    expect(heads(matrix)).to_have_count(2)
    matrix.page.set_viewport_size({"width": 1280, "height": 800})
    expect(heads(matrix)).to_have_text(SUBJECTS[:5])
    expect(matrix.get_by_role("combobox")).to_have_count(0)
    tool(matrix, "Differences only").click()
    expect(status(matrix)).to_contain_text("13 of 14 rows")
    matrix.page.set_viewport_size({"width": 390, "height": 800})
    expect(heads(matrix)).to_have_text(SUBJECTS[:2])
    expect(status(matrix)).to_contain_text("2 of 7 editors")
    expect(matrix.get_by_role("combobox")).to_have_count(2)
    opened(matrix, "editors").get_by_role("checkbox", name="Cedar for teams").check()
    expect(heads(matrix)).to_have_text(SUBJECTS[:3])
    matrix.page.set_viewport_size({"width": 1280, "height": 800})
    expect(heads(matrix)).to_have_text(SUBJECTS[:3])
    expect(head(matrix, "Cedar")).to_be_visible()
