"""Claims about attributes that no dimension has, and diagrams of them."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_comparisons.diagnostics import Finding
from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.places import Place
from mkdocs_comparisons.validation.naming import Suggestions
from mkdocs_comparisons.validation.rule import Policy, Rule
from mkdocs_comparisons.validation.walks import by_name, finding_for_all

_CODE = "unknown-attribute"
_ADD = "Add it under a dimension."


def _check(catalogue: Catalogue, policy: Policy) -> Iterator[Finding]:
    del policy
    suggestions = Suggestions()
    for comparison in catalogue.comparisons:
        ids = comparison.attribute_ids
        known = frozenset(ids)
        strange = by_name((claim.attribute, claim.at) for claim in comparison.claims if claim.attribute not in known)
        for name, places in strange.items():
            problem = f"no dimension of this comparison has an attribute '{name}'"
            advice = _advice(name, comparison) or suggestions.advice(name, ids, _ADD)
            yield finding_for_all(_CODE, name, places, problem, advice)
        for name, at in _drawn(comparison):
            if name not in known:
                problem = f"no dimension of this comparison has an attribute '{name}' to draw"
                yield Finding(code=_CODE, at=at, problem=problem, advice=suggestions.advice(name, ids))


def _drawn(comparison: Comparison) -> Iterator[tuple[str, Place]]:
    for dimension in comparison.dimensions:
        if dimension.diagram:
            yield from zip(dimension.diagram.attributes, dimension.diagram.attribute_places, strict=False)


def _advice(name: str, comparison: Comparison) -> str:
    if comparison.dimension(name):
        return f"'{name}' is a dimension: claims are about its attributes."
    if comparison.subject(name):
        return f"'{name}' is a subject: subjects and attributes have changed places."
    return ""


RULE = Rule(
    code=_CODE,
    summary="A claim is about an attribute of one of its comparison's dimensions, and so is what a diagram draws.",
    why="A claim about a misspelled attribute would appear on no page, and a diagram would lack it.",
    fixed=True,
    check=_check,
)
