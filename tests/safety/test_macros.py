"""Data beside a plugin that runs Jinja over every page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.building import Built, build_project
from tests.safety.hostile import EXECUTED, FEW, config, project
from tests.safety.pages import find, parse, text_of

ORDERS = ("search, comparisons, macros", "search, macros, comparisons")
TEMPLATE = """\
{{ body }}

Title: {{ page.title }} Description: {{ page.description }} Parts: {{ parts[1].markdown }}

{% for part in page.parts %}{{ part.text if part.text is defined }}{% endfor %}
"""


def _traces(site: Path) -> list[str]:
    """Return the files of a site in which Jinja was run, or that report an error of it."""
    marks = (*EXECUTED, "Macro Syntax Error", "Macro Rendering Error")
    found = []
    for path in sorted(site.rglob("*")):
        if path.suffix in (".html", ".json", ".csv", ".md", ".xml"):
            text = path.read_text(encoding="utf-8")
            found += [f"{path.relative_to(site)}: {mark}" for mark in marks if mark in text]
    return found


@pytest.mark.parametrize("plugins", ORDERS)
def test_no_jinja_of_the_data_is_run(hostile_site: Callable[..., Built], plugins: str) -> None:
    """With the macros plugin on, a stranger's data would run commands on the builder's machine."""
    built = hostile_site("mkdocs", plugins)
    assert "[macros]" in built.output
    assert _traces(built.site) == []
    assert "Error" not in built.output


@pytest.mark.parametrize("plugins", ORDERS)
def test_macros_leave_pages_with_an_article_whole(hostile_site: Callable[..., Built], plugins: str) -> None:
    """The page keeps its headings with their anchors, its matrix and the author's words."""
    page = parse(hostile_site("mkdocs", plugins).read("comparisons/jinja/argued/index.html"))
    assert text_of(find(page, "h2", id="also"), without=("headerlink",)) == f"{FEW['jinja'].plain} also"
    assert text_of(find(page, "h2", id="the-authors-own-words"), without=("headerlink",)) == "The author's own words"
    assert text_of(find(page, "td", data_subject="one")).startswith(f"{FEW['jinja'].inline} A1")


@pytest.mark.parametrize("order", ["{ours}, macros", "macros, {ours}"])
def test_templates_print_data_as_text(tmp_path: Path, order: str) -> None:
    """A user's template prints titles where Markdown, HTML and Jinja would read them."""
    kinds = ("index", "comparison", "dimension", "subject", "pair", "across", "glossary", "sources")
    plugins = f"[search, {order.format(ours='{comparisons: {templates: templates}}')}]"
    files = {f"templates/{kind}.md.j2": TEMPLATE for kind in kinds}
    built = build_project(tmp_path, {"mkdocs.yml": config("mkdocs", plugins), **project(FEW), **files})
    assert built.returncode == 0, built.output
    assert _traces(built.site) == []
    for name, payload in FEW.items():
        page = parse(built.read(f"comparisons/{name}/one/index.html"))
        assert f"Title: {payload.plain} one Description: {payload.plain[:60]}" in text_of(page)
        assert text_of(find(page, "title")) == f"{payload.plain} one - Test"
        assert {each.tag for each in page.iter("iframe")} == set()


def test_author_pages_keep_their_macros(tmp_path: Path) -> None:
    """What the site's owner writes is trusted, and still runs."""
    plugins = "[search, comparisons, macros]"
    files = {**project({"jinja": FEW["jinja"]}), "docs/index.md": "# Home\n\n{{ 6 * 7 }} is it\n"}
    built = build_project(tmp_path, {"mkdocs.yml": config("mkdocs", plugins), **files})
    assert "42 is it" in built.read("index.html")
