"""Pictures of words and relations, read back and compared with the data they were drawn from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import (
    FIT_LEVELS,
    Dimension,
    Kind,
    ValueType,
)
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.model.values import Choice, Items, NotApplicable, State, Unknown, Value, state_of
from mkdocs_comparisons.renderers.svg.butterfly import render_butterfly
from mkdocs_comparisons.renderers.svg.groups import render_groups
from mkdocs_comparisons.renderers.svg.sheets import NARROW, WIDE
from mkdocs_comparisons.renderers.svg.tree import render_tree
from mkdocs_comparisons.views.butterfly import build_butterfly, refuse_butterfly
from mkdocs_comparisons.views.groups import build_groups, refuse_groups
from mkdocs_comparisons.views.tree import Tree, build_tree, refuse_tree
from tests.renderers.svg.reading import Shape, description_of, number_in, runs_of, shapes_of, value_of
from tests.renderers.svg.samples import PEN, SUPPORT, TEXT, choice, compare, scope_of, score, text, words_of

SOME = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
OPEN = st.sampled_from([Unknown(), NotApplicable(), None])
CHOICE = choice("l0", "l1", "l2")
RATING = ValueType(kind=Kind.RATING)
FIT = ValueType(kind=Kind.FIT, levels=FIT_LEVELS)
VALUES: dict[ValueType, st.SearchStrategy[Value]] = {
    TEXT: st.sampled_from("abcde").map(text),
    SUPPORT: st.sampled_from([Choice(level) for level in SUPPORT.levels]),
    CHOICE: st.sampled_from([Choice(level) for level in CHOICE.levels]),
    RATING: st.integers(0, 5).map(lambda number: score(str(number))),
    ValueType(kind=Kind.LIST): st.lists(st.sampled_from("abc"), min_size=1, unique=True).map(
        lambda each: Items(tuple(map(Inline, sorted(each))))
    ),
    FIT: st.sampled_from([Choice(level) for level in FIT_LEVELS]),
}


@st.composite
def said(draw: st.DrawFn, *, counts: tuple[int, ...], types: tuple[ValueType, ...], most: int = 8) -> Comparison:
    count = draw(st.sampled_from(counts))
    rows = []
    for place in range(draw(st.integers(1, most))):
        type = draw(st.sampled_from(types))
        cells = st.one_of(VALUES[type], VALUES[type], VALUES[type], OPEN)
        rows.append((f"Row{place}", type, draw(st.lists(cells, min_size=count, max_size=count))))
    return compare([f"S{place}" for place in range(count)], *rows)


def parts_of(value: Value | None) -> list[str]:
    return [item.source for item in value.items] if isinstance(value, Items) else [words_of(value)]


@SOME
@given(comparison=said(counts=(1, 2, 5, 9, 35), types=tuple(VALUES)))
def test_groups_are_true(comparison: Comparison) -> None:
    """Each subject stands under its own value, and the counts are those of the data."""
    scope = scope_of(comparison)
    if refuse_groups(scope):
        return
    subjects = range(len(comparison.subjects))
    for width in WIDE, NARROW:
        found: dict[int, dict[str, list[int]]] = {}
        by_parts: dict[int, bool] = {}
        for chart in build_groups(scope):
            figure = str(render_groups(chart, PEN))
            here: dict[int, dict[str, list[int]]] = {}
            for row, words, count, places, is_by_parts in groups_of(shapes_of(figure, width)):
                found.setdefault(row, {}).setdefault(words, []).extend(places)
                here.setdefault(row, {})[words] = places
                shown, total = (count.split(" of ") * 2)[:2]
                values = {place: value_of(comparison, row, place) for place in subjects}
                whole = [p for p, v in values.items() if words in (parts_of(v) if is_by_parts else [words_of(v)])]
                assert set(places) <= set(whole)
                by_parts[row] = is_by_parts
                assert int(shown) == len(places)
                assert int(total) == len(whole), (words, values)
            check_group_words(here, comparison, description_of(figure))
        assert set(found) == set(range(len(comparison.attribute_ids)))
        for row, groups in found.items():
            own = [value_of(comparison, row, place) for place in subjects]
            told = Counter(place for places in groups.values() for place in places)
            assert told == Counter({p: len(parts_of(own[p])) if by_parts[row] else 1 for p in subjects})


def groups_of(shapes: list[Shape]) -> list[tuple[int, str, str, list[int], bool]]:
    found: list[tuple[int, str, str, list[int], bool]] = []
    row, is_by_parts = -1, False
    own: list[str] = []
    for shape in shapes:
        if "/a" in shape.href:
            row, own, is_by_parts = number_in(shape.href, "a"), [], False
        elif "/s" in shape.href and shape.tag == "text":
            if own:
                found.append((row, own[0], own[1], [], is_by_parts))
                own = []
            place = number_in(shape.href, "s")
            assert shape.words == f"S{place}"
            found[-1][3].append(place)
        elif "may stand" in shape.words:
            is_by_parts = True
        elif shape.tag == "text" and not shape.href:
            own.append(shape.words)
    return found


def check_group_words(here: Mapping[int, Mapping[str, Sequence[int]]], comparison: Comparison, told: str) -> None:
    for row, groups in list(here.items())[:3]:
        found = re.search(rf"Row{row}: (.*?)\.(?: |$)", told)
        assert found
        matched = [w for w, p in groups.items() if re.search(rf"(?:^|, | and ){re.escape(w)} for {len(p)}\b", found[1])]
        assert len(matched) >= len(re.findall(r" for \d", found[1])), (groups, told)
        more = re.search(r"and (\d+) more values", found[1])
        assert len(re.findall(r" for \d", found[1])) + int(more[1] if more else 0) == len(groups)
    rest = re.search(r"(\d+) more below", told)
    assert int(rest[1] if rest else 0) == max(0, len(here) - 3)


@SOME
@given(comparison=said(counts=(2,), types=tuple(VALUES), most=33))
def test_butterfly_is_true(comparison: Comparison) -> None:
    """What is said of either subject stands on its own side, beside its own name."""
    scope = scope_of(comparison)
    if refuse_butterfly(scope):
        return
    for width in WIDE, NARROW:
        rows = []
        for chart in build_butterfly(scope):
            figure = str(render_butterfly(chart, PEN))
            shapes = [s for s in shapes_of(figure, width) if s.tag == "text"]
            heads = {number_in(s.href, "s"): s.x for s in shapes if "/s" in s.href}
            assert heads[0] < width / 2 <= heads[1]
            here = []
            for at, shape in enumerate(shapes):
                if "/a" not in shape.href:
                    continue
                row = number_in(shape.href, "a")
                left, right = shapes[at - 1], shapes[at + 1]
                assert left.words == words_of(value_of(comparison, row, 0))
                assert left.x < width / 2
                assert right.words == words_of(value_of(comparison, row, 1))
                assert right.x > width / 2
                assert left.y == right.y
                here.append(row)
            rows += here
            pairs = {r: [value_of(comparison, r, p) for p in range(2)] for r in here}
            known = {r: p for r, p in pairs.items() if all(state_of(v) is State.KNOWN for v in p)}
            differing = [r for r, (a, b) in known.items() if set(parts_of(a)) != set(parts_of(b))]
            told = description_of(figure)
            assert f"differ in {len(differing)} of {len(here)} attributes" in told
            absent = re.search(r"Of (\d+) attributes not both are known", told)
            assert int(absent[1] if absent else 0) == len(here) - len(known)
            for r, a, b in re.findall(r"Row(\d+): (.*?) against (.*?)\.", told):
                assert int(r) in differing
                assert [a, b] == [words_of(v) for v in pairs[int(r)]]
        assert rows == list(range(len(comparison.attribute_ids)))


def in_dimensions(comparison: Comparison, size: int) -> Comparison:
    """Divide the attributes among dimensions."""
    attributes = tuple(comparison.attributes())
    parts = [attributes[start : start + size] for start in range(0, len(attributes), size)]
    made = tuple(
        Dimension(id=f"d{place}", slug=f"d{place}", title=f"Dim{place}", attributes=part)
        for place, part in enumerate(parts)
    )
    return replace(comparison, dimensions=made)


@SOME
@given(
    comparison=said(counts=(1, 2, 3, 33), types=tuple(VALUES), most=12),
    texts=said(counts=(3, 33), types=(TEXT,), most=5),
    size=st.sampled_from([2, 5, 99]),
    is_text=st.booleans(),
)
def test_tree_is_true(comparison: Comparison, texts: Comparison, size: int, *, is_text: bool) -> None:
    """Each leaf hangs at its own branch, with what the data says beside it."""
    comparison = in_dimensions(texts if is_text else comparison, size)
    scope = scope_of(comparison)
    assert not refuse_tree(scope)
    charts = build_tree(scope)
    for width in WIDE, NARROW:
        leaves: list[str] = []
        for chart in charts:
            figure = str(render_tree(chart, PEN))
            branch = ""
            here = []
            for run in runs_of(shapes_of(figure, width)):
                words = [s.words for s in run if s.tag == "text" and s.href]
                href = run[0].href
                if found := re.search(r"/a(\d+)/s(\d+)/$", href):
                    row, place = int(found[1]), int(found[2])
                    assert words == [
                        f"S{place}" if chart.form.name == "TEXTS" else f"Row{row}",
                        words_of(value_of(comparison, row, place)),
                    ]
                    if branch.startswith("a"):
                        assert branch == f"a{row}"
                    elif branch.startswith("d"):
                        assert dimension_at(comparison, row) == branch
                elif chart.form.name == "TEXTS":
                    branch = f"a{number_in(href, 'a')}"
                    continue
                elif found := re.search(r"/a(\d+)/$", href):
                    assert words[0] == f"Row{found[1]}"
                    assert not branch or dimension_at(comparison, int(found[1])) == branch
                else:
                    branch = f"d{found[1]}" if (found := re.search(r"/d(\d+)/$", href)) else ""
                    continue
                here.append(href)
            leaves += here
            check_tree_words(comparison, chart, here, description_of(figure))
        assert len(leaves) == len(set(leaves))
        known = [
            p
            for p in range(len(comparison.subjects))
            if any(state_of(value_of(comparison, r, p)) is State.KNOWN for r in range(len(comparison.attribute_ids)))
        ]
        each = len(known) if charts[0].form.name == "TEXTS" else 1
        assert len(leaves) == len(comparison.attribute_ids) * each


def dimension_at(comparison: Comparison, row: int) -> str:
    """Return the id of an attribute's dimension."""
    dimension = comparison.dimension_of(f"a{row}")
    assert dimension is not None
    return dimension.id


def check_tree_words(comparison: Comparison, chart: Tree, hrefs: Sequence[str], told: str) -> None:
    rows = list(dict.fromkeys(number_in(href, "a") for href in hrefs))
    dimensions = {dimension_at(comparison, row) for row in rows}
    if found := re.search(r": (\d+) attributes?(?: in (\d+) dimensions?)?\.", told):
        assert int(found[1]) == len(rows)
        assert found[2] is None or int(found[2]) == len(dimensions)
        assert f"{found[1]} attribute{'s' * (found[1] != '1')}" in found[0]
    for row, words in re.findall(r"Row(\d+): ([a-z0-9 /,]+)\.", told):
        assert words in {words_of(value_of(comparison, int(row), p)) for p in range(len(comparison.subjects))}
    for row, known, count in re.findall(r"Row(\d+) of (\d+) of (\d+) ", told):
        places = [number_in(href, "s") for href in hrefs if f"/a{row}/" in href]
        assert int(count) == len(places)
        assert int(known) == sum(state_of(value_of(comparison, int(row), p)) is State.KNOWN for p in places)
    for row, place, words in re.findall(r"Row(\d+) of \d+ of \d+ subjects: S(\d+): (\S+)\.", told):
        assert words_of(value_of(comparison, int(row), int(place))) == words
    everything = [
        value_of(comparison, r, p)
        for r in range(len(comparison.attribute_ids))
        for p in range(len(comparison.subjects))
    ]
    if "Nothing is known yet" in told or "holds nothing that is known" in told:
        assert not any(state_of(value) is State.KNOWN for value in everything)
    if "does not apply to anything" in told:
        assert {state_of(value) for value in everything} == {State.NOT_APPLICABLE}
    if found := re.search(r"[Nn]othing known of (\d+) more", told):
        known = {
            p
            for p in range(len(comparison.subjects))
            if any(state_of(value_of(comparison, r, p)) is State.KNOWN for r in range(len(comparison.attribute_ids)))
        }
        assert int(found[1]) == len(comparison.subjects) - len(known)
