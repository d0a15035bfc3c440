"""Where the findings of all files gather while they are read."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_comparisons.diagnostics import Finding
from mkdocs_comparisons.model.places import Place

MOST_PER_FILE = 200

_LOSING = frozenset(
    {"csv-syntax", "encoding", "file-empty", "file-missing", "file-unsafe", "limit", "yaml-feature", "yaml-syntax"}
)
"""Codes of findings after which a file, or a part of it, says nothing."""


class Collector:
    """Takes findings in any order; keeps at most 200 of each file and counts the rest."""

    def __init__(self) -> None:
        self.unread: set[str] = set()
        """Files of which something could not be read, so that what is missing may stand in them."""

        self._kept: dict[str, list[Finding]] = {}
        self._dropped: dict[str, int] = {}

    def report(
        self,
        code: str,
        at: Place,
        problem: str,
        advice: str = "",
        *,
        related: tuple[tuple[str, Place], ...] = (),
    ) -> None:
        """Add a finding."""
        if code in _LOSING:
            self.unread.add(at.path)
        if self.is_full(at.path):
            self._dropped[at.path] = self._dropped.get(at.path, 0) + 1
            return
        finding = Finding(code=code, at=at, problem=problem, advice=advice, related=related)
        self._kept.setdefault(at.path, []).append(finding)

    def is_full(self, path: str) -> bool:
        """Return whether further findings of a file are only counted, so that no advice needs to be worked out."""
        return len(self._kept.get(path, ())) >= MOST_PER_FILE

    def findings(self) -> tuple[Finding, ...]:
        """Return all findings by file and place; the last one of a file tells how many more there were."""
        return tuple(finding for path in sorted(self._kept) for finding in self._of_file(path))

    def _of_file(self, path: str) -> Iterator[Finding]:
        yield from sorted(self._kept[path], key=lambda finding: finding.at)
        more = self._dropped.get(path, 0)
        if more:
            last = max(finding.at for finding in self._kept[path])
            problem = f"{more:,} more findings in this file are not listed: {MOST_PER_FILE} is the most"
            yield Finding(code="limit", at=last, problem=problem, advice="Repair the listed ones first.")
