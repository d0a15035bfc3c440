"""A heat map as data: what each cell of attributes × subjects holds, how strong it is, how far its bar reaches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal, localcontext
from math import isfinite, log10

from mkdocs_comparisons.model.comparison import Comparison, Noun
from mkdocs_comparisons.model.dimensions import Attribute, Better, Kind, ValueType
from mkdocs_comparisons.model.refs import AttributeRef, SubjectRef
from mkdocs_comparisons.model.subjects import Subject
from mkdocs_comparisons.model.values import Choice, Measure, Rating, State, Value, state_of
from mkdocs_comparisons.views.ordering import is_directed

STEPS = 5
"""How many strengths there are; more could not be told apart."""

MOST_SUBJECTS_ACROSS = 7
"""With more subjects than that, subjects become the rows."""

MOST_ATTRIBUTES_ACROSS = 6
MOST_ROWS = 30

_MEASURED = (Kind.NUMBER, Kind.QUANTITY, Kind.MONEY)
_LOG_FROM_RATIO = 20
_SHORTEST_LOG_BAR = 0.04
"""The smallest value of a log scale has no length of its own; it gets a nub, since it is not nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """Where a number lies on its attribute's scale, as shares of the scale's length; `low < high` for a range."""

    zero: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatCell:
    """One attribute of one subject."""

    value: Value | None
    state: State
    strength: int | None = None
    """0, the weakest, to 4; None where the type has no order. The better end is the stronger one."""

    bar: Bar | None = None
    """For numbers; the larger number has the longer bar, whichever is better."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatHead:
    """The name of a row or column."""

    ref: SubjectRef | AttributeRef
    label: str
    title: str
    """The whole name, where the label is a shorter one."""

    better: Better | None = None
    """Which number is better, where that can't be seen: bars show amounts only."""

    is_log: bool = False


@dataclass(frozen=True, slots=True)
class HeatRow:
    head: HeatHead
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """A grid: a row's cells stand in the order of the columns."""

    columns: tuple[HeatHead, ...]
    rows: tuple[HeatRow, ...]

    def cells(self) -> Iterator[HeatCell]:
        for row in self.rows:
            yield from row.cells


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """From which value to which an attribute runs, with the first subject at either end."""

    attribute: str
    low: tuple[str, Value]
    high: tuple[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heat:
    """A heat map in one or more panels, one below the other."""

    title: str
    dimension: str | None
    noun: Noun
    panels: tuple[Panel, ...]
    spreads: tuple[Spread, ...]
    attributes: int
    """How many attributes are shown."""

    subjects: int
    all_attributes: int
    """How many there are to show; more than are shown where a panel would become too long."""

    all_subjects: int
    is_flipped: bool
    """Whether subjects are the rows."""

    def cells(self) -> Iterator[HeatCell]:
        for panel in self.panels:
            yield from panel.cells()


@dataclass(frozen=True, slots=True)
class _Line:
    """One attribute over all shown subjects, whichever way it will lie."""

    head: HeatHead
    cells: tuple[HeatCell, ...]


def build_heat(
    comparison: Comparison,
    attributes: Sequence[Attribute],
    subjects: Sequence[Subject],
    *,
    title: str,
    dimension: str | None,
) -> Heat:
    """Build the heat map of some attributes and subjects of a comparison.

    Up to seven subjects are columns. More of them become rows, of which the first 30 are shown, and attributes the
    columns, at most six in a panel.
    """
    is_flipped = len(subjects) > MOST_SUBJECTS_ACROSS
    shown = subjects[:MOST_ROWS]
    asked = attributes if is_flipped else attributes[:MOST_ROWS]
    lines = [_build_line(comparison, attribute, shown) for attribute in asked]
    heads = tuple(_subject_head(comparison, subject) for subject in shown)
    panels = (
        _flipped_panels(heads, lines) if is_flipped else (Panel(heads, tuple(HeatRow(x.head, x.cells) for x in lines)),)
    )
    return Heat(
        title=title,
        dimension=dimension,
        noun=comparison.noun,
        panels=panels if heads and lines else (),
        spreads=tuple(_spreads(lines, shown)),
        attributes=len(lines),
        subjects=len(shown),
        all_attributes=len(attributes),
        all_subjects=len(subjects),
        is_flipped=is_flipped,
    )


def _flipped_panels(heads: Sequence[HeatHead], lines: Sequence[_Line]) -> tuple[Panel, ...]:
    return tuple(
        Panel(
            tuple(line.head for line in part),
            tuple(HeatRow(head, tuple(line.cells[row] for line in part)) for row, head in enumerate(heads)),
        )
        for part in _evenly(lines, MOST_ATTRIBUTES_ACROSS)
    )


def _evenly(lines: Sequence[_Line], most: int) -> Iterator[Sequence[_Line]]:
    """Divide into as few parts as needed, of nearly one size: seven lines are four and three, not six and one."""
    parts = -(-len(lines) // most)
    for part in range(parts):
        yield lines[part * len(lines) // parts : (part + 1) * len(lines) // parts]


def _subject_head(comparison: Comparison, subject: Subject) -> HeatHead:
    return HeatHead(ref=SubjectRef(comparison.id, subject.id), label=subject.short, title=subject.title)


def _build_line(comparison: Comparison, attribute: Attribute, subjects: Sequence[Subject]) -> _Line:
    claims = [comparison.claim(attribute.id, subject.id) for subject in subjects]
    values = [claim.value if claim else None for claim in claims]
    bars, is_log = build_bars(values) if attribute.type.kind in _MEASURED else ((None,) * len(values), False)
    has_bars = any(bars)
    head = HeatHead(
        ref=AttributeRef(comparison.id, attribute.id),
        label=attribute.title,
        title=attribute.title,
        better=attribute.type.better if attribute.type.kind in _MEASURED else None,
        is_log=has_bars and is_log,
    )
    cells = (
        HeatCell(value=value, state=state_of(value), strength=strength_of(attribute.type, value), bar=bar)
        for value, bar in zip(values, bars, strict=True)
    )
    return _Line(head, tuple(cells))


def strength_of(type: ValueType, value: Value | None) -> int | None:
    """Return the step from 0 to 4 at which a level or score stands, counted from the worse end."""
    if not is_directed(type):
        return None
    match value:
        case Choice(level) if len(type.levels) > 1:
            share = level.rank / (len(type.levels) - 1)
        case Rating(score=score) if type.high > type.low and score.is_finite():
            share = float((score - type.low) / (type.high - type.low))
        case _:
            return None
    if type.better is Better.LOWER:
        share = 1 - share
    return int(_clamped(share) * (STEPS - 1) + 0.5)


def build_bars(values: Sequence[Value | None]) -> tuple[tuple[Bar | None, ...], bool]:
    """Return a bar for each number and whether the scale is logarithmic; a number alone has nothing to be a share of.

    The scale runs from zero to the largest value, or over zero where there are negative ones. It is logarithmic where
    all are positive and the largest is twenty times the smallest or more.
    """
    measures = [value if isinstance(value, Measure) and _is_finite(value) else None for value in values]
    known = [measure for measure in measures if measure]
    if len(known) < 2:
        return (None,) * len(values), False
    # Wide limits and no traps: an author may write 1e999999, and a quotient of two such numbers must not stop a build.
    with localcontext(Context(prec=16, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[])):
        scale = _Scale.over(known)
        return tuple(scale.bar(measure) if measure else None for measure in measures), scale.is_log


@dataclass(frozen=True, slots=True)
class _Scale:
    start: Decimal
    end: Decimal
    """On a logarithmic scale, `start` and `end` are logarithms."""

    is_log: bool

    @classmethod
    def over(cls, measures: Iterable[Measure]) -> _Scale:
        ends = [end for measure in measures for end in (measure.base_low, measure.base_high)]
        low, high = min(ends), max(ends)
        if low > 0 and high / low >= _LOG_FROM_RATIO:
            return cls(_log10(low), _log10(high), is_log=True)
        return cls(min(low, Decimal(0)), max(high, Decimal(0)), is_log=False)

    def bar(self, measure: Measure) -> Bar:
        low, high = sorted((self.place(measure.base_low), self.place(measure.base_high)))
        return Bar(zero=0.0 if self.is_log else self.place(Decimal(0)), low=low, high=high)

    def place(self, number: Decimal) -> float:
        if self.start == self.end:
            return 0.0
        number = _log10(number) if self.is_log else number
        share = _clamped(float((number - self.start) / (self.end - self.start)))
        return _SHORTEST_LOG_BAR + (1 - _SHORTEST_LOG_BAR) * share if self.is_log else share


def _log10(number: Decimal) -> Decimal:
    """Return a logarithm that is exact enough to draw, in a twentieth of the time that `Decimal.log10` takes."""
    exponent = number.adjusted()
    return Decimal(exponent) + Decimal(log10(number.scaleb(-exponent)))


def _is_finite(measure: Measure) -> bool:
    return measure.base_low.is_finite() and measure.base_high.is_finite()


def _clamped(share: float) -> float:
    return min(1.0, max(0.0, share)) if isfinite(share) else 0.0


def _spreads(lines: Iterable[_Line], subjects: Sequence[Subject]) -> Iterator[Spread]:
    for line in lines:
        placed = [
            (place, subject.title, cell.value)
            for subject, cell in zip(subjects, line.cells, strict=True)
            if cell.value is not None and (place := _place(cell)) is not None
        ]
        if not placed:
            continue
        low = min(placed, key=lambda entry: entry[0])
        high = max(placed, key=lambda entry: entry[0])
        if low[0] < high[0]:
            yield Spread(attribute=line.head.title, low=low[1:], high=high[1:])


def _place(cell: HeatCell) -> float | None:
    return (cell.bar.low + cell.bar.high) / 2 if cell.bar else cell.strength
