"""What `comparisons pages` does to a folder of documents: nobody's file is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mkdocs_comparisons.errors import ComparisonsError
from mkdocs_comparisons.hosts.files import MANIFEST, read_manifest, unchanged_in, write_files

ONE = {"c/index.md": "One.\n", "c/a/data.csv": "a,b\r\n"}


def contents(folder: Path) -> dict[str, str]:
    """Return the files of a folder, without the manifest."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != MANIFEST)
    return {path.relative_to(folder).as_posix(): path.read_bytes().decode() for path in files}


def test_files_are_written_as_they_are_and_only_when_they_changed(tmp_path: Path) -> None:
    """A host that watches the folder is not woken by files that stay the same."""
    changes = write_files(tmp_path, ONE)
    assert sorted(changes.written) == sorted(ONE)
    assert contents(tmp_path) == ONE
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    again = write_files(tmp_path, ONE)
    assert (again.written, again.removed, again.kept) == ((), (), 2)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before
    third = write_files(tmp_path, {**ONE, "c/index.md": "Two.\n"})
    assert (third.written, third.kept) == (("c/index.md",), 1)


def test_what_is_not_needed_any_more_is_removed_with_its_folder(tmp_path: Path) -> None:
    """But neither a person's files nor the folders that hold them."""
    write_files(tmp_path, {**ONE, "c/b/x.md": "x", "c/b/y.md": "y"})
    (tmp_path / "c/b/mine.md").write_text("Mine.")
    changes = write_files(tmp_path, {"c/index.md": "One.\n"})
    assert sorted(changes.removed) == ["c/a/data.csv", "c/b/x.md", "c/b/y.md"]
    assert contents(tmp_path) == {"c/index.md": "One.\n", "c/b/mine.md": "Mine."}
    assert not (tmp_path / "c/a").exists()


@pytest.mark.parametrize("is_new", [True, False])
def test_a_persons_file_is_never_overwritten(is_new: bool, tmp_path: Path) -> None:
    """Not one that was there before, nor one of ours that somebody has changed; then nothing at all is written."""
    if not is_new:
        write_files(tmp_path, ONE)
    (tmp_path / "c").mkdir(exist_ok=True)
    (tmp_path / "c/index.md").write_text("Mine.")
    with pytest.raises(ComparisonsError, match=r"in the way(.|\n)*c/index\.md(.|\n)*Move them away"):
        write_files(tmp_path, {"c/index.md": "Two.\n", "new.md": "New."})
    assert (tmp_path / "c/index.md").read_text() == "Mine."
    assert not (tmp_path / "new.md").exists()


def test_a_file_that_somebody_changed_is_not_removed(tmp_path: Path) -> None:
    """It is that person's from then on, and the run says so."""
    write_files(tmp_path, ONE)
    (tmp_path / "c/index.md").write_text("Mine.")
    assert write_files(tmp_path, {}).left == ("c/index.md",)
    assert contents(tmp_path) == {"c/index.md": "Mine."}
    assert read_manifest(tmp_path) == {}


def test_a_file_with_the_right_content_is_taken_over(tmp_path: Path) -> None:
    """A fresh clone in which the pages, but not the manifest, are under version control goes on as before."""
    write_files(tmp_path, ONE)
    (tmp_path / MANIFEST).unlink()
    assert write_files(tmp_path, ONE).kept == 2
    assert sorted(unchanged_in(tmp_path)) == sorted(ONE)


def test_a_run_that_was_cut_short_knows_its_own_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether the disk was full or the power gone: the next run goes on."""
    write_files(tmp_path, ONE)
    two = {"c/index.md": "Two.\n", "c/other.md": "Other.\n", "z.md": "Last.\n"}
    replace = Path.replace

    def fail(path: Path, target: Path) -> Path:
        if target.name == "z.md":
            raise OSError(28, "No space left on device")
        return replace(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", fail)
        with pytest.raises(ComparisonsError, match="can't be written to: No space left"):
            write_files(tmp_path, two)
    assert [path.name for path in tmp_path.rglob("*.part")] == []
    three = {"c/index.md": "Three.\n", "c/other.md": "Else.\n"}
    write_files(tmp_path, three)
    assert contents(tmp_path) == three


@pytest.mark.parametrize("name", ["../out.md", "/etc/passwd", "a/../../out.md", "..\\out.md", ""])
def test_a_strangers_manifest_leads_nowhere_else(name: str, tmp_path: Path) -> None:
    """A manifest may come with a project: what it lists outside of the folder is not ours to remove."""
    docs = tmp_path / "docs"
    docs.mkdir()
    out = tmp_path / "out.md"
    out.write_text("x")
    hash = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
    (docs / MANIFEST).write_text(json.dumps({"version": 1, "files": {name: [hash]}}))
    write_files(docs, {})
    assert out.read_text() == "x"


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    """Neither a linked folder nor a linked file is written through."""
    docs, out = tmp_path / "docs", tmp_path / "out"
    docs.mkdir()
    out.mkdir()
    (docs / "c").symlink_to(out)
    (docs / "x.md").symlink_to(out / "x.md")
    with pytest.raises(ComparisonsError, match=r"in the way(.|\n)*c/index\.md(.|\n)*x\.md"):
        write_files(docs, {"c/index.md": "One.", "x.md": "Two."})
    assert list(out.iterdir()) == []


def test_nothing_is_removed_where_a_link_leads_to(tmp_path: Path) -> None:
    """A folder of ours that somebody has replaced by a link is not ours any more."""
    docs, out = tmp_path / "docs", tmp_path / "out"
    docs.mkdir()
    write_files(docs, ONE)
    (docs / "c").rename(out)
    (docs / "c").symlink_to(out)
    write_files(docs, {})
    assert contents(out) == {"index.md": "One.\n", "a/data.csv": "a,b\r\n"}


@pytest.mark.parametrize("text", ["", "[]", '{"files": []}', '{"files": {"a": 1}}', "\x00"])
def test_a_damaged_manifest_is_said(text: str, tmp_path: Path) -> None:
    """Without it nobody knows which files are ours."""
    (tmp_path / MANIFEST).write_text(text)
    with pytest.raises(ComparisonsError, match="not known which files there are ours"):
        write_files(tmp_path, ONE)
    assert contents(tmp_path) == {}


def test_files_that_look_like_ours_on_the_way_are_left_alone(tmp_path: Path) -> None:
    """What is written first and then put in its place has a name that nobody has, and goes through no link."""
    out = tmp_path / "out"
    out.write_text("Mine.")
    docs = tmp_path / "docs"
    docs.mkdir()
    for name in (f".{MANIFEST}.part", ".index.md.part"):
        (docs / name).symlink_to(out)
    (docs / ".x.md.part").write_text("Mine.")
    write_files(docs, {"index.md": "One.", "x.md": "Two."})
    assert (out.read_text(), (docs / ".x.md.part").read_text()) == ("Mine.", "Mine.")
    assert not (docs / "index.md").is_symlink()


def test_a_file_where_a_folder_must_be_is_in_the_way(tmp_path: Path) -> None:
    """It is named, and nothing is written."""
    (tmp_path / "c").write_text("Mine.")
    with pytest.raises(ComparisonsError, match=r"in the way(.|\n)*c/index\.md"):
        write_files(tmp_path, {**ONE, "a.md": "A."})
    assert contents(tmp_path) == {"c": "Mine."}
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(ComparisonsError, match=r"in the way(.|\n)*loop/index\.md"):
        write_files(tmp_path, {"loop/index.md": "One."})
