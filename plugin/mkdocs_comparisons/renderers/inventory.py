"""What other sites can link to, as JSON: refs with their titles and addresses.

Addresses are relative to the file, so that it is true wherever the site is. A cell is a place in its attribute's list
of values: its address follows from those of its attribute and its subject, and 120,000 of them are not written out.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator

from mkdocs_comparisons.inline import UNSEEN
from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.refs import (
    AcrossRef,
    AttributeRef,
    ComparisonRef,
    DimensionRef,
    Ref,
    SourceRef,
    SubjectRef,
    TermRef,
)
from mkdocs_comparisons.renderers.labels import ref_words
from mkdocs_comparisons.renderers.words import clip, format_value

VERSION = 1
"""Version of the form; it changes when a reader of the old form would read the new one wrongly."""

_ABOUT = "What other sites can link to by [[name:ref]]; addresses are relative to this file."
_LONGEST = 300
"""Characters of a value's words: it is the text of a link."""

Href = Callable[[Ref], str]


def render_inventory(catalogue: Catalogue, href: Href) -> str:
    """Return all that other sites can link to, an entry a line.

    Args:
        catalogue: What there is.
        href: Addresses, relative to the inventory.
    """
    comparisons = (_comparison(each, catalogue, href) for each in catalogue.comparisons)
    parts = [f'"version": {VERSION}', f'"about": {_json(_ABOUT)}', f'"comparisons": {_list(comparisons)}']
    parts += [f'"{name}": {_list(entries)}' for name, entries in _shared(catalogue, href)]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _comparison(comparison: Comparison, catalogue: Catalogue, href: Href) -> str:
    id = comparison.id
    subjects = (
        _json([each.id, _words(each.title), href(SubjectRef(id, each.id)), each.slug]) for each in comparison.subjects
    )
    dimensions = (
        _json([each.id, _words(each.title), href(DimensionRef(id, each.id))]) for each in comparison.dimensions
    )
    head = {"id": id, "title": _words(comparison.title), "url": href(ComparisonRef(id))}
    parts = [f'"{name}": {_json(text)}' for name, text in head.items()]
    parts += [f'"subjects": {_list(subjects)}', f'"dimensions": {_list(dimensions)}']
    parts.append(f'"attributes": {_list(_attributes(comparison, catalogue, href))}')
    return "{" + ",\n".join(parts) + "}"


def _attributes(comparison: Comparison, catalogue: Catalogue, href: Href) -> Iterator[str]:
    refs = ref_words(catalogue, comparison)
    for attribute in comparison.attributes():
        claims = (comparison.claim(attribute.id, id) for id in comparison.subject_ids)
        values = [_words(format_value(claim.value if claim else None, refs=refs)) for claim in claims]
        yield _json([attribute.id, _words(attribute.title), href(AttributeRef(comparison.id, attribute.id)), values])


def _shared(catalogue: Catalogue, href: Href) -> Iterator[tuple[str, Iterator[str]]]:
    """Yield what `[[glossary/…]]`, `[[sources/…]]` and `[[subjects/…]]` lead to in a page of no comparison."""
    comparisons = catalogue.comparisons
    terms = (*(term for each in comparisons for term in each.glossary), *catalogue.glossary)
    works = (*(work for each in comparisons for work in each.sources), *catalogue.sources)
    subjects = (subject for each in comparisons for subject in each.subjects)
    yield "glossary", _entries(((term.id, term.title, TermRef(term.comparison, term.id)) for term in terms), href)
    yield "sources", _entries(((work.id, work.title, SourceRef(work.comparison, work.id)) for work in works), href)
    yield "subjects", _entries(((each.id, each.title, AcrossRef(each.id)) for each in subjects), href)


def _entries(named: Iterable[tuple[str, str, Ref]], href: Href) -> Iterator[str]:
    """Yield the first entry of each id."""
    seen: set[str] = set()
    for id, title, ref in named:
        if id not in seen:
            seen.add(id)
            yield _json([id, _words(title), href(ref)])


def _words(text: str) -> str:
    words = UNSEEN.sub(" ", text)
    return clip(words, _LONGEST) if len(words) > _LONGEST else words


def _list(entries: Iterable[str]) -> str:
    return "[\n" + ",\n".join(entries) + "\n]"


def _json(tree: object) -> str:
    return json.dumps(tree, ensure_ascii=False)
