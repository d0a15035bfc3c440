"""Where refs lead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_comparisons.model.refs import (
    AcrossRef,
    AttributeRef,
    CellRef,
    ComparisonRef,
    DataRef,
    DimensionRef,
    GlossaryRef,
    IndexRef,
    PairRef,
    Ref,
    SourceRef,
    SubjectRef,
    TermRef,
)
from mkdocs_comparisons.planning.links import make_href, plan_pairs, url_of
from mkdocs_comparisons.planning.pages import plan_site
from mkdocs_comparisons.planning.settings import Settings
from tests.samples import catalogue_of, with_rows

ONE = """
title: One
subjects: {a: {title: A}, B.2: {title: B}, c: {title: C}}
dimensions: {d: {title: D, attributes: {x_y: {title: X, claims: {a: v}}}}}
sources: {s: {title: S}}
glossary: {t: T.}
"""
TWO = "title: Two\nsubjects: {a: {title: A}, z: {title: Z}}\ndimensions: {e: {title: E, attributes: {y: {title: Y}}}}\n"


@pytest.mark.parametrize(
    ("ref", "href"),
    [
        (IndexRef(), "../../"),
        (ComparisonRef("one"), "../"),
        (DimensionRef("one", "d"), "./"),
        (AttributeRef("one", "x_y"), "#x-y"),
        (CellRef("one", "x_y", "B.2"), "#x-y.b-2"),
        (SubjectRef("one", "B.2"), "../b-2/"),
        (PairRef("one", "c", "a"), "../a-vs-c/"),
        (PairRef("two", "a", "z"), "../../two/"),
        (AcrossRef("a"), "../../subjects/a/"),
        (AcrossRef("z"), "../../two/z/"),
        (TermRef("one", "t"), "../../glossary/#one.t"),
        (SourceRef("one", "s"), "../../sources/#one.s"),
        (GlossaryRef(), "../../glossary/"),
        (DataRef("one", "md"), "../data.md"),
    ],
)
def test_refs_lead_to_pages_and_anchors(ref: Ref, href: str) -> None:
    """Each kind of ref, seen from a dimension page, with the slugs in place of the ids."""
    plan = plan_site(catalogue_of(one=ONE, two=TWO), Settings())
    assert make_href(plan.links, "comparisons/one/d/", directory_urls=True)(ref) == href


def test_file_urls() -> None:
    """Without directory URLs pages are files, and links name them."""
    plan = plan_site(catalogue_of(one=ONE), Settings())
    href = make_href(plan.links, "comparisons/one/d.html", directory_urls=False)
    assert href(ComparisonRef("one")) == "index.html"
    assert href(IndexRef()) == "../index.html"
    assert href(AttributeRef("one", "x_y")) == "#x-y"


def test_pages_have_unique_addresses_within_the_section() -> None:
    """No page leaves the section's folder or takes another's place; one file does, which is looked for at the root."""
    plan = plan_site(catalogue_of(one=ONE, two=TWO), Settings())
    sources = [page.src for page in plan.pages] + [file.src for file in plan.files]
    assert len(set(sources)) == len(sources)
    outside = {source for source in sources if not source.startswith("comparisons/")}
    assert outside == {"llms.txt", "comparisons.inv.json"}  # which are looked for at the root
    assert not any(".." in source for source in sources)
    assert len({url_of(source, directory_urls=True) for source in sources}) == len(sources)


@given(st.integers(0, 30), st.integers(0, 60))
def test_pairs_are_bounded(count: int, most: int) -> None:
    """However many subjects there are, no comparison has more pair pages than the setting allows."""
    subjects = "{" + ", ".join(f"s{number}: {{title: S{number}}}" for number in range(count + 1)) + "}"
    pairs = plan_pairs(with_rows("{x: {title: X}}", subjects), most)
    assert len(pairs) <= most
    assert len(set(pairs)) == len(pairs)


def test_two_subjects_need_no_pair_page() -> None:
    """The comparison's own page sets them side by side."""
    assert plan_pairs(with_rows("{x: {title: X}}"), 10) == ()
