"""What a rule is, and the policy under which rules are applied."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath

from mkdocs_comparisons.diagnostics import Finding, Severity
from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.comparison import Comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """How strictly a project wants to be checked, and what a check may take for granted."""

    today: date
    """The day on which claims are judged stale; passed in, so that the same input gives the same report."""

    severities: Mapping[str, Severity] = field(default_factory=dict)
    """Severities that differ from the rules' own, by code."""

    stale_after: int | None = None
    """After how many days a claim wants to be checked again; None for never."""

    unread: frozenset[str] = frozenset()
    """Files of which something could not be read: what they may hold is not called missing."""

    def is_whole(self, comparison: Comparison) -> bool:
        """Return whether all files of a comparison could be read."""
        head = PurePosixPath(comparison.path)
        folder = f"{head.parent}/" if head.stem == "comparison" else None
        return not any(path == comparison.path or (folder and path.startswith(folder)) for path in self.unread)

    def may_hold(self, name: str) -> bool:
        """Return whether an unread file is the one that would declare `name`, going by the file's name."""
        return any(name in (PurePosixPath(path).stem, PurePosixPath(path).parent.name) for path in self.unread)


Check = Callable[[Catalogue, Policy], Iterable[Finding]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Something that authors' data must or should be."""

    code: str
    summary: str
    """What is reported, in a sentence."""

    why: str
    """What goes wrong otherwise, in a sentence or two."""

    severity: Severity = Severity.ERROR
    """The severity where a project says nothing."""

    fixed: bool = False
    """Whether it stays an error: with less, pages would say something wrong or lose data."""

    check: Check | None = None
    """Finds what breaks the rule; None where the loader, a host or another rule meets it on its way."""

    def severity_under(self, policy: Policy) -> Severity:
        """Return how serious a finding is under a project's policy."""
        return policy.severities.get(self.code, self.severity)
