"""Claims in full: with their notes and sources."""

from __future__ import annotations

from markupsafe import Markup

from mkdocs_comparisons.model.claims import Claim
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import Attribute, Better, Dimension
from mkdocs_comparisons.model.refs import AttributeRef, CellRef, SubjectRef
from mkdocs_comparisons.model.sources import Citation
from mkdocs_comparisons.model.subjects import Subject
from mkdocs_comparisons.model.values import State, state_of
from mkdocs_comparisons.renderers.html.context import PageContext
from mkdocs_comparisons.renderers.html.elements import element, join
from mkdocs_comparisons.renderers.html.notes import render_citations
from mkdocs_comparisons.renderers.html.values import render_value
from mkdocs_comparisons.renderers.words import format_names
from mkdocs_comparisons.views.differences import build_parties
from mkdocs_comparisons.views.matrix import shared_citations
from mkdocs_comparisons.views.profile import Standing

_MOST_IN_FULL = 8
_PLAIN = 2  # of two subjects, being better says it all
_DIRECTIONS = {Better.HIGHER: "Higher is better.", Better.LOWER: "Lower is better."}


def render_attribute(
    comparison: Comparison, attribute: Attribute, subjects: tuple[Subject, ...], context: PageContext
) -> Markup:
    """Return everything claimed about an attribute: subject by subject, or by value where there are many."""
    about = context.prose(comparison).render(attribute.summary)
    better = _DIRECTIONS.get(attribute.type.better) if attribute.type.better else None
    words = join(filter(None, (about, better)), " ")
    lead = element("p", words, class_="comparison-attribute__about") if words else Markup()
    shared = shared_citations(comparison.claim(attribute.id, subject.id) for subject in subjects)
    if len(subjects) <= _MOST_IN_FULL:
        entries = [_claim_entry(comparison, attribute, subject, context, shared) for subject in subjects]
    else:
        entries = [
            _group_entry(comparison, attribute, group, context, shared)
            for group in _grouped(comparison, attribute, subjects)
        ]
    return join((lead, element("dl", *entries, class_="comparison-claims"), _sources(shared, comparison, context)))


def render_profile(
    comparison: Comparison,
    dimension: Dimension,
    attributes: tuple[Attribute, ...],
    subject: Subject,
    context: PageContext,
    *,
    is_titled: bool = False,
) -> Markup:
    """Return what is claimed about one subject in a dimension, as a table; titled where it is one of several."""
    shared = shared_citations(comparison.claim(attribute.id, subject.id) for attribute in attributes)
    supports = [
        _support(comparison, comparison.claim(attribute.id, subject.id), context, shared) for attribute in attributes
    ]
    is_supported = any(supports)
    rows = (
        _profile_row(comparison, attribute, subject, context, support if is_supported else None)
        for attribute, support in zip(attributes, supports, strict=True)
    )
    words = ("Attribute", "Claim", "Notes and sources") if is_supported else ("Attribute", "Claim")
    heads = (element("th", word, scope="col") for word in words)
    hidden = None if is_titled else "comparison-hidden"
    caption = element("caption", f"{subject.title}: {dimension.title}", class_=hidden)
    table = element(
        "table", caption, element("thead", element("tr", *heads)), element("tbody", *rows), class_="comparison-profile"
    )
    label = f"{subject.title}: {dimension.title}"
    scroll = element("div", table, class_="comparison-profile__scroll", role="region", tabindex="0", aria_label=label)
    sources = _sources(shared, comparison, context)
    return element("section", scroll, sources, class_="comparison-profiles", data_search_exclude=True)


def render_standings(
    comparison: Comparison, standings: tuple[Standing, ...], context: PageContext, *, best: bool
) -> Markup:
    """Return the attributes on which a subject is at the better or the worse end."""
    if not standings:
        word = "first" if best else "last"
        return element("p", f"No attribute puts it {word}.", class_="comparison-none")
    entries = (_standing(comparison, standing, context) for standing in standings)
    return element("section", element("ul", *entries, class_="comparison-standings"), data_search_exclude=True)


def _standing(comparison: Comparison, standing: Standing, context: PageContext) -> Markup:
    attribute = standing.attribute
    link = element("a", attribute.title, href=context.href(AttributeRef(comparison.id, attribute.id)))
    value = render_value(standing.claim.value, attribute.type, context.prose(comparison), context)
    shared = f"together with {format_names(standing.ties)}" if standing.ties else "alone"
    scope = f" ({shared}, of {standing.compared} known)" if standing.compared > _PLAIN else ""
    return element("li", link, ": ", value, scope)


def _sources(citations: tuple[Citation, ...], comparison: Comparison, context: PageContext) -> Markup:
    """Return the sources that all claims above share; nothing where each says its own."""
    words = render_citations(citations, comparison, context)
    return element("p", words, class_="comparison-matrix__sources") if words else words


def _claim_entry(
    comparison: Comparison,
    attribute: Attribute,
    subject: Subject,
    context: PageContext,
    shared: tuple[Citation, ...],
) -> Markup:
    claim = comparison.claim(attribute.id, subject.id)
    href = context.href(SubjectRef(comparison.id, subject.id))
    value = claim.value if claim else None
    shown = render_value(value, attribute.type, context.prose(comparison), context)
    support = _support(comparison, claim, context, shared)
    words = element("dd", element("div", shown, class_="comparison-claims__value"), *support)
    term = element("dt", element("a", subject.title, href=href))
    return element("div", term, words, class_="comparison-claims__entry")


def _support(
    comparison: Comparison, claim: Claim | None, context: PageContext, shared: tuple[Citation, ...]
) -> list[Markup]:
    """Return a claim's note, then its sources, unless `shared` are said elsewhere, and the day it was checked."""
    if claim is None:
        return []
    pieces = []
    if claim.note:
        pieces.append(element("p", context.prose(comparison).render(claim.note), class_="comparison-claims__note"))
    sources = render_citations(() if shared else claim.citations, comparison, context)
    as_of = f"As of {context.date(claim.as_of.isoformat())}." if claim.as_of else ""
    support = join(filter(None, (sources, as_of)), " · ")
    return [*pieces, element("p", support, class_="comparison-claims__support")] if support else pieces


def _grouped(comparison: Comparison, attribute: Attribute, subjects: tuple[Subject, ...]) -> list[tuple[Subject, ...]]:
    """Return subjects by what is claimed about them: the known values, then each of the three nothings."""
    groups = [party.subjects for party in build_parties(comparison, attribute, subjects)]
    for state in (State.UNKNOWN, State.NOT_APPLICABLE, State.MISSING):
        claims = ((subject, comparison.claim(attribute.id, subject.id)) for subject in subjects)
        silent = tuple(subject for subject, claim in claims if state_of(claim.value if claim else None) is state)
        groups += [silent] if silent else []
    return groups


def _group_entry(
    comparison: Comparison,
    attribute: Attribute,
    subjects: tuple[Subject, ...],
    context: PageContext,
    shared: tuple[Citation, ...],
) -> Markup:
    """Return the subjects about which the same is claimed, each with what supports its claim."""
    claim = comparison.claim(attribute.id, subjects[0].id)
    value = claim.value if claim else None
    told = render_value(value, attribute.type, context.prose(comparison), context)
    shown = told if claim else context.messages.nothing(State.MISSING)
    count = element("span", f" ({len(subjects)})", class_="comparison-count")
    members = (_member(comparison, attribute, subject, context, shared) for subject in subjects)
    names = element("dd", element("ul", *members, class_="comparison-members"))
    return element("div", element("dt", shown, count), names, class_="comparison-claims__entry")


def _member(
    comparison: Comparison,
    attribute: Attribute,
    subject: Subject,
    context: PageContext,
    shared: tuple[Citation, ...],
) -> Markup:
    support = _support(comparison, comparison.claim(attribute.id, subject.id), context, shared)
    kind = "comparison-members__supported" if support else None
    return element("li", context.link(SubjectRef(comparison.id, subject.id), subject.title), *support, class_=kind)


def _profile_row(
    comparison: Comparison, attribute: Attribute, subject: Subject, context: PageContext, support: list[Markup] | None
) -> Markup:
    """Return the row of an attribute; without a cell for what supports the claim where `support` is None."""
    claim = comparison.claim(attribute.id, subject.id)
    title = context.link(CellRef(comparison.id, attribute.id, subject.id), attribute.title)
    value = claim.value if claim else None
    shown = render_value(value, attribute.type, context.prose(comparison), context)
    last = Markup() if support is None else element("td", *support)
    return element("tr", element("th", title, scope="row"), element("td", shown), last)
