"""A walk through the views of a page's matrices: what was done, what should be shown, what the history holds."""

from __future__ import annotations

import csv
import io
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Page, Request

from tests.browser.matrix_hand import Hand
from tests.browser.matrix_model import Model, Shown, View, changed
from tests.browser.matrix_screen import find_faults, read_screen
from tests.browser.watched_pages import WatchedPages

WIDE, PHONE = 1280, 390
Step = Callable[["Walk", Random, int], str]
"""Does something, by chance, with one of the matrices; returns what, in words, or nothing where it could do nothing."""

_PATIENCE, _PATIENCE_IF_LARGE = 5.0, 20.0
"""Seconds in which a page must come to show what it should, on a machine that does other things as well."""

_PAUSE, _SWAP = 20, 150
_LOOK_ELSEWHERE = 7
_LOST = 5
"""How many faults a message tells."""


@contextmanager
def walking(browser: Browser, address: str, models: Sequence[Model], width: int = WIDE) -> Iterator[Walk]:
    """Begin a walk.

    Args:
        browser: Pages are opened in it.
        address: The page.
        models: What its matrices should show at first.
        width: Of the window.
    """
    pages = WatchedPages(browser)
    try:
        yield Walk(pages, address, models, width)
    finally:
        pages.close()


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the browser's history."""

    views: tuple[View, ...]
    anchor: str = ""
    """What its address ends in if it is an ordinary anchor, which says nothing of views."""

    is_away: bool = False
    """Whether it is another page."""


class Walk:
    """Goes from view to view, and knows at each step what should be on screen.

    Attributes:
        page: The page.
        models: One for each of its matrices.
        width: Of the window.
        patience: Seconds in which the page must come to show what it should.
        steps: What was done so far, for messages.
    """

    def __init__(self, pages: WatchedPages, address: str, models: Sequence[Model], width: int = WIDE) -> None:
        self.pages = pages
        self.models = models
        self.width = width
        self.steps: list[str] = []
        self.entries = [Entry(tuple(View() for _ in models))]
        self.at = 0
        self.page = pages.open(width)
        self.patience = _PATIENCE_IF_LARGE if any(each.is_large for each in models) else _PATIENCE
        self.page.set_default_timeout(self.patience * 1000)
        self.loading: set[Request] = set()
        self.has_loaded = False
        self.page.on("request", self.note_start)
        self.page.on("requestfinished", self.note_end)
        self.page.on("requestfailed", self.note_end)
        self.page.goto(address)
        self.hands = [Hand(self.page, place, each) for place, each in enumerate(models)]
        self.settle()

    def go(self, random: Random, steps: Mapping[str, tuple[Step, int]], length: int) -> None:
        """Take steps at random; see at each that all is as it should be, and now and then elsewhere at the address.

        Args:
            random: Decides.
            steps: What can be done, by name, each with its weight.
            length: How many steps that do something.
        """
        names, weights = list(steps), [weight for _, weight in steps.values()]
        taken = 0
        while taken < length:
            (name,) = random.choices(names, weights)
            if self.take(name, steps[name][0], random):
                taken += 1
                if taken % _LOOK_ELSEWHERE == 0 or taken == length:
                    self.check_address()
        self.check_export(random.randrange(len(self.models)))
        if self.pages.problems:
            self.fail(self.pages.problems)

    @property
    def entry(self) -> Entry:
        """Where the browser is."""
        return self.entries[self.at]

    def view(self, place: int) -> View:
        """Return what a matrix shows."""
        return self.entry.views[place]

    def shown(self, place: int) -> Shown:
        """Return what of a matrix is on screen."""
        return self.models[place].shown(self.view(place), self.width)

    def change(self, place: int, act: Callable[[], object], *, push: bool = True, **changes: Any) -> bool:  # noqa: ANN401
        """Do something that changes a view; return False, and do nothing, where it would change nothing.

        Args:
            place: Of the matrix.
            act: Does it.
            push: Whether the browser should come back to the view before.
            changes: What changes in the view.
        """
        view = changed(self.view(place), **changes)
        if view == self.view(place):
            return False
        act()
        views = tuple(view if number == place else each for number, each in enumerate(self.entry.views))
        if push:
            self.go_on(Entry(views))
        else:
            self.entries[self.at] = Entry(views)
        return True

    def go_on(self, entry: Entry) -> None:
        """Take a new entry into the history, in the place of those after this one."""
        self.entries[self.at + 1 :] = [entry]
        self.at += 1

    def note_start(self, request: Request) -> None:
        """Note that the page asks for something."""
        self.loading.add(request)

    def note_end(self, request: Request) -> None:
        """Note that the page has got something."""
        self.loading.discard(request)
        self.has_loaded = True

    def forget(self) -> None:
        """Take it that the page was loaded anew: anchors show what they show at first."""
        self.entries = [
            replace(each, views=self.views_at(each.anchor)) if each.anchor else each for each in self.entries
        ]

    def views_at(self, anchor: str, views: Sequence[View] = ()) -> tuple[View, ...]:
        """Return what is shown at an anchor: that of a cell shows the cell.

        Args:
            anchor: Such as `#below` or `#price.tea`.
            views: What was shown before; what is shown at first unless given.
        """
        before = views or [View() for _ in self.models]
        return tuple(model.reveal(view, anchor, self.width) for model, view in zip(self.models, before, strict=True))

    def take(self, name: str, step: Step, random: Random) -> bool:
        """Take a step, and see that all is as it should be; return whether the step was possible."""
        place, told = random.randrange(len(self.models)), ""
        self.steps.append(f"matrix {place + 1}: {name} …")
        try:
            told = step(self, random, place)
            self.steps[-1:] = [f"matrix {place + 1}: {told}"] if told else []
            if told:
                self.settle()
        except Error as error:
            self.fail([f"the browser says: {error.message}"])
        return bool(told)

    def settle(self, page: Page | None = None) -> None:
        """Wait until a page shows what it should: this one, or one that was opened elsewhere at its address."""
        end = time.monotonic() + self.patience
        while self.loading or self.has_loaded:
            # Instant navigation puts what it fetched in the place of what is there, shortly after.
            self.has_loaded = False
            self.page.wait_for_timeout(_SWAP)
        while faults := self.find_faults(page or self.page):
            if time.monotonic() > end:
                self.fail(faults if page is None else ["a fresh browser at this address:", *faults])
            self.page.wait_for_timeout(_PAUSE)

    def find_faults(self, page: Page) -> list[str]:
        """Return what is wrong on a page."""
        found = []
        for place, (model, view) in enumerate(zip(self.models, self.entry.views, strict=True)):
            faults = find_faults(read_screen(page, place), model, view, self.width)
            found += [f"matrix {place + 1}: {fault}" for fault in faults]
        is_told = any(view != View() for view in self.entry.views) and not self.entry.anchor
        fragment = page.evaluate("location.hash")
        if fragment.startswith("#m1:") != is_told:
            found.append(f"the address ends in {fragment!r}")
        return found

    def fail(self, faults: Sequence[str]) -> None:
        """Fail with what is wrong, and the steps that led there."""
        steps = "\n".join(f"{number}. {step}" for number, step in enumerate(self.steps, 1))
        more = [f"and {len(faults) - _LOST} more"] if len(faults) > _LOST else []
        wrong = "\n".join([*faults[:_LOST], *more])
        views = "\n".join(map(str, self.entry.views))
        pytest.fail(f"{wrong}\n\nafter\n{steps}\n\nat {self.page.url}\n{views}", pytrace=False)

    def check_address(self) -> None:
        """Open the address in a fresh browser: it must show the same."""
        if self.entry.anchor and self.entry.views != self.views_at(self.entry.anchor):
            return
        fresh = self.pages.open(self.width)
        fresh.goto(self.page.url)
        self.settle(fresh)
        fresh.context.close()

    def check_export(self, place: int) -> None:
        """Download what is shown as CSV: it must hold exactly those cells, under their heads."""
        model, shown = self.models[place], self.shown(place)
        try:
            text = self.hands[place].download()
        except Error as error:
            self.fail([f"nothing is downloaded: {error.message}"])
            raise
        head, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
        is_flipped = self.view(place).flip != model.is_transposed
        lines, columns = (shown.subjects, shown.attributes) if is_flipped else (shown.attributes, shown.subjects)
        first = 1 if is_flipped else 2
        places = _find_columns([_undefused(each) for each in head[first:]], [model.named(each) for each in columns])
        if places is None or len(rows) != len(lines):
            self.fail([f"the CSV file has the heads {head} and {len(rows)} rows"])
            return
        for line, row in zip(lines, rows, strict=True):
            told = [_undefused(row[first + each]) for each in places]
            pairs = [(each, line) if is_flipped else (line, each) for each in columns]
            expected = [model.written(*pair) for pair in pairs]
            names = [_undefused(each) for each in row[:first]]
            named = (
                [model.title(line)] if is_flipped else [model.dimension_of[line].title, model.attributes[line].title]
            )
            if (names, told) != (named, expected):
                self.fail([f"a row of the CSV file is {row} instead of {named + expected}"])


def _find_columns(head: Sequence[str], names: Sequence[str]) -> list[int] | None:
    """Return the places of columns that have those names; columns between them say more of the one before."""
    places: list[int] = []
    for place, name in enumerate(head):
        if len(places) < len(names) and name == names[len(places)]:
            places.append(place)
        elif not places or not name.startswith(f"{names[len(places) - 1]}: "):
            return None
    return places if len(places) == len(names) else None


def _undefused(field: str) -> str:
    """Return a field without the sign that keeps spreadsheets from running it."""
    return field[1:] if field[:1] == "'" and field[1:].lstrip()[:1] in ("=", "+", "-", "@") else field
