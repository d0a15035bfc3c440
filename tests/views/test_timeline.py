"""Which dates a timeline shows, and in which lanes."""

from __future__ import annotations

from mkdocs_comparisons.model.dimensions import Kind, ValueType
from mkdocs_comparisons.model.refs import AttributeRef, CellRef, SubjectRef
from mkdocs_comparisons.model.values import Day, NotApplicable, Unknown, Value
from mkdocs_comparisons.views.timeline import Timeline, build_timeline, refuse_timeline
from tests.renderers.svg.samples import TEXT, compare, scope_of, text

DATE = ValueType(kind=Kind.DATE)


def days(*written: str | None) -> list[Value | None]:
    """Return dates; `?` is unknown, `-` not applicable, None no claim."""
    states: dict[str | None, Value | None] = {None: None, "?": Unknown(), "-": NotApplicable()}
    return [states[each] if each in states or each is None else Day(each) for each in written]


def dates_of(chart: Timeline) -> list[list[str]]:
    """Return the dates by lane."""
    return [[event.value.written for event in lane.events] for lane in chart.lanes]


def test_few_subjects_have_a_lane_each() -> None:
    """The dates of each stand in their order, and lead to their cells."""
    (chart,) = build_timeline(
        scope_of(
            compare(["A", "B"], ("End", DATE, days("2020", "2013-05")), ("Start", DATE, days("2019-12-31", "2013")))
        )
    )
    assert not chart.is_shared
    assert [lane.head.ref for lane in chart.lanes] == [SubjectRef("c", "s0"), SubjectRef("c", "s1")]
    assert dates_of(chart) == [["2019-12-31", "2020"], ["2013", "2013-05"]]
    assert chart.lanes[0].events[0].ref == CellRef("c", "a1", "s0")


def test_many_subjects_share_a_lane() -> None:
    """From seven on, if they have one date each."""
    names = [f"S{place}" for place in range(7)]
    (chart,) = build_timeline(
        scope_of(compare(names, ("Start", DATE, days(*["2012", "2011", "2010", "2013", "2016", "2015", "2014"]))))
    )
    assert chart.is_shared
    assert [lane.head.ref for lane in chart.lanes] == [AttributeRef("c", "a0")]
    assert dates_of(chart) == [["2010", "2011", "2012", "2013", "2014", "2015", "2016"]]
    rows = [("Start", DATE, days(*["2010"] * 7)), ("End", DATE, days(*["2011"] * 7))]
    assert len(build_timeline(scope_of(compare(names, *rows)))[0].lanes) == 7


def test_what_is_not_given_is_listed_by_what_is_said_of_it() -> None:
    """Unknown, not applicable and no claim are three things, and none of them is a date."""
    (chart,) = build_timeline(
        scope_of(compare(["A", "B", "C", "D", "E"], ("Start", DATE, days("2010", "?", None, "-", "?"))))
    )
    assert [(each.value, [head.label for head in each.subjects]) for each in chart.undated] == [
        (Unknown(), ["B", "E"]),
        (None, ["C"]),
        (NotApplicable(), ["D"]),
    ]
    assert dates_of(chart) == [["2010"]]


def test_what_is_no_date_is_listed_too() -> None:
    """A value that can't be placed is not dropped."""
    (chart,) = build_timeline(scope_of(compare(["A", "B"], ("Start", DATE, days("2010", "soon")))))
    assert [each.value for each in chart.undated] == [Day("soon")]


def test_other_attributes_are_counted() -> None:
    """What is no date has no place on a line of time."""
    (chart,) = build_timeline(scope_of(compare(["A"], ("Start", DATE, days("2010")), ("Name", TEXT, [text("x")]))))
    assert chart.left_out == 1


def test_more_than_a_picture_holds_is_several_with_one_axis() -> None:
    """Subjects without a date are listed once, after the others."""
    rows = days(*["2010"] * 70, *["2020"] * 5, *[None] * 225)
    pictures = build_timeline(scope_of(compare([f"S{place}" for place in range(300)], ("Start", DATE, rows))))
    assert [len(list(each.events)) for each in pictures] == [30, 30, 15]
    assert [(each.subjects.first, each.subjects.last, each.subjects.total) for each in pictures] == [
        (1, 30, 75),
        (31, 60, 75),
        (61, 75, 75),
    ]
    assert len({each.spans for each in pictures}) == 1
    assert [[(len(each.subjects), each.more) for each in picture.undated] for picture in pictures] == [
        [],
        [],
        [(30, 195)],
    ]


def test_many_dates_of_each_are_several_pictures() -> None:
    """No picture has more than thirty dates, as long as one subject has no more."""
    rows = [(f"Date {place}", DATE, days(*["2010"] * 8)) for place in range(10)]
    pictures = build_timeline(scope_of(compare([f"S{place}" for place in range(8)], *rows)))
    assert [len(list(each.events)) for each in pictures] == [30, 30, 20]


def test_it_is_refused_without_a_known_date() -> None:
    """One date is enough."""
    assert refuse_timeline(scope_of(compare(["A"], ("Start", DATE, days("?")))))
    assert refuse_timeline(scope_of(compare(["A"], ("Start", TEXT, [text("2010")]))))
    assert not refuse_timeline(scope_of(compare(["A", "B"], ("Start", DATE, days("2010", None)))))
