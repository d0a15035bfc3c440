"""The report as text, for terminals: one finding after the other, with the line that each is about, and a count."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_comparisons.diagnostics import Diagnostic, Report, Severity
from mkdocs_comparisons.model.places import Place
from mkdocs_comparisons.renderers.reports.wording import clean, message, width

_MOST_SHOWN = 200
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_PLURALS = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.INFO: "infos"}


def render_text(report: Report, *, colour: bool = False, most: int = _MOST_SHOWN) -> str:
    """Return a report as text that ends in a line with the counts; `no problems` where there are none.

    Args:
        report: What was found.
        colour: Whether to mark severities with ANSI colours.
        most: How many findings to write out; of more, the errors come before the rest.
    """
    shown = _chosen(report, most)
    blocks = ["\n".join(_block(entry, colour=colour)) for entry in shown]
    if len(shown) < len(report.diagnostics):
        blocks.append(f"{len(report.diagnostics) - len(shown):,} more are not shown.")
    blocks.append(render_summary(report))
    return "\n\n".join(blocks) + "\n"


def render_finding(entry: Diagnostic) -> str:
    """Return one finding as text, with the line that it is about."""
    return "\n".join(_block(entry, colour=False))


def render_summary(report: Report) -> str:
    """Return the counts in a line: `3 errors, 1 warning in 2 files`."""
    counts = [(severity, len(report.of(severity))) for severity in _PLURALS]
    told = [f"{number:,} {severity if number == 1 else _PLURALS[severity]}" for severity, number in counts if number]
    files = len({entry.finding.at.path for entry in report.diagnostics})
    return f"{', '.join(told)} in {files:,} {'file' if files == 1 else 'files'}" if told else "no problems"


def _chosen(report: Report, most: int) -> tuple[Diagnostic, ...]:
    if len(report.diagnostics) <= most:
        return report.diagnostics
    ranked = sorted(range(len(report.diagnostics)), key=lambda index: _rank(report.diagnostics[index]))
    return tuple(report.diagnostics[index] for index in sorted(ranked[:most]))


def _rank(entry: Diagnostic) -> int:
    return tuple(_PLURALS).index(entry.severity)


def _block(entry: Diagnostic, *, colour: bool) -> Iterator[str]:
    finding = entry.finding
    # The form of an error is fixed, since programs read it; what is no error says so at the end.
    mark = "" if entry.severity is Severity.ERROR else f" [{entry.severity}]"
    code = f"\x1b[{_COLOURS[entry.severity]}m{finding.code}\x1b[0m" if colour else finding.code
    yield f"{_position(finding.at)}{code}: {message(finding)}{mark}"
    if entry.excerpt is not None:
        yield from _excerpt(entry, entry.excerpt)
    for why, at in finding.related:
        yield f"  {_position(at)}{clean(why)}"


def _position(at: Place) -> str:
    return f"{clean(at.path)}:{at.line}:{at.column}: " if at.line else ""


def _excerpt(entry: Diagnostic, excerpt: str) -> Iterator[str]:
    at, start = entry.finding.at, _start(entry)
    number = f"{at.line:>5}"
    lead = "…" if entry.excerpt_column > 1 else ""
    before, meant = clean(excerpt[:start]), clean(excerpt[start : start + at.length])
    yield f"{number} | {lead}{clean(excerpt)}".rstrip()
    yield f"{' ' * len(number)} | {' ' * (width(lead + before))}{'^' * max(1, width(meant))}"


def _start(entry: Diagnostic) -> int:
    """Return where in the excerpt the meant words start."""
    return entry.finding.at.column - entry.excerpt_column
