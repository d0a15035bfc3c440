"""Which file of a data folder is what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mkdocs_comparisons.diagnostics import did_you_mean, nearest
from mkdocs_comparisons.loading.collector import Collector
from mkdocs_comparisons.loading.file_reader import MOST_FILES, FileReader
from mkdocs_comparisons.loading.ids import id_problem
from mkdocs_comparisons.loading.wording import quoted
from mkdocs_comparisons.model.places import Place
from mkdocs_comparisons.model.refs import SHARED_PAGES

_YAML = (".yml", ".yaml")
_DATA = (*_YAML, ".csv", ".md")
_SHARED = ("_subjects", "_sources", "_glossary")
_RESERVED = (*SHARED_PAGES, "index")


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonFiles:
    """The files of one comparison."""

    id: str
    head: Path
    subjects: tuple[tuple[str, Path], ...] = ()
    claims: Path | None = None
    articles: tuple[tuple[str, Path], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderFiles:
    """The files of a data folder."""

    shared: dict[str, Path]
    """`_subjects`, `_sources` and `_glossary`, as far as they are there."""

    comparisons: tuple[ComparisonFiles, ...]


class FolderSurvey:
    """Looks through a data folder; what no part of the format reads is reported, so that no data is lost unseen."""

    def __init__(self, reader: FileReader, log: Collector) -> None:
        self._reader = reader
        self._log = log
        self._count = 0

    def look_through(self, folder: Path) -> FolderFiles:
        shared: dict[str, Path] = {}
        comparisons: dict[str, ComparisonFiles] = {}
        for path in self._entries(folder):
            if path.is_dir():
                self._add(self._folder(path), path, comparisons)
            elif not _is_yaml(path):
                self._stray(path, (), "Comparisons are .yml files, or folders with a comparison.yml.")
            elif path.stem in _SHARED:
                self._keep_first(path.stem, path, shared)
            elif path.stem.startswith("_"):
                self._stray(path, [f"{name}.yml" for name in _SHARED], f"Shared are {', '.join(_SHARED)}.")
            else:
                self._add(ComparisonFiles(id=path.stem, head=path), path, comparisons)
        return FolderFiles(shared=shared, comparisons=tuple(comparisons.values()))

    def _folder(self, folder: Path) -> ComparisonFiles | None:
        found: dict[str, Path] = {}
        subjects: dict[str, Path] = {}
        articles: list[tuple[str, Path]] = []
        strays: list[Path] = []
        for path in self._entries(folder):
            if path.is_dir() and path.name == "subjects":
                subjects = self._subjects(path)
            elif _lower_ended(path) in ("comparison.yml", "comparison.yaml", "claims.csv"):
                self._keep_first(path.stem, path, found)
            elif path.suffix.lower() == ".md" and not _is_readme(path):
                articles.append((path.stem, path))
            elif path.is_dir():
                strays += [child for child in self._entries(path) if _is_data(child)]
            else:
                strays.append(path)
        if "comparison" not in found:
            strays += [*found.values(), *subjects.values(), *(path for _, path in articles)]
            self._report_headless(folder, [path for path in strays if _is_data(path)])
            return None
        for path in strays:
            self._stray(
                path,
                ("comparison.yml", "claims.csv"),
                "A comparison's folder holds comparison.yml, claims.csv, subjects/ and <dimension>.md.",
            )
        return ComparisonFiles(
            id=folder.name,
            head=found["comparison"],
            subjects=tuple(subjects.items()),
            claims=found.get("claims"),
            articles=tuple(articles),
        )

    def _subjects(self, folder: Path) -> dict[str, Path]:
        subjects: dict[str, Path] = {}
        for path in self._entries(folder):
            if _is_yaml(path) and not path.is_dir():
                self._keep_first(path.stem, path, subjects)
                self._check_id(path.stem, path)
            else:
                self._stray(path, (), "The folder `subjects` holds one .yml file for each subject.")
        return subjects

    def _report_headless(self, folder: Path, data: list[Path]) -> None:
        if data:
            by_name = {
                path.name: path for path in sorted(data, reverse=True) if path.parent == folder and _is_yaml(path)
            }
            near = by_name.get(nearest("comparison.yml", by_name))
            problem = f"the folder {quoted(folder.name)} has data files but no comparison.yml, so none is read"
            create = f"Create {quoted(self._reader.name(folder / 'comparison.yml'))}, or move the files elsewhere."
            advice = f"Rename {quoted(near.name)} to 'comparison.yml'." if near else create
            self._log.report("file-missing", self._at(near or min(data)), problem, advice)

    def _add(self, files: ComparisonFiles | None, path: Path, known: dict[str, ComparisonFiles]) -> None:
        if files is None:
            return
        if files.id in known:
            self._collision(path, known[files.id].head)
            return
        known[files.id] = files
        self._check_id(files.id, path if path.is_file() else files.head, is_comparison=True)

    def _keep_first(self, name: str, path: Path, known: dict[str, Path]) -> None:
        if name in known:
            self._collision(path, known[name])
        else:
            known[name] = path

    def _collision(self, path: Path, first: Path) -> None:
        problem = f"{quoted(path.name)} stands for the same as {quoted(self._reader.name(first))}, so it is not read"
        related = (("the one that is read", self._at(first)),)
        self._log.report("id-collision", self._at(path), problem, "Keep one of the two.", related=related)

    def _check_id(self, id: str, path: Path, *, is_comparison: bool = False) -> None:
        problem, advice = id_problem(id)
        if not problem and is_comparison and ":" in id:
            problem, advice = f"the comparison's id {quoted(id)} holds a ':'", "Rename the file."
        if not problem and is_comparison and id.casefold() in _RESERVED:
            problem, advice = f"{quoted(id)} is reserved: a page of that name exists", "Rename the file or folder."
        if problem:
            self._log.report("bad-id", self._at(path), problem, advice)

    def _entries(self, folder: Path) -> list[Path]:
        entries = self._reader.entries(folder)
        room = MOST_FILES - self._count
        self._count += len(entries)
        if len(entries) > room >= 0:
            problem = f"the data folder holds more than {MOST_FILES:,} files; the rest is not read"
            self._log.report("limit", self._at(entries[room]), problem, "Put claims into one claims.csv.")
        return entries[: max(0, room)]

    def _stray(self, path: Path, known: Iterable[str], advice: str) -> None:
        if _is_data(path):
            guess = did_you_mean(path.name, known)
            self._log.report("file-stray", self._at(path), "nothing reads this file", guess or advice)

    def _at(self, path: Path) -> Place:
        return Place(self._reader.name(path), 1, 1)


def _lower_ended(path: Path) -> str:
    """Return a file's name with its ending in lower case: some programs write `.YML` and `.CSV`."""
    return path.stem + path.suffix.lower()


def _is_yaml(path: Path) -> bool:
    return path.suffix.lower() in _YAML


def _is_readme(path: Path) -> bool:
    return path.name.casefold() == "readme.md"


def _is_data(path: Path) -> bool:
    return path.suffix.lower() in _DATA and not _is_readme(path)
