"""Two to four subjects by their numbers: an axis for each attribute, and the gap between them at its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from markupsafe import Markup

from mkdocs_comparisons.model.dimensions import DiagramKind
from mkdocs_comparisons.renderers.svg.axes import Track, on_grid
from mkdocs_comparisons.renderers.svg.dumbbell_track import Drawn, draw_track
from mkdocs_comparisons.renderers.svg.figures import Frame, Pen, draw
from mkdocs_comparisons.renderers.svg.gap_words import describe_gaps, is_typical, notes_of
from mkdocs_comparisons.renderers.svg.legend import notes_below, subject_row, title_of
from mkdocs_comparisons.renderers.svg.pieces import HEAD, NAME, NOTE, VALUE, Piece, colour_of, line, mark, text
from mkdocs_comparisons.renderers.svg.sheets import NARROW, WIDE, Part, Sheet
from mkdocs_comparisons.views.dumbbell import Dumbbell, DumbbellRow
from mkdocs_comparisons.views.gaps import Gap
from mkdocs_comparisons.views.quantities import Axis

_TRACK = Track(left=14, length=292, ends=(2, NARROW - 2))
"""The same in both layouts, so that it stands in the markup once."""

_BESIDE = 222
"""How far to the right it stands in the wide one."""

_NAMES = 204
_GAPS = 118
_SIGN = 15
_PADDING = 14
_BETWEEN = 10
"""From the name to what stands below it, where it stands above."""


def render_dumbbell(chart: Dumbbell, pen: Pen) -> Markup:
    """Render the picture of the numbers of a few subjects."""
    frame = Frame.of(DiagramKind.DUMBBELL, chart, pen, describe_gaps(chart, pen))
    tracks = [draw_track(chart, row, pen, _TRACK) for row in chart.rows]
    return draw(frame, partial(_lay_out, chart, pen, tracks))


def _lay_out(chart: Dumbbell, pen: Pen, tracks: Sequence[Drawn], width: int) -> Sheet:
    parts, y = subject_row(chart.subjects, pen, width)
    lines: list[Piece] = []
    add = _add_wide if width == WIDE else _add_narrow
    for place, (row, drawn) in enumerate(zip(chart.rows, tracks, strict=True)):
        if place:
            lines.append(line(0, y, width, 0, "rule"))
        made, height = add(chart, row, pen, drawn, y)
        parts += made
        y += height
    parts.append(Part(lines))
    notes, below = notes_below(notes_of(chart), y, width)
    return Sheet(y + below, [*parts, notes])


def _add_wide(chart: Dumbbell, row: DumbbellRow, pen: Pen, drawn: Drawn, y: float) -> tuple[list[Part], float]:
    """Put a row's name and gap beside its axis, each in the middle of its height."""
    names, names_height = _names(row.axis, _NAMES)
    gap, gap_height = _gap(chart, row, WIDE)
    above = max(drawn.above, names_height / 2, gap_height / 2)
    axis = y + _PADDING + above
    below = max(drawn.below, names_height / 2, gap_height / 2)
    parts = _parts(row, pen, _moved(names, axis - names_height / 2), _moved(drawn.pieces, axis, _BESIDE))
    return [*parts, Part(_moved(gap, axis - gap_height / 2))], above + below + 2 * _PADDING


def _add_narrow(chart: Dumbbell, row: DumbbellRow, pen: Pen, drawn: Drawn, y: float) -> tuple[list[Part], float]:
    """Put a row's name and gap above its axis."""
    names, names_height = _names(row.axis, NARROW - _GAPS - 8)
    gap, gap_height = _gap(chart, row, NARROW)
    top = y + _PADDING
    height = max(names_height, gap_height) + _BETWEEN
    parts = _parts(row, pen, _moved(names, top), _moved(drawn.pieces, top + height + drawn.above))
    return [*parts, Part(_moved(gap, top))], height + drawn.above + drawn.below + 2 * _PADDING


def _parts(row: DumbbellRow, pen: Pen, names: list[Piece], track: list[Piece]) -> list[Part]:
    link = Part(names[:1], pen.href(row.axis.head.ref), title_of(row.axis.head))
    return [link, Part(names[1:]), Part(track)]


def _names(axis: Axis, width: float) -> tuple[list[Piece], float]:
    """Write an attribute's name and how to read its axis, from y = 0 down; return the height besides."""
    name = NAME.wrap(axis.head.label, width, most=3, is_strict=True)
    note = NOTE.wrap(axis.note, width, most=2, is_strict=True)
    height = len(name.lines) * NAME.step
    pieces = [text(0, 12, name, NAME)]
    if note.lines:
        pieces.append(text(0, height + 11, note, NOTE))
        height += len(note.lines) * NOTE.step
    return pieces, height


def _gap(chart: Dumbbell, row: DumbbellRow, right: float) -> tuple[list[Piece], float]:
    """Write how far subjects are apart, from y = 0 down; return the height besides."""
    gap = row.gap
    if gap is None:
        return [], 0
    if not gap.amount:
        return [text(right, 12, gap.word, NOTE, anchor="end")], 16
    pieces = _amount(chart, gap, right)
    words = f"typically {gap.word}" if is_typical(row) else gap.word
    pieces.append(text(right, 29, words, NOTE, anchor="end"))
    if len(chart.subjects) == 2 or gap.word == "apart":
        return pieces, 34
    return [*pieces, *_than(chart, gap, right)], 49


def _amount(chart: Dumbbell, gap: Gap, right: float) -> list[Piece]:
    """Write the amount, with the signs of who is better."""
    better = [chart.subjects[place] for place in gap.first] if gap.word != "apart" else []
    words, room = gap.sign + gap.amount, _GAPS - _SIGN * len(better)
    style = HEAD if HEAD.width(words) <= room else VALUE
    fitting = style.wrap(words, room, most=1, is_strict=True)
    colour = colour_of(better[0].place) if len(better) == 1 else ""
    x = right - on_grid(style.width(fitting.lines[0])) - 8
    signs = [mark(x - _SIGN * place, 7, head.place) for place, head in enumerate(reversed(better))]
    return [*reversed(signs), text(right, 12, fitting, style, anchor="end", class_=colour)]


def _than(chart: Dumbbell, gap: Gap, right: float) -> Iterator[Piece]:
    """Write who is compared with, where there are others."""
    others = [chart.subjects[place] for place in gap.last]
    x = right - 7 - _SIGN * (len(others) - 1)
    yield text(x - 11, 44, "than", NOTE, anchor="end")
    for place, head in enumerate(others):
        yield mark(x + _SIGN * place, 40, head.place)


def _moved(pieces: Sequence[Piece], y: float, x: float = 0) -> list[Piece]:
    return [Piece(piece.x + x, piece.y + y, piece.shape) for piece in pieces]
