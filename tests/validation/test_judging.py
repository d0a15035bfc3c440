"""Findings to a report: order, repetitions, severities, places and excerpts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from random import Random

from mkdocs_comparisons.diagnostics import Diagnostic, Finding, Severity
from mkdocs_comparisons.loading import Loaded, SourceFile
from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.places import NOWHERE, Place
from mkdocs_comparisons.model.subjects import Subject
from mkdocs_comparisons.validation import judge, policy_from, validate

POLICY = policy_from({"similar-names": "off"}, today=date(2026, 11, 1))


def _finding(line: int, column: int = 1, length: int = 1, code: str = "bad-id", part: str = "") -> Finding:
    return Finding(code=code, at=Place("a.yml", line, column, length), problem="wrong", part=part)


def _files(text: str) -> Mapping[str, SourceFile]:
    return {"a.yml": SourceFile.of("a.yml", text)}


def _only(finding: Finding, text: str) -> Diagnostic:
    (entry,) = judge([finding], POLICY, _files(text)).diagnostics
    return entry


def test_findings_come_in_the_order_of_their_places() -> None:
    """The report of the same files is the same, in whichever order rules run."""
    findings = [_finding(line, column) for line in range(1, 6) for column in (1, 12)]
    shuffled = Random(7).sample(findings, len(findings))  # noqa: S311  # for an order, not for a secret
    assert judge(shuffled, POLICY, {}) == judge(findings, POLICY, {})
    assert [entry.finding for entry in judge(shuffled, POLICY, {}).diagnostics] == findings


def test_repetitions_are_told_once() -> None:
    """A text that several comparisons share is wrong once, where it stands."""
    assert len(judge([_finding(1), _finding(1), _finding(2)], POLICY, {}).diagnostics) == 2


def test_rules_that_are_off_are_silent() -> None:
    """Findings of the loader obey the policy as those of the rules do."""
    assert judge([_finding(1, code="similar-names")], POLICY, {}).diagnostics == ()


def test_excerpt_is_the_line() -> None:
    """Authors see the line without opening the file."""
    assert _only(_finding(2), "one\ntwo\nthree").excerpt == "two"


def test_no_excerpt_where_there_is_no_line() -> None:
    """A place in a file that was not read, or nowhere at all, does not stop the report."""
    assert _only(_finding(9), "one").excerpt is None
    (entry,) = judge([Finding(code="bad-id", at=NOWHERE, problem="wrong")], POLICY, _files("one")).diagnostics
    assert entry.excerpt is None


def test_long_line_is_cut_around_what_is_meant() -> None:
    """A line of a million characters, as a program may write it, does not flood the terminal."""
    entry = _only(_finding(1, 5_001, 3), "x" * 5_000 + "abc" + "y" * 5_000)
    assert entry.excerpt is not None
    assert len(entry.excerpt) == 160
    start = entry.finding.at.column - entry.excerpt_column
    assert entry.excerpt[start : start + 3] == "abc"


def test_part_is_found_on_its_line() -> None:
    """The caret stands under the very words that are meant, not under the start of their text."""
    entry = _only(_finding(1, 7, 20, part="[[b]]"), 'note: "about [[b]] and more"')
    assert entry.finding.at == Place("a.yml", 1, 14, 5)


def test_part_is_found_in_a_folded_text() -> None:
    """In a text over several lines, the line is the one on which the words stand."""
    entry = _only(_finding(2, 9, part="[[b]]"), "x:\n  note: >\n    one\n\n    two [[b]]\n  next: [[b]]")
    assert entry.finding.at == Place("a.yml", 5, 9, 5)


def test_part_is_not_looked_for_in_the_neighbours() -> None:
    """Words that are escaped in the file are not found; the same words in the next key are not meant."""
    finding = _finding(2, 9, part="[[b]]")
    assert _only(finding, 'x:\n  note: "\\x5b[b]]"\n  next: "[[b]]"').finding == finding


def test_unread_files_quiet_what_depends_on_them() -> None:
    """A file that can't be read is one finding: what it would have held is not called missing as well."""
    unused = Subject(id="a", slug="a", title="A", short="A", at=Place("_subjects.yml", 1, 1))
    reading = Finding(code="yaml-syntax", at=Place("b.yml", 1, 1), problem="wrong")
    loaded = Loaded(catalogue=Catalogue(subjects=(unused,)), findings=(reading,), files={}, unread=frozenset({"b.yml"}))
    assert [entry.finding.code for entry in validate(loaded, POLICY).diagnostics] == ["yaml-syntax"]
    whole = replace(loaded, unread=frozenset())
    assert "subject-unused" in [entry.finding.code for entry in validate(whole, POLICY).diagnostics]


def test_severity_is_that_of_the_rule() -> None:
    """Without a word in the options, a finding is as serious as its rule says."""
    assert _only(_finding(1, code="file-stray"), "").severity is Severity.WARNING
