"""Where tags may be put together: the place that escapes, and nowhere else."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "plugin/mkdocs_comparisons"
ALLOWED = {
    "renderers/html/elements.py": "the place that escapes",
    "renderers/svg/shapes.py": "shapes by the hundred: numbers, our own classes, and what `escape` returned",
    "renderers/svg/pieces.py": "the same, with gaps for their places",
    "renderers/svg/sheets.py": "groups and links around pieces; links are escaped",
    "renderers/html/inline.py": "end tags of marks from a table of our own",
    "hosts/mkdocs_search.py": "a comment with a number",
}
# Not `(?P<name>` of a regular expression.
_TAG = re.compile(r"(?<![?P])</?(?:[a-zA-Z!]|\Z)")


def _made_of_parts(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield the text parts of f-strings, of `+`, `%` and `.format`, with their lines."""
    for node in ast.walk(tree):
        parts: list[ast.expr] = []
        if isinstance(node, ast.JoinedStr):
            parts = node.values if any(isinstance(each, ast.FormattedValue) for each in node.values) else []
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Mod):
            parts = [node.left, node.right]
        elif (
            isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("format", "join")
        ):
            parts = [] if _is_markup(node.func.value) else [node.func.value]
        for part in parts:
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                yield part.lineno, part.value


def _is_markup(node: ast.expr) -> bool:
    """Return whether a text is `Markup('…')`, whose `format` escapes."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Markup"


MODULES = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.py"))


@pytest.mark.parametrize("module", [module for module in MODULES if module not in ALLOWED])
def test_no_tag_is_put_together_by_hand(module: str) -> None:
    """One forgotten `escape` in an f-string is a hole; `element` can't forget it."""
    tree = ast.parse((FOLDER / module).read_text(encoding="utf-8"))
    assert [(line, text) for line, text in _made_of_parts(tree) if _TAG.search(text)] == []


def test_exceptions_are_needed() -> None:
    """An exception that no longer is one would let the next hole pass."""
    for module in ALLOWED:
        tree = ast.parse((FOLDER / module).read_text(encoding="utf-8"))
        assert any(_TAG.search(text) for _, text in _made_of_parts(tree)), module


def test_markup_is_made_where_text_is_escaped() -> None:
    """`Markup(…)` of something that is no constant says "this is safe": only renderers may say so."""
    for module in MODULES:
        tree = ast.parse((FOLDER / module).read_text(encoding="utf-8"))
        calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and _is_markup(node))
        made = [call.lineno for call in calls if call.args and not isinstance(call.args[0], ast.Constant)]
        assert not made or module.startswith(("renderers/html/", "renderers/svg/")), (module, made)
