"""What trees are made of: boxes with names, rows with leaves, and the columns that they stand in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_comparisons.renderers.svg.figures import Pen
from mkdocs_comparisons.renderers.svg.legend import title_of
from mkdocs_comparisons.renderers.svg.pieces import LABEL, NAME, NOTE, Piece, Style, box, colour_of, mark, path, text
from mkdocs_comparisons.renderers.svg.sheets import WIDE, Part
from mkdocs_comparisons.renderers.svg.tree_words import first_words
from mkdocs_comparisons.renderers.svg.wrapping import Wrapped
from mkdocs_comparisons.views.scope import Head
from mkdocs_comparisons.views.tree import Branch, Leaf, Tree, TreeForm

JOINT = 13
"""In an outline: from the top of a row down to where a line leads to it."""

_DOT = "m0-3.5a3.5 3.5 0 1 0 .01 0z"
_MIDDLE = 4.5
"""From the middle of a line of text down to its baseline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Where things stand, in px from the left."""

    width: int
    root: float
    """The width of the root's box at most; 0 where there is none."""

    branch: float
    branch_width: float
    leaf: float
    """The middle of the leaves' signs."""

    name: float
    name_width: float
    says: float
    """Where what stands beside a name begins, or, for types, ends; 0 where it stands below."""

    says_width: float

    @property
    def is_outline(self) -> bool:
        return self.width < WIDE

    @classmethod
    def of(cls, chart: Tree, width: int) -> Columns:
        """Divide a width."""
        names = ("root", "branch", "branch_width", "leaf", "name", "name_width", "says", "says_width")
        places = _narrow(chart, width) if width < WIDE else _wide(chart, width)
        return cls(width=width, **dict(zip(names, places, strict=True)))


def _wide(chart: Tree, width: float) -> Sequence[float]:
    has_branches = chart.branches[0].head is not None
    match chart.form:
        case TreeForm.TEXTS:
            return 0, 0, 156, 206, 222, 140, 376, width - 376
        case TreeForm.PROFILE if has_branches:
            return 128, 164, 132, 336, 348, 140, 506, width - 506
        case TreeForm.PROFILE:
            return 160, 0, 0, 216, 228, 172, 414, width - 414
        case _ if has_branches:
            return 156, 196, 160, 404, 416, width - 416, width, 112
        case _:
            return 190, 0, 0, 252, 264, width - 264, width, 140


def _narrow(chart: Tree, width: float) -> Sequence[float]:
    root = 0 if chart.form is TreeForm.TEXTS else width
    branch = 26 if root and chart.branches[0].head else 0
    leaf = branch + 30
    name = leaf + (16 if chart.form is TreeForm.TEXTS else 12)
    return root, branch, width - branch, leaf, name, width - name, width if asks(chart) else 0, width - name


def asks(chart: Tree) -> bool:
    """Return whether a tree shows what is asked, not what is said."""
    return chart.form in (TreeForm.MAP, TreeForm.EMPTY)


def _count(words: Wrapped) -> int:
    """Return the number of lines; a name that shows nothing has one too."""
    return max(len(words.lines), 1)


@dataclass(frozen=True, slots=True)
class Row:
    """A leaf, measured."""

    leaf: Leaf
    name: Wrapped
    says: Wrapped
    name_style: Style
    says_style: Style
    is_below: bool
    """Whether what it says stands below its name."""

    @property
    def height(self) -> float:
        name, says = _count(self.name) * self.name_style.step, len(self.says.lines) * self.says_style.step
        return (name + says if self.is_below else max(name, says)) + 10

    def part(self, columns: Columns, y: float, pen: Pen, sign: Piece) -> Part:
        """Draw it with its top at a height."""
        first, says_first = self._baselines(y, is_outline=columns.is_outline)
        pieces = [sign, text(columns.name, first, self.name, self.name_style)]
        if self.says.lines:
            at, anchor = (columns.name, "") if self.is_below else (columns.says, self._anchor())
            pieces.append(text(at, says_first, self.says, self.says_style, anchor=anchor))
        return Part(pieces, pen.href(self.leaf.head.ref), title_of(self.leaf.head))

    def _anchor(self) -> str:
        return "end" if self.name_style is LABEL else ""

    def _baselines(self, y: float, *, is_outline: bool) -> tuple[float, float]:
        if is_outline or self.is_below:
            first = y + JOINT + _MIDDLE
            return first, first + (_count(self.name) * self.name_style.step if self.is_below else 0)
        middle = y + self.height / 2 + _MIDDLE
        above = [(_count(words) - 1) / 2 for words in (self.name, self.says)]
        return middle - above[0] * self.name_style.step, middle - above[1] * self.says_style.step


def row_of(chart: Tree, leaf: Leaf, pen: Pen, columns: Columns) -> Row:
    """Measure a leaf."""
    words = first_words(leaf, pen)
    if not asks(chart):
        style = LABEL if leaf.is_known else NOTE
        name = NAME.wrap(leaf.head.label, columns.name_width, most=3, is_strict=True)
        # Cut without the whole in a title: the first words are meant, and the row leads to the rest.
        says = Wrapped(style.wrap(words, columns.says_width, most=2, is_strict=True).lines)
        return Row(leaf, name, says, NAME, style, is_below=not columns.says)
    says = NOTE.wrap(words, columns.says_width, most=1)
    taken = NOTE.width(says.lines[0]) + 14 if says.lines else 0
    beside = LABEL.wrap(leaf.head.label, columns.name_width - taken, most=3, is_strict=True)
    if not columns.is_outline or len(beside.lines) <= 1:
        return Row(leaf, beside, says, LABEL, NOTE, is_below=False)
    return Row(
        leaf, LABEL.wrap(leaf.head.label, columns.name_width, most=3, is_strict=True), says, LABEL, NOTE, is_below=True
    )


def sign_of(chart: Tree, leaf: Leaf, x: float, y: float, class_: str) -> Piece:
    """Draw what stands before a leaf's name: a subject's sign, or a dot, which is open where nothing is known."""
    if chart.form is TreeForm.TEXTS:
        return mark(x, y, leaf.head.place)
    is_open = chart.form is TreeForm.EMPTY or not leaf.is_known
    return path(x, y, _DOT, "open o" if is_open else f"solid {class_}")


@dataclass(frozen=True, slots=True)
class Pill:
    """A box with a name, measured."""

    head: Head
    words: Wrapped
    width: float
    class_: str
    has_mark: bool

    @property
    def height(self) -> float:
        return _count(self.words) * NAME.step + 14

    def part(self, x: float, y: float, pen: Pen) -> Part:
        """Draw it with its top left corner at a place."""
        pieces = [box(x, y, self.width, self.height, f"tint {self.class_}", round=min(self.height / 2, 16))]
        if self.has_mark:
            pieces.append(mark(x + 17, y + self.height / 2, self.head.place))
            pieces.append(text(x + 29, y + 19.5, self.words, NAME))
        else:
            pieces.append(text(x + self.width / 2, y + 19.5, self.words, NAME, anchor="middle"))
        return Part(pieces, pen.href(self.head.ref), title_of(self.head))


def root_pill(chart: Tree, columns: Columns) -> Pill | None:
    """Measure the root's box."""
    return _pill(chart.root, columns.root, root_class(chart), chart.form is TreeForm.PROFILE) if chart.root else None


def branch_pill(chart: Tree, branch: Branch, columns: Columns) -> Pill | None:
    """Measure a branch's box; side by side they are of one width."""
    if branch.head is None:
        return None
    pill = _pill(branch.head, columns.branch_width, branch_class(chart, branch), has_mark=False)
    wide = Columns.of(chart, WIDE).branch_width
    if not columns.is_outline or pill.width < wide:
        return Pill(pill.head, pill.words, wide, pill.class_, pill.has_mark)
    return pill


def _pill(head: Head, width: float, class_: str, has_mark: bool) -> Pill:  # noqa: FBT001 - named where it matters
    around = 43 if has_mark else 24
    words = NAME.wrap(head.label, width - around, most=5)
    needed = max(map(NAME.width, words.lines), default=0) + around
    return Pill(head, words, max(min(needed, width), 90), class_, has_mark)


def root_class(chart: Tree) -> str:
    """Return the colour of the root: a subject's or dimension's own, else none."""
    is_own = chart.form is TreeForm.PROFILE or (chart.form is TreeForm.MAP and chart.branches[0].head is None)
    return colour_of(chart.root.place) if chart.root and is_own else "o"


def branch_class(chart: Tree, branch: Branch) -> str:
    """Return the colour of a branch: a dimension's own, else none."""
    if branch.head is None:
        return root_class(chart)
    return colour_of(branch.head.place) if chart.form is TreeForm.MAP else "o"


def leaf_class(chart: Tree, branch: Branch, leaf: Leaf) -> str:
    """Return the colour of a leaf: that of its subject, else of its branch."""
    match chart.form:
        case TreeForm.TEXTS:
            return colour_of(leaf.head.place)
        case TreeForm.PROFILE:
            return root_class(chart)
        case _:
            return branch_class(chart, branch)
