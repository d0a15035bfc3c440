"""Two subjects face to face: what is said of each, attribute by attribute."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_comparisons.model.dimensions import Attribute
from mkdocs_comparisons.model.values import State, Value, state_of
from mkdocs_comparisons.views.ordering import equality_key
from mkdocs_comparisons.views.scope import Extent, Head, Scope, in_pages


@dataclass(frozen=True, slots=True, kw_only=True)
class ButterflyRow:
    """One attribute, with its value for either subject."""

    head: Head
    left: Value | None
    right: Value | None
    is_same: bool
    """Whether both say the same; never where something is not known."""

    is_known: bool
    """Whether something is known of both."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Butterfly:
    """What is said of two subjects."""

    title: str
    dimension: str | None
    left: Head
    right: Head
    rows: tuple[ButterflyRow, ...]
    extent: Extent
    """How many of the attributes."""


def build_butterfly(scope: Scope) -> tuple[Butterfly, ...]:
    """Build the pictures of two subjects: those of the scope, or the only two of which something is known."""
    left, right = scope.subjects if len(scope.subjects) == 2 else scope.known_subjects()
    return tuple(
        Butterfly(
            title=scope.title,
            dimension=scope.dimension,
            left=scope.subject_head(left),
            right=scope.subject_head(right),
            rows=tuple(
                _row(scope, attribute, scope.value(attribute, left), scope.value(attribute, right))
                for attribute in page
            ),
            extent=extent,
        )
        for extent, page in in_pages(scope.attributes)
    )


def refuse_butterfly(scope: Scope) -> str:
    """Return why a scope can't be drawn as a butterfly."""
    known = scope.known_subjects()
    if len(scope.subjects) == 2 or len(known) == 2:
        return "" if scope.attributes else "it has no attributes"
    return f"it takes two {scope.comparison.noun.many}, and here are {len(scope.subjects)}"


def _row(scope: Scope, attribute: Attribute, left: Value | None, right: Value | None) -> ButterflyRow:
    known = _is_known(left) and _is_known(right)
    same = known and left is not None and right is not None and equality_key(left) == equality_key(right)
    return ButterflyRow(head=scope.attribute_head(attribute), left=left, right=right, is_same=same, is_known=known)


def _is_known(value: Value | None) -> bool:
    return state_of(value) is State.KNOWN
