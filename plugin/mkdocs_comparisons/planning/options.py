"""From the options of a `comparison` block to a checked embed: what can't be shown is said, not dropped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mkdocs_comparisons.diagnostics import did_you_mean
from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import DiagramKind
from mkdocs_comparisons.planning.block_views import BLOCK_VIEWS, VIEWS
from mkdocs_comparisons.planning.diagrams import scope_of
from mkdocs_comparisons.planning.embeds import LIST_OPTIONS, OPTIONS, SWITCHES, Embed
from mkdocs_comparisons.views.diagrams import refuse_wish
from mkdocs_comparisons.views.selection import select_groups

Written = str | Sequence[str]
"""An option as typed: a word, or a list of words."""

KINDS = tuple(kind.value for kind in DiagramKind)
_TRUE, _FALSE = ("true", "yes", "on"), ("false", "no", "off")


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something wrong with a block."""

    part: str
    """The option or the word that is wrong, as it stands in the page; empty for the whole block."""

    problem: str
    advice: str


def read_embed(argument: str, options: Mapping[str, Written], catalogue: Catalogue) -> tuple[Embed, list[Mistake]]:
    """Read a block.

    Args:
        argument: What stands after the `|`: the comparison's id.
        options: The options as typed.
        catalogue: What can be shown.

    Returns:
        The embed, and the mistakes in it; it can be rendered only if there are none.
    """
    mistakes = [_unknown("option", name, OPTIONS) for name in options if name not in OPTIONS]
    view = _word(options, "view", "matrix", mistakes)
    lists = {name: _list(options, name) for name in LIST_OPTIONS}
    switches = {name: _switch(options, name, mistakes) for name in SWITCHES}
    caption, kind = (_word(options, name, "", mistakes) for name in ("caption", "kind"))
    if kind and kind not in KINDS:
        mistakes.append(_unknown("kind of diagram", kind, KINDS))
    embed = Embed(view=view, comparison=argument, caption=caption, kind=kind, **lists, **switches)  # type: ignore[arg-type]
    mistakes += _unused_options(embed, options) if view in VIEWS else [_unknown_view(view)]
    mistakes += _unknown_ids(embed, catalogue)
    if not mistakes:
        mistakes += _too_little(embed, catalogue)
    return embed, mistakes


def _unknown_view(view: str) -> Mistake:
    advice = did_you_mean(view, VIEWS) or f"Take one of {', '.join(BLOCK_VIEWS)}."
    return Mistake(view, f"there is no view '{view}'", advice)


def _unknown(what: str, name: str, known: Iterable[str]) -> Mistake:
    names = tuple(known)
    advice = did_you_mean(name, names) or (f"Take one of {', '.join(names)}." if names else "There are none.")
    return Mistake(name, f"there is no {what} '{name}'", advice)


def _word(options: Mapping[str, Written], name: str, default: str, mistakes: list[Mistake]) -> str:
    value = options.get(name, default)
    if isinstance(value, str):
        return value
    mistakes.append(Mistake(name, f"option '{name}' takes one word, not a list", "Write it without brackets."))
    return default


def _list(options: Mapping[str, Written], name: str) -> tuple[str, ...]:
    value = options.get(name, ())
    return (value,) if isinstance(value, str) else tuple(value)


def _switch(options: Mapping[str, Written], name: str, mistakes: list[Mistake]) -> bool:
    value = _word(options, name, "no", mistakes).lower()
    if value not in (*_TRUE, *_FALSE):
        mistakes.append(Mistake(name, f"option '{name}' is '{value}'", "Write 'yes' or 'no'."))
    return value in _TRUE


def _unused_options(embed: Embed, options: Mapping[str, Written]) -> Iterable[Mistake]:
    taken = {"view", *VIEWS[embed.view].options}
    for name in options:
        if name in OPTIONS and name not in taken:
            takes = ", ".join(sorted(VIEWS[embed.view].options)) or "no options"
            yield Mistake(name, f"the view '{embed.view}' has no option '{name}'", f"It takes {takes}.")


def _too_little(embed: Embed, catalogue: Catalogue) -> Iterable[Mistake]:
    """Yield what keeps a block whose words are all right from showing anything."""
    view = VIEWS[embed.view]
    for option in sorted(view.needs):
        if not getattr(embed, option):
            yield Mistake("view", f"the view '{embed.view}' needs the option '{option}'", f"Add '{option}: [id]'.")
    if embed.view == "versus" and len(embed.subjects) == 1:
        yield Mistake("subjects", "one subject stands beside no other", "Name two, or leave the option out.")
    if embed.view == "neighbours" and not (embed.dimensions or embed.subjects):
        yield Mistake("view", "the view 'neighbours' needs a dimension or a subject", "Add 'dimensions: [id]', say.")
    comparison = catalogue.comparison(embed.comparison)
    if comparison and embed.attributes and not select_groups(comparison, embed.selection):
        advice = "Leave out the option 'dimensions': attributes are found without it."
        yield Mistake("attributes", "the attributes are in none of the dimensions", advice)
    elif comparison and embed.kind:
        yield from _unfit(embed, catalogue, comparison)


def _unfit(embed: Embed, catalogue: Catalogue, comparison: Comparison) -> Iterable[Mistake]:
    refused = refuse_wish(scope_of(catalogue, comparison, embed))
    if refused:
        advice = "Take another kind, or leave the option out: the data decides then."
        yield Mistake("kind", f"this can't be drawn as '{embed.kind}': {refused}", advice)


def _unknown_ids(embed: Embed, catalogue: Catalogue) -> Iterable[Mistake]:
    ids = [entry.id for entry in catalogue.comparisons]
    if not embed.comparison:
        if embed.view in VIEWS and VIEWS[embed.view].needs_comparison:
            yield Mistake("", "the block names no comparison", f"Write '/// comparison | {ids[0] if ids else 'id'}'.")
        yield from _unknown_entries(embed, catalogue, None)
        return
    comparison = catalogue.comparison(embed.comparison)
    if comparison is None:
        yield _unknown("comparison", embed.comparison, ids)
        return
    yield from _unknown_parts(embed, comparison)
    yield from _unknown_entries(embed, catalogue, comparison)


def _unknown_parts(embed: Embed, comparison: Comparison) -> Iterable[Mistake]:
    known = (
        ("subject", embed.subjects, comparison.subject_ids),
        ("dimension", embed.dimensions, comparison.dimension_ids),
        ("attribute", embed.attributes, comparison.attribute_ids),
    )
    for what, named, names in known:
        yield from (_unknown(what, id, names) for id in named if id not in names)


def _unknown_entries(embed: Embed, catalogue: Catalogue, comparison: Comparison | None) -> Iterable[Mistake]:
    """Yield the glossary terms and sources that are neither the comparison's own nor shared."""
    terms = tuple(term.id for term in catalogue.terms(comparison))
    own = comparison.sources if comparison else ()
    sources = tuple(source.id for source in (*own, *catalogue.sources))
    for what, named, names in (("glossary term", embed.terms, terms), ("source", embed.sources, sources)):
        yield from (_unknown(what, id, names) for id in named if id not in names)
