"""Users' own page templates: Jinja, to Markdown.

A template is code of the site's owner, as trusted as `docs/`. What it prints from the data is encoded, so that neither
Markdown nor a later Jinja stage reads anything into it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError

from mkdocs_comparisons.errors import SettingsError
from mkdocs_comparisons.planning.pages import Heading, PlannedPage
from mkdocs_comparisons.planning.writers import encode, write_markdown, write_part


class MarkdownText(str):
    """Markdown that was written already: printed as it is."""

    __slots__ = ()


class PageTemplates:
    """A folder of templates named after the kinds of pages, such as `dimension.md.j2`."""

    def __init__(self, root: Path, folder: str) -> None:
        if not (root / folder).is_dir():
            raise SettingsError("templates", f"there is no folder '{folder}' in {root}", "Create it.")
        self._environment = Environment(
            loader=FileSystemLoader(root / folder),
            undefined=StrictUndefined,
            finalize=_finalize,
            autoescape=False,  # noqa: S701 (the output is Markdown: `finalize` encodes for it)
            keep_trailing_newline=True,
        )

    def write(self, page: PlannedPage) -> str:
        """Return a page as Markdown by its template, empty if its kind has none.

        Templates see `page` (its `title`, `description`, `kind`), `body` (the page as it would be without a template)
        and `parts` (the same in pieces, each with `is_heading` and `markdown`).

        Raises:
            SettingsError: The template has a mistake.
        """
        name = f"{page.kind}.md.j2"
        parts = [
            {"is_heading": isinstance(part, Heading), "markdown": MarkdownText(write_part(part))} for part in page.parts
        ]
        try:
            template = self._environment.get_template(name)
            return template.render(page=page, body=MarkdownText(write_markdown(page)), parts=parts)
        except TemplateNotFound as error:
            if error.name == name:
                return ""
            raise SettingsError("templates", f"{name}: there is no template '{error.name}'", "Correct it.") from error
        except TemplateSyntaxError as error:
            problem = f"{error.name or name}:{error.lineno}: {error.message}"
            raise SettingsError("templates", problem, "Correct the template.") from error
        except TemplateError as error:
            raise SettingsError("templates", f"{name}: {error.message}", "Correct the template.") from error


def _finalize(value: Any) -> str:
    return value if isinstance(value, MarkdownText) else encode(str(value))
