"""A value of the type `layers`: what something is built of, from the bottom to the top."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_comparisons.loading import shapes
from mkdocs_comparisons.loading.collector import Collector
from mkdocs_comparisons.loading.fields import Record
from mkdocs_comparisons.loading.tree import Node, Scalar, SequenceNode
from mkdocs_comparisons.model.places import Place
from mkdocs_comparisons.model.values import Invalid, Layer, Layers, Unknown, Value

MOST_LAYERS = 30
_WHAT = "a layer"

_Placed = tuple[Layer, Place]
"""A layer, and where its boundary is asked for, or else it itself."""


def read_layers(node: SequenceNode, log: Collector) -> Value:
    """Return a list of layers. Unlike other values it reports what is wrong with each of them, where that stands."""
    if not node.items:
        advice = "Name a layer, or write `unknown` or `n/a`."
        return Invalid("", "value-type", "the list of layers is empty", advice)
    if len(node.items) > MOST_LAYERS:
        problem = f"the list has {len(node.items):,} layers; {MOST_LAYERS} is the most"
        log.report("limit", node.items[MOST_LAYERS].at, problem, "Bring several together in one.")
    read = [_read_layer(item, log) for item in node.items[:MOST_LAYERS]]
    placed = [entry for entry in read if entry]
    _check_boundaries(placed, log)
    # Without a single layer all of them were reported, so that nobody gets to see this.
    return Layers(tuple(layer for layer, _ in placed)) if placed else Unknown()


def _read_layer(node: Node, log: Collector) -> _Placed | None:
    if isinstance(node, Scalar):
        label = shapes.LABEL.holds.read(node, _WHAT, log)
        return (Layer(label), node.at) if label else None
    record = shapes.LAYER.read(node, _WHAT, log)
    return _make_layer(record, log) if record else None


def _make_layer(record: Record, log: Collector) -> _Placed | None:
    label = record.get(shapes.LABEL)
    is_bounded = record.get(shapes.BOUNDARY) or False
    if is_bounded and _is_shared(record):
        problem = "the boundary runs below a layer that all instances share"
        advice = "Add `repeat: yes`, or move `boundary` to the lowest layer that each instance has."
        log.report("value-type", record.place_of(shapes.BOUNDARY) or record.at, problem, advice)
    if label is None:
        return None
    layer = Layer(
        label=label,
        role=record.get(shapes.ROLE) or "",
        note=record.get(shapes.NOTE),
        is_repeated=record.get(shapes.REPEAT) or False,
        is_bounded=is_bounded,
        mark=record.get(shapes.MARK) or "",
    )
    return layer, record.place_of(shapes.BOUNDARY) or record.at


def _is_shared(record: Record) -> bool:
    """Return whether a layer is surely shared: a `repeat` that can't be read was reported and is not to be guessed."""
    repeat = record.get(shapes.REPEAT)
    return repeat is False or not (repeat or record.place_of(shapes.REPEAT) or record.misspells(shapes.REPEAT))


def _check_boundaries(placed: Iterable[_Placed], log: Collector) -> None:
    """Report a second boundary within a run of repeated layers: what lies between the two is in no picture."""
    is_inside = False
    for layer, at in placed:
        if layer.is_bounded and is_inside:
            problem = "the boundary is given twice for layers that stand upon each other"
            log.report("value-type", at, problem, "Keep it at the lowest layer that lies inside.")
        is_inside = layer.is_repeated and (is_inside or layer.is_bounded)
