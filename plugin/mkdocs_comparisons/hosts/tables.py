"""Tables in anybody's Markdown files: between two comments, and every other byte is left alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from markdown_it import MarkdownIt

from mkdocs_comparisons.diagnostics import Finding
from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.places import Place
from mkdocs_comparisons.model.refs import Ref
from mkdocs_comparisons.planning.embeds import SWITCHES, Embed
from mkdocs_comparisons.planning.options import Written, read_embed
from mkdocs_comparisons.renderers.gfm import render_table
from mkdocs_comparisons.views.matrix import build_matrix

_START = re.compile(r"(?P<prefix>[ \t>]*)<!--[ \t]*comparison:(?P<words>.*?)-->[ \t]*$")
_END = re.compile(r"[ \t>]*<!--[ \t]*/comparison[ \t]*-->[ \t]*$")
_NEAR = re.compile(r"[ \t>]*<!--[ \t]*/?[ \t]*comparisons?[ \t]*(:|-->)")
"""What was meant as a marker: misspelled, or with something else in its line."""

_OPTION = re.compile(r'(?<![A-Za-z_-])(?P<name>[A-Za-z_-]{1,40})=(?:"(?P<quoted>[^"]*)"|(?P<word>[^\s"]*))')
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_VIEWS = ("matrix", "versus")
_CODE = "page-block"


@dataclass(frozen=True, slots=True)
class Filled:
    """A file as it should be."""

    text: str
    findings: tuple[Finding, ...]
    """What is wrong with its markers; then the text is as it was."""

    tables: int


def fill(path: str, text: str, catalogue: Catalogue, href: Callable[[Ref], str] | None = None) -> Filled:
    """Fill what stands between the markers of a file.

    Args:
        path: The file's name in messages.
        text: What is in it, with its own line ends.
        catalogue: What can be shown.
        href: Where the site's pages are, if heads are to be links.
    """
    return _Filler(path, text, catalogue, href).fill()


class _Filler:
    def __init__(self, path: str, text: str, catalogue: Catalogue, href: Callable[[Ref], str] | None) -> None:
        self.path = path
        self.text = text
        self.catalogue = catalogue
        self.href = href
        self.findings: list[Finding] = []
        self.tables = 0

    def fill(self) -> Filled:
        made: list[str] = []
        opened: tuple[Place, re.Match[str], str] | None = None
        bom = "\ufeff" if self.text.startswith("\ufeff") else ""
        made.append(bom)
        for number, line, is_code in _lines(self.text.removeprefix(bom)):
            start, end = (
                (None, None) if is_code else (_START.match(line.rstrip("\r\n")), _END.match(line.rstrip("\r\n")))
            )
            at = Place(self.path, number, len(line) - len(line.lstrip(" \t>")) + 1, len(line.strip(" \t>\r\n")))
            if not (start or end or is_code) and _NEAR.match(line):
                advice = "Write '<!-- comparison: ID -->' or '<!-- /comparison -->', alone in the line."
                self._report(at, "this is no marker", advice)
            if start and opened:
                self._report(
                    opened[0], "the marker is never closed", "Write '<!-- /comparison -->' below it, alone in the line."
                )
            if end and opened:
                made += self._table(*opened)
                opened = None
            elif end:
                self._report(at, "the marker closes nothing", "Write '<!-- comparison: ID -->' above it, or delete it.")
            if start:
                opened = at, start, line[len(line.rstrip("\r\n")) :] or "\n"
            if start or end or not opened:
                made.append(line)
        if opened:
            self._report(
                opened[0], "the marker is never closed", "Write '<!-- /comparison -->' below it, alone in the line."
            )
        text = self.text if self.findings else "".join(made)
        return Filled(text, tuple(self.findings), self.tables)

    def _table(self, at: Place, start: re.Match[str], newline: str) -> Iterator[str]:
        embed = self._embed(at, start["words"].split(None, 1))
        if embed is None:
            return
        comparison = self.catalogue.comparison(embed.comparison)
        built = build_matrix(comparison, embed.selection, differences=embed.differences) if comparison else None
        if built is None or built.is_empty:
            self._report(at, "there is nothing to show", "Name other dimensions or attributes, or no differences.")
            return
        self.tables += 1
        table = render_table(built, self.catalogue, caption=embed.caption, transpose=embed.transpose, href=self.href)
        for line in ("", *table.split("\n"), ""):
            yield f"{start['prefix']}{line}".rstrip() + newline if not line else f"{start['prefix']}{line}{newline}"

    def _embed(self, at: Place, words: list[str]) -> Embed | None:
        if not words:
            self._report(at, "the marker names no comparison", "Write '<!-- comparison: ID -->'.")
            return None
        options = self._options(at, words[1] if len(words) > 1 else "")
        if options is None:
            return None
        embed, mistakes = read_embed(words[0], options, self.catalogue)
        for mistake in mistakes:
            self._report(at, mistake.problem, mistake.advice)
        if not mistakes and embed.view not in _VIEWS:
            problem = f"the view '{embed.view}' can't be shown in a Markdown file"
            self._report(at, problem, f"Take one of {', '.join(_VIEWS)}.")
        return None if mistakes or embed.view not in _VIEWS else embed

    def _options(self, at: Place, written: str) -> Mapping[str, Written] | None:
        options: dict[str, Written] = {}
        for match in _OPTION.finditer(written):
            word = match["word"]
            value = match["quoted"] if word is None else tuple(word.split(",")) if "," in word else word
            options[match["name"]] = value
        rest = _OPTION.sub(" ", written).split()
        options |= dict.fromkeys((word for word in rest if word in SWITCHES), "yes")
        wrong = [word for word in rest if word not in SWITCHES]
        for word in wrong:
            self._report(at, f"'{word}' is no option", "Write options as 'name=value', and lists as 'name=a,b'.")
        return None if wrong else options

    def _report(self, at: Place, problem: str, advice: str) -> None:
        self.findings.append(Finding(code=_CODE, at=at, problem=problem, advice=advice))


def _lines(text: str) -> Iterator[tuple[int, str, bool]]:
    """Yield each line with its number and whether it is in a block of code."""
    blocks = (token for token in MarkdownIt("commonmark").parse(text) if token.type in ("fence", "code_block"))
    code = {number for token in blocks for number in range(*(token.map or (0, 0)))}
    for number, line in enumerate(_LINE.findall(text)):
        yield number + 1, line, number in code
