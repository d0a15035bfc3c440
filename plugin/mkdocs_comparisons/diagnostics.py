"""Findings about an author's files, and the report that collects them.

A finding says what is wrong and where; a rule says how serious that is; the two together are a diagnostic.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from mkdocs_comparisons.model.places import Place


class Severity(enum.StrEnum):
    """How serious a finding is. Errors stop a build; warnings stop it under the host's strict mode."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something wrong, without a judgement."""

    code: str
    """The code of the rule that it breaks."""

    at: Place
    problem: str
    """What is wrong: a clause without capital or full stop."""

    advice: str = ""
    """What to do: a sentence."""

    related: tuple[tuple[str, Place], ...] = ()
    """Other places that matter, each with a word on why."""

    part: str = ""
    """The words at or below `at` that are meant, where a rule knows them but not their place: the judge looks there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """A finding with its severity and the line it is about."""

    finding: Finding
    severity: Severity
    excerpt: str | None = None
    """The source line, or a stretch of a long one; None where it can't be shown."""

    excerpt_column: int = 1
    """The column of the excerpt's first character."""


@dataclass(frozen=True, slots=True)
class Report:
    """All findings about a project, in the order of their places."""

    diagnostics: tuple[Diagnostic, ...] = ()

    def of(self, severity: Severity) -> tuple[Diagnostic, ...]:
        return tuple(entry for entry in self.diagnostics if entry.severity is severity)

    @property
    def has_errors(self) -> bool:
        return any(entry.severity is Severity.ERROR for entry in self.diagnostics)

    @property
    def serious(self) -> Report:
        """What is more than a note."""
        return Report(tuple(entry for entry in self.diagnostics if entry.severity is not Severity.INFO))


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name that is nearest, or an empty string where none is near.

    Case does not count; words of over 64 characters are not looked at, to bound the work on hostile input.
    """
    if len(name) > 64:
        return ""
    by_fold = {entry.casefold(): entry for entry in known if len(entry) <= 64}
    near = get_close_matches(name.casefold(), by_fold, n=1, cutoff=0.6)
    return by_fold[near[0]] if near else ""


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return `Did you mean 'x'?` for the nearest known name, or an empty string."""
    near = nearest(name, known)
    return f"Did you mean '{near}'?" if near else ""
