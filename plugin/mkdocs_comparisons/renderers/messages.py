"""The words of matrices in the reader's language: ours, and those that a site puts in their place.

Only HTML pages speak it. Files for machines and diagrams stay English.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files as resources
from importlib.resources.abc import Traversable
from types import MappingProxyType

from mkdocs_comparisons.diagnostics import did_you_mean
from mkdocs_comparisons.errors import SettingsError
from mkdocs_comparisons.model.dimensions import Kind, ValueType
from mkdocs_comparisons.model.values import Choice, Layers, Level, Rating, State, Value, state_of
from mkdocs_comparisons.renderers.words import (
    ISOLATED,
    NEXT_LAYER,
    REPEATED,
    SHARED,
    DateFormat,
    format_layer,
    format_value,
    headed,
)

ENGLISH = "en"
_PLACEHOLDER = re.compile(r"\{([a-z]+)\}")
_BUILT_IN = (Kind.SUPPORT, Kind.FIT)
_SHARING: Mapping[str, str] = MappingProxyType(
    {SHARED: "layer-shared", REPEATED: "layer-repeated", ISOLATED: "layer-isolated"}
)


@dataclass(frozen=True, slots=True)
class Messages:
    """All words of the interface of matrices, in one language."""

    language: str
    """As the `lang` of HTML has it: `en`, `de`, `zh`."""

    texts: Mapping[str, str]
    """By key, with placeholders such as `{n}`."""

    def say(self, key: str, **values: object) -> str:
        """Return a text with its placeholders filled in. What is filled in is never read for placeholders itself."""
        return _PLACEHOLDER.sub(lambda match: str(values.get(match[1], match[0])), self.texts[key])

    def level(self, level: Level, kind: Kind) -> str:
        """Return the name of a level: a built-in one in the language, an author's own as the author has it."""
        return self.texts[f"level-{level.id}"] if kind in _BUILT_IN else level.title

    def nothing(self, state: State) -> str:
        """Return the words for a state in which nothing is known."""
        return self.texts[state.value]

    def sharing(self, words: str) -> str:
        """Return how the instances of a thing have a layer, from the English words for it."""
        return self.texts[_SHARING[words]]


def load_messages(language: str, overrides: Mapping[str, object] | None = None) -> Messages:
    """Return the words of a language; English ones where there are none in it.

    Args:
        language: Such as `de`, `de_AT`, `de-AT` or `zh-Hant`.
        overrides: Texts of the site's own, by key.

    Raises:
        SettingsError: A text has no such key, is no text, or has other placeholders than ours.
    """
    chosen = re.split("[-_]", language.lower(), maxsplit=1)[0]
    if not chosen.isalpha() or not _file(chosen).is_file():
        chosen = ENGLISH
    texts = {**_read(ENGLISH), **_read(chosen)}
    own = {key: _checked(key, text) for key, text in (overrides or {}).items()}
    return Messages(chosen, MappingProxyType({**texts, **own}))


def format_told(value: Value | None, type: ValueType, messages: Messages, date: DateFormat = str) -> str:
    """Return a value in words of the reader's language; what the author wrote stays as it is."""
    match value:
        case Choice(level):
            return messages.level(level, type.kind)
        case Rating(written=written, best=best):
            return messages.say("rating", score=written, best=best)
        case Layers(layers):
            return NEXT_LAYER.join(head + format_layer(layer) for head, layer in headed(layers, say=messages.sharing))
        case _:
            state = state_of(value)
            return format_value(value, date) if state is State.KNOWN else messages.nothing(state)


def _checked(key: str, text: object) -> str:
    """Return a site's own text.

    Raises:
        SettingsError: It can't stand for ours.
    """
    ours = _read(ENGLISH)
    if key not in ours:
        advice = did_you_mean(str(key), ours) or "All keys stand in the package's file messages/en.json."
        raise SettingsError("messages", f"there is no text '{key}'", advice)
    if not isinstance(text, str):
        raise SettingsError("messages", f"'{key}' is no text", f'Put it in quotes: {key}: "{ours[key]}".')
    needed, found = set(_PLACEHOLDER.findall(ours[key])), set(_PLACEHOLDER.findall(text))
    if needed != found:
        problem = _difference(key, needed, found)
        raise SettingsError("messages", problem, f'Ours is "{ours[key]}".')
    return text


def _difference(key: str, needed: set[str], found: set[str]) -> str:
    missing = [f"'{{{name}}}'" for name in sorted(needed - found)]
    if missing:
        return f"'{key}' lacks {' and '.join(missing)}"
    return f"'{key}' holds '{{{min(found - needed)}}}', which stands for nothing"


@cache
def _read(language: str) -> Mapping[str, str]:
    texts: dict[str, str] = json.loads(_file(language).read_text(encoding="utf-8"))
    return MappingProxyType(texts)


def _file(language: str) -> Traversable:
    return resources("mkdocs_comparisons").joinpath("messages", f"{language}.json")
