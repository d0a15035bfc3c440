"""The JSON Schemas that editors use."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path

import pytest
import yaml

from mkdocs_comparisons.loading import FileKind, json_schema, schema_text
from tests.loading.small import HEAD
from tests.loading.test_comparison import FULL

jsonschema = pytest.importorskip("jsonschema", reason="an independent reader of JSON Schemas")


def problems(kind: FileKind, text: str) -> list[str]:
    """Return what an editor would underline in a file. All scalars are texts for it, as they are for us."""
    validator = jsonschema.Draft202012Validator(json_schema(kind))
    return [error.message for error in validator.iter_errors(yaml.load(text, yaml.BaseLoader))]  # noqa: S506


def typed_problems(kind: FileKind, text: str) -> list[str]:
    """Return the same for an editor that types scalars, as JSON does."""
    validator = jsonschema.Draft202012Validator(json_schema(kind))
    return [error.message for error in validator.iter_errors(json.loads(text))]


@pytest.mark.parametrize("kind", FileKind)
def test_shipped_schemas_are_those_of_the_code(kind: FileKind) -> None:
    """One declaration for reading and for editors: a key is never added to one of them alone."""
    file = resources.files("mkdocs_comparisons") / "schemas" / f"{kind}.schema.json"
    message = "write `schema_text(kind)` of each kind to plugin/mkdocs_comparisons/schemas/<kind>.schema.json"
    assert file.read_text(encoding="utf-8") == schema_text(kind), message


@pytest.mark.parametrize("kind", FileKind)
def test_schemas_are_valid(kind: FileKind) -> None:
    """By the meta-schema of draft 2020-12."""
    schema = json_schema(kind)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema)


def test_every_key_has_a_description() -> None:
    """It is the help that an editor shows."""
    definitions = json_schema(FileKind.COMPARISON)["$defs"]
    assert isinstance(definitions, dict)
    for name, definition in definitions.items():
        for key, held in definition.get("properties", {}).items():
            assert held["description"], (name, key)


def test_good_files_pass() -> None:
    """What loads is not underlined."""
    assert problems(FileKind.COMPARISON, FULL) == []
    assert problems(FileKind.COMPARISON, HEAD) == []
    assert problems(FileKind.COMPARISON, HEAD + "        importance: high\n") == []
    assert (
        problems(
            FileKind.COMPARISON,
            "title: T\nsubjects: [a, b]\ndimensions: {d: {title: D, attributes: {x: {title: X}}}}\n",
        )
        == []
    )
    assert problems(FileKind.SUBJECT, "title: T\nclaims: {a: b, c: [d], e: {value: f}}\n") == []
    assert problems(FileKind.SUBJECTS, "a: {title: A}\n") == []
    assert problems(FileKind.SOURCES, "a: {title: A, published: 2024, accessed: 2024-05-01}\n") == []
    assert problems(FileKind.GLOSSARY, "a: Words\nb: {title: B, text: Words}\n") == []


def test_scalars_of_any_type_are_texts() -> None:
    """An editor takes `title: 2024` for a number; it is right all the same."""
    assert typed_problems(FileKind.SUBJECTS, '{"a": {"title": 2024, "tags": [true, 1.10]}}') == []
    assert typed_problems(FileKind.SOURCES, '{"a": {"title": "A", "published": 2024}}') == []


@pytest.mark.parametrize(
    "type",
    [
        "number", "{number: '', better: lower}", "{choice: [a, b]}", "{choice: {a: A, b: B}, better: higher}",
        "{rating: 10}", "{rating: {min: 1, max: 10}}", "rating", "{quantity: s}", "{money: EUR, better: lower}", "link",
    ],
)  # fmt: skip
def test_types_pass(type: str) -> None:
    """Every form of the reference."""
    assert problems(FileKind.COMPARISON, f"{HEAD}        type: {type}\n") == []


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (FileKind.COMPARISON, HEAD + "        titel: x\n"),
        (FileKind.COMPARISON, "title: T\n"),
        (FileKind.COMPARISON, "title: T\nsubjects: []\ndimensions: {d: {title: D, attributes: {x: {title: X}}}}\n"),
        (FileKind.COMPARISON, "title: T\nsubjects: [a]\ndimensions: {}\n"),
        (FileKind.COMPARISON, HEAD + "        importance: hihg\n"),
        (FileKind.COMPARISON, HEAD + "        type: numbr\n"),
        (FileKind.COMPARISON, HEAD + "        type: quantity\n"),
        (FileKind.COMPARISON, HEAD + "        type: {text: '', better: lower}\n"),
        (FileKind.COMPARISON, HEAD + "        claims: {redis: {note: x}}\n"),
        (FileKind.COMPARISON, "tags: alice\n" + HEAD),
        (FileKind.COMPARISON, HEAD + "        claims: {redis: [{labl: x}]}\n"),
        (FileKind.COMPARISON, HEAD + "        claims: {redis: [{label: x, repeat: maybe}]}\n"),
        (FileKind.COMPARISON, HEAD.replace("    title: Speed\n", "    title: Speed\n    diagram: pie\n")),
        (FileKind.COMPARISON, HEAD.replace("    title: Speed\n", "    title: Speed\n    diagram: {scale: log}\n")),
        (FileKind.SUBJECTS, "a: {title: A, claims: {x: y}}\n"),
        (FileKind.SUBJECTS, "a b: {title: A}\n"),
        (FileKind.SUBJECT, "url: javascript:x\n"),
        (FileKind.SOURCES, "a: {title: A, published: May}\n"),
    ],
)
def test_mistakes_are_underlined(kind: FileKind, text: str) -> None:
    """What loading reports, an editor shows while typing."""
    assert problems(kind, text)


@pytest.mark.parametrize(
    "value",
    [
        "[A, B]",
        "[A, {label: B}]",
        "[{label: A, role: r, note: n, mark: m, repeat: yes, boundary: true}]",
        "{value: [{label: A, repeat: no}], note: x}",
    ],
)
def test_layers_pass(value: str) -> None:
    """Every form of a layer, in the short and in the long form of a claim."""
    assert problems(FileKind.COMPARISON, f"{HEAD}        claims: {{redis: {value}}}\n") == []


@pytest.mark.parametrize(
    "diagram",
    ["stack", "{kind: stack, instances: 2, boundary: x}", "{kind: quadrant, attributes: [a, b], scale: log}"],
)
def test_diagrams_pass(diagram: str) -> None:
    """The short form and the long one."""
    text = HEAD.replace("    title: Speed\n", f"    title: Speed\n    diagram: {diagram}\n")
    assert problems(FileKind.COMPARISON, text) == []


def test_switches_and_numbers_pass_as_typed() -> None:
    """An editor that types scalars takes `yes` for true and `2` for a number."""
    head = '{"title": "T", "subjects": ["a"], "dimensions": {"d": {"title": "D", '
    diagram = '"diagram": {"kind": "stack", "instances": 2}, '
    claims = '"attributes": {"x": {"title": "X", "claims": {"a": [{"label": 1, "repeat": true}]}}}}}}'
    assert typed_problems(FileKind.COMPARISON, head + diagram + claims) == []


def test_own_data_passes(root: Path) -> None:
    """The project's own comparisons are written with these schemas."""
    kinds = {"_subjects": FileKind.SUBJECTS, "_sources": FileKind.SOURCES, "_glossary": FileKind.GLOSSARY}
    files = sorted((root / "comparisons").rglob("*.yml"))
    assert files
    for file in files:
        kind = FileKind.SUBJECT if file.parent.name == "subjects" else kinds.get(file.stem, FileKind.COMPARISON)
        assert problems(kind, file.read_text(encoding="utf-8")) == [], file.name
