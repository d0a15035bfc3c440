"""Which bytes become text, and what is said about the others."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from mkdocs_comparisons.loading import file_reader
from mkdocs_comparisons.loading.collector import MOST_PER_FILE, Collector
from mkdocs_comparisons.model.places import Place
from tests.loading.small import HEAD, codes, comparison, load_files, load_one, only, where


def test_byte_order_mark_is_dropped(tmp_path: Path) -> None:
    """Windows editors write a mark at the start; it must not end up in the first key."""
    assert comparison(load_one(tmp_path, b"\xef\xbb\xbf" + HEAD.encode())).title == "Redis vs Valkey"


def test_latin_1_is_refused_with_the_character_that_was_meant(tmp_path: Path) -> None:
    """An author who sees the letter knows what to do; one who sees a traceback does not."""
    finding = only(load_one(tmp_path, "title: Über\ntags: [é]\n".encode("latin-1")), "encoding")
    assert where(finding) == (1, 8)
    assert "'Ü'" in finding.advice


def test_column_of_a_bad_byte_counts_characters(tmp_path: Path) -> None:
    """Columns are code points, also behind letters of several bytes and a byte order mark."""
    finding = only(load_one(tmp_path, "\ufeffa: b\ntitle: €".encode() + b"\xe9"), "encoding")
    assert where(finding) == (2, 9)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf_16_is_named(tmp_path: Path, encoding: str) -> None:
    """`byte 0xff` would say nothing to someone whose editor saved UTF-16."""
    finding = only(load_one(tmp_path, HEAD.encode(encoding)), "encoding")
    assert "UTF-16" in finding.problem


@pytest.mark.parametrize("character", ["\x85", "\u2028", "\u2029", "\x1b", "\x00", "\x7f", "\x9b", "\ufeff"])
def test_characters_that_mislead_are_refused_where_they_stand(tmp_path: Path, character: str) -> None:
    """They shift lines, change values or write escape sequences to a terminal."""
    finding = only(load_one(tmp_path, HEAD.replace("Reads", f"Re{character}ads")), "encoding")
    assert where(finding) == (10, 18)
    assert f"U+{ord(character):04X}" in finding.problem


@pytest.mark.parametrize("character", ["\x85", "\u2028", "\u2029"])
def test_line_separators_do_not_shift_later_places(tmp_path: Path, character: str) -> None:
    """The parser counts them as lines; editors do not, and the next finding must name the editor's line."""
    loaded = load_one(
        tmp_path,
        HEAD.replace("Redis vs Valkey", f"a{character}b\nquestoin: x"),
    )
    assert [(finding.code, finding.at.line) for finding in loaded.findings] == [("encoding", 1), ("key-unknown", 2)]


@pytest.mark.parametrize("escape", ["\\0", "\\x1b", "\\r", "\\x9b", "\\uFFFE"])
def test_escapes_do_not_bring_control_characters_in(tmp_path: Path, escape: str) -> None:
    """What can't be typed can't be escaped either."""
    only(load_one(tmp_path, HEAD.replace("Reads", f'"Re{escape}ads"')), "encoding")


def test_line_separator_can_be_escaped(tmp_path: Path) -> None:
    """The advice given for a raw one has to work."""
    made = comparison(load_one(tmp_path, HEAD.replace("Reads", '"Re\\u2028ads"')))
    assert next(made.attributes()).title == "Re\u2028ads"


def test_lone_carriage_return_is_refused(tmp_path: Path) -> None:
    """Some programs end a line there; one finding for the file is enough."""
    loaded = load_one(tmp_path, HEAD.replace("\n", "\r"))
    finding = only(loaded, "encoding")
    assert "\\r" in finding.problem


def test_crlf_files_load_alike(tmp_path: Path) -> None:
    """A checkout on Windows gives the same model and the same places."""
    unix = comparison(load_one(tmp_path / "unix", HEAD))
    windows = comparison(load_one(tmp_path / "windows", HEAD.replace("\n", "\r\n")))
    assert unix == windows
    assert [subject.at for subject in unix.subjects] == [subject.at for subject in windows.subjects]


def test_lines_are_kept_for_excerpts(tmp_path: Path) -> None:
    """An excerpt shows the line as an editor does, without its end."""
    loaded = load_one(tmp_path, HEAD.replace("\n", "\r\n"))
    assert loaded.files["data/a.yml"].lines[0] == "title: Redis vs Valkey"


def test_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    """A stranger's pull request must not publish files of the machine that builds it."""
    (tmp_path / "secret.yml").write_text(HEAD, encoding="utf-8")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.yml").symlink_to("../secret.yml")
    loaded = load_files(tmp_path, {})
    assert only(loaded, "file-unsafe").at.path == "data/a.yml"
    assert loaded.catalogue.comparisons == ()


def test_linked_folder_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    """The same through a folder."""
    load_files(tmp_path / "other", {"comparison.yml": HEAD})
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a").symlink_to("../other/data")
    only(load_files(tmp_path, {}), "file-unsafe")


def test_link_within_the_folder_is_followed(tmp_path: Path) -> None:
    """Links are no danger where they stay inside."""
    load_files(
        tmp_path, {"b/subjects/redis.yml": "title: Redis\n", "b/comparison.yml": HEAD.replace("{title: Redis}", "")}
    )
    (tmp_path / "data" / "b" / "subjects" / "valkey.yml").symlink_to("redis.yml")
    loaded = load_files(
        tmp_path, {"b/comparison.yml": "title: T\ndimensions: {d: {title: D, attributes: {x: {title: X}}}}\n"}
    )
    assert comparison(loaded).subject_ids == ("redis", "valkey")


def test_broken_link_is_a_finding(tmp_path: Path) -> None:
    """It is reported, not raised."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.yml").symlink_to("gone.yml")
    only(load_files(tmp_path, {}), "file-unsafe")


def test_named_pipe_does_not_hang(tmp_path: Path) -> None:
    """To open one would wait for ever."""
    (tmp_path / "data").mkdir()
    os.mkfifo(tmp_path / "data" / "a.yml")
    only(load_files(tmp_path, {}), "file-unsafe")


def test_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    """The limit and the size are both named; a sparse file shows that nothing was read."""
    (tmp_path / "data").mkdir()
    with (tmp_path / "data" / "a.yml").open("wb") as file:
        file.truncate(file_reader.MOST_BYTES + 1)
    finding = only(load_files(tmp_path, {}), "limit")
    assert "20,000,000" in finding.problem
    assert "20,000,001" in finding.problem


@pytest.mark.parametrize("content", ["", "# words\n", "---\n", "\ufeff", "\n\n", "...\n"[:0]])
def test_empty_files_are_reported(tmp_path: Path, content: str) -> None:
    """A file that says nothing is more likely a mistake than a wish."""
    only(load_one(tmp_path, content), "file-empty")


def test_unread_files_are_named(tmp_path: Path) -> None:
    """Rules can then hold back what they would say about things that stand in there."""
    loaded = load_files(tmp_path, {"_sources.yml": "a: [", "b.yml": HEAD})
    assert codes(loaded) == ["yaml-syntax"]
    assert loaded.unread == {"data/_sources.yml"}


@pytest.mark.parametrize(
    ("files", "unread"),
    [
        ({"_sources.yml": "- a\n"}, "data/_sources.yml"),
        ({"b/comparison.yml": HEAD, "b/subjects/redis.yml": "- a\n"}, "data/b/subjects/redis.yml"),
        ({"b/comparison.yml": HEAD, "b/claims.csv": "subject,value\n"}, "data/b/claims.csv"),
        ({"b.yml": "- a\n"}, "data/b.yml"),
        ({"b.yml": f"{HEAD}        claims: {{redis: *a}}\n"}, "data/b.yml"),
    ],
)
def test_files_that_say_less_than_they_hold_are_unread(tmp_path: Path, files: Mapping[str, str], unread: str) -> None:
    """A list in the place of a mapping, a table that can't be read and an alias: what is lost is not called missing."""
    loaded = load_files(tmp_path, files)
    assert len(loaded.findings) == 1
    assert loaded.unread == {unread}


def test_files_are_unread_also_by_findings_that_are_not_kept() -> None:
    """After two hundred findings about a file, the next is only counted, but what it means for others counts too."""
    log = Collector()
    for line in range(1, MOST_PER_FILE + 1):
        log.report("key-unknown", Place("a.yml", line, 1), "wrong")
    assert log.unread == set()
    log.report("yaml-feature", Place("a.yml", 300, 1), "wrong")
    assert log.unread == {"a.yml"}
