"""Generated pages as plain Markdown, with whole tables: for programs that read text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import Article, Dimension
from mkdocs_comparisons.model.refs import (
    AcrossRef,
    ApiRef,
    AttributeRef,
    ComparisonRef,
    DataRef,
    DiagramRef,
    DimensionRef,
    GlossaryRef,
    PairRef,
    Ref,
    SourcesRef,
    SubjectRef,
    TwinRef,
)
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.planning.embeds import Embed
from mkdocs_comparisons.planning.pages import Heading, PlannedPage
from mkdocs_comparisons.planning.stage import Stage
from mkdocs_comparisons.renderers.data import FORMATS
from mkdocs_comparisons.renderers.gfm import render_table, write_inline, write_value
from mkdocs_comparisons.renderers.labels import label_of, ref_words
from mkdocs_comparisons.renderers.markdown import encode_cell, link
from mkdocs_comparisons.renderers.words import format_list
from mkdocs_comparisons.views.differences import build_differences
from mkdocs_comparisons.views.matrix import build_matrix
from mkdocs_comparisons.views.profile import Standing
from mkdocs_comparisons.views.selection import select_groups, select_subjects

Href = Callable[[Ref], str]
_MOST_NAMED = 4


def write_twin(stage: Stage, page: PlannedPage, href: Href) -> str:
    """Return a page as Markdown; a heading with nothing to say below it is left out.

    Args:
        stage: The site.
        page: The page.
        href: Where pages and files are, seen from the twin.
    """
    writer = _Writer(stage, href)
    pieces: list[str] = []
    heading = ""
    for part in page.parts:
        if isinstance(part, Heading):
            heading = f"{'#' * part.level} {encode_cell(part.text)}"
            if part.level == 1:
                pieces.append(heading)
                heading = ""
            continue
        blocks = [part.text.strip()] if isinstance(part, Article) else list(writer.blocks(part))
        pieces += [heading, *blocks] if heading and blocks else blocks
        heading = ""
    return "\n\n".join(pieces) + "\n"


class _Writer:
    """Writes the views of one page."""

    def __init__(self, stage: Stage, href: Href) -> None:
        self.stage = stage
        self.catalogue = stage.catalogue
        self.pages = stage.pages
        self._href = href

    def href(self, ref: Ref) -> str:
        """Return where a ref leads: to the twin of a page, since whoever reads one reads the next."""
        target = self.stage.plan.links.target(ref)
        if target.src not in self.pages:
            return self._href(ref)
        return self._href(TwinRef(target.src)) + (f"#{target.anchor}" if target.anchor else "")

    def link(self, ref: Ref, words: str = "") -> str:
        return link(encode_cell(words or label_of(ref, self.catalogue)), self.href(ref))

    def text(self, text: Inline, comparison: Comparison | None) -> str:
        return write_inline(text, ref_words(self.catalogue, comparison))

    def blocks(self, embed: Embed) -> Iterator[str]:
        """Yield the paragraphs, lists and tables of a view; none for one that only leads around on the site."""
        comparison = self.catalogue.comparison(embed.comparison)
        write = _OF_COMPARISONS.get(embed.view)
        if comparison and write:
            yield from write(self, comparison, embed)
        elif shared := _SHARED.get(embed.view):
            yield from shared(self, embed)


def _summary(writer: _Writer, comparison: Comparison, embed: Embed) -> Iterator[str]:
    about = [dimension for id in embed.dimensions if (dimension := comparison.dimension(id))]
    subjects = [subject for id in embed.subjects if (subject := comparison.subject(id))]
    entries: Sequence[Comparison | Dimension] = about or ([] if subjects else [comparison])
    for subject in subjects:
        yield from (writer.text(text, comparison) for text in (subject.summary,) if text)
        yield from (link(encode_cell(subject.url), subject.url) for _ in range(bool(subject.url)))
    for entry in entries:
        yield from (writer.text(text, comparison) for text in (entry.question, entry.summary) if text)
        yield from (f"**Verdict:** {writer.text(text, comparison)}" for text in (entry.verdict,) if text)
    if not about and not subjects:
        items = []
        for dimension in comparison.dimensions:
            said = dimension.verdict or dimension.question or dimension.summary
            words = f": {writer.text(said, comparison)}" if said else ""
            items.append(f"{writer.link(DimensionRef(comparison.id, dimension.id))}{words}")
        yield from _list(items)


def _matrix(writer: _Writer, comparison: Comparison, embed: Embed) -> Iterator[str]:
    built = build_matrix(comparison, embed.selection, differences=embed.differences)
    if not built.is_empty:
        yield render_table(built, writer.catalogue, caption=embed.caption, transpose=embed.transpose, href=writer.href)


def _attribute(writer: _Writer, comparison: Comparison, embed: Embed) -> Iterator[str]:
    """Say of attributes what the matrix does not: what is asked, and as of when it was answered."""
    for group in select_groups(comparison, embed.selection):
        for attribute in group.attributes:
            if attribute.summary:
                yield writer.text(attribute.summary, comparison)
            claims = [(each, comparison.claim(attribute.id, each.id)) for each in comparison.subjects]
            dated = [
                f"{encode_cell(subject.title)} {claim.as_of.isoformat()}"
                for subject, claim in claims
                if claim and claim.as_of
            ]
            if dated:
                yield f"As of: {', '.join(dated)}."


def _diagram(writer: _Writer, comparison: Comparison, embed: Embed) -> Iterator[str]:
    ref = DiagramRef(comparison.id, "".join(embed.dimensions[:1]))
    if embed == Embed(view="diagram", comparison=comparison.id, dimensions=embed.dimensions):
        yield "!" + link("Diagram", writer.href(ref))


def _differences(writer: _Writer, comparison: Comparison, embed: Embed) -> Iterator[str]:
    refs = ref_words(writer.catalogue, comparison)
    items = []
    for entry in build_differences(comparison, embed.selection):
        for difference in entry.differing:
            parties = (
                f"{encode_cell(format_list([each.title for each in party.subjects], _MOST_NAMED))}: "
                f"{write_value(party.claim.value, refs)}"
                for party in difference.parties
            )
            items.append(
                f"**{writer.link(AttributeRef(comparison.id, difference.attribute.id))}** – {'; '.join(parties)}"
            )
    yield from _list(items)


def _subjects(writer: _Writer, comparison: Comparison, embed: Embed) -> Iterator[str]:
    items = []
    for subject in select_subjects(comparison, embed.selection):
        about = f": {writer.text(subject.summary, comparison)}" if subject.summary else ""
        items.append(writer.link(SubjectRef(comparison.id, subject.id)) + about)
    yield from _list(items)


def _standings(writer: _Writer, comparison: Comparison, embed: Embed) -> Iterator[str]:
    for subject in select_subjects(comparison, embed.selection):
        found = writer.stage.standings(comparison)[subject.id]
        yield from _list(
            _standing(writer, comparison, each)
            for each in (found.strengths if embed.view == "strengths" else found.weaknesses)
        )


def _standing(writer: _Writer, comparison: Comparison, standing: Standing) -> str:
    value = write_value(standing.claim.value, ref_words(writer.catalogue, comparison))
    return f"{writer.link(AttributeRef(comparison.id, standing.attribute.id))}: {value}"


def _pairs(writer: _Writer, comparison: Comparison, embed: Embed) -> Iterator[str]:
    pairs = [page.ref for page in writer.stage.plan.pages if isinstance(page.ref, PairRef)]
    yield from _list(
        writer.link(ref)
        for ref in pairs
        if ref.comparison == comparison.id and (not embed.subjects or {ref.first, ref.second} & set(embed.subjects))
    )


def _data(writer: _Writer, comparison: Comparison, embed: Embed) -> Iterator[str]:
    formats = (writer.link(DataRef(comparison.id, format)) for format in FORMATS)
    yield f"Data: {' · '.join(formats)}"


def _index(writer: _Writer, embed: Embed) -> Iterator[str]:
    items = []
    for comparison in writer.catalogue.comparisons:
        about = comparison.question or comparison.summary
        words = f": {writer.text(about, comparison)}" if about else ""
        items.append(writer.link(ComparisonRef(comparison.id)) + words)
    yield from _list(items)


def _shared_pages(writer: _Writer, embed: Embed) -> Iterator[str]:
    kinds = (GlossaryRef, SourcesRef, AcrossRef)
    yield from _list(writer.link(page.ref) for page in writer.stage.plan.pages if isinstance(page.ref, kinds))


def _terms(writer: _Writer, embed: Embed) -> Iterator[str]:
    comparison = writer.catalogue.comparison(embed.comparison)
    for term in writer.catalogue.terms(comparison):
        if term.id in embed.terms:
            yield writer.text(term.text, comparison)
            if term.aliases:
                yield f"Also: {encode_cell(', '.join(term.aliases))}"


def _works(writer: _Writer, embed: Embed) -> Iterator[str]:
    comparison = writer.catalogue.comparison(embed.comparison)
    for source in (*(comparison.sources if comparison else ()), *writer.catalogue.sources):
        if source.id in embed.sources:
            told = (
                ", ".join(source.authors),
                source.publisher,
                source.published,
                f"Licence: {source.license}" if source.license else "",
                f"accessed {source.accessed.isoformat()}" if source.accessed else "",
            )
            words = [encode_cell(each) for each in told if each]
            words += [link(encode_cell(source.url), source.url)] if source.url else []
            yield " · ".join(words)


def _embedding(writer: _Writer, embed: Embed) -> Iterator[str]:
    yield f"What there is to embed, and where: {link('index', writer.href(ApiRef('index')))}"


def _list(items: Iterable[str]) -> Iterator[str]:
    lines = [f"- {item}" for item in items]
    if lines:
        yield "\n".join(lines)


_OF_COMPARISONS: Mapping[str, Callable[[_Writer, Comparison, Embed], Iterator[str]]] = {
    "summary": _summary,
    "matrix": _matrix,
    "versus": _matrix,
    "profile": _matrix,
    "attribute": _attribute,
    "diagram": _diagram,
    "differences": _differences,
    "list": _subjects,
    "strengths": _standings,
    "weaknesses": _standings,
    "pairs": _pairs,
    "data": _data,
}
_SHARED: Mapping[str, Callable[[_Writer, Embed], Iterator[str]]] = {
    "index": _index,
    "shared": _shared_pages,
    "term": _terms,
    "source": _works,
    "embedding": _embedding,
}
