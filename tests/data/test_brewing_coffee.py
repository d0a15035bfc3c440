"""The comparison of ways to brew coffee shows what kinds of diagrams there are, and says whose opinion it holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from mkdocs_comparisons.diagnostics import Severity
from mkdocs_comparisons.loading import load
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.values import NotApplicable, Unknown
from mkdocs_comparisons.renderers.words import format_value
from mkdocs_comparisons.validation import policy_from, validate
from mkdocs_comparisons.views.choice import find_facts, rules_for
from mkdocs_comparisons.views.scope import Scope
from tests.renderers.svg.samples import scope_of

ROOT = Path(__file__).parents[2]
FILE = "comparisons/brewing-coffee.yml"


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    """The comparison as the site gets it."""
    loaded = load(ROOT / "comparisons", relative_to=ROOT).catalogue.comparison("brewing-coffee")
    assert loaded is not None
    return loaded


def narrow(comparison: Comparison, dimensions: str, subjects: str = "") -> Scope:
    """Return the scope of some dimensions and subjects, whose ids are separated by spaces."""
    chosen = tuple(dimension for dimension in comparison.dimensions if dimension.id in dimensions.split())
    return replace(
        scope_of(comparison),
        dimensions=chosen,
        attributes=tuple(attribute for dimension in chosen for attribute in dimension.attributes),
        subjects=tuple(each for each in comparison.subjects if not subjects or each.id in subjects.split()),
    )


def test_nothing_is_found_in_it() -> None:
    """Who copies from the sample begins with data that no rule has anything to say about."""
    loaded = load(ROOT / "comparisons", relative_to=ROOT)
    policy = policy_from({"claim-unsourced": "error"}, today=date(2026, 12, 1))
    report = validate(loaded, policy)
    found = [diagnostic.finding for severity in Severity for diagnostic in report.of(severity)]
    assert [finding for finding in found if finding.at.path == FILE] == []


@pytest.mark.parametrize(
    ("dimension", "kind"),
    [
        ("time", "strip"),
        ("recipe", "heat"),
        ("taste", "heat"),
        ("occasions", "dots"),
        ("price-and-practice", "quadrant"),
        ("equipment", "groups"),
        ("how-it-works", "tree"),
        ("history", "timeline"),
    ],
)
def test_dimension_gets_its_kind(comparison: Comparison, dimension: str, kind: str) -> None:
    """Each dimension is an example of the kind that fits its data, without asking for it."""
    found = comparison.dimension(dimension)
    assert found is not None
    assert found.diagram is None
    assert next(rules_for(find_facts(narrow(comparison, dimension)))).kind == kind


@pytest.mark.parametrize(
    ("dimensions", "subjects", "kind"),
    [
        ("time recipe", "espresso moka-pot aeropress", "dumbbell"),
        ("taste", "espresso pour-over cold-brew", "radar"),
        ("occasions", "french-press aeropress", "lean"),
        ("how-it-works", "french-press aeropress", "butterfly"),
    ],
)
def test_few_subjects_get_another_kind(comparison: Comparison, dimensions: str, subjects: str, kind: str) -> None:
    """A block with two or three subjects shows the kinds that are for so few."""
    assert next(rules_for(find_facts(narrow(comparison, dimensions, subjects)))).kind == kind


@pytest.mark.parametrize(
    ("attribute", "subject"),
    [
        ("water-temperature", "moka-pot"),
        ("first-patent", "moka-pot"),
        ("first-patent", "cold-brew"),
        ("on-sale", "french-press"),
        ("landmark", "cold-brew"),
    ],
)
def test_what_nobody_knows_is_unknown(comparison: Comparison, attribute: str, subject: str) -> None:
    """Where accounts differ or are silent, the sample says so instead of picking a figure."""
    claim = comparison.claim(attribute, subject)
    assert claim is not None
    assert isinstance(claim.value, Unknown)
    assert claim.note


def test_opinions_are_told_from_facts(comparison: Comparison) -> None:
    """Tastes, occasions, prices and practice name the authors as their source; dates that are known never do."""
    for dimension in comparison.dimensions:
        for attribute in dimension.attributes:
            for subject in comparison.subject_ids:
                claim = comparison.claim(attribute.id, subject)
                assert claim is not None
                sources = {citation.source for citation in claim.citations}
                if dimension.id in ("taste", "occasions", "price-and-practice"):
                    assert sources == {"authors"}
                elif dimension.id == "history" and not isinstance(claim.value, Unknown | NotApplicable):
                    assert "authors" not in sources


@pytest.mark.parametrize(
    ("attribute", "subject", "words"),
    [
        ("brewing-time", "french-press", "French press will take 4–5\u00a0min"),
        ("body", "espresso", "Espresso got 5 of 5 from us"),
        ("travel", "aeropress", "AeroPress would be a good choice"),
        ("heat", "moka-pot", "Water for Moka pot will be heated by a stove"),
        ("on-sale", "moka-pot", "Devices for Moka pot have been on sale since 1933"),
    ],
)
def test_sentences_read_well(comparison: Comparison, attribute: str, subject: str, words: str) -> None:
    """What the differences say is grammatical with the names of one method or of several."""
    row, column, claim = (
        comparison.attribute(attribute),
        comparison.subject(subject),
        comparison.claim(attribute, subject),
    )
    assert row is not None
    assert column is not None
    assert claim is not None
    assert row.sentence.format(subject=column.title, value=format_value(claim.value)) == words
