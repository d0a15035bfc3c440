"""How long diagrams take and how large they are, beside what they may be.

Run it from the repository: `python -m benchmarks.diagrams`. It draws each kind at the sizes that its budget names,
prints the median of many runs, and the share of the budget that it takes: 1.00 is all of it.
"""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from importlib.resources import files as resources
from statistics import median

from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.claims import Claim
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import (
    FIT_LEVELS,
    SUPPORT_LEVELS,
    Attribute,
    Better,
    DiagramKind,
    Dimension,
    Kind,
    ValueType,
)
from mkdocs_comparisons.model.subjects import Subject
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.model.values import Choice, Day, Layer, Layers, Level, Measure, Rating, Text, Value
from mkdocs_comparisons.renderers.svg import RENDERERS, Pen
from mkdocs_comparisons.renderers.words import format_value
from mkdocs_comparisons.views.diagrams import CHARTS
from mkdocs_comparisons.views.scope import Scope

RUNS = 60
MANY = 1_000
KB = 1_000
LEVELS = tuple(Level(word, word, rank) for rank, word in enumerate(("weak", "fair", "good", "strong")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """What one diagram may take."""

    milliseconds: float
    bytes: int
    gzipped: int | None = None


SMALL = Budget(milliseconds=2, bytes=8 * KB)
LARGE = Budget(milliseconds=5, bytes=40 * KB, gzipped=4 * KB)


@dataclass(frozen=True, slots=True)
class Case:
    """A kind of diagram at a size."""

    kind: DiagramKind
    subjects: int
    attributes: int
    budget: Budget
    types: tuple[Kind, ...]
    """The types of the attributes, in turn."""


MIXED = (Kind.CHOICE, Kind.QUANTITY, Kind.SUPPORT, Kind.TEXT, Kind.RATING)
CASES = (
    Case(DiagramKind.STACK, 2, 1, SMALL, (Kind.LAYERS,)),
    Case(DiagramKind.DUMBBELL, 2, 5, SMALL, (Kind.QUANTITY,)),
    Case(DiagramKind.STRIP, 7, 1, SMALL, (Kind.QUANTITY,)),
    Case(DiagramKind.STRIP, 30, 1, LARGE, (Kind.QUANTITY,)),
    Case(DiagramKind.RADAR, 2, 7, SMALL, (Kind.RATING,)),
    Case(DiagramKind.QUADRANT, 6, 2, SMALL, (Kind.QUANTITY, Kind.RATING)),
    Case(DiagramKind.HEAT, 6, 9, Budget(milliseconds=2, bytes=14 * KB), MIXED),
    Case(DiagramKind.HEAT, 30, 6, LARGE, MIXED),
    Case(DiagramKind.LEAN, 2, 6, SMALL, (Kind.FIT,)),
    Case(DiagramKind.DOTS, 6, 7, SMALL, (Kind.FIT,)),
    Case(DiagramKind.DOTS, 30, 8, LARGE, (Kind.FIT,)),
    Case(DiagramKind.GROUPS, 7, 2, SMALL, (Kind.CHOICE,)),
    Case(DiagramKind.GROUPS, 30, 6, LARGE, (Kind.CHOICE,)),
    Case(DiagramKind.BUTTERFLY, 2, 6, SMALL, (Kind.TEXT,)),
    Case(DiagramKind.TREE, 2, 12, SMALL, MIXED),
    Case(DiagramKind.LADDER, 6, 7, SMALL, (Kind.FIT,)),
    Case(DiagramKind.LINKS, 7, 12, SMALL, MIXED),
    Case(DiagramKind.TIMELINE, 2, 6, SMALL, (Kind.DATE,)),
    Case(DiagramKind.TIMELINE, 30, 1, LARGE, (Kind.DATE,)),
)


def main() -> None:
    """Print the table."""
    print(f"{'diagram':24}{'ms':>7}{'of budget':>11}{'bytes':>9}{'of budget':>11}{'gzipped':>9}{'of budget':>11}")
    for case in CASES:
        scope = make_scope(case)
        figures = draw(case.kind, scope)
        # Where one picture can't hold all there are several: bytes are those of the largest, times are shared.
        size = max(len(figure.encode()) for figure in figures)
        packed = max(len(gzip.compress(figure.encode(), mtime=0)) for figure in figures)
        taken = timed(partial(draw, case.kind, scope)) / len(figures)
        name = f"{case.kind} {case.subjects} × {case.attributes}"
        share = f"{packed / case.budget.gzipped:11.2f}" if case.budget.gzipped else ""
        print(
            f"{name:24}{taken:7.2f}{taken / case.budget.milliseconds:11.2f}"
            f"{size:9,}{size / case.budget.bytes:11.2f}{packed:9,}{share}"
        )
    print_totals()


def print_totals() -> None:
    """Print what a large site comes to, and the style sheet."""
    small = [(case.kind, make_scope(case)) for case in CASES if case.budget is not LARGE]
    start = time.process_time()
    for place in range(MANY):
        draw(*small[place % len(small)])
    taken = time.process_time() - start
    print(f"\n{MANY:,} diagrams of few subjects, all kinds in turn: {taken:.2f} s, {taken:.2f} of the budget of 1 s")
    start = time.process_time()
    for _ in range(10 * MANY * MANY):
        pass
    print(f"the same processor counts to ten million in {time.process_time() - start:.2f} s")
    sheet = resources("mkdocs_comparisons").joinpath("assets", "diagram.css").read_bytes()
    packed = len(gzip.compress(sheet, mtime=0))
    print(f"style sheet: {len(sheet):,} bytes, {len(sheet) / (6 * KB):.2f} of the budget, {packed:,} gzipped")


def draw(kind: DiagramKind, scope: Scope) -> list[str]:
    """Draw all pictures of a scope as a kind."""
    pen = Pen("_c1", lambda ref: "../attribute/", format_value)
    if refused := CHARTS[kind].refuse(scope):
        raise SystemExit(f"{kind}: {refused}")
    return [RENDERERS[kind](chart, pen) for chart in CHARTS[kind].build(scope)]


def timed(run: Callable[[], object]) -> float:
    """Return the median time of a call in ms of the processor, with everything warm."""
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        run()
        times.append((time.process_time() - start) * 1_000)
    return median(times)


def make_scope(case: Case) -> Scope:
    """Return a comparison of a size."""
    attributes = tuple(_attribute(place, case.types[place % len(case.types)]) for place in range(case.attributes))
    subjects = tuple(
        Subject(id=f"s{place}", slug=f"s{place}", title=f"Subject {place + 1}", short=f"Subject {place + 1}")
        for place in range(case.subjects)
    )
    dimension = Dimension(id="d", slug="d", title="A dimension", attributes=attributes)
    comparison = Comparison(
        id="c",
        slug="c",
        title="A comparison",
        subjects=subjects,
        dimensions=(dimension,),
        claims=tuple(_claims(attributes, subjects)),
    )
    return Scope(
        catalogue=Catalogue(comparisons=(comparison,)),
        comparison=comparison,
        dimensions=(dimension,),
        attributes=attributes,
        subjects=subjects[:1] if case.kind is DiagramKind.LINKS else subjects,
        title="A comparison: a dimension",
    )


def _attribute(place: int, kind: Kind) -> Attribute:
    levels = {Kind.FIT: FIT_LEVELS, Kind.SUPPORT: SUPPORT_LEVELS, Kind.CHOICE: LEVELS}.get(kind, ())
    better = Better.HIGHER if kind in (Kind.FIT, Kind.SUPPORT, Kind.CHOICE, Kind.RATING) else None
    unit = "ms" if kind is Kind.QUANTITY else ""
    type = ValueType(kind=kind, levels=levels, better=better, unit=unit)
    return Attribute(id=f"a{place}", slug=f"a{place}", title=f"Attribute number {place + 1}", type=type)


def _claims(attributes: tuple[Attribute, ...], subjects: tuple[Subject, ...]) -> Iterator[Claim]:
    for row, attribute in enumerate(attributes):
        for column, subject in enumerate(subjects):
            # Use cases have one good subject each, other levels come in turn.
            seed = 2 * (column == row % len(subjects)) if attribute.type.kind is Kind.FIT else row * 7 + column * 3
            value = _value(attribute.type, seed, width=39 if len(subjects) < 5 else 0)
            yield Claim(
                attribute=attribute.id, subject=subject.id, value=value, note=Inline("A reason in a few words.")
            )


def _value(type: ValueType, seed: int, *, width: int) -> Value:
    match type.kind:
        case Kind.FIT | Kind.SUPPORT | Kind.CHOICE:
            return Choice(type.levels[seed % len(type.levels)])
        case Kind.QUANTITY:
            low = Decimal(seed * seed % 400 + 1)
            high = low + width
            written = f"{low}–{high}" if width else str(low)
            return Measure(low, high, "ms", low / 1000, high / 1000, approximate=False, bound="", written=written)
        case Kind.RATING:
            return Rating(Decimal(seed % 6), str(seed % 6))
        case Kind.DATE:
            return Day(f"{1990 + seed % 30}-{seed % 12 + 1:02}")
        case Kind.LAYERS:
            words = ("Hardware", "Manager", "System", "Libraries", "Application")
            return Layers(tuple(Layer(Inline(word), is_repeated=rank > 1) for rank, word in enumerate(words)))
        case _:
            return Text(Inline(f"said of it in a few words, number {seed}"))


if __name__ == "__main__":
    main()
