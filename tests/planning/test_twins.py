"""Pages as plain Markdown: what they say, where they lead, and that data means nothing in them."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from mkdocs_comparisons.model.refs import TwinRef
from mkdocs_comparisons.planning.links import make_href, url_of
from mkdocs_comparisons.planning.twins import write_twin
from tests.building import Built
from tests.hosts.projects import TEA
from tests.samples import catalogue_of, stage_of

READER = MarkdownIt("commonmark").enable("table")


def flat(tokens: list[Token]) -> Iterator[Token]:
    """Yield tokens and those in them."""
    for token in tokens:
        yield token
        yield from token.children or ()


def twin_of(src: str, text: str = TEA) -> str:
    """Return the twin of a page of one comparison, `tea`."""
    stage = stage_of(catalogue_of(tea=text))
    target = stage.plan.links.target(TwinRef(src)).src
    href = make_href(stage.plan.links, url_of(target, directory_urls=True), directory_urls=True)
    return write_twin(stage, stage.pages[src], href)


def test_a_dimension_says_what_its_page_does() -> None:
    """Its question, its verdict, the whole table, notes with sources; headings without anything below are left out."""
    text = twin_of("comparisons/tea/taste.md")
    assert text == (
        "# Taste\n\nHow does it taste?\n\n**Verdict:** Coffee is the bitter one.\n\n![Diagram](diagram.svg)\n\n"
        "|  | [Tea](../tea/index.md) | [Coffee](../coffee/index.md) | [Water](../water/index.md) |\n"
        "| --- | --- | --- | --- |\n"
        "| [Bitterness](index.md#bitterness) | 2 of 5 <sup>1</sup> | 4 of 5 <sup>2</sup> | n/a |\n"
        "| [Goes with milk](index.md#milk) | yes | partial | no claim |\n\n"
        "1. Less than quinine. Source: [The book of drinks](https://example.org/book).\n"
        "2. Source: [The book of drinks](https://example.org/book), p. 3.\n\n"
        "Data: [JSON](../data.json) · [CSV](../data.csv) · [MD](../data.md)\n"
    )


def test_a_subject_has_its_profile() -> None:
    """What it is, where it is best, and all that is claimed of it."""
    text = twin_of("comparisons/tea/tea.md")
    assert text.startswith(
        "# Tea\n\nLeaves in water.\n\n## Strengths\n\n- [Bitterness](../taste/index.md#bitterness): 2 of 5"
    )
    assert "| [Caffeine](../effects/index.md#caffeine) | 40 mg |" in text


def test_days_are_told_where_claims_have_them() -> None:
    """A table has no room for them."""
    text = twin_of("comparisons/tea/effects.md", TEA.replace("tea: 40", "tea: {value: 40, as_of: 2024-05-01}"))
    assert "## Caffeine\n\nAs of: Tea 2024-05-01." in text


def test_every_link_of_every_twin_leads_somewhere(built_site: Built) -> None:
    """To the next twin, to a file, or away; and every generated page has one."""
    twins = sorted(built_site.site.glob("comparisons/**/index.md"))
    assert len(twins) == len(list(built_site.site.glob("comparisons/**/index.html")))
    assert len(twins) > 100
    for path in twins:
        name = path.relative_to(built_site.site).as_posix()
        for token in flat(READER.parse(path.read_text(encoding="utf-8"))):
            href = str(token.attrs.get("href") or token.attrs.get("src") or "")
            if href and not urlsplit(href).scheme:
                target = unquote(urldefrag(urljoin(f"https://x/{name}", href)).url.removeprefix("https://x/"))
                assert (built_site.site / target).is_file(), (name, href)


@pytest.mark.parametrize("attack", ["](javascript:x) [a](data:x)", "| b || <script>x</script>", "`]` **b** ![i](x)"])
def test_data_means_nothing_in_a_twin(attack: str) -> None:
    """Titles, values and notes are words to whoever reads them as Markdown."""
    text = TEA.replace("title: Tea & coffee", f"title: '{attack}'").replace("{title: Tea,", f"{{title: '{attack}',")
    text = text.replace("title: Goes with milk", f"title: '{attack}'").replace("tea: China", f"tea: '\\{attack}'")
    for src in ("comparisons/tea/index.md", "comparisons/tea/taste.md", "comparisons/tea/tea.md"):
        tokens = list(flat(READER.parse(twin_of(src, text))))
        assert {token.content for token in tokens if token.type.startswith("html")} <= {"<sup>", "</sup>"}
        links = {str(token.attrs["href"]) for token in tokens if token.type == "link_open"}
        assert not any(link.startswith(("javascript:", "data:x")) for link in links)
        assert {str(token.attrs["src"]) for token in tokens if token.type == "image"} <= {"diagram.svg"}
        assert any(attack.split(maxsplit=1)[0] in token.content for token in tokens if token.type == "text")
