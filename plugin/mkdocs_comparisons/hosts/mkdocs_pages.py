"""Planned pages and files as MkDocs knows them."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from mkdocs_comparisons.hosts.edit_urls import make_edit_url
from mkdocs_comparisons.hosts.inert import inert
from mkdocs_comparisons.hosts.page_source import PageSource
from mkdocs_comparisons.model.refs import TwinRef
from mkdocs_comparisons.planning.block_views import render_embed
from mkdocs_comparisons.planning.links import make_href, make_site_href
from mkdocs_comparisons.planning.pages import Heading, PlannedPage
from mkdocs_comparisons.planning.stage import Finished, Stage
from mkdocs_comparisons.planning.templates import template_name
from mkdocs_comparisons.planning.writers import Permalink, write_html, write_markdown
from mkdocs_comparisons.renderers.html.head import render_head
from mkdocs_comparisons.renderers.jsonld import describe_page

DEFAULT_SIGN = "¶"


class ComparisonPage(Page):
    """A generated page: finished HTML, or Markdown where an author's own is part of it."""

    def __init__(
        self, planned: PlannedPage, stage: Stage, file: File, config: MkDocsConfig, markdown: str, nav_title: str
    ) -> None:
        super().__init__(nav_title or inert(planned.title), file, config)
        self.planned = planned
        self.banner = Markup()
        self.edit_url = stage.edit_url(planned.edit_path) or None if planned.edit_path else None
        self.stage = stage
        self._written = markdown

    def read_source(self, config: MkDocsConfig) -> None:
        # Themes print these as they are, and Material undoes one layer of escaping in every title but this one.
        self.meta = {"title": inert(self.planned.title), "description": inert(self.planned.description)}
        self.markdown = self._written

    def render(self, config: MkDocsConfig, files: Files) -> None:
        if self._written:
            super().render(config, files)
        else:
            self._render_finished(config)
        self.content = f"{self.banner}{self.content}"

    def _render_finished(self, config: MkDocsConfig) -> None:
        src = self.planned.src
        if src not in self.stage.finished:
            self.stage.finished[src] = self._finish(config)
        made = self.stage.finished[src]
        headings = [part for part in self.planned.parts if isinstance(part, Heading)]
        self.content = made.html
        self.toc = get_toc(_toc_tokens(headings))  # type: ignore[arg-type]
        self.present_anchor_ids = {heading.anchor for heading in headings} | made.anchors

    def _finish(self, config: MkDocsConfig) -> Finished:
        href = make_href(self.stage.plan.links, self.url, directory_urls=config.use_directory_urls)
        context = self.stage.page(href)
        permalink = permalink_of(config.mdx_configs.get("toc", {}))
        html = write_html(self.planned, lambda embed: _wrapped(render_embed(self.stage, embed, context)), permalink)
        return Finished(html, frozenset(context.anchors))


class DataFile(File):
    """A generated file that is copied as it is, whatever its name ends in."""

    def is_documentation_page(self) -> bool:
        return False


def make_data_file(src: str, content: str, config: MkDocsConfig, url: str = "") -> File:
    """Return a file with this content, to be written below the site's root as `url`, or else as `src`."""
    file = DataFile(
        src,
        None,
        config.site_dir,
        config.use_directory_urls,
        dest_uri=unquote(url) or None,
        inclusion=InclusionLevel.NOT_IN_NAV,
    )
    file.generated_by = "comparisons"
    file.content_string = content
    return file


def make_page_file(
    planned: PlannedPage, stage: Stage, config: MkDocsConfig, *, markdown: str, in_nav: bool, nav_title: str
) -> tuple[File, ComparisonPage]:
    """Return the file of a planned page, and its page.

    Args:
        planned: The page.
        stage: The site that it is part of.
        config: The host's configuration.
        markdown: The page as a template wrote it, or nothing.
        in_nav: Whether it stands in a navigation that the host makes.
        nav_title: The title that a hand-written navigation gives it, or nothing.
    """
    level = InclusionLevel.INCLUDED if in_nav else InclusionLevel.NOT_IN_NAV
    file = File.generated(config, planned.src, content="", inclusion=level)
    text = markdown or (write_markdown(planned) if planned.article else "")
    return file, ComparisonPage(planned, stage, file, config, text, nav_title)


def with_head(output: str, page: ComparisonPage, config: MkDocsConfig) -> str:
    """Return a finished page with what programs look for in its head: its twin, and what it is about."""
    links, directory_urls = page.stage.plan.links, config.use_directory_urls
    near = make_href(links, page.url, directory_urls=directory_urls)
    href = make_site_href(links, config.site_url, directory_urls=directory_urls) if config.site_url else near
    about = describe_page(page.planned.ref, page.stage.catalogue, page.planned.description, href)
    head, end, rest = output.partition("</head>")
    return f"{head}{render_head(near(TwinRef(page.planned.src)), about)}{end}{rest}"


def source_of(page: Page, root: Path, templated: Collection[str]) -> PageSource:
    """Return what a person wrote of a page: its file, or of a generated one the template or the author's Markdown.

    Args:
        page: The page.
        root: What paths in messages are relative to.
        templated: The source paths of the generated pages that a template wrote.
    """
    if isinstance(page, ComparisonPage):
        return _planned_source(page, root, templated)
    path = page.file.abs_src_path
    if path is None:
        return PageSource(page.file.src_uri, page.file.content_string)
    text = Path(path).read_text(encoding="utf-8-sig", errors="replace")
    return PageSource(os.path.relpath(path, root).replace(os.sep, posixpath.sep), text)


def _planned_source(page: ComparisonPage, root: Path, templated: Collection[str]) -> PageSource:
    planned = page.planned
    if planned.src in templated:
        path = f"{page.stage.plan.settings.templates}/{template_name(planned)}"
        return PageSource(path, (root / path).read_text(encoding="utf-8", errors="replace"))
    article = planned.article
    return PageSource(article.path, article.text) if article else PageSource(planned.edit_path, "")


def permalink_of(toc: Mapping[str, Any]) -> Permalink:
    """Return how the site's `toc` extension marks headings."""
    sign = toc.get("permalink", False)
    sign = DEFAULT_SIGN if sign in (True, "true", "True") else "" if sign in (False, None, "false", "False") else sign
    return Permalink(
        sign=str(sign),
        class_=str(toc.get("permalink_class", "headerlink")),
        title=str(toc.get("permalink_title", "Permanent link")),
        leading=bool(toc.get("permalink_leading", False)),
    )


def edit_url_of(config: MkDocsConfig, root: Path) -> Callable[[str], str]:
    """Return the function from a data file's path to the address where it can be edited; empty where there is none."""
    return make_edit_url(
        root,
        Path(config.docs_dir),
        repo_url=config.repo_url,
        edit_uri=config.edit_uri,
        template=config.edit_uri_template,
    )


def language_of(config: MkDocsConfig) -> str:
    """Return the language of a theme: `language` is Material's option, `locale` that of MkDocs' own themes."""
    theme = config.theme
    return str(theme.get("language") or theme.locale)


def _wrapped(html: Markup) -> Markup:
    return Markup('<div class="comparison-embed">{}</div>').format(html)


def _toc_tokens(headings: Sequence[Heading]) -> list[dict[str, Any]]:
    """Return headings nested as Python-Markdown's `toc` nests them."""
    top: list[dict[str, Any]] = []
    for heading in headings:
        below = top
        while below and below[-1]["level"] < heading.level:
            below = below[-1]["children"]
        name = str(escape(heading.text))
        below.append({"level": heading.level, "id": heading.anchor, "name": name, "children": []})
    return top
