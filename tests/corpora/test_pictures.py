"""Matrices of real data as pictures: every claim is there, in its own row and column, in its own words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mkdocs_comparisons.loading import load
from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.renderers.svg.table import render_matrix_file
from mkdocs_comparisons.views.matrix import build_matrix
from mkdocs_comparisons.views.selection import Selection
from tests.building import write_files
from tests.conftest import ROOT
from tests.corpora.converting import FOLDER, NAMES, clean_id, convert
from tests.renderers.svg.tables import ReadTable, check_picture

others = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the corpora are others' data and stand beside the repository, not in it"
)


def drawn(catalogue: Catalogue, id: str, selection: Selection) -> ReadTable:
    """Draw a comparison, read the picture back, and compare it with the model."""
    comparison = catalogue.comparison(id)
    assert comparison is not None
    matrix = build_matrix(comparison, selection)
    return check_picture(render_matrix_file(matrix, catalogue), matrix, catalogue)


def test_own_comparisons_are_whole() -> None:
    """The project's own comparisons: all of each, each dimension alone, and a single subject."""
    catalogue = load(ROOT / "comparisons", relative_to=ROOT).catalogue
    for comparison in catalogue.comparisons:
        table = drawn(catalogue, comparison.id, Selection())
        claims = {(claim.attribute, claim.subject) for claim in comparison.claims}
        assert {place for place, cell in table.cells.items() if cell.state != "missing"} == claims
        for id in comparison.dimension_ids:
            drawn(catalogue, comparison.id, Selection(dimensions=(id,)))
        drawn(catalogue, comparison.id, Selection(subjects=comparison.subject_ids[-1:]))


@others
@pytest.mark.parametrize("name", NAMES)
def test_every_claim_of_others_is_in_the_picture(name: str, tmp_path: Path) -> None:
    """Counted, not sampled, up to 250 subjects in many scripts: the claims of the source, and no others."""
    write_files(tmp_path, convert(name))
    catalogue = load(tmp_path / "comparisons", relative_to=tmp_path).catalogue
    table = drawn(catalogue, name, Selection())
    corpus = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    claimed = {(claim["attribute"], clean_id(claim["subject"])) for claim in corpus["claims"]}
    assert {place for place, cell in table.cells.items() if cell.state != "missing"} == claimed
    drawn(catalogue, name, Selection(subjects=catalogue.comparisons[0].subject_ids[:5]))
