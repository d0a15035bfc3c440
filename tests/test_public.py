"""The public way in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import mkdocs_comparisons
from tests.hosts.projects import TEA


def test_the_public_names_are_these() -> None:
    """A name added or lost here is a promise made or broken, and shows in a review."""
    assert sorted(mkdocs_comparisons.__all__) == [
        "Catalogue",
        "Comparison",
        "ComparisonsError",
        "Project",
        "Settings",
        "SettingsError",
        "SitePlan",
        "make_stage",
        "open_project",
        "plan_site",
        "render_file",
    ]
    assert all(hasattr(mkdocs_comparisons, name) for name in mkdocs_comparisons.__all__)


def test_a_project_can_be_read_without_a_host(tmp_path: Path) -> None:
    """Scripts open a project, see what is wrong with it, and get its pages and data as data."""
    (tmp_path / "comparisons").mkdir()
    (tmp_path / "comparisons" / "tea-vs-coffee.yml").write_text(TEA, encoding="utf-8")
    project = mkdocs_comparisons.open_project(tmp_path, mkdocs_comparisons.Settings(), today=date(2026, 1, 1))
    assert not project.report.has_errors
    stage = mkdocs_comparisons.make_stage(mkdocs_comparisons.plan_site(project.catalogue, project.settings))
    plan = stage.plan
    assert plan.pages[0].src == "comparisons/index.md"
    assert "Tea & coffee" in mkdocs_comparisons.render_file(stage, plan.files[0])
