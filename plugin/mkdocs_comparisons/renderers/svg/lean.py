"""Use cases between two subjects: how well either fits, to its own side, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from mkdocs_comparisons.model.dimensions import DiagramKind
from mkdocs_comparisons.model.values import NotApplicable, Text
from mkdocs_comparisons.renderers.svg.figures import Frame, Pen, draw
from mkdocs_comparisons.renderers.svg.fit_words import counts, listed, name, named
from mkdocs_comparisons.renderers.svg.legend import notes_below, title_of
from mkdocs_comparisons.renderers.svg.pieces import (
    HEAD,
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
from mkdocs_comparisons.renderers.svg.sheets import WIDE, Part, Sheet
from mkdocs_comparisons.renderers.words import clip
from mkdocs_comparisons.views.fit import Verdict
from mkdocs_comparisons.views.lean import LeanChart, Leaning, LeanRow
from mkdocs_comparisons.views.scope import Head

_BAR = 76
"""How long a side is, for the highest level."""

_LEAST = 7
"""How long it is for the lowest one: something is known."""

_SIDE = 144
"""What a side takes, with its word."""

_MARK_ROOM = 16
_TIES = {Leaning.EITHER: "either", Leaning.NEITHER: "neither", Leaning.EVEN: "even"}


def render_lean(chart: LeanChart, pen: Pen) -> Markup:
    """Render the picture of two subjects."""
    frame = Frame.of(DiagramKind.LEAN, chart, pen, " ".join(_describe(chart, pen)))
    return draw(frame, partial(_lay_out, chart, pen))


def _describe(chart: LeanChart, pen: Pen) -> Iterator[str]:
    """Say what leans where; which of two is better is said only where both are known."""
    better, alone, partial = [], [], []
    for side, leaning in ((chart.left, Leaning.LEFT), (chart.right, Leaning.RIGHT)):
        here = [row for row in chart.rows if row.leaning is leaning]
        if both := [row.head for row in here if row.is_known]:
            better.append(f"{name(side)} for {named(both)}")
        lone = [(row.head, max(row.left.reach or 0, row.right.reach or 0)) for row in here if not row.is_known]
        if only := [head for head, reach in lone if reach >= 1]:
            alone.append(f"{name(side)} for {named(only)}")
        if some := [head for head, reach in lone if reach < 1]:
            partial.append(f"{name(side)} for {named(some)}")
    if better:
        yield f"The better fit: {'; '.join(better)}."
    if alone:
        yield f"Recommended, with no verdict on the other: {'; '.join(alone)}."
    if partial:
        yield f"Possible, with no verdict on the other: {'; '.join(partial)}."
    ties = [f"{words} for {named(heads)}" for leaning, words in _TIES.items() if (heads := _heads(chart, leaning))]
    if ties:
        yield f"Alike: {'; '.join(ties)}."
    if _heads(chart, Leaning.OPEN):
        yield f"Undecided: {listed(list(_open(chart, pen)))}."


def _heads(chart: LeanChart, leaning: Leaning) -> list[Head]:
    return [row.head for row in chart.rows if row.leaning is leaning]


def _open(chart: LeanChart, pen: Pen) -> Iterator[str]:
    for row in chart.rows:
        if row.leaning is Leaning.OPEN:
            yield f"{name(row.head)} ({pen.words(row.left.value)}, {pen.words(row.right.value)})"


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where things stand: side by side, or one above the other where there is no room."""

    name: float
    middle: float
    reason: float
    reason_room: float
    is_stacked: bool

    @classmethod
    def at(cls, width: int, *, has_reasons: bool) -> _Columns:
        if width < WIDE:
            return cls(width, width / 2, 0, width, is_stacked=True)
        names = 152 if has_reasons else 260
        reason = names + 12 + 2 * _SIDE + 12
        return cls(names, names + 12 + _SIDE, reason, width - reason, is_stacked=False)


@dataclass(frozen=True, slots=True)
class _Room:
    """Where a row stands."""

    top: float
    middle: float
    """The line that its bars are on."""

    bottom: float


def _lay_out(chart: LeanChart, pen: Pen, width: int) -> Sheet:
    columns = _Columns.at(width, has_reasons=any(row.reason for row in chart.rows))
    parts, y = _subjects(chart, pen, columns, width)
    rooms: list[_Room] = []
    lines = Part()
    parts.append(lines)
    for row in chart.rows:
        made, room = _row(chart, row, pen, columns, y)
        parts += made
        rooms.append(room)
        y = room.bottom
    lines.pieces += _lines(rooms, columns, width)
    said = counts([(chart.extent, chart.noun)], chart.attributes)
    if chart.others:
        said.append(f"No verdict on {listed([head.label for head in chart.others])}")
    part, height = notes_below(said, y + 4, width)
    return Sheet(y + (height + 8 if said else 1), [*parts, part])


def _subjects(chart: LeanChart, pen: Pen, columns: _Columns, width: int) -> tuple[list[Part], float]:
    """Lay out the subjects' names, each above the end of its own bars, and outwards from there where it is long."""
    rooms = columns.middle - 10, width - columns.middle - 10
    sides = list(zip((chart.left, chart.right), rooms, strict=True))
    names = [HEAD.wrap(head.label, room - _MARK_ROOM, most=2, is_strict=True) for head, room in sides]
    most = max(len(words.lines) for words in names)
    parts = []
    for (head, room), words, is_left in zip(sides, names, (True, False), strict=True):
        wide = min(max(map(HEAD.width, words.lines), default=0), room - _MARK_ROOM) + _MARK_ROOM
        near = max(10, _BAR - wide / 2)
        x = columns.middle - near - wide if is_left else columns.middle + near
        baseline = 18 + (most - len(words.lines)) * HEAD.step
        sign = mark(x + 6, baseline - 5, head.place)
        label = text(x + _MARK_ROOM, baseline, words, HEAD, class_=colour_of(head.place))
        parts.append(Part([sign, label], pen.href(head.ref), title_of(head)))
    return parts, 12.0 + most * HEAD.step


def _row(chart: LeanChart, row: LeanRow, pen: Pen, columns: _Columns, y: float) -> tuple[list[Part], _Room]:
    words = NAME.wrap(row.head.label, columns.name, most=3, is_strict=True)
    reason = NOTE.wrap(_reason(row, pen), columns.reason_room, most=4, is_strict=True)
    room = _room(row, columns, y, len(words.lines) * NAME.step, len(reason.lines) * NOTE.step)
    first = y + 20 if columns.is_stacked else room.middle - (len(words.lines) - 1) * NAME.step / 2 + 4.5
    below = room.middle + 26 if columns.is_stacked else room.middle - (len(reason.lines) - 1) * NOTE.step / 2 + 4
    link = Part([text(0, first, words, NAME)], pen.href(row.head.ref), title_of(row.head))
    sides = Part([*_sides(chart, row, pen, columns.middle, room.middle)])
    why = Part([text(columns.reason, below, reason, NOTE)] if reason.lines else [])
    return [link, sides, why], room


def _room(row: LeanRow, columns: _Columns, y: float, names: float, reasons: float) -> _Room:
    above = 12 if row.leaning in _TIES else 0
    if columns.is_stacked:
        middle = y + names + 26 + above
        return _Room(y, middle, middle + (18 + reasons if reasons else 12) + 10)
    height = max(42 + above, names + 18, reasons + 18)
    return _Room(y, y + (height + above / 2) / 2, y + height)


def _reason(row: LeanRow, pen: Pen) -> str:
    if row.reason is None:
        return ""
    words = pen.words(Text(row.reason))
    return f"{clip(row.reason_of.label)}: {words}" if row.reason_of else words


def _sides(chart: LeanChart, row: LeanRow, pen: Pen, x: float, y: float) -> Iterator[Piece]:
    is_either = row.leaning is Leaning.EITHER
    yield from _side(chart.left, row.left, pen, (x, y, -1), is_better=is_either or row.leaning is Leaning.LEFT)
    yield from _side(chart.right, row.right, pen, (x, y, 1), is_better=is_either or row.leaning is Leaning.RIGHT)
    if row.leaning in _TIES:
        yield text(x, y - 12, _TIES[row.leaning], NOTE, anchor="middle", class_="halo")


def _side(head: Head, verdict: Verdict, pen: Pen, at: tuple[float, float, int], *, is_better: bool) -> Iterator[Piece]:
    x, y, sign = at
    length = _BAR if verdict.reach is None else max(_LEAST, _BAR * verdict.reach)
    is_known = verdict.reach is not None
    if is_known:
        start = x if sign > 0 else x - length
        ink = "solid" if is_better else "tint"
        yield box(start, y - 3, length, 6, f"{ink} {colour_of(head.place)}", round=2)
    elif not isinstance(verdict.value, NotApplicable):
        yield line(x, y, sign * length, 0, "edge")
    if is_better:
        yield mark(x + sign * length, y, head.place)
    style = VALUE if is_known else NOTE
    away = 13 if is_better else 7
    words = style.wrap(pen.words(verdict.value), _SIDE - _BAR - away, most=1)
    ink = colour_of(head.place) if is_known else ""
    yield text(x + sign * (length + away), y + 4, words, style, anchor="end" if sign < 0 else "", class_=ink)


def _lines(rooms: list[_Room], columns: _Columns, width: int) -> Iterator[Piece]:
    """Draw the rules between rows and the line that the bars start from, where no text is in its way."""
    if not rooms:
        return
    yield path(0, rooms[0].top, _rules(rooms, width), "rule")
    if columns.is_stacked:
        ticks = [(room.middle - 10, 20.0) for room in rooms]
        yield path(columns.middle, ticks[0][0], _down(ticks), "axis")
    else:
        yield line(columns.middle, rooms[0].top, 0, rooms[-1].bottom - rooms[0].top, "axis")


def _rules(rooms: Iterable[_Room], width: int) -> str:
    steps = "".join([f"m{-width} {number(room.bottom - room.top)}h{width}" for room in rooms])
    return f"h{width}{steps}"


def _down(ticks: list[tuple[float, float]]) -> str:
    steps, end = "", ticks[0][0]
    for top, height in ticks:
        move = "" if top == end else f"m0 {number(top - end)}"
        steps += f"{move}v{number(height)}"
        end = top + height
    return steps
