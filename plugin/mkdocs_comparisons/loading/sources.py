"""Sources and glossary terms, of one comparison or of all."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_comparisons.loading import shapes
from mkdocs_comparisons.loading.collector import Collector
from mkdocs_comparisons.loading.ids import slug_of
from mkdocs_comparisons.loading.tree import Entry
from mkdocs_comparisons.model.glossary import Term
from mkdocs_comparisons.model.sources import Source


def read_sources(entries: Iterable[Entry], comparison: str | None, log: Collector) -> tuple[Source, ...]:
    """Return the sources of a comparison, or with None the shared ones."""
    read = (_source(entry, comparison, log) for entry in entries)
    return tuple(source for source in read if source)


def read_terms(entries: Iterable[Entry], comparison: str | None, log: Collector) -> tuple[Term, ...]:
    """Return the terms of a comparison, or with None the shared ones."""
    read = (_term(entry, comparison, log) for entry in entries)
    return tuple(term for term in read if term)


def _source(entry: Entry, comparison: str | None, log: Collector) -> Source | None:
    key, node = entry
    id = key.value
    record = shapes.WORK.read_at(node, key.at, f"the source '{id}'", log)
    if record is None:
        return Source(id=id, slug=slug_of(id), title=id, comparison=comparison, at=key.at)
    return Source(
        id=id,
        slug=slug_of(id),
        title=record.get(shapes.TITLE) or id,
        url=record.get(shapes.URL) or "",
        authors=record.get(shapes.AUTHORS) or (),
        publisher=record.get(shapes.PUBLISHER) or "",
        license=record.get(shapes.LICENSE) or "",
        published=record.get(shapes.PUBLISHED) or "",
        accessed=record.get(shapes.ACCESSED),
        comparison=comparison,
        at=key.at,
    )


def _term(entry: Entry, comparison: str | None, log: Collector) -> Term | None:
    key, node = entry
    id = key.value
    record = shapes.TERM.read_at(node, key.at, f"the term '{id}'", log)
    text = record and record.get(shapes.TEXT)
    if not record or not text:
        return None
    return Term(
        id=id,
        slug=slug_of(id),
        title=record.get(shapes.TITLE) or id,
        text=text,
        aliases=record.get(shapes.ALIASES) or (),
        comparison=comparison,
        at=key.at,
    )
