"""Entries of the glossary and of the list of sources, each with the places that use it."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from mkdocs_comparisons.model.glossary import Term
from mkdocs_comparisons.model.refs import AttributeRef, CellRef, ComparisonRef, Ref, TermRef
from mkdocs_comparisons.model.sources import Source
from mkdocs_comparisons.renderers.html.context import PageContext
from mkdocs_comparisons.renderers.html.elements import element, join
from mkdocs_comparisons.renderers.html.values import label_link
from mkdocs_comparisons.renderers.words import format_count

_MOST_PLACES = 40


def render_term(term: Term, uses: Sequence[Ref], context: PageContext) -> Markup:
    """Return a term's explanation, its other spellings and where it is mentioned."""
    comparison = context.catalogue.comparison(term.comparison) if term.comparison else None
    context.linked.add(TermRef(term.comparison, term.id))  # an entry does not link to itself
    pieces = [element("p", context.prose(comparison).render(term.text))]
    if term.aliases:
        pieces.append(element("p", "Also: ", ", ".join(term.aliases), class_="comparison-aliases"))
    return join((*pieces, _places("Mentioned in", uses, context)))


def render_source(source: Source, uses: Sequence[CellRef], context: PageContext) -> Markup:
    """Return what is known of a source, and the attributes whose claims cite it."""
    pieces = [element("p", _imprint(source, context), class_="comparison-imprint")]
    attributes = dict.fromkeys(AttributeRef(cell.comparison, cell.attribute) for cell in uses)
    count = f"{format_count(len(uses), 'claim', 'claims')} on"
    return join((*pieces, _places(f"Cited by {count}", tuple(attributes), context)))


def _imprint(source: Source, context: PageContext) -> Markup:
    parts: list[Markup | str] = [", ".join(source.authors), source.publisher]
    parts.append(context.date(source.published) if source.published else "")
    parts.append(f"Licence: {source.license}" if source.license else "")
    parts.append(label_link(source.url, source.url) if source.url else "")
    parts.append(f"accessed {context.date(source.accessed.isoformat())}" if source.accessed else "")
    return join(filter(None, parts), " · ")


def _places(word: str, uses: Sequence[Ref], context: PageContext) -> Markup:
    """Return the places that use an entry, by comparison."""
    if not uses:
        return Markup()
    groups: dict[str, list[Ref]] = {}
    for ref in uses:
        groups.setdefault(getattr(ref, "comparison", None) or "", []).append(ref)
    many = len(context.catalogue.comparisons) > 1
    told = join((_group(id, refs, context, titled=many) for id, refs in groups.items()), "; ")
    return element("p", f"{word} ", told, class_="comparison-backlinks", data_search_exclude=True)


def _group(comparison: str, uses: Sequence[Ref], context: PageContext, *, titled: bool) -> Markup:
    links = join((context.link(ref) for ref in uses[:_MOST_PLACES]), ", ")
    more = f" and {len(uses) - _MOST_PLACES} more" if len(uses) > _MOST_PLACES else ""
    title = element("em", context.label(ComparisonRef(comparison)), ": ") if titled and comparison else Markup()
    return join((title, links, more))
