"""The ladder of questions as SVG."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import FIT_LEVELS, Kind, ValueType
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.model.values import Choice, NotApplicable, Unknown, Value
from mkdocs_comparisons.renderers.svg.ladder import render_ladder
from mkdocs_comparisons.renderers.svg.ladder_words import question
from mkdocs_comparisons.renderers.words import format_value
from mkdocs_comparisons.views.ladder import build_ladder, refuse_ladder
from tests.renderers.svg.golden import SvgFile
from tests.renderers.svg.laid import check_figure, words_of
from tests.renderers.svg.samples import PEN, TEXT, compare, scope_of, text

FIT = ValueType(kind=Kind.FIT, levels=FIT_LEVELS)
POOR, FAIR, GOOD = (Choice(level) for level in FIT_LEVELS)
WORDS = replace(PEN, words=format_value)


def noted(comparison: Comparison, *notes: str) -> Comparison:
    """Give each claim a note, in turn."""
    claims = enumerate(comparison.claims)
    return replace(
        comparison,
        claims=tuple(replace(claim, note=Inline(notes[place % len(notes)])) for place, claim in claims),
    )


def draw(comparison: Comparison) -> list[str]:
    """Draw a whole comparison as ladders."""
    return [str(render_ladder(chart, WORDS)) for chart in build_ladder(scope_of(comparison))]


def two() -> Comparison:
    """Each use case has a verdict for one subject only, and both are best as often."""
    comparison = compare(
        ["Virtual machines", "Containers"],
        ("Legacy applications", FIT, [GOOD, None]),
        ("Multi-OS environments", FIT, [GOOD, None]),
        ("Microservices", FIT, [None, GOOD]),
        ("DevOps and CI/CD", FIT, [None, GOOD]),
    )
    return noted(comparison, "Ideal for what needs a *specific* version of an operating system, whatever its age.")


def six() -> Comparison:
    """Every kind of answer: one, several, many, fair ones, none."""
    comparison = compare(
        ["Bare metal", "Virtual machine", "microVM", "System container", "App container", "Wasm module"],
        ("Another kernel or a non-Linux system", FIT, [FAIR, GOOD, POOR, POOR, POOR, POOR]),
        ("Strangers run their code on your hosts", FIT, [POOR, FAIR, GOOD, POOR, POOR, FAIR]),
        ("Microservices", FIT, [POOR, FAIR, FAIR, GOOD, GOOD, None]),
        ("Web applications with a database of their own, and a cache in front", FIT, [POOR] * 4 + [GOOD, Unknown()]),
        ("Batch jobs", FIT, [POOR, POOR, POOR, POOR, FAIR, POOR]),
        ("Everything", FIT, [GOOD] * 6),
        ("Games", FIT, [POOR] * 6),
        ("Desktops", FIT, [POOR, POOR, POOR, Unknown(), POOR, POOR]),
        ("Spacecraft", FIT, [None] * 6),
    )
    return noted(comparison, "own kernel, starts in 125 ms", "nothing in between")


def scripts() -> Comparison:
    """Names that are not English."""
    return compare(
        ["仮想マシン", "コンテナ", "حاويات"],
        ("レガシーアプリケーション", FIT, [GOOD, POOR, POOR]),
        ("マイクロサービスのためのアーキテクチャと継続的インテグレーション", FIT, [POOR, GOOD, GOOD]),
        ("تطبيقات", FIT, [POOR, POOR, GOOD]),
        ("Donaudampfschifffahrtsgesellschaftskapitän", FIT, [POOR, GOOD, POOR]),
    )


def many() -> Comparison:
    """More questions than a picture holds, with long names."""
    name = "with a rather long name that goes on and on, for ever and ever, until it has to be cut"
    rows = [(f"Use case {place}, {name}", FIT, [POOR, GOOD] if place % 2 else [GOOD, POOR]) for place in range(30)]
    return compare(["A subject whose name is far too long for any pill, whatever we do", "B"], *rows)


SAMPLES = {"two": two, "six": six, "scripts": scripts, "many": many}


@pytest.mark.parametrize("sample", SAMPLES)
def test_picture_stays_as_it_was_reviewed(sample: str, snapshot: SnapshotAssertion) -> None:
    """A change of what is drawn shows as a difference in a file that a reviewer can look at."""
    assert draw(SAMPLES[sample]())[-1] == snapshot(extension_class=SvgFile)


@pytest.mark.parametrize("sample", SAMPLES)
def test_nothing_is_cut_or_overlaps(sample: str) -> None:
    """Long names, other scripts and many answers fit, wide and narrow."""
    for figure in draw(SAMPLES[sample]()):
        check_figure(figure)


def test_last_question_says_no_more_than_the_data() -> None:
    """Where two subjects are named as often, none is what remains for everything else."""
    (figure,) = draw(two())
    words = words_of(figure)
    assert "Or one of these?" in words
    assert "otherwise" not in words.lower()
    assert "most often" not in words
    assert "Good fit for both." in words


def test_most_often_is_said_where_it_is_so() -> None:
    """The subject that is named more often than any other is told as such, with numbers."""
    assert "Named most often: in 4 of 9 use cases" in words_of(draw(six())[0])


def test_lesser_fits_are_named_as_such() -> None:
    """A fair fit never looks like a good one."""
    words = words_of(draw(six())[0])
    assert "Batch jobs (fair fit)" in words
    assert "App container: good fit for" not in words


def test_open_use_cases_are_named() -> None:
    """What leads nowhere is said in words, and what is not known is never called unfit."""
    words = words_of(draw(six())[0])
    assert "No good fit: Games." in words
    assert "No good fit known yet: Desktops." in words
    assert "Nothing known yet: Spacecraft." in words


def test_more_answers_than_fit_are_counted() -> None:
    """Three subjects stand at a question; the others are counted, with their names in a title."""
    (figure,) = draw(six())
    assert "<title>System container, App container, Wasm module</title>and 3 more" in figure


def test_notes_are_shown_without_marks() -> None:
    """A reason is plain text: what CommonMark would make of it has no place in a picture."""
    words = words_of(draw(two())[0])
    assert "Ideal for what needs a specific" in words
    assert "*" not in words


def test_names_are_links() -> None:
    """Questions lead to their attribute, answers to their subject."""
    (figure,) = draw(two())
    for address in ("../c/a0/", "../c/a1/", "../c/a2/", "../c/a3/", "../c/s0/", "../c/s1/"):
        assert f'<a href="{address}">' in figure


def test_ladder_that_goes_on_says_so() -> None:
    """The last no of a picture leads to the next one."""
    first, second = draw(many())
    assert "goes on with question 13" in words_of(first)
    assert "1–12 of 16 questions" in words_of(first)
    assert "13–16 of 16 questions" in words_of(second)


def test_what_is_left_out_is_counted() -> None:
    """Attributes that are no use cases have no place in a ladder, and the picture says so."""
    comparison = compare(["A", "B"], ("x", FIT, [GOOD, None]), ("y", FIT, [None, GOOD]), ("t", TEXT, [text("a"), None]))
    assert "2 of 3 attributes are use cases." in words_of(draw(comparison)[0])


def test_description_tells_who_fits_what() -> None:
    """Who can't see the picture is told what it shows."""
    assert (
        "3 questions lead to Containers and Virtual machines. "
        "Containers: good fit for Microservices, DevOps and CI/CD. "
        "Virtual machines: good fit for Legacy applications, Multi-OS environments."
    ) in words_of(draw(two())[0])


@pytest.mark.parametrize(
    ("title", "asked"),
    [("Games", "Games?"), ("Games?", "Games?"), ("ゲーム", "ゲーム？"), ("تطبيقات", "تطبيقات؟"), ("", "")],
)
def test_question_mark_is_that_of_the_script(title: str, asked: str) -> None:
    """A use case reads as a question in its own script, and never as two."""
    assert question(title) == asked


CELLS = st.sampled_from([POOR, FAIR, GOOD, None, Unknown(), NotApplicable()])
NAMES = st.text(max_size=60)


@settings(max_examples=60)
@given(st.lists(NAMES, min_size=2, max_size=9), st.data())
def test_any_data_can_be_drawn(names: Sequence[str], data: st.DataObject) -> None:
    """Whatever authors write, the picture is sound and nothing in it is cut or overlaps."""
    row = st.lists(CELLS, min_size=len(names), max_size=len(names))
    cases: list[tuple[str, list[Value | None]]] = data.draw(st.lists(st.tuples(NAMES, row), max_size=16))
    comparison = compare(names, *((name, FIT, values) for name, values in cases))
    if comparison.claims:
        comparison = noted(comparison, data.draw(NAMES))
    if not refuse_ladder(scope_of(comparison)):
        for figure in draw(comparison):
            check_figure(figure)


def test_picture_of_usual_size_is_small() -> None:
    """Seven subjects and six questions take no more than a picture may."""
    rows = [(f"Use case {one}", FIT, [GOOD if one == other else POOR for other in range(7)]) for one in range(6)]
    (figure,) = draw(compare([f"Subject {place}" for place in range(7)], *rows))
    assert len(figure.encode()) <= 8_000
