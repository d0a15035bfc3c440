"""HTML made of values: the only place where a tag is put together.

Children and attribute values are escaped unless they are `Markup`, and attributes are always quoted.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from markupsafe import Markup
from markupsafe import escape as escape_markup

Child = Markup | str

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_BREAKING = re.compile("[<>&\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]")
"""What HTML reads something into, and what some parsers refuse. JSON writes these as escapes, too."""

_VOID = frozenset(("br", "hr", "img", "link", "meta", "wbr"))


def escape(text: str) -> Markup:
    """Escape a text for an element or an attribute; control characters become U+FFFD."""
    if isinstance(text, Markup) or text.isprintable():
        return escape_markup(text)
    return escape_markup(_CONTROL.sub("\ufffd", text))


def element(name: str, /, *children: Child, **attributes: str | int | bool | None) -> Markup:
    """Make an element.

    Args:
        name: The tag's name, ours and never the data's.
        children: Markup as it is, strings escaped.
        attributes: `class_` stands for `class`, `data_state` for `data-state`; None and False leave an attribute out,
            True writes its bare name.
    """
    opening = f"<{name}{_attributes(attributes)}>"
    if name in _VOID:
        return _made(opening)
    return _made(f"{opening}{join(children)}</{name}>")


def data_template(tree: object, **attributes: str | int | bool | None) -> Markup:
    """Make a `<template>` that holds data as JSON, for our own scripts to read; nothing in it can end it.

    Not a `<script type="application/json">`: Material's instant navigation makes each script of a page anew without its
    type, and then runs it.

    Args:
        tree: What `json.dumps` takes.
        attributes: As of `element`.
    """
    return element("template", _json(tree), **attributes)


def linked_data(tree: object) -> Markup:
    """Make a `<script>` of JSON-LD, for the head of a page; nothing in it can end it."""
    return element("script", _json(tree), type="application/ld+json")


def _json(tree: object) -> Markup:
    text = json.dumps(tree, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return _made(_BREAKING.sub(lambda match: f"\\u{ord(match[0]):04x}", text))


def join(children: Iterable[Child], separator: str = "") -> Markup:
    """Put children one after the other."""
    return _made(separator.join([child if type(child) is Markup else escape(child) for child in children]))


def _made(html: str) -> Markup:
    # What `Markup(html)` comes to for a plain string, without its look for a method that strings do not have: a large
    # matrix is made of 100,000 elements.
    return str.__new__(Markup, html)


def _attributes(attributes: dict[str, str | int | bool | None]) -> str:
    made = ""
    for name, value in attributes.items():
        if value is None or value is False:
            continue
        spelled = name.rstrip("_").replace("_", "-")
        made += f" {spelled}" if value is True else f' {spelled}="{escape(str(value))}"'
    return made
