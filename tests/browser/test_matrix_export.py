"""Taking a view away: whatever the form, its readers get the cells that were on screen."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import html5lib
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.copies import Cells, read_csv, read_html, read_markdown, read_tsv
from tests.browser.matrices import MatrixAt, enhanced, heads, opened, tool, values

VIEWS = {
    "at first": "",
    "all": "show=*",
    "sorted and filtered": "show=*;hide=memory;skip=history;sort=-comfort;where=price:%3C%2040",
    "swapped": "show=ginkgo,fir,elm;flip",
    "one cell": "show=fir;find=price",
    "nobody": "show=",
}
FORMS: dict[str, Callable[[str], Cells]] = {
    "CSV": read_csv,
    "TSV": read_tsv,
    "HTML": read_html,
    "Markdown": read_markdown,
}


def sharing(matrix: Locator) -> Locator:
    """Open the panel that copies, with the right to read what was copied; returns the matrix."""
    matrix.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    expect(opened(matrix, "Share").get_by_role("button", name="Print")).to_be_visible()
    return matrix


def copied(matrix: Locator, what: str) -> str:
    """Press a button of the open panel, and return what is in the clipboard then."""
    page = matrix.page
    page.evaluate("navigator.clipboard.writeText('nothing yet')")
    tool(matrix, what).click()
    page.wait_for_function("navigator.clipboard.readText().then(text => text !== 'nothing yet')")
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def on_screen(matrix: Locator) -> Cells:
    """Return what is on screen, by full names: copies have room for them."""
    full = {"Cedar": "Cedar for teams"}
    return {(full.get(line, line), full.get(column, column)): words for (line, column), words in values(matrix).items()}


@pytest.mark.parametrize("view", VIEWS)
def test_copies_hold_the_cells_on_screen(view: str, matrix_at: MatrixAt) -> None:
    """CSV, TSV, HTML and Markdown, read by independent readers, give the cells of the view: no more and no fewer."""
    matrix = sharing(matrix_at(f"#m1:text-editors?{VIEWS[view]}" if view else ""))
    seen = on_screen(matrix)
    for form, read in FORMS.items():
        assert read(copied(matrix, f"Copy: {form}")) == seen, form


@pytest.mark.parametrize("form", ["CSV", "TSV"])
def test_no_spreadsheet_runs_a_cell(form: str, matrix_at: MatrixAt) -> None:
    """Values, notes and heads that begin like a formula arrive as text; a negative number stays a number."""
    matrix = sharing(matrix_at("#m1:text-editors?show=*"))
    text = copied(matrix, f"Copy: {form}")
    lines = list(csv.reader(io.StringIO(text), delimiter="\t" if form == "TSV" else ",", strict=True))
    fields = {field for line in lines for field in line}
    assert {"'=1+1", "'+49 30 1234", "'@home, always", "'=SUM(A1) is no note.", "-5"} <= fields
    assert {field for field in fields if re.match(r"[=+\-@\t\r\n]", field)} == {"-5"}


def test_pasted_lines_and_tabs_make_cells(matrix_at: MatrixAt) -> None:
    """What is copied as TSV arrives line by line and tab by tab where it is pasted."""
    matrix = sharing(matrix_at("#m1:text-editors?show=alder,elm;base=alder"))
    tool(matrix, "Copy: TSV").click()
    expect(matrix.get_by_role("dialog").get_by_role("status")).to_have_text("Copied.")
    other = matrix.page.context.new_page()
    other.set_content("<textarea></textarea>")
    other.get_by_role("textbox").press("ControlOrMeta+v")
    head, memory, *_ = (line.split("\t") for line in other.get_by_role("textbox").input_value().split("\n"))
    told = dict(zip(head, memory, strict=True))
    assert told["Alder"] == "2\u00a0GB".replace("\u00a0", " ")
    assert told["Alder: Notes"] == "With a large project."
    assert "The bench of editors" in told["Alder: Sources"]
    assert told["Alder: Checked"] == "2020-01-01"
    assert told["Elm"] == "unknown"
    assert "Elm: against baseline" in head


@pytest.mark.parametrize("form", ["HTML", "Markdown"])
def test_notes_go_along_below_the_table(form: str, matrix_at: MatrixAt) -> None:
    """Marks lead to a list with each note and its sources, once; links keep their address, and nothing else stays."""
    matrix = sharing(matrix_at())
    text = copied(matrix, f"Copy: {form}")
    assert re.search(r"Motto.*two\S*\s*(<sup>\d</sup>|\[\d\])", text)
    if form == "Markdown":
        assert "\n1. With a large project. Source: The bench of editors" in text
        assert "&#61;SUM(A1&#41; is no note." in text
        return
    root = html5lib.parse(text, namespaceHTMLElements=False)
    notes = ["".join(each.itertext()) for each in root.iter("li") if "bench" in "".join(each.itertext())]
    assert len(notes) == 2
    assert {each.get("href") for each in root.iter("a")} >= {"https://example.org/cedar"}
    assert {name for each in root.iter() for name in each.attrib} <= {"href", "scope", "colspan"}


def test_json_tells_values_with_all_that_is_known(matrix_at: MatrixAt) -> None:
    """For programs there are ids, types, units, states, what was written, notes and sources, and the view's address."""
    matrix = sharing(matrix_at("#m1:text-editors?show=alder,cedar;hide=motto;base=cedar"))
    tree = json.loads(copied(matrix, "Copy: JSON"))
    assert [each["id"] for each in tree["subjects"]] == ["alder", "cedar"]
    assert [each["id"] for each in tree["attributes"]][:2] == ["memory", "startup"]
    memory = tree["attributes"][0]
    assert (memory["type"], memory["unit"], memory["better"], memory["dimension"]) == (
        "quantity",
        "MB",
        "lower",
        "needs",
    )
    assert tree["url"] == matrix.page.url
    claims = {(each["attribute"], each["subject"]): each for each in tree["claims"]}
    assert len(claims) == len(tree["claims"]) == 13 * 2
    alder = claims["memory", "alder"]
    assert (alder["value"], alder["state"], alder["as_of"]) == ("2 GB", "known", "2020-01-01")
    assert "With a large project." in str(alder["note"])
    assert "The bench of editors" in str(alder["sources"])
    assert alder["delta"] == "worse +1,536\u00a0MB ×4"
    assert claims["encoding", "alder"]["state"] == "unknown"


def test_files_are_what_is_copied(matrix_at: MatrixAt, tmp_path: Path) -> None:
    """A download holds the same as a copy, under the matrix's name."""
    matrix = sharing(matrix_at("#m1:text-editors?show=fir,elm"))
    for form, ending in {"CSV": "csv", "TSV": "tsv", "Markdown": "md", "JSON": "json", "HTML": "html"}.items():
        with matrix.page.expect_download() as download:
            tool(matrix, f"Download: {form}").click()
        assert download.value.suggested_filename == f"text-editors.{ending}"
        download.value.save_as(tmp_path / ending)
        assert (tmp_path / ending).read_bytes().decode() == copied(matrix, f"Copy: {form}")


def test_a_link_is_copied(matrix_at: MatrixAt) -> None:
    """The link is the page's address, with the view in it where there is one."""
    matrix = sharing(matrix_at())
    assert copied(matrix, "Copy link") == matrix.page.url
    matrix.page.keyboard.press("Escape")
    tool(matrix, "Differences only").click()
    expect(tool(matrix, "Differences only")).to_have_attribute("aria-pressed", "true")
    opened(matrix, "Share")
    link = copied(matrix, "Copy link")
    assert link.endswith("#m1:text-editors?diff")
    assert link == matrix.page.url


def test_pages_without_a_clipboard_copy_too(editors: str, page_at: Callable[..., Page]) -> None:
    """Sites that are not served securely have no `navigator.clipboard`: there is an older way, and it works."""
    page = page_at()
    page.add_init_script("delete Navigator.prototype.clipboard")
    page.goto(f"{editors}whole/#m1:text-editors?show=fir,elm")
    matrix = enhanced(page)
    expect(heads(matrix)).to_have_text(["Fir", "Elm"])
    panel = opened(matrix, "Share")
    tool(panel, "Copy: TSV").click()
    expect(panel.get_by_role("status")).to_have_text("Copied.")
    expect(panel).to_be_visible()
    expect(tool(panel, "Copy: TSV")).to_be_focused()
    other = page.context.new_page()
    other.set_content("<textarea></textarea>")
    other.get_by_role("textbox").press("ControlOrMeta+v")
    assert read_tsv(other.get_by_role("textbox").input_value()) == on_screen(matrix)
