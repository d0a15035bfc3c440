"""What several kinds of diagrams have above or below them: subjects with their signs, and how much is shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mkdocs_comparisons.renderers.svg.figures import Pen
from mkdocs_comparisons.renderers.svg.pieces import HEAD, NOTE, Piece, colour_of, mark, text
from mkdocs_comparisons.renderers.svg.sheets import NARROW, Part
from mkdocs_comparisons.renderers.svg.wrapping import Wrapped
from mkdocs_comparisons.views.scope import Extent, Head

SUBJECT_ROW = 26
_MARK_ROOM = 16
_GAP = 28


def subject_row(heads: Sequence[Head], pen: Pen, width: float, *, y: float = 0) -> tuple[list[Part], float]:
    """Lay out the subjects with their signs, in centred lines.

    Returns:
        The parts, a link each, and the height that they need.
    """
    parts: list[Part] = []
    lines = list(_lines(heads, width))
    for place, line in enumerate(lines):
        x = (width - sum(line.values()) - _GAP * (len(line) - 1)) / 2
        baseline = y + place * SUBJECT_ROW + 17
        for head, room in line.items():
            parts.append(subject_link(head, pen, x, baseline, room))
            x += room + _GAP
    return parts, len(lines) * SUBJECT_ROW


def subject_link(head: Head, pen: Pen, x: float, y: float, width: float) -> Part:
    """Lay out a subject's sign and name: a link that begins at `x`, with its baseline at `y`."""
    name = HEAD.wrap(head.label, width - _MARK_ROOM, most=1, is_strict=True)
    pieces: list[Piece] = [
        mark(x + 6, y - 5, head.place),
        text(x + _MARK_ROOM, y, name, HEAD, class_=colour_of(head.place)),
    ]
    return Part(pieces, pen.href(head.ref), title_of(head))


def title_of(head: Head) -> str:
    """Return a name's long form where its label is another."""
    return head.title if head.title != head.label else ""


def count_note(extent: Extent, noun: str, y: float, width: float = NARROW) -> Part:
    """Say how much of all there is stands in a picture: `31–60 of 112 licences`. Nothing where it is all."""
    if extent.is_all:
        return Part()
    return Part([text(0, y, in_one_line(f"{extent.words} {noun}", width), NOTE)])


def notes_below(words: Iterable[str], y: float, width: float, *, most: int = 2) -> tuple[Part, float]:
    """Lay out what is said below a picture, each note on lines of its own; return the height that it needs, too."""
    part, top = Part(), y
    for each in words:
        lines = NOTE.wrap(each, width, most=most, is_strict=True)
        part.pieces.append(text(0, y + 14, lines, NOTE))
        y += len(lines.lines) * NOTE.step + 3
    return part, y - top


def in_one_line(note: str, width: float) -> Wrapped | str:
    """Return a note as it is if it fits; nouns are the author's, and may be long."""
    return note if NOTE.width(note) <= width else NOTE.wrap(note, width, most=1, is_strict=True)


def _lines(heads: Sequence[Head], width: float) -> Iterator[dict[Head, float]]:
    line: dict[Head, float] = {}
    for head in heads:
        room = min(HEAD.width(head.label) + _MARK_ROOM, width)
        if line and sum(line.values()) + _GAP * len(line) + room > width:
            yield line
            line = {}
        line[head] = room
    if line:
        yield line
