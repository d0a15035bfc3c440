"""Ways through a catalogue that several rules take."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import chain

from mkdocs_comparisons.diagnostics import Finding
from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.claims import Claim
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import Attribute, Dimension
from mkdocs_comparisons.model.glossary import Term
from mkdocs_comparisons.model.places import Place
from mkdocs_comparisons.model.sources import Source
from mkdocs_comparisons.model.subjects import Subject
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.model.values import Invalid, Items, Layers, Link, Text

_MOST_RELATED = 10


def claims(catalogue: Catalogue) -> Iterator[Claim]:
    """Walk all claims as written, wrong ones included."""
    return chain.from_iterable(comparison.claims for comparison in catalogue.comparisons)


def own_subjects(catalogue: Catalogue) -> Iterator[tuple[Comparison | None, Subject]]:
    """Walk the shared subjects, then each comparison's, as far as they say something that the shared ones don't."""
    shared = {subject.id: subject for subject in catalogue.subjects}
    yield from ((None, subject) for subject in catalogue.subjects)
    for comparison in catalogue.comparisons:
        for subject in comparison.subjects:
            if shared.get(subject.id) != subject:
                yield comparison, subject


def inline_texts(catalogue: Catalogue) -> Iterator[tuple[Comparison | None, list[Inline]]]:
    """Walk all texts in which links and refs count, brought together by the comparison that they stand in."""
    shared = [subject.summary for subject in catalogue.subjects if subject.summary]
    yield None, [*shared, *(term.text for term in catalogue.glossary)]
    known = {text.at for text in shared}
    for comparison in catalogue.comparisons:
        about_subjects = (subject.summary for subject in comparison.subjects)
        texts = (*_head_texts(comparison), *(text for text in about_subjects if text and text.at not in known))
        yield comparison, list(filter(None, texts)) + _claim_texts(comparison)


def names(catalogue: Catalogue) -> Iterator[tuple[str, Place]]:
    """Walk all plain texts that readers see, each with the place of the thing that it names."""
    for _, subject in own_subjects(catalogue):
        yield from _each(subject.at, (subject.title, subject.short, *subject.aliases, *subject.tags))
    yield from _works(catalogue.sources, catalogue.glossary)
    for comparison in catalogue.comparisons:
        noun = comparison.noun
        yield from _each(comparison.at, (comparison.title, noun.one, noun.many, *comparison.tags))
        for dimension in comparison.dimensions:
            yield dimension.title, dimension.at
            if dimension.diagram:
                yield dimension.diagram.boundary, dimension.at
            yield from _attribute_names(dimension)
        yield from _works(comparison.sources, comparison.glossary)
        yield from _claim_names(comparison)


def _head_texts(comparison: Comparison) -> Iterator[Inline | None]:
    yield from (comparison.question, comparison.summary, comparison.verdict)
    yield from (term.text for term in comparison.glossary)
    for dimension in comparison.dimensions:
        yield from (dimension.question, dimension.summary, dimension.verdict)
        yield from (attribute.summary for attribute in dimension.attributes)


def _claim_texts(comparison: Comparison) -> list[Inline]:
    # The innermost loops of checking, over a hundred thousand claims: comprehensions take half the time of one loop
    # with all of this in it, and `type(…) is` a fifth of `isinstance`.
    claims = comparison.claims
    texts = [claim.note for claim in claims if claim.note is not None]
    texts += [value.text for claim in claims if type(value := claim.value) is Text]
    texts += [item for claim in claims if type(value := claim.value) is Items for item in value.items]
    texts += [text for claim in claims if type(value := claim.value) is Layers for text in value.texts]
    cited = [claim.citations for claim in claims if claim.citations]
    return texts + [it.shows for citations in cited for it in citations if it.shows is not None]


def _each(at: Place, texts: Iterable[str]) -> Iterator[tuple[str, Place]]:
    for text in texts:
        yield text, at


def _attribute_names(dimension: Dimension) -> Iterator[tuple[str, Place]]:
    attribute: Attribute
    for attribute in dimension.attributes:
        levels = (level.title for level in attribute.type.levels)
        yield from _each(attribute.at, (attribute.title, attribute.sentence, attribute.type.unit, *levels))


def _works(sources: tuple[Source, ...], terms: tuple[Term, ...]) -> Iterator[tuple[str, Place]]:
    for source in sources:
        yield from _each(source.at, (source.title, source.publisher, source.license, *source.authors))
    for term in terms:
        yield from _each(term.at, (term.title, *term.aliases))


def _claim_names(comparison: Comparison) -> Iterator[tuple[str, Place]]:
    for claim in comparison.claims:
        if type(claim.value) is Link:
            yield claim.value.label, claim.value_at
        elif type(claim.value) is Layers:
            for layer in claim.value.layers:
                yield from _each(claim.at, (layer.role, layer.mark))
        for citation in claim.citations:
            if citation.where:
                yield citation.where, citation.at


def invalid_values(catalogue: Catalogue, code: str) -> Iterator[Finding]:
    """Tell of the values that could not be read, as far as the rule with this code reports them."""
    for claim in claims(catalogue):
        value = claim.value
        if type(value) is Invalid and value.code == code:
            yield Finding(code=code, at=claim.value_at, problem=value.problem, advice=value.advice)


def by_name(named: Iterable[tuple[str, Place]]) -> dict[str, list[Place]]:
    """Bring the places of the same name together: whoever misspells a name once often does so in a whole file."""
    places: dict[str, list[Place]] = {}
    for name, at in named:
        places.setdefault(name, []).append(at)
    return places


def finding_for_all(code: str, name: str, places: list[Place], problem: str, advice: str) -> Finding:
    """Return one finding for a name that is wrong in several places: at the first, with the next ten beside it."""
    if len(places) == 1:
        return Finding(code=code, at=places[0], problem=problem, advice=advice, part=name)
    first, *others = sorted(places)
    more = f" ({len(others):,} more claims name it)" if len(others) > 1 else " (another claim names it too)"
    related = tuple(("also here", at) for at in others[:_MOST_RELATED])
    return Finding(code=code, at=first, problem=problem + more, advice=advice, related=related, part=name)


def character_findings(code: str, pattern: re.Pattern[str], text: str, at: Place, advice: str) -> Iterator[Finding]:
    """Tell of the first character of a text that matches, with the word around it as the part that is meant."""
    if text.isascii():
        return
    match = pattern.search(text)
    if match:
        character = match.group()
        name = unicodedata.name(character, "a character without a name").lower()
        problem = f"an invisible character stands in the text: U+{ord(character):04X}, {name}"
        yield Finding(code=code, at=at, problem=problem, advice=advice, part=_word_around(text, match.start()))


def _word_around(text: str, position: int) -> str:
    before, after = text[:position], text[position + 1 :]
    start = len(before) - len(before.split(" ")[-1].split("\n")[-1])
    return text[start : position + 1] + re.split(r"[ \n]", after, maxsplit=1)[0]
