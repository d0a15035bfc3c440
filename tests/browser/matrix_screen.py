"""What is on screen of a matrix, read from what the browser lays out, and compared with what should be."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

from tests.browser.matrix_model import Model, Shown, View
from tests.browser.matrix_offers import chips_of, status_of

_SLACK = 2
_SAMPLE = 400
"""How many cells are measured: all of a usual table, a part of a large one."""

_READ = """place => {
  const host = document.querySelectorAll('comparison-matrix')[place];
  const ours = 'button, select, sup, .comparison-delta, .comparison-dots';
  const read = cell => {
    const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    let words = '';
    while (walk.nextNode()) if (!walk.currentNode.parentElement.closest(ours)) words += walk.currentNode.data;
    const { left, top, right, bottom } = cell.getBoundingClientRect();
    const { subject = '', attribute = '', dimension = '', state = '' } = cell.dataset;
    return {
      tag: cell.localName, scope: cell.getAttribute('scope') ?? '', subject, attribute, dimension, state,
      words: words.split(/\\s+/).filter(Boolean).join(' '),
      delta: cell.querySelector('.comparison-delta')?.dataset.delta ?? '',
      sort: cell.getAttribute('aria-sort') ?? '', base: 'base' in cell.dataset, box: [left, top, right, bottom],
    };
  };
  const seen = each =>
    each.checkVisibility() && each.getClientRects().length > 0 && each.getBoundingClientRect().width > 0;
  const window = host.querySelector('[role=region]').getBoundingClientRect();
  const line = each => {
    const cells = [...each.cells].filter(seen).map(read);
    const isInSight = cells.length > 0 && cells[0].box[3] > window.top && cells[0].box[1] < window.bottom;
    const dimension = each.parentElement.dataset.dimension ?? '';
    return { attribute: each.dataset.attribute ?? '', dimension, cells, isInSight };
  };
  const lines = part => [...part.rows].map(line).filter(each => each.cells.length);
  const pressed = [...host.querySelectorAll('[aria-pressed]')].map(each => [each.name, each.ariaPressed]);
  return JSON.stringify({
    isFlipped: host.querySelector('thead').rows.length > 1,
    head: lines(host.querySelector('table > thead')),
    body: [...host.querySelectorAll('table > tbody')].flatMap(lines),
    status: host.querySelector('[role=status]').textContent,
    chips: [...host.querySelectorAll('.comparison-chip')].map(each => each.textContent),
    find: host.querySelector('input[type=search]').value,
    pressed: Object.fromEntries(pressed.map(([name, is]) => [name, is === 'true'])),
  });
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The head of a subject or an attribute that is on screen."""

    id: str
    words: str
    dimension: str = ""
    """Of an attribute, the dimension that it stands in."""

    mark: str = ""
    """Of an attribute, how it sorts; of a subject, whether others are measured against it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell that is on screen, by the heads that it stands under and beside."""

    subject: str
    attribute: str
    words: str
    delta: str
    is_in_sight: bool
    """Whether its line is within the window of the table, which scrolls."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """A matrix as it is laid out."""

    is_flipped: bool
    subjects: tuple[Head, ...]
    attributes: tuple[Head, ...]
    cells: tuple[Cell, ...]
    status: str
    chips: tuple[str, ...]
    find: str
    pressed: tuple[tuple[str, bool], ...]
    faults: tuple[str, ...]
    """What is wrong whatever the view is: a cell that claims to be another's, or lies aside from its heads."""


def read_screen(page: Page, place: int) -> Screen:
    """Read one matrix of a page.

    Args:
        page: The page.
        place: Which of its matrices, from 0.
    """
    raw = json.loads(page.evaluate(_READ, place))  # as a text it comes over ten times as fast
    is_flipped = raw["isFlipped"]
    columns = [cell for cell in raw["head"][-1]["cells"] if cell["tag"] == "th" and cell["scope"] == "col"]
    lines = list(_lines(raw["body"]))
    faults: list[str] = []
    cells: list[Cell] = []
    for line in lines:
        if len(line["cells"]) != len(columns):
            faults.append(f"the line {line['words']!r} has {len(line['cells'])} cells, the head {len(columns)}")
        for column, cell in zip(columns, line["cells"], strict=False):
            subject, attribute = (line, column) if is_flipped else (column, line)
            told = cell["subject"] or subject["subject"], cell["attribute"] or attribute["attribute"]
            if told != (subject["subject"], attribute["attribute"]):
                faults.append(f"the cell of {told} stands at {subject['words']!r}, {attribute['words']!r}")
            ids = {"subject": subject["subject"], "attribute": attribute["attribute"]}
            cells.append(Cell(**ids, words=cell["words"], delta=cell["delta"], is_in_sight=line["isInSight"]))
            if len(cells) <= _SAMPLE:
                faults += _box_faults(cell, column, line)
    if is_flipped:
        faults += _place_in_dimensions(columns, [each for each in raw["head"][0]["cells"] if each["tag"] == "th"])
    subjects, attributes = (lines, columns) if is_flipped else (columns, lines)
    return Screen(
        is_flipped=is_flipped,
        subjects=tuple(Head(id=each["subject"], words=each["words"], mark="base" * each["base"]) for each in subjects),
        attributes=tuple(
            Head(id=each["attribute"], words=each["words"], dimension=each["dimension"], mark=each["sort"])
            for each in attributes
        ),
        cells=tuple(cells),
        status=raw["status"],
        chips=tuple(raw["chips"]),
        find=raw["find"],
        pressed=tuple(sorted(raw["pressed"].items())),
        faults=tuple(faults),
    )


def _lines(body: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the lines that hold values, each with what its head says."""
    for line in body:
        head, *cells = line["cells"]
        if head["scope"] != "rowgroup":
            attribute = line["attribute"] or head["attribute"]
            yield {**head, **line, "attribute": attribute, "dimension": line["dimension"], "cells": cells}


def _box_faults(cell: dict[str, Any], column: dict[str, Any], line: dict[str, Any]) -> Iterator[str]:
    left, top, right, bottom = cell["box"]
    if left < column["box"][0] - _SLACK or right > column["box"][2] + _SLACK:
        yield f"{cell['words']!r} lies at {left:.0f}–{right:.0f}, its column {column['words']!r} at {column['box']}"
    if top < line["box"][1] - _SLACK or bottom > line["box"][3] + _SLACK:
        yield f"{cell['words']!r} lies at {top:.0f}–{bottom:.0f}, its line {line['words']!r} at {line['box']}"


def _place_in_dimensions(columns: list[dict[str, Any]], heads: list[dict[str, Any]]) -> Iterator[str]:
    """Give columns the dimension under whose head they lie; yield those that lie under none."""
    for column in columns:
        left, _, right, _ = column["box"]
        over = [each for each in heads if each["box"][0] - _SLACK <= left and right <= each["box"][2] + _SLACK]
        column["dimension"] = over[0]["dimension"] if over else ""
        if not over:
            yield f"the column {column['words']!r} at {left:.0f}–{right:.0f} lies under the head of no dimension"


def find_faults(screen: Screen, model: Model, view: View, width: int) -> list[str]:
    """Return in what a screen is not what it should be, by the data.

    Args:
        screen: What was read.
        model: What the data say.
        view: What the reader chose.
        width: Of the window.
    """
    shown = model.shown(view, width)
    faults = [*screen.faults, *_head_faults(screen, model, view, shown)]
    for cell in screen.cells:
        where = f"{cell.attribute} of {cell.subject}"
        if cell.words != model.words(cell.attribute, cell.subject):
            faults.append(f"{where} reads {cell.words!r}, it is {model.words(cell.attribute, cell.subject)!r}")
        delta = model.delta(cell.attribute, cell.subject, view.base) if view.base else ""
        # Those of a large table come when its lines come into sight.
        if cell.delta != delta and (cell.is_in_sight or view.plain or not model.is_large):
            faults.append(f"{where} is said to be {cell.delta!r} against {view.base!r}, it is {delta!r}")
    pressed = {"differences": view.diff, "swap": view.flip} | ({"plain": view.plain} if model.is_large else {})
    if dict(screen.pressed) != pressed:
        faults.append(f"pressed are {dict(screen.pressed)} instead of {pressed}")
    if screen.is_flipped != (view.flip != model.is_transposed):
        faults.append(f"subjects as rows: {screen.is_flipped}")
    if screen.find != view.find:
        faults.append(f"the find field holds {screen.find!r} instead of {view.find!r}")
    status, chips = status_of(model, view, shown), [words for words, _ in chips_of(model, view, shown)]
    if not screen.status.startswith(status):
        faults.append(f"the status is {screen.status!r} instead of {status!r}")
    if list(screen.chips) != chips:
        faults.append(f"offered are {list(screen.chips)} instead of {chips}")
    return faults


def _head_faults(screen: Screen, model: Model, view: View, shown: Shown) -> Iterator[str]:
    subjects, attributes = [each.id for each in screen.subjects], [each.id for each in screen.attributes]
    if tuple(subjects) != shown.subjects:
        yield f"shown are the subjects {subjects} instead of {list(shown.subjects)}"
    if tuple(attributes) != shown.attributes:
        yield f"shown are the attributes {attributes} instead of {list(shown.attributes)}"
    for head in screen.subjects:
        if head.words != model.short(head.id):
            yield f"the head of {head.id} reads {head.words!r}"
        if bool(head.mark) != (head.id == view.base):
            yield f"{head.id} is marked as baseline: {bool(head.mark)}"
    ways = {attribute: "descending" if is_falling else "ascending" for attribute, is_falling in view.sort[:1]}
    for head in screen.attributes:
        if head.words != " ".join(model.attributes[head.id].title.split()):
            yield f"the head of {head.id} reads {head.words!r}"
        if head.dimension != model.dimension_of[head.id].id:
            yield f"{head.id} stands in the dimension {head.dimension!r}"
        if head.mark != ways.get(head.id, ""):
            yield f"{head.id} is marked as sorted: {head.mark!r}"
