"""Who says the same: for each attribute, its values and the subjects that share them."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from mkdocs_comparisons.model.dimensions import Attribute, Better
from mkdocs_comparisons.model.subjects import Subject
from mkdocs_comparisons.model.values import Choice, Items, Layers, Rating, State, Text, Value, state_of
from mkdocs_comparisons.views.ordering import equality_key, is_directed
from mkdocs_comparisons.views.scope import MOST_IN_PICTURE, Extent, Head, Scope, in_pages
from mkdocs_comparisons.views.stack import bare_words, fold

MOST_BLOCKS = 6
"""More attributes than that are shown in several pictures."""

MOST_NAMES = 150
"""More names than that make a picture long and heavy: it has fewer attributes then."""

MOST_COLOURS = 6
"""More groups than that could not be told apart by colour."""

_LAST = (State.KNOWN, State.UNKNOWN, State.NOT_APPLICABLE, State.MISSING)
"""What nothing is known of stands below what is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The subjects that share a value."""

    value: Value | None
    """As the first of them has it; a part of it where an attribute is grouped by parts."""

    colour: int | None
    """Its place in the block, from 0; None from the seventh group on, and where nothing is known."""

    subjects: tuple[Head, ...]
    """Those that stand in this picture."""

    total: int
    """How many there are in all pictures."""

    @property
    def state(self) -> State:
        return state_of(self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One attribute with its groups."""

    head: Head
    groups: tuple[Group, ...]
    is_by_parts: bool
    """Whether a subject stands in the group of each entry of its list, and so perhaps in several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Groups:
    """Subjects, grouped by what they share."""

    title: str
    dimension: str | None
    blocks: tuple[Block, ...]
    subjects: Extent
    attributes: Extent
    noun: str
    """What readers call several subjects."""


_Found = tuple[Value | None, list[Subject]]


def refuse_groups(scope: Scope) -> str:
    """Return why no groups can be drawn; empty if they can."""
    is_known = any(True for attribute in scope.attributes for _ in scope.known(attribute))
    return "" if is_known else "it needs a value that is known, and here is none"


def build_groups(scope: Scope) -> tuple[Groups, ...]:
    """Build the pictures: up to six attributes and thirty subjects in each, those that tell layers first."""
    layered = {attribute.id for attribute in scope.attributes if _is_layered(scope, attribute)}
    attributes = sorted(scope.attributes, key=lambda attribute: attribute.id not in layered)
    grouped = [(attribute, *_grouped(scope, attribute)) for attribute in attributes]
    heads = {subject.id: scope.subject_head(subject) for subject in scope.subjects}
    most = min(MOST_BLOCKS, MOST_NAMES // min(max(len(heads), 1), MOST_IN_PICTURE))
    return tuple(
        Groups(
            title=scope.title,
            dimension=scope.dimension,
            blocks=tuple(_block(scope, entry, {each.id: heads[each.id] for each in subjects}) for entry in page),
            subjects=among,
            attributes=extent,
            noun=scope.comparison.noun.many,
        )
        for extent, page in in_pages(grouped, most)
        for among, subjects in in_pages(scope.subjects)
    )


def _is_layered(scope: Scope, attribute: Attribute) -> bool:
    return any(isinstance(value, Layers) for _, value in scope.known(attribute))


def _block(scope: Scope, entry: tuple[Attribute, list[_Found], bool], shown: Mapping[str, Head]) -> Block:
    attribute, found, is_by_parts = entry
    groups = (
        Group(
            value=value,
            colour=place if place < MOST_COLOURS and state_of(value) is State.KNOWN else None,
            subjects=tuple(shown[subject.id] for subject in subjects if subject.id in shown),
            total=len(subjects),
        )
        for place, (value, subjects) in enumerate(found)
    )
    return Block(
        head=scope.attribute_head(attribute),
        groups=tuple(group for group in groups if group.subjects),
        is_by_parts=is_by_parts,
    )


def _grouped(scope: Scope, attribute: Attribute) -> tuple[list[_Found], bool]:
    """Return the groups of all subjects in order, and whether they are those of parts of values."""
    values = [(subject, scope.value(attribute, subject)) for subject in scope.subjects]
    is_by_parts = _is_by_parts([value for _, value in values])
    found: dict[Hashable, _Found] = {}
    for subject, value in values:
        for part in _parts(value) if is_by_parts else (value,):
            members = found.setdefault(_key(part, value), (part, []))[1]
            if not members or members[-1] is not subject:
                members.append(subject)
    return sorted(found.values(), key=lambda each: _order(attribute, *each)), is_by_parts


def _order(attribute: Attribute, value: Value | None, subjects: Sequence[Subject]) -> tuple[int, Decimal, int]:
    """Return what groups are sorted by: levels along their scale, the best first, others by how many share them."""
    rank = _rank(attribute, value)
    return _LAST.index(state_of(value)), rank, 0 if rank else -len(subjects)


def _rank(attribute: Attribute, value: Value | None) -> Decimal:
    match value:
        case Choice(level):
            rank = Decimal(level.rank + 1)
        case Rating(score=score):
            rank = score
        case _:
            return Decimal(0)
    # Without a better end, a scale stays in the author's order.
    is_falling = is_directed(attribute.type) and attribute.type.better is not Better.LOWER
    return rank.copy_negate() if is_falling else rank


def _is_by_parts(values: Iterable[Value | None]) -> bool:
    """Return whether subjects are grouped by the entries of their lists instead of by whole lists.

    Layers always are: no two stacks are the same. Other lists only where whole ones are hardly ever shared and their
    entries are: then whole lists would tell nothing in common. Else each subject stands once, and the counts add up.
    """
    known = [value for value in values if isinstance(value, Items | Layers)]
    if any(isinstance(value, Layers) for value in known):
        return True
    lists = {equality_key(value) for value in known}
    entries = {_key(part, value) for value in known for part in _parts(value)}
    return len(lists) > len(known) / 2 and 0 < len(entries) < len(lists)


def _parts(value: Value | None) -> tuple[Value | None, ...]:
    match value:
        case Items(items) if items:
            return tuple(Text(item) for item in items)
        case Layers(layers) if layers:
            return tuple(Text(layer.label) for layer in layers)
        case _:
            return (value,)


def _key(part: Value | None, whole: Value | None) -> Hashable:
    """Return what makes parts the same; a layer is the same whether or not its label is a link."""
    if isinstance(part, Text) and isinstance(whole, Layers):
        return "layer", fold(bare_words(part.text))
    return None if part is None else equality_key(part)
