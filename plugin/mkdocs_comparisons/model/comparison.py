"""A comparison: what an author writes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from mkdocs_comparisons.model.claims import Claim
from mkdocs_comparisons.model.dimensions import Attribute, Dimension
from mkdocs_comparisons.model.glossary import Term
from mkdocs_comparisons.model.places import NOWHERE, Place
from mkdocs_comparisons.model.sources import Source
from mkdocs_comparisons.model.subjects import Subject
from mkdocs_comparisons.model.texts import Inline


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """What readers call this comparison's subjects."""

    one: str = "subject"
    many: str = "subjects"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Subjects, dimensions with their attributes, and the claims about them.

    `claims` holds every claim as written, wrong ones included, so that rules can find them; look-ups answer with the
    first claim for a cell and know only the subjects and attributes that exist.
    """

    id: str
    slug: str
    title: str
    subjects: tuple[Subject, ...]
    dimensions: tuple[Dimension, ...]
    claims: tuple[Claim, ...] = ()
    question: Inline | None = None
    summary: Inline | None = None
    verdict: Inline | None = None
    noun: Noun = Noun()
    tags: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    """The comparison's own sources, without the shared ones."""

    glossary: tuple[Term, ...] = ()
    """The comparison's own terms, without the shared ones."""

    path: str = ""
    """The file that edits start from: the comparison's YAML file, relative to the project."""

    at: Place = field(default=NOWHERE, compare=False)

    _subjects: dict[str, Subject] = field(init=False, repr=False, compare=False)
    _attributes: dict[str, tuple[Dimension, Attribute]] = field(init=False, repr=False, compare=False)
    _dimensions: dict[str, Dimension] = field(init=False, repr=False, compare=False)
    _cells: dict[tuple[str, str], Claim] = field(init=False, repr=False, compare=False)
    _places: dict[str, int] = field(init=False, repr=False, compare=False)
    _subject_ids: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        cells: dict[tuple[str, str], Claim] = {}
        for claim in self.claims:
            cells.setdefault((claim.attribute, claim.subject), claim)
        attributes: dict[str, tuple[Dimension, Attribute]] = {}
        for dimension in self.dimensions:
            for attribute in dimension.attributes:
                attributes.setdefault(attribute.id, (dimension, attribute))
        object.__setattr__(self, "_subjects", {subject.id: subject for subject in reversed(self.subjects)})
        object.__setattr__(self, "_dimensions", {dimension.id: dimension for dimension in reversed(self.dimensions)})
        object.__setattr__(self, "_attributes", attributes)
        object.__setattr__(self, "_cells", cells)
        places = ((subject.id, place) for place, subject in reversed(tuple(enumerate(self.subjects))))
        object.__setattr__(self, "_places", dict(places))
        # Kept, since each ref that points nowhere asks for them.
        object.__setattr__(self, "_subject_ids", tuple(subject.id for subject in self.subjects))

    def subject(self, id: str) -> Subject | None:
        return self._subjects.get(id)

    def dimension(self, id: str) -> Dimension | None:
        return self._dimensions.get(id)

    def attribute(self, id: str) -> Attribute | None:
        found = self._attributes.get(id)
        return found[1] if found else None

    def dimension_of(self, attribute: str) -> Dimension | None:
        """Return the dimension that the attribute with this id belongs to."""
        found = self._attributes.get(attribute)
        return found[0] if found else None

    def claim(self, attribute: str, subject: str) -> Claim | None:
        return self._cells.get((attribute, subject))

    def place_of(self, subject: str) -> int:
        """Return the place of the subject with this id in the author's order, from 0.

        Raises:
            KeyError: There is none.
        """
        return self._places[subject]

    def attributes(self) -> Iterator[Attribute]:
        for dimension in self.dimensions:
            yield from dimension.attributes

    @property
    def attribute_ids(self) -> tuple[str, ...]:
        return tuple(self._attributes)

    @property
    def subject_ids(self) -> tuple[str, ...]:
        return self._subject_ids

    @property
    def dimension_ids(self) -> tuple[str, ...]:
        return tuple(dimension.id for dimension in self.dimensions)
