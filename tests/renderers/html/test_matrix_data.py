"""What scripts are told of a matrix: the contract that ours and others' stand on."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from xml.etree.ElementTree import Element

import html5lib
import pytest

from mkdocs_comparisons.model.catalogue import Catalogue
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.places import NOWHERE, Place
from mkdocs_comparisons.planning.settings import Settings
from mkdocs_comparisons.renderers.dates import date_format
from mkdocs_comparisons.renderers.html.matrix import render_matrix
from mkdocs_comparisons.views.matrix import build_matrix
from mkdocs_comparisons.views.selection import Selection
from tests.renderers.html.test_matrix import SAMPLE
from tests.samples import comparison_of, context_of, href_words, stage_of, with_rows


class Shown:
    """A matrix as a browser's parser reads it."""

    def __init__(self, html: str) -> None:
        self.root = html5lib.parseFragment(html, namespaceHTMLElements=False)
        found = self.root.find("comparison-matrix")
        assert found is not None
        self.matrix: Element = found

    @property
    def data(self) -> dict[str, object]:
        """What scripts are told of it."""
        template = self.matrix[-1]
        assert (template.tag, template.get("class")) == ("template", "comparison-matrix__data")
        made: dict[str, object] = json.loads(template.text or "")
        return made

    def row(self, attribute: str) -> Element:
        """Return the row of an attribute, of an upright matrix."""
        return next(row for row in self.matrix.iter("tr") if row.get("data-attribute") == attribute)

    def cell(self, attribute: str, subject: str) -> Element:
        """Return a cell of an upright matrix."""
        return next(cell for cell in self.row(attribute).iter("td") if cell.get("data-subject") == subject)

    def lines(self) -> list[str | None]:
        """Return what each row with cells says about lines."""
        return [row.get("data-lines") for row in self.matrix.iter("tr") if row.find("td[@data-subject]") is not None]


def shown(comparison: Comparison, settings: Settings | None = None, *, transpose: bool = False) -> Shown:
    """Render the whole matrix of a comparison, the first of its page."""
    built = build_matrix(comparison, Selection())
    return Shown(render_matrix(built, context_of(comparison, settings), transpose=transpose))


def rows_of(comparison: Comparison, number: int) -> Comparison:
    """Return a comparison with this many rows, all alike."""
    (dimension,) = comparison.dimensions
    (attribute,) = dimension.attributes
    many = tuple(replace(attribute, id=f"x{place}", slug=f"x{place}") for place in range(number))
    return replace(comparison, dimensions=(replace(dimension, attributes=many),))


def test_names_tell_the_matrices_of_a_page_apart() -> None:
    """State in addresses goes by name: the comparison, then the named dimensions, then a number for the second."""
    sample = comparison_of(SAMPLE)
    context = context_of(sample)
    selections = [
        Selection(),
        Selection(dimensions=("two", "one")),
        Selection(subjects=("a",)),
        Selection(dimensions=("two",)),
        Selection(),
    ]
    made = [Shown(render_matrix(build_matrix(sample, each), context)).matrix for each in selections]
    assert [each.get("data-name") for each in made] == [
        "sample",
        "sample.two+one",
        "sample~2",
        "sample.two",
        "sample~3",
    ]
    assert ["data-chosen" in each.attrib for each in made] == [False, False, True, False, False]


def test_long_names_are_cut_to_the_comparison() -> None:
    """An address has to stay one that can be sent."""
    sample = comparison_of(SAMPLE)
    long = replace(sample, dimensions=tuple(replace(each, slug=each.slug * 20) for each in sample.dimensions))
    built = build_matrix(long, Selection(dimensions=("one", "two")))
    assert Shown(render_matrix(built, context_of(long))).matrix.get("data-name") == "sample"


@pytest.mark.parametrize("transpose", [False, True])
def test_a_large_matrix_tells_its_columns(transpose: bool) -> None:
    """A browser lays out a table of many cells faster when it need not look at all of them first."""
    small = rows_of(with_rows("{x: {title: X}}"), 2_500)
    large = rows_of(with_rows("{x: {title: X}}"), 2_501)
    for comparison, is_large in ((small, False), (large, True)):
        matrix = shown(comparison, transpose=transpose).matrix
        (table,) = matrix.iter("table")
        columns = len(list(comparison.attributes())) if transpose else 2
        assert ("data-large" in matrix.attrib) == is_large
        assert table.get("style") == (f"--comparison-columns:{columns}" if is_large else None)
        assert ("data-transposed" in matrix.attrib) == transpose


def test_words_stand_before_the_first_matrix_of_a_page() -> None:
    """All matrices of a page share them, and search must not read them as the page's text."""
    sample = comparison_of(SAMPLE)
    context = context_of(sample, Settings(locale="de"))
    first, second = (Shown(render_matrix(build_matrix(sample, Selection()), context)).root for _ in range(2))
    assert [each.tag for each in first] == ["template", "comparison-matrix"]
    assert [each.tag for each in second] == ["comparison-matrix"]
    words = first[0]
    assert (words.get("class"), words.get("data-language")) == ("comparison-messages", "de")
    assert words.get("data-search-exclude") is not None
    assert json.loads(words.text or "") == dict(context.messages.texts)


def test_data_of_a_matrix() -> None:
    """What is the same for many cells is said once."""
    sample = comparison_of(
        """
title: Sample
noun: {one: tool, many: tools}
subjects: {a: {title: A}}
dimensions:
  d:
    title: D
    attributes:
      amount: {title: Amount, type: {quantity: GB}, claims: {a: 1}}
      own: {title: Own, type: {quantity: cups}, claims: {a: 1}}
      level: {title: Level, type: {choice: {lo: Low, hi: High}}, claims: {a: lo}}
      has: {title: Has, type: support, claims: {a: yes}}
      also: {title: Also, type: support, claims: {a: no}}
      fit: {title: Fits, type: {choice: [x]}, claims: {a: x}}
      text: {title: Text, claims: {a: b}}
"""
    )
    data = shown(sample, Settings(stale_after=0)).data
    units = data.pop("units")
    assert isinstance(units, dict)
    assert {"B", "GiB", "kB"} < units.keys()
    assert units["KB"] == ["bytes", "1024"]
    assert "cups" not in units
    assert "s" not in units
    assert data == {
        "title": "Sample: D",
        "comparison": "Sample",
        "noun": ["tool", "tools"],
        "embed": "EmbeddingRef()",
        "files": [["sample.yml", ""]],
        "levels": {
            "level": [["lo", "Low"], ["hi", "High"]],
            "support": [["no", "no"], ["partial", "partial"], ["yes", "yes"]],
            "=fit": [["x", "x"]],
        },
        "stale": 0,
    }


def test_what_has_nothing_to_say_is_left_out() -> None:
    """A matrix of plain texts needs no units, no levels and no files."""
    sample = with_rows("{x: {title: X}}")
    noun = ["subject", "subjects"]
    assert shown(sample).data == {
        "title": "Sample: D",
        "comparison": "Sample",
        "noun": noun,
        "embed": "EmbeddingRef()",
    }


def test_shared_sources_are_told() -> None:
    """Then no cell has footnotes for them, so that a script could not know of them."""
    sample = comparison_of(
        """
title: Sample
subjects: {a: {title: A}, b: {title: B}}
sources: {s: {title: S}}
dimensions:
  d:
    title: D
    attributes:
      x: {title: X, claims: {a: {value: v, sources: [s]}, b: {value: w, sources: [s]}}}
"""
    )
    assert shown(sample).data["shared"] is True
    assert "shared" not in shown(comparison_of(SAMPLE)).data


@pytest.mark.parametrize("transpose", [False, True])
def test_attributes_tell_their_types(transpose: bool) -> None:
    """In an upright matrix the row says it, in a transposed one the head of the column."""
    sample = with_rows(
        "{A.1: {title: X, type: {quantity: s, better: lower}, importance: high}, y: {title: Y}}",
        "{S.1: {title: S}, t: {title: T}}",
    )
    matrix = shown(sample, transpose=transpose).matrix
    holders = list(matrix.iter("th" if transpose else "tr"))
    first, second = (each for each in holders if each.get("data-attribute"))
    names = ("data-type", "data-better", "data-importance", "data-unit", "data-slug")
    assert [first.get(name) for name in names] == ["quantity", "lower", "high", "s", "a-1"]
    assert [second.get(name) for name in names] == ["text", None, None, None, None]
    heads = [each for each in matrix.iter("th") if each.get("data-subject")]
    assert [(each.get("data-subject"), each.get("data-slug")) for each in heads] == [("S.1", "s-1"), ("t", None)]


def test_cells_tell_what_was_written_where_readers_see_something_else() -> None:
    """Who copies a cell, or corrects it, gets what stands in the file."""
    sample = comparison_of(
        """
title: Sample
subjects: {a: {title: A}, b: {title: B}}
dimensions:
  d:
    title: D
    attributes:
      text: {title: Text, claims: {a: "some *text*", b: "either/or"}}
      list: {title: List, type: list, claims: {a: ["*x*", y], b: [z]}}
      level: {title: Level, type: {choice: {lo: Low, hi: hi}}, claims: {a: lo, b: hi}}
      has: {title: Has, type: support, claims: {a: yes, b: unknown}}
      date: {title: Date, type: date, claims: {a: 2024-05-01, b: n/a}}
      link: {title: Link, type: link, claims: {a: {value: {url: "https://a.example", label: L}}, b: "https://b.example"}}
      amount: {title: Amount, type: {quantity: s}, claims: {a: 1.50 min}}
"""
    )

    def written(context_settings: Settings) -> dict[str, list[str | None]]:
        stage = stage_of(Catalogue(comparisons=(sample,)), context_settings)
        stage.date = date_format(context_settings.locale)
        found = Shown(render_matrix(build_matrix(sample, Selection()), stage.page(href_words)))
        ids = [attribute.id for attribute in sample.attributes()]
        return {id: [found.cell(id, subject).get("data-written") for subject in "ab"] for id in ids}

    expected: dict[str, list[str | None]] = {
        "text": ["some *text*", None],
        "list": ["*x*, y", None],
        "level": ["lo", None],
        "has": [None, None],
        "date": [None, None],
        "link": ["https://a.example", None],
        "amount": [None, None],
    }
    assert written(Settings()) == expected
    assert written(Settings(locale="de")) == {**expected, "has": ["yes", None], "date": ["2024-05-01", None]}


def test_cells_tell_when_they_were_checked() -> None:
    """A reader's script can find the old ones without asking for the data file."""
    sample = with_rows("{x: {title: X, claims: {a: {value: v, as_of: 2024-05-01}, b: w}}}")
    found = shown(sample)
    assert [found.cell("x", subject).get("data-as-of") for subject in "ab"] == [date(2024, 5, 1).isoformat(), None]


@pytest.mark.parametrize("transpose", [False, True])
def test_lines_lead_back_to_the_claims(transpose: bool) -> None:
    """From the few bytes of each row, a script finds the file and line of every claim, in both orientations."""
    told = set()
    for sample in (comparison_of(SAMPLE), spread(comparison_of(SAMPLE)), in_order(comparison_of(SAMPLE))):
        found = shown(sample, transpose=transpose)
        files = found.data["files"]
        assert isinstance(files, list)
        rows = [row.cells for group in build_matrix(sample, Selection()).groups for row in group.rows]
        cells = [list(column) for column in zip(*rows, strict=True)] if transpose else [list(row) for row in rows]
        expected = [[cell.claim.at if cell.claim else NOWHERE for cell in row] for row in cells]
        claimed = [[cell.claim is not None for cell in row] for row in cells]
        read = places(found.lines(), claimed, [path for path, _ in files])
        assert read == [[(at.path, at.line) for at in row] for row in expected]
        told |= {"@" if "@" in (line or "") else line for line in found.lines()}
    assert "@" in told
    assert transpose or None in told


def test_claims_without_places_lead_nowhere() -> None:
    """What no file holds can't be edited in one."""
    sample = comparison_of(SAMPLE)
    nowhere = replace(sample, claims=tuple(replace(claim, at=NOWHERE) for claim in sample.claims))
    assert set(" ".join(line or "-" for line in shown(nowhere).lines()).split()) == {"-"}
    assert "files" not in shown(nowhere).data


def in_order(comparison: Comparison) -> Comparison:
    """Return a comparison whose claims stand one below the other, as in a CSV file."""
    claims = [replace(claim, at=Place("claims.csv", place, 1)) for place, claim in enumerate(comparison.claims, 2)]
    return replace(comparison, claims=tuple(claims))


def spread(comparison: Comparison) -> Comparison:
    """Return a comparison whose claims stand in several files, in no order."""
    claims = [
        replace(claim, at=Place(f"data/{place % 7 % 3}.yml", 100 - place * 3 % 50, 1))
        for place, claim in enumerate(comparison.claims)
    ]
    return replace(comparison, claims=tuple(claims))


def places(rows: list[str | None], claimed: list[list[bool]], files: list[str]) -> list[list[tuple[str, int]]]:
    """Read the lines of all rows as the manual says."""
    file = line = 0
    read = []
    for row, is_claimed in zip(rows, claimed, strict=True):
        tokens = (row or "").split()
        tokens += ["1" if each else "-" for each in is_claimed[len(tokens) :]]
        read.append(list[tuple[str, int]]())
        for token in tokens:
            number, _, absolute = token.rpartition("@")
            if token != "-":  # noqa: S105 (no password)
                file, line = (int(number), int(absolute)) if number else (file, line + int(token))
            read[-1].append((files[file], line) if token != "-" else ("", 0))  # noqa: S105
    return read


def test_files_come_with_where_to_edit_them() -> None:
    """The address is the host's business; the matrix only hands it on."""
    sample = comparison_of(SAMPLE)
    context = replace(context_of(sample), edit_url=lambda path: f"https://example.org/edit/{path}")
    data = Shown(render_matrix(build_matrix(sample, Selection()), context)).data
    assert data["files"] == [["sample.yml", "https://example.org/edit/sample.yml"]]


def test_a_matrix_speaks_the_sites_language() -> None:
    """Built-in levels and the three nothings are ours to translate; levels of an author's own are not."""
    sample = comparison_of(
        """
title: Sample
subjects: {a: {title: A}, b: {title: B}, c: {title: C}}
sources: {s: {title: Work, accessed: 2024-05-01}}
dimensions:
  d:
    title: D
    attributes:
      has: {title: Has, type: support, claims: {a: yes, b: partial, c: no}}
      fits: {title: Fits, type: fit, claims: {a: good, b: fair, c: poor}}
      own: {title: Own, type: {choice: [no, partial, yes]}, claims: {a: yes, b: unknown}}
      score: {title: Score, type: rating, claims: {a: 3, b: n/a, c: {value: 2, note: A note., sources: [s]}}}
"""
    )
    found = shown(sample, Settings(locale="de_AT"))

    def told(attribute: str) -> list[str]:
        cells = [found.cell(attribute, subject) for subject in "abc"]
        return ["".join(cell.itertext()) for cell in cells]

    assert told("has") == ["ja", "teilweise", "nein"]
    assert told("fits") == ["gut", "mittel", "schlecht"]
    assert told("own") == ["yes", "unbekannt", "keine Angabe"]
    assert told("score")[1:] == ["entfällt", "●●○○○ 2 von 51"]
    text = "".join(found.matrix.itertext())
    assert "Quelle: Work" in text
    assert found.data["levels"] == {
        "support": [["no", "nein"], ["partial", "teilweise"], ["yes", "ja"]],
        "fit": [["poor", "schlecht"], ["fair", "mittel"], ["good", "gut"]],
        "own": [["no", "no"], ["partial", "partial"], ["yes", "yes"]],
    }
    labels = [each.get("aria-label") for each in found.matrix.iter("a") if each.get("aria-label")]
    assert labels == ["Anmerkung 1", "Zurück zu Score, C"]
