"""Any kind of diagram, for any data: drawn, safe, named, and with room for its words."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.comparison import Comparison, Noun
from mkdocs_comparisons.model.dimensions import FIT_LEVELS, Better, DiagramKind, DiagramOptions, Kind, ValueType
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.model.values import (
    Choice,
    Day,
    Items,
    Layer,
    Layers,
    Link,
    NotApplicable,
    Rating,
    Unknown,
    Value,
    Version,
)
from mkdocs_comparisons.planning.diagrams import draw_diagram, scope_of
from mkdocs_comparisons.planning.embeds import Embed
from mkdocs_comparisons.views.diagrams import CHARTS, choose_diagram
from mkdocs_comparisons.views.scales import wide
from tests.renderers.svg.laid import check_figure, words_of
from tests.renderers.svg.samples import PEN, SUPPORT, Row, choice, compare, measure, text

_FIGURE = re.compile(r"<figure.*?</figure>", re.DOTALL)
_NAMES = st.one_of(
    st.sampled_from(
        [
            "Containers",
            "a name of several words that goes on for a while",
            "W" * 500,
            "仮想マシンのための、" * 12,
            "مرحبا بالعالم " * 6,
            "ภาษาไทยไม่มีช่องว่าง" * 8,
            "\U0001f469\u200d\U0001f469\u200d\U0001f467" * 9,
            "e\u0301" * 60,
            "</svg><script>alert(1)</script>]]>",
            "&entity; {{ 42|abs }} {% raw %}",
            "\u202eevil \x00 \x1b \ufffe",
            "",
        ]
    ),
    # Words of any width: those that nearly fit are the ones that stick out.
    st.text(alphabet="ilmwMWT0-", min_size=3, max_size=45),
    st.text(max_size=20).filter(lambda words: not re.search("[\ud800-\udfff]", words)),
)
_NUMBERS = st.sampled_from(
    ["0", "-0", "1", "-1", "5", "20", "21", "0.5", "1e-30", "1e299", "-1e299", "1e999999", "1e-999999", "123456789"]
)
_DAYS = st.sampled_from(["0001", "9999-12-31", "2024", "2024-02", "2024-02-29", "1999-12", "2023"])
_LEVELS = choice("low", "</text>", "W" * 90, better=Better.LOWER)
_TYPES = {
    Kind.TEXT: ValueType(),
    Kind.SUPPORT: SUPPORT,
    Kind.FIT: ValueType(kind=Kind.FIT, levels=FIT_LEVELS, better=Better.HIGHER),
    Kind.CHOICE: _LEVELS,
    Kind.RATING: ValueType(kind=Kind.RATING, better=Better.HIGHER),
    Kind.NUMBER: ValueType(kind=Kind.NUMBER),
    Kind.QUANTITY: ValueType(kind=Kind.QUANTITY, unit="<b>", better=Better.LOWER),
    Kind.MONEY: ValueType(kind=Kind.MONEY, unit="EUR", better=Better.LOWER),
    Kind.DATE: ValueType(kind=Kind.DATE),
    Kind.VERSION: ValueType(kind=Kind.VERSION),
    Kind.LIST: ValueType(kind=Kind.LIST),
    Kind.LAYERS: ValueType(kind=Kind.LAYERS),
    Kind.LINK: ValueType(kind=Kind.LINK),
}


@st.composite
def _amounts(draw: st.DrawFn, type: ValueType) -> Value:
    with wide():
        low, high = sorted((Decimal(draw(_NUMBERS)), Decimal(draw(_NUMBERS))))
        made = measure(low, high if draw(st.booleans()) and low < high else None, unit=type.unit)
    return replace(made, bound=draw(st.sampled_from(["", "", "<", ">="]))) if made.low == made.high else made


@st.composite
def _layers(draw: st.DrawFn) -> Value:
    made = []
    for label in draw(st.lists(_NAMES, min_size=1, max_size=5)):
        note = Inline(draw(_NAMES)) if draw(st.booleans()) else None
        role, mark = (draw(_NAMES)[:60] for _ in range(2))
        made.append(Layer(label=Inline(label), role=role, note=note, mark=mark, is_repeated=draw(st.booleans())))
    return Layers(
        tuple(replace(layer, is_bounded=layer.is_repeated and place == 1) for place, layer in enumerate(made))
    )


def _known(type: ValueType) -> st.SearchStrategy[Value]:
    match type.kind:
        case Kind.SUPPORT | Kind.FIT | Kind.CHOICE:
            return st.sampled_from([Choice(level) for level in type.levels])
        case Kind.RATING:
            return st.integers(0, 10).map(lambda half: Rating(Decimal(half) / 2, str(Decimal(half) / 2)))
        case Kind.NUMBER | Kind.QUANTITY | Kind.MONEY:
            return _amounts(type)
        case Kind.DATE:
            return _DAYS.map(Day)
        case Kind.VERSION:
            return st.sampled_from([Version("1.10"), Version("v2"), Version("1" * 60)])
        case Kind.LIST:
            return st.lists(_NAMES, max_size=4).map(lambda items: Items(tuple(map(Inline, items))))
        case Kind.LAYERS:
            return _layers()
        case Kind.LINK:
            return _NAMES.map(lambda label: Link("https://example.org/", label))
        case _:
            return _NAMES.map(text)


@st.composite
def _comparisons(draw: st.DrawFn) -> Comparison:
    subjects = draw(st.lists(_NAMES, min_size=1, max_size=draw(st.sampled_from([2, 3, 5, 8]))))
    kinds = draw(st.lists(st.sampled_from(list(Kind)), min_size=1, max_size=3))
    rows: list[Row] = []
    for _ in range(draw(st.integers(1, 5))):
        type = _TYPES[draw(st.sampled_from(kinds))]
        cells = st.one_of(_known(type), _known(type), _known(type), st.sampled_from([None, Unknown(), NotApplicable()]))
        rows.append((draw(_NAMES), type, [draw(cells) for _ in subjects]))
    return compare(subjects, *rows, noun=draw(st.sampled_from([Noun(), Noun(one="W" * 60, many="W" * 60)])))


def _figures(comparison: Comparison, embed: Embed) -> list[str]:
    drawn = draw_diagram(scope_of(Catalogue(comparisons=(comparison,)), comparison, embed), PEN)
    return _FIGURE.findall(drawn)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(comparison=_comparisons(), data=st.data())
@pytest.mark.parametrize("kind", DiagramKind)
def test_any_kind_can_be_asked_for(kind: DiagramKind, comparison: Comparison, data: st.DataObject) -> None:
    """Whatever is asked of whatever data, there is a sound picture whose words have room, of the kind or of another."""
    chosen = data.draw(st.lists(st.sampled_from(comparison.subject_ids), unique=True))
    embed = Embed(view="diagram", comparison="c", kind=kind, subjects=tuple(chosen))
    scope = scope_of(Catalogue(comparisons=(comparison,)), comparison, embed)
    figures = _figures(comparison, embed)
    taken = choose_diagram(scope)
    assert taken.refused == CHARTS[kind].refuse(scope)
    assert taken.refused or taken.kind is kind
    ids = re.findall(r' id="([^"]*)"', "".join(figures))
    assert len(set(ids)) == len(ids)
    for figure in figures:
        assert f'data-kind="{taken.kind}"' in figure
        check_figure(figure)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(comparison=_comparisons(), data=st.data())
def test_any_wish_in_the_data_is_drawn(comparison: Comparison, data: st.DataObject) -> None:
    """The author's options, whichever they are, make no picture unsound."""
    wish = DiagramOptions(
        kind=data.draw(st.sampled_from(list(DiagramKind))),
        attributes=tuple(data.draw(st.lists(st.sampled_from(comparison.attribute_ids), unique=True))),
        scale=data.draw(st.sampled_from(["", "log", "linear"])),
        instances=data.draw(st.integers(1, 4)),
        boundary=data.draw(_NAMES)[:60] or "boundary",
    )
    wished = replace(comparison, dimensions=(replace(comparison.dimensions[0], diagram=wish),))
    for figure in _figures(wished, Embed(view="diagram", comparison="c", dimensions=("d",))):
        check_figure(figure)


@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.FIT, Kind.NUMBER, Kind.DATE, Kind.RATING])
@pytest.mark.parametrize("subjects", [31, 300])
def test_all_of_many_subjects_are_there(kind: Kind, subjects: int) -> None:
    """What one picture can't hold stands in the next: nobody is left out, and each picture says which part it is."""
    values: dict[Kind, Value] = {
        Kind.FIT: Choice(FIT_LEVELS[1]),
        Kind.NUMBER: measure("5"),
        Kind.DATE: Day("2024"),
        Kind.RATING: Rating(Decimal(3), "3"),
    }
    titles = [f"Subject {place}." for place in range(subjects)]
    comparison = compare(titles, ("Row", _TYPES[kind], [values.get(kind, text("word"))] * subjects))
    figures = _figures(comparison, Embed(view="diagram", comparison="c", dimensions=("d",)))
    shown = " ".join(map(words_of, figures))
    assert [title for title in titles if title not in shown] == []
