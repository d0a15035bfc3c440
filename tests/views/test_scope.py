"""What diagrams are asked to show, and in how many pictures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mkdocs_comparisons.model.refs import AttributeRef, ComparisonRef, DimensionRef, Ref, SubjectRef
from mkdocs_comparisons.views.scope import Extent, Head, in_pages
from tests.renderers.svg.samples import TEXT, compare, scope_of, text


def test_a_subject_keeps_its_colour_in_every_selection() -> None:
    """Its place is that in the comparison: what is blue in one picture is blue in all."""
    scope = scope_of(compare(["A", "B", "C"], ("X", TEXT, [text("x")])))
    chosen = replace(scope, subjects=scope.subjects[::-1][:2])
    assert [chosen.subject_head(subject).place for subject in chosen.subjects] == [2, 1]
    with pytest.raises(KeyError):
        scope.comparison.place_of("gone")


def test_names_lead_to_what_they_name() -> None:
    """Each name is that of a page or of a place on one."""
    scope = scope_of(compare(["A"], ("X", TEXT, [text("x")])))
    heads = (
        scope.subject_head(scope.subjects[0]),
        scope.attribute_head(scope.attributes[0]),
        scope.dimension_head(scope.dimensions[0]),
        scope.comparison_head(),
    )
    refs: tuple[Ref, ...] = SubjectRef("c", "s0"), AttributeRef("c", "a0"), DimensionRef("c", "d"), ComparisonRef("c")
    assert heads == tuple(Head.of(ref, title) for ref, title in zip(refs, "AXDC", strict=True))


@pytest.mark.parametrize(
    ("count", "extents"),
    [(0, [(1, 0)]), (1, [(1, 1)]), (30, [(1, 30)]), (31, [(1, 30), (31, 31)]), (61, [(1, 30), (31, 60), (61, 61)])],
)
def test_every_entry_is_on_one_page(count: int, extents: list[tuple[int, int]]) -> None:
    """Nothing is lost between two pictures, and nothing at all is one empty picture."""
    pages = list(in_pages(range(count)))
    assert [(extent.first, extent.last) for extent, _ in pages] == extents
    assert [entry for _, page in pages for entry in page] == list(range(count))


@pytest.mark.parametrize(
    ("extent", "is_all", "words"),
    [
        (Extent(1, 30, 30), True, "1–30 of 30"),
        (Extent(1, 0, 0), True, "0 of 0"),
        (Extent(31, 31, 31), False, "31 of 31"),
        (Extent(31, 60, 112), False, "31–60 of 112"),
    ],
)
def test_how_much_is_shown_is_said(extent: Extent, is_all: bool, words: str) -> None:
    """A reader of one picture of several knows that there are others."""
    assert (extent.is_all, extent.words) == (is_all, words)
