"""A scale: where a number lies between the ends of an axis, and the ticks of that axis.

All is reckoned with wide limits and no traps: an author may write 1e999999, and that must not stop a build.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal, localcontext
from functools import lru_cache
from math import isfinite, log10

from mkdocs_comparisons.model.values import Measure
from mkdocs_comparisons.views.amounts import Ladder, ladder_of

LOG_FROM_RATIO = 20
MOST_TICKS = 7

_ZERO = Decimal(0)
_LEAST_FILLED = 0.6
"""If less of a rounded logarithmic axis were in use, its ends are rounded more finely and may have no tick."""

_FINE = 60
_TINY = 1e-300


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis."""

    share: float
    """Where it stands, from 0 to 1."""

    label: str
    """What number that is, exactly."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The numbers between two ends, evenly or by their logarithms."""

    start: Decimal
    end: Decimal
    is_log: bool
    is_log_refused: bool = False
    """Whether a logarithmic scale was wished for, and there are numbers that have no place on one."""

    ladder: Ladder

    @property
    def zero(self) -> float:
        """Where bars begin: at zero, or at the lower end of a logarithmic scale."""
        return 0.0 if self.is_log else self.place(_ZERO)

    def place(self, number: Decimal) -> float:
        """Return where a number lies, as a share of the length from 0 to 1; 0 where all numbers are equal."""
        if self.start == self.end or (self.is_log and not number > 0):
            return 0.0
        if self.is_log:
            first = _log10(self.start)
            return _clamped((_log10(number) - first) / (_log10(self.end) - first))
        low, high, at = float(self.start), float(self.end), float(number)
        if isfinite(low) and isfinite(high) and isfinite(high - low) and high - low > _TINY:
            return _clamped((at - low) / (high - low))
        with wide():
            return _clamped(float((number - self.start) / (self.end - self.start)))

    def span(self, measure: Measure) -> tuple[float, float]:
        """Return where a measure begins and ends."""
        low, high = self.place(measure.base_low), self.place(measure.base_high)
        return (low, high) if low <= high else (high, low)

    def middle(self, measure: Measure) -> float:
        """Return where the middle of a measure lies, to the eye: on a logarithmic scale that is the geometric mean."""
        low, high = self.span(measure)
        return (low + high) / 2

    def ticks(self, most: int = MOST_TICKS) -> tuple[Tick, ...]:
        """Return round numbers along the scale, at most as many as that; one alone where all numbers are zero."""
        return _ticks(self, most)

    def numbers(self, most: int) -> tuple[Sequence[Decimal], Decimal | None]:
        """Return the amounts of the ticks, and the step between them where it is even."""
        return self._log_numbers(most) if self.is_log else self._linear_numbers(most)

    def _log_numbers(self, most: int) -> tuple[Sequence[Decimal], None]:
        inside: Sequence[Decimal] = ()
        for rungs in self.ladder.rungs(self.start, self.end, MOST_TICKS):
            inside = [rung for rung in rungs if self.start <= rung <= self.end]
            if len(inside) <= MOST_TICKS:
                break
        return _thinned(inside, most), None

    def _linear_numbers(self, most: int) -> tuple[Sequence[Decimal], Decimal]:
        """Divide the whole length evenly where that takes few enough ticks; else leave out some of the usual ones."""
        step = self.ladder.step(self.start, self.end, most)
        numbers = self._multiples(step)
        if most < MOST_TICKS and (len(numbers) > most or numbers[0] > self.start or numbers[-1] < self.end):
            step = self.ladder.step(self.start, self.end, MOST_TICKS)
            numbers = self._multiples(step)
        return _thinned(numbers, most), step

    def _multiples(self, step: Decimal) -> Sequence[Decimal]:
        return [step * place for place in range(-int(-self.start / step), int(self.end / step) + 1)]


# Both layouts of a picture have the same ticks, and often try how many of them fit.
@lru_cache(maxsize=1_024)
def _ticks(scale: Scale, most: int) -> tuple[Tick, ...]:
    with wide():
        if scale.start == scale.end:
            return (Tick(0.0, scale.ladder.label(scale.start)),)
        numbers, step = scale.numbers(most)
        return tuple(Tick(scale.place(number), scale.ladder.label(number, step=step)) for number in numbers)


def build_scale(
    measures: Iterable[Measure], *, wish: str = "", unit: str | None = None, is_rounded: bool = True
) -> Scale:
    """Build the scale on which measures of one attribute lie.

    It is logarithmic where all are positive and the largest is twenty times the smallest or more. Else it begins or
    ends at zero, or runs through it.

    Args:
        measures: Those without a finite number are passed over.
        wish: `log` or `linear`, if the author wants one. `log` is refused where not all numbers are positive.
        unit: The attribute's own unit, for ticks; else that of the first measure.
        is_rounded: Whether the ends are round numbers, so that ticks stand there; else they are those of the measures.
    """
    known = [measure for measure in measures if is_finite(measure)]
    numbers = [end for measure in known for end in (measure.base_low, measure.base_high)]
    low, high = (min(numbers), max(numbers)) if numbers else (_ZERO, _ZERO)
    ladder = ladder_of(unit if unit is not None else known[0].unit if known else "")
    with wide():
        is_log = low > 0 and (wish == "log" or (wish != "linear" and high / low >= LOG_FROM_RATIO))
        if not is_log:
            low, high = min(low, _ZERO), max(high, _ZERO)
        if is_rounded:
            low, high = _rounded_log(ladder, low, high) if is_log else _rounded_linear(ladder, low, high)
    return Scale(
        start=low, end=high, is_log=is_log, is_log_refused=wish == "log" and bool(known) and not is_log, ladder=ladder
    )


def is_finite(measure: Measure) -> bool:
    """Return whether a measure can lie on a scale."""
    return measure.base_low.is_finite() and measure.base_high.is_finite()


def wide() -> AbstractContextManager[Context]:
    """Return the context in which numbers of any size are reckoned with."""
    return localcontext(Context(prec=28, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[]))


def _rounded_log(ladder: Ladder, low: Decimal, high: Decimal) -> tuple[Decimal, Decimal]:
    coarse = ladder.fewest_rungs(low, high, MOST_TICKS)
    if len(coarse) > 1 and low < high and _fills(coarse, low, high):
        return coarse[0], coarse[-1]
    if low == high:
        return low / 10, high * 10
    fine = ladder.fewest_rungs(low, high, _FINE)
    return (fine[0], fine[-1]) if len(fine) > 1 else (low, high)


def _fills(rungs: Sequence[Decimal], low: Decimal, high: Decimal) -> bool:
    return _log10(high) - _log10(low) >= _LEAST_FILLED * (_log10(rungs[-1]) - _log10(rungs[0]))


def _rounded_linear(ladder: Ladder, low: Decimal, high: Decimal) -> tuple[Decimal, Decimal]:
    if low == high:
        return low, high
    step = ladder.step(low, high, MOST_TICKS)
    first, last = (low / step).to_integral_value("ROUND_FLOOR"), (high / step).to_integral_value("ROUND_CEILING")
    return step * first, step * last


def _thinned(numbers: Sequence[Decimal], most: int) -> Sequence[Decimal]:
    """Leave out numbers evenly; the first and the last one stay if they can, and zero always does."""
    if len(numbers) <= most:
        return numbers
    least, last = -(-len(numbers) // max(most, 1)), len(numbers) - 1
    zero = numbers.index(_ZERO) if _ZERO in numbers else 0
    strides = (each for each in range(least, last) if last % each == 0 and zero % each == 0)
    stride = next(strides, last if last <= 2 * least and zero in (0, last) else least)
    return numbers[zero % stride :: stride][:most]


def _log10(number: Decimal) -> float:
    """Return a logarithm that is exact enough to draw, in a twentieth of the time that `Decimal.log10` takes."""
    near = float(number)
    if _TINY < near < 1 / _TINY:
        return log10(near)
    exponent = number.adjusted()
    with wide():
        return exponent + log10(number.scaleb(-exponent))


def _clamped(share: float) -> float:
    return min(1.0, max(0.0, share)) if isfinite(share) else 0.0
