"""JSON Schemas (draft 2020-12) of the data files, for editors."""

from __future__ import annotations

import enum
import json

from mkdocs_comparisons.loading.contents import Entries
from mkdocs_comparisons.loading.fields import Definitions, Holds, JsonSchema
from mkdocs_comparisons.loading.shapes import COMPARISON, SHARED_SUBJECT, SUBJECT, TERM, WORK


class FileKind(enum.StrEnum):
    """The kinds of YAML files, by the names of their schemas."""

    COMPARISON = "comparison"
    SUBJECT = "subject"
    SUBJECTS = "subjects"
    SOURCES = "sources"
    GLOSSARY = "glossary"


def json_schema(kind: FileKind) -> JsonSchema:
    """Return the JSON Schema of a kind of file, made from what the files are read by."""
    contents: dict[FileKind, tuple[str, Holds[object]]] = {
        FileKind.COMPARISON: ("A comparison", COMPARISON),
        FileKind.SUBJECT: ("A subject of a comparison in a folder", SUBJECT),
        FileKind.SUBJECTS: ("The subjects that comparisons share", Entries(SHARED_SUBJECT)),
        FileKind.SOURCES: ("The sources that comparisons share", Entries(WORK)),
        FileKind.GLOSSARY: ("The glossary that comparisons share", Entries(TERM)),
    }
    title, content = contents[kind]
    shared: Definitions = {}
    body = content.schema(shared)
    head: JsonSchema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title}
    return {**head, **body, "$defs": dict(sorted(shared.items()))}


def schema_text(kind: FileKind) -> str:
    """Return a JSON Schema as the file that ships with the package."""
    return json.dumps(json_schema(kind), indent=2, ensure_ascii=False) + "\n"
