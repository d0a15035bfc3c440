"""The YAML parser's complaints in words that say what to do."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from mkdocs_comparisons.loading.collector import Collector
from mkdocs_comparisons.loading.odd_spaces import report_indentation
from mkdocs_comparisons.loading.source_file import SourceFile
from mkdocs_comparisons.model.places import Place


@dataclass(frozen=True, slots=True)
class _Message:
    part: str
    """What the parser's own words hold."""

    problem: str
    advice: str
    code: str = "yaml-syntax"
    at_start: bool = False
    """Whether the place that helps is where the construct starts, not where the parser gave up."""


_TABS = "Indent with spaces: YAML allows no tabs there."
_QUOTES = "Close the quotes that start here; a quote within single quotes is doubled."

# In the order of looking: the first whose part is found speaks.
_MESSAGES = (
    _Message("tab character", "a tab stands in the indentation", _TABS),
    _Message(
        "mapping values are not allowed",
        "a ':' stands where no key can be",
        "Put a text that holds ': ' in quotes; otherwise check the indentation.",
    ),
    _Message(
        "block sequence entries are not allowed",
        "a list starts where none can be",
        "Put the '- ' on a line of its own, or the text in quotes.",
    ),
    _Message("mapping keys are not allowed", "a '?' stands where none can be", "Put the text in quotes."),
    _Message("could not find expected ':'", "a ':' is missing after the key", "Write `key: value`.", at_start=True),
    _Message("unexpected end of stream", "the quotes are never closed", _QUOTES, at_start=True),
    _Message("unexpected document indicator", "the quotes are never closed", _QUOTES, at_start=True),
    _Message("',' or ']'", "the '[' is never closed, or a ',' is missing", "Close the list with ']'.", at_start=True),
    _Message("',' or '}'", "the '{' is never closed, or a ',' is missing", "Close it with '}'.", at_start=True),
    _Message(
        "'-' indicator",
        "a list ends in something that is no item",
        "Start each item with '- ', below the others, or check the indentation.",
    ),
    _Message(
        "alphabetic or numeric",
        "a text can't start with '&' or '*'",
        "Put the text in quotes.",
        at_start=True,
    ),
    _Message(
        "unknown escape character",
        "this escape means nothing in double quotes",
        "Write the text in single quotes, or each '\\' twice.",
    ),
    _Message("expected hexadecimal", "the escape is not complete", "Write the text in single quotes, or '\\' twice."),
    _Message("escape code", "the escape names no character", "Write the character itself."),
    _Message("undefined tag handle", "a '!' starts a tag, which data files don't hold", "Put the text in quotes."),
    _Message("tag", "a '!' starts a tag, which data files don't hold", "Put the text in quotes.", at_start=True),
    _Message("directive", "a directive (%) is not read in data files", "Remove the line.", "yaml-feature"),
    _Message("incompatible YAML document", "a directive (%) is not read in data files", "Remove it.", "yaml-feature"),
    _Message(
        "expected comment or line break",
        "text stands beside a '|' or '>'",
        "Put a text that starts with one of them in quotes; else start it on the next line.",
    ),
    _Message("expected node content", "a bracket or comma stands where a value is expected", "Put the text in quotes."),
    _Message("expected <document start>", "something follows the end of the data", "Check the indentation."),
    _Message("expected key", "this line is no key of the mapping that it stands in", ""),
)


_ALIAS = re.compile(r"(?:^|[:,\[{-])\s+([*&])")


def report_yaml_error(source: SourceFile, error: yaml.YAMLError, log: Collector) -> None:
    """Report why a file is not YAML."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        log.report("yaml-syntax", Place(source.path, 1, 1), f"the file is not YAML: {error}".splitlines()[0])
        return
    at = _place(source, error.problem_mark)
    start = _place(source, error.context_mark) if error.context_mark else at
    # An indentation with other spaces comes first: the parser notices it some lines too late.
    if report_indentation(source, range(max(1, at.line - 3), min(at.line, len(source.lines)) + 1), log):
        return
    message = _message(source, error, at)
    related = (
        (("what it belongs to starts here", start),) if error.context and start != at and not message.at_start else ()
    )
    where = start if message.at_start else at
    log.report(message.code, where, message.problem, message.advice, related=related)


def _message(source: SourceFile, error: yaml.MarkedYAMLError, at: Place) -> _Message:
    problem = error.problem or "the text is not YAML"
    line = source.lines[at.line - 1] if at.line <= len(source.lines) else ""
    here = line[at.column - 1 : at.column]
    if "cannot start any token" in problem:
        if here == "\t":
            return _MESSAGES[0]
        return _Message("", f"a text can't start with '{here}'", "Put the text in quotes.")
    for message in _MESSAGES:
        if message.part in problem or (message.part in ("tag", "directive") and message.part in (error.context or "")):
            return _with_indentation_advice(message, line, at) if message.part == "expected key" else message
    return _Message("", problem, "")


def _with_indentation_advice(message: _Message, line: str, at: Place) -> _Message:
    before = line[: at.column - 1]
    alias = _ALIAS.search(before)
    if alias:
        return _Message("", f"a text can't start with '{alias.group(1)}'", "Put the text in quotes.")
    if before.strip():
        return _Message("", "something follows a text that had ended", "Put the whole text in quotes, or none of it.")
    if line[at.column - 1 :].startswith("- "):
        return _Message("", "a list item stands among keys", "Indent it below the key that it belongs to.")
    return _Message("", message.problem, "Indent it as far as the keys beside it.")


def _place(source: SourceFile, mark: yaml.Mark) -> Place:
    """Return a mark's place; the end of the file is on its last line with text."""
    line = min(mark.line, len(source.lines) - 1)
    if mark.line and line > 0 and not source.lines[line].strip() and mark.column == 0:
        while line > 0 and not source.lines[line].strip():
            line -= 1
        return Place(source.path, line + 1, len(source.lines[line]) or 1)
    return Place(source.path, line + 1, mark.column + 1)
