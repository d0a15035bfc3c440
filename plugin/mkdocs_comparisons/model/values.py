"""What a claim can say: typed values, and the three ways of saying nothing.

Each value keeps what the author typed in `written`; nothing is rounded or re-spelled on the way to a page.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from decimal import Decimal

from mkdocs_comparisons.model.texts import Inline


class State(enum.StrEnum):
    """How much is known about a cell. The words are those of `data-state` in the pages."""

    KNOWN = "known"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not-applicable"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Level:
    """One step of a scale of words, such as `partial`."""

    id: str
    title: str
    rank: int
    """Position in the author's order, from 0."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words, with inline CommonMark."""

    text: Inline

    @property
    def written(self) -> str:
        return self.text.source


@dataclass(frozen=True, slots=True)
class Choice:
    """One level of a `support`, `fit` or `choice` attribute."""

    level: Level

    @property
    def written(self) -> str:
        return self.level.id


@dataclass(frozen=True, slots=True)
class Rating:
    """A score on the attribute's scale."""

    score: Decimal
    written: str
    best: Decimal = Decimal(5)
    """The best score of the scale."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A number, a quantity with its unit, or an amount of money; a range has `low < high`."""

    low: Decimal
    high: Decimal
    unit: str
    """Unit as displayed, an ISO 4217 code for money, empty for a plain number."""

    base_low: Decimal
    """`low` in the base unit of its family (seconds, bytes, …), for ordering and equality."""

    base_high: Decimal
    approximate: bool
    bound: str
    """`<`, `<=`, `>`, `>=` where the author gave one side only, else empty."""

    written: str
    """The number without its unit, as typed."""


@dataclass(frozen=True, slots=True)
class Day:
    """A date: a year, a month or a day."""

    written: str
    """`2024`, `2024-05` or `2024-05-01`."""


@dataclass(frozen=True, slots=True)
class Version:
    """A version number, as typed: `1.10` stays `1.10`."""

    written: str


@dataclass(frozen=True, slots=True)
class Items:
    """Several short texts whose order means nothing."""

    items: tuple[Inline, ...]

    @property
    def written(self) -> str:
        return ", ".join(item.source for item in self.items)


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer of a stack, such as an operating system."""

    label: Inline
    role: str = ""
    """What it is there for, as plain text; layers of one role look the same."""

    note: Inline | None = None
    is_repeated: bool = False
    """Whether each instance has its own; else all instances share it."""

    is_bounded: bool = False
    """Whether the isolation boundary runs below it: it and the repeated layers right above it lie inside."""

    mark: str = ""
    """A few plain words for a layer that stands out, such as `runs a kernel`."""


@dataclass(frozen=True, slots=True)
class Layers:
    """What something is built of, from the bottom to the top."""

    layers: tuple[Layer, ...]

    @property
    def written(self) -> str:
        return " → ".join(layer.label.source for layer in self.layers)

    @property
    def texts(self) -> tuple[Inline, ...]:
        """All inline texts, in reading order."""
        return tuple(text for layer in self.layers for text in (layer.label, layer.note) if text)


@dataclass(frozen=True, slots=True)
class Link:
    """A web address, with words to show for it."""

    url: str
    label: str
    """What to show; the address itself where the author gave no label."""

    @property
    def written(self) -> str:
        return self.url


@dataclass(frozen=True, slots=True)
class Unknown:
    """The author looked and does not know."""

    written: str = "unknown"


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """The question makes no sense for this subject."""

    written: str = "n/a"


@dataclass(frozen=True, slots=True)
class Invalid:
    """What could not be read as the attribute's type. Only checks see it: a catalogue that holds one is never shown."""

    written: str
    code: str = field(compare=False)
    """The rule that reports it: `value-type` or `value-level`."""

    problem: str = field(compare=False)
    advice: str = field(compare=False)


Value = Text | Choice | Rating | Measure | Day | Version | Items | Layers | Link | Unknown | NotApplicable | Invalid


def state_of(value: Value | None) -> State:
    """Return the state of a cell that holds `value`, or nothing."""
    match value:
        case None:
            return State.MISSING
        case Unknown() | Invalid():
            return State.UNKNOWN
        case NotApplicable():
            return State.NOT_APPLICABLE
        case _:
            return State.KNOWN
