"""Comparisons to draw, made in few words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from markupsafe import Markup

from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.claims import Claim
from mkdocs_comparisons.model.comparison import Comparison, Noun
from mkdocs_comparisons.model.dimensions import (
    SUPPORT_LEVELS,
    Attribute,
    Better,
    DiagramOptions,
    Dimension,
    Kind,
    ValueType,
)
from mkdocs_comparisons.model.refs import Ref
from mkdocs_comparisons.model.subjects import Subject
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.model.values import (
    Choice,
    Level,
    Measure,
    NotApplicable,
    Rating,
    Text,
    Unknown,
    Value,
)
from mkdocs_comparisons.renderers.svg.figures import Pen
from mkdocs_comparisons.renderers.svg.heat import render_heat
from mkdocs_comparisons.views.heat import build_heat
from mkdocs_comparisons.views.scope import Scope

SUPPORT = ValueType(kind=Kind.SUPPORT, levels=SUPPORT_LEVELS)
NO, PARTIAL, YES = (Choice(level) for level in SUPPORT_LEVELS)
NUMBER = ValueType(kind=Kind.NUMBER)
RATING = ValueType(kind=Kind.RATING)
TEXT = ValueType()

Row = tuple[str, ValueType, Sequence[Value | None]]


def choice(*titles: str, better: Better | None = None) -> ValueType:
    """Return a scale of levels, lowest first."""
    levels = tuple(Level(title, title, rank) for rank, title in enumerate(titles))
    return ValueType(kind=Kind.CHOICE, levels=levels, better=better)


def levels(type: ValueType, *titles: str) -> list[Value]:
    """Return values of a scale by their titles."""
    by_title = {level.title: Choice(level) for level in type.levels}
    return [by_title[title] for title in titles]


def measure(low: Decimal | str, high: Decimal | str | None = None, *, unit: str = "", factor: str = "1") -> Measure:
    """Return a number or range; `factor` leads to the base unit."""
    lowest = Decimal(low)
    highest = lowest if high is None else Decimal(high)
    return Measure(
        low=lowest,
        high=highest,
        unit=unit,
        base_low=lowest * Decimal(factor),
        base_high=highest * Decimal(factor),
        approximate=False,
        bound="",
        written=str(low) if high is None else f"{low}–{high}",
    )


def text(words: str) -> Text:
    """Return a text value."""
    return Text(Inline(words))


def score(written: str) -> Rating:
    """Return a rating."""
    return Rating(Decimal(written), written)


def compare(subjects: Sequence[str], *rows: Row, noun: Noun | None = None) -> Comparison:
    """Return a comparison with one dimension; its ids are `s0`, `s1` and so on, and `a0`, `a1`."""
    attributes = tuple(
        Attribute(id=f"a{place}", slug=f"a{place}", title=title, type=type)
        for place, (title, type, _) in enumerate(rows)
    )
    claims = tuple(
        Claim(attribute=f"a{row}", subject=f"s{column}", value=value)
        for row, (_, _, values) in enumerate(rows)
        for column, value in enumerate(values)
        if value is not None
    )
    return Comparison(
        id="c",
        slug="c",
        title="C",
        subjects=tuple(
            Subject(id=f"s{place}", slug=f"s{place}", title=title, short=title) for place, title in enumerate(subjects)
        ),
        dimensions=(Dimension(id="d", slug="d", title="D", attributes=attributes),),
        claims=claims,
        noun=noun or Noun(),
    )


def words_of(value: Value | None) -> str:
    """Say a value as a page would."""
    match value:
        case None:
            return "no claim"
        case Choice(level):
            return level.title
        case Measure(written=written, unit=unit):
            return f"{written} {unit}".strip()
        case _:
            return value.written


def href_of(ref: Ref) -> str:
    """Return an address that tells what is linked to."""
    names = [str(getattr(ref, name)) for name in type(ref).__dataclass_fields__]
    return f"../{'/'.join(names)}/"


PEN = Pen("k", href_of, words_of)


def scope_of(comparison: Comparison, *, options: DiagramOptions | None = None, title: str = "A title") -> Scope:
    """Return the scope of a whole comparison."""
    return Scope(
        catalogue=Catalogue(comparisons=(comparison,)),
        comparison=comparison,
        dimensions=comparison.dimensions,
        attributes=tuple(comparison.attributes()),
        subjects=comparison.subjects,
        title=title,
        options=options,
    )


def draw(
    comparison: Comparison, *, title: str = "A title", key: str = "k", words: Callable[[Value | None], str] = words_of
) -> Markup:
    """Draw a whole comparison as a heat map: the first of its pictures."""
    return render_heat(build_heat(scope_of(comparison, title=title))[0], Pen(key, href_of, words))


def two() -> Comparison:
    """Two subjects, every state, a range, a long text, a reversed scale."""
    overhead = choice("low", "high", better=Better.LOWER)
    start = ValueType(kind=Kind.QUANTITY, unit="s", better=Better.LOWER)
    return compare(
        ["Virtual machines", "Containers"],
        (
            "Level of isolation",
            (level := choice("process", "hardware", better=Better.HIGHER)),
            levels(level, "hardware", "process"),
        ),
        ("Overhead", overhead, levels(overhead, "high", "low")),
        ("Start-up time", start, [measure("30", "60", unit="s"), measure("300", unit="ms", factor="0.001")]),
        (
            "Managed by",
            TEXT,
            [text("a hypervisor between the hardware and the machines"), text("an engine on the host")],
        ),
        ("Runs legacy applications that require a specific version of an operating system", SUPPORT, [YES, Unknown()]),
        ("Hardened by configuration", SUPPORT, [None, PARTIAL]),
        ("Needs a hypervisor", SUPPORT, [NotApplicable(), NO]),
        ("Balance", NUMBER, [measure("-3"), measure("5")]),
        noun=Noun(one="approach", many="approaches"),
    )


def six_by_nine() -> Comparison:
    """As many cells as a picture of usual size has."""
    isolation = choice("weak", "fair", "strong", "physical", better=Better.HIGHER)
    port = choice("none", "low", "medium", "high", "highest")
    start = ValueType(kind=Kind.QUANTITY, unit="s", better=Better.LOWER)
    size = ValueType(kind=Kind.QUANTITY, unit="MB")
    return compare(
        ["Bare metal", "Virtual machine", "microVM", "System container", "App container", "Wasm module"],
        ("Isolation", isolation, levels(isolation, "physical", "strong", "strong", "weak", "weak", "fair")),
        ("Kernel", TEXT, [text(each) for each in ("own", "own", "own, minimal", "shared", "shared", "none needed")]),
        (
            "Start-up",
            start,
            [
                measure("3", unit="min", factor="60"),
                measure("40", unit="s"),
                measure("125", unit="ms", factor="0.001"),
                measure("2", unit="s"),
                measure("300", unit="ms", factor="0.001"),
                measure("1", unit="ms", factor="0.001"),
            ],
        ),
        (
            "Image size",
            size,
            [Unknown(), *(measure(each, unit="MB") for each in ("4096", "60", "500", "80", "2"))],
        ),
        ("Any guest OS", SUPPORT, [YES, YES, NO, NO, NO, NO]),
        ("Live migration", SUPPORT, [NO, YES, Unknown(), YES, NO, PARTIAL]),
        ("Portability", port, levels(port, "none", "medium", "low", "medium", "highest", "high")),
        ("Image format", TEXT, [text("none"), text("qcow2, VMDK"), text("rootfs"), None, NotApplicable(), text("OCI")]),
        ("Tooling", port, levels(port, "high", "highest", "low", "medium", "highest", "none")),
    )


def scripts() -> Comparison:
    """Names that are not English, with ratings and a zero."""
    return compare(
        ["仮想マシン", "コンテナ", "Überlegenheitsgefühl", "حاويات"],
        (
            "オペレーティングシステムの独立性",
            TEXT,
            [
                text("それぞれが完全なオペレーティングシステムを持つ。"),
                text("ホストのカーネルを共有する"),
                text("Donaudampfschifffahrtsgesellschaftskapitän"),
                text("تشترك في نواة المضيف"),
            ],
        ),
        ("評価", RATING, [score("5"), score("3.5"), score("0"), NotApplicable()]),
        ("価格", NUMBER, [measure("0"), measure("12.50"), measure("100"), measure("5", "10")]),
    )


def seven() -> Comparison:
    """As many columns as there can be."""
    return compare(
        ["Kubernetes", "Docker Swarm", "Nomad", "OpenShift", "Rancher", "Amazon ECS", "Cloud Run"],
        ("Guest OS", SUPPORT, [YES, PARTIAL, NO, NO, NO, NO, YES]),
        ("Price per month", NUMBER, [measure(str(price)) for price in (0, 10, 20, 30, 40, 50, 15)]),
        (
            "Configuration",
            TEXT,
            [text(each) for each in ("orchestration", "compose files", "HCL", "", "YAML", "a", "b")],
        ),
    )


def many() -> Comparison:
    """More subjects than are shown, and more attributes than one panel holds."""
    count = 33
    return compare(
        [f"Licence {place}" for place in range(count)],
        ("Commercial use", SUPPORT, [YES] * count),
        ("Distribution", SUPPORT, [YES, NO, Unknown()] * 11),
        ("Patent use", SUPPORT, [PARTIAL, None, NotApplicable()] * 11),
        ("Words", NUMBER, [measure(str(100 + 37 * place)) for place in range(count)]),
        ("Popularity", RATING, [score(str(place % 6)) for place in range(count)]),
        ("Network use is distribution", SUPPORT, [NO] * count),
        ("Steward", TEXT, [text(f"Organisation {place}") for place in range(count)]),
        noun=Noun(one="licence", many="licences"),
    )


SAMPLES: dict[str, Callable[[], Comparison]] = {
    "two": two,
    "six_by_nine": six_by_nine,
    "scripts": scripts,
    "seven": seven,
    "many": many,
}
