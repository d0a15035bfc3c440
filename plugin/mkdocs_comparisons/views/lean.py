"""Two subjects and what each is used for: which of them a use case leans to."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from functools import partial

from mkdocs_comparisons.model.dimensions import Attribute, Better, DiagramKind
from mkdocs_comparisons.model.subjects import Subject
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.views.fit import Verdict, fit_attributes, noun_of, refuse_attributes, verdict
from mkdocs_comparisons.views.scope import Extent, Head, Scope, in_pages


class Leaning(enum.Enum):
    """What two verdicts come to."""

    LEFT = enum.auto()
    """The left one is better, or better than the lowest level where nothing is known of the right one."""

    RIGHT = enum.auto()
    EITHER = enum.auto()
    """Both are of the highest level."""

    NEITHER = enum.auto()
    """Both are of the lowest level."""

    EVEN = enum.auto()
    """Both are of one level between."""

    OPEN = enum.auto()
    """Too little is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeanRow:
    """A use case, with the verdict on either subject."""

    head: Head
    left: Verdict
    right: Verdict
    leaning: Leaning
    reason: Inline | None
    """A note of one of the claims: of the better one, if it has one."""

    reason_of: Head | None
    """Whose claim the note is from, where that is not the better one."""

    @property
    def is_known(self) -> bool:
        """Whether there is a verdict on both."""
        return self.left.reach is not None and self.right.reach is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeanChart:
    """What two subjects are good for."""

    title: str
    dimension: str | None
    left: Head
    right: Head
    rows: tuple[LeanRow, ...]
    noun: str
    """What the rows are."""

    extent: Extent
    """How many of the rows."""

    attributes: Extent
    """How many of the scope's attributes are rows at all."""

    others: tuple[Head, ...]
    """Subjects that are not shown, since nothing is known of them."""


def build_lean(scope: Scope) -> tuple[LeanChart, ...]:
    """Build the pictures of two subjects: those of which something is known, else the first two."""
    attributes = fit_attributes(scope, DiagramKind.LEAN)
    left, right = _pair(scope)
    make = partial(_row, scope, left, right)
    return tuple(
        LeanChart(
            title=scope.title,
            dimension=scope.dimension,
            left=scope.subject_head(left),
            right=scope.subject_head(right),
            rows=tuple(make(attribute) for attribute in page),
            noun=noun_of(attributes),
            extent=extent,
            attributes=Extent(1, len(attributes), len(scope.attributes)),
            others=tuple(scope.subject_head(each) for each in scope.subjects if each not in (left, right)),
        )
        for extent, page in in_pages(attributes)
    )


def refuse_lean(scope: Scope) -> str:
    """Return why the scope can't be drawn; empty if it can."""
    if len(scope.subjects) < 2:
        return "it needs two subjects, and here is " + ("one" if scope.subjects else "none")
    if not (reason := refuse_attributes(scope, DiagramKind.LEAN)) and len(_pair(scope)) != 2:
        known = len(_known(scope))
        return (
            f"it needs two subjects of which something is known, and here {'is one' if known == 1 else f'are {known}'}"
        )
    return reason


def _known(scope: Scope) -> tuple[Subject, ...]:
    attributes = fit_attributes(scope, DiagramKind.LEAN)
    return tuple(
        subject
        for subject in scope.subjects
        if any(verdict(scope, attribute, subject).reach is not None for attribute in attributes)
    )


def _pair(scope: Scope) -> tuple[Subject, ...]:
    """Return two subjects, or as many as there are that can't be told from two."""
    return scope.subjects if len(scope.subjects) == 2 else _known(scope)


def _row(scope: Scope, left: Subject, right: Subject, attribute: Attribute) -> LeanRow:
    verdicts = _fit(scope, attribute, left), _fit(scope, attribute, right)
    leaning = _leaning(verdicts[0].reach, verdicts[1].reach)
    reason, subject = _reason(scope, attribute, (right, left) if leaning is Leaning.RIGHT else (left, right))
    better = {Leaning.LEFT: left, Leaning.RIGHT: right}.get(leaning)
    return LeanRow(
        head=scope.attribute_head(attribute),
        left=verdicts[0],
        right=verdicts[1],
        leaning=leaning,
        reason=reason,
        reason_of=scope.subject_head(subject) if subject and subject is not better else None,
    )


def _fit(scope: Scope, attribute: Attribute, subject: Subject) -> Verdict:
    """Return what is said of a subject; where less is better, the lowest level reaches farthest."""
    found = verdict(scope, attribute, subject)
    if found.reach is None or attribute.type.better is not Better.LOWER:
        return found
    return Verdict(found.value, 1 - found.reach)


def _leaning(left: float | None, right: float | None) -> Leaning:
    if left == right:
        return Leaning.OPEN if left is None else _tie(left)
    # Nothing is better than the lowest level only as long as that is known of both.
    if not (left or right):
        return Leaning.OPEN
    return Leaning.LEFT if (left or 0) > (right or 0) else Leaning.RIGHT


def _tie(reach: float) -> Leaning:
    return Leaning.NEITHER if reach <= 0 else Leaning.EITHER if reach >= 1 else Leaning.EVEN


def _reason(
    scope: Scope, attribute: Attribute, subjects: tuple[Subject, Subject]
) -> tuple[Inline | None, Subject | None]:
    """Return the first note there is, and whose it is."""
    for subject in subjects:
        claim = scope.comparison.claim(attribute.id, subject.id)
        if claim and claim.note and claim.note.source.strip():
            return claim.note, subject
    return None, None
