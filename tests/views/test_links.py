"""What a page is tied to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import FIT_LEVELS, Better, Dimension, Kind, ValueType
from mkdocs_comparisons.model.glossary import Term
from mkdocs_comparisons.model.refs import (
    AcrossRef,
    AttributeRef,
    ComparisonRef,
    DimensionRef,
    SubjectRef,
    TermRef,
)
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.model.values import Choice
from mkdocs_comparisons.views.links import MOST_NAMED, Links, build_links, refuse_links
from mkdocs_comparisons.views.profile import build_standings
from mkdocs_comparisons.views.terms import build_term_index
from mkdocs_comparisons.views.ties import PageRef, build_ties
from tests.renderers.svg.samples import TEXT, choice, compare, levels, scope_of, text

FIT = ValueType(kind=Kind.FIT, levels=FIT_LEVELS)
POOR, FAIR, GOOD = (Choice(level) for level in FIT_LEVELS)
KERNEL = Term(id="kernel", slug="kernel", title="Kernel", text=Inline("The core."))
HOST = Term(id="host", slug="host", title="Host", text=Inline("A machine."), comparison="c")


def sample() -> Comparison:
    """Two dimensions with an order, use cases, terms and refs."""
    isolation = choice("weak", "strong", better=Better.HIGHER)
    made = compare(
        ["Virtual machines", "Containers"],
        ("Isolation level", isolation, levels(isolation, "strong", "weak")),
        ("Parts", TEXT, [text("a kernel each"), text("the host's kernel; see [[:a2]]")]),
        ("Microservices", FIT, [FAIR, GOOD]),
    )
    first, second, third = made.dimensions[0].attributes
    about = Inline("How far from [[s1]], and the [[c]]?")
    return replace(
        made,
        dimensions=(
            Dimension(id="iso", slug="iso", title="Isolation", attributes=(first,), question=about),
            Dimension(id="parts", slug="parts", title="Parts", attributes=(second,)),
            Dimension(id="use", slug="use", title="Use cases", attributes=(third,)),
        ),
        glossary=(HOST,),
    )


def catalogue_of(*comparisons: Comparison) -> Catalogue:
    """Return a catalogue with a shared term."""
    return Catalogue(comparisons=comparisons, glossary=(KERNEL,))


def links_of(comparison: Comparison, focus: PageRef | None = None, *others: Comparison) -> Links:
    """Return the only picture."""
    scope = replace(scope_of(comparison), catalogue=catalogue_of(comparison, *others), focus=focus)
    assert refuse_links(scope) == ""
    (links,) = build_links(scope)
    return links


def told(links: Links) -> list[tuple[str, str]]:
    """Return relations with names."""
    return [(tie.relation, tie.head.label) for tie in links.ties]


def test_subject_is_tied_to_its_rivals_strengths_uses_and_terms() -> None:
    """A subject's page says with one look what it is about."""
    links = links_of(sample(), SubjectRef("c", "s1"))
    assert links.centre.ref == SubjectRef("c", "s1")
    assert links.is_subject
    assert told(links) == [
        ("compared with", "Virtual machines"),
        ("good fit for", "Microservices"),
        ("part of", "C"),
        ("speaks of", "Host"),
        ("speaks of", "Kernel"),
    ]
    assert links.ties[0].is_subject
    assert links.ties[1].head.ref == AttributeRef("c", "a2")
    assert [tie.head.ref for tie in links.ties[-2:]] == [TermRef("c", "host"), TermRef(None, "kernel")]


def test_subject_leads_where_it_is_best_most_often() -> None:
    """A dimension is called a strength only of the one that leads in it."""
    links = links_of(sample(), SubjectRef("c", "s0"))
    assert ("strong in", "Isolation") in told(links)
    assert not [name for relation, name in told(links) if relation == "strong in" and name != "Isolation"]


def test_no_one_leads_between_equals() -> None:
    """Two that are best as often are both not called strong."""
    scale = choice("weak", "strong", better=Better.HIGHER)
    rows = (("x", scale, levels(scale, "strong", "weak")), ("y", scale, levels(scale, "weak", "strong")))
    comparison = compare(["A", "B"], *rows)
    assert build_ties(comparison, catalogue_of(comparison)).leads == {}


def test_dimension_is_tied_to_its_neighbours_and_leader() -> None:
    """From a dimension one goes up, on, and to what its texts speak of."""
    assert told(links_of(sample(), DimensionRef("c", "parts"))) == [
        ("part of", "C"),
        ("previous dimension", "Isolation"),
        ("next dimension", "Use cases"),
        ("refers to", "Microservices"),
        ("speaks of", "Kernel"),
        ("speaks of", "Host"),
    ]


def test_page_that_is_tied_twice_has_one_box() -> None:
    """The comparison is what the dimension is part of, though its question names it too."""
    links = links_of(sample(), DimensionRef("c", "iso"))
    assert told(links)[:3] == [("part of", "C"), ("strong here", "Virtual machines"), ("next dimension", "Parts")]
    assert told(links)[3:] == [("refers to", "Containers")]
    assert links.ties[3].is_subject
    refs = [tie.head.ref for tie in links.ties]
    assert len(refs) == len(set(refs))


def test_comparison_is_tied_to_its_parts_and_to_those_that_share_subjects() -> None:
    """The overview leads down, and sideways."""
    other = replace(sample(), id="d", slug="d", title="D", glossary=())
    single = replace(other, id="e", slug="e", title="E", subjects=other.subjects[:1], claims=())
    links = links_of(sample(), ComparisonRef("c"), single, other)
    assert told(links) == [
        ("compares", "Virtual machines"),
        ("compares", "Containers"),
        ("looks at", "Isolation"),
        ("looks at", "Parts"),
        ("looks at", "Use cases"),
        ("shares 2 subjects", "D"),
        ("shares Virtual machines", "E"),
    ]


def test_subject_is_also_in_other_comparisons() -> None:
    """A few are named, each with the subject's page there; many lead to the page of all."""
    others = [replace(sample(), id=f"d{place}", slug=f"d{place}", title=f"D{place}") for place in range(4)]
    few = links_of(sample(), SubjectRef("c", "s0"), *others[:2])
    also = [tie.head.ref for tie in few.ties if tie.relation == "also in"]
    assert also == [SubjectRef("d0", "s0"), SubjectRef("d1", "s0")]
    many = links_of(sample(), SubjectRef("c", "s0"), *others)
    (tie,) = [tie for tie in many.ties if tie.relation == "also in"]
    assert (tie.head.ref, tie.head.label) == (AcrossRef("s0"), "4 other comparisons")


@pytest.mark.parametrize("centre", [ComparisonRef("c"), DimensionRef("c", "parts"), SubjectRef("c", "s0")])
def test_centre_is_the_page_in_focus(centre: PageRef) -> None:
    """The picture of a page is about that page, also where the comparison has one subject or dimension only."""
    alone = compare(["S"], ("A", TEXT, [text("a")]))
    of_alone = replace(centre, dimension="d") if isinstance(centre, DimensionRef) else centre
    assert links_of(sample(), centre).centre.ref == centre
    assert links_of(alone, of_alone).centre.ref == of_alone


def test_centre_is_the_comparison_where_no_page_is_in_focus() -> None:
    """A picture of several dimensions is about none of them."""
    assert links_of(sample()).centre.ref == ComparisonRef("c")


def test_many_ties_are_divided_among_relations_and_the_rest_counted() -> None:
    """One relation with hundreds of pages does not drive out the others, and none is dropped unsaid."""
    comparison = compare([f"S{place}" for place in range(300)], *((f"U{row}", FIT, [GOOD] * 300) for row in range(20)))
    links = links_of(comparison, SubjectRef("c", "s150"))
    assert dict(links.left_out) == {"compared with": 293, "good fit for": 14}
    nearest = [tie.head.label for tie in links.ties if tie.relation == "compared with"]
    assert nearest == ["S149", "S151", "S148", "S152", "S147", "S153"]


def test_one_more_is_named_rather_than_counted() -> None:
    """A count takes as much room as a name, and says less."""
    links = links_of(compare([f"S{place}" for place in range(8)], ("T", TEXT, [])), SubjectRef("c", "s0"))
    assert (len(links.ties), links.left_out) == (7 + 1, ())


def test_relations_without_number_are_counted() -> None:
    """However many relations there are, a picture names few pages, and counts the rest by relation."""
    comparison = compare([f"S{place}" for place in range(30)], ("T", TEXT, []))
    others = [replace(compare(["A"]), id=f"o-{each.id}", subjects=(each,)) for each in comparison.subjects]
    links = links_of(comparison, ComparisonRef("c"), *others)
    assert len(links.ties) <= MOST_NAMED
    assert sum(count for _, count in links.left_out) + len(links.ties) == 30 + 1 + 30


def test_only_nothing_is_refused() -> None:
    """An empty comparison has nothing around it; all else has."""
    empty = Comparison(id="c", slug="c", title="C", subjects=(), dimensions=())
    assert "nothing" in refuse_links(scope_of(empty))
    assert refuse_links(scope_of(compare(["A"]))) == ""


def test_what_pages_share_can_be_passed_in() -> None:
    """A site works out once what all pages of a comparison have in common; the picture is the same."""
    comparison = sample()
    catalogue = catalogue_of(comparison)
    scope = replace(scope_of(comparison), catalogue=catalogue, focus=SubjectRef("c", "s0"))
    index = build_term_index(catalogue.terms(comparison))
    ties = build_ties(comparison, catalogue, standings=build_standings(comparison), terms=index)
    assert build_links(replace(scope, ties=ties)) == build_links(scope)


def test_refs_that_lead_nowhere_are_passed_over() -> None:
    """A broken ref is a diagnostic elsewhere, and no box here."""
    comparison = replace(sample(), summary=Inline("[[gone]] [[subjects/s0]] [[sources/none]] [[:a0@s1]]"))
    named = build_ties(comparison, catalogue_of(comparison)).named[ComparisonRef("c")]
    assert [head.ref for head in named] == [AcrossRef("s0"), AttributeRef("c", "a0")]
