"""The site of this repository in three hosts: hundreds of pages, as people write and read them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.building import Built
from tests.hosts.hosts import HOSTS, build, differences, found_in, lost_links, pages_of, run

# What `how-to/other-hosts.md` tells to add; and Zensical links to the file of a page though no repository is named.
CHANGES = {
    "  - comparisons/\n": "  - comparisons/index.md\n",
    "    - content.action.edit\n": "",
    "markdown_extensions:\n": "watch: [comparisons]\nmarkdown_extensions:\n  - comparisons\n",
    "extra_css: [": "extra_css: [assets/comparisons/comparison.css, assets/comparisons/diagram.css, ",
    "extra_javascript: [": "extra_javascript: [{path: assets/comparisons/comparison.js, type: module}, ",
}


@pytest.fixture(scope="module")
def own_sites(root: Path, built_site: Built, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The site by each host: by MkDocs from the repository as it is, by the others from one with written pages."""
    folder = tmp_path_factory.mktemp("own")
    for name in ("docs", "comparisons"):
        shutil.copytree(root / name, folder / name)
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    for old, new in CHANGES.items():
        assert config.count(old) == 1, old
        config = config.replace(old, new)
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    written = run("comparisons", folder, "pages", "docs")
    assert written.returncode == 0, written.stdout
    sites = {"mkdocs": built_site.site}
    for host in HOSTS[1:]:
        built = build(host, folder)
        assert built.returncode == 0, built.output
        sites[host] = built.site.rename(folder / host)
    return sites


def test_our_own_pages_are_the_same(own_sites: dict[str, Path]) -> None:
    """Whoever changes hosts keeps each page, anchor, value and link, and each link leads somewhere."""
    expected = pages_of(own_sites["mkdocs"])
    assert len(expected) > 200
    assert lost_links(own_sites["mkdocs"], expected) == []
    for host in HOSTS[1:]:
        found = pages_of(own_sites[host])
        assert differences(found, expected) == [], host
        assert lost_links(own_sites[host], found) == [], host


def test_search_of_our_own_site_finds_the_same(own_sites: dict[str, Path]) -> None:
    """Search knows the same headings in each host, and finds a word below the same ones."""
    for word in ("", "vulnerable", "patent", "hypervisor", "crema"):
        hits = found_in(own_sites["mkdocs"], word)
        assert hits, word
        for host in HOSTS[1:]:
            assert found_in(own_sites[host], word) == hits, (host, word)
