"""The same project in three hosts: MkDocs, ProperDocs and Zensical, each by its real executable."""

from __future__ import annotations

import json
import os
import subprocess
import sysconfig
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib
import pytest

from tests.building import Built, write_files
from tests.hosts.projects import TEA

SCRIPTS = Path(sysconfig.get_path("scripts"))
HOSTS = ("mkdocs", "properdocs", "zensical")
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
XLINK = ("xlink:href", "{http://www.w3.org/1999/xlink}href")


def run(executable: str, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run one of the environment's commands in a project."""
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "NO_COLOR": "1", "PYTHONUTF8": "1"}
    return subprocess.run(
        [SCRIPTS / executable, *arguments],
        cwd=folder,
        env=os.environ | quiet,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def build(host: str, folder: Path) -> Built:
    """Build a project strictly into `site`, by one of the hosts."""
    done = run(host, folder, "build", "--strict", "--config-file", "mkdocs.yml")
    return Built(returncode=done.returncode, output=done.stdout, site=folder / "site")


@dataclass(frozen=True)
class Shown:
    """What a page shows and where it leads, as a browser reads it."""

    ids: list[str]
    words: str
    links: set[str]


def read_page(path: Path, url: str) -> Shown:
    """Read the article of a page."""
    root = html5lib.parse(path.read_text(encoding="utf-8"), namespaceHTMLElements=False)
    article: Element = next(each for each in root.iter() if each.tag == "article")
    ids = [each.get("id", "") for each in article.iter() if each.tag in ("h1", "h2", "h3", "td") and each.get("id")]
    hrefs = [each.get(name, "") for each in article.iter() for name in ("href", *XLINK) if each.get(name)]
    links = {urljoin(url, href) for href in hrefs if not urlsplit(href).scheme and not href.startswith("#")}
    shown = [word for each in article.iter() if each.tag in ("th", "td", "h1", "h2", "h3") for word in each.itertext()]
    return Shown(ids, " ".join(" ".join(shown).split()), links)


def pages_of(site: Path, root: str = "/") -> dict[str, Shown]:
    """Read all pages of a site; a data file in Markdown is none, though Zensical makes one of it, nor is a frame."""
    pages = {}
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        is_other = name == "404.html" or name.endswith(
            ("/data/index.html", "/data.html", "/matrix.html", "/diagram.html")
        )
        if not is_other:
            pages[name] = read_page(path, root + name.removesuffix("index.html"))
    return pages


def found_in(site: Path, word: str) -> set[str]:
    """Return where a site's search finds a word."""
    path = next(each for each in (site / "search/search_index.json", site / "search.json") if each.is_file())
    tree = json.loads(path.read_text(encoding="utf-8"))
    entries = tree.get("docs") or tree["items"]
    return {each["location"].lstrip("./") for each in entries if word in f"{each['title']} {each['text']}"}


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
    assert found.keys() == expected.keys()
    assert len(found) > 8
    for name, page in found.items():
        assert page.ids == expected[name].ids, name
        assert page.words == expected[name].words, name
        pairs = (page.links, expected[name].links)
        # There a Markdown file is a page.
        mine, theirs = (
            {each.removesuffix("data.md").removesuffix("data/").removesuffix("data.html") for each in all}
            for all in pairs
        )
        assert mine == theirs, name


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
    site = sites[host].site
    pages = pages_of(site)
    for name, page in pages.items():
        for link in page.links:
            path, _, anchor = unquote(link).partition("#")
            target = site / path.lstrip("/") / ("index.html" if path.endswith("/") else "")
            assert target.is_file(), (name, link)
            if anchor and target.suffix == ".html":
                assert f'id="{anchor}"' in target.read_text(encoding="utf-8"), (name, link)


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
