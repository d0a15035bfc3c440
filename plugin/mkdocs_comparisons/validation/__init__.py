"""What is wrong with a catalogue, and how serious that is.

`validate` is the whole of it: what the loader found, what the rules find, judged under a policy.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Protocol

from mkdocs_comparisons.diagnostics import Finding, Report, Severity
from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.validation.judging import HasLines, diagnose
from mkdocs_comparisons.validation.policies import policy_of
from mkdocs_comparisons.validation.rule import Policy, Rule
from mkdocs_comparisons.validation.rules import (
    bad_date,
    bad_diagram,
    bad_id,
    bad_sentence,
    bad_slug,
    bad_type,
    bidi_control,
    claim_duplicate,
    claim_missing,
    claim_stale,
    claim_unsourced,
    csv_syntax,
    diagram_unfit,
    encoding,
    file_empty,
    file_missing,
    file_stray,
    file_unsafe,
    hidden_character,
    id_collision,
    key_duplicate,
    key_missing,
    key_unknown,
    limit,
    page_block,
    page_ref,
    similar_names,
    source_unused,
    subject_unused,
    unknown_attribute,
    unknown_dimension,
    unknown_ref,
    unknown_source,
    unknown_subject,
    unknown_term,
    unsafe_link,
    value_level,
    value_type,
    wrong_shape,
    yaml_feature,
    yaml_syntax,
)

__all__ = ["RULES", "Policy", "Rule", "check", "judge", "policy_from", "validate"]

# In the order in which an author meets them: can the file be read, is it well formed, does it mean something, does it
# fit together, is it fit for readers, is it complete; then the pages that show it. The manual lists them so; findings
# are sorted by place.
RULES: Mapping[str, Rule] = {
    "encoding": encoding.RULE,
    "file-empty": file_empty.RULE,
    "file-unsafe": file_unsafe.RULE,
    "file-missing": file_missing.RULE,
    "file-stray": file_stray.RULE,
    "limit": limit.RULE,
    "yaml-syntax": yaml_syntax.RULE,
    "yaml-feature": yaml_feature.RULE,
    "csv-syntax": csv_syntax.RULE,
    "key-duplicate": key_duplicate.RULE,
    "key-unknown": key_unknown.RULE,
    "key-missing": key_missing.RULE,
    "wrong-shape": wrong_shape.RULE,
    "bad-id": bad_id.RULE,
    "bad-slug": bad_slug.RULE,
    "bad-type": bad_type.RULE,
    "bad-date": bad_date.RULE,
    "bad-sentence": bad_sentence.RULE,
    "bad-diagram": bad_diagram.RULE,
    "value-type": value_type.RULE,
    "value-level": value_level.RULE,
    "unknown-subject": unknown_subject.RULE,
    "unknown-attribute": unknown_attribute.RULE,
    "unknown-dimension": unknown_dimension.RULE,
    "unknown-source": unknown_source.RULE,
    "unknown-term": unknown_term.RULE,
    "unknown-ref": unknown_ref.RULE,
    "claim-duplicate": claim_duplicate.RULE,
    "id-collision": id_collision.RULE,
    "unsafe-link": unsafe_link.RULE,
    "bidi-control": bidi_control.RULE,
    "hidden-character": hidden_character.RULE,
    "similar-names": similar_names.RULE,
    "diagram-unfit": diagram_unfit.RULE,
    "claim-missing": claim_missing.RULE,
    "source-unused": source_unused.RULE,
    "subject-unused": subject_unused.RULE,
    "claim-unsourced": claim_unsourced.RULE,
    "claim-stale": claim_stale.RULE,
    "page-block": page_block.RULE,
    "page-ref": page_ref.RULE,
}


class WasLoaded(Protocol):
    """What a loader hands over."""

    @property
    def catalogue(self) -> Catalogue:
        """As good as the files allow."""

    @property
    def findings(self) -> Iterable[Finding]:
        """What is wrong with the files themselves."""

    @property
    def files(self) -> Mapping[str, HasLines]:
        """The files that were read, by path, for excerpts."""

    @property
    def unread(self) -> frozenset[str]:
        """Files of which something could not be read."""


def validate(loaded: WasLoaded, policy: Policy, more: Iterable[Finding] = ()) -> Report:
    """Return all that is wrong: what was found while reading, and what the rules find in what could be read.

    Args:
        loaded: What a loader hands over.
        policy: How strictly to check.
        more: Findings of those who use the data, by rules that have no check of their own.
    """
    found = check(loaded.catalogue, replace(policy, unread=policy.unread | loaded.unread))
    return judge((*loaded.findings, *found, *more), policy, loaded.files)


def check(catalogue: Catalogue, policy: Policy) -> tuple[Finding, ...]:
    """Return what the rules find, but for those that are off."""
    return tuple(_findings(catalogue, policy))


def judge(findings: Iterable[Finding], policy: Policy, files: Mapping[str, HasLines]) -> Report:
    """Return findings in the order of their places, each once, with its severity and the line that it is about."""
    severities = {code: rule.severity_under(policy) for code, rule in RULES.items()}
    kept = (finding for finding in findings if severities[finding.code] is not Severity.OFF)
    return Report(diagnose(kept, severities, files))


def policy_from(rules: Mapping[str, object], *, today: date, stale_after: object = None) -> Policy:
    """Return the policy that a project's options ask for.

    Args:
        rules: Severities by rule code, as written in the options.
        today: The day on which claims are judged stale.
        stale_after: After how many days a claim wants to be checked again.

    Raises:
        SettingsError: For a code or severity that doesn't exist, and for less than an error where a rule is fixed.
    """
    return policy_of(rules, RULES, today=today, stale_after=stale_after)


def _findings(catalogue: Catalogue, policy: Policy) -> Iterator[Finding]:
    for rule in RULES.values():
        if rule.check and rule.severity_under(policy) is not Severity.OFF:
            yield from rule.check(catalogue, policy)
