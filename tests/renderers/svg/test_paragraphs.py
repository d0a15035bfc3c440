"""Breaking whole texts into lines: nothing is lost, nothing is too long."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mkdocs_comparisons.renderers.svg.metrics import is_right_to_left
from mkdocs_comparisons.renderers.svg.paragraphs import Face, break_lines, one_line

FACE = Face(13)
TEXTS = st.text(st.sampled_from("abcWMil  ..,-/0189 \u00a0é茶。「」e\u0301مر\u200d👩ﷺ\n\t"), max_size=80)


@given(TEXTS, st.integers(40, 240), st.integers(0, 20))
@example("00W\u200dر", 40, 0)  # joined signs, of which a line holds the first
def test_lines_are_the_text(text: str, width: int, tail: int) -> None:
    """Put together, the lines are the text: no character is lost, none is added, and no line is empty."""
    whole = one_line(text)
    lines = break_lines(whole, FACE, width, tail=tail)
    assert "".join(lines) == whole
    assert all(line.strip(" ") for line in lines) or not whole
    assert all(FACE.width(line.rstrip(" ")) <= width + 0.01 for line in lines)
    assert FACE.width(lines[-1]) + tail <= width + 0.01


def test_words_stay_whole_if_they_can() -> None:
    """Lines break between words, and after hyphens and slashes; only a word that no line holds is broken."""
    assert break_lines("runs legacy applications", FACE, 90) == ("runs legacy ", "applications")
    assert break_lines("client-server/peer", FACE, 60) == ("client-", "server/", "peer")
    assert break_lines("a floccinaucinihilipilification b", FACE, 90) == ("a ", "floccinaucinih", "ilipilification b")


def test_number_stays_with_its_unit() -> None:
    """`40` at the end of a line and `GB` on the next would read as two things; the space stays what it was."""
    assert break_lines("about 40 GB free", FACE, 60) == ("about ", "40 GB ", "free")


def test_chinese_breaks_between_characters() -> None:
    """A line never begins with a full stop or ends with an opening bracket."""
    lines = break_lines("共有する「核」を持つ。", FACE, 66)
    assert len(lines) > 1
    assert not any(line.startswith(("。", "」")) or line.endswith("「") for line in lines)


def test_what_stands_behind_a_text_has_room() -> None:
    """The number of a note goes to the next line together with the last word."""
    text = "applications here"
    width = FACE.width(text)
    assert break_lines(text, FACE, width) == (text,)
    assert break_lines(text, FACE, width, tail=10) == ("applications ", "here")


@pytest.mark.parametrize("piece", ["W", "e\u0301", "\u0301", "茶", "a-", "a/", "1 GB ", "\u200d", "a\u00a0"])
def test_time_grows_with_the_text(piece: str) -> None:
    """A stranger's text of 100,000 characters costs no minute."""
    text = one_line(piece * (100_000 // len(piece)))
    start = time.process_time()
    assert "".join(break_lines(text, FACE, 200)) == text
    assert time.process_time() - start < 5


def test_marks_of_direction_are_dropped() -> None:
    """They could reorder what stands beside the text; spaces that forbid a break are kept."""
    assert one_line(" a\u202eb\u2066c \n d\u00a0e\u2028f ") == "abc d\u00a0e f"


@pytest.mark.parametrize(
    ("text", "is_so"),
    [("abc", False), ("1 مرحبا", True), ("שלום abc", True), ("é مرحبا", False), ("", False), ("—", False)],
)
def test_direction_is_that_of_the_first_letter(text: str, is_so: bool) -> None:
    """As browsers find it for text without a direction of its own."""
    assert is_right_to_left(text) is is_so
