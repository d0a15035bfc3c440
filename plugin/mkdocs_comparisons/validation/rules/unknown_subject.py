"""Claims about subjects that their comparison doesn't have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from mkdocs_comparisons.diagnostics import Finding
from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.places import Place
from mkdocs_comparisons.validation.naming import Suggestions, enumerate_names
from mkdocs_comparisons.validation.rule import Policy, Rule
from mkdocs_comparisons.validation.walks import by_name, finding_for_all

_CODE = "unknown-subject"
_ADD = "Add it under `subjects:`."


def _check(catalogue: Catalogue, policy: Policy) -> Iterator[Finding]:
    suggestions = Suggestions()
    shared = frozenset(subject.id for subject in catalogue.subjects)
    for comparison in catalogue.comparisons:
        ids = comparison.subject_ids
        known = frozenset(ids)
        strange = by_name((claim.subject, claim.at) for claim in comparison.claims if claim.subject not in known)
        if strange and not ids:
            # Where the comparison isn't whole, it was reported that the subjects are missing.
            if policy.is_whole(comparison):
                yield _without_subjects(strange)
            continue
        for name, places in strange.items():
            if not policy.may_hold(name):
                advice = _advice(name, comparison, shared) or suggestions.advice(name, ids, _ADD)
                yield finding_for_all(_CODE, name, places, f"this comparison has no subject '{name}'", advice)


def _without_subjects(strange: Mapping[str, list[Place]]) -> Finding:
    """Tell in one finding that there are no subjects at all: no name is wrong, the list is missing."""
    names = enumerate_names(islice(strange, 3), len(strange))
    problem = f"this comparison names no subjects, but has claims about {names}"
    at = min(place for places in strange.values() for place in places)
    return Finding(code=_CODE, at=at, problem=problem, advice="List them under `subjects:`.")


def _advice(name: str, comparison: Comparison, shared: frozenset[str]) -> str:
    if name in shared:
        return "It is in the shared subjects: name it under the comparison's `subjects:` too."
    if comparison.attribute(name):
        return f"'{name}' is an attribute: subjects and attributes have changed places."
    return ""


RULE = Rule(
    code=_CODE,
    summary="A claim is about a subject of its comparison.",
    why="A claim about a misspelled subject would appear on no page.",
    fixed=True,
    check=_check,
)
