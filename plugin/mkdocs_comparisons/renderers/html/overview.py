"""What a comparison is about, at a glance: its question, its subjects, its verdicts."""

from __future__ import annotations

from markupsafe import Markup

from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import Dimension
from mkdocs_comparisons.model.refs import ComparisonRef, DimensionRef, SubjectRef
from mkdocs_comparisons.model.subjects import Subject
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.renderers.html.context import PageContext
from mkdocs_comparisons.renderers.html.elements import element, join
from mkdocs_comparisons.renderers.html.inline import Prose
from mkdocs_comparisons.renderers.words import format_count
from mkdocs_comparisons.views.coverage import build_coverage

_MOST_CARDS = 6


def render_summary(comparison: Comparison, context: PageContext) -> Markup:
    """Return a comparison's question, summary, size and verdicts."""
    prose = context.prose(comparison)
    lead = render_lead(comparison.question, comparison.summary, prose)
    size = element("p", _size(comparison), class_="comparison-size")
    verdicts = _verdicts(comparison, context)
    return join((lead, size, render_verdict(comparison.verdict, prose), verdicts))


def render_lead(question: Inline | None, summary: Inline | None, prose: Prose) -> Markup:
    """Return a question and what follows on it; nothing for neither."""
    pieces = []
    if question:
        pieces.append(element("p", prose.render(question), class_="comparison-question"))
    if summary:
        pieces.append(element("p", prose.render(summary), class_="comparison-summary"))
    return join(pieces)


def render_verdict(verdict: Inline | None, prose: Prose) -> Markup:
    """Return a verdict, set apart; nothing for none."""
    if verdict is None:
        return Markup()
    label = element("p", "Verdict", class_="comparison-verdict__label")
    return element("div", label, element("p", prose.render(verdict)), class_="comparison-verdict")


def render_subjects(comparison: Comparison, subjects: tuple[Subject, ...], context: PageContext) -> Markup:
    """Return the subjects: as cards while they are few, else as a list of names."""
    if len(subjects) > _MOST_CARDS:
        names = (element("li", _short_link(comparison, each, context)) for each in subjects)
        return element("ul", *names, class_="comparison-names")
    prose = context.prose(comparison)
    cards = (
        element(
            "li",
            element("p", context.link(SubjectRef(comparison.id, each.id), each.title), class_="comparison-card__title"),
            element("p", prose.render(each.summary)) if each.summary else Markup(),
            class_="comparison-card",
        )
        for each in subjects
    )
    return element("ul", *cards, class_="comparison-cards")


def render_index(catalogue: Catalogue, context: PageContext) -> Markup:
    """Return a card for each comparison."""
    if not catalogue.comparisons:
        return element("p", "There are no comparisons yet.", class_="comparison-none")
    return element("ul", *(_card(each, context) for each in catalogue.comparisons), class_="comparison-cards")


def render_tags(catalogue: Catalogue, context: PageContext) -> Markup:
    """Return each tag with the comparisons that carry it; nothing where there are no tags."""
    tagged: dict[str, list[Comparison]] = {}
    for comparison in catalogue.comparisons:
        for tag in comparison.tags:
            tagged.setdefault(tag, []).append(comparison)
    entries = (_tag(tag, tagged[tag], context) for tag in sorted(tagged, key=lambda tag: (tag.casefold(), tag)))
    return element("ul", *entries, class_="comparison-taglist") if tagged else Markup()


def _tag(tag: str, comparisons: list[Comparison], context: PageContext) -> Markup:
    links = join((context.link(ComparisonRef(each.id), each.title) for each in comparisons), ", ")
    return element("li", element("span", tag, class_="comparison-tag"), " ", links)


def _card(comparison: Comparison, context: PageContext) -> Markup:
    prose = context.prose(comparison)
    about = comparison.question or comparison.summary
    tags = (element("li", tag, class_="comparison-tag") for tag in comparison.tags)
    return element(
        "li",
        element("p", context.link(ComparisonRef(comparison.id), comparison.title), class_="comparison-card__title"),
        element("p", prose.render(about)) if about else Markup(),
        element("p", _size(comparison), class_="comparison-size"),
        element("ul", *tags, class_="comparison-tags") if comparison.tags else Markup(),
        class_="comparison-card",
    )


def _size(comparison: Comparison) -> str:
    coverage = build_coverage(comparison)
    counts = [
        format_count(len(comparison.subjects), comparison.noun.one, comparison.noun.many),
        format_count(len(comparison.dimensions), "dimension", "dimensions"),
        format_count(len(comparison.attribute_ids), "attribute", "attributes"),
        format_count(coverage.known, "known claim", "known claims"),
    ]
    open_ends = ((coverage.unknown, "unknown"), (coverage.not_applicable, "n/a"), (coverage.missing, "missing"))
    counts += [f"{number} {word}" for number, word in open_ends if number]
    return " · ".join(counts)


def _verdicts(comparison: Comparison, context: PageContext) -> Markup:
    entries = (_dimension_verdict(comparison, dimension, context) for dimension in comparison.dimensions)
    return (
        element("dl", *entries, class_="comparison-verdicts", data_search_exclude=True)
        if comparison.dimensions
        else Markup()
    )


def _dimension_verdict(comparison: Comparison, dimension: Dimension, context: PageContext) -> Markup:
    said = dimension.verdict or dimension.question or dimension.summary
    count = format_count(len(dimension.attributes), "attribute", "attributes")
    words = context.prose(comparison).render(said) if said else count
    title = element("dt", context.link(DimensionRef(comparison.id, dimension.id), dimension.title))
    return element("div", title, element("dd", words), class_="comparison-verdicts__entry")


def _short_link(comparison: Comparison, subject: Subject, context: PageContext) -> Markup:
    title = subject.title if subject.title != subject.short else None
    return context.link(SubjectRef(comparison.id, subject.id), subject.short, title=title)
