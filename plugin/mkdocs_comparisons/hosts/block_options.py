"""The options of a block, read as data is: as typed, each with its place."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping

from mkdocs_comparisons.diagnostics import Finding
from mkdocs_comparisons.loading.collector import Collector
from mkdocs_comparisons.loading.source_file import SourceFile
from mkdocs_comparisons.loading.tree import MappingNode, Node, Refused, Scalar, SequenceNode
from mkdocs_comparisons.loading.tree_builder import parse_tree
from mkdocs_comparisons.model.places import Place

Options = dict[str, str | tuple[str, ...]]


def read_options(written: str, block: Place) -> tuple[Options, Mapping[str, Place], tuple[Finding, ...]]:
    """Read the option lines of a block.

    Args:
        written: The lines below the block's header, indented.
        block: Where the header stands.

    Returns:
        The options, the places of their names and words in the page, and what can't be read.
    """
    if not written.strip():
        return {}, {}, ()
    text = textwrap.dedent(written)
    indent = len(written) - len(written.lstrip(" ")) + block.column - 1
    log = Collector()
    root = parse_tree(SourceFile.of(block.path, text), log)
    options: Options = {}
    places: dict[str, Place] = {}
    if isinstance(root, MappingNode):
        for name, (key, node) in root.pairs.items():
            places[name] = key.at
            words = _words(node, places, log)
            if words is not None:
                options[name] = words
    elif root is not None:
        log.report("page-block", root.at, "options are written as 'name: value'", "Write 'view: matrix', say.")
    findings = tuple(_moved(finding, block, indent) for finding in log.findings())
    return options, {word: _shift(at, block, indent) for word, at in places.items()}, findings


def _words(node: Node, places: dict[str, Place], log: Collector) -> str | tuple[str, ...] | None:
    """Return an option's words; None where it has none, which is reported."""
    match node:
        case Scalar(value, at):
            places.setdefault(value, at)
            return value
        case SequenceNode(items=items):
            return tuple(word for item in items for word in _item(item, places, log))
        case Refused():
            return None
        case _:
            log.report("page-block", node.at, "a mapping stands where a word or a list is expected", "Write a word.")
            return None


def _item(node: Node, places: dict[str, Place], log: Collector) -> tuple[str, ...]:
    if isinstance(node, Scalar):
        places.setdefault(node.value, node.at)
        return (node.value,)
    log.report("page-block", node.at, "a list or mapping stands where a word is expected", "Write a word.")
    return ()


def _moved(finding: Finding, block: Place, indent: int) -> Finding:
    at = _shift(finding.at, block, indent)
    return Finding(code="page-block", at=at, problem=finding.problem, advice=finding.advice)


def _shift(at: Place, block: Place, indent: int) -> Place:
    return Place(block.path, block.line + at.line, at.column + indent, at.length)
