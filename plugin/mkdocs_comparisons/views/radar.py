"""Ratings on one scale, an axis each around a centre: the outline of two or three subjects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from mkdocs_comparisons.model.dimensions import Attribute, Better
from mkdocs_comparisons.model.subjects import Subject
from mkdocs_comparisons.model.values import Rating
from mkdocs_comparisons.views.ratings import is_rating_scale, rating_scale, rating_ticks, score_of
from mkdocs_comparisons.views.scales import Scale, Tick
from mkdocs_comparisons.views.scope import Extent, Head, Scope

FEWEST_AXES = 3
MOST_AXES = 9
MOST_SUBJECTS = 3


@dataclass(frozen=True, slots=True)
class RadarPoint:
    """A subject's score."""

    score: Decimal
    written: str
    place: float
    """How far out it lies: 0 is the inmost ring, 1 the outmost."""


@dataclass(frozen=True, slots=True)
class RadarAxis:
    """A rating."""

    head: Head
    is_lower_better: bool
    points: tuple[RadarPoint, ...]
    """In the order of the subjects."""

    @property
    def best(self) -> Decimal:
        scores = [point.score for point in self.points]
        return min(scores) if self.is_lower_better else max(scores)

    @property
    def is_tied(self) -> bool:
        return len({point.score for point in self.points}) == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Radar:
    """Two or three subjects, by their ratings."""

    title: str
    dimension: str | None
    subjects: tuple[Head, ...]
    axes: tuple[RadarAxis, ...]
    rings: tuple[Tick, ...]
    lowest: Decimal
    """The scale's lower end."""

    highest: Decimal
    is_reversed: bool
    """Whether low scores lie outside: all are better the lower they are."""

    extent: Extent
    """How many of the ratings."""

    left_out: int
    """How many attributes can't be drawn: no ratings, on another scale, or not known of each subject."""

    silent: tuple[Head, ...]
    """Subjects of which no rating is known."""

    @property
    def is_outside_better(self) -> bool:
        """Whether farther out is better on each axis."""
        return all(axis.is_lower_better is self.is_reversed for axis in self.axes)


def refuse_radar(scope: Scope) -> str:
    """Return why no radar can be drawn; nothing if one can."""
    subjects = tuple(_rated(scope))
    if not subjects:
        return "it needs ratings, and here are none that are known"
    if len(subjects) > MOST_SUBJECTS:
        return f"it shows {MOST_SUBJECTS} subjects at most, and here are {len(subjects)}"
    count = len(_axes(scope, subjects))
    if count < FEWEST_AXES:
        whose = "known of every subject" if len(subjects) > 1 else "known"
        return f"it needs three ratings or more on one scale, {whose}, and here {_are(count)}"
    return ""


def build_radar(scope: Scope) -> tuple[Radar, ...]:
    """Build the pictures: one, or several where there are more ratings than go around a centre."""
    subjects = tuple(_rated(scope))
    attributes = _axes(scope, subjects)
    is_reversed = all(attribute.type.better is Better.LOWER for attribute in attributes)
    low, high = attributes[0].type.low, attributes[0].type.high
    scale = rating_scale(attributes[0].type)
    rings = tuple(Tick(_outward(tick.share, is_reversed), tick.label) for tick in rating_ticks(scale))
    silent = tuple(scope.subject_head(subject) for subject in scope.subjects if subject not in subjects)
    return tuple(
        Radar(
            title=scope.title,
            dimension=scope.dimension,
            subjects=tuple(map(scope.subject_head, subjects)),
            axes=tuple(_axis(scope, attribute, subjects, scale, is_reversed=is_reversed) for attribute in page),
            rings=rings,
            lowest=low,
            highest=high,
            is_reversed=is_reversed,
            extent=extent,
            left_out=len(scope.attributes) - len(attributes),
            silent=silent,
        )
        for extent, page in _even_pages(attributes)
    )


def _rated(scope: Scope) -> Iterator[Subject]:
    """Yield the subjects of which some rating is known."""
    rows = [attribute for attribute in scope.attributes if is_rating_scale(attribute.type)]
    return (subject for subject in scope.subjects if any(_score(scope, row, subject) for row in rows))


def _axes(scope: Scope, subjects: Sequence[Subject]) -> tuple[Attribute, ...]:
    """Return the ratings that are known of all, on the scale that most of them have."""
    by_scale: dict[tuple[Decimal, Decimal], list[Attribute]] = {}
    for attribute in scope.attributes:
        if is_rating_scale(attribute.type) and all(_score(scope, attribute, subject) for subject in subjects):
            by_scale.setdefault((attribute.type.low, attribute.type.high), []).append(attribute)
    most = max(map(len, by_scale.values()), default=0)
    return next((tuple(each) for each in by_scale.values() if len(each) == most), ())


def _score(scope: Scope, attribute: Attribute, subject: Subject) -> Rating | None:
    return score_of(scope.value(attribute, subject))


def _axis(
    scope: Scope, attribute: Attribute, subjects: Sequence[Subject], scale: Scale, *, is_reversed: bool
) -> RadarAxis:
    ratings = [rating for subject in subjects if (rating := _score(scope, attribute, subject))]
    points = [RadarPoint(it.score, it.written, _outward(scale.place(it.score), is_reversed)) for it in ratings]
    return RadarAxis(scope.attribute_head(attribute), attribute.type.better is Better.LOWER, tuple(points))


def _outward(share: float, is_reversed: bool) -> float:  # noqa: FBT001 - of the two ends there is no other
    return 1 - share if is_reversed else share


def _even_pages(attributes: Sequence[Attribute]) -> Iterator[tuple[Extent, Sequence[Attribute]]]:
    """Divide ratings evenly among pictures, so that none has too few."""
    count = len(attributes)
    pages = -(-count // MOST_AXES)
    ends = [count * page // pages for page in range(pages + 1)]
    for start, end in pairwise(ends):
        yield Extent(start + 1, end, count), attributes[start:end]


def _are(count: int) -> str:
    return "is one" if count == 1 else f"are {('none', '', 'two')[count]}"
