"""Huge matrices: the server leaves out what follows from a cell's words, and the script loses nothing of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from mkdocs_comparisons.loading import load
from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.values import Measure
from mkdocs_comparisons.views.ordering import equality_text, sort_key
from tests.browser.editors import config_of
from tests.browser.matrices import Axe, PageAt, Serve, awake, cell, choose, enhanced, heads, opened
from tests.building import Built

SUBJECTS, ROWS = 24, 900
PAGE = "comparisons/things/"
# For each type, in YAML, values whose keys follow from their words, and some whose keys only look as if they did.
TYPES = {
    "number": (
        "1",
        "-2",
        "0",
        "3.50",
        "007",
        '"1,000"',
        "~30",
        "5..10",
        "'>=4'",
        "123456789012345678",
        "0.0000001",
        "1e3",
    ),
    "{quantity: MB, better: lower}": ("1", "0.5", "1 GB", "12.25", "900 kB", "5..10", "<3", "999999999999", '"1,024"'),
    "{quantity: ms}": ("1", "250", "0.5", "1.5 s", "333333", "2 min", "0.0001"),
    "{quantity: cups, better: lower}": ("1", "2.5", "3 cups"),
    "{money: EUR}": ("0.10", "25", '"1,000"', "10..20"),
    "{support, better: higher}": ("yes", "partial", "no"),
    "{choice: {lo: Low, hi: 'so & <b>', odd: 'An  odd\u00a0one'}, better: higher}": ("lo", "hi", "odd"),
    "fit": ("good", "fair", "poor"),
    "rating": ("3", "2.5", "5"),
    "version": ('"1.10"', "v2.0", "2.0-rc1", "1.1.0+x", '"3"', "2024.1a", '"1.10"'),
    "date": ("2024", "2024-05", "2024-05-01"),
    "text": (
        "Word",
        "ÄRGER",
        "straße",
        "İx",
        "two words",
        "some *marked* text",
        "a & b",
        "ﬁne",
        "ΟΔΟΣ",
        "東京",
        "1\u00a0kg",
    ),
    "list": ("[a, b]", "[B, a]", "[one]"),
    "link": ("https://a.example", "https://b.example/x", "{url: https://c.example, label: Sea}"),
}
READ = """
async matrix => {
  const { rows, subjects } = await matrix.wake()
  const values = await import(new URL("matrix-values.js", document.querySelector("script[src*=comparison]").src))
  return rows.flatMap(row => subjects.map(subject => {
    const cell = row.cells[subject.place]
    const state = values.stateOf(cell)
    return [row.id, subject.id, state, values.keyOf(row, cell), values.sameness(row, cell)]
  }))
}
"""
PLACES = """
async (matrix, names) => {
  const own = await matrix.wake()
  const { placeOf } = await import(new URL("matrix-cells.js", document.querySelector("script[src*=comparison]").src))
  return names.map(([row, subject]) => {
    const found = placeOf(own, own.row(row), own.subject(subject))
    return found && [found.path, found.line]
  })
}
"""


def write_data() -> Iterator[str]:
    """Yield the lines of a comparison of more than 20,000 cells, of all types in turn; some claims share a note."""
    yield "title: Things\nsubjects:\n"
    yield from (f"  s{number}: {{title: Thing {number}}}\n" for number in range(SUBJECTS))
    yield "dimensions:\n"
    for row in range(ROWS):
        if row % (ROWS // 2) == 0:
            yield f"  d{row}:\n    title: Part {row}\n    attributes:\n"
        type, values = list(TYPES.items())[row % len(TYPES)]
        yield f"      a{row}:\n        title: Row {row}\n        type: {type}\n        claims:\n"
        for column in range(SUBJECTS):
            place = row // len(TYPES) + column
            value = "unknown" if place % 13 == 12 else "n/a" if place % 17 == 16 else values[place % len(values)]
            if row % 45 == 0 and column in (3, 20):
                yield f"          s{column}:\n            value: {value}\n            note: Note {row}.\n"
            elif place % 11 != 10:
                yield f"          s{column}: {value}\n"


@dataclass(frozen=True)
class Huge:
    """A site with a huge matrix, and its data as Python reads it."""

    url: str
    catalogue: Catalogue


@pytest.fixture(scope="module")
def huge(build: Callable[..., Built], serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> Huge:
    """Build it."""
    folder: Path = tmp_path_factory.mktemp("huge")
    files = {
        "mkdocs.yml": config_of(),
        "docs/index.md": "# Huge\n",
        "comparisons/things.yml": "".join(write_data()),
    }
    built = build(folder, files)
    assert built.returncode == 0, built.output
    return Huge(serve(built.site), load(folder / "comparisons", relative_to=folder).catalogue)


@pytest.fixture
def matrix(huge: Huge, page_at: PageAt) -> Locator:
    """The huge matrix on its comparison's page."""
    page: Page = page_at(1280)
    page.goto(huge.url + PAGE)
    found = awake(enhanced(page))
    assert found.get_attribute("data-terse") is not None
    return found


def test_nothing_that_is_left_out_is_lost(huge: Huge, matrix: Locator) -> None:
    """The script comes to the same state, sort key and equality for every cell as the server."""
    (comparison,) = huge.catalogue.comparisons
    expected = []
    for attribute in comparison.attributes():
        for subject in comparison.subjects:
            claim = comparison.claim(attribute.id, subject.id)
            value = claim.value if claim else None
            key = sort_key(value)
            state = {"": "missing", "unknown": "unknown", "n/a": "not-applicable"}.get(value.written if value else "")
            same = None if state else equality_text(value) or key
            expected.append([attribute.id, subject.id, state or "known", key, same])
    read = matrix.evaluate(READ)
    assert len(read) == SUBJECTS * ROWS > 20_000
    assert [each for each in zip(read, expected, strict=True) if each[0] != each[1]] == []
    left_out = matrix.evaluate("each => each.querySelectorAll('td:not([data-key]):not([data-state])').length")
    assert left_out > SUBJECTS * ROWS // 3


def test_each_claim_is_found_in_its_file(huge: Huge, matrix: Locator) -> None:
    """Lines that go without saying are counted; and what is not claimed stands nowhere."""
    (comparison,) = huge.catalogue.comparisons
    names = [(f"a{row}", f"s{column}") for row in range(0, ROWS, 97) for column in range(SUBJECTS)]
    claims = [comparison.claim(*name) for name in names]
    expected = [[claim.at.path, claim.at.line] if claim else None for claim in claims]
    assert None in expected
    assert matrix.evaluate(PLACES, names) == expected


def test_notes_lead_back_to_their_cells(matrix: Locator, axe: Axe) -> None:
    """The script adds the way back when a reader looks at the notes, shown and hidden cells alike."""
    matrix.get_by_text("20 notes").click()
    notes = matrix.locator(".comparison-notes > li")
    expect(notes.nth(2).get_by_role("link")).to_have_count(2)
    notes.nth(2).get_by_role("link", name="Back to Row 90, Thing 20").click()
    expect(cell(matrix, "a90", "s20")).to_be_in_viewport()
    expect(cell(matrix, "a90", "s20")).to_have_css("outline-style", "solid")
    expect(heads(matrix).filter(has_text="Thing 20")).to_be_visible()
    # Not of the table, too: that takes a minute, and large ones are looked at elsewhere.
    assert axe(matrix.page, ".comparison-notes") == []


def test_levels_and_amounts_are_filtered_and_sorted(huge: Huge, matrix: Locator) -> None:
    """What is read out of words counts as what the server tells."""
    (comparison,) = huge.catalogue.comparisons
    least = 1024**2
    meeting = {
        subject.title
        for subject in comparison.subjects
        if (claim := comparison.claim("a15", subject.id))
        and isinstance(claim.value, Measure)
        and claim.value.bound != "<"
        and claim.value.base_low >= least
    }
    panel = opened(matrix, "Filter")
    panel.get_by_label("Only those whose").select_option("Row 15")
    panel.get_by_label("Row 15 is").fill(">= 1 MB")
    expect(heads(matrix)).to_have_count(len(meeting))
    assert {*heads(matrix).all_inner_texts()} == meeting
    matrix.page.keyboard.press("Escape")
    choose(matrix, "Row 19", "Sort by it, highest first")


def test_translated_words_still_tell_cells_apart(matrix: Locator) -> None:
    """A browser that translates a page changes the words that keys are read from: what differs goes on to differ."""
    matrix.evaluate(
        """each => {
          const words = { yes: "oui", no: "non", partial: "partiel", Low: "Bas", good: "bon" }
          for (const cell of each.querySelectorAll("td")) {
            for (const part of [cell, ...cell.querySelectorAll("span")])
              for (const node of part.childNodes)
                if (node.nodeType === 3 && words[node.data]) node.data = words[node.data]
          }
        }"""
    )
    read = {(row, subject): same for row, subject, state, _, same in matrix.evaluate(READ) if state == "known"}
    kinds = list(TYPES)
    for kind in ("{support, better: higher}", "fit"):
        row = f"a{kinds.index(kind)}"
        assert {same for (attribute, _), same in read.items() if attribute == row} == {"0", "1", "2"}
    row = f"a{next(place for place, each in enumerate(kinds) if 'lo: Low' in each)}"
    assert len({same for (attribute, _), same in read.items() if attribute == row}) == 3


def test_amounts_say_their_unit_against_a_baseline(matrix: Locator) -> None:
    """Units that convert into nothing, and currencies, are told like all others."""
    opened(matrix, "Baseline").get_by_label("Measure others against").select_option("Thing 0")
    matrix.page.keyboard.press("Escape")
    cups = cell(matrix, f"a{list(TYPES).index('{quantity: cups, better: lower}')}", "s1")
    expect(cups).to_contain_text("+1.5\u00a0cups")
