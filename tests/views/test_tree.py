"""What trees show of which data."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import Dimension
from mkdocs_comparisons.model.refs import AttributeRef, CellRef, ComparisonRef, DimensionRef, SubjectRef
from mkdocs_comparisons.model.values import NotApplicable, Unknown
from mkdocs_comparisons.views.tree import Tree, TreeForm, build_tree, refuse_tree
from tests.renderers.svg.samples import SUPPORT, TEXT, YES, compare, scope_of, text

LONG = text("A text of some length.")


def split(comparison: Comparison, *sizes: int) -> Comparison:
    """Divide the attributes of a comparison among dimensions."""
    rest = list(comparison.attributes())
    parts = [tuple(rest.pop(0) for _ in range(size)) for size in sizes]
    dimensions = (
        Dimension(id=f"d{at}", slug=f"d{at}", title=f"D{at}", attributes=part) for at, part in enumerate(parts)
    )
    return replace(comparison, dimensions=tuple(dimensions))


def asked(count: int) -> Comparison:
    """Two subjects and so many attributes of which something is known."""
    return compare(["A", "B"], *((f"Row {place}", SUPPORT, [YES, YES]) for place in range(count)))


def sizes_of(pictures: tuple[Tree, ...]) -> list[list[int]]:
    """Return the sizes of branches by picture."""
    return [[len(branch.leaves) for branch in picture.branches] for picture in pictures]


def test_several_dimensions_are_mapped() -> None:
    """A whole comparison is its dimensions with their attributes and types."""
    (tree,) = build_tree(scope_of(split(asked(5), 3, 2)))
    assert tree.form is TreeForm.MAP
    assert tree.root is not None
    assert tree.root.ref == ComparisonRef("c")
    assert [branch.head and branch.head.ref for branch in tree.branches] == [
        DimensionRef("c", "d0"),
        DimensionRef("c", "d1"),
    ]
    assert [leaf.head.ref for leaf in tree.leaves] == [AttributeRef("c", f"a{place}") for place in range(5)]
    assert {leaf.says for leaf in tree.leaves} == {SUPPORT}


def test_attributes_of_other_dimensions_are_kept() -> None:
    """An author may name attributes of any dimension: none is dropped."""
    scope = scope_of(split(asked(5), 3, 2))
    (tree,) = build_tree(replace(scope, dimensions=scope.dimensions[:1]))
    assert len(list(tree.leaves)) == 5


@pytest.mark.parametrize(
    ("value", "is_void"),
    [(None, False), (Unknown(), False), (NotApplicable(), True)],
    ids=["missing", "unknown", "n/a"],
)
def test_a_dimension_of_which_nothing_is_known_is_its_attributes(value: Unknown | None, is_void: bool) -> None:
    """There is a picture before there is a claim; not to apply is another thing than not to be known."""
    (tree,) = build_tree(scope_of(compare(["A", "B"], ("One", TEXT, [value, value]), ("Two", TEXT, [value, value]))))
    assert tree.form is TreeForm.EMPTY
    assert tree.root is not None
    assert tree.root.ref == DimensionRef("c", "d")
    assert tree.is_void is is_void


def test_texts_are_told_by_attribute_and_subject() -> None:
    """Each first words lead to their cell; subjects of which nothing is known are counted."""
    (tree,) = build_tree(
        scope_of(compare(["A", "B", "C", "D"], ("One", TEXT, [LONG, LONG, Unknown(), None]), ("Two", TEXT, [LONG] * 3)))
    )
    assert tree.form is TreeForm.TEXTS
    assert tree.root is None
    assert [leaf.head.ref for leaf in tree.branches[0].leaves] == [
        CellRef("c", "a0", f"s{place}") for place in range(3)
    ]
    assert [leaf.is_known for leaf in tree.leaves] == [True, True, False, True, True, True]
    assert tree.left_out == 1


def test_what_is_known_of_one_subject_alone_does_not_make_a_map() -> None:
    """The form follows what is compared."""
    comparison = compare(["A", "B"], ("One", TEXT, [LONG, LONG]), ("Two", SUPPORT, [YES, None]))
    assert build_tree(scope_of(comparison))[0].form is TreeForm.TEXTS
    comparison = compare(["A", "B"], ("One", TEXT, [LONG, LONG]), ("Two", SUPPORT, [YES, YES]))
    assert build_tree(scope_of(comparison))[0].form is TreeForm.MAP


def test_one_subject_is_a_profile() -> None:
    """A subject's page shows what is said of it, by dimension where there are several."""
    scope = scope_of(split(asked(5), 3, 2))
    (tree,) = build_tree(replace(scope, subjects=scope.subjects[1:]))
    assert tree.form is TreeForm.PROFILE
    assert tree.root is not None
    assert tree.root.ref == SubjectRef("c", "s1")
    assert [leaf.says for leaf in tree.leaves] == [YES] * 5
    assert [branch.head is None for branch in tree.branches] == [False, False]


def test_the_only_subject_that_is_known_is_a_profile() -> None:
    """The others are counted, not dropped."""
    (tree,) = build_tree(scope_of(compare(["A", "B", "C"], ("One", TEXT, [None, LONG, Unknown()]))))
    assert tree.form is TreeForm.PROFILE
    assert tree.left_out == 2
    assert tree.branches[0].head is None


def test_many_attributes_are_several_pictures() -> None:
    """Dimensions stay whole where they can; one that no picture holds is divided; 40 fit where that saves a picture."""
    assert sizes_of(build_tree(scope_of(split(asked(40), 20, 20)))) == [[20, 20]]
    assert sizes_of(build_tree(scope_of(split(asked(60), 20, 8, 25, 7)))) == [[20, 8], [25, 7]]
    assert sizes_of(build_tree(scope_of(split(asked(50), 20, 8, 22)))) == [[20, 8], [22]]
    pictures = build_tree(scope_of(split(asked(100), 5, 90, 5)))
    assert sizes_of(pictures) == [[5], [40], [40], [10, 5]]
    assert [(each.extent.first, each.extent.last) for each in pictures] == [(1, 5), (6, 45), (46, 85), (86, 100)]
    assert all(each.root and each.extent.total == 100 for each in pictures)


def test_many_subjects_are_several_pictures() -> None:
    """300 subjects are ten pictures of thirty."""
    pictures = build_tree(scope_of(compare([f"S{place}" for place in range(300)], ("One", TEXT, [LONG] * 300))))
    assert sizes_of(pictures) == [[30]] * 10
    assert all(picture.branches[0].head for picture in pictures)


def test_it_is_refused_without_attributes() -> None:
    """There is nothing to draw then."""
    scope = scope_of(asked(1))
    assert not refuse_tree(scope)
    assert refuse_tree(replace(scope, attributes=()))
