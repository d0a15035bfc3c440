"""Files as text: what may be read at all, and which characters it may hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Self

from mkdocs_comparisons.loading.collector import Collector
from mkdocs_comparisons.model.places import Place

# What editors and GitHub call a line ends at `\n` only. libyaml also counts U+0085, U+2028, U+2029 and a lone `\r`, so
# one of them would shift the line of every later message; the first three would also turn into spaces unseen.
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|\r(?!\n)")
_WIDE = ("the file is UTF-16 or UTF-32", "Save it as UTF-8.")
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_NAMES = {
    "\x85": "a next-line character",
    "\u2028": "a line separator",
    "\u2029": "a paragraph separator",
    "\ufeff": "a byte order mark",
}


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that was read."""

    path: str
    """Relative to the project, with `/` between its parts."""

    text: str
    lines: tuple[str, ...]
    """The text by lines, without their ends, for excerpts."""

    @classmethod
    def of(cls, path: str, text: str) -> Self:
        """Return the file with its lines: what ends in LF or CR LF, and in nothing else."""
        ends = text.replace("\r\n", "\n") if "\r" in text else text
        return cls(path, text, tuple(ends.split("\n")))


def decode(path: str, data: bytes, log: Collector) -> SourceFile | None:
    """Return the text of a file's bytes, or None after a finding when it is not UTF-8."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        _report_bytes(path, data, error, log)
        return None
    text = text.removeprefix("\ufeff")
    if "\x00" in text and text.count("\x00") * 3 > len(text):
        log.report("encoding", Place(path, 1, 1), *_WIDE)
        return None
    source = SourceFile.of(path, text)
    return _without_refused(source, log) if _REFUSED.search(text) else source


def _report_bytes(path: str, data: bytes, error: UnicodeDecodeError, log: Collector) -> None:
    if data.startswith(_WIDE_MARKS):
        log.report("encoding", Place(path, 1, 1), *_WIDE)
        return
    before = data[: error.start].decode("utf-8").removeprefix("\ufeff")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    byte = data[error.start]
    meant = bytes([byte]).decode("cp1252", errors="replace")
    hint = f"In Windows-1252 or Latin-1 it is '{meant}': save the file as UTF-8." if meant.isprintable() else ""
    problem = f"the byte 0x{byte:02x} is not UTF-8"
    log.report("encoding", Place(path, line, column), problem, hint or "Save the file as UTF-8.")


def _without_refused(source: SourceFile, log: Collector) -> SourceFile:
    """Report characters that can't stay, and return the file with each replaced, so that the rest can be checked."""
    if _report_lone_returns(source, log):
        source = SourceFile.of(source.path, re.sub("\r(?!\n)", "\n", source.text))
    for number, line in enumerate(source.lines, start=1):
        for match in _REFUSED.finditer(line):
            _report_character(match.group(), Place(source.path, number, match.start() + 1), log)
    text = _REFUSED.sub(lambda match: " " if match.group() in _NAMES else "\ufffd", source.text)
    return SourceFile.of(source.path, text)


def _report_lone_returns(source: SourceFile, log: Collector) -> bool:
    for number, line in enumerate(source.lines, start=1):
        if "\r" in line:
            problem = "a carriage return (\\r) stands alone, which some programs take for the end of a line"
            log.report("encoding", Place(source.path, number, line.index("\r") + 1), problem, "Save with \\n ends.")
            return True
    return False


def _report_character(character: str, at: Place, log: Collector) -> None:
    name = _NAMES.get(character, "a control character")
    code = f"U+{ord(character):04X}"
    escape = f"\\u{ord(character):04x}"
    meant = character in "\x85\u2028\u2029"
    advice = f'Remove it, or write "{escape}" in double quotes.' if meant else "Remove it."
    log.report("encoding", at, f"{name} ({code}) stands in the text", advice)
