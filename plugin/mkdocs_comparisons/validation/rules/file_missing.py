"""Folders of data without the file that says what is compared."""

from __future__ import annotations

from mkdocs_comparisons.validation.rule import Rule

RULE = Rule(
    code="file-missing",
    summary="A folder with data files in it has a `comparison.yml`.",
    why="Without it nothing of the folder is read, so all that was written there would be left out.",
)
