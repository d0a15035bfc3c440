"""Sizes beyond what data needs."""

from __future__ import annotations

from mkdocs_comparisons.validation.rule import Rule

RULE = Rule(
    code="limit",
    summary="Files, nesting and texts stay within their limits.",
    why=(
        "The limits are far beyond what readers would read; they keep a broken or hostile file from stopping the build."
    ),
    fixed=True,
)
