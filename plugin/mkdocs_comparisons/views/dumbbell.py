"""Two to four subjects by their numbers: an axis for each attribute, with where each subject lies on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_comparisons.model.dimensions import Attribute
from mkdocs_comparisons.model.subjects import Subject
from mkdocs_comparisons.model.values import Value
from mkdocs_comparisons.views.gaps import Gap, build_gap
from mkdocs_comparisons.views.quantities import Axis, Reach, build_axis, measure_of, measured, reach_of
from mkdocs_comparisons.views.scope import Extent, Head, Scope, in_pages

FEWEST_SUBJECTS, MOST_SUBJECTS = 2, 4
_MOST_ROWS = 15
"""A row is three times as high as one of a table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DumbbellCell:
    """What is said of one subject."""

    value: Value | None
    reach: Reach | None
    """Where it lies on the axis, if that is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DumbbellRow:
    """One attribute; its cells stand in the order of the subjects."""

    axis: Axis
    cells: tuple[DumbbellCell, ...]
    gap: Gap | None

    @property
    def is_known(self) -> bool:
        """Whether there is anything on the axis."""
        return any(cell.reach for cell in self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dumbbell:
    """Numbers of a few subjects."""

    title: str
    dimension: str | None
    subjects: tuple[Head, ...]
    rows: tuple[DumbbellRow, ...]
    extent: Extent
    """How many of the attributes that have numbers."""

    attributes: int
    """How many attributes there are to show, those without numbers included."""

    left_out: tuple[str, ...]
    """Subjects that are not shown, since none of these numbers is known of them."""


def build_dumbbell(scope: Scope) -> tuple[Dumbbell, ...]:
    """Build the pictures of the numbers of two to four subjects."""
    attributes = measured(scope)
    subjects = _subjects(scope, attributes)
    return tuple(
        Dumbbell(
            title=scope.title,
            dimension=scope.dimension,
            subjects=tuple(scope.subject_head(subject) for subject in subjects),
            rows=tuple(_row(scope, attribute, subjects) for attribute in page),
            extent=extent,
            attributes=len(scope.attributes),
            left_out=tuple(subject.title for subject in scope.subjects if subject not in subjects),
        )
        for extent, page in in_pages(attributes, _MOST_ROWS)
    )


def refuse_dumbbell(scope: Scope) -> str:
    """Say why these numbers can't be drawn so; empty where they can."""
    attributes = measured(scope)
    if not attributes:
        return "it needs an attribute of numbers, and here is none"
    count = len(_subjects(scope, attributes))
    if count < FEWEST_SUBJECTS or count > MOST_SUBJECTS:
        are = "is 1" if count == 1 else f"are {count}"
        return f"it shows {FEWEST_SUBJECTS} to {MOST_SUBJECTS} subjects of which numbers are known, and here {are}"
    if not any(measure_of(scope.value(attribute, it)) for attribute in attributes for it in scope.subjects):
        return "it needs a number that is known, and here is none"
    return ""


def _subjects(scope: Scope, attributes: Sequence[Attribute]) -> tuple[Subject, ...]:
    """Return the subjects to show: all, or those of which a number is known where all are too many."""
    if len(scope.subjects) <= MOST_SUBJECTS:
        return scope.subjects
    return tuple(
        subject
        for subject in scope.subjects
        if any(measure_of(scope.value(attribute, subject)) for attribute in attributes)
    )


def _row(scope: Scope, attribute: Attribute, subjects: Sequence[Subject]) -> DumbbellRow:
    values = [scope.value(attribute, subject) for subject in subjects]
    measures = [measure_of(value) for value in values]
    axis = build_axis(scope, attribute, values)
    return DumbbellRow(
        axis=axis,
        cells=tuple(
            DumbbellCell(value=value, reach=reach_of(measure, axis.scale) if measure else None)
            for value, measure in zip(values, measures, strict=True)
        ),
        gap=build_gap(measures, axis.scale, axis.better),
    )
