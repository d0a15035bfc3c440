"""Fixtures for the safety tests: hostile sites, built once for all test processes."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.building import Built, build_project
from tests.safety.hostile import FEW, PAYLOADS, config, project


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Built]:
    """`hostile_site(theme, plugins, peaceful=False)`: the site of the hostile project, or of its peaceful twin."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base

    def built(theme: str = "material", plugins: str = "search, comparisons", *, peaceful: bool = False) -> Built:
        name = f"{theme}-{'peaceful' if peaceful else 'hostile'}-{plugins.replace(', ', '-')}"
        folder = shared / name
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (folder / "log").exists():
                files = project(PAYLOADS if theme == "material" else FEW, peaceful=peaceful)
                _build(folder, {"mkdocs.yml": config(theme, f"[{plugins}]"), **files})
        return Built(returncode=0, output=(folder / "log").read_text(encoding="utf-8"), site=folder / "site")

    return built


def _build(folder: Path, files: dict[str, str]) -> None:
    built = build_project(folder, files)
    assert built.returncode == 0, built.output
    (folder / "log").write_text(built.output, encoding="utf-8")
