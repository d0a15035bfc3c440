"""What a matrix says of its view, and what it offers to undo: told from the view and the data alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.browser.matrix_model import Model, Shown, View

Changes = dict[str, Any]


def status_of(model: Model, view: View, shown: Shown) -> str:
    """Return how the sentence begins that says how much is shown."""
    say = model.messages.say
    many = model.comparison.noun.many
    told = [
        say("count-subjects", many=many, shown=len(shown.subjects), all=len(model.subjects)),
        say(
            "count-rows" if view.flip == model.is_transposed else "count-columns",
            shown=len(shown.attributes),
            all=len(model.attributes),
        ),
    ]
    if shown.same:
        told.append(say("count-same", number=shown.same))
    return " · ".join(told)


def chips_of(model: Model, view: View, shown: Shown) -> list[tuple[str, Changes]]:
    """Return the chips that are offered: what each reads, and what it changes."""
    undo = list(_undo(model, view, shown))
    chips = list(undo)
    if shown.left < len(model.subjects):
        chips.append((model.messages.say("show-all", number=len(model.subjects)), {"show": model.subjects}))
    if len(undo) > 1 or view.show is not None:
        initial = View()
        chips.append((model.messages.say("reset"), {name: getattr(initial, name) for name in View.__slots__}))
    return chips


def _undo(model: Model, view: View, shown: Shown) -> Iterator[tuple[str, Changes]]:
    say = model.messages.say
    if view.diff:
        yield say("show-same", number=shown.same) if shown.same else say("differences"), {"diff": False}
    if view.find:
        yield say("found", words=view.find), {"find": ""}
    if view.sort:
        yield say("sorted", by=_sorted_by(model, view)), {"sort": ()}
    if view.order:
        yield say(f"order-{view.order}"), {"order": ""}
    for each in view.where:
        rest = tuple(other for other in view.where if other != each)
        yield f"{model.attributes[each.attribute].title}: {each.text}", {"where": rest}
    if view.base:
        yield say("against", subject=model.title(view.base)), {"base": ""}
    hidden = [row for row in model.attributes if row in view.hide or model.dimension_of[row].id in view.skip]
    if hidden:
        yield say("hidden-rows", number=len(hidden)), {"hide": frozenset(), "skip": frozenset()}


def _sorted_by(model: Model, view: View) -> str:
    ways = ((model.attributes[row].title, "descending" if is_falling else "ascending") for row, is_falling in view.sort)
    return ", ".join(model.messages.say(way, attribute=title) for title, way in ways)
