"""Which kind of diagram fits what a scope holds: a table, of which the first rule that fits wins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from mkdocs_comparisons.model.dimensions import Attribute, DiagramKind, Kind, ValueType
from mkdocs_comparisons.model.values import Choice, Text, Value
from mkdocs_comparisons.views.ordering import equality_key
from mkdocs_comparisons.views.quantities import MEASURED
from mkdocs_comparisons.views.scope import Scope

_LEVELLED = frozenset((Kind.SUPPORT, Kind.FIT, Kind.CHOICE, Kind.RATING))
_GROUPED = frozenset((Kind.TEXT, Kind.CHOICE, Kind.SUPPORT))
_SHORT_TEXT = 40
_LONG_TEXT = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the choice looks at."""

    subjects: int
    """How many subjects have a known cell."""

    types: tuple[ValueType, ...]
    """The types of the attributes that count: those with two known cells, or with one where none has two."""

    cells: Counter[Kind]
    """How many cells are known, by kind of value."""

    unknown: int
    """How many cells of the attributes that count are not known."""

    layered: int
    """How many subjects have layers."""

    fits: int
    """How many attributes with a known cell are use cases."""

    told: int
    """How many attributes have a known cell."""

    is_shared: bool
    """Whether some value of a text, choice or yes/no is that of two subjects."""

    lengths: tuple[int, ...]
    """The lengths of known texts and levels, in characters."""

    @property
    def kinds(self) -> frozenset[Kind]:
        return frozenset(type.kind for type in self.types)

    def are_only(self, *kinds: Kind) -> bool:
        """Return whether all attributes that count are of some kinds."""
        return bool(self.types) and self.kinds <= frozenset(kinds)

    @property
    def has_one_scale(self) -> bool:
        return len({(type.low, type.high) for type in self.types}) == 1


@dataclass(frozen=True, slots=True)
class Rule:
    """A line of the table."""

    name: str
    """What the dimension has, in words."""

    kind: DiagramKind
    holds: Callable[[Facts], bool]


def _has_layers(facts: Facts) -> bool:
    return 0 < facts.layered >= facts.subjects / 2


def _has_use_cases(facts: Facts) -> bool:
    return facts.fits > facts.told / 2


def _has_dates(facts: Facts) -> bool:
    return facts.cells[Kind.DATE] >= 0.6 * facts.cells.total()


def _has_ratings(facts: Facts) -> bool:
    return facts.are_only(Kind.RATING) and 3 <= len(facts.types) <= 9 and facts.has_one_scale and not facts.unknown


def _has_two_orders(facts: Facts) -> bool:
    return len(facts.types) == 2 and facts.are_only(*MEASURED, *_LEVELLED)


def _has_groups(facts: Facts) -> bool:
    return facts.are_only(*_GROUPED) and facts.is_shared and max(facts.lengths, default=0) <= _SHORT_TEXT


def _has_long_texts(facts: Facts) -> bool:
    return facts.are_only(Kind.TEXT) and bool(facts.lengths) and median(facts.lengths) > _LONG_TEXT


RULES: tuple[Rule, ...] = (
    Rule("nothing that is known", DiagramKind.TREE, lambda facts: not facts.subjects),
    Rule("layers", DiagramKind.STACK, lambda facts: facts.subjects <= 4 and _has_layers(facts)),
    Rule("layers of many subjects", DiagramKind.GROUPS, lambda facts: facts.subjects > 4 and _has_layers(facts)),
    Rule("use cases, two subjects", DiagramKind.LEAN, lambda facts: facts.subjects == 2 and _has_use_cases(facts)),
    Rule("use cases", DiagramKind.DOTS, lambda facts: facts.subjects > 2 and _has_use_cases(facts)),
    Rule("dates for the most part", DiagramKind.TIMELINE, _has_dates),
    Rule(
        "three to nine ratings on one scale, all known",
        DiagramKind.RADAR,
        lambda facts: facts.subjects in (2, 3) and _has_ratings(facts),
    ),
    Rule(
        "only numbers, two to four subjects",
        DiagramKind.DUMBBELL,
        lambda facts: 2 <= facts.subjects <= 4 and facts.are_only(*MEASURED),
    ),
    Rule(
        "one number, many subjects",
        DiagramKind.STRIP,
        lambda facts: facts.subjects > 4 and len(facts.types) == 1 and facts.are_only(*MEASURED),
    ),
    Rule(
        "two ordered attributes",
        DiagramKind.QUADRANT,
        lambda facts: 4 <= facts.subjects <= 12 and _has_two_orders(facts),
    ),
    Rule(
        "only texts, two subjects",
        DiagramKind.BUTTERFLY,
        lambda facts: facts.subjects == 2 and facts.are_only(Kind.TEXT),
    ),
    Rule(
        "short words, some of them shared",
        DiagramKind.GROUPS,
        lambda facts: facts.subjects > 2 and _has_groups(facts),
    ),
    Rule("long texts", DiagramKind.TREE, lambda facts: facts.subjects > 2 and _has_long_texts(facts)),
    Rule("anything else", DiagramKind.HEAT, lambda facts: facts.subjects > 1),
    Rule("one subject", DiagramKind.TREE, lambda _: True),
)
"""The table. The last rule holds for anything."""


def find_facts(scope: Scope) -> Facts:
    """Look at the cells of a scope."""
    told = [entry for attribute in scope.attributes if (entry := _Told.of(scope, attribute)).values]
    counting = [entry for entry in told if len(entry.values) > 1] or told
    subjects = {id for entry in told for id in entry.subjects}
    worded = [value for entry in counting for value in entry.values if isinstance(value, Text | Choice)]
    return Facts(
        subjects=len(subjects),
        types=tuple(entry.attribute.type for entry in counting),
        cells=Counter(entry.attribute.type.kind for entry in told for _ in entry.values),
        unknown=sum(len(subjects) - len(entry.values) for entry in counting),
        layered=len({id for entry in told if entry.kind is Kind.LAYERS for id in entry.subjects}),
        fits=sum(entry.kind is Kind.FIT for entry in told),
        told=len(told),
        is_shared=any(_is_shared(entry.values) for entry in counting if entry.kind in _GROUPED),
        lengths=tuple(len(value.level.title if isinstance(value, Choice) else value.written) for value in worded),
    )


def rules_for(facts: Facts) -> Iterator[Rule]:
    """Yield the rules that hold, the best first; the last one always does."""
    return (rule for rule in RULES if rule.holds(facts))


@dataclass(frozen=True, slots=True)
class _Told:
    """What is known of one attribute."""

    attribute: Attribute
    subjects: tuple[str, ...]
    values: tuple[Value, ...]

    @classmethod
    def of(cls, scope: Scope, attribute: Attribute) -> _Told:
        known = tuple(scope.known(attribute))
        return cls(attribute, tuple(subject.id for subject, _ in known), tuple(value for _, value in known))

    @property
    def kind(self) -> Kind:
        return self.attribute.type.kind


def _is_shared(values: Sequence[Value]) -> bool:
    return len({equality_key(value) for value in values}) < len(values)
