"""Types that make no sense."""

from __future__ import annotations

from mkdocs_comparisons.validation.rule import Rule

RULE = Rule(
    code="bad-type",
    summary="A type is one of the known kinds, with what that kind needs.",
    why="Without a type, the attribute's claims can be neither checked nor compared.",
    fixed=True,
)
