"""Many subjects by one number, as SVG."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from mkdocs_comparisons.model.comparison import Comparison, Noun
from mkdocs_comparisons.model.dimensions import Better, DiagramKind, DiagramOptions, Kind, ValueType
from mkdocs_comparisons.model.values import NotApplicable, Unknown, Value
from mkdocs_comparisons.renderers.svg.strip import render_strip
from mkdocs_comparisons.views.strip import build_strip, refuse_strip
from tests.renderers.svg.golden import SvgFile
from tests.renderers.svg.laid import check_figure, words_of
from tests.renderers.svg.samples import NUMBER, PEN, TEXT, compare, measure, scope_of, text
from tests.renderers.svg.test_dumbbell import values

SECONDS = ValueType(kind=Kind.QUANTITY, unit="s", better=Better.LOWER)


def draw(comparison: Comparison, scale: str = "") -> list[str]:
    """Draw a whole comparison, and check each picture."""
    options = DiagramOptions(kind=DiagramKind.STRIP, scale=scale)
    figures = [str(render_strip(chart, PEN)) for chart in build_strip(scope_of(comparison, options=options))]
    for figure in figures:
        check_figure(figure)
    return figures


def starts() -> Comparison:
    """Start-up times, from a millisecond to minutes."""
    return compare(
        ["Bare metal", "Virtual machine", "microVM", "App container", "Wasm module", "仮想マシン"],
        (
            "Start-up time",
            SECONDS,
            [
                measure("3", unit="min", factor="60"),
                measure("10", "40", unit="s"),
                replace(measure("125", unit="ms", factor="0.001"), bound="<"),
                replace(measure("300", unit="ms", factor="0.001"), bound=">="),
                measure("1", unit="ms", factor="0.001"),
                Unknown(),
            ],
        ),
        noun=Noun(one="runtime", many="runtimes"),
    )


def balances() -> Comparison:
    """Ranges over zero, bounds, a zero, and each of the nothings."""
    return compare(
        ["openSUSE Tumbleweed with a name that is really long", "حاويات", "C", "D", "E", "F", "G", "H", "I"],
        (
            "Balance",
            NUMBER,
            [
                measure("-5"),
                measure("7.5"),
                measure("-3", "2"),
                measure("0"),
                measure("4", "6"),
                replace(measure("3"), bound="<"),
                replace(measure("2"), bound=">="),
                Unknown(),
                NotApplicable(),
            ],
        ),
    )


SAMPLES = {"starts": starts, "balances": balances}


@pytest.mark.parametrize("name", SAMPLES)
def test_picture_stays_as_it_was_reviewed(name: str, snapshot: SnapshotAssertion) -> None:
    """A change of how numbers are drawn is seen by whoever reviews it."""
    assert draw(SAMPLES[name]())[0] == snapshot(extension_class=SvgFile)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_name_stands_in_the_picture(name: str) -> None:
    """Who reads or searches finds each subject, and the attribute."""
    comparison = SAMPLES[name]()
    words = words_of(draw(comparison)[0])
    for subject in comparison.subjects:
        assert subject.title in words
    assert scope_of(comparison).attributes[0].title in words


def test_description_says_what_the_picture_shows() -> None:
    """Who does not see it learns both ends, and of how many nothing is known."""
    found = re.search("<desc[^>]*>(.*?)</desc>", draw(starts())[0])
    assert found is not None
    assert found[1] == (
        "Start-up time (lower is better · log): Wasm module with 1 ms to Bare metal with 3 min."
        " No number for 1 of 6 runtimes."
    )


def test_equal_numbers_are_said_to_be_equal() -> None:
    """Where all are the same there is no first and last."""
    (figure,) = draw(compare(list("ABCDE"), ("Time", SECONDS, [measure("100", unit="s")] * 5)))
    assert "100 s for each of 5 subjects." in figure


def test_bars_are_never_drawn_on_a_logarithmic_axis() -> None:
    """The length of a bar says how much, which a logarithm would belie: there are dots."""
    assert 'height="12"' not in draw(starts())[0]
    assert 'height="12"' in draw(balances())[0]


def test_bars_are_as_long_as_their_numbers() -> None:
    """Half the number is half the bar."""
    (figure,) = draw(compare(["A", "B"], ("X", NUMBER, [measure("50"), measure("100")])))
    lengths = [float(width) for width in re.findall(r'<rect [^>]*?width="([\d.]+)" height="12"', figure)]
    assert len(lengths) == 4
    whole = [lengths[0], lengths[1]]
    assert [length / 2 for length in whole] == pytest.approx(lengths[2:], abs=0.25)


def test_pages_have_one_axis_and_say_how_much_they_show() -> None:
    """Whoever compares two pictures compares lengths of one scale."""
    comparison = compare([f"Subject {it}" for it in range(70)], ("X", NUMBER, [measure(str(it)) for it in range(70)]))
    figures = draw(comparison)
    assert [re.findall(r">(\d+–\d+ of 70 subjects)<", figure) for figure in figures] == [
        ["1–30 of 70 subjects"],
        ["31–60 of 70 subjects"],
        ["61–70 of 70 subjects"],
    ]
    ticks = [re.findall(r'<text x="([\d.]+)"[^>]* class="tick"[^>]*>(\d+)<', figure) for figure in figures]
    assert ticks[0] == ticks[1] == ticks[2]
    assert all(len(figure.encode()) < 40_000 for figure in figures)


def test_all_zero_is_drawn() -> None:
    """Zeros have a place, and no length."""
    (figure,) = draw(compare(["A", "B"], ("X", NUMBER, [measure("0"), measure("0")])))
    assert 'height="12"' not in figure
    assert words_of(figure).count("0") >= 3


def test_names_that_show_nothing_keep_their_rows() -> None:
    """A name of invisible marks takes a row like any other; its value lies over no other."""
    draw(compare(["\u200e", "\u200f"], ("\u200e", NUMBER, [measure("0"), measure("0")])))


def test_each_attribute_says_which_it_is() -> None:
    """Where there are more attributes than the one that is shown, that is told."""
    numbers = [measure("1"), measure("2")]
    comparison = compare(["A", "B"], ("X", NUMBER, numbers), ("Y", TEXT, [text("a"), text("b")]))
    assert "attribute 1 of 2" in words_of(draw(comparison)[0])


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(st.text(min_size=1, max_size=90), values()), min_size=1, max_size=8),
    st.sampled_from(["", "log", "linear"]),
)
def test_any_numbers_make_a_sound_picture(given: list[tuple[str, Value | None]], scale: str) -> None:
    """Whatever stands in the data, nothing raises, and no text is cut or over another."""
    comparison = compare([name.strip() or "x" for name, _ in given], ("X", NUMBER, [value for _, value in given]))
    if not refuse_strip(scope_of(comparison)):
        draw(comparison, scale)
