"""Values as HTML: typed, and readable without colour."""

from __future__ import annotations

from decimal import Decimal

from markupsafe import Markup

from mkdocs_comparisons.inline import url_problem
from mkdocs_comparisons.model.dimensions import Kind, ValueType
from mkdocs_comparisons.model.values import (
    Choice,
    Day,
    Items,
    Layer,
    Layers,
    Link,
    Measure,
    Rating,
    State,
    Text,
    Value,
    Version,
    state_of,
)
from mkdocs_comparisons.renderers.html.context import PageContext
from mkdocs_comparisons.renderers.html.elements import Child, element, escape, join
from mkdocs_comparisons.renderers.html.inline import Prose
from mkdocs_comparisons.renderers.messages import Messages
from mkdocs_comparisons.renderers.words import NBSP, NEXT_LAYER, headed

_MOST_DOTS = 10


def render_value(value: Value | None, type: ValueType, prose: Prose, context: PageContext) -> Markup:
    """Return what a reader sees of a value, or of the lack of one.

    Args:
        value: The value, None where there is no claim.
        type: Its attribute's type.
        prose: Renders the texts in it.
        context: The page.
    """
    match value:
        case Text(text):
            return prose.render(text)
        case Choice(level):
            name = level.id if type.kind in (Kind.SUPPORT, Kind.FIT) else None
            title = context.messages.level(level, type.kind)
            return element("span", title, class_="comparison-level", data_level=name)
        case Rating():
            return _rating(value, type, context)
        case Measure(unit=unit, written=written):
            return _measure(written, unit)
        case Day(written):
            return element("time", context.date(written), datetime=written)
        case Version(written):
            return element("span", written, class_="comparison-number")
        case Items(items):
            ends = [*[", "] * (len(items) - 1), ""]
            entries = (element("li", prose.render(item), end) for item, end in zip(items, ends, strict=True))
            return element("ul", *entries, class_="comparison-items")
        case Layers(layers):
            return _layers(layers, prose, context.messages)
        case Link(url=url, label=label):
            return label_link(url, label)
        case _:
            return _nothing(value, context.messages)


def label_link(url: str, label: str) -> Markup:
    """Return a link to an author's address, or its label alone where the address is not allowed."""
    return element("span", label) if url_problem(url) else element("a", label, href=url, rel="nofollow noopener ugc")


def _layers(layers: tuple[Layer, ...], prose: Prose, messages: Messages) -> Markup:
    """Return layers from the bottom to the top. Being a list tells their order, so that arrows need not be read out."""
    arrow = element("span", NEXT_LAYER, aria_hidden="true")
    ends = [*[arrow] * (len(layers) - 1), Markup()]
    entries = (
        element("li", head, prose.render(layer.label), *_layer_aside(layer, prose), end)
        for (head, layer), end in zip(headed(layers, messages.sharing), ends, strict=True)
    )
    return element("ol", *entries, class_="comparison-items comparison-layers")


def _layer_aside(layer: Layer, prose: Prose) -> tuple[Child, ...]:
    told = [prose.render(layer.note)] if layer.note else []
    told += [escape(layer.mark)] if layer.mark else []
    return (" (", join(told, ", "), ")") if told else ()


def _nothing(value: Value | None, messages: Messages) -> Markup:
    """Return one of the three nothings, each with its own look and words."""
    state = state_of(value)
    words = messages.nothing(state)
    shown = element("span", words, class_="comparison-hidden") if state is State.MISSING else words
    return element("span", shown, class_=f"comparison-nothing comparison-nothing--{state.value}")


def _measure(written: str, unit: str) -> Markup:
    number = element("span", written, class_="comparison-number")
    return join((number, NBSP, element("span", unit, class_="comparison-unit"))) if unit else number


def _rating(value: Rating, type: ValueType, context: PageContext) -> Markup:
    words = element("span", context.words(value, type), class_="comparison-number")
    dots = _dots(value.score, type)
    return join((element("span", dots, class_="comparison-dots", aria_hidden="true"), " ", words)) if dots else words


def _dots(score: Decimal, type: ValueType) -> str:
    """Return a dot for each point of the scale: full, half or empty. Empty for scales that can't be drawn so."""
    if type.high != int(type.high) or not 1 < type.high <= _MOST_DOTS or type.low < 0:
        return ""
    rest = [score - point for point in range(int(type.high))]
    return "".join("●" if part >= 1 else "◐" if part >= Decimal("0.5") else "○" for part in rest)
