"""Checking small data folders without a host."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mkdocs_comparisons.diagnostics import Diagnostic, Report, Severity
from mkdocs_comparisons.planning.settings import Settings
from mkdocs_comparisons.project import open_project
from mkdocs_comparisons.renderers.reports import render_text
from tests.building import write_files


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found."""

    report: Report

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        return self.report.diagnostics

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        return self.report.of(Severity.ERROR)

    @property
    def has_errors(self) -> bool:
        return self.report.has_errors

    @property
    def codes(self) -> list[str]:
        """The codes of all findings, sorted."""
        return sorted(entry.finding.code for entry in self.diagnostics)

    @property
    def text(self) -> str:
        """The report as a terminal shows it."""
        return render_text(self.report)


def check(folder: Path, files: Mapping[str, str | bytes]) -> Checked:
    """Write files into the data folder of a project, and check it."""
    (folder / "comparisons").mkdir(exist_ok=True)
    write_files(folder / "comparisons", files)
    return Checked(open_project(folder, Settings(), today=date(2026, 1, 1)).report)
