"""Small data folders for the tests of loading."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from mkdocs_comparisons.diagnostics import Finding
from mkdocs_comparisons.loading import Loaded, load
from mkdocs_comparisons.model.claims import Claim
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.values import Value

Files = Mapping[str, str | bytes]

HEAD = """\
title: Redis vs Valkey
subjects:
  redis: {title: Redis}
  valkey: {title: Valkey}
dimensions:
  speed:
    title: Speed
    attributes:
      reads:
        title: Reads
"""
"""A comparison without claims and without mistakes; what follows belongs to the attribute `reads`, eight deep."""


def load_files(folder: Path, files: Files) -> Loaded:
    """Write files below `data/` of a folder and load them; their paths in findings start with `data/`."""
    for name, content in files.items():
        path = folder / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return load(folder / "data", relative_to=folder)


def load_one(folder: Path, content: str | bytes) -> Loaded:
    """Load a folder with one comparison, `data/a.yml`."""
    return load_files(folder, {"a.yml": content})


def codes(loaded: Loaded) -> list[str]:
    """Return the codes of all findings, in their order."""
    return [finding.code for finding in loaded.findings]


def only(loaded: Loaded, code: str) -> Finding:
    """Return the one finding that there is."""
    assert codes(loaded) == [code], loaded.findings
    return loaded.findings[0]


def where(finding: Finding) -> tuple[int, int]:
    """Return the line and column of a finding."""
    return finding.at.line, finding.at.column


def comparison(loaded: Loaded) -> Comparison:
    """Return the one comparison of a folder without findings."""
    assert loaded.findings == ()
    (found,) = loaded.catalogue.comparisons
    return found


def claim_of(folder: Path, written: str, type: str = "text") -> Claim:
    """Return the claim that an attribute of a type makes of `reads: redis: <written>`."""
    loaded = load_one(folder, f"{HEAD}        type: {type}\n        claims:\n          redis: {written}\n")
    assert loaded.findings == ()
    (claim,) = loaded.catalogue.comparisons[0].claims
    return claim


def value_of(folder: Path, written: str, type: str = "text") -> Value:
    """Return the value that an attribute of a type makes of what is written."""
    return claim_of(folder, written, type).value
