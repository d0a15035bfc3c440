"""What a page is tied to: its name in the centre, a box for each relation around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from markupsafe import Markup

from mkdocs_comparisons.model.dimensions import DiagramKind
from mkdocs_comparisons.renderers.svg.figures import Frame, Pen, draw
from mkdocs_comparisons.renderers.svg.pieces import NAME, NOTE, Piece, box, colour_of, mark, path, text
from mkdocs_comparisons.renderers.svg.shapes import number
from mkdocs_comparisons.renderers.svg.sheets import WIDE, Part, Sheet
from mkdocs_comparisons.renderers.svg.wrapping import Wrapped
from mkdocs_comparisons.renderers.words import clip
from mkdocs_comparisons.views.links import Links, Tie

_BOX = 222.0
_GAP = 10.0
_INNER = 12.0
_MARK = 17.0
_SPINE = 17.0
_INDENT = 36.0
_ROW = 24.0
"""From name to name; fingers need that."""

_MOST_TOLD = 3
_NEUTRAL = "o"
_EDGE = 1.0
"""Room for half of a stroke at the picture's edge."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A name in a box."""

    name: Wrapped
    href: str
    place: int | None
    """That of a subject, which has a sign."""

    @property
    def height(self) -> float:
        return _ROW + NAME.step * max(len(self.name.lines) - 1, 0)


@dataclass(frozen=True, slots=True)
class _Box:
    """The names of one relation, not placed yet."""

    relation: Wrapped
    rows: tuple[_Row, ...]
    more: int
    """How many have no row."""

    @property
    def height(self) -> float:
        foot = 22.0 if self.is_single else 25.0
        return foot + sum(row.height for row in self.rows) + (_ROW if self.more else 0)

    @property
    def colour(self) -> str:
        """That of the only subject in it."""
        place = self.rows[0].place if self.is_single else None
        return _NEUTRAL if place is None else colour_of(place)

    @property
    def is_single(self) -> bool:
        """Whether all of it is one link."""
        return len(self.rows) == 1 and not self.more


def render_links(chart: Links, pen: Pen) -> Markup:
    """Render the picture of what a page is tied to."""
    frame = Frame.of(DiagramKind.LINKS, chart, pen, _describe(chart))
    return draw(frame, partial(_lay_out, chart, list(_boxes(chart, pen)), pen))


def _describe(chart: Links) -> str:
    name = clip(chart.centre.title, 60)
    told = []
    left_out = dict(chart.left_out)
    for relation, ties in groupby(chart.ties, key=lambda tie: tie.relation):
        names = [clip(tie.head.title, 40) for tie in ties]
        rest = len(names) - _MOST_TOLD + left_out.pop(relation, 0)
        more = f" and {rest} more" if rest > 0 else ""
        told.append(f"{clip(relation, 40)} {', '.join(names[:_MOST_TOLD])}{more}")
    told += [f"{clip(relation, 40)} {count} more" for relation, count in left_out.items()]
    return f"What {name} is tied to: {'; '.join(told)}."


def _boxes(chart: Links, pen: Pen) -> Iterator[_Box]:
    left_out = dict(chart.left_out)
    for relation, ties in groupby(chart.ties, key=lambda tie: tie.relation):
        rows = tuple(_row(tie, pen) for tie in ties)
        yield _Box(_relation(relation), rows, left_out.pop(relation, 0))
    if left_out:
        yield _Box(_relation(", ".join(left_out)), (), sum(left_out.values()))


def _relation(words: str) -> Wrapped:
    return NOTE.wrap(words, _BOX - 2 * _INNER, most=1)


def _row(tie: Tie, pen: Pen) -> _Row:
    name = NAME.wrap(tie.head.label, _BOX - 2 * _INNER - (_MARK if tie.is_subject else 0))
    return _Row(name, pen.href(tie.head.ref), tie.head.place if tie.is_subject else None)


def _lay_out(chart: Links, boxes: Sequence[_Box], pen: Pen, width: int) -> Sheet:
    centre = NAME.wrap(chart.centre.label, 118, most=4)
    return _wide(chart, boxes, centre, pen) if width == WIDE else _narrow(chart, boxes, centre, pen)


def _wide(chart: Links, boxes: Sequence[_Box], centre: Wrapped, pen: Pen) -> Sheet:
    sides = _sides(boxes)
    tall, across = _pill_size(chart, centre)
    height = max(tall, *(_column(side) for side in sides)) + 2 * _EDGE
    left = (WIDE - across) / 2
    parts = [_pill(chart, centre, left, (height - tall) / 2, pen)]
    for side, x, start in ((sides[0], _EDGE, left), (sides[1], WIDE - _BOX - _EDGE, left + across)):
        y = (height - _column(side)) / 2
        end = x + _BOX if x < start else x
        for each in side:
            middle = y + each.height / 2
            parts.append(Part([_curve(start, height / 2, end, middle, each.colour)]))
            parts += _parts(each, x, y)
            y += each.height + _GAP
    return Sheet(height, parts)


def _narrow(chart: Links, boxes: Sequence[_Box], centre: Wrapped, pen: Pen) -> Sheet:
    tall, _ = _pill_size(chart, centre)
    parts = [_pill(chart, centre, _EDGE, _EDGE, pen)]
    y, last = tall + _GAP + 5, tall + _EDGE
    for each in boxes:
        middle = y + each.height / 2
        down = f"v{number(middle - last - 8)}q0 8 8 8h{number(_INDENT - _SPINE - 8)}"
        parts.append(Part([path(_SPINE, last, down, f"wire {_NEUTRAL}")]))
        parts += _parts(each, _INDENT, y)
        y, last = y + each.height + _GAP, middle - 8
    return Sheet(y - _GAP + _EDGE, parts)


def _sides(boxes: Sequence[_Box]) -> tuple[Sequence[_Box], Sequence[_Box]]:
    """Divide the boxes between left and right so that both are about as high."""
    cut = min(range(len(boxes) + 1), key=lambda cut: abs(_column(boxes[:cut]) - _column(boxes[cut:])))
    return boxes[:cut], boxes[cut:]


def _column(boxes: Sequence[_Box]) -> float:
    return sum(each.height for each in boxes) + _GAP * (len(boxes) - 1)


def _pill_size(chart: Links, name: Wrapped) -> tuple[float, float]:
    widest = max((NAME.width(line) for line in name.lines), default=0)
    return 28 + NAME.step * len(name.lines), max(widest + 2 * 18 + (_MARK if chart.is_subject else 0), 90)


def _pill(chart: Links, name: Wrapped, x: float, y: float, pen: Pen) -> Part:
    tall, across = _pill_size(chart, name)
    colour = colour_of(chart.centre.place) if chart.is_subject else _NEUTRAL
    pieces = [box(x, y, across, tall, f"tint {colour}", round=22)]
    first = y + tall / 2 - (len(name.lines) - 1) * NAME.step / 2 + 4.5
    if chart.is_subject:
        pieces.append(mark(x + 23, first - 4.5, chart.centre.place))
        pieces.append(text(x + 18 + _MARK, first, name, NAME))
    else:
        pieces.append(text(x + across / 2, first, name, NAME, anchor="middle"))
    return Part(pieces, pen.href(chart.centre.ref))


def _parts(each: _Box, x: float, y: float) -> list[Part]:
    """Lay out a box: one link, or one for each of its names."""
    frame: list[Piece] = [
        box(x, y, _BOX, each.height, f"tint {each.colour}" if each.rows else "edge"),
        text(x + _INNER, y + 18, each.relation, NOTE),
    ]
    x += _INNER
    y += 36
    if each.is_single:
        return [Part([*frame, *_name(each.rows[0], x, y)], each.rows[0].href)]
    parts = [Part(frame)]
    for row in each.rows:
        parts.append(Part(list(_name(row, x, y)), row.href))
        y += row.height
    if each.more:
        parts.append(Part([text(x, y, f"and {each.more} more", NOTE)]))
    return parts


def _name(row: _Row, x: float, y: float) -> Iterator[Piece]:
    if row.place is not None:
        yield mark(x + 6, y - 4.5, row.place)
        x += _MARK
    yield text(x, y, row.name, NAME)


def _curve(x: float, y: float, to_x: float, to_y: float, colour: str) -> Piece:
    across, down = to_x - x, to_y - y
    half = number(across / 2)
    return path(x, y, f"c{half} 0 {half} {number(down)} {number(across)} {number(down)}", f"wire {colour}")
