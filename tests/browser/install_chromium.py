"""Install a Chromium for the browser tests where there is none: `python -m tests.browser.install_chromium`."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from pathlib import Path

from tests.browser.chromium import ADVICE, SHELL, find_chromium


def main() -> int:
    """Make sure that there is a Chromium; return 0 if there is."""
    try:
        found = find_chromium() or _install()
    except FileNotFoundError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"Chromium: {found}\n" if found else f"No Chromium, and none could be installed. {ADVICE}\n")
    return 0 if found else 1


def _install() -> Path | None:
    """Install a package of Debian's where we may, else Playwright's own, and return what is found then."""
    if _is_debian() and os.geteuid() == 0:
        _run("apt-get", "update", "--quiet=2")
        for package in (SHELL, "chromium"):
            _run("apt-get", "install", "--quiet=2", "--yes", "--no-install-recommends", package)
            if found := find_chromium():
                return found
    _run(sys.executable, "-m", "playwright", "install", "chromium")
    return find_chromium()


def _is_debian() -> bool:
    """Return whether this is Debian itself: Ubuntu's package of the same name is a stub for another store."""
    try:
        return platform.freedesktop_os_release().get("ID") == "debian"
    except OSError:
        return False


def _run(*command: str) -> None:
    """Run a command; whether it helped shows in what is found afterwards."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, check=False)


if __name__ == "__main__":
    sys.exit(main())
