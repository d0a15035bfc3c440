"""Entries of the data folder that lead elsewhere."""

from __future__ import annotations

from mkdocs_comparisons.validation.rule import Rule

RULE = Rule(
    code="file-unsafe",
    summary="What is read are regular files inside the data folder.",
    why=(
        "A link that leads out of the folder would publish whatever it points to; to read a named pipe "
        "would wait for ever."
    ),
    fixed=True,
)
