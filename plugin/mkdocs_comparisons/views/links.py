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

MOST_BOXES = 12
"""More pages than that are counted in the last box."""

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
    """By relation: how many more there are that have no box."""

    @property
    def more(self) -> int:
        """How many have no box."""
        return sum(count for _, count in self.left_out)


def refuse_links(scope: Scope, focus: Ref | None = None, *, ties: Ties | None = None) -> str:
    """Return why there is nothing to tie, or an empty string."""
    comparison = scope.comparison
    if isinstance(_focus(scope, focus), ComparisonRef) and not comparison.dimensions and not comparison.subjects:
        return "" if _groups(scope, focus, ties) else "it needs something that the page is tied to, and here is nothing"
    # A dimension and a subject are always tied to their comparison.
    return ""


def build_links(scope: Scope, focus: Ref | None = None, *, ties: Ties | None = None) -> tuple[Links, ...]:
    """Build the picture of what a page is tied to.

    Args:
        scope: The comparison; its titles, and the centre if `focus` does not tell it.
        focus: What stands in the centre: a subject, dimension or attribute of the comparison, else the comparison
            itself. None: the scope's subject if it has one of several, else its dimension if it has one, else the
            comparison.
        ties: What `build_ties` returns for the comparison. Worked out here if missing: pass it where many pages of
            one comparison are drawn.
    """
    centre = _focus(scope, focus)
    groups = _groups(scope, focus, ties)
    shown = _shares([len(group) for group in groups])
    left_out = Counter[str]()
    for group, count in zip(groups, shown, strict=True):
        left_out.update(tie.relation for tie in group[count:])
    return (
        Links(
            title=scope.title,
            dimension=centre.dimension if isinstance(centre, DimensionRef) else None,
            centre=_head(scope.comparison, centre),
            is_subject=isinstance(centre, SubjectRef),
            ties=tuple(tie for group, count in zip(groups, shown, strict=True) for tie in group[:count]),
            left_out=tuple(left_out.items()),
        ),
    )


def _focus(scope: Scope, focus: Ref | None) -> PageRef:
    comparison = scope.comparison
    match focus:
        case SubjectRef(id, subject) if id == comparison.id and comparison.subject(subject):
            return focus
        case DimensionRef(id, dimension) if id == comparison.id and comparison.dimension(dimension):
            return focus
        case AttributeRef(id, attribute) if id == comparison.id and (found := comparison.dimension_of(attribute)):
            return DimensionRef(id, found.id)
        case None if len(scope.subjects) == 1 < len(comparison.subjects):
            return SubjectRef(comparison.id, scope.subjects[0].id)
        case None if len(scope.dimensions) == 1:
            return DimensionRef(comparison.id, scope.dimensions[0].id)
        case _:
            return ComparisonRef(comparison.id)


def _head(comparison: Comparison, ref: PageRef) -> Head:
    match ref:
        case SubjectRef(_, id):
            return _subject(comparison, comparison.subject_ids.index(id), "").head
        case DimensionRef(_, id) if dimension := comparison.dimension(id):
            return Head(ref=ref, label=dimension.title, title=dimension.title)
        case _:
            return Head(ref=ref, label=comparison.title, title=comparison.title)


def _shares(sizes: Sequence[int]) -> list[int]:
    """Divide the boxes among groups: one each in turn, until all boxes or all groups are used up."""
    free = MOST_BOXES if sum(sizes) <= MOST_BOXES else MOST_BOXES - 1
    shares = [0] * len(sizes)
    while free and shares != list(sizes):
        for place, size in enumerate(sizes):
            if free and shares[place] < size:
                shares[place] += 1
                free -= 1
    return shares


def _groups(scope: Scope, focus: Ref | None, ties: Ties | None) -> list[list[Tie]]:
    """Return the ties by their meaning; a page that is tied twice stands with its closest tie."""
    centre = _focus(scope, focus)
    found = ties or scope.ties or build_ties(scope.comparison, scope.catalogue)
    match centre:
        case SubjectRef(_, id) if subject := scope.comparison.subject(id):
            groups = _of_subject(scope, subject, found)
        case DimensionRef(_, id):
            groups = _of_dimension(scope.comparison, id, found)
        case _:
            groups = _of_comparison(scope)
    named = (_named(scope.comparison, head) for head in found.named.get(centre, ()))
    terms = (Tie(relation="uses the term", head=head) for head in found.terms.get(centre, ()))
    seen: set[Ref] = {centre}
    return [new for group in (*groups, named, terms) if (new := list(_unseen(group, seen)))]


def _unseen(ties: Iterable[Tie], seen: set[Ref]) -> Iterator[Tie]:
    for tie in ties:
        if tie.head.ref not in seen:
            seen.add(tie.head.ref)
            yield tie


def _of_subject(scope: Scope, subject: Subject, ties: Ties) -> Iterator[Iterable[Tie]]:
    comparison = scope.comparison
    place = comparison.subject_ids.index(subject.id)
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
    yield [_subject(comparison, comparison.subject_ids.index(leader), "strong here")] if leader else []
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
    for id, subjects in sorted(shared.items(), key=lambda entry: -len(entry[1])):
        what = subjects[0].short if len(subjects) == 1 else f"{len(subjects)} {comparison.noun.many}"
        yield _tie(f"shares {what}", ComparisonRef(id), titles[id])


def _subject(comparison: Comparison, place: int, relation: str) -> Tie:
    subject = comparison.subjects[place]
    ref = SubjectRef(comparison.id, subject.id)
    head = Head(ref=ref, label=subject.title, title=subject.title, place=place)
    return Tie(relation=relation, head=head, is_subject=True)


def _named(comparison: Comparison, head: Head) -> Tie:
    match head.ref:
        case SubjectRef(id, subject) if id == comparison.id:
            return _subject(comparison, comparison.subject_ids.index(subject), "refers to")
        case _:
            return Tie(relation="refers to", head=head)


def _dimension(comparison: Comparison, id: str, relation: str) -> Tie:
    dimension = comparison.dimension(id)
    return _tie(relation, DimensionRef(comparison.id, id), dimension.title if dimension else id)


def _tie(relation: str, ref: Ref, title: str) -> Tie:
    return Tie(relation=relation, head=Head(ref=ref, label=title, title=title))
