"""Differences told in words, from the claims."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from markupsafe import Markup

from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import Attribute
from mkdocs_comparisons.model.refs import AttributeRef, DimensionRef
from mkdocs_comparisons.model.values import Text
from mkdocs_comparisons.renderers.html.context import PageContext
from mkdocs_comparisons.renderers.html.elements import element, escape, join
from mkdocs_comparisons.renderers.words import format_names
from mkdocs_comparisons.views.differences import Difference, DimensionDifferences, Party

_PLACEHOLDER = re.compile(r"(\{subject\}|\{value\})")
_ENDINGS = (".", "!", "?", "…", "。")
_SLIGHT = Decimal("1.05")
_MOST_TOLD = 100
"""Differences, or names in a list, that a page tells; the matrix has all of them."""


def render_differences(comparison: Comparison, found: tuple[DimensionDifferences, ...], context: PageContext) -> Markup:
    """Return what differs, dimension by dimension; a sentence that says so where nothing does."""
    differing = [entry for entry in found if entry.differing]
    if not differing:
        return element("p", _nothing_differs(found, context), class_="comparison-differences__none")
    told, rest = [], _MOST_TOLD
    for entry in differing:
        if rest:
            told.append(_dimension(comparison, entry, context, titled=len(found) > 1, most=rest))
        rest = max(0, rest - len(entry.differing))
    more = sum(len(entry.differing) for entry in differing) - _MOST_TOLD
    return join(told) + (element("p", _more(more), class_="comparison-none") if more > 0 else Markup())


def render_agreements(
    comparison: Comparison, found: tuple[DimensionDifferences, ...], subjects: int, context: PageContext
) -> Markup:
    """Return what the subjects have in common, and what can't be told; nothing where there is neither.

    Args:
        comparison: Whose subjects are compared.
        found: How they stand to each other.
        subjects: How many are compared. Between two, what is known of one alone is listed under its name.
        context: The page.
    """
    lists: dict[str, list[Attribute]] = {"The same": [attribute for entry in found for attribute in entry.agreed]}
    for entry in found:
        for attribute, known in entry.open:
            alone = subjects == 2 and len(known) == 1
            word = f"Known of {known[0].title} alone" if alone else "Not enough is known"
            lists.setdefault(word, []).append(attribute)
    return join(
        element(
            "p",
            element("strong", f"{word}: "),
            _attributes(comparison, attributes, context),
            class_="comparison-agreements",
            data_search_exclude=True,
        )
        for word, attributes in sorted(lists.items(), key=lambda item: item[0] == "Not enough is known")
        if attributes
    )


def _nothing_differs(found: tuple[DimensionDifferences, ...], context: PageContext) -> str:
    if any(entry.agreed for entry in found):
        return context.messages.say("no-difference")
    return "Too little is known to tell them apart."


def _more(number: int) -> str:
    return f"And {number:,} more, which the matrix shows."


def _attributes(comparison: Comparison, attributes: list[Attribute], context: PageContext) -> Markup:
    links = [_attribute_link(comparison, attribute, context) for attribute in attributes[:_MOST_TOLD]]
    more = len(attributes) - len(links)
    return join(links, ", ") + (f". {_more(more)}" if more else "")


def _dimension(
    comparison: Comparison, entry: DimensionDifferences, context: PageContext, *, titled: bool, most: int
) -> Markup:
    items = element("ul", *(_difference(comparison, each, context) for each in entry.differing[:most]))
    if not titled:
        return element("div", items, class_="comparison-differences", data_search_exclude=True)
    href = context.href(DimensionRef(comparison.id, entry.dimension.id))
    title = element("p", element("a", entry.dimension.title, href=href), class_="comparison-differences__dimension")
    return element("div", title, items, class_="comparison-differences", data_search_exclude=True)


def _difference(comparison: Comparison, difference: Difference, context: PageContext) -> Markup:
    title = element("strong", _attribute_link(comparison, difference.attribute, context))
    parties = join((_party(comparison, difference.attribute, party, context) for party in difference.parties), " ")
    return element("li", title, " ", parties, _ratio(difference))


def _attribute_link(comparison: Comparison, attribute: Attribute, context: PageContext) -> Markup:
    return element("a", attribute.title, href=context.href(AttributeRef(comparison.id, attribute.id)))


def _party(comparison: Comparison, attribute: Attribute, party: Party, context: PageContext) -> Markup:
    names = format_names(party.subjects)
    value = party.claim.value
    prose = context.prose(comparison)
    words = prose.render(value.text) if isinstance(value, Text) else escape(context.words(value, attribute.type))
    if not attribute.sentence:
        return element("span", element("em", names), ": ", _ended(words), class_="comparison-party")
    pieces = {"{subject}": element("em", names), "{value}": words}
    parts = (pieces.get(part) or escape(part) for part in _PLACEHOLDER.split(attribute.sentence))
    return element("span", _ended(join(parts)), class_="comparison-party")


def _ended(words: Markup) -> Markup:
    return words if words.striptags().endswith(_ENDINGS) else words + "."


def _ratio(difference: Difference) -> Markup:
    if difference.ratio is None or difference.ratio < _SLIGHT:
        return Markup()
    return element("span", f" A factor of {_rounded(difference.ratio)}.", class_="comparison-ratio")


def _rounded(ratio: Decimal) -> str:
    """Round to two digits that mean something: 1.3, 9.8, 130."""
    if ratio < 10:
        return f"{ratio.quantize(Decimal('0.1'), ROUND_HALF_UP):f}"
    step = Decimal(10) ** (ratio.adjusted() - 1)
    return f"{(ratio / step).quantize(Decimal(1), ROUND_HALF_UP) * step:,.0f}"
