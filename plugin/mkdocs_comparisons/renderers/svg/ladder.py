"""Which subject to pick: a ladder of questions, where a yes leads to the subjects that fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from mkdocs_comparisons.model.dimensions import DiagramKind
from mkdocs_comparisons.renderers.svg.figures import Frame, Pen, draw
from mkdocs_comparisons.renderers.svg.ladder_words import (
    case_words,
    closing_reason,
    describe,
    notes,
    question,
    reason,
)
from mkdocs_comparisons.renderers.svg.legend import count_note, notes_below, title_of
from mkdocs_comparisons.renderers.svg.pieces import (
    HEAD,
    LABEL,
    NAME,
    NOTE,
    VALUE,
    Piece,
    box,
    colour_of,
    line,
    mark,
    path,
    text,
)
from mkdocs_comparisons.renderers.svg.shapes import number
from mkdocs_comparisons.renderers.svg.sheets import NARROW, WIDE, Part, Sheet
from mkdocs_comparisons.renderers.svg.wrapping import Wrapped
from mkdocs_comparisons.views.ladder import Closing, Ladder, Rung
from mkdocs_comparisons.views.scope import Head

_MOST_LEAVES = 3
_MOST_CASES = 10
_INNER = 38
_SPINE = 19.0
_LEAST_BOX = 44.0
_LEAF = 300.0
_NARROW_LEAF = 92.0
_TO_REASON = 14.0
_PILL_TEXT = 136.0
_PILL_SIDES = 46.0
_ARROW = "l-8-4.5v9z"
_ARROW_DOWN = "l-4.5-8h9z"


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A subject with the words beside it, not placed yet."""

    head: Head
    name: Wrapped
    reason: str
    href: str

    @property
    def pill(self) -> float:
        return 18.0 + NAME.step * len(self.name.lines)


@dataclass(frozen=True, slots=True)
class _Row:
    """A question and where it leads, not placed yet."""

    number: int
    question: str
    href: str
    cases: tuple[tuple[str, str], ...]
    """Use cases to name below the question, each with its address."""

    leaves: tuple[_Leaf, ...]
    more: Wrapped | None
    """How many leaves are left out, if any are."""


@dataclass(frozen=True, slots=True)
class _Room:
    """Where things stand: leaves beside their question, or below it where there is no room."""

    box: float
    leaf: float
    branch: float
    """Where the way to several leaves divides."""

    pill: float
    is_narrow: bool

    @classmethod
    def at(cls, width: int, pill: float) -> _Room:
        if width < WIDE:
            return cls(width, _NARROW_LEAF, 46, pill, is_narrow=True)
        return cls(232, _LEAF, 274, pill, is_narrow=False)

    @property
    def reason(self) -> float:
        return self.leaf if self.is_narrow else self.leaf + self.pill + _TO_REASON

    def wrap_reason(self, leaf: _Leaf) -> Wrapped:
        # The same lines in both rooms stand in the markup once.
        width = min(NARROW - _NARROW_LEAF, WIDE - _LEAF - self.pill - _TO_REASON)
        return NOTE.wrap(leaf.reason, width, most=4, is_strict=True)

    def leaf_height(self, leaf: _Leaf) -> float:
        """Return the height that a leaf needs with its reason."""
        words = len(self.wrap_reason(leaf).lines) * NOTE.step
        return leaf.pill + words + (5 if words else 0) if self.is_narrow else max(leaf.pill, words)


def render_ladder(chart: Ladder, pen: Pen) -> Markup:
    """Render a picture of questions."""
    frame = Frame.of(DiagramKind.LADDER, chart, pen, describe(chart))
    rows = [_row(rung, pen) for rung in chart.rungs]
    if chart.closing:
        rows.append(_closing_row(chart.closing, chart.cases, pen))
    names = [NAME.width(line) for row in rows for leaf in row.leaves for line in leaf.name.lines]
    return draw(frame, partial(_lay_out, chart, rows, max(names, default=0) + _PILL_SIDES))


def _row(rung: Rung, pen: Pen) -> _Row:
    most = _MOST_LEAVES
    leaves = tuple(_leaf(leaf.head, reason(leaf, pen), pen) for leaf in rung.leaves[:most])
    rest = [leaf.head.title for leaf in rung.leaves[most:]]
    more = Wrapped((f"and {len(rest)} more",), ", ".join(rest[:20])) if rest else None
    return _Row(rung.number, question(rung.head.label), pen.href(rung.head.ref), (), leaves, more)


def _closing_row(closing: Closing, cases: int, pen: Pen) -> _Row:
    named = [(case_words(rung), pen.href(rung.head.ref)) for rung in closing.rungs[:_MOST_CASES]]
    if len(closing.rungs) > _MOST_CASES:
        named.append((f"and {len(closing.rungs) - _MOST_CASES} more", ""))
    leaf = _leaf(closing.head, closing_reason(closing, cases), pen)
    return _Row(closing.number, "Or one of these?", "", tuple(named), (leaf,), None)


def _leaf(head: Head, why: str, pen: Pen) -> _Leaf:
    return _Leaf(head, NAME.wrap(head.label, _PILL_TEXT), why, pen.href(head.ref))


def _lay_out(chart: Ladder, rows: Sequence[_Row], pill: float, width: int) -> Sheet:
    room = _Room.at(width, pill)
    parts: list[Part] = []
    y, foot = 0.0, 0.0
    for row in rows:
        placed, box_top, box_foot, bottom = _place(row, room, y)
        parts.append(Part(list(_no(foot, box_top)) if foot else []))
        parts += placed
        y, foot = bottom + (22 if room.is_narrow else 34), box_foot
    parts.append(Part(list(_goes_on(chart, foot, y))))
    y += 8 if chart.extent.last < chart.extent.total else -14
    note, below = notes_below(notes(chart), y, width, most=3)
    y += below
    parts.append(note)
    parts.append(count_note(chart.extent, "questions", y + 14))
    return Sheet(y + (0 if chart.extent.is_all else 20), parts)


def _place(row: _Row, room: _Room, y: float) -> tuple[list[Part], float, float, float]:
    """Place a question with its leaves from a height on.

    Returns:
        The parts, where the box begins and ends, and where the row ends.
    """
    lines = LABEL.wrap(row.question, room.box - _INNER - 12, most=3)
    cases = [LABEL.wrap(words, room.box - _INNER - 24) for words, _ in row.cases]
    inner = LABEL.step * len(lines.lines) + sum(LABEL.step * len(case.lines) + 6 for case in cases)
    tall = max(_LEAST_BOX, inner + 18)
    leaves = sum(room.leaf_height(leaf) + 10 for leaf in row.leaves) - 10 + (20 if row.more else 0)
    height = tall + 14 + leaves if room.is_narrow else max(tall, leaves)
    top = y if room.is_narrow else y + (height - tall) / 2
    first = top + (tall - inner) / 2 + 12.5
    asked = Part([box(0, top, room.box, tall, "plain"), *_question(row, lines, first)], row.href)
    named = list(_cases(row, cases, first + LABEL.step * len(lines.lines) + 6))
    below = y + tall + 14 if room.is_narrow else y + (height - leaves) / 2
    start = top + (tall if room.is_narrow else tall / 2)
    return [asked, *named, *_leaves(row, room, start, below)], top, top + tall, y + height


def _question(row: _Row, lines: Wrapped, first: float) -> Iterator[Piece]:
    yield text(_SPINE - 4.5 * len(str(row.number)), first, str(row.number), HEAD)
    yield text(_INNER, first, lines, NOTE if row.cases else LABEL)


def _cases(row: _Row, cases: Sequence[Wrapped], y: float) -> Iterator[Part]:
    for (_, href), words in zip(row.cases, cases, strict=True):
        dot = path(_INNER, y - 4.5, "m3.5-2.5a2.5 2.5 0 1 0 .01 0z", "solid o")
        pieces = [dot, text(_INNER + 12, y, words, LABEL)] if href else [text(_INNER + 12, y, words, NOTE)]
        yield Part(pieces, href)
        y += LABEL.step * len(words.lines) + 6


def _leaves(row: _Row, room: _Room, start: float, y: float) -> Iterator[Part]:
    """Lay out the way from a question to its leaves, and the leaves."""
    tops = []
    below = y
    for leaf in row.leaves:
        height = room.leaf_height(leaf)
        tops.append(below if room.is_narrow else below + (height - leaf.pill) / 2)
        below += height + 10
    middles = [top + leaf.pill / 2 for top, leaf in zip(tops, row.leaves, strict=True)]
    yield Part(list(_yes(room, start, middles)))
    for leaf, top in zip(row.leaves, tops, strict=True):
        middle = top + leaf.pill / 2
        yield Part(list(_pill(leaf, room, top)), leaf.href, title_of(leaf.head))
        words = room.wrap_reason(leaf)
        baseline = top + leaf.pill + 16 if room.is_narrow else middle - (len(words.lines) - 1) * NOTE.step / 2 + 4
        yield Part([text(room.reason, baseline, words, NOTE)] if words.lines else [])
    if row.more:
        yield Part([text(room.leaf + 4, below + 4, row.more, NOTE)])


def _pill(leaf: _Leaf, room: _Room, top: float) -> Iterator[Piece]:
    width = max(NAME.width(line) for line in leaf.name.lines) + _PILL_SIDES if leaf.name.lines else _PILL_SIDES
    yield box(room.leaf, top, width, leaf.pill, f"tint {colour_of(leaf.head.place)}", round=17)
    yield mark(room.leaf + 18, top + leaf.pill / 2, leaf.head.place)
    first = top + leaf.pill / 2 - (len(leaf.name.lines) - 1) * NAME.step / 2 + 4.5
    yield text(room.leaf + 31, first, leaf.name, NAME)


def _yes(room: _Room, start: float, middles: Sequence[float]) -> Iterator[Piece]:
    to_leaf = f"h{number(room.leaf - room.branch - 8)}"
    if room.is_narrow:
        for middle in middles:
            yield path(room.branch, start, f"v{number(middle - start)}{to_leaf}", "wire o")
    elif len(middles) == 1:
        yield line(room.box, start, room.leaf - room.box - 8, 0, "wire o")
    else:
        yield line(room.box, start, room.branch - room.box, 0, "wire o")
        for middle in middles:
            yield path(room.branch, start, f"v{number(middle - start)}{to_leaf}", "wire o")
    for middle in middles:
        yield path(room.leaf - 1, middle, _ARROW, "solid o")
    x = room.branch + 8 if room.is_narrow else room.box + 12
    yield text(x, (middles[0] if room.is_narrow else start) - 6, "yes", VALUE)


def _no(top: float, bottom: float) -> Iterator[Piece]:
    yield line(_SPINE, top, 0, bottom - top - 8, "wire o")
    yield path(_SPINE, bottom - 1, _ARROW_DOWN, "solid o")
    yield text(_SPINE + 9, bottom - 12, "no", VALUE)


def _goes_on(chart: Ladder, foot: float, y: float) -> Iterator[Piece]:
    """Say that the ladder goes on in the next picture, if it does."""
    if chart.extent.last < chart.extent.total:
        yield from _no(foot, y)
        yield text(_SPINE + 30, y - 12, f"goes on with question {chart.extent.last + 1}", NOTE)
