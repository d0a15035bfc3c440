"""A data folder to a catalogue."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from mkdocs_comparisons.diagnostics import Finding
from mkdocs_comparisons.errors import SettingsError
from mkdocs_comparisons.loading import shapes
from mkdocs_comparisons.loading.collector import Collector
from mkdocs_comparisons.loading.comparison import ComparisonLoader
from mkdocs_comparisons.loading.contents import Entries
from mkdocs_comparisons.loading.fields import Shape
from mkdocs_comparisons.loading.file_reader import FileReader
from mkdocs_comparisons.loading.folder import FolderSurvey
from mkdocs_comparisons.loading.source_file import SourceFile
from mkdocs_comparisons.loading.sources import read_sources, read_terms
from mkdocs_comparisons.loading.subjects import make_subject, read_shared_subjects
from mkdocs_comparisons.loading.tree import Entry
from mkdocs_comparisons.loading.tree_builder import parse_tree
from mkdocs_comparisons.model.catalogue import Catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What a data folder holds."""

    catalogue: Catalogue
    """As good as the files allow: with findings of severity error it is for checking, not for showing."""

    findings: tuple[Finding, ...]
    """Of all files, by place."""

    files: Mapping[str, SourceFile]
    """The files that were read, by their paths relative to the project, for excerpts."""

    unread: frozenset[str] = frozenset()
    """Files of which something could not be read, so that what is missing may stand in them."""


def load(folder: Path, *, relative_to: Path) -> Loaded:
    """Load a data folder, with everything that is wrong in it at once.

    Args:
        folder: The data folder.
        relative_to: The project's folder: paths in messages and of files start there.

    Raises:
        SettingsError: There is no such folder.
    """
    if not folder.is_dir():
        raise SettingsError("data", f"there is no folder '{folder.name}'", "Create it, or name the one that is there.")
    with _without_collection():
        return _load(folder, relative_to)


def _load(folder: Path, relative_to: Path) -> Loaded:
    log = Collector()
    reader = FileReader(folder, relative_to, log)
    files = FolderSurvey(reader, log).look_through(folder)
    subjects = read_shared_subjects(_entries(files.shared.get("_subjects"), shapes.SHARED_SUBJECT, reader, log), log)
    sources = read_sources(_entries(files.shared.get("_sources"), shapes.WORK, reader, log), None, log)
    glossary = read_terms(_entries(files.shared.get("_glossary"), shapes.TERM, reader, log), None, log)
    loader = ComparisonLoader(
        reader=reader,
        log=log,
        shared_subjects=subjects,
        are_shared_subjects_complete=_is_read(files.shared.get("_subjects"), reader, log),
    )
    comparisons = (loader.load(entry) for entry in files.comparisons)
    catalogue = Catalogue(
        comparisons=tuple(comparison for comparison in comparisons if comparison),
        subjects=tuple(make_subject(id, record) for id, record in subjects.items()),
        sources=sources,
        glossary=glossary,
    )
    return Loaded(
        catalogue=catalogue,
        findings=log.findings(),
        files=MappingProxyType(reader.files),
        unread=frozenset(log.unread),
    )


def _entries(path: Path | None, shape: Shape, reader: FileReader, log: Collector) -> tuple[Entry, ...]:
    source = reader.read(path) if path else None
    tree = parse_tree(source, log) if source else None
    entries = Entries(shape).read(tree, "the file", log) if tree else None
    if path and entries is None:
        log.unread.add(reader.name(path))
    return entries or ()


def _is_read(path: Path | None, reader: FileReader, log: Collector) -> bool:
    return path is None or reader.name(path) not in log.unread


@contextmanager
def _without_collection() -> Iterator[None]:
    """Keep the garbage collector away: it would walk the growing tree again and again and find nothing to free."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        # Both together move what is new to the oldest generation, without the walk that `enable` would start with.
        gc.freeze()
        gc.unfreeze()
        if was_enabled:
            gc.enable()
