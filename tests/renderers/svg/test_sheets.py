"""Pictures that are laid out twice and drawn once."""

from __future__ import annotations

from mkdocs_comparisons.renderers.svg.pieces import NAME, Piece, box, text
from mkdocs_comparisons.renderers.svg.sheets import Part, Sheet, merged


def _merged(wide: list[Piece], narrow: list[Piece]) -> str:
    return str(merged(Sheet(100, [Part(wide)]), Sheet(100, [Part(narrow)])))


def test_moved_text_is_moved_by_its_group() -> None:
    """In mirrored pictures a text is turned back, which would turn a transform of its own as well."""
    drawn = _merged([text(100, 20, "A", NAME)], [text(10, 10, "A", NAME)])
    assert drawn == '<g transform="translate(90 10)"><text x="10" y="10" class="name">A</text></g>'


def test_pieces_that_move_together_share_a_group() -> None:
    """What goes the same way is moved once."""
    wide = [box(100, 20, 9, 9, "plain"), text(104, 26, "A", NAME), box(0, 0, 5, 5, "plain")]
    narrow = [box(10, 10, 9, 9, "plain"), text(14, 16, "A", NAME), box(3, 0, 5, 5, "plain")]
    drawn = _merged(wide, narrow)
    assert drawn.count("translate(90 10)") == 1
    assert drawn.count("translate(-3 0)") == 1


def test_piece_that_stays_has_no_group() -> None:
    """What stands in one place in both rooms is written as it is."""
    same = [text(10, 10, "A", NAME)]
    assert _merged(same, list(same)) == '<text x="10" y="10" class="name">A</text>'


def test_piece_of_one_room_is_shown_there_only() -> None:
    """A shape that only one layout has is hidden in the other's room."""
    drawn = _merged([box(0, 0, 9, 9, "plain")], [box(0, 0, 5, 5, "plain")])
    assert drawn.count('<g class="w"><rect') == 1
    assert drawn.count('<g class="n"><rect') == 1
