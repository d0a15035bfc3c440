"""Timelines as SVG."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from mkdocs_comparisons.model.comparison import Comparison, Noun
from mkdocs_comparisons.model.dimensions import Kind, ValueType
from mkdocs_comparisons.model.values import Day, NotApplicable, Unknown, Value
from mkdocs_comparisons.renderers.dates import date_format
from mkdocs_comparisons.renderers.svg.sheets import NARROW, WIDE
from mkdocs_comparisons.renderers.svg.timeline import render_timeline
from mkdocs_comparisons.renderers.words import format_value
from mkdocs_comparisons.views.timeline import build_timeline, refuse_timeline
from tests.renderers.svg.boxes import Box, parse
from tests.renderers.svg.golden import SvgFile
from tests.renderers.svg.laid import check_figure, text_boxes, words_of
from tests.renderers.svg.samples import PEN, TEXT, compare, scope_of, text

DATE = ValueType(kind=Kind.DATE)
DOT = "m0-4a4 4 0 1 0 .01 0z"


def days(*written: str | None) -> list[Value | None]:
    """Return dates; `?` is unknown, `-` not applicable, None no claim."""
    states: dict[str | None, Value | None] = {None: None, "?": Unknown(), "-": NotApplicable()}
    return [states[each] if each in states or each is None else Day(each) for each in written]


def draw(comparison: Comparison, date: Callable[[str], str] = str) -> list[str]:
    """Draw all pictures of a whole comparison."""
    pen = replace(PEN, words=lambda value: format_value(value, date))
    return [
        str(render_timeline(chart, pen.for_page(page)))
        for page, chart in enumerate(build_timeline(scope_of(comparison)))
    ]


def lanes() -> Comparison:
    """Two subjects with dates of all precisions, the same date twice, and what is no date."""
    return compare(
        ["Virtual machines", "Containers"],
        ("VMware Workstation", DATE, days("1999", "2000")),
        ("Xen", DATE, days("2003", "2004")),
        ("KVM in Linux 2.6.20, and what followed after a long time of waiting", DATE, days("2007-02-05", "2007")),
        ("Open Container Initiative", DATE, days("2018-11", "2015-06-22")),
        ("Firecracker", DATE, days("2018-11", "?")),
        ("End", DATE, days(None, "-")),
        ("Name", TEXT, [text("a"), text("b")]),
    )


def shared() -> Comparison:
    """Many subjects with one date each."""
    written = ("2013", "2018", "2008", "2014", "2015", "2009", "2014", "2017", "2018", "2018", "?", None)
    names = [
        "Docker",
        "Podman",
        "LXC",
        "Kubernetes",
        "Nomad",
        "Mesos",
        "rkt",
        "CRI-O",
        "仮想マシン",
        "حاويات",
        "Xen",
        "Kata",
    ]
    return compare(names, ("First release", DATE, days(*written)), noun=Noun(one="engine", many="engines"))


def one() -> Comparison:
    """A single date."""
    return compare(["A"], ("Start", DATE, days("2024")))


def ages() -> Comparison:
    """Dates from the first to the last year that can be written."""
    return compare(["Rome", "Now", "End"], ("Founded", DATE, days("0001", "2024-05-02", "9999")))


SAMPLES = {"lanes": lanes, "shared": shared, "one": one, "ages": ages}


@pytest.mark.parametrize("sample", SAMPLES)
def test_picture_stays_as_it_was_reviewed(sample: str, snapshot: SnapshotAssertion) -> None:
    """A change of what is drawn shows as a difference in a file that a reviewer can look at."""
    assert draw(SAMPLES[sample]())[0] == snapshot(extension_class=SvgFile)


@pytest.mark.parametrize("sample", SAMPLES)
def test_nothing_is_cut_or_overlaps(sample: str) -> None:
    """Labels stand in lanes, wide and narrow, however near the dates."""
    check_figure(draw(SAMPLES[sample]())[0])


@pytest.mark.parametrize("locale", ["de", "ar", "ja", "en"])
def test_dates_are_written_as_the_site_has_them(locale: str) -> None:
    """Labels and axis in another language fit too."""
    written = date_format(locale)
    (figure,) = draw(lanes(), written)
    assert written("2007-02-05").replace(" ", "") in words_of(figure).replace(" ", "").replace("\u00a0", "")
    check_figure(figure)


def boxes_of(figure: str, width: int) -> dict[str, Box]:
    """Return the boxes of texts by what they say; of several, the first."""
    return {box.text: box for box in reversed(text_boxes(parse(figure)[0], width))}


def test_marks_stand_where_their_dates_say() -> None:
    """Between two ticks, a date is where its share of the time is."""
    (figure,) = draw(
        compare(["A"], ("Start", DATE, days("2000")), ("End", DATE, days("2020")), ("Half", DATE, days("2010")))
    )
    boxes = {box.text: (box.left + box.right) / 2 for box in text_boxes(parse(figure)[0], WIDE) if box.bottom < 16}
    places = [float(x) for x in re.findall(r'd="M([\d.]+) [\d.]+v-\d+" class="axis"', figure)]
    ticks = [boxes[name] for name in ("2000", "2010", "2020")]
    assert places == pytest.approx([ticks[0], ticks[1], ticks[2]], abs=0.2)


def test_time_runs_down_where_it_is_narrow() -> None:
    """On a phone, dates stand at the left and what they are of at the right."""
    boxes = boxes_of(draw(lanes())[0], NARROW)
    assert boxes["VMware Workstation"].bottom < boxes["Xen"].top < boxes["Firecracker"].top
    assert boxes["1999"].right < boxes["VMware Workstation"].left
    assert boxes["1999"].top == pytest.approx(boxes["VMware Workstation"].top, abs=2)


def test_names_lead_to_subjects_and_labels_to_cells() -> None:
    """What can be clicked says more."""
    (figure,) = draw(lanes())
    for address in ("../c/s0/", "../c/s1/", "../c/a0/s0/", "../c/a3/s1/"):
        assert f'<a href="{address}">' in figure
    assert '<a href="../c/a0/">' in draw(shared())[0]
    assert '<a href="../c/s4/">' in draw(shared())[0]


def test_the_same_date_has_one_mark() -> None:
    """Labels of one day stand above each other, over one mark."""
    (figure,) = draw(compare(["A"], ("One", DATE, days("2013")), ("Two", DATE, days("2013"))))
    boxes = boxes_of(figure, WIDE)
    assert boxes["2013 One"].bottom <= boxes["2013 Two"].top + 4
    assert boxes["2013 One"].left == boxes["2013 Two"].left
    # One at the head, one on the line.
    assert figure.count('class="mark s1"') == 2


def test_what_is_less_known_is_as_long_as_it_may_be() -> None:
    """A year among days is no day: a bar says so; years among years need none."""
    (figure,) = draw(compare(["A"], ("One", DATE, days("2013")), ("Two", DATE, days("2013-03-05"))))
    assert "<rect" in figure
    assert "only the month or the year is known" in words_of(figure)
    assert "<rect" not in draw(shared())[0]


def test_what_is_not_given_is_said_in_words() -> None:
    """Unknown, not applicable and no claim are told apart; other attributes are counted."""
    words = words_of(draw(lanes())[0])
    for told in ("Firecracker · unknown Containers", "End · no claim Virtual machines", "End · n/a Containers"):
        assert told in words
    assert "6 of 7 attributes: those that are dates" in words


def test_a_shared_lane_has_the_signs_at_the_names() -> None:
    """Subjects of one date share a dot; shape, colour and name tell them."""
    (figure,) = draw(shared())
    assert figure.count(DOT) == 7
    assert all(f'class="mark s{place}"' in figure for place in range(1, 8))
    assert "First release · unknown Xen" in words_of(figure)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lanes, "9 dates, from 1999 (Virtual machines, VMware Workstation) to 2018-11 (Virtual machines, "),
        (shared, "10 dates, from 2008 (LXC) to 2018 (حاويات and 2 more). 2\u00a0dates are not given."),
        (one, "A, Start: 2024."),
        (lambda: compare(["A", "B"], ("Start", DATE, days("2013", "2013"))), "All 2 dates are 2013."),
    ],
)
def test_description_says_what_the_picture_shows(make: Callable[[], Comparison], words: str) -> None:
    """Who can't see it is told the same."""
    assert words.replace("\u00a0", " ") in words_of(draw(make())[0])


def test_pictures_are_small() -> None:
    """As much as fits stays within the budgets."""
    assert len(draw(lanes())[0].encode()) <= 9_000
    many = compare(
        [f"Licence {place}" for place in range(30)], ("Year", DATE, days(*(str(1990 + place) for place in range(30))))
    )
    assert len(draw(many)[0].encode()) <= 40_000


NAMES = st.text(max_size=60)
DATES = st.one_of(
    st.none(),
    st.just(Unknown()),
    st.dates().map(lambda day: Day(day.isoformat())),
    st.dates(date(2020, 1, 1), date(2021, 1, 1)).map(lambda day: Day(day.isoformat())),
    st.dates().map(lambda day: Day(day.isoformat()[:7])),
    st.integers(1, 9999).map(lambda year: Day(f"{year:04}")),
    st.integers(2000, 2005).map(lambda year: Day(f"{year:04}")),
    st.text(max_size=12).map(Day),
)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(NAMES, min_size=1, max_size=12),
    st.lists(st.tuples(NAMES, st.lists(DATES, max_size=12)), min_size=1, max_size=4),
)
def test_any_data_can_be_drawn(subjects: list[str], rows: list[tuple[str, list[Value | None]]]) -> None:
    """Whatever authors write, the picture is sound and nothing in it is cut or overlaps."""
    comparison = compare(subjects, *((title, DATE, values[: len(subjects)]) for title, values in rows))
    if not refuse_timeline(scope_of(comparison)):
        for figure in draw(comparison):
            check_figure(figure)
