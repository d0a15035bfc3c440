"""Small projects for builds."""

from __future__ import annotations

CONFIG = """\
site_name: Test
theme: {name: material, font: false}
plugins:
  - search
  - comparisons
markdown_extensions:
  - admonition
  - pymdownx.superfences
  - pymdownx.tabbed: {alternate_style: true}
  - toc: {permalink: true}
"""

NAV_CONFIG = (
    CONFIG
    + """\
nav:
  - Start: index.md
  - Our comparisons: comparisons/
"""
)

TEA = """\
title: Tea & coffee
question: What to drink?
summary: What to drink when.
noun: {one: drink, many: drinks}
tags: [kitchen]
subjects:
  tea: {title: Tea, summary: Leaves in water.}
  coffee: {title: Coffee, aliases: [java]}
  water: {title: Water}
dimensions:
  taste:
    title: Taste
    question: How does it taste?
    verdict: Coffee is the bitter one.
    attributes:
      bitterness:
        title: Bitterness
        type: {rating: 5, better: lower}
        claims:
          tea: {value: 2, note: Less than quinine., sources: [book]}
          coffee: {value: 4, sources: [{source: book, where: p. 3}]}
          water: n/a
      milk:
        title: Goes with milk
        type: support
        claims:
          tea: yes
          coffee: partial
  effects:
    title: Effects
    attributes:
      caffeine:
        title: Caffeine
        type: {quantity: mg}
        claims: {tea: 40, coffee: ~95, water: 0}
      origin:
        title: Origin
        sentence: "{subject} came from {value}"
        claims: {tea: China, coffee: unknown}
sources:
  book: {title: The book of drinks, url: "https://example.org/book", accessed: 2026-01-02}
glossary:
  quinine: {title: quinine, text: A bitter substance.}
"""
