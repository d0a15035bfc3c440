"""Fixtures for tests of matrices."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page

from tests.browser.editors import config_of, files_of
from tests.browser.embeds import HOST
from tests.browser.many_things import write_data
from tests.browser.matrices import enhanced
from tests.building import Built


@pytest.fixture(scope="session")
def editors(build: Callable[..., Built], serve: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """The base URL of a site about text editors, in Material with `navigation.instant` and `navigation.tracking`."""
    folder = tmp_path_factory.mktemp("editors")
    base = serve(folder / "site")
    built = build(folder, files_of(config_of(base)))
    assert built.returncode == 0, built.output
    return base


@pytest.fixture(scope="session")
def large(build: Callable[..., Built], serve: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a page with a large matrix."""
    files = {
        "mkdocs.yml": config_of(),
        "docs/index.md": "# Large\n\n/// comparison | many-things\n///\n",
        "comparisons/many-things.yml": write_data(),
    }
    built = build(tmp_path_factory.mktemp("large"), files)
    assert built.returncode == 0, built.output
    return serve(built.site)


@pytest.fixture
def large_at(large: str, page_at: Callable[..., Page]) -> Callable[..., Locator]:
    """`large_at(fragment, width)`: the large matrix, ready for use."""

    def open_matrix(fragment: str = "", width: int = 1280) -> Locator:
        page = page_at(width)
        page.goto(large + fragment)
        return enhanced(page)

    return open_matrix


@pytest.fixture
def matrix_at(editors: str, page_at: Callable[..., Page]) -> Callable[..., Locator]:
    """`matrix_at(path, width, scheme)`: open a page of that site; returns its first matrix, ready for use.

    More arguments are those of `page_at`. Without a path it is a page with the whole matrix alone; a fragment alone is
    one of that page.
    """

    def open_matrix(path: str = "", width: int = 1280, scheme: str = "light", **options: object) -> Locator:
        page = page_at(width, scheme, **options)
        page.goto(editors + ("" if path.partition("#")[0] else "whole/") + path)
        return enhanced(page)

    return open_matrix


@pytest.fixture(scope="session")
def host(serve: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], str]:
    """`host(body, site)`: a page of another site that embeds parts of `site`; returns its address."""
    folder = tmp_path_factory.mktemp("another")
    base = serve(folder)

    def write(body: str, site: str) -> str:
        name = f"{len(list(folder.iterdir()))}.html"
        (folder / name).write_text(HOST.replace("BODY", body).replace("SITE", site), encoding="utf-8")
        return base + name

    return write
