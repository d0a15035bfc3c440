"""Values and counts in words: plain text, the same in tables, diagrams, exports and descriptions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from mkdocs_comparisons.inline import plain_words, written_words
from mkdocs_comparisons.model.subjects import Subject
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.model.values import Choice, Day, Items, Layer, Layers, Link, Measure, Rating, Text, Value

DateFormat = Callable[[str], str]
"""Turns `2024`, `2024-05` or `2024-05-01` into what readers see."""

NO_CLAIM = "no claim"
UNKNOWN = "unknown"
NOT_APPLICABLE = "n/a"

NBSP = "\u00a0"

SHARED, REPEATED, ISOLATED = "shared", "per instance", "isolated per instance"
"""How the instances of a thing have a layer of it."""
NEXT_LAYER = " → "


RefWords = Callable[[str], str]
"""Turns what stands between `[[` and `]]` into what readers see; see `labels.ref_words`."""


def plain_text(text: Inline, refs: RefWords = written_words) -> str:
    """Return what a reader sees of an inline text, without marks."""
    return plain_words(text.source, refs)


def format_value(value: Value | None, date: DateFormat = str, refs: RefWords = written_words) -> str:
    """Return a value in words."""
    match value:
        case None:
            return NO_CLAIM
        case Text(text):
            return plain_text(text, refs)
        case Choice(level):
            return level.title
        case Rating(written=written, best=best):
            return f"{written} of {best}"
        case Measure(unit=unit, written=written):
            return f"{written}{NBSP}{unit}" if unit else written
        case Day(written):
            return date(written)
        case Items(items):
            return ", ".join(plain_text(item, refs) for item in items)
        case Layers(layers):
            return NEXT_LAYER.join(head + format_layer(layer, refs) for head, layer in headed(layers))
        case Link(label=label):
            return label
        case _:
            return value.written


def headed(layers: Iterable[Layer], say: Callable[[str], str] = str) -> Iterator[tuple[str, Layer]]:
    """Yield layers, each with the words that stand before it where it is shared otherwise than the one below it.

    Args:
        layers: From the bottom to the top.
        say: Turns SHARED, REPEATED and ISOLATED into the reader's language.
    """
    before = SHARED
    for layer in layers:
        isolated = layer.is_bounded or before == ISOLATED
        sharing = SHARED if not layer.is_repeated else ISOLATED if isolated else REPEATED
        yield f"{say(sharing)}: " if sharing != before else "", layer
        before = sharing


def format_layer(layer: Layer, refs: RefWords = written_words) -> str:
    """Return a layer in words: its label, with its note and mark in brackets."""
    told = [plain_text(layer.note, refs)] if layer.note else []
    told += [layer.mark] if layer.mark else []
    return plain_text(layer.label, refs) + (f" ({', '.join(told)})" if told else "")


def format_names(subjects: tuple[Subject, ...], most: int = 4) -> str:
    """Return `A, B and C`, or `A, B, C and 9 more`."""
    return format_list([subject.title for subject in subjects], most)


def format_list(names: Sequence[str], most: int) -> str:
    """Return `A, B and C`, or `A, B and 9 more`: `most` entries at most, of a sentence."""
    shown = list(names)
    if len(shown) > most:
        shown = [*shown[: most - 1], f"{len(names) - most + 1} more"]
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def format_first(names: Sequence[str], most: int) -> str:
    """Return `A, B, C`, or `A, B, C and 9 more`: the first names, for a list after a colon or in brackets."""
    rest = len(names) - most
    return ", ".join(names[:most]) + (f" and {rest} more" if rest > 0 else "")


def format_count(number: int, one: str, many: str) -> str:
    """Return `1 subject`, `12 subjects`."""
    return f"{number}{NBSP}{one if number == 1 else many}"


def clip(text: str, most: int = 160) -> str:
    """Shorten a text at a word's end, for descriptions."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    return text[:most].rpartition(" ")[0].rstrip(",;:. ") + "…" if " " in text[:most] else text[: most - 1] + "…"
