"""Small catalogues for tests, written as authors write them."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from mkdocs_comparisons.loading import load
from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.refs import Ref
from mkdocs_comparisons.planning.links import make_href, url_of
from mkdocs_comparisons.planning.pages import plan_site
from mkdocs_comparisons.planning.settings import Settings
from mkdocs_comparisons.planning.stage import Stage
from mkdocs_comparisons.renderers.html.context import PageContext
from mkdocs_comparisons.renderers.messages import load_messages


def catalogue_of(**files: str) -> Catalogue:
    """Load comparisons without a mistake; keys are ids with `_` for `-`, or `_subjects` and the like."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        for id, text in files.items():
            stem = id if id.startswith("_") else id.replace("_", "-")
            (folder / f"{stem}.yml").write_text(text, encoding="utf-8")
        loaded = load(folder, relative_to=folder)
    assert loaded.findings == ()
    return loaded.catalogue


def comparison_of(text: str) -> Comparison:
    """Load one comparison, with the id `sample`."""
    return catalogue_of(sample=text).comparisons[0]


def with_rows(rows: str, subjects: str = "{a: {title: A}, b: {title: B}}") -> Comparison:
    """Load a comparison of A and B with one dimension `d` that has these attributes, in YAML's flow style."""
    return comparison_of(f"title: Sample\nsubjects: {subjects}\ndimensions: {{d: {{title: D, attributes: {rows}}}}}\n")


def stage_of(catalogue: Catalogue, settings: Settings | None = None) -> Stage:
    """Plan the pages of a catalogue."""
    chosen = settings or Settings()
    messages = load_messages(chosen.locale, chosen.messages)
    return Stage(plan_site(catalogue, chosen), str, lambda path: "", messages)


def context_of(comparison: Comparison, settings: Settings | None = None) -> PageContext:
    """Return the context of a page whose links are the refs themselves, in words."""
    return stage_of(Catalogue(comparisons=(comparison,)), settings).page(href_words)


def page_of(stage: Stage, src: str) -> PageContext:
    """Return the context of a page by its source path, with directory URLs."""
    url = url_of(src, directory_urls=True)
    return stage.page(make_href(stage.plan.links, url, directory_urls=True))


href_words: Callable[[Ref], str] = str
