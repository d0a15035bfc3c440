"""What part of a comparison a diagram is asked to show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import Attribute, DiagramOptions, Dimension
from mkdocs_comparisons.model.refs import AttributeRef, ComparisonRef, DimensionRef, Ref, SubjectRef
from mkdocs_comparisons.model.subjects import Subject
from mkdocs_comparisons.model.values import State, Value, state_of

if TYPE_CHECKING:
    from mkdocs_comparisons.views.ties import PageRef, Ties

MOST_IN_PICTURE = 30
"""More subjects than that are shown in several pictures, one below the other."""

_Entry = TypeVar("_Entry")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The attributes and subjects of a comparison that a diagram shows, each in the order to show them."""

    catalogue: Catalogue
    comparison: Comparison
    dimensions: tuple[Dimension, ...]
    """The dimensions that the attributes belong to."""

    attributes: tuple[Attribute, ...]
    subjects: tuple[Subject, ...]
    title: str
    """The picture's name."""

    options: DiagramOptions | None = None
    """What the author wishes of the diagram, if anything."""

    focus: PageRef | None = None
    """The page of the comparison that a picture of ties is about; None: the comparison itself."""

    ties: Ties | None = None
    """What `build_ties` returns for the comparison, if it is at hand."""

    @property
    def dimension(self) -> str | None:
        """The id of the dimension that is shown, if it is one."""
        return self.dimensions[0].id if len(self.dimensions) == 1 else None

    def value(self, attribute: Attribute, subject: Subject) -> Value | None:
        """Return what is claimed; None where nothing is."""
        claim = self.comparison.claim(attribute.id, subject.id)
        return claim.value if claim else None

    def known(self, attribute: Attribute) -> Iterator[tuple[Subject, Value]]:
        """Yield the subjects of which something is known."""
        for subject in self.subjects:
            value = self.value(attribute, subject)
            if value is not None and state_of(value) is State.KNOWN:
                yield subject, value

    def known_subjects(self) -> tuple[Subject, ...]:
        """Return the subjects of which something is known."""
        known = {subject.id for attribute in self.attributes for subject, _ in self.known(attribute)}
        return tuple(subject for subject in self.subjects if subject.id in known)

    def subject_head(self, subject: Subject) -> Head:
        """Return a subject's name; its place is that in the comparison, which gives its shape and colour."""
        place, ref = self.comparison.place_of(subject.id), SubjectRef(self.comparison.id, subject.id)
        return Head(ref=ref, label=subject.short, title=subject.title, place=place)

    def attribute_head(self, attribute: Attribute) -> Head:
        """Return an attribute's name."""
        return Head.of(AttributeRef(self.comparison.id, attribute.id), attribute.title)

    def dimension_head(self, dimension: Dimension, *, place: int = 0) -> Head:
        """Return a dimension's name; its place gives its colour, where it has one."""
        return Head.of(DimensionRef(self.comparison.id, dimension.id), dimension.title, place=place)

    def comparison_head(self) -> Head:
        """Return the name of the comparison."""
        return Head.of(ComparisonRef(self.comparison.id), self.comparison.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The name of a row, a column or a box, with what it leads to."""

    ref: Ref
    label: str
    title: str
    """The whole name, where the label is a shorter one."""

    place: int = 0
    """Of a subject, or of a dimension in a map: its place in the author's order, from 0, which gives its colour."""

    @classmethod
    def of(cls, ref: Ref, title: str, *, place: int = 0) -> Head:
        """Return a name that has no shorter form."""
        return cls(ref=ref, label=title, title=title, place=place)


@dataclass(frozen=True, slots=True)
class Extent:
    """How much of all there is stands in one picture of several."""

    first: int
    """Counted from 1."""

    last: int
    total: int

    @property
    def is_all(self) -> bool:
        return self.first <= 1 and self.last >= self.total

    @property
    def words(self) -> str:
        """The part and the whole: `31–60 of 112`, `31 of 31`."""
        part = f"{self.first}–{self.last}" if self.first < self.last else str(self.last)
        return f"{part} of {self.total}"


def in_pages(entries: Sequence[_Entry], most: int = MOST_IN_PICTURE) -> Iterator[tuple[Extent, Sequence[_Entry]]]:
    """Divide what one picture can't hold among several, of `most` entries each; nothing is one empty page."""
    for start in range(0, max(len(entries), 1), most):
        page = entries[start : start + most]
        yield Extent(start + 1, start + len(page), len(entries)), page
