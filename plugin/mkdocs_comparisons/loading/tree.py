"""What a YAML file says, before anything is made of it: nodes that know where they stand.

Scalars hold the text as typed; what it means is for the attribute to say.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from mkdocs_comparisons.model.places import Place


class Scalar(NamedTuple):
    """A text. A named tuple, as one is made for each value that is read."""

    value: str
    at: Place
    style: str = ""
    """Empty for a plain scalar and for a cell of a CSV file; else `'`, `"`, `|` or `>`."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written; quotes with nothing in them are something."""
        return not self.value and not self.style


@dataclass(frozen=True, slots=True, eq=False)
class MappingNode:
    """Keys and what stands below them, in the author's order."""

    pairs: Mapping[str, Entry]
    at: Place


@dataclass(frozen=True, slots=True, eq=False)
class SequenceNode:
    """A list."""

    items: tuple[Node, ...]
    at: Place


@dataclass(frozen=True, slots=True, eq=False)
class Refused:
    """Stands for what was reported already: whoever reads it stays silent."""

    at: Place


Node = Scalar | MappingNode | SequenceNode | Refused

Entry = tuple[Scalar, Node]
"""A key and what stands below it."""


def kind_of(node: Node) -> str:
    """Return in words what a node is."""
    match node:
        case Scalar():
            return "a text"
        case SequenceNode():
            return "a list"
        case _:
            return "a mapping"
