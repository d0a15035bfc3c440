"""Where data files can be edited, from what a site says of its repository."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin


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
    """

    def edit_url(path: str) -> str:
        from_docs = os.path.relpath(root / path, docs).replace(os.sep, posixpath.sep)
        if template:
            # Not as a `str`: the host's template knows `{path!q}` as well.
            below = template.format(path=from_docs, path_noext=posixpath.splitext(from_docs)[0])
        elif edit_uri:
            below = f"{edit_uri}{from_docs}"
        else:
            return ""
        repository = f"{repo_url}".rstrip("/") + "/" if repo_url else ""
        return urljoin(repository, below)

    return edit_url
