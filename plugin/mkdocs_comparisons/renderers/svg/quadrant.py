"""Subjects on a plane of two attributes, with the better corner tinted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from mkdocs_comparisons.model.dimensions import DiagramKind
from mkdocs_comparisons.renderers.svg.crowding import Area, Ground, Label, Point
from mkdocs_comparisons.renderers.svg.figures import Frame, Pen, draw
from mkdocs_comparisons.renderers.svg.legend import notes_below, title_of
from mkdocs_comparisons.renderers.svg.pieces import NAME, NOTE, VALUE, Piece, box, colour_of, line, mark, path, text
from mkdocs_comparisons.renderers.svg.plane import SEAT, Plane, across_labels, up_labels
from mkdocs_comparisons.renderers.svg.quadrant_words import describe, direction_of, lack_of, notes_of
from mkdocs_comparisons.renderers.svg.shapes import outlined
from mkdocs_comparisons.renderers.svg.sheets import WIDE, Part, Sheet
from mkdocs_comparisons.renderers.svg.wrapping import Wrapped
from mkdocs_comparisons.views.quadrant import Quadrant, QuadrantAxis, QuadrantPoint
from mkdocs_comparisons.views.scope import Head

_NEAR = 9.0
_CORNER = "better on both"
_ARROW_ROOM = 22
_ASIDE = (0, 3, -3)
"""Where a range may lie, from its point: still below the mark."""


def render_quadrant(chart: Quadrant, pen: Pen) -> Markup:
    """Render a picture of subjects by two attributes."""
    frame = Frame.of(DiagramKind.QUADRANT, chart, pen, describe(chart, pen))
    return draw(frame, partial(_lay_out, chart, pen))


@dataclass(frozen=True, slots=True)
class _Drawing:
    """The points of a plane, with their names or with numbers that a list explains."""

    places: Sequence[Point]
    labels: Sequence[Label]
    names: Sequence[Wrapped]
    """Empty where points are numbered."""

    is_moved: bool
    corner: tuple[float, float] | None
    """Where the words of the better corner end, if there are any."""


def _lay_out(chart: Quadrant, pen: Pen, width: int) -> Sheet:
    above, top = _up_name(chart.y, pen, width)
    plane = Plane.fitted(chart, width, top)
    drawing = _arranged(plane, width)
    below, height = across_labels(plane)
    parts = [*above, Part([*_ground(plane, drawing), *up_labels(plane), *below])]
    parts += [
        Part(list(_point(plane, drawing, place)), pen.href(point.head.ref), point.head.title)
        for place, point in enumerate(chart.points)
    ]
    made, y = _across_name(chart.x, pen, plane, plane.area.bottom + height)
    parts += made
    made, y = _list(chart, drawing, pen, width, y)
    parts += made
    made, y = _unplaced(chart, pen, width, y)
    notes, rest = notes_below(_notes(plane, drawing), y, width, most=6)
    return Sheet(y + rest + 4, [*parts, *made, notes])


def _notes(plane: Plane, drawing: _Drawing) -> Iterator[str]:
    chart = plane.chart
    if chart.x.levels and not plane.across:
        yield f"{chart.x.head.label}, towards the right: {', '.join(chart.x.levels)}"
    if chart.has_better_corner and not drawing.corner:
        yield f"Tinted: {_CORNER}"
    yield from notes_of(chart, is_moved=drawing.is_moved)


def _up_name(axis: QuadrantAxis, pen: Pen, width: int) -> tuple[list[Part], float]:
    name, words = NAME.wrap(axis.head.label, width, most=2, is_strict=True), direction_of(axis)
    parts = [Part([text(0, 14, name, NAME)], pen.href(axis.head.ref), title_of(axis.head))]
    y = 14.0 + (len(name.lines) - 1) * NAME.step
    if not words:
        return [*parts, Part()], y + 14
    y += 16
    note = NOTE.wrap(words, width - 14, most=1, is_strict=True)
    parts.append(Part([path(4.5, y + 1, "v-11m-4 4l4-4 4 4", "axis"), text(14, y, note, NOTE)]))
    return parts, y + 14


def _across_name(axis: QuadrantAxis, pen: Pen, plane: Plane, y: float) -> tuple[list[Part], float]:
    right, words = plane.area.right, direction_of(axis)
    name = NAME.wrap(axis.head.label, right, most=2, is_strict=True)
    y += 16
    parts = [Part([text(right, y, name, NAME, anchor="end")], pen.href(axis.head.ref), title_of(axis.head))]
    y += (len(name.lines) - 1) * NAME.step
    if not words:
        return [*parts, Part()], y + 8
    y += 16
    arrow = path(right - 12, y - 4, "h11m-4-4l4 4-4 4", "axis")
    note = NOTE.wrap(words, right - _ARROW_ROOM, most=1, is_strict=True)
    return [*parts, Part([text(right - _ARROW_ROOM + 4, y, note, NOTE, anchor="end"), arrow])], y + 8


def _ground(plane: Plane, drawing: _Drawing) -> Iterator[Piece]:
    area, chart = plane.area, plane.chart
    width, height = area.right - area.left, area.bottom - area.top
    yield box(area.left, area.top, width, height, "plain", round=8)
    x, y = round(plane.x(chart.x.better_half)), round(plane.y(chart.y.better_half))
    if chart.has_better_corner:
        tint = f"M{x} {area.top:g}H{area.right - 8:g}q8 0 8 8V{y}H{x}z"
        yield Piece(0, 0, outlined(tint, "solid q", ' fill-opacity=".13"'))
    for at in _lines(chart.x):
        yield line(round(plane.x(at)), area.top, 0, height, "rule")
    for at in _lines(chart.y):
        yield line(area.left, round(plane.y(at)), width, 0, "rule")
    if not chart.x.levels:
        yield line(round(plane.x(0.5)), area.top, 0, height, "edge")
    if not chart.y.levels:
        yield line(area.left, round(plane.y(0.5)), width, 0, "edge")
    yield box(area.left, area.top, width, height, "axis", round=8)
    if drawing.corner:
        yield text(*drawing.corner, _CORNER, NOTE, anchor="end")
    yield from _ranges(plane, drawing)


def _ranges(plane: Plane, drawing: _Drawing) -> Iterator[Piece]:
    """Draw how far each point may be from its place; those that would hide another lie beside it."""
    taken: list[Area] = []
    for point, (px, py) in zip(plane.chart.points, drawing.places, strict=True):
        colour = f"stroke {colour_of(point.head.place)}"
        if point.x.low < point.x.high:
            low, high = plane.x(point.x.low), plane.x(point.x.high)
            y = next((py + away for away in _ASIDE if not _meets(Area(low, py + away, high, py + away), taken)), py)
            taken.append(Area(low, y - 2, high, y + 2))
            yield line(low, y, high - low, 0, colour)
        if point.y.low < point.y.high:
            low, high = plane.y(point.y.low), plane.y(point.y.high)
            x = next((px + away for away in _ASIDE if not _meets(Area(px + away, high, px + away, low), taken)), px)
            taken.append(Area(x - 2, high, x + 2, low))
            yield line(x, high, 0, low - high, colour)


def _meets(range: Area, taken: Sequence[Area]) -> bool:
    """Return whether a range lies along another one; crossing it hides nothing."""
    is_flat = range.top == range.bottom
    return any(range.meets(each) for each in taken if (each.bottom - each.top <= 4) is is_flat)


def _lines(axis: QuadrantAxis) -> list[float]:
    if axis.levels:
        return [place / len(axis.levels) for place in range(1, len(axis.levels))]
    return [tick.share for tick in axis.ticks]


def _arranged(plane: Plane, width: int) -> _Drawing:
    """Put names beside the points if all find room, in one line or two; else number the points."""
    places, is_moved = plane.places(_NEAR)
    forms = [_forms(point.head, width) for point in plane.chart.points] if plane.has_names else []
    if forms and all(forms):
        labels = _ground_of(plane, places).label([[_size(name) for name in each] for each in forms])
        if labels:
            names = [each[label.form] for each, label in zip(forms, labels, strict=True)]
            corner = _corner(plane, [*map(_around, places), *(label.area for label in labels)])
            return _Drawing(places, labels, names, is_moved, corner)
    places, is_moved = plane.places(SEAT)
    return _Drawing(places, (), (), is_moved, _corner(plane, list(map(_around, places))))


def _forms(head: Head, width: int) -> list[Wrapped]:
    """Return a name in one line and in two, whole; nothing if it is too long for that."""
    rooms = ((240, 1), (140, 2)) if width == WIDE else ((150, 1), (92, 2))
    wrapped = dict.fromkeys(NAME.wrap(head.label, room, most=most) for room, most in rooms)
    return [name for name in wrapped if not name.whole]


def _around(place: Point) -> Area:
    return Area(place[0] - SEAT / 2, place[1] - SEAT / 2, place[0] + SEAT / 2, place[1] + SEAT / 2)


def _size(name: Wrapped) -> tuple[float, float]:
    return max(map(NAME.width, name.lines), default=0.0), 14.0 + (len(name.lines) - 1) * NAME.step


def _ground_of(plane: Plane, places: Sequence[Point]) -> Ground:
    area = plane.area
    lines = [Area(plane.x(at) - 2, area.top, plane.x(at) + 2, area.bottom) for at in {*_lines(plane.chart.x), 0.5}]
    lines += [Area(area.left, plane.y(at) - 2, area.right, plane.y(at) + 2) for at in {*_lines(plane.chart.y), 0.5}]
    return Ground(Area(area.left + 3, area.top + 3, area.right - 3, area.bottom - 3), places, lines)


def _corner(plane: Plane, taken: Sequence[Area]) -> tuple[float, float] | None:
    """Find a place for the words of the better corner where nothing stands, from its top right on."""
    if not plane.chart.has_better_corner:
        return None
    left, bottom = plane.x(plane.chart.x.better_half) + 6, plane.y(plane.chart.y.better_half) - 4
    right, top, width = plane.area.right - 6, plane.area.top + 6, NOTE.width(_CORNER)
    rules = [Area(left, plane.y(at) - 1, right, plane.y(at) + 1) for at in _lines(plane.chart.y)]
    for y in (top + 12, top + 26, bottom - 4, bottom - 18):
        for x in (right, left + width):
            area = Area(x - width, y - 12, x, y + 4)
            if Area(left, top, right, bottom).holds(area) and not any(area.meets(other) for other in (*taken, *rules)):
                return round(x), round(y)
    return None


def _point(plane: Plane, drawing: _Drawing, place: int) -> Iterator[Piece]:
    head, (x, y) = plane.chart.points[place].head, drawing.places[place]
    if not drawing.names:
        yield from _badge(x, y, place, head)
        return
    yield mark(x, y, head.place)
    label = drawing.labels[place]
    at = {1: (label.area.left, ""), -1: (label.area.right, "end"), 0: (x, "middle")}[label.side[0]]
    classes = f"{colour_of(head.place)} halo"
    yield text(at[0], label.area.top + 11.5, drawing.names[place], NAME, anchor=at[1], class_=classes)


def _badge(x: float, y: float, place: int, head: Head) -> Iterator[Piece]:
    yield path(x, y, "m0-9.5a9.5 9.5 0 1 0 .01 0z", f"open {colour_of(head.place)}")
    yield text(x, y + 4, str(place + 1), VALUE, anchor="middle")


def _list(chart: Quadrant, drawing: _Drawing, pen: Pen, width: int, y: float) -> tuple[list[Part], float]:
    """List the names of numbered points; nothing where the names stand beside them."""
    if drawing.names or not chart.points:
        return [Part() for _ in chart.points], y
    columns = 3 if width == WIDE else 2
    room = width / columns
    names = [NAME.wrap(point.head.label, room - 36, most=2, is_strict=True) for point in chart.points]
    parts: list[Part] = []
    y += 24
    for start in range(0, len(names), columns):
        row = names[start : start + columns]
        for column, name in enumerate(row):
            parts.append(_entry(chart.points[start + column], start + column, name, pen, (round(room * column), y)))
        y += max(len(name.lines) for name in row) * NAME.step + 9
    return parts, y - 12


def _entry(point: QuadrantPoint, place: int, name: Wrapped, pen: Pen, at: Point) -> Part:
    words = text(at[0] + 28, at[1], name, NAME, class_=colour_of(point.head.place))
    return Part(
        [*_badge(at[0] + 11, at[1] - 4, place, point.head), words], pen.href(point.head.ref), title_of(point.head)
    )


def _unplaced(chart: Quadrant, pen: Pen, width: int, y: float) -> tuple[list[Part], float]:
    """List the subjects of which too little is known, with what is said of them instead."""
    if not chart.unplaced:
        return [], y
    y += 22
    parts = [Part([text(0, y, "Without a place", NOTE)])]
    columns = 2 if width == WIDE else 1
    room = width / columns - 30
    y += 20
    for start in range(0, len(chart.unplaced), columns):
        deepest = 0
        for column, entry in enumerate(chart.unplaced[start : start + columns]):
            x, head = round(width / columns * column), entry.head
            name, lack = (
                NAME.wrap(head.label, room, most=1, is_strict=True),
                NOTE.wrap(lack_of(entry, pen), room, most=3),
            )
            signed = [mark(x + 6, y - 5, head.place, "open"), text(x + 18, y, name, NAME)]
            parts.append(Part(signed, pen.href(head.ref), title_of(head)))
            parts.append(Part([text(x + 18, y + 16, lack, NOTE)]))
            deepest = max(deepest, len(lack.lines))
        y += 16 + deepest * NOTE.step + 10
    return parts, y - 12
