"""Exceptions of the core. Each carries its subject and says what to do."""

from __future__ import annotations


class ComparisonsError(Exception):
    """The base of what this package raises on purpose."""


class SettingsError(ComparisonsError):
    """An option that can't be used."""

    def __init__(self, option: str, problem: str, advice: str) -> None:
        super().__init__(f"option '{option}': {problem}. {advice}")
        self.option = option
