"""Inline CommonMark of untrusted authors, taken apart: one parser for those who check text and those who render it.

Raw HTML and images are off. What a link or a ref points to is not judged here: the rules report bad ones, and the
renderer refuses them a second time.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

_SPECIAL = re.compile(r"[\\`*_\[\]<>&!~:/@\n]|www\.")
_REF = re.compile(r"\[\[([^\[\]\n]{1,300})\]\]")
_INVISIBLE = re.compile("[\u0000-\u0020\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\\\\\"'<>`]")
UNSEEN = re.compile("[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
"""What no title holds: control characters, ends of lines, what turns text around, and halves of characters."""

_HOST = re.compile(r"[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?|\[[0-9a-f:.]{2,45}\]", re.IGNORECASE)
_MAIL = re.compile(r"[^@/?#]+@[^@/?#]+(\?[^#]*)?")


@dataclass(frozen=True, slots=True)
class Parsed:
    """An inline text in parts."""

    tokens: tuple[Token, ...]
    refs: tuple[str, ...]
    """What stands between `[[` and `]]`, outside code."""

    links: tuple[str, ...]
    """Addresses of the links, as CommonMark reads them."""


def is_plain(source: str) -> bool:
    """Return whether a text holds no character that could mean anything to CommonMark."""
    return _SPECIAL.search(source) is None


@lru_cache(maxsize=16_384)
def parse_inline(source: str) -> Parsed:
    """Take a text apart; results are kept, since claims repeat themselves."""
    block = _parser().parseInline(source)[0]
    tokens = tuple(block.children or ())
    refs = tuple(token.content for token in tokens if token.type == "ref")
    links = tuple(str(token.attrs["href"]) for token in tokens if token.type == "link_open")
    return Parsed(tokens, refs, links)


def written_words(ref: str) -> str:
    """Return a ref's own label, else the ref as written: for where nothing is known of what it leads to."""
    return ref.rpartition("|")[2]


def plain_words(source: str, refs: Callable[[str], str] = written_words) -> str:
    """Return what a text says, without its marks; `refs` tells what stands for a ref."""
    if is_plain(source):
        return source
    words = []
    for token in parse_inline(source).tokens:
        if token.type in ("text", "code_inline"):
            words.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            words.append(" ")
        elif token.type == "ref":
            words.append(refs(token.content))
    return "".join(words)


def url_problem(url: str) -> str:
    """Return what speaks against linking to an address, or an empty string.

    Allowed are `http:` and `https:` addresses with an ASCII host and without user or password, and `mailto:`.
    """
    if len(url) > 2048:
        return "the address is longer than 2,048 characters"
    if _INVISIBLE.search(url):
        return "the address holds a space, quote, backslash or invisible character"
    try:
        parts = urlsplit(url)
        port_is_valid = parts.port is None or parts.port > 0
    except ValueError:
        return "the address is malformed"
    if parts.scheme.lower() == "mailto":
        return "" if _MAIL.fullmatch(parts.path) else "the address names no mailbox"
    if parts.scheme.lower() not in ("http", "https") or not url[len(parts.scheme) :].startswith("://"):
        scheme = parts.scheme
        return f"links of the scheme '{scheme}:' are not allowed" if scheme else "the address has no scheme"
    if "@" in parts.netloc:
        return "the address holds a user name"
    if not port_is_valid or not parts.hostname or not _HOST.fullmatch(parts.netloc.rsplit(":", 1)[0] or ""):
        return _host_problem(parts.netloc)
    return ""


def _host_problem(netloc: str) -> str:
    if netloc and not netloc.isascii():
        return "the host is not ASCII"
    return "the address has no valid host"


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).disable(["image", "html_inline"])
    parser.inline.ruler.before("link", "ref", _read_ref)
    # Addresses are judged by `url_problem`: with the parser's own check a bad link would turn into text unseen.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


def _read_ref(state: StateInline, silent: bool) -> bool:
    match = _REF.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.push("ref", "", 0).content = match.group(1)
    state.pos = match.end()
    return True
