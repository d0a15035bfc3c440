"""The kinds of diagrams as data: what each is built from, when it can be drawn, and which one a scope gets."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from mkdocs_comparisons.model.dimensions import DiagramKind
from mkdocs_comparisons.views.butterfly import build_butterfly, refuse_butterfly
from mkdocs_comparisons.views.choice import find_facts, rules_for
from mkdocs_comparisons.views.dots import build_dots, refuse_dots
from mkdocs_comparisons.views.dumbbell import build_dumbbell, refuse_dumbbell
from mkdocs_comparisons.views.groups import build_groups, refuse_groups
from mkdocs_comparisons.views.heat import build_heat, refuse_heat
from mkdocs_comparisons.views.ladder import build_ladder, refuse_ladder
from mkdocs_comparisons.views.lean import build_lean, refuse_lean
from mkdocs_comparisons.views.links import build_links, refuse_links
from mkdocs_comparisons.views.quadrant import build_quadrant, refuse_quadrant
from mkdocs_comparisons.views.radar import build_radar, refuse_radar
from mkdocs_comparisons.views.scope import Scope
from mkdocs_comparisons.views.stack import build_stack, refuse_stack
from mkdocs_comparisons.views.strip import build_strip, refuse_strip
from mkdocs_comparisons.views.timeline import build_timeline, refuse_timeline
from mkdocs_comparisons.views.tree import build_tree, refuse_tree


@dataclass(frozen=True, slots=True)
class Chart:
    """How a kind of diagram comes from a scope."""

    build: Callable[[Scope], Sequence[Any]]
    """Build its pictures: one, or several where one can't hold all. Only for a scope that is not refused.

    Each kind has a model of its own, which the renderer of the same kind takes.
    """

    refuse: Callable[[Scope], str]
    """Return why a scope can't be drawn so, as a clause; empty if it can."""


CHARTS: Mapping[DiagramKind, Chart] = MappingProxyType(
    {
        DiagramKind.STACK: Chart(build_stack, refuse_stack),
        DiagramKind.DUMBBELL: Chart(build_dumbbell, refuse_dumbbell),
        DiagramKind.STRIP: Chart(build_strip, refuse_strip),
        DiagramKind.RADAR: Chart(build_radar, refuse_radar),
        DiagramKind.QUADRANT: Chart(build_quadrant, refuse_quadrant),
        DiagramKind.HEAT: Chart(build_heat, refuse_heat),
        DiagramKind.LEAN: Chart(build_lean, refuse_lean),
        DiagramKind.DOTS: Chart(build_dots, refuse_dots),
        DiagramKind.GROUPS: Chart(build_groups, refuse_groups),
        DiagramKind.BUTTERFLY: Chart(build_butterfly, refuse_butterfly),
        DiagramKind.TREE: Chart(build_tree, refuse_tree),
        DiagramKind.LADDER: Chart(build_ladder, refuse_ladder),
        DiagramKind.LINKS: Chart(build_links, refuse_links),
        DiagramKind.TIMELINE: Chart(build_timeline, refuse_timeline),
    }
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The kind that a scope is drawn as."""

    kind: DiagramKind
    refused: str = ""
    """Why it is not the one that the author named; empty if it is, or if none was named."""


def refuse_wish(scope: Scope) -> str:
    """Return why the kind that the author named can't be drawn; empty if it can, or if none was named."""
    return CHARTS[scope.options.kind].refuse(scope) if scope.options else ""


def choose_diagram(scope: Scope) -> Chosen:
    """Return the kind that fits a scope: the author's, if it can be drawn, else the first of the table that can."""
    refused = refuse_wish(scope)
    if scope.options and not refused:
        return Chosen(scope.options.kind)
    kinds = (rule.kind for rule in rules_for(find_facts(scope)))
    return Chosen(next((kind for kind in kinds if not CHARTS[kind].refuse(scope)), DiagramKind.TREE), refused)
