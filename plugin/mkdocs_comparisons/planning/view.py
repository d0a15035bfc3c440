"""What a view is: something that a `comparison` block can show."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from markupsafe import Markup

from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.planning.embeds import Embed
from mkdocs_comparisons.planning.stage import Stage
from mkdocs_comparisons.renderers.html.context import PageContext
from mkdocs_comparisons.renderers.html.elements import element, join


@dataclass(frozen=True, slots=True)
class View:
    """Something that a block can show."""

    summary: str
    options: frozenset[str]
    """The options that mean something to it, beside `view`."""

    render: Callable[[Stage, Comparison, Embed, PageContext], Markup]
    needs: frozenset[str] = frozenset()
    """The options of which it takes at least one id; `versus` wants two subjects."""

    needs_comparison: bool = True


def make_view(
    summary: str,
    *options: str,
    render: Callable[[Stage, Comparison, Embed, PageContext], Markup],
    needs: tuple[str, ...] = (),
    whole: bool = False,
) -> View:
    return View(summary, frozenset(options), render, needs=frozenset(needs), needs_comparison=not whole)


def labelled(shown: Iterable[tuple[str, Markup]]) -> Markup:
    """Put things below each other, each under its name where they are several."""
    entries = list(shown)
    if len(entries) == 1:
        return entries[0][1]
    return join(element("p", element("strong", name)) + html for name, html in entries)


SELECTION = ("subjects", "dimensions", "attributes")
"""The options that choose a part of a comparison."""
