"""`comparisons export`: a comparison in one of its forms, as a text or as files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mkdocs_comparisons.diagnostics import did_you_mean
from mkdocs_comparisons.errors import ComparisonsError
from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.refs import DiagramRef, PictureRef, Ref
from mkdocs_comparisons.project import render_picture
from mkdocs_comparisons.renderers.data import FORMATS, render_json
from mkdocs_comparisons.renderers.markdown import render_markdown
from mkdocs_comparisons.renderers.tabular import render_csv

EXPORTS = (*FORMATS, "svg")
VIEWS = ("matrix", "diagram")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is to be exported."""

    comparisons: tuple[str, ...] = ()
    """Ids; empty for all."""

    format: str = "json"
    view: str = "matrix"
    """What a picture shows: `matrix` or `diagram`."""

    dimension: str = ""
    """What a picture is limited to; empty for the whole comparison."""


@dataclass(frozen=True, slots=True)
class Exported:
    """One file."""

    name: str
    text: str


def export(catalogue: Catalogue, wish: Wish, href: Callable[[Ref], str] | None = None) -> Iterator[Exported]:
    """Yield what is wished, a file for each comparison.

    Args:
        catalogue: Without errors.
        wish: What is to be exported.
        href: Where the site's pages are; without it JSON has no addresses.

    Raises:
        ComparisonsError: Something that was named is not there.
    """
    for comparison in _chosen(catalogue, wish.comparisons):
        if wish.format == "svg":
            yield _picture(catalogue, comparison, wish)
        elif wish.format == "json":
            yield Exported(f"{comparison.slug}.json", render_json(comparison, catalogue, href))
        else:
            render = render_csv if wish.format == "csv" else render_markdown
            yield Exported(f"{comparison.slug}.{wish.format}", render(comparison, catalogue))


def write_exports(folder: Path, exports: Sequence[Exported]) -> Iterator[Path]:
    """Write files into a folder, and yield their paths.

    Raises:
        ComparisonsError: One of them can't be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for each in exports:
            path = folder / each.name
            # Bytes: CSV has line ends of its own.
            path.write_bytes(each.text.encode())
            yield path
    except OSError as error:
        raise ComparisonsError(f"{error.filename or folder} can't be written: {error.strerror or error}.") from error


def _picture(catalogue: Catalogue, comparison: Comparison, wish: Wish) -> Exported:
    dimension = comparison.dimension(wish.dimension)
    if wish.dimension and dimension is None:
        advice = did_you_mean(wish.dimension, comparison.dimension_ids) or _listed(comparison.dimension_ids)
        raise ComparisonsError(f"there is no dimension '{wish.dimension}' in '{comparison.id}'. {advice}")
    ref = (PictureRef if wish.view == "matrix" else DiagramRef)(comparison.id, wish.dimension)
    parts = (comparison.slug, dimension.slug if dimension else "", wish.view)
    return Exported(f"{'-'.join(filter(None, parts))}.svg", render_picture(catalogue, comparison, ref))


def _chosen(catalogue: Catalogue, ids: Sequence[str]) -> Iterator[Comparison]:
    known = tuple(entry.id for entry in catalogue.comparisons)
    for id in ids or known:
        comparison = catalogue.comparison(id)
        if comparison is None:
            raise ComparisonsError(f"there is no comparison '{id}'. {did_you_mean(id, known) or _listed(known)}")
        yield comparison


def _listed(names: Sequence[str]) -> str:
    return f"Take one of {', '.join(names)}." if names else "There are none."
