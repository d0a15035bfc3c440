"""Where something stands in an author's file."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """A stretch of one line in a data file.

    A named tuple and not a dataclass: one is made for each value that is read, and a tuple is made four times as fast.
    """

    path: str
    """The file, relative to the project, with `/` between its parts."""

    line: int
    """Line number, from 1."""

    column: int
    """Column in code points, from 1."""

    length: int = 1
    """How many code points are meant, at least 1."""

    def shifted(self, by: int, length: int) -> Place:
        """Return the place of a part that starts `by` code points further on the same line."""
        return Place(self.path, self.line, self.column + by, length)


NOWHERE = Place("", 0, 0)
"""For what was not written in a file: levels that a type brings along, objects that a test makes."""
