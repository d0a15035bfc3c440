"""Boxes that branch: what is asked in a comparison, or what is said of its subjects."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from mkdocs_comparisons.model.comparison import Noun
from mkdocs_comparisons.model.dimensions import Attribute, Kind, ValueType
from mkdocs_comparisons.model.refs import CellRef
from mkdocs_comparisons.model.subjects import Subject
from mkdocs_comparisons.model.values import State, Value, state_of
from mkdocs_comparisons.views.scope import MOST_IN_PICTURE, Extent, Head, Scope

_MOST_SHORT = 40
"""A picture may hold so many leaves of few words, where that saves a picture."""


class TreeForm(enum.Enum):
    """What the boxes are."""

    MAP = "dimensions and their attributes"
    EMPTY = "the attributes of a dimension of which nothing is known"
    TEXTS = "attributes, and what is said of each subject"
    PROFILE = "a subject, and what is said of it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A name and what stands beside it."""

    head: Head
    says: ValueType | Value | None
    """The type of what is asked, or what is claimed; None where nothing is."""

    @property
    def is_known(self) -> bool:
        """Return whether it tells something."""
        return isinstance(self.says, ValueType) or state_of(self.says) is State.KNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """Leaves, with the name that they belong to."""

    head: Head | None
    """None where they hang at the root."""

    leaves: tuple[Leaf, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """Boxes that branch."""

    title: str
    dimension: str | None
    form: TreeForm
    root: Head | None
    """None where each branch stands for itself."""

    branches: tuple[Branch, ...]
    extent: Extent
    """How many of the leaves."""

    noun: Noun
    """What the comparison's subjects are called."""

    left_out: int = 0
    """How many subjects are not shown, since nothing is known of them."""

    is_void: bool = False
    """Whether all claims say that the question makes no sense."""

    @property
    def leaves(self) -> Iterator[Leaf]:
        for branch in self.branches:
            yield from branch.leaves


def refuse_tree(scope: Scope) -> str:
    """Return why there can't be a tree; empty if there can."""
    return "" if scope.attributes else "it needs an attribute, and here is none"


def build_tree(scope: Scope) -> tuple[Tree, ...]:
    """Build the pictures of a scope; its form follows from what is asked for and what is known."""
    known = scope.known_subjects()
    if len(scope.subjects) == 1:
        return _profile(scope, scope.subjects[0])
    parts = list(_by_dimension(scope))
    if len(parts) > 1:
        branches = [Branch(head=head, leaves=_asked(scope, rows)) for head, rows in parts]
        return _pictures(scope, TreeForm.MAP, scope.comparison_head(), branches)
    if len(known) == 1:
        return _profile(scope, known[0])
    if known and _is_text(scope):
        return _texts(scope, known)
    root, rows = parts[0]
    branch = Branch(head=None, leaves=_asked(scope, rows))
    return _pictures(scope, TreeForm.MAP if known else TreeForm.EMPTY, root, [branch])


def _is_text(scope: Scope) -> bool:
    """Return whether only texts are compared; what is known of one subject alone does not count."""
    known = [(attribute, sum(1 for _ in scope.known(attribute))) for attribute in scope.attributes]
    counted = [each for each, times in known if times > 1] or [each for each, times in known if times]
    return all(each.type.kind is Kind.TEXT for each in counted)


def _is_void(scope: Scope) -> bool:
    states = {state_of(scope.value(attribute, each)) for attribute in scope.attributes for each in scope.subjects}
    return states == {State.NOT_APPLICABLE}


def _profile(scope: Scope, subject: Subject) -> tuple[Tree, ...]:
    parts = list(_by_dimension(scope))
    branches = [
        Branch(head=head if len(parts) > 1 else None, leaves=tuple(_told(scope, row, subject) for row in rows))
        for head, rows in parts
    ]
    return _pictures(scope, TreeForm.PROFILE, scope.subject_head(subject), branches, shown=1)


def _texts(scope: Scope, subjects: Sequence[Subject]) -> tuple[Tree, ...]:
    heads = [(subject, scope.subject_head(subject)) for subject in subjects]
    branches = [
        Branch(
            head=scope.attribute_head(row),
            leaves=tuple(
                Leaf(head=replace(head, ref=_cell_ref(scope, row, each)), says=scope.value(row, each))
                for each, head in heads
            ),
        )
        for row in scope.attributes
    ]
    return _pictures(scope, TreeForm.TEXTS, None, branches, shown=len(heads))


def _told(scope: Scope, attribute: Attribute, subject: Subject) -> Leaf:
    head = Head(ref=_cell_ref(scope, attribute, subject), label=attribute.title, title=attribute.title)
    return Leaf(head=head, says=scope.value(attribute, subject))


def _asked(scope: Scope, attributes: Iterable[Attribute]) -> tuple[Leaf, ...]:
    return tuple(Leaf(head=scope.attribute_head(each), says=each.type) for each in attributes)


def _pictures(
    scope: Scope, form: TreeForm, root: Head | None, branches: Sequence[Branch], *, shown: int | None = None
) -> tuple[Tree, ...]:
    total = sum(len(branch.leaves) for branch in branches)
    pictures: list[Tree] = []
    first = 1
    sizes = (MOST_IN_PICTURE,) if form is TreeForm.TEXTS else (MOST_IN_PICTURE, _MOST_SHORT)
    for page in min((tuple(_pages(branches, most)) for most in sizes), key=len):
        last = first - 1 + sum(len(branch.leaves) for branch in page)
        pictures.append(
            Tree(
                title=scope.title,
                dimension=scope.dimension,
                form=form,
                root=root,
                branches=page,
                extent=Extent(first, last, total),
                noun=scope.comparison.noun,
                left_out=0 if shown is None else len(scope.subjects) - shown,
                is_void=form is TreeForm.EMPTY and _is_void(scope),
            )
        )
        first = last + 1
    return tuple(pictures)


def _pages(branches: Sequence[Branch], most: int) -> Iterator[tuple[Branch, ...]]:
    """Divide branches among pictures of at most so many leaves: whole ones where they fit, else in pieces."""
    page: list[Branch] = []
    room = most
    for branch in branches:
        for start in range(0, len(branch.leaves), most):
            piece = replace(branch, leaves=branch.leaves[start : start + most])
            if page and len(piece.leaves) > room:
                yield tuple(page)
                page, room = [], most
            page.append(piece)
            room -= len(piece.leaves)
    yield tuple(page)


def _by_dimension(scope: Scope) -> Iterator[tuple[Head, list[Attribute]]]:
    """Yield the dimensions of the scope's attributes; their places, which give colours, are those in the comparison."""
    rows: dict[str, list[Attribute]] = {dimension.id: [] for dimension in scope.dimensions}
    for attribute in scope.attributes:
        dimension = scope.comparison.dimension_of(attribute.id)
        rows.setdefault(dimension.id if dimension else "", []).append(attribute)
    for place, dimension in enumerate(scope.comparison.dimensions):
        if rows.get(dimension.id):
            yield scope.dimension_head(dimension, place=place), rows[dimension.id]


def _cell_ref(scope: Scope, attribute: Attribute, subject: Subject) -> CellRef:
    return CellRef(scope.comparison.id, attribute.id, subject.id)
