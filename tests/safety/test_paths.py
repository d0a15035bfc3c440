"""Ids, file names and links between files that would lead out of the section or the data folder."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from mkdocs_comparisons.errors import SettingsError
from mkdocs_comparisons.planning.pages import plan_site
from mkdocs_comparisons.planning.settings import Settings
from mkdocs_comparisons.project import open_project
from tests.building import build_project, run_mkdocs, write_files
from tests.safety.checking import check

HEAD = "title: T\nsubjects:\n  {id}: {{title: A}}\ndimensions:\n  d: {{title: D, attributes: {{x: {{title: X}}}}}}\n"
GOOD = HEAD.format(id="a")
CONFIG = "site_name: Test\ntheme: {name: mkdocs, highlightjs: false}\nplugins: [comparisons]\n"
LEAKED = "root:x:0:0"


@pytest.mark.parametrize(
    "id",
    [
        *("../x", "..", ".", "/etc", "a/b", r"a\b", "a b", "'a\\0'", "-a", ".a", "a%2Fb", "'<b>'", "'a\"b'", "~", "$x"),
        *("con", "PRN", "aux", "nul", "com1", "LPT9", "index", "data", "茶", "ａ", "ı", "\u212a", "a" * 129),
    ],
)
def test_bad_ids_are_refused(tmp_path: Path, id: str) -> None:
    """An id becomes a path: what could leave the folder, or can't be a file name somewhere, is no id."""
    report = check(tmp_path, {"a-vs-b.yml": HEAD.format(id=id)})
    assert report.has_errors
    assert {entry.finding.at.line for entry in report.diagnostics} <= {1, 3, 5}


@pytest.mark.parametrize(
    ("one", "two"),
    [("Tea", "tea"), ("a.b", "a-b"), ("a+b", "a@b"), ("c:d", "c.d")],
)
def test_ids_that_meet_in_an_address_are_refused(tmp_path: Path, one: str, two: str) -> None:
    """Two ids that differ only by case or by marks would be one page, or one file on Windows and macOS."""
    both = HEAD.format(id=one).replace("dimensions:", f"  {two}: {{title: B}}\ndimensions:")
    (error,) = [entry for entry in check(tmp_path, {"x.yml": both}).diagnostics if entry.finding.code == "id-collision"]
    assert (error.finding.at.line, error.severity) == (4, "error")
    assert one in error.finding.problem
    assert two in error.finding.problem


def test_pair_pages_meet_no_other_page(tmp_path: Path) -> None:
    """`a` beside `b-vs-c` and `a-vs-b` beside `c` would be the same page."""
    subjects = "{a: {title: A}, b-vs-c: {title: B}, a-vs-b: {title: C}, c: {title: D}}"
    data = f"title: T\nsubjects: {subjects}\ndimensions: {{d: {{title: D, attributes: {{x: {{title: X}}}}}}}}\n"
    assert "id-collision" in check(tmp_path, {"x.yml": data}).codes


@pytest.mark.parametrize(
    "slug", ["../../etc", "/etc", "a/b", "a.b", "A", "con", "index", "''", "-a", "a-", "%2e%2e", "{{ 1 }}"]
)
def test_bad_slugs_are_refused(tmp_path: Path, slug: str) -> None:
    """The key `slug` is written into paths as it is."""
    assert check(tmp_path, {"x.yml": GOOD + f"slug: {slug}\n"}).has_errors


@pytest.mark.parametrize("name", ["con.yml", "index.yml", "glossary.yml", "a b.yml", "-a.yml", "a" * 129 + ".yml"])
def test_bad_file_names_are_refused(tmp_path: Path, name: str) -> None:
    """A comparison's id is the name of its file."""
    assert check(tmp_path, {name: GOOD}).has_errors


def test_names_of_one_look_are_refused(tmp_path: Path) -> None:
    """File systems differ on whether `é` and `e` with an accent are one name: only ASCII is an id."""
    report = check(tmp_path, {"caf\u00e9.yml": GOOD, "cafe\u0301.yml": GOOD})
    assert report.codes.count("bad-id") == 2


def _build_with(folder: Path, link: str, target: Path) -> tuple[dict[str, bytes], dict[str, bytes], str, int]:
    """Build a good site, put a link into its data, and build again."""
    files = {
        "mkdocs.yml": CONFIG,
        "comparisons/a-vs-b/comparison.yml": GOOD,
        "secret/leak.yml": f"title: '{LEAKED}'\nsubjects: {{}}\n",
        "secret/comparison.yml": GOOD.replace("title: T", f"title: '{LEAKED}'"),
        "secret/d.md": LEAKED,
    }
    before = build_project(folder, files)
    assert before.returncode == 0, before.output
    old = before.files()
    path = folder / "comparisons" / link
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(os.path.relpath(folder / target, path.parent), target_is_directory=(folder / target).is_dir())
    after = run_mkdocs(folder, folder / "site")
    return old, after.files(), after.output, after.returncode


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("leak.yml", "secret/leak.yml"),
        ("leaks", "secret"),
        ("a-vs-b/d.md", "secret/d.md"),
        ("a-vs-b/subjects", "secret"),
        ("a-vs-b/claims.csv", "../../../../../../../../etc/passwd"),
    ],
)
def test_links_out_of_the_data_are_refused(tmp_path: Path, link: str, target: str) -> None:
    """A pull request could publish any file of the machine that builds it; the old site stays as it was."""
    old, new, output, returncode = _build_with(tmp_path, link, Path(target))
    assert returncode == 1
    assert f"comparisons/{link}:1:1: file-unsafe: the link leads out of the data folder." in output
    assert "Traceback" not in output
    assert new == old
    assert not [name for name, content in new.items() if LEAKED.encode() in content]


def test_a_link_within_the_data_is_read(tmp_path: Path) -> None:
    """Two comparisons may share a file."""
    write_files(tmp_path / "comparisons", {"a/comparison.yml": GOOD})
    (tmp_path / "comparisons/b.yml").symlink_to("a/comparison.yml")
    assert (
        check(tmp_path, {}).codes == ["claim-missing", "claim-missing", "similar-names"]
        or not check(tmp_path, {}).has_errors
    )


def test_a_link_that_turns_in_a_circle_is_refused(tmp_path: Path) -> None:
    """It must neither be followed for ever nor end in a traceback."""
    write_files(tmp_path / "comparisons", {"a.yml": GOOD})
    (tmp_path / "comparisons/loop.yml").symlink_to("loop.yml")
    (tmp_path / "comparisons/round").symlink_to(".", target_is_directory=True)
    report = check(tmp_path, {})
    assert any(entry.finding.at.path == "comparisons/loop.yml" for entry in report.diagnostics)


@pytest.mark.parametrize("name", ["pipe.yml", "a/comparison.yml", "a/claims.csv", "_subjects.yml"])
def test_a_named_pipe_is_refused(tmp_path: Path, name: str) -> None:
    """To open one would wait for ever."""
    write_files(tmp_path / "comparisons", {"a/comparison.yml": GOOD} if name == "a/claims.csv" else {"b.yml": GOOD})
    path = tmp_path / "comparisons" / name
    path.parent.mkdir(exist_ok=True)
    os.mkfifo(path)
    report = check(tmp_path, {})
    assert [entry.finding.at.path for entry in report.errors if entry.finding.code == "file-unsafe"] == [
        f"comparisons/{name}"
    ]


@pytest.mark.parametrize(
    "path",
    [
        "comparisons/README.md",
        "comparisons.md",
        "comparisons/a-vs-b/a.md",
        "comparisons/a-vs-b/a/index.md",
        "Comparisons/A-vs-b/a.md",
        "comparisons/a-vs-b/a/index.html",
        "comparisons/a-vs-b/data.csv",
    ],
)
def test_a_document_with_the_address_of_a_page_is_told_of(tmp_path: Path, path: str) -> None:
    """Pages that are both on disk and made from data: one wins, and it is said which."""
    files = {"mkdocs.yml": CONFIG, "comparisons/a-vs-b.yml": GOOD, f"docs/{path}": "# Mine\n"}
    built = build_project(tmp_path, files)
    assert f"'{path}' in the docs folder is not shown" in built.output
    assert not [name for name, content in built.files().items() if name.endswith(".html") and b"Mine" in content]


@pytest.mark.parametrize("section", ["../../x", "/", "/abs/x", "", ".", "..", "a/../../b", "a//b", r"a\b", "{{ 1 }}"])
def test_a_section_outside_of_the_site_is_refused(tmp_path: Path, section: str) -> None:
    """The option names a folder below the site's root; pages written elsewhere could overwrite anything."""
    write_files(tmp_path, {"comparisons/a-vs-b.yml": GOOD})
    project = open_project(tmp_path, Settings(section=section), today=date(2026, 1, 1))
    with pytest.raises(SettingsError, match="option 'section'"):
        plan_site(project.catalogue, project.settings)


def test_nothing_is_written_outside_of_the_site(tmp_path: Path) -> None:
    """The same in a real build."""
    config = CONFIG.replace("[comparisons]", "[{comparisons: {section: ../../x}}]")
    built = build_project(tmp_path / "a/b/c", {"mkdocs.yml": config, "comparisons/a-vs-b.yml": GOOD})
    assert built.returncode == 1
    assert "option 'section'" in built.output
    assert "Traceback" not in built.output
    assert {path.name for path in tmp_path.rglob("*.html")} == set()
