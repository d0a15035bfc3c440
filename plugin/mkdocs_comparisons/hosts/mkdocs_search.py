"""What search reads of a page: everything but our repeated tables, so that each claim is found once."""

from __future__ import annotations

import re

# None of these elements ever holds another of its own name, and data can't write a tag. A comment of an author's that
# looks like one of ours is held as well: `put_back` would take it for ours.
_QUIET = re.compile(
    r'<(comparison-matrix|template|nav|section|figure|dl|div|p)\b[^<>]*\sclass="comparison-'
    r"[^<>]*\sdata-search-exclude(?=[\s>=])[^<>]*>.*?</\1>|<!--comparisons:\d+-->",
    re.DOTALL,
)
_HELD = re.compile(r"<!--comparisons:(\d+)-->")


def hold_back(html: str) -> tuple[str, list[str]]:
    """Replace what search should not read by comments; return the rest, and what was replaced."""
    held: list[str] = []

    def hold(match: re.Match[str]) -> str:
        held.append(match.group())
        return f"<!--comparisons:{len(held) - 1}-->"

    return _QUIET.sub(hold, html), held


def put_back(html: str, held: list[str]) -> str:
    """Undo `hold_back`, whatever others did to the rest in between."""
    return _HELD.sub(lambda match: held[int(match.group(1))], html)
