"""Tables in people's own Markdown files: right to the cell, and not a byte more is touched."""

from __future__ import annotations

import subprocess
import sysconfig
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from mkdocs_comparisons.hosts.tables import fill
from mkdocs_comparisons.loading import load
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.renderers.gfm import render_table
from mkdocs_comparisons.renderers.labels import ref_words
from mkdocs_comparisons.renderers.words import format_value
from mkdocs_comparisons.views.matrix import build_matrix
from mkdocs_comparisons.views.selection import Selection
from tests.building import write_files
from tests.conftest import ROOT
from tests.corpora.converting import NAMES, convert
from tests.hosts.projects import TEA
from tests.samples import catalogue_of

COMPARISONS = Path(sysconfig.get_path("scripts")) / "comparisons"
NASTY = """\
title: "Nasty | <b>"
subjects: {a: {title: "A | *b* <!-- /comparison -->"}, b: {title: "`B`"}}
sources: {s: {title: "S | [x](y)", url: "https://example.org/?a=1&copy=2|3"}}
dimensions:
  d:
    title: "D | d"
    attributes:
      x: {title: "X | \\\\ &lt;", claims: {a: "1. `a | b` [l](https://e.example/a_b?x=1&y=2) *c*", b: "- no | list"}}
      y:
        title: Y
        type: list
        claims:
          a: ["a, b | c", "d"]
          b: {value: ["www.example.org"], note: "A | note\\n\\nin two.", sources: [{source: s, where: "p. 3 | 4"}]}
      z: {title: Z, type: link, claims: {a: {value: {url: "https://e.example/|x", label: "L ] | ["}}, b: unknown}}
  e: {title: E, attributes: {w: {title: W, claims: {b: "x\\\\|y"}}}}
"""


def read_tables(markdown: str) -> list[list[list[str]]]:
    """Read the tables of a text as another program does: rows of words, without raised numbers and links' addresses."""
    tables: list[list[list[str]]] = []
    inside = False
    for token in MarkdownIt("commonmark").enable("table").parse(markdown):
        if token.type == "table_open":
            tables.append([])
        elif token.type == "tr_open":
            tables[-1].append([])
        elif token.type in ("th_open", "td_open"):
            inside = True
        elif token.type == "inline" and inside:
            words, raised = "", False
            for child in token.children or ():
                raised = child.content == "<sup>" or (raised and child.content != "</sup>")
                words += "" if raised or child.type == "html_inline" else child.content
            tables[-1][-1].append(" ".join(words.split()))
            inside = False
    return tables


def expected_rows(comparison: Comparison, words: object) -> list[list[str]]:
    """Return what each row has to say, by the data alone."""
    rows = [["", *(" ".join(subject.title.split()) for subject in comparison.subjects)]]
    for dimension in comparison.dimensions:
        if len(comparison.dimensions) > 1:
            rows.append([" ".join(dimension.title.split()), *([""] * len(comparison.subjects))])
        for attribute in dimension.attributes:
            claims = (comparison.claim(attribute.id, subject.id) for subject in comparison.subjects)
            said = (format_value(claim.value if claim else None, refs=words) for claim in claims)  # type: ignore[arg-type]
            # An entry of a list may have spaces at its end.
            rows.append([" ".join(text.split()).replace(" ,", ",") for text in (attribute.title, *said)])
    return rows


def test_cells_of_hostile_data_stay_in_their_columns() -> None:
    """Pipes, comments, marks and line ends of the data mean nothing; links stay links and sources are told."""
    catalogue = catalogue_of(nasty=NASTY)
    (comparison,) = catalogue.comparisons
    text = render_table(build_matrix(comparison, Selection()), catalogue, caption="C | c")
    assert read_tables(text) == [expected_rows(comparison, ref_words(catalogue, comparison))]
    assert "[l](https://e.example/a_b?x=1&amp;y=2)" in text
    assert "(https://e.example/%7Cx)" in text
    source = "[S &#124; &#91;x&#93;(y)](https://example.org/?a=1&amp;copy=2%7C3), p. 3 &#124; 4"
    assert f"1. A &#124; note in two. Source: {source}." in text
    assert "<!--" not in text
    transposed = render_table(build_matrix(comparison, Selection()), catalogue, transpose=True)
    (turned,) = read_tables(transposed)
    upright = [row for row in expected_rows(comparison, ref_words(catalogue, comparison)) if any(row[1:])]
    assert turned == [list(column) for column in zip(*upright, strict=True)]


@pytest.mark.parametrize("name", NAMES)
def test_every_claim_of_a_corpus_stands_in_its_own_column(name: str, tmp_path: Path) -> None:
    """Counted, not sampled, and read by another parser."""
    write_files(tmp_path, convert(name))
    catalogue = load(tmp_path / "comparisons", relative_to=tmp_path).catalogue
    for comparison in catalogue.comparisons:
        (table,) = read_tables(render_table(build_matrix(comparison, Selection()), catalogue))
        expected = expected_rows(comparison, ref_words(catalogue, comparison))
        assert table == expected
        assert sum(len(row) for row in table) > len(comparison.claims)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("prefix", ["", "> ", "   "])
def test_every_other_byte_is_left_alone(prefix: str, newline: str) -> None:
    """Line ends, quotes, trailing spaces, code and what stands around stay; a second run changes nothing."""
    catalogue = catalogue_of(tea_vs_coffee=TEA)
    before = [
        "\ufeff# T  ",
        "",
        "```md",
        "<!-- comparison: nowhere -->",
        "```",
        f"{prefix}<!-- comparison: tea-vs-coffee dimensions=effects -->",
    ]
    after = [f"{prefix}<!-- /comparison -->", "", "\tend \x0b"]
    text = newline.join([*before, f"{prefix}old", *after])
    filled = fill("a.md", text, catalogue)
    assert filled.findings == ()
    assert filled.tables == 1
    start, end = newline.join([*before, ""]), newline.join(["", *after])
    assert filled.text.startswith(start)
    assert filled.text.endswith(end)
    lines = filled.text[len(start) : -len(end)].split(newline)
    assert all(line.startswith(prefix.rstrip() if line.strip(" >") == "" else prefix) for line in lines)
    assert "| Caffeine | 40 mg | &#126;95 mg | 0 mg |" in filled.text.replace("\u00a0", " ")
    assert "\n" not in filled.text.replace("\r\n", "") or newline == "\n"
    assert fill("a.md", filled.text, catalogue).text == filled.text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<!-- comparison: tea-vs-coffee -->\n", "2:1 the marker is never closed"),
        ("<!-- /comparison -->\n", "2:1 the marker closes nothing"),
        ("<!-- comparison: tea-vs-cofee -->\n<!-- /comparison -->\n", "2:1 there is no comparison 'tea-vs-cofee'"),
        ("<!-- comparison: -->\n<!-- /comparison -->\n", "2:1 the marker names no comparison"),
        ("<!-- comparison: tea-vs-coffee views=list -->\n<!-- /comparison -->\n", "2:1 there is no option 'views'"),
        ("<!-- comparison: tea-vs-coffee now -->\n<!-- /comparison -->\n", "2:1 'now' is no option"),
        (
            "<!-- comparison: tea-vs-coffee view=diagram -->\n<!-- /comparison -->\n",
            "2:1 the view 'diagram' can't be shown",
        ),
        ("<!-- comparison: tea-vs-coffee subjects=tea,te -->\n<!-- /comparison -->\n", "2:1 there is no subject 'te'"),
        (
            "<!-- comparison: tea-vs-coffee -->\n<!-- comparison: tea-vs-coffee -->\n<!-- /comparison -->\n",
            "2:1 the marker is never closed",
        ),
    ],
)
def test_mistakes_have_a_place_and_change_nothing(text: str, said: str) -> None:
    """What can't be done is said, and the file stays as it was."""
    filled = fill("a.md", f"# T\n{text}", catalogue_of(tea_vs_coffee=TEA))
    (finding, *_) = filled.findings
    assert f"{finding.at.line}:{finding.at.column} {finding.problem}".startswith(said)
    assert finding.advice
    assert filled.text == f"# T\n{text}"


@pytest.mark.parametrize(
    "code",
    [
        "1. ```sh\n   x\n   {}\n   ```\n",
        "- ```md\n  {}\n  ```\n",
        "~~~\n```\n{}\n~~~\n",
        "> ```\n> {}\n> ```\n",
        "    {}\n",
        "\t{}\n",
    ],
)
def test_code_is_left_alone_and_what_follows_is_not(code: str) -> None:
    """Samples in code stay samples, and a marker below them is seen."""
    catalogue = catalogue_of(tea_vs_coffee=TEA)
    sample = code.replace("{}", "<!-- comparison: nowhere -->")
    real = "<!-- comparison: tea-vs-coffee dimensions=effects -->\n<!-- /comparison -->\n"
    for text in (f"{sample}\ntext\n\n{real}", f"```inline``` code\n\n{real}{sample}", f"\ufeff{real}\n{sample}"):
        filled = fill("a.md", text, catalogue)
        assert (filled.tables, filled.findings) == (1, ())
        assert filled.text.replace("\r", "").count("comparison: nowhere") == text.count("comparison: nowhere")
        assert "| Caffeine |" in filled.text


def test_the_command_writes_and_checks(tmp_path: Path) -> None:
    """`--check` tells a stale file by a difference and its exit code; a mistake in one file leaves all as they were."""
    stale = "<!-- comparison: tea-vs-coffee dimensions=taste transpose -->\n<!-- /comparison -->\n"
    write_files(tmp_path, {"comparisons/tea-vs-coffee.yml": TEA, "A.md": stale, "b/B.md": "Nothing.\n"})

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [str(COMPARISONS), "embed", *arguments]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False, timeout=60)

    checked = run("A.md", "b/B.md", "--check")
    assert checked.returncode == 1
    assert "+| Tea | 2 of 5" in checked.stdout
    assert (tmp_path / "A.md").read_text() == stale
    (tmp_path / "A.md").chmod(0o640)
    assert run("A.md", "b/B.md").returncode == 0
    assert (tmp_path / "A.md").stat().st_mode & 0o777 == 0o640
    assert run("A.md", "b/B.md", "--check").returncode == 0
    linked = run("A.md", "--site-url", "https://example.org/docs")
    assert linked.returncode == 0
    assert "[Tea](https://example.org/docs/comparisons/tea-vs-coffee/tea/)" in (tmp_path / "A.md").read_text()
    write_files(tmp_path, {"mkdocs.yml": "site_name: T\nuse_directory_urls: false\n"})
    assert run("A.md", "--site-url", "https://example.org/docs").returncode == 0
    assert "(https://example.org/docs/comparisons/tea-vs-coffee/tea.html)" in (tmp_path / "A.md").read_text()
    nowhere = run("A.md", "--project", "nowhere")
    assert (nowhere.returncode, "Traceback" in nowhere.stderr) == (2, False)
    before = (tmp_path / "A.md").read_bytes()
    write_files(tmp_path, {"b/B.md": "<!-- comparison: x -->\n"})
    wrong = run("A.md", "b/B.md")
    assert wrong.returncode == 1
    assert "b/B.md:1:1: page-block:" in wrong.stderr
    assert (tmp_path / "A.md").read_bytes() == before
    (tmp_path / "c.md").write_bytes(b"\xff")
    assert (run("c.md").returncode, run("none.md").returncode) == (2, 2)


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("# Nothing\n", 0, "there is no marker in A.md"),
        ("<!-- comparisons: tea-vs-coffee -->\n<!-- /comparisons -->\n", 1, "A.md:1:1: page-block: this is no marker"),
        ("<!-- comparison: tea-vs-coffee --><!-- /comparison -->\n", 1, "alone in the line"),
        ("Write `<!-- comparison: x -->` so.\n\n```\n<!-- comparisons: x -->\n```\n", 0, "there is no marker"),
    ],
)
def test_files_that_are_never_filled_are_told(tmp_path: Path, text: str, code: int, words: str) -> None:
    """A check that looks at nothing would pass for ever."""
    write_files(tmp_path, {"comparisons/tea-vs-coffee.yml": TEA, "A.md": text})
    done = subprocess.run(
        [COMPARISONS, "embed", "--check", "A.md"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert (done.returncode, words in done.stdout) == (code, True), done.stdout


def test_our_own_readme_is_up_to_date() -> None:
    """It shows what it tells about."""
    text = (ROOT / "README.md").read_bytes().decode()
    catalogue = load(ROOT / "comparisons", relative_to=ROOT).catalogue
    filled = fill("README.md", text, catalogue)
    assert filled.findings == ()
    assert filled.tables == 1
    assert filled.text == text
