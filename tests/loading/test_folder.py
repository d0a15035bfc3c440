"""Which file is what, and which is nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.loading.small import HEAD, codes, comparison, load_files, only


@pytest.mark.parametrize(
    "name",
    ["notes.md", "claims.csv", "_source.yml", "a/sources.yml", "a/drafts/x.yml", "a/subjects/x.md", "x.CSV", "a/x.YML"],
)
def test_data_that_nothing_reads_is_reported(tmp_path: Path, name: str) -> None:
    """A file in the wrong place would be lost without a word."""
    loaded = load_files(tmp_path, {"a/comparison.yml": HEAD, name: "title: x\n"})
    assert only(loaded, "file-stray").at.path == f"data/{name}"


def test_near_names_are_suggested(tmp_path: Path) -> None:
    """`_source.yml` was meant to be shared."""
    assert only(load_files(tmp_path, {"_source.yml": "a: {title: A}\n"}), "file-stray").advice.endswith(
        "'_sources.yml'?"
    )


@pytest.mark.parametrize(
    "name", ["README.md", "a/README.md", "a/readme.md", ".hidden.yml", ".git/x.yml", "a/make.py", "a/x.png", "LICENSE"]
)
def test_other_files_may_lie_about(tmp_path: Path, name: str) -> None:
    """Scripts, pictures, hidden files and a README are no data."""
    comparison(load_files(tmp_path, {"a/comparison.yml": HEAD, name: "x"}))


def test_folder_without_a_comparison_is_one_finding(tmp_path: Path) -> None:
    """Not one for each of its files; it says which to rename."""
    loaded = load_files(tmp_path, {"a/subjects/x.yml": "title: X\n", "a/claims.csv": "", "a/comparision.yml": HEAD})
    finding = only(loaded, "file-missing")
    assert (finding.at.path, finding.advice) == (
        "data/a/comparision.yml",
        "Rename 'comparision.yml' to 'comparison.yml'.",
    )
    assert comparison(load_files(tmp_path / "b", {"pictures/x.png": "", "a.yml": HEAD})).id == "a"


def test_folder_with_no_file_to_rename_gets_one_to_create(tmp_path: Path) -> None:
    """A subject's file or a table is not renamed to what it is not, whatever its name is like."""
    loaded = load_files(tmp_path, {"a/subjects/comparisons.yml": "title: X\n", "a/claims.csv": ""})
    assert only(loaded, "file-missing").advice == "Create 'data/a/comparison.yml', or move the files elsewhere."


def test_endings_in_upper_case_are_read(tmp_path: Path) -> None:
    """Some programs write them so; what stands in such a file would be lost."""
    table = "subject,attribute,value\nredis,reads,x\n"
    files = {
        "a/comparison.YML": HEAD,
        "a/claims.CSV": table,
        "a/subjects/x.Yaml": "title: X\n",
        "a/speed.MD": "Text.\n",
    }
    loaded = load_files(tmp_path, files | {"b.YML": HEAD, "_sources.YAML": "s: {title: S}\n"})
    assert codes(loaded) == []
    first, second = loaded.catalogue.comparisons
    assert (first.id, second.id, len(first.claims), first.subject_ids) == ("a", "b", 1, ("redis", "valkey", "x"))
    assert first.dimensions[0].article
    assert loaded.catalogue.sources


@pytest.mark.parametrize(
    "names",
    [("a.yml", "a.YML"), ("a.yml", "a.yaml"), ("a.yml", "a/comparison.yml"), ("a/comparison.yml", "a/comparison.yaml")],
)
def test_two_files_for_one_comparison(tmp_path: Path, names: tuple[str, str]) -> None:
    """Neither wins in silence."""
    loaded = load_files(tmp_path, dict.fromkeys(names, HEAD))
    finding = only(loaded, "id-collision")
    assert {finding.at.path, finding.related[0][1].path} == {f"data/{name}" for name in names}
    assert len(loaded.catalogue.comparisons) == 1


def test_two_files_for_one_subject_or_shared_file(tmp_path: Path) -> None:
    """The same for `.yml` beside `.yaml` anywhere."""
    loaded = load_files(
        tmp_path,
        {
            "_sources.yml": "a: {title: A}\n",
            "_sources.yaml": "b: {title: B}\n",
            "a/comparison.yml": HEAD,
            "a/subjects/x.yml": "title: X\n",
            "a/subjects/x.yaml": "title: X\n",
        },
    )
    assert codes(loaded) == ["id-collision", "id-collision"]


@pytest.mark.parametrize("name", ["a b.yml", "ä.yml", "a:b.yml", "glossary.yml", "Index.yml", "sources/comparison.yml"])
def test_names_that_can_be_no_comparison(tmp_path: Path, name: str) -> None:
    """The name is an id, stands in refs, and must not be a page that is there already."""
    assert only(load_files(tmp_path, {name: HEAD}), "bad-id").at.path == f"data/{name}"


def test_names_of_subjects_files_are_ids(tmp_path: Path) -> None:
    """As the keys of a mapping of subjects are."""
    loaded = load_files(tmp_path, {"a/comparison.yml": HEAD, "a/subjects/Key DB.yml": "title: KeyDB\n"})
    assert "'Key-DB'" in only(loaded, "bad-id").advice


def test_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The number is named; the rest is not read."""
    monkeypatch.setattr("mkdocs_comparisons.loading.folder.MOST_FILES", 3)
    loaded = load_files(tmp_path, {f"{name}.yml": HEAD for name in "abcde"})
    assert only(loaded, "limit").at.path == "data/d.yml"
    assert len(loaded.catalogue.comparisons) == 3


def test_empty_folder_is_an_empty_catalogue(tmp_path: Path) -> None:
    """A project may begin with nothing."""
    (tmp_path / "data").mkdir()
    loaded = load_files(tmp_path, {})
    assert (loaded.findings, loaded.catalogue.comparisons, dict(loaded.files)) == ((), (), {})


def test_paths_are_relative_to_the_project(tmp_path: Path) -> None:
    """No message and no page may hold the checkout's path."""
    loaded = load_files(tmp_path, {"a/comparison.yml": HEAD, "a/claims.csv": "x\n"})
    assert sorted(loaded.files) == ["data/a/claims.csv", "data/a/comparison.yml"]
    assert str(tmp_path) not in repr(loaded.findings) + repr(loaded.catalogue)
