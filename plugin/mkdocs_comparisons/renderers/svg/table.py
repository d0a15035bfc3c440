"""A matrix as a picture: one SVG file that needs nothing else, for places that take pictures only.

Everything that the matrix says stands in it, whole. Programs find a cell by its `data-attribute` and `data-subject`:
the text in it, without that of `.mark`, is its words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, pairwise

from markupsafe import Markup

from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.renderers.html.elements import element, join
from mkdocs_comparisons.renderers.svg.paragraphs import one_line
from mkdocs_comparisons.renderers.svg.shapes import rect
from mkdocs_comparisons.renderers.svg.table_cells import MARGIN, CellRow, Column, cell_need, shared_tail
from mkdocs_comparisons.renderers.svg.table_columns import column_widths, need_of
from mkdocs_comparisons.renderers.svg.table_paper import EDGE, Paper
from mkdocs_comparisons.renderers.svg.table_style import FONTS, GROUND, HEAD, INK, NAME, STYLE_SHEET
from mkdocs_comparisons.renderers.svg.table_words import TableWords
from mkdocs_comparisons.views.matrix import Matrix


def render_matrix_file(matrix: Matrix, catalogue: Catalogue, *, caption: str = "") -> str:
    """Return a matrix as an SVG file, with its notes below.

    It asks for nothing else, leads nowhere, and follows the reader's light or dark scheme. What knows of no schemes
    draws it light.

    Args:
        matrix: With at least one row and one column.
        catalogue: Knows the sources.
        caption: Stands above the table; made from the comparison's title where empty.
    """
    words = TableWords(matrix, catalogue)
    columns, groups, tail = _laid_out(matrix, words)
    # Beside other text, numbers that end at one place look scattered; so do those that take two lines.
    is_tidy = all(row.height == 1 for rows in groups for row in rows)
    paper = Paper(columns, tail if is_tidy else None)
    title = one_line(caption or matrix.title)
    drawn = "\n".join(filter(None, _parts(matrix, groups, words, paper, title)))
    size = {"width": str(paper.right + EDGE), "height": str(paper.y + EDGE)}
    head = (
        element("title", title),
        element("desc", words.describe()),
        element("style", STYLE_SHEET),
        Markup(rect("ground", f' width="100%" height="100%" fill="{GROUND}"')),  # noqa: S704 - ours alone
        Markup(drawn),  # noqa: S704 - its parts escape what they hold
    )
    file = element(
        "svg",
        join(head, "\n"),
        xmlns="http://www.w3.org/2000/svg",
        class_="comparison-table",
        role="img",
        **size,
        viewBox="0 0 {width} {height}".format(**size),
        font_family=FONTS,
        font_size=13,
        fill=INK,
        data_comparison=matrix.comparison.id,
    )
    return str(file) + "\n"


def _parts(
    matrix: Matrix, groups: Sequence[Sequence[CellRow]], words: TableWords, paper: Paper, title: str
) -> Iterator[str]:
    yield paper.caption(title)
    yield paper.heads(matrix.subjects)
    # As on pages, a single dimension is not named: the caption does it.
    has_bands = len(matrix.groups) > 1
    for place, (each, rows) in enumerate(zip(matrix.groups, groups, strict=True)):
        yield paper.rows(each.dimension, rows, band=has_bands, first=place == 0)
    yield paper.frame()
    yield paper.notes(list(words.notes()))


def _laid_out(matrix: Matrix, words: TableWords) -> tuple[list[Column], list[list[CellRow]], float | None]:
    """Return where the columns stand, that of the rows' names first; the rows of each dimension; and `shared_tail`."""
    groups = [[(row.attribute, words.row(row.attribute, row.cells)) for row in each.rows] for each in matrix.groups]
    rows = [cells for group in groups for _, cells in group]
    tail = shared_tail(matrix.attributes, chain.from_iterable(rows))
    names = [need_of(one_line(each.title), NAME, beside=2 * MARGIN) for each in matrix.attributes]
    heads = [need_of(one_line(each.title), HEAD, beside=2 * MARGIN + (tail or 0)) for each in matrix.subjects]
    needs = [[head, *(cell_need(row[place], tail) for row in rows)] for place, head in enumerate(heads)]
    edges = accumulate(column_widths(names, needs), initial=EDGE)
    columns = [Column(left, right - left) for left, right in pairwise(edges)]
    drawn = [[CellRow(attribute, cells, columns[1:], tail) for attribute, cells in group] for group in groups]
    return columns, drawn, tail
