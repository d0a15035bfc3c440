"""What trees say in words: the types of what is asked, and what a picture shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from mkdocs_comparisons.model.dimensions import Kind, ValueType
from mkdocs_comparisons.renderers.svg.figures import Pen
from mkdocs_comparisons.renderers.words import clip, format_count
from mkdocs_comparisons.views.tree import Branch, Leaf, Tree, TreeForm

FIRST_WORDS = 200
"""A picture shows that many characters of a value at most: the rest stands where it links to."""

_UNITS: Mapping[str, str] = MappingProxyType(
    {"ns": "nanoseconds", "ms": "milliseconds", "s": "seconds", "min": "minutes", "h": "hours", "d": "days"}
    | {"B": "bytes", "bit": "bits", "m": "metres", "km": "kilometres", "g": "grams", "kg": "kilograms", "%": "percent"}
)
_KINDS: Mapping[Kind, str] = MappingProxyType({Kind.SUPPORT: "yes / no", Kind.FIT: "good / poor"})
_MOST_TOLD = 3


def format_type(type: ValueType) -> str:
    """Return what an attribute's claims hold: `yes / no`, `seconds`, `rating 0–5`, `choice`."""
    match type.kind:
        case Kind.QUANTITY | Kind.MONEY:
            return _UNITS.get(type.unit, type.unit)
        case Kind.RATING:
            between = "–" if type.low >= 0 else " to "
            return f"rating {type.low}{between}{type.high}"
        case kind:
            return _KINDS.get(kind, kind.value)


def first_words(leaf: Leaf, pen: Pen) -> str:
    """Return what stands beside a leaf's name."""
    if isinstance(leaf.says, ValueType):
        return format_type(leaf.says)
    return clip(pen.words(leaf.says), FIRST_WORDS)


def state_words(chart: Tree) -> str:
    """Return what is said below the root, if anything."""
    if chart.form is not TreeForm.EMPTY:
        return ""
    return "does not apply" if chart.is_void else "nothing known yet"


def note_words(chart: Tree) -> str:
    """Return what is said below the picture: how much of all there is stands in it."""
    notes = []
    if not chart.extent.is_all:
        noun = "values" if chart.form is TreeForm.TEXTS else "attributes"
        notes.append(f"{chart.extent.words} {noun}")
    if chart.left_out:
        more = format_count(chart.left_out, f"more {chart.noun.one}", f"more {chart.noun.many}")
        notes.append(f"nothing known of {more}")
    return " · ".join(notes)


def describe_tree(chart: Tree, pen: Pen) -> str:
    """Say what a picture shows."""
    notes = note_words(chart)
    told = _sentences(chart, pen)
    return " ".join([*told, f"{notes[0].upper()}{notes[1:]}."] if notes else told)


def _sentences(chart: Tree, pen: Pen) -> Iterator[str]:
    match chart.form:
        case TreeForm.MAP | TreeForm.EMPTY:
            yield _count(chart)
            yield from _named(chart)
        case TreeForm.PROFILE:
            yield f"What is said of {_title(chart)}."
            yield from _told(chart, pen)
        case TreeForm.TEXTS:
            yield from _said(chart, pen)


def _title(chart: Tree) -> str:
    return chart.root.title if chart.root else chart.title


def _count(chart: Tree) -> str:
    attributes = format_count(sum(1 for _ in chart.leaves), "attribute", "attributes")
    if chart.form is TreeForm.EMPTY:
        what = "does not apply to anything here" if chart.is_void else "holds nothing that is known yet"
        return f"{_title(chart)} {what}: {attributes}."
    if chart.branches[0].head is None:
        return f"{_title(chart)}: {attributes}."
    return f"{_title(chart)}: {attributes} in {format_count(len(chart.branches), 'dimension', 'dimensions')}."


def _named(chart: Tree) -> Iterator[str]:
    for branch in chart.branches[:_MOST_TOLD]:
        start = f"{branch.head.title}: " if branch.head else ""
        yield f"{start}{_names(branch)}."


def _names(branch: Branch) -> str:
    names = [leaf.head.title for leaf in branch.leaves]
    more = len(names) - 6
    return ", ".join(names if more < 2 else [*names[:6], f"{more} more"])


def _told(chart: Tree, pen: Pen) -> Iterator[str]:
    known = [leaf for leaf in chart.leaves if leaf.is_known]
    if not known:
        yield "Nothing is known yet." if chart.extent.is_all else "Nothing of this part is known yet."
    for leaf in known[:_MOST_TOLD]:
        yield f"{leaf.head.title}: {_clause(leaf, pen)}."


def _said(chart: Tree, pen: Pen) -> Iterator[str]:
    for branch in chart.branches[:_MOST_TOLD]:
        known = [leaf for leaf in branch.leaves if leaf.is_known]
        start = f"{branch.head.title} of " if branch.head else ""
        count = f"{len(known)} of {len(branch.leaves)} {chart.noun.many}"
        told = f": {known[0].head.title}: {_clause(known[0], pen)}" if known else ""
        yield f"{start}{count}{told}."


def _clause(leaf: Leaf, pen: Pen) -> str:
    return clip(first_words(leaf, pen), 90).rstrip(".")
