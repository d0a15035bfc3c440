"""Hostile data in the files for machines."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from mkdocs_comparisons.inline import parse_inline
from mkdocs_comparisons.renderers.markdown import encode_cell
from mkdocs_comparisons.renderers.tabular import defuse
from tests.building import Built
from tests.safety.hostile import PAYLOADS, UNIT, URL

Site = Callable[..., Built]
FORMULA_STARTS = "=+-@＝＋－＠"
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40)


@pytest.mark.parametrize("name", PAYLOADS)
def test_json_keeps_every_text(hostile_site: Site, name: str) -> None:
    """The JSON file is the export without loss: what was typed, to the character."""
    payload = PAYLOADS[name]
    data = json.loads(hostile_site().read(f"comparisons/{name}/data.json"), parse_constant=pytest.fail)
    assert (data["title"], data["question"]) == (f"{payload.plain} T", f"{payload.inline} Q")
    assert data["noun"] == {"one": f"{payload.plain} N1", "many": f"{payload.plain} N2"}
    assert data["subjects"][0]["aliases"] == [f"{payload.plain} one alias"]
    assert data["subjects"][0]["url"] == URL
    claims = {(claim["attribute"], claim["subject"]): claim for claim in data["claims"]}
    assert claims["words", "one"]["value"] == f"{payload.inline} value"
    assert claims["words", "one"]["note"] == f"{payload.inline} words note"
    assert claims["words", "one"]["sources"][0]["where"] == f"{payload.plain} where"
    assert claims["items", "one"]["typed"] == [f"{payload.inline} item", f"{payload.inline} other"]
    assert claims["amount", "one"]["typed"]["unit"] == UNIT
    assert data["dimensions"][0]["attributes"][1]["levels"][0]["title"] == f"{payload.plain} low"
    assert data["glossary"][0]["text"] == f"{payload.inline} term text"


@pytest.mark.parametrize("name", PAYLOADS)
def test_csv_keeps_rows_and_texts(hostile_site: Site, name: str) -> None:
    """A quote, comma or pipe in a value shifts no cell, and no cell is a formula."""
    payload = PAYLOADS[name]
    text = hostile_site().read(f"comparisons/{name}/data.csv")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    assert len(rows) == 9 * 3
    assert all(None not in row and None not in row.values() for row in rows)
    row = next(row for row in rows if (row["attribute"], row["subject"]) == ("words", "one"))
    assert row["value"].removeprefix("'") == f"{payload.inline} value"
    assert row["note"].removeprefix("'") == f"{payload.inline} words note"
    assert row["attribute_title"].removeprefix("'") == f"{payload.plain} words"
    assert not [cell for row in rows for cell in row.values() if cell.lstrip().startswith(tuple(FORMULA_STARTS))]


@given(WORDS)
def test_no_field_of_a_csv_is_a_formula(text: str) -> None:
    """Spreadsheets run what starts with a sign, after white space too; plain numbers are none."""
    made = defuse(text)
    assert made in (text, f"'{text}")
    if made.lstrip().startswith(tuple(FORMULA_STARTS)):
        assert (
            made.strip()
            .lstrip("+-")
            .replace(".", "")
            .replace(",", "")
            .replace("_", "")
            .lower()
            .replace("e", "")
            .replace("-", "")
            .replace("+", "")
            .isdigit()
        )


@pytest.mark.parametrize("name", PAYLOADS)
def test_markdown_tables_keep_their_cells(hostile_site: Site, name: str) -> None:
    """Each row has as many cells as there are subjects and one, and each cell says what the claim says."""
    payload, tables = PAYLOADS[name], list(_tables(hostile_site().read(f"comparisons/{name}/data.md")))
    assert [len(table) for table in tables] == [1 + 7, 1 + 1, 1 + 1]
    assert {len(row) for table in tables for row in table} == {1 + 3}
    assert tables[0][0][1] == _shown(f"{payload.plain} one")
    assert tables[0][1][:2] == [_shown(f"{payload.plain} words"), _shown(f"{payload.inline} value (1)")]
    assert tables[0][2][1] == _shown(f"{payload.plain} low (2)")


@pytest.mark.parametrize("name", PAYLOADS)
def test_markdown_holds_no_markup_of_the_data(hostile_site: Site, name: str) -> None:
    """Nothing of the data is HTML, a link or an emphasis where the file is shown."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    kinds = {token.type for token in _all(parser.parse(hostile_site().read(f"comparisons/{name}/data.md")))}
    assert not kinds & {"html_block", "html_inline", "link_open", "image", "em_open", "s_open", "code_inline", "fence"}
    assert not kinds & {"bullet_list_open", "blockquote_open", "hr", "code_block"}


@given(WORDS.filter(str.strip))
def test_encoded_text_is_one_paragraph_of_text(text: str) -> None:
    """Whatever a text holds, GitHub shows it as it is: no list, heading or link comes of it."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(encode_cell(text))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert _visible(tokens[1]) == " ".join(text.split())


@given(WORDS)
def test_inline_parser_gives_no_html(text: str) -> None:
    """Raw HTML is off in the one parser of untrusted text."""
    assert not {"html_inline", "image"} & {token.type for token in parse_inline(text).tokens}


def _tables(text: str) -> Iterator[list[list[str]]]:
    """Yield the tables of a Markdown text as rows of what readers see."""
    rows: list[list[str]] = []
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.type == "table_open":
            rows = []
        elif token.type == "tr_open":
            rows.append([])
        elif (token.type == "inline" and token.level == 5) or (token.type == "inline" and token.level == 4):
            rows[-1].append(_visible(token))
        elif token.type == "table_close":
            yield rows


def _visible(token: Token) -> str:
    return "".join(child.content for child in token.children or ()).strip()


def _all(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _all(token.children or [])


def _shown(text: str) -> str:
    return " ".join(text.split())
