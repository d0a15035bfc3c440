"""A comparison as GitHub-flavoured Markdown: the same tables for people and programs that read text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.claims import Claim
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import Dimension
from mkdocs_comparisons.renderers.labels import ref_words
from mkdocs_comparisons.renderers.words import RefWords, format_value, plain_text

# Marks anywhere; a list's at the start, or behind a number; and what GitHub takes for the start of an address.
_MEANING = re.compile(r"[\\`*_{}\[\]<>#|~&$^@!]|^[-+=]|(?<=[0-9])[.)](?= |$)|:(?=//)|(?<=[wW]{3})\.")
_IN_ADDRESS = str.maketrans({"&": "&amp;", "|": "%7C", "(": "%28", ")": "%29", "[": "%5B", "]": "%5D"})
"""What would end a cell or a link, or be read as a character reference."""


def render_markdown(comparison: Comparison, catalogue: Catalogue) -> str:
    """Return a table for each dimension, with its notes below."""
    refs = ref_words(catalogue, comparison)
    pieces = [f"# {encode_cell(comparison.title)}"]
    pieces += [encode_cell(plain_text(text, refs)) for text in (comparison.question, comparison.summary) if text]
    if comparison.verdict:
        pieces.append(f"**Verdict:** {encode_cell(plain_text(comparison.verdict, refs))}")
    for dimension in comparison.dimensions:
        pieces += _dimension(comparison, dimension, refs)
    return "\n\n".join(pieces) + "\n"


def encode_cell(text: str) -> str:
    """Return a text that Markdown reads as nothing but itself, on one line."""
    return _MEANING.sub(lambda match: f"&#{ord(match.group())};", " ".join(text.split()))


def link(words: str, url: str) -> str:
    """Return a link; the words are encoded already."""
    return f"[{words}]({url.translate(_IN_ADDRESS)})"


def write_table(rows: Sequence[Sequence[str]]) -> str:
    """Return rows of encoded cells as a table; the first is its head."""
    head, *body = (f"| {' | '.join(row)} |" for row in rows)
    return "\n".join((head, f"|{' --- |' * len(rows[0])}", *body))


def _dimension(comparison: Comparison, dimension: Dimension, refs: RefWords) -> list[str]:
    notes: list[str] = []
    heads = ["", *(encode_cell(subject.title) for subject in comparison.subjects)]
    rows = [heads]
    for attribute in dimension.attributes:
        claims = (comparison.claim(attribute.id, subject.id) for subject in comparison.subjects)
        cells = (_cell(claim, notes, refs) for claim in claims)
        rows.append([encode_cell(attribute.title), *cells])
    said = [encode_cell(plain_text(text, refs)) for text in (dimension.question, dimension.verdict) if text]
    listed = ["\n".join(f"{number}. {note}" for number, note in enumerate(notes, 1))] if notes else []
    return [f"## {encode_cell(dimension.title)}", *said, write_table(rows), *listed]


def _cell(claim: Claim | None, notes: list[str], refs: RefWords) -> str:
    words = format_value(claim.value if claim else None, refs=refs)
    if claim is None or claim.note is None:
        return encode_cell(words)
    note = encode_cell(plain_text(claim.note, refs))
    if note not in notes:
        notes.append(note)
    return f"{encode_cell(words)} ({notes.index(note) + 1})"
