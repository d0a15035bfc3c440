"""A site about text editors: a matrix with each type of value and each state, on pages of several kinds."""

from __future__ import annotations

import json
from collections.abc import Mapping

MATERIAL = """
  name: material
  font: false
  palette:
    - {media: "(prefers-color-scheme: light)", scheme: default}
    - {media: "(prefers-color-scheme: dark)", scheme: slate}
  features: [navigation.instant, navigation.tracking]"""

_CONFIG = """\
site_name: Test
site_url: {site_url}
repo_url: https://example.org/repository
edit_uri: edit/main/docs/
theme: {theme}
plugins:
  - search
  - comparisons: {pairs: 0, stale_after: 365, rules: {claim-stale: info}, messages: {messages}}
markdown_extensions:
  - toc: {permalink: true}
"""

EDITORS = """\
title: Text editors
question: Which editor suits you?
noun: {one: editor, many: editors}
subjects:
  alder: {title: Alder}
  birch: {title: Birch}
  cedar: {title: Cedar for teams, short: Cedar}
  dogwood: {title: Dogwood}
  elm: {title: Elm}
  fir: {title: Fir}
  ginkgo: {title: Ginkgo}
dimensions:
  needs:
    title: Needs
    attributes:
      memory:
        title: Memory
        type: {quantity: MB, better: lower}
        importance: low
        claims:
          alder: {value: 2 GB, note: With a *large* project., sources: [bench], as_of: 2020-01-01}
          birch: 2048
          cedar: {value: 512, as_of: 2020-01-01}
          dogwood: 64–128
          elm: unknown
          fir: ~300
      startup:
        title: Start-up
        type: {quantity: s, better: lower}
        importance: high
        claims: {alder: 900 ms, birch: 1.5, cedar: 0.9, dogwood: 12, elm: n/a, fir: 2, ginkgo: < 1}
      price:
        title: Price
        type: {money: EUR, better: lower}
        claims: {alder: 0, birch: 99, cedar: 0, dogwood: 12.50, elm: 30, fir: ~50}
  abilities:
    title: Abilities
    attributes:
      plugins:
        title: Plug-ins
        type: support
        claims:
          alder: yes
          birch: {value: partial, note: "In [one language](https://example.org/languages) only.", sources: [bench]}
          cedar: yes
          dogwood: no
          elm: yes
          fir: unknown
          ginkgo: yes
      systems:
        title: Systems
        type: list
        claims:
          alder: [Linux, Windows]
          birch: [Windows, Linux]
          cedar: [Linux]
          dogwood: [Windows]
          elm: [Linux, Windows, Haiku]
          fir: [Linux]
          ginkgo: n/a
      comfort:
        title: Comfort
        type: {rating: 5}
        claims: {alder: 4, birch: 2, cedar: 3.5, dogwood: 5, elm: 1, fir: unknown, ginkgo: 4}
      licence:
        title: Licence
        type: {choice: {closed: Closed source, mixed: Mixed, open: Open source}}
        claims:
          alder: {value: open, as_of: 2020-01-01}
          birch: closed
          cedar: open
          dogwood: mixed
          elm: open
          fir: open
          ginkgo: closed
      beginners:
        title: For beginners
        type: fit
        claims: {alder: good, birch: poor, cedar: fair, dogwood: good, elm: poor, fir: good, ginkgo: n/a}
      motto:
        title: Motto
        claims:
          alder: "=1+1"
          birch: "+49 30 1234"
          cedar: "@home, always"
          dogwood: '-2+3 "quoted"'
          elm: {value: "one | two", note: "=SUM(A1) is no note."}
          fir: "<i>x</i> \\\\*y\\\\*"
          ginkgo: "-5"
  history:
    title: History
    attributes:
      first:
        title: First released
        type: date
        claims:
          {alder: 2015, birch: 2015-03, cedar: 2019-12-01, dogwood: 2009, elm: unknown, fir: 2021-06-30, ginkgo: 2022}
      version:
        title: Version
        type: {version, better: higher}
        claims: {alder: 1.10, birch: 1.9, cedar: v2.0.0-rc.1, dogwood: 2.0.0, elm: 0.9, fir: "1.2", ginkgo: unknown}
      home:
        title: Home page
        type: link
        claims: {alder: "https://example.org/alder", cedar: {url: "https://example.org/cedar", label: Cedar's own}}
      format:
        title: File format
        importance: medium
        claims: {alder: Text, birch: Text, cedar: text, dogwood: Text, elm: Text, fir: Text, ginkgo: Text}
      encoding:
        title: Encoding
        claims:
          {alder: unknown, birch: unknown, cedar: unknown, dogwood: unknown,
           elm: unknown, fir: unknown, ginkgo: unknown}
sources:
  bench: {title: The bench of editors, url: "https://example.org/bench"}
"""

SUBJECTS = ("Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Ginkgo")
"""What stands at the heads of its columns."""

PAGE = (
    """\
# Two matrices

[To the editors](comparisons/text-editors/index.md),
<a href="comparisons/text-editors/#m1:text-editors?show=ginkgo,elm">to two of them</a>,
<a href="comparisons/text-editors/needs/#price.fir">to a cell</a>.

/// comparison | text-editors
    attributes: [memory, plugins, first, motto]
    subjects: [alder, birch, cedar, dogwood, elm, fir]
    caption: Six of them
///

## Further down

/// comparison | text-editors
    dimensions: [abilities]
    transpose: yes
    caption: Editors as rows
///

## At the end

"""
    + "Words.\n\n" * 40
)

WHOLE = """\
# All of them

/// comparison | text-editors
///
"""

TURNED = """\
# Editors as rows

/// comparison | text-editors
    transpose: yes
///
"""

SMALL = """\
# Three rows

/// comparison | text-editors
    attributes: [memory, plugins, motto]
///
"""


def line_of(text: str) -> int:
    """Return the line of the data on which a text stands."""
    return EDITORS[: EDITORS.index(text)].count("\n") + 1


def config_of(
    site_url: str = "https://example.org/", theme: str = MATERIAL, messages: Mapping[str, str] | None = None
) -> str:
    """Return an `mkdocs.yml`. Material's instant navigation works only at the address of the site."""
    texts = json.dumps(messages or {}, ensure_ascii=False)
    return _CONFIG.replace("{site_url}", site_url).replace("{theme}", theme).replace("{messages}", texts)


def files_of(config: str, data: str = EDITORS) -> dict[str, str]:
    """Return the files of the site."""
    return {
        "mkdocs.yml": config,
        "comparisons/text-editors.yml": data,
        "docs/index.md": PAGE,
        "docs/small.md": SMALL,
        "docs/whole.md": WHOLE,
        "docs/turned.md": TURNED,
    }
