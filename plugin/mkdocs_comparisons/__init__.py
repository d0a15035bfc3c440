"""Comparisons as code: structured comparison data in; pages, matrices and diagrams out.

What is named here is the public way in; the modules below may change.
"""

from mkdocs_comparisons.errors import ComparisonsError, SettingsError
from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.planning.pages import SitePlan, plan_site
from mkdocs_comparisons.planning.settings import Settings
from mkdocs_comparisons.project import Project, make_stage, open_project, render_file

__all__ = [
    "Catalogue",
    "Comparison",
    "ComparisonsError",
    "Project",
    "Settings",
    "SettingsError",
    "SitePlan",
    "make_stage",
    "open_project",
    "plan_site",
    "render_file",
]
