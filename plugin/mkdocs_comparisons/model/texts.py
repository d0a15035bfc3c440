"""Text that an author wrote with inline CommonMark in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from mkdocs_comparisons.model.places import NOWHERE, Place


@dataclass(frozen=True, slots=True)
class Inline:
    """Inline CommonMark as written: untrusted, never HTML, rendered by `renderers.html.inline` alone."""

    source: str
    at: Place = field(default=NOWHERE, compare=False)
