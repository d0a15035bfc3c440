"""Tables of signs as SVG."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from mkdocs_comparisons.model.comparison import Comparison, Noun
from mkdocs_comparisons.model.dimensions import DiagramKind, DiagramOptions
from mkdocs_comparisons.renderers.svg.dots import render_dots
from mkdocs_comparisons.renderers.words import format_value
from mkdocs_comparisons.views.dots import build_dots
from tests.renderers.svg.boxes import SVG, parse
from tests.renderers.svg.golden import SvgFile
from tests.renderers.svg.laid import check_figure, words_of
from tests.renderers.svg.samples import PEN, SUPPORT, YES, compare, scope_of
from tests.renderers.svg.use_cases import (
    FAIR,
    FIT,
    GOOD,
    NOT_APPLICABLE,
    POOR,
    SAMPLES,
    UNKNOWN,
    VERDICTS,
    fits,
    many,
    seven,
    supported,
)

WORDS = replace(PEN, words=format_value)
ASKED = DiagramOptions(kind=DiagramKind.DOTS)


def draw(comparison: Comparison, options: DiagramOptions | None = None) -> list[str]:
    """Draw a whole comparison."""
    return [str(render_dots(chart, WORDS)) for chart in build_dots(scope_of(comparison, options=options))]


def signs(figure: str) -> list[tuple[str, float, float]]:
    """Return the signs with words of their own, and where they stand in the narrow layout."""
    found = []
    for use in parse(figure).iter(f"{SVG}use"):
        title = use.findtext(f"{SVG}title")
        if title:
            found.append((f"{title} {use.get('href', '')[3:]}", float(use.get("x", "")), float(use.get("y", ""))))
    return found


@pytest.mark.parametrize("sample", SAMPLES)
def test_picture_stays_as_it_was_reviewed(sample: str, snapshot: SnapshotAssertion) -> None:
    """A change of what is drawn shows as a difference in a file that a reviewer can look at."""
    figures = draw(SAMPLES[sample]())
    for figure in figures:
        check_figure(figure)
    assert figures[0] == snapshot(extension_class=SvgFile)


def test_each_verdict_has_its_own_shape_and_words() -> None:
    """Signs differ by shape, and say whose verdict they are."""
    (figure,) = draw(fits("A B C D E F", VERDICTS))
    assert [title for title, _, _ in signs(figure)] == [
        "A: poor l",
        "B: fair h",
        "C: good b",
        "D: unknown u",
        "F: no claim m",
    ]
    assert "<title>E: n/a</title>n/a</text>" in figure


@pytest.mark.parametrize("comparison", [many(3, 6), seven()])
def test_signs_stand_in_rows_and_columns(comparison: Comparison) -> None:
    """Each subject has one column and each use case one row, evenly apart, whatever the heads look like."""
    (figure,) = draw(comparison)
    places = {title.split(":")[0]: set[float]() for title, _, _ in signs(figure)}
    for title, x, _ in signs(figure):
        places[title.split(":")[0]].add(x)
    assert all(len(xs) == 1 for xs in places.values())
    columns = sorted({x for _, x, _ in signs(figure)})
    assert len({right - left for left, right in pairwise(columns)}) == 1
    assert len({y for _, _, y in signs(figure)}) == 6


def test_many_subjects_are_rows() -> None:
    """From eight on, a subject's signs stand beside each other."""
    (figure,) = draw(fits("A B C D E F G H", [GOOD] * 8, [POOR] * 8))
    by_subject = {title.split(":")[0]: y for title, _, y in signs(figure)}
    assert len(set(by_subject.values())) == 8


def test_legend_explains_what_occurs() -> None:
    """The levels are always told, the other signs only where there are any."""
    plain, rich = words_of(draw(fits("A", [GOOD]))[0]), words_of(draw(seven())[0])
    assert plain.endswith("good fair poor")
    assert rich.endswith("good fair poor unknown n/a not applicable no claim")


def test_legend_tells_the_words_of_all_scales() -> None:
    """Where use cases stand beside what is supported, a sign has two words."""
    (figure,) = draw(compare(["A"], ("x", FIT, [GOOD]), ("y", SUPPORT, [YES])), ASKED)
    assert "good, yes" in words_of(figure)
    assert "fair, partial" in words_of(figure)


def test_columns_share_the_narrow_room_without_turning_a_letter() -> None:
    """Seven names that are too long to stand above their columns stand on stairs, level and whole."""
    (figure,) = draw(seven())
    assert "rotate" not in figure
    assert "…" not in figure


def test_description_tells_who_fits() -> None:
    """Who can't see the picture learns which subject is best most often, and what is not known."""
    words = words_of(draw(seven())[0])
    assert "Most often good: Virtual machine and App container (2 of 6 use cases each)." in words
    assert "The only one that is good: Virtual machine for Legacy or non-Linux system" in words
    assert "Nothing is known in 2 of 42 cases." in words
    assert "None is known to be good for a0." in words_of(draw(fits("A B", [POOR, FAIR]))[0])
    unknown = words_of(draw(fits("A B", [UNKNOWN, None], [NOT_APPLICABLE, None]))[0])
    assert "Nothing is known in 3 of 4 cases." in unknown


def test_pages_say_what_they_show() -> None:
    """Of many subjects and use cases, each picture says which it holds; other attributes are counted."""
    pages = [words_of(figure) for figure in draw(many())]
    assert len(pages) == 4
    assert "1–30 of 33 frameworks 1–8 of 10 use cases" in pages[0]
    assert "31–33 of 33 frameworks 9–10 of 10 use cases" in pages[3]
    assert "1 of 2 attributes hold verdicts like these" in words_of(draw(supported())[0])


def test_names_are_links() -> None:
    """Use cases lead to their attribute, subjects to their page."""
    (figure,) = draw(seven())
    for address in ("../c/a0/", "../c/a5/", "../c/s0/", "../c/s6/"):
        assert f'<a href="{address}">' in figure


def test_pictures_are_small() -> None:
    """Seven subjects take about as much as a heat map of six, thirty take less than forty kilobytes."""
    assert len(draw(seven())[0].encode()) < 9_500
    assert len(draw(many(30, 8))[0].encode()) < 40_000


WORDS_OF_ANY_KIND = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=120)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(WORDS_OF_ANY_KIND, min_size=1, max_size=11),
    st.lists(WORDS_OF_ANY_KIND, min_size=1, max_size=10),
    st.data(),
)
def test_any_data_is_drawn(subjects: list[str], names: list[str], data: st.DataObject) -> None:
    """Whatever names and verdicts there are, the picture is sound, and no text is cut or over another."""
    rows = st.lists(st.sampled_from(VERDICTS), min_size=len(subjects), max_size=len(subjects))
    noun = Noun(one="x", many=data.draw(WORDS_OF_ANY_KIND))
    for figure in draw(compare(subjects, *((name, FIT, data.draw(rows)) for name in names), noun=noun)):
        check_figure(figure)
