"""Use cases between two subjects as SVG."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.renderers.svg.lean import render_lean
from mkdocs_comparisons.renderers.words import format_value
from mkdocs_comparisons.views.lean import build_lean
from tests.renderers.svg.golden import SvgFile
from tests.renderers.svg.laid import check_figure, words_of
from tests.renderers.svg.samples import PEN, compare, scope_of
from tests.renderers.svg.use_cases import (
    FAIR,
    FIT,
    GOOD,
    NOT_APPLICABLE,
    POOR,
    UNKNOWN,
    VERDICTS,
    fits,
    noted,
    one_sided,
    two,
)

WORDS = replace(PEN, words=format_value)
BAR = re.compile(r'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="6" rx="2" class="(solid|tint) (s\d)"')


def draw(comparison: Comparison) -> str:
    """Draw a whole comparison: the first of its pictures."""
    return str(render_lean(build_lean(scope_of(comparison))[0], WORDS))


def bars(figure: str) -> list[tuple[float, float, str, str]]:
    """Return the bars of the narrow layout: where each starts, its length, its ink and its subject."""
    still = re.sub(r' transform="[^"]*"', "", figure)
    return [(float(x), float(width), ink, subject) for x, width, ink, subject in BAR.findall(still)]


@pytest.mark.parametrize("sample", [two, one_sided])
def test_picture_stays_as_it_was_reviewed(sample: Any, snapshot: SnapshotAssertion) -> None:  # noqa: ANN401
    """A change of what is drawn shows as a difference in a file that a reviewer can look at."""
    figure = draw(sample())
    check_figure(figure)
    assert figure == snapshot(extension_class=SvgFile)


def test_bars_are_as_long_as_their_levels() -> None:
    """Each side starts in the middle and is as long as its own level, whatever the other one's; the better is solid."""
    assert bars(draw(fits("A B", [GOOD, FAIR]))) == [(84, 76, "solid", "s1"), (160, 38, "tint", "s2")]
    assert bars(draw(fits("A B", [POOR, GOOD]))) == [(153, 7, "tint", "s1"), (160, 76, "solid", "s2")]
    assert bars(draw(fits("A B", [GOOD, GOOD]))) == [(84, 76, "solid", "s1"), (160, 76, "solid", "s2")]
    assert bars(draw(fits("A B", [FAIR, FAIR]))) == [(122, 38, "tint", "s1"), (160, 38, "tint", "s2")]


@pytest.mark.parametrize(("value", "words"), [(None, "no claim"), (UNKNOWN, "unknown")])
def test_what_is_not_known_is_dashed_and_says_so(value: Any, words: str) -> None:  # noqa: ANN401
    """A side of which nothing is known has no bar: it is no poor fit."""
    figure = draw(fits("A B", [GOOD, value]))
    assert bars(figure) == [(84, 76, "solid", "s1")]
    assert 'class="edge"' in figure
    assert words in words_of(figure)


def test_what_does_not_apply_has_no_line() -> None:
    """The question makes no sense there, so nothing is missing."""
    figure = draw(fits("A B", [NOT_APPLICABLE, FAIR]))
    assert 'class="edge"' not in figure
    assert "n/a" in words_of(figure)


def test_better_subject_has_its_mark_at_the_bar() -> None:
    """The better side is told by its subject's shape too, not by colour alone."""
    marks = [re.findall(r'class="mark (s\d)"', draw(fits("A B", row))) for row in ([GOOD, POOR], [POOR, GOOD])]
    assert marks == [["s1", "s2", "s1"], ["s1", "s2", "s2"]]


@pytest.mark.parametrize(("value", "words"), [(GOOD, "either"), (FAIR, "even"), (POOR, "neither")])
def test_ties_are_told_in_words(value: Any, words: str) -> None:  # noqa: ANN401
    """Two equal verdicts lean nowhere, and the picture says what that means."""
    assert f">{words}</text>" in draw(fits("A B", [value, value]))


def test_description_tells_what_is_known() -> None:
    """Who can't see the picture learns which subject is better, and where only one has a verdict at all."""
    words = words_of(draw(two()))
    assert (
        "The better fit: Virtual machines for Run untrusted code from tenants, Legacy or non-Linux system and "
        "Desktop with graphics; Containers for Build and test pipelines. "
        "Recommended, with no verdict on the other: "
        "Containers for Microservices that scale in seconds. "
        "Possible, with no verdict on the other: Containers for Desktop applications. "
        "Alike: either for Stateful database; neither for Real-time control; even for Teaching. "
        "Undecided: Satellites (unknown, poor)."
    ) in words


def test_one_sided_verdict_is_not_called_better() -> None:
    """Where nothing is known of the other subject, the picture does not claim a comparison."""
    words = words_of(draw(one_sided()))
    assert "better" not in words
    assert "with no verdict on the other: Virtual machines for Legacy applications and Multi-OS environments" in words


def test_reasons_are_plain_text() -> None:
    """A note is shown without marks; one of the other subject says whose it is; one that is cut has a title."""
    figure = draw(two())
    words = words_of(figure)
    assert "smaller attack" in words
    assert "*" not in words
    assert "Containers: Needs its own kernel" in words
    assert "never shown" not in words
    assert "<title>Dense, quick to start" in figure


def test_names_are_links() -> None:
    """Use cases lead to their attribute, subjects to their page."""
    figure = draw(two())
    for address in ("../c/a0/", "../c/a9/", "../c/s0/", "../c/s1/"):
        assert f'<a href="{address}">' in figure


def test_what_is_not_shown_is_counted() -> None:
    """Attributes of other types, subjects without verdicts and other pages are named below the picture."""
    assert "10 of 11 attributes hold verdicts like these" in words_of(draw(two()))
    assert "No verdict on C" in words_of(draw(fits("A B C", [GOOD, POOR, None])))
    assert "1–30 of 31 use cases" in words_of(draw(fits("A B", *[[GOOD, POOR]] * 31)))


def test_picture_is_small() -> None:
    """A handful of use cases with reasons takes less than eight kilobytes."""
    assert len(draw(one_sided()).encode()) < 6_000


WORDS_OF_ANY_KIND = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=150)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(WORDS_OF_ANY_KIND, min_size=2, max_size=2),
    st.lists(
        st.tuples(WORDS_OF_ANY_KIND, st.lists(st.sampled_from(VERDICTS), min_size=2, max_size=2)),
        min_size=1,
        max_size=5,
    ),
    WORDS_OF_ANY_KIND,
)
def test_any_data_is_drawn(subjects: list[str], rows: list[tuple[str, list[Any]]], note: str) -> None:
    """Whatever names, notes and verdicts there are, the picture is sound, and no text is cut or over another."""
    comparison = compare(subjects, *((name, FIT, values) for name, values in rows))
    check_figure(draw(noted(comparison, {("a0", "s0"): note, ("a0", "s1"): note[::-1]})))
