"""What a page shows while the data behind it is broken."""

from __future__ import annotations

from markupsafe import Markup

from mkdocs_comparisons.renderers.html.elements import element

# Here, and not in the style sheet of all pages, which hardly ever need it.
_STYLE = Markup(
    "<style>.comparison-problems{margin:1em 0;padding:.8em 1.1em;border:2px solid var(--comparison-poor);"
    "border-radius:var(--comparison-radius)}.comparison-problems .comparison-problems__title{margin:0 0 .5em;"
    "color:var(--comparison-poor);font-weight:700}.comparison-problems pre{max-height:28em;margin:0;overflow:auto;"
    "white-space:pre-wrap}</style>"
)


def render_problems(report: str, *, stale: bool) -> Markup:
    """Return a panel with the diagnostics.

    Args:
        report: The diagnostics as text.
        stale: Whether the page below shows the data from before the mistake.
    """
    below = "The page shows the data as it was before." if stale else "The page will fill when they are mended."
    return _STYLE + element(
        "div",
        element("p", "The comparison data has mistakes. ", below, class_="comparison-problems__title"),
        element("pre", element("code", report)),
        class_="comparison-problems",
        role="alert",
        data_search_exclude=True,
    )


def render_mistake(words: str) -> Markup:
    """Return what stands in a page where a block can't be shown."""
    return _STYLE + element("div", element("pre", element("code", words)), class_="comparison-problems", role="alert")
