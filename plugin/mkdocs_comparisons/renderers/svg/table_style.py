"""How the picture of a matrix looks: letters, signs, and the style sheet that the file carries along."""

from __future__ import annotations

from types import MappingProxyType

from mkdocs_comparisons.renderers.svg.paragraphs import Face

FONTS = "-apple-system, Segoe UI, Roboto, Helvetica Neue, Noto Sans, Arial, sans-serif"
INK, GROUND = "#1f242b", "#ffffff"

CAPTION = Face(13)
HEAD = Face(13, bold=True)
NAME = Face(13)
VALUE = Face(13)
LEVEL = Face(13, bold=True)
NOTE = Face(12)
MARK = Face(10)

SIGN_ROOM = 17
SIGNS = MappingProxyType(
    {
        "good": "m4.7 9.6-3.3-3.3 1.15-1.15 2.15 2.15 4.75-4.75 1.15 1.15z",
        "fair": "m6 1a5 5 0 1 0 0 10 5 5 0 0 0 0-10zm0 1.3v7.4a3.7 3.7 0 0 1 0-7.4z",
        "poor": "m2.7 1.6 3.3 3.3 3.3-3.3 1.1 1.1-3.3 3.3 3.3 3.3-1.1 1.1-3.3-3.3-3.3 3.3-1.1-1.1 3.3-3.3-3.3-3.3z",
        "unknown": "m5.35 7.65v-.5c0-1.7 1.85-1.95 1.85-3.15 0-.65-.5-1.1-1.25-1.1-.8 0-1.3.5-1.4 1.35"
        "l-1.4-.25c.15-1.5 1.35-2.5 2.85-2.5 1.6 0 2.7.95 2.7 2.4 0 1.9-1.95 2.1-1.95 3.35v.4z"
        "m.7 2.85a.95.95 0 1 1 0-1.9.95.95 0 0 1 0 1.9z",
    }
)
"""By the class of what they stand before: shapes of 12 × 12 px, from their upper left corner on."""

# Plain colours and selectors: not only browsers draw such files. Each rule is bound to our own element, since a file
# may be put into a page as it is.
STYLE_SHEET = """
.comparison-table { color-scheme: light dark; }
.comparison-table text { fill: #1f242b; font-variant-numeric: tabular-nums; }
.comparison-table .gap { font-size: 0; }
.comparison-table .head, .comparison-table .band { font-weight: 700; }
.comparison-table .name { font-weight: 500; }
.comparison-table .good, .comparison-table .fair, .comparison-table .poor { font-weight: 600; }
.comparison-table .unknown, .comparison-table .none { font-style: italic; }
.comparison-table .note { font-size: 12px; }
.comparison-table .mark { font-size: 10px; font-style: normal; font-weight: 500; }
.comparison-table .end { text-anchor: end; }
.comparison-table .rtl { direction: rtl; text-anchor: end; }
.comparison-table .rtl.end { text-anchor: start; }
.comparison-table .muted, .comparison-table .mark { fill: #5c6570; }
.comparison-table .unknown, .comparison-table .none { fill: #5c6570; }
.comparison-table .good { fill: #17693f; }
.comparison-table .fair { fill: #7d5200; }
.comparison-table .poor { fill: #a3281f; }
.comparison-table .area { pointer-events: all; }
.comparison-table .rule, .comparison-table .strong { fill: none; stroke: #dfe1e4; }
.comparison-table .strong { stroke: #a9adb3; }
.comparison-table .row:hover .area { fill: #1b6aab12; }
@media (prefers-color-scheme: dark) {
.comparison-table .ground { fill: #14181e; }
.comparison-table text { fill: #e3e7ee; }
.comparison-table .muted, .comparison-table .mark { fill: #a3acb8; }
.comparison-table .unknown, .comparison-table .none { fill: #a3acb8; }
.comparison-table .good { fill: #6fd6a2; }
.comparison-table .fair { fill: #eeb65c; }
.comparison-table .poor { fill: #ff9c91; }
.comparison-table .rule { stroke: #30353d; }
.comparison-table .strong { stroke: #59606a; }
.comparison-table .row:hover .area { fill: #6fb7f21f; }
}
@media (forced-colors: active) {
.comparison-table .ground { fill: Canvas; }
.comparison-table path:not(.rule, .strong) { fill: CanvasText; }
}
"""
