"""How much of a comparison is known."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.values import State, state_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Cells of a comparison by their state."""

    known: int
    unknown: int
    not_applicable: int
    missing: int


def build_coverage(comparison: Comparison) -> Coverage:
    """Count the cells of a comparison by their state."""
    states: Counter[State] = Counter()
    for attribute in comparison.attributes():
        for subject in comparison.subjects:
            claim = comparison.claim(attribute.id, subject.id)
            states[state_of(claim.value if claim else None)] += 1
    return Coverage(
        known=states[State.KNOWN],
        unknown=states[State.UNKNOWN],
        not_applicable=states[State.NOT_APPLICABLE],
        missing=states[State.MISSING],
    )
