"""Breaking text into lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_comparisons.renderers.svg.metrics import text_width
from mkdocs_comparisons.renderers.svg.pieces import NAME
from mkdocs_comparisons.renderers.svg.wrapping import WORD_GRACE, Room, wrap


def test_short_text_is_one_line() -> None:
    """What fits is left alone."""
    assert wrap("own kernel", Room(200, 13), most=2).lines == ("own kernel",)


def test_words_stay_whole() -> None:
    """Lines break between words, and after hyphens and slashes."""
    assert wrap("runs legacy applications", Room(90, 13), most=3).lines == ("runs legacy", "applications")
    assert wrap("client-server/peer", Room(60, 13), most=3).lines == ("client-", "server/", "peer")


def test_number_stays_with_its_unit() -> None:
    """`40` at the end of a line and `GB` on the next would read as two things."""
    assert wrap("about 40 GB free", Room(55, 12), most=3).lines == ("about", "40\u00a0GB", "free")


def test_chinese_breaks_between_characters() -> None:
    """Chinese and Japanese have no spaces; a line never begins with a full stop or ends with an opening bracket."""
    lines = wrap("共有する「核」を持つ。", Room(66, 13), most=4).lines
    assert "".join(lines) == "共有する「核」を持つ。"
    assert len(lines) > 1
    assert not any(line.startswith(("。", "」")) or line.endswith("「") for line in lines)


def test_what_does_not_fit_is_kept_whole_elsewhere() -> None:
    """A cut text ends with an ellipsis after a whole word, and brings the whole text along."""
    wrapped = wrap("a hypervisor between the hardware and the machines", Room(100, 13), most=2)
    assert wrapped.lines[-1].endswith("…")
    assert len(wrapped.lines) == 2
    assert wrapped.whole == "a hypervisor between the hardware and the machines"


def test_direction_marks_are_dropped() -> None:
    """A mark that turns the direction of text could show another name than the one that is linked."""
    assert wrap("a\u202eb\u2066c", Room(100, 13), most=1).lines == ("abc",)


def test_accents_and_joined_signs_stay_together() -> None:
    """A word too long for any line is cut between letters, never inside one."""
    lines = wrap("e\u0301" * 40, Room(50, 13), most=40).lines
    assert len(lines) > 1
    assert all(line.startswith("e") for line in lines)


@pytest.mark.parametrize("words", ["", " ", "\n\t"])
def test_nothing_is_no_line(words: str) -> None:
    """An empty text takes no room."""
    assert wrap(words, Room(100, 13), most=2).lines == ()


@given(st.text(max_size=120), st.integers(30, 200), st.integers(1, 4))
def test_every_line_fits(words: str, width: int, most: int) -> None:
    """No text, however odd, needs more lines or more room than there is."""
    wrapped = wrap(words, Room(width, 12), most=most)
    assert len(wrapped.lines) <= most
    for line in wrapped.lines:
        assert text_width(line, 12) <= width + WORD_GRACE or len(line) <= 2 or "\u200d" in line


def test_widths_have_a_margin() -> None:
    """The table is wide enough for the usual fonts: these are DejaVu Sans's widths at 13 px, the widest of them."""
    for words, measured in (("hardware level isolation", 155.7), ("Virtual machines", 109.6), ("125 ms", 48.4)):
        assert measured <= text_width(words, 13) + 1 <= measured * 1.1


def test_strict_lines_hold_no_word_that_is_too_wide() -> None:
    """At the picture's edge a word that sticks out by a little would be cut by the edge itself."""
    word = "Donaudampfschifffahrt"
    room = NAME.width(word) - 5
    assert NAME.wrap(word, room).lines == (word,)
    assert all(NAME.width(line) <= room for line in NAME.wrap(word, room, is_strict=True).lines)


def test_a_room_made_for_a_text_holds_it() -> None:
    """Adding and subtracting px leaves the last digit wrong: a name would lose its end for nothing."""
    word = "Virtual machines"
    assert NAME.wrap(word, NAME.width(word) - 1e-9, most=1, is_strict=True).lines == (word,)
