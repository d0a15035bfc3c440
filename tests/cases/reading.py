"""Golden cases: Markdown files that hold input files and the report that they must give.

A file is named after a rule. Each `## fails: …` or `## passes: …` is a case; its fenced blocks are the input files (the
info string is `<language> <path> <how it is written>…`), `options` as in `mkdocs.yml`, and the `report`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from mkdocs_comparisons.loading import load
from mkdocs_comparisons.renderers.reports import render_text
from mkdocs_comparisons.validation import policy_from, validate

TODAY = date(2026, 11, 1)

_CASE = re.compile(r"^## (fails|passes): (.+)$", re.MULTILINE)
_FENCE = re.compile(r"^(`{3,})(.+)\n((?:.*\n)*?)\1$", re.MULTILINE)
_ESCAPE = re.compile(r"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8}))")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of a case."""

    path: str
    """Where the file goes; `report` and `options` are no files."""

    how: tuple[str, ...]
    """How the file is written: `latin-1`, `utf-16`, `bom`, `crlf`, `escapes`, `symlink`, `pipe`, `exact`."""

    text: str

    def write(self, folder: Path) -> None:
        """Make the file below a folder."""
        path = folder / self.path
        path.parent.mkdir(parents=True, exist_ok=True)
        if "symlink" in self.how:
            path.symlink_to(self.text.strip())
        elif "pipe" in self.how:
            os.mkfifo(path)
        else:
            path.write_bytes(self._bytes())

    def _bytes(self) -> bytes:
        text = self.text.removesuffix("\n") if "exact" in self.how else self.text
        if "crlf" in self.how:
            text = text.replace("\n", "\r\n")
        if "escapes" in self.how:
            text = _ESCAPE.sub(lambda match: chr(int(next(filter(None, match.groups())), 16)), text)
        encoding = next((name for name in self.how if name in ("latin-1", "utf-16")), "utf-8")
        return (b"\xef\xbb\xbf" if "bom" in self.how else b"") + text.encode(encoding)


@dataclass(frozen=True, slots=True)
class Case:
    """Input files and the report that they must give."""

    code: str
    fails: bool
    title: str
    blocks: tuple[Block, ...]
    report: str

    def __str__(self) -> str:
        return f"{self.code} {'fails' if self.fails else 'passes'}: {self.title}"

    def run(self, folder: Path) -> str:
        """Return the report that the input files give."""
        for block in self.blocks:
            if block.path != "options":
                block.write(folder)
        options = self._options()
        policy = policy_from(options.get("rules", {}), today=TODAY, stale_after=options.get("stale_after"))
        return render_text(validate(load(folder / "comparisons", relative_to=folder), policy))

    def _options(self) -> Mapping[str, dict[str, object]]:
        written = next((block.text for block in self.blocks if block.path == "options"), "{}")
        options: dict[str, dict[str, object]] = yaml.safe_load(written)
        return options


def read_cases(file: Path) -> Iterator[Case]:
    """Return the cases of a file."""
    _, *parts = _CASE.split(file.read_text(encoding="utf-8"))
    for outcome, title, body in zip(*[iter(parts)] * 3, strict=True):
        blocks = tuple(_block(*match.group(2, 3)) for match in _FENCE.finditer(body))
        files = tuple(block for block in blocks if block.path != "report")
        report = next((block.text for block in blocks if block.path == "report"), "")
        yield Case(file.stem, outcome == "fails", title, files, report)


def write_reports(file: Path, reports: list[str]) -> None:
    """Put reports into a file of cases, in the order of its cases, in place of those that stand there."""
    parts = _CASE.split(file.read_text(encoding="utf-8"))
    for number, report in enumerate(reports):
        body = parts[3 * number + 3]
        without = re.sub(r"^```report\n(.*\n)*?```\n", "", body, flags=re.MULTILINE).strip("\n")
        parts[3 * number + 3] = f"\n\n{without}\n\n```report\n{report}```\n\n"
    heads = [f"## {parts[at]}: {parts[at + 1]}{parts[at + 2]}" for at in range(1, len(parts), 3)]
    file.write_text((parts[0] + "".join(heads)).rstrip("\n") + "\n", encoding="utf-8")


def _block(info: str, text: str) -> Block:
    words = info.split()
    path = words[0] if words[0] in ("report", "options") else words[1]
    return Block(path, tuple(words[2:]), text)
