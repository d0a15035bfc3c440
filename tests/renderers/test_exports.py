"""A comparison for machines and spreadsheets: JSON, CSV, Markdown; dates and words."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from mkdocs_comparisons.errors import SettingsError
from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.renderers.data import render_json
from mkdocs_comparisons.renderers.dates import date_format
from mkdocs_comparisons.renderers.markdown import encode_cell, render_markdown
from mkdocs_comparisons.renderers.tabular import defuse, render_csv
from mkdocs_comparisons.renderers.words import clip, plain_text
from tests.hosts.projects import TEA
from tests.samples import catalogue_of

WORDS = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs"]))


@pytest.fixture(scope="module")
def tea() -> Catalogue:
    """One comparison with most kinds of values."""
    return catalogue_of(tea_vs_coffee=TEA)


def test_json_keeps_what_was_typed_and_what_it_means(tea: Catalogue) -> None:
    """The export without loss: the words as written, and the amounts, units and states that they stand for."""
    tree = json.loads(render_json(tea.comparisons[0], tea))
    claims = {(claim["attribute"], claim["subject"]): claim for claim in tree["claims"]}
    coffee = claims["caffeine", "coffee"]
    assert coffee["value"] == "~95"
    assert coffee["typed"] == {"low": "95", "high": "95", "unit": "mg", "approximate": True}
    assert claims["origin", "coffee"]["state"] == "unknown"
    assert claims["bitterness", "water"]["state"] == "not-applicable"
    assert ("milk", "water") not in claims
    assert claims["bitterness", "coffee"]["sources"] == [{"source": "book", "where": "p. 3"}]
    assert tree["version"] == 1


def test_json_tells_importance_where_the_author_does() -> None:
    """Nothing said is not the same as `medium`."""
    catalogue = catalogue_of(
        sample="title: S\nsubjects: {a: {title: A}}\ndimensions:\n  d:\n    title: D\n    attributes:\n"
        "      x: {title: X, importance: low}\n      y: {title: Y}\n"
    )
    rows = json.loads(render_json(catalogue.comparisons[0], catalogue))["dimensions"][0]["attributes"]
    assert [row.get("importance") for row in rows] == ["low", None]


def test_csv_has_a_row_for_each_cell(tea: Catalogue) -> None:
    """Missing claims have their row too, so that nothing shifts."""
    text = render_csv(tea.comparisons[0], tea)
    assert text.endswith("\r\n")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    assert len(rows) == 4 * 3
    states = {(row["attribute"], row["subject"]): row["state"] for row in rows}
    assert states["milk", "water"] == "missing"
    assert states["caffeine", "water"] == "known"


@pytest.fixture(scope="module")
def layered() -> Catalogue:
    """A comparison of what two things are built of."""
    return catalogue_of(
        layered="""
title: Layered
subjects: {a: {title: A}, b: {title: B}, c: {title: C}}
glossary: {os: {title: System, text: Words.}}
dimensions:
  d:
    title: D
    attributes:
      x:
        title: X
        type: layers
        claims:
          a:
            - {label: Metal, role: hardware}
            - {label: "[[glossary/os]]", mark: runs a kernel, repeat: yes, boundary: yes}
            - {label: App, note: any *app*, repeat: yes}
            - Console
          b: [=Metal, App]
          c: [{label: App, repeat: yes}]
""",
    )


def test_json_keeps_each_layer(layered: Catalogue) -> None:
    """What a picture needs is all there, under the keys that authors write."""
    claim = json.loads(render_json(layered.comparisons[0], layered))["claims"][0]
    assert claim["value"] == "Metal → [[glossary/os]] → App → Console"
    assert claim["typed"] == [
        {"label": "Metal", "role": "hardware", "repeat": False, "boundary": False},
        {"label": "[[glossary/os]]", "mark": "runs a kernel", "repeat": True, "boundary": True},
        {"label": "App", "note": "any *app*", "repeat": True, "boundary": False},
        {"label": "Console", "repeat": False, "boundary": False},
    ]


def test_layers_read_from_the_bottom_to_the_top(layered: Catalogue) -> None:
    """Tables tell the order and what each instance has of its own; they stay safe to open."""
    rows = list(csv.DictReader(io.StringIO(render_csv(layered.comparisons[0], layered), newline=""), strict=True))
    assert [row["value"] for row in rows] == [
        "Metal → isolated per instance: System (runs a kernel) → App (any app) → shared: Console",
        "'=Metal → App",
        "per instance: App",
    ]
    assert f"| {rows[0]['value']} |" in render_markdown(layered.comparisons[0], layered)


@given(WORDS)
def test_no_field_is_a_formula(text: str) -> None:
    """A spreadsheet runs what starts with one of a few characters; nothing else is changed, and no number."""
    field = defuse(text)
    assert field in (text, f"'{text}")
    if field == text and re.match(r"\s*[=+\-@＝＋－＠]", text):
        float(text.replace(",", "").replace("_", ""))


@pytest.mark.parametrize("text", ["-1.5", "+3", "-1,000", "1e5"])
def test_plain_numbers_stay_numbers(text: str) -> None:
    """A negative number is no formula."""
    assert defuse(text) == text


@given(WORDS)
def test_no_text_leaves_its_cell(text: str) -> None:
    """Whatever a cell holds, a Markdown table has as many cells in the row as before."""
    parser = MarkdownIt("commonmark").enable("table")
    tokens = parser.parse(f"| a | b |\n| --- | --- |\n| {encode_cell(text)} | end |\n")
    cells = [tokens[place + 1].content for place, token in enumerate(tokens) if token.type == "td_open"]
    assert len(cells) == 2
    assert cells[1] == "end"


def test_markdown_has_a_table_for_each_dimension(tea: Catalogue) -> None:
    """The twin of the pages has the same tables, with the notes below."""
    text = render_markdown(tea.comparisons[0], tea)
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    assert sum(token.type == "table_open" for token in tokens) == 2
    assert "| Bitterness | 2 of 5 (1) | 4 of 5 | n/a |" in text
    assert "1. Less than quinine." in text


@pytest.mark.parametrize(
    ("locale", "written", "shown"),
    [
        ("", "2024-05-01", "2024-05-01"),
        ("en", "2024-05-01", "May 1, 2024"),
        ("en_GB", "2024-05", "May 2024"),
        ("de", "2024-05-01", "1. Mai 2024"),
        ("de", "2024", "2024"),
        ("zh", "2024-05", "2024年5月"),
    ],
)
def test_dates_read_as_the_locale_writes_them(locale: str, written: str, shown: str) -> None:
    """A date that names no day gets none."""
    assert date_format(locale)(written) == shown


def test_an_unknown_locale_is_refused() -> None:
    """Dates in the wrong language would be worse than a message."""
    with pytest.raises(SettingsError, match="xx_nonsense"):
        date_format("xx_nonsense")


def test_plain_text_drops_marks_and_keeps_words() -> None:
    """Descriptions and diagrams show words alone."""
    assert plain_text(Inline("*a* `b` [c](https://e.example) [[d|e]]\nf")) == "a b c e f"


@given(st.text(min_size=1), st.integers(10, 50))
def test_clipped_text_fits(text: str, most: int) -> None:
    """A description is never longer than asked, and ends at a word where it can."""
    assert len(clip(text, most)) <= max(most, 1)


def test_refs_read_as_what_they_lead_to() -> None:
    """In plain words a ref is its label or a title, never its own notation, in exports, diagrams and descriptions."""
    rows = 'attributes: {x: {title: X, claims: {a: "as [[b]], [[:x@b]] and [[b|that]]", b: v}}}'
    catalogue = catalogue_of(
        sample=f"title: S\nsubjects: {{a: {{title: A}}, b: {{title: Bee}}}}\ndimensions: {{d: {{title: D, {rows}}}}}\n"
    )
    sample = catalogue.comparisons[0]
    assert "as Bee, v and that" in render_csv(sample, catalogue)
    assert "as Bee, v and that" in render_markdown(sample, catalogue)
