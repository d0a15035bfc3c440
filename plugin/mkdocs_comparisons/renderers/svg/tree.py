"""Boxes that branch: side by side where there is room, else an outline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from mkdocs_comparisons.model.dimensions import DiagramKind
from mkdocs_comparisons.renderers.svg.figures import Frame, Pen, draw
from mkdocs_comparisons.renderers.svg.pieces import NOTE, SUBJECT_COLOURS, Piece, path, text
from mkdocs_comparisons.renderers.svg.shapes import number
from mkdocs_comparisons.renderers.svg.sheets import Part, Sheet
from mkdocs_comparisons.renderers.svg.tree_boxes import (
    JOINT,
    Columns,
    Pill,
    Row,
    branch_class,
    branch_pill,
    leaf_class,
    root_class,
    root_pill,
    row_of,
    sign_of,
)
from mkdocs_comparisons.renderers.svg.tree_words import describe_tree, note_words, state_words
from mkdocs_comparisons.views.tree import Branch, Leaf, Tree, TreeForm

_BETWEEN = 14
"""Room between two branches, in px."""

_TRUNK = 14
"""From the left side of a box to the line that leads down from it."""


def render_tree(chart: Tree, pen: Pen) -> Markup:
    """Render boxes that branch."""
    frame = Frame.of(DiagramKind.TREE, chart, pen, describe_tree(chart, pen))
    return draw(frame, partial(_lay_out, chart, pen))


@dataclass(frozen=True, slots=True)
class _Block:
    """A branch, measured."""

    branch: Branch
    pill: Pill | None
    rows: Sequence[Row]

    @property
    def rows_height(self) -> float:
        return sum(row.height for row in self.rows)


@dataclass(frozen=True, slots=True)
class _Plan:
    """A tree, measured for one width."""

    chart: Tree
    pen: Pen
    columns: Columns
    root: Pill | None
    blocks: Sequence[_Block]

    def row(self, block: _Block, row: Row, y: float) -> Part:
        """Draw a row with its top at a height."""
        joint = y + (JOINT if self.columns.is_outline else row.height / 2)
        class_ = leaf_class(self.chart, block.branch, row.leaf)
        sign = sign_of(self.chart, row.leaf, self.columns.leaf, joint, class_)
        return row.part(self.columns, y, self.pen, sign)

    def wire_class(self, block: _Block, leaf: Leaf) -> str:
        if self.chart.form is TreeForm.EMPTY or not leaf.is_known:
            return "edge"
        # Many colours side by side would make a dark bundle.
        is_bundle = self.chart.form is TreeForm.TEXTS and len(block.rows) > SUBJECT_COLOURS
        return "wire o" if is_bundle else f"wire {leaf_class(self.chart, block.branch, leaf)}"


def _lay_out(chart: Tree, pen: Pen, width: int) -> Sheet:
    columns = Columns.of(chart, width)
    blocks = [
        _Block(each, branch_pill(chart, each, columns), [row_of(chart, leaf, pen, columns) for leaf in each.leaves])
        for each in chart.branches
    ]
    plan = _Plan(chart, pen, columns, root_pill(chart, columns), blocks)
    parts, height = _outline(plan) if columns.is_outline else _side_by_side(plan)
    notes = NOTE.wrap(note_words(chart), width, most=2, is_strict=True)
    if not notes.lines:
        return Sheet(height, parts)
    return Sheet(height + 10 + len(notes.lines) * NOTE.step, [*parts, Part([text(0, height + 20, notes, NOTE)])])


def _side_by_side(plan: _Plan) -> tuple[list[Part], float]:
    heights = [max(block.rows_height, block.pill.height if block.pill else 0) for block in plan.blocks]
    total = sum(heights) + _BETWEEN * (len(heights) - 1)
    state = state_words(plan.chart)
    # The words below the root count twice, so that its box stays in the middle.
    around = 2 * (NOTE.step + 4) if state else 0
    height = max(total, plan.root.height + around if plan.root else 0)
    wires = Part()
    parts: list[Part] = []
    y = (height - total) / 2
    for block, room in zip(plan.blocks, heights, strict=True):
        wires.pieces.extend(_wires(plan, block, height / 2, y + room / 2))
        parts += _block(plan, block, y, room)
        y += room + _BETWEEN
    return [wires, *_root(plan, (height - plan.root.height) / 2 if plan.root else 0, state), *parts], height


def _root(plan: _Plan, y: float, state: str) -> Iterator[Part]:
    if plan.root is None:
        return
    yield plan.root.part(0, y, plan.pen)
    if state:
        x, below = (_TRUNK + 14, 18) if plan.columns.is_outline else (12, 17)
        yield Part([text(x, y + plan.root.height + below, state, NOTE)])


def _block(plan: _Plan, block: _Block, y: float, room: float) -> Iterator[Part]:
    if block.pill:
        yield block.pill.part(plan.columns.branch, y + (room - block.pill.height) / 2, plan.pen)
    y += (room - block.rows_height) / 2
    for row in block.rows:
        yield plan.row(block, row, y)
        y += row.height


def _wires(plan: _Plan, block: _Block, root: float, middle: float) -> Iterator[Piece]:
    """Draw the lines to a branch and to its leaves; `root` and `middle` are the heights of the two."""
    right = plan.root.width if plan.root else 0
    start, columns = (right, root), plan.columns
    if block.pill and plan.root:
        class_ = (
            root_class(plan.chart) if plan.chart.form is TreeForm.PROFILE else branch_class(plan.chart, block.branch)
        )
        yield path(*start, _curve(columns.branch - right, middle - root), f"wire {class_}")
    if block.pill:
        start = (columns.branch + block.pill.width, middle)
    ends: dict[str, list[float]] = {}
    y = middle - block.rows_height / 2
    for row in block.rows:
        ends.setdefault(plan.wire_class(block, row.leaf), []).append(y + row.height / 2 - start[1])
        y += row.height
    across = columns.leaf - start[0]
    for class_, downs in ends.items():
        steps = [f"{_curve(across, down)}m{number(-across)} {number(-down)}" for down in downs[:-1]]
        yield path(*start, "".join([*steps, _curve(across, downs[-1])]), class_)


def _curve(across: float, down: float) -> str:
    if abs(down) < 0.5:
        return f"h{number(across)}"
    half = number(across / 2)
    return f"c{half} 0 {half} {number(down)} {number(across)} {number(down)}"


def _outline(plan: _Plan) -> tuple[list[Part], float]:
    state = state_words(plan.chart)
    y = plan.root.height + (NOTE.step + 8 if state else 4) if plan.root else 0
    root = plan.root.height if plan.root else 0
    wires = Part()
    parts: list[Part] = []
    branches: list[float] = []
    for place, block in enumerate(plan.blocks):
        y += (8 if plan.root else _BETWEEN) if block.pill and place else 0
        top = root
        if block.pill:
            parts.append(block.pill.part(plan.columns.branch, y, plan.pen))
            branches.append(y + block.pill.height / 2)
            top = y = y + block.pill.height
            y += 3
        joints: list[float] = []
        for row in block.rows:
            parts.append(plan.row(block, row, y))
            joints.append(y + JOINT)
            y += row.height
        wires.pieces.append(_elbows(plan.columns.branch, top, joints, plan.columns.leaf, _elbow_class(plan, block)))
    if plan.root and branches:
        wires.pieces.insert(0, _elbows(0, root, branches, plan.columns.branch, f"wire {root_class(plan.chart)}"))
    return [wires, *_root(plan, 0, state), *parts], y


def _elbow_class(plan: _Plan, block: _Block) -> str:
    if plan.chart.form is TreeForm.EMPTY:
        return "edge"
    own = root_class if plan.chart.form is TreeForm.PROFILE else partial(branch_class, branch=block.branch)
    return f"wire {own(plan.chart)}"


def _elbows(left: float, top: float, ends: Sequence[float], to: float, class_: str) -> Piece:
    """Draw a line down from a box's lower side, and from it one to each end."""
    x = left + _TRUNK
    stub = number(to - x)
    steps, at = [], top
    for end in ends:
        steps.append(
            f"v{number(end - at)}h{stub}m{number(x - to)} 0" if end is not ends[-1] else f"v{number(end - at)}h{stub}"
        )
        at = end
    return path(x, top, "".join(steps), class_)
