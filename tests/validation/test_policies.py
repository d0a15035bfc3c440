"""Options to a policy."""

from __future__ import annotations

from datetime import date

import pytest

from mkdocs_comparisons.diagnostics import Severity
from mkdocs_comparisons.errors import SettingsError
from mkdocs_comparisons.validation import RULES, policy_from

TODAY = date(2026, 11, 1)


def _problem(rules: dict[str, object], stale_after: object = None) -> str:
    with pytest.raises(SettingsError) as caught:
        policy_from(rules, today=TODAY, stale_after=stale_after)
    return str(caught.value)


def test_severities_are_read() -> None:
    """Every severity can be asked for by its name; `off` arrives as false from the YAML of a site's configuration."""
    policy = policy_from({"claim-missing": "error", "file-stray": "INFO", "similar-names": False}, today=TODAY)
    assert policy.severities == {
        "claim-missing": Severity.ERROR,
        "file-stray": Severity.INFO,
        "similar-names": Severity.OFF,
    }


def test_unknown_code_is_refused_with_a_suggestion() -> None:
    """A misspelled code would leave a rule as it is, and nobody would notice."""
    assert _problem({"claim-mising": "off"}) == (
        "option 'rules': there is no rule 'claim-mising'. Did you mean 'claim-missing'?"
    )


@pytest.mark.parametrize(("word", "hint"), [("warn", "Did you mean 'warning'?"), (True, "Severities are"), ("", "Sev")])
def test_unknown_severity_is_refused(word: object, hint: str) -> None:
    """A severity that does not exist is said to be so, with the ones that do."""
    assert hint in _problem({"claim-missing": word})


def test_fixed_rule_can_not_be_lowered() -> None:
    """No project can switch off what keeps its pages from saying something wrong; the message says why."""
    message = _problem({"claim-duplicate": "warning"})
    assert "'claim-duplicate' is always an error" in message
    assert RULES["claim-duplicate"].why in message


def test_fixed_rule_may_be_named_as_an_error() -> None:
    """To write down what holds anyway is no mistake."""
    assert policy_from({"claim-duplicate": "error"}, today=TODAY).severities


def test_age_turns_the_rule_on() -> None:
    """Whoever says after how many days a claim is stale wants to be told, unless they say otherwise."""
    assert policy_from({}, today=TODAY, stale_after=30).severities == {"claim-stale": Severity.WARNING}
    assert policy_from({"claim-stale": "info"}, today=TODAY, stale_after=30).severities == {
        "claim-stale": Severity.INFO
    }


@pytest.mark.parametrize("days", [0, -1, True, "30", 10**9, 1.5])
def test_age_is_a_sensible_number_of_days(days: object) -> None:
    """A number that no calendar has would otherwise end in a traceback."""
    assert "is no number of days" in _problem({}, days)
