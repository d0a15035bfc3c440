"""Names in messages: the nearest known one, within a budget, and short lists of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from mkdocs_comparisons.diagnostics import did_you_mean

_MOST_SUGGESTIONS = 50
_MOST_COMPARED = 10_000
_FEW = 8


class Suggestions:
    """Looks for near names until a budget is spent, so that hostile input can't make it a matter of minutes.

    One is made for each run of a rule. Reading on, an author loses nothing: after the first fifty, suggestions repeat.
    """

    def __init__(self) -> None:
        self._left = _MOST_SUGGESTIONS
        self._comparisons_left = _MOST_COMPARED

    def near(self, name: str, known: Collection[str]) -> str:
        """Return `Did you mean 'x'?`, or an empty string where nothing is near or the budget is spent."""
        if self._left <= 0 or len(known) > self._comparisons_left:
            return ""
        self._left -= 1
        self._comparisons_left -= len(known)
        return did_you_mean(name, known)

    def advice(self, name: str, known: Collection[str], otherwise: str = "") -> str:
        """Return the nearest name as a question, else the names where they are few, else other words."""
        near = self.near(name, known)
        if near or not 0 < len(known) <= _FEW:
            return near or otherwise
        return f"Known {'are' if len(known) > 1 else 'is only'} {enumerate_names(known)}."


def enumerate_names(names: Iterable[str], number: int | None = None) -> str:
    """Return `'a', 'b' and 'c'`, or `'a', 'b' and 7 more` where `names` are the first of a larger `number`."""
    shown = [f"'{name[:64]}'" for name in names]
    if number is not None and number > len(shown):
        shown.append(f"{number - len(shown):,} more")
    return " and ".join((", ".join(shown[:-1]), shown[-1])) if len(shown) > 1 else "".join(shown)


def count(number: int, one: str, many: str = "") -> str:
    """Return `1 claim`, `1,200 claims`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
