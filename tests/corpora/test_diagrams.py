"""A diagram for every dimension there is: of the project's own comparisons, and of the data of others."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from markupsafe import Markup

from mkdocs_comparisons.loading import load
from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import DiagramKind, Kind
from mkdocs_comparisons.planning.diagrams import scope_of
from mkdocs_comparisons.planning.embeds import Embed
from mkdocs_comparisons.renderers.svg import RENDERERS, Pen
from mkdocs_comparisons.renderers.words import format_value
from mkdocs_comparisons.views.diagrams import CHARTS, choose_diagram
from mkdocs_comparisons.views.quantities import MEASURED
from mkdocs_comparisons.views.scope import Scope
from tests.building import write_files
from tests.corpora.converting import FOLDER, NAMES, convert
from tests.renderers.svg.laid import check_figure, words_of

ROOT = Path(__file__).parents[2]
WHOLE = (DiagramKind.TREE, DiagramKind.LADDER, DiagramKind.LINKS, DiagramKind.HEAT)
"""Kinds that a whole comparison is tried with."""

DRAWN = {
    DiagramKind.LEAN: {Kind.FIT},
    DiagramKind.DOTS: {Kind.FIT},
    DiagramKind.STACK: {Kind.LAYERS},
    DiagramKind.TIMELINE: {Kind.DATE},
    DiagramKind.RADAR: {Kind.RATING},
    DiagramKind.DUMBBELL: MEASURED,
    DiagramKind.STRIP: MEASURED,
}
"""What a kind shows, if not everything."""


@pytest.fixture(scope="module")
def own() -> Catalogue:
    """The project's own comparisons."""
    return load(ROOT / "comparisons", relative_to=ROOT).catalogue


def embeds(comparison: Comparison) -> Iterator[Embed]:
    """Yield what asks for all diagrams of a comparison's pages."""
    for id in comparison.dimension_ids:
        yield Embed(view="diagram", comparison=comparison.id, dimensions=(id,))
        yield Embed(view="diagram", comparison=comparison.id, dimensions=(id,), kind="links")
    yield Embed(view="diagram", comparison=comparison.id)
    yield from (Embed(view="diagram", comparison=comparison.id, kind=kind) for kind in WHOLE)
    for id in comparison.subject_ids[:5]:
        yield Embed(view="diagram", comparison=comparison.id, subjects=(id,))
        yield Embed(view="diagram", comparison=comparison.id, subjects=(id,), kind="links")


def draw(scope: Scope) -> tuple[DiagramKind, list[Markup]]:
    """Draw all pictures of a scope."""
    kind = choose_diagram(scope).kind
    pen = Pen("k", lambda ref: f"../{type(ref).__name__}/", format_value)
    charts = CHARTS[kind].build(scope)
    return kind, [RENDERERS[kind](chart, pen.for_page(page)) for page, chart in enumerate(charts)]


def check(scope: Scope) -> None:
    """Check that a diagram is sound, and shows each subject of which something is known, and each attribute."""
    kind, figures = draw(scope)
    assert figures
    for figure in figures:
        check_figure(figure)
    if kind in (DiagramKind.LINKS, DiagramKind.LADDER):
        return
    shown = "".join(" ".join(words_of(figure) for figure in figures).split())
    drawn = DRAWN.get(kind)
    attributes = [row for row in scope.attributes if (drawn is None or row.type.kind in drawn)]
    names = {(row.title, row.title) for row in attributes}
    if len(scope.dimensions) == 1:
        names |= {(subject.short, subject.title) for row in attributes for subject, _ in scope.known(row)}
    missing = {either for either in names if not any("".join(name.split()) in shown for name in either)}
    assert not missing, (kind, missing)


def check_all(catalogue: Catalogue, comparison: Comparison) -> None:
    """Check each diagram of a comparison's pages."""
    for embed in embeds(comparison):
        check(scope_of(catalogue, comparison, embed))


def digest() -> str:
    """Return what tells one drawing of all the project's diagrams from another."""
    catalogue = load(ROOT / "comparisons", relative_to=ROOT).catalogue
    asked = ((entry, embed) for entry in catalogue.comparisons for embed in embeds(entry))
    drawn = (draw(scope_of(catalogue, entry, embed))[1] for entry, embed in asked)
    return hashlib.sha256("".join(figure for figures in drawn for figure in figures).encode()).hexdigest()


def test_same_data_same_bytes() -> None:
    """No diagram depends on the order that hashes happen to have."""
    code = "from tests.corpora.test_diagrams import digest; print(digest())"
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout.strip()
        for seed in ("0", "1", "42")
    }
    assert found == {digest()}


def test_own_comparisons_are_drawn(own: Catalogue) -> None:
    """Every dimension, subject and comparison of the project has its diagrams."""
    for comparison in own.comparisons:
        check_all(own, comparison)


@pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the corpora are others' data and stand beside the repository, not in it"
)
@pytest.mark.parametrize("name", NAMES)
def test_data_of_others_is_drawn(name: str, tmp_path: Path) -> None:
    """Hundreds of subjects, titles in many scripts, texts of any length: there is always a diagram."""
    write_files(tmp_path, convert(name))
    catalogue = load(tmp_path / "comparisons", relative_to=tmp_path).catalogue
    check_all(catalogue, catalogue.comparisons[0])
