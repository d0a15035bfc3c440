"""Lists, mappings and texts in each other's places."""

from __future__ import annotations

from mkdocs_comparisons.validation.rule import Rule

RULE = Rule(
    code="wrong-shape",
    summary="A text stands where a text belongs, a list where a list, a mapping where a mapping.",
    why="To guess would turn `tags: alice` into five tags.",
    fixed=True,
)
