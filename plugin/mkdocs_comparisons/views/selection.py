"""Which part of a comparison a view shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import zip_longest
from typing import TypeVar

from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import Attribute, Dimension
from mkdocs_comparisons.model.subjects import Subject
from mkdocs_comparisons.views.ordering import is_directed

_Entry = TypeVar("_Entry")


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Ids to show, in the order to show them; an empty tuple means all, in the author's order."""

    subjects: tuple[str, ...] = ()
    dimensions: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Attributes of one dimension."""

    dimension: Dimension
    attributes: tuple[Attribute, ...]


def select_subjects(comparison: Comparison, selection: Selection) -> tuple[Subject, ...]:
    """Return the chosen subjects; ids that the comparison does not know are passed over."""
    if not selection.subjects:
        return comparison.subjects
    return _found(comparison.subject(id) for id in selection.subjects)


def select_groups(comparison: Comparison, selection: Selection) -> tuple[Group, ...]:
    """Return the chosen attributes by dimension, without the dimensions that have none left."""
    dimensions = comparison.dimensions
    if selection.dimensions:
        dimensions = _found(comparison.dimension(id) for id in selection.dimensions)
    groups = (Group(dimension, _attributes(dimension, selection)) for dimension in dimensions)
    return tuple(group for group in groups if group.attributes)


def select_overview(comparison: Comparison, most: int) -> tuple[Attribute, ...]:
    """Return the attributes that a picture of a whole comparison shows: those that rank subjects, else all.

    Args:
        comparison: The comparison.
        most: How many at most; each dimension gives its first ones in turn.
    """
    ranking = [[row for row in each.attributes if is_directed(row.type)] for each in comparison.dimensions]
    rows = ranking if any(ranking) else [list(each.attributes) for each in comparison.dimensions]
    in_turn = [row.id for turn in zip_longest(*rows) for row in turn if row]
    chosen = set(in_turn[:most])
    return tuple(row for row in comparison.attributes() if row.id in chosen)


def _attributes(dimension: Dimension, selection: Selection) -> tuple[Attribute, ...]:
    if not selection.attributes:
        return dimension.attributes
    order = {id: place for place, id in enumerate(selection.attributes)}
    chosen = [attribute for attribute in dimension.attributes if attribute.id in order]
    return tuple(sorted(chosen, key=lambda attribute: order[attribute.id]))


def _found(entries: Iterable[_Entry | None]) -> tuple[_Entry, ...]:
    return tuple(entry for entry in entries if entry is not None)
