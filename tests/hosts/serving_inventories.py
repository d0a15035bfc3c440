"""A site that others link to, built and served."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from tests.building import build_project
from tests.hosts.projects import TEA

COCOA = """\
title: Cocoa & tea
subjects:
  tea: {title: Tea}
  cocoa: {title: "Cocoa <b>hot</b>"}
dimensions:
  comfort:
    title: Comfort
    attributes:
      warmth: {title: Warmth, claims: {tea: "as [[tea-vs-coffee:caffeine@tea|strong]] as *it*", cocoa: very}}
glossary:
  foam: {title: foam, text: Air in milk.}
"""
CONFIG = "site_name: Drinks\ntheme: {name: material, font: false}\nplugins: [search, comparisons]\n"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def build_drinks(folder: Path, config: str = "", tea: str = TEA) -> Path:
    """Build the site that others link to, and return the folder in which it is."""
    files = {"comparisons/tea-vs-coffee.yml": tea, "comparisons/cocoa.yml": COCOA, "mkdocs.yml": CONFIG + config}
    built = build_project(folder, files, "--strict")
    assert built.returncode == 0, built.output
    return built.site


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve a folder, and yield its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
