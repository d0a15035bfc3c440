"""How far apart the amounts of several subjects are, as a factor or as a difference."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal

from mkdocs_comparisons.model.dimensions import Better
from mkdocs_comparisons.model.values import Measure
from mkdocs_comparisons.views.amounts import rounded, write_number
from mkdocs_comparisons.views.scales import Scale, wide

_LEAST_RATIO = Decimal("1.1")
"""A smaller factor says less than the difference does."""

_BELOW, _ABOVE = ("<", "<="), (">", ">=")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """From the typical amounts of one end to those of the other; a range's typical amount is its middle."""

    first: tuple[int, ...]
    """Places of the amounts at the better end; at the lower one where neither is better."""

    last: tuple[int, ...]
    """Places of the amounts at the other end."""

    amount: str
    """`220×`, or a difference with its unit; empty where all amounts are the same."""

    sign: str
    """`~`, `>` or `≥` where the amounts are no exact ones."""

    word: str
    """How the first end stands to the last: `lower`, `higher`, `apart` where neither is better, or `equal`."""

    is_ratio: bool


def build_gap(measures: Sequence[Measure | None], scale: Scale, better: Better | None) -> Gap | None:
    """Return the gap between amounts; None where fewer than two are known, or bounds leave it open."""
    with wide():
        middles = {place: typical_amount(measure, scale) for place, measure in enumerate(measures) if measure}
        if len(middles) < 2:
            return None
        low, high = min(middles.values()), max(middles.values())
        lowest = tuple(place for place, middle in middles.items() if middle == low)
        highest = tuple(place for place, middle in middles.items() if middle == high)
        known = {place: measure for place, measure in enumerate(measures) if measure}
        if low == high:
            return _equal(known)
        if not _is_sure(known, lowest, highest):
            return None
        amount, is_ratio = _amount(known.values(), low, high, scale)
    first, last = (highest, lowest) if better is Better.HIGHER else (lowest, highest)
    return Gap(
        first=first,
        last=last,
        amount=amount,
        sign=_sign([known[place] for place in (*first, *last)]),
        word={Better.LOWER: "lower", Better.HIGHER: "higher"}[better] if better else "apart",
        is_ratio=is_ratio,
    )


def typical_amount(measure: Measure, scale: Scale) -> Decimal:
    """Return the amount that lies in the middle of a measure to the eye."""
    if measure.base_low == measure.base_high:
        return measure.base_low
    if scale.is_log:
        return (measure.base_low * measure.base_high).sqrt()
    return (measure.base_low + measure.base_high) / 2


def _equal(known: dict[int, Measure]) -> Gap | None:
    """Tell that amounts are the same; middles of different ranges, or with bounds, may only happen to be."""
    if len({(it.base_low, it.base_high, it.approximate) for it in known.values()}) > 1:
        return None
    if any(measure.bound for measure in known.values()):
        return None
    places = tuple(known)
    return Gap(first=places, last=places, amount="", sign="", word="equal", is_ratio=False)


def _is_sure(known: dict[int, Measure], lowest: tuple[int, ...], highest: tuple[int, ...]) -> bool:
    """Return whether bounds leave the ends where they are: only the lowest may be less, only the highest more."""
    return all(
        not (measure.bound in _BELOW and place not in lowest) and not (measure.bound in _ABOVE and place not in highest)
        for place, measure in known.items()
    )


def _amount(measures: Collection[Measure], low: Decimal, high: Decimal, scale: Scale) -> tuple[str, bool]:
    # No factor where there is a zero or a negative number: it would be infinite, or mean nothing.
    if low > 0 and all(measure.base_low >= 0 for measure in measures) and high / low >= _LEAST_RATIO:
        return write_number(rounded(high / low)) + "×", True
    return scale.ladder.estimate(high - low), False


def _sign(measures: Sequence[Measure]) -> str:
    bounds = {measure.bound for measure in measures} - {""}
    if bounds:
        return ">" if bounds & {"<", ">"} else "≥"
    return "~" if any(measure.approximate for measure in measures) else ""
