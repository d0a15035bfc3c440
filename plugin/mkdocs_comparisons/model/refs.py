"""Links before they are resolved: what a link can point to, and how authors write one.

Renderers hand a `Ref` to `href: Callable[[Ref], str]`; `planning.links` knows the answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class IndexRef:
    """The list of all comparisons."""


@dataclass(frozen=True, slots=True)
class GlossaryRef:
    """The page of all terms."""


@dataclass(frozen=True, slots=True)
class SourcesRef:
    """The page of all sources."""


@dataclass(frozen=True, slots=True)
class ComparisonRef:
    comparison: str


@dataclass(frozen=True, slots=True)
class DimensionRef:
    comparison: str
    dimension: str


@dataclass(frozen=True, slots=True)
class SubjectRef:
    comparison: str
    subject: str


@dataclass(frozen=True, slots=True)
class PairRef:
    """Two subjects side by side; the order of the two does not matter."""

    comparison: str
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class AcrossRef:
    """A subject over all its comparisons."""

    subject: str


@dataclass(frozen=True, slots=True)
class AttributeRef:
    """An attribute's heading on its dimension page."""

    comparison: str
    attribute: str


@dataclass(frozen=True, slots=True)
class CellRef:
    """One cell of the matrix on a dimension page."""

    comparison: str
    attribute: str
    subject: str


@dataclass(frozen=True, slots=True)
class TermRef:
    comparison: str | None
    term: str


@dataclass(frozen=True, slots=True)
class SourceRef:
    comparison: str | None
    source: str


@dataclass(frozen=True, slots=True)
class DataRef:
    """A comparison as a file for machines."""

    comparison: str
    format: str
    """`json`, `csv` or `md`."""


@dataclass(frozen=True, slots=True)
class DiagramRef:
    """A diagram as a file of its own."""

    comparison: str
    dimension: str = ""
    """Empty for the overview of the whole comparison."""


@dataclass(frozen=True, slots=True)
class PictureRef:
    """A matrix as a picture, for places that take no tables."""

    comparison: str
    dimension: str = ""


@dataclass(frozen=True, slots=True)
class FrameRef:
    """A matrix or a diagram as a page of its own, for other sites to frame."""

    comparison: str
    view: str
    """`matrix` or `diagram`."""

    dimension: str = ""


@dataclass(frozen=True, slots=True)
class EmbeddingRef:
    """The page that tells how to embed what."""


@dataclass(frozen=True, slots=True)
class TwinRef:
    """A generated page as Markdown, for programs that read text."""

    src: str
    """The page's source path."""


@dataclass(frozen=True, slots=True)
class ApiRef:
    """What is said once for all files for machines: their index, and the schemas of their forms."""

    name: str
    """`index`, `index.schema` or `comparison.schema`."""


@dataclass(frozen=True, slots=True)
class LlmsRef:
    """The list of all pages as Markdown, at the root of the site, where programs look for it."""


@dataclass(frozen=True, slots=True)
class AssetRef:
    """A style sheet or a script."""

    name: str


@dataclass(frozen=True, slots=True)
class InventoryRef:
    """The list of all that other sites can link to, at the root of the site."""


@dataclass(frozen=True, slots=True)
class ExternalRef:
    """Something on another site, as that site's inventory has it."""

    title: str
    """What a link shows: a title, or a cell's value in words."""

    url: str
    """Absolute, of the scheme `http:` or `https:`."""

    is_value: bool = False
    """Whether it is a cell."""


FileRef = DataRef | DiagramRef | PictureRef | FrameRef | TwinRef | ApiRef | LlmsRef | InventoryRef
"""A file for machines."""

Ref = (
    IndexRef
    | GlossaryRef
    | SourcesRef
    | ComparisonRef
    | DimensionRef
    | SubjectRef
    | PairRef
    | AcrossRef
    | AttributeRef
    | CellRef
    | TermRef
    | SourceRef
    | EmbeddingRef
    | FileRef
    | AssetRef
    | ExternalRef
)

_WRITTEN = re.compile(
    r"(?P<comparison>[A-Za-z0-9][A-Za-z0-9._+@-]*)?"
    r"(?:/(?P<name>[A-Za-z0-9][A-Za-z0-9._+:@-]*)"
    r"|:(?P<attribute>[A-Za-z0-9][A-Za-z0-9._+:-]*)(?:@(?P<subject>[A-Za-z0-9][A-Za-z0-9._+:@-]*))?)?"
    r"(?:\|(?P<label>[^|]+))?"
)

_BEYOND = re.compile(r"(?P<inventory>[a-z0-9][a-z0-9-]*):(?P<beyond>[^|]+)(?:\|(?P<label>[^|]+))?")

SHARED_PAGES = ("glossary", "sources", "subjects")
"""What may stand where a comparison's id would: `[[glossary/kernel]]`, `[[sources/notes]]`, `[[subjects/redis]]`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenRef:
    """`[[comparison/name|label]]`, `[[comparison:attribute@subject]]` and their shorter forms, taken apart."""

    comparison: str = ""
    """Empty where the author left it out: the comparison that the text stands in."""

    name: str = ""
    attribute: str = ""
    subject: str = ""
    label: str = ""
    inventory: str = ""
    """What stands before the first colon, where that may be the name of another site's inventory."""

    beyond: WrittenRef | None = None
    """What stands behind it, as that site would read it. `a:b` can be read both ways, and `a:b/c` only so."""


@dataclass(frozen=True, slots=True)
class NotFound:
    """Why a written ref points nowhere."""

    what: str
    """`comparison`, `subject or dimension`, `attribute`, `subject`, `source`, `glossary term` or `inventory`."""

    name: str
    known: tuple[str, ...]
    """The names that would have been right."""

    inventory: str = ""
    """The inventory in which it was looked for; empty for the site itself."""

    @property
    def problem(self) -> str:
        """What is wrong, in words."""
        where = f" in the inventory '{self.inventory}'" if self.inventory else ""
        return f"there is no {self.what} '{self.name}'{where}"


def is_value(ref: Ref) -> bool:
    """Return whether a ref shows a value, instead of a title."""
    return isinstance(ref, CellRef) or (isinstance(ref, ExternalRef) and ref.is_value)


def parse_ref(text: str) -> WrittenRef | None:
    """Take apart what stands between `[[` and `]]`; None where it has not the form of a ref."""
    text = text.strip()
    own, other = _parse_own(text), _BEYOND.fullmatch(text)
    beyond = _parse_own(other["beyond"]) if other else None
    if other is None or beyond is None or not beyond.comparison:
        return own
    written = own or WrittenRef(label=(other["label"] or "").strip())
    return replace(written, inventory=other["inventory"], beyond=beyond)


def _parse_own(text: str) -> WrittenRef | None:
    match = _WRITTEN.fullmatch(text)
    if match is None or not any(match.group("comparison", "name", "attribute")):
        return None
    parts = {name: (value or "").strip() for name, value in match.groupdict().items()}
    return WrittenRef(**parts)  # type: ignore[arg-type]  # all groups are texts of it
