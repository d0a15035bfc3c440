"""The set of rules: each is what its file says, and the manual tells of all of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import mkdocs_comparisons.validation.rules
from mkdocs_comparisons.diagnostics import Severity
from mkdocs_comparisons.validation import RULES, Rule
from tests.cases.reading import read_cases
from tests.test_cases import OF_PAGES

TESTS = Path(__file__).parent.parent
MANUAL = TESTS.parent / "docs" / "reference" / "rules.md"
FILES = {path.stem for path in Path(mkdocs_comparisons.validation.rules.__path__[0]).glob("[a-z]*.py")}
SECTIONS = dict(re.findall(r"^### `([a-z-]+)`\n((?:(?!##).*\n?)*)", MANUAL.read_text(encoding="utf-8"), re.MULTILINE))

each_rule = pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)


def test_every_rule_has_its_file_and_every_file_its_rule() -> None:
    """Whoever looks for a code finds its file, and no rule is written without being applied."""
    assert {code.replace("-", "_") for code in RULES} == FILES


def test_rules_are_listed_under_their_codes() -> None:
    """The code of a finding leads to the rule that declares it."""
    assert [(code, rule.code) for code, rule in RULES.items() if rule.code != code] == []


@each_rule
def test_rule_is_described(rule: Rule) -> None:
    """What reports show about a rule are sentences."""
    assert re.fullmatch(r"[A-Z`].+\.", rule.summary)
    assert re.fullmatch(r"[A-Z`].+\.", rule.why)


@each_rule
def test_fixed_rules_are_errors(rule: Rule) -> None:
    """A rule that can't be lowered to a warning is no warning to begin with."""
    assert not rule.fixed or rule.severity is Severity.ERROR


def test_manual_has_a_section_for_each_rule_and_no_other() -> None:
    """Who gets a message finds its code in the manual, in the order in which the code has them."""
    assert list(SECTIONS) == list(RULES)


@each_rule
def test_manual_tells_the_severity(rule: Rule) -> None:
    """What the manual says of a rule's severity, and whether it may be lowered, is true."""
    severity = "always an error" if rule.fixed else f"{rule.severity} by default"
    assert re.search(r"^\*(.+)\*$", SECTIONS[rule.code], re.MULTILINE)[1].lower() == severity  # type: ignore[index]


@pytest.mark.parametrize("code", [code for code in RULES if code not in OF_PAGES])
def test_manual_shows_real_messages(code: str) -> None:
    """The messages in the manual are word for word what authors see: each is in a golden case."""
    shown = re.findall(r"^```text\n((?:.*\n)*?)```$", SECTIONS[code], re.MULTILINE)
    real = "\n".join(case.report for case in read_cases(TESTS / "cases" / f"{code}.md"))
    assert shown
    assert [line for text in shown for line in text.splitlines() if line not in real.splitlines()] == []
