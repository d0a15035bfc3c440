"""What people type on their first day: each mistake is told, where it is, and what to do."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from mkdocs_comparisons.errors import SettingsError
from mkdocs_comparisons.planning.pages import plan_site
from mkdocs_comparisons.planning.settings import Settings
from mkdocs_comparisons.planning.templates import write_by_templates
from mkdocs_comparisons.project import open_project
from tests.building import build_project, write_files
from tests.safety.checking import check

OK = """\
title: Tea vs coffee
subjects:
  tea: {title: Tea}
  coffee: {title: Coffee}
dimensions:
  taste:
    title: Taste
    attributes:
      bitter:
        title: Bitter
        type: {rating: 5}
        claims: {tea: 2, coffee: 4}
"""
CONFIG = "site_name: Test\ntheme: {name: mkdocs, highlightjs: false}\nplugins: [comparisons]\n"
MATRIX = "/// comparison | a-vs-b\n    view: matrix\n///\n"

# What to replace, by what, the line and code of the finding, and a word of the message.
CHANGES: dict[str, tuple[str, str, int, str, str]] = {
    "tab": ("    title: Taste", "\ttitle: Taste", 7, "yaml-syntax", "spaces"),
    "indent": ("    title: Taste", "   title: Taste", 8, "yaml-syntax", "indentation"),
    "colon in a title": ("Tea vs coffee", "Tea: coffee", 1, "yaml-syntax", "quotes"),
    "at": ("Tea vs coffee", "@tea", 1, "yaml-syntax", "quotes"),
    "percent": ("Tea vs coffee", "%tea", 1, "yaml-syntax", "quotes"),
    "star": ("Tea vs coffee", "*tea", 1, "yaml-feature", "alias"),
    "ampersand": ("Tea vs coffee", "&tea x", 1, "yaml-feature", "quotes"),
    "bang": ("Tea vs coffee", "!tea x", 1, "yaml-feature", "quotes"),
    "jinja": ("Tea vs coffee", "{{ x }}", 1, "wrong-shape", "quotes"),
    "open quotes": ("Tea vs coffee", '"Tea', 1, "yaml-syntax", "closed"),
    "open brace": ("coffee: 4}", "coffee: 4", 12, "yaml-syntax", "'}'"),
    "wrong key": ("    title: Taste", "    titel: Taste", 7, "key-unknown", "Did you mean 'title'?"),
    "wrong key at the top": ("dimensions:", "dimension:", 5, "key-unknown", "Did you mean 'dimensions'?"),
    "key twice": ("    title: Taste", "    title: Taste\n    title: Taste", 8, "key-duplicate", "Remove one"),
    "claim twice in a mapping": ("{tea: 2", "{tea: 3, tea: 2", 12, "key-duplicate", "Remove one"),
    "claim in two forms": ("{title: Tea}", "{title: Tea, claims: {bitter: 3}}", 3, "claim-duplicate", "Remove one"),
    "text for a list": ("title: Tea vs", "tags: alice\ntitle: Tea vs", 1, "wrong-shape", "`[alice]`"),
    "text for aliases": ("{title: Tea}", "{title: Tea, aliases: chai}", 3, "wrong-shape", "`[chai]`"),
    "list for a text": ("Tea vs coffee", "[tea]", 1, "wrong-shape", "a text is needed"),
    "mapping for a text": ("Tea vs coffee", "{a: b}", 1, "wrong-shape", "a text is needed"),
    "no title": ("Tea vs coffee", "", 1, "wrong-shape", "empty"),
    "list of mappings": ("  tea: {title: Tea}\n", "  - title: Tea\n  - x\n", 5, "yaml-syntax", "indentation"),
    "subject misspelt": ("coffee: 4", "cofee: 4", 12, "unknown-subject", "Did you mean 'coffee'?"),
    "kind misspelt": ("rating: 5", "ratng: 5", 11, "bad-type", "Did you mean 'rating'?"),
    "out of the scale": ("tea: 2", "tea: 9", 12, "value-type", "from 0 to 5"),
    "word for a number": ("tea: 2", "tea: two", 12, "value-type", "not a number"),
    "null": ("tea: 2", "tea: ~", 12, "value-type", "not a number"),
    "nothing": ("tea: 2", "tea: ", 12, "value-type", "`unknown` or `n/a`"),
    "list for a number": ("tea: 2", "tea: [1]", 12, "value-type", "a list is given"),
    "NaN": ("tea: 2", "tea: .nan", 12, "value-type", "not a number"),
    "digits of another script": ("tea: 2", "tea: ٢", 12, "value-type", "not a number"),
    "infinite": ("tea: 2", "tea: 1e999999", 12, "value-type", "not a number"),
    "no such level": ("{rating: 5}", "support", 12, "value-level", "yes, partial or no"),
    "currency": ("{rating: 5}", "{money: euro}", 11, "bad-type", "EUR"),
    "better": ("rating: 5", "rating: 5, better: hihger", 11, "bad-type", "Did you mean 'higher'?"),
    "day": ("tea: 2", "tea: {value: 2, as_of: 2026-02-30}", 12, "bad-date", "2024-05-01"),
    "source": ("tea: 2", "tea: {value: 2, sources: [book]}", 12, "unknown-source", "sources:"),
    "text for sources": ("tea: 2", "tea: {value: 2, sources: book}", 12, "wrong-shape", "`[book]`"),
    "address without scheme": ("{title: Tea}", "{title: Tea, url: www.tea.org}", 3, "unsafe-link", "https://"),
    "script for an address": ("{title: Tea}", "{title: Tea, url: 'javascript:x'}", 3, "unsafe-link", "not allowed"),
    "link to a file": ("{title: Tea}", "{title: Tea, summary: '[x](../x.md)'}", 3, "unsafe-link", "scheme"),
    "ref": ("{title: Tea}", "{title: Tea, summary: '[[cofee]]'}", 3, "unknown-ref", "Did you mean 'coffee'?"),
    "ref to a cell": (
        "{title: Tea}",
        "{title: Tea, summary: '[[:bitter@te]]'}",
        3,
        "unknown-ref",
        "Did you mean 'tea'?",
    ),
    "ref to a term": ("{title: Tea}", "{title: Tea, summary: '[[glossary/x]]'}", 3, "unknown-term", "glossary"),
    "ref of no form": ("{title: Tea}", "{title: Tea, summary: '[[a b]]'}", 3, "unknown-ref", "not a ref"),
    "sentence": ("title: Bitter", "title: B\n        sentence: '{subject} is'", 11, "bad-sentence", "{value}"),
    "second document": ("dimensions:", "---\ndimensions:", 5, "yaml-feature", "---"),
    "merge key": ("{title: Tea}", "{<<: {title: Tea}}", 3, "yaml-feature", "<<"),
    "right to left": ("Tea vs coffee", "Tea \u202e vs", 1, "bidi-control", "U+202E"),
    "line separator": ("Tea vs coffee", "Tea\u2028vs", 1, "encoding", "U+2028"),
    "escape sequence": ("Tea vs coffee", "Tea\x1b[2J", 1, "encoding", "U+001B"),
}
TABLES: dict[str, tuple[str, int, str]] = {
    "short row": ("subject,attribute,value\ntea,bitter\n", 2, "2 cells; the header has 3"),
    "long row": ("subject,attribute,value\ntea,bitter,2,3\n", 2, "4 cells; the header has 3"),
    "no header": ("tea,bitter,2\n", 1, "header"),
    "semicolons": ("subject;attribute;value\ntea;bitter;2\n", 1, "commas"),
    "open quotes": ('subject,attribute,value\ntea,bitter,"2\n', 2, "never closed"),
    "no value": ("subject,attribute,value\ntea,bitter,\n", 2, "empty"),
    "nobody": ("subject,attribute,value\nteaa,bitter,2\n", 2, "Did you mean 'tea'?"),
    "no attribute": ("subject,attribute,value\ntea,biter,2\n", 2, "Did you mean 'bitter'?"),
    "twice": ("subject,attribute,value\ntea,bitter,2\ntea,bitter,3\n", 3, "second claim"),
    "capitals": ("Subject,attribute,value\ntea,bitter,2\n", 1, "Did you mean 'subject'?"),
}
BLOCKS: dict[str, tuple[str, int, str]] = {
    "no such comparison": (MATRIX.replace("a-vs-b", "a-vs-c"), 3, "Did you mean 'a-vs-b'?"),
    "no comparison": ("/// comparison\n    view: matrix\n///\n", 3, "names no comparison"),
    "view": (MATRIX.replace("matrix", "matrx"), 4, "Did you mean 'matrix'?"),
    "option": (MATRIX.replace("view", "viw"), 4, "Did you mean 'view'?"),
    "option of another view": (MATRIX.replace("matrix", "list\n    transpose: yes"), 5, "no option 'transpose'"),
    "not indented": (MATRIX.replace("    ", ""), 3, "four spaces"),
    "content": (MATRIX.replace("\n///", "\n\nText\n///"), 3, "has content"),
    "never closed": (MATRIX.removesuffix("///\n"), 3, "never closed"),
    "YAML": (MATRIX.replace("matrix", "[matrix"), 4, "never closed"),
    "mapping": (MATRIX.replace("matrix", "{a: b}"), 4, "a mapping stands"),
    "Jinja": (MATRIX.replace("matrix", "{{ x }}"), 4, "quotes"),
    "twice": (MATRIX.replace("matrix", "matrix\n    view: list"), 5, "given twice"),
    "switch": (MATRIX.replace("matrix", "matrix\n    transpose: maybe"), 5, "'yes' or 'no'"),
    "dimension": (MATRIX.replace("matrix", "matrix\n    dimensions: [tast]"), 5, "Did you mean 'taste'?"),
    "subject": (MATRIX.replace("matrix", "matrix\n    subjects: [te]"), 5, "Did you mean 'tea'?"),
    "in a list": ("- item\n\n    /// comparison | a-vs-c\n    ///\n", 5, "Did you mean 'a-vs-b'?"),
    "in a note": ("!!! note\n\n    /// comparison | a-vs-c\n    ///\n", 5, "Did you mean 'a-vs-b'?"),
    "in a tab": ('=== "A"\n\n    /// comparison | a-vs-c\n    ///\n', 5, "Did you mean 'a-vs-b'?"),
    "in a quote": ("> /// comparison | a-vs-c\n> ///\n", 3, "Did you mean 'a-vs-b'?"),
}
OPTIONS: dict[str, tuple[str, str]] = {
    "data: ../nowhere": ("'data'", "Create it"),
    "data: 5": ("'data'", "str"),
    "rules: []": ("'rules'", "dict"),
    "rules: {claim-missing: maybe}": ("'rules'", "error, warning, info and off"),
    "locale: xx-nonsense": ("'locale'", "'en_GB'"),
    "templates: nowhere": ("'templates'", "Create it"),
    "stale_after: yes": ("'stale_after'", "number of days"),
    "pairs: many": ("'pairs'", "int"),
}
FAILING_TEMPLATES = (
    *("{% if %}", "{{ nope }}", "{{ page.nope }}", "{{ 1 / 0 }}", "{{ 1 + 'a' }}", "{% include 'subject.md.j2' %}"),
    "{% include '../mkdocs.yml' %}",
)


@pytest.mark.parametrize("name", CHANGES)
def test_a_mistake_is_told_where_it_is(tmp_path: Path, name: str) -> None:
    """Each of these was made by somebody once, and cost an hour where the message was poor."""
    old, new, line, code, word = CHANGES[name]
    assert OK.count(old) >= 1
    report = check(tmp_path, {"a-vs-b.yml": OK.replace(old, new, 1)})
    found = [entry for entry in report.errors if (entry.finding.code, entry.finding.at.line) == (code, line)]
    assert found, report.text
    assert word in report.text
    assert f"comparisons/a-vs-b.yml:{line}:" in report.text


@pytest.mark.parametrize("data", ["", "# only words\n", "~\n", "hello\n", "- a\n", "---\n", "[]\n", "{}\n", "\ufeff"])
def test_files_that_say_nothing(tmp_path: Path, data: str) -> None:
    """A file that holds no comparison is told of; it never is a comparison without a name."""
    report = check(tmp_path, {"a.yml": data})
    assert report.has_errors
    assert {entry.finding.at.path for entry in report.errors} == {"comparisons/a.yml"}


@pytest.mark.parametrize("data", [OK.encode("utf-16"), OK.replace("Tea", "Thé").encode("latin-1"), bytes(range(256))])
def test_files_that_are_no_utf8(tmp_path: Path, data: bytes) -> None:
    """Other encodings are named, not guessed."""
    assert "encoding" in check(tmp_path, {"a.yml": data}).codes


@pytest.mark.parametrize("name", TABLES)
def test_mistakes_in_a_table(tmp_path: Path, name: str) -> None:
    """A row too short never shifts a value under another subject."""
    table, line, word = TABLES[name]
    head = OK.replace("        claims: {tea: 2, coffee: 4}\n", "")
    report = check(tmp_path, {"a-vs-b/comparison.yml": head, "a-vs-b/claims.csv": table})
    assert f"comparisons/a-vs-b/claims.csv:{line}:" in report.text
    assert word in report.text
    assert report.has_errors


def test_a_claim_in_all_three_forms(tmp_path: Path) -> None:
    """However a claim is written, a second one is an error at its own place."""
    files = {
        "a-vs-b/comparison.yml": OK,
        "a-vs-b/subjects/tea.yml": "claims: {bitter: 3}\n",
        "a-vs-b/claims.csv": "subject,attribute,value\ntea,bitter,2\n",
    }
    found = [each.finding.at.path for each in check(tmp_path, files).errors if each.finding.code == "claim-duplicate"]
    assert found == ["comparisons/a-vs-b/claims.csv", "comparisons/a-vs-b/subjects/tea.yml"]


def test_scalars_stay_what_was_typed(tmp_path: Path) -> None:
    """YAML 1.1 would make `no` false, `1.10` 1.1, `0012` ten, `22:30` 1350 and `2024-01-01` a date."""
    words = ["no", "on", "1.10", "0012", "22:30", "2024-01-01", "~", "null", "1e3", "0x1F", "1_000", ".5", "yes", "Y"]
    subjects = ", ".join(f"s{number}: {{title: S{number}}}" for number in range(len(words)))
    claims = ", ".join(f"s{number}: {word}" for number, word in enumerate(words))
    rows = f"{{x: {{title: X, claims: {{{claims}}}}}}}"
    data = f"title: T\nsubjects: {{{subjects}}}\ndimensions: {{d: {{title: D, attributes: {rows}}}}}\n"
    built = build_project(tmp_path, {"mkdocs.yml": CONFIG, "comparisons/a.yml": data})
    assert built.returncode == 0, built.output
    found = [row.split('","')[6] for row in built.read("comparisons/a/data.csv").splitlines()[1:]]
    assert found == words


def test_mistakes_in_blocks(tmp_path: Path) -> None:
    """One build tells of the mistakes of all pages, each with its page and line; the code stays 1."""
    pages = {f"docs/{number}.md": f"# Page\n\n{text}" for number, (text, _, _) in enumerate(BLOCKS.values())}
    config = (
        CONFIG + "markdown_extensions: [admonition, pymdownx.superfences, {pymdownx.tabbed: {alternate_style: true}}]\n"
    )
    built = build_project(tmp_path, {"mkdocs.yml": config, "comparisons/a-vs-b.yml": OK, **pages})
    assert built.returncode == 1
    assert "Traceback" not in built.output
    for number, (name, (_, line, word)) in enumerate(BLOCKS.items()):
        told = [text for text in built.output.splitlines() if text.startswith(f"docs/{number}.md:{line}:")]
        assert any(word in text and ": page-block: " in text for text in told), (name, told)


def test_blocks_in_code_stay_as_they_are(tmp_path: Path) -> None:
    """Who writes about blocks shows them in code."""
    wrong = MATRIX.replace("a-vs-b", "nope")
    indented = "".join(f"    {line}\n" for line in wrong.splitlines())
    page = f"# Page\n\n```\n{wrong}```\n\n{indented}\n`/// comparison | nope` `[[nope]]`\n\n<!--\n{wrong}-->\n"
    config = CONFIG + "markdown_extensions: [pymdownx.superfences]\n"
    files = {"mkdocs.yml": config, "docs/p.md": page, "comparisons/a-vs-b.yml": OK}
    built = build_project(tmp_path, files, "--strict")
    assert built.returncode == 0, built.output
    assert built.read("p/index.html").count("/// comparison | nope") >= 3


def test_comments_like_ours_stay_as_they_are(tmp_path: Path) -> None:
    """What search must not read is held back behind comments; an author's own comment of that form is no key to it."""
    page = f"# Page\n\n<!--comparisons:0-->\n\n<!--comparisons:99-->\n\n{MATRIX}"
    config = CONFIG.replace("[comparisons]", "[search, comparisons]")
    built = build_project(tmp_path, {"mkdocs.yml": config, "docs/p.md": page, "comparisons/a-vs-b.yml": OK}, "--strict")
    assert built.returncode == 0, built.output
    text = built.read("p/index.html")
    assert text.count("<comparison-matrix") == 1
    assert "<!--comparisons:0-->" in text
    assert "<!--comparisons:99-->" in text


@pytest.mark.parametrize("option", OPTIONS)
def test_wrong_options(tmp_path: Path, option: str) -> None:
    """Each is refused with its name and what to write instead."""
    name, word = OPTIONS[option]
    config = CONFIG.replace("[comparisons]", f"[{{comparisons: {{{option}}}}}]")
    built = build_project(tmp_path, {"mkdocs.yml": config, "comparisons/a-vs-b.yml": OK})
    assert built.returncode == 1
    assert f"option {name}" in built.output
    assert word in built.output
    assert "Traceback" not in built.output


@pytest.mark.parametrize("option", ["pairs: -1", "nav_limit: -1", "dat: x"])
def test_odd_options_do_no_harm(tmp_path: Path, option: str) -> None:
    """A number below zero is as none; an option that does not exist is the host's to tell of."""
    config = CONFIG.replace("[comparisons]", f"[{{comparisons: {{{option}}}}}]")
    three = OK.replace("subjects:\n", "subjects:\n  milk: {title: Milk}\n")
    built = build_project(tmp_path, {"mkdocs.yml": config, "comparisons/a-vs-b.yml": three})
    assert built.returncode == 0, built.output
    assert ("tea-vs-coffee" in built.read("comparisons/a-vs-b/index.html")) == (option != "pairs: -1")


@pytest.mark.parametrize("template", FAILING_TEMPLATES)
def test_templates_with_a_mistake(tmp_path: Path, template: str) -> None:
    """A template is code, and may fail in any way: what comes of it is a message about the template."""
    write_files(tmp_path, {"comparisons/a-vs-b.yml": OK, "templates/subject.md.j2": template})
    project = open_project(tmp_path, Settings(templates="templates"), today=date(2026, 1, 1))
    with pytest.raises(SettingsError, match=r"option 'templates': subject\.md\.j2"):
        write_by_templates(plan_site(project.catalogue, project.settings), tmp_path)


@pytest.mark.parametrize(
    ("article", "word"),
    [
        (MATRIX.replace("a-vs-b", "nope"), "page-block"),
        (MATRIX.removesuffix("///\n"), "page-block"),
        ("[[nope]]\n", "page-ref"),
    ],
)
def test_mistakes_in_an_article(tmp_path: Path, article: str, word: str) -> None:
    """The author's own Markdown on a dimension's page is checked as any page is, with file and line."""
    files = {"mkdocs.yml": CONFIG, "comparisons/a-vs-b/comparison.yml": OK, "comparisons/a-vs-b/taste.md": article}
    built = build_project(tmp_path, files, "--strict")
    assert built.returncode == 1
    assert re.search(rf"comparisons/a-vs-b/taste\.md:1:\d+: {word}", built.output), built.output


def test_edit_templates_of_the_host_work(tmp_path: Path) -> None:
    """MkDocs knows `{path!q}` beside what `str.format` knows."""
    config = CONFIG + "repo_url: https://example.org/a/b\nedit_uri_template: 'edit?file={path!q}'\n"
    built = build_project(tmp_path, {"mkdocs.yml": config, "comparisons/a-vs-b.yml": OK})
    assert built.returncode == 0, built.output
    assert "edit?file=..%2Fcomparisons%2Fa-vs-b.yml" in built.read("comparisons/a-vs-b/index.html")
