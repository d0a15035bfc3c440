"""Golden cases: for each rule what it reports, word for word, and what it lets pass.

After a change of words, run with the environment variable `UPDATE_CASES=1`, and read the differences before committing.
"""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

import mkdocs_comparisons.loading
from mkdocs_comparisons.validation import RULES
from tests.cases.reading import Case, read_cases, write_reports

FOLDER = Path(__file__).parent / "cases"
FILES = sorted(FOLDER.glob("*.md"))
CASES = [case for file in FILES for case in read_cases(file)]
OF_PAGES = {
    "diagram-unfit": "hosts/test_mkdocs.py",
    "page-block": "hosts/test_mkdocs.py",
    "page-ref": "hosts/test_mkdocs.py",
}
"""Rules that are applied where pages are made, so a test that builds a site shows their findings."""

OF_DATA = [code for code in RULES if code not in OF_PAGES]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_report_is_the_expected_one(case: Case, tmp_path: Path) -> None:
    """The words, places and number of findings are what authors read: none changes unseen, and none is added."""
    if os.environ.get("UPDATE_CASES"):
        pytest.skip("the reports are being rewritten")
    report = case.run(tmp_path)
    assert report == case.report
    assert (f": {case.code}: " in report) == case.fails


@pytest.mark.skipif(not os.environ.get("UPDATE_CASES"), reason="rewrites the cases; only on demand")
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_update(file: Path, tmp_path: Path) -> None:
    """On demand, the reports are rewritten as they are now."""
    write_reports(file, [case.run(tmp_path / str(number)) for number, case in enumerate(read_cases(file))])


@pytest.mark.parametrize("code", OF_DATA)
def test_rule_has_cases(code: str) -> None:
    """A rule that reports everything, or nothing, would otherwise be found out by users."""
    assert {case.fails for case in CASES if case.code == code} == {True, False}


@pytest.mark.parametrize(("code", "file"), OF_PAGES.items())
def test_rule_of_pages_has_a_test(code: str, file: str) -> None:
    """A rule is only without cases while a test of building pages holds its finding."""
    assert f": {code}:" in (Path(__file__).parent / file).read_text(encoding="utf-8")


def test_no_cases_of_other_rules() -> None:
    """A renamed rule takes its cases along."""
    assert {case.code for case in CASES} == set(OF_DATA)


def test_codes_of_the_loader_are_declared() -> None:
    """A finding whose code no rule declares could be neither judged nor looked up."""
    folder = Path(mkdocs_comparisons.loading.__file__).parent
    reported = {code for path in folder.glob("*.py") for code in _reported(path)}
    assert reported
    assert reported <= set(RULES)


def _reported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        is_report = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "report"
        first = node.args[0] if isinstance(node, ast.Call) and is_report and node.args else None
        if isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield first.value
