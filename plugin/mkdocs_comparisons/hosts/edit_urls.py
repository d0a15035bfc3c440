"""Where data files can be edited, from what a site says of its repository."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable
from pathlib import Path
from string import Formatter
from typing import Any
from urllib.parse import quote, urljoin

from mkdocs_comparisons.errors import SettingsError


class _Template(Formatter):
    """Formats as the hosts do: `{path!q}` is quoted."""

    def convert_field(self, value: Any, conversion: str | None) -> Any:
        return quote(value, safe="") if conversion == "q" else super().convert_field(value, conversion)


def make_edit_url(
    root: Path, docs: Path, *, repo_url: str | None, edit_uri: str | None, template: str | None
) -> Callable[[str], str]:
    """Return the function from a data file's path to the address where it can be edited; empty where there is none.

    Args:
        root: What the paths are relative to.
        docs: The folder of the documents.
        repo_url: Options of the host with these names …
        edit_uri: …
        template: … and `edit_uri_template`.

    Raises:
        SettingsError: The template can't be used.
    """
    try:
        _Template().format(str(template or ""), path="a.yml", path_noext="a")
    except (KeyError, ValueError, IndexError, AttributeError) as error:
        problem = f"'{template}' can't be filled in: {error}"
        raise SettingsError("edit_uri_template", problem, "It knows {path}, {path!q} and {path_noext}.") from error

    def edit_url(path: str) -> str:
        from_docs = os.path.relpath(root / path, docs).replace(os.sep, posixpath.sep)
        if template:
            below = _Template().format(str(template), path=from_docs, path_noext=posixpath.splitext(from_docs)[0])
        elif edit_uri:
            # Some hosts take the slash at its end away.
            below = f"{edit_uri}{from_docs}" if edit_uri[-1] in "/?#=" else f"{edit_uri}/{from_docs}"
        else:
            return ""
        repository = f"{repo_url}".rstrip("/") + "/" if repo_url else ""
        return urljoin(repository, below)

    return edit_url
