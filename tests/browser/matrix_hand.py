"""A reader's hand on one matrix of a page: clicks, keys, drags. What they should do, it does not know."""

from __future__ import annotations

import json
from collections.abc import Sequence

from playwright.sync_api import Locator, Page

from tests.browser.matrix_model import Model

_POINT = """(head, [x, y]) => {
  const { left, top, width, height } = head.getBoundingClientRect();
  const point = [left + width * x, top + height * y];
  return head.contains(document.elementFromPoint(...point)) ? point : null;
}"""
"""Where a part of a head is on screen; nothing where something lies over it, or it is scrolled away."""


class Hand:
    """Acts on one matrix through what a reader sees of it."""

    def __init__(self, page: Page, place: int, model: Model) -> None:
        self.page = page
        self.messages = model.messages
        self.host = page.locator("comparison-matrix").nth(place)
        self.many = model.comparison.noun.many

    @property
    def panel(self) -> Locator:
        """What is open."""
        return self.host.locator("[popover]")

    def tool(self, key: str) -> Locator:
        """Return a button of the toolbar."""
        bar = self.host.get_by_role("group", name=self.messages.say("tools"))
        name = self.many if key == "subjects" else self.messages.say(key)
        return bar.get_by_role("button", name=name, exact=True)

    def press(self, key: str) -> None:
        """Press a button of the toolbar, or the one that opens a panel."""
        self.tool(key).click()

    def close(self) -> None:
        """Close the panel by the key for it."""
        self.page.keyboard.press("Escape")
        self.panel.wait_for(state="detached")

    def tick(self, key: str, place: int) -> None:
        """Click on a checkbox of a panel: of subjects, or of dimensions and rows, by its place in the list."""
        self.press(key)
        self.panel.get_by_role("checkbox").nth(place).click()
        self.close()

    def act(self, key: str, action: str) -> None:
        """Click on a button of a panel by its words' key."""
        self.press(key)
        self.panel.get_by_role("button", name=self.messages.say(action), exact=True).click()
        self.close()

    def choose(self, key: str, place: int, value: str) -> None:
        """Choose an entry of one of a panel's lists by its value."""
        self.press(key)
        self.panel.get_by_role("combobox").nth(place).select_option(value)
        self.close()

    def head(self, *, subject: str = "", attribute: str = "", dimension: str = "") -> Locator:
        """Return the head of a subject, an attribute or a dimension, in either orientation."""
        if subject:
            return self.host.locator(f"th[data-subject={json.dumps(subject)}]")
        name, id = ("attribute", attribute) if attribute else ("dimension", dimension)
        scope = "row" if attribute else "rowgroup"
        is_it = f"[data-{name}={json.dumps(id)}]"
        return self.host.locator(
            f"thead th{is_it}, tr{is_it} > th[scope={scope}], tbody{is_it} th[scope={scope}]"
        ).first

    def menu(self, head: Locator, action: str) -> None:
        """Open the menu of a head and click on an entry."""
        head.scroll_into_view_if_needed()  # a large table gives lines their buttons when they come into sight
        head.get_by_role("button").click()
        self.panel.get_by_role("menuitem", name=self.messages.say(action), exact=True).click()

    def type(self, words: str) -> None:
        """Put words into the find field, key by key."""
        field = self.host.get_by_role("searchbox")
        field.click()
        self.page.keyboard.press("ControlOrMeta+a")
        if words:
            self.page.keyboard.type(words)
        else:
            self.page.keyboard.press("Delete")

    def write_condition(self, attribute: str, text: str) -> str:
        """Write the condition of an attribute; return what is said to be wrong with it."""
        self.press("filter")
        self.panel.get_by_role("combobox").select_option(attribute)
        field = self.panel.get_by_role("textbox")
        field.fill(text)
        wrong = self.panel.locator(".comparison-mistake").text_content() or ""
        self.close()
        return wrong

    def tick_values(self, attribute: str, places: Sequence[int]) -> tuple[list[str], list[tuple[str, str]]]:
        """Tick some of an attribute's values: at most as many as are offered.

        Returns:
            All that are offered, and after each tick the condition that it makes and what is said to be wrong with it.
        """
        self.press("filter")
        self.panel.get_by_role("combobox").select_option(attribute)
        boxes = self.panel.get_by_role("checkbox")
        labels = self.panel.locator("label:has(input[type=checkbox])").all_text_contents()
        told = []
        for place in (each for each in places if each < len(labels)):
            boxes.nth(place).click()
            wrong = self.panel.locator(".comparison-mistake").text_content() or ""
            told.append((self.panel.get_by_role("textbox").input_value(), wrong))
        self.close()
        return labels, told

    def click_chip(self, place: int) -> None:
        """Click on one of the things that are offered to undo."""
        self.host.get_by_role("group", name=self.messages.say("active")).get_by_role("button").nth(place).click()

    def wake(self) -> None:
        """Come near, and wait until the table listens to keys: then one of its cells can be reached by them."""
        self.host.get_by_role("searchbox").focus()
        self.host.locator(":is(td, th)[tabindex='0']").wait_for(state="attached")

    def shift(self, subject: str, key: str) -> None:
        """Move a subject by the keyboard."""
        self.wake()
        self.head(subject=subject).focus()
        self.page.keyboard.press(f"Alt+{key}")

    def drag(self, subject: str, onto: str, *, after: bool, is_flipped: bool) -> bool:
        """Drag the head of a subject onto that of another, its first or its last part, if both are in sight."""
        self.wake()
        source, target = self.head(subject=subject), self.head(subject=onto)
        source.scroll_into_view_if_needed()
        part = 0.85 if after else 0.15
        start = source.evaluate(_POINT, [0.5, 0.15])
        end = target.evaluate(_POINT, [0.5, part] if is_flipped else [part, 0.5])
        if start is None or end is None:
            return False
        mouse = self.page.mouse
        mouse.move(*start)
        mouse.down()
        mouse.move(*end, steps=3)
        mouse.up()
        return True

    def pick(self, subject: str, instead: str) -> None:
        """On a phone, choose another subject in the place of one."""
        self.head(subject=subject).get_by_role("combobox").select_option(instead)

    def download(self) -> str:
        """Download what is shown as CSV."""
        self.press("export")
        with self.page.expect_download() as got:
            self.panel.get_by_role("button", name=f"{self.messages.say('download')}: CSV").click()
        self.close()
        return got.value.path().read_bytes().decode()
