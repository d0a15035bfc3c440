"""One stack of boxes: its layers from the top to the bottom, with a frame around what the boundary isolates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from mkdocs_comparisons.renderers.svg.figures import Pen
from mkdocs_comparisons.renderers.svg.pieces import NAME, NOTE, SMALL, VALUE, Piece, Style, box, text
from mkdocs_comparisons.renderers.svg.sheets import NARROW, Part
from mkdocs_comparisons.renderers.svg.wrapping import WORD_GRACE, Wrapped
from mkdocs_comparisons.views.stack import Course, Stack, StackChart, Tier

ROOM = NARROW
"""A stack is as wide as the narrow layout, so that both layouts share its pieces."""

FRAME = "edge"
NEUTRAL = "o"
_GAP = 6
_BETWEEN = 8
"""From one instance to the next."""

_INSIDE = 8
"""From the boundary to the boxes inside."""

_EDGE = 5
"""From a box's side to its text."""

_LEAST = 40
_COLOURS = ("s7", "s6", "s2", "s3", "s1", "s4")
"""What is at the bottom of the first stack, and so of most of them, is the quietest."""


def colour_class(course: Course) -> str:
    """Return the class of a layer's colour."""
    return NEUTRAL if course.colour is None else _COLOURS[course.colour]


def hatched(x: float, y: float, width: float, height: float, key: str) -> Piece:
    """Draw hatching, over a box or alone."""
    return box(x, y, width, height, "", fill=f"url(#{key}-hatch)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Brush:
    """What all stacks of a picture are drawn with."""

    pen: Pen
    instances: int
    mark: str
    """The mark that the legend explains; each box says any other itself."""

    heights: Mapping[str, float]
    """How high the layers of a role are, in all stacks."""


def brush_of(chart: StackChart, pen: Pen) -> Brush:
    """Return what the stacks of a chart are drawn with."""
    marks = {course.mark for stack in chart.stacks for _, course in stack.courses if course.mark}
    # With one hatching for several marks, no legend could tell which is meant.
    bare = Brush(
        pen=pen, instances=chart.instances, mark=marks.pop() if len(marks) == 1 else "", heights=MappingProxyType({})
    )
    heights: dict[str, float] = {}
    for stack in chart.stacks:
        for tier, course in stack.courses:
            needed = _words(course, _Columns.of(tier, bare).box, bare).height + 22
            heights[course.role] = max(needed, heights.get(course.role, _LEAST))
    return Brush(pen=pen, instances=bare.instances, mark=bare.mark, heights=heights)


def draw_boxes(stack: Stack, brush: Brush) -> tuple[list[Part], float]:
    """Draw the boxes of a stack whose top left corner is at 0, 0.

    Returns:
        The parts from the top to the bottom, and the height in px.
    """
    if not stack.tiers:
        return [_nothing(stack, brush.pen)], _LEAST
    frames, parts, y = Part(), list[Part](), 0.0
    for tier in reversed(stack.tiers):
        columns = _Columns.of(tier, brush)
        top = y
        y += columns.inset
        for course in reversed(tier.courses):
            parts.append(_course(course, columns, y, brush))
            y += brush.heights[course.role] + _GAP
        y += columns.inset - _GAP
        if tier.is_bounded:
            frames.pieces += [box(x, top, columns.column, y - top, FRAME, round=8) for x in columns.starts()]
        y += _GAP
    return [frames, *parts], y - _GAP


@dataclass(frozen=True, slots=True)
class _Columns:
    """The places of a tier's boxes: one an instance, or a single one."""

    count: int
    inset: float

    @classmethod
    def of(cls, tier: Tier, brush: Brush) -> _Columns:
        return cls(brush.instances if tier.is_repeated else 1, _INSIDE if tier.is_bounded else 0)

    @property
    def column(self) -> float:
        return (ROOM - _BETWEEN * (self.count - 1)) / self.count

    @property
    def box(self) -> float:
        return self.column - 2 * self.inset

    def starts(self) -> list[float]:
        return [place * (self.column + _BETWEEN) for place in range(self.count)]


def _course(course: Course, columns: _Columns, y: float, brush: Brush) -> Part:
    """Draw a layer: one link, however many instances there are."""
    height, width = brush.heights[course.role], columns.box
    words = _words(course, width, brush)
    part = Part(href=brush.pen.href(course.ref) if course.ref else "")
    for place, start in enumerate(columns.starts()):
        x = start + columns.inset
        part.pieces.append(box(x, y, width, height, f"tint {colour_class(course)}"))
        if course.mark:
            part.pieces.append(hatched(x, y, width, height, brush.pen.key))
        part.pieces += words.pieces(x + width / 2, y + height / 2, is_copy=place > 0)
    return part


def _nothing(stack: Stack, pen: Pen) -> Part:
    words = NOTE.wrap(pen.words(stack.value), ROOM - 2 * _EDGE, most=1)
    return Part(
        [box(0, 0, ROOM, _LEAST, FRAME), text(ROOM / 2, _LEAST / 2 + _rise(NOTE, 0), words, NOTE, anchor="middle")]
    )


@dataclass(frozen=True, slots=True)
class _Words:
    """What stands in a box."""

    label: Wrapped
    style: Style
    note: Wrapped

    @property
    def height(self) -> float:
        return len(self.label.lines) * self.style.step + len(self.note.lines) * SMALL.step

    def pieces(self, x: float, middle: float, *, is_copy: bool) -> Iterator[Piece]:
        """Write them about a point; copies are not read out."""
        y = middle - self.height / 2
        yield _once(text(x, y + _rise(self.style), self.label, self.style, anchor="middle"), is_copy=is_copy)
        if self.note.lines:
            y += len(self.label.lines) * self.style.step
            yield _once(text(x, y + _rise(SMALL), self.note, SMALL, anchor="middle"), is_copy=is_copy)


def _words(course: Course, width: float, brush: Brush) -> _Words:
    label, room = brush.pen.text(course.label).strip() or "–", width - 2 * _EDGE
    style = NAME if width > ROOM / 2 else VALUE
    longest = max(map(style.width, label.split()), default=0)
    if style is VALUE and (longest > room + WORD_GRACE or style.wrap(label, room).whole):
        style = SMALL
    notes = [course.mark if course.mark != brush.mark else "", brush.pen.text(course.note) if course.note else ""]
    note = " · ".join([each for each in notes if each])
    return _Words(style.wrap(label, room), style, SMALL.wrap(note, room) if note else Wrapped(()))


def _once(piece: Piece, *, is_copy: bool) -> Piece:
    return piece._replace(shape=piece.shape.replace("<text", '<text aria-hidden="true"', 1)) if is_copy else piece


def _rise(style: Style, step: float | None = None) -> float:
    """Return how far below a line's top, or its middle where `step` is 0, the letters stand."""
    return (style.step if step is None else step) / 2 + style.size * 0.35
