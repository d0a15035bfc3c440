"""Files with nothing in them."""

from __future__ import annotations

from mkdocs_comparisons.validation.rule import Rule

RULE = Rule(
    code="file-empty",
    summary="A data file says something.",
    why="An empty file is a start that was forgotten, or a save that went wrong.",
)
