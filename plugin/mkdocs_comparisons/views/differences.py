"""What sets subjects apart, made from the claims."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from decimal import Decimal

from mkdocs_comparisons.model.claims import Claim
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import Attribute, Dimension
from mkdocs_comparisons.model.subjects import Subject
from mkdocs_comparisons.model.values import Measure, State, state_of
from mkdocs_comparisons.views.matrix import is_agreed
from mkdocs_comparisons.views.ordering import equality_key, is_exact
from mkdocs_comparisons.views.selection import Selection, select_groups, select_subjects


@dataclass(frozen=True, slots=True)
class Party:
    """Subjects that say the same about an attribute."""

    claim: Claim
    """The first subject's claim, for the words of all."""

    subjects: tuple[Subject, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One attribute on which subjects are known to differ."""

    attribute: Attribute
    parties: tuple[Party, ...]
    """At least two, in the order of the subjects."""

    ratio: Decimal | None
    """How many times the larger amount is the smaller one: only between two parties with exact, positive amounts."""

    silent: int
    """How many of the subjects say nothing known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionDifferences:
    """The attributes of a dimension by how subjects stand to each other."""

    dimension: Dimension
    differing: tuple[Difference, ...]
    agreed: tuple[Attribute, ...]
    """All subjects are known to say the same."""

    open: tuple[tuple[Attribute, tuple[Subject, ...]], ...]
    """Attributes of which too little is known to tell, each with the subjects of which it is known."""


def build_differences(comparison: Comparison, selection: Selection) -> tuple[DimensionDifferences, ...]:
    """Compare the selected subjects attribute by attribute."""
    subjects = select_subjects(comparison, selection)
    return tuple(
        _compare(comparison, group.dimension, group.attributes, subjects)
        for group in select_groups(comparison, selection)
    )


def _compare(
    comparison: Comparison, dimension: Dimension, attributes: tuple[Attribute, ...], subjects: tuple[Subject, ...]
) -> DimensionDifferences:
    differing, agreed, unclear = [], [], []
    for attribute in attributes:
        parties = build_parties(comparison, attribute, subjects)
        if len(parties) > 1:
            silent = len(subjects) - sum(len(party.subjects) for party in parties)
            ratio = _ratio(parties)
            differing.append(Difference(attribute=attribute, parties=parties, ratio=ratio, silent=silent))
        elif is_agreed(comparison, attribute, subjects):
            agreed.append(attribute)
        else:
            unclear.append((attribute, parties[0].subjects if parties else ()))
    return DimensionDifferences(
        dimension=dimension, differing=tuple(differing), agreed=tuple(agreed), open=tuple(unclear)
    )


def build_parties(comparison: Comparison, attribute: Attribute, subjects: tuple[Subject, ...]) -> tuple[Party, ...]:
    """Group the subjects that are known to say the same about an attribute."""
    found: dict[Hashable, tuple[Claim, list[Subject]]] = {}
    for subject in subjects:
        claim = comparison.claim(attribute.id, subject.id)
        if claim is not None and state_of(claim.value) is State.KNOWN:
            found.setdefault(equality_key(claim.value), (claim, []))[1].append(subject)
    return tuple(Party(claim, tuple(members)) for claim, members in found.values())


def _ratio(parties: tuple[Party, ...]) -> Decimal | None:
    if len(parties) != 2:
        return None
    first, second = (party.claim.value for party in parties)
    if not isinstance(first, Measure) or not isinstance(second, Measure):
        return None
    if not (is_exact(first) and is_exact(second)):
        return None
    low, high = sorted((first.base_low, second.base_low))
    return high / low if low > 0 else None
