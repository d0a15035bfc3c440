"""Trees as SVG."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import FIT_LEVELS, Attribute, Dimension, Kind, ValueType
from mkdocs_comparisons.model.subjects import Subject
from mkdocs_comparisons.model.values import NotApplicable, Unknown, Value
from mkdocs_comparisons.renderers.svg.sheets import NARROW, WIDE
from mkdocs_comparisons.renderers.svg.tree import render_tree
from mkdocs_comparisons.renderers.svg.tree_words import format_type
from mkdocs_comparisons.views.tree import build_tree
from tests.renderers.svg.boxes import parse
from tests.renderers.svg.golden import SvgFile
from tests.renderers.svg.laid import check_figure, text_boxes, words_of
from tests.renderers.svg.samples import NUMBER, PEN, RATING, SUPPORT, TEXT, YES, choice, compare, levels, scope_of, text

LONG = text(
    "A hypervisor divides the hardware between machines, each of which runs its own operating system, kernel and "
    "drivers, from the boot loader on."
)
CHOICE = choice("weak", "strong")
QUANTITY = ValueType(kind=Kind.QUANTITY, unit="s")


def draw(comparison: Comparison, *, subjects: tuple[Subject, ...] | None = None) -> list[str]:
    """Draw all pictures of a whole comparison."""
    scope = scope_of(comparison)
    charts = build_tree(scope if subjects is None else replace(scope, subjects=subjects))
    return [str(render_tree(chart, PEN.for_page(page))) for page, chart in enumerate(charts)]


def parted(comparison: Comparison, *titles: str) -> Comparison:
    """Divide the attributes of a comparison among dimensions, in turn."""
    rows = list(comparison.attributes())
    size = -(-len(rows) // len(titles))
    dimensions = (
        Dimension(id=f"d{at}", slug=f"d{at}", title=title, attributes=tuple(rows[at * size : (at + 1) * size]))
        for at, title in enumerate(titles)
    )
    return replace(
        comparison, title="VMs and containers", dimensions=tuple(each for each in dimensions if each.attributes)
    )


def mapped() -> Comparison:
    """Dimensions of several sizes, with types of all kinds."""
    rows: list[tuple[str, ValueType, Sequence[Value | None]]] = [
        ("Kernel", TEXT, [LONG, LONG]),
        ("Isolation boundary", CHOICE, levels(CHOICE, "weak", "strong")),
        ("Start-up time", QUANTITY, [None, None]),
        ("Live migration of running instances from one host of a cluster to another", SUPPORT, [YES, None]),
        ("Score", RATING, [None, None]),
    ]
    return parted(
        compare(["Virtual machines", "Containers"], *rows),
        "Architecture",
        "Operation of many of them at once",
        "History",
    )


def told() -> Comparison:
    """Long texts in several scripts, with what is unknown and what is missing."""
    values: list[Value | None] = [
        LONG,
        text("short"),
        text("コンテナはホストのカーネルを共有し、名前空間とコントロールグループによって互いに隔離される。"),
        text("تشترك الحاويات في نواة المضيف، وتفصل بينها مساحات الأسماء ومجموعات التحكم، ويشغلها محرك واحد"),
        Unknown(),
    ]
    names = ["Virtual machines", "Unikernels with a name that is long", "仮想マシン", "حاويات", "Jails"]
    return compare(
        names, ("How it keeps its neighbours apart", TEXT, values), ("Kernel", TEXT, [LONG, None, *[LONG] * 3])
    )


def empty() -> Comparison:
    """Attributes without a claim."""
    return compare(["A", "B"], ("Kernel", TEXT, []), ("Start-up time", QUANTITY, [Unknown()]))


SAMPLES = {"mapped": mapped, "told": told, "empty": empty}


def profiled(make: Comparison) -> list[str]:
    """Draw the first subject of a comparison alone."""
    return draw(make, subjects=make.subjects[:1])


@pytest.mark.parametrize("sample", SAMPLES)
def test_picture_stays_as_it_was_reviewed(sample: str, snapshot: SnapshotAssertion) -> None:
    """A change of what is drawn shows as a difference in a file that a reviewer can look at."""
    assert draw(SAMPLES[sample]())[0] == snapshot(extension_class=SvgFile)


def test_profile_stays_as_it_was_reviewed(snapshot: SnapshotAssertion) -> None:
    """One subject is drawn with its sign and values."""
    assert profiled(mapped())[0] == snapshot(extension_class=SvgFile)


@pytest.mark.parametrize("sample", SAMPLES)
def test_nothing_is_cut_or_overlaps(sample: str) -> None:
    """Long names and other scripts fit, wide and narrow, of all subjects and of one."""
    for figure in (*draw(SAMPLES[sample]()), *profiled(SAMPLES[sample]())):
        check_figure(figure)


@pytest.mark.parametrize(
    ("type", "words"),
    [
        (TEXT, "text"),
        (SUPPORT, "yes / no"),
        (ValueType(kind=Kind.FIT, levels=FIT_LEVELS), "good / poor"),
        (CHOICE, "choice"),
        (RATING, "rating 0–5"),
        (ValueType(kind=Kind.RATING, low=Decimal(-3), high=Decimal(3)), "rating -3 to 3"),
        (ValueType(kind=Kind.RATING, high=Decimal("1e999999")), "rating 0–1E+999999"),
        (NUMBER, "number"),
        (QUANTITY, "seconds"),
        (ValueType(kind=Kind.QUANTITY, unit="MB"), "MB"),
        (ValueType(kind=Kind.MONEY, unit="EUR"), "EUR"),
        (ValueType(kind=Kind.DATE), "date"),
        (ValueType(kind=Kind.LAYERS), "layers"),
    ],
)
def test_types_are_told_in_words(type: ValueType, words: str) -> None:
    """A reader sees what is claimed, not the name of a type."""
    assert format_type(type) == words


def test_dimensions_have_colours_and_all_names_are_links() -> None:
    """The map leads to the comparison, its dimensions and their attributes."""
    (figure,) = draw(mapped())
    assert all(f'class="tint s{place}"' in figure for place in (1, 2, 3))
    for address in ("../c/", "../c/d0/", "../c/d1/", "../c/d2/", "../c/a0/", "../c/a4/"):
        assert f'<a href="{address}">' in figure


def test_branches_stand_beside_each_other_and_below_where_it_is_narrow() -> None:
    """A phone shows an outline, not narrow columns."""
    (figure,) = draw(mapped())
    picture = parse(figure)[0]
    wide, narrow = ({box.text: box for box in text_boxes(picture, width)} for width in (WIDE, NARROW))
    assert wide["Architecture"].right < wide["Kernel"].left < wide["text"].left
    assert wide["Kernel"].top < wide["Architecture"].top < wide["Isolation boundary"].bottom
    assert narrow["Architecture"].bottom < narrow["Kernel"].top < narrow["Isolation boundary"].top
    assert narrow["Kernel"].left > 40


def test_first_words_lead_to_their_cells() -> None:
    """Two lines at most of a long text; what is not known is said."""
    (figure,) = draw(told())
    assert '<a href="../c/a0/s0/">' in figure
    assert LONG.written not in words_of(figure)
    assert words_of(figure).count("unknown") >= 1
    assert words_of(figure).count("no claim") >= 1
    assert 'class="edge"' in figure


def test_nothing_known_is_said() -> None:
    """Dashed lines and words tell that there is no data, and that n/a is another thing."""
    (figure,) = draw(empty())
    assert "nothing known yet" in words_of(figure)
    assert 'class="wire' not in figure
    void = compare(["A"] * 2, ("Kernel", TEXT, [NotApplicable()] * 2))
    assert "does not apply" in words_of(draw(void)[0])


def test_what_is_left_out_is_counted() -> None:
    """Each of several pictures says which of all it shows, and how many subjects have nothing to show."""
    names = [f"Licence {place}" for place in range(40)]
    figures = draw(compare(names, ("Summary", TEXT, [LONG] * 38)))
    assert "31–38 of 38 values · nothing known of 2\u00a0more subjects" in figures[1]
    assert len({figure[figure.index("aria-labelledby") :][:30] for figure in figures}) == 2


def test_description_says_what_the_picture_shows() -> None:
    """Who can't see it is told the same."""
    assert (
        "VMs and containers: 5 attributes in 3 dimensions. Architecture: Kernel, Isolation boundary. "
        "Operation of many of them at once: Start-up time, Live migration"
    ) in words_of(draw(mapped())[0])
    assert "What is said of Virtual machines. Kernel: A hypervisor divides" in words_of(profiled(mapped())[0])
    assert "D holds nothing that is known yet: 2 attributes. Kernel, Start-up time." in words_of(draw(empty())[0])
    assert "Kernel of 4 of 5 subjects: Virtual machines: A hypervisor" in words_of(draw(told())[0])


def test_pictures_are_small() -> None:
    """As much as fits stays within the budgets."""
    assert len(draw(mapped())[0].encode()) <= 8_000
    names = [f"Licence {place}" for place in range(30)]
    assert len(draw(compare(names, ("Summary", TEXT, [LONG] * 30)))[0].encode()) <= 40_000


NAMES = st.text(max_size=80)
VALUES = st.one_of(st.none(), st.just(Unknown()), st.just(NotApplicable()), st.text(max_size=300).map(text))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(NAMES, min_size=1, max_size=5),
    st.lists(st.tuples(NAMES, st.lists(VALUES, max_size=5)), min_size=1, max_size=9),
    st.lists(NAMES, min_size=1, max_size=4),
)
def test_any_data_can_be_drawn(
    subjects: list[str], rows: list[tuple[str, list[Value | None]]], dimensions: list[str]
) -> None:
    """Whatever authors write, the picture is sound and nothing in it is cut or overlaps."""
    comparison = compare(subjects, *((title, TEXT, values[: len(subjects)]) for title, values in rows))
    for figure in (
        *draw(comparison),
        *draw(parted(comparison, *dimensions)),
        *profiled(parted(comparison, *dimensions)),
    ):
        check_figure(figure)


def test_very_many_dimensions_can_be_drawn() -> None:
    """300 dimensions of one attribute each are eight pictures."""
    rows = tuple(
        Dimension(
            id=f"d{at}",
            slug=f"d{at}",
            title=f"Dimension {at}",
            attributes=(Attribute(id=f"a{at}", slug="", title="A"),),
        )
        for at in range(300)
    )
    figures = draw(replace(compare(["A", "B"]), dimensions=rows))
    assert len(figures) == 8
    check_figure(figures[7])
