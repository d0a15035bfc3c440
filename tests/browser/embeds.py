"""Pages of another site that embed parts of ours."""

from __future__ import annotations

from playwright.sync_api import Frame, Page

HOST = """\
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Another site</title><style>
body { margin: 20px; background: #fffdf4; color: #221d10; font: 17px Georgia, serif; }
body.night { background: #101014; color: #e9e6f2; }
table, th, td, button, input { border: 9px solid red !important; background: yellow !important; }
iframe.comparison-embed { width: 100%; height: 80px; border: 0 !important; background: none !important; }
</style></head><body><main><h1>Another site</h1>
BODY
</main></body></html>
"""
FRAME = '<iframe class="comparison-embed" title="Editors" src="SITEcomparisons/embed/text-editors/PATH"></iframe>'
ELEMENT = '<comparison-embed src="SITEcomparisons/text-editors/data.json" ATTRIBUTES></comparison-embed>'
SCRIPT = '<script type="module" src="SITEassets/comparisons/comparison-embed.js"></script>'


def frame_of(page: Page) -> Frame:
    """Return the frame of a page once its matrix has its controls."""
    frame = page.frames[1]
    frame.locator(".comparison-tools, figure").first.wait_for()
    return frame


def height_of(page: Page) -> float:
    """Return how tall a frame is."""
    return float(page.locator("iframe.comparison-embed").evaluate("each => each.getBoundingClientRect().height"))


def content_height(frame: Frame) -> float:
    """Return how tall what is in it is."""
    return float(frame.evaluate("document.documentElement.getBoundingClientRect().height"))
