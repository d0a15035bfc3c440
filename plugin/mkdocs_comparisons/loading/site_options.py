"""Our options in a site's own configuration, for commands that run without the site's host."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import yaml

from mkdocs_comparisons.errors import ComparisonsError

SITE_FILES = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml")
"""Names of a site's configuration, in the order in which hosts look for them."""

_PLUGIN = "comparisons"


class _Lenient(yaml.SafeLoader):
    """Reads YAML as data; what only a host can make something of (`!ENV`, `!!python/name:`) is None.

    In pure Python, for a file that is small and the site owner's: deep nesting ends in an exception here, and in a
    crash of the process in the C loader.
    """

    def construct_nothing(self, suffix: str, node: yaml.Node) -> None:
        """Make nothing of a tagged node."""


_Lenient.add_multi_constructor("!", _Lenient.construct_nothing)
_Lenient.add_multi_constructor("tag:", _Lenient.construct_nothing)


def read_site_options(file: Path) -> Mapping[str, object]:
    """Return the options of the plugin as a site's configuration has them; none where it does not name the plugin.

    Files that the configuration inherits from are not read.

    Raises:
        ComparisonsError: The file can't be read, or is not YAML.
    """
    options = _plugin_options(_read_site(file).get("plugins"))
    if not isinstance(options, dict):
        return {}
    return {str(name): value for name, value in options.items() if value is not None}


def read_directory_urls(file: Path) -> bool:
    """Return whether pages have addresses like `page/`: an option of the site itself.

    Raises:
        ComparisonsError: The file can't be read, or is not YAML.
    """
    return _read_site(file).get("use_directory_urls") is not False


def read_language(file: Path) -> str:
    """Return the language of a site's theme: `language` is Material's option, `locale` that of MkDocs' own themes.

    Raises:
        ComparisonsError: The file can't be read, or is not YAML.
    """
    theme = _read_site(file).get("theme")
    told = theme if isinstance(theme, dict) else {}
    return str(told.get("language") or told.get("locale") or "en")


def _read_site(file: Path) -> Mapping[str, object]:
    try:
        site = yaml.load(file.read_text(encoding="utf-8-sig"), _Lenient)  # noqa: S506  # a SafeLoader with less
    except (OSError, UnicodeDecodeError) as error:
        raise ComparisonsError(f"{file.name} can't be read: {error}") from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise ComparisonsError(f"{_where(file, error)}: the site's configuration is not YAML. Repair it.") from error
    return site if isinstance(site, dict) else {}


def _plugin_options(plugins: object) -> object:
    """Return what stands under our name: `plugins` is a list of names and mappings, or a mapping."""
    entries = plugins if isinstance(plugins, list) else [plugins]
    return next((entry[_PLUGIN] for entry in entries if isinstance(entry, dict) and _PLUGIN in entry), None)


def _where(file: Path, error: Exception) -> str:
    mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
    return f"{file.name}:{mark.line + 1}:{mark.column + 1}" if mark else file.name
