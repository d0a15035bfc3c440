"""A ref in a page that leads nowhere."""

from __future__ import annotations

from mkdocs_comparisons.diagnostics import Severity
from mkdocs_comparisons.validation.rule import Rule

RULE = Rule(
    code="page-ref",
    summary="A `[[ref]]` in a page leads somewhere.",
    why="Readers would meet the brackets. Only a warning, since other plugins read double brackets too.",
    severity=Severity.WARNING,
)
