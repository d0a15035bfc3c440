"""What a key can hold: one of a few words, or a small number."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_comparisons.diagnostics import did_you_mean
from mkdocs_comparisons.loading.collector import Collector
from mkdocs_comparisons.loading.fields import Definitions, JsonSchema, read_scalar
from mkdocs_comparisons.loading.tree import Node
from mkdocs_comparisons.loading.wording import one_of, quoted
from mkdocs_comparisons.model.dimensions import DiagramKind, Importance

_SWITCH = {"yes": True, "no": False, "true": True, "false": False}
SCALES = ("log", "linear")


class Switch:
    """Whether something is so."""

    def read(self, node: Node, what: str, log: Collector) -> bool | None:
        scalar = read_scalar(node, what, log)
        if scalar is None:
            return None
        if scalar.value not in _SWITCH:
            advice = did_you_mean(scalar.value, _SWITCH) or "Write `yes` or `no`."
            log.report("wrong-shape", scalar.at, f"{what} is {quoted(scalar.value)}, which is not yes or no", advice)
        return _SWITCH.get(scalar.value)

    def schema(self, _: Definitions) -> JsonSchema:
        return {"enum": [True, False, *_SWITCH]}


class KindOfDiagram:
    """The name of a kind of diagram."""

    def read(self, node: Node, what: str, log: Collector) -> DiagramKind | None:
        scalar = read_scalar(node, what, log)
        if scalar is None:
            return None
        known = tuple(DiagramKind)
        if scalar.value not in known:
            advice = f"{did_you_mean(scalar.value, known)} Known are {', '.join(known)}.".strip()
            log.report("bad-diagram", scalar.at, f"{quoted(scalar.value)} is no kind of diagram", advice)
            return None
        return DiagramKind(scalar.value)

    def schema(self, _: Definitions) -> JsonSchema:
        return {"enum": [kind.value for kind in DiagramKind]}


class DegreeOfImportance:
    """How much something matters."""

    def read(self, node: Node, what: str, log: Collector) -> Importance | None:
        scalar = read_scalar(node, what, log)
        if scalar is None:
            return None
        known = tuple(Importance)
        if scalar.value not in known:
            advice = did_you_mean(scalar.value, known) or f"Write {one_of(known)}."
            log.report("wrong-shape", scalar.at, f"{what} is {quoted(scalar.value)}, which is no degree", advice)
            return None
        return Importance(scalar.value)

    def schema(self, _: Definitions) -> JsonSchema:
        return {"enum": [degree.value for degree in Importance]}


class ScaleOfAxis:
    """How an axis is divided."""

    def read(self, node: Node, what: str, log: Collector) -> str | None:
        scalar = read_scalar(node, what, log)
        if scalar is None or scalar.value in SCALES:
            return scalar and scalar.value
        advice = did_you_mean(scalar.value, SCALES) or f"Write {one_of(SCALES)}."
        log.report("bad-diagram", scalar.at, f"{what} is {quoted(scalar.value)}, which is no scale", advice)
        return None

    def schema(self, _: Definitions) -> JsonSchema:
        return {"enum": list(SCALES)}


@dataclass(frozen=True, slots=True)
class FewInstances:
    """How many things are drawn beside each other."""

    least: int
    most: int

    def read(self, node: Node, what: str, log: Collector) -> int | None:
        scalar = read_scalar(node, what, log)
        if scalar is None:
            return None
        numbers = {str(number): number for number in range(self.least, self.most + 1)}
        if scalar.value not in numbers:
            problem = f"{what} is {quoted(scalar.value)}"
            log.report("bad-diagram", scalar.at, problem, f"Write a number from {self.least} to {self.most}.")
        return numbers.get(scalar.value)

    def schema(self, _: Definitions) -> JsonSchema:
        numbers = range(self.least, self.most + 1)
        return {"enum": [*numbers, *map(str, numbers)]}
