"""Files that are made to cost time and memory."""

from __future__ import annotations

import re
import subprocess
import sysconfig
import time
from pathlib import Path

import pytest

from tests.building import write_files
from tests.safety.checking import check

SECONDS = 30
"""Of processor time, so that a busy machine does not count; far above what each takes: a bomb would take minutes."""

HEAD = "title: T\nsubjects: {a: {title: A}}\ndimensions: {d: {title: D, attributes: {x: {title: X, claims: {%s}}}}}\n"
_BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12)
)
BOMBS: dict[str, tuple[bytes, str]] = {
    "aliases": (_BOMB.encode(), "yaml-feature"),
    "200,000 anchors": (b"".join(b"- &a%d x\n" % n for n in range(200_000)), "yaml-feature"),
    "brackets": (b"[" * 1_000_000, "limit"),
    "braces": (b"a: " + b"{a: " * 100_000, "limit"),
    "dashes": (b"- " * 100_000 + b"x\n", "limit"),
    "questions": (b"? " * 100_000 + b"x\n", "limit"),
    "quotes": (b'title: "' + b"x" * 4_000_000, "yaml-syntax"),
    "a key": (b"k" * 4_000_000 + b": x\n", "yaml-syntax"),
    "tags": (b"".join(b"%%TAG !a%d! tag:x\n" % n for n in range(20_000)) + b"---\na: b\n", "yaml-feature"),
    "a file": (b"title: T\n" + b"# filler\n" * 2_300_000, "limit"),
    "a number": ((HEAD % ("a: " + "9" * 300_000)).encode(), "limit"),
    "nodes": (b"tags: [" + b"a," * 2_100_000 + b"]\n", "limit"),
    "a title": (b"title: " + b"t" * 100_000 + b"\n", "limit"),
    "marks": ((HEAD % ("a: '" + "[a](" * 100_000 + "'")).encode(), "limit"),
    "double keys": (b"title: T\n" + b"".join(b"k: %d\n" % n for n in range(100_000)), "key-duplicate"),
    "wrong keys": (b"title: T\n" + b"".join(b"titel%d: x\n" % n for n in range(100_000)), "key-unknown"),
    "controls": (b"title: T" + b"\x01" * 500_000, "encoding"),
    "spaces": (b"title: T" + b" " * 4_000_000 + b"x\n", "limit"),
    "lines": (b"\n" * 10_000_000, "file-empty"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_in_time(tmp_path: Path, name: str) -> None:
    """A few lines can stand for gigabytes: each limit is an error that says what it is about."""
    data, code = BOMBS[name]
    start = time.process_time()
    report = check(tmp_path, {"bomb.yml": data})
    text = report.text
    assert time.process_time() - start < SECONDS
    assert code in report.codes
    assert report.has_errors
    assert len(text) < 200_000
    if code == "limit":
        assert re.search(r"\d", next(entry for entry in report.errors if entry.finding.code == code).finding.problem)


def test_a_hundred_thousand_names_of_nothing(tmp_path: Path) -> None:
    """Looking for what was meant must not cost the square of the number of mistakes."""
    start = time.process_time()
    claims = ", ".join(f"subject-{n}: x" for n in range(100_000))
    report = check(tmp_path, {"a.yml": HEAD % claims})
    assert time.process_time() - start < SECONDS
    assert "unknown-subject" in report.codes
    assert len(report.text) < 200_000


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ("nobody,x,1\n" * 100_000, "unknown-subject"),
        ("a,x,1\n" * 100_000, "claim-duplicate"),
        ("a,x\n" * 100_000, "csv-syntax"),
        ('a,x,"' + "v" * 4_000_000 + '"\n', "limit"),
        ('a,x,"' + '""' * 2_000_000, "csv-syntax"),
        ("," * 4_000_000 + "\n", "limit"),
    ],
    ids=["unknown", "duplicate", "short", "cell", "open quotes", "commas"],
)
def test_a_huge_table_is_read_in_time(tmp_path: Path, rows: str, code: str) -> None:
    """Tables are where data grows."""
    start = time.process_time()
    files = {"a/comparison.yml": HEAD % "", "a/claims.csv": "subject,attribute,value\n" + rows}
    report = check(tmp_path, files)
    text = report.text
    assert time.process_time() - start < SECONDS
    assert code in report.codes
    assert len(text) < 200_000


def test_the_command_survives_what_crashes_parsers(tmp_path: Path) -> None:
    """Nesting that ends PyYAML's own loader with a crash of the process ends here with a message and the code 1."""
    write_files(tmp_path, {"comparisons/deep.yml": "a: " + "[" * 500_000})
    command = Path(sysconfig.get_path("scripts")) / "comparisons"
    done = subprocess.run([command, "check", tmp_path], capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert done.returncode == 1
    assert "deep.yml:1:" in done.stdout
    assert "nested deeper than 32 levels" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
