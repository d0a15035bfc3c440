"""Refs to glossary terms that nobody has explained; `unknown_ref` finds them, in its one walk through all texts."""

from __future__ import annotations

from mkdocs_comparisons.validation.rule import Rule

RULE = Rule(
    code="unknown-term",
    summary="A ref to a glossary term names one of the comparison's terms, or a shared one.",
    why="The link would lead nowhere.",
    fixed=True,
)
