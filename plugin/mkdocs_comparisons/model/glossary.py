"""Words that a comparison explains."""

from __future__ import annotations

from dataclasses import dataclass, field

from mkdocs_comparisons.model.places import NOWHERE, Place
from mkdocs_comparisons.model.texts import Inline


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A glossary entry; its title and aliases link to it at their first mention on a page."""

    id: str
    slug: str
    title: str
    text: Inline
    aliases: tuple[str, ...] = ()
    comparison: str | None = None
    """The comparison that the term belongs to; None where all share it."""

    at: Place = field(default=NOWHERE, compare=False)
