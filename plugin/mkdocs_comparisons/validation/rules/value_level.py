"""Claims outside the levels of their attribute."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_comparisons.diagnostics import Finding
from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.validation.rule import Policy, Rule
from mkdocs_comparisons.validation.walks import invalid_values


def _check(catalogue: Catalogue, policy: Policy) -> Iterator[Finding]:
    del policy
    yield from invalid_values(catalogue, "value-level")


RULE = Rule(
    code="value-level",
    summary="A claim's value for an attribute with levels is one of them.",
    why="A level that the scale does not have has no place in its order.",
    fixed=True,
    check=_check,
)
