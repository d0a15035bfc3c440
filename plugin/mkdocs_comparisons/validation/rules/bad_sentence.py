"""Sentences that can't be filled in."""

from __future__ import annotations

from mkdocs_comparisons.validation.rule import Rule

RULE = Rule(
    code="bad-sentence",
    summary="A sentence holds `{subject}` and `{value}`, and no other braces.",
    why="The differences in words are made from it: without both parts it would say something wrong.",
    fixed=True,
)
