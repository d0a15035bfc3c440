"""How long the interactive matrix takes and how large it is, beside what it may be, and beside DataTables.

Run it from the repository: `python -m benchmarks.matrix`, after `make browser node_modules/installed`. It builds a
comparison of each size by `mkdocs build`, opens it in a real browser at 1280 × 900, a fresh page for each run, and
prints medians in ms, with the share of the budget that they take: 1.00 is all of it.

- A time ends at the next frame: when the second animation frame begins after what was asked for is done, since by then
  the first has been styled, laid out and painted. So nothing takes less than a frame or two: see "nothing at all".
- The matrix is scrolled into sight first: what is out of sight costs less.
- *Enhancement* goes from the upgrade of the element, on a page that is laid out already, to the end of its
  `connectedCallback` (*script alone*), and on to the next frame.
- *First use* loads what is not loaded with the page; all interactions after it find their modules there.
- Interactions are those of `Matrix`, with the first five subjects shown and with all of them.
- Of a transposed matrix with very many columns those in sight are in the document; others follow when they are
  scrolled to.
- DataTables gets the same page without our script, and the same table without the rows that name dimensions, which it
  can't take; paging and the initial sort are off. It always shows all subjects: so that is what it is compared with.
- Other jobs on the machine make all times longer: the last line says how busy it was.
"""

from __future__ import annotations

import gzip
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files as resources
from pathlib import Path

from benchmarks.matrix_pages import Times, open_bench
from benchmarks.matrix_sites import NAME, Size, build_site
from mkdocs_comparisons.hosts.mkdocs import STYLE_SHEETS
from tests.browser.serving import FolderServer

KIB = 1_024
UP_FRONT = 12_000
"""Bytes that each page may load, gzipped: script and style sheets together."""

PAGE = 300 * KIB
"""Bytes that the largest page may have, gzipped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A size, and what it may take."""

    size: Size
    enhancement: float
    interaction: float
    runs: int
    runs_of_theirs: int


CASES = (
    Case(size=Size("S", 50, 8, 5), enhancement=60, interaction=50, runs=5, runs_of_theirs=3),
    Case(size=Size("M", 300, 30, 10), enhancement=120, interaction=150, runs=5, runs_of_theirs=3),
    Case(size=Size("L", 2_000, 60, 20), enhancement=200, interaction=400, runs=3, runs_of_theirs=1),
)
PARTS = {"once": "", "few": "first five shown", "all": "all subjects shown"}
UNBUDGETED = ("enhancement, script alone", "first use, loads modules", "nothing at all")


@dataclass(frozen=True, slots=True)
class Result:
    """What was measured at a size."""

    case: Case
    ours: Mapping[str, Times]
    theirs: Times
    page: bytes
    load: float
    """How many jobs the machine had at once in the last minute of it."""


def main() -> None:
    """Print the tables."""
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, FolderServer() as server, open_bench() as bench:
        results = []
        for case in CASES:
            print(f"{case.size} …", file=sys.stderr)
            site = build_site(case.size, Path(folder, case.size.name))
            url = f"{server.serve(site)}comparisons/{NAME}/"
            ours = bench.use_ours(url, case.runs)
            theirs = bench.use_theirs(url, case.runs_of_theirs)
            page = (site / "comparisons" / NAME / "index.html").read_bytes()
            results.append(Result(case, ours, theirs, page, os.getloadavg()[0]))
        print("\n".join(_table(results)))
        print_sizes(results, bench.elsewhere)
    loads = ", ".join(f"{each.load:.1f} at {each.case.size.name}" for each in results)
    print(f"all of it took {time.monotonic() - start:.0f} s; jobs at once on {os.cpu_count()} processors: {loads}")


def _table(results: list[Result]) -> Iterator[str]:
    heads = "".join(f"{each.case.size!s:>16}{'DataTables':>13}" for each in results)
    yield f"{'':27}{heads}"
    yield f"{'':27}" + f"{'ms':>8}{'budget':>8}{'ms':>7}{'ours':>6}" * len(results)
    for part, title in PARTS.items():
        if title:
            yield f"\n{title}"
        for name in results[0].ours[part]:
            yield f"{name:27}" + "".join(_figures(each, part, name) for each in results)


def _figures(result: Result, part: str, name: str) -> str:
    """Return a time, its share of the budget, that of DataTables, and ours as a share of that."""
    taken = result.ours[part][name]
    budget = result.case.enhancement if name == "enhancement" else result.case.interaction
    share = "" if name in UNBUDGETED else f"{taken / budget:.2f}"
    theirs = result.theirs.get(name) if part != "few" else None
    beside = f"{theirs:7.0f}{taken / theirs:6.2f}" if theirs else f"{'':13}"
    return f"{taken:8.0f}{share:>8}{beside}"


def print_sizes(results: list[Result], elsewhere: list[str]) -> None:
    """Print how many bytes a reader loads."""
    print()
    for result in results:
        packed = _packed(result.page)
        print(f"page of {result.case.size}: {packed / KIB:,.0f} KiB gzipped, {packed / PAGE:.2f} of the budget of L")
    assets = resources("mkdocs_comparisons").joinpath("assets")
    first = sum(_packed(assets.joinpath(name).read_bytes()) for name in ("comparison.js", *STYLE_SHEETS))
    print(f"loaded by each page: {first:,} bytes gzipped, {first / UP_FRONT:.2f} of the budget")
    later = [
        each for each in assets.iterdir() if each.name.startswith("matrix") and each.name.endswith((".js", ".css"))
    ]
    print(f"loaded on first use and later: {sum(_packed(each.read_bytes()) for each in later):,} bytes gzipped")
    print(f"requests to other hosts: {len(elsewhere)} (may be 0) {' '.join(sorted(set(elsewhere)))}")


def _packed(content: bytes) -> int:
    return len(gzip.compress(content, 9, mtime=0))


if __name__ == "__main__":
    main()
