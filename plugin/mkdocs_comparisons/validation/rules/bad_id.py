"""Ids that are not spelled as ids."""

from __future__ import annotations

from mkdocs_comparisons.validation.rule import Rule

RULE = Rule(
    code="bad-id",
    summary=(
        "An id starts with a letter or digit and goes on with letters, digits and `._+:@-`, 128 characters at most."
    ),
    why="Ids become part of addresses and are compared exactly; letters that look alike but differ would break that.",
    fixed=True,
)
