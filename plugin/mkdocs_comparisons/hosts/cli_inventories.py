"""The command `comparisons inventories`: what is known of other sites, and a fresh look at them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from mkdocs_comparisons.errors import SettingsError
from mkdocs_comparisons.hosts.projects import find_project, settings_of
from mkdocs_comparisons.inventories import read_kept, update_inventory
from mkdocs_comparisons.loading import InventorySource, read_inventory_sources
from mkdocs_comparisons.validation.naming import count

_CLEAN, _FOUND = 0, 1
_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 (it has no public name)


def add_inventories(commands: _Commands) -> None:
    """Add the command to those of the executable."""
    inventories = commands.add_parser("inventories", help="show what is kept of other sites, or fetch it anew")
    inventories.description = (
        "Show the inventories of other sites that refs can lead to: how much each lists, its hash, where it is kept. "
        "Asks no other host unless told to. Ends with 1 if one of them can't be used."
    )
    inventories.add_argument(
        "folder", nargs="?", default=".", type=Path, metavar="DIR", help="a project, with mkdocs.yml (default: .)"
    )
    inventories.add_argument("--update", action="store_true", help="fetch all that have an address, and keep them")
    inventories.set_defaults(run=_inventories)


def _inventories(options: argparse.Namespace) -> int:
    root, given = find_project(options.folder.resolve())
    sources = read_inventory_sources(settings_of(given).inventories)
    if not sources:
        print("no inventories: other sites are named under the option 'inventories'")
    code = _CLEAN
    for source in sources:
        try:
            print(*_lines(root, source, update=options.update), sep="\n", flush=True)
        except SettingsError as error:
            print(f"comparisons: {error}", file=sys.stderr, flush=True)
            code = _FOUND
    return code


def _lines(root: Path, source: InventorySource, *, update: bool) -> Iterator[str]:
    opened = update_inventory(root, source) if update and source.url else read_kept(root, source)
    if opened is None:
        what = "not fetched yet; a build does it, or --update" if source.url else "its site is not built yet"
        yield f"{source.name}: {what}"
        yield f"  from    {source.at}"
        return
    inventory = opened.inventory
    entries = count(len(inventory), "entry", "entries")
    yield f"{source.name}: {count(len(inventory.comparisons), 'comparison')}, {entries}"
    yield f"  from    {source.at}"
    yield f"  site    {source.site}"
    yield f"  kept    {_relative(opened.path, root)}"
    yield f"  sha256  {opened.sha256}{' (as the option wants it)' if source.sha256 else ''}"


def _relative(path: Path, root: Path) -> str:
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()
