"""Where glossary terms and sources are used."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_comparisons.inline import parse_inline
from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.glossary import Term
from mkdocs_comparisons.model.refs import (
    AttributeRef,
    CellRef,
    ComparisonRef,
    DimensionRef,
    Ref,
    SourceRef,
    SubjectRef,
    TermRef,
    WrittenRef,
    parse_ref,
)
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.model.values import Items, Layers, Text

# Scripts without spaces between words: a term may stand amid other letters there.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


@dataclass(frozen=True, slots=True)
class TermIndex:
    """Finds the terms that a comparison's texts mention."""

    pattern: re.Pattern[str] | None
    terms: dict[str, Term]
    """By casefolded spelling."""

    def mentions(self, text: str) -> Iterator[tuple[int, int, Term]]:
        """Yield start, end and term of each mention, without overlaps; a longer spelling wins over a shorter one."""
        if self.pattern:
            for match in self.pattern.finditer(text):
                yield match.start(), match.end(), self.terms[match.group().casefold()]


def build_term_index(terms: Sequence[Term]) -> TermIndex:
    """Build the index of some terms by their titles and aliases."""
    spelled: dict[str, Term] = {}
    for term in terms:
        for spelling in (term.title, *term.aliases):
            spelled.setdefault(spelling.casefold(), term)
    if not spelled:
        return TermIndex(None, {})
    longest_first = sorted(spelled, key=lambda spelling: (-len(spelling), spelling))
    return TermIndex(re.compile("|".join(map(_bounded, longest_first)), re.IGNORECASE), spelled)


def _bounded(spelling: str) -> str:
    before = r"(?<!\w)" if spelling[0].isalnum() and not _UNSPACED.match(spelling[0]) else ""
    after = r"(?!\w)" if spelling[-1].isalnum() and not _UNSPACED.match(spelling[-1]) else ""
    return f"{before}{re.escape(spelling)}{after}"


def build_term_uses(catalogue: Catalogue) -> dict[TermRef, tuple[Ref, ...]]:
    """Return for each term the places whose text mentions it, in reading order."""
    uses: dict[TermRef, dict[Ref, None]] = {}
    for comparison in (*catalogue.comparisons, None):
        index = build_term_index(catalogue.terms(comparison))
        entries = comparison.glossary if comparison else catalogue.glossary
        texts = texts_of(comparison) if comparison else iter(())
        for place, text in (*texts, *((TermRef(term.comparison, term.id), term.text) for term in entries)):
            for ref in _mentioned(text, index, catalogue, comparison):
                if ref != place:
                    uses.setdefault(ref, {})[place] = None
    return {ref: tuple(places) for ref, places in uses.items()}


def build_source_uses(catalogue: Catalogue) -> dict[SourceRef, tuple[CellRef, ...]]:
    """Return for each source the cells that cite it, in reading order."""
    uses: dict[SourceRef, dict[CellRef, None]] = {}
    for comparison in catalogue.comparisons:
        for attribute in comparison.attributes():
            for subject in comparison.subjects:
                claim = comparison.claim(attribute.id, subject.id)
                for citation in claim.citations if claim else ():
                    source = catalogue.source(comparison, citation.source)
                    if source:
                        cell = CellRef(comparison.id, attribute.id, subject.id)
                        uses.setdefault(SourceRef(source.comparison, source.id), {})[cell] = None
    return {ref: tuple(cells) for ref, cells in uses.items()}


def texts_of(comparison: Comparison) -> Iterator[tuple[Ref, Inline]]:
    """Yield each inline text of a comparison with what it speaks of, in reading order."""
    here = ComparisonRef(comparison.id)
    for text in (comparison.question, comparison.summary, comparison.verdict):
        if text:
            yield here, text
    for dimension in comparison.dimensions:
        for text in (dimension.question, dimension.summary, dimension.verdict):
            if text:
                yield DimensionRef(comparison.id, dimension.id), text
        for attribute in dimension.attributes:
            ref = AttributeRef(comparison.id, attribute.id)
            yield from ((ref, text) for text in _attribute_texts(comparison, attribute.id, attribute.summary))
    for subject in comparison.subjects:
        if subject.summary:
            yield SubjectRef(comparison.id, subject.id), subject.summary


def _attribute_texts(comparison: Comparison, attribute: str, summary: Inline | None) -> Iterator[Inline]:
    if summary:
        yield summary
    for subject in comparison.subjects:
        claim = comparison.claim(attribute, subject.id)
        if claim is None:
            continue
        if isinstance(claim.value, Text):
            yield claim.value.text
        elif isinstance(claim.value, Items):
            yield from claim.value.items
        elif isinstance(claim.value, Layers):
            yield from claim.value.texts
        if claim.note:
            yield claim.note
        yield from (citation.shows for citation in claim.citations if citation.shows)


def _mentioned(
    text: Inline, index: TermIndex, catalogue: Catalogue, comparison: Comparison | None
) -> Iterator[TermRef]:
    for token in parse_inline(text.source).tokens:
        if token.type == "text":
            for _, _, term in index.mentions(token.content):
                yield TermRef(term.comparison, term.id)
        elif token.type == "ref":
            written = parse_ref(token.content) or WrittenRef()
            found = catalogue.find(written, comparison)
            if isinstance(found, TermRef):
                yield found
