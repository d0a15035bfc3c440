"""Shared subjects that no comparison names."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_comparisons.diagnostics import Finding, Severity
from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.validation.rule import Policy, Rule
from mkdocs_comparisons.validation.walks import claims


def _check(catalogue: Catalogue, policy: Policy) -> Iterator[Finding]:
    if policy.unread:
        return
    used = {id for comparison in catalogue.comparisons for id in comparison.subject_ids}
    unused = [subject for subject in catalogue.subjects if subject.id not in used]
    # With claims about it, what lacks is its name under `subjects:`, which is reported at the claims.
    claimed = {claim.subject for claim in claims(catalogue)} if unused else set()
    for subject in unused:
        if subject.id not in claimed:
            problem = f"no comparison has the shared subject '{subject.id}'"
            advice = "Name it under the `subjects:` of a comparison, or remove it."
            yield Finding(code="subject-unused", at=subject.at, problem=problem, advice=advice)


RULE = Rule(
    code="subject-unused",
    summary="Every shared subject is in a comparison.",
    why="It appears on no page, so nobody sees when it grows old.",
    severity=Severity.INFO,
    check=_check,
)
