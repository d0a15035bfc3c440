"""The option `inventories`: which other sites refs may lead to, and where their inventories are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from mkdocs_comparisons.diagnostics import did_you_mean
from mkdocs_comparisons.errors import SettingsError
from mkdocs_comparisons.inline import url_problem
from mkdocs_comparisons.model.refs import SHARED_PAGES

OPTION = "inventories"
FILE_NAME = "comparisons.inv.json"
"""What the file of a site is called, at its root."""

_KEYS = ("url", "file", "site", "sha256")
_NAME = re.compile("[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?")
_HASH = re.compile("[0-9a-f]{64}")
_EXAMPLE = "`infra: https://example.org/infra/`, say"


@dataclass(frozen=True, slots=True, kw_only=True)
class InventorySource:
    """Where an inventory is."""

    name: str
    url: str
    """Its address; empty where it is a file."""

    file: str
    """Its path, relative to the project; empty where it has an address."""

    site: str
    """The address of the site that it lists, with a slash at its end."""

    sha256: str
    """What its content must have; empty for any."""

    @property
    def at(self) -> str:
        """The address or the path, for messages."""
        return self.url or self.file


def read_inventory_sources(written: object) -> tuple[InventorySource, ...]:
    """Return where inventories are, as the option has it: by name an address, or a mapping.

    Raises:
        SettingsError: The option can't be used.
    """
    if not isinstance(written, Mapping):
        raise SettingsError(OPTION, "inventories are written as a mapping", f"Write {_EXAMPLE}.")
    return tuple(_source(name, each) for name, each in written.items())


def _source(name: object, written: object) -> InventorySource:
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        advice = "Lower-case letters, digits and, between them, '-' are allowed."
        raise SettingsError(OPTION, f"'{str(name)[:80]}' is no name for an inventory", advice)
    if name in SHARED_PAGES:
        raise SettingsError(OPTION, f"'{name}' is the name of a page in refs", "Take another name.")
    parts = _parts(name, written)
    url, file = parts["url"], parts["file"]
    if bool(url) == bool(file):
        raise refusal(name, "it needs either an address or a file", f"Write {_EXAMPLE}.")
    url = _inventory_address(name, url) if url else ""
    site = parts["site"] or (urljoin(url, ".") if url else "")
    if not site:
        advice = f"Write `{name}: {{file: {file}, site: https://example.org/}}`, with the address of that site."
        raise refusal(name, "a file does not say where its site is", advice)
    if parts["sha256"] and not _HASH.fullmatch(parts["sha256"]):
        raise refusal(name, "its 'sha256' is no SHA-256", "Write 64 hexadecimal digits, in quotes.")
    return InventorySource(name=name, url=url, file=file, site=_site(name, site), sha256=parts["sha256"])


def refusal(name: str, problem: str, advice: str) -> SettingsError:
    """Return the error that an inventory can't be used."""
    return SettingsError(OPTION, f"the inventory '{name}' can't be used: {problem}", advice)


def _parts(name: str, written: object) -> dict[str, str]:
    if isinstance(written, str):
        written = {"url" if "://" in written else "file": written}
    if not isinstance(written, Mapping):
        raise refusal(name, "it is neither an address nor a mapping", f"Write {_EXAMPLE}.")
    for key, value in written.items():
        if key not in _KEYS:
            advice = did_you_mean(str(key), _KEYS) or f"There are {', '.join(_KEYS)}."
            raise refusal(name, f"there is no key '{str(key)[:80]}'", advice)
        if not isinstance(value, str) or not value:
            raise refusal(name, f"its '{key}' is no text", "Write it in quotes.")
    return {key: str(written.get(key, "")) for key in _KEYS}


def _inventory_address(name: str, url: str) -> str:
    """Return the address of an inventory; that of a site is enough."""
    _check_address(name, "url", url)
    parts = urlsplit(url)
    if parts.query or parts.path.endswith(".json"):
        return url
    return f"{url.rstrip('/')}/{FILE_NAME}"


def _site(name: str, url: str) -> str:
    _check_address(name, "site", url)
    if urlsplit(url).query:
        raise refusal(name, "the address of its site has a query", "Write that of the site's home page.")
    return f"{url.rstrip('/')}/"


def _check_address(name: str, key: str, url: str) -> None:
    problem = url_problem(url)
    if not problem and urlsplit(url).scheme.lower() not in ("http", "https"):
        problem = "it is no address of a site"
    if not problem and "#" in url:
        problem = "the address leads into a page"
    if problem:
        raise refusal(name, f"in its '{key}', {problem}", f"Write {_EXAMPLE}.")
