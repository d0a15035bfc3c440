"""Claims that were last checked long ago."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from mkdocs_comparisons.diagnostics import Finding, Severity
from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.claims import Claim
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.sources import Source
from mkdocs_comparisons.validation.naming import count
from mkdocs_comparisons.validation.rule import Policy, Rule


def _check(catalogue: Catalogue, policy: Policy) -> Iterator[Finding]:
    if policy.stale_after is None:
        return
    oldest = policy.today - timedelta(days=policy.stale_after)
    shared = {source.id: source for source in catalogue.sources}
    for comparison in catalogue.comparisons:
        yield from _within(comparison, shared, oldest, policy.today)


def _within(comparison: Comparison, shared: dict[str, Source], oldest: date, today: date) -> Iterator[Finding]:
    sources = {**shared, **{source.id: source for source in comparison.sources}}
    for claim in comparison.claims:
        checked = _checked(claim, sources)
        if checked is not None and checked < oldest:
            age = count((today - checked).days, "day")
            problem = f"'{claim.attribute}' of '{claim.subject}' was last checked on {checked.isoformat()}, {age} ago"
            yield Finding(code="claim-stale", at=claim.at, problem=problem, advice="Check it, then set its `as_of`.")


def _checked(claim: Claim, sources: dict[str, Source]) -> date | None:
    """Return the day on which a claim was last checked, as far as it or what it cites says so."""
    if claim.as_of is not None or not claim.citations:
        return claim.as_of
    days = (citation.accessed or _accessed(sources.get(citation.source)) for citation in claim.citations)
    return max((day for day in days if day), default=None)


def _accessed(source: Source | None) -> date | None:
    return source.accessed if source else None


RULE = Rule(
    code="claim-stale",
    summary="Claims were checked within the last `stale_after` days, as far as they are dated.",
    why="What was true then may not be now. A claim's day is its `as_of`, else the latest `accessed` of its sources.",
    severity=Severity.OFF,
    check=_check,
)
