"""Other plugins beside ours, each in a real strict build."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

import html5lib
import pytest

from tests.building import Built, write_files
from tests.hosts.hosts import build as build_by
from tests.hosts.hosts import differences, lost_links, pages_of
from tests.hosts.projects import CONFIG, TEA

Build = Callable[..., Built]
DATA = "comparisons/tea-vs-coffee.yml"
LONG_LINK = "https://example.org/book?a=1&b=%22x%22#p-3"
FILES: Mapping[str, str] = {
    DATA: TEA.replace("https://example.org/book", LONG_LINK),
    "docs/index.md": "# Home\n\nSee [[tea-vs-coffee:milk@coffee]].\n\n/// comparison | tea-vs-coffee\n///\n",
    "docs/guide/deep.md": "# Deep\n\n/// comparison | tea-vs-coffee\n    view: diagram\n///\n\n[[tea-vs-coffee/tea]]\n",
    "tea_things.py": '"""Things for tea."""\n\n\ndef brew(cups: int) -> str:\n    """Brew that many cups."""\n',
}
# Material's own script names that file, and nothing here may be asked for.
PRIVACY = 'privacy: {assets_fetch: false, assets_exclude: ["unpkg.com/mermaid@*"]}'
PLUGINS = {
    "autorefs": ["autorefs"],
    "mkdocstrings": ["mkdocstrings"],
    "tags": ["tags"],
    "privacy": [PRIVACY],
    "offline": ["offline"],
    "print-site": ["print-site"],
    "all": ["tags", "autorefs", "mkdocstrings", PRIVACY, "print-site"],
}


def config_with(*plugins: str, more: str = "") -> str:
    """Return an `mkdocs.yml` with plugins after ours."""
    listed = "".join(f"  - {plugin}\n" for plugin in plugins)
    return CONFIG.replace("  - comparisons\n", f"  - comparisons\n{listed}") + more


def page_links(built: Built, path: str) -> Iterator[tuple[str, str]]:
    """Return what a page names of other places, each with the element that does."""
    for each in html5lib.parse(built.read(path), namespaceHTMLElements=False).iter():
        for name, value in each.attrib.items():
            if str(name).rpartition("}")[2].rpartition(":")[2] in ("href", "src", "srcset", "data", "poster"):
                yield str(each.tag).rpartition("}")[2], value


@pytest.fixture(scope="module")
def alone(build: Build, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    """The site without others, by what its addresses end in."""
    built = {}
    for end, more in (("/", ""), (".html", "use_directory_urls: false\n")):
        built[end] = build(
            tmp_path_factory.mktemp("alone"), {"mkdocs.yml": config_with(more=more), **FILES}, "--strict"
        )
        assert built[end].returncode == 0, built[end].output
    return built


@pytest.mark.parametrize("plugin", PLUGINS)
def test_pages_are_the_same_beside_another_plugin(
    plugin: str, alone: dict[str, Built], build: Build, tmp_path: Path
) -> None:
    """What others do to a site changes neither our pages nor blocks: the same anchors, values and links."""
    built = build(tmp_path, {"mkdocs.yml": config_with(*PLUGINS[plugin]), **FILES}, "--strict")
    assert built.returncode == 0, built.output
    found, expected = pages_of(built.site), pages_of(alone[".html" if plugin == "offline" else "/"].site)
    assert len(expected) > 8
    assert (
        differences({name: page for name, page in found.items() if not name.startswith("print_page")}, expected) == []
    )
    assert lost_links(built.site, found) == []


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
def test_autorefs_lead_to_our_headings(host: str, build: Build, tmp_path: Path) -> None:
    """`[text][identifier]` on a page of the user's leads to a heading or a page of ours, wherever it is."""
    refs = "# Refs\n\n[How bitter][bitterness], [Origin][], [Effects][], [Tea][], [quinine][tea-vs-coffee.quinine].\n"
    write_files(tmp_path, {**FILES, "mkdocs.yml": config_with("autorefs"), "docs/refs.md": refs})
    built = build_by(host, tmp_path)
    assert built.returncode == 0, built.output
    article = built.read("refs/index.html").partition("<article")[2].partition("</article>")[0]
    assert re.findall(r'<a class="autorefs[^>]* href="../comparisons/([^"]+)"', article) == [
        "tea-vs-coffee/taste/#bitterness",
        "tea-vs-coffee/effects/#origin",
        "tea-vs-coffee/effects/#_title",
        "tea-vs-coffee/tea/#_title",
        "glossary/#tea-vs-coffee.quinine",
    ]


def test_autorefs_lead_to_headings_of_articles_and_templates(build: Build, tmp_path: Path) -> None:
    """Pages that go through Markdown are known twice, and that is no ambiguity."""
    files = {
        "mkdocs.yml": config_with("autorefs"),
        "comparisons/tea-vs-coffee/comparison.yml": TEA,
        "comparisons/tea-vs-coffee/taste.md": "Words on [caffeine][].\n\n## On tongues\n",
        "docs/index.md": "# Home\n\n[a][bitterness] [b][on-tongues]\n",
    }
    built = build(tmp_path, files, "--strict")
    assert built.returncode == 0, built.output
    home = {href for _, href in page_links(built, "index.html")}
    assert {f"comparisons/tea-vs-coffee/taste/#{name}" for name in ("bitterness", "on-tongues")} <= home
    assert "../effects/#caffeine" in {
        href for _, href in page_links(built, "comparisons/tea-vs-coffee/taste/index.html")
    }


def test_attributes_of_the_same_name_disturb_nobody(build: Build, tmp_path: Path) -> None:
    """Two comparisons may both have a `milk`; a heading of the user's goes first; who means neither is warned."""
    files = {
        **FILES,
        "mkdocs.yml": config_with("autorefs"),
        "comparisons/mate-vs-cocoa.yml": TEA.replace("Tea & coffee", "Mate & cocoa"),
        "docs/guide/own.md": "# Own\n\n## Caffeine\n\nSee [caffeine][].\n",
    }
    built = build(tmp_path, files, "--strict")
    assert built.returncode == 0, built.output
    assert ("a", "#caffeine") in {(tag, href) for tag, href in page_links(built, "guide/own/index.html")}
    built = build(tmp_path, {"docs/guide/own.md": "# Own\n\n[milk][]\n"}, "--strict")
    assert built.returncode == 1
    assert "Could not find closest secondary URL" in built.output


def test_titles_do_not_get_into_autorefs(build: Build, tmp_path: Path) -> None:
    """The plugin writes titles of headings into an attribute as they are."""
    attack = """'x" onmouseover="alert(1)'"""
    files = {
        "mkdocs.yml": config_with("autorefs"),
        DATA: TEA.replace("title: Caffeine", f"title: {attack}"),
        "docs/index.md": "# Home\n\n[b][caffeine]\n",
    }
    built = build(tmp_path, files, "--strict")
    assert built.returncode == 0, built.output
    assert 'href="comparisons/tea-vs-coffee/effects/#caffeine">b</a>' in built.read("index.html")
    assert "onmouseover" not in built.read("index.html")


def test_documented_code_and_blocks_share_a_page(build: Build, tmp_path: Path) -> None:
    """What mkdocstrings writes and what we write stand on one page, and refs lead to both."""
    refs = "[a][tea_things.brew] [b][milk] [[tea-vs-coffee]]"
    text = f"# Code\n\n::: tea_things\n\n/// comparison | tea-vs-coffee\n///\n\n{refs}\n"
    built = build(tmp_path, {**FILES, "mkdocs.yml": config_with("mkdocstrings"), "docs/code.md": text}, "--strict")
    assert built.returncode == 0, built.output
    page = built.read("code/index.html")
    assert "Brew that many cups." in page
    assert 'id="tea_things.brew"' in page
    assert page.count("</comparison-matrix>") == 1
    hrefs = {href for _, href in page_links(built, "code/index.html")}
    assert {"#tea_things.brew", "../comparisons/tea-vs-coffee/taste/#milk", "../comparisons/tea-vs-coffee/"} <= hrefs


def test_tags_of_pages_with_blocks_are_listed(build: Build, tmp_path: Path) -> None:
    """A tagged page with a block is listed, and our pages are on no list that they did not ask for."""
    files = {
        **FILES,
        "mkdocs.yml": config_with("tags"),
        "docs/index.md": f"---\ntags: [drinks]\n---\n{FILES['docs/index.md']}",
        "docs/all.md": "# All\n\n<!-- material/tags -->\n",
    }
    built = build(tmp_path, files, "--strict")
    assert built.returncode == 0, built.output
    article = built.read("all/index.html").partition("<article")[2].partition("</article>")[0]
    assert 'href="..">' in article.replace('"../"', '".."')
    assert "drinks" in article
    assert "tea-vs-coffee" not in article
    assert "<comparison-matrix" in built.read("index.html")


def test_the_privacy_plugin_finds_nothing_to_fetch(alone: dict[str, Built], build: Build, tmp_path: Path) -> None:
    """Our pages ask no other host for anything; links to others stay what they are, and it opens them as it is told."""
    built = build(tmp_path, {"mkdocs.yml": config_with(PRIVACY), **FILES}, "--strict")
    assert built.returncode == 0, built.output
    for path in ("comparisons/sources/index.html", "comparisons/tea-vs-coffee/taste/index.html", "index.html"):
        outside = [(tag, href) for tag, href in page_links(built, path) if urlsplit(href).netloc]
        assert outside == [(tag, href) for tag, href in page_links(alone["/"], path) if urlsplit(href).netloc]
        assert {tag for tag, _ in outside} == {"a"}
    assert ("a", LONG_LINK) in page_links(built, "comparisons/sources/index.html")
    assert 'target="_blank"' in built.read("comparisons/sources/index.html")
    # It would have found something.
    assert build(tmp_path, {"docs/more.md": "![](https://example.org/x.png)\n"}, "--strict").returncode == 1


@pytest.mark.parametrize("directory_urls", ["true", "false"])
def test_the_print_page_holds_our_matrices(directory_urls: str, build: Build, tmp_path: Path) -> None:
    """Each page of the navigation is on it; each link leads to its part of it, or to the page that is not on it."""
    more = f"use_directory_urls: {directory_urls}\n"
    built = build(tmp_path, {"mkdocs.yml": config_with("print-site", more=more), **FILES}, "--strict")
    assert built.returncode == 0, built.output
    path = "print_page/index.html" if directory_urls == "true" else "print_page.html"
    page = built.read(path)
    assert page.count("</comparison-matrix>") == 4
    assert page.count('<figure class="comparison-diagram"') > 3
    root = html5lib.parse(page, namespaceHTMLElements=False)
    ids = [each.attrib["id"] for each in root.iter() if "id" in each.attrib]
    assert sorted(set(ids)) == sorted(ids)
    inside = {href for tag, href in page_links(built, path) if tag in ("a", "use") and href.startswith("#")}
    assert inside
    assert {href[1:] for href in inside} - set(ids) == set()
    article = page.partition("<article")[2]
    up, end = ("../", "/") if directory_urls == "true" else ("", ".html")
    for target in (f"tea-vs-coffee/tea{end}", f"glossary{end}#tea-vs-coffee.quinine", "tea-vs-coffee/data.md"):
        assert f"href='{up}comparisons/{target}'" in article
    key = "comparisons-tea-vs-coffee-taste"
    assert f'href="#{key}-bitterness"' in article
    assert f'<h2 id="{key}-bitterness">' in article
    note = article.partition(f"id='{key}-bitterness.tea'")[2].partition('href="#')[2].partition('"')[0]
    assert f"<li id='{note}'>Less than" in article
