"""How wide a text will be, without a font: a table of advances, and a margin for fonts that are wider.

The advances are those of Helvetica, which Arial and Liberation Sans share; Roboto is a little narrower. With the margin
they also hold for DejaVu Sans, the widest of the usual fonts.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

MARGIN = 1.15
_BOLD = 1.09
_FULL = 100
_OTHER = 62
_OTHER_CAPITAL = 72

# Hundredths of the font size.
_ADVANCES = {
    22: "'ijl|",
    28: " !,./:;I[\\]ft\u00a0",
    33: "()-`r{}",
    36: '"',
    39: "*",
    47: "^",
    50: "Jcksvxyz",
    56: "#$0123456789?L_abdeghnopqu–",
    58: "+<=>~×−≤≥",
    61: "FTZ",
    67: "&ABEKPSVXY",
    72: "CDHNRUw",
    78: "GOQ",
    83: "Mm",
    89: "%",
    94: "W",
    102: "@—…",
}
_WIDTHS = {character: width for width, characters in _ADVANCES.items() for character in characters}


@lru_cache(maxsize=16_384)
def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the room in px that a text needs at a font size."""
    hundredths = sum(_WIDTHS.get(character) or _advance(character) for character in text)
    return hundredths * size * MARGIN * (_BOLD if bold else 1) / 100


def is_wide(character: str) -> bool:
    """Return whether a character is as wide as the font is high, as Chinese, Japanese and Korean ones are."""
    return character > "\u10ff" and unicodedata.east_asian_width(character) in "WF"


def is_mark(character: str) -> bool:
    """Return whether a character stands on the one before it, or shows nothing at all."""
    return character > "\u02ff" and unicodedata.category(character) in ("Mn", "Me", "Cf")


def is_right_to_left(text: str) -> bool:
    """Return whether a text runs from right to left: as its first letter does."""
    if text.isascii():
        return False
    strong = (turn for turn in map(unicodedata.bidirectional, text) if turn in ("L", "R", "AL"))
    return next(strong, "L") != "L"


def _advance(character: str) -> float:
    if is_mark(character):
        return 0
    if is_wide(character):
        return _FULL / MARGIN
    base = unicodedata.normalize("NFD", character)[0]
    if base in _WIDTHS:
        return _WIDTHS[base]
    if character == "\ufdfd" or ord(character) >= 0x1F000:
        return 2 * _FULL
    return _OTHER_CAPITAL if character.isupper() else _OTHER
