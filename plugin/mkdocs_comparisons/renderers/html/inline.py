"""Inline CommonMark of authors to HTML: made tag by tag from the parsed text, so nothing of it is ever a tag."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markupsafe import Markup

from mkdocs_comparisons.inline import is_plain, parse_inline, url_problem
from mkdocs_comparisons.model.catalogue import NotFound
from mkdocs_comparisons.model.refs import Ref, TermRef, WrittenRef, is_value, parse_ref
from mkdocs_comparisons.renderers.html.elements import element, escape

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it.token import Token

    from mkdocs_comparisons.model.texts import Inline
    from mkdocs_comparisons.views.terms import TermIndex

_MARKS = {"em": "em", "strong": "strong", "s": "s"}


@dataclass(slots=True)
class Prose:
    """Renders the inline texts of one comparison on one page.

    A glossary term links at its first mention on the page, hence the memory in `linked`, which the page's other
    comparisons share.
    """

    href: Callable[[Ref], str]
    find: Callable[[WrittenRef], Ref | NotFound]
    label: Callable[[Ref], str]
    """What a ref without words of its own shows: a title, or a cell's value."""

    aside: Callable[[Ref], str | None]
    """What a pointer on it is told: the note and the sources of a value."""

    terms: TermIndex
    linked: set[TermRef] = field(default_factory=set)

    def render(self, text: Inline | None) -> Markup:
        """Return a text as HTML; nothing for no text."""
        if text is None:
            return Markup()
        if is_plain(text.source):
            return self._words(text.source)
        return Markup("".join(self._pieces(list(parse_inline(text.source).tokens))))

    def _pieces(self, tokens: list[Token]) -> Iterator[Markup]:
        inside_links: list[bool] = []
        for token in tokens:
            if token.type == "link_open":
                inside_links.append(not url_problem(str(token.attrs["href"])))
                yield _link_start(token) if inside_links[-1] else Markup()
            elif token.type == "link_close":
                yield Markup("</a>") if inside_links.pop() else Markup()
            elif token.type == "text":
                yield escape(token.content) if any(inside_links) else self._words(token.content)
            elif token.type == "ref":
                yield escape(self._ref_label(token.content)) if any(inside_links) else self._ref(token.content)
            else:
                yield _mark(token)

    def _words(self, text: str) -> Markup:
        """Escape a stretch of text and link the terms that it mentions for the first time on the page."""
        pieces, done = [], 0
        for start, end, term in self.terms.mentions(text):
            ref = TermRef(term.comparison, term.id)
            if ref in self.linked:
                continue
            self.linked.add(ref)
            mention = element("a", text[start:end], class_="comparison-term", href=self.href(ref))
            pieces += [escape(text[done:start]), mention]
            done = end
        return Markup("".join([*pieces, escape(text[done:])]))

    def _ref(self, content: str) -> Markup:
        found = self._found(content)
        if found is None:
            return escape(f"[[{content}]]")
        kind = "comparison-value" if is_value(found) else None
        return element("a", self._ref_label(content), class_=kind, href=self.href(found), title=self.aside(found))

    def _ref_label(self, content: str) -> str:
        found = self._found(content)
        if found is None:
            return f"[[{content}]]"
        written = parse_ref(content)
        return written.label if written and written.label else self.label(found)

    def _found(self, content: str) -> Ref | None:
        written = parse_ref(content)
        found = self.find(written) if written else None
        return None if isinstance(found, NotFound) else found


def _link_start(token: Token) -> Markup:
    title = str(token.attrs["title"]) if token.attrs.get("title") else None
    link = element("a", href=str(token.attrs["href"]), title=title, rel="nofollow noopener ugc")
    return Markup(link.removesuffix("</a>"))


def _mark(token: Token) -> Markup:
    if token.type == "code_inline":
        return element("code", token.content)
    if token.type == "softbreak":
        return Markup("\n")
    if token.type == "hardbreak":
        return element("br")
    name, _, end = token.type.rpartition("_")
    if name in _MARKS and end in ("open", "close"):
        return Markup(f"<{'/' if end == 'close' else ''}{_MARKS[name]}>")
    return escape(token.content)
