"""Projects as commands and hosts without plugins find them: by a folder, and by what a site's configuration says."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import UTC, date, datetime
from pathlib import Path

from mkdocs_comparisons.diagnostics import did_you_mean
from mkdocs_comparisons.errors import ComparisonsError, SettingsError
from mkdocs_comparisons.inline import url_problem
from mkdocs_comparisons.loading.site_options import SITE_FILES, read_directory_urls, read_language, read_site_options
from mkdocs_comparisons.model.refs import Ref
from mkdocs_comparisons.planning.links import Links, make_site_href
from mkdocs_comparisons.planning.settings import Settings

_OF_HOSTS = ("enabled",)
"""What MkDocs lets every plugin's options say."""

_WORDS: Mapping[type, str] = {
    str: "a text",
    int: "a whole number",
    bool: "yes or no",
    Mapping: "a mapping",
    tuple: "a list",
}


def find_project(folder: Path) -> tuple[Path, Mapping[str, object]]:
    """Return the project that a folder is, or is the data of, and the options that its site gives us.

    Raises:
        ComparisonsError: There is neither a site nor data.
    """
    if not folder.is_dir():
        raise ComparisonsError(f"there is no folder '{folder}'. Name a project's folder.")
    site = _site_file(folder)
    if site:
        return folder, read_site_options(site)
    if (folder / "comparisons").is_dir():
        return folder, {}
    if not _is_data(folder):
        raise ComparisonsError(f"there is neither a mkdocs.yml nor data in {folder}. Name a project's folder.")
    above = _site_file(folder.parent)
    options = read_site_options(above) if above else {}
    is_ours = (folder.parent / text_option(options, "data", "comparisons")).resolve() == folder
    return folder.parent, options if is_ours else {"data": folder.name}


def has_directory_urls(root: Path) -> bool:
    """Return whether the pages of a project's site have addresses like `page/` instead of `page.html`."""
    site = _site_file(root)
    return site is None or read_directory_urls(site)


def language_of(root: Path) -> str:
    """Return the language of the theme of a project's site."""
    site = _site_file(root)
    return read_language(site) if site else "en"


def settings_of(options: Mapping[str, object]) -> Settings:
    """Return options as settings.

    Raises:
        SettingsError: There is no such option, or it is of another type.
    """
    defaults = Settings()
    known = {field.name: getattr(defaults, field.name) for field in fields(Settings)}
    given = {name: _read(value) for name, value in options.items() if name not in _OF_HOSTS}
    for name, value in given.items():
        if name not in known:
            advice = did_you_mean(name, known) or "The manual lists all options."
            raise SettingsError(name, "there is no such option", advice)
        kind = int if name == "stale_after" else Mapping if isinstance(known[name], Mapping) else type(known[name])
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool) and name != "stale_after"):
            raise SettingsError(name, f"'{value}' is not {_WORDS[kind]}", f"Write {_WORDS[kind]}.")
    return Settings(**given)  # type: ignore[arg-type]  # checked one by one


def _read(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def text_option(options: Mapping[str, object], name: str, default: str) -> str:
    """Return an option that names a folder.

    Raises:
        SettingsError: It is no text, or an empty one.
    """
    value = options.get(name, default)
    if not isinstance(value, str) or not value:
        raise SettingsError(name, f"'{value}' is no folder", "Write a path relative to mkdocs.yml.")
    return value


def today() -> date:
    """Return the day that the age of claims is counted from; SOURCE_DATE_EPOCH sets it for repeatable builds."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdecimal() else datetime.now(UTC).date()


def _site_file(folder: Path) -> Path | None:
    return next((folder / name for name in SITE_FILES if (folder / name).is_file()), None)


def _is_data(folder: Path) -> bool:
    patterns = ("*.yml", "*.yaml", "*/*.yml", "*/*.yaml")
    try:
        return any(True for pattern in patterns for _ in folder.glob(pattern))
    except OSError:
        return False


def site_href(links: Links, url: str, root: Path) -> Callable[[Ref], str]:
    """Return where the pages of a published site are.

    Raises:
        ComparisonsError: Nothing can be published at that address.
    """
    problem = url_problem(url)
    if problem:
        raise ComparisonsError(f"--site-url: {problem}. Write one such as 'https://example.org/docs/'.")
    return make_site_href(links, url, directory_urls=has_directory_urls(root))
