"""Reports for people, programs, and the places where code is reviewed."""

from __future__ import annotations

from mkdocs_comparisons.renderers.reports.github import render_github
from mkdocs_comparisons.renderers.reports.objects import render_json
from mkdocs_comparisons.renderers.reports.plain import render_finding, render_summary, render_text
from mkdocs_comparisons.renderers.reports.sarif import render_sarif

__all__ = ["render_finding", "render_github", "render_json", "render_sarif", "render_summary", "render_text"]
