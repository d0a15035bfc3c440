"""White space that YAML takes for letters: text copied from web pages and word processors holds it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from mkdocs_comparisons.loading.collector import Collector
from mkdocs_comparisons.loading.source_file import SourceFile
from mkdocs_comparisons.loading.tree import Scalar
from mkdocs_comparisons.model.places import Place

_ODD = re.compile(r"[^\S \t\r\n]")
_INDENTED = re.compile(r" *[^\S \t\r\n]")
_ADVICE = "Replace it with a space."


def report_indentation(source: SourceFile, numbers: Iterable[int], log: Collector) -> bool:
    """Report the first of some lines that is indented with such a space; return whether there is one."""
    for number in numbers:
        match = _INDENTED.match(source.lines[number - 1])
        if match:
            others = sum(1 for line in source.lines if _INDENTED.match(line)) - 1
            more = f" (and in that of {others:,} more line{'s' * (others > 1)})" if others else ""
            problem = f"{_name(match.group()[-1])} stands in the indentation{more}"
            log.report("encoding", Place(source.path, number, match.end()), problem, _ADVICE)
            return True
    return False


def report_beside_key(key: Scalar, log: Collector) -> None:
    """Report such a space before or after a key."""
    match = _ODD.search(key.value)
    if match:
        log.report("encoding", key.at, f"{_name(match.group())} stands beside a key", _ADVICE)


def _name(character: str) -> str:
    name = unicodedata.name(character, "space without a name").lower()
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name} (U+{ord(character):04X})"
