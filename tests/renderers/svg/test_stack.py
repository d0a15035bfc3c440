"""Stacks as SVG."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import DiagramOptions
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.model.values import Layer, Layers, NotApplicable, Unknown
from mkdocs_comparisons.renderers.svg.figures import Pen
from mkdocs_comparisons.renderers.svg.sheets import NARROW, WIDE
from mkdocs_comparisons.renderers.svg.stack import render_stack
from mkdocs_comparisons.renderers.words import format_value
from mkdocs_comparisons.views.stack import build_stack
from tests.renderers.svg.boxes import SVG, Box, parse
from tests.renderers.svg.golden import SvgFile
from tests.renderers.svg.laid import check_figure, text_boxes, words_of
from tests.renderers.svg.layered import CONTAINERS, LAYERS, MACHINES, MODULES, layer, layers, options, own, stacked
from tests.renderers.svg.samples import TEXT, compare, href_of, scope_of, text

PEN = Pen("k", href_of, format_value)
TWO = stacked(["Virtual machines", "Containers"], MACHINES, CONTAINERS)


def drawn(comparison: Comparison, wishes: DiagramOptions | None = None, page: int = 0) -> str:
    """Draw the stacks of a comparison."""
    return str(render_stack(build_stack(scope_of(comparison, options=wishes))[page], PEN))


def boxes_of(figure: str, words: str, width: int = WIDE) -> list[Box]:
    """Return where some words stand."""
    picture = parse(figure).find(f"{SVG}svg")
    assert picture is not None
    return [box for box in text_boxes(picture, width) if box.text == words]


def test_golden(snapshot: SnapshotAssertion) -> None:
    """A review shows what changed in the picture."""
    figure = drawn(TWO)
    check_figure(figure)
    assert figure == snapshot(extension_class=SvgFile)


def test_golden_of_four(snapshot: SnapshotAssertion) -> None:
    """Three and more stand two in a row, and what is not known has a box of its own."""
    figure = drawn(stacked(["A", "B", "C", "D"], MACHINES, CONTAINERS, MODULES, Unknown()), options(instances=4))
    check_figure(figure)
    assert figure == snapshot(extension_class=SvgFile)


def test_all_stacks_of_a_row_stand_on_one_line() -> None:
    """What is at the bottom of both is seen to be the same."""
    figure = drawn(stacked(["A", "B"], MACHINES, layers("Infrastructure", "App")))
    left, right = boxes_of(figure, "Infrastructure")
    assert left.top == right.top
    assert right.left - left.left == WIDE - NARROW
    assert len({box.left for box in boxes_of(figure, "Infrastructure", NARROW)}) == 1


def test_layers_stand_upon_each_other() -> None:
    """The first layer is the lowest, as in the world."""
    figure = drawn(stacked(["A"], MACHINES))
    tops = [
        boxes_of(figure, words)[0].top for words in ("Infrastructure", "Hypervisor", "Guest OS", "Libraries", "App")
    ]
    assert tops == sorted(tops, reverse=True)


def test_roles_are_as_high_in_all_stacks() -> None:
    """Layers that do the same job have boxes of one height, however many words they hold."""
    figure = drawn(TWO)
    boxes = set(re.findall(r'height="([\d.]+)" rx="5" class="tint (\w+)"', figure))
    assert sorted(colour for height, colour in boxes if height != "18") == ["s1", "s2", "s3", "s6", "s7"]


def test_each_instance_has_its_own() -> None:
    """As many boxes as instances, of which one is read out."""
    for count in (1, 2, 3, 4):
        figure = drawn(stacked(["A"], MACHINES), options(instances=count))
        check_figure(figure)
        assert len(boxes_of(figure, "App")) == count
        assert figure.count('aria-hidden="true"') == 3 * (count - 1)
        assert figure.count('class="edge"') == count + 1


def test_libraries_fit_in_four_instances() -> None:
    """The usual words have room in the narrowest box, and stay whole."""
    figure = drawn(stacked(["A"], MACHINES), options(instances=4))
    assert len(boxes_of(figure, "Libraries")) == 4
    assert "…" not in figure


def test_frame_and_hatching_are_explained() -> None:
    """The legend has the author's words."""
    figure = drawn(TWO, options(boundary="wall of the machine"))
    assert len(boxes_of(figure, "wall of the machine")) == 1
    assert len(boxes_of(figure, "runs a kernel")) == 1
    assert figure.count("url(#k-hatch)") == 3 + 1 + 1


def test_nothing_is_explained_that_is_not_there() -> None:
    """No frame and no hatching, no legend of them."""
    figure = drawn(stacked(["A", "B"], layers("Hardware", own("App")), layers("Hardware")))
    assert "boundary" not in figure
    assert "hatch" not in figure


def test_several_marks_stand_in_the_boxes() -> None:
    """One hatching can't be explained in two ways."""
    figure = drawn(stacked(["A"], layers(layer("a", mark="runs a kernel"), layer("b", mark="is patched"), "c")))
    check_figure(figure)
    assert boxes_of(figure, "runs a kernel")[0].left > 200
    assert boxes_of(figure, "is patched")[0].left > 200


def test_boxes_link_where_their_labels_do() -> None:
    """One link a layer, however many instances there are."""
    figure = drawn(stacked(["A"], layers("[[s0|Hardware]]", own("[[s0|App]]"), "[[nowhere|Nothing]]")))
    links = re.findall(r'<a href="([^"]*)">(.*?)</a>', figure)
    assert [href for href, _ in links] == ["../c/s0/", "../c/s0/", "../c/s0/", "../c/a0/"]
    assert links[1][1].count(">App<") == 3
    assert "[[" not in figure
    assert "Nothing" in figure


def test_what_is_not_known_says_so() -> None:
    """Three different nothings."""
    figure = drawn(stacked(["A", "B", "C", "D"], Unknown(), None, NotApplicable(), MACHINES))
    check_figure(figure)
    for words in ("unknown", "no claim", "n/a"):
        assert len(boxes_of(figure, words)) == 1
    assert "B: no claim." in words_of(figure)


def test_description_tells_the_stacks() -> None:
    """Who does not see the picture learns what it shows, from the data."""
    assert "Containers, from the bottom to the top: Infrastructure → Host OS" in words_of(drawn(TWO))


def test_short_captions_only() -> None:
    """A note that fits stands under the name; one that would break off does not."""
    for note, is_shown in (("each boots its own kernel", True), ("many words " * 20, False)):
        comparison = stacked(["A"], MACHINES)
        claim = replace(comparison.claims[0], note=Inline(note))
        figure = drawn(replace(comparison, claims=(claim,)))
        check_figure(figure)
        assert bool(boxes_of(figure, note.strip())) == is_shown
        assert is_shown or "many words" not in figure


def test_counts_what_is_not_shown() -> None:
    """Subjects and attributes that are in another picture, or in none, are not dropped silently."""
    comparison = compare(["A"] * 5, ("x", TEXT, [text("a")]), ("Layers", LAYERS, [MACHINES] * 5))
    figure = drawn(comparison, page=1)
    assert "5 of 5 subjects" in figure
    assert "Layers · 1 of 2 attributes" in figure


def wild_layers() -> st.SearchStrategy[Layers]:
    """Make layers of any words, in any combination."""
    words = st.one_of(
        st.text(max_size=60), st.sampled_from(["[[s0]]", "[[x/y|z]]", "<b>&", "سحابة", "仮想マシン", "a" * 80])
    )
    one = st.builds(
        Layer,
        label=st.builds(Inline, words),
        role=st.sampled_from(["", "a", "b"]),
        note=st.none() | st.builds(Inline, words),
        is_repeated=st.booleans(),
        is_bounded=st.booleans(),
        mark=st.sampled_from(["", "m", "<n>"]),
    )
    return st.lists(one, min_size=1, max_size=6).map(lambda found: Layers(tuple(found)))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.none() | wild_layers(), max_size=5), wild_layers(), st.integers(1, 4), st.text(max_size=40))
def test_anything_can_be_drawn(some: list[Layers | None], known: Layers, instances: int, boundary: str) -> None:
    """Whatever an author writes, nothing raises, overlaps or sticks out."""
    comparison = stacked([f"S{place}" for place in range(len(some) + 1)], *some, known)
    for page in range(len(some) // 4 + 1):
        check_figure(drawn(comparison, options(instances, boundary), page))


def test_picture_is_small() -> None:
    """A page can afford it."""
    assert len(drawn(TWO).encode()) <= 8_000
