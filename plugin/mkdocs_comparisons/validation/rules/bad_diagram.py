"""Diagrams that make no sense."""

from __future__ import annotations

from mkdocs_comparisons.validation.rule import Rule

RULE = Rule(
    code="bad-diagram",
    summary="The `diagram` of a dimension is one of the known kinds, with options that this kind takes.",
    why="Another picture would be drawn than the one that was asked for.",
)
