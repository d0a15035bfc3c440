"""Events one below the other, along a line that runs down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_comparisons.renderers.svg.pieces import VALUE, Piece, colour_of, mark, text
from mkdocs_comparisons.renderers.svg.timeline_lanes import Label, repeated
from mkdocs_comparisons.renderers.svg.wrapping import Wrapped

_MOST_DATE = 112
_LINE = 14
_NAME = 28
"""From the dates to the line, and to the names."""

_STRETCH = 90
"""By how much all rows move apart together, so that more time takes more room."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The events of a lane, measured."""

    labels: Sequence[Label]
    dates: Sequence[Wrapped]
    names: Sequence[Wrapped]
    tops: Sequence[float]
    """Where each begins, from the first."""

    height: float
    dates_width: float

    @property
    def line_x(self) -> float:
        return self.dates_width + _LINE

    @property
    def line_height(self) -> float:
        """From the first mark to the last one."""
        return max((top for top, is_same in zip(self.tops, self._repeated, strict=True) if not is_same), default=0)

    @property
    def _repeated(self) -> list[bool]:
        """Which events have the mark of the one before them."""
        return [
            is_same and not label.has_sign for label, is_same in zip(self.labels, repeated(self.labels), strict=True)
        ]

    def pieces(self, place: int, y: float) -> Iterator[Piece]:
        """Draw an event; `y` is the height of the first one's middle."""
        label, at = self.labels[place], y + self.tops[place]
        if not self._repeated[place]:
            yield mark(self.line_x, at, label.event.subject.place)
        yield text(0, at + 4.5, self.dates[place], VALUE)
        class_ = colour_of(label.event.subject.place) if label.has_sign else ""
        yield text(self.dates_width + _NAME, at + 4.5, self.names[place], label.style, class_=class_)


def rows_of(labels: Sequence[Label], dates_width: float, width: float, time: float) -> Rows:
    """Measure events in rows; `time` is how many days all of them cover."""
    dates = [VALUE.wrap(label.date, dates_width, most=2, is_strict=True) for label in labels]
    names = [
        label.style.wrap(label.head.label, width - dates_width - _NAME, most=3, is_strict=True) for label in labels
    ]
    tops: list[float] = []
    y, last = 0.0, labels[0].event.span.first if labels else 0
    for label, date, name in zip(labels, dates, names, strict=True):
        y += round(_STRETCH * (label.event.span.first - last) / time) if time else 0
        last = label.event.span.first
        tops.append(y)
        y += max(len(date.lines) * VALUE.step, len(name.lines) * label.style.step, 15) + 8
    return Rows(labels, dates, names, tops, y, dates_width)


def dates_width_of(labels: Sequence[Label]) -> float:
    """Return the width of the column of dates."""
    return min(_MOST_DATE, max((VALUE.width(label.date) for label in labels), default=0))
