"""Reports as text, JSON, workflow commands and SARIF."""

from __future__ import annotations

import json
import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_comparisons.diagnostics import Diagnostic, Finding, Report, Severity
from mkdocs_comparisons.model.places import NOWHERE, Place
from mkdocs_comparisons.renderers.reports import render_github, render_json, render_sarif, render_text
from mkdocs_comparisons.validation import RULES

NASTY = "%0A::error::\x1b[2J\r\n::set-output name=a::b,c:\u202ed"


def _entry(
    problem: str = "wrong",
    severity: Severity = Severity.ERROR,
    at: Place = Place("data/a.yml", 3, 5, 2),  # noqa: B008  # a tuple
    excerpt: str | None = None,
    excerpt_column: int = 1,
) -> Diagnostic:
    related = (("first", Place("data/b.yml", 1, 1)),)
    finding = Finding(code="bad-id", at=at, problem=problem, advice="Repair it.", related=related)
    return Diagnostic(finding=finding, severity=severity, excerpt=excerpt, excerpt_column=excerpt_column)


def _text(*entries: Diagnostic) -> list[str]:
    return render_text(Report(entries)).splitlines()


def _caret(line: str, column: int, length: int, excerpt_column: int = 1) -> list[str]:
    entry = _entry(at=Place("a", 3, column, length), excerpt=line, excerpt_column=excerpt_column)
    return _text(entry)[1:3]


def _sarif(report: Report) -> Any:  # noqa: ANN401  # JSON
    return json.loads(render_sarif(report, RULES.values()))["runs"][0]


def test_text_names_place_code_problem_and_advice() -> None:
    """Editors, CI systems and people rely on this form."""
    assert _text(_entry(excerpt="    ab: c")) == [
        "data/a.yml:3:5: bad-id: wrong. Repair it.",
        "    3 |     ab: c",
        "      |     ^^",
        "  data/b.yml:1:1: first",
        "",
        "1 error in 1 file",
    ]


def test_text_counts_at_the_end() -> None:
    """One line says how much there is to do, and no count is of the wrong number."""
    entries = [_entry(), _entry("other"), _entry(severity=Severity.WARNING), _entry(at=Place("b", 1, 1))]
    assert _text(*entries)[-1] == "3 errors, 1 warning in 2 files"
    assert _text(_entry(severity=Severity.INFO), _entry(severity=Severity.INFO))[-1] == "2 infos in 1 file"
    assert _text() == ["no problems"]


def test_text_marks_what_is_no_error() -> None:
    """An author sees at each finding whether it stops the build."""
    assert _text(_entry(severity=Severity.WARNING))[0].endswith("Repair it. [warning]")


def test_text_without_place_or_line() -> None:
    """A finding about no file in particular is told without a made-up place."""
    assert _text(_entry(at=NOWHERE))[0] == "bad-id: wrong. Repair it."


def test_text_has_colours_only_on_demand() -> None:
    """Logs and files are free of codes that only terminals understand."""
    report = Report((_entry(),))
    assert "\x1b" not in render_text(report)
    assert "\x1b[31mbad-id\x1b[0m" in render_text(report, colour=True)


def test_text_is_bounded_and_says_so() -> None:
    """Ten thousand findings do not bury the first; errors come before the rest, and the count is of all."""
    infos = [_entry(str(number), Severity.INFO) for number in range(300)]
    lines = _text(*infos, _entry("the only error"))
    assert sum("bad-id" in line for line in lines) == 200
    assert "data/a.yml:3:5: bad-id: the only error. Repair it." in lines
    assert lines[-3:] == ["101 more are not shown.", "", "1 error, 300 infos in 1 file"]


def test_caret_counts_a_tab_as_one_column() -> None:
    """A tab is shown, since it is often the mistake, and shifts nothing."""
    assert _caret("\tab: c", 2, 2) == ["    3 | →ab: c", "      |  ^^"]


def test_caret_stands_under_wide_characters() -> None:
    """East Asian characters take two columns of a terminal."""
    assert _caret("名前: 値", 5, 1) == ["    3 | 名前: 値", "      |       ^^"]


def test_caret_skips_marks_without_width() -> None:
    """An accent that combines with its letter takes no column."""
    assert _caret("e\u0301: x", 5, 1) == ["    3 | e\u0301: x", "      |    ^"]


def test_caret_after_the_end_and_in_a_cut_line() -> None:
    """What is missing at the end of a line is pointed at, and a cut line says that it is cut."""
    assert _caret("ab", 3, 1) == ["    3 | ab", "      |   ^"]
    assert _caret("b: c", 101, 1, excerpt_column=101) == ["    3 | …b: c", "      |  ^"]


@given(st.text(max_size=80), st.integers(1, 90), st.integers(1, 90))
def test_text_never_steers_the_terminal(line: str, column: int, length: int) -> None:
    """Whatever an author's line holds, it stays one line without control characters."""
    shown = _caret(line, column, length)
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", "".join(shown))
    assert set(shown[1].partition("|")[2]) <= {" ", "^"}


def test_json_holds_all_of_a_finding() -> None:
    """Programs need not take the text apart."""
    data = json.loads(render_json(Report((_entry(excerpt="    ab: c"),))))
    assert data["version"] == 1
    assert data["counts"] == {"error": 1, "warning": 0, "info": 0}
    assert data["diagnostics"] == [
        {
            "code": "bad-id",
            "severity": "error",
            "path": "data/a.yml",
            "line": 3,
            "column": 5,
            "length": 2,
            "problem": "wrong",
            "advice": "Repair it.",
            "message": "wrong. Repair it.",
            "excerpt": "    ab: c",
            "related": [{"why": "first", "path": "data/b.yml", "line": 1, "column": 1, "length": 1}],
        }
    ]


def test_github_writes_a_command_for_each_severity() -> None:
    """Findings appear at their lines in a pull request."""
    entries = (_entry(), _entry(severity=Severity.WARNING), _entry(severity=Severity.INFO))
    lines = render_github(Report(entries)).splitlines()
    assert lines[0] == "::error file=data/a.yml,line=3,col=5,endColumn=7,title=bad-id::wrong. Repair it."
    assert [line.partition(" ")[0] for line in lines] == ["::error", "::warning", "::notice", "1"]


def test_github_commands_can_not_be_forged() -> None:
    """An author's text or file name can't end a command and begin another."""
    lines = render_github(Report((_entry(NASTY, at=Place(NASTY, 1, 1)),))).splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("::error file=%250A%3A%3Aerror%3A%3A\ufffd[2J")
    assert lines[0].count("::") == 2 + NASTY.count("::")
    assert "%250A" in lines[0].partition("bad-id::")[2]


def test_sarif_describes_all_rules() -> None:
    """A code scanning service shows what a rule is about, also for rules without findings."""
    run = _sarif(Report())
    described = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in described] == list(RULES)
    assert all(rule["shortDescription"]["text"] and rule["help"]["text"] for rule in described)
    assert run["results"] == []


def test_sarif_points_at_the_place() -> None:
    """A result has its rule, its level, and places with addresses that are valid URIs."""
    (result,) = _sarif(Report((_entry(at=Place("my data/ä.yml", 3, 5, 2), severity=Severity.INFO),)))["results"]
    assert (result["ruleId"], result["level"]) == ("bad-id", "note")
    assert list(RULES)[result["ruleIndex"]] == "bad-id"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "my%20data/%C3%A4.yml"}
    assert place["region"] == {"startLine": 3, "startColumn": 5, "endColumn": 7}
    assert result["relatedLocations"][0]["message"] == {"text": "first"}


def test_sarif_of_a_finding_without_place() -> None:
    """A finding about no file in particular has no location, and is still a result."""
    (result,) = _sarif(Report((_entry(at=NOWHERE),)))["results"]
    assert result["locations"] == []
