"""Use cases and subjects as a table of signs: how well each fits."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import pairwise

from markupsafe import Markup

from mkdocs_comparisons.model.dimensions import DiagramKind
from mkdocs_comparisons.renderers.svg.column_heads import NAME_GAP, Columns, lay_out_heads
from mkdocs_comparisons.renderers.svg.dot_signs import Sign, define, draw_sign, sign_of
from mkdocs_comparisons.renderers.svg.figures import Frame, Pen, draw
from mkdocs_comparisons.renderers.svg.fit_words import counts, listed, name, named
from mkdocs_comparisons.renderers.svg.legend import notes_below, title_of
from mkdocs_comparisons.renderers.svg.pieces import LABEL, NAME, NOTE, Piece, path, text
from mkdocs_comparisons.renderers.svg.shapes import number
from mkdocs_comparisons.renderers.svg.sheets import Part, Sheet
from mkdocs_comparisons.renderers.words import NO_CLAIM, UNKNOWN, clip
from mkdocs_comparisons.views.dots import DotsChart
from mkdocs_comparisons.views.scope import Head

_ROW = 36
_LEGEND_ROW = 30
_SIGN_ROOM = 30
_LEGEND_GAP = 18
_LONGEST_NAME = 60

_Signs = list[list[Sign]]
"""Use case by use case."""


def render_dots(chart: DotsChart, pen: Pen) -> Markup:
    """Render a table of signs."""
    signs = [[sign_of(verdict) for verdict in row] for row in chart.verdicts]
    table = _table(chart, signs, pen)
    frame = Frame.of(DiagramKind.DOTS, chart, pen, " ".join(_describe(chart, signs, pen)))
    return draw(
        frame, partial(_lay_out, chart, table, pen), definitions=define((sign for sign, _ in table.legend), pen.key)
    )


@dataclass(frozen=True, slots=True)
class _Table:
    """What both layouts show, whatever their width."""

    rows: Sequence[Head]
    heads: Sequence[Head]
    cells: Sequence[Sequence[Piece]]
    """Row by row, each as if it stood at the origin."""

    legend: Sequence[tuple[Sign, str]]


def _table(chart: DotsChart, signs: _Signs, pen: Pen) -> _Table:
    names = [clip(head.label, _LONGEST_NAME) for head in chart.subjects]
    draw_at_origin = cache(partial(draw_sign, 0, 0, key=pen.key))
    cells = [
        [
            draw_at_origin(sign, f"{subject}: {pen.words(verdict.value)}")
            for subject, sign, verdict in zip(names, row_signs, row, strict=True)
        ]
        for row_signs, row in zip(signs, chart.verdicts, strict=True)
    ]
    legend = tuple(_legend(chart, {sign for row in signs for sign in row}, pen))
    if chart.is_flipped:
        return _Table(chart.subjects, chart.use_cases, list(zip(*cells, strict=True)), legend)
    return _Table(chart.use_cases, chart.subjects, cells, legend)


def _legend(chart: DotsChart, signs: Collection[Sign], pen: Pen) -> Iterator[tuple[Sign, str]]:
    """Yield the levels, the best first, and of the other signs those that occur."""
    levels: dict[Sign, dict[str, None]] = {Sign.BEST: {}, Sign.BETWEEN: {}, Sign.LEAST: {}}
    for scale in chart.scales:
        for place, level in enumerate(scale):
            sign = Sign.LEAST if place == 0 else Sign.BEST if place == len(scale) - 1 else Sign.BETWEEN
            levels[sign][pen.words(level)] = None
    yield from ((sign, ", ".join(words)) for sign, words in levels.items() if words)
    others = ((Sign.UNKNOWN, UNKNOWN), (Sign.NOT_APPLICABLE, "not applicable"), (Sign.MISSING, NO_CLAIM))
    yield from ((sign, words) for sign, words in others if sign in signs)


def _lay_out(chart: DotsChart, table: _Table, pen: Pen, width: int) -> Sheet:
    row_style, head_style = (NAME, LABEL) if chart.is_flipped else (LABEL, NAME)
    longest = max((row_style.width(clip(head.label, _LONGEST_NAME)) for head in table.rows), default=0)
    columns = Columns.fitting(table.heads, head_style, longest, width)
    parts, y = lay_out_heads(table.heads, columns, head_style, pen.href)
    lines, tops, places = Part(), [y], columns.places
    parts.append(lines)
    for head, cells in zip(table.rows, table.cells, strict=True):
        words = row_style.wrap(head.label, columns.names - NAME_GAP, most=3)
        height = max(_ROW, len(words.lines) * row_style.step + 14)
        middle = y + height / 2
        first = middle - (len(words.lines) - 1) * row_style.step / 2 + 4.5
        parts.append(Part([text(columns.left, first, words, row_style)], pen.href(head.ref), title_of(head)))
        parts.append(Part([Piece(x, middle + dy, shape) for x, (_, dy, shape) in zip(places, cells, strict=True)]))
        y += height
        tops.append(y)
    lines.pieces.append(path(columns.left, tops[0], _rules(tops, columns.width), "rule"))
    return _lay_out_end(chart, table, pen, width, parts, y + 10)


def _lay_out_end(chart: DotsChart, table: _Table, pen: Pen, width: int, parts: Sequence[Part], y: float) -> Sheet:
    legend, height = _lay_out_legend(table.legend, pen.key, y, width)
    said = counts([(chart.subject_extent, chart.subject_noun), (chart.extent, chart.noun)], chart.attributes)
    note, below = notes_below(said, y + height + 2, width)
    return Sheet(y + height + 2 + below, [*parts, legend, note])


def _rules(tops: Sequence[float], width: float) -> str:
    across = number(width)
    steps = [f"m-{across} {number(below - above)}h{across}" for above, below in pairwise(tops)]
    return f"h{across}{''.join(steps)}"


def _lay_out_legend(entries: Iterable[tuple[Sign, str]], key: str, y: float, width: int) -> tuple[Part, float]:
    """Lay out the signs with their words in centred lines, and return the height that they need, too."""
    shown = [(sign, NOTE.wrap(words, 200, most=1)) for sign, words in entries]
    rooms = [_SIGN_ROOM + int(NOTE.width(words.lines[0] if words.lines else "")) for _, words in shown]
    part, lines = Part(), list(_in_lines(rooms, width))
    for place, line in enumerate(lines):
        x: float = (width - sum(rooms[at] for at in line) - _LEGEND_GAP * (len(line) - 1)) // 2
        middle = y + place * _LEGEND_ROW + _LEGEND_ROW / 2
        for at in line:
            sign, words = shown[at]
            part.pieces.append(draw_sign(x + 12, middle, sign, "", key))
            part.pieces.append(text(x + _SIGN_ROOM, middle + 4, words, NOTE))
            x += rooms[at] + _LEGEND_GAP
    return part, len(lines) * _LEGEND_ROW


def _in_lines(rooms: Sequence[int], width: int) -> Iterator[list[int]]:
    line: list[int] = []
    for place, room in enumerate(rooms):
        if line and sum(rooms[at] for at in line) + _LEGEND_GAP * len(line) + room > width:
            yield line
            line = []
        line.append(place)
    if line:
        yield line


def _describe(chart: DotsChart, signs: _Signs, pen: Pen) -> Iterator[str]:
    best = [[at for at, sign in enumerate(row) if sign is Sign.BEST] for row in signs]
    words = " or ".join(dict.fromkeys(pen.words(scale[-1]) for scale in chart.scales if scale))
    of_these = ""
    if not chart.subject_extent.is_all:
        # What holds for the subjects of one picture may not hold for those of the others.
        yield f"Shown: {chart.subject_extent.words} {clip(chart.subject_noun)}."
        of_these = "of these "
    wins = [sum(at in row for row in best) for at in range(len(chart.subjects))]
    if most := max(wins, default=0):
        leaders = [head for head, count in zip(chart.subjects, wins, strict=True) if count == most]
        each = " each" if len(leaders) > 1 else ""
        start = f"{of_these}most often"
        count = f"{most} of {len(chart.use_cases)} {chart.noun}{each}"
        yield f"{start[0].upper()}{start[1:]} {words}: {named(leaders)} ({count})."
    alone = [(head, row[0]) for head, row in zip(chart.use_cases, best, strict=True) if len(row) == 1]
    if alone and len(chart.subjects) > 1:
        told = listed([f"{name(chart.subjects[at])} for {name(head)}" for head, at in alone])
        yield f"The only one {of_these}that is {words}: {told}."
    nowhere = [head for head, row in zip(chart.use_cases, best, strict=True) if not row]
    if nowhere:
        yield f"None {of_these}is known to be {words} for {named(nowhere)}."
    if open_ := sum(row.count(Sign.UNKNOWN) + row.count(Sign.MISSING) for row in signs):
        yield f"Nothing is known in {open_} of {len(chart.subjects) * len(chart.use_cases)} cases."
