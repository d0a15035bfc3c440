"""A project whose every text is an attack, and the same project in peace."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

EXECUTED = ("42-RCE", "RCE-42")
"""What stands in a site in which the payloads' Jinja was run."""

_JINJA = "{{ 42|abs }}-RCE {% raw %}{% endraw %}{{ 42|abs }}-RCE {# gone #}"
_POPEN = "{{ cycler.__init__.__globals__.os.popen('echo RCE-$((40+2))').read() }}"


@dataclass(frozen=True, slots=True)
class Payload:
    """A text that does harm where it is not escaped."""

    plain: str
    """For fields of plain text."""

    inline: str
    """For fields of inline text: CommonMark reads it as itself."""


PAYLOADS: Mapping[str, Payload] = {
    "title": Payload(*['</title><script>window.PWN=1</script>" onmouseover="window.PWN=1" autofocus x=\''] * 2),
    "image": Payload(*["<img src=x onerror=window.PWN=1>' onfocus='window.PWN=1' <svg onload=window.PWN=1>"] * 2),
    "closing": Payload(
        *["</code></td></table></textarea></style></text></svg></script><iframe srcdoc='<script>top.PWN=1</script>'>"]
        * 2
    ),
    "jinja": Payload(f"{_JINJA} {_POPEN}", f"{_JINJA} <!--comparisons:0-->"),
    "markdown": Payload(
        r"a | b \| c [x](javascript:window.PWN=1) [[nowhere]] **b** `c` &lt;b&gt; _e_ ~~s~~ <javascript:PWN=1>",
        "a | b || c (javascript:window.PWN=1) :smile: ++x++ (c) $$x$$ ::: mod",
    ),
    "marks": Payload(
        *["=1+1 c1-note-1 wzxhzdk:0 klzzwxh:0 ::set-output name=x::y %s {0} {subject} %0A--> ]]> <![CDATA[ \u2028"] * 2
    ),
    "scripts": Payload(*["\u0645\u0631\u062d\u0628\u0627 \U0001f469\u200d\U0001f469\u200d\U0001f467 " + "W" * 110] * 2),
}
FEW = {name: PAYLOADS[name] for name in ("title", "closing", "jinja")}
"""Enough to try another theme with."""

PEACE = Payload("peaceful words", "peaceful words")
UNIT = "b<i>\"|{{6*7}}&'"
"""A hostile unit: units are at most 30 characters long."""

FEW_LETTERS = 60
"""Roles and marks of layers, and the words at their boundary, are no longer than that."""

URL = "https://example.org/%3Cscript%3E?a=1&b={{6*7}}|x"
"""As hostile as an address may be."""

CONFIG = """\
site_name: Test
theme: {{name: {theme}}}
plugins: {plugins}
markdown_extensions:
  - admonition
  - pymdownx.superfences
  - pymdownx.tabbed: {{alternate_style: true}}
  - pymdownx.magiclink
  - pymdownx.smartsymbols
  - toc: {{permalink: true}}
"""


def config(theme: str = "material", plugins: str = "[search, comparisons]") -> str:
    """Return a `mkdocs.yml`."""
    return CONFIG.format(theme=f"{theme}, {'font' if theme == 'material' else 'highlightjs'}: false", plugins=plugins)


def written(tree: object) -> str:
    """Return data as YAML: JSON, with the characters escaped that may not stand in a file as they are."""
    return json.dumps(tree, ensure_ascii=False, indent=1).replace("\u2028", "\\u2028") + "\n"


def project(payloads: Mapping[str, Payload], *, peaceful: bool = False) -> dict[str, str]:
    """Return the data files of a project with a comparison for each payload, all in folder form.

    In a peaceful one all texts are harmless, and everything else is the same.
    """
    chosen = dict.fromkeys(payloads, PEACE) if peaceful else payloads
    files: dict[str, str] = {}
    for name, payload in chosen.items():
        files[f"comparisons/{name}/comparison.yml"] = written(comparison(payload))
        files[f"comparisons/{name}/argued.md"] = "## The author's own words\n\nThey stay.\n"
    shared = next(iter(chosen.values()))
    files["comparisons/_subjects.yml"] = written({"common": _subject(shared, "common")})
    files["comparisons/_sources.yml"] = written({"shared-work": _source(shared, "shared")})
    files["comparisons/_glossary.yml"] = written({"shared-term": _term(shared, "shared")})
    files["docs/index.md"] = "# Home\n"
    files["docs/blocks.md"] = "# Blocks\n\n" + "\n\n".join(_blocks(name, each) for name, each in chosen.items()) + "\n"
    return files


def comparison(payload: Payload) -> dict[str, Any]:
    """Return a comparison with a payload in every text, in every type of value."""
    return {
        "title": f"{payload.plain} T",
        "question": f"{payload.inline} Q",
        "summary": f"{payload.inline} S",
        "verdict": f"{payload.inline} V",
        "noun": {"one": f"{payload.plain} N1", "many": f"{payload.plain} N2"},
        "tags": [f"{payload.plain} G"],
        "subjects": {"one": _subject(payload, "one"), "two": _subject(payload, "two"), "common": {}},
        "dimensions": {
            "plainly": _dimension(payload, "plainly", _attributes(payload)),
            "argued": _dimension(
                payload, "argued", {"also": _attribute(payload, "also", "text", f"{payload.inline} A1")}
            ),
            "layered": _layered(payload),
        },
        "sources": {"work": _source(payload, "work")},
        "glossary": {"term": _term(payload, "term")},
    }


def _subject(payload: Payload, mark: str) -> dict[str, Any]:
    return {
        "title": f"{payload.plain} {mark}",
        "short": f"{payload.plain} {mark[0]}",
        "aliases": [f"{payload.plain} {mark} alias"],
        "summary": f"{payload.inline} {mark} summary",
        "url": URL,
        "tags": [f"{payload.plain} {mark} tag"],
    }


def _dimension(payload: Payload, mark: str, attributes: dict[str, Any]) -> dict[str, Any]:
    return {
        "title": f"{payload.plain} {mark}",
        "question": f"{payload.inline} {mark} question",
        "summary": f"{payload.inline} {mark} summary",
        "verdict": f"{payload.inline} {mark} verdict",
        "attributes": attributes,
    }


def _layered(payload: Payload) -> dict[str, Any]:
    """Return a dimension that is drawn as a stack, with a payload at each place of it."""
    few = payload.plain[:FEW_LETTERS].strip()
    layers = [
        f"{payload.inline} ground",
        {"label": f"{payload.inline} label", "note": f"{payload.inline} note", "role": few, "mark": few},
        {"label": f"{payload.inline} own", "role": few[::-1].strip(), "repeat": "yes", "boundary": "yes"},
    ]
    made = _dimension(payload, "layered", {"layers": _attribute(payload, "layers", "layers", layers)})
    return made | {"diagram": {"kind": "stack", "boundary": few, "instances": 2}}


def _attributes(payload: Payload) -> dict[str, Any]:
    levels = {"low": f"{payload.plain} low", "high": f"{payload.plain} high"}
    link = {"url": URL, "label": f"{payload.plain} label"}
    rows: dict[str, tuple[Any, Any]] = {
        "words": ("text", f"{payload.inline} value"),
        "level": ({"choice": levels, "better": "higher"}, "low"),
        "items": ("list", [f"{payload.inline} item", f"{payload.inline} other"]),
        "amount": ({"quantity": UNIT if payload is not PEACE else "peaces"}, 5),
        "address": ("link", link),
        "score": ({"rating": 5}, 3),
        "has": ("support", "yes"),
    }
    return {id: _attribute(payload, id, type, value) for id, (type, value) in rows.items()}


def _attribute(payload: Payload, id: str, type: object, value: object) -> dict[str, Any]:
    citation = {"source": "work", "shows": f"{payload.inline} shows", "where": f"{payload.plain} where"}
    claim = {"value": value, "note": f"{payload.inline} {id} note", "sources": [citation, "shared-work"]}
    return {
        "title": f"{payload.plain} {id}",
        "summary": f"{payload.inline} {id} summary",
        "sentence": f"{_braceless(payload.plain)} {{subject}} tells {{value}} end",
        "type": type,
        "claims": {"one": claim, "common": claim},
    }


def _braceless(text: str) -> str:
    """Return a text for a sentence, in which braces other than its placeholders are an error."""
    return text.replace("{", "(").replace("}", ")")


def _source(payload: Payload, mark: str) -> dict[str, Any]:
    return {
        "title": f"{payload.plain} {mark} source",
        "url": URL,
        "authors": [f"{payload.plain} {mark} author"],
        "publisher": f"{payload.plain} {mark} publisher",
        "license": f"{payload.plain} {mark} licence",
        "accessed": "2026-01-02",
    }


def _term(payload: Payload, mark: str) -> dict[str, Any]:
    return {
        "title": f"{payload.plain} {mark}",
        "text": f"{payload.inline} {mark} text",
        "aliases": [f"{payload.plain} {mark} alias"],
    }


def _blocks(name: str, payload: Payload) -> str:
    """Return blocks of all views for users, with a hostile caption where there is one, here and in an admonition."""
    caption = "'" + f"{payload.plain} caption".replace("'", "''").replace("\u2028", " ") + "'"
    # The author's page is trusted, so the macros plugin may run what it says: what is tested is the data.
    caption = "quiet" if "{{" in caption else caption
    blocks = [
        f"/// comparison | {name}\n    view: matrix\n    caption: {caption}\n///",
        f"/// comparison | {name}\n    view: matrix\n    transpose: yes\n///",
        f"/// comparison | {name}\n    view: diagram\n    caption: {caption}\n///",
        f"/// comparison | {name}\n    view: profile\n    subjects: [one]\n///",
        f"/// comparison | {name}\n    view: value\n    subjects: [one]\n    attributes: [words, level]\n///",
        *(f"/// comparison | {name}\n    view: {view}\n///" for view in ("summary", "differences", "versus", "list")),
    ]
    inside = f"!!! note\n\n    /// comparison | {name}\n        view: differences\n    ///"
    refs = f"[[{name}]] [[{name}/one]] [[{name}:words]] [[{name}:words@one]] [[glossary/shared-term]]"
    return "\n\n".join([*blocks, inside, refs])
