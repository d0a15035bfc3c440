"""The comparison of licenses claims what choosealicense.com marks, and nothing where it marks nothing."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from mkdocs_comparisons.loading import load
from mkdocs_comparisons.model.comparison import Comparison

ROOT = Path(__file__).parents[2]
DATA = ROOT / "comparisons"
FOLDER = DATA / "open-source-licenses"
CORPUS = ROOT.parent / "shared" / "corpora" / "choosealicense.json"
MARKED = ("permissions:", "conditions:", "limitations:")
NETWORK = "conditions:network-use-disclose"
"""A mark that says more than the mark for disclosing the source, and includes it."""


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    """The comparison as the site gets it."""
    loaded = load(DATA, relative_to=ROOT).catalogue.comparison("open-source-licenses")
    assert loaded is not None
    return loaded


@pytest.fixture(scope="module")
def make() -> ModuleType:
    """The script that wrote the data. It imports its package only when it runs."""
    spec = importlib.util.spec_from_file_location("make_licenses", FOLDER / "make.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    # Dataclasses look their own module up while they are made.
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, spec.name, module)
        spec.loader.exec_module(module)
    return module


def cells(comparison: Comparison) -> dict[tuple[str, str], str]:
    """Return all claims as (subject, attribute) -> what was written."""
    return {(claim.subject, claim.attribute): claim.value.written for claim in comparison.claims}


def test_licenses_and_dimensions(comparison: Comparison) -> None:
    """All 47 licenses are compared, the best known first, under the three groups of marks."""
    assert len(comparison.subjects) == 47
    assert comparison.subject_ids[:3] == ("mit", "apache-2.0", "gpl-3.0")
    assert comparison.dimension_ids == ("permissions", "conditions", "limitations")
    assert comparison.noun.many == "licenses"


@pytest.mark.parametrize(
    ("subject", "attribute", "value"),
    [
        ("mit", "commercial-use", "yes"),
        ("mit", "include-copyright", "every-copy"),
        ("bsl-1.0", "include-copyright", "source"),
        ("apache-2.0", "patent-use", "yes"),
        ("cc0-1.0", "patent-use", "no"),
        ("cc0-1.0", "patent-rights", "not-granted"),
        ("gpl-3.0", "same-license", "all"),
        ("lgpl-3.0", "same-license", "library"),
        ("mpl-2.0", "same-license", "file"),
        ("gpl-3.0", "disclose-source", "distribution"),
        ("agpl-3.0", "disclose-source", "network"),
        ("apache-2.0", "trademark-use", "not-granted"),
        ("isc", "warranty", "disclaimed"),
    ],
)
def test_known_facts(comparison: Comparison, subject: str, attribute: str, value: str) -> None:
    """Well-known facts about licenses are claimed, each at the level that its mark means."""
    claim = comparison.claim(attribute, subject)
    assert claim is not None
    assert claim.value.written == value


@pytest.mark.parametrize(
    ("subject", "attribute"),
    [
        ("mit", "patent-use"),
        ("mit", "same-license"),
        ("mit", "trademark-use"),
        ("unlicense", "include-copyright"),
        ("0bsd", "document-changes"),
        ("gpl-3.0", "patent-rights"),
    ],
)
def test_absent_mark_is_no_claim(comparison: Comparison, subject: str, attribute: str) -> None:
    """Where the source has no mark the cell is missing: silence is not a no."""
    assert comparison.attribute(attribute) is not None
    assert comparison.claim(attribute, subject) is None


def test_no_stands_only_where_the_source_says_so(comparison: Comparison) -> None:
    """A permission is denied only by a mark that denies it, and the note says so."""
    denied = [claim for claim in comparison.claims if claim.value.written == "no"]
    assert {claim.attribute for claim in denied} == {"patent-use"}
    for claim in denied:
        assert claim.note
        assert comparison.claim("patent-rights", claim.subject) is not None
    assert len(denied) == sum(claim.attribute == "patent-rights" for claim in comparison.claims)


def test_every_claim_names_source_and_license(comparison: Comparison) -> None:
    """Facts are traceable: each claim cites the source, and the source tells under which terms it was taken."""
    assert {citation.source for claim in comparison.claims for citation in claim.citations} == {"choosealicense"}
    assert all(claim.citations for claim in comparison.claims)
    (source,) = comparison.sources
    assert source.license == "CC-BY-3.0"
    assert "pychoosealicense 2026.5.19" in source.title


def test_verdicts_count_right(comparison: Comparison) -> None:
    """What the verdicts say in words holds for the claims: the first four permissions are everyone's."""
    for attribute in ("commercial-use", "distribution", "modifications", "private-use"):
        assert {comparison.claim(attribute, subject) is not None for subject in comparison.subject_ids} == {True}
    unconditional = {"0bsd", "cc0-1.0", "mit-0", "unlicense", "wtfpl"}
    conditions = ("include-copyright", "document-changes", "disclose-source", "same-license")
    bound = {subject for subject in comparison.subject_ids if any(comparison.claim(a, subject) for a in conditions)}
    assert set(comparison.subject_ids) - bound == unconditional


def test_article_stands_on_its_dimension(comparison: Comparison) -> None:
    """`permissions.md` in the folder is the text of the dimension of that name."""
    found = comparison.dimension("permissions")
    assert found is not None
    assert found.article is not None
    assert "How to read" in found.article.text


def test_script_refuses_marks_that_it_does_not_know(make: ModuleType) -> None:
    """A new kind of mark stops the script instead of being dropped from the data."""
    entry = make.License(id="x", title="X", spdx_id="X", nickname="", marks=("permissions:moon-use",))
    with pytest.raises(ValueError, match="moon-use"):
        make.build_rows(entry)


def test_script_refuses_marks_that_contradict(make: ModuleType) -> None:
    """A license marked as both granting and denying patents is an error in the source, not a claim."""
    marks = ("permissions:patent-use", "limitations:patent-use")
    entry = make.License(id="x", title="X", spdx_id="X", nickname="", marks=marks)
    with pytest.raises(ValueError, match="patent-use"):
        make.build_rows(entry)


def test_marks_agree_with_an_independent_copy(comparison: Comparison, make: ModuleType) -> None:
    """Cell by cell, the claims are those that an independently taken copy of the source leads to."""
    if not CORPUS.is_file():
        pytest.skip(f"needs {CORPUS.name} in the folder shared/corpora beside the repository")
    marks: dict[str, list[str]] = {}
    corpus = json.loads(CORPUS.read_text(encoding="utf-8"))
    for claim in corpus["claims"]:
        if claim["attribute"].startswith(MARKED):
            assert claim["value"] is True
            marks.setdefault(claim["subject"], []).append(claim["attribute"])
    assert {subject["id"] for subject in corpus["subjects"]} == set(comparison.subject_ids)
    expected = {(id, *make.CLAIMS[mark]) for id, found in marks.items() for mark in found}
    superseded = {(id, "disclose-source", "distribution") for id, found in marks.items() if NETWORK in found}
    denied = {(id, "patent-use", "no") for id, found in marks.items() if "limitations:patent-use" in found}
    claimed = {(subject, attribute, value) for (subject, attribute), value in cells(comparison).items()}
    assert claimed == (expected - superseded) | denied
