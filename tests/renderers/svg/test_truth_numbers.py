"""Pictures of numbers, read back and compared with the data they were drawn from."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from math import cos, hypot, log10, pi

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import Better, Kind, ValueType
from mkdocs_comparisons.model.values import Choice, Measure, NotApplicable, Rating, Unknown, Value
from mkdocs_comparisons.renderers.svg.pieces import TICK
from mkdocs_comparisons.renderers.svg.quadrant import render_quadrant
from mkdocs_comparisons.renderers.svg.radar import render_radar
from mkdocs_comparisons.renderers.svg.sheets import NARROW, WIDE
from mkdocs_comparisons.renderers.svg.strip import render_strip
from mkdocs_comparisons.views.quadrant import build_quadrant, refuse_quadrant
from mkdocs_comparisons.views.radar import build_radar, refuse_radar
from mkdocs_comparisons.views.strip import build_strip, refuse_strip
from tests.renderers.svg.reading import (
    Shape,
    corners_of,
    description_of,
    grid_of,
    number_in,
    number_of,
    runs_of,
    shapes_of,
    value_of,
)
from tests.renderers.svg.samples import PEN, choice, compare, measure, scope_of, score, words_of

SOME = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
WIDTHS = (WIDE, NARROW)
BETTERS = st.sampled_from([None, Better.LOWER, Better.HIGHER])
OPEN: st.SearchStrategy[Value | None] = st.sampled_from([Unknown(), NotApplicable(), None])


@st.composite
def amounts(draw: st.DrawFn, *, powers: int, least: int) -> Measure:
    """Draw a number, a range or a limit; `powers` says how far numbers are apart."""
    digits = st.integers(least, 99).filter(bool) if powers else st.integers(least, 99)
    numbers = [Decimal(draw(digits)).scaleb(draw(st.integers(0, powers))) for _ in range(2)]
    low, high = sorted(numbers)
    made = measure(low, high if low < high and draw(st.booleans()) else None, unit="s")
    made = replace(made, written=f"{made.low}–{made.high}" if made.low < made.high else f"{made.low}")
    limit = draw(st.sampled_from(["", "", "", "<", ">="])) if made.low == made.high else ""
    return replace(made, bound=limit, written=f"{limit}{made.written}")


@st.composite
def numbered(draw: st.DrawFn, *, most: int) -> Comparison:
    """Draw subjects by one number, some of them unknown."""
    count = draw(st.integers(1, most))
    powers = draw(st.sampled_from([0, 0, 3, 7]))
    some = amounts(powers=powers, least=draw(st.sampled_from([0, -99])) if not powers else 1)
    values = draw(st.lists(st.one_of(some, some, some, OPEN), min_size=count, max_size=count))
    type = ValueType(kind=Kind.QUANTITY, unit="s", better=draw(BETTERS))
    return compare([f"S{place}" for place in range(count)], ("Time", type, values))


def middle_of(value: Measure, *, is_log: bool) -> float:
    """Return the middle of a measure to the eye."""
    low, high = float(value.base_low), float(value.base_high)
    return (low * high) ** 0.5 if is_log else (low + high) / 2


class Ruler:
    """Finds where a number has to stand, from two ticks."""

    def __init__(self, ticks: Sequence[tuple[float, Decimal]], *, is_log: bool) -> None:
        self.is_log = is_log
        (start, first), (end, last) = ticks[0], ticks[-1]
        self._start, self._first = start, self._scaled(first)
        self._step = (end - start) / (self._scaled(last) - self._first)
        for at, number in ticks:
            assert abs(self.at(number) - at) < 0.6, ticks

    def at(self, number: Decimal | float) -> float:
        return self._start + (self._scaled(number) - self._first) * self._step

    def _scaled(self, number: Decimal | float) -> float:
        return log10(float(number)) if self.is_log else float(number)


def strip_ruler(shapes: Sequence[Shape]) -> Ruler | None:
    """Read the axis of a strip."""
    labels = sorted((shape for shape in shapes if shape.has("tick")), key=lambda shape: shape.x)
    (grid,) = [shape for shape in shapes if shape.has("rule") and "0v" in shape.attributes.get("d", "")]
    lines = grid_of(grid)
    assert len(lines) == len(labels)
    # A label at an end may stand aside, but still over its line.
    assert all(abs(label.x - at) <= TICK.width(label.words) / 2 for label, at in zip(labels, lines, strict=True))
    if len(lines) < 2:
        return None
    is_log = any("log" in shape.words for shape in shapes if shape.has("note"))
    return Ruler([(at, number_of(label.words)) for at, label in zip(lines, labels, strict=True)], is_log=is_log)


def check_strip_row(shapes: Sequence[Shape], value: Measure, ruler: Ruler) -> None:
    """Check that a mark stands where its number says."""
    low, high = ruler.at(value.base_low), ruler.at(value.base_high)
    if ruler.is_log:
        (dot,) = [shape for shape in shapes if shape.has("solid", "q") and "a5 5" in shape.attributes.get("d", "")]
        assert abs(dot.x - ruler.at(middle_of(value, is_log=True))) < 0.6
        ranges = [shape for shape in shapes if shape.tag == "rect"]
        assert bool(ranges) is (value.base_low < value.base_high and ranges != [])
    else:
        ranges = [shape for shape in shapes if shape.tag == "rect" and shape.has("tint")]
        zero = ruler.at(0)
        for bar in (shape for shape in shapes if shape.tag == "rect" and shape.has("solid")):
            near = low if value.base_low >= 0 else min(high, zero)
            ends = sorted((zero, near))
            assert abs(bar.x - ends[0]) < 0.6
            assert abs(bar.right - ends[1]) < 2
    if value.base_low < value.base_high:
        (range_,) = ranges
        assert abs(range_.x - low) < 0.6
        assert abs(range_.right - high) < 0.6


def check_strip_words(comparison: Comparison, places: Sequence[int], told: str) -> None:
    """Check what a page of a strip says of itself."""
    values = {place: value_of(comparison, 0, place) for place in places}
    known = [place for place, value in values.items() if isinstance(value, Measure)]
    if len(known) < len(places) and known:
        assert f"No number for {len(places) - len(known)} of {len(places)} subjects." in told
    elif known:
        assert "No number" not in told
    if found := re.search(r" for each of (\d+) ", told):
        assert len({words_of(values[place]) for place in known}) == 1
        assert int(found[1]) == len(known) > 1
    elif known:
        ends = list(dict.fromkeys((known[0], known[-1])))
        assert " to ".join(f"S{place} with {words_of(values[place])}" for place in ends) + "." in told
    else:
        assert "no number for any" in told


@SOME
@given(comparison=numbered(most=40))
def test_strip_is_true(comparison: Comparison) -> None:
    """Each mark stands at its number, best first, on one axis in all pictures; what is unknown comes last."""
    scope = scope_of(comparison)
    if refuse_strip(scope):
        return
    figures = [str(render_strip(chart, PEN)) for chart in build_strip(scope)]
    for width in WIDTHS:
        order: list[int] = []
        axes = set()
        for figure in figures:
            shapes = shapes_of(figure, width)
            ruler = strip_ruler(shapes)
            rows = [run for run in runs_of(shapes) if re.search(r"/s\d+/$", run[0].href)]
            places = [number_in(run[0].href, "s") for run in rows]
            order += places
            axes.add(tuple((shape.x, shape.words) for shape in shapes if shape.has("tick")))
            for run, place in zip(rows, places, strict=True):
                value = value_of(comparison, 0, place)
                assert run[0].words == f"S{place}"
                assert any(shape.words == words_of(value) for shape in run), (value, run)
                if isinstance(value, Measure) and ruler:
                    check_strip_row(run, value, ruler)
            check_strip_words(comparison, places, description_of(figure))
        assert len(axes) == 1
        check_strip_order(comparison, order, is_log="log" in figures[0])


def check_strip_order(comparison: Comparison, order: Sequence[int], *, is_log: bool) -> None:
    """Check that everybody is there, the best first."""
    assert sorted(order) == list(range(len(comparison.subjects)))
    better = next(comparison.attributes()).type.better
    values = [value_of(comparison, 0, place) for place in order]
    known = [middle_of(value, is_log=is_log) for value in values if isinstance(value, Measure)]
    sign = 1 if better is Better.LOWER else -1
    assert all(
        sign * one <= sign * other * (1 + 1e-9) + 1e-9 or abs(one - other) < 1e-9 * abs(one)
        for one, other in pairwise(known)
    )
    last = [isinstance(value, Measure) for value in values]
    assert last == sorted(last, reverse=True)


LEVELS = {
    None: choice("l0", "l1", "l2", "l3"),
    Better.LOWER: choice("l0", "l1", "l2", better=Better.LOWER),
    Better.HIGHER: choice("l0", "l1", "l2", "l3", "l4", better=Better.HIGHER),
}


@st.composite
def axes(draw: st.DrawFn) -> tuple[ValueType, st.SearchStrategy[Value]]:
    """Draw a type that an axis can be made of, with its values."""
    better = draw(BETTERS)
    kind = draw(st.sampled_from([Kind.CHOICE, Kind.RATING, Kind.QUANTITY, Kind.QUANTITY]))
    if kind is Kind.CHOICE:
        type = LEVELS[better]
        return type, st.sampled_from([Choice(level) for level in type.levels])
    if kind is Kind.RATING:
        low = draw(st.sampled_from([0, 1]))
        type = ValueType(kind=kind, low=Decimal(low), better=better)
        return type, st.integers(2 * low, 10).map(lambda half: score(str(Decimal(half) / 2)))
    powers = draw(st.sampled_from([0, 7]))
    return ValueType(kind=kind, unit="s", better=better), amounts(powers=powers, least=0 if powers else -9)


@st.composite
def on_plane(draw: st.DrawFn) -> Comparison:
    """Draw subjects by two ordered attributes."""
    count = draw(st.integers(1, draw(st.sampled_from([4, 12, 34]))))
    rows = []
    for place in range(2):
        type, known = draw(axes())
        cells = st.one_of(known, known, known, OPEN)
        rows.append((f"Axis{place}", type, draw(st.lists(cells, min_size=count, max_size=count))))
    return compare([f"S{place}" for place in range(count)], *rows)


def sides_of(
    shapes: Sequence[Shape], type: ValueType, frame: Shape, side: int, *, is_log: bool
) -> list[tuple[float, str]]:
    """Read what an axis has written at it, with where it stands in the plane's own direction."""
    style = "note" if type.levels else "tick"
    if side:
        found = [(each.y - 4, each.words) for each in shapes if each.has(style, "e") and each.x < frame.x]
        return sorted(found, reverse=True)
    below = (each for each in shapes if each.has(style, "m") and 0 < each.y - frame.y - frame.height < 30)
    return sorted((each.x, each.words) for each in below)


def check_side(type: ValueType, value: Value, at: float, written: Sequence[tuple[float, str]], *, is_log: bool) -> None:
    """Check that a point stands at its level or number along one axis."""
    if isinstance(value, Choice):
        assert min(written, key=lambda each: abs(each[0] - at))[1] == value.level.title
    elif len(written) > 1:
        # The labels stand at whole px, those at the ends maybe aside: those between tell the truth.
        ticks = [(place, number_of(words)) for place, words in written]
        number = value.score if isinstance(value, Rating) else Decimal(middle_of(value, is_log=is_log))  # type: ignore[arg-type]
        expected = Loose(ticks, is_log=is_log).at(number)
        assert abs(expected - at) < 2.5, (expected, at, written)


class Loose(Ruler):
    """A ruler whose end ticks may stand aside."""

    def __init__(self, ticks: Sequence[tuple[float, Decimal]], *, is_log: bool) -> None:
        self.is_log = is_log
        inner = ticks[1:-1] if len(ticks) > 3 else ticks
        (start, first), (end, last) = inner[0], inner[-1]
        self._start, self._first = start, self._scaled(first)
        self._step = (end - start) / (self._scaled(last) - self._first)


def points_of(shapes: Sequence[Shape], frame: Shape) -> dict[int, Shape]:
    """Return the marks within a plane by their subjects."""
    found: dict[int, Shape] = {}
    for shape in shapes:
        inside = frame.x - 1 <= shape.x <= frame.right + 1 and frame.y - 1 <= shape.y <= frame.y + frame.height + 1
        if shape.tag == "path" and inside and re.search(r"/s\d+/$", shape.href):
            found.setdefault(number_in(shape.href, "s"), shape)
    return found


@SOME
@given(comparison=on_plane())
def test_quadrant_is_true(comparison: Comparison) -> None:
    """Each point stands at its two values, whichever end is better; what is not known has no place."""
    scope = scope_of(comparison)
    if refuse_quadrant(scope):
        return
    types = [attribute.type for attribute in comparison.attributes()]
    seen: set[int] = set()
    for chart in build_quadrant(scope):
        figure = str(render_quadrant(chart, PEN))
        for width in WIDTHS:
            shapes = shapes_of(figure, width)
            frame = next(shape for shape in shapes if shape.tag == "rect" and shape.has("plain"))
            points = points_of(shapes, frame)
            seen |= set(points)
            is_moved = any("side by side" in shape.words for shape in shapes)
            check_points(comparison, types, shapes, frame, points, is_moved=is_moved)
            check_quadrant_words(comparison, types, points, description_of(figure))
            check_corner(shapes, points, description_of(figure), is_moved=is_moved)
    known = {
        p
        for p in range(len(comparison.subjects))
        if all(isinstance(value_of(comparison, row, p), Choice | Rating | Measure) for row in range(2))
    }
    assert seen == known


def check_points(
    comparison: Comparison,
    types: Sequence[ValueType],
    shapes: Sequence[Shape],
    frame: Shape,
    points: Mapping[int, Shape],
    *,
    is_moved: bool,
) -> None:
    logs = [
        any("log" in s.words.split(" · ") for s in shapes if s.has("note") and (s.y < frame.y) is bool(side))
        for side in (0, 1)
    ]
    for side, type in enumerate(types):
        written = sides_of(shapes, type, frame, side, is_log=logs[side])
        if type.levels:
            titles = [level.title for level in type.levels]
            if written:
                assert [words for _, words in written] == (titles[::-1] if type.better is Better.LOWER else titles)
        else:
            numbers = [number_of(words) for _, words in written]
            assert numbers == sorted(numbers, reverse=type.better is Better.LOWER)
        for place, mark in points.items():
            value = value_of(comparison, side, place)
            if written and (not is_moved or isinstance(value, Choice)):
                check_side(type, value, mark.y if side else mark.x, written, is_log=logs[side])


def check_corner(shapes: Sequence[Shape], points: dict[int, Shape], told: str, *, is_moved: bool) -> None:
    """Check that those who are said to be in the better half of both stand in the tinted corner."""
    tints = [shape for shape in shapes if shape.attributes.get("fill-opacity") == ".13"]
    if not tints or not points:
        assert "better half" not in told
        return
    found = re.search(r"V([\d.]+)H", tints[0].attributes["d"])
    assert found
    depth = {f"S{p}": min(it.x - tints[0].x, float(found[1]) - it.y) for p, it in points.items()}
    named = re.search(r"In the better half of both: (.*?)(?: and (\d+) more)?\.", told)
    assert named or "None is in the better half of both." in told, told
    if not is_moved:
        names = set(named[1].split(", ")) if named else set()
        # Half a px either way may be a matter of rounding.
        assert names <= {name for name, deep in depth.items() if deep > -0.6}
        count = len(names) + int((named and named[2]) or 0)
        assert sum(deep > 0.6 for deep in depth.values()) <= count <= sum(deep > -0.6 for deep in depth.values())


def check_quadrant_words(
    comparison: Comparison, types: Sequence[ValueType], points: Mapping[int, Shape], told: str
) -> None:
    for side, _type in enumerate(types):
        values = {f"S{p}": value_of(comparison, side, p) for p in points}
        if found := re.search(rf"Axis{side}: from (.*?) \((.*?)\) to (.*?) \((.*?)\)\.", told):
            for words, names in (found.group(1, 2), found.group(3, 4)):
                for name in re.findall(r"S\d+", names):
                    assert words_of(values[name]) == words
        elif points and (found := re.search(rf"Axis{side}: (.*?) for all (\d+)\.", told)):
            assert {words_of(v) for v in values.values()} == {found[1]}
            assert int(found[2]) == len(points)


@st.composite
def rated(draw: st.DrawFn) -> Comparison:
    """Draw ratings of a few subjects, on one scale."""
    low, high = draw(st.sampled_from([(0, 5), (1, 10), (-2, 2)]))
    count = draw(st.integers(1, 3))
    sets: list[list[Better | None]] = [[None], [Better.LOWER], [None, Better.LOWER], [Better.HIGHER]]
    betters = draw(st.sampled_from(sets))
    scores = st.integers(2 * low, 2 * high).map(lambda half: score(str(Decimal(half) / 2)))
    rows = []
    for place in range(draw(st.integers(3, 11))):
        better = draw(st.sampled_from(betters))
        type = ValueType(kind=Kind.RATING, low=Decimal(low), high=Decimal(high), better=better)
        values: list[Value | None] = draw(st.lists(scores, min_size=count, max_size=count))
        if place and draw(st.integers(0, 9)) == 0:
            values[0] = Unknown()
        rows.append((f"Axis{place}", type, values))
    return compare([f"S{place}" for place in range(count)], *rows)


@SOME
@given(comparison=rated())
def test_radar_is_true(comparison: Comparison) -> None:
    """Each corner of an outline is as far out on its own axis as the score says."""
    scope = scope_of(comparison)
    if refuse_radar(scope):
        return
    rows = [
        row
        for row, attribute in enumerate(comparison.attributes())
        if all(isinstance(value_of(comparison, row, p), Rating) for p in range(len(comparison.subjects)))
    ]
    types = [attribute.type for attribute in comparison.attributes()]
    is_reversed = all(types[row].better is Better.LOWER for row in rows)
    shown: list[int] = []
    for chart in build_radar(scope):
        here: list[int] = []
        figure = str(render_radar(chart, PEN))
        for width in WIDTHS:
            shapes = shapes_of(figure, width)
            here = [number_in(shape.href, "a") for shape in shapes if shape.tag == "text" and "/a" in shape.href]
            check_web(comparison, here, shapes, width, is_reversed=is_reversed)
            check_radar_words(comparison, here, description_of(figure))
        shown += here
    assert shown == rows


def check_web(
    comparison: Comparison, rows: Sequence[int], shapes: Sequence[Shape], width: int, *, is_reversed: bool
) -> None:
    (outer,) = [shape for shape in shapes if shape.tag == "path" and shape.has("axis")]
    ring = corners_of(outer)
    assert len(ring) == len(rows)
    cx, cy = (sum(point[side] for point in ring) / len(ring) for side in (0, 1))
    assert abs(cx - width / 2) < 0.5
    radius = hypot(ring[0][0] - cx, ring[0][1] - cy)
    low, high = (float(getattr(next(comparison.attributes()).type, end)) for end in ("low", "high"))
    names = [s for s in shapes if s.tag == "text" and "/a" in s.href]
    # Names stand on the side of their corners, one above the other as those do.
    sides = [0 if abs(x - cx) < 1 else 1 if x > cx else -1 for x, _ in ring]
    assert [{"m": 0, "e": -1}.get(name.classes[-1], 1) for name in names] == sides
    for side in (-1, 0, 1):
        here = [(corner[1], name.y) for name, corner, at in zip(names, ring, sides, strict=True) if at == side]
        assert [name for _, name in sorted(here)] == sorted(name for _, name in here)
    areas = [shape for shape in shapes if shape.has("area")]
    assert len(areas) == len(comparison.subjects)
    for place, area in enumerate(areas):
        assert area.has(f"s{place + 1}")
        for k, (row, (x, y)) in enumerate(zip(rows, corners_of(area), strict=True)):
            value = value_of(comparison, row, place)
            share = (float(value.score) - low) / (high - low)
            away = 16 + (radius - 16) * (1 - share if is_reversed else share)
            assert abs(hypot(x - cx, y - cy) - away) < 0.5
            dx, dy = (ring[k][0] - cx) / radius, (ring[k][1] - cy) / radius
            assert abs(x - cx - dx * away) < 0.6
            assert abs(y - cy - dy * away) < 0.6
    for label in (s for s in shapes if s.has("tick")):
        dist = hypot(label.x - cx, label.y - 4 - cy) / cos(pi / len(rows))
        share = (float(number_of(label.words)) - low) / (high - low)
        away = 16 + (radius - 16) * (1 - share if is_reversed else share)
        assert abs(dist - away) < 2.5, (label, dist, away)


def check_radar_words(comparison: Comparison, rows: Sequence[int], told: str) -> None:
    count = len(comparison.subjects)
    types = [attribute.type for attribute in comparison.attributes()]
    assert f"{len(rows)} scores on a scale from" in told
    if count == 1:
        return
    for place in range(count):
        ahead = []
        for row in rows:
            sign = -1 if types[row].better is Better.LOWER else 1
            scores = [sign * value_of(comparison, row, p).score for p in range(count)]
            if all(scores[place] > other for p, other in enumerate(scores) if p != place):
                ahead.append(row)
        found = re.search(rf"S{place}: best in (\d+) of (\d+), (.*?\))(?: and (\d+) more)?\.", told)
        assert bool(found) is bool(ahead), told
        if found:
            assert (int(found[1]), int(found[2])) == (len(ahead), len(rows))
            named = re.findall(r"Axis(\d+) \((\S+) against ([^)]*)\)", found[3])
            assert len(named) + int(found[4] or 0) == len(ahead)
            for row, own, others in named:
                assert int(row) in ahead
                assert value_of(comparison, int(row), place).written == own
                assert others == " and ".join(
                    value_of(comparison, int(row), p).written for p in range(count) if p != place
                )
    tied = [row for row in rows if len({value_of(comparison, row, p).score for p in range(count)}) == 1]
    found = re.search(r"Equal: (.*?)(?: and (\d+) more)?\.", told)
    assert bool(found) is bool(tied)
    if found:
        assert {int(x) for x in re.findall(r"Axis(\d+)", found[1])} <= set(tied)
        assert len(re.findall("Axis", found[1])) + int(found[2] or 0) == len(tied)
