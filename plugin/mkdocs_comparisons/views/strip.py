"""Many subjects by one number, best first, along one axis."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from mkdocs_comparisons.model.comparison import Noun
from mkdocs_comparisons.model.dimensions import Attribute, Better
from mkdocs_comparisons.model.values import State, Value, state_of
from mkdocs_comparisons.views.gaps import typical_amount
from mkdocs_comparisons.views.quantities import Axis, Reach, build_axis, measure_of, measured, reach_of
from mkdocs_comparisons.views.scales import wide
from mkdocs_comparisons.views.scope import Extent, Head, Scope, in_pages


@dataclass(frozen=True, slots=True, kw_only=True)
class StripRow:
    """One subject."""

    head: Head
    value: Value | None
    state: State
    reach: Reach | None
    """Where it lies on the axis, if that is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """Subjects by one number."""

    title: str
    dimension: str | None
    noun: Noun
    axis: Axis
    rows: tuple[StripRow, ...]
    all_rows: tuple[StripRow, ...]
    """Those of all pictures, which share one axis and so one layout."""

    extent: Extent
    """How many of the subjects."""

    attribute: int
    """Which one of the attributes it shows, counted from 1."""

    attributes: int
    """How many attributes there are to show, those without numbers included."""


def build_strip(scope: Scope) -> tuple[Strip, ...]:
    """Build the pictures of subjects by one number: of each attribute that has numbers, one after the other."""
    numbers = {attribute.id: number for number, attribute in enumerate(scope.attributes, 1)}
    attributes = _known_attributes(scope)
    is_alone = len(attributes) == 1
    return tuple(strip for each in attributes for strip in _pages(scope, each, numbers[each.id], is_alone=is_alone))


def refuse_strip(scope: Scope) -> str:
    """Say why this can't be drawn so; empty where it can."""
    return (
        "" if _known_attributes(scope) else "it needs an attribute of numbers of which one is known, and here is none"
    )


def _known_attributes(scope: Scope) -> list[Attribute]:
    return [
        attribute
        for attribute in measured(scope)
        if any(measure_of(scope.value(attribute, subject)) for subject in scope.subjects)
    ]


def _pages(scope: Scope, attribute: Attribute, number: int, *, is_alone: bool) -> Iterator[Strip]:
    axis = build_axis(scope, attribute, (scope.value(attribute, subject) for subject in scope.subjects))
    rows = _rows(scope, attribute, axis)
    for extent, page in in_pages(rows):
        yield Strip(
            title=scope.title if is_alone else f"{scope.title}: {attribute.title}",
            dimension=scope.dimension,
            noun=scope.comparison.noun,
            axis=axis,
            rows=tuple(page),
            all_rows=rows,
            extent=extent,
            attribute=number,
            attributes=len(scope.attributes),
        )


def _rows(scope: Scope, attribute: Attribute, axis: Axis) -> tuple[StripRow, ...]:
    rows = [_row(scope, attribute, axis, place) for place in range(len(scope.subjects))]
    with wide():
        return tuple(sorted(rows, key=lambda row: _order(row, axis)))


def _row(scope: Scope, attribute: Attribute, axis: Axis, place: int) -> StripRow:
    subject = scope.subjects[place]
    value = scope.value(attribute, subject)
    measure = measure_of(value)
    return StripRow(
        head=scope.subject_head(subject),
        value=value,
        state=state_of(value),
        reach=reach_of(measure, axis.scale) if measure else None,
    )


def _order(row: StripRow, axis: Axis) -> tuple[int, Decimal]:
    """Put the better, else the larger number first; then the unknown, and last what has no answer."""
    measure = measure_of(row.value)
    if measure is None:
        return (1 if row.state in (State.KNOWN, State.UNKNOWN) else 2), Decimal(0)
    # As the marks stand, which on a logarithmic axis is not by the mean.
    middle = typical_amount(measure, axis.scale)
    return 0, middle if axis.better is Better.LOWER else -middle
