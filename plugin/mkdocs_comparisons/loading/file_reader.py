"""From a folder's entries to text, without following what leads out of it."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from mkdocs_comparisons.loading.collector import Collector
from mkdocs_comparisons.loading.source_file import SourceFile, decode
from mkdocs_comparisons.model.places import Place

MOST_BYTES = 20_000_000
MOST_FILES = 10_000


class FileReader:
    """Reads the files of one data folder and remembers them for excerpts."""

    def __init__(self, folder: Path, relative_to: Path, log: Collector) -> None:
        self._root = Path(os.path.realpath(folder))
        self._relative_to = relative_to
        self._log = log
        self.files: dict[str, SourceFile] = {}

    def name(self, path: Path) -> str:
        """Return a path as messages show it: relative to the project, with `/`, and printable."""
        relative = Path(os.path.relpath(path, self._relative_to)).as_posix()
        readable = relative.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        return "".join(character if character.isprintable() else "\ufffd" for character in readable)

    def entries(self, folder: Path) -> list[Path]:
        """Return what lies in a folder, by name; hidden entries are left out, and all that leads out of the data."""
        try:
            paths = sorted(folder.iterdir(), key=lambda path: path.name)
        except OSError as error:
            self._refuse(folder, f"the folder can't be read: {error.strerror}", "")
            return []
        return [path for path in paths if not path.name.startswith(".") and self._is_inside(path)]

    def read(self, path: Path) -> SourceFile | None:
        """Return a file's text; None after a finding where there is none."""
        name = self.name(path)
        if name in self.files:
            return self.files[name]
        data = self._bytes(path)
        source = None if data is None else decode(name, data, self._log)
        if source:
            self.files[name] = source
        return source

    def _is_inside(self, path: Path) -> bool:
        if not path.is_symlink() or Path(os.path.realpath(path)).is_relative_to(self._root):
            return True
        advice = "Put the file itself here: what is read must lie in the data folder."
        self._refuse(path, "the link leads out of the data folder", advice)
        return False

    def _bytes(self, path: Path) -> bytes | None:
        try:
            status = path.stat()
            # Asked before opening: to open a named pipe would wait for ever.
            if not stat.S_ISREG(status.st_mode):
                self._refuse(path, "this is not a regular file", "Remove it, or put a file in its place.")
            elif status.st_size > MOST_BYTES:
                self._refuse_size(path, status.st_size)
            else:
                return path.read_bytes()
        except OSError as error:
            self._refuse(path, f"the file can't be read: {error.strerror}", "")
        return None

    def _refuse(self, path: Path, problem: str, advice: str) -> None:
        self._log.report("file-unsafe", Place(self.name(path), 1, 1), problem, advice)

    def _refuse_size(self, path: Path, size: int) -> None:
        problem = f"the file has {size:,} bytes; {MOST_BYTES:,} is the most"
        self._log.report("limit", Place(self.name(path), 1, 1), problem, "Split it: a file for each subject.")
