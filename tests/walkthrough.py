"""Documentation that runs: a page's code blocks, followed as a reader would follow them.

A block with a file's path as its title is that file; `path, added at the end` and `path, in place of 'some line'`
change it. A block of the language `sh` is run. A block titled `It prints` or `It prints, with exit code 1` says what
came of it.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.building import MKDOCS, run_mkdocs

_FENCE = re.compile(
    r"^(?P<ticks>`{3,})(?P<lang>\w+)(?: title=\"(?P<title>[^\"]*)\")?\n(?P<text>.*?)^(?P=ticks)$",
    re.MULTILINE | re.DOTALL,
)
_CHANGE = re.compile(r"(?P<path>\S+), in place of '(?P<line>.+)'")
_PRINTS = re.compile(r"It prints(?:, with exit code (?P<code>\d+))?")
_APPENDED = ", added at the end"
_SETTING_UP = ("mkdir kitchen-notes", "cd ", "python3 -m venv ", ". .venv/", "pip install ")
"""Commands that make the place to work in; a test has one."""

_NOT_RUN = ("mkdocs serve", "mike serve", "make ", "comparisons pages docs --watch")
"""Commands that do not end by themselves, or that run the tests."""

_SOMEBODY = {
    "NO_MKDOCS_2_WARNING": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    **{f"GIT_{role}_{part}": "reader@example.org" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")},
}
"""Who follows: Git knows them, wherever the tests run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fence:
    """A fenced code block."""

    lang: str
    title: str
    text: str


def read_fences(markdown: str) -> tuple[Fence, ...]:
    """Return the fenced code blocks of a page that begin at its left margin."""
    found = _FENCE.finditer(markdown)
    return tuple(Fence(lang=match["lang"], title=match["title"] or "", text=match["text"]) for match in found)


def follow(page: Path, folder: Path, *args: str) -> None:
    """Do in a folder what a page says, and build the site whenever a file is about to be replaced, and at the end.

    Args:
        page: The page of the manual.
        folder: The project's folder; files in it that the page does not mention stay.
        args: More arguments for `mkdocs build`, such as `--strict`.
    """
    fences = read_fences(page.read_text(encoding="utf-8"))
    written: set[str] = set()
    for fence, after in zip(fences, (*fences[1:], None), strict=False):
        if fence.lang == "sh":
            _run(fence, after, folder)
        elif _is_file(fence):
            # A change may need the next one too; a file that is replaced as a whole was a step that ended.
            if fence.title in written and (folder / fence.title).is_file():
                _build(folder, *args)
            written.add(fence.title)
            _write(fence, folder)
    if written:
        _build(folder, *args)


def write_project(page: Path, folder: Path) -> None:
    """Write the files that a page's reader has in the end, without running anything."""
    for fence in read_fences(page.read_text(encoding="utf-8")):
        if _is_file(fence):
            _write(fence, folder)


def _is_file(fence: Fence) -> bool:
    return bool(fence.title) and not _PRINTS.fullmatch(fence.title)


def _build(folder: Path, *args: str) -> None:
    built = run_mkdocs(folder, folder / "site", *args)
    assert built.returncode == 0, built.output


def _write(fence: Fence, folder: Path) -> None:
    change = _CHANGE.fullmatch(fence.title)
    if change:
        path = folder / change["path"]
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        (place,) = [number for number, line in enumerate(lines) if line.strip() == change["line"]]
        lines[place] = fence.text
        path.write_text("".join(lines), encoding="utf-8")
        return
    path = folder / fence.title.removesuffix(_APPENDED)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a" if fence.title.endswith(_APPENDED) else "w", encoding="utf-8") as file:
        file.write(fence.text)


def _run(fence: Fence, after: Fence | None, folder: Path) -> None:
    printed = _PRINTS.fullmatch(after.title) if after else None
    script = "\n".join(_runnable(fence.text.splitlines()))
    done = subprocess.run(
        ["bash", "-e", "-c", script],
        cwd=folder,
        env=os.environ | _SOMEBODY | {"PATH": f"{MKDOCS.parent}{os.pathsep}{os.environ['PATH']}"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    expected = int(printed["code"] or 0) if printed else 0
    assert done.returncode == expected, f"{script}\n{done.stdout}"
    if printed and after:
        missing = [line for line in after.text.splitlines() if line.rstrip() not in done.stdout]
        assert not missing, f"{script}\n{done.stdout}"


def _runnable(lines: list[str]) -> Iterator[str]:
    return (line for line in lines if not line.startswith((*_SETTING_UP, *_NOT_RUN)))
