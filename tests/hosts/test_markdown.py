"""The Markdown extension: blocks and refs, and what is said about wrong ones."""

from __future__ import annotations

import markdown
import pytest

from mkdocs_comparisons.hosts.markdown import ComparisonsExtension, MarkdownPage
from mkdocs_comparisons.hosts.page_source import PageSource
from tests.hosts.projects import TEA
from tests.samples import catalogue_of, page_of, stage_of

STAGE = stage_of(catalogue_of(tea_vs_coffee=TEA))


def convert(text: str, *extensions: str) -> tuple[str, list[tuple[int, int, str]]]:
    """Return a page's HTML, and line, column and problem of each finding."""
    extension = ComparisonsExtension()
    extension.page = MarkdownPage(STAGE, page_of(STAGE, "page.md"), PageSource("docs/page.md", text))
    html = markdown.markdown(text, extensions=[extension, *extensions])
    return html, [(each.at.line, each.at.column, each.problem) for each in extension.page.findings]


def test_options_are_read_as_typed() -> None:
    """`no` is a word here, and `1.10` is not 1.1: ids are compared as they stand."""
    _, findings = convert("/// comparison | tea-vs-coffee\n    subjects: [no, 1.10]\n///\n")
    assert findings == [(2, 16, "there is no subject 'no'"), (2, 20, "there is no subject '1.10'")]


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("/// comparison | tea-vs-coffee\n", 1, "the block 'comparison' is never closed"),
        (
            "/// comparison | tea-vs-coffee\n\nWords.\n\n///\n",
            1,
            "the block 'comparison' takes options only, but has content",
        ),
        ("Before.\n\n/// comparison | tea-vs-coffee\n    view: [\n///\n", 4, ""),
        ("/// comparison | tea-vs-coffee\n    - a\n///\n", 2, "options are written as 'name: value'"),
        ("/// comparison | tea-vs-coffee\n    view: {a: b}\n///\n", 2, ""),
    ],
)
def test_malformed_blocks_are_reported(text: str, line: int, problem: str) -> None:
    """Nothing is left in the page as text without a word."""
    _, findings = convert(text)
    assert [found[0] for found in findings] == [line]
    assert problem in findings[0][2]


def test_an_unclosed_block_loses_nothing() -> None:
    """The rest of the page is still there, and the next page starts afresh."""
    html, findings = convert("/// comparison | tea-vs-coffee\n\nThe rest.\n")
    assert "The rest." in html
    assert len(findings) == 1
    html, findings = convert("Words.\n")
    assert html == "<p>Words.</p>"
    assert findings == []


def test_equal_blocks_have_their_own_lines() -> None:
    """Of two blocks with the same mistake each is reported at its place, and one in a fence is none."""
    block = "/// comparison | tea\n///\n"
    _, findings = convert(f"```\n{block}```\n\n{block}\n{block}", "fenced_code")
    assert [found[:2] for found in findings] == [(6, 18), (9, 18)]


def test_values_in_running_text_carry_their_note_and_source() -> None:
    """A pointer on a value is told what the claim says beside it, and the link leads there."""
    html, findings = convert("[[tea-vs-coffee:bitterness@tea]], [[tea-vs-coffee:bitterness@coffee|much]]\n")
    assert findings == []
    assert 'title="Less than quinine. Source: The book of drinks">2 of 5</a>' in html
    assert 'title="Source: The book of drinks, p. 3">much</a>' in html


def test_refs_read_like_links() -> None:
    """A ref shows the title of what it leads to, a value, or the author's words; markup around it works."""
    html, findings = convert("**[[tea-vs-coffee/tea]]** [[tea-vs-coffee:caffeine@tea]] [[tea-vs-coffee|*both*]]\n")
    assert findings == []
    assert '<strong><a class="comparison-ref" href="../comparisons/tea-vs-coffee/tea/">Tea</a></strong>' in html
    assert 'class="comparison-value" href="../comparisons/tea-vs-coffee/effects/#caffeine.tea">40' in html
    assert ">*both*</a>" in html


def test_refs_in_code_and_after_a_backslash_are_text() -> None:
    """Whoever writes about refs can."""
    html, findings = convert("`[[tea-vs-coffee]]` \\[[tea-vs-coffee]]\n\n    [[tea-vs-coffee]]\n")
    assert findings == []
    assert "<a " not in html


@pytest.mark.parametrize(
    "text", ["[[tea-vs-cofee]]", "[[tea-vs-coffee/te]]", "[[a b]]", "[[]]x", "[[tea-vs-coffee:x@y]]"]
)
def test_other_double_brackets_stay(text: str) -> None:
    """What leads nowhere stays as it was written."""
    html, _ = convert(text)
    assert html == f"<p>{text}</p>"


def test_no_refs_where_they_are_off() -> None:
    """A site whose wiki plugin owns the brackets turns ours off; blocks still work."""
    extension = ComparisonsExtension(refs=False)
    extension.page = MarkdownPage(STAGE, page_of(STAGE, "page.md"), PageSource("docs/page.md", ""))
    html = markdown.markdown("[[nowhere]]\n\n/// comparison | tea-vs-coffee\n///\n", extensions=[extension])
    assert "[[nowhere]]" in html
    assert "<comparison-matrix" in html
    assert extension.page.findings == []
