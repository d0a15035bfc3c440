"""A `comparison` block in a page that can't be shown."""

from __future__ import annotations

from mkdocs_comparisons.validation.rule import Rule

RULE = Rule(
    code="page-block",
    summary="A `comparison` block in a page names what exists, with options that its view takes.",
    why="The page would show nothing, or something else than was asked for, in that place.",
    fixed=True,
)
