"""What the pages of a build share."""

from __future__ import annotations

from dataclasses import replace

from mkdocs_comparisons.planning.settings import Settings
from mkdocs_comparisons.views.profile import build_standings
from mkdocs_comparisons.views.ties import build_ties
from tests.hosts.projects import TEA
from tests.samples import catalogue_of, stage_of

CATALOGUE = catalogue_of(tea_vs_coffee=TEA)
COMPARISON = CATALOGUE.comparisons[0]


def test_ties_are_worked_out_once_a_build() -> None:
    """Each of a thousand pages has a picture of its ties; finding them reads every text of the comparison."""
    stage = stage_of(CATALOGUE)
    assert stage.ties(COMPARISON) is stage.ties(COMPARISON)
    assert stage.ties(COMPARISON) == build_ties(COMPARISON, CATALOGUE)


def test_standings_are_worked_out_once_a_build() -> None:
    """Where each subject stands is found by looking at all claims."""
    stage = stage_of(CATALOGUE)
    assert stage.standings(COMPARISON) is stage.standings(COMPARISON)
    assert stage.standings(COMPARISON) == build_standings(COMPARISON)


def test_pages_are_told_what_the_site_knows() -> None:
    """Language, age and where to edit are the site's; a page hands them to what is on it."""
    stage = stage_of(CATALOGUE, Settings(locale="de", stale_after=30, messages={"missing": "offen"}))
    stage.edit_url = str.upper
    page = stage.page(str)
    assert (page.messages.language, page.messages.texts["missing"], page.stale_after) == ("de", "offen", 30)
    assert page.edit_url("a.yml") == "A.YML"


def test_nothing_is_kept_between_builds() -> None:
    """After a change of the data a new stage knows the new data."""
    other = replace(COMPARISON, title="Other", claims=())
    assert stage_of(CATALOGUE).ties(COMPARISON).leads != {}
    changed = stage_of(replace(CATALOGUE, comparisons=(other,)), Settings())
    assert changed.ties(other).leads == {}
