"""YAML as data: what is refused, and the places of what is read."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_comparisons.loading.collector import Collector
from mkdocs_comparisons.loading.source_file import SourceFile, decode
from mkdocs_comparisons.loading.tree import MappingNode, Node, Scalar, SequenceNode
from mkdocs_comparisons.loading.tree_builder import parse_tree
from tests.loading.small import HEAD, codes, comparison, load_one, only, where


def read(text: str) -> tuple[Node | None, list[tuple[str, int, int]]]:
    """Return a text's tree and the code, line and column of its findings."""
    log = Collector()
    tree = parse_tree(SourceFile.of("a.yml", text), log)
    return tree, [(finding.code, *where(finding)) for finding in log.findings()]


def pair(tree: Node | None, key: str) -> tuple[Scalar, Node]:
    """Return a key of a mapping with what stands below it."""
    assert isinstance(tree, MappingNode)
    return tree.pairs[key]


def text_of(tree: Node | None, key: str) -> str:
    """Return the text below a key of a mapping."""
    _, node = pair(tree, key)
    assert isinstance(node, Scalar)
    return node.value


@pytest.mark.parametrize(
    "written",
    ["1.10", "0012", "no", "on", "Yes", "22:30", "2024-01-01", "~", "null", "1e3", "0x1F", ".5", "1_000", "TRUE"],
)
def test_scalars_stay_as_typed(written: str) -> None:
    """YAML 1.1 would make floats, octals, booleans, minutes and dates of them."""
    tree, findings = read(f"a: {written}\n")
    _, node = pair(tree, "a")
    assert isinstance(node, Scalar)
    assert (node.value, node.style, findings) == (written, "", [])


def test_places_are_those_of_an_editor() -> None:
    """Line and column from 1, in characters, with the length that a caret line needs."""
    tree, _ = read("ä: b\nlong key: 'some text'\n")
    key, node = pair(tree, "long key")
    assert (key.at.line, key.at.column, key.at.length) == (2, 1, 8)
    assert (node.at.line, node.at.column, node.at.length) == (2, 11, 11)


def test_text_over_several_lines_is_marked_to_the_end_of_its_first() -> None:
    """A caret line can't go on below."""
    tree, _ = read("a: one\n  two\n")
    _, node = pair(tree, "a")
    assert isinstance(node, Scalar)
    assert (node.value, node.at.length) == ("one two", 3)


def test_block_scalar_ends_without_a_line_end() -> None:
    """The last line end belongs to how it is written."""
    tree, _ = read("a: |\n  one\n  two\n\nb: >\n  x\n  y\n")
    assert text_of(tree, "a") == "one\ntwo"
    assert text_of(tree, "b") == "x y"


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: &x 1\n", 1, 4),
        ("a: 1\nb: *x\n", 2, 4),
        ("a: !!python/object:os.system x\n", 1, 4),
        ("a: !x [1]\n", 1, 4),
        ("a: 1\n<<: {b: 2}\n", 2, 1),
        ("%YAML 1.1\n---\na: 1\n", 1, 1),
        ("%TAG ! tag:x,2000:\n---\na: 1\n", 1, 1),
        ("a: 1\n---\nb: 2\n", 2, 1),
    ],
)
def test_features_beyond_data_are_refused(text: str, line: int, column: int) -> None:
    """They make a file mean something else than it shows, or stand for gigabytes."""
    assert read(text)[1] == [("yaml-feature", line, column)]


def test_alias_bomb_is_refused_at_once(tmp_path: Path) -> None:
    """Ten lines that mean billions of values take no time and no memory."""
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60)]
    loaded = load_one(tmp_path, "\n".join(lines))
    features = [finding for finding in loaded.findings if finding.code == "yaml-feature"]
    assert [feature.problem.split("'")[1] for feature in features] == ["&a0", "*a0"]
    assert "59 more" in features[0].problem


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, "? " * 100_000])
def test_absurd_nesting_is_bounded(tmp_path: Path, text: str) -> None:
    """Libyaml's own loader crashes the process on it, where no `except` helps."""
    assert "32 levels" in only(load_one(tmp_path, text), "limit").problem


def test_depth_of_data_is_no_problem() -> None:
    """The bound itself is allowed."""
    assert read("[" * 32 + "]" * 32)[1] == []
    assert read("[" * 33 + "]" * 33)[1] == [("limit", 1, 33)]


def test_key_given_twice_names_both_places(tmp_path: Path) -> None:
    """YAML loaders keep the last one in silence; here neither is lost unseen."""
    loaded = load_one(tmp_path, HEAD + "        summary: a\n        summary: b\n")
    finding = only(loaded, "key-duplicate")
    assert where(finding) == (12, 9)
    assert [(words, place.line) for words, place in finding.related] == [("first given here", 11)]


def test_unquoted_braces_are_one_finding(tmp_path: Path) -> None:
    """`{{ name }}` is a mapping to YAML; authors of templates need to hear about quotes."""
    finding = only(load_one(tmp_path, HEAD.replace("Redis vs Valkey", "{{ name }}")), "wrong-shape")
    assert "quotes" in finding.advice


def test_flow_as_in_json_loads(tmp_path: Path) -> None:
    """JSON is YAML: a file that a script wrote as JSON is read alike."""
    dimensions = '{"d": {"title": "D", "attributes": {"x": {"title": "X"}}}}'
    text = f'{{"title": "T", "subjects": {{"a": {{"title": "A"}}}}, "dimensions": {dimensions}}}'
    made = comparison(load_one(tmp_path, text))
    assert (made.title, made.subject_ids, made.dimension_ids) == ("T", ("a",), ("d",))


@pytest.mark.parametrize(
    ("text", "line", "column", "word"),
    [
        ("a:\n\tb: 1\n", 2, 1, "tab"),
        ("a: b\n\tc: 1\n", 2, 1, "tab"),
        ("a:\n  b: 1\n c: 2\n", 3, 2, "Indent"),
        ("a: 1\n- b\n", 2, 1, "list item"),
        ("a: 'x\nb: 1\n", 1, 4, "quotes"),
        ('a: "x\n', 1, 4, "quotes"),
        ("a: b: c\n", 1, 5, "': '"),
        ("a: @x\n", 1, 4, "'@'"),
        ("a: `x`\n", 1, 4, "'`'"),
        ("a: *Only* here\n", 1, 4, "'*'"),
        ("a: *only here\n", 1, 10, "'*'"),
        ("a: [1\nb: 2\n", 1, 4, "']'"),
        ("a: {b: 1\n", 1, 4, "'}'"),
        ('a: "\\q"\n', 1, 5, "single quotes"),
        ("a: - b\n", 1, 4, "line of its own"),
        ("a: 'x' y\n", 1, 8, "quotes"),
        ("a: >= 3\n", 1, 5, "quotes"),
        ("a: 1\nb\nc: 2\n", 2, 1, "':'"),
    ],
)
def test_syntax_errors_say_what_to_do(text: str, line: int, column: int, word: str) -> None:
    """The parser's own words (`did not find expected <block end>`) help nobody who writes data."""
    log = Collector()
    assert parse_tree(SourceFile.of("a.yml", text), log) is None
    (finding,) = log.findings()
    assert (finding.code, *where(finding)) == ("yaml-syntax", line, column)
    assert word in finding.problem + finding.advice


def test_no_break_space_in_the_indentation_is_found() -> None:
    """It looks like a space; the parser complains a line later about something else."""
    assert read("a:\n \u00a0b: x\n  c: y\n") == (None, [("encoding", 2, 2)])


def test_no_break_space_before_a_key_is_named(tmp_path: Path) -> None:
    """Where the parser takes it into the key, `unknown key 'summary'` would leave the author puzzled."""
    finding = only(load_one(tmp_path, HEAD + "\u00a0summary: x\n"), "encoding")
    assert where(finding) == (11, 1)


def test_pure_parser_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PyYAML comes without libyaml, data still loads, with the same places."""
    text = "a: |\n  b\nc: [1, {d: 'e'}]\n"
    with_c, _ = read(text)
    monkeypatch.delattr(yaml, "CBaseLoader", raising=False)
    without, findings = read(text)
    assert findings == []
    assert plain(without) == plain(with_c)


@given(st.text())
def test_arbitrary_text_never_raises(text: str) -> None:
    """Whatever stands in a file, the answer is a tree or a finding."""
    log = Collector()
    tree = parse_tree(SourceFile.of("a.yml", text), log)
    assert tree is not None or log.findings()


@given(st.binary())
def test_arbitrary_bytes_never_raise(data: bytes) -> None:
    """The same for bytes."""
    log = Collector()
    source = decode("a.yml", data, log)
    assert source is not None or log.findings()
    assert source is None or parse_tree(source, log) is not None or log.findings()


@given(st.text(alphabet=st.characters(categories=("L", "N", "P", "S"), include_characters=" "), min_size=1))
def test_quoted_text_is_kept_exactly(text: str) -> None:
    """What stands in single quotes is what the model holds."""
    quoted = text.replace("'", "''")
    tree, findings = read(f"a: '{quoted}'\n")
    assert findings == []
    assert text_of(tree, "a") == text


def plain(node: Node | None) -> object:
    """Return a tree as plain data, with the line and column of each scalar."""
    match node:
        case Scalar():
            return node.value, node.style, node.at.line, node.at.column
        case MappingNode():
            return [(key, plain(child)) for key, (_, child) in node.pairs.items()]
        case SequenceNode():
            return [plain(item) for item in node.items]
        case _:
            return None


def test_findings_are_capped_for_each_file(tmp_path: Path) -> None:
    """A generated file with a thousand equal mistakes must not bury the other files' findings."""
    loaded = load_one(tmp_path, HEAD + "".join(f"        key{n}: x\n" for n in range(1_000)))
    assert codes(loaded) == ["key-unknown"] * 200 + ["limit"]
    assert "800 more" in loaded.findings[-1].problem
