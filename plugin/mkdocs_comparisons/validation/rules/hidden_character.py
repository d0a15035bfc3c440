"""Characters in names that nobody sees."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_comparisons.diagnostics import Finding, Severity
from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.validation.rule import Policy, Rule
from mkdocs_comparisons.validation.walks import character_findings, names

# Joiners (U+200C, U+200D) are letters' business in many scripts and in emoji: they are strange beside ASCII only.
# Tag characters (U+E00xx) spell flags after a black flag.
_HIDDEN = re.compile(
    "[\u00ad\u180e\u200b\u2060-\u2064\ufeff]"
    "|(?<=[ -~])[\u200c\u200d]|[\u200c\u200d](?=[ -~])|^[\u200c\u200d]|[\u200c\u200d]$"
    "|(?<![\U0001f3f4\U000e0000-\U000e007f])[\U000e0000-\U000e007f]"
)


def _check(catalogue: Catalogue, policy: Policy) -> Iterator[Finding]:
    del policy
    for text, at in names(catalogue):
        yield from character_findings("hidden-character", _HIDDEN, text, at, "Remove it.")


RULE = Rule(
    code="hidden-character",
    summary="A name holds no invisible characters.",
    why="A search for the name would not find it, and two names that look the same would differ.",
    severity=Severity.WARNING,
    check=_check,
)
