"""Dates that are not in the calendar."""

from __future__ import annotations

from mkdocs_comparisons.validation.rule import Rule

RULE = Rule(
    code="bad-date",
    summary="A date is written as `2024-05-01`; for works also as `2024-05` or `2024`.",
    why="`01/05/2024` is the first of May for some and the fifth of January for others.",
    fixed=True,
)
