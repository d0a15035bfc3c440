"""Sites with one comparison each, as large as asked for."""

from __future__ import annotations

import csv
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.building import build_project

NAME = "things"
CONFIG = """\
site_name: Benchmark
theme: {name: material, font: false}
plugins: [search, {comparisons: {pairs: 0}}]
"""
TYPES = (
    "number",
    "{quantity: MB, better: lower}",
    "{support, better: higher}",
    "{choice: [weak, fair, good, strong], better: higher}",
    "text",
    "version",
)
_WORDS = (
    "adapter archive backend balance buffer channel cluster command compact compile container default device dynamic "
    "engine export feature filter format gateway handle import install kernel language layer library limited manual "
    "memory message module native network object optional package parallel partial pattern plugin policy portable "
    "process profile protocol queue release remote request restart runtime schedule schema secure server session "
    "shared snapshot source static storage stream support switch system target template thread token update vendor "
    "version virtual volume window worker"
)
WORDS = _WORDS.split()
NEEDLE = "snapshot"
"""A word to look for; it is in some of the texts."""


@dataclass(frozen=True, slots=True)
class Size:
    """How large a comparison is."""

    name: str
    attributes: int
    subjects: int
    dimensions: int

    def __str__(self) -> str:
        return f"{self.name} = {self.attributes:,} × {self.subjects}"


def build_site(size: Size, folder: Path) -> Path:
    """Build the site of a comparison by `mkdocs build`, and return its folder."""
    data = f"comparisons/{NAME}"
    files = {
        "mkdocs.yml": CONFIG,
        f"{data}/comparison.yml": "".join(_comparison(size)),
        f"{data}/claims.csv": _claims(size),
    }
    built = build_project(folder, files)
    if built.returncode:
        raise SystemExit(f"{size}: the build failed.\n{built.output}")
    return built.site


def _comparison(size: Size) -> Iterator[str]:
    yield "title: Things compared\nnoun: {one: thing, many: things}\nsubjects:\n"
    for column in range(size.subjects):
        yield f"  s{column}: {{title: {_words(f'subject {column}', 1).title()} {column + 1}}}\n"
    yield "dimensions:\n"
    each = size.attributes // size.dimensions
    for place in range(size.dimensions):
        yield f"  d{place}:\n    title: {_words(f'dimension {place}', 2).capitalize()}\n    attributes:\n"
        for row in range(place * each, (place + 1) * each):
            title = f"{_words(f'attribute {row}', 2).capitalize()} {row + 1}"
            yield f"      a{row}: {{title: {title}, type: {TYPES[row % len(TYPES)]}}}\n"


def _claims(size: Size) -> str:
    made = io.StringIO()
    table = csv.writer(made)
    table.writerow(("subject", "attribute", "value", "note"))
    for row in range(size.attributes):
        for column in range(size.subjects):
            seed = _chance(f"{row} {column}")
            if seed % 100 < 6:
                continue
            value = "unknown" if seed % 100 < 9 else "n/a" if seed % 100 < 11 else _value(row, column)
            note = f"{_words(f'note {row} {column}', 5).capitalize()}." if seed // 100 % 50 == 0 else ""
            table.writerow((f"s{column}", f"a{row}", value, note))
    return made.getvalue()


def _value(row: int, column: int) -> str:
    """Return one of the few different things that are said of an attribute; of every fourth all say the same."""
    same = row // len(TYPES) % 4 == 3
    seed = _chance(f"value {row} {0 if same else _chance(f'{row} of {column}') % (3 + row % 8)}")
    match row % len(TYPES):
        case 0:
            return str(seed % 900 + 100)
        case 1:
            low = seed % 500 + 1
            return f"{low}–{low + seed % 40 + 1}" if seed % 7 == 0 else str(low)
        case 2:
            return ("yes", "partial", "no")[seed % 3]
        case 3:
            return ("weak", "fair", "good", "strong")[seed % 4]
        case 4:
            return _words(str(seed), 1 + seed % 4)
        case _:
            return f"{seed % 5}.{seed % 20}.{seed % 3}"


def _words(seed: str, number: int) -> str:
    return " ".join(WORDS[_chance(f"{seed} {place}") % len(WORDS)] for place in range(number))


def _chance(seed: str) -> int:
    """Return a number that looks like chance and is always the same."""
    return zlib.crc32(seed.encode())
