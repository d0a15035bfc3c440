"""The report as workflow commands, which GitHub shows beside the lines of a pull request."""

from __future__ import annotations

from mkdocs_comparisons.diagnostics import Diagnostic, Report, Severity
from mkdocs_comparisons.renderers.reports.plain import render_summary
from mkdocs_comparisons.renderers.reports.wording import clean, message

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render_github(report: Report) -> str:
    """Return a report as one workflow command a line, and a line with the counts."""
    return "\n".join((*map(_command, report.diagnostics), render_summary(report))) + "\n"


def _command(entry: Diagnostic) -> str:
    at = entry.finding.at
    where = {"file": at.path, "line": at.line, "col": at.column, "endColumn": at.column + at.length} if at.line else {}
    properties = {**where, "title": entry.finding.code}
    written = ",".join(f"{name}={_property(clean(str(value)))}" for name, value in properties.items())
    return f"::{_COMMANDS[entry.severity]} {written}::{_escaped(message(entry.finding))}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
