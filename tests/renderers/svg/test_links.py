"""What a page is tied to, as SVG."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.comparison import Comparison, Noun
from mkdocs_comparisons.model.dimensions import FIT_LEVELS, Better, Kind, ValueType
from mkdocs_comparisons.model.glossary import Term
from mkdocs_comparisons.model.refs import ComparisonRef, DimensionRef, SubjectRef
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.model.values import Choice
from mkdocs_comparisons.renderers.svg.links import render_links
from mkdocs_comparisons.renderers.svg.sheets import NARROW, WIDE
from mkdocs_comparisons.views.links import build_links
from mkdocs_comparisons.views.ties import PageRef
from tests.renderers.svg.boxes import parse
from tests.renderers.svg.golden import SvgFile
from tests.renderers.svg.laid import check_figure, text_boxes, words_of
from tests.renderers.svg.samples import PEN, TEXT, choice, compare, levels, scope_of, text

FIT = ValueType(kind=Kind.FIT, levels=FIT_LEVELS)
GOOD = Choice(FIT_LEVELS[-1])
TERMS = tuple(
    Term(id=title.lower(), slug=title.lower(), title=title, text=Inline("…")) for title in ("Kernel", "Host", "Engine")
)


def draw(comparison: Comparison, focus: PageRef | None = None, *others: Comparison) -> str:
    """Draw what a page of a comparison is tied to."""
    catalogue = Catalogue(comparisons=(comparison, *others), glossary=TERMS)
    (links,) = build_links(replace(scope_of(comparison), catalogue=catalogue, focus=focus))
    return str(render_links(links, PEN))


def two() -> Comparison:
    """A comparison of usual size."""
    scale = choice("weak", "strong", better=Better.HIGHER)
    return compare(
        ["Virtual machines", "Containers"],
        ("Isolation level", scale, levels(scale, "strong", "weak")),
        ("Parts", TEXT, [text("a kernel each"), text("an engine and the host's kernel")]),
        ("Legacy applications", FIT, [GOOD, None]),
        ("Microservices", FIT, [None, GOOD]),
        ("DevOps and CI/CD", FIT, [None, GOOD]),
        noun=Noun(one="approach", many="approaches"),
    )


def scripts() -> Comparison:
    """Names that are not English, and very long ones."""
    return compare(
        [
            "仮想マシン",
            "マイクロサービスのためのアーキテクチャと継続的インテグレーション",
            "حاويات",
            "Donaudampfschifffahrtsgesellschaft",
        ],
        ("レガシーアプリケーション", FIT, [GOOD] * 4),
        ("تطبيقات قديمة تحتاج إلى إصدار معين من نظام التشغيل أو إلى إعدادات خاصة به", FIT, [GOOD] * 4),
        ("A use case with a name that goes on and on, for ever and ever, until it is cut somewhere", FIT, [GOOD] * 4),
    )


def many() -> Comparison:
    """More rivals than there are boxes."""
    return compare([f"Licence {place}" for place in range(47)], ("Libraries", FIT, [GOOD] * 47))


SAMPLES: dict[str, tuple[Callable[[], Comparison], PageRef]] = {
    "subject": (two, SubjectRef("c", "s1")),
    "dimension": (two, DimensionRef("c", "d")),
    "comparison": (two, ComparisonRef("c")),
    "scripts": (scripts, SubjectRef("c", "s1")),
    "many": (many, SubjectRef("c", "s5")),
}


@pytest.mark.parametrize("sample", SAMPLES)
def test_picture_stays_as_it_was_reviewed(sample: str, snapshot: SnapshotAssertion) -> None:
    """A change of what is drawn shows as a difference in a file that a reviewer can look at."""
    make, focus = SAMPLES[sample]
    assert draw(make(), focus) == snapshot(extension_class=SvgFile)


@pytest.mark.parametrize("sample", SAMPLES)
def test_nothing_is_cut_or_overlaps(sample: str) -> None:
    """Long names and other scripts fit, wide and narrow."""
    make, focus = SAMPLES[sample]
    check_figure(draw(make(), focus))


def test_boxes_are_links_under_the_word_for_how() -> None:
    """Each box says how the page is tied to it, and leads there."""
    figure = draw(two(), SubjectRef("c", "s1"))
    assert "compared with Virtual machines" in words_of(figure)
    assert "good fit for Microservices" in words_of(figure)
    for address in ("../c/s0/", "../c/s1/", "../c/a3/", "../c/", "../None/kernel/"):
        assert f'<a href="{address}">' in figure


def test_subjects_keep_their_colours_and_others_have_none() -> None:
    """Colour means a subject, here as everywhere: what is none is neutral."""
    figure = draw(two(), SubjectRef("c", "s1"))
    assert 'class="tint s1"' in figure
    assert 'class="tint s2"' in figure
    assert 'class="tint o"' in figure
    assert "s3" not in figure


def test_more_than_fits_is_counted_without_a_link() -> None:
    """A box says how many more there are of its relation."""
    figure = draw(many(), SubjectRef("c", "s5"))
    assert "Licence 8 and 40 more" in words_of(figure)


def test_relations_that_do_not_fit_are_counted_in_one_box() -> None:
    """A box without names stands for what none is named of."""
    names = [f"Licence {place}" for place in range(40)]
    others = [replace(compare([name]), id=f"o{place}", title=f"Other {place}") for place, name in enumerate(names)]
    shared = [replace(each, subjects=(many().subjects[place],)) for place, each in enumerate(others)]
    figure = draw(many(), ComparisonRef("c"), *shared)
    assert 'class="edge"' in figure
    check_figure(figure)


def test_each_relation_is_said_once() -> None:
    """Names of one relation stand below each other, and each is a link of its own."""
    figure = draw(two(), SubjectRef("c", "s1"))
    assert "good fit for Microservices DevOps and CI/CD" in words_of(figure)
    assert all(f'<a href="../c/{id}/">' in figure for id in ("a3", "a4"))


def test_boxes_stand_left_and_right_of_the_centre_and_below_it_where_it_is_narrow() -> None:
    """A phone shows one column under the name."""
    picture = parse(draw(two(), SubjectRef("c", "s1")))[0]
    wide = {box.text: box for box in text_boxes(picture, WIDE)}
    narrow = {box.text: box for box in text_boxes(picture, NARROW)}
    assert wide["Virtual machines"].right < wide["Containers"].left < wide["Kernel"].left
    assert narrow["Containers"].bottom < narrow["Virtual machines"].top < narrow["Kernel"].top


def test_description_says_what_the_page_is_tied_to() -> None:
    """Who can't see the picture is told what it shows, by relation."""
    assert (
        "What Containers is tied to: compared with Virtual machines; good fit for Microservices, DevOps and CI/CD; "
        "part of C; speaks of Engine, Host, Kernel."
    ) in words_of(draw(two(), SubjectRef("c", "s1")))


def test_comparisons_that_share_subjects_are_boxes() -> None:
    """A site's comparisons are tied through what they compare."""
    other = replace(two(), id="e", slug="e", title="Other")
    assert "shares 2 approaches Other" in words_of(draw(two(), ComparisonRef("c"), other))


NAMES = st.text(max_size=80)


@settings(max_examples=60)
@given(st.lists(NAMES, min_size=1, max_size=16), st.lists(NAMES, max_size=6), st.integers(0, 2))
def test_any_data_can_be_drawn(names: Sequence[str], cases: Sequence[str], of: int) -> None:
    """Whatever authors write, the picture is sound and nothing in it is cut or overlaps."""
    comparison = compare(names, *((name, FIT, [GOOD] * len(names)) for name in cases))
    focus: PageRef = (SubjectRef("c", "s0"), DimensionRef("c", "d"), ComparisonRef("c"))[of]
    check_figure(draw(comparison, focus))


def test_picture_is_small() -> None:
    """As many boxes as there can be take no more than a picture may."""
    assert len(draw(many(), SubjectRef("c", "s5")).encode()) <= 8_000
