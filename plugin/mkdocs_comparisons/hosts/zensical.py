"""Zensical: it has no plugins, but a Markdown extension finds in the converter which page it converts.

The pages themselves are written into the folder of the documents by `comparisons pages`.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markdown import Markdown

from mkdocs_comparisons.diagnostics import Finding
from mkdocs_comparisons.errors import ComparisonsError
from mkdocs_comparisons.hosts.edit_urls import make_edit_url
from mkdocs_comparisons.hosts.page_source import PageSource
from mkdocs_comparisons.hosts.projects import find_project, settings_of, today
from mkdocs_comparisons.planning.links import make_href, make_source_href, url_of
from mkdocs_comparisons.planning.stage import Stage
from mkdocs_comparisons.project import fingerprint, make_stage, open_project, plan_of
from mkdocs_comparisons.renderers.html.context import PageContext
from mkdocs_comparisons.renderers.reports import render_text
from mkdocs_comparisons.validation import Policy, judge

_CONTEXT = "rendering_context"
"""The name under which the host registers what it knows of the page."""

_FRESH = 1.0
"""Seconds for which the data is taken to be as it was: pages are converted by the hundreds."""


class Site:
    """The comparisons of one site, loaded again when their files change."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._looked = 0.0
        self._key: object = None
        self._made: tuple[Stage, Policy] | None = None

    def stage(self, config: Mapping[str, Any]) -> tuple[Stage, Policy]:
        """Return the site ready for its pages, and how strictly pages are judged.

        Args:
            config: The host's configuration.

        Raises:
            ComparisonsError: The data or our options have mistakes.
        """
        with self._lock:
            if self._made is None or time.monotonic() - self._looked > _FRESH:
                self._made = self._refreshed(config)
                self._looked = time.monotonic()
            return self._made

    def _refreshed(self, config: Mapping[str, Any]) -> tuple[Stage, Policy]:
        root = Path(config["root_dir"])
        _, options = find_project(root)
        settings = settings_of(options)
        key = (fingerprint(root, settings), settings, today())
        if key == self._key and self._made is not None:
            return self._made
        project = open_project(root, settings, today=today())
        self._key = key
        if project.report.has_errors:
            words = f"the data has mistakes.\n\n{render_text(project.report.serious)}"
            if self._made is None or not _is_serving():
                raise ComparisonsError(words)
            tell(f"{words}\nPages show the data as it was before.")
            return self._made
        if project.report.serious.diagnostics:
            tell(f"\n{render_text(project.report.serious)}")
        _check_watch(config, root / settings.data)
        language = str((config.get("theme") or {}).get("language") or "en")
        edit_url = make_edit_url(
            root,
            root / config["docs_dir"],
            repo_url=config.get("repo_url"),
            edit_uri=config.get("edit_uri"),
            template=config.get("edit_uri_template"),
        )
        return make_stage(plan_of(project), language, edit_url), project.policy


_SITE = Site()


def _check_watch(config: Mapping[str, Any], data: Path) -> None:
    """Say so where the host would show old pages after a change of the data: it keeps what it has converted."""
    watched = [Path(config["root_dir"], path).resolve() for path in config.get("watch") or ()]
    if not any(data.resolve().is_relative_to(path) for path in watched):
        tell(f"pages will not follow the data: write `watch: [{data.name}]` into the site's configuration.")


def host_of(md: Markdown) -> Any:
    """Return what the host says of the page that a converter is at work on: `page` and `config`; None elsewhere."""
    return md.preprocessors[_CONTEXT] if _CONTEXT in md.preprocessors else None  # noqa: SIM401 (a registry, no mapping)


@dataclass(frozen=True, slots=True)
class OpenPage:
    """A page of the host that is about to be converted."""

    stage: Stage
    policy: Policy
    context: PageContext
    source: PageSource
    is_planned: bool
    """Whether we have written it."""


def open_page(host: Any) -> OpenPage:
    """Return what a page needs to show comparisons.

    Raises:
        ComparisonsError: The data or our options have mistakes.
    """
    stage, policy = _SITE.stage(host.config)
    path = host.page.path
    directory_urls = bool(host.config.get("use_directory_urls", True))
    # The host turns links between source files into addresses, but not those in pictures.
    context = stage.page(make_source_href(stage.plan.links, path))
    url = url_of(path, directory_urls=directory_urls)
    context.raw_href = make_href(stage.plan.links, url, directory_urls=directory_urls)
    file = Path(host.config["root_dir"]) / host.config["docs_dir"] / path
    text = file.read_text(encoding="utf-8-sig", errors="replace") if file.is_file() else ""
    source = PageSource(f"{host.config['docs_dir']}/{path}", text)
    return OpenPage(stage, policy, context, source, any(page.src == path for page in stage.plan.pages))


def report(findings: Sequence[Finding], page: OpenPage) -> None:
    """Say what is wrong on a page; stop a build that it is too wrong for.

    Raises:
        ComparisonsError: To stop the build.
    """
    judged = judge(findings, page.policy, {page.source.path: page.source})
    if judged.diagnostics:
        tell(f"\n{render_text(judged)}")
    if judged.has_errors:
        stop()


def stop() -> None:
    """Stop a build, of which all has been said; never a server, which would answer no request after.

    Raises:
        ComparisonsError: In a build.
    """
    if _is_serving():
        return
    # The host shows what Python was doing: to the person who wrote a wrong line that says nothing.
    sys.tracebacklimit = 0
    message = "the build stops here: see above"
    raise ComparisonsError(message)


def tell(words: str) -> None:
    """Say something to the person who builds: the host has no log of its own for extensions."""
    sys.stderr.write(f"comparisons: {words}\n")


def _is_serving() -> bool:
    return "serve" in sys.argv[1:]
