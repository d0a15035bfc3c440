"""What is installed from the wheel, rather than from the source tree."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, entry_points, requires, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement

DISTRIBUTION = "mkdocs-comparisons"
PACKAGE = "mkdocs_comparisons"
ENTRY_POINTS = ("mkdocs.plugins", "markdown.extensions", "console_scripts")

# Refuses to import what is not among the distributions that its arguments name, then imports everything of ours but the
# adapter of the host that is not there. Standard library and our own modules come from no distribution.
IMPORT_ALL = """
import importlib, importlib.metadata, pkgutil, sys

class Refuse:
    def find_spec(self, name, path=None, target=None):
        owners = OWNERS.get(name.partition(".")[0])
        if owners and not ALLOWED.intersection(owner.lower() for owner in owners):
            raise ModuleNotFoundError(f"{name} comes with none of our dependencies", name=name)

OWNERS = importlib.metadata.packages_distributions()
OWNERS.pop("mkdocs_comparisons", None)
ALLOWED = set(sys.argv[2:])
sys.path.insert(0, sys.argv[1])
sys.meta_path.insert(0, Refuse())
import mkdocs_comparisons
assert mkdocs_comparisons.__file__.startswith(sys.argv[1]), mkdocs_comparisons.__file__
for module in pkgutil.walk_packages(mkdocs_comparisons.__path__, "mkdocs_comparisons."):
    if not module.name.startswith("mkdocs_comparisons.hosts.mkdocs"):
        importlib.import_module(module.name)
print(len(sys.modules))
"""


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[zipfile.ZipFile]:
    """The wheel, built as a release would build it."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=root, check=True, capture_output=True, text=True)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as archive:
        yield archive


def _hard_dependencies(distribution: str, seen: frozenset[str] = frozenset()) -> frozenset[str]:
    """Return a distribution with everything that it can't be installed without, as lower-case names."""
    seen |= {distribution.lower()}
    try:
        requirements = [Requirement(text) for text in requires(distribution) or ()]
    except PackageNotFoundError:  # one for another platform
        return seen
    for requirement in requirements:
        is_needed = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        if is_needed and requirement.name.lower() not in seen:
            seen |= _hard_dependencies(requirement.name, seen)
    return seen


def test_wheel_holds_every_file_of_the_package(wheel: zipfile.ZipFile, root: Path) -> None:
    """A stylesheet, schema or template that is missing from the wheel is missed by users only."""
    folder = root / "plugin"
    expected = {
        path.relative_to(folder).as_posix()
        for path in (folder / PACKAGE).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    shipped = {name for name in wheel.namelist() if not name.partition("/")[0].endswith(".dist-info")}
    assert shipped == expected
    assert f"{PACKAGE}/py.typed" in shipped


def test_wheel_carries_its_licence(wheel: zipfile.ZipFile) -> None:
    """The licence asks to be in every copy."""
    assert any(name.endswith("/licenses/LICENSE") for name in wheel.namelist())


@pytest.mark.parametrize("group", ENTRY_POINTS)
def test_entry_point_resolves(group: str) -> None:
    """Hosts find us by these names alone: a renamed class would be found out by users."""
    (found,) = entry_points(group=group, name="comparisons")
    assert callable(found.load())


def test_package_needs_only_its_hard_dependencies(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    """Without MkDocs, Babel or any other extra, everything but MkDocs' own adapter can be imported from the wheel."""
    wheel.extractall(tmp_path)
    allowed = sorted(_hard_dependencies(DISTRIBUTION))
    assert "mkdocs" not in allowed
    command = [sys.executable, "-c", IMPORT_ALL, str(tmp_path), *allowed]
    done = subprocess.run(command, cwd=tmp_path, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_changelog_begins_with_this_version(root: Path) -> None:
    """Who updates looks up what changed; the newest entry is about the version that they get."""
    headings = re.findall(r"^## (\S+)", (root / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert headings[0] == version(DISTRIBUTION)
