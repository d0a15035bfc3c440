"""The Markdown extension: `comparison` blocks and `[[refs]]` in any page.

The syntax is that of pymdownx Blocks, and its processor does the work. Only the options are read by us: it would take
`no` for False and `1.10` for 1.1, and would leave a block with a bad option in the page as text, without a word.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from pymdownx.blocks import BlocksProcessor
from pymdownx.blocks.block import Block, type_string

from mkdocs_comparisons.diagnostics import Finding, did_you_mean
from mkdocs_comparisons.errors import ComparisonsError
from mkdocs_comparisons.hosts import zensical
from mkdocs_comparisons.hosts.block_options import read_options
from mkdocs_comparisons.hosts.page_source import PageSource
from mkdocs_comparisons.model.catalogue import NotFound
from mkdocs_comparisons.model.places import Place
from mkdocs_comparisons.model.refs import is_value, parse_ref
from mkdocs_comparisons.planning.block_views import render_embed
from mkdocs_comparisons.planning.options import Mistake, read_embed
from mkdocs_comparisons.planning.stage import Stage
from mkdocs_comparisons.renderers.html.banner import render_mistake
from mkdocs_comparisons.renderers.html.context import PageContext
from mkdocs_comparisons.renderers.html.elements import element
from mkdocs_comparisons.renderers.labels import label_of

_REF = r"\[\[([^\[\]\n]{1,300})\]\]"
_ESCAPED = re.compile("\x02(\\d+)\x03")
"""How Python-Markdown keeps an escaped character: a pipe in a table's cell, for one."""

_LOST = "a 'comparison' block stands in a text that another plugin converts, where it can't be shown"
_OPTION_LINES = re.compile(r"(?:[ ]{4,}(?!\s).*?(?:\n|$))+")


@dataclass(slots=True)
class MarkdownPage:
    """The page that is being converted."""

    stage: Stage
    context: PageContext
    source: PageSource
    is_planned: bool = False
    """Whether the page is one of ours, written as Markdown."""

    findings: list[Finding] = field(default_factory=list)
    """What was wrong on the page; the host reports it."""


class ComparisonsExtension(Extension):
    """Registers the block and the refs.

    A host with plugins sets `page` before it converts one. Elsewhere the page is what the converter knows of itself.
    """

    def __init__(self, *, refs: bool = True, on_lost: Callable[[str], None] | None = None, **options: Any) -> None:
        """Make the extension.

        Args:
            refs: Whether `[[refs]]` are read.
            on_lost: Is told of blocks on a page that was not announced, so that they can't be shown.
            options: Python-Markdown's own.
        """
        super().__init__(**options)
        self.refs = refs
        self.on_lost = on_lost
        self.page: MarkdownPage | None = None

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the host's name)
        """Register with a Markdown converter."""
        md.registerExtension(self)
        host = zensical.host_of(md)
        if host is not None and self.page is None:
            self._open(host, md)
        if self.page and self.page.is_planned and "attr_list" not in md.treeprocessors:
            # The headings of planned pages carry their anchors as `{#id}`.
            md.registerExtensions(["attr_list"], {})
        self._blocks = _Blocks(md.parser, md)
        self._blocks.register(_ComparisonBlock, {"extension": self})
        # Before pymdownx's own blocks, after the indentation of lists is dealt with.
        md.parser.blockprocessors.register(self._blocks, "comparison_blocks", 89.995)
        md.treeprocessors.register(_Unclosed(md, self._blocks, self), "comparison_unclosed", 19.9)
        if self.refs:
            # After code spans (190), escapes (180) and links (160), before other wikis' brackets (75).
            md.inlinePatterns.register(_RefProcessor(md, self), "comparison_refs", 159)

    def _open(self, host: Any, md: Markdown) -> None:
        """Make ready for the page that a host without plugins converts."""
        self.on_lost = zensical.tell
        try:
            page = zensical.open_page(host)
        except ComparisonsError as error:
            zensical.tell(str(error))
            zensical.stop()
            return
        self.page = MarkdownPage(page.stage, page.context, page.source, is_planned=page.is_planned)
        md.postprocessors.register(_Reporter(md, self.page, page), "comparison_report", -100)

    def reset(self) -> None:
        """Forget the blocks of the page before."""
        self._blocks._reset()  # noqa: SLF001 (what pymdownx's own extension does here)

    def report(self, code: str, at: Place, problem: str, advice: str) -> None:
        """Note what is wrong on the page."""
        if self.page is not None:
            self.page.findings.append(Finding(code=code, at=at, problem=problem, advice=advice))


class _Blocks(BlocksProcessor):
    """pymdownx's processor, for one block only, that hands over the options as they are written."""

    def split_header(self, block: str, length: int) -> tuple[dict[str, Any] | None, str]:
        match = _OPTION_LINES.match(block)
        written = match.group() if match else ""
        return {"written": written}, block[len(written) :]


class _ComparisonBlock(Block):
    NAME = "comparison"
    ARGUMENT = None
    OPTIONS = {"written": ("", type_string)}  # noqa: RUF012 (pymdownx's way)

    def on_create(self, parent: etree.Element) -> etree.Element:
        container = etree.SubElement(parent, "div", {"class": "comparison-embed"})
        html = self._render(self.config["extension"])
        container.text = AtomicString(self.md.htmlStash.store(html))
        return container

    def on_end(self, block: etree.Element) -> None:
        if len(block):
            extension, at = self.config["extension"], self.at
            advice = "Indent options by four spaces, or move the text below the closing '///'."
            extension.report("page-block", at, "the block 'comparison' takes options only, but has content", advice)

    def _render(self, extension: ComparisonsExtension) -> str:
        page = extension.page
        if page is None:
            if extension.on_lost:
                extension.on_lost(_LOST)
            return str(render_mistake(_LOST))
        argument = (self.argument or "").strip()
        written = self.options["written"]
        self.at = page.source.find_block(_header(argument), written)
        options, places, problems = read_options(written, self.at)
        embed, mistakes = read_embed(argument, options, page.stage.catalogue)
        for problem in problems:
            extension.report("page-block", problem.at, problem.problem, problem.advice)
        for mistake in mistakes:
            at = self._place(mistake, places, page.source)
            extension.report("page-block", at, mistake.problem, mistake.advice)
        if problems or mistakes:
            words = [*(each.problem for each in problems), *(each.problem for each in mistakes)]
            return str(render_mistake("\n".join(f"{page.source.path}:{self.at.line}: {word}" for word in words)))
        return str(render_embed(page.stage, embed, page.context))

    def _place(self, mistake: Mistake, places: Mapping[str, Place], source: PageSource) -> Place:
        if mistake.part in places:
            return places[mistake.part]
        column = source.line(self.at.line).find(mistake.part) if mistake.part else -1
        return Place(self.at.path, self.at.line, column + 1, len(mistake.part)) if column >= 0 else self.at


def _header(argument: str) -> str:
    return f"/// comparison | {argument}" if argument else "/// comparison"


class _Unclosed(Treeprocessor):
    """Reports blocks that the end of the page found still open: they would have swallowed the rest of it."""

    def __init__(self, md: Markdown, blocks: BlocksProcessor, extension: ComparisonsExtension) -> None:
        super().__init__(md)
        self._blocks = blocks
        self._extension = extension

    def run(self, root: etree.Element) -> None:
        for entry in self._blocks.stack:
            advice = "Close it with a line '///'."
            self._extension.report("page-block", entry.block.at, "the block 'comparison' is never closed", advice)
        self._blocks.stack.clear()


class _Reporter(Postprocessor):
    """Says what was wrong on a page, after all else is done with it, where no plugin does."""

    def __init__(self, md: Markdown, made: MarkdownPage, page: zensical.OpenPage) -> None:
        super().__init__(md)
        self._made = made
        self._page = page

    def run(self, text: str) -> str:
        zensical.report(self._made.findings, self._page)
        return text


class _RefProcessor(InlineProcessor):
    """`[[comparison/name|label]]` to a link."""

    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self, md: Markdown, extension: ComparisonsExtension) -> None:
        super().__init__(_REF, md)
        self._extension = extension

    def handleMatch(  # type: ignore[override]  # noqa: N802 (the host's name)
        self, m: re.Match[str], data: str
    ) -> tuple[str | None, int | None, int | None]:
        page = self._extension.page
        if page is None:
            return None, None, None
        content = _ESCAPED.sub(lambda escaped: chr(int(escaped.group(1))), self.unescape(m.group(1)))
        written = parse_ref(content)
        if written is None:
            advice = "Write '[[comparison/subject]]', say, or put it in backticks."
            self._report(content, page, "this is not a ref", advice)
            return None, None, None
        found = page.stage.catalogue.find(written, None)
        if isinstance(found, NotFound):
            advice = did_you_mean(found.name, found.known) or "Put it in backticks if no ref is meant."
            self._report(content, page, found.problem, advice)
            return None, None, None
        stage = page.stage
        label = written.label or label_of(found, stage.catalogue, stage.date, stage.messages)
        kind = "comparison-value" if is_value(found) else "comparison-ref"
        link = element("a", label, class_=kind, href=page.context.href(found), title=page.context.aside(found))
        return self.md.htmlStash.store(str(link)), m.start(0), m.end(0)

    def _report(self, content: str, page: MarkdownPage, problem: str, advice: str) -> None:
        escaped = content.replace("|", "\\|")
        self._extension.report("page-ref", page.source.find_text(f"[[{content}]]", f"[[{escaped}]]"), problem, advice)


def makeExtension(**options: Any) -> ComparisonsExtension:  # noqa: N802 (the host's name)
    """Return the extension: Python-Markdown's way in."""
    return ComparisonsExtension(**options)
