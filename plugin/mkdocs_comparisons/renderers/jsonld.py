"""What a page is about, in the words of schema.org, for search engines."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import Dimension
from mkdocs_comparisons.model.refs import (
    ComparisonRef,
    DataRef,
    DimensionRef,
    GlossaryRef,
    IndexRef,
    PairRef,
    Ref,
    SubjectRef,
    TermRef,
)
from mkdocs_comparisons.model.subjects import Subject
from mkdocs_comparisons.renderers.data import filled
from mkdocs_comparisons.renderers.labels import label_of, ref_words
from mkdocs_comparisons.renderers.words import plain_text

Tree = Mapping[str, Any]
_TYPES = {"json": "application/json", "csv": "text/csv", "md": "text/markdown"}
_MOST_LISTED = 100
"""Entries of a list: it is for search engines, and weighs on each reader's page."""


def describe_page(ref: Ref, catalogue: Catalogue, description: str, href: Callable[[Ref], str]) -> Tree:
    """Return a page as a tree of schema.org; empty for a page that is only a list of others.

    Args:
        ref: The page.
        catalogue: What it tells of.
        description: Its description, in plain text.
        href: Where pages are: absolute, or relative to the page.
    """
    found = catalogue.comparison(getattr(ref, "comparison", ""))
    tree: dict[str, Any] = {}
    match ref:
        case ComparisonRef() if found:
            tree = _dataset(found, href) | _dates(found)
            tree["about"] = [_thing(found, each, href) for each in found.subjects[:_MOST_LISTED]]
            parts = found.dimensions[:_MOST_LISTED]
            tree["hasPart"] = [
                {"@type": "Dataset", **_named(each.title, DimensionRef(found.id, each.id), href)} for each in parts
            ]
        case DimensionRef(dimension=id) if found and (dimension := found.dimension(id)):
            tree = _dataset(found, href) | {
                "isPartOf": {"@type": "Dataset", **_named(found.title, ComparisonRef(found.id), href)}
            }
            tree["variableMeasured"] = _variables(dimension)
        case SubjectRef(subject=id) if found and (subject := found.subject(id)):
            tree = {"@type": "WebPage", "mainEntity": _thing(found, subject, href)}
        case PairRef() if found:
            subjects = [each for id in (ref.first, ref.second) if (each := found.subject(id))]
            tree = {"@type": "WebPage", "about": [_thing(found, each, href) for each in subjects]}
        case GlossaryRef():
            tree = {"@type": "DefinedTermSet", "hasDefinedTerm": _terms(catalogue, href)}
        case IndexRef():
            entries = catalogue.comparisons[:_MOST_LISTED]
            items = [_named(each.title, ComparisonRef(each.id), href) for each in entries]
            tree = {
                "@type": "ItemList",
                "itemListElement": [
                    {"@type": "ListItem", "position": place, **item} for place, item in enumerate(items, 1)
                ],
            }
    if not tree:
        return {}
    about = {"name": label_of(ref, catalogue), "url": href(ref), "description": description}
    described: Tree = filled({"@context": "https://schema.org", **tree, **about})
    return described


def _named(name: str, ref: Ref, href: Callable[[Ref], str]) -> dict[str, str]:
    return {"name": name, "url": href(ref)}


def _dataset(comparison: Comparison, href: Callable[[Ref], str]) -> dict[str, Any]:
    files = [
        {"@type": "DataDownload", "encodingFormat": type, "contentUrl": href(DataRef(comparison.id, format))}
        for format, type in _TYPES.items()
    ]
    return {"@type": "Dataset", "keywords": list(comparison.tags), "distribution": files, "isAccessibleForFree": True}


def _dates(comparison: Comparison) -> dict[str, Any]:
    days = [claim.as_of for claim in comparison.claims if claim.as_of]
    return {"dateModified": max(days).isoformat()} if days else {}


def _thing(comparison: Comparison, subject: Subject, href: Callable[[Ref], str]) -> dict[str, Any]:
    named = _named(subject.title, SubjectRef(comparison.id, subject.id), href)
    return {"@type": "Thing", **named, "alternateName": list(subject.aliases), "sameAs": subject.url}


def _variables(dimension: Dimension) -> list[dict[str, Any]]:
    rows = dimension.attributes[:_MOST_LISTED]
    return [{"@type": "PropertyValue", "name": row.title, "unitText": row.type.unit} for row in rows]


def _terms(catalogue: Catalogue, href: Callable[[Ref], str]) -> list[dict[str, Any]]:
    entries = catalogue.all_terms[:_MOST_LISTED]
    return [
        {
            "@type": "DefinedTerm",
            "name": term.title,
            "description": plain_text(term.text, ref_words(catalogue, catalogue.comparison(term.comparison or ""))),
            "url": href(TermRef(term.comparison, term.id)),
        }
        for term in entries
    ]
