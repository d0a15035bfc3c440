"""Two subjects face to face, with the attribute's name between what is said of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from mkdocs_comparisons.model.dimensions import DiagramKind
from mkdocs_comparisons.model.values import State, Value, state_of
from mkdocs_comparisons.renderers.svg.figures import Frame, Pen, draw
from mkdocs_comparisons.renderers.svg.legend import count_note, subject_link, title_of
from mkdocs_comparisons.renderers.svg.pieces import LABEL, NAME, Piece, box, colour_of, text
from mkdocs_comparisons.renderers.svg.sheets import WIDE, Part, Sheet
from mkdocs_comparisons.renderers.svg.wrapping import Wrapped
from mkdocs_comparisons.views.butterfly import Butterfly, ButterflyRow

_HEADS = 34
_GAP = 8
_INNER = 12
_MOST_LINES = 5
_LEAST_BETWEEN = 80
_MOST_BETWEEN = 164
"""Room between the sides."""


def render_butterfly(chart: Butterfly, pen: Pen) -> Markup:
    """Render the picture of two subjects."""
    frame = Frame.of(DiagramKind.BUTTERFLY, chart, pen, _describe(chart, pen))
    return draw(frame, partial(_lay_out, chart, pen))


def _describe(chart: Butterfly, pen: Pen) -> str:
    known = [row for row in chart.rows if row.is_known]
    differing = [row for row in known if not row.is_same]
    shown = "" if chart.extent.is_all else f" ({chart.extent.words})"
    told = (f"{row.head.title}: {pen.words(row.left)} against {pen.words(row.right)}." for row in differing[:3])
    count = f"{len(differing)} of {len(chart.rows)} attributes{shown}"
    start = f"{chart.left.title} and {chart.right.title} differ in {count}."
    absent = len(chart.rows) - len(known)
    end = f"Of {absent} attributes not both are known." if absent else ""
    return " ".join(filter(None, [start, *told, end]))


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the sides stand: the name between them, or above them where there is no room."""

    side: float
    right: float
    is_stacked: bool

    @classmethod
    def at(cls, width: int, names: float) -> _Columns:
        """Divide a width; where the names stand between the sides, they take what they need, and not too much."""
        if width < WIDE:
            return cls((width - _GAP) / 2, (width + _GAP) / 2, is_stacked=True)
        between = min(max(names + 2 * _INNER, _LEAST_BETWEEN), _MOST_BETWEEN)
        side = (width - between) // 2
        return cls(side, width - side, is_stacked=False)


def _lay_out(chart: Butterfly, pen: Pen, width: int) -> Sheet:
    names = max((NAME.width(row.head.label) for row in chart.rows), default=0)
    columns = _Columns.at(width, names)
    parts = [
        subject_link(head, pen, x, 18, columns.side) for head, x in ((chart.left, 0), (chart.right, columns.right))
    ]
    y = float(_HEADS)
    for row in chart.rows:
        made, height = _row(chart, row, pen, columns, y, width)
        parts += made
        y += height + _GAP
    parts.append(count_note(chart.extent, "attributes", y + 14))
    return Sheet(y + (0 if chart.extent.is_all else 20), parts)


def _row(
    chart: Butterfly, row: ButterflyRow, pen: Pen, columns: _Columns, y: float, width: int
) -> tuple[list[Part], float]:
    texts = [
        LABEL.wrap(pen.words(value), columns.side - 2 * _INNER, most=_MOST_LINES) for value in (row.left, row.right)
    ]
    between = width - 2 * _INNER if columns.is_stacked else columns.right - columns.side - 2 * _INNER
    name = NAME.wrap(row.head.label, between, most=2 if columns.is_stacked else 3)
    above = len(name.lines) * NAME.step + 10 if columns.is_stacked else 0
    height = max(36.0, *(len(words.lines) * LABEL.step + 16 for words in texts))
    if not columns.is_stacked:
        height = max(height, len(name.lines) * NAME.step + 12)
    middle = y + above + height / 2
    baseline = y + 16 if columns.is_stacked else middle - (len(name.lines) - 1) * NAME.step / 2 + 4.5
    link = text(width / 2, baseline, name, NAME, anchor="middle")
    sides = list(_sides(chart, row, texts, columns, (y + above, height)))
    return [Part(sides[:2]), Part([link], pen.href(row.head.ref), title_of(row.head)), Part(sides[2:])], above + height


def _sides(
    chart: Butterfly, row: ButterflyRow, texts: list[Wrapped], columns: _Columns, room: tuple[float, float]
) -> Iterator[Piece]:
    y, height = room
    sides = ((0.0, chart.left.place, row.left), (columns.right, chart.right.place, row.right))
    for (x, place, value), words in zip(sides, texts, strict=True):
        yield box(x, y, columns.side, height, _class(value, place, is_same=row.is_same))
        first = y + height / 2 - (len(words.lines) - 1) * LABEL.step / 2 + 4.5
        yield text(x + columns.side / 2, first, words, LABEL, anchor="middle")


def _class(value: Value | None, place: int, *, is_same: bool) -> str:
    if state_of(value) is not State.KNOWN:
        return "edge"
    return "plain" if is_same else f"tint {colour_of(place)}"
