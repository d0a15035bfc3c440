"""Diagrams as inline SVG: a renderer for each kind that `views.diagrams` builds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from markupsafe import Markup

from mkdocs_comparisons.model.dimensions import DiagramKind
from mkdocs_comparisons.renderers.svg.butterfly import render_butterfly
from mkdocs_comparisons.renderers.svg.dots import render_dots
from mkdocs_comparisons.renderers.svg.dumbbell import render_dumbbell
from mkdocs_comparisons.renderers.svg.figures import Pen
from mkdocs_comparisons.renderers.svg.groups import render_groups
from mkdocs_comparisons.renderers.svg.heat import render_heat
from mkdocs_comparisons.renderers.svg.ladder import render_ladder
from mkdocs_comparisons.renderers.svg.lean import render_lean
from mkdocs_comparisons.renderers.svg.links import render_links
from mkdocs_comparisons.renderers.svg.quadrant import render_quadrant
from mkdocs_comparisons.renderers.svg.radar import render_radar
from mkdocs_comparisons.renderers.svg.stack import render_stack
from mkdocs_comparisons.renderers.svg.strip import render_strip
from mkdocs_comparisons.renderers.svg.timeline import render_timeline
from mkdocs_comparisons.renderers.svg.tree import render_tree

__all__ = ["RENDERERS", "Pen"]

RENDERERS: Mapping[DiagramKind, Callable[[Any, Pen], Markup]] = MappingProxyType(
    {
        DiagramKind.STACK: render_stack,
        DiagramKind.DUMBBELL: render_dumbbell,
        DiagramKind.STRIP: render_strip,
        DiagramKind.RADAR: render_radar,
        DiagramKind.QUADRANT: render_quadrant,
        DiagramKind.HEAT: render_heat,
        DiagramKind.LEAN: render_lean,
        DiagramKind.DOTS: render_dots,
        DiagramKind.GROUPS: render_groups,
        DiagramKind.BUTTERFLY: render_butterfly,
        DiagramKind.TREE: render_tree,
        DiagramKind.LADDER: render_ladder,
        DiagramKind.LINKS: render_links,
        DiagramKind.TIMELINE: render_timeline,
    }
)
"""How each kind's pictures are drawn."""
