"""The matrix as data."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_comparisons.model.values import State
from mkdocs_comparisons.views.matrix import build_matrix, is_agreed
from mkdocs_comparisons.views.selection import Selection
from tests.samples import comparison_of, with_rows


def test_a_missing_claim_keeps_its_column() -> None:
    """An empty cell must not shift the row, so that one subject shows another's value."""
    sample = with_rows("{x: {title: X, claims: {a: one, c: three}}}", "{a: {title: A}, b: {title: B}, c: {title: C}}")
    cells = build_matrix(sample, Selection()).groups[0].rows[0].cells
    assert [(cell.subject, cell.state, cell.claim and cell.claim.value.written) for cell in cells] == [
        ("a", State.KNOWN, "one"),
        ("b", State.MISSING, None),
        ("c", State.KNOWN, "three"),
    ]


@given(st.permutations(["a", "b", "c"]), st.sets(st.sampled_from(["a", "b", "c"])))
def test_values_stand_under_their_subject(order: list[str], claimed: set[str]) -> None:
    """Whatever is chosen and whatever is missing, each cell holds its own subject's claim."""
    claims = ", ".join(f"{id}: value of {id}" for id in sorted(claimed))
    sample = with_rows(f"{{x: {{title: X, claims: {{{claims}}}}}}}", "{a: {title: A}, b: {title: B}, c: {title: C}}")
    cells = build_matrix(sample, Selection(subjects=tuple(order))).groups[0].rows[0].cells
    assert [cell.subject for cell in cells] == order
    for cell in cells:
        expected = f"value of {cell.subject}" if cell.subject in claimed else None
        assert (cell.claim.value.written if cell.claim else None) == expected


def test_the_three_nothings_are_three_states() -> None:
    """Unknown, not applicable and missing are different things to a reader, and "no" is a value."""
    sample = with_rows(
        "{x: {title: X, type: support, claims: {a: unknown, b: n/a, d: no}}}",
        "{a: {title: A}, b: {title: B}, c: {title: C}, d: {title: D2}}",
    )
    cells = build_matrix(sample, Selection()).groups[0].rows[0].cells
    assert [cell.state.value for cell in cells] == ["unknown", "not-applicable", "missing", "known"]


def test_equal_notes_share_a_footnote() -> None:
    """A note that ten cells have is printed once, and leads back to all ten."""
    note = "{value: v, note: Same.}"
    sample = with_rows(f"{{x: {{title: X, claims: {{a: {note}, b: {note}}}}}}}")
    matrix = build_matrix(sample, Selection())
    assert [(footnote.number, footnote.cells) for footnote in matrix.footnotes] == [(1, (("x", "a"), ("x", "b")))]
    assert [cell.footnote for cell in matrix.groups[0].rows[0].cells] == [1, 1]


def test_sources_that_all_claims_share_are_said_once() -> None:
    """A mark in every cell that leads to the same source is noise; as soon as one differs, each says its own."""
    text = "title: S\nsubjects: {a: {title: A}, b: {title: B}}\nsources: {s: {title: One}, t: {title: Two}}\n"
    claims = "claims: {a: {value: v, sources: [s]}, b: {value: w, sources: [%s]}}"
    rows = "dimensions: {d: {title: D, attributes: {x: {title: X, " + claims + "}}}}\n"
    same, other = comparison_of(text + rows % "s"), comparison_of(text + rows % "t")
    assert [citation.source for citation in build_matrix(same, Selection()).citations] == ["s"]
    assert build_matrix(same, Selection()).footnotes == ()
    assert build_matrix(other, Selection()).citations == ()
    assert len(build_matrix(other, Selection()).footnotes) == 2


def test_differences_only_keeps_rows_where_not_all_agree() -> None:
    """Agreement is by type: `1 GB` is `1024 MB`; what is unknown or missing never counts as agreement."""
    sample = with_rows(
        "{same: {title: X, type: {quantity: MB}, claims: {a: 1 GB, b: 1024 MB}},"
        " list: {title: L, type: list, claims: {a: [x, y], b: [Y, x]}},"
        " other: {title: O, claims: {a: one, b: two}},"
        " open: {title: P, claims: {a: one}},"
        " unknown: {title: U, claims: {a: unknown, b: unknown}}}"
    )
    matrix = build_matrix(sample, Selection(), differences=True)
    assert [row.attribute.id for row in matrix.groups[0].rows] == ["other", "open", "unknown"]
    assert is_agreed(sample, next(iter(sample.attributes())), sample.subjects)


def test_a_selection_orders_and_narrows() -> None:
    """A block shows the subjects and attributes that it names, in the order in which it names them."""
    sample = with_rows("{x: {title: X, claims: {a: p, b: q}}, y: {title: Y, claims: {a: r}}}")
    matrix = build_matrix(sample, Selection(subjects=("b", "a"), attributes=("y", "x")))
    assert [subject.id for subject in matrix.subjects] == ["b", "a"]
    assert [row.attribute.id for row in matrix.groups[0].rows] == ["y", "x"]
