"""Authors' inline text as HTML: safe whatever it says."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_comparisons.inline import is_plain, parse_inline, url_problem
from mkdocs_comparisons.model.catalogue import NotFound
from mkdocs_comparisons.model.refs import ComparisonRef, TermRef
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.renderers.html.elements import element
from mkdocs_comparisons.renderers.html.inline import Prose
from mkdocs_comparisons.views.terms import TermIndex, build_term_index

ALLOWED = {"a": {"href", "rel", "title", "class"}, "code": set(), "em": set(), "strong": set(), "br": set()}
HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](vbscript:x)",
    "[x](data:text/html;base64,PHN2Zz4=)",
    "[x](file:///etc/passwd)",
    "[x](//evil.example)",
    "[x](https://user:pw@evil.example)",
    "[x](https://x.example\\@evil.example)",
    "<javascript:alert(1)>",
    '[x](https://e.example "onmouseover=alert(1)")',
    '[x](https://e.example"onmouseover="alert(1))',
    "![x](https://evil.example/pixel.png)",
    "<svg/onload=alert(1)>",
    "<math><mi xlink:href=javascript:alert(1)>",
    "<style>*{color:red}</style>",
    "</td></table><script>alert(1)</script>",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{% include '/etc/passwd' %}",
    "a | b | c",
    "[[" + "x" * 200 + "]]",
    "`</code><script>alert(1)</script>`",
    "[a]: javascript:alert(1)\n[a]",
    "*_**`[](",
]
TEXT = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=200)
MARKED = st.lists(
    st.one_of(TEXT, st.sampled_from([*HOSTILE, "*", "_", "`", "[", "](", ")", "<", ">", "&", "\\", "[[", "]]"]))
)


def prose(terms: TermIndex | None = None) -> Prose:
    """Return a renderer that knows one comparison, `c`."""
    return Prose(
        href=lambda ref: f"/{ref}",
        find=lambda written: ComparisonRef("c") if written.comparison == "c" else NotFound("comparison", "x", ()),
        aside=lambda ref: None,
        label=lambda ref: "The <c>",
        terms=terms or TermIndex(None, {}),
    )


def parsed(html: str) -> Element:
    """Return HTML as a browser's parser reads it."""
    root: Element = html5lib.parseFragment(html, namespaceHTMLElements=False)
    return root


def elements(html: str) -> Iterator[Element]:
    """Yield the elements of a fragment."""
    found = parsed(html).iter()
    next(found)
    yield from found


def assert_safe(html: str) -> None:
    """Fail on any element, attribute or address that is not allowed."""
    for each in elements(html):
        assert each.tag in ALLOWED, html
        assert set(each.attrib) <= ALLOWED[each.tag], html
        href = each.attrib.get("href", "/")
        assert href.startswith("/") or not url_problem(href), html


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    """None of the payloads that others fell to becomes an element, an attribute or an address."""
    assert_safe(prose().render(Inline(text)))


@given(MARKED.map("".join))
def test_any_text_is_safe(text: str) -> None:
    """No mix of marks, markup and words makes anything but the few allowed elements."""
    assert_safe(prose().render(Inline(text)))


@given(TEXT)
def test_the_fast_path_says_the_same(text: str) -> None:
    """Text without special characters skips the parser; a reader must not be able to tell."""
    if is_plain(text):
        tokens = parse_inline(text).tokens
        assert "".join(token.content for token in tokens).strip(" ") == text.strip(" ")
        assert (parsed(prose().render(Inline(text))).text or "") == text


@given(TEXT, TEXT)
def test_elements_hold_what_they_are_given(text: str, attribute: str) -> None:
    """One element, one attribute, and both read back as they were given, whatever they hold."""
    found = list(elements(element("p", text, title=attribute)))
    assert [each.tag for each in found] == ["p"]
    assert found[0].attrib == {"title": attribute}
    assert (found[0].text or "") == text


def test_control_characters_become_replacement_characters() -> None:
    """A NUL or an escape must reach no terminal and no parser."""
    assert element("p", "a\x00b\x1bc\x85") == "<p>a\ufffdb\ufffdc\ufffd</p>"


def test_marks_links_and_refs_are_rendered() -> None:
    """What authors may use does work."""
    html = prose().render(Inline("*a* **b** `c` [d](https://e.example/?f=1&g=2) [[c]] [[c|our words]]"))
    assert html == (
        "<em>a</em> <strong>b</strong> <code>c</code> "
        '<a href="https://e.example/?f=1&amp;g=2" rel="nofollow noopener ugc">d</a> '
        '<a href="/ComparisonRef(comparison=&#39;c&#39;)">The &lt;c&gt;</a> '
        '<a href="/ComparisonRef(comparison=&#39;c&#39;)">our words</a>'
    )


def test_refs_in_code_stay_as_they_are() -> None:
    """Whoever writes about refs writes them in code."""
    assert prose().render(Inline("`[[c]]`")) == "<code>[[c]]</code>"


def test_a_term_links_at_its_first_mention_only_and_never_within_a_link() -> None:
    """Once is help, ten times is noise; a link in a link would be broken HTML."""
    from mkdocs_comparisons.model.glossary import Term

    index = build_term_index([Term(id="kernel", slug="kernel", title="kernel", text=Inline(""))])
    one = prose(index)
    assert one.render(Inline("[a kernel](https://e.example)")).count("<a ") == 1
    assert one.render(Inline("A kernel, the kernel")).count('class="comparison-term"') == 1
    assert one.linked == {TermRef(None, "kernel")}
    assert one.render(Inline("kernel again")) == "kernel again"


@pytest.mark.parametrize("url", ["https://example.org/", "http://example.org:8080/a?b#c", "mailto:a@example.org"])
def test_usual_addresses_are_allowed(url: str) -> None:
    """The web and mail are what authors link to."""
    assert url_problem(url) == ""


@pytest.mark.parametrize(
    "url",
    [
        "javascript:x",
        "//e.example",
        "/a",
        "https://",
        "https://a b.example",
        "https://\u202eexample.org",
        "http://[::1",
    ],
)
def test_other_addresses_say_why_not(url: str) -> None:
    """Each refusal has its reason, which a diagnostic shows to the author."""
    assert url_problem(url)
