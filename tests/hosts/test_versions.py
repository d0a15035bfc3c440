"""Sites in several versions, by mike."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.building import write_files
from tests.hosts.hosts import SCRIPTS, lost_links, pages_of
from tests.hosts.projects import CONFIG, TEA

DATA = "comparisons/tea-vs-coffee.yml"
FILES = {
    "mkdocs.yml": f"{CONFIG}site_url: https://example.org/notes/\nextra: {{version: {{provider: mike}}}}\n",
    "docs/index.md": "# Home\n\n[[tea-vs-coffee/coffee]]\n\n/// comparison | tea-vs-coffee\n///\n",
    ".gitignore": "site/\n",
    DATA: TEA,
}
ASSETS = ("comparison.js", "matrix.js", "comparison.css")


def call(folder: Path, *command: str | Path) -> None:
    """Run a command that has to succeed, as somebody whom Git knows."""
    who = {f"GIT_{role}_{part}": "me@example.org" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
    path = f"{SCRIPTS}{os.pathsep}{os.environ['PATH']}"
    env = os.environ | who | {"PATH": path, "NO_MKDOCS_2_WARNING": "1", "GIT_CONFIG_GLOBAL": os.devnull}
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, encoding="utf-8", timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the branch for the web holds after two versions with other data."""
    folder = tmp_path_factory.mktemp("versions")
    call(folder, "git", "init", "--quiet", "--initial-branch", "main")
    for version, amount in (("1.0", "40"), ("2.0", "41")):
        write_files(folder, FILES | {DATA: TEA.replace("tea: 40", f"tea: {amount}")})
        call(folder, "git", "add", ".")
        call(folder, "git", "commit", "--quiet", "--message", version)
        call(folder, "mike", "deploy", "--update-aliases", version, "latest")
    call(folder, "git", "worktree", "add", "--quiet", "published", "gh-pages")
    return folder / "published"


def test_each_version_has_its_pages_and_its_data(versions: Path) -> None:
    """An old version goes on showing what was known then; the alias shows the newest."""
    assert [each["version"] for each in json.loads((versions / "versions.json").read_text(encoding="utf-8"))] == [
        "2.0",
        "1.0",
    ]
    pages = {version: pages_of(versions / version) for version in ("1.0", "2.0")}
    assert pages["1.0"].keys() == pages["2.0"].keys()
    assert len(pages["1.0"]) > 8
    for version, amount, other in (("1.0", "40", "41"), ("2.0", "41", "40"), ("latest", "41", "40")):
        folder = versions / version / "comparisons/tea-vs-coffee"
        page = (folder / "effects/index.html").read_text(encoding="utf-8")
        assert f'<span class="comparison-number">{amount}</span>' in page
        assert f'<span class="comparison-number">{other}</span>' not in page
        assert f'"known","{amount}' in (folder / "data.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("version", ["1.0", "2.0"])
def test_links_stay_in_their_version(version: str, versions: Path) -> None:
    """Each link of a version leads to a page of the same version, and each page asks for that version's files."""
    site = versions / version
    pages = pages_of(site)
    assert lost_links(site, pages) == []
    # Read below its folder, no link climbs out of it.
    below = pages_of(site, f"/{version}/")
    assert {link for page in below.values() for link in page.links if not link.startswith(f"/{version}/")} == set()
    assert all((site / "assets/comparisons" / name).is_file() for name in ASSETS)
    for name in pages:
        up = "../" * name.count("/")
        assert f'src="{up}assets/comparisons/comparison.js"' in (site / name).read_text(encoding="utf-8"), name
