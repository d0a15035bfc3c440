"""Links that a reader should not follow."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_comparisons.diagnostics import Finding
from mkdocs_comparisons.inline import parse_inline, url_problem
from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.places import Place
from mkdocs_comparisons.model.values import Link
from mkdocs_comparisons.validation.rule import Policy, Rule
from mkdocs_comparisons.validation.walks import claims, inline_texts, own_subjects

_ADVICE = "Write an address that starts with `https://`, `http://` or `mailto:`."
_ESCAPE = "Write an address that starts with `https://`, `http://` or `mailto:`; where no link is meant, write `\\[`."


def _check(catalogue: Catalogue, policy: Policy) -> Iterator[Finding]:
    del policy
    for at, url in _addresses(catalogue):
        problem = url_problem(url)
        if problem:
            yield Finding(code="unsafe-link", at=at, problem=problem, advice=_ADVICE, part=url)
    for _, texts in inline_texts(catalogue):
        # A link in inline text has one of these; most texts have neither, and need not be parsed.
        for text in texts:
            if "](" in text.source or "<" in text.source:
                yield from _in_text(text.source, text.at)


def _addresses(catalogue: Catalogue) -> Iterator[tuple[Place, str]]:
    yield from ((subject.at, subject.url) for _, subject in own_subjects(catalogue) if subject.url)
    yield from ((source.at, source.url) for source in catalogue.sources if source.url)
    for comparison in catalogue.comparisons:
        yield from ((source.at, source.url) for source in comparison.sources if source.url)
    for claim in claims(catalogue):
        if type(claim.value) is Link:
            yield claim.value_at, claim.value.url


def _in_text(source: str, at: Place) -> Iterator[Finding]:
    for url in parse_inline(source).links:
        problem = url_problem(url)
        if problem:
            yield Finding(code="unsafe-link", at=at, problem=problem, advice=_ESCAPE, part=url)


RULE = Rule(
    code="unsafe-link",
    summary="A link leads to a web page or a mailbox, by an address without tricks.",
    why="Some addresses run as programs in the reader's browser, or only look like the site that they claim to be.",
    fixed=True,
    check=_check,
)
