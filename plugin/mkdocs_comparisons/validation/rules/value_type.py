"""Claims that are not what their attribute's type says."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_comparisons.diagnostics import Finding
from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.validation.rule import Policy, Rule
from mkdocs_comparisons.validation.walks import invalid_values


def _check(catalogue: Catalogue, policy: Policy) -> Iterator[Finding]:
    del policy
    yield from invalid_values(catalogue, "value-type")


RULE = Rule(
    code="value-type",
    summary="A claim's value can be read as its attribute's type and lies within its scale, or is `unknown` or `n/a`.",
    why="A value that is not of its type can be neither ordered nor compared with the others of its row.",
    fixed=True,
    check=_check,
)
