"""CSV files that can't be taken apart."""

from __future__ import annotations

from mkdocs_comparisons.validation.rule import Rule

RULE = Rule(
    code="csv-syntax",
    summary="A CSV file has the known columns, and each row fills them.",
    why="A row that is shifted by a cell would give one subject the value of another.",
    fixed=True,
)
