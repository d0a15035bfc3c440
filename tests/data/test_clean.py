"""The comparisons that come with the project pass their own checks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from mkdocs_comparisons.diagnostics import Severity
from mkdocs_comparisons.loading import load
from mkdocs_comparisons.validation import policy_from, validate

ROOT = Path(__file__).parents[2]


def test_no_errors_and_no_warnings() -> None:
    """A strict build of the project's own data succeeds: nothing in it is an error or a warning."""
    loaded = load(ROOT / "comparisons", relative_to=ROOT)
    policy = policy_from({}, today=date(2026, 12, 1))
    report = validate(loaded, policy)
    assert report.of(Severity.ERROR) == ()
    assert report.of(Severity.WARNING) == ()


def test_every_claim_has_a_source() -> None:
    """The project's own data is an example: each claim says where it comes from, though no rule asks for it."""
    loaded = load(ROOT / "comparisons", relative_to=ROOT)
    policy = policy_from({"claim-unsourced": "error"}, today=date(2026, 12, 1))
    assert validate(loaded, policy).of(Severity.ERROR) == ()
