"""Steps of a walk that move in the browser's history, leave the page, or change its window."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from tests.browser.matrix_walk import PHONE, WIDE, Entry, Step, Walk

LINKS = {"Down": "#below", "Cell": "#odd-unit.last-one"}
"""Links of the sample's page: to a heading, and to a cell."""


def go_back(walk: Walk, random: Random, place: int) -> str:
    """Go back, as far as there is a view."""
    if walk.at == 0:
        return ""
    walk.at -= 1
    walk.page.go_back()
    return "back"


def go_forward(walk: Walk, random: Random, place: int) -> str:
    """Go forward, if the next entry is a view."""
    following = walk.entries[walk.at + 1 : walk.at + 2]
    if not following or following[0].is_away:
        return ""
    walk.at += 1
    walk.page.go_forward()
    return "forward"


def reload(walk: Walk, random: Random, place: int) -> str:
    """Load the page anew."""
    walk.page.reload()
    walk.forget()
    return "reload"


def go_to_anchor(walk: Walk, random: Random, place: int) -> str:
    """Click on a link to a heading of the page: views stay. A link to a cell shows it, whatever hides it."""
    name, anchor = random.choice(list(LINKS.items()))
    if walk.page.evaluate("location.hash") == anchor:
        return ""
    walk.page.get_by_role("link", name=name, exact=True).click()
    walk.go_on(Entry(walk.views_at(anchor, walk.entry.views), anchor))
    return f"click on the link to {anchor}"


def open_elsewhere(walk: Walk, random: Random, place: int) -> str:
    """Open the page of an attribute in a tab of its own."""
    shown = walk.shown(place).attributes
    if not shown:
        return ""
    attribute = random.choice(shown)
    link = walk.hands[place].head(attribute=attribute).get_by_role("link")
    with walk.page.context.expect_page() as opened:
        link.click(modifiers=["ControlOrMeta"])
    opened.value.wait_for_load_state("networkidle")
    opened.value.close()
    return f"open {attribute} in another tab"


def go_away(walk: Walk, random: Random, place: int) -> str:
    """Follow the link of a subject, and come back."""
    shown = walk.shown(place).subjects
    if not shown:
        return ""
    subject = random.choice(shown)
    here = walk.page.evaluate("location.pathname")
    walk.page.evaluate("window.isTheSame = true")
    walk.hands[place].head(subject=subject).get_by_role("link").click()
    walk.page.wait_for_function("here => location.pathname !== here && document.querySelector('h1')", arg=here)
    walk.entries[walk.at + 1 :] = [Entry((), is_away=True)]
    walk.page.go_back()
    walk.page.wait_for_function(
        "here => location.pathname === here && document.querySelector('comparison-matrix')", arg=here
    )
    # Under instant navigation the page is the same all the while.
    if not walk.page.evaluate("window.isTheSame"):
        walk.forget()
    return f"to the page of {subject} and back"


def scroll(walk: Walk, random: Random, place: int) -> str:
    """Scroll, so that other headings come into sight."""
    top = random.choice((0, 400, 5000))
    walk.page.evaluate("top => scrollTo(0, top)", top)
    walk.page.wait_for_timeout(300)
    return f"scroll to {top}"


def resize(walk: Walk, random: Random, place: int) -> str:
    """Make the window as wide as a phone's, or wide again."""
    walk.width = WIDE if walk.width == PHONE else PHONE
    walk.page.set_viewport_size({"width": walk.width, "height": 900})
    return f"window {walk.width} wide"


def pick(walk: Walk, random: Random, place: int) -> str:
    """On a phone, choose another subject in the place of one of two."""
    model, shown = walk.models[place], walk.shown(place).subjects
    flipped = walk.view(place).flip != model.is_transposed
    if walk.width != PHONE or flipped or not 0 < len(shown) < 3:
        return ""
    old = random.choice(shown)
    new = random.choice([each for each in model.subjects if each not in shown])
    show = tuple(new if each == old else each for each in shown)
    walk.change(place, lambda: walk.hands[place].pick(old, new), show=show, sort=())
    return f"pick {new} instead of {old}"


HISTORY: Mapping[str, tuple[Step, int]] = {
    "back": (go_back, 4),
    "forward": (go_forward, 4),
    "reload": (reload, 1),
    "open elsewhere": (open_elsewhere, 1),
    "away": (go_away, 1),
}
ANCHORS: Mapping[str, tuple[Step, int]] = {"anchor": (go_to_anchor, 2)}
SCROLLING: Mapping[str, tuple[Step, int]] = {"scroll": (scroll, 4)}
PHONES: Mapping[str, tuple[Step, int]] = {"pick": (pick, 4), "resize": (resize, 1)}
