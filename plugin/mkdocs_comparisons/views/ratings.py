"""The scale of a rating: all its scores, whether someone has them or not."""

from __future__ import annotations

from decimal import Decimal

from mkdocs_comparisons.model.dimensions import Kind, ValueType
from mkdocs_comparisons.model.values import Rating, Value
from mkdocs_comparisons.views.amounts import ladder_of, write_number
from mkdocs_comparisons.views.scales import Scale, Tick, wide

_MOST_TICKS = 6
_ZERO = Decimal(0)


def is_rating_scale(type: ValueType) -> bool:
    """Return whether a type's claims are scores between two different ones."""
    return type.kind is Kind.RATING and type.low.is_finite() and type.high.is_finite() and type.low < type.high


def score_of(value: Value | None) -> Rating | None:
    """Return what is a score that has a place on a scale."""
    return value if isinstance(value, Rating) and value.score.is_finite() else None


def rating_scale(type: ValueType) -> Scale:
    """Return the scale from the lowest score to the highest."""
    return Scale(start=type.low, end=type.high, is_log=False, ladder=ladder_of(""))


def rating_ticks(scale: Scale) -> tuple[Tick, ...]:
    """Return round scores within the scale, which may begin anywhere; its ends where there are none."""
    with wide():
        step = scale.ladder.step(min(scale.start, _ZERO), max(scale.end, _ZERO), _MOST_TICKS)
        first = int((scale.start / step).to_integral_value("ROUND_CEILING"))
        last = int((scale.end / step).to_integral_value("ROUND_FLOOR"))
        numbers = [step * place for place in range(first, last + 1)]
        if len(numbers) < 2:
            return Tick(0.0, write_number(scale.start)), Tick(1.0, write_number(scale.end))
        return tuple(Tick(scale.place(number), scale.ladder.label(number, step=step)) for number in numbers)
