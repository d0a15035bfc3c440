"""What other programs read: the index, the forms and what they promise, the list for language models, schema.org."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin

import html5lib
import jsonschema
import pytest
from markdown_it import MarkdownIt

from mkdocs_comparisons.renderers.api import read_schema, render_llms
from mkdocs_comparisons.renderers.data import render_json
from tests.building import Built
from tests.hosts.projects import TEA
from tests.samples import catalogue_of

Tree = dict[str, Any]


def closed(tree: object) -> object:
    """Return a schema in which an object may hold nothing that the schema does not tell."""
    if isinstance(tree, list):
        return [closed(each) for each in tree]
    if not isinstance(tree, dict):
        return tree
    made = {key: closed(value) for key, value in tree.items()}
    return {**made, "additionalProperties": False} if "properties" in tree and "type" in tree else made


def check(tree: Tree, name: str) -> None:
    """Check a file by its schema, in which nothing may be unsaid."""
    schema = json.loads(read_schema(name))
    jsonschema.Draft202012Validator.check_schema(schema)
    strict = closed(schema)
    assert isinstance(strict, dict)
    jsonschema.Draft202012Validator(strict, format_checker=jsonschema.FormatChecker()).validate(tree)


def hrefs(tree: object) -> Iterator[str]:
    """Yield all addresses in a file."""
    if isinstance(tree, list):
        for each in tree:
            yield from hrefs(each)
    if isinstance(tree, dict):
        yield from (value for key, value in tree.items() if key in ("href", "$schema"))
        yield from tree.get("files", {}).values()
        for each in tree.values():
            yield from hrefs(each)


@pytest.mark.parametrize("file", ["api/v1/index.json", "brewing-coffee/data.json", "open-source-licenses/data.json"])
def test_files_are_as_their_schemas_say(file: str, built_site: Built) -> None:
    """Every key of every file is explained, and every address in them leads to something that is there."""
    tree = json.loads(built_site.read(f"comparisons/{file}"))
    check(tree, "index.schema" if "index" in file else "comparison.schema")
    schema = urljoin(f"https://x/comparisons/{file}", tree["$schema"])
    assert json.loads(built_site.read(schema.removeprefix("https://x/")))["title"].endswith("version 1")
    found = list(hrefs(tree))
    assert len(found) > 30
    for href in found:
        url, anchor = urldefrag(urljoin(f"https://x/comparisons/{file}", href))
        path = unquote(url.removeprefix("https://x/")) + ("index.html" if url.endswith("/") else "")
        assert (built_site.site / path).is_file(), href
        assert not anchor or f'id="{unquote(anchor)}"' in built_site.read(path), href


def test_a_file_of_no_site_has_no_addresses() -> None:
    """And is as its schema says."""
    catalogue = catalogue_of(tea=TEA)
    tree = json.loads(render_json(catalogue.comparisons[0], catalogue))
    check(tree, "comparison.schema")
    assert list(hrefs(tree)) == []


def test_lists_are_there_when_they_are_empty() -> None:
    """A reader need not ask whether anything is claimed."""
    catalogue = catalogue_of(
        sample="title: S\nsubjects: {a: {title: A}}\ndimensions: {d: {title: D, attributes: {x: {title: X}}}}\n"
    )
    tree = json.loads(render_json(catalogue.comparisons[0], catalogue))
    check(tree, "comparison.schema")
    assert tree["claims"] == []


EVERY_TYPE = """
title: Types
subjects: {a: {title: A}, b: {title: B}}
dimensions:
  d:
    title: D
    attributes:
      text: {title: T, claims: {a: "*x* [[b]]", b: unknown}}
      support: {title: T, type: support, claims: {a: partial, b: n/a}}
      fit: {title: T, type: fit, claims: {a: good}}
      choice: {title: T, type: {choice: [lo, hi]}, claims: {a: lo}}
      rating: {title: T, type: {rating: 10}, claims: {a: 7}}
      number: {title: T, type: number, claims: {a: 1–2, b: ~3}}
      quantity: {title: T, type: {quantity: GB}, claims: {a: < 10 MB}}
      money: {title: T, type: {money: EUR}, claims: {a: 9.90}}
      date: {title: T, type: date, claims: {a: 2024-05}}
      version: {title: T, type: version, claims: {a: "1.10"}}
      list: {title: T, type: list, claims: {a: [x, y]}}
      layers:
        title: T
        type: layers
        claims: {a: {value: [{label: L, note: n, repeat: yes, boundary: yes, role: r, mark: m}]}}
      link: {title: T, type: link, claims: {a: "https://example.org/"}}
"""


def test_every_type_is_in_the_schema() -> None:
    """With what its values mean."""
    catalogue = catalogue_of(types=EVERY_TYPE)
    tree = json.loads(render_json(catalogue.comparisons[0], catalogue))
    check(tree, "comparison.schema")
    typed = {claim["attribute"]: claim.get("typed") for claim in tree["claims"] if claim["subject"] == "a"}
    assert typed["support"] == {"level": "partial"}
    assert typed["rating"] == {"score": "7", "best": "10"}
    assert typed["quantity"] == {"low": "10", "high": "10", "unit": "MB", "approximate": False, "bound": "<"}
    text = next(claim for claim in tree["claims"] if claim["attribute"] == "text")
    assert (text["value"], text["text"]) == ("*x* [[b]]", "x B")


def test_the_list_for_language_models_leads_to_every_page(built_site: Built) -> None:
    """In the form of llms.txt: one title, a quote, lists of links; each page's twin is named once and is there."""
    text = built_site.read("llms.txt")
    tokens = MarkdownIt("commonmark").parse(text)
    assert [token.tag for token in tokens if token.type == "heading_open"] == ["h1", "h2", "h2"]
    links = [
        str(child.attrs["href"]) for token in tokens for child in token.children or () if child.type == "link_open"
    ]
    assert len(links) == len(set(links))
    assert all((built_site.site / link).is_file() for link in links)
    pages = {path.relative_to(built_site.site).as_posix() for path in built_site.site.glob("comparisons/**/index.html")}
    assert {link.removesuffix("md") + "html" for link in links if link.endswith("index.md")} == pages


def test_titles_mean_nothing_in_the_list() -> None:
    """Not even what looks like a link."""
    text = render_llms("T](x) <b>", [("[a](javascript:x)\n## b", "a(b).md", "`c`")], "index.json")
    (item, index) = [t for t in MarkdownIt("commonmark").parse(text) if t.type == "inline" and t.level == 3]
    assert [child.attrs["href"] for child in item.children or () if child.type == "link_open"] == ["a%28b%29.md"]
    assert index.content.startswith("[Index]")


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        ("comparisons/", "ItemList"),
        ("comparisons/brewing-coffee/", "Dataset"),
        ("comparisons/brewing-coffee/taste/", "Dataset"),
        ("comparisons/brewing-coffee/espresso/", "WebPage"),
        ("comparisons/brewing-coffee/espresso-vs-cold-brew/", "WebPage"),
        ("comparisons/glossary/", "DefinedTermSet"),
    ],
)
def test_pages_say_what_they_are(page: str, kind: str, built_site: Built) -> None:
    """In the words of schema.org, in the head, with addresses that lead somewhere; and where the page's twin is."""
    html = built_site.read(f"{page}index.html")
    root = html5lib.parse(html, namespaceHTMLElements=False)
    head = root.find("head")
    assert head is not None
    (script,) = [each for each in head.iter("script") if each.get("type") == "application/ld+json"]
    tree = json.loads(script.text or "")
    assert (tree["@context"], tree["@type"]) == ("https://schema.org", kind)
    assert tree["name"]
    urls = list(_urls(tree))
    assert urls
    for url in urls:
        path = unquote(urldefrag(urljoin(f"https://x/{page}", url)).url.removeprefix("https://x/"))
        assert (built_site.site / path).exists(), url
    (twin,) = [each for each in head.iter("link") if each.get("type") == "text/markdown"]
    assert (twin.get("rel") or "").split() == ["alternate"]
    assert (built_site.site / page / str(twin.get("href"))).read_text(encoding="utf-8").startswith("# ")


def _urls(tree: object) -> Iterator[str]:
    if isinstance(tree, list):
        for each in tree:
            yield from _urls(each)
    if isinstance(tree, dict):
        yield from (value for key, value in tree.items() if key in ("url", "contentUrl"))
        for each in tree.values():
            yield from _urls(each)
