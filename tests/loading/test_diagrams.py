"""The diagram that an author asks for."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_comparisons.model.dimensions import DiagramKind, DiagramOptions
from tests.loading.small import HEAD, comparison, load_one, only, where


def asking(written: str) -> str:
    """Return a comparison whose dimension asks for a diagram, on line 8."""
    return HEAD.replace("    title: Speed\n", f"    title: Speed\n    diagram: {written}\n")


def diagram_of(folder: Path, written: str) -> DiagramOptions | None:
    """Return the diagram that is asked for."""
    return comparison(load_one(folder, asking(written))).dimensions[0].diagram


def test_none_is_asked_for_unless_written(tmp_path: Path) -> None:
    """Then what fits the data is chosen."""
    assert comparison(load_one(tmp_path, HEAD)).dimensions[0].diagram is None


@pytest.mark.parametrize("kind", DiagramKind)
def test_kind_is_short_for_a_mapping(tmp_path: Path, kind: DiagramKind) -> None:
    """Most authors want a kind and nothing else."""
    assert diagram_of(tmp_path, kind) == diagram_of(tmp_path, f"{{kind: {kind}}}") == DiagramOptions(kind=kind)


def test_all_options(tmp_path: Path) -> None:
    """Each arrives, those that are left out as the manual says."""
    stack = diagram_of(tmp_path, "{kind: stack, attributes: [reads], instances: 2, boundary: walls}")
    assert stack == DiagramOptions(kind=DiagramKind.STACK, attributes=("reads",), instances=2, boundary="walls")
    axes = diagram_of(tmp_path, "{kind: quadrant, attributes: [writes, reads], scale: log}")
    assert axes == DiagramOptions(kind=DiagramKind.QUADRANT, attributes=("writes", "reads"), scale="log")
    assert (axes.instances, axes.boundary) == (3, "isolation boundary")


def test_places(tmp_path: Path) -> None:
    """What is wrong with a diagram is told at its kind, what is wrong with an attribute at its id."""
    diagram = diagram_of(tmp_path, "{attributes: [writes, reads], kind: radar}")
    assert diagram is not None
    assert (diagram.at.line, diagram.at.column) == (8, 50)
    assert [at.column for at in diagram.attribute_places] == [28, 36]
    assert [at.length for at in diagram.attribute_places] == [6, 5]


@pytest.mark.parametrize(
    ("written", "code", "column", "word"),
    [
        ("rader", "bad-diagram", 14, "Did you mean 'radar'? Known are stack, "),
        ("{kind: pie}", "bad-diagram", 21, "Known are stack, "),
        ("{attributes: [reads]}", "key-missing", 14, "`kind: …`"),
        ("[radar]", "wrong-shape", 14, "list"),
        ("", "wrong-shape", 13, "empty"),
        ("{kind: radar, atributes: [reads]}", "key-unknown", 28, "'attributes'"),
        ("{kind: radar, attributes: reads}", "wrong-shape", 40, "`[reads]`"),
        ("{kind: radar, attributes: [a b]}", "bad-id", 41, "a-b"),
        ("{kind: radar, attributes: [reads, reads]}", "bad-diagram", 48, "twice"),
        ("{kind: strip, scale: logg}", "bad-diagram", 35, "'log'"),
        ("{kind: radar, scale: log}", "bad-diagram", 28, "dumbbell, strip or quadrant"),
        ("{kind: stack, instances: 0}", "bad-diagram", 39, "from 1 to 4"),
        ("{kind: stack, instances: 1e9}", "bad-diagram", 39, "from 1 to 4"),
        ("{kind: heat, instances: 2}", "bad-diagram", 27, "stack"),
        ("{kind: heat, boundary: x}", "bad-diagram", 27, "stack"),
        (f"{{kind: stack, boundary: {'x' * 61}}}", "limit", 38, "60"),
    ],
)
def test_mistakes_in_diagrams(tmp_path: Path, written: str, code: str, column: int, word: str) -> None:
    """Each is one finding, at the very word, and says what to do."""
    finding = only(load_one(tmp_path, asking(written)), code)
    assert where(finding)[1] == column
    assert word in finding.problem + " " + finding.advice
