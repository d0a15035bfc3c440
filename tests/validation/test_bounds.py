"""Checking stays quick on large and on hostile data, and its shortcuts miss nothing."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_comparisons.inline import parse_inline
from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.claims import Claim
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import Attribute, Dimension
from mkdocs_comparisons.model.places import Place
from mkdocs_comparisons.model.sources import Citation, Source
from mkdocs_comparisons.model.subjects import Subject
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.model.values import Text
from mkdocs_comparisons.validation import Policy, check, policy_from
from mkdocs_comparisons.validation.rules import unknown_subject

POLICY = policy_from({}, today=date(2026, 11, 1))
SUBJECTS, ATTRIBUTES = 500, 200

markup = st.text(st.sampled_from("[]()<>!\\`*_:/@&;a \n"), max_size=40)


def _claim(number: int, attribute: str, subject: str) -> Claim:
    at = Place("a.yml", number, 1)
    is_cited = number % 4 == 0
    return Claim(
        attribute=attribute,
        subject=subject,
        value=Text(Inline(f"some words of the claim {number}", at)),
        note=Inline(f"see [[:{attribute}]] on <https://example.org/{number}>", at) if number % 40 == 0 else None,
        citations=(Citation(source=f"source-{number % 50}", at=at),) if is_cited else (),
        at=at,
        value_at=at,
    )


def _catalogue(prefix: str = "subject") -> Catalogue:
    """Return a catalogue of 100,000 claims, about subjects whose ids start with `prefix`."""
    attributes = tuple(
        Attribute(id=f"a{number}", slug=f"a{number}", title=f"A {number}") for number in range(ATTRIBUTES)
    )
    titles = [f"subject-{number}" for number in range(SUBJECTS)]
    cells = [(attribute.id, number) for attribute in attributes for number in range(SUBJECTS)]
    names = [f"{prefix}-{n if prefix == 'subject' else at}" for at, (_, n) in enumerate(cells)]
    comparison = Comparison(
        id="c",
        slug="c",
        title="C",
        subjects=tuple(Subject(id=name, slug=name, title=name, short=name) for name in titles),
        dimensions=(Dimension(id="d", slug="d", title="D", attributes=attributes),),
        claims=tuple(_claim(at, cell[0], name) for at, (cell, name) in enumerate(zip(cells, names, strict=True), 1)),
        sources=tuple(Source(id=f"source-{number}", slug=f"source-{number}", title="S") for number in range(50)),
        path="a.yml",
    )
    return Catalogue(comparisons=(comparison,))


def test_a_hundred_thousand_claims_are_checked_quickly() -> None:
    """Checking takes a fraction of what loading takes: about 0.3 s where this was written."""
    catalogue = _catalogue()
    start = time.process_time()
    findings = check(catalogue, POLICY)
    assert time.process_time() - start < 3
    assert {finding.code for finding in findings} == {"source-unused"}


def test_hostile_names_do_not_keep_the_check_busy() -> None:
    """Suggestions are what is slow: with a hundred thousand names to suggest for, they end after some dozens."""
    catalogue = _catalogue("sujbect")
    start = time.process_time()
    findings = list(unknown_subject.RULE.check(catalogue, POLICY)) if unknown_subject.RULE.check else []
    assert time.process_time() - start < 5
    assert len(findings) == SUBJECTS * ATTRIBUTES
    assert 0 < sum("Did you mean" in finding.advice for finding in findings) <= 50


@pytest.mark.parametrize("days", [1, 36_500])
def test_any_allowed_age_is_a_day_in_the_calendar(days: int) -> None:
    """The oldest day that is young enough can be worked out for every age that the options take."""
    policy = policy_from({}, today=date(2026, 11, 1), stale_after=days)
    assert isinstance(policy, Policy)
    assert check(Catalogue(), policy) == ()


@given(markup)
def test_texts_without_brackets_hold_no_links_and_refs(text: str) -> None:
    """Rules skip texts without certain characters, unparsed: nothing they look for can be in those."""
    parsed = parse_inline(text)
    assert not parsed.links or "](" in text or "<" in text
    assert not parsed.refs or "[[" in text
