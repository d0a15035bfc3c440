"""Ids that authors choose, and the slugs that stand in addresses."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from mkdocs_comparisons.loading.wording import quoted

MOST_CHARACTERS = 128
ID_PATTERN = "[A-Za-z0-9][A-Za-z0-9._+:@-]*"
SLUG_PATTERN = "[a-z0-9]([a-z0-9-]*[a-z0-9])?"

_ID = re.compile(ID_PATTERN)
_SLUG = re.compile(SLUG_PATTERN)
_ALLOWED = "A letter or digit, then letters, digits and '._+:@-' are allowed"


@lru_cache(maxsize=4096)
def is_id(text: str) -> bool:
    """Return whether a text is an id."""
    return len(text) <= MOST_CHARACTERS and _ID.fullmatch(text) is not None


def id_problem(id: str) -> tuple[str, str]:
    """Return what is wrong with an id and what to do; two empty strings where it is right."""
    if len(id) > MOST_CHARACTERS:
        return f"the id has {len(id):,} characters; {MOST_CHARACTERS} is the most", "Shorten it."
    if is_id(id):
        return "", ""
    return ("an id is empty", "Write one.") if not id else (f"{quoted(id)} is no id", _id_advice(id))


def _id_advice(id: str) -> str:
    ascii = _to_ascii(id)
    if ascii is None:
        return "Write an id in ASCII letters and digits, and the title in any script."
    allowed = re.sub(r"[^A-Za-z0-9._+:@-]+", "-", ascii).strip("._+:@-")
    return f"{_ALLOWED}: {quoted(allowed)}, for example." if allowed else f"{_ALLOWED}."


def _to_ascii(text: str) -> str | None:
    """Return a text without the marks on its letters; None where it holds letters that would be lost."""
    decomposed = (
        character for character in unicodedata.normalize("NFKD", text) if not unicodedata.combining(character)
    )
    bare = "".join(decomposed)
    return None if any(character.isalnum() and not character.isascii() for character in bare) else bare


def slug_problem(slug: str) -> tuple[str, str]:
    """Return what is wrong with a slug and what to do; two empty strings where it is right."""
    if len(slug) > MOST_CHARACTERS:
        return f"the slug has {len(slug):,} characters; {MOST_CHARACTERS} is the most", "Shorten it."
    if _SLUG.fullmatch(slug):
        return "", ""
    allowed = re.sub(r"[^a-z0-9]+", "-", (_to_ascii(slug) or "").casefold()).strip("-")
    advice = "Lower-case letters, digits and, between them, '-' are allowed"
    return f"{quoted(slug)} is no slug", f"{advice}: {quoted(allowed)}, for example." if allowed else f"{advice}."


def slug_of(id: str) -> str:
    """Return the slug that an id has unless the author gives another one."""
    return re.sub(r"[^a-z0-9]", "-", id.lower())
