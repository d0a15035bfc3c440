"""Stacks to draw, made in few words."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_comparisons.model.comparison import Comparison, Noun
from mkdocs_comparisons.model.dimensions import DiagramKind, DiagramOptions, Kind, ValueType
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.model.values import Layer, Layers, Value
from tests.renderers.svg.samples import compare

LAYERS = ValueType(kind=Kind.LAYERS)
KERNEL = "runs a kernel"


def layer(label: str, role: str = "", note: str = "", *, mark: str = "") -> Layer:
    """Return a layer that all instances share."""
    return Layer(label=Inline(label), role=role, note=Inline(note) if note else None, mark=mark)


def own(label: str, role: str = "", *, mark: str = "", is_bounded: bool = False) -> Layer:
    """Return a layer that each instance has."""
    return Layer(label=Inline(label), role=role, is_repeated=True, is_bounded=is_bounded, mark=mark)


def layers(*all: Layer | str) -> Layers:
    """Return layers from the bottom to the top; a word is a shared one."""
    return Layers(tuple(layer(each) if isinstance(each, str) else each for each in all))


MACHINES = layers(
    layer("Infrastructure", "hardware"),
    layer("Hypervisor", "manager", "allocates resources"),
    own("Guest OS", "operating system", mark=KERNEL, is_bounded=True),
    own("Libraries", "dependencies"),
    own("App", "application"),
)
CONTAINERS = layers(
    layer("Infrastructure", "hardware"),
    layer("Host OS", "operating system", mark=KERNEL),
    layer("Container engine", "manager", "namespaces, cgroups"),
    own("Libraries", "dependencies", is_bounded=True),
    own("App", "application"),
)
MODULES = layers(
    layer("Infrastructure", "hardware"),
    layer("Host OS", "operating system", mark=KERNEL),
    layer("Runtime", "manager"),
    own("Module", "application", is_bounded=True),
)


def stacked(subjects: Sequence[str], *values: Value | None) -> Comparison:
    """Return a comparison whose only attribute tells layers."""
    return compare(subjects, ("Layers", LAYERS, values), noun=Noun(one="way", many="ways"))


def options(instances: int = 3, boundary: str = "isolation boundary") -> DiagramOptions:
    """Return what an author may wish of a stack."""
    return DiagramOptions(kind=DiagramKind.STACK, instances=instances, boundary=boundary)
