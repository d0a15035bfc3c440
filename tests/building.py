"""Building small projects by the real `mkdocs` executable, as a user would."""

from __future__ import annotations

import os
import subprocess
import sysconfig
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

MKDOCS = Path(sysconfig.get_path("scripts")) / "mkdocs"
DEFAULT_FILES: Mapping[str, str] = {
    "mkdocs.yml": "site_name: Test\nplugins: [search, comparisons]\n",
    "docs/index.md": "# Home\n",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What came of a build."""

    returncode: int
    output: str
    """Everything it printed, standard output and error together."""

    site: Path
    """The folder of the site; it need not exist where the build failed."""

    def read(self, path: str) -> str:
        """Return the text of a file of the site, `comparisons/index.html` for example."""
        return (self.site / path).read_text(encoding="utf-8")

    def files(self) -> dict[str, bytes]:
        """Return every file of the site by its path, in sorted order: two equal sites give equal mappings."""
        paths = sorted(path for path in self.site.rglob("*") if path.is_file())
        return {path.relative_to(self.site).as_posix(): path.read_bytes() for path in paths}


def write_files(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Write files by their relative paths; text as UTF-8 with the line ends that it has."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def run_mkdocs(folder: Path, site: Path, *args: str, timeout: float = 120) -> Built:
    """Run `mkdocs build` in a folder that has a project, with more arguments if given."""
    done = subprocess.run(
        [MKDOCS, "build", "--site-dir", site, *args],
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=timeout,
        check=False,
    )
    return Built(returncode=done.returncode, output=done.stdout, site=site)


def build_project(folder: Path, files: Mapping[str, str | bytes], *args: str) -> Built:
    """Write a small project and build it into `site` beside its `docs`.

    Args:
        folder: where to write it; `tmp_path` as a rule. What is there already stays, so a second build in the same
            folder is a rebuild after a change.
        files: contents by relative path. Without a `mkdocs.yml` there is a minimal one with our plugin, and without
            a `docs/index.md` a home page.
        args: more arguments for `mkdocs build`, such as `--strict`.

    Returns:
        The result, whether or not the build succeeded: tests assert on `returncode` and `output`.
    """
    missing = {name: text for name, text in DEFAULT_FILES.items() if not (folder / name).exists()}
    write_files(folder, missing | dict(files))
    return run_mkdocs(folder, folder / "site", *args)
