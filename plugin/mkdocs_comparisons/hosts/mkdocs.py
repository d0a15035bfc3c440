"""The MkDocs plugin; ProperDocs loads it too. Hooks only: what they do stands in the modules that they call."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal

from markupsafe import Markup
from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from mkdocs_comparisons.diagnostics import Finding, Report, Severity
from mkdocs_comparisons.errors import ComparisonsError, SettingsError
from mkdocs_comparisons.hosts.files import unchanged_in
from mkdocs_comparisons.hosts.markdown import ComparisonsExtension, MarkdownPage
from mkdocs_comparisons.hosts.mkdocs_autorefs import register_headings
from mkdocs_comparisons.hosts.mkdocs_nav import arrange, is_placed, place_section, titles_in
from mkdocs_comparisons.hosts.mkdocs_options import make_scheme
from mkdocs_comparisons.hosts.mkdocs_pages import (
    ComparisonPage,
    edit_url_of,
    language_of,
    make_data_file,
    make_page_file,
    source_of,
    with_head,
)
from mkdocs_comparisons.hosts.mkdocs_print_site import fit_for_printing
from mkdocs_comparisons.hosts.mkdocs_search import hold_back, put_back
from mkdocs_comparisons.hosts.page_source import PageSource
from mkdocs_comparisons.hosts.projects import settings_of, today
from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.refs import LlmsRef
from mkdocs_comparisons.planning.files import PlannedFile
from mkdocs_comparisons.planning.links import ASSETS, make_href, url_of
from mkdocs_comparisons.planning.nav import NavSection, nav_sources, plan_nav
from mkdocs_comparisons.planning.pages import SitePlan, plan_site
from mkdocs_comparisons.planning.settings import Settings
from mkdocs_comparisons.planning.stage import Stage
from mkdocs_comparisons.planning.templates import write_by_templates
from mkdocs_comparisons.project import (
    Project,
    asset_names,
    fingerprint,
    make_stage,
    open_project,
    read_asset,
    render_file,
    watched,
)
from mkdocs_comparisons.renderers.html.banner import render_problems
from mkdocs_comparisons.renderers.reports import render_finding, render_text
from mkdocs_comparisons.renderers.words import format_count
from mkdocs_comparisons.validation import Policy, judge

log = get_plugin_logger(__name__)
STYLE_SHEETS = ("comparison.css", "diagram.css")
"""Those that each page loads; the script loads others, where it needs them."""

THEME_SHEETS = {"readthedocs": "readthedocs.css"}
"""One more, for a theme."""

SCRIPT = f"{ASSETS}/comparison.js"


@dataclass(frozen=True, slots=True)
class Prepared:
    """A site that is loaded, checked and planned."""

    plan: SitePlan
    stage: Stage
    nav: NavSection
    written: Mapping[str, str]
    """The pages that users' templates wrote, by source path."""

    policy: Policy
    report: Report
    banner: Markup
    """What pages show above all while the data is broken."""


class ComparisonsPlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # options are a scheme, see there
    """Pages, blocks and refs for the comparisons of a project."""

    config_scheme = make_scheme()

    def __init__(self) -> None:
        self._serving = False
        self._shown = Catalogue()
        """The last catalogue without errors: what `serve` shows while the data is broken."""

        self._last: tuple[object, Prepared] | None = None
        """The last site, by what it was made from."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        # A plugin with this hook lives through all the builds of `serve`, and so does what it remembers.
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        # All checking of data happens here: right after, MkDocs empties the old site.
        self._root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        try:
            site = self._prepare(config)
        except SettingsError as error:
            site = self._without_settings(error, config)
        self._site = site
        self._findings: list[Finding] = []
        self._sources: dict[str, PageSource] = {}
        self._register(config, site.plan.settings)
        return config

    def _prepare(self, config: MkDocsConfig) -> Prepared:
        """Return the site as it is to be shown; the last one, where nothing that it is made from has changed."""
        settings = self._settings()
        day = today()
        host = (config.docs_dir, config.use_directory_urls, config.repo_url, config.edit_uri, config.edit_uri_template)
        told = (language_of(config), str(config.mdx_configs.get("toc")))
        key = (fingerprint(self._root, settings), settings, day, host, told)
        if self._last is None or self._last[0] != key:
            project = open_project(self._root, settings, today=day)
            self._last = (key, self._checked(project, config))
        site = self._last[1]
        self._tell(site.report)
        return site

    def _settings(self) -> Settings:
        given = {each.name: self.config[each.name] for each in fields(Settings)}
        return settings_of({name: value for name, value in given.items() if value is not None})

    def _checked(self, project: Project, config: MkDocsConfig) -> Prepared:
        """Return a project ready to be shown; while it is broken and served, the data from before with a banner."""
        banner = Markup()
        if not project.report.has_errors:
            self._shown = project.catalogue
        elif self._serving:
            banner = render_problems(render_text(project.report), stale=bool(self._shown.comparisons))
        plan = plan_site(self._shown, project.settings)
        stage = make_stage(plan, language_of(config), edit_url_of(config, self._root))
        written = write_by_templates(plan, self._root)
        return Prepared(plan, stage, plan_nav(plan), written, project.policy, project.report, banner)

    def _without_settings(self, error: SettingsError, config: MkDocsConfig) -> Prepared:
        """Stop a build whose options can't be used; while serving, show the data from before with a banner."""
        if not self._serving:
            raise PluginError(f"comparisons: {error}") from error
        log.error("%s", error)
        self._last = None
        plan = plan_site(self._shown, Settings())
        stage = make_stage(plan, language_of(config), edit_url_of(config, self._root))
        banner = render_problems(str(error), stale=bool(self._shown.comparisons))
        policy = Policy(today=today())
        return Prepared(plan, stage, plan_nav(plan), {}, policy, Report(), banner)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        self._drop_written(files, Path(config.docs_dir))
        in_nav = set(nav_sources(self._site.nav)) if config.nav is None else set()
        self._on_disk = {_address_of(file): file for file in files}
        titles = titles_in(config.nav, {planned.src for planned in self._site.plan.pages})
        for planned in self._site.plan.pages:
            file, page = make_page_file(
                planned,
                self._site.stage,
                config,
                markdown=self._site.written.get(planned.src, ""),
                in_nav=planned.src in in_nav,
                nav_title=titles.get(planned.src, ""),
            )
            page.banner = self._site.banner
            self._replace(files, file)
        for planned_file in self._site.plan.files:
            self._add_data(files, planned_file, config)
        for name in asset_names():
            self._replace(files, make_data_file(f"{ASSETS}/{name}", read_asset(name), config))
        return files

    def _add_data(self, files: Files, planned: PlannedFile, config: MkDocsConfig) -> None:
        directory_urls = config.use_directory_urls
        if isinstance(planned.ref, LlmsRef) and planned.src in self._on_disk:
            return  # the site's own says more than ours
        text = render_file(self._site.stage, planned, directory_urls=directory_urls)
        made = make_data_file(planned.src, text, config, url=url_of(planned.src, directory_urls=directory_urls))
        self._replace(files, made)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        if config.nav is None:
            arrange(nav, self._site.nav, files)
        return nav

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        href = make_href(self._site.plan.links, page.url, directory_urls=config.use_directory_urls)
        source = source_of(page, self._root, self._site.written)
        context, is_planned = self._site.stage.page(href), isinstance(page, ComparisonPage)
        self._extension.page = MarkdownPage(self._site.stage, context, source, is_planned=is_planned)
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        current = self._extension.page
        self._extension.page = None
        if current is None:
            return html
        self._findings += current.findings
        self._sources[current.source.path] = current.source
        if page.present_anchor_ids is not None:
            page.present_anchor_ids |= current.context.anchors
        if isinstance(page, ComparisonPage):
            register_headings(page, config.plugins)
        has_banner = isinstance(page, ComparisonPage) or not current.context.embeds
        return html if has_banner else f"{self._site.banner}{html}"

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:
        # All pages are converted and none is written yet: the first moment at which all mistakes are known.
        self._tell(judge(self._findings, self._site.policy, self._sources))
        fit_for_printing(files, config.plugins)

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        return with_head(output, page, config) if isinstance(page, ComparisonPage) else output

    @event_priority(100)
    def _before_search(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
        page.content, self._held = hold_back(page.content or "")
        return context

    @event_priority(-100)
    def _after_search(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
        page.content = put_back(page.content or "", self._held)
        return context

    on_page_context = CombinedEvent(_before_search, _after_search)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        for path in watched(self._root, self._settings()):
            server.watch(str(path))
        return server

    def _tell(self, report: Report) -> None:
        """Log diagnostics; stop a build that has errors, but never `serve`, which would answer no request after."""
        notes = report.of(Severity.INFO)
        if report.has_errors:
            words = render_text(report.serious)
            if not self._serving:
                raise PluginError(f"comparisons: the build stops here.\n\n{words}")
            log.error("\n\n%s", words)
            return
        for diagnostic in report.of(Severity.WARNING):
            log.warning("%s", render_finding(diagnostic))
        if notes:
            log.info("%s on the data; 'comparisons check' lists them", format_count(len(notes), "note", "notes"))

    def _register(self, config: MkDocsConfig, settings: Settings) -> None:
        # Idempotent: some plugins build one configuration several times.
        self._extension = ComparisonsExtension(refs=settings.refs, on_lost=log.warning)
        others = [each for each in config.markdown_extensions if not _is_ours(each)]
        config.markdown_extensions = [*others, self._extension]  # type: ignore[list-item]
        own = THEME_SHEETS.get(config.theme.name or "")
        sheets = [f"{ASSETS}/{name}" for name in (*STYLE_SHEETS, *([own] if own else []))]
        config.extra_css += [sheet for sheet in sheets if sheet not in config.extra_css]
        if SCRIPT not in map(str, config.extra_javascript):
            script = option.ExtraScriptValue(SCRIPT)
            script.type = "module"
            config.extra_javascript.append(script)
        if config.nav is not None:
            config.nav = place_section(config.nav, self._site.nav, settings.section)
            if not is_placed(config.nav, self._site.nav):
                log.info("the 'nav' does not name '%s/': the comparisons are built, but not in it", settings.section)

    def _drop_written(self, files: Files, docs: Path) -> None:
        """Leave out what `comparisons pages` has written for another host, as long as nobody has changed it."""
        try:
            written = unchanged_in(docs)
        except ComparisonsError as error:
            raise PluginError(f"comparisons: {error}") from error
        ours = [file for file in files if file.src_uri in written]
        for file in ours:
            files.remove(file)
        if ours:
            log.info("%d files that 'comparisons pages' has written are left out: the pages are made anew", len(ours))

    def _replace(self, files: Files, file: File) -> None:
        """Add a file; one with the same address in the docs folder gives way."""
        existing = self._on_disk.get(_address_of(file))
        if existing is not None:
            log.warning("'%s' in the docs folder is not shown: the page is made from data", existing.src_uri)
            files.remove(existing)
        files.append(file)


def _address_of(file: File) -> str:
    """Return where a file goes, as systems see it that know no case: there `Tea/` would overwrite `tea/`."""
    return unicodedata.normalize("NFC", file.dest_uri).casefold()


def _is_ours(extension: object) -> bool:
    return extension == "comparisons" or isinstance(extension, ComparisonsExtension)
