"""Matrices for everybody: nothing that axe finds, at any width, in any scheme, whatever is open."""

from __future__ import annotations

import pytest

from mkdocs_comparisons.renderers.messages import load_messages
from tests.browser.matrices import Axe, MatrixAt
from tests.browser.matrix_tour import tour


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_a_tour_is_accessible(width: int, scheme: str, matrix_at: MatrixAt, axe: Axe) -> None:
    """Axe finds nothing at first, with each panel and menu open, and after each change; no page scrolls aside."""
    matrix = matrix_at("small/", width, scheme)
    for place in tour(matrix, load_messages("en").texts):
        assert axe(matrix.page, "comparison-matrix") == [], place
        assert matrix.page.evaluate("document.documentElement.scrollWidth") <= width, place
