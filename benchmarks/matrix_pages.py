"""Pages with a matrix, used in a real browser."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Request, sync_playwright

from benchmarks.matrix_sites import NEEDLE
from tests.browser.chromium import ADVICE, find_chromium
from tests.browser.fixtures import FLAGS
from tests.browser.watched_pages import OWN_HOST

MODULES = Path(__file__).parents[1] / "node_modules"
THEIRS = (
    MODULES / "datatables.net/js/dataTables.min.js",
    MODULES / "datatables.net-dt/js/dataTables.dataTables.min.js",
    MODULES / "datatables.net-dt/css/dataTables.dataTables.min.css",
)
Times = Mapping[str, float]


@dataclass  # no slots: Playwright puts attributes on what it calls
class Bench:
    """Opens a fresh page for each run, and takes down what went wrong in them."""

    browser: Browser
    elsewhere: list[str] = field(default_factory=list)
    """Requests to other hosts."""

    def use_ours(self, url: str, runs: int) -> dict[str, Times]:
        """Return the medians of our element: of what is done once, and with few and with all subjects shown."""
        found: list[dict[str, Times]] = []
        for _ in range(runs):
            with self._opened() as page:
                page.goto(url)
                found.append(page.evaluate("needle => useOurs(needle)", NEEDLE))
        return {part: _medians([each[part] for each in found]) for part in found[0]}

    def use_theirs(self, url: str, runs: int) -> Times:
        """Return the medians of DataTables on the same page, without our script."""
        found: list[Times] = []
        for _ in range(runs):
            with self._opened() as page:
                page.route("**/comparison.js", lambda route: route.abort())
                page.goto(url)
                for path in THEIRS:
                    page.add_style_tag(path=path) if path.suffix == ".css" else page.add_script_tag(path=path)
                found.append(page.evaluate("needle => useDataTables(needle)", NEEDLE))
        return _medians(found)

    @contextmanager
    def _opened(self) -> Iterator[Page]:
        context = self.browser.new_context(viewport={"width": 1280, "height": 900}, service_workers="block")
        context.set_default_timeout(120_000)
        context.add_init_script(path=Path(__file__).with_name("matrix_page.js"))
        context.on("request", self._note)
        yield context.new_page()
        context.close()

    def _note(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme.startswith("http") and parts.hostname != OWN_HOST:
            self.elsewhere.append(request.url)


@contextmanager
def open_bench() -> Iterator[Bench]:
    """Start a browser, with the flags of the browser tests."""
    executable = find_chromium()
    if executable is None:
        raise SystemExit(f"There is no Chromium. {ADVICE}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, headless=True, args=FLAGS)
        yield Bench(browser)
        browser.close()


def _medians(runs: Sequence[Times]) -> Times:
    return {name: median(run[name] for run in runs) for name in runs[0]}
