"""Files in the data folder that nothing reads."""

from __future__ import annotations

from mkdocs_comparisons.diagnostics import Severity
from mkdocs_comparisons.validation.rule import Rule

RULE = Rule(
    code="file-stray",
    summary="Every data file in the data folder is read.",
    why="A file whose name is not quite right would be left out without a word.",
    severity=Severity.WARNING,
)
