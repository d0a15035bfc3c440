"""Refs that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_comparisons.diagnostics import Finding
from mkdocs_comparisons.model.catalogue import Catalogue, NotFound
from mkdocs_comparisons.validation.broken_refs import BrokenRef, broken_refs
from mkdocs_comparisons.validation.naming import Suggestions
from mkdocs_comparisons.validation.rule import Policy, Rule

_FORMS = (
    "Write `[[comparison]]`, `[[comparison/subject-or-dimension]]`, `[[comparison:attribute]]` or "
    "`[[comparison:attribute@subject]]`; for two brackets that are meant as such, write `\\[[`."
)
_OTHERS = ("source", "glossary term")
"""What has rules of its own."""


def _check(catalogue: Catalogue, policy: Policy) -> Iterator[Finding]:
    suggestions = Suggestions()
    for ref in broken_refs(catalogue, policy):
        if not ref.missing or ref.missing.what not in _OTHERS:
            yield _finding(ref, suggestions)


def _finding(ref: BrokenRef, suggestions: Suggestions) -> Finding:
    if not ref.missing:
        problem, advice = "what stands in [[…]] is not a ref", _FORMS
    else:
        problem, advice = _problem(ref.missing), suggestions.advice(ref.missing.name, ref.missing.known)
    return Finding(code="unknown-ref", at=ref.at, problem=problem, advice=advice, part=ref.written)


def _problem(missing: NotFound) -> str:
    return f"there is no {missing.what} '{missing.name}'"


RULE = Rule(
    code="unknown-ref",
    summary="A ref in the data leads to a comparison, subject, dimension, attribute or cell that exists.",
    why="The link would lead nowhere.",
    fixed=True,
    check=_check,
)
