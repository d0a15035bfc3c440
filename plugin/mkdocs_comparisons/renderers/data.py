"""A comparison as JSON, without loss: ids, typed values, notes as written, sources."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.claims import Claim
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import Attribute, Dimension
from mkdocs_comparisons.model.glossary import Term
from mkdocs_comparisons.model.refs import (
    ApiRef,
    AttributeRef,
    ComparisonRef,
    DataRef,
    DiagramRef,
    DimensionRef,
    FrameRef,
    PictureRef,
    Ref,
    SubjectRef,
)
from mkdocs_comparisons.model.sources import Citation, Source
from mkdocs_comparisons.model.subjects import Subject
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.model.values import Choice, Items, Layer, Layers, Link, Measure, Rating, Value, state_of
from mkdocs_comparisons.renderers.labels import ref_words
from mkdocs_comparisons.renderers.words import RefWords, format_value, plain_text
from mkdocs_comparisons.views.ordering import equality_text, sort_key

VERSION = 1
"""Version of the form of the JSON; it changes when a reader of the old form would read the new one wrongly."""

FORMATS = ("json", "csv", "md")
"""Forms in which a comparison can be had, each with all its claims."""

_ALWAYS = frozenset(("attributes", "claims", "comparisons", "dimensions", "subjects"))
"""Lists that readers can rely on, empty or not."""

_MOST_PICTURED = 5_000
"""Cells beyond which no picture of a matrix is published: it would be megabytes that viewers take seconds to open."""

_Tree = dict[str, Any]


Href = Callable[[Ref], str]


def render_json(comparison: Comparison, catalogue: Catalogue, href: Href | None = None) -> str:
    """Return a comparison and the sources that it cites. Texts are plain strings with inline CommonMark, not HTML.

    Args:
        comparison: The comparison.
        catalogue: Knows what it shares with others.
        href: Where pages and files are, seen from this one; without it the file has no addresses.
    """
    tree = _Writer(comparison, catalogue, href).tree()
    return json.dumps(filled(tree), ensure_ascii=False, allow_nan=False, indent=1) + "\n"


@dataclass(frozen=True, slots=True)
class _Writer:
    comparison: Comparison
    catalogue: Catalogue
    href: Href | None

    def tree(self) -> _Tree:
        comparison = self.comparison
        cited = {citation.source for claim in comparison.claims for citation in claim.citations}
        works = [*comparison.sources, *(work for work in self.catalogue.sources if work.id in cited)]
        return {
            "$schema": self._at(ApiRef("comparison.schema")),
            "version": VERSION,
            "id": comparison.id,
            "title": comparison.title,
            "href": self._at(ComparisonRef(comparison.id)),
            "files": file_hrefs(comparison, self.href),
            "question": _text(comparison.question),
            "summary": _text(comparison.summary),
            "verdict": _text(comparison.verdict),
            "noun": {"one": comparison.noun.one, "many": comparison.noun.many},
            "tags": list(comparison.tags),
            "subjects": [self._subject(subject) for subject in comparison.subjects],
            "dimensions": [self._dimension(dimension) for dimension in comparison.dimensions],
            "claims": self._claims(),
            "sources": [_source(work) for work in works],
            "glossary": [_term(term) for term in comparison.glossary],
        }

    def _at(self, ref: Ref) -> str | None:
        return self.href(ref) if self.href else None

    def _subject(self, subject: Subject) -> _Tree:
        return {
            "id": subject.id,
            "title": subject.title,
            "short": subject.short if subject.short != subject.title else None,
            "href": self._at(SubjectRef(self.comparison.id, subject.id)),
            "aliases": list(subject.aliases),
            "summary": _text(subject.summary),
            "url": subject.url,
            "tags": list(subject.tags),
        }

    def _dimension(self, dimension: Dimension) -> _Tree:
        return {
            "id": dimension.id,
            "title": dimension.title,
            "href": self._at(DimensionRef(self.comparison.id, dimension.id)),
            "files": file_hrefs(self.comparison, self.href, dimension.id),
            "question": _text(dimension.question),
            "summary": _text(dimension.summary),
            "verdict": _text(dimension.verdict),
            "attributes": [self._attribute(attribute) for attribute in dimension.attributes],
        }

    def _attribute(self, attribute: Attribute) -> _Tree:
        type = attribute.type
        return {
            "id": attribute.id,
            "title": attribute.title,
            "href": self._at(AttributeRef(self.comparison.id, attribute.id)),
            "summary": _text(attribute.summary),
            "type": type.kind.value,
            "levels": [{"id": level.id, "title": level.title} for level in type.levels],
            "unit": type.unit,
            "better": type.better.value if type.better else None,
            "importance": attribute.importance.value if attribute.importance else None,
        }

    def _claims(self) -> list[_Tree]:
        """Return the claims in reading order."""
        refs = ref_words(self.catalogue, self.comparison)
        cells = ((row.id, column.id) for row in self.comparison.attributes() for column in self.comparison.subjects)
        return [self._claim(claim, refs) for cell in cells if (claim := self.comparison.claim(*cell))]

    def _cell(self, claim: Claim) -> str | None:
        """Return where a cell is: its anchor is its attribute's with the subject's slug, and it is one of very many."""
        row = self._at(AttributeRef(self.comparison.id, claim.attribute))
        subject = self.comparison.subject(claim.subject)
        return f"{row}.{subject.slug}" if row and subject else None

    def _claim(self, claim: Claim, refs: RefWords) -> _Tree:
        written, text = claim.value.written, format_value(claim.value, refs=refs)
        note = plain_text(claim.note, refs) if claim.note else None
        return {
            "attribute": claim.attribute,
            "subject": claim.subject,
            "href": self._cell(claim),
            "state": state_of(claim.value).value,
            "value": written,
            "text": text if text != written else None,
            "typed": _typed(claim.value),
            "key": sort_key(claim.value),
            "equal": equality_text(claim.value),
            "note": _text(claim.note),
            "note_text": note if note != _text(claim.note) else None,
            "sources": [_citation(citation, refs) for citation in claim.citations],
            "as_of": claim.as_of.isoformat() if claim.as_of else None,
        }


def has_picture(comparison: Comparison, dimension: str = "") -> bool:
    """Return whether a matrix gets a picture: of a dimension, or of the whole comparison."""
    found = comparison.dimension(dimension)
    rows = len(found.attributes) if found else len(comparison.attribute_ids)
    return 0 < rows * len(comparison.subjects) <= _MOST_PICTURED


def file_hrefs(comparison: Comparison, href: Href | None, dimension: str = "") -> _Tree:
    """Return where the files of a comparison, or of one of its dimensions, are; nothing without addresses."""
    if href is None:
        return {}
    id = comparison.id
    data: _Tree = {} if dimension else {format: href(DataRef(id, format)) for format in FORMATS}
    if has_picture(comparison, dimension):
        data["matrix_svg"] = href(PictureRef(id, dimension))
    data["diagram_svg"] = href(DiagramRef(id, dimension))
    return data | {f"{view}_html": href(FrameRef(id, view, dimension)) for view in ("matrix", "diagram")}


def _typed(value: Value) -> _Tree | list[str] | list[_Tree] | None:
    """Return what a value's text alone does not say."""
    match value:
        case Choice(level=level):
            return {"level": level.id}
        case Measure():
            return {
                "low": str(value.low),
                "high": str(value.high),
                "unit": value.unit,
                "approximate": value.approximate,
                "bound": value.bound,
            }
        case Rating(score=score, best=best):
            return {"score": str(score), "best": str(best)}
        case Items(items):
            return [item.source for item in items]
        case Layers(layers):
            return [_layer(layer) for layer in layers]
        case Link(url=url, label=label):
            return {"url": url, "label": label}
        case _:
            return None


def _layer(layer: Layer) -> _Tree:
    return {
        "label": layer.label.source,
        "role": layer.role,
        "note": _text(layer.note),
        "mark": layer.mark,
        "repeat": layer.is_repeated,
        "boundary": layer.is_bounded,
    }


def _citation(citation: Citation, refs: RefWords) -> _Tree:
    shows = plain_text(citation.shows, refs) if citation.shows else None
    return {
        "source": citation.source,
        "shows": _text(citation.shows),
        "shows_text": shows if shows != _text(citation.shows) else None,
        "where": citation.where,
        "accessed": citation.accessed.isoformat() if citation.accessed else None,
    }


def _source(source: Source) -> _Tree:
    return {
        "id": source.id,
        "title": source.title,
        "url": source.url,
        "authors": list(source.authors),
        "publisher": source.publisher,
        "license": source.license,
        "published": source.published,
        "accessed": source.accessed.isoformat() if source.accessed else None,
    }


def _term(term: Term) -> _Tree:
    return {"id": term.id, "title": term.title, "text": term.text.source, "aliases": list(term.aliases)}


def _text(text: Inline | None) -> str | None:
    return text.source if text else None


def filled(tree: Any) -> Any:
    """Leave out what is empty, so that a reader meets one kind of nothing: no key."""
    if isinstance(tree, Mapping):
        kept = ((key, value) for key, value in tree.items() if key in _ALWAYS or value not in (None, "", [], (), {}))
        return {key: filled(value) for key, value in kept}
    if isinstance(tree, list):
        return [filled(value) for value in tree]
    return tree
