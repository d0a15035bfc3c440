"""Our options, independent of the host, each documented where it is declared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Options of a project."""

    data: str = "comparisons"
    """Folder of the data, relative to the project."""

    section: str = "comparisons"
    """Folder of the generated pages, relative to the site's root."""

    title: str = "Comparisons"
    """Title of the section and of its index page."""

    nav_limit: int = 100
    """How many generated pages may stand in the site's navigation: beyond it dimension pages leave it, then
    comparisons. Every page of a site carries the whole navigation, so a large one costs the square of its size."""

    pairs: int = 120
    """How many pair pages a comparison may have: where there are more pairs, the first subjects get theirs. 0: none."""

    locale: str = ""
    """Language of dates and of the words in matrices, such as `de` or `en_GB`. Where empty, dates are ISO 8601, since
    that is unambiguous everywhere, and words are in the language of the theme."""

    messages: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Texts that replace those of matrices, by their keys; see `messages/en.json`."""

    refs: bool = True
    """Whether `[[refs]]` are read in the site's own Markdown pages; they always are in data."""

    inventories: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    """Other sites that `[[name:ref]]` leads to, by name: the address of each, or a mapping with `url` or `file`, `site`
    and `sha256`."""

    rules: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Severity of rules by code: `error`, `warning`, `info` or `off`."""

    stale_after: int | None = None
    """Age in days from which the rule `claim-stale` warns of a claim; without it no claim is stale."""

    embed_origins: tuple[str, ...] = ()
    """Other sites that may talk with embedded pages, such as `https://docs.example.org`; all of them where empty."""

    templates: str = ""
    """Folder of page templates, relative to the project: `comparison.md.j2`, `dimension.md.j2` and so on."""
