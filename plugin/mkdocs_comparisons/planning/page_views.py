"""The views that generated pages are made of, besides those that users place in their own."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.refs import (
    AcrossRef,
    ComparisonRef,
    DimensionRef,
    EmbeddingRef,
    GlossaryRef,
    IndexRef,
    PairRef,
    Ref,
    SourceRef,
    SourcesRef,
    SubjectRef,
    TermRef,
)
from mkdocs_comparisons.planning.embeds import Embed
from mkdocs_comparisons.planning.stage import Stage
from mkdocs_comparisons.planning.view import SELECTION, View, labelled, make_view
from mkdocs_comparisons.renderers.html import claims, embedding, navigation, overview, references
from mkdocs_comparisons.renderers.html.context import PageContext
from mkdocs_comparisons.views.selection import select_groups, select_subjects


def _attribute(stage: Stage, comparison: Comparison, embed: Embed, context: PageContext) -> Markup:
    subjects = select_subjects(comparison, embed.selection)
    groups = select_groups(comparison, embed.selection)
    rows = [attribute for group in groups for attribute in group.attributes]
    return labelled((row.title, claims.render_attribute(comparison, row, subjects, context)) for row in rows)


def _standings(stage: Stage, comparison: Comparison, embed: Embed, context: PageContext) -> Markup:
    best = embed.view == "strengths"
    shown = []
    for subject in select_subjects(comparison, embed.selection):
        found = stage.standings(comparison)[subject.id]
        standings = found.strengths if best else found.weaknesses
        shown.append((subject.title, claims.render_standings(comparison, standings, context, best=best)))
    return labelled(shown)


def _pairs(stage: Stage, comparison: Comparison, embed: Embed, context: PageContext) -> Markup:
    planned = (page.ref for page in stage.plan.pages if isinstance(page.ref, PairRef))
    chosen = [ref for ref in planned if ref.comparison == comparison.id and _is_about(ref, embed.subjects)]
    if len(embed.subjects) == 1:
        return navigation.render_rivals(comparison, embed.subjects[0], chosen, context)
    return navigation.render_pairs(comparison, chosen, context)


def _is_about(ref: PairRef, subjects: tuple[str, ...]) -> bool:
    return not subjects or ref.first in subjects or ref.second in subjects


def _breadcrumbs(stage: Stage, comparison: Comparison, embed: Embed, context: PageContext) -> Markup:
    above: list[Ref] = [IndexRef()]
    if comparison.id and (embed.subjects or embed.dimensions):
        above.append(ComparisonRef(comparison.id))
    return navigation.render_breadcrumbs(above, context)


def _neighbours(stage: Stage, comparison: Comparison, embed: Embed, context: PageContext) -> Markup:
    """Show the dimensions around a dimension, the subjects around a subject, the two subjects of a pair."""
    here: Ref
    siblings: list[Ref]
    if embed.dimensions:
        here = DimensionRef(comparison.id, embed.dimensions[0])
        siblings = [DimensionRef(comparison.id, id) for id in comparison.dimension_ids]
    elif len(embed.subjects) == 1:
        here = SubjectRef(comparison.id, embed.subjects[0])
        siblings = [SubjectRef(comparison.id, id) for id in comparison.subject_ids]
    elif not embed.subjects:
        return Markup()
    else:
        here = PairRef(comparison.id, *embed.subjects[:2])
        siblings = [SubjectRef(comparison.id, id) for id in embed.subjects]
        return navigation.render_neighbours(None, None, siblings, here, context)
    place = siblings.index(here)
    before = siblings[place - 1] if place else None
    after = siblings[place + 1] if place + 1 < len(siblings) else None
    return navigation.render_neighbours(before, after, siblings, here, context)


def _index(stage: Stage, comparison: Comparison, embed: Embed, context: PageContext) -> Markup:
    return overview.render_index(stage.catalogue, context)


def _tags(stage: Stage, comparison: Comparison, embed: Embed, context: PageContext) -> Markup:
    return overview.render_tags(stage.catalogue, context)


def _shared(stage: Stage, comparison: Comparison, embed: Embed, context: PageContext) -> Markup:
    kinds = (GlossaryRef, SourcesRef, AcrossRef, EmbeddingRef)
    return navigation.render_links([page.ref for page in stage.plan.pages if isinstance(page.ref, kinds)], context)


def _term(stage: Stage, comparison: Comparison, embed: Embed, context: PageContext) -> Markup:
    shown = []
    for term in stage.catalogue.terms(comparison if comparison.id else None):
        if term.id in embed.terms:
            uses = stage.term_uses.get(TermRef(term.comparison, term.id), ())
            shown.append((term.title, references.render_term(term, uses, context)))
    return labelled(shown)


def _source(stage: Stage, comparison: Comparison, embed: Embed, context: PageContext) -> Markup:
    shown = []
    for source in (*comparison.sources, *stage.catalogue.sources):
        if source.id in embed.sources:
            uses = stage.source_uses.get(SourceRef(source.comparison, source.id), ())
            shown.append((source.title, references.render_source(source, uses, context)))
    return labelled(shown)


def _embedding(stage: Stage, comparison: Comparison, embed: Embed, context: PageContext) -> Markup:
    return embedding.render_embedding(stage.catalogue, context)


def _data(stage: Stage, comparison: Comparison, embed: Embed, context: PageContext) -> Markup:
    subject = comparison.subject(embed.subjects[0]) if embed.subjects else None
    path = subject.at.path if subject and subject.at.path else comparison.path
    return navigation.render_data_links(comparison, path, stage.edit_url(path), context)


PAGE_VIEWS: Mapping[str, View] = {
    "attribute": make_view("An attribute's claims in full, with notes and sources.", *SELECTION, render=_attribute),
    "strengths": make_view("Where a subject is best.", "subjects", render=_standings),
    "weaknesses": make_view("Where a subject is worst.", "subjects", render=_standings),
    "pairs": make_view("Links to the pair pages.", "subjects", render=_pairs),
    "breadcrumbs": make_view("The pages above.", "subjects", "dimensions", render=_breadcrumbs, whole=True),
    "neighbours": make_view("The pages beside.", "subjects", "dimensions", render=_neighbours),
    "index": make_view("A card for each comparison.", render=_index, whole=True),
    "tags": make_view("The comparisons by tag.", render=_tags, whole=True),
    "shared": make_view("Links to the pages that all comparisons share.", render=_shared, whole=True),
    "term": make_view("Glossary entries.", "terms", render=_term, needs=("terms",), whole=True),
    "source": make_view(
        "Sources, and where they are cited.", "sources", render=_source, needs=("sources",), whole=True
    ),
    "embedding": make_view("What there is to embed, and how.", render=_embedding, whole=True),
    "data": make_view("Links to the data files, and to the file to edit.", "subjects", render=_data),
}
