"""Labels above a line, each over its day and none over another: in lanes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from mkdocs_comparisons.model.values import Day
from mkdocs_comparisons.renderers.svg.figures import Pen
from mkdocs_comparisons.renderers.svg.pieces import LABEL, NAME, TICK, VALUE, Style
from mkdocs_comparisons.renderers.svg.sheets import WIDE
from mkdocs_comparisons.renderers.svg.wrapping import Wrapped
from mkdocs_comparisons.views.scope import Head
from mkdocs_comparisons.views.time_axis import Tick, TimeAxis, build_time_axis
from mkdocs_comparisons.views.timeline import Event, Timeline

STEM_GAP = 6
"""From the line up to a label to the label."""

SIGN_ROOM = 18
"""What a subject's sign before its name needs."""

DATE_GAP = 4
_LEAST_LABEL = 262
_MOST_LABEL = 400
_MARGIN = 6
"""At the right, for fonts whose bold letters are wider than reckoned."""

_LABELS_APART = 10
_TICKS_APART = 12
_LEAST_LENGTH = 398
"""An axis is at least so long, in px, however wide the last labels are."""

_LENGTH = 620
"""An axis is so long where the last labels are short."""


@dataclass(frozen=True, slots=True)
class Label:
    """What stands at an event, measured."""

    event: Event
    date: str
    room: float
    """How wide it may be, in one line."""

    has_sign: bool

    @property
    def head(self) -> Head:
        return self.event.subject if self.has_sign else self.event.attribute

    @property
    def style(self) -> Style:
        return NAME if self.has_sign else LABEL

    @property
    def start(self) -> float:
        """Where the name begins, counted from the beginning of the date."""
        if self.has_sign:
            return VALUE.width(self.date) + DATE_GAP + SIGN_ROOM
        # The name goes on where the date ends: nothing has to be kept free for the widest of fonts.
        return LABEL.width(self.date) + DATE_GAP

    def widened(self, ruler: Ruler, width: float) -> Label:
        """Return it with all the room that there is to the right of it."""
        right = width - _MARGIN - STEM_GAP - ruler.x(self.event.span.first)
        return replace(self, room=max(self.room, min(right, _MOST_LABEL)))

    def line(self) -> Wrapped:
        """Return the name in one line."""
        return self.style.wrap(self.head.label, self.room - self.start, most=1, is_strict=True)

    @property
    def width(self) -> float:
        """Return the room for all of it in one line."""
        return self.start + max(map(self.style.width, self.line().lines), default=0)


def label_of(event: Event, pen: Pen, axis: TimeAxis, *, is_shared: bool) -> Label:
    """Measure what stands at an event: its date, and the attribute; where subjects share a lane, the subject."""
    # A date that a site writes in very many words is cut, so that the name has room beside it.
    date = VALUE.wrap(pen.words(event.value), _LEAST_LABEL - 100, most=1)
    # Early labels may be long: they don't make the axis shorter.
    room = min(max(_LEAST_LABEL, WIDE - 20 - axis.share(event.span.first) * _LENGTH), _MOST_LABEL)
    return Label(event, date.lines[0] if date.lines else "", room, is_shared)


@dataclass(frozen=True, slots=True)
class Ruler:
    """An axis on the page."""

    axis: TimeAxis
    names: tuple[str, ...]
    """Those of the ticks."""

    left: float
    right: float

    def x(self, day: int) -> float:
        """Return where a day stands."""
        return round(self.left + self.axis.share(day) * (self.right - self.left), 1)


def axis_of(chart: Timeline, pen: Pen) -> TimeAxis:
    """Return the axis of a chart's dates."""

    def fits(ticks: Sequence[Tick], nearest: float) -> bool:
        widest = max(TICK.width(_name(tick, pen)) for tick in ticks)
        return widest + _TICKS_APART <= nearest * _LEAST_LENGTH

    return build_time_axis(chart.spans, fits)


def ruler_of(axis: TimeAxis, labels: Sequence[Label], pen: Pen, width: float) -> Ruler:
    """Lay out an axis: as long as leaves room for the last labels."""
    names = tuple(_name(tick, pen) for tick in axis.ticks)
    ends = [TICK.width(name) / 2 for name in names]
    left = max(8, ends[0] if ends else 0)
    right = width - max(8, ends[-1] if ends else 0)
    for label in labels:
        share = axis.share(label.event.span.first)
        if share > 0:
            right = min(right, left + (width - _MARGIN - STEM_GAP - label.width - left) / share)
    return Ruler(axis, names, left, right)


def _name(tick: Tick, pen: Pen) -> str:
    return pen.words(Day(tick.written))


def lanes_of(labels: Sequence[Label], ruler: Ruler) -> list[int]:
    """Return the lane of each label, counted from the line up; labels come in the order of their dates.

    From the latest to the earliest, each gets the lowest lane that no label and no line up to another one crosses.
    """
    placed: list[tuple[float, int]] = []
    for label in reversed(labels):
        x = ruler.x(label.event.span.first)
        end = x + STEM_GAP + label.width + _LABELS_APART
        # Later labels begin further right: those that begin within this one stand in its way up to their lane.
        # At the same day, the two have one line up, which crosses neither.
        blocked = max((lane for at, lane in placed if x + 1 < at < end), default=-1)
        same = max((lane for at, lane in placed if at <= x + 1), default=-1)
        placed.append((x, max(blocked, same) + 1))
    return [lane for _, lane in reversed(placed)]


def repeated(labels: Sequence[Label]) -> list[bool]:
    """Return for each label whether its day is that of the one before it."""
    days = [label.event.span.first for label in labels]
    return [False, *(before == after for before, after in pairwise(days))][: len(days)]
