"""Finding a Chromium: the one named, else one of the system's, else Playwright's own."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC_APPS = (
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
)
ADVICE = "Run `make browser`, or name an executable in the environment variable CHROMIUM."


def find_chromium() -> Path | None:
    """Return the executable to use, or None where there is none.

    Raises:
        FileNotFoundError: where the environment variable CHROMIUM names something that can't be run. Another browser
            than the one asked for would be a surprise.
    """
    if named := os.environ.get("CHROMIUM"):
        found = shutil.which(named)
        if found is None:
            raise FileNotFoundError(f"CHROMIUM names '{named}', which can't be run. Name an executable, or unset it.")
        return Path(found)
    installed = (Path(found) for name in NAMES if (found := shutil.which(name)))
    return next(installed, None) or next(filter(Path.exists, MAC_APPS), None) or _playwrights_own()


def _playwrights_own() -> Path | None:
    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if path.exists() else None
