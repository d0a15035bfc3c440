"""Things that are compared."""

from __future__ import annotations

from dataclasses import dataclass, field

from mkdocs_comparisons.model.places import NOWHERE, Place
from mkdocs_comparisons.model.texts import Inline


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A thing compared, as one comparison sees it; the same id in another comparison is the same thing."""

    id: str
    slug: str
    title: str
    short: str
    """A shorter title for column heads; the title itself where the author gave none."""

    aliases: tuple[str, ...] = ()
    summary: Inline | None = None
    url: str = ""
    """The subject's own home page, or empty."""

    tags: tuple[str, ...] = ()
    at: Place = field(default=NOWHERE, compare=False)
