"""Fixtures for all tests."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import hypothesis
import pytest

from tests.building import Built, build_project, run_mkdocs

# One browser for a test process, whichever folder its tests stand in.
pytest_plugins = ("tests.browser.fixtures",)

ROOT = Path(__file__).resolve().parent.parent

# In CI the same examples every time: a red build should be about the change. No deadline: machines are shared.
hypothesis.settings.register_profile("local", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "local")


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def build() -> Callable[..., Built]:
    """`build(tmp_path, files, *args)`: write a small project and build it; see `tests.building.build_project`.

    ```
    built = build(tmp_path, {"comparisons/a-vs-b.yml": "title: …"}, "--strict")
    assert built.returncode == 0, built.output
    assert "…" in built.read("comparisons/a-vs-b/index.html")
    ```
    """
    return build_project


@pytest.fixture(scope="session")
def built_site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The repository's own site, built once under `--strict`, whatever the number of test processes."""
    shared = _shared_folder(tmp_path_factory)
    site = shared / "site"
    with (shared / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        log = shared / "site.log"
        if not log.exists():
            built = run_mkdocs(root, site, "--strict", timeout=600)
            log.write_text(f"{built.returncode}\n{built.output}", encoding="utf-8")
    returncode, _, output = log.read_text(encoding="utf-8").partition("\n")
    assert returncode == "0", f"the repository's own site does not build:\n{output}"
    return Built(returncode=0, output=output, site=site)


def _shared_folder(factory: pytest.TempPathFactory) -> Path:
    """Return the folder of this run: with several processes it is above each one's own."""
    own = factory.getbasetemp()
    return own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own
