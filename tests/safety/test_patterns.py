"""Time that hostile text can cost a regular expression."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import time
from collections.abc import Iterator

import pytest

import mkdocs_comparisons

LENGTH = 100_000
PIECES = (
    *" \t\n-_.,:;/\\|`*~<>[](){}\"'&#@!?=+%$^0aA",
    *("1,000,", "1.", "1e", "0-", "-vs-", "a-", "a.", "a@", "://", "www.", "[[", "]]", "[[a|", "<a ", "<div ", "<p "),
    *(
        "<!--",
        "/// ",
        "    a\n",
        "   \n",
        '"",',
        '""',
        '"a"\n',
        "{subject}",
        "{{",
        "\r\n",
        "\u200d",
        "\u202e",
        "é",
        "茶",
    ),
)
ENDS = ("", "!", "\x00", '"')


def _modules() -> Iterator[str]:
    for module in pkgutil.walk_packages(mkdocs_comparisons.__path__, "mkdocs_comparisons."):
        yield module.name


def _patterns() -> dict[str, tuple[re.Pattern[str], bool]]:
    """Return all patterns, each with whether it is looked for anywhere in a text."""
    found = {}
    for name in _modules():
        module = importlib.import_module(name)
        for attribute, value in vars(module).items():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                wanders = re.search(
                    rf"\b{attribute}\.(?:search|sub|finditer|findall|split)\b", inspect.getsource(module)
                )
                found[f"{name.removeprefix('mkdocs_comparisons.')}.{attribute}"] = value, bool(wanders)
    return found


PATTERNS = _patterns()


def test_patterns_are_found() -> None:
    """A test that looks for nothing finds nothing."""
    assert len(PATTERNS) > 20
    assert any(wanders for _, wanders in PATTERNS.values())


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_no_pattern_takes_long(name: str) -> None:
    """A stranger's text of 100,000 characters that almost matches must not stop a build."""
    pattern, wanders = PATTERNS[name]
    for piece in PIECES:
        for end in ENDS:
            text = piece * (LENGTH // len(piece)) + end
            start = time.process_time()
            for match in (pattern.match, pattern.fullmatch, *([pattern.search] if wanders else [])):
                match(text)
            assert time.process_time() - start < 0.5, (piece, end)
