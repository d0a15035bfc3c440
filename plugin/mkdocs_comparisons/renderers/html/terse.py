"""What a huge matrix leaves out: looks that add nothing, and what scripts can tell from the words of a cell."""

from __future__ import annotations

import re

from markupsafe import Markup

from mkdocs_comparisons.model.dimensions import Kind, ValueType
from mkdocs_comparisons.model.units import UNITS
from mkdocs_comparisons.model.values import Choice, Measure, State, Value, Version
from mkdocs_comparisons.renderers.messages import Messages
from mkdocs_comparisons.views.matrix import Cell
from mkdocs_comparisons.views.ordering import is_exact

_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_MOST_DIGITS = 15
"""So many digits of a decimal survive binary arithmetic."""

_MOST_PLACES = 6
"""So many places after the point, and scripts do not write a number with an exponent yet."""


def has_plain_look(value: Value | None, type: ValueType) -> bool:
    """Return whether the words of a value are all that readers need to see of it."""
    return isinstance(value, Measure | Version) or (isinstance(value, Choice) and type.kind is Kind.CHOICE)


def implied_key(cell: Cell, shown: Markup, type: ValueType, messages: Messages) -> str | None:
    """Return the sort key that `keyOf` in `matrix-values.js` reads out of a cell's words; None where it may not.

    Args:
        cell: What a row says of a column.
        shown: How its value looks.
        type: Its attribute's type.
        messages: What levels are called in.
    """
    value = cell.claim.value if cell.claim else None
    match value:
        case _ if cell.state is not State.KNOWN:
            return ""
        case Choice(level):
            title = messages.level(level, type.kind)
            titles = (messages.level(each, type.kind) for each in type.levels)
            return str([*titles].index(title)) if title == " ".join(title.split()) else None
        case Version(written):
            return cell.key if written.isascii() else None
        case Measure():
            return cell.key if _is_computable(value, cell.key, type) else None
        case _:
            return shown.lower() if "<" not in shown and "&" not in shown else None


def _is_computable(value: Measure, key: str, type: ValueType) -> bool:
    """Return whether the number that is shown, times the factor of the attribute's unit, comes out exactly."""
    if not is_exact(value) or value.unit != type.unit or not _NUMBER.fullmatch(value.written):
        return False
    known = UNITS.get(type.unit) if type.kind is Kind.QUANTITY else None
    return all(_is_short(each) for each in (value.written, key, f"{known.factor:f}" if known else "1"))


def _is_short(number: str) -> bool:
    whole, _, rest = number.lstrip("-").partition(".")
    return len(whole + rest) <= _MOST_DIGITS and len(rest) <= _MOST_PLACES
