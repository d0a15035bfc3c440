"""`mkdocs serve` while the data breaks and heals."""

from __future__ import annotations

import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.building import MKDOCS, write_files

PANEL = "comparison-problems"
CONFIG = "site_name: Test\ntheme: {name: mkdocs, highlightjs: false}\nplugins: [search, comparisons]\n"
DATA = """\
title: Tea vs coffee
subjects:
  tea: {title: Tea}
  coffee: {title: Coffee}
dimensions:
  taste:
    title: Taste
    attributes:
      bitter: {title: Bitterness, claims: {tea: Mild, coffee: Strong}}
"""
BROKEN: dict[str, tuple[bytes, str]] = {
    "a tab": (DATA.replace("  tea:", "\ttea:").encode(), "yaml-syntax"),
    "a wrong key": (DATA.replace("    title: Taste", "    titel: Taste").encode(), "key-unknown"),
    "a subject that is not there": (DATA.replace("tea: Mild", "tee: Mild").encode(), "unknown-subject"),
    "an empty file": (b"", "file-empty"),
    "other bytes than UTF-8": (DATA.replace("Tea vs", "Thé vs").encode("latin-1"), "encoding"),
    "an alias bomb": (DATA.encode() + b"a: &a [x]\nb: [*a, *a]\n", "yaml-feature"),
    "hostile text": (DATA.replace("tea: Mild", "tea: '[x](javascript:alert(1)) <script>'").encode(), "unsafe-link"),
}


class Server:
    """A running `mkdocs serve`."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "comparisons/tea-vs-coffee.yml"
        port = _free_port()
        self._base = f"http://127.0.0.1:{port}/"
        self._log = (folder / "serve.log").open("wb")
        self.process = subprocess.Popen(
            [MKDOCS, "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=folder,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
            stdout=self._log,
            stderr=subprocess.STDOUT,
        )

    def page(self, path: str = "comparisons/tea-vs-coffee/taste/", *, timeout: float = 3) -> str:
        """Return a page; a server that hangs or is gone fails the test."""
        with urllib.request.urlopen(self._base + path, timeout=timeout) as response:  # noqa: S310 (our own server)
            text: str = response.read().decode()
            return text

    def wait(self, is_done: Callable[[str], bool], path: str = "comparisons/tea-vs-coffee/taste/") -> str:
        """Ask for a page until it is as wanted, and return it."""
        deadline = time.monotonic() + 40
        page = ""
        while time.monotonic() < deadline:
            assert self.process.poll() is None, "the server ended"
            try:
                page = self.page(path)
            except (ConnectionError, urllib.error.URLError) as error:
                # Not up yet, or no such page yet; a page that does not come in time is another matter.
                if isinstance(getattr(error, "reason", error), TimeoutError):
                    pytest.fail("the server hangs", pytrace=False)
                page = ""
            if page and is_done(page):
                return page
            time.sleep(0.2)
        pytest.fail(f"the page did not become as it should:\n{page[:3000]}", pytrace=False)

    def close(self) -> None:
        """End the process that was started here."""
        self.process.terminate()
        self.process.wait(10)
        self._log.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture
def serve_project() -> Iterator[Callable[[Path, bytes], Server]]:
    """`serve_project(folder, data)`: serve a project with this data file until the test ends."""
    servers: list[Server] = []

    def start(folder: Path, data: bytes) -> Server:
        files: dict[str, str | bytes] = {
            "mkdocs.yml": CONFIG,
            "docs/index.md": "# Home\n",
            "comparisons/tea-vs-coffee.yml": data,
        }
        write_files(folder, files)
        servers.append(Server(folder))
        return servers[-1]

    yield start
    for server in servers:
        server.close()


def test_broken_data_is_shown_and_heals(tmp_path: Path, serve_project: Callable[[Path, bytes], Server]) -> None:
    """While an author types, the page keeps answering: with the last good data and what is wrong, then the new."""
    server = serve_project(tmp_path, DATA.encode())
    assert "Mild" in server.wait(lambda page: PANEL not in page)
    for number, (what, (broken, code)) in enumerate(BROKEN.items()):
        server.file.write_bytes(broken)
        page = server.wait(lambda page: PANEL in page)
        assert f"{code}:" in page, what
        assert "tea-vs-coffee.yml:" in page, what
        assert ("Mild" if not number else f"Mild {number - 1}") in page, what
        assert "<script>'" not in page, what
        server.file.write_text(DATA.replace("Mild", f"Mild {number}"), encoding="utf-8")
        server.wait(lambda page, word=f"Mild {number}": PANEL not in page and word in page)  # type: ignore[misc]
    assert server.process.poll() is None
    assert "Traceback" not in (tmp_path / "serve.log").read_text(encoding="utf-8")


def test_broken_data_at_the_start(tmp_path: Path, serve_project: Callable[[Path, bytes], Server]) -> None:
    """A server that is started on broken data comes up, says what is wrong, and fills its pages when it is mended."""
    server = serve_project(tmp_path, BROKEN["a wrong key"][0])
    page = server.wait(lambda page: PANEL in page, "comparisons/")
    assert "key-unknown:" in page
    server.file.write_text(DATA, encoding="utf-8")
    assert "Mild" in server.wait(lambda page: PANEL not in page)
    assert "Traceback" not in (tmp_path / "serve.log").read_text(encoding="utf-8")


def test_a_broken_block_keeps_the_server_up(tmp_path: Path, serve_project: Callable[[Path, bytes], Server]) -> None:
    """A mistake in a block is found after the pages are converted: there, too, nothing may be raised."""
    server = serve_project(tmp_path, DATA.encode())
    server.wait(lambda page: PANEL not in page)
    home = tmp_path / "docs/index.md"
    home.write_text("# Home\n\n/// comparison | tea-vs-cofee\n///\n", encoding="utf-8")
    assert "there is no comparison" in server.wait(lambda page: PANEL in page, "")
    home.write_text("# Home\n\n/// comparison | tea-vs-coffee\n///\n", encoding="utf-8")
    assert "Mild" in server.wait(lambda page: PANEL not in page and "comparison-matrix" in page, "")
    log = (tmp_path / "serve.log").read_text(encoding="utf-8")
    assert "docs/index.md:3:18: page-block: there is no comparison 'tea-vs-cofee'" in log
