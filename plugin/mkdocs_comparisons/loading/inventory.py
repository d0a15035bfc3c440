"""Another site's inventory, from bytes to the model: it comes from elsewhere, so nothing in it is taken for granted.

What is no such inventory is refused as a whole. Addresses in it are paths below the site that the option names, so that
nobody who writes an inventory can make a link lead anywhere else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, NoReturn

from mkdocs_comparisons.inline import UNSEEN, url_problem
from mkdocs_comparisons.loading.ids import is_id, slug_problem
from mkdocs_comparisons.loading.inventory_sources import InventorySource, refusal
from mkdocs_comparisons.model.inventories import Inventory, ListedAttribute, ListedComparison
from mkdocs_comparisons.model.refs import SHARED_PAGES, ExternalRef

MOST_BYTES = 64 * 2**20
_MOST_MARKS = 4_000_000
"""Brackets, commas and the like: each may become an object of some dozen bytes."""

_DEEPEST = 16
_LONGEST = 1_000
_VERSION = 1
_STRUCTURE = re.compile(rb'"(?:[^"\\]++|\\.)*+"?|[\[\]{},:]', re.DOTALL)
_PATH = re.compile(r"(?!/)(?:(?!\.{1,2}(?:/|#|$))[A-Za-z0-9._~-]+(?:/|(?=#)|$))*(?:#[A-Za-z0-9._~-]+)?")
"""A relative path with an anchor: no scheme, no host, no way up, and nothing encoded that could be one."""

_ADVICE = "Ask the people of that site, or leave it out."


class _UnfitError(ValueError):
    """Why an inventory is none."""


def read_inventory(source: InventorySource, data: bytes, kept: str = "") -> Inventory:
    """Return an inventory.

    Args:
        source: Where it comes from.
        data: What it holds.
        kept: The file that the data was read from, if that is a copy.

    Raises:
        SettingsError: It is none, or holds what no inventory of ours would.
    """
    try:
        return _Reader(source.site).inventory(source.name, _tree(data))
    except _UnfitError as error:
        problem = f"what is {f'in {kept}' if kept else f'at {source.at}'} is no inventory of comparisons: {error}"
        advice = "Fetch it anew: 'comparisons inventories --update'." if kept else _ADVICE
        raise refusal(source.name, problem, advice) from None


def _tree(data: bytes) -> object:
    if len(data) > MOST_BYTES:
        _refuse(f"it is larger than {MOST_BYTES // 2**20} MiB")
    depth = 0
    for number, token in enumerate(_STRUCTURE.finditer(data)):
        mark = token.group()
        depth += (mark in (b"[", b"{")) - (mark in (b"]", b"}"))
        if depth > _DEEPEST or number > _MOST_MARKS:
            _refuse("it is nested too deeply" if depth > _DEEPEST else "it holds too much")
    try:
        return json.loads(data.decode("utf-8-sig"), parse_constant=_refuse)
    except UnicodeDecodeError:
        _refuse("it is not UTF-8")
    except (ValueError, RecursionError):
        _refuse("it is not JSON")


def _refuse(problem: str) -> NoReturn:
    raise _UnfitError(problem)


class _Reader:
    """Reads the parts of an inventory."""

    def __init__(self, site: str) -> None:
        self._site = site

    def inventory(self, name: str, tree: object) -> Inventory:
        top = _mapping(tree, "the file")
        version = top.get("version")
        if type(version) is not int or version < _VERSION:
            _refuse("it has no version")
        if version > _VERSION:
            _refuse("it is written for a later version of mkdocs-comparisons")
        comparisons: dict[str, ListedComparison] = {}
        for entry in _list(top.get("comparisons"), "'comparisons'"):
            listed = _mapping(entry, "a comparison")
            id = _id(listed.get("id"), "a comparison")
            _once(id, comparisons)
            comparisons[id] = self._comparison(id, listed)
        shared = {page: self._entries(top.get(page), f"'{page}'") for page in SHARED_PAGES}
        return Inventory(name=name, comparisons=comparisons, shared=shared)

    def _comparison(self, id: str, listed: Mapping[str, Any]) -> ListedComparison:
        where = f"the comparison '{id}'"
        names: dict[str, ExternalRef] = {}
        columns: dict[str, tuple[int, str]] = {}
        for entry in _list(listed.get("subjects"), where):
            subject, title, url, slug = _row(entry, 4, where)
            _once(_id(subject, where), names)
            if not isinstance(slug, str) or slug_problem(slug)[0]:
                _refuse(f"a slug in {where} is none")
            names[subject] = self._ref(title, url, where)
            columns[subject] = len(columns), slug
        for dimension, ref in self._entries(listed.get("dimensions"), where).items():
            _once(dimension, names)
            names[dimension] = ref
        attributes = self._attributes(listed.get("attributes"), len(columns), where)
        ref = self._ref(listed.get("title"), listed.get("url"), where)
        return ListedComparison(ref=ref, names=names, attributes=attributes, columns=columns)

    def _attributes(self, written: object, width: int, where: str) -> dict[str, ListedAttribute]:
        found: dict[str, ListedAttribute] = {}
        for entry in _list(written, where):
            id, title, url, values = _row(entry, 4, where)
            _once(_id(id, where), found)
            ref = self._ref(title, url, where)
            if "#" not in ref.url:
                _refuse(f"the address of an attribute in {where} has no anchor")
            words = tuple(_words(each, where) for each in _list(values, where))
            if len(words) != width:
                _refuse(f"there are more or fewer values than subjects in {where}")
            found[id] = ListedAttribute(ref, words)
        return found

    def _entries(self, written: object, where: str) -> dict[str, ExternalRef]:
        found: dict[str, ExternalRef] = {}
        for entry in _list(written, where):
            id, title, url = _row(entry, 3, where)
            _once(_id(id, where), found)
            found[id] = self._ref(title, url, where)
        return found

    def _ref(self, title: object, url: object, where: str) -> ExternalRef:
        if not isinstance(url, str) or len(url) > _LONGEST or not _PATH.fullmatch(url):
            _refuse(f"an address in {where} is no path below the site")
        address = self._site + url
        if url_problem(address):
            _refuse(f"an address in {where} can't be linked to")
        return ExternalRef(_words(title, where), address)


def _mapping(tree: object, where: str) -> Mapping[str, Any]:
    return tree if isinstance(tree, dict) else _refuse(f"{where} is no mapping")


def _list(tree: object, where: str) -> list[Any]:
    return tree if isinstance(tree, list) else _refuse(f"a list is missing in {where}")


def _row(tree: object, length: int, where: str) -> list[Any]:
    row = _list(tree, where)
    return row if len(row) == length else _refuse(f"an entry of {where} has {len(row)} parts instead of {length}")


def _id(tree: object, where: str) -> str:
    return tree if isinstance(tree, str) and is_id(tree) else _refuse(f"an id in {where} is none")


def _once(id: str, known: Mapping[str, object]) -> None:
    if id in known:
        _refuse(f"there is more than one '{id}'")


def _words(tree: object, where: str) -> str:
    if not isinstance(tree, str) or not tree.strip():
        _refuse(f"a title or value in {where} is no text")
    if len(tree) > _LONGEST:
        _refuse(f"a title or value in {where} is longer than {_LONGEST:,} characters")
    if UNSEEN.search(tree):
        _refuse(f"a title or value in {where} holds a character that controls others")
    return tree
