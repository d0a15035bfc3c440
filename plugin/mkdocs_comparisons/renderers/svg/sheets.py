"""Pictures that are laid out twice, for a wide room and for a narrow one, and drawn once.

A layout is a function from a width to a `Sheet`. Both sheets hold the same parts in the same order. A piece that both
have stands in the markup once, at its narrow place, with a shift to its wide place that the style sheet takes away in
narrow rooms; a piece that only one has is shown there only. So letters never shrink, and no script is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from markupsafe import Markup

from mkdocs_comparisons.renderers.html.elements import escape
from mkdocs_comparisons.renderers.svg.pieces import MOVE, Piece, X, Y
from mkdocs_comparisons.renderers.svg.shapes import number

WIDE = 680
"""Px of the wide layout; the style sheet has the same number."""

NARROW = 320
"""Px of the narrow layout; the style sheet has the same number."""

_WIDE_ONLY, _NARROW_ONLY = ' class="w"', ' class="n"'
_GROUP = attrgetter("group")


@dataclass(slots=True)
class Part:
    """Pieces that belong together: a link, or whatever both layouts have at this place of the reading order."""

    pieces: list[Piece] = field(default_factory=list)
    href: str = ""
    """Where it leads, if it is a link."""

    title: str = ""
    """More words for a link, where its text is cut."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A picture laid out for one width."""

    height: float
    parts: Sequence[Part]


Layout = Callable[[int], Sheet]
"""Lays a picture out for a width in px: `WIDE` or `NARROW`."""


def merged(wide: Sheet, narrow: Sheet) -> Markup:
    """Return the markup of a picture's two layouts."""
    runs = [run for pair in zip(wide.parts, narrow.parts, strict=True) for run in _part(*pair)]
    return Markup("".join(_joined(runs)))  # noqa: S704 - pieces escape what they hold


class _Run(NamedTuple):
    """Markup that is shown in one room only, or that moves as one from its narrow to its wide place."""

    group: str
    """The attribute of the element around it; empty if it needs none."""

    markup: str
    lone: Piece | None = None
    """The only piece in it, where that has room for the attribute itself: no element is needed then."""


def _part(wide: Part, narrow: Part) -> list[_Run]:
    runs = list(_runs(wide.pieces, narrow.pieces))
    if not wide.href or not runs:
        return runs
    start = _link(wide.href, wide.title)
    group = runs[0].group
    if all(run.group == group for run in runs):
        return [_Run(group, f"{start}{''.join([run.markup for run in runs])}</a>")]
    return [_Run("", f"{start}{''.join(_joined(runs))}</a>")]


def _runs(wide: Sequence[Piece], narrow: Sequence[Piece]) -> Iterator[_Run]:
    """Yield pieces in the order of the wide layout, those of the narrow one alone near the end."""
    if [piece.shape for piece in wide] == [piece.shape for piece in narrow]:
        yield from map(_shared, narrow, wide)
        return
    left: dict[str, list[Piece]] = {}
    for piece in reversed(narrow):
        left.setdefault(piece.shape, []).append(piece)
    only_wide: list[_Run] = []
    for piece in wide:
        twins = left.get(piece.shape)
        if not twins:
            only_wide.append(_Run(_WIDE_ONLY, _placed(piece)))
            continue
        yield from only_wide
        only_wide = []
        yield _shared(twins.pop(), piece)
    for twins in reversed(left.values()):
        yield from [_Run(_NARROW_ONLY, _placed(piece)) for piece in reversed(twins)]
    yield from only_wide


def _shared(narrow: Piece, wide: Piece) -> _Run:
    across, down = number(wide.x - narrow.x), number(wide.y - narrow.y)
    if across == down == "0":
        return _Run("", _placed(narrow))
    move = f' transform="translate({across} {down})"'
    # A text that is turned back in mirrored pictures turns its own transform too: its group has to move it.
    return _Run(move, _placed(narrow), None if narrow.shape.startswith("<text") else narrow)


def _joined(runs: Sequence[_Run]) -> Iterator[str]:
    """Put one element around neighbours of a group."""
    for group, same in groupby(runs, key=_GROUP):
        members = list(same)
        if not group:
            yield from [run.markup for run in members]
        elif len(members) == 1 and members[0].lone:
            yield _placed(members[0].lone, group)
        else:
            yield f"<g{group}>{''.join([run.markup for run in members])}</g>"


def _placed(piece: Piece, move: str = "") -> str:
    """Fill the gaps of a piece."""
    parts = _parts_of(piece.shape)
    if len(parts) == 1:
        return parts[0]
    before, between, after, rest = parts
    x = number(piece.x)
    return f"{before}{x}{between}{number(piece.y)}{after}{move}{rest.replace(X, x) if X in rest else rest}"


@lru_cache(maxsize=8_192)
def _parts_of(shape: str) -> tuple[str, ...]:
    """Return what stands before, between and after the gaps of a shape; the lines of a text have one more each."""
    before, gap, rest = shape.partition(X)
    if not gap:
        return (shape,)
    between, _, rest = rest.partition(Y)
    after, _, rest = rest.partition(MOVE)
    return before, between, after, rest


@lru_cache(maxsize=4_096)
def _link(href: str, title: str) -> str:
    return f'<a href="{escape(href)}">' + (f"<title>{escape(title)}</title>" if title else "")
