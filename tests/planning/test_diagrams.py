"""From an embed to its diagram: what it shows, what it is called, and where an author's wish can't be met."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from mkdocs_comparisons.model.dimensions import DiagramKind
from mkdocs_comparisons.model.refs import ComparisonRef, DiagramRef, DimensionRef, Ref, SubjectRef
from mkdocs_comparisons.planning.block_views import render_embed
from mkdocs_comparisons.planning.diagrams import can_draw, draw_file, find_unfit, scope_of
from mkdocs_comparisons.planning.embeds import Embed
from mkdocs_comparisons.planning.pages import Heading
from tests.samples import catalogue_of, comparison_of, page_of, stage_of

SVG = "{http://www.w3.org/2000/svg}"
STYLE_SHEET = ".comparison-diagram { color: red }"

BOXES = """\
title: Boxes
subjects:
  a: {title: Box A}
  b: {title: Box B, short: B}
dimensions:
  size:
    title: Size
    diagram: radar
    attributes:
      volume: {title: Volume, type: number, claims: {a: 1, b: 2}}
  use:
    title: Use
    attributes:
      moving: {title: Moving, type: fit, claims: {a: good, b: {value: poor, note: "Too small, see [[a]]."}}}
      storing: {title: Storing, type: fit, claims: {a: poor, b: good}}
"""
ALONE = "title: Alone\nsubjects: {a: {title: A}}\ndimensions: {d: {title: D, attributes: {x: {title: X}}}}\n"
CATALOGUE = catalogue_of(boxes=BOXES)
COMPARISON = CATALOGUE.comparisons[0]


def wide(count: int, *, attributes: int) -> str:
    """Return a comparison whose heat map needs many pictures."""
    names = ", ".join(f"s{place}: {{title: S{place}}}" for place in range(count))
    claims = "claims: {" + ", ".join(f"s{place}: {place}" for place in range(count)) + "}"
    rows = ", ".join(f"x{row}: {{title: X{row}, type: number, {claims}}}" for row in range(attributes))
    return f"title: Wide\nsubjects: {{{names}}}\ndimensions: {{d: {{title: D, attributes: {{{rows}}}}}}}\n"


def drawn(text: str, embed: Embed) -> str:
    """Return the HTML of a diagram's block."""
    stage = stage_of(catalogue_of(boxes=text))
    return render_embed(stage, embed, page_of(stage, "index.md"))


def diagrams_of(text: str, ref: Ref) -> list[tuple[str, str]]:
    """Return the diagrams of a page: the heading above each, and the kind that it names."""
    (page,) = [page for page in stage_of(catalogue_of(boxes=text)).plan.pages if page.ref == ref]
    found, heading = [], ""
    for part in page.parts:
        if isinstance(part, Heading):
            heading = part.text
        elif isinstance(part, Embed) and part.view == "diagram":
            found.append((heading, part.kind))
    return found


def test_a_wish_that_cannot_be_met_is_told_with_its_place() -> None:
    """The warning stands at the author's own words, says why, and which kind was taken."""
    (finding,) = find_unfit(CATALOGUE)
    assert (finding.code, finding.at.path, finding.at.line, finding.at.column) == ("diagram-unfit", "boxes.yml", 8, 14)
    assert finding.problem.startswith("the dimension 'size' can't be drawn as 'radar': it ")
    assert finding.advice == "It is drawn as 'dumbbell' now; name that, or another kind, or leave 'diagram' out."


def test_a_wish_that_can_be_met_is_no_finding() -> None:
    """A kind that fits is drawn without a word."""
    catalogue = catalogue_of(boxes=BOXES.replace("radar", "strip"))
    assert list(find_unfit(catalogue)) == []
    assert 'data-kind="strip"' in drawn(
        BOXES.replace("radar", "strip"), Embed(comparison="boxes", dimensions=("size",), view="diagram")
    )


def test_attributes_that_a_wish_names_may_be_of_any_dimension() -> None:
    """What belongs together in a picture need not stand in one dimension."""
    text = BOXES.replace("diagram: radar", "diagram: {kind: dots, attributes: [storing, moving]}")
    catalogue = catalogue_of(boxes=text)
    scope = scope_of(catalogue, catalogue.comparisons[0], Embed(comparison="boxes", dimensions=("size",)))
    assert [attribute.id for attribute in scope.attributes] == ["storing", "moving"]


@pytest.mark.parametrize(
    ("embed", "focus", "title"),
    [
        (Embed(), None, "Boxes"),
        (Embed(kind="links"), None, "Boxes: connections"),
        (Embed(dimensions=("use",)), DimensionRef("boxes", "use"), "Boxes: Use"),
        (Embed(dimensions=("use",), kind="ladder"), DimensionRef("boxes", "use"), "Boxes: Use: which to pick"),
        (Embed(attributes=("moving",)), DimensionRef("boxes", "use"), "Boxes: Use"),
        (Embed(attributes=("moving", "volume")), None, "Boxes"),
        (Embed(subjects=("b",), dimensions=("use",)), SubjectRef("boxes", "b"), "Boxes: Box B"),
        (Embed(subjects=("a", "b")), None, "Boxes"),
        (Embed(dimensions=("use",), caption="Mine"), DimensionRef("boxes", "use"), "Mine"),
    ],
)
def test_a_picture_is_called_by_what_it_is_about(embed: Embed, focus: Ref | None, title: str) -> None:
    """Several pictures of one page have names that tell them apart, and ties are those of the page."""
    scope = scope_of(CATALOGUE, COMPARISON, embed)
    assert (scope.focus, scope.title) == (focus, title)


def test_a_comparison_of_one_dimension_is_about_itself() -> None:
    """The page of a comparison is tied to its only dimension; it is not that dimension."""
    catalogue = catalogue_of(boxes=ALONE)
    scope = scope_of(catalogue, catalogue.comparisons[0], Embed(comparison="boxes", kind="links"))
    assert (scope.focus, scope.dimension) == (None, "d")


def test_a_ladder_asks_for_use_cases_only() -> None:
    """Numbers beside use cases are no questions, and no reason to count what is left out."""
    scope = scope_of(CATALOGUE, COMPARISON, Embed(kind="ladder"))
    assert [attribute.id for attribute in scope.attributes] == ["moving", "storing"]


def test_an_overview_shows_no_more_than_a_picture_can() -> None:
    """The page of a comparison with a hundred attributes opens with a picture, not with a wall."""
    comparison = comparison_of(wide(2, attributes=100))
    catalogue = catalogue_of(sample=wide(2, attributes=100))
    assert len(scope_of(catalogue, comparison, Embed()).attributes) == 15
    assert len(scope_of(catalogue, comparison, Embed(dimensions=("d",))).attributes) == 100


def test_what_can_be_drawn_is_asked_before_a_page_is_planned() -> None:
    """A heading without a picture below it would be a promise not kept."""
    assert can_draw(CATALOGUE, COMPARISON, Embed(kind="ladder"))
    assert not can_draw(CATALOGUE, COMPARISON, Embed(kind="ladder", dimensions=("size",)))


@pytest.mark.parametrize(
    ("ref", "diagrams"),
    [
        (
            ComparisonRef("boxes"),
            [("Which to pick", "ladder"), ("Overview", ""), ("Dimensions", "tree"), ("Connections", "links")],
        ),
        (DimensionRef("boxes", "use"), [("Use", ""), ("Which to pick", "ladder"), ("Connections", "links")]),
        (DimensionRef("boxes", "size"), [("Size", ""), ("Connections", "links")]),
        (SubjectRef("boxes", "a"), [("Connections", "links")]),
    ],
    ids=["comparison", "use-cases", "dimension", "subject"],
)
def test_pages_get_their_diagrams(ref: Ref, diagrams: list[tuple[str, str]]) -> None:
    """People look before they read: every page of a comparison has a picture, and each but the first a heading."""
    assert diagrams_of(BOXES, ref) == diagrams


def test_a_page_keeps_its_headings_apart() -> None:
    """An attribute called like one of our headings keeps its own anchor."""
    text = BOXES.replace("moving:", "connections:")
    (page,) = [
        page for page in stage_of(catalogue_of(boxes=text)).plan.pages if page.ref == DimensionRef("boxes", "use")
    ]
    anchors = [part.anchor for part in page.parts if isinstance(part, Heading)]
    assert "connections" in anchors
    assert "_connections" in anchors
    assert len(set(anchors)) == len(anchors)


def test_a_few_pictures_stand_open() -> None:
    """Three pictures are still looked at one after the other."""
    html = drawn(wide(60, attributes=3), Embed(comparison="boxes", dimensions=("d",), view="diagram"))
    assert html.count("<figure") == 2
    assert "<details" not in html


def test_many_pictures_are_folded_away() -> None:
    """From four pictures on all but the first are folded, and their count is said."""
    html = drawn(wide(130, attributes=3), Embed(comparison="boxes", dimensions=("d",), view="diagram"))
    assert html.count("<figure") == 5
    assert "<summary>4 more pictures</summary>" in html
    assert "not drawn" not in html


def test_pictures_without_number_are_bounded_and_the_rest_is_counted() -> None:
    """Three hundred subjects with sixty attributes would be a page of a hundred pictures."""
    html = drawn(wide(300, attributes=60), Embed(comparison="boxes", dimensions=("d",), view="diagram"))
    assert html.count("<figure") == 20
    assert "<summary>19 more pictures</summary>" in html
    assert "80 more are not drawn: the matrix holds everything." in html
    assert len(set(re.findall(r'<title id="([^"]+)"', html))) == 20


@pytest.mark.parametrize(("attributes", "is_mapped"), [(400, True), (401, False)])
def test_a_map_of_too_many_attributes_is_none(attributes: int, is_mapped: bool) -> None:
    """Dozens of folded pictures weigh a page down, and each dimension's page names its own attributes."""
    kinds = [kind for _, kind in diagrams_of(wide(1, attributes=attributes), ComparisonRef("boxes"))]
    assert ("tree" in kinds) == is_mapped


def test_labels_read_as_what_their_refs_lead_to() -> None:
    """No picture shows the brackets or the bare id of a ref, on a page as in a file."""
    html = drawn(BOXES, Embed(comparison="boxes", dimensions=("use",), view="diagram", kind="ladder"))
    assert "[[" not in html
    layers = BOXES.replace("type: number, claims: {a: 1, b: 2}", "type: layers, claims: {a: ['[[b]]'], b: ['[[a]]']}")
    page = drawn(layers, Embed(comparison="boxes", dimensions=("size",), view="diagram"))
    file = draw_file(catalogue_of(boxes=layers), DiagramRef("boxes", "size"), STYLE_SHEET)
    for picture in (page, file):
        assert 'data-kind="stack"' in page
        assert "[[" not in picture
        assert ">Box A<" in picture


def test_a_file_stands_on_its_own() -> None:
    """It may go anywhere: it has the style sheet inside, one layout, and leads nowhere."""
    root = ET.fromstring(draw_file(CATALOGUE, DiagramRef("boxes", "use"), STYLE_SHEET))  # noqa: S314 - our own
    assert root.tag == f"{SVG}svg"
    style, *pictures = root
    assert (style.tag, style.text) == (f"{SVG}style", STYLE_SHEET)
    assert [picture.tag for picture in pictures] == [f"{SVG}svg"]
    assert [each for each in root.iter() if each.tag == f"{SVG}a" or "href" in each.attrib] == []
    classes = {name for each in root.iter() for name in each.get("class", "").split()}
    assert "n" not in classes
    assert "comparison-diagram" in classes
    words = " ".join("".join(each.itertext()) for each in root.iter(f"{SVG}text"))
    assert all(name in words for name in ("Box A", "Moving", "Storing"))


def test_a_file_holds_all_pictures_one_below_the_other() -> None:
    """A dimension of many subjects is one file, as high as its pictures together."""
    catalogue = catalogue_of(wide=wide(40, attributes=3))
    root = ET.fromstring(draw_file(catalogue, DiagramRef("wide", "d"), STYLE_SHEET))  # noqa: S314 - our own
    pictures = root.findall(f"{SVG}svg")
    ends = [float(each.get("y", "")) + float(each.get("height", "")) for each in pictures]
    starts = [float(each.get("y", "")) for each in pictures]
    assert len(pictures) == 2
    assert starts[1] > ends[0]
    assert float(root.get("height", "")) > ends[1]
    ids = [each.get("id") for each in root.iter() if each.get("id")]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("ref", [DiagramRef("boxes", "gone"), DiagramRef("gone", "use")], ids=str)
def test_there_is_no_file_of_what_there_is_not(ref: DiagramRef) -> None:
    """A wrong address is a mistake in our own code, which must not end in an empty file."""
    with pytest.raises(LookupError, match="there is no dimension"):
        draw_file(CATALOGUE, ref, STYLE_SHEET)


def test_every_kind_can_be_asked_for() -> None:
    """Whatever kind a block names, either it is drawn or there is a reason: never an exception."""
    for kind in DiagramKind:
        embed = Embed(comparison="boxes", view="diagram", kind=kind.value)
        kinds = set(re.findall(r'data-kind="([a-z]+)"', drawn(BOXES, embed)))
        assert (kinds == {kind.value}) is can_draw(CATALOGUE, COMPARISON, embed), kind
