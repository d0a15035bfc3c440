"""Groups as SVG."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from mkdocs_comparisons.model.comparison import Comparison, Noun
from mkdocs_comparisons.model.dimensions import Kind, ValueType
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.model.values import Items, NotApplicable, Unknown, Value
from mkdocs_comparisons.renderers.svg.figures import Pen
from mkdocs_comparisons.renderers.svg.groups import render_groups
from mkdocs_comparisons.renderers.svg.sheets import NARROW, WIDE
from mkdocs_comparisons.renderers.words import format_value
from mkdocs_comparisons.views.groups import build_groups, refuse_groups
from tests.renderers.svg.boxes import SVG, Box, parse
from tests.renderers.svg.golden import SvgFile
from tests.renderers.svg.laid import check_figure, text_boxes, words_of
from tests.renderers.svg.layered import CONTAINERS, LAYERS, MACHINES, MODULES
from tests.renderers.svg.samples import (
    NO,
    NUMBER,
    PARTIAL,
    SAMPLES,
    SUPPORT,
    TEXT,
    YES,
    compare,
    href_of,
    measure,
    scope_of,
    text,
)

PEN = Pen("k", href_of, format_value)
LIST = ValueType(kind=Kind.LIST)
NAMES = ("Alpine", "Arch Linux", "CentOS Stream", "Debian", "Fedora Workstation", "FreeBSD", "Guix System", "NixOS")


def drawn(comparison: Comparison, page: int = 0) -> str:
    """Draw the groups of a comparison."""
    return str(render_groups(build_groups(scope_of(comparison))[page], PEN))


def boxes_of(figure: str, words: str, width: int = WIDE) -> list[Box]:
    """Return where some words stand."""
    picture = parse(figure).find(f"{SVG}svg")
    assert picture is not None
    return [box for box in text_boxes(picture, width) if box.text == words]


def systems() -> Comparison:
    """Eight subjects, with every state and kind of list."""
    init = ("OpenRC", "systemd", "systemd", "systemd", "systemd", "BSD rc", "Shepherd")
    ports = ("x86", "x86, ARM", "ARM", "ARM, RISC-V", "x86, RISC-V", "RISC-V", "x86, ARM, RISC-V")
    return compare(
        NAMES,
        ("Init system", TEXT, [*map(text, init), Unknown()]),
        ("Live image", SUPPORT, [NO, YES, NO, YES, PARTIAL, None, NotApplicable(), YES]),
        ("Ports", LIST, [Items(tuple(map(Inline, port.split(", ")))) for port in ports]),
        ("Layers", LAYERS, [MACHINES, CONTAINERS, MODULES]),
        noun=Noun(one="system", many="systems"),
    )


def test_golden(snapshot: SnapshotAssertion) -> None:
    """A review shows what changed in the picture."""
    figure = drawn(systems())
    check_figure(figure)
    assert figure == snapshot(extension_class=SvgFile)


def test_all_samples_can_be_drawn() -> None:
    """Groups can show any data, in any script, with every name of what they show."""
    for sample in SAMPLES.values():
        comparison = sample()
        for page, chart in enumerate(build_groups(scope_of(comparison))):
            figure = drawn(comparison, page)
            check_figure(figure)
            told = words_of(figure)
            assert all(
                head.label in told for block in chart.blocks for group in block.groups for head in group.subjects
            )
            assert all(block.head.label in told for block in chart.blocks)


def test_each_subject_links_once_an_attribute() -> None:
    """Pills are links, and so is the attribute's name."""
    figure = drawn(compare(["A", "B"], ("x", SUPPORT, [YES, NO]), ("y", SUPPORT, [YES, YES])))
    assert sorted(re.findall(r'<a href="([^"]*)"', figure)) == [
        "../c/a0/",
        "../c/a1/",
        *["../c/s0/"] * 2,
        *["../c/s1/"] * 2,
    ]


def test_pills_stand_beside_their_value_or_below_it() -> None:
    """Where there is no room beside them, the words stand above."""
    figure = drawn(compare(["A"], ("x", TEXT, [text("systemd")])))
    (words,), (name,) = boxes_of(figure, "systemd"), boxes_of(figure, "A")
    assert words.right < name.left
    assert abs(words.top - name.top) <= 1
    (words,), (name,) = boxes_of(figure, "systemd", NARROW), boxes_of(figure, "A", NARROW)
    assert words.bottom < name.top


def test_counts_are_aligned() -> None:
    """Numbers of one column end at one place."""
    figure = drawn(compare([f"S{place}" for place in range(12)], ("x", TEXT, [*map(text, "aaaaaaaaaaab")])))
    (many,), (one,) = boxes_of(figure, "11"), boxes_of(figure, "1")
    assert many.right == one.right


def test_what_is_not_known_is_dashed() -> None:
    """It has no colour of a value, and its words stand with it."""
    figure = drawn(compare(["A", "B", "C", "D"], ("x", SUPPORT, [Unknown(), NotApplicable(), None, NO])))
    assert figure.count('class="edge"') == 3
    assert figure.count('class="tint s1"') == 1
    for words in ("unknown", "n/a", "no claim", "no"):
        assert len(boxes_of(figure, words)) == 1


def test_parts_are_said_to_be_parts() -> None:
    """Counts that don't add up need a reason."""
    assert "systems may stand in several" in drawn(systems())
    assert "in several" not in drawn(compare(["A"], ("x", SUPPORT, [YES])))


def test_counts_what_stands_in_other_pictures() -> None:
    """A picture of some of the subjects says so, and its groups do too."""
    comparison = compare([f"S{place}" for place in range(32)], ("x", SUPPORT, [YES] * 32), noun=Noun(many="licences"))
    assert "1–30 of 32 licences" in drawn(comparison)
    assert len(boxes_of(drawn(comparison, 1), "2 of 32")) == 1


def test_description_tells_the_groups() -> None:
    """Who does not see the picture learns what it shows, from the data."""
    figure = drawn(
        compare([*"ABC"], ("Kernel", TEXT, [*map(text, ("own", "own", "shared"))]), ("Price", NUMBER, [None] * 3))
    )
    assert "Kernel: own for 2 and shared for 1. Price: no claim for 3." in words_of(figure)


def test_long_names_are_cut_and_whole_in_their_title() -> None:
    """A pill is never wider than the picture."""
    name = "A system with a name that is far too long for any box of the picture to hold"
    figure = drawn(compare([name], ("x", TEXT, [text(name)])))
    check_figure(figure)
    assert f"<title>{name}</title>" in figure


def wild_values() -> st.SearchStrategy[Value | None]:
    """Make values of any kind."""
    words = st.text(max_size=80) | st.sampled_from(["<b>&", "سحابة", "仮想マシン", "a" * 90, "[[x|y]]", " "])
    lists = st.lists(words.map(Inline), max_size=4).map(lambda found: Items(tuple(found)))
    numbers = st.sampled_from(["9e999999", "-9e999999", "0", "-1", "1e-999999"]).map(measure)
    others: list[Value] = [Unknown(), NotApplicable(), MACHINES]
    return st.one_of(st.none(), st.sampled_from(others), words.map(text), lists, numbers)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.text(max_size=60), wild_values(), wild_values()), min_size=1, max_size=9),
    st.text(max_size=60),
)
def test_anything_can_be_drawn(rows: list[tuple[str, Value | None, Value | None]], title: str) -> None:
    """Whatever an author writes, nothing raises, overlaps or sticks out."""
    names = [name for name, _, _ in rows]
    comparison = compare(names, (title, TEXT, [one for _, one, _ in rows]), ("y", TEXT, [two for _, _, two in rows]))
    if refuse_groups(scope_of(comparison)):
        return
    check_figure(drawn(comparison))


def test_picture_is_small() -> None:
    """Each name is a link with a box of its own, some three hundred bytes; no picture has too many of them."""
    values = [YES, NO, NO, YES, PARTIAL, YES, NO, YES, YES, PARTIAL]
    usual = compare(NAMES[:7], *[(f"Row {row}", SUPPORT, values[:7]) for row in range(6)])
    full = compare(
        [f"Licence {each}" for each in range(30)], *[(f"Row {row}", SUPPORT, values * 3) for row in range(6)]
    )
    assert len(drawn(usual).encode()) <= 16_000
    assert len(drawn(full).encode()) <= 40_000
