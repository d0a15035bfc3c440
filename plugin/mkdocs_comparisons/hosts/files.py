"""Planned pages and files on disk, for hosts without a plugin API: only what changed, and nothing that is not ours."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from mkdocs_comparisons.errors import ComparisonsError
from mkdocs_comparisons.hosts.inert import inert
from mkdocs_comparisons.hosts.projects import has_directory_urls, language_of
from mkdocs_comparisons.model.refs import DataRef, TwinRef
from mkdocs_comparisons.planning.links import ASSETS
from mkdocs_comparisons.planning.templates import write_by_templates
from mkdocs_comparisons.planning.writers import write_markdown
from mkdocs_comparisons.project import Project, asset_names, make_stage, plan_of, read_asset, render_file

MANIFEST = ".comparisons.json"
"""Lists what we have written, in the folder of the documents: hosts pass over names that begin with a dot."""

_VERSION = 1
_MOST_NAMED = 10


@dataclass(frozen=True, slots=True)
class Changes:
    """What a run did to a folder; all paths are relative to it."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    left: tuple[str, ...]
    """Once ours and not needed any more, but changed by somebody since: those stay, and are a person's from now on."""

    kept: int
    """How many were as they should be."""


def contents_of(project: Project, root: Path) -> dict[str, str]:
    """Return all pages as Markdown, data files and assets, by path below the folder of the documents.

    Args:
        project: Without errors.
        root: The project's folder: of its site's configuration and its templates.
    """
    plan = plan_of(project)
    stage = make_stage(plan, language_of(root))
    directory_urls = has_directory_urls(root)
    written = write_by_templates(plan, root)
    contents = {f"{ASSETS}/{name}": read_asset(name) for name in asset_names()}
    for page in plan.pages:
        told = {"title": inert(page.title), "description": inert(page.description)}
        contents[page.src] = _with_front_matter(told, written.get(page.src) or write_markdown(page))
    for file in plan.files:
        if isinstance(file.ref, TwinRef):
            continue  # such a host would make pages of them
        text = render_file(stage, file, directory_urls=directory_urls, twins=False)
        if isinstance(file.ref, DataRef) and file.ref.format == "md":
            # Of this one, too: with a title that is safe, and in which no claim is found a second time.
            comparison = plan.catalogue.comparison(file.ref.comparison)
            title = inert(comparison.title if comparison else "")
            text = _with_front_matter({"title": title, "search": {"exclude": True}}, text)
        contents[file.src] = text
    return contents


def _with_front_matter(told: Mapping[str, object], markdown: str) -> str:
    if markdown.startswith("---\n"):
        return markdown  # a template that brings its own
    # JSON is YAML, and in it nothing in a title can end the front matter.
    lines = [f"{name}: {json.dumps(text, ensure_ascii=False)}" for name, text in told.items() if text]
    return "\n".join(["---", *lines, "---", "", markdown])


def write_files(folder: Path, contents: Mapping[str, str]) -> Changes:
    """Bring the files of a folder into line with what they should be.

    Args:
        folder: The folder of the documents.
        contents: Text by path below it, with `/`.

    Raises:
        ComparisonsError: A file is in the way that somebody else made or changed, or a folder can't be written to.
            Nothing is written then.
    """
    before = read_manifest(folder)
    wanted = {path: text.encode() for path, text in contents.items()}
    stale = [path for path in before if path not in wanted]
    hashes = {path: (_hash(data),) for path, data in wanted.items()}
    try:
        taken = [path for path, data in wanted.items() if not _is_free(folder, path, before.get(path, ()), data)]
        _refuse(folder, taken)
        changed = [path for path, data in wanted.items() if _read(folder / path) != data]
        if changed or stale or before != hashes:
            # First, so that a run that was cut short knows its own files again.
            _write_manifest(
                folder, {path: (*before.get(path, ()), *hashes.get(path, ())) for path in {**before, **hashes}}
            )
            for path in changed:
                _write(folder / path, wanted[path])
            removed, left = _remove(folder, stale, before)
            _write_manifest(folder, hashes)
        else:
            removed, left = [], []
    except OSError as error:
        raise ComparisonsError(f"{folder} can't be written to: {error.strerror or error}.") from error
    return Changes(tuple(changed), tuple(removed), tuple(left), len(wanted) - len(changed))


def read_manifest(folder: Path) -> dict[str, tuple[str, ...]]:
    """Return the files that we have written, each with the SHA-256 of what it may hold.

    Raises:
        ComparisonsError: The manifest is damaged.
    """
    path = folder / MANIFEST
    if not path.is_file():
        return {}
    try:
        tree = json.loads(path.read_text(encoding="utf-8"))
        files = {str(name): tuple(map(str, hashes)) for name, hashes in tree["files"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        problem = f"{path} can't be read, so it is not known which files there are ours"
        raise ComparisonsError(f"{problem}. Delete it, and the generated files with it.") from error
    return {name: hashes for name, hashes in files.items() if _is_below(name)}


def unchanged_in(folder: Path) -> frozenset[str]:
    """Return the files that we have written and nobody has changed since, by path below the folder.

    Raises:
        ComparisonsError: The manifest is damaged.
    """
    written = read_manifest(folder).items()
    return frozenset(
        name for name, hashes in written if (data := _read(folder / name)) is not None and _hash(data) in hashes
    )


def _is_below(name: str) -> bool:
    """Return whether a path stays in the folder: a manifest may come with a stranger's project."""
    path = PurePosixPath(name)
    return bool(path.parts) and not path.is_absolute() and ".." not in path.parts and "\\" not in name


def _is_free(folder: Path, path: str, hashes: Iterable[str], data: bytes) -> bool:
    """Return whether a file may be written: there is none, or it is as we left it, or as it should be."""
    target = folder / path
    if not _is_inside(folder, target):
        return False
    found = _read(target)
    return not target.exists() if found is None else found == data or _hash(found) in hashes


def _is_inside(folder: Path, target: Path) -> bool:
    """Return whether a file, there or not, is in the folder itself, and not where a link leads to."""
    try:
        place = target.parent.resolve()
    except (OSError, RuntimeError):
        return False  # links that lead in a circle
    there = next(each for each in (place, *place.parents) if each.exists())
    return not target.is_symlink() and place.is_relative_to(folder.resolve()) and there.is_dir()


def _refuse(folder: Path, taken: list[str]) -> None:
    if not taken:
        return
    names = [f"  {(folder / path).as_posix()}" for path in taken[:_MOST_NAMED]]
    more = [f"  and {len(taken) - _MOST_NAMED} more"] if len(taken) > _MOST_NAMED else []
    lines = "\n".join((*names, *more))
    advice = "Move them away, or delete them if nobody needs them."
    raise ComparisonsError(f"these files are in the way, and were not written by this command:\n{lines}\n{advice}")


def _remove(folder: Path, stale: list[str], before: Mapping[str, Iterable[str]]) -> tuple[list[str], list[str]]:
    removed, left = [], []
    for path in stale:
        target = folder / path
        found = _read(target) if _is_inside(folder, target) else None
        if found is None:
            continue
        if _hash(found) not in before[path]:
            left.append(path)
            continue
        target.unlink()
        removed.append(path)
        _prune(folder, target.parent)
    return removed, left


def _prune(folder: Path, empty: Path) -> None:
    """Remove folders that are empty now, from the bottom up."""
    while empty != folder and not any(empty.iterdir()):
        empty.rmdir()
        empty = empty.parent


def _write(path: Path, data: bytes) -> None:
    """Write a file so that a host that watches sees the old one or the new one, never half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # A new file of a name that nobody has: not through a link, and over nothing of anybody.
    number, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
        part.chmod(path.stat().st_mode & 0o7777 if path.exists() else 0o666 & ~_umask())
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def write_text(path: Path, text: str) -> None:
    """Write a person's file anew, with its own line ends, permissions and place: a link stays one.

    Raises:
        ComparisonsError: It can't be written.
    """
    try:
        _write(path.resolve(), text.encode())
    except OSError as error:
        raise ComparisonsError(f"{path} can't be written: {error.strerror or error}.") from error


def _write_manifest(folder: Path, hashes: Mapping[str, Iterable[str]]) -> None:
    about = "Files that 'comparisons pages' has written. It removes and changes no others."
    files = {path: list(dict.fromkeys(found)) for path, found in sorted(hashes.items())}
    tree = {"version": _VERSION, "about": about, "files": files}
    _write(folder / MANIFEST, (json.dumps(tree, ensure_ascii=False, indent=1) + "\n").encode())


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def describe(changes: Changes) -> Iterator[str]:
    """Yield in lines what a run did, for the person who started it."""
    yield f"{len(changes.written)} written, {len(changes.removed)} removed, {changes.kept} unchanged"
    for path in changes.left:
        yield f"left alone, since it was changed by hand: {path}"
