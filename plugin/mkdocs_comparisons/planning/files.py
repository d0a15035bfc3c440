"""Files for machines that will be generated beside the pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.refs import (
    ApiRef,
    DataRef,
    DiagramRef,
    FileRef,
    FrameRef,
    InventoryRef,
    LlmsRef,
    PictureRef,
    TwinRef,
)
from mkdocs_comparisons.planning.links import Links
from mkdocs_comparisons.renderers.data import FORMATS, has_picture

_SCHEMAS = ("comparison.schema", "index.schema")


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """A file for machines that will exist."""

    ref: FileRef
    src: str


def plan_files(catalogue: Catalogue, links: Links, pages: Iterable[str]) -> Iterator[PlannedFile]:
    """Yield all files of a catalogue.

    Args:
        catalogue: What is published.
        links: Knows where.
        pages: The source paths of the generated pages.
    """
    refs: list[FileRef] = [ref for entry in catalogue.comparisons for ref in _files(entry)]
    refs += [ApiRef(name) for name in ("index", *_SCHEMAS)]
    refs += [TwinRef(src) for src in pages]
    refs += [LlmsRef(), InventoryRef()]
    yield from (PlannedFile(ref, links.target(ref).src) for ref in refs)


def _files(comparison: Comparison) -> Iterator[FileRef]:
    id = comparison.id
    yield from (DataRef(id, format) for format in FORMATS)
    for dimension in ("", *comparison.dimension_ids):
        yield DiagramRef(id, dimension)
        if has_picture(comparison, dimension):
            yield PictureRef(id, dimension)
        yield FrameRef(id, "matrix", dimension)
        yield FrameRef(id, "diagram", dimension)
