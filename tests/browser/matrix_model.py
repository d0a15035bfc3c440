"""What a matrix should show, told from the data alone: no page and no script is asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import Attribute, Better, Dimension, Kind
from mkdocs_comparisons.model.values import Link, State, Value, state_of
from mkdocs_comparisons.renderers.messages import Messages, format_told, load_messages
from mkdocs_comparisons.views.ordering import equality_key, sort_key
from tests.browser.matrix_order import direction, folded, natural, rank, script

MOST, MOST_ON_PHONES = 5, 2
LARGE = 5_000
_IMPORTANCE = {"high": 0, "medium": 1, "low": 2}


@dataclass(frozen=True, slots=True)
class Condition:
    """What subjects must meet: as a reader writes it, and what it means."""

    attribute: str
    text: str
    holds: Callable[[Value | None], bool] = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What a reader has chosen."""

    show: tuple[str, ...] | None = None
    hide: frozenset[str] = frozenset()
    skip: frozenset[str] = frozenset()
    diff: bool = False
    find: str = ""
    sort: tuple[tuple[str, bool], ...] = ()
    """Attributes, each with whether the highest comes first."""

    order: str = ""
    where: tuple[Condition, ...] = ()
    base: str = ""
    flip: bool = False
    plain: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What should be on screen, in order, by ids."""

    subjects: tuple[str, ...]
    attributes: tuple[str, ...]
    same: int
    """How many rows are left out since they are the same."""

    left: int
    """How many subjects the filters had to choose from."""


@dataclass(frozen=True, kw_only=True)
class Model:
    """One matrix: its data, and how it starts."""

    comparison: Comparison = field(repr=False)
    subjects: tuple[str, ...] = field(repr=False)
    dimensions: tuple[Dimension, ...] = field(repr=False)
    is_transposed: bool = False
    is_chosen: bool = False
    """Whether its author chose the subjects: then all are shown."""

    messages: Messages = field(default_factory=lambda: load_messages("en"), repr=False)
    _words: dict[tuple[str, str], str] = field(default_factory=dict, init=False, repr=False)

    @classmethod
    def of(cls, comparison: Comparison, *, is_transposed: bool = False) -> Model:
        """Return the model of a matrix of everything."""
        return cls(
            comparison=comparison,
            subjects=comparison.subject_ids,
            dimensions=comparison.dimensions,
            is_transposed=is_transposed,
        )

    @property
    def is_large(self) -> bool:
        """Whether only lines in sight are equipped."""
        return len(self.attributes) * len(self.subjects) > LARGE

    @cached_property
    def attributes(self) -> dict[str, Attribute]:
        """All rows by id, in the author's order."""
        return {attribute.id: attribute for dimension in self.dimensions for attribute in dimension.attributes}

    @cached_property
    def dimension_of(self) -> dict[str, Dimension]:
        """The dimension of each row."""
        return {attribute.id: dimension for dimension in self.dimensions for attribute in dimension.attributes}

    def title(self, subject: str) -> str:
        """Return what a subject is called in full."""
        found = self.comparison.subject(subject)
        assert found is not None
        return found.title

    def named(self, id: str) -> str:
        """Return what a column of a file is called: a subject by its title, an attribute by its dimension's too."""
        if id in self.attributes:
            return f"{self.dimension_of[id].title}: {self.attributes[id].title}"
        return self.title(id)

    def short(self, subject: str) -> str:
        """Return what the head of a subject reads."""
        found = self.comparison.subject(subject)
        assert found is not None
        return " ".join(found.short.split())

    def value(self, attribute: str, subject: str) -> Value | None:
        """Return what is claimed."""
        claim = self.comparison.claim(attribute, subject)
        return claim.value if claim else None

    def words(self, attribute: str, subject: str) -> str:
        """Return what a reader should see in a cell."""
        told = self._words.get((attribute, subject))
        if told is None:
            told = self._words[attribute, subject] = self.told(attribute, self.value(attribute, subject))
        return told

    def told(self, attribute: str, value: Value | None) -> str:
        """Return a value of an attribute in words."""
        return " ".join(format_told(value, self.attributes[attribute].type, self.messages).split())

    def written(self, attribute: str, subject: str) -> str:
        """Return what a cell is in a file, where addresses of links can't hide behind their words."""
        value, words = self.value(attribute, subject), self.words(attribute, subject)
        return f"{words} <{value.url}>" if isinstance(value, Link) and value.url != words else words

    def key(self, attribute: str, subject: str) -> Hashable | None:
        """Return what equal values share; None where nothing is known."""
        value = self.value(attribute, subject)
        return equality_key(value) if value is not None and state_of(value) is State.KNOWN else None

    def most(self, view: View, width: int) -> int:
        """Return how many subjects are shown until the reader chooses."""
        if view.show is not None:
            return len(view.show)
        if view.where:
            return len(self.subjects)
        most = MOST_ON_PHONES if width <= 600 else len(self.subjects) if self.is_chosen else MOST
        return min(most, len(self.subjects))

    def chosen(self, view: View, width: int) -> tuple[str, ...]:
        """Return the subjects that are chosen, before filters and sorting."""
        return view.show if view.show is not None else self.subjects[: self.most(view, width)]

    def shown(self, view: View, width: int) -> Shown:
        """Return what is on screen."""
        chosen = self.chosen(view, width)
        subjects = self._sorted(view, [each for each in chosen if self._meets(each, view.where)])
        kept = [row for row in self.attributes if row not in view.hide and self.dimension_of[row].id not in view.skip]
        found = [row for row in kept if self._holds(row, subjects, folded(view.find).split())]
        rows = [row for row in found if not (view.diff and self._is_agreed(row, subjects))]
        ranked = self._ranked(view.order, rows, subjects)
        return Shown(subjects=tuple(subjects), attributes=tuple(ranked), same=len(found) - len(rows), left=len(chosen))

    def reveal(self, view: View, anchor: str, width: int) -> View:
        """Return a view in which the cell is shown that an address ends in; the same if there is no such cell."""
        attribute, _, slug = anchor.removeprefix("#").partition(".")
        subject = next((each.id for each in self.comparison.subjects if each.slug == slug), "")
        shown = self.shown(view, width)
        if not subject or (subject in shown.subjects and attribute in shown.attributes):
            return view
        skip = view.skip - {self.dimension_of[attribute].id}
        bare = replace(view, where=(), diff=False, find="", hide=view.hide - {attribute}, skip=skip)
        chosen = self.chosen(bare, width)
        return bare if subject in chosen else replace(bare, show=(*chosen, subject))

    def delta(self, attribute: str, subject: str, base: str) -> str:
        """Return what a cell is against the baseline's: `better`, `worse`, `equal`, `differs`, or nothing."""
        one, other = self.key(attribute, subject), self.key(attribute, base)
        better = self.attributes[attribute].type.better
        if subject == base or one is None or other is None:
            return ""
        if one == other:
            return "equal" if better else ""
        way = direction(self.value(attribute, subject), self.value(attribute, base)) if better else 0
        if not way:
            return "differs"
        return "better" if (way > 0) == (better is Better.HIGHER) else "worse"

    def can_sort(self, attribute: str) -> bool:
        """Return whether this model knows how words of an attribute are sorted: simple ones only."""
        if self.attributes[attribute].type.kind not in (Kind.TEXT, Kind.LIST, Kind.LAYERS, Kind.LINK):
            return True
        return all(re.fullmatch("[a-z0-9 ]*", sort_key(self.value(attribute, each))) for each in self.subjects)

    @cached_property
    def orders(self) -> list[str]:
        """Orders of rows that are offered and that this model knows: not how names in one foreign script are sorted."""
        orders = ["", "differences"]
        if any(attribute.importance for attribute in self.attributes.values()):
            orders.append("importance")
        places = [(self.dimension_of[id].id, script(each.title)) for id, each in self.attributes.items()]
        if all(place[1] == 0 or places.count(place) == 1 for place in places):
            orders.append("name")
        return orders

    def _meets(self, subject: str, where: Iterable[Condition]) -> bool:
        return all(each.holds(self.value(each.attribute, subject)) for each in where)

    def _sorted(self, view: View, subjects: list[str]) -> list[str]:
        for attribute, is_falling in reversed(view.sort):
            known = [each for each in subjects if self.key(attribute, each) is not None]
            rest = [each for each in subjects if self.key(attribute, each) is None]
            # Python keeps the order of what ties in both ways, as a reader expects.
            known.sort(key=lambda each: rank(self.value(attribute, each)), reverse=is_falling)
            subjects = known + rest
        return subjects

    def _holds(self, attribute: str, subjects: Sequence[str], words: Sequence[str]) -> bool:
        told = [self.dimension_of[attribute].title, self.attributes[attribute].title]
        told += [self.words(attribute, subject) for subject in subjects]
        return all(word in folded("\n".join(told)) for word in words)

    def _is_agreed(self, attribute: str, subjects: Sequence[str]) -> bool:
        keys = {self.key(attribute, subject) for subject in subjects}
        return len(subjects) > 1 and len(keys) == 1 and None not in keys

    def _ranked(self, order: str, rows: Sequence[str], subjects: Sequence[str]) -> list[str]:
        def key(row: str) -> tuple[object, ...]:
            place = tuple(dimension.id for dimension in self.dimensions).index(self.dimension_of[row].id)
            attribute = self.attributes[row]
            if order == "name":
                return place, script(attribute.title), natural(attribute.title)
            if order == "importance":
                return place, _IMPORTANCE.get(attribute.importance or "", 3)
            keys = {self.key(row, subject) for subject in subjects} - {None}
            return place, -len(keys) if order == "differences" else 0

        return sorted(rows, key=key)


def changed(view: View, **changes: object) -> View:
    """Return a view with some changes."""
    return replace(view, **changes)  # type: ignore[arg-type]
