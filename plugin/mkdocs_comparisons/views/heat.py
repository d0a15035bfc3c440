"""A heat map as data: what each cell of attributes × subjects holds, how strong it is, how far its bar reaches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mkdocs_comparisons.model.comparison import Noun
from mkdocs_comparisons.model.dimensions import Attribute, Better, Kind, ValueType
from mkdocs_comparisons.model.values import Choice, Measure, Rating, State, Value, state_of
from mkdocs_comparisons.views.ordering import is_directed
from mkdocs_comparisons.views.scales import build_scale, is_finite, wide
from mkdocs_comparisons.views.scope import Extent, Head, Scope, in_pages

STEPS = 5
"""How many strengths there are; more could not be told apart."""

MOST_SUBJECTS_ACROSS = 7
"""With more subjects than that, subjects become the rows."""

MOST_ATTRIBUTES_ACROSS = 6

EASY_ACROSS = 4
"""So many columns a phone can show. With more subjects, and no more attributes than that, subjects are rows too."""

_SHORTEST_LOG_BAR = 0.04
"""The smallest value of a log scale has no length of its own; it gets a nub, since it is not nothing."""


@dataclass(frozen=True, slots=True)
class Bar:
    """Where a number lies on its attribute's scale, as shares of the scale's length; `low < high` for a range."""

    zero: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class HeatCell:
    """One attribute of one subject."""

    value: Value | None
    state: State
    strength: int | None = None
    """0, the weakest, to 4; None where the type has no order. The better end is the stronger one."""

    share: float | None = None
    """The same exactly, from 0 to 1: one step may hold several levels or scores."""

    bar: Bar | None = None
    """For numbers; the larger number has the longer bar, whichever is better."""


@dataclass(frozen=True, slots=True)
class HeatLine:
    """One attribute over the subjects of a picture, whichever way it lies."""

    head: Head
    cells: tuple[HeatCell, ...]
    better: Better | None = None
    """Which number is better, where that can't be seen: bars show amounts only, and scores may count down."""

    is_log: bool = False


@dataclass(frozen=True, slots=True)
class Spread:
    """From which value to which an attribute runs, with the first subject at either end."""

    attribute: str
    low: tuple[str, Value]
    high: tuple[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heat:
    """A heat map: a grid of attributes × subjects."""

    title: str
    dimension: str | None
    noun: Noun
    subjects: tuple[Head, ...]
    lines: tuple[HeatLine, ...]
    """One for each attribute; its cells stand in the order of the subjects."""

    subject_extent: Extent
    attribute_extent: Extent
    is_flipped: bool
    """Whether subjects are the rows."""

    def cells(self) -> Iterator[HeatCell]:
        for line in self.lines:
            yield from line.cells

    def spreads(self) -> Iterator[Spread]:
        """Yield the ends of each attribute whose values can be put in an order and are not all the same."""
        for line in self.lines:
            placed = [
                _Placed(*ends, subject.title, cell.value)
                for subject, cell in zip(self.subjects, line.cells, strict=True)
                if cell.value is not None and (ends := _ends(cell)) is not None
            ]
            if not placed:
                continue
            low = min(placed, key=lambda entry: (entry.start, entry.end))
            high = max(placed, key=lambda entry: (entry.end, entry.start))
            # One range may reach farther than all others on both sides.
            if low.start < high.start and low.end < high.end and _are_ends(low, high, placed):
                yield Spread(attribute=line.head.title, low=(low.name, low.value), high=(high.name, high.value))


def refuse_heat(scope: Scope) -> str:
    """Say why a scope can't be drawn as a heat map; empty if it can."""
    missing = "subject" if not scope.subjects else "attribute" if not scope.attributes else ""
    return f"it needs one {missing} or more, and here is none" if missing else ""


def build_heat(scope: Scope) -> tuple[Heat, ...]:
    """Build the pictures of a scope.

    Up to seven subjects are columns, and 30 attributes the rows of a picture. More subjects become rows, 30 in a
    picture, with attributes as columns, at most six in a picture. A bar's length and a step mean the same in all.
    """
    across = MOST_SUBJECTS_ACROSS if len(scope.attributes) > EASY_ACROSS else EASY_ACROSS
    is_flipped = len(scope.subjects) > across
    heads = [scope.subject_head(subject) for subject in scope.subjects]
    lines = [_build_line(scope, attribute) for attribute in scope.attributes]
    return tuple(
        Heat(
            title=scope.title,
            dimension=scope.dimension,
            noun=scope.comparison.noun,
            subjects=tuple(subjects),
            lines=tuple(_part(line, shown) for line in part),
            subject_extent=shown,
            attribute_extent=extent,
            is_flipped=is_flipped,
        )
        for extent, part in (in_pages(lines, _even(len(lines))) if is_flipped else in_pages(lines))
        for shown, subjects in in_pages(heads)
    )


def _even(attributes: int) -> int:
    """Return how many attributes stand in each picture: of seven, four and three, not six and one."""
    pictures = -(-attributes // MOST_ATTRIBUTES_ACROSS)
    return -(-attributes // max(pictures, 1)) or 1


def _part(line: HeatLine, shown: Extent) -> HeatLine:
    return line if shown.is_all else replace(line, cells=line.cells[shown.first - 1 : shown.last])


def _build_line(scope: Scope, attribute: Attribute) -> HeatLine:
    values = [scope.value(attribute, subject) for subject in scope.subjects]
    head, type = scope.attribute_head(attribute), attribute.type
    if not any(isinstance(value, Measure) for value in values):
        shares = [share_of(type, value) for value in values]
        cells = (
            HeatCell(value, state_of(value), step_of(share), share) for value, share in zip(values, shares, strict=True)
        )
        counts_down = type.kind is Kind.RATING and type.better is Better.LOWER
        return HeatLine(head, tuple(cells), Better.LOWER if counts_down else None)
    bars, is_log = build_bars(values)
    cells = (HeatCell(value, state_of(value), bar=bar) for value, bar in zip(values, bars, strict=True))
    return HeatLine(head, tuple(cells), type.better, is_log)


def strength_of(type: ValueType, value: Value | None) -> int | None:
    """Return the step from 0 to 4 at which a level or score stands, counted from the worse end."""
    return step_of(share_of(type, value))


def step_of(share: float | None) -> int | None:
    """Return the step from 0 to 4 of a share of a scale."""
    return None if share is None else int(share * (STEPS - 1) + 0.5)


def share_of(type: ValueType, value: Value | None) -> float | None:
    """Return where a level or score stands, from 0 at the worse end to 1."""
    if not is_directed(type):
        return None
    match value:
        case Choice(level) if len(type.levels) > 1:
            share = level.rank / (len(type.levels) - 1)
        case Rating(score=score) if type.high > type.low and score.is_finite():
            with wide():
                # Within the scale first: a float can't hold how far outside it a score may be.
                share = float((min(max(score, type.low), type.high) - type.low) / (type.high - type.low))
        case _:
            return None
    share = min(1.0, max(0.0, share))
    return 1 - share if type.better is Better.LOWER else share


def build_bars(values: Sequence[Value | None]) -> tuple[tuple[Bar | None, ...], bool]:
    """Return a bar for each number and whether the scale is logarithmic; a number alone has nothing to be a share of.

    The scale runs from zero to the largest value, or over zero where there are negative ones.
    """
    measures = [value if isinstance(value, Measure) and is_finite(value) else None for value in values]
    known = [measure for measure in measures if measure]
    if len(known) < 2:
        return (None,) * len(values), False
    scale = build_scale(known, is_rounded=False)
    zero = scale.zero
    spans = [scale.span(measure) if measure else None for measure in measures]
    if scale.is_log:
        spans = [(_with_nub(span[0]), _with_nub(span[1])) if span else None for span in spans]
    return tuple(Bar(zero, *span) if span else None for span in spans), scale.is_log


def _with_nub(share: float) -> float:
    return _SHORTEST_LOG_BAR + (1 - _SHORTEST_LOG_BAR) * share


@dataclass(frozen=True, slots=True)
class _Placed:
    """A subject's value, with where it lies."""

    start: float
    end: float
    name: str
    value: Value


def _ends(cell: HeatCell) -> tuple[float, float] | None:
    if cell.bar:
        return cell.bar.low, cell.bar.high
    return None if cell.share is None else (cell.share, cell.share)


def _are_ends(low: _Placed, high: _Placed, placed: Sequence[_Placed]) -> bool:
    """Return whether limits leave the ends where they are: only the lowest may be less, only the highest more."""
    limits = [(each, each.value.bound[:1]) for each in placed if isinstance(each.value, Measure)]
    return not any((limit == "<" and each is not low) or (limit == ">" and each is not high) for each, limit in limits)
