"""Views as pages of their own, and the page that says how to embed them."""

from __future__ import annotations

from collections.abc import Callable

from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.refs import ComparisonRef, DimensionRef, FrameRef, Ref
from mkdocs_comparisons.planning.block_views import render_embed
from mkdocs_comparisons.planning.embeds import Embed
from mkdocs_comparisons.planning.stage import Stage
from mkdocs_comparisons.renderers.html.frame import render_frame


def write_frame(stage: Stage, comparison: Comparison, ref: FrameRef, href: Callable[[Ref], str]) -> str:
    """Return the HTML document of a view.

    Args:
        stage: The site.
        comparison: Whose view it is.
        ref: The document.
        href: Where things are, seen from the document.
    """
    dimension = comparison.dimension(ref.dimension)
    embed = Embed(view=ref.view, comparison=comparison.id, dimensions=(dimension.id,) if dimension else ())
    page: Ref = DimensionRef(comparison.id, dimension.id) if dimension else ComparisonRef(comparison.id)
    return render_frame(
        render_embed(stage, embed, stage.page(href)),
        title=f"{comparison.title}: {dimension.title}" if dimension else comparison.title,
        language=stage.messages.language,
        origins=stage.plan.settings.embed_origins,
        page=page,
        href=href,
    )
