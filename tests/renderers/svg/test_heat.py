"""The heat map as SVG."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from decimal import Decimal
from gzip import compress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import ValueType
from mkdocs_comparisons.model.refs import AttributeRef, Ref, SubjectRef
from mkdocs_comparisons.model.values import Unknown, Value
from mkdocs_comparisons.renderers.svg.figures import Pen
from mkdocs_comparisons.renderers.svg.heat import render_heat
from mkdocs_comparisons.views.heat import build_heat
from tests.renderers.svg.boxes import SVG, parse
from tests.renderers.svg.geometry import assert_text_has_room
from tests.renderers.svg.golden import SvgFile
from tests.renderers.svg.samples import (
    NUMBER,
    SAMPLES,
    SUPPORT,
    TEXT,
    YES,
    choice,
    compare,
    draw,
    href_of,
    levels,
    many,
    measure,
    scope_of,
    six_by_nine,
    text,
    two,
    words_of,
)

ELEMENTS = {"svg", "title", "desc", "defs", "pattern", "path", "rect", "use", "g", "a", "text", "tspan"}
ATTRIBUTES = {
    *(
        "aria-describedby",
        "aria-label",
        "aria-labelledby",
        "class",
        "d",
        "data-dimension",
        "data-search-exclude",
        "data-kind",
        "dx",
        "dy",
        "fill",
        "fill-opacity",
        "font-size",
        "text-anchor",
    ),
    *("height", "href", "id", "patternUnits", "role", "tabindex", "width", "x", "y"),
}
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|rgb|hsl|currentcolor", re.IGNORECASE)


def pictures(comparison: Comparison) -> list[str]:
    """Draw all pictures of a comparison."""
    return [
        render_heat(heat, Pen("k", href_of, words_of).for_page(page))
        for page, heat in enumerate(build_heat(scope_of(comparison)))
    ]


def thirty_by_six() -> Comparison:
    """As many cells as a picture can have, each with a sign."""
    return compare(
        [f"Licence {place}" for place in range(30)], *((f"Row {row}", SUPPORT, [YES] * 30) for row in range(6))
    )


@pytest.fixture(params=SAMPLES)
def sample(request: pytest.FixtureRequest) -> str:
    """The name of a sample."""
    return str(request.param)


def assert_is_clean(figure: str) -> None:
    """Check that a figure is made of allowed parts, with ids that are unique and no ink of its own."""
    root = parse(figure)
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert root.tag == "figure"
    assert {element.tag for element in root.iter()} - {"figure"} <= {SVG + name for name in ELEMENTS}
    for element in root.iter():
        assert set(element.keys()) <= ATTRIBUTES, element.attrib
        ink = [value for name, value in element.items() if name not in ("href", "id", "aria-label", "fill")]
        assert not COLOUR.search(" ".join(ink)), element.attrib
        assert re.fullmatch(r"(url\(#[\w-]+\))?", element.get("fill", ""))


def test_picture_stays_as_it_was_reviewed(sample: str, snapshot: SnapshotAssertion) -> None:
    """A change of what is drawn shows as a difference in a file that a reviewer can look at."""
    assert draw(SAMPLES[sample](), key=sample) == snapshot(extension_class=SvgFile)


def test_figure_is_what_the_contract_says() -> None:
    """Scripts and checks outside find diagrams by the figure's class, kind and dimension, around one picture."""
    figure = parse(draw(two(), title="Isolation", key="x-1"))
    (picture,) = figure
    assert figure.attrib == {
        "class": "comparison-diagram",
        "data-kind": "heat",
        "data-dimension": "d",
        "tabindex": "0",
        "aria-label": "Diagram: Isolation",
        "data-search-exclude": "",
    }
    assert picture.get("role") == "group"
    assert picture.get("aria-labelledby") == "x-1-title"
    assert picture.get("aria-describedby") == "x-1-desc"
    assert picture.findtext(f"{SVG}title") == "Isolation"


def test_description_tells_what_is_seen() -> None:
    """Who can't see the picture learns its size, from what to what things run, and how much is not known."""
    assert parse(draw(two())).findtext(f"{SVG}svg/{SVG}desc") == (
        "8 attributes of 2 approaches: Virtual machines, Containers. "
        "Level of isolation runs from process (Containers) to hardware (Virtual machines). "
        "Overhead runs from high (Virtual machines) to low (Containers). "
        "Start-up time runs from 300 ms (Containers) to 30–60 s (Virtual machines). "
        "Balance runs from -3 (Virtual machines) to 5 (Containers). "
        "Cells: 1 unknown, 1 not applicable, 1 without a claim."
    )


def test_names_are_links_and_text(sample: str) -> None:
    """Every subject and attribute that is shown can be read, found and followed."""
    comparison = SAMPLES[sample]()
    links: dict[str, str] = {}
    for figure in pictures(comparison):
        for link in parse(figure).iter(f"{SVG}a"):
            title = link.find(f"{SVG}text/{SVG}title")
            shown = "".join(link.itertext()) if title is None else str(title.text)
            links[link.get("href", "")] = shown.replace("\u00a0", " ").replace(" ", "")
    expected = {f"../c/{each.id}/": each.title.replace(" ", "") for each in comparison.subjects}
    expected |= {f"../c/{each.id}/": each.title.replace(" ", "") for each in comparison.attributes()}
    assert links == expected


def test_refs_go_through_href() -> None:
    """Renderers resolve no links: subjects and attributes reach `href` as refs."""
    asked: list[Ref] = []

    def href(ref: Ref) -> str:
        asked.append(ref)
        return "x"

    comparison = compare(["One"], ("Row", TEXT, [text("a")]))
    render_heat(build_heat(scope_of(comparison))[0], Pen("k", href, str))
    assert asked == [SubjectRef("c", "s0"), AttributeRef("c", "a0")]


def test_picture_is_clean(sample: str) -> None:
    """Colours, sizes and scripts never come with a picture: it follows the theme and a strict content policy."""
    assert_is_clean(draw(SAMPLES[sample]()))


def test_text_has_room(sample: str) -> None:
    """No text is cut off or lies over another, on a phone and on a desk."""
    assert_text_has_room(draw(SAMPLES[sample]()))


def test_ids_of_two_pictures_differ() -> None:
    """Two diagrams on a page do not take each other's title, marks or hatching."""
    first, second = (re.findall(r' id="([^"]+)"', draw(two(), key=key)) for key in ("a", "b"))
    assert len(first) >= 5
    assert not set(first) & set(second)


def test_size_stays_in_bounds() -> None:
    """Pages stay light: six subjects and nine attributes in 14 kB, thirty and six in 40 kB."""
    assert len(draw(six_by_nine()).encode()) <= 14_000
    for drawn in [*pictures(many()), draw(thirty_by_six())]:
        assert len(drawn.encode()) <= 40_000
        assert len(compress(drawn.encode())) <= 4_000


def test_states_differ_without_colour() -> None:
    """Unknown, not applicable and missing have each their own word and their own box."""
    seen = {}
    for cell in parse(draw(two())).iter(f"{SVG}svg"):
        box, words = cell.find(f"{SVG}rect"), cell.find(f"{SVG}text")
        if words is not None and words.text in ("unknown", "n/a", "no claim"):
            assert words.get("class") == "note"
            seen[words.text] = None if box is None else (box.get("class"), box.get("fill"))
    assert seen == {"unknown": ("unknown", "url(#k-hatch)"), "n/a": None, "no claim": ("edge rule", None)}


def test_silent_words_are_replaced() -> None:
    """A cell without a value says so even where the page's words leave it empty."""
    comparison = compare(["One", "Two"], ("Row", TEXT, [Unknown(), None]))
    drawn = draw(comparison, words=lambda _: "")
    assert ">unknown</text>" in drawn
    assert ">no claim</text>" in drawn


def test_pictures_say_what_part_they_are() -> None:
    """Nothing is cut: what one picture can't hold is in the next, and each says which part it is."""
    counts = [
        "1–30 of 33 licences, 1–4 of 7 attributes",
        "31–33 of 33 licences, 1–4 of 7 attributes",
        "1–30 of 33 licences, 5–7 of 7 attributes",
        "31–33 of 33 licences, 5–7 of 7 attributes",
    ]
    for figure, count in zip(pictures(many()), counts, strict=True):
        root = parse(figure)
        assert count in [element.text for element in root.iter(f"{SVG}text")]
        assert f"Shown: {count}." in str(root.findtext(f"{SVG}svg/{SVG}desc"))


def test_a_short_name_keeps_the_whole_one() -> None:
    """A column's short name carries the subject's title, for the pointer and for finding."""
    comparison = two()
    drawn = draw(comparison)
    assert "<title>Virtual machines</title>" not in drawn
    cut = compare(
        ["A name that is far too long for the narrow head of a column in which it stands"] * 4, ("R", TEXT, [])
    )
    assert "<title>A name that is far too long for the narrow head of a column in which it stands</title>" in draw(cut)


def test_better_lower_turns_shades_and_not_bars() -> None:
    """The preferred end is the strong one, but a longer bar always is a larger number."""
    drawn = draw(two())
    overhead = drawn[drawn.index(">Overhead<") : drawn.index(">Start-up time<")]
    start = drawn[drawn.index(">Start-up time<") : drawn.index(">Managed by<")]
    assert overhead.index('"t0"') < overhead.index(">high<") < overhead.index('"t4"') < overhead.index(">low<")
    bars = [float(width) for width in re.findall(r'solid q" x="10%" width="([\d.]+)%"/', start)]
    assert bars[0] > bars[1]
    assert "lower is better · log" in start


def test_bytes_do_not_depend_on_the_process() -> None:
    """Same input, same bytes, whatever Python's hash seed is."""
    root = Path(__file__).resolve().parents[3]
    code = "from tests.renderers.svg.samples import *; print(ascii([draw(make()) for make in SAMPLES.values()]))"
    made = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": f"{root}{os.pathsep}{root / 'plugin'}"},
            cwd=root,
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert made == {ascii([draw(make()) for make in SAMPLES.values()]).encode() + os.linesep.encode()}


HOSTILE = st.one_of(
    st.text(st.characters(exclude_categories=()), max_size=60),
    st.sampled_from(
        [
            "<script>alert(1)</script>",
            '"><style>*{}</style>',
            "]]>&amp;&#x0;",
            "{{ 7*7 }} [[x]] | `",
            "a\u202eb\u0000\ud800\ufffe",
            "e\u0301" * 50,
            "W" * 200,
            "👩‍👩‍👧" * 20,
            "永" * 80,
            " \n\t ",
        ]
    ),
)


@settings(max_examples=60)
@given(st.lists(HOSTILE, min_size=1, max_size=9), st.lists(HOSTILE, min_size=1, max_size=4), HOSTILE)
def test_hostile_text_is_only_text(subjects: list[str], rows: list[str], value: str) -> None:
    """Whatever stands in titles and values, the figure stays well-formed, clean, and readable."""
    values: list[Value | None] = [text(value) for _ in subjects]
    figure = draw(compare(subjects, *((title, TEXT, values) for title in rows)), title=value)
    assert_is_clean(figure)
    assert_text_has_room(figure)


NUMBERS = st.one_of(
    st.decimals(allow_nan=False, allow_infinity=False),
    st.sampled_from(
        [Decimal(each) for each in ("0", "-0", "1e999999", "1e-999999", "-1e400", "1e400", "NaN", "Infinity")]
    ),
)


@settings(max_examples=100)
@given(st.lists(st.tuples(NUMBERS, NUMBERS), min_size=1, max_size=7))
def test_odd_numbers_make_sound_bars(ranges: list[tuple[Decimal, Decimal]]) -> None:
    """Zero, negative, huge and broken numbers give bars that lie inside their track."""
    values = [measure(low, high) for low, high in ranges]
    figure = draw(compare([f"S{place}" for place in range(len(values))], ("Row", NUMBER, values)))
    assert_is_clean(figure)
    assert "nan" not in figure.lower().replace(">nan", "").replace("–nan", "")
    assert '-0"' not in figure
    bars = re.findall(r'class="solid q" x="([^"]+)%" width="([^"]+)%"', figure)
    zeros = re.findall(r'class="zero" x="([^"]+)%"()', figure)
    for start, width in [*bars, *zeros]:
        assert float(start) >= 10
        assert float(start) + float(width or 0) <= 90.02


@given(st.integers(1, 30), st.integers(1, 12))
def test_any_shape_has_room(subjects: int, attributes: int) -> None:
    """Whatever is selected, the picture holds together and shows the legend of what it uses."""
    scale = choice("a", "b", "c")
    kinds: list[tuple[ValueType, Value]] = [(SUPPORT, YES), (scale, levels(scale, "b")[0])]
    rows = [
        (f"Attribute {place}", kinds[place % 2][0], [kinds[place % 2][1]] * subjects) for place in range(attributes)
    ]
    figure = draw(compare([f"Subject {place}" for place in range(subjects)], *rows))
    assert ">worse</text>" in figure
    assert_is_clean(figure)
    assert_text_has_room(figure)
