"""Use cases and how well each subject fits them, as a table of signs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_comparisons.model.dimensions import Attribute, DiagramKind
from mkdocs_comparisons.model.subjects import Subject
from mkdocs_comparisons.model.values import Choice, Value
from mkdocs_comparisons.views.fit import Verdict, fit_attributes, noun_of, refuse_attributes, verdict
from mkdocs_comparisons.views.scope import Extent, Head, Scope, in_pages

MOST_COLUMNS = 8
"""More use cases than that are shown in several pictures, where they are columns."""

MOST_SUBJECT_COLUMNS = 7
"""More subjects than that are rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DotsChart:
    """Verdicts on use cases, one row a use case, or one row a subject where there are many."""

    title: str
    dimension: str | None
    is_flipped: bool
    """Whether subjects are rows."""

    subjects: tuple[Head, ...]
    use_cases: tuple[Head, ...]
    verdicts: tuple[tuple[Verdict, ...], ...]
    """Use case by use case, each with those of all subjects."""

    scales: tuple[tuple[Value, ...], ...]
    """The levels of the use cases, the lowest first; each scale once."""

    noun: str
    """What the use cases are called."""

    subject_noun: str
    subject_extent: Extent
    """How many of the subjects."""

    extent: Extent
    """How many of the use cases."""

    attributes: Extent
    """How many of the scope's attributes are use cases at all."""


def build_dots(scope: Scope) -> tuple[DotsChart, ...]:
    """Build the pictures: a page of subjects after the other, each with all its use cases."""
    attributes = fit_attributes(scope, DiagramKind.DOTS)
    is_flipped = len(scope.subjects) > MOST_SUBJECT_COLUMNS
    pages = list(in_pages(attributes, MOST_COLUMNS) if is_flipped else in_pages(attributes))
    return tuple(
        _chart(scope, subjects, use_cases, (subject_extent, extent, Extent(1, len(attributes), len(scope.attributes))))
        for subject_extent, subjects in in_pages(scope.subjects)
        for extent, use_cases in pages
    )


def refuse_dots(scope: Scope) -> str:
    """Return why the scope can't be drawn; empty if it can."""
    if not scope.subjects:
        return "it needs a subject, and here is none"
    return refuse_attributes(scope, DiagramKind.DOTS)


def _chart(
    scope: Scope, subjects: Sequence[Subject], use_cases: Sequence[Attribute], extents: tuple[Extent, Extent, Extent]
) -> DotsChart:
    subject_extent, extent, attributes = extents
    return DotsChart(
        title=scope.title,
        dimension=scope.dimension,
        is_flipped=len(scope.subjects) > MOST_SUBJECT_COLUMNS,
        subjects=tuple(scope.subject_head(subject) for subject in subjects),
        use_cases=tuple(scope.attribute_head(attribute) for attribute in use_cases),
        verdicts=tuple(tuple(verdict(scope, attribute, subject) for subject in subjects) for attribute in use_cases),
        scales=_scales(use_cases),
        noun=noun_of(tuple(use_cases)),
        subject_noun=scope.comparison.noun.many,
        subject_extent=subject_extent,
        extent=extent,
        attributes=attributes,
    )


def _scales(attributes: Sequence[Attribute]) -> tuple[tuple[Value, ...], ...]:
    scales = dict.fromkeys(attribute.type.levels for attribute in attributes)
    return tuple(tuple(Choice(level) for level in levels) for levels in scales)
