"""What is said once for all files for machines: their index, the list for language models, the schemas of the forms."""

from __future__ import annotations

import json
from collections.abc import Iterable
from importlib.resources import files as resources
from typing import Any

from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.refs import AcrossRef, ApiRef, ComparisonRef, DimensionRef, IndexRef, SubjectRef
from mkdocs_comparisons.renderers.data import VERSION, Href, file_hrefs, filled
from mkdocs_comparisons.renderers.labels import ref_words
from mkdocs_comparisons.renderers.markdown import encode_cell, link
from mkdocs_comparisons.renderers.words import clip, plain_text
from mkdocs_comparisons.views.coverage import build_coverage


def render_index(catalogue: Catalogue, title: str, href: Href) -> str:
    """Return what there is, with the addresses of all pages and files, as JSON.

    Args:
        catalogue: What is published.
        title: Of the section.
        href: Where pages and files are, seen from the index.
    """
    shared = dict.fromkeys(subject.id for entry in catalogue.comparisons for subject in entry.subjects)
    across = [id for id in shared if len(catalogue.comparisons_with(id)) > 1]
    tree = {
        "$schema": href(ApiRef("index.schema")),
        "version": VERSION,
        "title": title,
        "href": href(IndexRef()),
        "comparisons": [_entry(comparison, catalogue, href) for comparison in catalogue.comparisons],
        "subjects": [{"id": id, "href": href(AcrossRef(id))} for id in across],
    }
    return json.dumps(filled(tree), ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def _entry(comparison: Comparison, catalogue: Catalogue, href: Href) -> dict[str, Any]:
    id, refs = comparison.id, ref_words(catalogue, comparison)
    known = build_coverage(comparison)
    return {
        "id": id,
        "title": comparison.title,
        "href": href(ComparisonRef(id)),
        "question": plain_text(comparison.question, refs) if comparison.question else None,
        "summary": plain_text(comparison.summary, refs) if comparison.summary else None,
        "tags": list(comparison.tags),
        "files": file_hrefs(comparison, href),
        "subjects": [
            {"id": each.id, "title": each.title, "href": href(SubjectRef(id, each.id))} for each in comparison.subjects
        ],
        "dimensions": [
            {
                "id": each.id,
                "title": each.title,
                "href": href(DimensionRef(id, each.id)),
                "files": file_hrefs(comparison, href, each.id),
                "attributes": [attribute.id for attribute in each.attributes],
            }
            for each in comparison.dimensions
        ],
        "claims": {
            "known": known.known,
            "unknown": known.unknown,
            "not_applicable": known.not_applicable,
            "missing": known.missing,
        },
    }


def render_llms(title: str, pages: Iterable[tuple[str, str, str]], index: str) -> str:
    """Return the list of pages for language models, in the form of llms.txt.

    Args:
        title: Of the section.
        pages: Title, address of the Markdown and description of each page.
        index: Where the index of the data is.
    """
    entries = [
        f"- {link(encode_cell(name), href)}" + (f": {encode_cell(clip(about))}" if about else "")
        for name, href, about in pages
    ]
    about = (
        "Comparisons made from structured data: each page as Markdown with its tables, and all claims as JSON and CSV."
    )
    data = f"- {link('Index', index)}: what there is, and where, as JSON"
    return "\n".join(
        [f"# {encode_cell(title)}", "", f"> {about}", "", "## Pages", "", *entries, "", "## Data", "", data, ""]
    )


def read_schema(name: str) -> str:
    """Return the JSON Schema of a form of ours: `index.schema` or `comparison.schema`."""
    return resources("mkdocs_comparisons").joinpath("schemas", "api", f"{name}.json").read_text(encoding="utf-8")
