"""Claims of what something is built of, from the bottom to the top."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_comparisons.loading.collector import Collector
from mkdocs_comparisons.loading.layers import MOST_LAYERS, read_layers
from mkdocs_comparisons.loading.tree import MappingNode, Node, Refused, Scalar, SequenceNode
from mkdocs_comparisons.model.places import NOWHERE
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.model.values import Layer, Layers, NotApplicable, Unknown
from mkdocs_comparisons.validation import RULES
from tests.loading.small import HEAD, codes, load_files, load_one, only, value_of, where

KEYS = ("label", "role", "note", "mark", "repeat", "boundary", "labl")


def mapping(nodes: dict[str, Node]) -> MappingNode:
    """Return a mapping as a file has it."""
    return MappingNode({key: (Scalar(key, NOWHERE), node) for key, node in nodes.items()}, NOWHERE)


WORDS = st.sampled_from(["yes", "no", "", "x", "[[", "x" * 300])
NODES: st.SearchStrategy[Node] = st.recursive(
    st.builds(Scalar, WORDS, st.just(NOWHERE)) | st.just(Refused(NOWHERE)),
    lambda nodes: (
        st.builds(SequenceNode, st.lists(nodes, max_size=3).map(tuple), st.just(NOWHERE))
        | st.dictionaries(st.sampled_from(KEYS), nodes, max_size=7).map(mapping)
    ),
    max_leaves=20,
)


def claims(written: str) -> str:
    """Return a comparison with one claim of layers, written on line 13 behind its subject."""
    return f"{HEAD}        type: layers\n        claims:\n          redis: {written}\n"


def test_layer_in_full_and_in_short(tmp_path: Path) -> None:
    """Each key arrives; a text is the label alone; the order is the author's."""
    written = (
        "[Hardware, {label: '[[glossary/os|OS]]', role: operating system, note: its *own*, mark: runs a kernel, "
        "repeat: yes, boundary: yes}, {label: App, repeat: true}]"
    )
    layers = (
        Layer(Inline("Hardware")),
        Layer(
            label=Inline("[[glossary/os|OS]]"),
            role="operating system",
            note=Inline("its *own*"),
            is_repeated=True,
            is_bounded=True,
            mark="runs a kernel",
        ),
        Layer(Inline("App"), is_repeated=True),
    )
    assert value_of(tmp_path, written, "layers") == Layers(layers)
    assert value_of(tmp_path, f"{{value: {written}, note: as built}}", "layers") == Layers(layers)


@pytest.mark.parametrize(("word", "meaning"), [("yes", True), ("true", True), ("no", False), ("false", False)])
def test_switches(tmp_path: Path, word: str, *, meaning: bool) -> None:
    """Both pairs of words that YAML's readers know, as typed."""
    value = value_of(tmp_path, f"[{{label: A, repeat: {word}}}]", "layers")
    assert isinstance(value, Layers)
    assert [layer.is_repeated for layer in value.layers] == [meaning]


def test_states_suit_layers(tmp_path: Path) -> None:
    """Nobody has to make layers up."""
    assert value_of(tmp_path, "unknown", "layers") == Unknown()
    assert value_of(tmp_path, "n/a", "layers") == NotApplicable()


def test_texts_know_their_places(tmp_path: Path) -> None:
    """A wrong ref in a label is reported where it stands."""
    value = value_of(tmp_path, "[A, {label: B, note: C}]", "layers")
    assert isinstance(value, Layers)
    assert [text.at.column for text in value.texts] == [19, 30, 39]


@pytest.mark.parametrize(
    ("written", "code", "column", "word"),
    [
        ("[{label: A, rol: x}]", "key-unknown", 30, "'role'"),
        ("[{label: A, repaet: yes, boundary: yes}]", "key-unknown", 30, "'repeat'"),
        ("[{labl: A}]", "key-unknown", 20, "'label'"),
        ("[{role: x}]", "key-missing", 19, "label"),
        ("[{label: A, repeat: maybe}]", "wrong-shape", 38, "`yes`"),
        ("[{label: A, repeat: maybe, boundary: yes}]", "wrong-shape", 38, "`yes`"),
        ("[{label: A, repeat: Yes}]", "wrong-shape", 38, "'yes'"),
        ("[{label: A, boundary: yes}]", "value-type", 30, "`repeat: yes`"),
        ("[{label: A, repeat: no, boundary: yes}]", "value-type", 42, "`repeat: yes`"),
        ("[[A]]", "wrong-shape", 19, "label"),
        ("[A, '']", "wrong-shape", 22, "empty"),
        ("[{label: [A]}]", "wrong-shape", 27, "'label'"),
        (f"[{{label: A, role: {'x' * 61}}}]", "limit", 36, "60"),
        (f"[{{label: A, mark: {'x' * 61}}}]", "limit", 36, "60"),
        (f"[{{label: {'x' * 201}}}]", "limit", 27, "200"),
    ],
)
def test_mistakes_in_layers(tmp_path: Path, written: str, code: str, column: int, word: str) -> None:
    """Each is one finding, at the very word, and says what to do; what follows from it is not reported too."""
    finding = only(load_one(tmp_path, claims(written)), code)
    assert where(finding) == (13, column)
    assert word in finding.problem + finding.advice


def test_all_mistakes_are_reported_at_once(tmp_path: Path) -> None:
    """Nobody mends one layer after the other."""
    assert codes(load_one(tmp_path, claims("[{rol: x, label: A}, {label: B, boundary: yes}]"))) == [
        "key-unknown",
        "value-type",
    ]


def test_boundaries_of_several_runs(tmp_path: Path) -> None:
    """Repeated layers above shared ones have a boundary of their own; within one run there is one."""
    a_run = "{label: A, repeat: yes, boundary: yes}, {label: B, repeat: yes}"
    assert load_one(tmp_path, claims(f"[{a_run}, Shared, {a_run}]")).findings == ()
    finding = only(load_one(tmp_path, claims(f"[{a_run}, {a_run}]")), "value-type")
    assert "twice" in finding.problem


def test_too_many_layers(tmp_path: Path) -> None:
    """A picture of thousands is none; the first ones are kept."""
    loaded = load_one(tmp_path, claims(f"[{', '.join('x' * 100)}]"))
    assert "30 is the most" in only(loaded, "limit").problem
    (claim,) = loaded.catalogue.comparisons[0].claims
    assert isinstance(claim.value, Layers)
    assert len(claim.value.layers) == MOST_LAYERS


def test_layers_of_an_unreadable_type_are_not_reported_as_well(tmp_path: Path) -> None:
    """Who misspells the type gets one finding, not one for each claim."""
    only(load_one(tmp_path, claims("[{label: A}]").replace("type: layers", "type: layres")), "bad-type")


def test_a_cell_holds_no_layers(tmp_path: Path) -> None:
    """A table has no form for them, and says so when it is checked."""
    head = f"{HEAD}        type: layers\n"
    files = {"a/comparison.yml": head, "a/claims.csv": "subject,attribute,value\nredis,reads,A\n"}
    (claim,) = load_files(tmp_path, files).catalogue.comparisons[0].claims
    assert "CSV" in getattr(claim.value, "advice", "")


@given(st.lists(NODES, max_size=5))
def test_reading_never_fails(nodes: list[Node]) -> None:
    """Whatever stands in the list, it is a value or a finding of a rule that there is."""
    log = Collector()
    value = read_layers(SequenceNode(tuple(nodes), NOWHERE), log)
    assert {finding.code for finding in log.findings()} <= set(RULES)
    if isinstance(value, Layers):
        assert value.layers
        assert len(value.written) <= 210 * len(value.layers)
