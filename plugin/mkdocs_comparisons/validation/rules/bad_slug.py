"""Slugs that are not spelled as slugs."""

from __future__ import annotations

from mkdocs_comparisons.validation.rule import Rule

RULE = Rule(
    code="bad-slug",
    summary="A slug is made of lower-case letters, digits and single hyphens.",
    why="It stands in the address of a page as it is.",
    fixed=True,
)
