"""Files that are made to hurt: bounded in time, memory and findings."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest

from tests.loading.small import HEAD, Files, load_files

CLAIMS = f"{HEAD}        type: support\n        claims:\n"
TABLE = b"subject,attribute,value\n"

FILES: dict[str, Callable[[], Files]] = {
    "brackets": lambda: {"a.yml": b"[" * 4_000_000},
    "dashes": lambda: {"a.yml": b"- " * 100_000},
    "long key": lambda: {"a.yml": b"a" * 4_000_000 + b": 1\n"},
    "long value": lambda: {"a.yml": CLAIMS + f"          redis: {'9' * 4_000_000}\n"},
    "flow items": lambda: {"a.yml": b"tags: [" + b"a," * 300_000 + b"]"},
    "anchors": lambda: {"a.yml": "tags:\n" + "".join(f"- &a{n} x\n" for n in range(100_000))},
    "doubled keys": lambda: {"a.yml": b"title: x\n" * 100_000},
    "unknown keys": lambda: {"a.yml": "".join(f"titel{n}: x\n" for n in range(100_000))},
    "bad ids": lambda: {"a.yml": "subjects:\n" + "".join(f"  a b{n}:\n" for n in range(50_000))},
    "wrong levels": lambda: {"a.yml": CLAIMS + "".join(f"          s{n}: yess{n}\n" for n in range(50_000))},
    "digits": lambda: {"a.yml": CLAIMS.replace("support", "number") + f"          redis: {'9' * 300_000}\n"},
    "directives": lambda: {"a.yml": "".join(f"%TAG !a{n}! tag:x,2000:\n" for n in range(20_000)) + "---\na: 1\n"},
    "documents": lambda: {"a.yml": b"---\n" * 500_000},
    "zeros": lambda: {"a.yml": b"\0" * 4_000_000},
    "line separators": lambda: {"a.yml": "title: \u2028" * 100_000},
    "carriage returns": lambda: {"a.yml": b"a: b\r" * 100_000},
    "no-break spaces": lambda: {"a.yml": "\u00a0" * 500_000},
    "table of commas": lambda: {"a/comparison.yml": HEAD, "a/claims.csv": TABLE + b"," * 4_000_000},
    "table of quotes": lambda: {"a/comparison.yml": HEAD, "a/claims.csv": TABLE + b'"' * 3_000_001},
    "table of short rows": lambda: {"a/comparison.yml": HEAD, "a/claims.csv": TABLE + b"a\n" * 200_000},
    "table of columns": lambda: {"a/comparison.yml": HEAD, "a/claims.csv": b"a," * 200_000},
}


@pytest.mark.parametrize("name", FILES)
def test_hostile_files_are_bounded(tmp_path: Path, name: str) -> None:
    """A stranger's file takes seconds at most, and its findings fit on a screen or ten.

    The time is generous, for machines are slow and shared; what is not bounded takes minutes.
    """
    files = FILES[name]()
    start = process_time()
    loaded = load_files(tmp_path, files)
    assert process_time() - start < 15
    assert len(loaded.findings) <= 201


@pytest.mark.parametrize("was_enabled", [True, False])
def test_garbage_collection_is_left_as_it_was(tmp_path: Path, *, was_enabled: bool) -> None:
    """Loading pauses it; a server that loads again and again needs it back."""
    (gc.enable if was_enabled else gc.disable)()
    try:
        load_files(tmp_path, {"a.yml": HEAD})
        assert gc.isenabled() is was_enabled
    finally:
        gc.enable()
