"""The command `comparisons export`: a comparison in one of its forms, printed or written."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from mkdocs_comparisons.diagnostics import did_you_mean
from mkdocs_comparisons.errors import ComparisonsError
from mkdocs_comparisons.hosts.projects import find_project, settings_of, site_href, today
from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.refs import DiagramRef, PictureRef, Ref
from mkdocs_comparisons.project import open_project, plan_of, render_picture
from mkdocs_comparisons.renderers.data import FORMATS, render_json
from mkdocs_comparisons.renderers.markdown import render_markdown
from mkdocs_comparisons.renderers.reports import render_text
from mkdocs_comparisons.renderers.tabular import render_csv

_CLEAN, _FOUND = 0, 1
_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 (it has no public name)
EXPORTS = (*FORMATS, "svg")
VIEWS = ("matrix", "diagram")


def add_export(commands: _Commands) -> None:
    """Add the command to those of the executable."""
    export = commands.add_parser("export", help="print or write comparisons as data, tables or pictures")
    export.description = (
        "Print a comparison as JSON, CSV, Markdown or SVG, or write one file for each comparison into a folder."
    )
    export.add_argument("comparisons", nargs="*", metavar="ID", help="comparisons, by id (default: all)")
    export.add_argument("--format", choices=EXPORTS, default="json", help="form of the export (default: json)")
    export.add_argument("--view", choices=VIEWS, help="what SVG shows (default: matrix)")
    export.add_argument("--dimension", default="", metavar="ID", help="a dimension, for SVG (default: all)")
    export.add_argument(
        "--project", default=".", type=Path, metavar="DIR", help="a project, or its data folder (default: .)"
    )
    export.add_argument("--site-url", default="", metavar="URL", help="where the site is: JSON links to its pages")
    export.add_argument("--output", type=Path, metavar="DIR", help="write files into this folder (default: print)")
    export.set_defaults(run=_export)


def _export(options: argparse.Namespace) -> int:
    _refuse(options)
    root, given = find_project(options.project.resolve())
    project = open_project(root, settings_of(given), today=today())
    if project.report.has_errors:
        print(render_text(project.report.serious), end="", file=sys.stderr)
        return _FOUND
    href = site_href(plan_of(project).links, options.site_url, root) if options.site_url else None
    wish = Wish(
        comparisons=tuple(options.comparisons),
        format=options.format,
        view=options.view or "matrix",
        dimension=options.dimension,
    )
    made = list(export(project.catalogue, wish, href))
    if not made:
        raise ComparisonsError(f"there is no comparison in {options.project}. Add one, such as 'tea-vs-coffee.yml'.")
    if options.output:
        print(*(path.as_posix() for path in write_exports(options.output, made)), sep="\n")
        return _CLEAN
    if len(made) != 1:
        ids = ", ".join(entry.id for entry in project.catalogue.comparisons)
        raise ComparisonsError(f"one comparison can be printed, not {len(made)}. Name one ({ids}), or --output DIR.")
    _print(made[0].text)
    return _CLEAN


def _refuse(options: argparse.Namespace) -> None:
    """Say so where an option would have no effect.

    Raises:
        ComparisonsError: There is one.
    """
    for name, format in (("view", "svg"), ("dimension", "svg"), ("site_url", "json")):
        if getattr(options, name) and options.format != format:
            flag = f"--{name.replace('_', '-')}"
            raise ComparisonsError(f"{flag} is for '--format {format}'. Leave it out for '{options.format}'.")


def _print(text: str) -> None:
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode())  # as it is: CSV has line ends of its own
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise ComparisonsError(f"the text can't be printed: {error.strerror or error}.") from error


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
        where = f"'{comparison.id}'. {advice}" if wish.comparisons else f"'{comparison.id}'. Name those that have it."
        raise ComparisonsError(f"there is no dimension '{wish.dimension}' in {where}")
    ref = (PictureRef if wish.view == "matrix" else DiagramRef)(comparison.id, wish.dimension)
    parts = (comparison.slug, dimension.slug if dimension else "", wish.view)
    return Exported(f"{'-'.join(filter(None, parts))}.svg", render_picture(catalogue, comparison, ref))


def _chosen(catalogue: Catalogue, ids: Sequence[str]) -> Iterator[Comparison]:
    known = tuple(entry.id for entry in catalogue.comparisons)
    for id in dict.fromkeys(ids or known):
        comparison = catalogue.comparison(id)
        if comparison is None:
            raise ComparisonsError(f"there is no comparison '{id}'. {did_you_mean(id, known) or _listed(known)}")
        yield comparison


def _listed(names: Sequence[str]) -> str:
    return f"Take one of {', '.join(names)}." if names else "There are none."
