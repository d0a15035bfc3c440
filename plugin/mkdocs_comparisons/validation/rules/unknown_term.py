"""Refs to glossary terms that nobody has explained."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_comparisons.diagnostics import Finding
from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.validation.broken_refs import broken_refs
from mkdocs_comparisons.validation.naming import Suggestions
from mkdocs_comparisons.validation.rule import Policy, Rule

_ADD = "Add it under `glossary:`."


def _check(catalogue: Catalogue, policy: Policy) -> Iterator[Finding]:
    suggestions = Suggestions()
    for ref in broken_refs(catalogue, policy):
        if ref.missing and ref.missing.what == "glossary term":
            problem = f"there is no glossary term '{ref.missing.name}'"
            advice = suggestions.advice(ref.missing.name, ref.missing.known, _ADD)
            yield Finding(code="unknown-term", at=ref.at, problem=problem, advice=advice, part=ref.written)


RULE = Rule(
    code="unknown-term",
    summary="A ref to a glossary term names one of the comparison's terms, or a shared one.",
    why="The link would lead nowhere.",
    fixed=True,
    check=_check,
)
