"""Mentions of glossary terms, and where sources are used."""

from __future__ import annotations

import pytest

from mkdocs_comparisons.model.glossary import Term
from mkdocs_comparisons.model.refs import AttributeRef, CellRef, ComparisonRef, SourceRef, TermRef
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.views.terms import build_source_uses, build_term_index, build_term_uses
from tests.samples import catalogue_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The kernel runs.", ["kernel"]),
        ("Kernels and KERNEL", ["Kernels", "KERNEL"]),
        ("kernelspace", []),
        ("the guest OS kernel", ["guest OS", "kernel"]),
        ("an OS", ["OS"]),
        ("C++ and C", ["C++"]),
        ("在容器中运行", ["容器"]),
    ],
)
def test_terms_are_found_as_words(text: str, found: list[str]) -> None:
    """A term is found whatever its case, never within another word, the longest spelling first, and amid CJK text."""
    spelled = {"kernel": ("kernels",), "guest OS": (), "OS": (), "C++": (), "容器": ()}
    terms = [
        Term(id=f"t{place}", slug=f"t{place}", title=title, text=Inline(""), aliases=aliases)
        for place, (title, aliases) in enumerate(spelled.items())
    ]
    index = build_term_index(terms)
    assert [text[start:end] for start, end, _ in index.mentions(text)] == found


def test_entries_that_mention_each_other_lead_back() -> None:
    """An entry's own text mentions terms too, as do the words on what a source shows; none leads back to itself."""
    catalogue = catalogue_of(
        one="""
title: One
subjects: {a: {title: A}}
dimensions:
  d: {title: D, attributes: {x: {title: X, claims: {a: {value: v, sources: [{source: s, shows: a kernel}]}}}}}
sources: {s: {title: S}}
glossary: {kernel: The core of an OS. A kernel., os: {title: OS, text: Holds a kernel.}}
""",
        _glossary="page: Shared.\nbook: {title: book, text: Has a page.}\n",
    )
    uses = build_term_uses(catalogue)
    assert uses[TermRef("one", "kernel")] == (AttributeRef("one", "x"), TermRef("one", "os"))
    assert uses[TermRef("one", "os")] == (TermRef("one", "kernel"),)
    assert uses[TermRef(None, "page")] == (TermRef(None, "book"),)


def test_labels_and_notes_of_layers_mention_terms() -> None:
    """A term leads back to the stack that it is a layer of."""
    catalogue = catalogue_of(
        one="""
title: One
subjects: {a: {title: A}}
dimensions:
  d:
    title: D
    attributes:
      x: {title: X, type: layers, claims: {a: ["[[glossary/os|System]]", {label: App, note: has a kernel}]}}
glossary: {kernel: The core., os: The system.}
""",
    )
    uses = build_term_uses(catalogue)
    assert uses[TermRef("one", "os")] == uses[TermRef("one", "kernel")] == (AttributeRef("one", "x"),)


def test_uses_are_the_places_that_mention_or_cite() -> None:
    """A term leads back to each text that mentions it, outside code; a source to each cell that cites it."""
    catalogue = catalogue_of(
        one="""
title: One
summary: About a kernel.
subjects: {a: {title: A}}
dimensions:
  d:
    title: D
    attributes:
      x: {title: X, claims: {a: {value: own kernel, note: "[[glossary/shared]]", sources: [s, t]}}}
      y: {title: Y, claims: {a: "`kernel`"}}
sources: {s: {title: S}}
glossary: {kernel: The core.}
""",
        _sources="t: {title: T}\n",
        _glossary="shared: {title: Something else, text: Shared.}\n",
    )
    uses = build_term_uses(catalogue)
    assert uses[TermRef("one", "kernel")] == (ComparisonRef("one"), AttributeRef("one", "x"))
    assert uses[TermRef(None, "shared")] == (AttributeRef("one", "x"),)
    cell = CellRef("one", "x", "a")
    assert build_source_uses(catalogue) == {SourceRef("one", "s"): (cell,), SourceRef(None, "t"): (cell,)}
