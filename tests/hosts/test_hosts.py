"""The same project in three hosts: MkDocs, ProperDocs and Zensical, each by its real executable."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from threading import Timer

import pytest

from tests.building import Built, write_files
from tests.hosts.hosts import HOSTS, SCRIPTS, build, differences, found_in, lost_links, pages_of, run
from tests.hosts.projects import TEA

CONFIG = """\
site_name: Test
theme: {name: material, font: false, features: [navigation.instant]}
plugins: [search, comparisons]
markdown_extensions:
  - comparisons
  - admonition
  - toc: {permalink: true}
watch: [comparisons]
extra_css: [assets/comparisons/comparison.css, assets/comparisons/diagram.css]
extra_javascript: [{path: assets/comparisons/comparison.js, type: module}]
"""
HOME = """\
# Home

Coffee is [[tea-vs-coffee:milk@coffee]] with milk; see [[tea-vs-coffee/coffee|all about coffee]].

/// comparison | tea-vs-coffee
    view: matrix
    dimensions: [taste]
///

!!! note

    /// comparison | tea-vs-coffee
        view: diagram
    ///
"""
FILES: Mapping[str, str] = {
    "docs/index.md": HOME,
    "docs/guide/deep.md": "# Deep\n\n/// comparison | tea-vs-coffee\n    view: differences\n///\n\n[[tea-vs-coffee]]\n",
    "comparisons/tea-vs-coffee.yml": TEA,
}


@pytest.fixture(
    scope="module", params=["", "use_directory_urls: false\n", "site_url: https://example.org/below/here/\n"]
)
def sites(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    """One project, built by each host: its pages are written for all, and two of them make their own."""
    folder = tmp_path_factory.mktemp("hosts")
    write_files(folder, {**FILES, "mkdocs.yml": CONFIG + request.param})
    written = run("comparisons", folder, "pages", "docs")
    assert written.returncode == 0, written.stdout
    built = {}
    for host in HOSTS:
        built[host] = build(host, folder)
        assert built[host].returncode == 0, built[host].output
        (folder / "site").rename(folder / host)
        built[host] = Built(returncode=0, output=built[host].output, site=folder / host)
    return built


@pytest.mark.parametrize("host", HOSTS[1:])
def test_hosts_make_the_same_pages(host: str, sites: dict[str, Built]) -> None:
    """The same pages with the same anchors, values and links come out of each host."""
    expected, found = pages_of(sites["mkdocs"].site), pages_of(sites[host].site)
    assert differences(found, expected) == []
    assert len(found) > 8


@pytest.mark.parametrize("host", HOSTS[1:])
def test_hosts_make_the_same_files(host: str, sites: dict[str, Built]) -> None:
    """What other sites and programs read is the same, to the byte; only twins of pages need a plugin."""
    expected, found = (sites[each].site / "comparisons" for each in ("mkdocs", host))
    suffixes = (".json", ".csv", ".svg", "/matrix.html", "/diagram.html")
    files = [path.relative_to(expected) for path in expected.rglob("*") if path.as_posix().endswith(suffixes)]
    assert len(files) > 15
    for file in files:
        assert (found / file).read_bytes() == (expected / file).read_bytes(), file


@pytest.mark.parametrize("host", HOSTS)
def test_every_link_leads_somewhere(host: str, sites: dict[str, Built]) -> None:
    """What a page links to is there, with its anchor, in each host."""
    assert lost_links(sites[host].site, pages_of(sites[host].site)) == []


def test_search_finds_the_same(sites: dict[str, Built]) -> None:
    """A claim is found at its attribute, once, by the search of each host."""
    for word in ("quinine", "Bitterness", "Leaves in water", "p. 3", "Caffeine"):
        found = {host: found_in(built.site, word) for host, built in sites.items()}
        assert found["mkdocs"], word
        assert found["mkdocs"] == found["properdocs"] == found["zensical"], word


def test_hosts_that_make_pages_say_once_that_they_do(sites: dict[str, Built]) -> None:
    """Pages on disk and pages of the plugin are the same ones: no warning for each of them."""
    for host in HOSTS[:2]:
        said = [line for line in sites[host].output.splitlines() if "comparisons pages" in line]
        assert len(said) == 1
        assert "are left out" in said[0]


def test_zensical_stops_at_mistakes_of_a_page(tmp_path: Path) -> None:
    """A wrong block is shown with its line and what to do, without what Python was doing, and ends the build."""
    write_files(
        tmp_path, {**FILES, "mkdocs.yml": CONFIG, "docs/index.md": "# Home\n\n/// comparison | tea-vs-cofee\n///\n"}
    )
    assert run("comparisons", tmp_path, "pages", "docs").returncode == 0
    built = build("zensical", tmp_path)
    assert built.returncode != 0
    assert (
        "docs/index.md:3:18: page-block: there is no comparison 'tea-vs-cofee'. Did you mean 'tea-vs-coffee'?"
        in built.output
    )
    assert "Traceback" not in built.output


def test_zensical_stops_at_mistakes_of_the_data(tmp_path: Path) -> None:
    """So does wrong data, also where the pages were written before it was."""
    write_files(tmp_path, {**FILES, "mkdocs.yml": CONFIG})
    assert run("comparisons", tmp_path, "pages", "docs").returncode == 0
    write_files(tmp_path, {"comparisons/tea-vs-coffee.yml": TEA.replace("rating: 5", "rating: five")})
    built = build("zensical", tmp_path)
    assert built.returncode != 0
    assert "comparisons/tea-vs-coffee.yml:" in built.output
    assert "Traceback" not in built.output


def test_zensical_follows_the_data(tmp_path: Path) -> None:
    """A second build shows what has changed, though the host keeps pages that have not; it is said what that takes."""
    write_files(tmp_path, {**FILES, "mkdocs.yml": CONFIG})
    for amount in ("40", "41"):
        text = TEA.replace("tea: 40", f"tea: {amount}")
        write_files(tmp_path, {"comparisons/tea-vs-coffee.yml": text})
        assert run("comparisons", tmp_path, "pages", "docs").returncode == 0
        built = build("zensical", tmp_path)
        assert "will not follow" not in built.output
        assert f">{amount}</span>" in built.read("comparisons/tea-vs-coffee/effects/index.html")
    write_files(tmp_path, {"mkdocs.yml": CONFIG.replace("watch: [comparisons]\n", "")})
    assert "write `watch: [comparisons]`" in build("zensical", tmp_path).output


def test_titles_mean_nothing_to_themes(tmp_path: Path) -> None:
    """A theme prints titles and descriptions as they are: what a stranger wrote there must not become markup."""
    attack = '"><script>alert(1)</script>{{ 7*7 }}'
    text = TEA.replace("title: Tea & coffee", f"title: '{attack}'").replace(
        "{title: Coffee,", f"{{title: 'Cof{attack}',"
    )
    text = text.replace("summary: What to drink when.", f"summary: '{attack}'")
    write_files(tmp_path, {**FILES, "mkdocs.yml": CONFIG, "comparisons/tea-vs-coffee.yml": text})
    assert run("comparisons", tmp_path, "pages", "docs").returncode == 0
    for host in HOSTS:
        built = build(host, tmp_path)
        assert built.returncode == 0, built.output
        for path in built.site.rglob("*.html"):
            assert "<script>alert(1)" not in path.read_text(encoding="utf-8"), path
        assert "<script>alert" not in json.dumps(json.loads((built.site / _index_of(host)).read_text(encoding="utf-8")))


def _index_of(host: str) -> str:
    return "search.json" if host == "zensical" else "search/search_index.json"


@pytest.mark.parametrize(
    ("options", "address"),
    [
        ("repo_url: https://github.com/me/site\n", "https://github.com/me/site/edit/master/comparisons/"),
        ("repo_url: https://github.com/me/site\nedit_uri: edit/main/docs/\n", "/me/site/edit/main/comparisons/"),
        (
            "repo_url: https://a.example/r\nedit_uri_template: 'blob/{path!q}'\n",
            "https://a.example/r/blob/..%2Fcomparisons",
        ),
    ],
)
def test_claims_lead_to_their_lines_in_the_repository(options: str, address: str, tmp_path: Path) -> None:
    """Wherever a host thinks that files are edited, our data files are edited, too."""
    write_files(tmp_path, {**FILES, "mkdocs.yml": CONFIG + options})
    assert run("comparisons", tmp_path, "pages", "docs").returncode == 0
    for host in HOSTS:
        built = build(host, tmp_path)
        assert built.returncode == 0, built.output
        assert address in built.read("comparisons/tea-vs-coffee/index.html"), host


def test_an_edit_template_with_a_mistake_is_said(tmp_path: Path) -> None:
    """Not by what Python was doing."""
    write_files(
        tmp_path, {**FILES, "mkdocs.yml": CONFIG + "repo_url: https://a.example/r\nedit_uri_template: 'x/{name}'\n"}
    )
    built = build("zensical", tmp_path)
    assert built.returncode != 0
    assert "option 'edit_uri_template'" in built.output
    assert "Traceback" not in built.output


def test_watching_keeps_up_with_the_data(tmp_path: Path) -> None:
    """While it watches, the command writes what changes, and goes on after a mistake."""
    write_files(tmp_path, {**FILES, "mkdocs.yml": CONFIG})
    command = [f"{SCRIPTS}/comparisons", "pages", "docs", "--watch"]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as watching:
        deadline = Timer(60, watching.kill)
        deadline.start()
        try:
            assert watching.stdout is not None
            until = _waiter(iter(watching.stdout.readline, ""), tmp_path)
            until(TEA, " written, 0 removed")
            until(TEA.replace("title: Coffee", "title: [Coffee"), "nothing was written")
            until(TEA.replace("title: Coffee", "title: Kaffee"), " written, 0 removed")
            assert "Kaffee" in (tmp_path / "docs/comparisons/tea-vs-coffee/coffee.md").read_text(encoding="utf-8")
            write_files(
                tmp_path, {"mkdocs.yml": CONFIG.replace("[search, comparisons]", "[{comparisons: {title: Drinks}}]")}
            )
            until(TEA, " written, 0 removed")
            assert "Drinks" in (tmp_path / "docs/comparisons/index.md").read_text(encoding="utf-8")
        finally:
            deadline.cancel()
            watching.kill()


def _waiter(said: Iterator[str], folder: Path) -> Callable[[str, str], None]:
    def until(text: str, expected: str) -> None:
        write_files(folder, {"comparisons/tea-vs-coffee.yml": text})
        assert any(expected in line for line in said)

    return until
