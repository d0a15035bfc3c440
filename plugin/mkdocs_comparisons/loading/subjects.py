"""Subjects, put together from `_subjects.yml`, the comparison and its folder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mkdocs_comparisons.diagnostics import did_you_mean
from mkdocs_comparisons.loading import shapes
from mkdocs_comparisons.loading.collector import Collector
from mkdocs_comparisons.loading.fields import Record
from mkdocs_comparisons.loading.ids import is_id, slug_of
from mkdocs_comparisons.loading.tree import Entry
from mkdocs_comparisons.model.places import Place
from mkdocs_comparisons.model.subjects import Subject

Records = dict[str, Record]


def read_shared_subjects(entries: Iterable[Entry], log: Collector) -> Records:
    """Return what `_subjects.yml` says, by id."""
    return {
        key.value: shapes.SHARED_SUBJECT.read_at(node, key.at, f"the subject '{key.value}'", log)
        or Record(key.at, {}, {shapes.TITLE.key: key.value})
        for key, node in entries
    }


def read_own_subjects(entries: Iterable[Entry], log: Collector) -> Records:
    """Return what a comparison says about its subjects, by id."""
    return {
        key.value: shapes.SUBJECT.read_at(node, key.at, f"the subject '{key.value}'", log)
        or Record(key.at, {}, {shapes.TITLE.key: key.value})
        for key, node in entries
    }


def join_subjects(listed: Records, files: Records, log: Collector) -> Records:
    """Return the subjects of a comparison: those that it lists, in that order, then those of files."""
    for id, record in files.items():
        _report_twice(listed.get(id), record, log)
    return {id: files[id].over(record) if id in files else record for id, record in listed.items()} | {
        id: record for id, record in files.items() if id not in listed
    }


def make_subjects(
    records: Records, shared: Records, *, is_shared_complete: bool, log: Collector
) -> tuple[Subject, ...]:
    """Return the subjects as the comparison sees them: its own words first, then the shared ones."""
    subjects = []
    for id, record in records.items():
        joined = record.over(shared[id]) if id in shared else record
        # Of a shared one, the lack was reported in `_subjects.yml`.
        if is_shared_complete and id not in shared and is_id(id) and _is_untitled(record):
            _report_untitled(id, record.at, shared, log)
        subjects.append(make_subject(id, joined))
    return tuple(subjects)


def make_subject(id: str, record: Record) -> Subject:
    """Return a subject of what was read about it."""
    title = record.get(shapes.TITLE) or id
    return Subject(
        id=id,
        slug=record.get(shapes.SLUG) or slug_of(id),
        title=title,
        short=record.get(shapes.SHORT) or title,
        aliases=record.get(shapes.ALIASES) or (),
        summary=record.get(shapes.SUMMARY),
        url=record.get(shapes.URL) or "",
        tags=record.get(shapes.TAGS) or (),
        at=record.at,
    )


def _report_twice(listed: Record | None, file: Record, log: Collector) -> None:
    """Claims may be spread over both; any other key in both would win over the other unseen."""
    for key, (scalar, _) in file.pairs.items() if listed else ():
        first = listed.pairs.get(key) if listed else None
        if first and key in file.values and key != shapes.CLAIMS.key:
            problem = f"the key '{key}' of this subject is given here and in the comparison's own file"
            related = (("first given here", first[0].at),)
            log.report("key-duplicate", scalar.at, problem, "Remove one of the two.", related=related)


def _is_untitled(record: Record) -> bool:
    has_title = record.place_of(shapes.TITLE) or record.get(shapes.TITLE) is not None
    return not has_title and not record.misspells(shapes.TITLE)


def _report_untitled(id: str, at: Place, shared: Mapping[str, Record], log: Collector) -> None:
    guess = "" if log.is_full(at.path) else did_you_mean(id, shared)
    problem = f"the subject '{id}' has no title, here or in _subjects.yml"
    log.report("key-missing", at, problem, guess or "Add `title: …`.")
