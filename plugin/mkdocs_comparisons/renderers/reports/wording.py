"""Texts of findings, made fit to be printed: what authors wrote must not steer a terminal or a log."""

from __future__ import annotations

import re
import unicodedata

from mkdocs_comparisons.diagnostics import Finding

_MOST_CHARACTERS = 1_000
_STEERING = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)
_ZERO_WIDTH = frozenset(("Mn", "Me", "Cf"))


def clean(text: str) -> str:
    """Return a text on one line in which every character that steers or hides is replaced by one that is seen."""
    return _STEERING.sub(_visible, text)


def message(finding: Finding) -> str:
    """Return what is wrong and what to do, as sentences on one line."""
    text = f"{finding.problem}. {finding.advice}" if finding.advice else f"{finding.problem}."
    text = clean(text)
    return text if len(text) <= _MOST_CHARACTERS else f"{text[:_MOST_CHARACTERS]}…"


def width(text: str) -> int:
    """Return how many columns a text takes in a terminal."""
    return len(text) if text.isascii() else sum(map(_width, text))


def _visible(match: re.Match[str]) -> str:
    character = match.group()
    if character == "\t":
        return "→"
    return " " if character in "\n\r" else "\ufffd"


def _width(character: str) -> int:
    if unicodedata.category(character) in _ZERO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
