"""Diagrams that can't be drawn from the data of their dimension."""

from __future__ import annotations

from mkdocs_comparisons.diagnostics import Severity
from mkdocs_comparisons.validation.rule import Rule

RULE = Rule(
    code="diagram-unfit",
    summary="The `diagram` that a dimension asks for can be drawn from its data.",
    why="Another kind is drawn in its place. Only a warning: claims that are still to come may make it fit.",
    severity=Severity.WARNING,
)
