"""The report as JSON, for programs."""

from __future__ import annotations

import json
from collections.abc import Mapping

from mkdocs_comparisons.diagnostics import Diagnostic, Report, Severity
from mkdocs_comparisons.model.places import Place
from mkdocs_comparisons.renderers.reports.wording import message

_VERSION = 1
"""Of this form; it grows when a program that reads the form would have to change."""


def render_json(report: Report) -> str:
    """Return a report as JSON: `version`, `counts` by severity, and all `diagnostics` in the order of their places."""
    counts = {str(severity): len(report.of(severity)) for severity in Severity if severity is not Severity.OFF}
    entries = [_entry(entry) for entry in report.diagnostics]
    data = {"version": _VERSION, "counts": counts, "diagnostics": entries}
    return json.dumps(data, indent=2, allow_nan=False) + "\n"


def _entry(entry: Diagnostic) -> Mapping[str, object]:
    finding = entry.finding
    return {
        "code": finding.code,
        "severity": str(entry.severity),
        **_place(finding.at),
        "problem": finding.problem,
        "advice": finding.advice,
        "message": message(finding),
        "excerpt": entry.excerpt,
        "related": [{"why": why, **_place(at)} for why, at in finding.related],
    }


def _place(at: Place) -> Mapping[str, object]:
    """Return a place; `line` and `column` count from 1, and columns and `length` count code points."""
    return {"path": at.path, "line": at.line, "column": at.column, "length": at.length}
