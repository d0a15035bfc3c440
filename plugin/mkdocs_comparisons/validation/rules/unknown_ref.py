"""Refs that lead nowhere; those to sources and terms have codes of their own, and are looked for here too."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_comparisons.diagnostics import Finding
from mkdocs_comparisons.inline import parse_inline
from mkdocs_comparisons.model.catalogue import Catalogue, NotFound
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.refs import parse_ref
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.validation.naming import Suggestions
from mkdocs_comparisons.validation.rule import Policy, Rule
from mkdocs_comparisons.validation.walks import inline_texts

_FORMS = (
    "Write `[[comparison]]`, `[[comparison/subject-or-dimension]]`, `[[comparison:attribute]]` or "
    "`[[comparison:attribute@subject]]`; for two brackets that are meant as such, write `\\[[`."
)
_CODES = {"source": "unknown-source", "glossary term": "unknown-term"}
_PLACES = {"source": "_sources", "glossary term": "_glossary"}
"""The files that may hold what a ref to a source or term misses."""

_ADVICE = {
    "source": "Describe it under `sources:`.",
    "glossary term": "Add it under `glossary:`.",
    "inventory": "Name it under `inventories:` in the options.",
}


def _check(catalogue: Catalogue, policy: Policy) -> Iterator[Finding]:
    suggestions = Suggestions()
    for comparison, texts in inline_texts(catalogue):
        for text in texts:
            # Most texts hold no ref: to look for its brackets first spares parsing them.
            if "[[" in text.source:
                for content, missing in _broken(text, comparison, catalogue, policy):
                    yield _finding(f"[[{content}]]", text, missing, suggestions)


def _broken(
    text: Inline, comparison: Comparison | None, catalogue: Catalogue, policy: Policy
) -> Iterator[tuple[str, NotFound | None]]:
    """Yield what stands in the brackets of each ref that misses, and what it misses; None where it is no ref."""
    for content in parse_inline(text.source).refs:
        written = parse_ref(content)
        found = catalogue.find(written, comparison) if written else None
        if written is None:
            yield content, None
        elif isinstance(found, NotFound) and not _is_excused(found, written.comparison, policy):
            yield content, found


def _is_excused(missing: NotFound, comparison: str, policy: Policy) -> bool:
    """Return whether what is missing may stand in a file that could not be read."""
    if not policy.unread or missing.inventory:
        return False
    return policy.may_hold(_PLACES.get(missing.what, missing.name)) or bool(comparison and policy.may_hold(comparison))


def _finding(written: str, text: Inline, missing: NotFound | None, suggestions: Suggestions) -> Finding:
    if missing is None:
        problem = "what stands in [[…]] is not a ref"
        return Finding(code="unknown-ref", at=text.at, problem=problem, advice=_FORMS, part=written)
    # What another site lacks can't be added here.
    code, advice = ("", "") if missing.inventory else (_CODES.get(missing.what, ""), _ADVICE.get(missing.what, ""))
    return Finding(
        code=code or "unknown-ref",
        at=text.at,
        problem=missing.problem,
        advice=suggestions.advice(missing.name, missing.known, advice),
        part=written,
    )


RULE = Rule(
    code="unknown-ref",
    summary="A ref in the data leads to a comparison, subject, dimension, attribute or cell that exists.",
    why="The link would lead nowhere.",
    fixed=True,
    check=_check,
)
