"""What a picture of gaps says in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mkdocs_comparisons.model.values import Measure
from mkdocs_comparisons.renderers.svg.figures import Pen
from mkdocs_comparisons.renderers.words import format_first
from mkdocs_comparisons.views.dumbbell import Dumbbell, DumbbellRow
from mkdocs_comparisons.views.gaps import Gap
from mkdocs_comparisons.views.scope import Extent

_MOST_TOLD = 3
_HOW = {"": "about ", "~": "about ", ">": "more than ", "≥": "at least "}


def describe_gaps(chart: Dumbbell, pen: Pen) -> str:
    """Tell the first rows of a picture, those with a gap first."""
    rows = sorted(chart.rows, key=lambda row: row.gap is None)
    told = [f"{row.axis.head.title}: {_tell(chart, row, pen)}." for row in rows[:_MOST_TOLD]]
    left = len(rows) - len(told)
    return " ".join([*told, f"And {left} more."] if left else told)


def is_typical(row: DumbbellRow) -> bool:
    """Return whether a gap is between the middles of ranges, and so only a typical one."""
    places = (*row.gap.first, *row.gap.last) if row.gap else ()
    values = (row.cells[place].value for place in places)
    return any(isinstance(value, Measure) and value.base_low != value.base_high for value in values)


def notes_of(chart: Dumbbell) -> Iterator[str]:
    """Say what is not in the picture."""
    if count := _count(chart.extent, chart.attributes):
        yield count
    if chart.left_out:
        yield f"no number known: {format_first(chart.left_out, _MOST_TOLD)}"


def _count(extent: Extent, attributes: int) -> str:
    if extent.is_all:
        return "" if extent.total == attributes else f"{extent.total} of {attributes} attributes"
    rest = f" with numbers, of {attributes}" if extent.total < attributes else ""
    return f"{extent.words} attributes{rest}"


def _tell(chart: Dumbbell, row: DumbbellRow, pen: Pen) -> str:
    gap = row.gap
    if gap is None:
        values = zip(chart.subjects, row.cells, strict=True)
        return ", ".join(f"{head.title} {pen.words(cell.value)}" for head, cell in values)
    first, last = pen.words(row.cells[gap.first[0]].value), pen.words(row.cells[gap.last[0]].value)
    if not gap.amount:
        return f"{_names(chart, gap.first)} are equal, {first}"
    how_much = _HOW[gap.sign] + (f"{gap.amount[:-1]} times" if gap.is_ratio else gap.amount)
    return f"{_compare(chart, gap, how_much)} ({first} against {last})"


def _compare(chart: Dumbbell, gap: Gap, how_much: str) -> str:
    first, last = _names(chart, gap.first), _names(chart, gap.last)
    if gap.word == "apart":
        sides = " on one side and " if len(gap.first) + len(gap.last) > 2 else " and "
        end = " on the other" if len(gap.first) + len(gap.last) > 2 else ""
        return f"{first}{sides}{last}{end} are {how_much} apart"
    return f"{first} {how_much} {gap.word} than {last}"


def _names(chart: Dumbbell, places: Sequence[int]) -> str:
    return " and ".join(chart.subjects[place].title for place in places)
