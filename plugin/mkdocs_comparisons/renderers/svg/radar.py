"""Ratings around a centre: the outline of each subject, with the scores at the names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from math import ceil, cos, pi, sin

from markupsafe import Markup

from mkdocs_comparisons.model.dimensions import DiagramKind
from mkdocs_comparisons.renderers.svg.crowding import Area
from mkdocs_comparisons.renderers.svg.figures import Frame, Pen, draw
from mkdocs_comparisons.renderers.svg.legend import subject_row, title_of
from mkdocs_comparisons.renderers.svg.pieces import NAME, NOTE, TICK, VALUE, Piece, colour_of, mark, outline, text
from mkdocs_comparisons.renderers.svg.radar_web import Block, Spot, Web
from mkdocs_comparisons.renderers.svg.radar_words import axis_note, describe, notes_of
from mkdocs_comparisons.renderers.svg.shapes import number, outlined
from mkdocs_comparisons.renderers.svg.sheets import WIDE, Part, Sheet
from mkdocs_comparisons.renderers.svg.signs import SMALL, nested
from mkdocs_comparisons.renderers.svg.wrapping import Wrapped
from mkdocs_comparisons.views.radar import Radar, RadarAxis
from mkdocs_comparisons.views.scales import Tick

_RADIUS, _NARROW_RADIUS = 128.0, 86.0
_DASHES = ("", ' stroke-dasharray="7 4"', ' stroke-dasharray="2 4"')
_SIGN_ROOM = 13
_SIGN_GAP = 3
_VALUE_GAP = 9
_SCORE_STEP = 17
_NEAR = 9
"""Marks of one axis that are closer, in px, stand one in another."""


def render_radar(chart: Radar, pen: Pen) -> Markup:
    """Render a picture of ratings around a centre."""
    frame = Frame.of(DiagramKind.RADAR, chart, pen, describe(chart))
    return draw(frame, partial(_lay_out, chart, pen))


@dataclass(frozen=True, slots=True)
class _Score:
    """A score at a name, once for all subjects that have it."""

    words: Wrapped
    places: tuple[int, ...]
    """Those of the subjects."""

    width: float


@dataclass(frozen=True, slots=True)
class _Name:
    """What stands at the end of an axis."""

    axis: RadarAxis
    words: Wrapped
    note: str
    scores: tuple[tuple[_Score, ...], ...]
    """In lines."""

    @property
    def block(self) -> Block:
        lines = [NAME.width(line) for line in self.words.lines]
        width = max([*map(_width, self.scores), NOTE.width(self.note), *lines])
        return Block(width, len(lines) * NAME.step + (NOTE.step if self.note else 0) + _SCORE_STEP * len(self.scores))


def _width(scores: Sequence[_Score]) -> float:
    return sum(score.width for score in scores) + _VALUE_GAP * (len(scores) - 1)


def _lay_out(chart: Radar, pen: Pen, width: int) -> Sheet:
    web = Web(len(chart.axes), _RADIUS if width == WIDE else _NARROW_RADIUS, width / 2)
    names = [_name(chart, axis, _name_rooms(web, place, width)) for place, axis in enumerate(chart.axes)]
    blocks = [name.block for name in names]
    spots = web.spots(blocks)
    parts, above = subject_row(chart.subjects, pen, width)
    above += 8 if len(chart.subjects) else 0
    down = round(above - min(-web.radius, *(spot.top for spot in spots)))
    taken = [_around(spot, block, (web.half, down)) for spot, block in zip(spots, blocks, strict=True)]
    parts += _drawing(chart, web, down, taken)
    for name, spot in zip(names, spots, strict=True):
        parts += _name_parts(name, spot, pen, (web.half, down))
    lowest = max(web.radius + 10, *(spot.top + block.height for spot, block in zip(spots, blocks, strict=True)))
    y = down + lowest + 22
    for note in notes_of(chart):
        lines = NOTE.wrap(note, width, most=4, is_strict=True)
        parts.append(Part([text(web.half, y, lines, NOTE, anchor="middle")]))
        y += len(lines.lines) * NOTE.step + 3
    return Sheet(ceil(y - 6), parts)


def _name_rooms(web: Web, place: int, width: int) -> tuple[float, ...]:
    """Return widths for a name, the best one first: beside its corner, else above or below it."""
    across = abs(web.corners[place][0])
    if across <= 0.01:
        return (width * 0.7 if width < WIDE else 280,)
    beside = web.half - across * web.radius - 15
    return tuple(room for room in (min(beside, 190), 84, 108, 132) if 50 < room <= 190)


def _wrapped(words: str, rooms: Sequence[float]) -> Wrapped:
    """Wrap a name into the first room in which no word is broken and none is left out."""
    longest = max(map(NAME.width, words.split()), default=0)
    wraps = (NAME.wrap(words, room, most=3) for room in rooms if longest <= room)
    return next((wrapped for wrapped in wraps if not wrapped.whole), NAME.wrap(words, rooms[-1], most=3))


def _name(chart: Radar, axis: RadarAxis, rooms: Sequence[float]) -> _Name:
    grouped: dict[str, list[int]] = {}
    for head, point in zip(chart.subjects, axis.points, strict=True):
        grouped.setdefault(point.written, []).append(head.place)
    words = _wrapped(axis.head.label, rooms)
    room = max(rooms[0], *map(NAME.width, words.lines), 0)
    lines: list[list[_Score]] = [[]]
    for written, places in grouped.items():
        short = VALUE.wrap(written, room - len(places) * _SIGN_ROOM, most=1)
        score = _Score(short, tuple(places), len(places) * _SIGN_ROOM + _SIGN_GAP + ceil(VALUE.width(short.lines[0])))
        if lines[-1] and _width([*lines[-1], score]) > room:
            lines.append([])
        lines[-1].append(score)
    return _Name(axis, words, axis_note(chart, axis), tuple(map(tuple, lines)))


def _name_parts(name: _Name, spot: Spot, pen: Pen, centre: tuple[float, float]) -> Iterator[Part]:
    x, y = float(round(centre[0] + spot.x)), float(round(centre[1] + spot.top + 12))
    anchor = ("middle", "", "end")[spot.side]
    yield Part([text(x, y, name.words, NAME, anchor=anchor)], pen.href(name.axis.head.ref), title_of(name.axis.head))
    y += len(name.words.lines) * NAME.step
    pieces: list[Piece] = []
    if name.note:
        pieces.append(text(x, y - 1, name.note, NOTE, anchor=anchor))
        y += NOTE.step
    for count, line in enumerate(name.scores):
        left = round(x - _width(line) * (0.5, 0, 1)[spot.side])
        pieces += _score_line(line, left, y + _SCORE_STEP * count)
    yield Part(pieces)


def _score_line(line: Sequence[_Score], x: float, y: float) -> Iterator[Piece]:
    for score in line:
        for count, place in enumerate(score.places):
            yield mark(x + 5 + _SIGN_ROOM * count, y - 3, place, "solid", size=SMALL)
        colour = colour_of(score.places[0]) if len(score.places) == 1 else ""
        start = x + _SIGN_ROOM * len(score.places) + _SIGN_GAP - 2
        yield text(start, y + 1, score.words, VALUE, class_=colour)
        x += score.width + _VALUE_GAP


def _around(spot: Spot, block: Block, centre: tuple[float, float]) -> Area:
    left = centre[0] + spot.x - block.width * (0.5, 0, 1)[spot.side]
    top = centre[1] + spot.top
    return Area(left - 2, top - 2, left + block.width + 2, top + block.height + 2)


def _drawing(chart: Radar, web: Web, y: float, taken: Sequence[Area]) -> Iterator[Part]:
    yield Part([*_rings(chart, web, y), *_outlines(chart, web, y)])
    yield Part([*_ring_labels(chart, web, y, taken), *_marks(chart, web, y)])


def _rings(chart: Radar, web: Web, y: float) -> Iterator[Piece]:
    inner = sorted({0.0, *(tick.share for tick in chart.rings if tick.share < 1)})
    ends = [(web.at(axis, 0), web.at(axis, 1)) for axis in range(web.count)]
    spokes = [_from(web.half, y, start) + f"l{_step(end[0] - start[0], end[1] - start[1])}" for start, end in ends]
    rings = [_from(web.half, y, web.at(0, place)) + web.ring([place] * web.count) for place in inner]
    outmost = _from(web.half, y, web.at(0, 1)) + web.ring([1] * web.count)
    shapes = ((outmost, "plain"), ("".join([*rings, *spokes]), "rule"), (outmost, "axis"))
    yield Piece(0, 0, "".join([outlined(*shape) for shape in shapes]))


def _from(x: float, y: float, corner: tuple[float, float]) -> str:
    return f"M{number(round(x + corner[0], 1))} {number(round(y + corner[1], 1))}"


def _step(x: float, y: float) -> str:
    return f"{number(round(x, 1))} {number(round(y, 1))}"


def _outlines(chart: Radar, web: Web, y: float) -> Iterator[Piece]:
    for count, head in enumerate(chart.subjects):
        places = [axis.points[count].place for axis in chart.axes]
        line, colour = _from(web.half, y, web.at(0, places[0])) + web.ring(places), colour_of(head.place)
        yield Piece(0, 0, outlined(line, f"area {colour}", _DASHES[count % len(_DASHES)]))


def _marks(chart: Radar, web: Web, y: float) -> Iterator[Piece]:
    """Draw the signs of each subject as one shape, and over them those that share a point."""
    alone: dict[int, str] = {head.place: "" for head in chart.subjects}
    shared: list[Piece] = []
    for place, axis in enumerate(chart.axes):
        points = [
            (*web.at(place, point.place), head.place) for head, point in zip(chart.subjects, axis.points, strict=True)
        ]
        for group in _near(points):
            if len(group) == 1:
                alone[group[0][2]] += _from(web.half, y, group[0][:2]) + outline(group[0][2])
            else:
                shared += nested([(web.half + across, y + down, subject) for across, down, subject in group])
    for subject, steps in alone.items():
        yield Piece(0, 0, outlined(steps, f"mark {colour_of(subject)}") if steps else "")
    yield from shared


def _near(points: Sequence[tuple[float, float, int]]) -> Iterator[list[tuple[float, float, int]]]:
    """Yield the points of an axis, those together that would hide each other."""
    group: list[tuple[float, float, int]] = []
    for point in sorted(points, key=lambda it: it[0] ** 2 + it[1] ** 2):
        if group and (point[0] - group[-1][0]) ** 2 + (point[1] - group[-1][1]) ** 2 > _NEAR**2:
            yield sorted(group, key=points.index)
            group = []
        group.append(point)
    yield sorted(group, key=points.index)


def _ring_labels(chart: Radar, web: Web, y: float, taken: Sequence[Area]) -> Iterator[Piece]:
    """Number the rings, on the way between the last and the first axis: no mark stands there.

    Each second one, or third, where they are too close; and none where a name stands.
    """
    rings = sorted(chart.rings, key=lambda each: -each.share)
    areas = [_ring_area(tick, web, y) for tick in rings]
    strides = (each for each in range(1, len(rings)) if not any(a.meets(b) for a, b in pairwise(areas[::each])))
    stride = next(strides, len(rings))
    for tick, area in zip(rings[::stride], areas[::stride], strict=True):
        if not any(area.meets(other) for other in taken):
            yield text((area.left + area.right) / 2, area.bottom - 2, tick.label, TICK, anchor="middle", class_="halo")


def _ring_area(tick: Tick, web: Web, y: float) -> Area:
    turn, half = pi / web.count, TICK.width(tick.label) / 2 + 1
    distance = -web.at(0, tick.share)[1] * cos(turn)
    x, down = round(web.half - sin(turn) * distance), round(y - cos(turn) * distance)
    return Area(x - half, down - 6, x + half, down + 6)
