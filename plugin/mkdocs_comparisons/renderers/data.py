"""A comparison as JSON, without loss: ids, typed values, notes as written, sources."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.claims import Claim
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import Attribute, Dimension
from mkdocs_comparisons.model.glossary import Term
from mkdocs_comparisons.model.sources import Citation, Source
from mkdocs_comparisons.model.subjects import Subject
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.model.values import Items, Layer, Layers, Link, Measure, Rating, Value, state_of
from mkdocs_comparisons.views.ordering import sort_key

VERSION = 1
"""Version of the form of the JSON; it changes when a reader of the old form would read the new one wrongly."""

_Tree = dict[str, Any]


def render_json(comparison: Comparison, catalogue: Catalogue) -> str:
    """Return a comparison and the sources that it cites. Texts are plain strings with inline CommonMark, not HTML."""
    cited = {citation.source for claim in comparison.claims for citation in claim.citations}
    works = [*comparison.sources, *(work for work in catalogue.sources if work.id in cited)]
    tree = {
        "version": VERSION,
        "id": comparison.id,
        "title": comparison.title,
        "question": _text(comparison.question),
        "summary": _text(comparison.summary),
        "verdict": _text(comparison.verdict),
        "noun": {"one": comparison.noun.one, "many": comparison.noun.many},
        "tags": list(comparison.tags),
        "subjects": [_subject(subject) for subject in comparison.subjects],
        "dimensions": [_dimension(dimension) for dimension in comparison.dimensions],
        "claims": [_claim(claim) for claim in _in_order(comparison)],
        "sources": [_source(work) for work in works],
        "glossary": [_term(term) for term in comparison.glossary],
    }
    return json.dumps(_filled(tree), ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def _in_order(comparison: Comparison) -> list[Claim]:
    cells = ((row.id, column.id) for row in comparison.attributes() for column in comparison.subjects)
    return [claim for cell in cells if (claim := comparison.claim(*cell))]


def _subject(subject: Subject) -> _Tree:
    return {
        "id": subject.id,
        "title": subject.title,
        "short": subject.short if subject.short != subject.title else None,
        "aliases": list(subject.aliases),
        "summary": _text(subject.summary),
        "url": subject.url,
        "tags": list(subject.tags),
    }


def _dimension(dimension: Dimension) -> _Tree:
    return {
        "id": dimension.id,
        "title": dimension.title,
        "question": _text(dimension.question),
        "summary": _text(dimension.summary),
        "verdict": _text(dimension.verdict),
        "attributes": [_attribute(attribute) for attribute in dimension.attributes],
    }


def _attribute(attribute: Attribute) -> _Tree:
    type = attribute.type
    return {
        "id": attribute.id,
        "title": attribute.title,
        "summary": _text(attribute.summary),
        "type": type.kind.value,
        "levels": [{"id": level.id, "title": level.title} for level in type.levels],
        "unit": type.unit,
        "better": type.better.value if type.better else None,
        "importance": attribute.importance.value if attribute.importance else None,
    }


def _claim(claim: Claim) -> _Tree:
    return {
        "attribute": claim.attribute,
        "subject": claim.subject,
        "state": state_of(claim.value).value,
        "value": claim.value.written,
        "typed": _typed(claim.value),
        "key": sort_key(claim.value),
        "note": _text(claim.note),
        "sources": [_citation(citation) for citation in claim.citations],
        "as_of": claim.as_of.isoformat() if claim.as_of else None,
    }


def _typed(value: Value) -> _Tree | list[str] | list[_Tree] | None:
    """Return what a value's text alone does not say."""
    match value:
        case Measure():
            return {
                "low": str(value.low),
                "high": str(value.high),
                "unit": value.unit,
                "approximate": value.approximate,
                "bound": value.bound,
            }
        case Rating(score=score):
            return {"score": str(score)}
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


def _citation(citation: Citation) -> _Tree:
    return {
        "source": citation.source,
        "shows": _text(citation.shows),
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


def _filled(tree: Any) -> Any:
    """Leave out what is empty, so that a reader meets one kind of nothing: no key."""
    if isinstance(tree, Mapping):
        return {key: _filled(value) for key, value in tree.items() if value not in (None, "", [], ())}
    if isinstance(tree, list):
        return [_filled(value) for value in tree]
    return tree
