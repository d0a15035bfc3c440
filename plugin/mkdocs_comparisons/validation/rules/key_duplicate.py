"""Keys that are given twice."""

from __future__ import annotations

from mkdocs_comparisons.validation.rule import Rule

RULE = Rule(
    code="key-duplicate",
    summary="A key stands once in its mapping.",
    why="One of the two values would be lost.",
    fixed=True,
)
