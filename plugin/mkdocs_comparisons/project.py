"""The composition root: open a project, with all that is wrong with it, and give its data files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from importlib.resources import files as resources
from pathlib import Path

from mkdocs_comparisons.diagnostics import Report
from mkdocs_comparisons.errors import SettingsError
from mkdocs_comparisons.inventories import FOLDER, inventory_paths, load_inventories
from mkdocs_comparisons.loading import Loaded, load
from mkdocs_comparisons.loading.inventory_sources import refusal
from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.refs import (
    ApiRef,
    DataRef,
    DiagramRef,
    FrameRef,
    InventoryRef,
    LlmsRef,
    PictureRef,
    Ref,
    TwinRef,
)
from mkdocs_comparisons.planning.diagrams import draw_file, find_unfit
from mkdocs_comparisons.planning.files import PlannedFile
from mkdocs_comparisons.planning.frames import write_frame
from mkdocs_comparisons.planning.links import make_href, url_of
from mkdocs_comparisons.planning.pages import SitePlan, plan_site
from mkdocs_comparisons.planning.settings import Settings
from mkdocs_comparisons.planning.stage import Stage
from mkdocs_comparisons.planning.twins import write_twin
from mkdocs_comparisons.renderers.api import read_schema, render_index, render_llms
from mkdocs_comparisons.renderers.data import render_json
from mkdocs_comparisons.renderers.dates import date_format
from mkdocs_comparisons.renderers.inventory import render_inventory
from mkdocs_comparisons.renderers.markdown import render_markdown
from mkdocs_comparisons.renderers.messages import load_messages
from mkdocs_comparisons.renderers.svg.table import render_matrix_file
from mkdocs_comparisons.renderers.tabular import render_csv
from mkdocs_comparisons.validation import Policy, policy_from, validate
from mkdocs_comparisons.views.matrix import build_matrix
from mkdocs_comparisons.views.selection import Selection


@dataclass(frozen=True, slots=True)
class Project:
    """A folder of data, loaded and checked."""

    settings: Settings
    policy: Policy
    """How strictly to check, for findings that the host makes on its own pages."""

    catalogue: Catalogue
    report: Report
    """What is wrong with the data. While it has errors, the catalogue is not fit to be shown."""


def open_project(root: Path, settings: Settings, *, today: date, site: Path | None = None) -> Project:
    """Load and check a project.

    Args:
        root: The folder that paths in messages are relative to, and the data folder too.
        settings: The options.
        today: The day that the age of claims is counted from.
        site: The folder that paths of inventories are relative to; `root` unless given.

    Raises:
        SettingsError: An option can't be used, there is no such data folder, or an inventory can't be had.
    """
    policy = policy_from(settings.rules, stale_after=settings.stale_after, today=today)
    folder = root / settings.data
    if not folder.is_dir():
        problem = f"there is no folder '{settings.data}' in {root}"
        raise SettingsError("data", problem, "Create it and put a comparison in it, such as 'tea-vs-coffee.yml'.")
    loaded = _with_inventories(load(folder, relative_to=root), site or root, settings)
    report = validate(loaded, policy, find_unfit(loaded.catalogue))
    return Project(settings, policy, loaded.catalogue, report)


def _with_inventories(loaded: Loaded, site: Path, settings: Settings) -> Loaded:
    inventories = load_inventories(site, settings.inventories)
    for each in inventories:
        if loaded.catalogue.comparison(each.name):
            raise refusal(each.name, "a comparison has the same id, so that refs could mean either", "Rename it.")
    return replace(loaded, catalogue=replace(loaded.catalogue, inventories=inventories))


def plan_of(project: Project) -> SitePlan:
    """Plan the pages of a project.

    Raises:
        SettingsError: The section would lie outside of the site.
    """
    return plan_site(project.catalogue, project.settings)


def make_stage(plan: SitePlan, language: str = "en", edit_url: Callable[[str], str] = lambda _: "") -> Stage:
    """Return a plan ready for its pages.

    Args:
        plan: The pages; its settings may name another language.
        language: That of the host's theme.
        edit_url: Where a data file can be edited, by its path.

    Raises:
        SettingsError: There is no such language, or a text that replaces one of ours can't.
    """
    settings = plan.settings
    messages = load_messages(settings.locale or language, settings.messages)
    return Stage(plan, date_format(settings.locale), edit_url, messages)


def fingerprint(root: Path, settings: Settings) -> tuple[tuple[str, int, int], ...]:
    """Return what changes when a file of the project does: path, time and size of each.

    Args:
        root: What the folders are relative to.
        settings: They name the folders of data and templates, and inventories.
    """
    folders = [root / name for name in (settings.data, settings.templates) if name]
    files = [path for folder in folders for path in sorted(folder.rglob("*"))]
    files += inventory_paths(root, settings.inventories)
    stats = ((path.as_posix(), path.lstat()) for path in files)
    return tuple((path, stat.st_mtime_ns, stat.st_size) for path, stat in stats)


def watched(root: Path, settings: Settings) -> tuple[Path, ...]:
    """Return the folders and files of a project, as far as they are there, whose changes change the site."""
    folders = [root / name for name in (settings.data, settings.templates) if name]
    folders = [folder for folder in folders if folder.is_dir()]
    # Copies are replaced, not written over: who watches one of them would look at the old one.
    kept = (path.parent if path.parent.name == FOLDER else path for path in inventory_paths(root, settings.inventories))
    return tuple(dict.fromkeys((*folders, *kept)))


def asset_names() -> tuple[str, ...]:
    """Return the names of all style sheets and scripts of the pages."""
    names = (file.name for file in resources(__package__).joinpath("assets").iterdir())
    return tuple(sorted(name for name in names if name.endswith((".css", ".js"))))


def read_asset(name: str) -> str:
    """Return a style sheet or a script of the pages."""
    return resources(__package__).joinpath("assets", name).read_text(encoding="utf-8")


def render_file(stage: Stage, file: PlannedFile, *, directory_urls: bool = True, twins: bool = True) -> str:
    """Return the content of a file for machines.

    Args:
        stage: The site that it is part of.
        file: The file.
        directory_urls: Whether pages have addresses like `page/` instead of `page.html`.
        twins: Whether pages have a twin in Markdown.
    """
    plan, ref = stage.plan, file.ref
    href = make_href(plan.links, url_of(file.src, directory_urls=directory_urls), directory_urls=directory_urls)
    match ref:
        case InventoryRef():
            return render_inventory(plan.catalogue, href)
        case ApiRef("index"):
            return render_index(plan.catalogue, plan.settings.title, href)
        case ApiRef(name):
            return read_schema(name)
        case LlmsRef():
            pages = (
                (page.title, href(TwinRef(page.src) if twins else page.ref), page.description) for page in plan.pages
            )
            return render_llms(plan.settings.title, pages, href(ApiRef("index")))
        case TwinRef(src):
            return write_twin(stage, stage.pages[src], href)
        case _:
            comparison = plan.catalogue.comparison(ref.comparison)
            if comparison is None:
                message = f"there is no comparison '{ref.comparison}'"
                raise LookupError(message)
            return _render_view(stage, comparison, ref, href)


def _render_view(
    stage: Stage,
    comparison: Comparison,
    ref: DataRef | DiagramRef | PictureRef | FrameRef,
    href: Callable[[Ref], str],
) -> str:
    """Return a comparison, or a part of it, in one of its forms."""
    catalogue = stage.catalogue
    match ref:
        case DiagramRef() | PictureRef():
            return render_picture(catalogue, comparison, ref)
        case FrameRef():
            return write_frame(stage, comparison, ref, href)
        case DataRef(format="json"):
            return render_json(comparison, catalogue, href)
        case DataRef(format="csv"):
            return render_csv(comparison, catalogue)
        case _:
            return render_markdown(comparison, catalogue)


def render_picture(catalogue: Catalogue, comparison: Comparison, ref: DiagramRef | PictureRef) -> str:
    """Return a diagram or a matrix as an SVG file."""
    if isinstance(ref, DiagramRef):
        return draw_file(catalogue, ref, read_asset("diagram.css"))
    dimensions = (ref.dimension,) if ref.dimension else ()
    return render_matrix_file(build_matrix(comparison, Selection(dimensions=dimensions)), catalogue)
