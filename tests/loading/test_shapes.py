"""Mappings: misspelled, missing and misshapen keys."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.loading.small import HEAD, codes, comparison, load_files, load_one, only, where


def test_misspelled_key_gets_a_suggestion(tmp_path: Path) -> None:
    """A misspelled optional key would otherwise be lost without a word."""
    finding = only(load_one(tmp_path, HEAD.replace("title: Redis vs", "questoin: x\ntitle: Redis vs")), "key-unknown")
    assert finding.advice == "Did you mean 'question'?"
    assert (*where(finding), finding.at.length) == (1, 1, 8)


def test_strange_key_gets_the_known_ones(tmp_path: Path) -> None:
    """Where nothing is near, the author sees what there is."""
    finding = only(load_one(tmp_path, HEAD + "        xyz: 1\n"), "key-unknown")
    assert finding.problem == "unknown key 'xyz' in an attribute"
    assert finding.advice == "Known are title, summary, type, sentence, importance, claims, slug."


def test_misspelled_required_key_is_not_also_missing(tmp_path: Path) -> None:
    """One slip is one finding."""
    assert only(load_one(tmp_path, HEAD.replace("title: Reads", "titel: Reads")), "key-unknown").at.line == 10


def test_missing_key_is_reported_at_the_thing_that_lacks_it(tmp_path: Path) -> None:
    """The place is the id's, as there is no key to point to."""
    finding = only(load_one(tmp_path, HEAD.replace("title: Reads", "summary: Reads")), "key-missing")
    assert finding.problem == "an attribute lacks the key 'title'"
    assert where(finding) == (9, 7)


def test_several_mistakes_come_out_at_once(tmp_path: Path) -> None:
    """An author repairs a file in one go, in the order of its lines."""
    text = """\
titel: T
tags: alice
subjects: {redis: {title: R, url: [x]}}
dimensions: {d: {attributes: {a b: {title: A}}}}
"""
    loaded = load_files(tmp_path, {"a.yml": text, "b.yml": "title: [\n", "_subjects.yml": "x: y\n"})
    assert [(finding.at.path, finding.code) for finding in loaded.findings] == [
        ("data/_subjects.yml", "wrong-shape"),
        ("data/a.yml", "key-unknown"),
        ("data/a.yml", "wrong-shape"),
        ("data/a.yml", "wrong-shape"),
        ("data/a.yml", "key-missing"),
        ("data/a.yml", "bad-id"),
        ("data/b.yml", "yaml-syntax"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("title: Redis vs Valkey", "title: [a]", "a text is needed"),
        ("title: Redis vs Valkey", "title: {a: b}", "a text is needed"),
        ("title: Redis vs Valkey", "title:", "is empty"),
        ("title: Redis vs Valkey", "title: ''", "is empty"),
        ("title: Redis vs Valkey", "title: |\n  a\n  b", "several lines"),
        ("title: Redis vs Valkey", "title: T\ntags: alice", "a list is needed"),
        ("title: Redis vs Valkey", "title: T\ntags: {alice: bob}", "a list is needed"),
        ("title: Redis vs Valkey", "title: T\ntags: [a, [b]]", "an entry of 'tags'"),
        ("title: Redis vs Valkey", "title: T\nnoun: approach", "a mapping is needed"),
        ("title: Redis vs Valkey", "title: T\nsources: [a]", "a mapping is needed"),
        ("title: Redis vs Valkey", "title: T\nsources: {a: b}", "the source 'a'"),
        ("{title: Redis}", "Redis", "the subject 'redis'"),
    ],
)
def test_wrong_shapes(tmp_path: Path, old: str, new: str, word: str) -> None:
    """A text is never taken for a list, nor a list for a text."""
    assert word in only(load_one(tmp_path, HEAD.replace(old, new)), "wrong-shape").problem


def test_text_for_a_list_is_shown_as_a_list(tmp_path: Path) -> None:
    """`tags: alice` must not become five tags; the advice is what to type."""
    finding = only(load_one(tmp_path, "tags: alice\n" + HEAD), "wrong-shape")
    assert finding.advice.startswith("Write `[alice]`")


@pytest.mark.parametrize(
    ("written", "example"), [("redis, valkey", "[redis, valkey]"), ("redis", "[redis]"), ("", "[…]"), ("x" * 50, "[…]")]
)
def test_subjects_as_a_text(tmp_path: Path, written: str, example: str) -> None:
    """Both of what is allowed there is named, the nearer first."""
    text = f"title: T\nsubjects: {written}\ndimensions: {{d: {{title: D, attributes: {{x: {{title: X}}}}}}}}\n"
    finding = only(load_one(tmp_path, text), "wrong-shape")
    assert finding.problem.endswith("; a mapping, or a list of ids, is needed")
    assert finding.advice.startswith(f"Write `{example}`, or an id, a colon,")


def test_numbers_are_fine_where_text_is_expected(tmp_path: Path) -> None:
    """`title: 2024` is a text for us; elsewhere it ended in an `AttributeError`."""
    made = comparison(
        load_one(tmp_path, HEAD.replace("Redis vs Valkey", "2024").replace("{title: Redis}", "{title: 1.10}"))
    )
    assert (made.title, made.subjects[0].title) == ("2024", "1.10")


@pytest.mark.parametrize("file", ["- a\n- b\n", "just words\n", "[]\n"])
def test_file_that_is_no_mapping(tmp_path: Path, file: str) -> None:
    """A file of the wrong form is one finding, at its start."""
    assert where(only(load_one(tmp_path, file), "wrong-shape")) == (1, 1)


@pytest.mark.parametrize(
    "id",
    ["a b", "ä", "-a", ".a", "a/b", "a#b", "../x", "''", "x" * 129, "a\u200bb", "аpache", "日本"],
)
def test_bad_ids(tmp_path: Path, id: str) -> None:
    """Ids stand in addresses and refs: no paths, no spaces, no look-alikes of other scripts."""
    assert only(load_one(tmp_path, HEAD.replace("  valkey:", f"  {id}:")), "bad-id").at.line == 4


@pytest.mark.parametrize("id", ["a", "A", "9", "a.b", "m5.large", "c++", "node@20", "ns:x", "a_b", "x" * 128])
def test_good_ids(tmp_path: Path, id: str) -> None:
    """The ids of the field at hand are taken as they are."""
    assert comparison(load_one(tmp_path, HEAD.replace("  valkey:", f"  {id}:"))).subject_ids[1] == id


def test_bad_ids_get_a_suggestion(tmp_path: Path) -> None:
    """Never changed in silence: refused, with what would do."""
    finding = only(load_one(tmp_path, HEAD.replace("  reads:", "  Reads per second:")), "bad-id")
    assert "'Reads-per-second'" in finding.advice


@pytest.mark.parametrize("slug", ["A", "a b", "-a", "a-", "a_b", "ä", "a/b", "x" * 129])
def test_bad_slugs(tmp_path: Path, slug: str) -> None:
    """Slugs are strict, for they are parts of addresses."""
    only(load_one(tmp_path, f"slug: {slug}\n{HEAD}"), "bad-slug")


def test_slugs_come_from_ids_unless_given(tmp_path: Path) -> None:
    """Lower case, every other character a `-`; an own slug settles what collides."""
    text = HEAD.replace("  redis: {title: Redis}", "  C++: {title: C++}").replace(
        "{title: Valkey}", "{title: V, slug: vk}"
    )
    made = comparison(load_one(tmp_path, text))
    assert [subject.slug for subject in made.subjects] == ["c--", "vk"]


@pytest.mark.parametrize("day", ["yesterday", "2024", "2024-05", "2009-02-30", "01.05.2024", "2024-05-01T00:00"])
def test_bad_days(tmp_path: Path, day: str) -> None:
    """A day is a day that there is."""
    finding = only(load_one(tmp_path, f"sources: {{a: {{title: A, accessed: {day}}}}}\n{HEAD}"), "bad-date")
    assert "2024-05-01" in finding.advice


def test_dates_of_sources(tmp_path: Path) -> None:
    """What was published may be known by its year only."""
    text = f"sources: {{a: {{title: A, published: 2024-05, accessed: 2024-06-01, authors: [B, C]}}}}\n{HEAD}"
    (source,) = comparison(load_one(tmp_path, text)).sources
    assert (source.published, source.accessed, source.authors) == ("2024-05", date(2024, 6, 1), ("B", "C"))
    only(load_one(tmp_path, text.replace("2024-05,", "May,")), "bad-date")


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("{subject} run", "{value}"),
        ("run {value}", "{subject}"),
        ("run", "{subject}"),
        ("{subject} {vlaue} {value}", "{vlaue}"),
        ("{subject} {value} {}", "{}"),
        ("{subject.title} {value}", "{subject.title}"),
        ("{subject!r} {value}", "{subject!r}"),
        ("{subject} {value} {", "brace"),
    ],
)
def test_bad_sentences(tmp_path: Path, sentence: str, word: str) -> None:
    """A sentence is filled in word for word; no format language."""
    assert word in only(load_one(tmp_path, f'{HEAD}        sentence: "{sentence}"\n'), "bad-sentence").problem


def test_good_sentence(tmp_path: Path) -> None:
    """Both placeholders, in any order."""
    made = comparison(load_one(tmp_path, f'{HEAD}        sentence: "{{value}} is what {{subject}} does"\n'))
    assert next(made.attributes()).sentence == "{value} is what {subject} does"


@pytest.mark.parametrize(
    ("key", "most"),
    [("title", 200), ("question", 2_000), ("summary", 5_000)],
)
def test_lengths_are_bounded(tmp_path: Path, key: str, most: int) -> None:
    """Each limit names its number; what is just as long is fine."""
    head = HEAD.split("\n", 1)[1] if key == "title" else HEAD
    assert codes(load_one(tmp_path, f"{key}: {'a' * most}\n{head}")) == []
    finding = only(load_one(tmp_path, f"{key}: {'a' * (most + 1)}\n{head}"), "limit")
    assert f"{most:,}" in finding.problem
    assert f"{most + 1:,}" in finding.problem
