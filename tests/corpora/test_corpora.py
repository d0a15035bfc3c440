"""Real data of others: everything arrives, in its own cell, in reasonable time and size."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import html5lib
import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.building import Built
from tests.corpora.converting import FOLDER, NAMES, clean_id
from tests.hosts.test_mkdocs import lost_links
from tests.renderers.test_api import check

pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the corpora are others' data and stand beside the repository, not in it"
)


def test_all_corpora_build(built: Built) -> None:
    """Hundreds of pages from real data: no error, and the navigation does not grow with them."""
    assert built.returncode == 0, built.output
    pages = [name for name in built.files() if name.startswith("comparisons/") and name.endswith("index.html")]
    assert len(pages) > 800
    subject = built.read("comparisons/js-framework-benchmark/akashjs-v0-2-9-keyed/index.html")
    assert subject.partition("<article")[0].count("<a ") < 60


@pytest.mark.parametrize("name", NAMES)
def test_every_claim_stands_in_its_own_cell(name: str, built: Built) -> None:
    """Counted, not sampled: each claim of the source is in the matrix under its subject and attribute, and no other."""
    corpus = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    claimed = {(claim["attribute"], clean_id(claim["subject"])) for claim in corpus["claims"]}
    root = html5lib.parse(built.read(f"comparisons/{name}/index.html"), namespaceHTMLElements=False)
    matrix = next(root.iter("comparison-matrix"))
    shown = set()
    for row in matrix.iter("tr"):
        for cell in row.findall("td[@data-subject]"):
            if cell.get("data-state") != "missing":
                shown.add((row.get("data-attribute"), cell.get("data-subject")))
    assert shown == claimed


@pytest.mark.parametrize("name", NAMES)
def test_data_files_hold_every_claim(name: str, built: Built) -> None:
    """The JSON and CSV files are read by independent readers, and every claim is in them."""
    corpus = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    claimed = {(claim["attribute"], clean_id(claim["subject"])): claim["value"] for claim in corpus["claims"]}
    tree: dict[str, Any] = json.loads(built.read(f"comparisons/{name}/data.json"))
    assert {(claim["attribute"], claim["subject"]) for claim in tree["claims"]} == set(claimed)
    text = (built.site / f"comparisons/{name}/data.csv").read_bytes().decode()
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    stated = {(row["attribute"], row["subject"]) for row in rows if row["state"] != "missing"}
    assert stated == set(claimed)
    assert len(rows) == len(corpus["subjects"]) * sum(len(part["attributes"]) for part in corpus["dimensions"])


@pytest.mark.parametrize("name", NAMES)
def test_data_files_are_as_their_schema_says(name: str, built: Built) -> None:
    """Real data has every kind of value: an independent reader finds nothing that the form does not tell."""
    check(json.loads(built.read(f"comparisons/{name}/data.json")), "comparison.schema")


@pytest.mark.parametrize("name", NAMES)
def test_every_claim_is_in_the_tables_of_the_twins(name: str, built: Built) -> None:
    """Counted: a Markdown reader finds in each page's twin the words of each claim in the column of its subject."""
    tree: dict[str, Any] = json.loads(built.read(f"comparisons/{name}/data.json"))
    titles = [subject["title"] for subject in tree["subjects"]]
    words = {(claim["attribute"], claim["subject"]): claim.get("text", claim["value"]) for claim in tree["claims"]}
    seen = 0
    for dimension in tree["dimensions"]:
        head, *rows = rows_of(built.read(f"comparisons/{name}/{dimension['href']}index.md"))
        assert head[1:] == list(map(one_line, titles))
        assert len(rows) == len(dimension["attributes"])
        for attribute, row in zip(dimension["attributes"], rows, strict=True):
            assert row[0] == one_line(attribute["title"])
            expected = [words.get((attribute["id"], subject["id"]), "no claim") for subject in tree["subjects"]]
            assert row[1:] == list(map(one_line, expected)), attribute["id"]
            seen += sum(each != "no claim" for each in row[1:])
    assert seen == len(words)


@pytest.mark.parametrize("name", NAMES)
def test_frames_show_every_claim(name: str, built: Built) -> None:
    """What other sites frame is the whole matrix."""
    claims = json.loads(built.read(f"comparisons/{name}/data.json"))["claims"]
    root = html5lib.parse(built.read(f"comparisons/embed/{name}/matrix.html"), namespaceHTMLElements=False)
    cells = [cell for cell in root.iter("td") if cell.get("data-subject") and cell.get("data-state") != "missing"]
    assert len(cells) == len(claims)


def rows_of(markdown: str) -> list[list[str]]:
    """Return the cells of a page's first table in plain words, without the numbers of notes."""
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    end = next(place for place, token in enumerate(tokens) if token.type == "table_close")
    rows: list[list[str]] = []
    for token in tokens[:end]:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and rows:
            rows[-1].append(cell_of(token))
    return rows


def cell_of(token: Token) -> str:
    """Return the words of a cell."""
    words, is_note = "", False
    for child in token.children or ():
        is_note = child.content == "<sup>" or (is_note and child.content != "</sup>")
        if child.type in ("text", "code_inline", "text_special") and not is_note:
            words += child.content
    return one_line(words)


def one_line(text: str) -> str:
    """Return a text as a table has it: white space means nothing there."""
    return " ".join(text.split()).replace(" ,", ",")


def test_links_within_the_corpora_lead_somewhere(built: Built) -> None:
    """Titles in many scripts, ids with dots and colons, 41 titles that occur twice: every link has its target."""
    few = Path(built.site) / "comparisons"
    assert few.is_dir()
    assert lost_links(built) == []
