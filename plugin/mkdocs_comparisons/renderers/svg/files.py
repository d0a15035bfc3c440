"""Diagrams as files of their own: with the style sheet inside, and without what only a page gives them."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Sequence

from mkdocs_comparisons.renderers.svg.sheets import WIDE

_NAMESPACE = "http://www.w3.org/2000/svg"
_GAP = 36
_EDGE = 12


def render_svg_file(figures: Sequence[str], style_sheet: str) -> str:
    """Return an SVG file of a diagram's pictures, one below the other.

    It is as wide as the wide layout, follows the reader's light or dark scheme, and leads nowhere: links are those of a
    page, and a file may go anywhere.

    Args:
        figures: What the kinds' renderers made.
        style_sheet: The one of the pages.
    """
    pictures = [_picture(figure) for figure in figures]
    heights = [float(picture.get("height", "0")) for picture in pictures]
    width, height = WIDE + 2 * _EDGE, sum(heights) + _GAP * (len(pictures) - 1) + 2 * _EDGE
    root = ET.Element("svg", {"xmlns": _NAMESPACE, "class": "comparison-diagram", "role": "group"})
    root.attrib.update(width=str(width), height=f"{height:g}", viewBox=f"0 0 {width} {height:g}")
    ET.SubElement(root, "style").text = style_sheet
    y = float(_EDGE)
    for picture, each in zip(pictures, heights, strict=True):
        picture.attrib.update(x=str(_EDGE), y=f"{y:g}", width=str(WIDE))
        root.append(picture)
        y += each + _GAP
    return ET.tostring(root, encoding="unicode") + "\n"


def _picture(figure: str) -> ET.Element:
    # Our own markup, with everything from the data escaped: no entity can be declared in it.
    picture = ET.fromstring(figure).find(f"{{{_NAMESPACE}}}svg")  # noqa: S314
    if picture is None:
        message = "a figure without a picture"
        raise ValueError(message)
    for each in picture.iter():
        each.tag = each.tag.removeprefix(f"{{{_NAMESPACE}}}")
    _without_narrow(picture)
    for link in picture.iter("a"):
        link.tag = "g"
        link.attrib.pop("href", None)
    if picture.get("height", "").endswith("em"):
        picture.set("height", f"{float(picture.get('height', '0')[:-2]) * 16:g}")
    picture.attrib.pop("font-size", None)
    return picture


def _without_narrow(parent: ET.Element) -> None:
    """Take out what is shown in narrow rooms only."""
    for child in list(parent):
        if child.tag == "g" and child.get("class") == "n":
            parent.remove(child)
        else:
            _without_narrow(child)
