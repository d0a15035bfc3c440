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
from mkdocs_comparisons.model.refs import DiagramRef, InventoryRef
from mkdocs_comparisons.planning.diagrams import draw_file, find_unfit
from mkdocs_comparisons.planning.links import make_href
from mkdocs_comparisons.planning.pages import PlannedFile, SitePlan, plan_site
from mkdocs_comparisons.planning.settings import Settings
from mkdocs_comparisons.planning.stage import Stage
from mkdocs_comparisons.renderers.data import render_json
from mkdocs_comparisons.renderers.dates import date_format
from mkdocs_comparisons.renderers.inventory import render_inventory
from mkdocs_comparisons.renderers.markdown import render_markdown
from mkdocs_comparisons.renderers.messages import load_messages
from mkdocs_comparisons.renderers.tabular import render_csv
from mkdocs_comparisons.validation import Policy, policy_from, validate


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


def make_stage(plan: SitePlan, language: str, edit_url: Callable[[str], str]) -> Stage:
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


def render_file(plan: SitePlan, file: PlannedFile, *, directory_urls: bool = True) -> str:
    """Return the content of a file for machines.

    Args:
        plan: The site.
        file: One of its files.
        directory_urls: Whether pages have addresses like `page/` instead of `page.html`.
    """
    if isinstance(file.ref, InventoryRef):
        return render_inventory(plan.catalogue, make_href(plan.links, file.src, directory_urls=directory_urls))
    if isinstance(file.ref, DiagramRef):
        return draw_file(plan.catalogue, file.ref, read_asset("diagram.css"))
    comparison = plan.catalogue.comparison(file.ref.comparison)
    if comparison is None:
        message = f"there is no comparison '{file.ref.comparison}'"
        raise LookupError(message)
    if file.ref.format == "json":
        return render_json(comparison, plan.catalogue)
    render = render_csv if file.ref.format == "csv" else render_markdown
    return render(comparison, plan.catalogue)
