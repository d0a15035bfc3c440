"""Whole texts in lines: where a picture has to say everything, nothing is cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from mkdocs_comparisons.renderers.svg.metrics import text_width
from mkdocs_comparisons.renderers.svg.wrapping import DIRECTION_MARKS, NO_BREAK, NUMBER_AND_UNIT, breakable, is_joined

_SPACES = re.compile("[ \t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
"""What ends a line or a word; spaces that forbid a break stay."""

_WORD = re.compile("[^ ]+ ?")
_PART = re.compile(f"[^{NO_BREAK}]*{NO_BREAK}?")


@dataclass(frozen=True, slots=True)
class Face:
    """How a text's letters look."""

    size: float
    bold: bool = False

    def width(self, text: str) -> float:
        """Return the room in px that a text needs on one line."""
        return text_width(text, self.size, bold=self.bold)

    def longest(self, text: str) -> float:
        """Return the room in px that a text needs at least, if none of its words is to be broken."""
        parts = (part.rstrip(" ") for word in _WORD.findall(text) for part in breakable(word))
        return max(map(self.width, parts), default=0.0)


def one_line(text: str) -> str:
    """Return a text with single spaces, and without marks that could reorder what stands beside it."""
    if text.isprintable() and "  " not in text:
        return text.strip(" ")
    return _SPACES.sub(" ", DIRECTION_MARKS.sub("", text)).strip(" ")


def break_lines(text: str, face: Face, width: float, *, tail: float = 0) -> tuple[str, ...]:
    """Break a text of single spaces into lines, which put together are the text.

    A word that no line holds is broken; what breaks, and what does not, is the same as in `wrapping`.

    Args:
        text: What `one_line` returned.
        face: How it looks.
        width: Px of a line.
        tail: Px to keep free behind the last line.
    """
    if face.width(text) + tail <= width:
        return (text,)
    lines: list[list[str]] = [[]]
    used = 0.0
    for piece, room in _with_room(text, face, width, tail):
        if lines[-1] and used + face.width(piece.rstrip(" ")) > room:
            lines.append([])
            used = 0.0
        lines[-1].append(piece)
        used += face.width(piece)
    return tuple("".join(line) for line in lines)


def _with_room(text: str, face: Face, width: float, tail: float) -> Iterator[tuple[str, float]]:
    """Yield the parts between which a line may end, each with the room on its line."""
    # A number stays with its unit. Each space that is tied is one character still.
    tied = NUMBER_AND_UNIT.sub(f"\\1{NO_BREAK}", text)
    pieces = [piece for word in _WORD.findall(tied) for piece in _pieces(word, face, width - tail)]
    end = 0
    for piece in pieces:
        start, end = end, end + len(piece)
        yield text[start:end], width - tail if end == len(text) else width


def _pieces(word: str, face: Face, width: float) -> Iterator[str]:
    for part in breakable(word):
        if face.width(part.rstrip(" ")) <= width:
            yield part
        else:
            for each in filter(None, _PART.findall(part)):
                yield from [each] if face.width(each.rstrip(" ")) <= width else _cut(each, face, width)


def _cut(word: str, face: Face, width: float) -> Iterator[str]:
    """Cut a word that no line can hold; accents and joined signs stay with their letter, if a line holds them."""
    line, used = "", 0.0
    for sign in _signs(word):
        for part in (sign,) if face.width(sign) <= width else sign:
            advance = face.width(part.rstrip(" "))
            # What shows nothing, such as an accent, takes no room and goes to no line of its own.
            if line and advance and used + advance > width:
                yield line
                line, used = "", 0.0
            line += part
            used += advance
    yield line


def _signs(word: str) -> Iterator[str]:
    """Yield what a reader takes for one character, such as a letter with its accents."""
    start = 0
    for place, (last, character) in enumerate(pairwise(word), start=1):
        if not is_joined(last, character):
            yield word[start:place]
            start = place
    yield word[start:]
