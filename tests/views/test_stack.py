"""Stacks as data."""

from __future__ import annotations

from dataclasses import replace

from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.claims import Claim
from mkdocs_comparisons.model.glossary import Term
from mkdocs_comparisons.model.refs import Ref, SubjectRef, TermRef
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.model.values import Layers, NotApplicable, Unknown
from mkdocs_comparisons.views.scope import Extent
from mkdocs_comparisons.views.stack import StackChart, build_stack, refuse_stack
from tests.renderers.svg.layered import CONTAINERS, LAYERS, MACHINES, layer, layers, options, own, stacked
from tests.renderers.svg.samples import TEXT, compare, scope_of, text


def built(*values: Layers | Unknown | NotApplicable | None) -> StackChart:
    """Build the picture of up to four subjects."""
    (chart,) = build_stack(scope_of(stacked([f"S{place}" for place in range(len(values))], *values)))
    return chart


def tiers(value: Layers) -> list[tuple[int, bool, bool]]:
    """Return the tiers of a stack: how many layers, repeated, bounded."""
    return [(len(tier.courses), tier.is_repeated, tier.is_bounded) for tier in built(value).stacks[0].tiers]


def colours(*values: Layers) -> list[list[int | None]]:
    """Return the colour of each layer of each stack."""
    return [[course.colour for _, course in stack.courses] for stack in built(*values).stacks]


def linked(label: str) -> Ref | None:
    """Return what a label leads to."""
    comparison = stacked(["A"], layers(label))
    term = Term(id="kernel", slug="kernel", title="Kernel", text=Inline("…"))
    scope = replace(scope_of(comparison), catalogue=Catalogue(comparisons=(comparison,), glossary=(term,)))
    return build_stack(scope)[0].stacks[0].tiers[0].courses[0].ref


def test_layers_shared_alike_are_one_tier() -> None:
    """What each instance has stands apart from what they share."""
    assert tiers(MACHINES) == [(2, False, False), (3, True, True)]
    assert tiers(CONTAINERS) == [(3, False, False), (2, True, True)]


def test_boundary_may_run_above_a_repeated_layer() -> None:
    """Only the layers above the boundary lie inside."""
    assert tiers(layers(own("a"), own("b", is_bounded=True), own("c"), "bus", own("d"))) == [
        (1, True, False),
        (2, True, True),
        (1, False, False),
        (1, True, False),
    ]


def test_boundary_of_a_shared_layer_bounds_nothing() -> None:
    """What all instances share can't lie inside of one of them."""
    assert tiers(Layers((replace(layer("a"), is_bounded=True), layer("b")))) == [(2, False, False)]


def test_roles_have_one_colour_in_all_stacks() -> None:
    """The same colour tells what does the same job."""
    assert colours(MACHINES, CONTAINERS) == [[0, 1, 2, 3, 4], [0, 2, 1, 3, 4]]


def test_role_is_the_label_unless_given() -> None:
    """Spelling, marks and links make no other role of it."""
    assert colours(layers("Host OS", "Kernel"), layers("**host  os**", "[[glossary/k|Kernel]]")) == [[0, 1], [0, 1]]


def test_seventh_role_has_no_colour() -> None:
    """More colours could not be told apart."""
    assert colours(layers(*"abcdefgh")) == [[0, 1, 2, 3, 4, 5, None, None]]


def test_labels_link_to_what_exists() -> None:
    """A box is a link if its label is; a ref that leads nowhere gives none."""
    assert linked("[[s0]]") == SubjectRef("c", "s0")
    assert linked("the [[glossary/kernel|kernel]] of the host") == TermRef(None, "kernel")
    assert linked("[[nowhere]]") is None
    assert linked("`[[s0]]`") is None
    assert linked("plain") is None


def test_what_is_not_known_stands_without_layers() -> None:
    """A subject is not dropped because nothing is known of it."""
    chart = built(MACHINES, Unknown(), None, NotApplicable())
    assert [bool(stack.tiers) for stack in chart.stacks] == [True, False, False, False]
    assert [stack.value for stack in chart.stacks] == [MACHINES, Unknown(), None, NotApplicable()]


def test_five_subjects_need_two_pictures() -> None:
    """Four stacks are as many as can be read together; colours stay the same in all pictures."""
    charts = build_stack(scope_of(stacked(list("ABCDE"), MACHINES, MACHINES, None, None, CONTAINERS)))
    assert [chart.extent for chart in charts] == [Extent(1, 4, 5), Extent(5, 5, 5)]
    assert [course.colour for _, course in charts[1].stacks[0].courses] == [0, 2, 1, 3, 4]


def test_other_attributes_are_counted() -> None:
    """What a stack can't show is said to be left out."""
    comparison = compare(["A"], ("x", TEXT, [text("a")]), ("Layers", LAYERS, [MACHINES]), ("None", LAYERS, [None]))
    (chart,) = build_stack(scope_of(comparison))
    assert (chart.left_out, chart.of, chart.title) == (2, 3, "A title")


def test_several_attributes_are_several_pictures() -> None:
    """Each has its own name then."""
    comparison = compare(["A"], ("Now", LAYERS, [MACHINES]), ("Then", LAYERS, [CONTAINERS]))
    assert [chart.title for chart in build_stack(scope_of(comparison))] == ["A title: Now", "A title: Then"]


def test_wishes_are_kept_within_bounds() -> None:
    """More instances than four would have no room for words."""
    scope = scope_of(stacked(["A"], MACHINES), options=options(instances=9, boundary="wall"))
    assert [(chart.instances, chart.boundary) for chart in build_stack(scope)] == [(4, "wall")]


def test_caption_is_the_claim_s_note() -> None:
    """What the author says about the layers stands with them."""
    comparison = stacked(["A"], MACHINES)
    claim = Claim(attribute="a0", subject="s0", value=MACHINES, note=Inline("each boots its own kernel"))
    (chart,) = build_stack(scope_of(replace(comparison, claims=(claim,))))
    assert chart.stacks[0].caption == Inline("each boots its own kernel")


def test_refusals_say_why() -> None:
    """An author who asked for a stack learns what it needs."""
    assert "type `layers`" in refuse_stack(scope_of(compare(["A"], ("x", TEXT, [text("a")]))))
    assert "none are known" in refuse_stack(scope_of(stacked(["A", "B"], Unknown(), None)))
    assert "type `layers`" in refuse_stack(scope_of(compare([])))
    assert refuse_stack(scope_of(stacked(["A", "B"], Unknown(), MACHINES))) == ""
