"""Two writers, one page."""

from __future__ import annotations

import html
import re

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_comparisons.hosts.markdown import ComparisonsExtension, MarkdownPage
from mkdocs_comparisons.hosts.page_source import PageSource
from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.planning.block_views import VIEWS, render_embed
from mkdocs_comparisons.planning.embeds import Embed
from mkdocs_comparisons.planning.pages import PlannedPage
from mkdocs_comparisons.planning.stage import Stage
from mkdocs_comparisons.planning.writers import Permalink, encode, write_block, write_html, write_markdown
from mkdocs_comparisons.renderers.html.elements import element
from tests.hosts.projects import TEA
from tests.samples import catalogue_of, page_of, stage_of

HOSTILE = (
    TEA.replace("Taste\n", "'{{ 7*7 }} <b> # * _x_ [y](z) {#id} `c`'\n")
    .replace("Tea & coffee", "'# T & </title><script> {{ 7*7 }}'")
    .replace("title: Bitterness", "title: '*Bitter* {: .x } \\ | ~'")
)


@pytest.fixture(scope="module", params=[TEA, HOSTILE], ids=["plain", "hostile"])
def catalogue(request: pytest.FixtureRequest) -> Catalogue:
    """Two comparisons that share a subject, so that every kind of page is there."""
    other = "title: Other\nsubjects: {tea: {title: Tea}}\ndimensions: {d: {title: D, attributes: {x: {title: X}}}}\n"
    return catalogue_of(tea_vs_coffee=request.param, other=other)


def finished(page: PlannedPage, stage: Stage) -> str:
    """Return a page by the writer of finished HTML."""
    context = page_of(stage, page.src)
    return write_html(
        page,
        lambda embed: element("div", render_embed(stage, embed, context), class_="comparison-embed"),
        Permalink(sign="¶"),
    )


def by_markdown(page: PlannedPage, stage: Stage) -> str:
    """Return a page by the Markdown writer and Python-Markdown."""
    text = write_markdown(page)
    extension = ComparisonsExtension()
    extension.page = MarkdownPage(stage, page_of(stage, page.src), PageSource(page.src, text), is_planned=True)
    made = markdown.markdown(text, extensions=[extension, "toc"], extension_configs={"toc": {"permalink": True}})
    assert extension.page.findings == []
    return made


def test_both_writers_give_the_same_page(catalogue: Catalogue) -> None:
    """A site looks the same in a host that runs our plugin and in one that reads our Markdown."""
    stage = stage_of(catalogue)
    kinds = set()
    for page in stage.plan.pages:
        kinds.add(page.kind)
        assert _normal(finished(page, stage)) == _normal(by_markdown(page, stage)), page.src
    assert kinds == {
        "index",
        "comparison",
        "dimension",
        "subject",
        "pair",
        "across",
        "glossary",
        "sources",
        "embedding",
    }


def _normal(page: str) -> str:
    """Return a page with its characters spelled out and its line ends evened."""
    return re.sub(r"\s*\n\s*", "\n", html.unescape(page)).strip()


def test_all_views_are_used(catalogue: Catalogue) -> None:
    """Each view that pages are made of is a view of the block, and none is left over."""
    used = {part.view for page in stage_of(catalogue).plan.pages for part in page.parts if isinstance(part, Embed)}
    assert used <= set(VIEWS)
    assert set(VIEWS) - used == {"value"}


@given(st.text(max_size=80))
def test_encoded_text_means_nothing(text: str) -> None:
    """No character of the data is left that Markdown, HTML or a template could read something into."""
    assert re.fullmatch(r"(?:[^\W_]|\s|[^\x00-\x7f]|&#\d+;)*", encode(text))


@given(
    st.lists(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1))
)
def test_blocks_read_back(ids: list[str]) -> None:
    """What is written into a block's options is read out of them again, to the letter."""
    from mkdocs_comparisons.hosts.block_options import read_options
    from mkdocs_comparisons.model.places import Place

    ids = [" ".join(id.split()) for id in ids]
    caption = " ".join(filter(None, ids))
    block = write_block(Embed(comparison="c", subjects=tuple(ids), caption=caption))
    lines = block.splitlines()[1:-1]
    options, _, problems = read_options("\n".join(lines), Place("x.md", 1, 1))
    assert not problems
    assert options.get("subjects", ()) == tuple(ids)
    assert options.get("caption", "") == caption
