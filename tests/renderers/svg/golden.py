"""Golden files of pictures."""

from __future__ import annotations

import re
from typing import Any

from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode


class SvgFile(SingleFileSnapshotExtension):
    """One picture a file, an element a line."""

    file_extension = "svg"
    _write_mode = WriteMode.TEXT

    def serialize(self, data: Any, **_: Any) -> str:  # noqa: ANN401 - syrupy's signature
        picture = re.search(r"<svg.*</svg>", data, re.DOTALL)
        assert picture is not None
        return picture.group().replace("><", ">\n<") + "\n"
