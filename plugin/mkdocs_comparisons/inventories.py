"""Other sites' inventories, from files, from copies that are kept, or else from those sites.

A copy is kept beside the site's configuration, and from then on no build asks the other site: until somebody says so by
`comparisons inventories --update`, or the option names another hash than the copy has.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from mkdocs_comparisons.errors import SettingsError
from mkdocs_comparisons.fetching import FetchError, fetch
from mkdocs_comparisons.loading import InventorySource, read_inventory, read_inventory_sources
from mkdocs_comparisons.loading.inventory import MOST_BYTES
from mkdocs_comparisons.loading.inventory_sources import FILE_NAME, refusal
from mkdocs_comparisons.model.inventories import Inventory

FOLDER = ".comparisons"
"""Where copies are kept, relative to the project."""

Fetch = Callable[[str, int], bytes]


@dataclass(frozen=True, slots=True)
class Opened:
    """An inventory, and what it was read from."""

    inventory: Inventory
    path: Path
    sha256: str


def load_inventories(root: Path, option: object) -> tuple[Inventory, ...]:
    """Return the inventories that an option names; fetch those of which no copy is kept.

    Args:
        root: The project's folder.
        option: What stands under `inventories`.

    Raises:
        SettingsError: The option can't be used, or an inventory can't be had or is none.
    """
    return tuple(open_inventory(root, source).inventory for source in read_inventory_sources(option))


def open_inventory(root: Path, source: InventorySource) -> Opened:
    """Return an inventory; fetch it where no copy is kept, or not the one that is wanted.

    Args:
        root: The project's folder.
        source: Where it is.

    Raises:
        SettingsError: It can't be had, has another hash than the option names, or is none.
    """
    data = _read(path_of(root, source), source)
    if source.url and (data is None or not _is_wanted(source, data)):
        return update_inventory(root, source)
    opened = read_kept(root, source)
    if opened is None:
        advice = "Build that site first, or name the file or the folder of the built site."
        raise refusal(source.name, f"there is no file {path_of(root, source)}", advice)
    return opened


def read_kept(root: Path, source: InventorySource) -> Opened | None:
    """Return an inventory from its file or its copy, without asking anybody; None where there is none.

    Raises:
        SettingsError: It can't be read, has another hash than the option names, or is none.
    """
    path = path_of(root, source)
    data = _read(path, source)
    kept = f"{FOLDER}/{path.name}" if source.url else ""
    return None if data is None else _opened(path, source, data, kept)


def update_inventory(root: Path, source: InventorySource, fetch: Fetch = fetch) -> Opened:
    """Fetch an inventory, and keep it if it can be used.

    Args:
        root: The project's folder.
        source: Where it is.
        fetch: What gets the bytes at an address.

    Raises:
        SettingsError: It can't be had, has another hash than the option names, or is none.
    """
    try:
        data = fetch(source.url, MOST_BYTES)
    except FetchError as error:
        advice = f"Where there is no network, commit the copy that another build has kept in '{FOLDER}/'."
        raise refusal(source.name, f"{source.url} can't be fetched: {error}", advice) from error
    opened = _opened(path_of(root, source), source, data)
    _keep(opened.path, source, data)
    return opened


def path_of(root: Path, source: InventorySource) -> Path:
    """Return the file of an inventory: its own, or the copy that is kept of it."""
    if source.file:
        path = root / source.file
        return path / FILE_NAME if path.is_dir() else path
    # The address is part of the name: a copy of another one must not pass for this one.
    return root / FOLDER / f"{source.name}-{_hash(source.url.encode())[:8]}.json"


def inventory_paths(root: Path, option: object) -> tuple[Path, ...]:
    """Return the files of all inventories that are there: what a server looks at for changes."""
    try:
        paths = [path_of(root, source) for source in read_inventory_sources(option)]
    except SettingsError:
        return ()
    return tuple(path for path in paths if path.is_file())


def _is_wanted(source: InventorySource, data: bytes) -> bool:
    return not source.sha256 or source.sha256 == _hash(data)


def _opened(path: Path, source: InventorySource, data: bytes, kept: str = "") -> Opened:
    if not _is_wanted(source, data):
        problem = f"what is at {source.at} has the SHA-256 {_hash(data)}, and the option wants {source.sha256}"
        raise refusal(source.name, problem, "See what has changed there; if it is right, write the new one.")
    return Opened(read_inventory(source, data, kept), path, _hash(data))


def _read(path: Path, source: InventorySource) -> bytes | None:
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise refusal(source.name, f"{path} can't be read: {error.strerror}", "See who may read it.") from error


def _keep(path: Path, source: InventorySource, data: bytes) -> None:
    """Write a copy so that nobody ever reads half of it, and not where a link leads to."""
    if path.parent.is_symlink():
        raise refusal(source.name, f"'{FOLDER}' is a link, and no folder", "Delete it.")
    try:
        path.parent.mkdir(exist_ok=True)
        number, part = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        with os.fdopen(number, "wb") as file:
            file.write(data)
        Path(part).chmod(0o644)
        Path(part).replace(path)
    except OSError as error:
        problem = f"no copy can be kept in {path.parent}: {error.strerror}"
        raise refusal(source.name, problem, "See who may write there.") from error


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
