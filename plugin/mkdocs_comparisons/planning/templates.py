"""Users' own page templates: Jinja, to Markdown.

A template is code of the site's owner, as trusted as `docs/`. What it prints from the data is encoded, so that neither
Markdown nor a later Jinja stage reads anything into it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError

from mkdocs_comparisons.diagnostics import did_you_mean
from mkdocs_comparisons.errors import SettingsError
from mkdocs_comparisons.planning.pages import Heading, PlannedPage, SitePlan
from mkdocs_comparisons.planning.writers import encode, write_markdown, write_part

KINDS = ("index", "comparison", "dimension", "subject", "pair", "across", "glossary", "sources", "embedding")


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
    names = environment.list_templates()
    for name in names:
        _check_name(name)
    return {page.src: _write(page, environment) for page in plan.pages if template_name(page) in names}


def template_name(page: PlannedPage) -> str:
    """Return the name of the template that a page is written by, if there is one."""
    return f"{page.kind}.md.j2"


def _check_name(name: str) -> None:
    """Refuse a template of no kind of page; parts that others include stand in a folder, or start with `_`."""
    kind = name.removesuffix(".md.j2")
    if kind == name or "/" in name or name.startswith("_") or kind in KINDS:
        return
    advice = did_you_mean(kind, KINDS) or f"Take one of {', '.join(KINDS)}; parts that others include start with '_'."
    raise SettingsError("templates", f"{name}: there is no kind of page '{kind}'", advice)


def _write(page: PlannedPage, environment: Environment) -> str:
    parts = [
        {"is_heading": isinstance(part, Heading), "markdown": MarkdownText(write_part(part))} for part in page.parts
    ]
    try:
        template = environment.get_template(template_name(page))
        return template.render(page=page, body=MarkdownText(write_markdown(page)), parts=parts)
    except TemplateSyntaxError as error:
        problem = f"{error.name or template_name(page)}:{error.lineno}: {error.message}"
        raise SettingsError("templates", problem, "Correct the template.") from error
    except TemplateError as error:
        raise SettingsError("templates", f"{template_name(page)}: {error.message}", "Correct the template.") from error
    except (ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError) as error:
        # What a template may raise of its own: `{{ 1 / 0 }}`, bytes that are no UTF-8, a template that includes itself.
        raise SettingsError("templates", f"{template_name(page)}: {error}", "Correct the template.") from error


def _finalize(value: Any) -> str:
    return value if isinstance(value, MarkdownText) else encode(str(value))
