"""Words of messages that several modules need."""

from __future__ import annotations

from collections.abc import Iterable

_MOST = 60


def quoted(text: str) -> str:
    """Return a text of an author's in quotes, on one line, and cut where it is long."""
    line = " ".join(text[: _MOST + 1].split())
    printable = "".join(character if character.isprintable() else "\ufffd" for character in line)
    return f"'{printable[:_MOST]}…'" if len(text) > _MOST else f"'{printable}'"


def one_of(names: Iterable[str]) -> str:
    """Return `a, b or c`; of more than ten names only the first ten."""
    shown = [name if len(name) <= _MOST else f"{name[:_MOST]}…" for name in names]
    if len(shown) > 10:
        return f"{', '.join(shown[:10])} …"
    return " or ".join(part for part in (", ".join(shown[:-1]), shown[-1]) if part) if shown else "(none)"
