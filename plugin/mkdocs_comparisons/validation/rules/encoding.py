"""Bytes that are not UTF-8, and characters that no text needs."""

from __future__ import annotations

from mkdocs_comparisons.validation.rule import Rule

RULE = Rule(
    code="encoding",
    summary="A data file is UTF-8 text without control characters.",
    why="Other bytes mean different letters on different machines, and what can't be seen can't be reviewed.",
    fixed=True,
)
