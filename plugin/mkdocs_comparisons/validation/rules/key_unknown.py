"""Keys that mean nothing where they stand."""

from __future__ import annotations

from mkdocs_comparisons.validation.rule import Rule

RULE = Rule(
    code="key-unknown",
    summary="Every key is one that its mapping knows.",
    why="What stands under a misspelled key would be lost.",
)
