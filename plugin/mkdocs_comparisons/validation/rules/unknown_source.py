"""Citations of sources that nobody has described; `unknown_ref` finds the refs to such."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_comparisons.diagnostics import Finding
from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.places import Place
from mkdocs_comparisons.validation.naming import Suggestions
from mkdocs_comparisons.validation.rule import Policy, Rule
from mkdocs_comparisons.validation.walks import by_name, finding_for_all

_CODE = "unknown-source"
_ADD = "Describe it under `sources:`."


def _check(catalogue: Catalogue, policy: Policy) -> Iterator[Finding]:
    if policy.may_hold("_sources"):
        return
    suggestions = Suggestions()
    shared = tuple(source.id for source in catalogue.sources)
    for comparison in catalogue.comparisons:
        known = (*(source.id for source in comparison.sources), *shared)
        for name, places in by_name(_strange(comparison, frozenset(known))).items():
            advice = suggestions.advice(name, known, _ADD)
            yield finding_for_all(_CODE, name, places, f"there is no source '{name}'", advice)


def _strange(comparison: Comparison, known: frozenset[str]) -> Iterator[tuple[str, Place]]:
    for claim in comparison.claims:
        for citation in claim.citations:
            if citation.source not in known:
                yield citation.source, citation.at


RULE = Rule(
    code=_CODE,
    summary="A citation or ref names a source of the comparison, or a shared one.",
    why="A claim would seem to be supported by a work that nobody can look up.",
    fixed=True,
    check=_check,
)
