"""Data that pages hand to scripts: nothing of it ends the template that holds it, and all of it arrives."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_comparisons.loading import load
from mkdocs_comparisons.model.places import Place
from mkdocs_comparisons.planning.settings import Settings
from mkdocs_comparisons.renderers.html.elements import data_template
from mkdocs_comparisons.renderers.html.matrix import render_matrix
from mkdocs_comparisons.views.matrix import build_matrix
from mkdocs_comparisons.views.selection import Selection
from tests.building import Built, write_files
from tests.safety.hostile import FEW, PAYLOADS, UNIT, comparison, config, project, written
from tests.safety.pages import embeds, foreign_parts, pages, parse, text_of
from tests.samples import context_of, with_rows

Site = Callable[..., Built]
HARM = "</script><script>window.PWN=1</script><!--<script>]]>&lt;\u2028\u2029\x7f\ufffe\"'"


def _read(root: Element, class_: str) -> list[dict[str, object]]:
    return [json.loads(each.text or "") for each in root.iter("template") if each.get("class") == class_]


@given(st.recursive(st.text(), lambda tree: st.lists(tree, max_size=3) | st.dictionaries(st.text(), tree, max_size=3)))
def test_any_data_arrives_and_stays_inside(tree: object) -> None:
    """Whatever the texts hold, a browser's parser sees one template, and a JSON parser what was put in."""
    root = html5lib.parseFragment(data_template(tree), namespaceHTMLElements=False)
    (template,) = root
    assert not len(template)
    assert not root.text
    assert not template.tail
    assert json.loads(template.text or "") == tree


def test_what_html_reads_is_written_as_escapes() -> None:
    """A parser that we do not know might take a `<`, a line separator or half a pair for something else."""
    inside = data_template([HARM, "\ud800"]).partition(">")[2].removesuffix("</template>")
    assert not set("<>&\u2028\u2029\x7f\ufffe\ud800") & set(inside)
    assert json.loads(inside) == [HARM, "\ud800"]


def test_titles_units_and_levels_arrive(hostile_site: Site) -> None:
    """A script shows them as the table does, so they must be what the data says, to the character."""
    for name, payload in PAYLOADS.items():
        page = parse(hostile_site().read(f"comparisons/{name}/index.html"))
        (data,) = _read(page, "comparison-matrix__data")
        assert data["comparison"] == data["title"] == f"{payload.plain} T"
        assert data["noun"] == [f"{payload.plain} N1", f"{payload.plain} N2"]
        assert data["files"] == [[f"comparisons/{name}/comparison.yml", ""]]
        levels = data["levels"]
        assert isinstance(levels, dict)
        assert levels["level"] == [["low", f"{payload.plain} low"], ["high", f"{payload.plain} high"]]
        assert UNIT in {row.get("data-unit") for row in page.iter("tr")}


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_only_data_is_handed_over(hostile_site: Site, theme: str) -> None:
    """In what we make of data there is no script, and each page has the words for ours once."""
    for _, page in pages(hostile_site(theme).site):
        assert not [script for embed in embeds(page) for script in embed.iter("script")]
        found = [template for embed in embeds(page) for template in embed.iter("template")]
        words = [template for template in found if template.get("class") == "comparison-messages"]
        assert len(words) == min(1, len(list(page.iter("comparison-matrix"))))


def test_own_texts_stay_texts(tmp_path: Path, build: Site) -> None:
    """What a site puts in place of our words is text as well, in tables and in the words for scripts."""
    harm = HARM.replace("\ufffe", "")
    own = {"missing": harm, "level-yes": harm, "note": f"{harm} {{n}}", "notes": harm}
    options = json.dumps({"comparisons": {"messages": own}})
    built = build(tmp_path, {"mkdocs.yml": config("mkdocs", f"[search, {options}]"), **project(FEW)})
    assert built.returncode == 0, built.output
    page = parse(built.read("comparisons/title/index.html"))
    assert [part for embed in embeds(page) for part in foreign_parts(embed)] == []
    (words,) = _read(page, "comparison-messages")
    assert {key: words[key] for key in own} == own
    shown = [text_of(cell, without=("comparison-mark",)) for cell in page.iter("td")]
    assert len([text for text in shown if text.startswith("</script><script>window.PWN=1</script>")]) >= len(FEW)


def test_paths_and_addresses_arrive() -> None:
    """Names of files are an author's, too."""
    sample = with_rows("{x: {title: X, claims: {a: v}}}")
    hostile = replace(sample, claims=tuple(replace(claim, at=Place(HARM, 7, 1)) for claim in sample.claims))
    context = replace(context_of(hostile), edit_url=lambda path: f"https://example.org/{path}")
    html = render_matrix(build_matrix(hostile, Selection()), context)
    root = html5lib.parseFragment(html, namespaceHTMLElements=False)
    assert foreign_parts(root) <= {"<DOCUMENT_FRAGMENT>"}
    (data,) = _read(root, "comparison-matrix__data")
    assert data["files"] == [[HARM, f"https://example.org/{HARM}"]]


@pytest.mark.parametrize("name", PAYLOADS)
def test_attributes_for_scripts_arrive(name: str, tmp_path: Path) -> None:
    """What was written, and what makes lists equal, are texts of the data in attributes."""
    payload = PAYLOADS[name]
    write_files(tmp_path, {"sample.yml": written(comparison(payload))})
    write_files(tmp_path, {"_subjects.yml": written({"common": {"title": "C"}})})
    write_files(tmp_path, {"_sources.yml": written({"shared-work": {"title": "S"}})})
    loaded = load(tmp_path, relative_to=tmp_path)
    (sample,) = loaded.catalogue.comparisons
    html = render_matrix(build_matrix(sample, Selection()), context_of(sample, Settings(locale="de")))
    root = html5lib.parseFragment(html, namespaceHTMLElements=False)
    cells = {
        row.get("data-attribute", ""): cell
        for row in root.iter("tr")
        for cell in row.iter("td")
        if cell.get("data-subject") == "one"
    }
    assert cells["level"].get("data-written") == "low"
    assert cells["has"].get("data-written") == "yes"
    assert len(json.loads(cells["items"].get("data-equal", ""))) == 2
    said = cells["words"].get("data-written")
    assert said in (None, f"{payload.inline} value")
    assert foreign_parts(root) <= {"<DOCUMENT_FRAGMENT>"}
