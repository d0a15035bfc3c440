"""Dates on a line: a lane for each subject, or one for all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_comparisons.model.comparison import Noun
from mkdocs_comparisons.model.dimensions import Attribute, Kind
from mkdocs_comparisons.model.refs import CellRef, Ref
from mkdocs_comparisons.model.subjects import Subject
from mkdocs_comparisons.model.values import Day, Value
from mkdocs_comparisons.views.scope import MOST_IN_PICTURE, Extent, Head, Scope, in_pages
from mkdocs_comparisons.views.time_axis import Span, read_span

_MOST_LANES = 6
"""More subjects than that share a lane, if they have one date each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A date that is known."""

    subject: Head
    attribute: Head
    value: Day
    span: Span
    ref: Ref
    """Where the claim stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """Events on one line, the earliest first."""

    head: Head
    """The subject that they are of; where subjects share a lane, the attribute."""

    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Undated:
    """Subjects of which the same is said of one attribute: that it is unknown, or nothing at all."""

    attribute: Head
    value: Value | None
    subjects: tuple[Head, ...]
    more: int
    """How many more subjects there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Dates on a line."""

    title: str
    dimension: str | None
    lanes: tuple[Lane, ...]
    is_shared: bool
    """Whether subjects share one lane."""

    undated: tuple[Undated, ...]
    spans: tuple[Span, ...]
    """All dates, those of further pictures too: all pictures have one axis."""

    noun: Noun
    subjects: Extent
    """How many of the subjects with a date."""

    attributes: Extent
    """How many of the attributes that are dates."""

    left_out: int
    """How many attributes are no dates."""

    @property
    def events(self) -> Iterator[Event]:
        for lane in self.lanes:
            yield from lane.events


def refuse_timeline(scope: Scope) -> str:
    """Return why there can't be a timeline; empty if there can."""
    if any(_dates(scope, attribute) for attribute in _dated(scope)):
        return ""
    return "it needs a date that is known, and here is none"


def build_timeline(scope: Scope) -> tuple[Timeline, ...]:
    """Build the pictures of a scope's dates: a lane for each of up to 6 subjects, or for each that has several."""
    attributes = _dated(scope)
    events = {attribute.id: _dates(scope, attribute) for attribute in attributes}
    spans = tuple(event.span for row in events.values() for event in row.values())
    pages = [
        (extent, page, picture)
        for extent, page in in_pages(attributes)
        for picture in _pictures(scope, page, {each.id: events[each.id] for each in page})
    ]
    return tuple(
        Timeline(
            title=scope.title,
            dimension=scope.dimension,
            lanes=picture.lanes,
            is_shared=picture.is_shared,
            undated=picture.undated,
            spans=spans,
            noun=scope.comparison.noun,
            subjects=picture.subjects,
            attributes=extent,
            left_out=len(scope.attributes) - len(attributes),
        )
        for extent, page, picture in pages
    )


@dataclass(frozen=True, slots=True)
class _Picture:
    lanes: tuple[Lane, ...]
    subjects: Extent
    undated: tuple[Undated, ...]
    is_shared: bool


_Dates = dict[str, dict[str, Event]]
"""Events by attribute and subject."""


def _pictures(scope: Scope, attributes: Sequence[Attribute], events: _Dates) -> Iterator[_Picture]:
    ids = {id for row in events.values() for id in row}
    dated = [each for each in scope.subjects if each.id in ids]
    rest = [each for each in scope.subjects if each.id not in ids]
    is_shared = len(attributes) == 1 and len(dated) > _MOST_LANES
    most = MOST_IN_PICTURE if is_shared else max(1, MOST_IN_PICTURE // max(1, len(attributes)))
    for extent, page in in_pages(dated, most):
        # Subjects without any date are listed once, on the last page.
        listed = [*page, *rest] if extent.last == extent.total else page
        lanes = [_shared_lane(scope, attributes[0], page, events)] if is_shared else list(_lanes(scope, page, events))
        undated = tuple(each for row in attributes for each in _undated(scope, row, listed, events[row.id]))
        yield _Picture(tuple(lanes), extent, undated, is_shared)


def _lanes(scope: Scope, subjects: Sequence[Subject], events: _Dates) -> Iterator[Lane]:
    for subject in subjects:
        own = [row[subject.id] for row in events.values() if subject.id in row]
        yield Lane(head=scope.subject_head(subject), events=_in_order(own))


def _shared_lane(scope: Scope, attribute: Attribute, subjects: Sequence[Subject], events: _Dates) -> Lane:
    return Lane(
        head=scope.attribute_head(attribute),
        events=_in_order([events[attribute.id][subject.id] for subject in subjects]),
    )


def _in_order(events: Sequence[Event]) -> tuple[Event, ...]:
    return tuple(sorted(events, key=lambda event: (event.span.first, event.span.end)))


def _undated(
    scope: Scope, attribute: Attribute, subjects: Sequence[Subject], events: dict[str, Event]
) -> Iterator[Undated]:
    groups: dict[str, list[tuple[Subject, Value | None]]] = {}
    for subject in subjects:
        if subject.id not in events:
            value = scope.value(attribute, subject)
            groups.setdefault(value.written if value else "", []).append((subject, value))
    for entries in groups.values():
        yield Undated(
            attribute=scope.attribute_head(attribute),
            value=entries[0][1],
            subjects=tuple(scope.subject_head(subject) for subject, _ in entries[:MOST_IN_PICTURE]),
            more=max(0, len(entries) - MOST_IN_PICTURE),
        )


def _dated(scope: Scope) -> tuple[Attribute, ...]:
    return tuple(attribute for attribute in scope.attributes if attribute.type.kind is Kind.DATE)


def _dates(scope: Scope, attribute: Attribute) -> dict[str, Event]:
    """Return what is known of an attribute by the ids of subjects."""
    head = scope.attribute_head(attribute)
    found: dict[str, Event] = {}
    for subject, value in scope.known(attribute):
        if isinstance(value, Day) and (span := read_span(value.written)):
            found[subject.id] = Event(
                subject=scope.subject_head(subject),
                attribute=head,
                value=value,
                span=span,
                ref=CellRef(scope.comparison.id, attribute.id, subject.id),
            )
    return found
