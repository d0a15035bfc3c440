"""The matrix as HTML: the contract that users' scripts and style sheets stand on."""

from __future__ import annotations

import html5lib
import pytest
from syrupy.assertion import SnapshotAssertion

from mkdocs_comparisons.renderers.html.matrix import render_matrix
from mkdocs_comparisons.views.matrix import build_matrix
from mkdocs_comparisons.views.selection import Selection
from tests.renderers.snapshots import HtmlSnapshot, readable
from tests.samples import comparison_of, context_of

SAMPLE = """
title: Sample
subjects: {a: {title: Subject A, short: A}, b: {title: B & C}, c: {title: C}}
sources: {s: {title: Work}}
dimensions:
  one:
    title: One
    attributes:
      text: {title: Text, claims: {a: {value: "some *text*", note: A note., sources: [s]}, b: "<b>"}}
      support: {title: Support, type: support, claims: {a: yes, b: partial, c: no}}
  two:
    title: Two
    attributes:
      amount: {title: Amount, type: {quantity: s, better: lower}, claims: {a: 1.50, b: 300 ms, c: unknown}}
      rating: {title: Rating, type: {rating: 5}, claims: {a: 3.5, b: n/a, c: 5}}
      list: {title: List, type: list, claims: {a: [x, y], b: [z]}}
      date: {title: Date, type: date, claims: {a: 2024-01-01, b: 2024}}
      version: {title: Version, type: version, claims: {a: 1.10, b: 0012}}
      link:
        title: Link
        type: link
        claims: {a: "https://example.org", b: {value: {url: "https://example.org", label: Here}}}
"""


@pytest.mark.parametrize("orientation", ["upright", "transposed"])
def test_matrix(orientation: str, snapshot: SnapshotAssertion) -> None:
    """The whole matrix with every type and state, upright and transposed, for a review to see what changed."""
    sample = comparison_of(SAMPLE)
    html = render_matrix(build_matrix(sample, Selection()), context_of(sample), transpose=orientation == "transposed")
    # The words of the interface change more often than the matrix does.
    assert readable(html[html.index("<comparison-matrix") :]) == snapshot(extension_class=HtmlSnapshot)


def test_contract() -> None:
    """Names, scopes, groups and data attributes are promised: others build on them."""
    sample = comparison_of(SAMPLE)
    html = render_matrix(build_matrix(sample, Selection()), context_of(sample), anchors=True)
    root = html5lib.parseFragment(html, namespaceHTMLElements=False)
    matrix = root.find("comparison-matrix")
    assert matrix is not None
    assert matrix.get("data-comparison") == "sample"
    tables = list(matrix.iter("table"))
    assert [table.get("class") for table in tables] == ["comparison-matrix__table"]
    table = tables[0]
    assert table.findtext("caption") == "Sample"
    heads = table.findall("thead/tr/th")
    assert [(head.get("scope"), head.get("data-subject")) for head in heads] == [("col", id) for id in "abc"]
    bodies = table.findall("tbody")
    assert [body.get("data-dimension") for body in bodies] == ["one", "two"]
    rows = [row for body in bodies for row in body.findall("tr[@data-attribute]")]
    assert [row.get("data-attribute") for row in rows] == [attribute.id for attribute in sample.attributes()]
    for row in rows:
        assert [head.get("scope") for head in row.findall("th")] == ["row"]
        cells = row.findall("td")
        assert [cell.get("data-subject") for cell in cells] == ["a", "b", "c"]
        assert all(cell.get("data-state") and cell.get("data-key") is not None for cell in cells)
        assert [cell.get("id") for cell in cells] == [f"{row.get('data-attribute')}.{id}" for id in "abc"]
    states = {
        (row.get("data-attribute"), cell.get("data-subject")): cell.get("data-state") for row in rows for cell in row
    }
    assert states["text", "c"] == "missing"
    assert states["amount", "c"] == "unknown"
    assert states["rating", "b"] == "not-applicable"


def test_footnotes_link_both_ways() -> None:
    """From the mark to the note and back, by ids that no other matrix of the page has."""
    sample = comparison_of(SAMPLE)
    context = context_of(sample)
    both = [render_matrix(build_matrix(sample, Selection()), context) for _ in range(2)]
    ids = []
    for html in both:
        root = html5lib.parseFragment(html, namespaceHTMLElements=False)
        found = {each.get("id") for each in root.iter() if each.get("id")}
        targets = {each.get("href", "")[1:] for each in root.iter("a") if each.get("href", "").startswith("#")}
        assert targets <= found
        assert len(targets) == 2
        ids.append(found)
    assert not ids[0] & ids[1]


def test_scalars_are_shown_as_typed() -> None:
    """`1.10` stays `1.10`, `0012` stays `0012`."""
    sample = comparison_of(SAMPLE)
    html = render_matrix(build_matrix(sample, Selection()), context_of(sample))
    for written in ("1.10", "0012", "1.50"):
        assert f">{written}<" in html
