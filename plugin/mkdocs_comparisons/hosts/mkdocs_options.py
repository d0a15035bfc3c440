"""The plugin's options as MkDocs checks them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from mkdocs.config import config_options as option
from mkdocs.config.base import BaseConfigOption

from mkdocs_comparisons.planning.settings import Settings


def make_scheme() -> tuple[tuple[str, BaseConfigOption[Any]], ...]:
    """Return the plugin's options: those of `Settings`, with their defaults.

    Not a `Config` class, whose attribute `data` is taken.
    """
    defaults = Settings()
    options: dict[str, BaseConfigOption[Any]] = {"stale_after": option.Optional(option.Type(int))}
    for field in fields(Settings):
        default = getattr(defaults, field.name)
        if isinstance(default, tuple):
            options[field.name] = option.Type(list, default=list(default))
        elif field.name not in options:
            default = dict(default) if isinstance(default, Mapping) else default
            options[field.name] = option.Type(type(default), default=default)
    return tuple(options.items())
