"""One subject: what it is good at, what it is not, and where else it appears."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from mkdocs_comparisons.model.claims import Claim
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import Attribute
from mkdocs_comparisons.model.subjects import Subject
from mkdocs_comparisons.views.ordering import is_directed, rank_of


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


def build_standings(comparison: Comparison) -> Mapping[str, Standings]:
    """Find for each subject the attributes on which it is best or worst of those known.

    Only attributes with a better end count, and only where at least two subjects are known and not all agree.
    """
    strengths: dict[str, list[Standing]] = {subject.id: [] for subject in comparison.subjects}
    weaknesses: dict[str, list[Standing]] = {subject.id: [] for subject in comparison.subjects}
    for attribute in comparison.attributes():
        ranks = _ranks(comparison, attribute) if is_directed(attribute.type) else {}
        best, worst = max(ranks.values(), default=None), min(ranks.values(), default=None)
        if best != worst:
            _note(comparison, attribute, [id for id in ranks if ranks[id] == best], len(ranks), strengths)
            _note(comparison, attribute, [id for id in ranks if ranks[id] == worst], len(ranks), weaknesses)
    return {id: Standings(tuple(strengths[id]), tuple(weaknesses[id])) for id in strengths}


def _note(
    comparison: Comparison, attribute: Attribute, ends: list[str], compared: int, found: dict[str, list[Standing]]
) -> None:
    """Add a standing to each subject at one end of an attribute."""
    subjects = [subject for id in ends if (subject := comparison.subject(id))]
    for subject in subjects:
        claim = comparison.claim(attribute.id, subject.id)
        if claim:
            ties = tuple(other for other in subjects if other is not subject)
            found[subject.id].append(Standing(attribute=attribute, claim=claim, ties=ties, compared=compared))


def _ranks(comparison: Comparison, attribute: Attribute) -> dict[str, Decimal]:
    ranks = {}
    for subject in comparison.subjects:
        claim = comparison.claim(attribute.id, subject.id)
        rank = rank_of(attribute, claim.value if claim else None)
        if rank is not None:
            ranks[subject.id] = rank
    return ranks
