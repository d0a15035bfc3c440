"""Fixtures for tests with data of others."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.building import Built
from tests.corpora.converting import NAMES, convert
from tests.hosts.projects import CONFIG


@pytest.fixture(scope="session")
def built(build: Callable[..., Built], tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A site of all corpora."""
    files = {"mkdocs.yml": CONFIG} | {path: text for name in NAMES for path, text in convert(name).items()}
    return build(tmp_path_factory.mktemp("corpora"), files)
