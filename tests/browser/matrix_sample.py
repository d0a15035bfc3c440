"""A comparison with everything that a matrix can hold, and the site that shows it."""

from __future__ import annotations

from tests.corpora.converting import convert
from tests.hosts.projects import CONFIG

SAMPLE = """\
title: Things of all kinds
noun: {one: thing, many: things}
subjects:
  tea: {title: Tea}
  Node.js: {title: Runtime with dots, short: Runtime}
  std:vec: {title: 标准容器}
  0--: {title: Zero and dashes, slug: zero}
  C++: {title: العربية, slug: cpp}
  twin-a: {title: Twin, slug: first-twin}
  twin-b: {title: Twin, slug: second-twin}
  x@2: {title: "=SUM(A1)"}
  last_one: {title: "Last; one, & <b>?"}
dimensions:
  Levels:
    title: Levels & scales
    attributes:
      support:
        title: Runs
        type: support
        importance: high
        claims:
          tea: yes
          Node.js: partial
          std:vec: no
          0--: yes
          C++: unknown
          twin-a: n/a
          twin-b: yes
          last_one: no
      suits:
        title: 適合
        type: fit
        claims: {tea: good, Node.js: poor, std:vec: fair, 0--: good, C++: good, x@2: unknown}
      choice.1:
        title: Boundary
        type: {choice: {process: Process level, user-space: In user space, hardware: Hardware}}
        claims: {tea: hardware, Node.js: process, std:vec: user-space, C++: hardware, twin-a: process, x@2: hardware}
      fit:
        title: Cost
        type: {choice: [low, high], better: lower}
        importance: low
        claims: {tea: low, Node.js: high, std:vec: low, 0--: low, C++: low, twin-a: low, twin-b: low, x@2: low,
          last_one: high}
      rating:
        title: Stars
        type: {rating: 5}
        importance: medium
        claims: {tea: 4, Node.js: 3.5, std:vec: "4.0", 0--: 0, C++: 5, twin-a: unknown, last_one: 2}
      same:
        title: Alike
        claims: {tea: as ever, Node.js: As  ever, std:vec: as ever, 0--: as ever, C++: as ever, twin-a: as ever,
          twin-b: as ever, x@2: as ever, last_one: as ever}
  amounts:
    title: 数量
    attributes:
      Memory:2:
        title: Memory
        type: {quantity: MB, better: lower}
        importance: high
        claims: {tea: 10 GB, Node.js: 10240 MB, std:vec: 5–10 GB, 0--: "<= 300", C++: ~300, twin-a: 300,
          twin-b: "> 10 GB", x@2: n/a, last_one: 9-12 GB}
      time:
        title: Start
        type: {quantity: ms, better: lower}
        claims: {tea: 300 ms, Node.js: 0.3 s, std:vec: 1 min, 0--: 5..10 s, C++: 0, twin-a: unknown, twin-b: "2,000"}
      number:
        title: Ports
        type: {number, better: higher}
        claims: {tea: -5, Node.js: 1e3, std:vec: "1,000", 0--: "−1.5", C++: ">= 3", twin-a: 3, twin-b: ~3, x@2: 3–7}
      money:
        title: المبلغ
        type: {money: EUR, better: lower}
        claims: {tea: 12.50, Node.js: 12.5, std:vec: 0, 0--: "~100", C++: 5–10, last_one: unknown}
      odd-unit:
        title: Rate
        type: {quantity: requests/s}
        claims: {tea: 100, Node.js: 20 requests/s, twin-a: "> 20", twin-b: 100}
  facts:
    title: Facts
    attributes:
      date:
        title: Born
        type: {date, better: higher}
        claims: {tea: 2024, Node.js: 2024-05, std:vec: 2024-05-01, 0--: 2019-12-31, C++: 1998, twin-b: 2024-05-01,
          x@2: unknown}
      version:
        title: Release
        type: {version, better: higher}
        importance: low
        claims: {tea: 1.10, Node.js: "1.9", std:vec: v1.10, 0--: 2.0.0-rc.1, C++: 2.0.0, last_one: n/a}
      list:
        title: Systems
        type: list
        claims:
          tea: [linux, windows]
          Node.js: [Windows, linux]
          std:vec: [linux]
          0--: ["a | b", linux]
          C++: [solaris 2, "*plan* 9"]
          twin-a: unknown
      layers:
        title: Built of
        type: layers
        claims:
          tea: [Hardware, Kernel]
          Node.js: [Kernel, Hardware]
          std:vec: [Hardware, {label: Kernel, note: "of its own", repeat: yes, boundary: yes}]
          0--: [Hardware, Kernel]
      link:
        title: Home
        type: link
        claims:
          tea: https://example.org/tea
          Node.js: {url: "https://example.org/tea", label: Home of tea}
          std:vec: {url: "https://example.org/vec", label: Home of vec}
          x@2: https://example.org
      text:
        title: Stars
        claims:
          tea: {value: "release 10", note: A note of it., sources: [book]}
          Node.js: {value: "release 9", as_of: 2025-01-02}
          std:vec: {value: "*Marked* up", note: Another note.}
          0--: '"quoted" words'
          C++: this | that
          twin-a: -5 below
          twin-b: "@home"
      named:
        title: Name 10
        claims: {tea: release 10, Node.js: release 9, std:vec: Release  9, 0--: beta 2, twin-b: unknown, x@2: alpha}
      free:
        title: Name 9
        summary: Nothing that sorts.
        claims: {tea: 绿茶, C++: شاي, twin-a: unknown, x@2: n/a, last_one: "ﬁne ＡＢＣ"}
sources:
  book: {title: A book, url: "https://example.org/book"}
"""

ID = "Things.1"

PAGE = """\
# Two of them

[Down](#below), [Cell](#odd-unit.last-one)

/// comparison | Things.1
///

## Between

Words.

/// comparison | Things.1
    transpose: yes
///

## Below

Words.
"""

FILES = {"mkdocs.yml": CONFIG, "docs/index.md": PAGE, f"comparisons/{ID}.yml": SAMPLE}


def corpus_files(name: str) -> dict[str, str]:
    """Return a site with the data of others, without its thousands of pages of pairs."""
    config = CONFIG.replace("  - comparisons\n", "  - comparisons: {pairs: 0}\n")
    return {"mkdocs.yml": config, "docs/index.md": f"# Home\n\n/// comparison | {name}\n///\n", **convert(name)}


def instant_files(base: str) -> dict[str, str]:
    """Return the same, where Material loads pages in place and writes the heading in sight into the address.

    Args:
        base: Where the site is served: it must know, to tell its own pages.
    """
    theme = "theme: {name: material, font: false"
    features = "features: [navigation.instant, navigation.tracking]"
    return FILES | {"mkdocs.yml": CONFIG.replace(theme, f"site_url: {base}\n{theme}, {features}")}
