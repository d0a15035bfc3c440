"""Steps of a walk: each finds something that a reader could do now, does it, and knows what it should change.

A step returns what was done, in words, or nothing where there was nothing to do.
"""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

from tests.browser.matrix_conditions import draw_condition, facet_condition
from tests.browser.matrix_model import changed
from tests.browser.matrix_offers import chips_of
from tests.browser.matrix_walk import Step, Walk


def press(walk: Walk, random: Random, place: int) -> str:
    """Press one of the switches."""
    switches = [("differences", "diff"), ("swap", "flip"), ("swap", "flip")]
    key, name = random.choice(switches + [("plain", "plain")] * walk.models[place].is_large)
    is_on = not getattr(walk.view(place), name)
    walk.change(place, lambda: walk.hands[place].press(key), **{name: is_on})
    return f"{key} {'on' if is_on else 'off'}"


def tick_subject(walk: Walk, random: Random, place: int) -> str:
    """Choose a subject, or leave it out."""
    subject = random.choice(walk.models[place].subjects)
    chosen = walk.models[place].chosen(walk.view(place), walk.width)
    rest = tuple(each for each in chosen if each != subject)
    show = rest if subject in chosen else (*chosen, subject)
    number = walk.models[place].subjects.index(subject)
    walk.change(place, lambda: walk.hands[place].tick("subjects", number), show=show)
    return f"tick {subject} in the list of subjects"


def choose_subjects(walk: Walk, random: Random, place: int) -> str:
    """Choose all subjects, none, or those of the start."""
    ways: dict[str, tuple[str, ...] | None] = {"all": walk.models[place].subjects, "default": None, "none": ()}
    key = random.choice(("all", "all", "all", "default", "none"))
    is_done = walk.change(place, lambda: walk.hands[place].act("subjects", key), show=ways[key])
    return f"subjects: {key}" * is_done


def tick_row(walk: Walk, random: Random, place: int) -> str:
    """Leave out a row or a dimension, or take it back; or take back all."""
    model, view, hand = walk.models[place], walk.view(place), walk.hands[place]
    if random.random() < 0.2:
        is_done = walk.change(place, lambda: hand.act("rows", "all"), hide=frozenset(), skip=frozenset())
        return "all rows" * is_done
    names = [("skip", dimension.id) for dimension in model.dimensions for _ in (0,)]
    boxes = [
        box
        for dimension in model.dimensions
        for box in (("skip", dimension.id), *(("hide", attribute.id) for attribute in dimension.attributes))
    ]
    name, id = random.choice(names if random.random() < 0.2 else boxes)
    number = boxes.index((name, id))
    walk.change(place, lambda: hand.tick("rows", number), **{name: getattr(view, name) ^ {id}})
    return f"tick {id} in the list of rows"


def use_subject_menu(walk: Walk, random: Random, place: int) -> str:
    """Choose from the menu of a subject."""
    shown = walk.shown(place).subjects
    if not shown:
        return ""
    view, subject = walk.view(place), random.choice(shown)
    at = shown.index(subject)
    chosen = walk.models[place].chosen(view, walk.width)
    is_base = view.base == subject
    items: dict[str, dict[str, Any]] = {"unpin" if is_base else "pin": {"base": "" if is_base else subject}}
    if at > 0:
        items["earlier"] = moved(walk, place, subject, at - 1)
    if at < len(shown) - 1:
        items["later"] = moved(walk, place, subject, at + 1)
    if len(shown) > 1:
        rest = tuple(each for each in chosen if each != subject)
        items["hide"] = {"show": rest, "base": "" if is_base else view.base}
        items["only"] = {"show": (subject,)}
    weights = [1 if key == "only" else 3 for key in items]
    (key,) = random.choices(list(items), weights)
    hand = walk.hands[place]
    is_done = walk.change(place, lambda: hand.menu(hand.head(subject=subject), key), **items[key])
    return f"menu of {subject}: {key}" * is_done


def use_row_menu(walk: Walk, random: Random, place: int) -> str:
    """Choose from the menu of an attribute."""
    shown = walk.shown(place).attributes
    if not shown:
        return ""
    view, attribute = walk.view(place), random.choice(shown)
    items: dict[str, dict[str, Any]] = {"hide": {"hide": view.hide | {attribute}}}
    if walk.models[place].can_sort(attribute):
        first = view.sort[:1]
        second = first if first and first[0][0] != attribute else view.sort[1:]
        items |= {key: {"sort": ((attribute, key == "sort-down"), *second)} for key in ("sort-up", "sort-down")}
    if view.sort:
        items["unsort"] = {"sort": ()}
    key = random.choice(list(items))
    hand = walk.hands[place]
    is_done = walk.change(place, lambda: hand.menu(hand.head(attribute=attribute), key), **items[key])
    return f"menu of {attribute}: {key}" * is_done


def use_dimension_menu(walk: Walk, random: Random, place: int) -> str:
    """Hide a dimension by its head."""
    model, shown = walk.models[place], walk.shown(place).attributes
    if not shown or len(model.dimensions) < 2:
        return ""
    dimension = model.dimension_of[random.choice(shown)].id
    hand = walk.hands[place]
    skip = walk.view(place).skip | {dimension}
    walk.change(place, lambda: hand.menu(hand.head(dimension=dimension), "hide"), skip=skip)
    return f"menu of {dimension}: hide"


def choose_sort(walk: Walk, random: Random, place: int) -> str:
    """Choose what subjects are sorted by in the panel for it, or which way, or the order of rows."""
    model, view, hand = walk.models[place], walk.view(place), walk.hands[place]
    number = random.randrange(5)
    if number == 4:
        order = random.choice([each for each in model.orders if each != view.order])
        walk.change(place, lambda: hand.choose("sort", 4, order), order=order)
        return f"order of rows: {order or 'as written'}"
    keys = [*view.sort, ("", False), ("", False)][:2]
    by, is_falling = keys[number // 2]
    if number % 2:
        keys[number // 2] = (by, not is_falling)
        value = "" if is_falling else "-"
    else:
        value = random.choice(["", *filter(model.can_sort, model.attributes)])
        keys[number // 2] = (value, is_falling)
    named = [key for key in keys if key[0]]
    sort = tuple(key for place, key in enumerate(named) if place == 0 or key[0] != named[0][0])
    is_done = walk.change(place, lambda: hand.choose("sort", number, value), sort=sort)
    return f"sort: field {number + 1} becomes {value!r}" * is_done


def choose_baseline(walk: Walk, random: Random, place: int) -> str:
    """Choose in the panel for it what others are measured against."""
    base = random.choice(["", *walk.models[place].chosen(walk.view(place), walk.width)])
    is_done = walk.change(place, lambda: walk.hands[place].choose("baseline", 0, base), base=base)
    return f"baseline: {base or 'none'}" * is_done


def write_condition(walk: Walk, random: Random, place: int) -> str:
    """Write a condition into the panel for it."""
    model, view = walk.models[place], walk.view(place)
    condition = draw_condition(random, model, random.choice(list(model.attributes)))
    if condition is None:
        return ""
    others = tuple(each for each in view.where if each.attribute != condition.attribute)
    wrong: list[str] = []
    is_new = len(others) == len(view.where)
    walk.steps[-1] = told = f"filter {condition.attribute}: {condition.text}"
    is_done = walk.change(
        place,
        lambda: wrong.append(walk.hands[place].write_condition(condition.attribute, condition.text)),
        push=is_new,
        where=(*others, condition),
    )
    if any(wrong):
        walk.fail([f"the condition is refused: {wrong}"])
    return told * is_done


def tick_values(walk: Walk, random: Random, place: int) -> str:
    """Tick one or two of the values that the panel for filters offers."""
    model, hand = walk.models[place], walk.hands[place]
    attribute = random.choice(list(model.attributes))
    if any(each.attribute == attribute for each in walk.view(place).where):
        return ""
    places = random.choice(([0], [1], [2], [0, 1], [3], [4], [2, 0]))
    labels, told = hand.tick_values(attribute, places)
    ticked: list[str] = []
    for number, (text, wrong) in zip([each for each in places if each < len(labels)], told, strict=True):
        ticked.append(labels[number])
        walk.steps[-1] = f"filter {attribute}: tick {ticked}"
        words = [label.rpartition(" (")[0] for label in ticked]
        others = tuple(each for each in walk.view(place).where if each.attribute != attribute)
        condition = facet_condition(model, attribute, words, text)
        count = sum(condition.holds(model.value(attribute, each)) for each in model.subjects)
        if wrong or (len(ticked) == 1 and not ticked[0].endswith(f"({count})")):
            walk.fail([f"the condition is {text!r}, of which it says {wrong!r}; {count} subjects are so"])
        walk.change(place, lambda: None, where=(*others, condition))
    return walk.steps[-1] if ticked else ""


def find(walk: Walk, random: Random, place: int) -> str:
    """Type words into the find field, or empty it."""
    model, view = walk.models[place], walk.view(place)
    words = [*model.words(random.choice(list(model.attributes)), random.choice(model.subjects)).split()]
    words += random.choice(list(model.attributes.values())).title.split()
    typed = random.choice(words)[: random.randint(1, 6)] if not view.find or random.random() < 0.5 else ""
    is_done = walk.change(place, lambda: walk.hands[place].type(typed), push=bool(typed) != bool(view.find), find=typed)
    return f"find {typed!r}" * is_done


def click_chip(walk: Walk, random: Random, place: int) -> str:
    """Undo something."""
    chips = chips_of(walk.models[place], walk.view(place), walk.shown(place))
    if not chips:
        return ""
    number = random.randrange(len(chips))
    words, changes = chips[number]
    is_done = walk.change(place, lambda: walk.hands[place].click_chip(number), **changes)
    return f"click on {words!r}" * is_done


def shift(walk: Walk, random: Random, place: int) -> str:
    """Move a subject by Alt and an arrow."""
    shown = walk.shown(place).subjects
    if len(shown) < 2:
        return ""
    subject, by = random.choice(shown), random.choice((-1, 1))
    at = shown.index(subject) + by
    if not 0 <= at < len(shown):
        return ""
    keys = ("ArrowUp", "ArrowDown") if is_flipped(walk, place) else ("ArrowLeft", "ArrowRight")
    key = keys[by > 0]
    walk.change(place, lambda: walk.hands[place].shift(subject, key), **moved(walk, place, subject, at))
    return f"Alt+{key} on {subject}"


def drag(walk: Walk, random: Random, place: int) -> str:
    """Drag a subject before or after another."""
    shown = walk.shown(place).subjects
    if len(shown) < 2:
        return ""
    subject, onto = random.sample(shown, 2)
    after = random.random() < 0.5
    to = [each for each in shown if each != subject].index(onto) + after
    hand, flipped = walk.hands[place], is_flipped(walk, place)
    changes = moved(walk, place, subject, to)
    walk.steps[-1] = f"drag {subject} {'after' if after else 'before'} {onto}"
    view = changed(walk.view(place), **changes)
    if view == walk.view(place) or not hand.drag(subject, onto, after=after, is_flipped=flipped):
        return ""
    is_done = walk.change(place, lambda: None, **changes)
    return f"drag {subject} {'after' if after else 'before'} {onto}" * is_done


def moved(walk: Walk, place: int, subject: str, to: int) -> dict[str, Any]:
    """Return what changes when a subject is moved to a place among those shown: the order is then the reader's."""
    shown = [each for each in walk.shown(place).subjects if each != subject]
    shown.insert(to, subject)
    chosen = walk.models[place].chosen(walk.view(place), walk.width)
    return {"show": (*shown, *(each for each in chosen if each not in shown)), "sort": ()}


def is_flipped(walk: Walk, place: int) -> bool:
    """Return whether subjects are rows."""
    return walk.view(place).flip != walk.models[place].is_transposed


STEPS: Mapping[str, tuple[Step, int]] = {
    "press a switch": (press, 4),
    "tick a subject": (tick_subject, 3),
    "choose subjects": (choose_subjects, 3),
    "tick a row": (tick_row, 3),
    "menu of a subject": (use_subject_menu, 4),
    "menu of a row": (use_row_menu, 5),
    "menu of a dimension": (use_dimension_menu, 1),
    "sort": (choose_sort, 4),
    "baseline": (choose_baseline, 2),
    "write a condition": (write_condition, 4),
    "tick values": (tick_values, 3),
    "find": (find, 3),
    "undo": (click_chip, 3),
    "shift": (shift, 2),
    "drag": (drag, 2),
}
"""What can be done with a matrix, and how often it is."""
