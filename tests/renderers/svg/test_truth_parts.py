"""Stacks, ladders and links, read back and compared with the data they were drawn from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import FIT_LEVELS, Dimension, Kind, ValueType
from mkdocs_comparisons.model.refs import ComparisonRef, DimensionRef, SubjectRef
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.model.values import Choice, Layer, Layers, NotApplicable, State, Unknown, Value, state_of
from mkdocs_comparisons.renderers.svg.ladder import render_ladder
from mkdocs_comparisons.renderers.svg.links import render_links
from mkdocs_comparisons.renderers.svg.sheets import NARROW, WIDE
from mkdocs_comparisons.renderers.svg.stack import render_stack
from mkdocs_comparisons.views.ladder import build_ladder, refuse_ladder
from mkdocs_comparisons.views.links import build_links
from mkdocs_comparisons.views.stack import build_stack, refuse_stack
from mkdocs_comparisons.views.ties import PageRef
from tests.renderers.svg.layered import options, stacked
from tests.renderers.svg.reading import Shape, description_of, number_in, shapes_of, value_of
from tests.renderers.svg.samples import PEN, SUPPORT, compare, scope_of, words_of

SOME = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
OPEN = st.sampled_from([Unknown(), NotApplicable(), None])
FIT = ValueType(kind=Kind.FIT, levels=FIT_LEVELS)


@st.composite
def built(draw: st.DrawFn) -> Layers:
    """Draw layers: shared ones, then some of each instance, of which one begins the isolated part."""
    shared, own = draw(st.integers(0, 3)), draw(st.integers(0, 4))
    bound = draw(st.integers(0, own)) if own else 0
    made = [
        Layer(label=Inline(f"L{draw(st.integers(0, 99))}"), role=draw(st.sampled_from(["", "x", "y"])))
        for _ in range(max(shared, 1 - own))
    ]
    made += [
        Layer(label=Inline(f"L{draw(st.integers(0, 99))}"), is_repeated=True, is_bounded=place == bound)
        for place in range(own)
    ]
    return Layers(tuple(made))


@SOME
@given(values=st.lists(st.one_of(built(), built(), OPEN), min_size=1, max_size=9), instances=st.integers(1, 4))
def test_stack_is_true(values: list[Value | None], instances: int) -> None:
    """Layers lie in the author's order, as often as there are instances, with the frame around what is isolated."""
    comparison = stacked([f"S{place}" for place in range(len(values))], *values)
    scope = scope_of(comparison, options=options(instances=instances))
    if refuse_stack(scope):
        return
    for width in WIDE, NARROW:
        seen: list[int] = []
        for chart in build_stack(scope):
            figure = str(render_stack(chart, PEN))
            shapes = shapes_of(figure, width)
            heads = [s for s in shapes if s.tag == "text" and "/s" in s.href]
            texts = [s for s in shapes if s.tag == "text"]
            rects = [s for s in shapes if s.tag == "rect"]
            legend = min((s.y for s in shapes if "/a0" in s.href), default=0)
            for at, head in enumerate(heads):
                place = number_in(head.href, "s")
                seen.append(place)
                start, end = texts.index(head), texts.index(heads[at + 1]) if at + 1 < len(heads) else len(texts)
                words = [t for t in texts[start + 1 : end] if t.y < legend - 16 + 1]
                check_stack(values[place], words, rects, instances)
            told = description_of(figure)
            for head in heads:
                value = values[number_in(head.href, "s")]
                way = ", from the bottom to the top" if isinstance(value, Layers) else ""
                assert f"{head.words}{way}: {words_of(value)}." in told
        assert seen == list(range(len(values)))


def check_stack(value: Value | None, words: list[Shape], rects: list[Shape], instances: int) -> None:
    if not isinstance(value, Layers):
        assert next(w.words for w in words if not re.match(r"isolation|Layers", w.words)) == words_of(value)
        return
    expected = [(layer, instances if layer.is_repeated else 1) for layer in reversed(value.layers)]
    labels = [w for w in words if re.fullmatch(r"L\d+", w.words)]
    assert [w.words for w in labels] == [layer.label.source for layer, count in expected for _ in range(count)]
    rows: list[float] = []
    at = 0
    is_inside = False
    inside: dict[int, bool] = {}
    for number, layer in enumerate(value.layers):
        is_inside = layer.is_repeated and (is_inside or layer.is_bounded)
        inside[number] = is_inside
    for depth, (_, count) in enumerate(expected):
        row = labels[at : at + count]
        at += count
        assert len({round(w.y, 1) for w in row}) == 1
        rows.append(row[0].y)
        boxes = []
        for w in row:
            own = [r for r in rects if r.has("tint") and r.x < w.x < r.right and r.y < w.y < r.y + r.height]
            assert len(own) == 1
            boxes += own
            frames = [
                r
                for r in rects
                if r.has("edge")
                and r.x <= own[0].x
                and own[0].right <= r.right
                and r.y <= own[0].y
                and own[0].y + own[0].height <= r.y + r.height
            ]
            assert bool(frames) is inside[len(expected) - 1 - depth]
        assert len({(r.x, r.y) for r in boxes}) == count
    assert rows == sorted(rows)
    assert len(set(rows)) == len(rows)


@st.composite
def cases(draw: st.DrawFn) -> Comparison:
    count = draw(st.sampled_from([2, 3, 5, 9]))
    good = st.sampled_from([Choice(level) for level in FIT_LEVELS])
    rows = [
        (f"Case{place}", FIT, draw(st.lists(st.one_of(good, good, OPEN), min_size=count, max_size=count)))
        for place in range(draw(st.integers(1, 16)))
    ]
    if draw(st.booleans()):
        rows.append(("Other", SUPPORT, [Choice(SUPPORT.levels[0])] * count))
    return compare([f"S{place}" for place in range(count)], *rows)


def best_of(comparison: Comparison, row: int) -> list[int]:
    """Return the subjects that fit a use case best, if any does."""
    ranks = {
        p: v.level.rank
        for p in range(len(comparison.subjects))
        if isinstance(v := value_of(comparison, row, p), Choice)
    }
    best = max(ranks.values(), default=0)
    return [p for p, rank in ranks.items() if rank == best] if best else []


@SOME
@given(comparison=cases())
def test_ladder_is_true(comparison: Comparison) -> None:
    """Each question leads to the subjects that fit it best; the fewer, the earlier."""
    scope = scope_of(comparison)
    if refuse_ladder(scope):
        return
    rows = [row for row, each in enumerate(comparison.attributes()) if each.type.kind is Kind.FIT]
    best = {row: best_of(comparison, row) for row in rows}
    wins = Counter(p for places in best.values() for p in places)
    for width in WIDE, NARROW:
        rungs: list[tuple[list[int], list[int], int]] = []
        said = ""
        for chart in build_ladder(scope):
            figure = str(render_ladder(chart, PEN))
            here = rungs_of(shapes_of(figure, width))
            check_ladder_words(comparison, here, best, description_of(figure))
            rungs += here
            said += " ".join(s.words for s in shapes_of(figure, width) if s.has("note")) + " "
        for asked, leaves, more in rungs:
            for row in asked:
                assert best[row][: len(leaves)] == leaves
                assert len(best[row]) == len(leaves) + more
        asked = [row for rows_, _, _ in rungs for row in rows_]
        assert sorted(asked) == [row for row in rows if best[row]]
        open_ones = rungs[:-1] if len(rungs[-1][0]) > 1 else rungs
        sizes = [len(leaves) + more for _, leaves, more in open_ones]
        most = max(wins.values())
        if len(rungs[-1][0]) > 1:
            (last,) = rungs[-1][1]
            assert wins[last] == most
            assert sizes == sorted(sizes)
            often = re.search(r"Named most often: in (\d+) of (\d+) use cases", said)
            assert bool(often) is (sum(count == most for count in wins.values()) == 1)
            if often:
                assert (int(often[1]), int(often[2])) == (most, len(rows))
        else:
            assert sizes[:-1] == sorted(sizes[:-1])
        check_open(comparison, rows, best, said)


def check_open(comparison: Comparison, rows: Sequence[int], best: Mapping[int, Sequence[int]], said: str) -> None:
    count = range(len(comparison.subjects))
    kinds: dict[str, set[str]] = {
        "No good fit: ": set(),
        "No good fit known yet: ": set(),
        "Nothing known yet: ": set(),
    }
    for row in rows:
        states = [state_of(value_of(comparison, row, p)) for p in count]
        if State.KNOWN not in states:
            kinds["Nothing known yet: "].add(f"Case{row}")
        elif not best[row]:
            is_open = State.UNKNOWN in states or State.MISSING in states
            kinds["No good fit known yet: " if is_open else "No good fit: "].add(f"Case{row}")
    for start, names in kinds.items():
        found = re.search(re.escape(start) + r"(.*?)(?: and (\d+) more)?\.", said)
        assert bool(found) is bool(names)
        if found:
            told = set(re.findall(r"Case\d+", found[1]))
            assert told <= names
            assert len(told) + int(found[2] or 0) == len(names)


def rungs_of(shapes: list[Shape]) -> list[tuple[list[int], list[int], int]]:
    rungs: list[tuple[list[int], list[int], int]] = []
    for shape in shapes:
        if shape.tag != "text":
            continue
        if shape.words == "Or one of these?":
            rungs.append(([], [], 0))
        elif "/a" in shape.href and shape.words.endswith("?"):
            rungs.append(([number_in(shape.href, "a")], [], 0))
            assert shape.words == f"Case{rungs[-1][0][0]}?"
        elif "/a" in shape.href and not shape.words.isdigit():
            rungs[-1][0].append(number_in(shape.href, "a"))
        elif "/s" in shape.href:
            assert shape.words == f"S{number_in(shape.href, 's')}"
            rungs[-1][1].append(number_in(shape.href, "s"))
        elif found := re.fullmatch(r"and (\d+) more", shape.words):
            if rungs[-1][1]:
                rungs[-1] = (*rungs[-1][:2], int(found[1]))
            else:
                # A list of use cases that goes on: not told here which.
                rungs[-1][0].extend([])
    return rungs


def check_ladder_words(
    comparison: Comparison,
    rungs: Sequence[tuple[list[int], list[int], int]],
    best: Mapping[int, Sequence[int]],
    told: str,
) -> None:
    rows = [row for asked, _, _ in rungs for row in asked]
    fits = Counter(p for row in rows for p in best[row])
    found = re.match(r"(\d+) questions? leads? to (.*?)\. ", told)
    assert found
    assert int(found[1]) == len(rungs)
    more = re.search(r"(\d+) more", found[2])
    names = re.findall(r"S(\d+)", found[2])
    assert {int(n) for n in names} <= set(fits)
    assert len(names) + int(more[1] if more else 0) == len(fits)
    for place, level, cases_, rest in re.findall(r"S(\d+): (?:(\w+) )?fit for (.*?)(?: and (\d+) more)?\.", told):
        named = re.findall(r"Case(\d+)(?: \((\w+)\))?", cases_)
        assert len(named) + int(rest or 0) == fits[int(place)]
        for row, own in named:
            assert int(place) in best[int(row)]
            assert value_of(comparison, int(row), int(place)).level.title == (own or level)


@st.composite
def tied(draw: st.DrawFn) -> Catalogue:
    """Draw comparisons that share subjects, with use cases and what is supported."""
    made = []
    for number in range(draw(st.integers(1, 9))):
        count = draw(st.integers(1, 9)) if number == 0 else draw(st.integers(1, 3))
        some = {FIT: FIT_LEVELS, SUPPORT: SUPPORT.levels}
        rows = []
        for place in range(draw(st.integers(1, 10))):
            type = draw(st.sampled_from([FIT, SUPPORT]))
            cells = st.sampled_from([*(Choice(level) for level in some[type]), None])
            rows.append((f"Row{place}", type, draw(st.lists(cells, min_size=count, max_size=count))))
        comparison = compare([f"S{place}" for place in range(count)], *rows)
        size = draw(st.integers(1, 5))
        attributes = tuple(comparison.attributes())
        parts = [attributes[start : start + size] for start in range(0, len(attributes), size)]
        dimensions = tuple(
            Dimension(id=f"d{p}", slug=f"d{p}", title=f"Dim{p}", attributes=part) for p, part in enumerate(parts)
        )
        made.append(replace(comparison, id=f"c{number}", slug=f"c{number}", title=f"C{number}", dimensions=dimensions))
    return Catalogue(comparisons=tuple(made))


@SOME
@given(catalogue=tied(), data=st.data())
def test_links_are_true(catalogue: Catalogue, data: st.DataObject) -> None:
    """Each box names a relation that the data has, and what is left out is counted."""
    comparison = catalogue.comparisons[0]
    pages: list[PageRef] = [
        ComparisonRef("c0"),
        *(SubjectRef("c0", id) for id in comparison.subject_ids),
        *(DimensionRef("c0", id) for id in comparison.dimension_ids),
    ]
    focus = data.draw(st.sampled_from(pages))
    scope = replace(scope_of(comparison), catalogue=catalogue, focus=focus)
    (chart,) = build_links(scope)
    figure = str(render_links(chart, PEN))
    for width in WIDE, NARROW:
        relation = ""
        told: dict[str, list[tuple[str, str]]] = {}
        more = Counter[str]()
        shapes = [s for s in shapes_of(figure, width) if s.tag == "text"]
        for shape in shapes[1:]:
            if found := re.fullmatch(r"and (\d+) more", shape.words):
                more[relation] += int(found[1])
            elif shape.has("note"):
                relation = shape.words
                assert relation not in told, "one box a relation"
                told[relation] = []
            else:
                told[relation].append((shape.words, shape.href))
        for relation, entries in told.items():
            if not entries:
                assert all(each in description_of(figure) for each in relation.split(", "))
                continue
            known = related(catalogue, comparison, focus, relation)
            assert {words for words, _ in entries} <= known, (relation, entries, known)
            if not relation.startswith("shares"):
                assert len(entries) + more[relation] == len(known), (relation, entries, known)
            names = [name for name, _ in entries]
            rest = len(names) + more[relation] - 3
            start = f"{relation} {', '.join(names[:3])}" + (f" and {rest} more" if rest > 0 else "")
            assert re.search(re.escape(start) + "[;.]", description_of(figure)), (start, description_of(figure))


def related(catalogue: Catalogue, comparison: Comparison, focus: PageRef, relation: str) -> set[str]:
    """Return what has a relation to a page, by the data alone."""
    titles = {s.id: s.title for s in comparison.subjects}
    rows = list(comparison.attributes())
    others = catalogue.comparisons[1:]
    subject, here = getattr(focus, "subject", ""), getattr(focus, "dimension", "")
    match relation:
        case "compared with":
            return {title for id, title in titles.items() if id != subject}
        case "compares":
            return set(titles.values())
        case "looks at":
            return {each.title for each in comparison.dimensions}
        case "part of":
            return {comparison.title}
        case "good fit for":
            place = int(subject[1:])
            return {
                row.title
                for at, row in enumerate(rows)
                if row.type.kind is Kind.FIT and (v := value_of(comparison, at, place)) and v.level.id == "good"
            }
        case "previous dimension" | "next dimension":
            ids = list(comparison.dimension_ids)
            at = ids.index(here) + (1 if relation.startswith("next") else -1)
            return {comparison.dimensions[at].title}
        case "strong here":
            return {titles[id] for id in titles if leads(comparison, here, id)}
        case "strong in":
            return {d.title for d in comparison.dimensions if leads(comparison, d.id, subject)}
        case "also in":
            also = [o for o in others if o.subject(subject)]
            return {f"{len(also)} other comparisons"} if len(also) > 3 else {o.title for o in also}
    found = re.fullmatch(r"shares (?:(\d+) subjects|(S\d+))", relation)
    assert found, relation
    shared = {o.title: [t for id, t in titles.items() if o.subject(id)] for o in others}
    return {t for t, names in shared.items() if (len(names) == int(found[1]) if found[1] else names == [found[2]])}


def leads(comparison: Comparison, dimension: str, subject: str) -> bool:
    """Return whether a subject alone is best most often in a dimension, and more often than worst."""
    best, worst = Counter[int](), Counter[int]()
    known = comparison.dimension(dimension)
    assert known
    for at, row in enumerate(comparison.attributes()):
        if row.type.kind is Kind.FIT or row not in known.attributes:
            continue
        ranks = {p: v.level.rank for p in range(len(comparison.subjects)) if (v := value_of(comparison, at, p))}
        if len(set(ranks.values())) < 2:
            continue
        for p, rank in ranks.items():
            best[p] += rank == max(ranks.values())
            worst[p] += rank == min(ranks.values())
    own = int(subject[1:])
    return best[own] > max((n for p, n in best.items() if p != own), default=0) and best[own] > worst[own]
