"""One subject: what it is good at, what it is not, and where else it appears."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from mkdocs_comparisons.model.claims import Claim
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import Attribute
from mkdocs_comparisons.model.subjects import Subject
from mkdocs_comparisons.views.ordering import rank_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """An attribute on which a subject stands out among the others."""

    attribute: Attribute
    claim: Claim
    ties: tuple[Subject, ...]
    """Other subjects at the same end."""

    compared: int
    """How many subjects have a known value."""


@dataclass(frozen=True, slots=True)
class Standings:
    """Where a subject is at the better end, and where at the worse."""

    strengths: tuple[Standing, ...]
    weaknesses: tuple[Standing, ...]


def build_standings(comparison: Comparison, subject: Subject) -> Standings:
    """Find the attributes on which a subject is best or worst of those known.

    Only attributes with a better end count, and only where at least two subjects are known and not all agree.
    """
    strengths: list[Standing] = []
    weaknesses: list[Standing] = []
    for attribute in comparison.attributes():
        ranks = _ranks(comparison, attribute)
        best, worst = max(ranks.values(), default=None), min(ranks.values(), default=None)
        claim = comparison.claim(attribute.id, subject.id)
        if claim is None or subject.id not in ranks or best == worst:
            continue
        for end, found in ((best, strengths), (worst, weaknesses)):
            if ranks[subject.id] == end:
                ties = tuple(other for other in comparison.subjects if other != subject and ranks.get(other.id) == end)
                found.append(Standing(attribute=attribute, claim=claim, ties=ties, compared=len(ranks)))
    return Standings(tuple(strengths), tuple(weaknesses))


def _ranks(comparison: Comparison, attribute: Attribute) -> dict[str, Decimal]:
    ranks = {}
    for subject in comparison.subjects:
        claim = comparison.claim(attribute.id, subject.id)
        rank = rank_of(attribute, claim.value if claim else None)
        if rank is not None:
            ranks[subject.id] = rank
    return ranks
