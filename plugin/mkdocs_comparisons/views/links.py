"""What a page is tied to: the pages that it has to do with, each with the word for how."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.refs import (
    AcrossRef,
    AttributeRef,
    ComparisonRef,
    DimensionRef,
    Ref,
    SubjectRef,
)
from mkdocs_comparisons.model.subjects import Subject
from mkdocs_comparisons.views.scope import Head, Scope
from mkdocs_comparisons.views.ties import PageRef, Ties, build_ties

MOST_NAMED = 16
"""More pages than that are counted."""

_MOST_OF_GROUP = 6
"""And more of one relation."""

_MOST_ELSEWHERE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A page that the page in the centre has to do with."""

    relation: str
    """How, in a word or two: `compared with`."""

    head: Head
    is_subject: bool = False
    """Whether it is one of the comparison's subjects, with its shape and colour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """A page and what it is tied to."""

    title: str
    dimension: str | None
    centre: Head
    is_subject: bool
    """Whether the centre is a subject."""

    ties: tuple[Tie, ...]
    """By their relation, the closest first."""

    left_out: tuple[tuple[str, int], ...]
    """By relation: how many more there are that are not named."""


def refuse_links(scope: Scope) -> str:
    """Return why there is nothing to tie, or an empty string."""
    comparison = scope.comparison
    if isinstance(_centre(scope), ComparisonRef) and not comparison.dimensions and not comparison.subjects:
        return "" if _groups(scope) else "it needs something that the page is tied to, and here is nothing"
    # A dimension and a subject are always tied to their comparison.
    return ""


def build_links(scope: Scope) -> tuple[Links, ...]:
    """Build the picture of what a page is tied to: the one that the scope has in its focus."""
    centre, groups = _centre(scope), _groups(scope)
    shown = _shares([len(group) for group in groups])
    left_out = Counter[str]()
    for group, count in zip(groups, shown, strict=True):
        left_out.update(tie.relation for tie in group[count:])
    return (
        Links(
            title=scope.title,
            dimension=centre.dimension if isinstance(centre, DimensionRef) else None,
            centre=_head(scope, centre),
            is_subject=isinstance(centre, SubjectRef),
            ties=tuple(tie for group, count in zip(groups, shown, strict=True) for tie in group[:count]),
            left_out=tuple(left_out.items()),
        ),
    )


def _centre(scope: Scope) -> PageRef:
    return scope.focus or ComparisonRef(scope.comparison.id)


def _head(scope: Scope, ref: PageRef) -> Head:
    match ref:
        case SubjectRef(_, id):
            return _subject(scope.comparison, scope.comparison.place_of(id), "").head
        case DimensionRef(_, id) if dimension := scope.comparison.dimension(id):
            return scope.dimension_head(dimension)
        case _:
            return scope.comparison_head()


def _shares(sizes: Sequence[int]) -> list[int]:
    """Divide the names among groups: one each in turn, until all names or all groups are used up."""
    # A count of one would take as much room as the name.
    wanted = [size if size == _MOST_OF_GROUP + 1 else min(size, _MOST_OF_GROUP) for size in sizes]
    free = MOST_NAMED
    shares = [0] * len(sizes)
    while free and shares != wanted:
        for place, size in enumerate(wanted):
            if free and shares[place] < size:
                shares[place] += 1
                free -= 1
    return shares


def _groups(scope: Scope) -> list[list[Tie]]:
    """Return the ties by their meaning; a page that is tied twice stands with its closest tie."""
    centre = _centre(scope)
    found = scope.ties or build_ties(scope.comparison, scope.catalogue)
    match centre:
        case SubjectRef(_, id) if subject := scope.comparison.subject(id):
            groups = _of_subject(scope, subject, found)
        case DimensionRef(_, id):
            groups = _of_dimension(scope.comparison, id, found)
        case _:
            groups = _of_comparison(scope)
    named = (_named(scope.comparison, head) for head in found.named.get(centre, ()))
    terms = (Tie(relation="speaks of", head=head) for head in found.terms.get(centre, ()))
    seen: set[Ref] = {centre}
    return [new for group in (*groups, named, terms) if (new := list(_unseen(group, seen)))]


def _unseen(ties: Iterable[Tie], seen: set[Ref]) -> Iterator[Tie]:
    for tie in ties:
        if tie.head.ref not in seen:
            seen.add(tie.head.ref)
            yield tie


def _of_subject(scope: Scope, subject: Subject, ties: Ties) -> Iterator[Iterable[Tie]]:
    comparison = scope.comparison
    place = comparison.place_of(subject.id)
    # Authors put like beside like.
    near = sorted(range(len(comparison.subjects)), key=lambda other: abs(other - place))
    yield (_subject(comparison, other, "compared with") for other in near)
    yield (_dimension(comparison, id, "strong in") for id in ties.leads.get(subject.id, ()))
    yield (
        _tie("good fit for", AttributeRef(comparison.id, case.id), case.title) for case in ties.fits.get(subject.id, ())
    )
    yield [_tie("part of", ComparisonRef(comparison.id), comparison.title)]
    yield _elsewhere(scope, subject)


def _elsewhere(scope: Scope, subject: Subject) -> list[Tie]:
    others = [each for each in scope.catalogue.comparisons_with(subject.id) if each.id != scope.comparison.id]
    if len(others) > _MOST_ELSEWHERE:
        return [_tie("also in", AcrossRef(subject.id), f"{len(others)} other comparisons")]
    return [_tie("also in", SubjectRef(each.id, subject.id), each.title) for each in others]


def _of_dimension(comparison: Comparison, id: str, ties: Ties) -> Iterator[Iterable[Tie]]:
    yield [_tie("part of", ComparisonRef(comparison.id), comparison.title)]
    leader = ties.leader(id)
    yield [_subject(comparison, comparison.place_of(leader), "strong here")] if leader else []
    ids = comparison.dimension_ids
    place = ids.index(id)
    yield [_dimension(comparison, ids[place - 1], "previous dimension")] if place else []
    yield [_dimension(comparison, ids[place + 1], "next dimension")] if place + 1 < len(ids) else []


def _of_comparison(scope: Scope) -> Iterator[Iterable[Tie]]:
    comparison = scope.comparison
    yield (_subject(comparison, place, "compares") for place in range(len(comparison.subjects)))
    yield (_dimension(comparison, id, "looks at") for id in comparison.dimension_ids)
    yield _sharing(scope)


def _sharing(scope: Scope) -> Iterator[Tie]:
    """Yield the comparisons that share subjects with this one, those that share most first."""
    comparison = scope.comparison
    shared: dict[str, list[Subject]] = {}
    titles: dict[str, str] = {}
    for subject in comparison.subjects:
        for other in scope.catalogue.comparisons_with(subject.id):
            if other.id != comparison.id:
                shared.setdefault(other.id, []).append(subject)
                titles[other.id] = other.title
    # Those that share the same stand together: they are one relation.
    order = sorted(shared.items(), key=lambda entry: (-len(entry[1]), comparison.place_of(entry[1][0].id)))
    for id, subjects in order:
        what = subjects[0].short if len(subjects) == 1 else f"{len(subjects)} {comparison.noun.many}"
        yield _tie(f"shares {what}", ComparisonRef(id), titles[id])


def _subject(comparison: Comparison, place: int, relation: str) -> Tie:
    subject = comparison.subjects[place]
    ref = SubjectRef(comparison.id, subject.id)
    head = Head.of(ref, subject.title, place=place)
    return Tie(relation=relation, head=head, is_subject=True)


def _named(comparison: Comparison, head: Head) -> Tie:
    match head.ref:
        case SubjectRef(id, subject) if id == comparison.id:
            return _subject(comparison, comparison.place_of(subject), "refers to")
        case _:
            return Tie(relation="refers to", head=head)


def _dimension(comparison: Comparison, id: str, relation: str) -> Tie:
    dimension = comparison.dimension(id)
    return _tie(relation, DimensionRef(comparison.id, id), dimension.title if dimension else id)


def _tie(relation: str, ref: Ref, title: str) -> Tie:
    return Tie(relation=relation, head=Head.of(ref, title))
