"""Pictures of dates, read back and compared with the data they were drawn from."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import Kind, ValueType
from mkdocs_comparisons.model.values import Day, NotApplicable, Unknown
from mkdocs_comparisons.renderers.svg.sheets import NARROW, WIDE
from mkdocs_comparisons.renderers.svg.timeline import render_timeline
from mkdocs_comparisons.views.timeline import Timeline, build_timeline, refuse_timeline
from tests.renderers.svg.reading import Shape, description_of, found_in, shapes_of, value_of
from tests.renderers.svg.samples import PEN, compare, scope_of

SOME = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
DATE = ValueType(kind=Kind.DATE)


@st.composite
def dated(draw: st.DrawFn) -> Comparison:
    first = draw(st.dates(date(3, 1, 1), date(9000, 1, 1)))
    span = draw(st.sampled_from([0, 5, 60, 900, 20_000, 300_000]))

    def day(offset: int, length: int) -> Day:
        return Day((first + timedelta(days=offset)).isoformat()[:length])

    days = st.builds(day, st.integers(0, span), st.sampled_from(draw(st.sampled_from([[10], [4], [4, 7, 10]]))))
    count = draw(st.sampled_from([1, 2, 5, 8, 35]))
    cells = st.one_of(days, days, days, st.sampled_from([Unknown(), NotApplicable(), None]))
    rows = draw(st.integers(1, 3))
    return compare(
        [f"S{place}" for place in range(count)],
        *((f"Event{row}", DATE, draw(st.lists(cells, min_size=count, max_size=count))) for row in range(rows)),
    )


def start_of(written: str) -> int:
    return date(*map(int, [*written.split("-"), "1", "1"][:3])).toordinal()


@SOME
@given(comparison=dated())
def test_timeline_is_true(comparison: Comparison) -> None:
    """Each mark stands at its date between true ticks, and each date is told once."""
    scope = scope_of(comparison)
    if refuse_timeline(scope):
        return
    charts = build_timeline(scope)
    figures = [str(render_timeline(chart, PEN)) for chart in charts]
    days = {
        (row, place): value
        for row in range(len(tuple(comparison.attributes())))
        for place in range(len(comparison.subjects))
        if isinstance(value := value_of(comparison, row, place), Day)
    }
    for width in WIDE, NARROW:
        told = []
        axes = set()
        for chart, figure in zip(charts, figures, strict=True):
            shapes = shapes_of(figure, width)
            events = events_of(shapes, is_shared=chart.is_shared)
            for key, shape in events:
                assert days[key].written in shape.words, (key, shape)
            if width == WIDE:
                check_axis(shapes, events, days)
                axes.add(tuple(shape.words for shape in shapes if shape.has("tick")))
            else:
                for (one, a), (other, b) in pairwise(events):
                    if chart.is_shared or one[1] == other[1]:
                        assert start_of(days[one].written) <= start_of(days[other].written)
                        assert a.y < b.y
            told += [key for key, _ in events]
            check_words(comparison, chart, [key for key, _ in events], days, description_of(figure))
        assert sorted(told) == sorted(days)
        assert len(axes) <= 1


def events_of(shapes: Sequence[Shape], *, is_shared: bool) -> list[tuple[tuple[int, int], Shape]]:
    found = []
    for shape in shapes:
        if (not shape.has("value") and not re.match(r"\d{4}", shape.words)) or shape.has("tick"):
            continue
        if match := re.search(r"/a(\d+)/s(\d+)/$", shape.href):
            found.append(((int(match[1]), int(match[2])), shape))
        elif is_shared and (match := re.search(r"/s(\d+)/$", shape.href)):
            found.append(((0, int(match[1])), shape))
    return found


def check_axis(
    shapes: Sequence[Shape], events: Sequence[tuple[tuple[int, int], Shape]], days: Mapping[tuple[int, int], Day]
) -> None:
    ticks = [(shape.x, start_of(shape.words)) for shape in shapes if shape.has("tick")]
    assert ticks
    stems = [s for s in shapes if s.has("axis") and re.match(r"^v-", s.steps)]
    assert len(stems) == len(events)
    (x0, d0), (x1, d1) = ticks[0], ticks[-1]

    def at(day: int) -> float:
        return x0 + (day - d0) / (d1 - d0) * (x1 - x0)

    assert len(ticks) == 1 or all(abs(at(day) - x) < 0.3 for x, day in ticks)
    for stem, (key, shape) in zip(stems, events, strict=True):
        assert stem.href == shape.href
        assert abs(shape.x - stem.x - 6) < 0.3
        if len(ticks) > 1:
            assert abs(stem.x - at(start_of(days[key].written))) < 0.4
    for (one, a), (other, b) in pairwise(zip([k for k, _ in events], stems, strict=True)):
        if start_of(days[one].written) == start_of(days[other].written):
            assert a.x == b.x


def check_words(
    comparison: Comparison,
    chart: Timeline,
    keys: Sequence[tuple[int, int]],
    days: Mapping[tuple[int, int], Day],
    told: str,
) -> None:
    written = [days[key].written for key in keys]

    if found := re.search(r"(\d+) dates, from (\S+) \((.*?)\) to (\S+) \((.*?)\)\.", told):
        assert int(found[1]) == len(keys)
        assert start_of(found[2]) == min(map(start_of, written))
        assert start_of(found[4]) == max(map(start_of, written))
        for w, names in ((found[2], found[3]), (found[4], found[5])):
            m = found_in(r"^S(\d+)(?:, Event(\d+))?(?: and (\d+) more)?$", names)
            assert days[int(m[2] or 0), int(m[1])].written == w
            assert int(m[3] or 0) == written.count(w) - 1
    elif found := re.search(r"All (\d+) dates are (\S+)\.", told):
        assert set(written) == {found[2]}
        assert int(found[1]) == len(written)
    elif len(keys) == 1:
        assert f"S{keys[0][1]}, Event{keys[0][0]}: {written[0]}." in told
    else:
        assert not keys
    lacking = re.search(r"(\d+) dates? (?:is|are) not given", told)
    if chart.subjects.is_all and chart.attributes.is_all:
        total = len(comparison.subjects) * len(tuple(comparison.attributes())) - len(days)
        assert int(lacking[1] if lacking else 0) == total
