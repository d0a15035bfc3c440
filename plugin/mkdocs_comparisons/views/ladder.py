"""Which subject to pick: use cases as questions, each with the subjects that fit it best."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mkdocs_comparisons.model.dimensions import Attribute, Kind
from mkdocs_comparisons.model.subjects import Subject
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.model.values import Choice, Level, State, state_of
from mkdocs_comparisons.views.scope import Extent, Head, Scope, in_pages

MOST_RUNGS = 12
"""More questions than that are shown in several pictures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A subject that fits a use case best, of those of which it is known."""

    head: Head
    level: Level
    is_top: bool
    """Whether there is no better level on the scale."""

    note: Inline | None
    """What the claim says of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """A use case as a question."""

    head: Head
    leaves: tuple[Leaf, ...]
    """One or more, in the author's order."""

    number: int = 0
    """Counted from 1 over all pictures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """The use cases that only the subject fits best that is named most often: one question, the last one."""

    head: Head
    rungs: tuple[Rung, ...]
    """Two or more."""

    number: int
    named: int
    """In how many use cases the subject is named, here or on a rung beside others."""

    is_most: bool
    """Whether no other subject is named as often."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unanswered:
    """The names of use cases that lead nowhere."""

    unfit: tuple[str, ...] = ()
    """It is known of all subjects that they do not fit."""

    unsettled: tuple[str, ...] = ()
    """No subject is known to fit, and of some it is not known."""

    untold: tuple[str, ...] = ()
    """Nothing is known of any subject."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """Questions one below the other; a yes leads to subjects, a no to the next one."""

    title: str
    dimension: str | None
    rungs: tuple[Rung, ...]
    extent: Extent
    """How many of the questions, the closing one included."""

    closing: Closing | None
    """Stands in the last picture only."""

    unanswered: Unanswered
    """Stands in the last picture only."""

    cases: int
    """How many use cases there are."""

    attributes: int
    """How many attributes were asked for: those that are no use cases are left out."""


def refuse_ladder(scope: Scope) -> str:
    """Return why there can be no ladder, or an empty string."""
    cases = _cases(scope)
    if not cases:
        return "it needs use cases, which are attributes of the type 'fit', and here are none"
    if not any(any(scope.known(case)) for case in cases):
        return "it needs to be known what fits which use case, and here nothing is"
    named = {leaf.head.title: leaf.head.ref for rung in _rungs(scope, cases) for leaf in rung.leaves}
    if len(set(named.values())) < 2:
        found = f"only '{next(iter(named))}' does" if named else "none does"
        return f"it needs two {scope.comparison.noun.many} or more that fit some use case best, and here {found}"
    return ""


def build_ladder(scope: Scope) -> tuple[Ladder, ...]:
    """Build the pictures of a ladder, of up to twelve questions each and the closing one."""
    cases = _cases(scope)
    rungs, closing = _closed(sorted(_rungs(scope, cases), key=lambda rung: len(rung.leaves)))
    pages = []
    for extent, page in in_pages(rungs, MOST_RUNGS):
        is_last = extent.last == extent.total
        questions = closing.number if closing else extent.total
        pages.append(
            Ladder(
                title=scope.title,
                dimension=scope.dimension,
                rungs=tuple(page),
                extent=Extent(extent.first, questions if is_last else extent.last, questions),
                closing=closing if is_last else None,
                unanswered=_unanswered(scope, cases) if is_last else Unanswered(),
                cases=len(cases),
                attributes=len(scope.attributes),
            )
        )
    return tuple(pages)


def _cases(scope: Scope) -> tuple[Attribute, ...]:
    return tuple(attribute for attribute in scope.attributes if attribute.type.kind is Kind.FIT)


def _rungs(scope: Scope, cases: Sequence[Attribute]) -> Iterator[Rung]:
    heads = {subject.id: scope.subject_head(subject) for subject in scope.subjects}
    for case in cases:
        leaves = tuple(_leaf(scope, case, subject, heads[subject.id], level) for subject, level in _best(scope, case))
        if leaves:
            yield Rung(head=scope.attribute_head(case), leaves=leaves)


def _best(scope: Scope, case: Attribute) -> Iterator[tuple[Subject, Level]]:
    known = [(subject, value.level) for subject, value in scope.known(case) if isinstance(value, Choice)]
    best = max((level.rank for _, level in known), default=0)
    # The worst level of the scale is no fit, even where nothing is better.
    if best > min((level.rank for level in case.type.levels), default=0):
        yield from ((subject, level) for subject, level in known if level.rank == best)


def _leaf(scope: Scope, case: Attribute, subject: Subject, head: Head, level: Level) -> Leaf:
    claim = scope.comparison.claim(case.id, subject.id)
    is_top = level.rank >= max((each.rank for each in case.type.levels), default=0)
    return Leaf(head=head, level=level, is_top=is_top, note=claim.note if claim else None)


def _closed(rungs: Sequence[Rung]) -> tuple[tuple[Rung, ...], Closing | None]:
    """Number the rungs, with those that only the subject named most often fits in one at the end."""
    named = Counter(leaf.head for rung in rungs for leaf in rung.leaves)
    last = min(named, key=lambda head: (-named[head], head.place))
    own = [rung for rung in rungs if _is_only(rung, last)]
    others = [rung for rung in rungs if not _is_only(rung, last)]
    # One use case alone is a question like the others.
    ordered = others if len(own) > 1 else [*others, *own]
    numbered = tuple(replace(rung, number=place) for place, rung in enumerate(ordered, 1))
    if len(own) < 2:
        return numbered, None
    most = named[last]
    is_most = sum(count == most for count in named.values()) == 1
    number = len(numbered) + 1
    return numbered, Closing(head=last, rungs=tuple(own), number=number, named=most, is_most=is_most)


def _is_only(rung: Rung, subject: Head) -> bool:
    return len(rung.leaves) == 1 and rung.leaves[0].head == subject


def _unanswered(scope: Scope, cases: Sequence[Attribute]) -> Unanswered:
    unfit: list[str] = []
    unsettled: list[str] = []
    untold: list[str] = []
    for case in cases:
        states = [state_of(scope.value(case, subject)) for subject in scope.subjects]
        if State.KNOWN not in states:
            untold.append(case.title)
        elif not any(_best(scope, case)):
            is_open = State.UNKNOWN in states or State.MISSING in states
            (unsettled if is_open else unfit).append(case.title)
    return Unanswered(unfit=tuple(unfit), unsettled=tuple(unsettled), untold=tuple(untold))
