"""Names that a reader can't tell apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from mkdocs_comparisons.diagnostics import Finding, Severity
from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.glossary import Term
from mkdocs_comparisons.model.places import Place
from mkdocs_comparisons.validation.rule import Policy, Rule

# Letters of Cyrillic and Greek that fonts draw as Latin ones, after case is folded.
_LOOKALIKES = str.maketrans("авсԁеһіјкӏмоԛрѕтԝхуαικνορτυχ", "abcdehijklmoqpstwxyaiknoptux")
_UNSEEN = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")


def _check(catalogue: Catalogue, policy: Policy) -> Iterator[Finding]:
    del policy
    yield from _similar("comparison", ((entry.title, entry.at) for entry in catalogue.comparisons))
    yield from _similar("term", _term_names(catalogue.glossary))
    for comparison in catalogue.comparisons:
        yield from _within(comparison)


def _within(comparison: Comparison) -> Iterator[Finding]:
    yield from _similar("subject", ((entry.title, entry.at) for entry in comparison.subjects))
    yield from _similar("dimension", ((entry.title, entry.at) for entry in comparison.dimensions))
    for dimension in comparison.dimensions:
        yield from _similar("attribute", ((entry.title, entry.at) for entry in dimension.attributes))
    yield from _similar("term", _term_names(comparison.glossary))


def _term_names(terms: Iterable[Term]) -> Iterator[tuple[str, Place]]:
    return ((name, term.at) for term in terms for name in (term.title, *term.aliases))


def _similar(what: str, named: Iterable[tuple[str, Place]]) -> Iterator[Finding]:
    seen: dict[str, tuple[str, Place]] = {}
    for name, at in named:
        other, first = seen.setdefault(_skeleton(name), (name, at))
        if first != at:
            how = "has the same name as" if name == other else "looks like"
            yield Finding(
                code="similar-names",
                at=at,
                problem=f"the {what} '{name}' {how} another {what}, '{other}'",
                advice="Give them names that readers can tell apart.",
                related=(("the other", first),),
                part=name,
            )


def _skeleton(name: str) -> str:
    """Return what a reader sees of a name: without case, width, lookalike letters, and what has no shape."""
    if name.isascii():
        return " ".join(name.casefold().split())
    folded = unicodedata.normalize("NFKC", name).casefold()
    return " ".join(_UNSEEN.sub("", folded).translate(_LOOKALIKES).split())


RULE = Rule(
    code="similar-names",
    summary="Subjects, dimensions, attributes and terms beside each other have names that look different.",
    why="A reader would take one for the other.",
    severity=Severity.WARNING,
    check=_check,
)
