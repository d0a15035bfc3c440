"""Finding a Chromium: the one named, else one of the system's, else Playwright's own.

Its headless shell comes first: the same engine without windows around pages, so that a test takes half the time.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

SHELL = "chromium-headless-shell"
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
    full, shell = _playwrights_own()
    shells = [Path(each) for each in (shutil.which(SHELL), shell) if each]
    installed = [Path(found) for name in NAMES if (found := shutil.which(name))]
    return next(iter((*shells, *installed, *filter(Path.exists, MAC_APPS))), full)


def _playwrights_own() -> tuple[Path | None, Path | None]:
    """Return the Chromium that Playwright has installed and its headless shell, as far as they are there."""
    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    # Beside `chromium-12/chrome-linux64/chrome` lies `chromium_headless_shell-12/`; Playwright tells the first only.
    folder = path.parents[1]
    shells = folder.with_name(folder.name.replace("chromium", "chromium_headless_shell")).glob("*/*headless[-_]shell*")
    return path if path.exists() else None, next((each for each in shells if shutil.which(each)), None)
