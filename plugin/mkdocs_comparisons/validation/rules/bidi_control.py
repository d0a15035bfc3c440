"""Characters that turn the order of the text around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_comparisons.diagnostics import Finding
from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.validation.rule import Policy, Rule
from mkdocs_comparisons.validation.walks import character_findings, inline_texts, names

_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def _check(catalogue: Catalogue, policy: Policy) -> Iterator[Finding]:
    del policy
    advice = "Remove it: browsers order right-to-left text without its help."
    for text, at in names(catalogue):
        yield from character_findings("bidi-control", _CONTROLS, text, at, advice)
    for _, texts in inline_texts(catalogue):
        for inline in texts:
            if not inline.source.isascii():
                yield from character_findings("bidi-control", _CONTROLS, inline.source, inline.at, advice)


RULE = Rule(
    code="bidi-control",
    summary="No text holds characters that override the direction of what follows.",
    why="They make a text read otherwise than it is written, for reviewers and for readers.",
    check=_check,
)
