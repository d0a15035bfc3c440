"""From a project's options to a policy."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from mkdocs_comparisons.diagnostics import Severity, did_you_mean
from mkdocs_comparisons.errors import SettingsError
from mkdocs_comparisons.validation.rule import Policy, Rule

_STALE = "claim-stale"
_MOST_DAYS = 36_500


def policy_of(written: Mapping[str, object], rules: Mapping[str, Rule], *, today: date, stale_after: object) -> Policy:
    """Return the policy for severities as written in the options, or raise a `SettingsError`."""
    severities = {code: _severity(code, wanted, rules) for code, wanted in written.items()}
    days = _days(stale_after)
    if days is not None:
        # Whoever says after how many days a claim is stale wants to be told.
        severities.setdefault(_STALE, Severity.WARNING)
    return Policy(today=today, severities=severities, stale_after=days)


def _severity(code: str, wanted: object, rules: Mapping[str, Rule]) -> Severity:
    rule = rules.get(code)
    if rule is None:
        advice = did_you_mean(str(code), rules) or "The manual's page on rules lists them all."
        raise SettingsError("rules", f"there is no rule '{code}'", advice)
    # YAML 1.1 reads a bare `off` as false.
    word = "off" if wanted is False else str(wanted).strip().lower()
    if word not in tuple(Severity):
        advice = did_you_mean(word, tuple(Severity)) or "Severities are error, warning, info and off."
        raise SettingsError("rules", f"'{wanted}' is no severity for '{code}'", advice)
    if rule.fixed and word != Severity.ERROR:
        advice = f"Remove the line. {rule.why}"
        raise SettingsError("rules", f"'{code}' is always an error, so it can't be '{word}'", advice)
    return Severity(word)


def _days(written: object) -> int | None:
    if written is None:
        return None
    if isinstance(written, int) and not isinstance(written, bool) and 0 < written <= _MOST_DAYS:
        return written
    advice = f"Write a number of days from 1 to {_MOST_DAYS:,}."
    raise SettingsError("stale_after", f"'{written}' is no number of days", advice)
