"""Differences in words."""

from __future__ import annotations

import re

from mkdocs_comparisons.renderers.html.differences import render_agreements, render_differences
from mkdocs_comparisons.views.differences import build_differences
from mkdocs_comparisons.views.selection import Selection
from tests.samples import context_of, with_rows


def told(rows: str, subjects: str = "{a: {title: A}, b: {title: B}}") -> str:
    """Return the differences and agreements of a comparison as plain text."""
    sample = with_rows(rows, subjects)
    found = build_differences(sample, Selection())
    context = context_of(sample)
    html = render_differences(sample, found, context) + render_agreements(sample, found, len(sample.subjects), context)
    return " ".join(re.sub(r"<[^>]+>", " ", html).split()).replace(" :", ":").replace(" .", ".")


def test_a_sentence_of_the_authors_tells_each_side() -> None:
    """The words are the author's, filled with the claims; each side is a sentence."""
    rows = '{k: {title: Kernel, sentence: "{subject} {value}", claims: {a: share it, b: each run their own.}}}'
    assert told(rows) == "Kernel A share it. B each run their own."


def test_without_a_sentence_the_values_are_told() -> None:
    """No wording is invented: name and value, and by how much amounts differ."""
    rows = "{s: {title: Start, type: {quantity: s}, claims: {a: 40, b: 300 ms}}}"
    assert told(rows) == "Start A: 40 s. B: 300 ms. A factor of 130."


def test_many_subjects_are_told_by_what_they_say() -> None:
    """With many subjects those that agree are named together, and not all are named."""
    subjects = "{" + ", ".join(f"s{number}: {{title: S{number}}}" for number in range(7)) + "}"
    claims = ", ".join(f"s{number}: {'yes' if number else 'no'}" for number in range(7))
    rows = f"{{x: {{title: X, type: support, claims: {{{claims}}}}}}}"
    assert told(rows, subjects) == "X S0: no. S1, S2, S3 and 3 more: yes."


def test_what_is_the_same_and_what_is_not_known_is_said() -> None:
    """Silence about an attribute would read as agreement."""
    rows = (
        "{s: {title: Same, claims: {a: x, b: x}}, o: {title: One, claims: {a: x}},"
        " u: {title: Unclear, claims: {a: unknown, b: unknown}}}"
    )
    assert told(rows) == "No difference is known. The same: Same Known of A alone: One Not enough is known: Unclear"
