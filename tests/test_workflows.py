"""Workflows for GitHub: ours, and those that the manual tells to write."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT
from tests.walkthrough import read_fences

OURS = {path.name: path.read_text(encoding="utf-8") for path in sorted((ROOT / ".github/workflows").glob("*.yml"))}
TOLD = {
    f"{page.stem}: {fence.title}": fence.text
    for page in sorted((ROOT / "docs").rglob("*.md"))
    for fence in read_fences(page.read_text(encoding="utf-8"))
    if Path(fence.title).parent == Path(".github/workflows")
}
WORKFLOWS = OURS | TOLD


@pytest.mark.parametrize("name", WORKFLOWS)
def test_workflows_trust_no_more_than_they_need(name: str) -> None:
    """Actions are named by commit, rights are read-only unless a job says otherwise, and no input is in a command."""
    text = WORKFLOWS[name]
    tree = yaml.safe_load(text)
    assert tree["permissions"] == {"contents": "read"}
    used = re.findall(r"uses: (\S+)", text)
    assert [each for each in used if not re.search(r"@([0-9a-f]{40}|COMMIT)$", each)] == []
    commands = [step.get("run", "") for job in tree["jobs"].values() for step in job.get("steps", ())]
    assert [each for each in commands if "${{" in each] == []


def test_there_are_workflows() -> None:
    """Who moves them has to move this, too."""
    assert {"ci.yml", "pages.yml", "check.yml"} == OURS.keys()
    assert len(TOLD) >= 4
