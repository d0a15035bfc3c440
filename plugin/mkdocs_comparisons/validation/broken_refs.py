"""Refs in the data that point nowhere: one search, of which three rules each report their part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_comparisons.inline import parse_inline
from mkdocs_comparisons.model.catalogue import Catalogue, NotFound
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.places import Place
from mkdocs_comparisons.model.refs import parse_ref
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.validation.rule import Policy
from mkdocs_comparisons.validation.walks import inline_texts


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenRef:
    """A ref that points nowhere."""

    written: str
    """With its brackets."""

    at: Place
    """Where the text starts that it stands in."""

    missing: NotFound | None
    """What it names; None where it has not the form of a ref."""


def broken_refs(catalogue: Catalogue, policy: Policy) -> Iterator[BrokenRef]:
    """Find the refs that point nowhere, but for those to what an unread file may hold."""
    for comparison, texts in inline_texts(catalogue):
        for text in texts:
            # Most texts hold no ref: to look for its brackets first spares parsing them.
            if "[[" in text.source:
                yield from _in_text(text, comparison, catalogue, policy)


def _in_text(text: Inline, comparison: Comparison | None, catalogue: Catalogue, policy: Policy) -> Iterator[BrokenRef]:
    for content in parse_inline(text.source).refs:
        written = parse_ref(content)
        if written is None:
            yield BrokenRef(written=f"[[{content}]]", at=text.at, missing=None)
            continue
        found = catalogue.find(written, comparison)
        if isinstance(found, NotFound) and not _is_excused(found, written.comparison, policy):
            yield BrokenRef(written=f"[[{content}]]", at=text.at, missing=found)


def _is_excused(missing: NotFound, comparison: str, policy: Policy) -> bool:
    page = {"source": "_sources", "glossary term": "_glossary"}.get(missing.what)
    return policy.may_hold(page or missing.name) or bool(comparison and policy.may_hold(comparison))
