"""The parts of the picture of a matrix, drawn one below the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mkdocs_comparisons.model.dimensions import Dimension
from mkdocs_comparisons.model.subjects import Subject
from mkdocs_comparisons.renderers.html.elements import escape
from mkdocs_comparisons.renderers.svg.paragraphs import break_lines, one_line
from mkdocs_comparisons.renderers.svg.shapes import group, outlined, paragraph, rect
from mkdocs_comparisons.renderers.svg.table_cells import BASELINE, MARGIN, STEP, CellRow, Column
from mkdocs_comparisons.renderers.svg.table_columns import COMFORT
from mkdocs_comparisons.renderers.svg.table_style import CAPTION, HEAD, NAME, NOTE

EDGE = 16
_ABOVE = 9
"""Px between a rule and the line of text below or above it."""

_BAND_ABOVE = 20
_NOTES_ABOVE = 14
_NOTE_STEP = 17
_NOTE_GAP = 8


class Paper:
    """How far down the picture reaches so far. Each method draws a part below that."""

    def __init__(self, columns: Sequence[Column], tail: float | None) -> None:
        """Begin a picture.

        Args:
            columns: That of the rows' names, then one a subject.
            tail: Px behind the numbers, if there is nothing but numbers: they end at one place then.
        """
        self.names, *self.columns = columns
        self.tail = tail
        self.y = EDGE
        self.right = columns[-1].left + columns[-1].width
        # Lines of text that run across a very wide table would be hard to read.
        self.room = min(self.right - EDGE, COMFORT)

    def caption(self, words: str) -> str:
        """Write what the table is called."""
        lines = break_lines(words, CAPTION, self.room - 2 * MARGIN)
        return self._block(lines, "muted", _ABOVE)

    def heads(self, subjects: Sequence[Subject]) -> str:
        """Write the names of the columns, each down to the rule."""
        titles = [one_line(each.title) for each in subjects]
        tail = self.tail or 0
        lines = [break_lines(each, HEAD, column.room - tail) for each, column in zip(titles, self.columns, strict=True)]
        most = max(map(len, lines))
        height = most * STEP + 2 * _ABOVE
        made = [self._rule()]
        for subject, column, each in zip(subjects, self.columns, lines, strict=True):
            baseline = self.y + _ABOVE + (most - len(each)) * STEP + BASELINE
            if self.tail is None:
                text = paragraph(each, column.start, baseline, step=STEP, class_="head")
            else:
                text = paragraph(each, column.end - tail, baseline, step=STEP, class_="head end")
            area = self._area(column.left, column.width, height)
            made.append(group(f'data-subject="{escape(subject.id)}"', area + text))
        self.y += height
        return "\n".join((*made, self._rule("strong")))

    def rows(self, dimension: Dimension, rows: Iterable[CellRow], *, band: bool, first: bool) -> str:
        """Draw the rows of a dimension.

        Args:
            dimension: Whose rows.
            rows: Its rows, each in lines.
            band: Whether its name stands above them.
            first: Whether it is the first one.
        """
        made = [self._band(one_line(dimension.title), first=first)] if band else []
        for row in rows:
            made.append(self._row(row, ruled=bool(made)))
        return group(f'data-dimension="{escape(dimension.id)}"', "\n" + "\n".join(made))

    def frame(self) -> str:
        """Draw a line around all so far."""
        size = f'width="{self.right - EDGE - 1}" height="{self.y - EDGE}" rx="6"'
        return rect("rule", f' x="{EDGE}.5" y="{EDGE}.5" {size}')

    def notes(self, notes: Sequence[tuple[str, str]]) -> str:
        """Write what explains the table, with numbers before it."""
        if not notes:
            return ""
        self.y += _NOTES_ABOVE
        numbers = max(NOTE.width(each) for each, _ in notes)
        return "\n".join([self._note(each, words, numbers) for each, words in notes])

    def _band(self, words: str, *, first: bool) -> str:
        lines = break_lines(words, HEAD, self.room - 2 * MARGIN)
        rule = "" if first else self._rule()
        return rule + self._block(lines, "band", _ABOVE if first else _BAND_ABOVE)

    def _block(self, lines: Sequence[str], class_: str, above: int) -> str:
        """Write a text across the table."""
        text = paragraph(lines, EDGE + MARGIN, self.y + above + BASELINE, step=STEP, class_=class_)
        self.y += above + len(lines) * STEP + _ABOVE
        return text

    def _row(self, row: CellRow, *, ruled: bool) -> str:
        name = break_lines(one_line(row.attribute.title), NAME, self.names.room)
        height = max(len(name), row.height) * STEP + 2 * _ABOVE
        made = [self._area(EDGE, self.right - EDGE, height), self._rule() if ruled else ""]
        made.append(paragraph(name, self.names.start, self.y + _ABOVE + BASELINE, step=STEP, class_="name"))
        made += row.draw(self.y + _ABOVE, self.tail)
        self.y += height
        return group(f'class="row" data-attribute="{escape(row.attribute.id)}"', "\n".join(filter(None, made)))

    def _note(self, sign: str, words: str, numbers: float) -> str:
        gap = _NOTE_GAP if numbers else 0
        lines = break_lines(words, NOTE, self.room - numbers - gap)
        baseline = self.y + BASELINE
        x = EDGE + numbers
        made = paragraph((sign,), x, baseline, step=_NOTE_STEP, class_="note muted end") if sign else ""
        made += paragraph(lines, x + gap, baseline, step=_NOTE_STEP, class_="note muted")
        self.y += len(lines) * _NOTE_STEP
        return group(f'data-note="{escape(sign)}"', made)

    def _rule(self, class_: str = "rule") -> str:
        return outlined(f"M{EDGE} {self.y}.5h{self.right - EDGE}", class_)

    def _area(self, left: int, width: int, height: int) -> str:
        """Draw what is not seen: where a row or a head is, for pointers and programs."""
        return rect("area", f' x="{left}" y="{self.y}" width="{width}" height="{height}" fill="none"')
