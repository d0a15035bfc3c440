"""Where in a page's file something stands: Markdown itself does not remember."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_comparisons.model.places import Place

_FENCE = re.compile(r"[ >\t]*(`{3,}|~{3,})")
_BLOCK = re.compile(r"[ >\t]*/{3,}[ ]*comparison\b")


class PageSource:
    """The text of a page, searched for what a Markdown extension was handed."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.lines = tuple(text.splitlines())
        self._lines = list(_outside_fences(self.lines))
        self._taken: set[int] = set()

    def find_block(self, header: str, options: str) -> Place:
        """Return where a block starts: the first one with this header and these options that was not yet found."""
        wanted = _words([header, *options.splitlines()])
        for place, (number, line) in enumerate(self._lines):
            if number in self._taken or not _BLOCK.match(line):
                continue
            if _words(text for _, text in self._lines[place : place + len(wanted)]) == wanted:
                self._taken.add(number)
                return Place(self.path, number, len(line) - len(line.lstrip()) + 1, len(line.strip()))
        return Place(self.path, 1, 1)

    def find_text(self, *spellings: str) -> Place:
        """Return where a text stands first, in one of its spellings, outside fenced code."""
        for number, line in self._lines:
            for text in spellings:
                column = line.find(text)
                if column >= 0:
                    return Place(self.path, number, column + 1, len(text))
        return Place(self.path, 1, 1)

    def line(self, number: int) -> str:
        """Return a line by its number, from 1."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""


def _outside_fences(lines: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    fence = ""
    for number, line in enumerate(lines, 1):
        match = _FENCE.match(line)
        if match and not fence:
            fence = match.group(1)
        elif match and match.group(1).startswith(fence):
            fence = ""
        elif not fence:
            yield number, line


def _words(lines: Iterator[str] | list[str]) -> list[str]:
    return [line.strip(" \t>") for line in lines]
