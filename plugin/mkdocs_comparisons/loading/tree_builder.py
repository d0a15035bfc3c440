"""From YAML text to a tree, by libyaml's events.

Not by `yaml.compose` or `yaml.load`: they guess types, drop duplicate keys, and their C forms crash the process on deep
nesting. Anchors, aliases, tags and several documents are refused: data needs none, and a few lines of them can stand
for gigabytes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from mkdocs_comparisons.loading.collector import Collector
from mkdocs_comparisons.loading.odd_spaces import report_beside_key, report_indentation
from mkdocs_comparisons.loading.source_file import SourceFile
from mkdocs_comparisons.loading.tree import MappingNode, Node, Refused, Scalar, SequenceNode
from mkdocs_comparisons.loading.wording import quoted
from mkdocs_comparisons.loading.yaml_errors import report_yaml_error
from mkdocs_comparisons.model.places import Place

MOST_LEVELS = 32
MOST_NODES = 2_000_000

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_TAG = re.compile(r"!(?:<[^>]*>|[^\s,\[\]{}]*)")
_new = tuple.__new__

Event = Any
"""An event of PyYAML: libyaml's and the pure ones share their attributes, but no type that checkers know."""


class _StoppedError(Exception):
    """Reading has to end here; the finding is reported."""


def parse_tree(source: SourceFile, log: Collector) -> Node | None:
    """Return the file's tree; None after a finding where it has none."""
    # Without libyaml (PyPy, some musl systems) PyYAML's own parser reads the same, slower.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)(source.text)
    builder = _TreeBuilder(source, log)
    try:
        root = builder.build(loader.get_event)
    except _StoppedError:
        root = None
    except yaml.YAMLError as error:
        report_yaml_error(source, error, log)
        return None
    finally:
        loader.dispose()
    builder.report_features()
    return root


class _TreeBuilder:
    """Turns the events of one file into nodes, without recursion."""

    def __init__(self, source: SourceFile, log: Collector) -> None:
        self._source = source
        self._path = source.path
        self._lines = source.lines
        self._log = log
        self._features: dict[str, tuple[Place, str, int]] = {}
        self._open: list[tuple[list[Node], Place]] = []
        """For each level: the nodes beside the collection, and where the collection starts."""

    def build(self, get_event: Callable[[], Event]) -> Node | None:
        top: list[Node] = []
        path = self._path
        count = 0
        while True:
            event = get_event()
            kind = type(event)
            count += 1
            if kind is ScalarEvent:
                # Written out here, as nearly all events are plain scalars.
                start, end = event.start_mark, event.end_mark
                line, column = start.line, start.column
                length = end.column - column if end.line == line else len(self._lines[line]) - column
                at = _new(Place, (path, line + 1, column + 1, length or 1))
                is_plain = not event.style and event.anchor is None and event.tag is None
                top.append(_new(Scalar, (event.value, at, "")) if is_plain else self._special(event, at))
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                top = self._down(event, top)
            elif kind is MappingEndEvent:
                nodes, (top, at) = top, self._open.pop()
                top.append(self._mapping(nodes, at))
            elif kind is SequenceEndEvent:
                nodes, (top, at) = top, self._open.pop()
                top.append(SequenceNode(tuple(nodes), at))
            elif kind is AliasEvent:
                top.append(self._alias(event))
            elif kind is StreamEndEvent:
                return self._root(top)
            else:
                self._document(event, is_second=bool(top))
            if count > MOST_NODES:
                self._stop(self._place(event), f"the file holds more than {MOST_NODES:,} nodes", "Split it.")

    def report_features(self) -> None:
        """Report each kind of what is refused once, with a count: hostile files hold thousands."""
        for at, problem, count in self._features.values():
            more = f" (and {count - 1:,} more like it)" if count > 1 else ""
            self._log.report("yaml-feature", at, problem + more, "Write out what you mean.")

    def _special(self, event: Event, at: Place) -> Scalar:
        """Return a scalar with quotes, of several lines, or with what is refused."""
        value, style = event.value, event.style or ""
        if event.anchor is not None or event.tag is not None:
            self._properties(event, at)
        if style in ("|", ">"):
            # The line end that closes a block scalar is how it is written, not what it says.
            value = value.rstrip("\n")
        if style == '"' and _CONTROL.search(value):
            self._log.report("encoding", at, "an escape stands for a control character", "Remove it.")
            value = _CONTROL.sub("\ufffd", value)
        return Scalar(value, at, style)

    def _down(self, event: Event, beside: list[Node]) -> list[Node]:
        at = self._place(event)
        if event.anchor is not None or event.tag is not None:
            self._properties(event, at)
        if len(self._open) >= MOST_LEVELS:
            advice = "Data needs no more; check the brackets and the indentation."
            self._stop(at, f"the file is nested deeper than {MOST_LEVELS} levels", advice)
        self._open.append((beside, at))
        return []

    def _mapping(self, nodes: list[Node], at: Place) -> MappingNode | Refused:
        pairs: dict[str, tuple[Scalar, Node]] = {}
        members = iter(nodes)
        for key, node in zip(members, members, strict=True):
            if type(key) is not Scalar:
                self._complex_key(key)
            elif not key.style and key.value != key.value.strip():
                trimmed = self._trimmed(key)
                pairs.setdefault(trimmed.value, (trimmed, node))
            elif key.value == "<<" and not key.style:
                self._feature("merge", key.at, "the merge key '<<' is not read in data files")
            elif pairs.setdefault(key.value, (key, node))[0] is not key:
                self._duplicate(key, pairs[key.value][0])
        # `{{ x }}` is a mapping whose only key is a mapping: that was said, and nothing more is wrong with it.
        return MappingNode(pairs, at) if pairs or not nodes else Refused(at)

    def _complex_key(self, key: Node) -> None:
        if not isinstance(key, Refused):
            advice = "Text that starts with '{' or '[' must stand in quotes."
            self._log.report("wrong-shape", key.at, "a list or mapping stands where a key is expected", advice)

    def _trimmed(self, key: Scalar) -> Scalar:
        """Return a key without the odd spaces around it; in the indentation, they leave open what it belongs to."""
        before = self._lines[key.at.line - 1][: key.at.column - 1]
        if not before.strip() and report_indentation(self._source, [key.at.line], self._log):
            raise _StoppedError
        report_beside_key(key, self._log)
        return key._replace(value=key.value.strip())

    def _duplicate(self, key: Scalar, first: Scalar) -> None:
        problem = f"the key {quoted(key.value)} is given twice"
        advice = "Remove one of the two."
        self._log.report("key-duplicate", key.at, problem, advice, related=(("first given here", first.at),))

    def _alias(self, event: Event) -> Refused:
        at = self._place(event, 1 + len(event.anchor))
        advice = f"the alias {quoted('*' + event.anchor)} is not read in data files"
        self._feature("alias", at, advice)
        return Refused(at)

    def _properties(self, event: Event, at: Place) -> None:
        if event.anchor is not None:
            name = quoted("&" + event.anchor)
            self._feature("anchor", at, f"the anchor {name} is not read in data files; text with '&' needs quotes")
        if event.tag is not None:
            written = _TAG.search(self._lines[at.line - 1], at.column - 1)
            name = quoted(written.group() if written else event.tag.replace("tag:yaml.org,2002:", "!!"))
            self._feature("tag", at, f"the tag {name} is not read in data files; text with '!' needs quotes")

    def _document(self, event: Event, *, is_second: bool) -> None:
        if type(event) is not DocumentStartEvent:
            return
        if event.version or event.tags:
            self._feature("directive", self._place(event), "a directive (%) is not read in data files")
        if is_second:
            at = self._place(event, 3)
            self._log.report("yaml-feature", at, "a second document starts here", "Remove the '---' or split the file.")
            raise _StoppedError

    def _root(self, top: list[Node]) -> Node | None:
        if top and not (isinstance(top[0], Scalar) and top[0].is_empty):
            return top[0]
        problem = "the file is empty, or holds only comments"
        self._log.report("file-empty", Place(self._path, 1, 1), problem, "Fill it, or remove it.")
        return None

    def _feature(self, kind: str, at: Place, problem: str) -> None:
        first, words, count = self._features.get(kind, (at, problem, 0))
        self._features[kind] = (first, words, count + 1)

    def _place(self, event: Event, length: int = 1) -> Place:
        mark = event.start_mark
        return Place(self._path, mark.line + 1, mark.column + 1, length)

    def _stop(self, at: Place, problem: str, advice: str) -> None:
        self._log.report("limit", at, f"{problem}; reading stopped here", advice)
        raise _StoppedError
