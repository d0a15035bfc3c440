"""Claims that cite nothing."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_comparisons.diagnostics import Finding, Severity
from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.values import Invalid, NotApplicable, Unknown
from mkdocs_comparisons.validation.rule import Policy, Rule
from mkdocs_comparisons.validation.walks import claims

_SAY_NOTHING = (Invalid, NotApplicable, Unknown)


def _check(catalogue: Catalogue, policy: Policy) -> Iterator[Finding]:
    del policy
    for claim in claims(catalogue):
        if not claim.citations and not isinstance(claim.value, _SAY_NOTHING):
            problem = f"the claim about '{claim.attribute}' of '{claim.subject}' cites no source"
            yield Finding(code="claim-unsourced", at=claim.at, problem=problem, advice="Add `sources`.")


RULE = Rule(
    code="claim-unsourced",
    summary="Every claim that says something cites a source.",
    why="A reader can't check what has no source. Off at first: not every comparison is that kind of work.",
    severity=Severity.OFF,
    check=_check,
)
