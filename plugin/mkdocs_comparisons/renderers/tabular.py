"""A comparison's claims as CSV: one claim a row, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re

from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.claims import Claim
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import Attribute, Dimension
from mkdocs_comparisons.model.subjects import Subject
from mkdocs_comparisons.model.values import state_of
from mkdocs_comparisons.renderers.labels import ref_words
from mkdocs_comparisons.renderers.words import RefWords, format_value

COLUMNS = (
    "dimension",
    "attribute",
    "attribute_title",
    "subject",
    "subject_title",
    "state",
    "value",
    "note",
    "sources",
    "as_of",
)
_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
_NUMBER = re.compile(r"[+-]?[0-9][0-9,_.]*(e[+-]?[0-9]+)?", re.IGNORECASE)


def render_csv(comparison: Comparison, catalogue: Catalogue) -> str:
    """Return the cells of a comparison in reading order, RFC 4180: CRLF, every field quoted.

    Missing claims have a row too, with the state `missing`. What a spreadsheet would run as a formula gets a leading
    apostrophe; the JSON file is the export without loss.
    """
    refs = ref_words(catalogue, comparison)
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for dimension in comparison.dimensions:
        for attribute in dimension.attributes:
            for subject in comparison.subjects:
                claim = comparison.claim(attribute.id, subject.id)
                writer.writerow([defuse(field) for field in _fields(dimension, attribute, subject, claim, refs)])
    return text.getvalue()


def defuse(field: str) -> str:
    """Return a field that no spreadsheet reads as a formula; plain numbers stay numbers."""
    return f"'{field}" if _FORMULA.match(field) and not _NUMBER.fullmatch(field) else field


def _fields(
    dimension: Dimension, attribute: Attribute, subject: Subject, claim: Claim | None, refs: RefWords
) -> tuple[str, ...]:
    head = (dimension.id, attribute.id, attribute.title, subject.id, subject.title)
    if claim is None:
        return (*head, state_of(None).value, "", "", "", "")
    return (
        *head,
        state_of(claim.value).value,
        format_value(claim.value, refs=refs).replace("\u00a0", " "),
        claim.note.source if claim.note else "",
        " ".join(citation.source for citation in claim.citations),
        claim.as_of.isoformat() if claim.as_of else "",
    )
