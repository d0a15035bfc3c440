"""Attributes whose values are numbers, for the kinds that draw them along an axis."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mkdocs_comparisons.model.dimensions import Attribute, Better, Kind
from mkdocs_comparisons.model.values import Measure, Value
from mkdocs_comparisons.views.scales import Scale, build_scale, is_finite
from mkdocs_comparisons.views.scope import Head, Scope

MEASURED = frozenset((Kind.NUMBER, Kind.QUANTITY, Kind.MONEY))
"""The types whose values are amounts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """An attribute with the scale that its values lie on."""

    head: Head
    better: Better | None
    scale: Scale

    @property
    def note(self) -> str:
        """What to know to read it: which end is better, and whether steps are factors."""
        told = [f"{self.better} is better"] if self.better else []
        if self.scale.is_log:
            told.append("log" if told else "log scale")
        if self.scale.is_log_refused:
            told.append("no log: not all above 0")
        return " · ".join(told)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Where a number lies on its axis, as shares of the length; `low < high` for a range."""

    low: float
    middle: float
    high: float
    bound: str
    """`<`, `<=`, `>`, `>=` where one side is open, else empty."""


def measured(scope: Scope) -> tuple[Attribute, ...]:
    """Return the attributes whose values are numbers."""
    return tuple(attribute for attribute in scope.attributes if attribute.type.kind in MEASURED)


def measure_of(value: Value | None) -> Measure | None:
    """Return a value that can lie on an axis."""
    return value if isinstance(value, Measure) and is_finite(value) else None


def build_axis(scope: Scope, attribute: Attribute, values: Iterable[Value | None]) -> Axis:
    """Build the axis of an attribute over some of its values."""
    known = [measure for value in values if (measure := measure_of(value))]
    wish = scope.options.scale if scope.options else ""
    scale = build_scale(known, wish=wish, unit=attribute.type.unit or None)
    return Axis(head=scope.attribute_head(attribute), better=attribute.type.better, scale=scale)


def reach_of(measure: Measure, scale: Scale) -> Reach:
    """Return where a measure lies on a scale."""
    low, high = scale.span(measure)
    return Reach(low=low, middle=(low + high) / 2, high=high, bound=measure.bound)
