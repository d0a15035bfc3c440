"""Cells that are filled twice."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_comparisons.diagnostics import Finding
from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.claims import Claim
from mkdocs_comparisons.validation.rule import Policy, Rule


def _check(catalogue: Catalogue, policy: Policy) -> Iterator[Finding]:
    del policy
    for comparison in catalogue.comparisons:
        for claim in comparison.claims:
            first = comparison.claim(claim.attribute, claim.subject)
            if first is not None and first is not claim:
                yield _finding(claim, first)


def _finding(claim: Claim, first: Claim) -> Finding:
    return Finding(
        code="claim-duplicate",
        at=claim.at,
        problem=f"a second claim says what '{claim.attribute}' is for '{claim.subject}'",
        advice="Remove one of the two; what one claim can't say belongs in its note.",
        related=(("first claimed here", first.at),),
    )


RULE = Rule(
    code="claim-duplicate",
    summary="An attribute has one claim for each subject, whichever of the forms it is written in.",
    why="Only one of the two would be shown.",
    fixed=True,
    check=_check,
)
