"""What of a site can be embedded elsewhere. The script makes a form of it that prints the snippet."""

from __future__ import annotations

from markupsafe import Markup

from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.refs import (
    ApiRef,
    AssetRef,
    ComparisonRef,
    DataRef,
    DiagramRef,
    FrameRef,
    IndexRef,
    PictureRef,
    Ref,
)
from mkdocs_comparisons.renderers.data import FORMATS, has_picture
from mkdocs_comparisons.renderers.html.context import PageContext
from mkdocs_comparisons.renderers.html.elements import element, join


def render_embedding(catalogue: Catalogue, context: PageContext) -> Markup:
    """Return the pages, pictures and files of each comparison as links; where scripts run, a form stands above them."""
    rows = (element("tr", *_cells(comparison, context)) for comparison in catalogue.comparisons)
    heads = (element("th", words, scope="col") for words in ("Comparison", "To frame", "As a picture", "As data"))
    table = element(
        "table",
        element("caption", "What there is of whole comparisons", class_="comparison-hidden"),
        element("thead", element("tr", *heads)),
        element("tbody", *rows),
        class_="comparison-profile",
    )
    scroll = element(
        "div", table, class_="comparison-profile__scroll", role="region", tabindex="0", aria_label="What there is"
    )
    form = element(
        "comparison-embedding",
        data_index=context.raw(ApiRef("index")),
        data_root=context.raw(IndexRef()),
        data_script=context.raw(AssetRef("comparison-embed.js")),
        data_search_exclude=True,
    )
    lead = element("p", "Each matrix and each diagram can stand in other sites, in documents and in programs.")
    index = element("p", "All of it, with each dimension: ", context.link(ApiRef("index"), "index.json"), ".")
    return join((lead, form, scroll, index))


def _cells(comparison: Comparison, context: PageContext) -> tuple[Markup, ...]:
    id = comparison.id
    frames = {"Matrix (page)": FrameRef(id, "matrix"), "Diagram (page)": FrameRef(id, "diagram")}
    pictures: dict[str, Ref] = {"Matrix (SVG)": PictureRef(id)} if has_picture(comparison) else {}
    pictures["Diagram (SVG)"] = DiagramRef(id)
    return (
        element("th", context.link(ComparisonRef(id), comparison.title), scope="row"),
        element("td", join((context.link(ref, words) for words, ref in frames.items()), " · ")),
        element("td", join((context.link(ref, words) for words, ref in pictures.items()), " · ")),
        element("td", join((context.link(DataRef(id, format)) for format in FORMATS), " · ")),
    )
