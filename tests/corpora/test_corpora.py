"""Real data of others: everything arrives, in its own cell, in reasonable time and size."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import html5lib
import pytest

from tests.building import Built
from tests.corpora.converting import FOLDER, NAMES, clean_id
from tests.hosts.test_mkdocs import lost_links

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


def test_links_within_the_corpora_lead_somewhere(built: Built) -> None:
    """Titles in many scripts, ids with dots and colons, 41 titles that occur twice: every link has its target."""
    few = Path(built.site) / "comparisons"
    assert few.is_dir()
    assert lost_links(built) == []
