"""One comparison, from a file or a folder, to the model."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from mkdocs_comparisons.diagnostics import did_you_mean
from mkdocs_comparisons.loading import shapes
from mkdocs_comparisons.loading.claims import ClaimReader
from mkdocs_comparisons.loading.claims_csv import read_claims_csv
from mkdocs_comparisons.loading.collector import Collector
from mkdocs_comparisons.loading.dimensions import DimensionReader
from mkdocs_comparisons.loading.fields import Record
from mkdocs_comparisons.loading.file_reader import FileReader
from mkdocs_comparisons.loading.folder import ComparisonFiles
from mkdocs_comparisons.loading.ids import slug_of
from mkdocs_comparisons.loading.source_file import SourceFile
from mkdocs_comparisons.loading.sources import read_sources, read_terms
from mkdocs_comparisons.loading.subjects import Records, join_subjects, make_subjects, read_own_subjects
from mkdocs_comparisons.loading.tree_builder import parse_tree
from mkdocs_comparisons.loading.wording import quoted
from mkdocs_comparisons.model.comparison import Comparison, Noun
from mkdocs_comparisons.model.dimensions import Article, Dimension
from mkdocs_comparisons.model.places import Place
from mkdocs_comparisons.model.subjects import Subject

# With a key in it: words between two thematic breaks are words.
_FRONT_MATTER = re.compile(
    r"---[ \t]*\n(?:[ \t]*\n|#.*\n)*[\w\"'][^\n:]*:(?:[ \t].*)?\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonLoader:
    """Loads comparisons beside what they share."""

    reader: FileReader
    log: Collector
    shared_subjects: Records
    are_shared_subjects_complete: bool
    """Whether `_subjects.yml` could be read, if there is one; else a title may well stand there."""

    def load(self, files: ComparisonFiles) -> Comparison | None:
        """Return the comparison; None where its own file says nothing. Its other files are checked all the same."""
        source = self.reader.read(files.head)
        tree = parse_tree(source, self.log) if source else None
        record = shapes.COMPARISON.read(tree, "the file", self.log) if tree else None
        by_file = self._subject_files(files)
        articles = self._articles(files)
        if record is None:
            self.log.unread.add(self.reader.name(files.head))
            return None
        return self._comparison(files, record, by_file, articles)

    def _comparison(
        self, files: ComparisonFiles, record: Record, by_file: Records, articles: dict[str, Article]
    ) -> Comparison:
        claims = ClaimReader(self.log)
        dimension_reader = DimensionReader(claims, articles, self.log)
        dimensions = dimension_reader.read(record.get(shapes.DIMENSIONS) or ())
        self._check_articles(articles, dimensions)
        listed = read_own_subjects(record.get(shapes.SUBJECTS) or (), self.log)
        below_subjects = [
            claim
            for records in (listed, by_file)
            for id, subject in records.items()
            for claim in claims.of_subject(id, subject.get(shapes.CLAIMS) or ())
        ]
        table = self.reader.read(files.claims) if files.claims else None
        in_table = read_claims_csv(table, claims, self.log) if table else []
        path = self.reader.name(files.head)
        return Comparison(
            id=files.id,
            slug=record.get(shapes.SLUG) or slug_of(files.id),
            title=record.get(shapes.TITLE) or files.id,
            subjects=self._subjects(record, join_subjects(listed, by_file, self.log)),
            dimensions=dimensions,
            claims=(*dimension_reader.claims, *below_subjects, *in_table),
            question=record.get(shapes.QUESTION),
            summary=record.get(shapes.SUMMARY),
            verdict=record.get(shapes.VERDICT),
            noun=_noun(record.get(shapes.NOUN)),
            tags=record.get(shapes.TAGS) or (),
            sources=read_sources(record.get(shapes.SOURCES) or (), files.id, self.log),
            glossary=read_terms(record.get(shapes.GLOSSARY) or (), files.id, self.log),
            path=path,
            at=Place(path, 1, 1),
        )

    def _subjects(self, record: Record, subjects: Records) -> tuple[Subject, ...]:
        # The key is needed where no file of a subject is there. One that names none was reported while it was read.
        is_there = record.place_of(shapes.SUBJECTS) is not None
        if not subjects and not is_there:
            shapes.COMPARISON.report_missing(shapes.SUBJECTS, record, self.log)
        if not subjects and (is_there or not record.misspells(shapes.SUBJECTS)):
            self.log.unread.add(record.at.path)
        return make_subjects(
            subjects, self.shared_subjects, is_shared_complete=self.are_shared_subjects_complete, log=self.log
        )

    def _subject_files(self, files: ComparisonFiles) -> Records:
        records: Records = {}
        for id, path in files.subjects:
            source = self.reader.read(path)
            at = Place(self.reader.name(path), 1, 1)
            tree = parse_tree(source, self.log) if source else None
            record = shapes.SUBJECT.read_at(tree, at, "the file", self.log) if tree else None
            if record is None:
                self.log.unread.add(at.path)
            # A subject whose file can't be read still exists: what is said about it elsewhere is not wrong.
            records[id] = record or Record(at, {}, {shapes.TITLE.key: id})
        return records

    def _articles(self, files: ComparisonFiles) -> dict[str, Article]:
        read = ((id, self.reader.read(path)) for id, path in files.articles)
        sources = {id: source for id, source in read if source}
        for source in sources.values():
            self._check_front_matter(source)
        return {id: Article(path=source.path, text=source.text) for id, source in sources.items()}

    def _check_front_matter(self, source: SourceFile) -> None:
        """Report front matter, which a page of its own would have: here it would be printed as a heading."""
        if _FRONT_MATTER.match("\n".join(source.lines)):
            problem = "the article starts with front matter, which only whole pages have"
            advice = "Remove it: titles come from comparison.yml."
            self.log.report("wrong-shape", Place(source.path, 1, 1, 3), problem, advice)

    def _check_articles(self, articles: dict[str, Article], dimensions: Iterable[Dimension]) -> None:
        known = [dimension.id for dimension in dimensions]
        for id, article in articles.items():
            if id not in known:
                problem = f"the comparison has no dimension {quoted(id)} for this page"
                advice = did_you_mean(id, known) or "Name the file after a dimension."
                self.log.report("unknown-dimension", Place(article.path, 1, 1), problem, advice)


def _noun(record: Record | None) -> Noun:
    one, many = (record.get(shapes.ONE), record.get(shapes.MANY)) if record else (None, None)
    return Noun(one=one, many=many) if one and many else Noun()
