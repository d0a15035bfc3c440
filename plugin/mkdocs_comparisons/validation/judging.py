"""From findings to diagnostics: each once, in order, at the very words that are meant, with the line they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from mkdocs_comparisons.diagnostics import Diagnostic, Finding, Severity
from mkdocs_comparisons.model.places import Place

_WIDEST_EXCERPT = 160
_BEFORE_CARET = 60
_MOST_LINES_SEARCHED = 500


class HasLines(Protocol):
    """A file that was read."""

    @property
    def lines(self) -> Sequence[str]:
        """The lines, without their ends."""


def diagnose(
    findings: Iterable[Finding], severities: Mapping[str, Severity], files: Mapping[str, HasLines]
) -> tuple[Diagnostic, ...]:
    """Return findings sorted by place, without repetitions, with severities and excerpts."""
    located = (_located(finding, files) for finding in findings)
    once = {(finding.at, finding.code, finding.problem): finding for finding in located}
    return tuple(_diagnostic(once[key], severities[once[key].code], files) for key in sorted(once))


def _diagnostic(finding: Finding, severity: Severity, files: Mapping[str, HasLines]) -> Diagnostic:
    line = _line(finding.at, files)
    if line is None:
        return Diagnostic(finding=finding, severity=severity)
    start = _excerpt_start(len(line), finding.at)
    excerpt = line[start : start + _WIDEST_EXCERPT]
    return Diagnostic(finding=finding, severity=severity, excerpt=excerpt, excerpt_column=start + 1)


def _line(at: Place, files: Mapping[str, HasLines]) -> str | None:
    file = files.get(at.path)
    return file.lines[at.line - 1] if file and 0 < at.line <= len(file.lines) else None


def _excerpt_start(length: int, at: Place) -> int:
    """Return where an excerpt of a line starts: at its start where it is short, else a bit before what is meant."""
    if length <= _WIDEST_EXCERPT:
        return 0
    return max(0, min(at.column - 1 - _BEFORE_CARET, length - _WIDEST_EXCERPT))


def _located(finding: Finding, files: Mapping[str, HasLines]) -> Finding:
    """Return a finding at the words that it means, where a look at the file finds them."""
    file = files.get(finding.at.path)
    if not finding.part or not file:
        return finding
    for number, line, start in _lines_of(finding.at, file.lines):
        position = line.find(finding.part, start)
        if position == start and number == finding.at.line and finding.at.length == len(finding.part):
            return finding
        if position >= 0:
            return replace(finding, at=Place(finding.at.path, number, position + 1, len(finding.part)))
    return finding


def _lines_of(at: Place, lines: Sequence[str]) -> Iterator[tuple[int, str, int]]:
    """Walk the line of a place and those below it that are indented deeper: its text, or what its key holds."""
    if not 0 < at.line <= len(lines):
        return
    first = lines[at.line - 1]
    yield at.line, first, at.column - 1
    # What is said of a file as a whole is said of its first character.
    is_whole_file = at[1:] == (1, 1, 1)
    indentation = -1 if is_whole_file else len(first) - len(first.lstrip(" "))
    for number, line in enumerate(lines[at.line : at.line + _MOST_LINES_SEARCHED], start=at.line + 1):
        if line.strip() and len(line) - len(line.lstrip(" ")) <= indentation:
            return
        yield number, line, 0
