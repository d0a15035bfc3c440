"""Embeds: views placed in a page, by us in generated pages and by users in their own."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_comparisons.views.selection import Selection


@dataclass(frozen=True, slots=True, kw_only=True)
class Embed:
    """What a `comparison` block asks for."""

    view: str = "matrix"
    comparison: str = ""
    subjects: tuple[str, ...] = ()
    dimensions: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    transpose: bool = False
    differences: bool = False
    anchors: bool = False
    caption: str = ""
    kind: str = ""
    """Of a diagram; empty leaves the choice to the data."""

    @property
    def selection(self) -> Selection:
        return Selection(subjects=self.subjects, dimensions=self.dimensions, attributes=self.attributes)


LIST_OPTIONS = ("subjects", "dimensions", "attributes", "terms", "sources")
SWITCHES = ("transpose", "differences", "anchors")
OPTIONS = ("view", *LIST_OPTIONS, *SWITCHES, "caption", "kind")
