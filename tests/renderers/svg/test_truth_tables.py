"""Tables of cells and signs, read back and compared with the data they were drawn from."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from math import log10
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import FIT_LEVELS, Better, DiagramKind, DiagramOptions, Kind, ValueType
from mkdocs_comparisons.model.values import Choice, Measure, NotApplicable, Rating, State, Unknown, Value, state_of
from mkdocs_comparisons.renderers.svg.dots import render_dots
from mkdocs_comparisons.renderers.svg.heat import render_heat
from mkdocs_comparisons.renderers.svg.lean import render_lean
from mkdocs_comparisons.renderers.svg.sheets import NARROW, WIDE
from mkdocs_comparisons.views.dots import build_dots, refuse_dots
from mkdocs_comparisons.views.heat import build_heat
from mkdocs_comparisons.views.lean import build_lean, refuse_lean
from mkdocs_comparisons.views.scope import Scope
from tests.renderers.svg.boxes import SVG
from tests.renderers.svg.reading import Shape, description_of, number_in, picture_of, shapes_of, value_of
from tests.renderers.svg.samples import (
    PEN,
    SUPPORT,
    TEXT,
    Row,
    choice,
    compare,
    measure,
    scope_of,
    score,
    text,
    words_of,
)

SOME = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
BETTERS = st.sampled_from([None, Better.LOWER, Better.HIGHER])
OPEN = st.sampled_from([Unknown(), NotApplicable(), None])


@st.composite
def cells(draw: st.DrawFn) -> tuple[ValueType, st.SearchStrategy[Value]]:
    """Draw a type with its values."""
    kind, better = (
        draw(st.sampled_from(["levels", "many", "support", "rating", "number", "far", "text"])),
        draw(BETTERS),
    )
    match kind:
        case "levels" | "many":
            type = choice(*(f"l{place}" for place in range(3 if kind == "levels" else 13)), better=better)
            return type, st.sampled_from([Choice(level) for level in type.levels])
        case "support":
            return replace(SUPPORT, better=better), st.sampled_from([Choice(level) for level in SUPPORT.levels])
        case "rating":
            scores = st.integers(0, 50).map(lambda tenth: score(str(Decimal(tenth) / 10)))
            return ValueType(kind=Kind.RATING, better=better), scores
        case "text":
            return TEXT, st.sampled_from([text(word) for word in "abc"])
    numbers = st.integers(-9, 99) if kind == "number" else st.integers(1, 9).map(lambda n: 10**n)

    def made(one: int, other: int, bound: str) -> Measure:
        low, high = sorted((one, other))
        if bound == "range" and low < high:
            return measure(str(low), str(high), unit="s")
        limit = bound if bound in "<>" else ""
        return replace(measure(str(low), unit="s"), bound=limit, written=f"{limit}{low}")

    bounds = st.sampled_from(["", "", "", "range", "<", ">"])
    return ValueType(kind=Kind.QUANTITY, unit="s", better=better), st.builds(made, numbers, numbers, bounds)


@st.composite
def grids(draw: st.DrawFn) -> Comparison:
    """Draw a table of any kinds of values."""
    count = draw(st.sampled_from([1, 2, 4, 6, 8, 33]))
    rows = []
    for place in range(draw(st.integers(1, 8))):
        type, known = draw(cells())
        rows.append(
            (f"Row{place}", type, draw(st.lists(st.one_of(known, known, known, OPEN), min_size=count, max_size=count)))
        )
    return compare([f"S{place}" for place in range(count)], *rows)


@SOME
@given(comparison=grids())
def test_heat_is_true(comparison: Comparison) -> None:
    """Each value stands once, under its own subject and attribute, as long or as dark as it says."""
    told: Counter[tuple[int, int]] = Counter()
    for chart in build_heat(scope_of(comparison)):
        figure = str(render_heat(chart, PEN))
        grid = grid_of_heat(figure)
        for (row, place), slot in grid.items():
            value = value_of(comparison, row, place)
            check_cell(comparison, row, value, slot)
        told.update(grid.keys())
        check_heat_words(comparison, list(grid), description_of(figure))
    everything = {
        (row, place) for row in range(len(comparison.attribute_ids)) for place in range(len(comparison.subjects))
    }
    assert told == Counter(everything)


def href_in(parent: ET.Element) -> str:
    """Return where the link in an element leads."""
    link = parent.find(f"{SVG}a")
    assert link is not None
    return link.get("href", "")


def grid_of_heat(figure: str) -> dict[tuple[int, int], ET.Element]:
    """Return the cells by attribute and subject, as heads and rows name them."""
    bands = list(picture_of(figure).findall(f"{SVG}svg"))
    heads = [(slot.get("x"), href_in(slot)) for slot in bands[0].findall(f"{SVG}svg")]
    found = {}
    for band in bands[1:]:
        if not re.match(r"l\d", band.get("class", "")):
            continue
        names, row = band.findall(f"{SVG}svg")
        slots = row.findall(f"{SVG}svg")
        assert [slot.get("x") for slot in slots] == [x for x, _ in heads]
        for (_, head), slot in zip(heads, slots, strict=True):
            refs = head + href_in(names)
            found[number_in(refs, "a"), number_in(refs, "s")] = slot
    return found


def check_cell(comparison: Comparison, row: int, value: Value | None, slot: ET.Element) -> None:
    (words,) = slot.findall(f"{SVG}text")
    told = words.findtext(f"{SVG}title") or "".join(words.itertext())
    # Long words are broken where there is no room.
    assert re.sub(r"\s", "", told) == words_of(value).replace(" ", "")
    type = list(comparison.attributes())[row].type
    rects = slot.findall(f"{SVG}rect")
    shades = [int(m[1]) for r in rects if (m := re.fullmatch(r"t(\d)", r.get("class", "")))]
    directed = type.better is not None or type.kind in (Kind.SUPPORT, Kind.RATING)
    share: Decimal | None = None
    match value:
        case Choice(level) if directed:
            share = Decimal(level.rank) / (len(type.levels) - 1)
        case Rating(score=number):
            share = number / 5
        case _:
            assert not shades
    if share is not None:
        share = 1 - share if type.better is Better.LOWER else share
        assert shades == [int(share * 4 + Decimal("0.5"))]
    if isinstance(value, Choice) and type.kind is Kind.SUPPORT:
        signs = [use.get("href") for use in slot.findall(f"{SVG}use")]
        assert signs == [{"no": "#k-no", "partial": "#k-part", "yes": "#k-yes"}[value.level.id]]
    all_ = [v for p in range(len(comparison.subjects)) if isinstance(v := value_of(comparison, row, p), Measure)]
    if isinstance(value, Measure) and len(all_) > 1:
        check_bar(value, all_, rects)
    else:
        assert not [r for r in rects if r.get("class") == "solid q"]


def check_bar(value: Measure, all_: Sequence[Measure], rects: Sequence[ET.Element]) -> None:
    lo, hi = min(m.base_low for m in all_), max(m.base_high for m in all_)
    is_log = lo > 0 and hi / lo >= 20
    if not is_log:
        lo, hi = min(lo, Decimal(0)), max(hi, Decimal(0))

    def at(number: Decimal) -> float:
        if lo == hi:
            return 0.0
        share = (log10(number) - log10(lo)) / (log10(hi) - log10(lo)) if is_log else float((number - lo) / (hi - lo))
        return 10 + 80 * (0.04 + 0.96 * share if is_log else share)

    zero = 10.0 if is_log else at(Decimal(0))
    bars = [
        (float(r.get("x", "")[:-1]), float(r.get("width", "").removesuffix("%")), r.get("fill-opacity"))
        for r in rects
        if r.get("class") == "solid q"
    ]
    if lo == hi:
        return
    solid = [b for b in bars if not b[2]]
    low, high = at(value.base_low), at(value.base_high)
    near = min(max(zero, low), high)
    if solid:
        assert abs(solid[0][0] - min(zero, near)) < 0.1
        assert abs(solid[0][1] - abs(zero - near)) < 0.1
    else:
        assert abs(near - zero) < 0.1
    light = [b for b in bars if b[2]]
    assert bool(light) is (value.base_low < value.base_high)
    if light:
        assert abs(light[0][0] - low) < 0.1
        assert abs(light[0][0] + light[0][1] - high) < 0.1


def start_of(value: Value) -> Decimal:
    """Return the least that a value may be."""
    if isinstance(value, Choice):
        return Decimal(value.level.rank)
    assert isinstance(value, Rating | Measure)
    return value.score if isinstance(value, Rating) else value.base_low


def end_of(value: Value) -> Decimal:
    """Return the most that a value may be."""
    return value.base_high if isinstance(value, Measure) else start_of(value)


def check_heat_words(comparison: Comparison, keys: Sequence[tuple[int, int]], told: str) -> None:
    rows, places = sorted({r for r, _ in keys}), sorted({p for _, p in keys})
    noun = "subject" if len(places) == 1 else "subjects"
    assert told.startswith(f"{len(rows)} attribute{'s' if len(rows) > 1 else ''} of {len(places)} {noun}")
    states = Counter(state_of(value_of(comparison, *key)) for key in keys)
    for state, word in (
        (State.UNKNOWN, "unknown"),
        (State.NOT_APPLICABLE, "not applicable"),
        (State.MISSING, "without a claim"),
    ):
        found = re.search(rf"(\d+) {word}", told)
        assert int(found[1] if found else 0) == states[state]
    for row, low, first, high, last in re.findall(
        r"Row(\d+) runs from (\S+(?: s)?) \(S(\d+)\) to (\S+(?: s)?) \(S(\d+)\)\.", told
    ):
        type = list(comparison.attributes())[int(row)].type
        values = {p: value_of(comparison, int(row), p) for p in places}
        assert words_of(values[int(first)]) == low
        assert words_of(values[int(last)]) == high
        known = [v for v in values.values() if isinstance(v, Choice | Rating | Measure)]
        a, b = values[int(first)], values[int(last)]
        if type.better is Better.LOWER and not isinstance(a, Measure):
            a, b = b, a
        assert start_of(a) == min(map(start_of, known))
        assert end_of(b) == max(map(end_of, known))
        assert start_of(a) < end_of(b)
        for v in known:
            if isinstance(v, Measure) and v.bound:
                assert v is (a if v.bound == "<" else b) or v == (a if v.bound == "<" else b)


FIT = ValueType(kind=Kind.FIT, levels=FIT_LEVELS)


@st.composite
def fits(draw: st.DrawFn, *, counts: tuple[int, ...]) -> tuple[Comparison, DiagramKind | None]:
    """Draw verdicts, use cases or whatever is supported."""
    count = draw(st.sampled_from(counts))
    types = draw(st.sampled_from([[FIT], [FIT, SUPPORT, replace(SUPPORT, better=Better.LOWER)]]))
    rows: list[Row] = []
    for place in range(draw(st.integers(1, 10))):
        type = draw(st.sampled_from(types))
        known = st.sampled_from([Choice(level) for level in type.levels])
        rows.append(
            (f"Use{place}", type, draw(st.lists(st.one_of(known, known, OPEN), min_size=count, max_size=count)))
        )
    rows.append(("Text", TEXT, [text("x")] * count))
    return compare([f"S{place}" for place in range(count)], *rows), None if types == [FIT] else DiagramKind.DOTS


def asked(comparison: Comparison, kind: DiagramKind | None) -> Scope:
    """Return a scope whose author names a kind, or none."""
    return scope_of(comparison, options=DiagramOptions(kind=kind) if kind else None)


SIGNS = {"no": "l", "partial": "h", "yes": "b", "poor": "l", "fair": "h", "good": "b", "unknown": "u"}


@SOME
@given(drawn=fits(counts=(1, 2, 5, 7, 8, 33)))
def test_dots_are_true(drawn: tuple[Comparison, DiagramKind | None]) -> None:
    """Each verdict has its sign in the row and the column of its own names, in both layouts."""
    comparison, kind = drawn
    scope = asked(comparison, kind)
    assert not refuse_dots(scope)
    told: dict[int, list[tuple[int, int]]] = {WIDE: [], NARROW: []}
    for chart in build_dots(scope):
        figure = str(render_dots(chart, PEN))
        for width in told:
            here = signs_of(shapes_of(figure, width), is_flipped=chart.is_flipped)
            for (row, place), shape in here.items():
                value = value_of(comparison, row, place)
                assert shape.title == f"S{place}: {words_of(value)}"
                if isinstance(value, NotApplicable):
                    assert shape.words == "n/a"
                else:
                    assert shape.attributes["href"] == "#k-" + ("m" if value is None else SIGNS[value.written])
            told[width] += here
            check_dots_words(comparison, sorted(here), description_of(figure))
    rows = [
        row for row, each in enumerate(comparison.attributes()) if each.type.kind in (Kind.FIT, kind and Kind.SUPPORT)
    ]
    everything = [(row, place) for row in rows for place in range(len(comparison.subjects))]
    assert all(sorted(found) == everything for found in told.values())


def signs_of(shapes: list[Shape], *, is_flipped: bool) -> dict[tuple[int, int], Shape]:
    """Find the sign at each crossing of a row and a column."""
    signs = [s for s in shapes if s.title and (s.tag == "use" or s.words == "n/a")]
    names = [s for s in shapes if s.tag == "text" and s.href]
    first = min(s.y for s in signs) - 12
    columns = [s for s in names if ("/a" in s.href) is is_flipped]
    rows = [s for s in names if s not in columns]
    assert all(s.y < first for s in columns)
    xs = sorted({s.x for s in signs})
    assert len(xs) == len(columns)
    # Heads stand above their columns, or on stairs that end there, the last one on top.
    columns.sort(key=lambda s: s.x)
    for x, head in zip(xs, columns, strict=True):
        assert head.x == x if head.has("m") else head.has("e") and head.x == x - 8
    found = {}
    for sign in signs:
        y = sign.y - 4 if sign.tag == "text" else sign.y
        row = min(rows, key=lambda s: abs(s.y - 4.5 - y))
        assert abs(row.y - 4.5 - y) < 0.1
        refs = row.href + columns[xs.index(sign.x)].href
        found[number_in(refs, "a"), number_in(refs, "s")] = sign
    assert len(found) == len(signs)
    return found


def names_in(words: str) -> tuple[set[str], int]:
    """Return the names of a list, and how many more there are."""
    more = re.search(r"(\d+) more", words)
    return set(re.findall(r"(?:S|Use)\d+", words)), int(more[1]) if more else 0


def check_dots_words(comparison: Comparison, keys: Sequence[tuple[int, int]], told: str) -> None:
    rows, places = sorted({r for r, _ in keys}), sorted({p for _, p in keys})
    top = {key for key in keys if isinstance(v := value_of(comparison, *key), Choice) and v.level.rank == 2}
    wins = Counter(p for _, p in top)
    found = re.search(r"[Mm]ost often (?:good|yes|or| )+: (.*?) \((\d+) of (\d+) ", told)
    assert bool(found) is bool(top)
    if found:
        most = max(wins.values())
        leaders = {f"S{p}" for p, n in wins.items() if n == most}
        names, more = names_in(found[1])
        assert names <= leaders
        assert len(names) + more == len(leaders)
        assert (int(found[2]), int(found[3])) == (most, len(rows))
    if found := re.search(r"The only one (?:of these )?that is .*?: (.*?)\.", told):
        alone = {(f"S{p}", f"Use{r}") for r, p in top if sum(row == r for row, _ in top) == 1}
        pairs = set(re.findall(r"(S\d+) for (Use\d+)", found[1]))
        assert pairs <= alone
        assert len(pairs) + names_in(found[1])[1] == len(alone)
    nowhere = {f"Use{r}" for r in rows if r not in {row for row, _ in top}}
    found = re.search(r"None (?:of these )?is known to be .*? for (.*?)\.", told)
    assert bool(found) is bool(nowhere)
    if found:
        names, more = names_in(found[1])
        assert names <= nowhere
        assert len(names) + more == len(nowhere)
    open_ = sum(state_of(value_of(comparison, *key)) in (State.UNKNOWN, State.MISSING) for key in keys)
    found = re.search(r"Nothing is known in (\d+) of (\d+) cases", told)
    assert (int(found[1]), int(found[2])) == (open_, len(keys)) if found else not open_
    if len(places) < len(comparison.subjects):
        assert told.startswith("Shown: ")
        assert "The only one that" not in told
        assert "None is" not in told


@SOME
@given(drawn=fits(counts=(2,)))
def test_lean_is_true(drawn: tuple[Comparison, DiagramKind | None]) -> None:
    """Each side is as long as the verdict is good, and the better one is marked."""
    comparison, kind = drawn
    scope = asked(comparison, DiagramKind.LEAN if kind else None)
    assert not refuse_lean(scope)
    seen: dict[int, list[int]] = {WIDE: [], NARROW: []}
    for chart in build_lean(scope):
        figure = str(render_lean(chart, PEN))
        for width, rows in seen.items():
            shapes = shapes_of(figure, width)
            names = [s for s in shapes if s.tag == "text" and "/a" in s.href]
            for name, following in zip(names, [*names[1:], None], strict=True):
                end = shapes.index(following) if following else len(shapes)
                row = number_in(name.href, "a")
                assert name.words == f"Use{row}"
                check_lean_row(comparison, row, shapes[shapes.index(name) + 1 : end])
                rows.append(row)
        check_lean_words(comparison, seen[WIDE], description_of(figure))
    expected = [
        row for row, each in enumerate(comparison.attributes()) if each.type.kind in (Kind.FIT, kind and Kind.SUPPORT)
    ]
    assert list(seen.values()) == [expected, expected]


def reach_of(comparison: Comparison, row: int, place: int) -> float | None:
    value, type = value_of(comparison, row, place), list(comparison.attributes())[row].type
    if not isinstance(value, Choice):
        return None
    return (2 - value.level.rank if type.better is Better.LOWER else value.level.rank) / 2


def check_lean_row(comparison: Comparison, row: int, shapes: Sequence[Shape]) -> None:
    bars = [s for s in shapes if s.tag == "rect"]
    reaches = [reach_of(comparison, row, place) for place in range(2)]
    assert len(bars) == sum(r is not None for r in reaches)
    left, right = reaches
    better = (
        {0}
        if (left or 0) > (right or 0)
        else {1}
        if (right or 0) > (left or 0)
        else {0, 1}
        if left == right == 1
        else set()
    )
    for place, reach in enumerate(reaches):
        own = [b for b in bars if b.has(f"s{place + 1}")]
        assert bool(own) is (reach is not None)
        for bar in own:
            assert abs(bar.width - max(7, 76 * (reach or 0))) < 0.1
            assert bar.has("solid") is (place in better)
        value = words_of(value_of(comparison, row, place))
        said = [
            s for s in shapes if s.tag == "text" and s.words == value and s.has("e") is (place == 0) and not s.has("m")
        ]
        assert said, (value, shapes)
    middles = [b.right if b.has("s1") else b.x for b in bars]
    assert len({round(m, 1) for m in middles}) <= 1
    marks = {int(s.classes[1][1:]) - 1 for s in shapes if s.tag == "path" and s.has("mark")}
    assert marks == better
    ties = [s.words for s in shapes if s.has("m") and s.words in ("either", "neither", "even")]
    assert ties == ([] if left is None or left != right else [["neither"], ["even"], ["either"]][int(2 * left)])


def check_lean_words(comparison: Comparison, rows: Sequence[int], told: str) -> None:
    kinds: dict[str, set[Any]] = {
        "better": set(),
        "alone": set(),
        "some": set(),
        "either": set(),
        "neither": set(),
        "even": set(),
        "open": set(),
    }
    for row in rows:
        left, right = (reach_of(comparison, row, place) for place in range(2))
        side = "S0" if (left or 0) > (right or 0) else "S1"
        if left == right:
            kinds["open" if left is None else ("neither", "even", "either")[int(2 * left)]].add(f"Use{row}")
        elif None not in (left, right):
            kinds["better"].add((side, f"Use{row}"))
        elif not (left or right):
            kinds["open"].add(f"Use{row}")
        else:
            kinds["alone" if max(left or 0, right or 0) == 1 else "some"].add((side, f"Use{row}"))
    starts = {
        "better": "The better fit: ",
        "alone": "Recommended, with no verdict on the other: ",
        "some": "Possible, with no verdict on the other: ",
    }
    for kind, start in starts.items():
        found = re.search(re.escape(start) + r"(.*?)\.(?: |$)", told)
        assert bool(found) is bool(kinds[kind]), (kind, told)
        for part in found[1].split("; ") if found else ():
            side, names = part.split(" for ")
            named, more = names_in(names)
            all_ = {use for who, use in kinds[kind] if who == side}
            assert named <= all_
            assert len(named) + more == len(all_)
    for tie in ("either", "neither", "even"):
        found = re.search(rf"(?:: |; ){tie} for (.*?)(?:;|\.)", told)
        assert bool(found) is bool(kinds[tie])
        if found:
            named, more = names_in(found[1])
            assert named <= kinds[tie]
            assert len(named) + more == len(kinds[tie])
    found = re.search(r"Undecided: (.*)\.", told)
    assert bool(found) is bool(kinds["open"])
    if found:
        named, more = names_in(found[1])
        assert named <= kinds["open"]
        assert len(named) + more == len(kinds["open"])
