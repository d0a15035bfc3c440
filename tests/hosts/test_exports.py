"""`comparisons export`: by the real executable."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.building import write_files
from tests.hosts.hosts import run
from tests.hosts.projects import TEA

SITE = "site_name: T\nplugins: [comparisons]\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with two comparisons."""
    other = TEA.replace("title: Tea & coffee", "title: Another")
    write_files(
        tmp_path,
        {"mkdocs.yml": SITE, "comparisons/tea-vs-coffee.yml": TEA, "comparisons/another.yml": other},
    )
    return tmp_path


def test_all_forms_are_printed(project: Path) -> None:
    """Each as its readers take it, and the same each time."""
    tree = json.loads(run("comparisons", project, "export", "tea-vs-coffee").stdout)
    assert tree["id"] == "tea-vs-coffee"
    assert "href" not in tree
    rows = list(csv.DictReader(io.StringIO(run("comparisons", project, "export", "another", "--format", "csv").stdout)))
    assert len(rows) == 12
    assert run("comparisons", project, "export", "another", "--format", "md").stdout.startswith("# Another\n")
    for more in ((), ("--view", "diagram"), ("--dimension", "effects"), ("--view", "diagram", "--dimension", "taste")):
        done = run("comparisons", project, "export", "tea-vs-coffee", "--format", "svg", *more)
        assert done.returncode == 0, done.stdout
        assert ET.fromstring(done.stdout).tag.endswith("svg")  # noqa: S314 - our own
        assert done.stdout == run("comparisons", project, "export", "tea-vs-coffee", "--format", "svg", *more).stdout


def test_a_site_has_addresses(project: Path) -> None:
    """JSON leads to the pages of the site that it is told of, in the form that the site's addresses have."""
    tree = json.loads(run("comparisons", project, "export", "another", "--site-url", "https://e.org/x").stdout)
    assert tree["href"] == "https://e.org/x/comparisons/another/"
    write_files(project, {"mkdocs.yml": SITE + "use_directory_urls: false\n"})
    tree = json.loads(run("comparisons", project, "export", "another", "--site-url", "https://e.org/x/").stdout)
    assert tree["subjects"][0]["href"] == "https://e.org/x/comparisons/another/tea.html"


def test_files_are_written(project: Path) -> None:
    """One for each comparison, with the bytes that are printed: CSV keeps its line ends."""
    done = run("comparisons", project, "export", "--format", "csv", "--output", "out/deep")
    assert done.stdout.splitlines() == ["out/deep/another.csv", "out/deep/tea-vs-coffee.csv"]
    text = (project / "out/deep/another.csv").read_bytes()
    assert text.count(b"\r\n") == 13
    done = run(
        "comparisons", project, "export", "another", "--format", "svg", "--dimension", "taste", "--output", "out"
    )
    assert done.stdout == "out/another-taste-matrix.svg\n"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ((), 2, "one comparison can be printed, not 2. Name one (another, tea-vs-coffee), or --output DIR."),
        (("anoter",), 2, "there is no comparison 'anoter'. Did you mean 'another'?"),
        (("another", "--format", "svg", "--dimension", "tast"), 2, "no dimension 'tast' in 'another'. Did you mean"),
        (("another", "--site-url", "javascript:x"), 2, "--site-url: "),
        (("another", "--format", "svg", "--output", "mkdocs.yml"), 2, "mkdocs.yml can't be written"),
        (("another", "--format", "xml"), 2, "invalid choice: 'xml'"),
        (("another", "--dimension", "taste"), 2, "--dimension is for '--format svg'"),
        (("another", "--view", "diagram", "--format", "md"), 2, "--view is for '--format svg'"),
        (("another", "--site-url", "https://e.org/", "--format", "csv"), 2, "--site-url is for '--format json'"),
        (("--format", "svg", "--dimension", "nothing", "--output", "o"), 2, "Name those that have it."),
        (("another", "--project", "nowhere"), 2, "there is no folder"),
    ],
)
def test_mistakes_are_told(project: Path, arguments: tuple[str, ...], code: int, words: str) -> None:
    """What is wrong, and what to do."""
    done = run("comparisons", project, "export", *arguments)
    assert (done.returncode, words in done.stdout, "Traceback" in done.stdout) == (code, True, False), done.stdout


def test_wrong_data_is_not_exported(project: Path) -> None:
    """All mistakes at once, and no file."""
    write_files(project, {"comparisons/another.yml": TEA.replace("rating: 5", "rating: five")})
    done = run("comparisons", project, "export", "--output", "out")
    assert done.returncode == 1
    assert "comparisons/another.yml:" in done.stdout
    assert not (project / "out").exists()
