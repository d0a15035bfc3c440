"""Inventories that are made to hurt: another site, or whoever took it over, decides some words and paths, no more."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import process_time
from typing import Any

import pytest

from mkdocs_comparisons.errors import SettingsError
from mkdocs_comparisons.fetching import FetchError, fetch
from mkdocs_comparisons.loading import read_inventory
from mkdocs_comparisons.loading.inventory import MOST_BYTES
from mkdocs_comparisons.loading.inventory_sources import InventorySource
from tests.building import build_project, write_files
from tests.safety.test_serve import Server

SOURCE = InventorySource(name="bad", url="https://bad.example/x.json", file="", site="https://bad.example/", sha256="")
Tree = dict[str, Any]


def tree(**changes: object) -> Tree:
    """Return a small inventory, with other things in it."""
    comparison = {
        "id": "c",
        "title": "C",
        "url": "comparisons/c/",
        "subjects": [["s", "S", "comparisons/c/s/", "s"]],
        "dimensions": [["d", "D", "comparisons/c/d/"]],
        "attributes": [["a", "A", "comparisons/c/d/#a", ["words"]]],
    }
    inside = {name: changes.pop(name) for name in list(changes) if name in comparison}
    return {
        "version": 1,
        "comparisons": [{**comparison, **inside}],
        "glossary": [["t", "T", "comparisons/glossary/#t"]],
        "sources": [],
        "subjects": [],
        **changes,
    }


def test_the_peaceful_one_is_read() -> None:
    """What the others are made from is right."""
    assert len(read_inventory(SOURCE, json.dumps(tree()).encode())) == 6


ADDRESSES = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "//evil.example/",
    "/evil/",
    "https://evil.example/",
    "../evil/",
    "a/../../evil/",
    "a/..",
    "..",
    "./..#a",
    "a/%2e%2e/%2e%2e/",
    "a\\..\\b",
    "?next=//evil.example",
    "a b",
    'a"onclick=x',
    "a'b",
    "a\tb",
    "\u0000",
    "\u202e",
    "a#b#c",
    "a//b",
    "@evil.example",
    ":80@evil.example",
    "x" * 3_000,
    None,
    5,
    ["a"],
)


@pytest.mark.parametrize("address", ADDRESSES, ids=lambda each: repr(each)[:24])
def test_addresses_that_lead_elsewhere_are_refused(address: object) -> None:
    """Whatever browsers make of it: only plain paths below the site come through."""
    for bad in (
        tree(url=address),
        tree(dimensions=[["d", "D", address]]),
        tree(subjects=[["s", "S", address, "s"]]),
        tree(attributes=[["a", "A", address, ["words"]]]),
        tree(glossary=[["t", "T", address]]),
    ):
        with pytest.raises(SettingsError, match=r"the inventory 'bad' can't be used: .*an address in"):
            read_inventory(SOURCE, json.dumps(bad).encode())


@pytest.mark.parametrize(
    "words",
    ["a\nb", "\u0000", "\u202eevil", "\u2066x", "\ud800", "x\u2028y", "", "  ", "x" * 2_000, None, 1, ["a"], {}],
)
def test_words_that_are_none_are_refused(words: object) -> None:
    """No text that turns what stands around it, is half a character, or none at all."""
    for bad in (tree(title=words), tree(attributes=[["a", "A", "c/#a", [words]]]), tree(sources=[["s", words, "x/"]])):
        with pytest.raises(SettingsError, match="a title or value in"):
            read_inventory(SOURCE, json.dumps(bad).encode())


SHAPES: dict[str, object] = {
    "a list": [],
    "a number": 1,
    "null": None,
    "no version": tree(version=None),
    "a true version": tree(version=True),
    "a later version": tree(version=2),
    "a huge version": tree(version=10**400),
    "no comparisons": tree(comparisons={}),
    "a comparison of text": tree(comparisons=["c"]),
    "a path as id": tree(id="../c"),
    "markup as id": tree(id="<script>"),
    "a number as id": tree(id=1),
    "two of an id": tree(glossary=[["t", "T", "x/"], ["t", "T", "y/"]]),
    "a subject as dimension": tree(dimensions=[["s", "S", "x/"]]),
    "short rows": tree(glossary=[["t", "T"]]),
    "rows of text": tree(glossary=["abc"]),
    "markup as slug": tree(subjects=[["s", "S", "x/", 's" onclick=x']]),
    "a list as slug": tree(subjects=[["s", "S", "x/", []]]),
    "fewer values": tree(attributes=[["a", "A", "x/#a", []]]),
    "more values": tree(attributes=[["a", "A", "x/#a", ["x", "y"]]]),
    "values of text": tree(attributes=[["a", "A", "x/#a", "x"]]),
    "no anchor": tree(attributes=[["a", "A", "x/", ["x"]]]),
}


@pytest.mark.parametrize("name", SHAPES)
def test_other_shapes_are_refused(name: str) -> None:
    """With words, and never by an exception of Python's."""
    with pytest.raises(SettingsError, match="is no inventory of comparisons: ") as refused:
        read_inventory(SOURCE, json.dumps(SHAPES[name]).encode())
    assert len(str(refused.value)) < 400


FILES: dict[str, bytes] = {
    "empty": b"",
    "html": b"<html>",
    "deep lists": b"[" * 1_000_000,
    "deep mappings": b'{"a":' * 1_000_000,
    "deep and closed": b"[" * 500_000 + b"]" * 500_000,
    "many lists": b"[" + b"[],[]," * 10_000_000 + b"[]]",
    "many numbers": b"[" + b"999," * 10_000_000 + b"9]",
    "a long number": b"9" * 10_000_000,
    "a string without end": b'"' + b'\\"' * 5_000_000,
    "quotes": b'"' * 4_000_001,
    "not a number": b'{"version": NaN}',
    "latin-1": '{"version": 1, "about": "é"}'.encode("latin-1"),
    "utf-16": json.dumps(tree()).encode("utf-16"),
    "too large": b" " * (MOST_BYTES + 1),
}


@pytest.mark.parametrize("name", FILES)
def test_files_that_hurt_are_refused_in_bounds(name: str) -> None:
    """In seconds, and before anything is made of them that takes a multiple of their size."""
    start = process_time()
    with pytest.raises(SettingsError, match="is no inventory of comparisons"):
        read_inventory(SOURCE, FILES[name])
    assert process_time() - start < 10


def test_markup_in_words_is_shown_as_it_is(tmp_path: Path) -> None:
    """In links of data and of pages, and in pictures: the words of another site are nobody's HTML."""
    attack = '"><script>alert(1)</script>{{ 7*7 }}[x](javascript:alert(1))'
    bad = tree(title=attack, attributes=[["a", attack, "comparisons/c/d/#a", [attack]]])
    data = (
        "title: Own\nsummary: See [[bad:c]].\nsubjects: {x: {title: X}}\n"
        "dimensions: {d: {title: D, attributes: {r: {title: R, claims: {x: '[[bad:c:a@s]] [[bad:c:a]]'}},"
        " l: {title: L, type: layers, claims: {x: [{label: '[[bad:c]]'}, {label: Z}]}}}}}\n"
    )
    options = "inventories: {bad: {file: bad.json, site: https://bad.example/}}"
    files = {
        "mkdocs.yml": f"site_name: T\nplugins: [search, macros, {{comparisons: {{{options}}}}}]\n",
        "docs/index.md": "# Home\n\n[[bad:c]] [[bad:c:a@s]]\n",
        "comparisons/own.yml": data,
        "bad.json": json.dumps(bad),
    }
    built = build_project(tmp_path, files)
    assert built.returncode == 0, built.output
    pages = [each for each in built.site.rglob("*") if each.suffix in (".html", ".svg")]
    assert len(pages) > 5
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert "<script>alert(1)" not in text, page
        assert 'href="javascript' not in text, page
    home = built.read("index.html")
    assert "{{ 7*7 }}" in home.replace("&#123;", "{").replace("&#125;", "}")
    assert 'href="https://bad.example/comparisons/c/d/#a.s"' in home


class _Misbehaving(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        """Answer as the path says."""
        kind, _, rest = self.path.lstrip("/").partition("/")
        if kind == "to":
            self.send_response(302)
            self.send_header("Location", rest)
            self.end_headers()
            return
        self.send_response(200)
        self.end_headers()
        if kind == "large":
            for _ in range(64):
                try:
                    self.wfile.write(b" " * 2**16)
                except OSError:
                    return
        else:
            self.wfile.write(b"{}")

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def misbehaving() -> Iterator[str]:
    """Serve what no good server would."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Misbehaving) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_redirects_stay_on_the_web(tmp_path: Path) -> None:
    """A server can't make a build read its own files, or ask for more than a file's worth."""
    secret = tmp_path / "secret"
    secret.write_text("secret", encoding="utf-8")
    with misbehaving() as address:
        assert fetch(f"{address}to/{address}ok", 100) == b"{}"
        for target in (secret.as_uri(), "ftp://127.0.0.1/x", "data:,x", "javascript:x", "http://me:you@127.0.0.1/"):
            with pytest.raises(FetchError, match=r"not followed|answers 302"):
                fetch(f"{address}to/{target}", 100)
        with pytest.raises(FetchError, match="the server answers 302"):
            fetch(f"{address}to/{address}to/", 100)
        with pytest.raises(FetchError, match="larger than"):
            fetch(f"{address}large", 2**20)


def test_only_the_web_is_asked(tmp_path: Path) -> None:
    """Python's own opener would read files, too."""
    (tmp_path / "x").write_text("secret", encoding="utf-8")
    with pytest.raises(FetchError):
        fetch((tmp_path / "x").as_uri(), 100)


def test_a_server_goes_on_without_an_inventory(tmp_path: Path) -> None:
    """While somebody writes, what is wrong with another site is told on the pages; mended, its links are there."""
    config = (
        "site_name: T\ntheme: {name: mkdocs, highlightjs: false}\nplugins: [{comparisons: {inventories: {bad: %s}}}]\n"
    )
    inventory = tmp_path / "others/comparisons.inv.json"
    data = "title: Own\nsubjects: {x: {title: X}}\ndimensions: {d: {title: D, attributes: {r: {title: R}}}}\n"
    files = {"docs/index.md": "# Home\n\n[[bad:c]]\n", "comparisons/own.yml": data, "others/comparisons.inv.json": "<"}
    write_files(tmp_path, {"mkdocs.yml": config % "{file: others, site: 'https://bad.example/'}", **files})
    server = Server(tmp_path)
    try:
        server.wait(lambda page: "it is not JSON" in page, "comparisons/")
        for path in ("one/", "two/"):
            inventory.write_text(json.dumps(tree(url=path)), encoding="utf-8")
            server.wait(lambda page, path=path: f'href="https://bad.example/{path}"' in page, "")  # type: ignore[misc]
        (tmp_path / "mkdocs.yml").write_text(config % "http://127.0.0.1:9/", encoding="utf-8")
        page = server.wait(lambda page: "be fetched: no answer" in page, "comparisons/")
        assert "Own" in page
        server.wait(lambda page: 'href="https://bad.example/two/"' in page, "")
    finally:
        server.close()
    assert "Traceback" not in (tmp_path / "serve.log").read_text(encoding="utf-8")
