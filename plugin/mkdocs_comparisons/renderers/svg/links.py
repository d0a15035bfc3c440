"""What a page is tied to: its name in the centre, a box for each page around it."""

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
from mkdocs_comparisons.views.links import Links

_BOX = 222.0
_GAP = 10.0
_INNER = 12.0
_MARK = 17.0
_SPINE = 17.0
_INDENT = 36.0
_MOST_A_SIDE = 6
_MOST_TOLD = 3
_NEUTRAL = "o"
_EDGE = 1.0
"""Room for half of a stroke at the picture's edge."""


@dataclass(frozen=True, slots=True)
class _Box:
    """A box, not placed yet."""

    relation: Wrapped
    name: Wrapped
    href: str
    place: int | None
    """That of a subject, which has a sign."""

    @property
    def height(self) -> float:
        return 30.0 + NAME.step * max(len(self.name.lines), 1)

    @property
    def colour(self) -> str:
        return _NEUTRAL if self.place is None else colour_of(self.place)


def render_links(chart: Links, pen: Pen) -> Markup:
    """Render the picture of what a page is tied to."""
    frame = Frame(
        key=pen.key,
        kind=DiagramKind.LINKS,
        dimension=chart.dimension,
        title=chart.title,
        description=_describe(chart),
    )
    return draw(frame, partial(_lay_out, chart, list(_boxes(chart, pen)), pen))


def _describe(chart: Links) -> str:
    name = clip(chart.centre.title, 60)
    told = []
    for relation, ties in groupby(chart.ties, key=lambda tie: tie.relation):
        names = [clip(tie.head.title, 40) for tie in ties]
        rest = len(names) - _MOST_TOLD + dict(chart.left_out).get(relation, 0)
        more = f" and {rest} more" if rest > 0 else ""
        told.append(f"{clip(relation, 40)} {', '.join(names[:_MOST_TOLD])}{more}")
    return f"What {name} is tied to: {'; '.join(told)}."


def _boxes(chart: Links, pen: Pen) -> Iterator[_Box]:
    for tie in chart.ties:
        place = tie.head.place if tie.is_subject else None
        yield _box(tie.relation, tie.head.label, pen.href(tie.head.ref), place)
    if chart.more:
        yield _box(", ".join(relation for relation, _ in chart.left_out), f"and {chart.more} more", "", None)


def _box(relation: str, name: str, href: str, place: int | None) -> _Box:
    room = _BOX - 2 * _INNER
    return _Box(NOTE.wrap(relation, room, most=1), NAME.wrap(name, room - (0 if place is None else _MARK)), href, place)


def _lay_out(chart: Links, boxes: Sequence[_Box], pen: Pen, width: int) -> Sheet:
    centre = NAME.wrap(chart.centre.label, 118, most=4)
    return _wide(chart, boxes, centre, pen) if width == WIDE else _narrow(chart, boxes, centre, pen)


def _wide(chart: Links, boxes: Sequence[_Box], centre: Wrapped, pen: Pen) -> Sheet:
    sides = _sides(chart, boxes)
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
            parts.append(_part(each, x, y))
            y += each.height + _GAP
    return Sheet(height, parts)


def _narrow(chart: Links, boxes: Sequence[_Box], centre: Wrapped, pen: Pen) -> Sheet:
    tall, _ = _pill_size(chart, centre)
    parts = [_pill(chart, centre, _EDGE, _EDGE, pen)]
    y, last = tall + _GAP + 5, tall + _EDGE
    for each in boxes:
        middle = y + each.height / 2
        down = f"v{number(middle - last - 8)}q0 8 8 8h{number(_INDENT - _SPINE - 8)}"
        parts.append(Part([path(_SPINE, last, down, f"wire {each.colour}")]))
        parts.append(_part(each, _INDENT, y))
        y, last = y + each.height + _GAP, middle - 8
    return Sheet(y - _GAP + _EDGE, parts)


def _sides(chart: Links, boxes: Sequence[_Box]) -> tuple[Sequence[_Box], Sequence[_Box]]:
    """Divide the boxes between left and right: about in half, and between two relations if it can be."""
    count = len(boxes)
    starts = {0, count, len(chart.ties)}
    starts |= {
        place for place in range(1, len(chart.ties)) if chart.ties[place - 1].relation != chart.ties[place].relation
    }
    most = max(_MOST_A_SIDE, (count + 1) // 2)
    cuts = range(max(count - most, 0), min(count, most) + 1)
    cut = min(cuts, key=lambda cut: abs(cut - count / 2) + (0 if cut in starts else 1.25))
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


def _part(each: _Box, x: float, y: float) -> Part:
    class_ = f"tint {each.colour}" if each.href else "edge"
    pieces = [
        box(x, y, _BOX, each.height, class_),
        text(x + _INNER, y + 18, each.relation, NOTE),
    ]
    left = x + _INNER
    if each.place is not None:
        pieces.append(mark(left + 6, y + 31.5, each.place))
        left += _MARK
    pieces.append(text(left, y + 36, each.name, NAME))
    return Part(pieces, each.href)


def _curve(x: float, y: float, to_x: float, to_y: float, colour: str) -> Piece:
    across, down = to_x - x, to_y - y
    half = number(across / 2)
    return path(x, y, f"c{half} 0 {half} {number(down)} {number(across)} {number(down)}", f"wire {colour}")
