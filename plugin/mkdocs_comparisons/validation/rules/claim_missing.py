"""Cells that nobody has filled."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from mkdocs_comparisons.diagnostics import Finding, Severity
from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import Attribute
from mkdocs_comparisons.validation.naming import count, enumerate_names
from mkdocs_comparisons.validation.rule import Policy, Rule

_MOST_NAMED = 5
_ADVICE = "Write a claim; `unknown` if you looked in vain, `n/a` if the question makes no sense there."


def _check(catalogue: Catalogue, policy: Policy) -> Iterator[Finding]:
    for comparison in catalogue.comparisons:
        if policy.is_whole(comparison):
            yield from _within(comparison)


def _within(comparison: Comparison) -> Iterator[Finding]:
    subjects = frozenset(comparison.subject_ids)
    claimed: dict[str, set[str]] = {attribute.id: set() for attribute in comparison.attributes()}
    for claim in comparison.claims:
        if claim.attribute in claimed:
            claimed[claim.attribute].add(claim.subject)
    for attribute in comparison.attributes():
        about = claimed[attribute.id]
        # A claim about an unknown subject is most likely the missing one, misspelled.
        if len(about) < len(subjects) and about <= subjects:
            yield _finding(attribute, comparison, about)


def _finding(attribute: Attribute, comparison: Comparison, about: set[str]) -> Finding:
    number = len(comparison.subject_ids) - len(about)
    lacking = islice((id for id in comparison.subject_ids if id not in about), _MOST_NAMED)
    problem = f"'{attribute.id}' lacks {count(number, 'claim')}: about {enumerate_names(lacking, number)}"
    if not about:
        problem = f"'{attribute.id}' has no claims yet"
    return Finding(code="claim-missing", at=attribute.at, problem=problem, advice=_ADVICE)


RULE = Rule(
    code="claim-missing",
    summary="Every attribute has a claim about every subject.",
    why="A gap in a table leaves readers guessing whether nobody knows, nobody looked, or nothing is there.",
    severity=Severity.INFO,
    check=_check,
)
