"""Users' own page templates: Jinja, to Markdown.

A template is code of the site's owner, as trusted as `docs/`. What it prints from the data is encoded, so that neither
Markdown nor a later Jinja stage reads anything into it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError

from mkdocs_comparisons.errors import SettingsError
from mkdocs_comparisons.planning.pages import Heading, PlannedPage, SitePlan
from mkdocs_comparisons.planning.writers import encode, write_markdown, write_part


class MarkdownText(str):
    """Markdown that was written already: printed as it is."""

    __slots__ = ()


def write_by_templates(plan: SitePlan, root: Path) -> dict[str, str]:
    """Return the pages that have a template, as Markdown, by source path.

    Templates are named after the kinds of pages, such as `dimension.md.j2`. They see `page` (its `title`, `description`
    and `kind`), `body` (the page as it would be without a template) and `parts` (the same in pieces, each with
    `is_heading` and `markdown`).

    Args:
        plan: The pages; its settings name the folder of templates.
        root: What the folder is relative to.

    Raises:
        SettingsError: There is no such folder, or a template has a mistake.
    """
    folder = plan.settings.templates
    if not folder:
        return {}
    if not (root / folder).is_dir():
        raise SettingsError("templates", f"there is no folder '{folder}' in {root}", "Create it.")
    environment = Environment(
        loader=FileSystemLoader(root / folder),
        undefined=StrictUndefined,
        finalize=_finalize,
        autoescape=False,  # noqa: S701 (the output is Markdown: `finalize` encodes for it)
        keep_trailing_newline=True,
    )
    names = set(environment.list_templates())
    return {page.src: _write(page, environment) for page in plan.pages if _name(page) in names}


def _name(page: PlannedPage) -> str:
    return f"{page.kind}.md.j2"


def _write(page: PlannedPage, environment: Environment) -> str:
    parts = [
        {"is_heading": isinstance(part, Heading), "markdown": MarkdownText(write_part(part))} for part in page.parts
    ]
    try:
        template = environment.get_template(_name(page))
        return template.render(page=page, body=MarkdownText(write_markdown(page)), parts=parts)
    except TemplateSyntaxError as error:
        problem = f"{error.name or _name(page)}:{error.lineno}: {error.message}"
        raise SettingsError("templates", problem, "Correct the template.") from error
    except TemplateError as error:
        raise SettingsError("templates", f"{_name(page)}: {error.message}", "Correct the template.") from error
    except (ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError) as error:
        # What a template may raise of its own: `{{ 1 / 0 }}`, bytes that are no UTF-8, a template that includes itself.
        raise SettingsError("templates", f"{_name(page)}: {error}", "Correct the template.") from error


def _finalize(value: Any) -> str:
    return value if isinstance(value, MarkdownText) else encode(str(value))
