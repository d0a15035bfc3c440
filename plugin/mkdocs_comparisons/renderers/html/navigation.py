"""Ways from a page to its neighbours, made by us so that the theme's navigation stays small."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.refs import DataRef, EmbeddingRef, PairRef, Ref
from mkdocs_comparisons.renderers.html.context import PageContext
from mkdocs_comparisons.renderers.html.elements import element, join

_MOST_SIBLINGS = 24
_AROUND = 8


def render_breadcrumbs(above: Sequence[Ref], context: PageContext) -> Markup:
    """Return the way down to a page: the pages above it."""
    items = (element("li", context.link(each)) for each in above)
    trail = element("ol", *items)
    return element("nav", trail, class_="comparison-breadcrumbs", aria_label="Breadcrumbs", data_search_exclude=True)


def render_neighbours(
    before: Ref | None, after: Ref | None, siblings: Sequence[Ref], here: Ref, context: PageContext
) -> Markup:
    """Return links to the pages before and after, and to all pages of the same kind."""
    steps = []
    if before:
        steps.append(_step(before, "Previous", "prev", context))
    if after:
        steps.append(_step(after, "Next", "next", context))
    others = [_sibling(ref, here, context) for ref in _near(siblings, here)]
    pieces = [element("ul", *others, class_="comparison-names")] if len(siblings) > 1 else []
    if steps:
        pieces.append(element("div", *steps, class_="comparison-steps"))
    if not pieces:
        return Markup()
    return element("nav", *pieces, class_="comparison-neighbours", aria_label="Neighbours", data_search_exclude=True)


def _near(siblings: Sequence[Ref], here: Ref) -> Sequence[Ref]:
    """Return all siblings while they are few, else those around the page; the breadcrumbs lead to the rest."""
    if len(siblings) <= _MOST_SIBLINGS or here not in siblings:
        return siblings[:_MOST_SIBLINGS]
    place = siblings.index(here)
    return siblings[max(0, place - _AROUND) : place + _AROUND + 1]


def render_links(refs: Sequence[Ref], context: PageContext) -> Markup:
    """Return a list of links; nothing for none."""
    if not refs:
        return Markup()
    return element("ul", *(element("li", context.link(ref)) for ref in refs), class_="comparison-names")


def render_pairs(comparison: Comparison, pairs: Sequence[PairRef], context: PageContext) -> Markup:
    """Return links to pair pages, by the first subject of each; nothing for none."""
    by_first: dict[str, list[PairRef]] = {}
    for ref in pairs:
        by_first.setdefault(ref.first, []).append(ref)
    entries = (_pairs_of(comparison, first, refs, context) for first, refs in by_first.items())
    told = {id for ref in pairs for id in (ref.first, ref.second)}
    rest = len(comparison.subjects) - len(told)
    noun = comparison.noun.many
    note = f"Of {len(comparison.subjects)} {noun}, the first {len(told)} have a page for each two." if rest else ""
    scope = element("p", note, class_="comparison-size") if note and pairs else Markup()
    return join((scope, element("dl", *entries, class_="comparison-claims comparison-pairs"))) if pairs else scope


def render_rivals(comparison: Comparison, subject: str, pairs: Sequence[PairRef], context: PageContext) -> Markup:
    """Return links to the pair pages of one subject; nothing for none."""
    others = [(ref, ref.second if ref.first == subject else ref.first) for ref in pairs]
    known = [(ref, other) for ref, id in others if (other := comparison.subject(id))]
    links = (element("li", context.link(ref, f"vs\u00a0{other.short}")) for ref, other in known)
    return element("ul", *links, class_="comparison-names") if known else Markup()


def _pairs_of(comparison: Comparison, first: str, refs: list[PairRef], context: PageContext) -> Markup:
    subject = comparison.subject(first)
    links = (context.link(ref, f"vs\u00a0{other.short}") for ref in refs if (other := comparison.subject(ref.second)))
    term = element("dt", subject.title if subject else first)
    return element("div", term, element("dd", join(links, "\u00a0· ")), class_="comparison-claims__entry")


def render_data_links(comparison: Comparison, path: str, edit_url: str, context: PageContext) -> Markup:
    """Return where a page's data can be had, and changed."""
    formats = join((context.link(DataRef(comparison.id, format)) for format in ("json", "csv", "md")), " · ")
    shown = element("a", path, href=edit_url) if edit_url else element("code", path)
    edit = element("span", "Edit " if edit_url else "Made from ", shown)
    return element(
        "p",
        edit,
        " · Data: ",
        formats,
        " · ",
        context.link(EmbeddingRef()),
        class_="comparison-data",
        data_search_exclude=True,
    )


def _step(ref: Ref, word: str, rel: str, context: PageContext) -> Markup:
    label = element("span", word, class_="comparison-steps__word")
    title = element("span", context.label(ref))
    return element("a", label, title, href=context.href(ref), rel=rel, class_=f"comparison-steps__{rel}")


def _sibling(ref: Ref, here: Ref, context: PageContext) -> Markup:
    label = context.label(ref)
    link = element("a", label, href=context.href(ref), aria_current="page" if ref == here else None)
    return element("li", link)
