"""Who says the same: for each attribute a row a value, with the subjects that share it as pills."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from math import ceil

from markupsafe import Markup

from mkdocs_comparisons.model.dimensions import DiagramKind
from mkdocs_comparisons.model.values import State
from mkdocs_comparisons.renderers.svg.figures import Frame, Pen, draw
from mkdocs_comparisons.renderers.svg.legend import count_note, title_of
from mkdocs_comparisons.renderers.svg.pieces import HEAD, LABEL, NAME, NOTE, VALUE, Piece, box, colour_of, line, text
from mkdocs_comparisons.renderers.svg.sheets import WIDE, Part, Sheet
from mkdocs_comparisons.renderers.words import clip
from mkdocs_comparisons.views.groups import Block, Group, Groups
from mkdocs_comparisons.views.scope import Head

_PILL = 26
_PILL_GAP = 6
_PILL_SIDE = 11
_LEAST_PILL = 44
_MOST_PILL = 304
"""What the narrow layout has room for."""

_BAR = 5
_GROUP_GAP = 12
_BLOCK_GAP = 28
_HEAD_ROOM = 36
_COUNT_ROOM = 44
_MOST_TOLD = 3
_BY_PARTS = "may stand in several"


def render_groups(chart: Groups, pen: Pen) -> Markup:
    """Render the picture of some groups."""
    frame = Frame.of(DiagramKind.GROUPS, chart, pen, _describe(chart, pen))
    heads = {head.place: head for block in chart.blocks for group in block.groups for head in group.subjects}
    pills = {place: _Pill.of(head, pen) for place, head in heads.items()}
    return draw(frame, partial(_lay_out, chart, pen, pills))


def _describe(chart: Groups, pen: Pen) -> str:
    told = [f"{block.head.title}: {_tell(block, pen)}." for block in chart.blocks[:_MOST_TOLD]]
    if rest := len(chart.blocks) - _MOST_TOLD:
        told += [f"{rest} more below." for _ in range(rest > 0)]
    return " ".join(told)


def _tell(block: Block, pen: Pen) -> str:
    told = [f"{clip(pen.words(group.value), 60)} for {_count(group)}" for group in block.groups]
    if len(told) > _MOST_TOLD + 1:
        told = [*told[:_MOST_TOLD], f"{len(told) - _MOST_TOLD} more values"]
    return " and ".join([", ".join(told[:-1]), told[-1]] if len(told) > 1 else told)


def _count(group: Group) -> str:
    shown = len(group.subjects)
    return str(shown) if shown == group.total else f"{shown} of {group.total}"


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where things stand: the value's words before the bar, or above the pills where there is no room."""

    bar: float
    pills: float
    width: int

    @classmethod
    def at(cls, width: int) -> _Columns:
        return cls(212, 228, width) if width == WIDE else cls(0, 16, width)

    @property
    def is_stacked(self) -> bool:
        return not self.bar


def _lay_out(chart: Groups, pen: Pen, pills: Mapping[int, _Pill], width: int) -> Sheet:
    columns = _Columns.at(width)
    parts: list[Part] = []
    y = 0.0
    for block in chart.blocks:
        parts += _head(block, chart, pen, y, width)
        y += _HEAD_ROOM
        for group in block.groups:
            made, height = _group(group, pills, pen, columns, y)
            parts += made
            y += height + _GROUP_GAP
        y += _BLOCK_GAP - _GROUP_GAP
    y -= _BLOCK_GAP
    for extent, noun in ((chart.subjects, chart.noun), (chart.attributes, "attributes")):
        parts.append(count_note(extent, noun, y + 26))
        y += 0 if extent.is_all else 20
    return Sheet(y + 10, parts)


def _head(block: Block, chart: Groups, pen: Pen, y: float, width: int) -> list[Part]:
    note = f"{chart.noun} {_BY_PARTS}" if block.is_by_parts else ""
    name = HEAD.wrap(block.head.label, width * (0.5 if note else 0.94), most=1)
    pieces: list[Piece] = [line(0, y + 24, width, 0, "rule")]
    if note:
        room = width - HEAD.width("".join(name.lines)) - 12
        pieces.append(text(width, y + 14, NOTE.wrap(note, room, most=1), NOTE, anchor="end"))
    return [Part([text(0, y + 14, name, HEAD)], pen.href(block.head.ref), title_of(block.head)), Part(pieces)]


def _group(group: Group, pills: Mapping[int, _Pill], pen: Pen, columns: _Columns, y: float) -> tuple[list[Part], float]:
    style = NAME if group.state is State.KNOWN else NOTE
    right = columns.width if columns.is_stacked else columns.bar - 10
    count = VALUE.width(_count(group)) + 8
    words = style.wrap(pen.words(group.value).strip() or "–", right - max(_COUNT_ROOM, count), most=3, is_strict=True)
    room = len(words.lines) * style.step
    above = room + 6 if columns.is_stacked else 0
    baseline = y + (12 if columns.is_stacked else 18)
    made, height = _flow(group, pills, columns, y + above)
    own: list[Piece] = [
        text(0, baseline, words, style),
        text(right, baseline, _count(group), VALUE, anchor="end"),
        box(columns.bar, y + above, _BAR, height, f"solid {_colour(group)}", round=2),
    ]
    return [Part(own), *made], max(above + height, room + 9)


def _flow(group: Group, pills: Mapping[int, _Pill], columns: _Columns, y: float) -> tuple[list[Part], float]:
    """Lay out the subjects of a group in lines."""
    parts: list[Part] = []
    top, x = y, columns.pills
    class_ = f"tint {_colour(group)}" if group.state is State.KNOWN else "edge"
    for head in group.subjects:
        pill = pills[head.place]
        if x > columns.pills and x + pill.width > columns.width:
            x, y = columns.pills, y + _PILL + _PILL_GAP
        pieces = [Piece(x, y, _outline(pill.width, class_)), Piece(x + pill.width / 2, y + 18, pill.words)]
        parts.append(Part(pieces, pill.href, pill.title))
        x += pill.width + _PILL_GAP
    return parts, y + _PILL - top


@dataclass(frozen=True, slots=True)
class _Pill:
    """A subject's name in a box: the same in all groups and in both layouts."""

    width: int
    words: str
    """The shape of its text."""

    href: str
    title: str

    @classmethod
    def of(cls, head: Head, pen: Pen) -> _Pill:
        words = text(0, 0, LABEL.wrap(head.label, _MOST_PILL - 10, most=1), LABEL, anchor="middle")
        return cls(_pill_width(head), words.shape, pen.href(head.ref), title_of(head))


def _pill_width(head: Head) -> int:
    room = LABEL.width(head.label)
    # The widths that are reckoned with are those of wide fonts: where the sides are free, they need not be.
    width = min(max(room * 0.93 + 2 * _PILL_SIDE, room + 8, _LEAST_PILL), _MOST_PILL)
    # Even numbers, so that all places are whole ones, which are short to write.
    return 2 * ceil(width / 2)


@lru_cache(maxsize=2_048)
def _outline(width: int, class_: str) -> str:
    return box(0, 0, width, _PILL, class_, round=_PILL / 2).shape


def _colour(group: Group) -> str:
    return "o" if group.colour is None else colour_of(group.colour)
