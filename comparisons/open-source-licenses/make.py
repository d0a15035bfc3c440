"""Write this comparison's licenses and claims from the data of choosealicense.com.

The Python package pychoosealicense carries that data. It is needed to run this script, never to build the site:

    python -m venv ~/licenses-venv
    ~/licenses-venv/bin/pip install pychoosealicense==2026.5.19
    ~/licenses-venv/bin/python comparisons/open-source-licenses/make.py

Written are `claims.csv`, and in `comparison.yml` everything below the line that starts with `# Written by make.py`. The
rest is written by hand. Only names and marks are taken over: no license text, no description. A mark becomes a claim;
a mark that is absent becomes nothing, since its absence says nothing. One mark says no: where a license is marked as
granting no patent rights, that is also a claim about the permission.
"""

from __future__ import annotations

import csv
import importlib
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import metadata, resources
from pathlib import Path

PACKAGE = "pychoosealicense"
VERSION = "2026.5.19"
FOLDER = Path(__file__).parent
MARKER = "# Written by make.py"
SOURCE = "choosealicense"

FIRST = (
    "mit",
    "apache-2.0",
    "gpl-3.0",
    "gpl-2.0",
    "lgpl-3.0",
    "agpl-3.0",
    "mpl-2.0",
    "bsd-3-clause",
    "bsd-2-clause",
    "isc",
    "unlicense",
    "cc0-1.0",
    "epl-2.0",
    "bsl-1.0",
)
"""The best known licenses, in the order of the columns; the others follow by id."""

CLAIMS = {
    "permissions:commercial-use": ("commercial-use", "yes"),
    "permissions:distribution": ("distribution", "yes"),
    "permissions:modifications": ("modifications", "yes"),
    "permissions:private-use": ("private-use", "yes"),
    "permissions:patent-use": ("patent-use", "yes"),
    "conditions:include-copyright--source": ("include-copyright", "source"),
    "conditions:include-copyright": ("include-copyright", "every-copy"),
    "conditions:document-changes": ("document-changes", "required"),
    "conditions:disclose-source": ("disclose-source", "distribution"),
    "conditions:network-use-disclose": ("disclose-source", "network"),
    "conditions:same-license--file": ("same-license", "file"),
    "conditions:same-license--library": ("same-license", "library"),
    "conditions:same-license": ("same-license", "all"),
    "limitations:liability": ("liability", "limited"),
    "limitations:warranty": ("warranty", "disclaimed"),
    "limitations:trademark-use": ("trademark-use", "not-granted"),
    "limitations:patent-use": ("patent-rights", "not-granted"),
}
"""What each mark claims: attribute and value. Of two marks for one attribute the later one says more, and counts."""

DENIALS = {
    "limitations:patent-use": (
        "patent-use",
        "no",
        "The license states that it grants no rights in contributors' patents.",
    ),
}
"""Marks that say no to a permission: attribute, value and note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class License:
    """What is taken over of a license."""

    id: str
    title: str
    spdx_id: str
    nickname: str
    marks: tuple[str, ...]
    """Such as `permissions:commercial-use`."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of `claims.csv`."""

    subject: str
    attribute: str
    value: str
    note: str = ""
    sources: str = SOURCE


def load_licenses() -> Iterator[License]:
    """Read all licenses from the package."""
    package = importlib.import_module(PACKAGE)
    files = resources.files(PACKAGE) / "_licenses"
    for id in sorted(file.name.removesuffix(".txt") for file in files.iterdir() if file.name.endswith(".txt")):
        found = package.get_license(id)
        marks = tuple(
            f"{group}:{rule.tag}"
            for group in ("permissions", "conditions", "limitations")
            for rule in getattr(found, group)
        )
        yield License(id=id, title=found.title, spdx_id=found.spdx_id, nickname=found.nickname or "", marks=marks)


def ordered(licenses: Iterable[License]) -> list[License]:
    """Return the licenses in the order of the columns."""
    rank = {id: place for place, id in enumerate(FIRST)}
    return sorted(licenses, key=lambda entry: (rank.get(entry.id, len(rank)), entry.id))


def build_rows(entry: License) -> list[Row]:
    """Return the claims that a license's marks make, in the order of `CLAIMS`.

    Raises:
        ValueError: a mark is not known, or one mark denies what another one permits.
    """
    unknown = set(entry.marks) - set(CLAIMS)
    if unknown:
        raise ValueError(f"{entry.id}: unknown marks {sorted(unknown)}; say in CLAIMS what they claim")
    values = dict(CLAIMS[mark] for mark in CLAIMS if mark in entry.marks)
    denials = {DENIALS[mark][0]: DENIALS[mark][1:] for mark in DENIALS if mark in entry.marks}
    if denials.keys() & values.keys():
        raise ValueError(f"{entry.id}: marked as permitting and denying {sorted(denials.keys() & values.keys())}")
    attributes = dict.fromkeys(attribute for attribute, _ in CLAIMS.values())
    return [
        Row(entry.id, attribute, values[attribute])
        if attribute in values
        else Row(entry.id, attribute, *denials[attribute])
        for attribute in attributes
        if attribute in values or attribute in denials
    ]


def format_claims(rows: Iterable[Row]) -> str:
    """Return `claims.csv`."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("subject", "attribute", "value", "note", "sources"))
    writer.writerows((row.subject, row.attribute, row.value, row.note, row.sources) for row in rows)
    return text.getvalue()


def format_subjects(licenses: Iterable[License]) -> str:
    """Return the `subjects:` of `comparison.yml`, one line a license."""
    return "subjects:\n" + "".join(f"  {entry.id}: {_flow(_subject(entry))}\n" for entry in licenses)


def _subject(entry: License) -> Mapping[str, str | Sequence[str]]:
    subject: dict[str, str | Sequence[str]] = {"title": entry.title, "short": entry.spdx_id}
    if entry.nickname:
        subject["aliases"] = [entry.nickname]
    return subject | {"url": f"https://choosealicense.com/licenses/{entry.id}/"}


def _flow(keys: Mapping[str, str | Sequence[str]]) -> str:
    return "{" + ", ".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in keys.items()) + "}"


def main() -> None:
    """Rewrite the generated parts."""
    found = metadata.version(PACKAGE)
    if found != VERSION:
        raise SystemExit(f"{PACKAGE} {found} is installed, {VERSION} is named as the source. Install that one.")
    licenses = ordered(load_licenses())
    rows = [row for entry in licenses for row in build_rows(entry)]
    (FOLDER / "claims.csv").write_text(format_claims(rows), encoding="utf-8", newline="\n")
    comparison = FOLDER / "comparison.yml"
    by_hand, marker, rest = comparison.read_text(encoding="utf-8").partition(MARKER)
    line = marker + rest.partition("\n")[0]
    comparison.write_text(f"{by_hand}{line}\n{format_subjects(licenses)}", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
