"""A matrix as a table of GitHub-flavoured Markdown, for a README, a wiki, or any file that somebody else writes.

Everything from the data is encoded, so that it means nothing but itself; only links stay links.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from mkdocs_comparisons.inline import is_plain, parse_inline, url_problem
from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.refs import AttributeRef, DimensionRef, Ref, SubjectRef
from mkdocs_comparisons.model.sources import Citation
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.model.values import Items, Link, Text, Value
from mkdocs_comparisons.renderers.html.elements import element
from mkdocs_comparisons.renderers.labels import ref_words
from mkdocs_comparisons.renderers.markdown import encode_cell, link, write_table
from mkdocs_comparisons.renderers.words import RefWords, format_value
from mkdocs_comparisons.views.matrix import Cell, Footnote, Matrix

Href = Callable[[Ref], str]


def render_table(
    matrix: Matrix, catalogue: Catalogue, *, caption: str = "", transpose: bool = False, href: Href | None = None
) -> str:
    """Return a matrix as a table, with its notes as a numbered list below.

    Args:
        matrix: With at least one row and one column.
        catalogue: Knows the sources.
        caption: Stands above the table, in bold; nothing where empty.
        transpose: Subjects as rows.
        href: Where the pages of subjects, dimensions and attributes are; without it heads are no links.
    """
    return _Writer(matrix, catalogue, href).table(caption, transpose=transpose)


class _Writer:
    """Writes one matrix."""

    def __init__(self, matrix: Matrix, catalogue: Catalogue, href: Href | None) -> None:
        self.matrix = matrix
        self.catalogue = catalogue
        self.href = href
        self.refs: RefWords = ref_words(catalogue, matrix.comparison)

    def table(self, caption: str, *, transpose: bool) -> str:
        rows = [*(self._transposed() if transpose else self._upright())]
        pieces = [f"**{encode_cell(caption)}**"] if caption else []
        pieces.append(write_table(rows))
        if self.matrix.citations:
            pieces.append(self._sources(self.matrix.citations))
        if self.matrix.footnotes:
            pieces.append("\n".join(f"{note.number}. {self._note(note)}" for note in self.matrix.footnotes))
        return "\n\n".join(pieces)

    def _upright(self) -> Iterator[list[str]]:
        id = self.matrix.comparison.id
        yield ["", *(self._head(each.title, SubjectRef(id, each.id)) for each in self.matrix.subjects)]
        for group in self.matrix.groups:
            if len(self.matrix.groups) > 1:
                head = self._head(group.dimension.title, DimensionRef(id, group.dimension.id))
                yield [f"**{head}**", *([""] * len(self.matrix.subjects))]
            for row in group.rows:
                head = self._head(row.attribute.title, AttributeRef(id, row.attribute.id))
                yield [head, *map(self._cell, row.cells)]

    def _transposed(self) -> Iterator[list[str]]:
        id = self.matrix.comparison.id
        rows = [row for group in self.matrix.groups for row in group.rows]
        yield ["", *(self._head(row.attribute.title, AttributeRef(id, row.attribute.id)) for row in rows)]
        for place, subject in enumerate(self.matrix.subjects):
            head = self._head(subject.title, SubjectRef(id, subject.id))
            yield [head, *(self._cell(row.cells[place]) for row in rows)]

    def _head(self, title: str, ref: Ref) -> str:
        return link(encode_cell(title), self.href(ref)) if self.href else encode_cell(title)

    def _cell(self, cell: Cell) -> str:
        words = self._value(cell.claim.value if cell.claim else None)
        return f"{words} {element('sup', str(cell.footnote))}" if cell.footnote else words

    def _value(self, value: Value | None) -> str:
        return write_value(value, self.refs)

    def _note(self, footnote: Footnote) -> str:
        note = write_inline(footnote.note, self.refs) if footnote.note else ""
        sources = self._sources(footnote.citations) if footnote.citations else ""
        return " ".join(filter(None, (note, sources)))

    def _sources(self, citations: Sequence[Citation]) -> str:
        return write_citations(citations, self.matrix.comparison, self.catalogue)


def write_value(value: Value | None, refs: RefWords) -> str:
    """Return a value as Markdown on one line, with its links."""
    match value:
        case Text(text):
            return write_inline(text, refs)
        case Items(items):
            return ", ".join(write_inline(item, refs) for item in items)
        case Link(url=url, label=label):
            return encode_cell(label) if url_problem(url) else link(encode_cell(label), url)
        case _:
            return encode_cell(format_value(value, refs=refs))


def write_inline(text: Inline, refs: RefWords) -> str:
    """Return a text as Markdown on one line, with its links and without other marks."""
    if is_plain(text.source):
        return encode_cell(text.source)
    pieces: list[str] = []
    for token in parse_inline(text.source).tokens:
        if token.type == "link_open":
            url = str(token.attrs["href"])
            pieces.append("" if url_problem(url) else url)
            pieces.append("[")
        elif token.type == "link_close":
            start = len(pieces) - 1 - pieces[::-1].index("[")
            words, url = "".join(pieces[start + 1 :]), pieces[start - 1]
            pieces[start - 1 :] = [link(words, url) if url else words]
        elif token.type in ("softbreak", "hardbreak"):
            pieces.append(" ")
        else:
            pieces.append(_encoded(refs(token.content) if token.type == "ref" else token.content))
    return " ".join("".join(pieces).split())


def write_citations(citations: Sequence[Citation], comparison: Comparison, catalogue: Catalogue) -> str:
    """Return what claims cite, as a sentence."""
    word = "Source" if len(citations) == 1 else "Sources"
    return f"{word}: {'; '.join(_citations(citations, comparison, catalogue))}."


def _citations(citations: Iterable[Citation], comparison: Comparison, catalogue: Catalogue) -> Iterator[str]:
    refs = ref_words(catalogue, comparison)
    for citation in citations:
        source = catalogue.source(comparison, citation.source)
        title = encode_cell(source.title if source else citation.source)
        is_linked = source is not None and source.url and not url_problem(source.url)
        words = link(title, source.url) if source and is_linked else title
        where = f", {encode_cell(citation.where)}" if citation.where else ""
        shows = f": {write_inline(citation.shows, refs)}" if citation.shows else ""
        yield words + where + shows


def _encoded(text: str) -> str:
    """Encode a stretch of a text, with the spaces at its ends."""
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and text.strip() else ""
    # A stretch in the middle of a line can't begin a list: but its first mark is encoded all the same.
    return f"{before}{encode_cell(text)}{after}"
