"""Dimensions, their attributes, and the types of what is claimed."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from decimal import Decimal

from mkdocs_comparisons.model.places import NOWHERE, Place
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.model.values import Level


class Kind(enum.StrEnum):
    """The value types, by the names that authors write."""

    TEXT = "text"
    SUPPORT = "support"
    FIT = "fit"
    CHOICE = "choice"
    RATING = "rating"
    NUMBER = "number"
    QUANTITY = "quantity"
    MONEY = "money"
    DATE = "date"
    VERSION = "version"
    LIST = "list"
    LAYERS = "layers"
    LINK = "link"


class Better(enum.StrEnum):
    """Which end of an attribute's scale is preferred."""

    HIGHER = "higher"
    LOWER = "lower"


class Importance(enum.StrEnum):
    """How much an attribute matters to most readers, as its author sees it."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class DiagramKind(enum.StrEnum):
    """The kinds of diagram, by the names that authors write."""

    STACK = "stack"
    DUMBBELL = "dumbbell"
    STRIP = "strip"
    RADAR = "radar"
    QUADRANT = "quadrant"
    HEAT = "heat"
    LEAN = "lean"
    DOTS = "dots"
    GROUPS = "groups"
    BUTTERFLY = "butterfly"
    TREE = "tree"
    LADDER = "ladder"
    LINKS = "links"
    TIMELINE = "timeline"


SUPPORT_LEVELS = (Level("no", "no", 0), Level("partial", "partial", 1), Level("yes", "yes", 2))
FIT_LEVELS = (Level("poor", "poor", 0), Level("fair", "fair", 1), Level("good", "good", 2))


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueType:
    """What the claims of an attribute hold."""

    kind: Kind = Kind.TEXT
    levels: tuple[Level, ...] = ()
    """For `support`, `fit` and `choice`: lowest rank first."""

    low: Decimal = Decimal(0)
    """For `rating`: the worst score."""

    high: Decimal = Decimal(5)
    """For `rating`: the best score."""

    unit: str = ""
    """For `quantity`: the unit of bare numbers. For `money`: an ISO 4217 code."""

    better: Better | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """One typed row of a dimension."""

    id: str
    slug: str
    title: str
    type: ValueType = ValueType()
    summary: Inline | None = None
    """What is asked, in a sentence or two."""

    sentence: str = ""
    """How a claim is told in words: `{subject}` and `{value}` stand for themselves. Empty: the type's own wording."""

    importance: Importance | None = None
    """None where the author does not say; that is not the same as `medium`."""

    at: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """Markdown of the author's for a dimension page: a document, as trusted as `docs/`."""

    path: str
    """The file, relative to the project."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DiagramOptions:
    """What an author asks of the diagram of a dimension."""

    kind: DiagramKind
    attributes: tuple[str, ...] = ()
    """Ids of the attributes to draw, in order: for a quadrant, those of x and y. Empty: the renderer's choice."""

    scale: str = ""
    """For `dumbbell`, `strip` and `quadrant`: `log` or `linear`. Empty: whichever fits the values."""

    instances: int = 3
    """For `stack`: how many instances are drawn beside each other, from 1 to 4."""

    boundary: str = "isolation boundary"
    """For `stack`: the words at the boundary."""

    at: Place = field(default=NOWHERE, compare=False)
    """Where the kind is named."""

    attribute_places: tuple[Place, ...] = field(default=(), compare=False)
    """Where each of `attributes` is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dimension:
    """An aspect under which subjects are compared."""

    id: str
    slug: str
    title: str
    attributes: tuple[Attribute, ...]
    question: Inline | None = None
    summary: Inline | None = None
    verdict: Inline | None = None
    article: Article | None = None
    diagram: DiagramOptions | None = None
    """The diagram that the author asked for; None leaves the choice to what fits the data."""

    at: Place = field(default=NOWHERE, compare=False)
