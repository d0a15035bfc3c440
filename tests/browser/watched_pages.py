"""Pages that take down everything that goes wrong in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Route

Scheme = Literal["light", "dark"]
OWN_HOST = "127.0.0.1"


@dataclass  # no slots: Playwright puts attributes on what it calls
class WatchedPages:
    """Opens pages, and remembers their script errors, console errors and requests to other hosts."""

    browser: Browser
    problems: list[str] = field(default_factory=list)
    _contexts: list[BrowserContext] = field(default_factory=list)

    def open(
        self,
        width: int = 1280,
        scheme: Scheme = "light",
        *,
        height: int = 900,
        javascript: bool = True,
        touch: bool = False,
    ) -> Page:
        """Open an empty page; go on with `page.goto(base + "comparisons/")`.

        Args:
            width: of the viewport, in CSS pixels; 390 is a phone.
            scheme: the colour scheme that the reader's system asks for.
            height: of the viewport, in CSS pixels.
            javascript: whether scripts run.
            touch: whether there is a touch screen instead of a mouse.
        """
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            java_script_enabled=javascript,
            has_touch=touch,
            # A colour in the middle of a transition is neither the old nor the new one, and axe would measure it.
            reduced_motion="reduce",
            service_workers="block",
        )
        self._contexts.append(context)
        context.route("**/*", self._let_own_through)
        context.on("weberror", lambda error: self.problems.append(f"script error: {error.error.stack or error.error}"))
        context.on("console", self._note_console)
        return context.new_page()

    def close(self) -> None:
        """Close all pages."""
        for context in self._contexts:
            context.close()

    def _let_own_through(self, route: Route) -> None:
        if urlsplit(route.request.url).hostname == OWN_HOST:
            route.continue_()
        else:
            self.problems.append(f"request to another host: {route.request.url}")
            route.abort()

    def _note_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.problems.append(f"console error: {message.text} ({message.location.get('url', '')})")
