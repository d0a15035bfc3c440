"""Required keys that are not there."""

from __future__ import annotations

from mkdocs_comparisons.validation.rule import Rule

RULE = Rule(
    code="key-missing",
    summary="Required keys are given.",
    why="Without a title or subjects there is no page to show, and without a value no claim.",
    fixed=True,
)
