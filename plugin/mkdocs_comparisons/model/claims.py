"""Subject × attribute → value, with what supports it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from mkdocs_comparisons.model.places import NOWHERE, Place
from mkdocs_comparisons.model.sources import Citation
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.model.values import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What an author says about one attribute of one subject."""

    attribute: str
    subject: str
    value: Value
    note: Inline | None = None
    citations: tuple[Citation, ...] = ()
    as_of: date | None = None
    """The day for which the claim was checked."""

    at: Place = field(default=NOWHERE, compare=False)
    """Where the claim is addressed: its key, or its row in a CSV file."""

    value_at: Place = field(default=NOWHERE, compare=False)
    """Where the value itself stands."""
