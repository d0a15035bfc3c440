"""What scripts need of a matrix beside what readers see of it: typed values, places in files, levels, units."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup

from mkdocs_comparisons.inline import is_plain
from mkdocs_comparisons.model.dimensions import Attribute, Kind, ValueType
from mkdocs_comparisons.model.places import NOWHERE
from mkdocs_comparisons.model.refs import EmbeddingRef
from mkdocs_comparisons.model.units import UNITS
from mkdocs_comparisons.model.values import Choice, Day, Items, Link, Text, Value
from mkdocs_comparisons.renderers.html.context import PageContext
from mkdocs_comparisons.renderers.html.elements import data_template
from mkdocs_comparisons.renderers.messages import Messages
from mkdocs_comparisons.renderers.words import format_value
from mkdocs_comparisons.views.matrix import Cell, Matrix
from mkdocs_comparisons.views.ordering import plain_decimal

_LONGEST_NAME = 80
_LEVELLED = (Kind.SUPPORT, Kind.FIT, Kind.CHOICE)


class Lines:
    """Tells the lines on which claims stand, in few bytes, and remembers their files in order of first use."""

    def __init__(self) -> None:
        self.files: dict[str, int] = {}
        self._last = (0, 0)
        """Number of a file and line of the claim before, of whichever row."""

    def row(self, cells: Sequence[Cell]) -> str | None:
        """Return a token for each cell: how many lines below the claim before it its own stands, `-` for no claim.

        The first claim of all is counted from the first line of file 0. A change of file is written `FILE@LINE`. What
        goes without saying is left out at the end of a row: `-` where nothing is claimed, `1` elsewhere.
        """
        tokens = [self._token(cell) for cell in cells]
        while tokens and tokens[-1] is None:
            tokens.pop()
        implied = ("-" if cell.claim is None else "1" for cell in cells)
        return " ".join(token or other for token, other in zip(tokens, implied, strict=False)) or None

    def _token(self, cell: Cell) -> str | None:
        """Return what is to be said of a cell; None where it goes without saying."""
        if cell.claim is None:
            return None
        at = cell.claim.at
        if at == NOWHERE:
            return "-"
        file, line = self._last
        number = self.files.setdefault(at.path, len(self.files))
        self._last = number, at.line
        if number != file:
            return f"{number}@{at.line}"
        return str(at.line - line) if at.line - line != 1 else None


def name_of(matrix: Matrix) -> str:
    """Return what a matrix is called in addresses: the same as long as its block asks for the same dimensions."""
    comparison = matrix.comparison
    dimensions = filter(None, map(comparison.dimension, matrix.selection.dimensions))
    parts = "+".join(dimension.slug for dimension in dimensions)
    name = f"{comparison.slug}.{parts}" if parts else comparison.slug
    return name if len(name) <= _LONGEST_NAME else comparison.slug


def attribute_data(attribute: Attribute) -> Mapping[str, str | None]:
    """Return the data attributes of the element that stands for an attribute: its row, or the head of its column."""
    type = attribute.type
    return {
        "data_type": type.kind.value,
        "data_better": type.better.value if type.better else None,
        "data_importance": attribute.importance.value if attribute.importance else None,
        "data_unit": type.unit or None,
        "data_slug": other_slug(attribute.id, attribute.slug),
    }


def other_slug(id: str, slug: str) -> str | None:
    """Return a slug that the id does not tell."""
    return slug if slug != id else None


def written_text(value: Value | None, type: ValueType, context: PageContext) -> str | None:
    """Return what the author typed, where the text that readers see is another."""
    match value:
        case Choice(level):
            shown = context.messages.level(level, type.kind)
        case Day(written):
            shown = context.date(written)
        case Link(label=label):
            shown = label
        case Text(text) if not is_plain(text.source):
            shown = format_value(value)
        case Items(items) if not all(is_plain(item.source) for item in items):
            shown = format_value(value)
        case _:
            return None
    return value.written if value.written != shown else None


def render_data(matrix: Matrix, title: str, lines: Lines, context: PageContext) -> Markup:
    """Return what is said once for a whole matrix, as JSON that no reader sees.

    Args:
        matrix: The matrix.
        title: Its caption as shown.
        lines: Knows the files, after all rows were written.
        context: The page.
    """
    noun = matrix.comparison.noun
    tree: dict[str, object] = {
        "title": title,
        "comparison": matrix.comparison.title,
        "noun": [noun.one, noun.many],
        "files": [[path, context.edit_url(path)] for path in lines.files],
        "units": _units(matrix.attributes),
        "levels": _levels(matrix.attributes, context.messages),
        "shared": bool(matrix.citations),
        "embed": context.raw(EmbeddingRef()),
    }
    told = {key: value for key, value in tree.items() if value}
    if context.stale_after is not None:
        told["stale"] = context.stale_after
    return data_template(told, class_="comparison-matrix__data")


def render_messages(messages: Messages) -> Markup:
    """Return the words of the interface, as JSON that no reader sees: once a page, for all its matrices."""
    return data_template(
        dict(messages.texts),
        class_="comparison-messages",
        data_language=messages.language,
        data_search_exclude=True,
    )


def _units(attributes: Iterable[Attribute]) -> dict[str, list[str]]:
    """Return all units into which one of the quantities converts, with their families and factors."""
    shown = {each.type.unit for each in attributes if each.type.kind is Kind.QUANTITY} & UNITS.keys()
    families = {UNITS[unit].family for unit in shown}
    return {
        unit: [known.family, plain_decimal(known.factor)] for unit, known in UNITS.items() if known.family in families
    }


def _levels(attributes: Iterable[Attribute], messages: Messages) -> dict[str, list[list[str]]]:
    """Return ids and titles of levels, lowest first: of a choice by its attribute, of support and fit by the kind."""
    return {
        _levels_key(attribute): [
            [level.id, messages.level(level, attribute.type.kind)] for level in attribute.type.levels
        ]
        for attribute in attributes
        if attribute.type.kind in _LEVELLED
    }


def _levels_key(attribute: Attribute) -> str:
    kinds = (Kind.SUPPORT, Kind.FIT)
    if attribute.type.kind in kinds:
        return attribute.type.kind.value
    # No id begins with `=`: a choice with the id `support` must not pass for all attributes of that kind.
    return f"={attribute.id}" if attribute.id in kinds else attribute.id
