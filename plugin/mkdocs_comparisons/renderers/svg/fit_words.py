"""What diagrams of use cases say in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mkdocs_comparisons.renderers.words import clip, format_list
from mkdocs_comparisons.views.scope import Extent, Head

_MOST_NAMES = 3
_LONGEST_NAME = 60
_LONGEST_NOUN = 24


def name(head: Head) -> str:
    """Return a name for a sentence: none is longer than the rest of it."""
    return clip(head.title, _LONGEST_NAME)


def named(heads: Sequence[Head]) -> str:
    """Return `A`, `A and B`, or `A, B and 9 more`."""
    return listed([name(head) for head in heads])


def listed(names: Sequence[str]) -> str:
    """Return `A`, `A and B`, or `A, B and 9 more`."""
    return format_list(names, _MOST_NAMES)


def counts(extents: Iterable[tuple[Extent, str]], attributes: Extent) -> list[str]:
    """Say how much of all there is stands in a picture: `31–60 of 112 licences`; nothing of what is all there.

    Args:
        extents: Parts of something that several pictures show, with what it is.
        attributes: How many of all attributes can be shown in this kind of picture.
    """
    parts = [f"{extent.words} {clip(noun, _LONGEST_NOUN)}" for extent, noun in extents if not extent.is_all]
    if not attributes.is_all:
        parts.append(
            f"{attributes.last} of {attributes.total} attributes hold verdicts like these; the others are not shown"
        )
    return parts
