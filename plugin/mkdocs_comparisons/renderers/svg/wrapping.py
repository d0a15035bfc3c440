"""Text broken into lines, since SVG has no line breaks of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from mkdocs_comparisons.renderers.svg.metrics import is_mark, is_wide, text_width

_MOST_CHARACTERS = 400
"""Longer texts are cut before they are measured: no room holds more."""

# Marks that turn the direction of what follows could reorder the text beside them.
DIRECTION_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
NUMBER_AND_UNIT = re.compile(r"(?<!\S)([~<>=≤≥±]*[ ]?[-−+]?\d[\d.,_–-]*) (?=[^\s\d]{1,6}(?:\s|$))")
_AFTER = frozenset("、。，．・：；？！）」』】〉》〕］｝〜ー…’”,.:;!?)]}%")
"""What no line may start with."""

_BEFORE = frozenset("（「『【〈《〔［｛‘“([{")
"""What no line may end with."""

ELLIPSIS = "…"
ZERO_WIDTH_JOINER = "\u200d"

_ROUNDING = 0.01
"""A room that was made for a text holds it, though adding and subtracting px leaves the last digit wrong."""

NO_BREAK = "\u00a0"
_SHORT = 7
"""A word with a slash is broken there only if it is longer: `km/h` and `CI/CD` are not."""

WORD_GRACE = 12
"""By how much a word of its own may be wider than the room: better a narrow margin than a broken word."""


@dataclass(frozen=True, slots=True)
class Room:
    """A line that text has to fit on."""

    width: float
    """In px."""

    size: int
    """Font size in px."""

    bold: bool = False
    grace: float = WORD_GRACE
    """By how much a word may be wider than the line: 0 where nothing but the picture's edge lies beside it."""

    def fits(self, text: str, *, grace: float = 0) -> bool:
        return text_width(text.rstrip(" "), self.size, bold=self.bold) <= self.width + grace + _ROUNDING


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A text in lines."""

    lines: tuple[str, ...]
    whole: str = ""
    """The whole text where the lines are not all of it, else empty."""


@lru_cache(maxsize=8_192)
def wrap(text: str, room: Room, *, most: int) -> Wrapped:
    """Break a text into at most `most` lines; what does not fit becomes `…`.

    A number stays with its unit; Chinese and Japanese break between any two characters, but not before a full stop.
    """
    whole = " ".join(DIRECTION_MARKS.sub("", text).split())
    tidy = NUMBER_AND_UNIT.sub("\\1\u00a0", whole[:_MOST_CHARACTERS])
    if len(whole) <= _MOST_CHARACTERS and room.fits(tidy):
        return Wrapped((tidy,) if tidy else ())
    lines = _filled(tidy, room)
    if len(whole) <= _MOST_CHARACTERS and len(lines) <= most:
        return Wrapped(tuple(lines))
    return Wrapped((*lines[: most - 1], _shortened(lines[min(most, len(lines)) - 1], room)), whole)


def _filled(text: str, room: Room) -> list[str]:
    lines = [""]
    for piece in _pieces(text, room):
        if lines[-1] and not room.fits(lines[-1] + piece):
            lines.append("")
        lines[-1] += piece
    return [line.rstrip(" ") for line in lines]


def _shortened(line: str, room: Room) -> str:
    cut = line
    while cut and not room.fits(cut + ELLIPSIS):
        cut = cut[:-1]
    words = cut.rpartition(" ")[0] if len(cut) < len(line) else cut
    # Whole words, unless that would throw away most of the line.
    return (words if len(words) * 2 > len(cut) else cut).rstrip(" ,.;:–-") + ELLIPSIS


def _pieces(text: str, room: Room) -> Iterator[str]:
    """Yield the parts between which a line may end; a space belongs to the part before it."""
    for word in re.findall(r"[^ ]+ ?", text):
        # A unit that has no room beside its number stands below it, whole.
        whole = word if room.fits(word, grace=room.grace) else word.replace(NO_BREAK, " ")
        for part in [part for each in re.findall(r"[^ ]+ ?", whole) for part in breakable(each)]:
            if room.fits(part, grace=room.grace):
                yield part
            else:
                yield from _cut(part, room)


def breakable(word: str) -> list[str]:
    """Return the parts of a word between which a line may end."""
    bare = word.rstrip(" ")
    if bare.isascii() and (bare.isalnum() or ("/" in bare and len(bare) <= _SHORT)):
        return [word]
    if NO_BREAK in word and not any(map(is_wide, word)):
        return [word]
    parts = [word[0]]
    for last, character in pairwise(word):
        if _may_break(last, character):
            parts.append(character)
        else:
            parts[-1] += character
    return parts


def _may_break(last: str, character: str) -> bool:
    if character in _AFTER or last in _BEFORE or character == " " or is_joined(last, character):
        return False
    if is_wide(last) or is_wide(character):
        return True
    return last in "-/" and character.isalpha()


def is_joined(last: str, character: str) -> bool:
    """Return whether no line may ever end between two characters: the second belongs to the first."""
    return is_mark(character) or last == ZERO_WIDTH_JOINER


def _cut(word: str, room: Room) -> list[str]:
    """Cut a word that no line can hold; accents and joined signs stay with their letter."""
    parts = [word[0]]
    for last, character in pairwise(word):
        if room.fits(parts[-1] + character) or is_joined(last, character):
            parts[-1] += character
        else:
            parts.append(character)
    return parts
