"""Subjects on a plane of two ordered attributes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_comparisons.model.dimensions import Attribute, Better, DiagramKind, Kind
from mkdocs_comparisons.model.subjects import Subject
from mkdocs_comparisons.model.values import Choice, Measure, Value
from mkdocs_comparisons.views.ordering import is_directed
from mkdocs_comparisons.views.quantities import MEASURED
from mkdocs_comparisons.views.ratings import is_rating_scale, rating_scale, rating_ticks, score_of
from mkdocs_comparisons.views.scales import Scale, Tick, build_scale, is_finite
from mkdocs_comparisons.views.scope import Extent, Head, Scope, in_pages

_MOST_TICKS = 6


@dataclass(frozen=True, slots=True)
class Span:
    """Where a value lies along an axis, as shares of its length in the direction in which it is drawn."""

    low: float
    middle: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class QuadrantAxis:
    """One of the two attributes. It is drawn so that its better end, if it has one, is on the right or at the top."""

    head: Head
    levels: tuple[str, ...]
    """The names of its levels as drawn; none where it is made of numbers."""

    ticks: tuple[Tick, ...]
    is_directed: bool
    """Whether one end is better."""

    is_reversed: bool
    """Whether lower values are drawn farther to the right or to the top."""

    is_log: bool = False
    is_log_refused: bool = False
    scale: Scale | None = None
    unit: str = ""
    """What its numbers count, where its ticks do not say so."""

    @property
    def better_half(self) -> float:
        """Where the half begins that is nearer to the far end; a level in the middle belongs to neither."""
        count = len(self.levels)
        return (count + 1) // 2 / count if count > 1 else 0.5

    def span(self, value: Value | None) -> Span | None:
        """Return where a value lies; None where it has no place."""
        found = self._upward(value)
        return Span(1 - found.high, 1 - found.middle, 1 - found.low) if found and self.is_reversed else found

    def _upward(self, value: Value | None) -> Span | None:
        if isinstance(value, Choice) and self.levels:
            at = (min(value.level.rank, len(self.levels) - 1) + 0.5) / len(self.levels)
            return Span(at, at, at)
        if self.scale is None:
            return None
        if (rating := score_of(value)) is not None:
            at = self.scale.place(rating.score)
            return Span(at, at, at)
        if not isinstance(value, Measure) or not is_finite(value):
            return None
        if self.scale.start == self.scale.end:
            return Span(0.5, 0.5, 0.5)
        return _bounded(value, *self.scale.span(value), self.scale.middle(value))


def _bounded(value: Measure, low: float, high: float, middle: float) -> Span:
    """A limit reaches to the end of the axis: the amount may lie anywhere up to there."""
    return Span(0.0 if value.bound[:1] == "<" else low, middle, 1.0 if value.bound[:1] == ">" else high)


@dataclass(frozen=True, slots=True)
class QuadrantPoint:
    """A subject on the plane."""

    head: Head
    x: Span
    y: Span
    values: tuple[Value | None, Value | None]


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A subject of which too little is known."""

    head: Head
    lacking: tuple[tuple[Head, Value | None], ...]
    """The attributes that have no place for it, with what is said of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quadrant:
    """Subjects by two attributes."""

    title: str
    dimension: str | None
    noun: str
    """What subjects are called, in the plural."""

    x: QuadrantAxis
    y: QuadrantAxis
    points: tuple[QuadrantPoint, ...]
    unplaced: tuple[Unplaced, ...]
    extent: Extent
    """How many of the subjects."""

    left_out: int
    """How many attributes are not drawn."""

    @property
    def has_better_corner(self) -> bool:
        return self.x.is_directed and self.y.is_directed


_Drawn = tuple[Attribute, QuadrantAxis]


def refuse_quadrant(scope: Scope) -> str:
    """Return why no quadrant can be drawn; nothing if one can."""
    axes = _axes(scope)
    if len(axes) < 2:
        count = "is one" if axes else "are none"
        return f"it needs two attributes with levels, ratings or numbers that are known, and here {count}"
    if not any(isinstance(_placed(scope, subject, axes), QuadrantPoint) for subject in scope.subjects):
        x, y = (axis.head.title for _, axis in axes)
        return f"it needs a subject of which both '{x}' and '{y}' are known, and here is none"
    return ""


def build_quadrant(scope: Scope) -> tuple[Quadrant, ...]:
    """Build the pictures of the first two ordered attributes; their axes are the same in all."""
    axes = _axes(scope)
    return tuple(_page(scope, axes, extent, page) for extent, page in in_pages(scope.subjects))


def _page(scope: Scope, axes: Sequence[_Drawn], extent: Extent, page: Sequence[Subject]) -> Quadrant:
    placed = [_placed(scope, subject, axes) for subject in page]
    return Quadrant(
        title=scope.title,
        dimension=scope.dimension,
        noun=scope.comparison.noun.many,
        x=axes[0][1],
        y=axes[1][1],
        points=tuple(entry for entry in placed if isinstance(entry, QuadrantPoint)),
        unplaced=tuple(entry for entry in placed if isinstance(entry, Unplaced)),
        extent=extent,
        left_out=len(scope.attributes) - 2,
    )


def _placed(scope: Scope, subject: Subject, axes: Sequence[_Drawn]) -> QuadrantPoint | Unplaced:
    head, values = scope.subject_head(subject), [scope.value(attribute, subject) for attribute, _ in axes]
    x, y = (axis.span(value) for (_, axis), value in zip(axes, values, strict=True))
    if x and y:
        return QuadrantPoint(head, x, y, (values[0], values[1]))
    lacks = zip(axes, values, (x, y), strict=True)
    return Unplaced(head, tuple((axis.head, value) for (_, axis), value, span in lacks if span is None))


def _axes(scope: Scope) -> list[_Drawn]:
    return [(attribute, _axis(scope, attribute)) for attribute in _ordered(scope)[:2]]


def _ordered(scope: Scope) -> tuple[Attribute, ...]:
    """Return the attributes that an axis can be made of, and of which something is known."""
    return tuple(attribute for attribute in scope.attributes if _is_ordered(attribute) and any(scope.known(attribute)))


def _is_ordered(attribute: Attribute) -> bool:
    type = attribute.type
    return bool(type.levels) or type.kind in MEASURED or is_rating_scale(type)


def _axis(scope: Scope, attribute: Attribute) -> QuadrantAxis:
    type, head = attribute.type, scope.attribute_head(attribute)
    directed, is_reversed = is_directed(type), type.better is Better.LOWER
    if type.levels:
        names = tuple(level.title for level in type.levels)
        drawn = names[::-1] if is_reversed else names
        return QuadrantAxis(head=head, levels=drawn, ticks=(), is_directed=directed, is_reversed=is_reversed)
    scale = rating_scale(type) if type.kind is Kind.RATING else _measured(scope, attribute)
    ticks = rating_ticks(scale) if type.kind is Kind.RATING else scale.ticks(_MOST_TICKS)
    if scale.start == scale.end:
        ticks = tuple(Tick(0.5, tick.label) for tick in ticks)
    return QuadrantAxis(
        head=head,
        levels=(),
        ticks=tuple(Tick(1 - tick.share, tick.label) for tick in ticks[::-1]) if is_reversed else ticks,
        is_directed=directed,
        is_reversed=is_reversed,
        is_log=scale.is_log,
        is_log_refused=scale.is_log_refused,
        scale=scale,
        unit=scale.ladder.unsaid_unit,
    )


def _measured(scope: Scope, attribute: Attribute) -> Scale:
    options = scope.options
    wish = options.scale if options and options.kind is DiagramKind.QUADRANT else ""
    measures = (value for _, value in scope.known(attribute) if isinstance(value, Measure))
    return build_scale(measures, wish=wish, unit=attribute.type.unit or None)
