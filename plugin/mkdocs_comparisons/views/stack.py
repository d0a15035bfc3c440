"""What things are built of, layer upon layer, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mkdocs_comparisons.inline import parse_inline
from mkdocs_comparisons.model.catalogue import NotFound
from mkdocs_comparisons.model.dimensions import Attribute, DiagramKind, DiagramOptions, Kind
from mkdocs_comparisons.model.refs import Ref, parse_ref
from mkdocs_comparisons.model.subjects import Subject
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.model.values import Layer, Layers, Value
from mkdocs_comparisons.views.scope import Extent, Head, Scope, in_pages

MOST_STACKS = 4
"""More stacks than that are shown in several pictures."""

MOST_INSTANCES = 4
MOST_COLOURS = 6
"""More roles than that are told by their words alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """One layer of a stack."""

    label: Inline
    note: Inline | None
    mark: str
    role: str
    """Layers of one role have the same; not to be shown."""

    colour: int | None
    """Its role's place among all roles of the attribute, from 0; None from the seventh role on."""

    ref: Ref | None
    """Where its label leads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier:
    """Layers upon each other that are shared alike."""

    courses: tuple[Course, ...]
    """From the bottom to the top; one at least."""

    is_repeated: bool
    """Whether each instance has its own."""

    is_bounded: bool
    """Whether the isolation boundary runs around them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stack:
    """What one subject is built of."""

    head: Head
    caption: Inline | None
    value: Value | None
    tiers: tuple[Tier, ...]
    """From the bottom to the top; none where no layers are known."""

    @property
    def courses(self) -> tuple[tuple[Tier, Course], ...]:
        """All layers from the bottom to the top, each with what it stands in."""
        return tuple((tier, course) for tier in self.tiers for course in tier.courses)


@dataclass(frozen=True, slots=True, kw_only=True)
class StackChart:
    """The stacks of some subjects."""

    title: str
    dimension: str | None
    attribute: Head
    stacks: tuple[Stack, ...]
    instances: int
    boundary: str
    extent: Extent
    """How many of the subjects."""

    noun: str
    """What readers call several subjects."""

    left_out: int
    """How many attributes of the scope are in no picture, since they tell no layers."""

    of: int
    """How many attributes the scope has."""


def refuse_stack(scope: Scope) -> str:
    """Return why no stack can be drawn; empty if one can."""
    if not any(attribute.type.kind is Kind.LAYERS for attribute in scope.attributes):
        return "it needs an attribute of the type `layers`, and here is none"
    return "" if _drawable(scope) else "it needs layers, and here none are known"


def build_stack(scope: Scope) -> tuple[StackChart, ...]:
    """Build the pictures of all attributes that tell layers: four subjects in each."""
    return tuple(chart for attribute in _drawable(scope) for chart in _charts(scope, attribute))


def _drawable(scope: Scope) -> list[Attribute]:
    layered = (attribute for attribute in scope.attributes if attribute.type.kind is Kind.LAYERS)
    return [attribute for attribute in layered if any(scope.known(attribute))]


def _charts(scope: Scope, attribute: Attribute) -> Iterator[StackChart]:
    drawn = _drawable(scope)
    options = scope.options or DiagramOptions(kind=DiagramKind.STACK)
    colours = _colours(scope.value(attribute, subject) for subject in scope.subjects)
    for extent, page in in_pages(scope.subjects, MOST_STACKS):
        yield StackChart(
            title=scope.title if len(drawn) == 1 else f"{scope.title}: {attribute.title}",
            dimension=scope.dimension,
            attribute=scope.attribute_head(attribute),
            stacks=tuple(_stack(scope, attribute, subject, colours) for subject in page),
            instances=max(1, min(options.instances, MOST_INSTANCES)),
            boundary=options.boundary,
            extent=extent,
            noun=scope.comparison.noun.many,
            left_out=len(scope.attributes) - len(drawn),
            of=len(scope.attributes),
        )


def _stack(scope: Scope, attribute: Attribute, subject: Subject, colours: dict[str, int]) -> Stack:
    claim = scope.comparison.claim(attribute.id, subject.id)
    value = claim.value if claim else None
    return Stack(
        head=scope.subject_head(subject),
        caption=claim.note if claim else None,
        value=value,
        tiers=tuple(_tiers(scope, value.layers, colours)) if isinstance(value, Layers) else (),
    )


def _tiers(scope: Scope, layers: tuple[Layer, ...], colours: dict[str, int]) -> Iterator[Tier]:
    runs: list[list[Layer]] = []
    for layer in layers:
        is_new = not runs or layer.is_repeated != runs[-1][0].is_repeated or _begins_inside(layer)
        if is_new:
            runs.append([])
        runs[-1].append(layer)
    for run in runs:
        courses = tuple(_course(scope, layer, colours) for layer in run)
        yield Tier(courses=courses, is_repeated=run[0].is_repeated, is_bounded=_begins_inside(run[0]))


def _begins_inside(layer: Layer) -> bool:
    return layer.is_bounded and layer.is_repeated


def _course(scope: Scope, layer: Layer, colours: dict[str, int]) -> Course:
    role = _role(layer)
    place = colours[role]
    return Course(
        label=layer.label,
        note=layer.note,
        mark=layer.mark,
        role=role,
        colour=place if place < MOST_COLOURS else None,
        ref=_ref_in(layer.label, scope),
    )


def _colours(values: Iterable[Value | None]) -> dict[str, int]:
    """Number all roles in the order in which they come up."""
    roles = (_role(layer) for value in values if isinstance(value, Layers) for layer in value.layers)
    return {role: place for place, role in enumerate(dict.fromkeys(roles))}


def _role(layer: Layer) -> str:
    """Return the role of a layer: what its author says, else its label."""
    return fold(layer.role) or fold(bare_words(layer.label))


def bare_words(label: Inline) -> str:
    """Return a label without marks; a ref is its own label, or as written: for telling which labels are the same."""
    tokens = parse_inline(label.source).tokens
    return "".join([each.content.rpartition("|")[2] if each.type == "ref" else each.content for each in tokens])


def fold(words: str) -> str:
    """Return words so that spelling in capitals and spaces makes no difference."""
    return " ".join(words.casefold().split())


def _ref_in(label: Inline, scope: Scope) -> Ref | None:
    """Return what the first ref of a label leads to, if it leads anywhere."""
    for content in parse_inline(label.source).refs:
        written = parse_ref(content)
        found = scope.catalogue.find(written, scope.comparison) if written else None
        if found is not None and not isinstance(found, NotFound):
            return found
    return None
