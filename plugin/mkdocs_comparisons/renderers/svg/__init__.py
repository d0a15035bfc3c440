"""Diagrams as inline SVG.

A kind of diagram is one entry of `DIAGRAMS`, one view in `views` and one renderer here; adding one touches
nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Protocol

from markupsafe import Markup

from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import Attribute
from mkdocs_comparisons.model.refs import Ref
from mkdocs_comparisons.model.subjects import Subject
from mkdocs_comparisons.model.values import Value
from mkdocs_comparisons.renderers.svg.heat import render_heat
from mkdocs_comparisons.views.heat import build_heat

__all__ = ["DIAGRAMS", "Diagram", "render_heat"]


class Diagram(Protocol):
    """Draws some attributes and subjects of a comparison as one figure."""

    def __call__(  # noqa: PLR0913 - a call names them all
        self,
        comparison: Comparison,
        attributes: Sequence[Attribute],
        subjects: Sequence[Subject],
        *,
        title: str,
        dimension: str | None,
        key: str,
        href: Callable[[Ref], str],
        words: Callable[[Value | None], str],
    ) -> Markup:
        """Render the figure; empty where there is nothing to show.

        Args:
            comparison: What the attributes and subjects belong to.
            attributes: In the order to show them.
            subjects: In the order to show them.
            title: The picture's name.
            dimension: The id of the dimension that is shown, if it is one.
            key: Begins all ids in it; unique on the page, and made of letters, digits, `-` and `_`.
            href: Where a name links to.
            words: How a value reads, in plain text; called with None for a missing claim.
        """


def _draw_heat(  # noqa: PLR0913 - the arguments are those of each diagram
    comparison: Comparison,
    attributes: Sequence[Attribute],
    subjects: Sequence[Subject],
    *,
    title: str,
    dimension: str | None,
    key: str,
    href: Callable[[Ref], str],
    words: Callable[[Value | None], str],
) -> Markup:
    heat = build_heat(comparison, attributes, subjects, title=title, dimension=dimension)
    return render_heat(heat, key=key, href=href, words=words)


DIAGRAMS: Mapping[str, Diagram] = MappingProxyType({"heat": _draw_heat})
"""The kinds of diagrams, by the name that stands in `data-kind`."""
