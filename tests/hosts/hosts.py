"""The three hosts by their real executables, and what their sites show."""

from __future__ import annotations

import json
import os
import subprocess
import sysconfig
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib

from tests.building import Built

SCRIPTS = Path(sysconfig.get_path("scripts"))
HOSTS = ("mkdocs", "properdocs", "zensical")
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
    """Read the article of a page; the navigation around it would take most of the time."""
    _, tag, rest = path.read_text(encoding="utf-8").partition("<article")
    root = html5lib.parse(tag + rest.rpartition("</article>")[0], namespaceHTMLElements=False)
    article: Element = next(each for each in root.iter() if each.tag == "article")
    ids = [each.get("id", "") for each in article.iter() if each.tag in ("h1", "h2", "h3", "td") and each.get("id")]
    hrefs = [each.get(name, "") for each in article.iter() for name in ("href", *XLINK) if each.get(name)]
    links = {urljoin(url, href) for href in hrefs if not urlsplit(href).scheme and not href.startswith("#")}
    shown = [word for each in article.iter() if each.tag in ("th", "td", "h1", "h2", "h3") for word in each.itertext()]
    return Shown(ids, " ".join(" ".join(shown).split()), links)


_NO_PAGES = ("/data/index.html", "/data.html", "/matrix.html", "/diagram.html")


def pages_of(site: Path, root: str = "/") -> dict[str, Shown]:
    """Read all pages of a site; a data file in Markdown is none, though Zensical makes one of it, nor is a frame."""
    pages = {}
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        if name != "404.html" and not name.endswith(_NO_PAGES):
            pages[name] = read_page(path, root + name.removesuffix("index.html"))
    return pages


def found_in(site: Path, word: str) -> set[str]:
    """Return where a site's search finds a word."""
    path = next(each for each in (site / "search/search_index.json", site / "search.json") if each.is_file())
    tree = json.loads(path.read_text(encoding="utf-8"))
    entries = tree.get("docs") or tree["items"]
    return {each["location"].lstrip("./") for each in entries if word in f"{each['title']} {each['text']}"}


def differences(found: Mapping[str, Shown], expected: Mapping[str, Shown]) -> list[str]:
    """Return what the pages of two sites do not have in common: pages, anchors, words of headings and cells, links."""
    names = [f"{name}: only in one" for name in sorted(found.keys() ^ expected.keys())]
    for name in sorted(found.keys() & expected.keys()):
        mine, theirs = found[name], expected[name]
        parts = {
            "ids": mine.ids == theirs.ids,
            "words": mine.words == theirs.words,
            "links": _ignoring_kind(mine.links) == _ignoring_kind(theirs.links),
        }
        names += [f"{name}: {part}" for part, is_same in parts.items() if not is_same]
    return names


def _ignoring_kind(links: set[str]) -> set[str]:
    """Return links to data in Markdown without their ends: in one of the hosts it is a page."""
    return {each.removesuffix("data.md").removesuffix("data/").removesuffix("data.html") for each in links}


def lost_links(site: Path, pages: Mapping[str, Shown]) -> list[str]:
    """Return the links of a site's pages that lead to no file or to no anchor, each with one of its pages."""
    found = {link: name for name, page in pages.items() for link in page.links}
    return [f"{name}: {link}" for link, name in sorted(found.items()) if not _leads(site, link)]


def _leads(site: Path, link: str) -> bool:
    path, _, anchor = unquote(link).partition("#")
    target = site / path.lstrip("/") / ("index.html" if path.endswith("/") else "")
    if not target.is_file():
        return False
    return not anchor or target.suffix != ".html" or f'id="{anchor}"' in target.read_text(encoding="utf-8")
