"""Inventories: what one site writes another reads, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_comparisons.loading import load, read_inventory, read_inventory_sources
from mkdocs_comparisons.loading.inventory_sources import InventorySource
from mkdocs_comparisons.model.catalogue import Catalogue, NotFound
from mkdocs_comparisons.model.inventories import Inventory
from mkdocs_comparisons.model.refs import ExternalRef, parse_ref
from mkdocs_comparisons.planning.links import make_href, make_site_href
from mkdocs_comparisons.planning.pages import plan_site
from mkdocs_comparisons.planning.settings import Settings
from mkdocs_comparisons.renderers.inventory import render_inventory
from mkdocs_comparisons.renderers.labels import label_of
from tests.building import write_files
from tests.hosts.projects import TEA
from tests.hosts.serving_inventories import COCOA

SITE = "https://drinks.example/below/"
SOURCE = InventorySource(name="drinks", url="", file="x", site=SITE, sha256="")


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """Two comparisons with terms and sources of their own, and shared ones."""
    folder = tmp_path_factory.mktemp("drinks")
    shared = {"_glossary.yml": "foam: {title: other foam, text: Air.}\nice: {title: ice, text: Cold.}\n"}
    write_files(folder / "comparisons", {"tea-vs-coffee.yml": TEA, "cocoa.yml": COCOA, **shared})
    return load(folder / "comparisons", relative_to=folder).catalogue


def listed(catalogue: Catalogue, *, directory_urls: bool = True) -> Inventory:
    """Return what another site reads of what this one writes."""
    href = make_href(plan_site(catalogue, Settings()).links, "comparisons.inv.json", directory_urls=directory_urls)
    return read_inventory(SOURCE, render_inventory(catalogue, href).encode())


def all_refs(catalogue: Catalogue) -> list[str]:
    """Return every ref that a page of the site itself can have."""
    refs = [f"glossary/{term.id}" for term in catalogue.all_terms]
    refs += [f"sources/{work.id}" for work in catalogue.all_sources]
    for each in catalogue.comparisons:
        refs += [each.id, *(f"subjects/{id}" for id in each.subject_ids)]
        refs += [f"{each.id}/{id}" for id in (*each.subject_ids, *each.dimension_ids)]
        refs += [f"{each.id}:{id}" for id in each.attribute_ids]
        refs += [f"{each.id}:{row}@{column}" for row in each.attribute_ids for column in each.subject_ids]
    return refs


@pytest.mark.parametrize("directory_urls", [True, False])
def test_each_ref_means_there_what_it_means_here(catalogue: Catalogue, directory_urls: bool) -> None:
    """The same ref, with the site's name before it, shows the same words and leads to the same place."""
    other = Catalogue(inventories=(listed(catalogue, directory_urls=directory_urls),))
    href = make_site_href(plan_site(catalogue, Settings()).links, SITE, directory_urls=directory_urls)
    refs = all_refs(catalogue)
    assert len(refs) > 30
    for ref in refs:
        own, written = parse_ref(ref), parse_ref(f"drinks:{ref}|in my words")
        assert own is not None
        assert written is not None
        here, there = catalogue.find(own, None), other.find(written, None)
        assert not isinstance(here, NotFound), ref
        assert isinstance(there, ExternalRef), ref
        assert there.url == href(here), ref
        if not ref.endswith("warmth@tea"):
            assert there.title == label_of(here, catalogue), ref
        assert there.is_value == ("@" in ref)
        assert written.label == "in my words"


def test_refs_in_values_are_read_as_words(catalogue: Catalogue) -> None:
    """A value that refers to something is told in words to the other site, which could not follow the ref."""
    written = parse_ref("drinks:cocoa:warmth@tea")
    found = Catalogue(inventories=(listed(catalogue),)).find(written, None) if written else None
    assert isinstance(found, ExternalRef)
    assert found.title == "as strong as it"


@pytest.mark.parametrize(
    ("ref", "what", "name", "near"),
    [
        ("drinks:tee-vs-coffee", "comparison", "tee-vs-coffee", "tea-vs-coffee"),
        ("drinks:cocoa/te", "subject or dimension", "te", "tea"),
        ("drinks:cocoa:warm", "attribute", "warm", "warmth"),
        ("drinks:cocoa:warmth@te", "subject", "te", "tea"),
        ("drinks:glossary/fome", "glossary term", "fome", "foam"),
        ("drinks:sources/boook", "source", "boook", "book"),
        ("drinks:subjects/te", "subject", "te", "tea"),
        ("drink:cocoa/tea", "inventory", "drink", "drinks"),
        ("drink:cocoa", "comparison", "drink", "drinks"),
    ],
)
def test_what_another_site_lacks_is_told(catalogue: Catalogue, ref: str, what: str, name: str, near: str) -> None:
    """With the names that it has in its place."""
    written = parse_ref(ref)
    assert written is not None
    found = Catalogue(inventories=(listed(catalogue),)).find(written, None)
    assert isinstance(found, NotFound)
    assert (found.what, found.name) == (what, name)
    assert near in found.known


def test_a_known_name_wins_over_a_comparison(catalogue: Catalogue) -> None:
    """`[[name:ref]]` reads like a comparison's attribute: names of inventories are looked at first, and only there."""
    both = Catalogue(comparisons=catalogue.comparisons, inventories=(listed(catalogue),))
    for ref, expected in (("tea-vs-coffee:milk", "AttributeRef"), ("drinks:cocoa", "ExternalRef")):
        written = parse_ref(ref)
        assert written is not None
        assert type(both.find(written, catalogue.comparisons[0])).__name__ == expected


@pytest.mark.parametrize(
    ("written", "url", "site"),
    [
        ("https://a.example/docs/", "https://a.example/docs/comparisons.inv.json", "https://a.example/docs/"),
        ("https://a.example", "https://a.example/comparisons.inv.json", "https://a.example/"),
        ("https://a.example/x/my.json", "https://a.example/x/my.json", "https://a.example/x/"),
        ("https://a.example/raw?f=a", "https://a.example/raw?f=a", "https://a.example/"),
        ({"url": "https://a.example/", "site": "https://b.example/c"}, None, "https://b.example/c/"),
    ],
)
def test_an_address_says_where_the_site_is(written: object, url: str | None, site: str) -> None:
    """That of the site or that of the file; the site is the file's folder unless it is named."""
    (source,) = read_inventory_sources({"a": written})
    assert source.url == (url or "https://a.example/comparisons.inv.json")
    assert source.site == site


def test_a_large_site_has_a_small_inventory(tmp_path: Path) -> None:
    """120,000 cells: some megabytes, an entry a line."""
    subjects = "\n".join(f"  s{number}: {{title: Subject {number}}}" for number in range(60))
    claims = ", ".join(f"s{number}: word" for number in range(60))
    rows = "\n".join(f"      a{row}: {{title: Attribute {row}, claims: {{{claims}}}}}" for row in range(2_000))
    text = f"title: Large\nsubjects:\n{subjects}\ndimensions:\n  d:\n    title: D\n    attributes:\n{rows}\n"
    write_files(tmp_path / "comparisons", {"large.yml": text})
    catalogue = load(tmp_path / "comparisons", relative_to=tmp_path).catalogue
    href = make_href(plan_site(catalogue, Settings(pairs=0)).links, "comparisons.inv.json", directory_urls=True)
    made = render_inventory(catalogue, href)
    assert len(made) < 3_000_000
    assert len(read_inventory(SOURCE, made.encode())) > 122_000
