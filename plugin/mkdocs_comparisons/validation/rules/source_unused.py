"""Sources that nothing cites."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_comparisons.diagnostics import Finding, Severity, did_you_mean
from mkdocs_comparisons.inline import parse_inline
from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.sources import Source
from mkdocs_comparisons.validation.rule import Policy, Rule
from mkdocs_comparisons.validation.walks import inline_texts

_IN_ARTICLES = re.compile(r"\[\[\s*sources/([^\]\[|\n]{1,128})")
_PREFIX = "sources/"
_MOST_STRANGE = 20


def _check(catalogue: Catalogue, policy: Policy) -> Iterator[Finding]:
    cited: dict[str, set[str]] = {comparison.id: _cited(comparison) for comparison in catalogue.comparisons}
    in_shared_texts = _add_refs(catalogue, cited)
    for comparison in catalogue.comparisons:
        if policy.is_whole(comparison):
            yield from _unused(comparison.sources, cited[comparison.id])
    if not policy.unread:
        yield from _unused(catalogue.sources, in_shared_texts.union(*cited.values()))


def _cited(comparison: Comparison) -> set[str]:
    names = {citation.source for claim in comparison.claims for citation in claim.citations}
    for dimension in comparison.dimensions:
        if dimension.article:
            names.update(name.strip() for name in _IN_ARTICLES.findall(dimension.article.text))
    return names


def _add_refs(catalogue: Catalogue, cited: dict[str, set[str]]) -> set[str]:
    """Add what refs name to what the claims of their comparison cite; return what those in shared texts name."""
    shared: set[str] = set()
    for comparison, texts in inline_texts(catalogue):
        into = cited[comparison.id] if comparison else shared
        for text in texts:
            if _PREFIX in text.source and "[[" in text.source:
                refs = (ref.strip().partition("|")[0].strip() for ref in parse_inline(text.source).refs)
                into.update(ref.removeprefix(_PREFIX) for ref in refs if ref.startswith(_PREFIX))
    return shared


def _unused(sources: tuple[Source, ...], cited: set[str]) -> Iterator[Finding]:
    known = {source.id for source in sources}
    # A source whose near namesake is cited has a claim that misspells it: the misspelling is reported already.
    strange = sorted(cited - known)[:_MOST_STRANGE] if len(known) < 1000 else ()
    for source in sources:
        if source.id not in cited and not any(did_you_mean(name, [source.id]) for name in strange):
            problem = f"nothing cites the source '{source.id}'"
            advice = "Cite it in the `sources` of a claim, or remove it."
            yield Finding(code="source-unused", at=source.at, problem=problem, advice=advice)


RULE = Rule(
    code="source-unused",
    summary="Every source is cited.",
    why="A list of sources that support nothing makes a page look better founded than it is.",
    severity=Severity.WARNING,
    check=_check,
)
