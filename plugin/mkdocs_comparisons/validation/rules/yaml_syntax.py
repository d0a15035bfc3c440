"""Text that is not YAML."""

from __future__ import annotations

from mkdocs_comparisons.validation.rule import Rule

RULE = Rule(
    code="yaml-syntax",
    summary="A data file can be read as YAML.",
    why="After a mistake in the syntax nobody can tell what the rest of the file means.",
    fixed=True,
)
