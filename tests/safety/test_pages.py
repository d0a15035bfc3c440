"""Hostile data in whole sites, as a browser's parser reads them."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

import pytest

from tests.building import Built
from tests.safety.hostile import FEW, PAYLOADS, UNIT, Payload
from tests.safety.pages import embeds, find, foreign_names, foreign_parts, pages, parse, skeleton, text_of, unsafe_links

Site = Callable[..., Built]


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
def test_data_makes_no_element(hostile_site: Site, theme: str) -> None:
    """Whatever the data says, a page has the elements and attributes of a peaceful one, and ours are on a list.

    So no `style`, and no class or id, is made of data either.
    """
    peaceful = dict(pages(hostile_site(theme, peaceful=True).site))
    problems = []
    for path, page in pages(hostile_site(theme).site):
        if skeleton(page) != skeleton(peaceful[path]):
            problems.append(f"{path}: differs outside of our embeds: {_difference(page, peaceful[path])}")
        problems += [f"{path}: {part}" for embed in embeds(page) for part in sorted(foreign_parts(embed))]
        problems += [f"{path}: {name}" for embed in embeds(page) for name in sorted(foreign_names(embed))]
        problems += [f"{path}: {address}" for address in sorted(unsafe_links(page))]
    assert problems == []
    assert len(peaceful) > (60 if theme == "material" else 25)


def _difference(page: Element, twin: Element) -> object:
    return next((pair for pair in zip(skeleton(page), skeleton(twin), strict=False) if pair[0] != pair[1]), "length")


@pytest.mark.parametrize(
    ("theme", "name"),
    [
        *(("material", name) for name in PAYLOADS),
        *((theme, name) for theme in ("mkdocs", "readthedocs") for name in FEW),
    ],
)
def test_titles_are_read_as_written(hostile_site: Site, theme: str, name: str) -> None:
    """Title, heading and description of a page say what the data says, escaped once: not never and not twice."""
    payload, site = PAYLOADS[name], hostile_site(theme)
    for path, title in (("", "T"), ("one/", "one"), ("plainly/", "plainly"), ("argued/", "argued")):
        page = parse(site.read(f"comparisons/{name}/{path}index.html"))
        expected = _shown(f"{payload.plain} {title}")
        assert text_of(find(page, "title")) == f"{expected} - Test"
        assert text_of(find(page, "h1", id="_title"), without=("a", "headerlink")) == expected
        if theme == "material":  # the others describe the home page only
            description = find(page, "meta", name="description").get("content")
            assert description is not None
            assert payload.inline[:40] in description or payload.plain[:40] in description


@pytest.mark.parametrize("name", PAYLOADS)
@pytest.mark.parametrize("view", ["", "plainly/", "one/"])
def test_values_are_read_as_written(hostile_site: Site, name: str, view: str) -> None:
    """A cell says what the claim says, to the character: in the matrix, in the heading's section, in the profile."""
    page = parse(hostile_site().read(f"comparisons/{name}/{view}index.html"))
    said = {text_of(cell, without=("sup",)) for tag in ("td", "div") for cell in page.iter(tag)}
    assert set(_values(PAYLOADS[name])) <= said
    links = {text_of(link) for link in page.iter("a")}
    assert {_shown(f"{PAYLOADS[name].plain} {mark}") for mark in ("words", "level", "has")} <= links


def _values(payload: Payload) -> list[str]:
    texts = [f"{payload.inline} value", f"{payload.plain} low", f"{payload.plain} label", f"5 {UNIT}"]
    return [_shown(text) for text in texts] + [_shown(f"{payload.inline} item, {payload.inline} other")]


def _shown(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", PAYLOADS)
def test_notes_sources_and_terms_are_read_as_written(hostile_site: Site, name: str) -> None:
    """What surrounds a claim is data as well, and so are the shared pages."""
    payload, site = PAYLOADS[name], hostile_site()
    section = text_of(parse(site.read(f"comparisons/{name}/plainly/index.html")))
    sources = text_of(parse(site.read("comparisons/sources/index.html")))
    glossary = text_of(parse(site.read("comparisons/glossary/index.html")))
    for text in (f"{payload.inline} words note", f"{payload.plain} where", f"{payload.inline} shows"):
        assert _shown(text) in section
    for mark in ("source", "author", "publisher", "licence"):
        assert _shown(f"{payload.plain} work {mark}") in sources
    for text in (f"{payload.plain} term", f"{payload.inline} term text", f"{payload.plain} term alias"):
        assert _shown(text) in glossary


def test_navigation_shows_titles_as_written(hostile_site: Site) -> None:
    """The theme prints navigation titles as it gets them: they must come escaped, exactly once."""
    nav = find(parse(hostile_site().read("index.html")), "nav", class_="md-nav md-nav--primary")
    shown = {text_of(each) for each in nav.iter("span")}
    assert {_shown(f"{payload.plain} T") for payload in PAYLOADS.values()} <= shown


def test_page_contents_show_headings_as_written(hostile_site: Site) -> None:
    """The same for the table of contents, on a page that we write and on one that Python-Markdown converts."""
    for path, mark in (("plainly", "words"), ("argued", "also")):
        for name, payload in PAYLOADS.items():
            page = parse(hostile_site().read(f"comparisons/{name}/{path}/index.html"))
            links = [link for link in page.iter("a") if link.get("class") == "md-nav__link"]
            entries = {text_of(link) for link in links if link.get("href") == f"#{mark}"}
            assert entries == {_shown(f"{payload.plain} {mark}")}
