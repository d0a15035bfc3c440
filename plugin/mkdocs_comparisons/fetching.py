"""One file from another site, over HTTP: bounded in size and time, and never by anything but HTTP.

Nothing of a built page asks another host, and neither does a build, but for what the option `inventories` names.
"""

from __future__ import annotations

import time
from http.client import HTTPException, HTTPMessage
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    UnknownHandler,
)

from mkdocs_comparisons.inline import url_problem

_PATIENCE = 10.0
"""Seconds without a sign of the other side."""

_DEADLINE = 60.0
"""Seconds for all of it."""

_CHUNK = 2**16
_LONGEST = 200
"""Characters of a reason."""


class FetchError(Exception):
    """Why a file can't be had."""


class _Redirects(HTTPRedirectHandler):
    """Follows redirects, but not out of HTTP, and not from where nobody can listen to where anybody can."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        kinds = ("https",) if urlsplit(req.full_url).scheme == "https" else ("http", "https")
        if url_problem(newurl) or urlsplit(newurl).scheme.lower() not in kinds:
            fp.close()
            raise FetchError("it leads on to an address that is not followed")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def fetch(url: str, most: int) -> bytes:
    """Return what is at an address.

    Args:
        url: Of the scheme `http:` or `https:`.
        most: The most bytes that it may have.

    Raises:
        FetchError: It can't be had, or is larger.
    """
    deadline = time.monotonic() + _DEADLINE
    request = Request(url, headers={"User-Agent": "mkdocs-comparisons", "Accept": "application/json"})  # noqa: S310 (checked)
    data = bytearray()
    try:
        with _opener().open(request, timeout=_PATIENCE) as response:
            while chunk := response.read1(_CHUNK):
                data += chunk
                if len(data) > most:
                    raise FetchError(f"it is larger than {most // 2**20} MiB")
                if time.monotonic() > deadline:
                    raise FetchError(f"it did not come within {_DEADLINE:.0f} seconds")
    except HTTPError as error:
        error.close()
        raise FetchError(f"the server answers {error.code}") from error
    except URLError as error:
        raise FetchError(f"no answer: {_told(error.reason)}") from error
    except (OSError, HTTPException, ValueError) as error:
        raise FetchError(f"no answer: {_told(error)}") from error
    return bytes(data)


def _told(reason: object) -> str:
    """Return a reason on one line: part of it may be what the other side has sent."""
    words = "".join(character if character.isprintable() else " " for character in str(reason))
    return words[:_LONGEST] or type(reason).__name__


def _opener() -> OpenerDirector:
    # Not `build_opener`: its openers read files and FTP, too.
    opener = OpenerDirector()
    ours = (ProxyHandler, HTTPHandler, HTTPSHandler, HTTPDefaultErrorHandler, HTTPErrorProcessor, _Redirects)
    for handler in (*ours, UnknownHandler):
        opener.add_handler(handler())
    return opener
