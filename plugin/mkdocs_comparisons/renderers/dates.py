"""Dates as readers of one language write them."""

from __future__ import annotations

from datetime import date

from mkdocs_comparisons.errors import SettingsError
from mkdocs_comparisons.renderers.words import DateFormat

_SKELETONS = {4: "y", 7: "yMMMM"}
"""CLDR patterns by the length of what is known: a year, a month."""


def date_format(locale: str) -> DateFormat:
    """Return how dates are shown in a locale such as `de` or `en_GB`; as written where it is empty.

    Raises:
        SettingsError: There is no such locale, or Babel, which knows them, is not installed.
    """
    if not locale:
        return str
    try:
        from babel import Locale, UnknownLocaleError  # noqa: PLC0415 (only sites with a locale need it)
        from babel.dates import format_date, format_skeleton  # noqa: PLC0415
    except ImportError as error:
        problem, advice = "dates in a language need Babel", "Install it: pip install 'mkdocs-comparisons[locale]'."
        raise SettingsError("locale", problem, advice) from error
    try:
        known = Locale.parse(locale.replace("-", "_"))
    except (UnknownLocaleError, ValueError) as error:
        raise SettingsError("locale", f"'{locale}' is no known locale", "Write one such as 'de' or 'en_GB'.") from error

    def format(written: str) -> str:
        day = date.fromisoformat((written + "-01-01")[:10])
        if len(written) in _SKELETONS:
            return format_skeleton(_SKELETONS[len(written)], day, locale=known)
        return format_date(day, "long", locale=known)

    return format
