"""Snapshots as files that a person can read, one a component."""

from __future__ import annotations

import re

from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode


class HtmlSnapshot(SingleFileSnapshotExtension):
    """A snapshot in a file that ends in `.html`."""

    _write_mode = WriteMode.TEXT
    file_extension = "html"


def readable(html: str) -> str:
    """Return HTML with a line for each cell, row and block, so that a change shows in few lines."""
    return (
        re.sub(r"(?=<(?:tr|td|th|tbody|thead|caption|table|ol|li|p|dl|dt|div|section|details)\b)", "\n", html).strip()
        + "\n"
    )
