"""Things whose ids or addresses are the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from mkdocs_comparisons.diagnostics import Finding
from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import Attribute, Dimension
from mkdocs_comparisons.model.glossary import Term
from mkdocs_comparisons.model.places import Place
from mkdocs_comparisons.model.refs import SHARED_PAGES
from mkdocs_comparisons.model.sources import Source
from mkdocs_comparisons.model.subjects import Subject
from mkdocs_comparisons.validation.rule import Policy, Rule

_DEVICES = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")
_IN_SECTION = frozenset(("index", *SHARED_PAGES))
_BESIDE = frozenset(("api", "embed"))
"""Folders of the section that hold no comparison; as ids the names are free."""

_IN_COMPARISON = frozenset(("index", "data"))
_VERSUS = "-vs-"
_SLUG = "Rename one of them, or give one a `slug:`."
_RENAME = "Rename one of them."


class _Named(NamedTuple):
    what: str
    id: str
    slug: str
    at: Place


def _check(catalogue: Catalogue, policy: Policy) -> Iterator[Finding]:
    del policy
    comparisons = _named("comparison", catalogue.comparisons)
    # Reserved as an id, a name is reported where the file is read.
    yield from _reserved(
        (entry for entry in comparisons if entry.id.casefold() not in _IN_SECTION), _IN_SECTION | _BESIDE
    )
    yield from _clashes(comparisons, _SLUG)
    yield from _clashes(_across(catalogue), _SLUG)
    yield from _clashes(_named("source", catalogue.sources), _RENAME)
    yield from _clashes(_named("term", catalogue.glossary), _RENAME)
    shared = (_named("shared source", catalogue.sources), _named("shared term", catalogue.glossary))
    for comparison in catalogue.comparisons:
        yield from _within(comparison, *shared)


def _within(comparison: Comparison, sources: tuple[_Named, ...], terms: tuple[_Named, ...]) -> Iterator[Finding]:
    pages = (*_named("subject", comparison.subjects), *_named("dimension", comparison.dimensions))
    yield from _reserved(pages, _IN_COMPARISON)
    yield from _clashes(pages, _SLUG)
    yield from _pairs(comparison, pages)
    yield from _clashes(_named("attribute", comparison.attributes()), _SLUG)
    yield from _beside(sources, _named("source", comparison.sources))
    yield from _beside(terms, _named("term", comparison.glossary))


def _named(
    what: str, entries: Iterable[Comparison | Subject | Dimension | Attribute | Source | Term]
) -> tuple[_Named, ...]:
    return tuple(_Named(what, entry.id, entry.slug, entry.at) for entry in entries)


def _across(catalogue: Catalogue) -> tuple[_Named, ...]:
    """Return the subjects that have a page over all comparisons: those in more than one."""
    entries = [_Named("subject", it.id, it.slug, it.at) for entry in catalogue.comparisons for it in entry.subjects]
    number = Counter(entry.id for entry in entries)
    return tuple({entry.id: entry for entry in reversed(entries) if number[entry.id] > 1}.values())[::-1]


def _clashes(entries: Iterable[_Named], advice: str) -> Iterator[Finding]:
    slugs: dict[str, _Named] = {}
    ids: dict[str, _Named] = {}
    for entry in entries:
        namesake, neighbour = ids.setdefault(entry.id, entry), slugs.setdefault(entry.slug, entry)
        if namesake is not entry:
            yield _same_id(entry, namesake)
        elif neighbour is not entry:
            problem = f"the {entry.what} '{entry.id}' has the same address as the {neighbour.what} '{neighbour.id}'"
            yield _finding(entry, f"{problem}: '{entry.slug}'", advice, neighbour)


def _beside(shared: tuple[_Named, ...], own: tuple[_Named, ...]) -> Iterator[Finding]:
    """Tell of clashes that an own entry has with another own or a shared one; those among shared ones are known."""
    places = {entry.at for entry in own}
    return (finding for finding in _clashes(chain(shared, own), _RENAME) if finding.at in places) if own else iter(())


def _reserved(entries: Iterable[_Named], names: frozenset[str]) -> Iterator[Finding]:
    for entry in entries:
        if entry.slug in names:
            problem = f"the {entry.what} '{entry.id}' has the address '{entry.slug}', which another page has"
        elif _DEVICES.fullmatch(entry.slug):
            problem = f"the {entry.what} '{entry.id}' has the address '{entry.slug}', which is no file name on Windows"
        else:
            continue
        yield _finding(entry, problem, "Rename it, or give it a `slug:`.", None)


def _pairs(comparison: Comparison, pages: tuple[_Named, ...]) -> Iterator[Finding]:
    """Tell of clashes with pages of two subjects, `a-vs-b`, which there are where subjects are more than two."""
    slugs = frozenset(subject.slug for subject in comparison.subjects)
    if len(slugs) < 3:
        return
    splits = [(page, *split) for page in pages for split in _splits(page.slug)]
    starts: dict[str, list[str]] = {}
    for page, left, right in splits:
        if left in slugs and right in slugs:
            problem = f"the {page.what} '{page.id}' has the address '{page.slug}', which is that of '{left}' and"
            yield _finding(page, f"{problem} '{right}' side by side", "Rename it, or give it a `slug:`.", None)
        if page.slug in slugs and right in slugs:
            starts.setdefault(left, []).append(right)
    for page, left, right in splits:
        if page.what == "subject" and left in slugs and starts.get(right):
            problem = f"'{page.slug}' beside '{starts[right][0]}' has the same address as '{left}' beside another"
            yield _finding(page, problem, "Rename one of the subjects, or give one a `slug:`.", None)


def _splits(slug: str) -> Iterator[tuple[str, str]]:
    """Return all ways to read a slug as that of a pair."""
    for match in re.finditer(f"(?={_VERSUS})", slug):
        yield slug[: match.start()], slug[match.start() + len(_VERSUS) :]


def _same_id(entry: _Named, namesake: _Named) -> Finding:
    owner = f"another {entry.what}" if entry.what == namesake.what else f"a {namesake.what}"
    return _finding(entry, f"the id '{entry.id}' belongs to {owner} already", _RENAME, namesake)


def _finding(entry: _Named, problem: str, advice: str, other: _Named | None) -> Finding:
    related = ((f"the {other.what} '{other.id}'", other.at),) if other else ()
    return Finding(code="id-collision", at=entry.at, problem=problem, advice=advice, related=related)


RULE = Rule(
    code="id-collision",
    summary="No two things of one namespace have the same id or the same address.",
    why="One page would overwrite another, or a link would lead to the wrong one of two.",
    fixed=True,
    check=_check,
)
