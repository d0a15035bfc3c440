"""The report as SARIF 2.1.0, which code scanning services read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Protocol
from urllib.parse import quote

from mkdocs_comparisons.diagnostics import Diagnostic, Report, Severity
from mkdocs_comparisons.model.places import Place
from mkdocs_comparisons.renderers.reports.wording import clean, message

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note", Severity.OFF: "none"}


class Described(Protocol):
    """What a log says about a rule."""

    @property
    def code(self) -> str: ...

    @property
    def summary(self) -> str: ...

    @property
    def why(self) -> str: ...

    @property
    def severity(self) -> Severity: ...


def render_sarif(report: Report, rules: Iterable[Described]) -> str:
    """Return a report as a SARIF log of one run, which describes all rules."""
    rules = tuple(rules)
    index = {rule.code: number for number, rule in enumerate(rules)}
    driver = {"name": "mkdocs-comparisons", "rules": [_rule(rule) for rule in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(entry, index) for entry in report.diagnostics],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, allow_nan=False) + "\n"


def _rule(rule: Described) -> Mapping[str, object]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": f"{rule.summary} {rule.why}"},
        "help": {"text": f"{rule.summary} {rule.why}", "markdown": f"**{rule.summary}**\n\n{rule.why}"},
        "defaultConfiguration": _configuration(rule),
    }


def _configuration(rule: Described) -> Mapping[str, object]:
    if rule.severity is Severity.OFF:
        return {"enabled": False}
    return {"level": _LEVELS[rule.severity]}


def _result(entry: Diagnostic, index: Mapping[str, int]) -> Mapping[str, object]:
    finding = entry.finding
    result: dict[str, object] = {
        "ruleId": finding.code,
        "ruleIndex": index[finding.code],
        "level": _LEVELS[entry.severity],
        "message": {"text": message(finding)},
        "locations": [_location(finding.at)] if finding.at.line else [],
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, "message": {"text": clean(why)}, **_location(at)}
            for number, (why, at) in enumerate(finding.related, start=1)
        ]
    return result


def _location(at: Place) -> dict[str, object]:
    region = {"startLine": at.line, "startColumn": at.column, "endColumn": at.column + at.length}
    return {"physicalLocation": {"artifactLocation": {"uri": quote(at.path)}, "region": region}}
