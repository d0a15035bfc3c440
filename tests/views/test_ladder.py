"""Which subject to pick: use cases as questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import FIT_LEVELS, Kind, ValueType
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.model.values import Choice, NotApplicable, Unknown, Value
from mkdocs_comparisons.views.ladder import Ladder, Rung, build_ladder, refuse_ladder
from tests.renderers.svg.samples import TEXT, compare, scope_of, text

FIT = ValueType(kind=Kind.FIT, levels=FIT_LEVELS)
POOR, FAIR, GOOD = (Choice(level) for level in FIT_LEVELS)


def fits(subjects: str, **cases: Sequence[Value | None]) -> Comparison:
    """Return a comparison of some subjects by use cases."""
    return compare(subjects.split(), *((name, FIT, values) for name, values in cases.items()))


def only(comparison: Comparison) -> Ladder:
    """Return the only picture."""
    (ladder,) = build_ladder(scope_of(comparison))
    return ladder


def told(rungs: Sequence[Rung]) -> dict[str, list[str]]:
    """Return questions with the subjects they lead to."""
    return {rung.head.label: [leaf.head.label for leaf in rung.leaves] for rung in rungs}


def test_question_with_fewest_answers_comes_first() -> None:
    """What settles the choice is asked first; the author's order stays among equals."""
    ladder = only(fits("A B C", x=[GOOD, GOOD, POOR], y=[POOR, POOR, GOOD], z=[POOR, GOOD, POOR]))
    assert told(ladder.rungs) == {"y": ["C"], "z": ["B"], "x": ["A", "B"]}
    assert [rung.number for rung in ladder.rungs] == [1, 2, 3]


def test_subject_that_is_best_most_often_closes() -> None:
    """Its own use cases are one last question, so that the ladder is short."""
    ladder = only(fits("A B", x=[POOR, GOOD], y=[GOOD, POOR], z=[POOR, GOOD], w=[POOR, GOOD]))
    assert told(ladder.rungs) == {"y": ["A"]}
    assert ladder.closing is not None
    assert ladder.closing.head.label == "B"
    assert list(told(ladder.closing.rungs)) == ["x", "z", "w"]
    assert (ladder.closing.named, ladder.closing.is_most, ladder.closing.number) == (3, True, 2)
    assert (ladder.extent.first, ladder.extent.last, ladder.extent.total) == (1, 2, 2)


def test_first_of_equals_closes_without_claiming_most() -> None:
    """Between two that are best as often, the author's order decides, and none is called the most frequent."""
    ladder = only(fits("A B", x=[POOR, GOOD], y=[GOOD, None], z=[None, GOOD], w=[GOOD, POOR]))
    assert ladder.closing is not None
    assert (ladder.closing.head.label, ladder.closing.is_most) == ("A", False)


def test_use_case_shared_with_others_stays_a_rung() -> None:
    """A question that leads to several subjects keeps them all, also that which closes."""
    ladder = only(fits("A B", x=[GOOD, GOOD], y=[GOOD, POOR], z=[GOOD, POOR]))
    assert told(ladder.rungs) == {"x": ["A", "B"]}
    assert ladder.closing is not None
    assert (list(told(ladder.closing.rungs)), ladder.closing.named) == (["y", "z"], 3)


def test_single_use_case_of_the_closing_subject_is_a_question_like_others() -> None:
    """A list of one would be odd; it comes last all the same."""
    ladder = only(fits("A B", x=[GOOD, POOR], y=[POOR, GOOD]))
    assert told(ladder.rungs) == {"y": ["B"], "x": ["A"]}
    assert ladder.closing is None


def test_worst_level_is_no_fit() -> None:
    """The best of a bad lot is recommended only if it is better than the worst there is."""
    ladder = only(
        fits("A B", x=[GOOD, POOR], y=[POOR, GOOD], fair=[FAIR, POOR], bad=[POOR, POOR], na=[POOR, NotApplicable()])
    )
    assert told(ladder.closing.rungs if ladder.closing else ()) == {"x": ["A"], "fair": ["A"]}
    assert ladder.unanswered.unfit == ("bad", "na")


def test_unknown_never_counts_as_unfit() -> None:
    """Where something is not known, no use case is said to fit nobody."""
    values = fits(
        "A B", x=[GOOD, POOR], y=[POOR, GOOD], half=[POOR, None], asked=[Unknown(), POOR], none=[None, Unknown()]
    )
    ladder = only(values)
    assert ladder.unanswered.unfit == ()
    assert ladder.unanswered.unsettled == ("half", "asked")
    assert ladder.unanswered.untold == ("none",)


def test_more_than_twelve_questions_go_on_in_the_next_picture() -> None:
    """Numbers run on, and the last question stands at the end only."""
    cases = {f"case{place}": [POOR, GOOD] for place in range(25)}
    comparison = fits("A B", **cases, **{f"own{place}": [GOOD, POOR] for place in range(30)})
    ladders = build_ladder(scope_of(comparison))
    assert [(one.extent.first, one.extent.last, one.extent.total) for one in ladders] == [
        (1, 12, 26),
        (13, 24, 26),
        (25, 26, 26),
    ]
    assert [bool(one.closing) for one in ladders] == [False, False, True]
    assert ladders[1].rungs[0].number == 13


def test_what_is_no_use_case_is_counted() -> None:
    """Asked for by name, a ladder says how much of a dimension it shows."""
    comparison = compare(["A", "B"], ("x", FIT, [GOOD, None]), ("y", FIT, [None, GOOD]), ("t", TEXT, [text("a"), None]))
    ladder = only(comparison)
    assert (ladder.cases, ladder.attributes) == (2, 3)


def test_reason_is_the_note_of_the_claim() -> None:
    """The author's own words say why."""
    comparison = fits("A B", x=[GOOD, POOR], y=[POOR, GOOD])
    noted = replace(comparison, claims=tuple(replace(claim, note=Inline("why")) for claim in comparison.claims))
    assert only(noted).rungs[0].leaves[0].note == Inline("why")


def test_ladder_is_refused_with_its_reason() -> None:
    """What an author reads names what is missing."""
    assert "here are none" in refuse_ladder(scope_of(compare(["A"], ("t", TEXT, [text("a")]))))
    assert "here nothing is" in refuse_ladder(scope_of(fits("A B", x=[None, Unknown()])))
    assert "only 'A' does" in refuse_ladder(scope_of(fits("A B", x=[GOOD, POOR])))
    assert "none does" in refuse_ladder(scope_of(fits("A B", x=[POOR, POOR])))
    assert refuse_ladder(scope_of(fits("A B", x=[GOOD, GOOD]))) == ""


CELLS = st.sampled_from([POOR, FAIR, GOOD, None, Unknown(), NotApplicable(), text("odd")])


@given(st.lists(st.lists(CELLS, min_size=4, max_size=4), max_size=20))
def test_no_use_case_is_lost(rows: list[list[Value | None]]) -> None:
    """Each use case is a question, part of the last one, or named as left open."""
    comparison = compare(["A", "B", "C", "D"], *((f"case {place}", FIT, row) for place, row in enumerate(rows)))
    scope = scope_of(comparison)
    if refuse_ladder(scope):
        return
    ladders = build_ladder(scope)
    last = ladders[-1]
    asked = [rung.head.label for one in ladders for rung in one.rungs]
    closing = [rung.head.label for rung in last.closing.rungs] if last.closing else []
    open_ones = last.unanswered
    assert sorted([*asked, *closing, *open_ones.unfit, *open_ones.unsettled, *open_ones.untold]) == sorted(
        attribute.title for attribute in comparison.attributes()
    )
