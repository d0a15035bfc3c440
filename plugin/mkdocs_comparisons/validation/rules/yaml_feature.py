"""What YAML has beyond data."""

from __future__ import annotations

from mkdocs_comparisons.validation.rule import Rule

RULE = Rule(
    code="yaml-feature",
    summary="Data files use no anchors, aliases, tags, merge keys, directives or second documents.",
    why="Data needs none of them, and a few lines of them can stand for gigabytes or run as code in other programs.",
    fixed=True,
)
