"""The options of a block: checked, all mistakes at once."""

from __future__ import annotations

import pytest

from mkdocs_comparisons.planning.embeds import Embed
from mkdocs_comparisons.planning.options import Written, read_embed
from tests.hosts.projects import TEA
from tests.samples import catalogue_of

CATALOGUE = catalogue_of(tea_vs_coffee=TEA)


def test_options_become_an_embed() -> None:
    """Words and lists, switches in any of YAML's spellings, and a matrix where no view is named."""
    options: dict[str, Written] = {
        "subjects": ("coffee", "tea"),
        "dimensions": "taste",
        "transpose": "Yes",
        "caption": "Mine",
    }
    embed, mistakes = read_embed("tea-vs-coffee", options, CATALOGUE)
    assert mistakes == []
    assert embed == Embed(
        view="matrix",
        comparison="tea-vs-coffee",
        subjects=("coffee", "tea"),
        dimensions=("taste",),
        transpose=True,
        caption="Mine",
    )


@pytest.mark.parametrize(
    ("argument", "options", "problem", "advice"),
    [
        ("tea-vs-cofee", {}, "there is no comparison 'tea-vs-cofee'", "Did you mean 'tea-vs-coffee'?"),
        ("", {}, "the block names no comparison", "Write '/// comparison | tea-vs-coffee'."),
        ("tea-vs-coffee", {"view": "matrx"}, "there is no view 'matrx'", "Did you mean 'matrix'?"),
        ("tea-vs-coffee", {"veiw": "matrix"}, "there is no option 'veiw'", "Did you mean 'view'?"),
        ("tea-vs-coffee", {"subjects": ("te",)}, "there is no subject 'te'", "Did you mean 'tea'?"),
        ("tea-vs-coffee", {"dimensions": ("tast",)}, "there is no dimension 'tast'", "Did you mean 'taste'?"),
        ("tea-vs-coffee", {"attributes": ("milc",)}, "there is no attribute 'milc'", "Did you mean 'milk'?"),
        ("tea-vs-coffee", {"transpose": "maybe"}, "option 'transpose' is 'maybe'", "Write 'yes' or 'no'."),
        (
            "tea-vs-coffee",
            {"caption": ("a", "b")},
            "option 'caption' takes one word, not a list",
            "Write it without brackets.",
        ),
        (
            "tea-vs-coffee",
            {"view": "summary", "transpose": "yes"},
            "the view 'summary' has no option 'transpose'",
            "It takes dimensions, subjects.",
        ),
        (
            "tea-vs-coffee",
            {"view": "diagram", "kind": "raddar"},
            "there is no kind of diagram 'raddar'",
            "Did you mean 'radar'?",
        ),
        (
            "tea-vs-coffee",
            {"view": "matrix", "kind": "radar"},
            "the view 'matrix' has no option 'kind'",
            "It takes anchors, attributes, caption, differences, dimensions, subjects, transpose.",
        ),
        (
            "tea-vs-coffee",
            {"view": "diagram", "kind": ("radar", "heat")},
            "option 'kind' takes one word, not a list",
            "Write it without brackets.",
        ),
        (
            "tea-vs-coffee",
            {"view": "diagram", "kind": "timeline", "dimensions": "taste"},
            "this can't be drawn as 'timeline': it needs a date that is known, and here is none",
            "Take another kind, or leave the option out: the data decides then.",
        ),
    ],
)
def test_each_mistake_is_said(argument: str, options: dict[str, Written], problem: str, advice: str) -> None:
    """What can't be shown is told, with what to do."""
    _, mistakes = read_embed(argument, options, CATALOGUE)
    assert [(mistake.problem, mistake.advice) for mistake in mistakes] == [(problem, advice)]


def test_all_mistakes_come_at_once() -> None:
    """An author mends a block in one go."""
    options: dict[str, Written] = {"veiw": "x", "view": "matrx", "subjects": ("te", "tea", "coffe"), "transpose": "2"}
    _, mistakes = read_embed("tea-vs-coffee", options, CATALOGUE)
    assert len(mistakes) == 5


@pytest.mark.parametrize("kind", ["heat", "tree", "links", "strip"])
def test_kinds_that_can_be_drawn_are_taken(kind: str) -> None:
    """A kind that the data fits is no mistake, whether or not the table would choose it."""
    embed, mistakes = read_embed("tea-vs-coffee", {"view": "diagram", "kind": kind}, CATALOGUE)
    assert mistakes == []
    assert embed.kind == kind
