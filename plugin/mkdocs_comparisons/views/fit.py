"""Verdicts on use cases: which attributes of a scope hold them, and how well a subject does by them."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_comparisons.model.dimensions import Attribute, DiagramKind, Kind
from mkdocs_comparisons.model.subjects import Subject
from mkdocs_comparisons.model.values import Choice, Value
from mkdocs_comparisons.views.scope import Scope

_VERDICTS = (Kind.FIT, Kind.SUPPORT)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of a subject and a use case."""

    value: Value | None
    reach: float | None
    """How good it is, from 0, the lowest level, to 1, the highest; None where that is not known."""


def fit_attributes(scope: Scope, kind: DiagramKind) -> tuple[Attribute, ...]:
    """Return the attributes that hold verdicts: use cases, and what is supported if asked for."""
    use_cases = tuple(each for each in scope.attributes if each.type.kind is Kind.FIT)
    is_asked = scope.options is not None and scope.options.kind is kind
    if use_cases and not is_asked:
        return use_cases
    return tuple(each for each in scope.attributes if each.type.kind in _VERDICTS)


def noun_of(attributes: tuple[Attribute, ...]) -> str:
    """Return what the attributes are called."""
    return "use cases" if all(each.type.kind is Kind.FIT for each in attributes) else "attributes"


def verdict(scope: Scope, attribute: Attribute, subject: Subject) -> Verdict:
    """Return what is said of a subject and an attribute."""
    value = scope.value(attribute, subject)
    highest = len(attribute.type.levels) - 1
    if not isinstance(value, Choice) or highest < 1:
        return Verdict(value, None)
    return Verdict(value, min(max(value.level.rank / highest, 0), 1))


def refuse_attributes(scope: Scope, kind: DiagramKind) -> str:
    """Return why no attribute of a scope can be shown as a verdict; empty if one can."""
    if fit_attributes(scope, kind):
        return ""
    return "it needs attributes of the type `fit` or `support`, and here are none"
