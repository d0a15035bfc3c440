"""Serving folders over HTTP on this machine, for a browser."""

from __future__ import annotations

import functools
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Self


class FolderServer:
    """Serves folders, each at a port of its own, until it is closed."""

    def __init__(self) -> None:
        self._servers: dict[Path, ThreadingHTTPServer] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for server in self._servers.values():
            server.shutdown()
            server.server_close()

    def serve(self, folder: Path) -> str:
        """Serve a folder; return its base URL, which ends in a slash. The same folder keeps its URL."""
        folder = folder.resolve()
        if folder not in self._servers:
            self._servers[folder] = _start(folder)
        return f"http://127.0.0.1:{self._servers[folder].server_port}/"


class _QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: what a page fails to load fails its test anyway."""

    def end_headers(self) -> None:
        # A test that rebuilds a site must not see the page from before.
        self.send_header("Cache-Control", "no-store")
        # As GitHub Pages does: without it no page may read another site's data.
        self.send_header("Access-Control-Allow-Origin", "*")
        super().end_headers()


def _start(folder: Path) -> ThreadingHTTPServer:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_QuietHandler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
