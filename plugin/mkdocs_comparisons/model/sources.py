"""Works that are cited, and their use by one claim."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from mkdocs_comparisons.model.places import NOWHERE, Place
from mkdocs_comparisons.model.texts import Inline


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A citable work."""

    id: str
    slug: str
    title: str
    url: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    license: str = ""
    """Under which terms the facts or figures were taken, in the author's words."""

    published: str = ""
    """`2024`, `2024-05` or `2024-05-01`, or empty."""

    accessed: date | None = None
    comparison: str | None = None
    """The comparison that the source belongs to; None where all share it."""

    at: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One claim's use of a source."""

    source: str
    """The source's id: the comparison's own, else a shared one."""

    shows: Inline | None = None
    """What the source shows for this claim."""

    where: str = ""
    """Where in the source: a page, a section."""

    accessed: date | None = None
    at: Place = field(default=NOWHERE, compare=False)
