"""The matrix as an HTML table."""

from __future__ import annotations

from markupsafe import Markup

from mkdocs_comparisons.model.dimensions import Attribute, Dimension
from mkdocs_comparisons.model.refs import AttributeRef, DimensionRef, SubjectRef
from mkdocs_comparisons.model.subjects import Subject
from mkdocs_comparisons.model.values import State, Value
from mkdocs_comparisons.renderers.html.context import PageContext
from mkdocs_comparisons.renderers.html.elements import element, escape
from mkdocs_comparisons.renderers.html.inline import Prose
from mkdocs_comparisons.renderers.html.matrix_data import (
    Lines,
    attribute_data,
    name_of,
    other_slug,
    render_data,
    render_messages,
    written_text,
)
from mkdocs_comparisons.renderers.html.notes import FootnotePainter
from mkdocs_comparisons.renderers.html.terse import has_plain_look, implied_key
from mkdocs_comparisons.renderers.html.values import render_value
from mkdocs_comparisons.views.matrix import Cell, Matrix, Row, RowGroup
from mkdocs_comparisons.views.ordering import equality_text

_LARGE = 5_000
"""Cells beyond which a browser should be told the number of columns, so that it need not look at all of them."""

_HUGE = 20_000
"""Cells beyond which each byte of one counts: what follows from a cell's place and words is left to the script."""


def render_matrix(
    matrix: Matrix, context: PageContext, *, caption: str = "", transpose: bool = False, anchors: bool = False
) -> Markup:
    """Return a matrix; before the first one of a page, the words that scripts need for all of them.

    Args:
        matrix: What to show.
        context: The page that it stands on.
        caption: The table's caption; made from the comparison's title where empty.
        transpose: Subjects as rows.
        anchors: Give each cell its address, `<attribute>.<subject>`: on the dimension page alone.
    """
    cells = len(matrix.attributes) * len(matrix.subjects)
    is_large = cells > _LARGE
    painter = _Painter(matrix, context, anchors=anchors, is_terse=cells > _HUGE and not transpose)
    caption = caption or matrix.title
    is_first = not context.names
    columns = len(matrix.attributes if transpose else matrix.subjects)
    table = element(
        "table",
        element("caption", caption),
        *(painter.transposed() if transpose else painter.upright()),
        class_="comparison-matrix__table",
        style=f"--comparison-columns:{columns}" if is_large else None,
    )
    # Focusable, since a keyboard could not scroll it otherwise.
    scroll = element("div", table, class_="comparison-matrix__scroll", role="region", tabindex="0", aria_label=caption)
    made = element(
        "comparison-matrix",
        scroll,
        painter.footnotes.notes(),
        render_data(matrix, caption, painter.lines, context),
        class_="comparison-matrix",
        data_comparison=matrix.comparison.id,
        data_name=context.next_name(name_of(matrix)),
        data_chosen=bool(matrix.selection.subjects),
        data_transposed=transpose,
        data_large=is_large,
        data_terse=painter.is_terse,
        data_search_exclude=True,
    )
    return render_messages(context.messages) + made if is_first else made


class _Painter:
    """Draws the parts of one matrix."""

    def __init__(self, matrix: Matrix, context: PageContext, *, anchors: bool, is_terse: bool) -> None:
        self.matrix = matrix
        self.is_terse = is_terse
        self.context = context
        self.anchors = anchors
        self.footnotes = FootnotePainter(matrix, context, context.next_key(), is_terse)
        self.lines = Lines()
        self.comparison = matrix.comparison
        self._prose: Prose = context.prose(matrix.comparison)

    def upright(self) -> list[Markup]:
        """Subjects as columns: one `tbody` a dimension."""
        corner = element("td", class_="comparison-matrix__corner")
        heads = (self._subject_head(subject, "col") for subject in self.matrix.subjects)
        return [element("thead", element("tr", corner, *heads)), *map(self._group, self.matrix.groups)]

    def transposed(self) -> list[Markup]:
        """Subjects as rows: dimensions as groups of columns."""
        corner = element("td", class_="comparison-matrix__corner", rowspan=2)
        groups = (self._dimension_head(group.dimension, "colgroup", len(group.rows)) for group in self.matrix.groups)
        rows = [row for group in self.matrix.groups for row in group.rows]
        heads = (self._column_head(row.attribute) for row in rows)
        head = element("thead", element("tr", corner, *groups), element("tr", *heads))
        body = (self._subject_row(place, subject, rows) for place, subject in enumerate(self.matrix.subjects))
        return [head, element("tbody", *body)]

    def _subject_row(self, place: int, subject: Subject, rows: list[Row]) -> Markup:
        return element(
            "tr",
            self._subject_head(subject, "row"),
            *(self._cell(row.cells[place], row.attribute, subject, with_attribute=True) for row in rows),
            data_lines=self.lines.row([row.cells[place] for row in rows]),
        )

    def _group(self, group: RowGroup) -> Markup:
        head = self._dimension_head(group.dimension, "rowgroup", len(self.matrix.subjects) + 1)
        return element(
            "tbody",
            element("tr", head, class_="comparison-matrix__dimension"),
            *map(self._row, group.rows),
            data_dimension=group.dimension.id,
        )

    def _row(self, row: Row) -> Markup:
        return element(
            "tr",
            element("th", self._attribute_link(row.attribute), scope="row"),
            *(
                self._cell(cell, row.attribute, subject)
                for cell, subject in zip(row.cells, self.matrix.subjects, strict=True)
            ),
            data_attribute=row.attribute.id,
            **attribute_data(row.attribute),
            data_lines=self.lines.row(row.cells),
        )

    def _cell(self, cell: Cell, attribute: Attribute, subject: Subject, *, with_attribute: bool = False) -> Markup:
        value = cell.claim.value if cell.claim else None
        shown = self._value(value, attribute)
        mark = self.footnotes.mark(cell.footnote, attribute, subject) if cell.footnote else Markup()
        implied = implied_key(cell, shown, attribute.type, self.context.messages) if self.is_terse else None
        as_of = cell.claim.as_of if cell.claim else None
        return element(
            "td",
            shown,
            mark,
            id=self.context.anchor(f"{attribute.slug}.{subject.slug}") if self.anchors else None,
            data_attribute=cell.attribute if with_attribute else None,
            data_type=attribute.type.kind.value if with_attribute else None,
            data_subject=None if self.is_terse else cell.subject,
            data_state=None if self.is_terse and cell.state is State.KNOWN else cell.state.value,
            data_key=cell.key if cell.key != implied else None,
            data_equal=equality_text(value) or None,
            data_written=written_text(value, attribute.type, self.context),
            data_as_of=as_of.isoformat() if as_of else None,
        )

    def _value(self, value: Value | None, attribute: Attribute) -> Markup:
        if self.is_terse and has_plain_look(value, attribute.type):
            return escape(self.context.words(value, attribute.type))
        return render_value(value, attribute.type, self._prose, self.context)

    def _subject_head(self, subject: Subject, scope: str) -> Markup:
        href = self.context.href(SubjectRef(self.comparison.id, subject.id))
        link = element("a", subject.short, href=href, title=subject.title if subject.title != subject.short else None)
        return element("th", link, scope=scope, data_subject=subject.id, data_slug=other_slug(subject.id, subject.slug))

    def _column_head(self, attribute: Attribute) -> Markup:
        link = self._attribute_link(attribute)
        return element("th", link, scope="col", data_attribute=attribute.id, **attribute_data(attribute))

    def _attribute_link(self, attribute: Attribute) -> Markup:
        return element("a", attribute.title, href=self.context.href(AttributeRef(self.comparison.id, attribute.id)))

    def _dimension_head(self, dimension: Dimension, scope: str, span: int) -> Markup:
        link = element("a", dimension.title, href=self.context.href(DimensionRef(self.comparison.id, dimension.id)))
        return element(
            "th", link, scope=scope, colspan=span, data_dimension=dimension.id if scope == "colgroup" else None
        )
