"""Reports on hostile data: what they print reaches terminals and the logs of services."""

from __future__ import annotations

import contextlib
import io
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_comparisons.diagnostics import Diagnostic, Finding, Report, Severity
from mkdocs_comparisons.hosts.cli import main
from mkdocs_comparisons.model.places import Place
from mkdocs_comparisons.renderers.reports import render_github, render_json, render_sarif, render_text
from mkdocs_comparisons.validation import RULES
from tests.building import write_files

HOSTILE = "x%0A::set-output name=a::b\n::error::c\r\x1b[2J\x1b]0;t\x07\u202e\u2028"
DATA = 'title: "::set-output name=x::y"\n"::error file=a,line=1::\\n::warning::x": 1\ntags: "\x1b[2J"\n'


def _run(*arguments: str) -> tuple[int, str]:
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        code = main(arguments)
    return code, out.getvalue()


@pytest.mark.parametrize("format", ["text", "json", "github", "sarif"])
def test_reports_steer_nothing(tmp_path: Path, format: str) -> None:
    """A key or value with a workflow command or an escape sequence in it must not be obeyed by who shows the report."""
    write_files(tmp_path, {"comparisons/a.yml": DATA, "comparisons/b\n::error::x.yml": "x"})
    code, text = _run("check", str(tmp_path), "--format", format)
    assert code == 1
    assert "\x1b" not in text
    commands = [line for line in text.split("\n") if line.lstrip().startswith("::")]
    assert not [
        line for line in commands if not line.startswith(("::error file=comparisons/", "::warning file=", "::notice"))
    ]
    assert bool(commands) == (format == "github")


@given(st.text(max_size=60), st.text(max_size=60))
def test_each_finding_is_one_command(problem: str, path: str) -> None:
    """Whatever stands in a finding, GitHub sees one command with these properties, and no other."""
    finding = Finding(code="key-unknown", at=Place(path + HOSTILE, 3, 4, 5), problem=problem + HOSTILE)
    report = Report((Diagnostic(finding=finding, severity=Severity.ERROR, excerpt=HOSTILE),))
    command, summary, end = render_github(report).split("\n")
    assert (summary, end) == ("1 error in 1 file", "")
    properties = command.removeprefix("::error ").partition("::")[0]
    assert [each.partition("=")[0] for each in properties.split(",")] == ["file", "line", "col", "endColumn", "title"]
    assert not re.search("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", command)
    assert json.loads(render_json(report))["counts"]["error"] == 1
    assert json.loads(render_sarif(report, RULES.values()))["runs"][0]["results"][0]["level"] == "error"
    assert not {"\x1b", "\x07", "\r", "\u202e", "\u2028"} & set(render_text(report))
