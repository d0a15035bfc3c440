"""Real data of others, as our files."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "corpora"
NAMES = (
    "webpack-bundlers",
    "choosealicense",
    "js-framework-benchmark",
    "react-query-comparison",
    "countries-multilingual",
)
_SUPPORT = {"✅": "yes", "🛑": "no", "🔶": "partial", "🟡": "partial", "true": "yes", "false": "no"}


def convert(name: str) -> dict[str, str]:
    """Return a corpus as the files of a comparison in folder form."""
    corpus = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    types = {each["id"]: _type(each, corpus) for part in corpus["dimensions"] for each in part["attributes"]}
    lists = [claim for claim in corpus["claims"] if types[claim["attribute"]] == "list"]
    rows = [claim for claim in corpus["claims"] if types[claim["attribute"]] != "list"]
    return {
        f"comparisons/{name}/comparison.yml": "\n".join(_head(corpus, types, lists)) + "\n",
        f"comparisons/{name}/claims.csv": _claims(rows, types),
    }


def _type(attribute: dict[str, Any], corpus: dict[str, Any]) -> str | dict[str, str]:
    values = [str(claim["value"]).lower() for claim in corpus["claims"] if claim["attribute"] == attribute["id"]]
    kind = attribute["kind"]
    if kind == "quantity":
        return {"quantity": attribute.get("unit") or "points", "better": "lower"}
    if kind == "support":
        return "support" if all(value[:1] in "✅🛑🔶🟡" or value in _SUPPORT for value in values) else "text"
    return "list" if kind == "list" else "text"


def _head(corpus: dict[str, Any], types: dict[str, Any], lists: list[dict[str, Any]]) -> Iterator[str]:
    yield f"title: {_quoted(corpus['title'])}"
    yield "sources:"
    yield f"  corpus: {{title: {_quoted(corpus['source'])}, license: {_quoted(corpus['license'])}}}"
    yield "subjects:"
    for subject in corpus["subjects"]:
        yield f"  {clean_id(subject['id'])}: {{title: {_quoted(subject['title'])}}}"
    yield "dimensions:"
    for dimension in corpus["dimensions"]:
        yield f"  {clean_id(dimension['id'])}:"
        yield f"    title: {_quoted(dimension['title'])}"
        yield "    attributes:"
        for attribute in dimension["attributes"]:
            id = attribute["id"]
            yield f"      {id}:"
            yield f"        title: {_quoted(attribute['title'])}"
            yield f"        type: {json.dumps(types[id], ensure_ascii=False)}"
            yield from _lists(id, lists)


def _lists(attribute: str, lists: list[dict[str, Any]]) -> Iterator[str]:
    claims = [claim for claim in lists if claim["attribute"] == attribute]
    if claims:
        yield "        claims:"
    for claim in claims:
        items = ", ".join(_quoted(str(item)) for item in claim["value"])
        yield f"          {clean_id(claim['subject'])}: [{items}]"


def _claims(rows: list[dict[str, Any]], types: dict[str, Any]) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["subject", "attribute", "value", "note", "sources"])
    for claim in rows:
        value, note = _value(str(claim["value"]), types[claim["attribute"]])
        note = " ".join(filter(None, (note, claim.get("note", "") or "")))
        writer.writerow([clean_id(claim["subject"]), claim["attribute"], value, _plain(note), "corpus"])
    return text.getvalue()


def _value(value: str, type: object) -> tuple[str, str]:
    """Return a value as an author of ours would write it, and what else stood beside it."""
    if type == "support":
        first, rest = (value, "") if value.lower() in _SUPPORT else (value[:1], value[1:].strip("\ufe0f "))
        return _SUPPORT[first.lower()], rest
    return (_plain(value) if type == "text" else value), ""


def _plain(text: str) -> str:
    """Encode the links of the corpora's own Markdown that lead nowhere from here."""
    return re.sub(r"\[([^\]]*)\]\((?!https?://)[^)]*\)", r"\1", " ".join(text.split()))


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def clean_id(id: str) -> str:
    """Return an id without the few characters that ours do not have."""
    return re.sub(r"[^A-Za-z0-9._+:@-]", "", id)
