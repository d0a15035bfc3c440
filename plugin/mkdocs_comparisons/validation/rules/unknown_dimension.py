"""Articles for dimensions that don't exist."""

from __future__ import annotations

from mkdocs_comparisons.validation.rule import Rule

RULE = Rule(
    code="unknown-dimension",
    summary="A Markdown file in a comparison's folder is named after one of its dimensions.",
    why="Its text would appear on no page.",
)
