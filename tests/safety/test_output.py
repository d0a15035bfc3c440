"""What generated files hold, whatever the data says."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.building import MKDOCS, Built, write_files
from tests.safety.hostile import FEW, PAYLOADS, config, project
from tests.safety.pages import DRAWN, DRAWN_ATTRIBUTES, XLINK

Site = Callable[..., Built]
_DRAWING = re.compile(r'(?<=<figure class="comparison-diagram")[^>]*>(<svg .*?</svg>)</figure>', re.DOTALL)


def test_drawings_are_strict_and_listed(hostile_site: Site) -> None:
    """Each picture is well-formed XML, of listed elements, and refers to nothing outside of the page."""
    count = 0
    for path in sorted(hostile_site().site.rglob("*.html")):
        for drawing in _DRAWING.findall(path.read_text(encoding="utf-8")):
            count += 1
            for each in ET.fromstring(drawing).iter():  # noqa: S314 (our own, built a moment ago)
                assert each.tag.rpartition("}")[2] in DRAWN
                assert set(each.attrib) <= DRAWN_ATTRIBUTES
                assert not each.get(XLINK, "").startswith(("http:", "javascript:", "data:", "//"))
                assert not re.search(r"url\((?!#_?c\d+(?:p\d+)?-)", " ".join(each.attrib.values()))
    assert count >= 2 * len(PAYLOADS)


def test_no_file_names_the_builders_folders(hostile_site: Site) -> None:
    """Where a site was built is nobody's business, and would make two builds differ."""
    built = hostile_site()
    folder = str(built.site.parent).encode()
    assert not [name for name, content in built.files().items() if folder in content]


def test_every_json_file_is_strict(hostile_site: Site) -> None:
    """`NaN` and its like are no JSON; other languages' readers would refuse the file."""
    for path in sorted(hostile_site().site.rglob("*.json")):
        json.loads(path.read_text(encoding="utf-8"), parse_constant=pytest.fail)


def test_builds_are_the_same_everywhere(tmp_path: Path) -> None:
    """No order of a hash, no clock and no language of the machine gets into a file."""
    write_files(tmp_path / "one", {"mkdocs.yml": config("mkdocs"), **project(FEW)})
    write_files(tmp_path / "another folder", {"mkdocs.yml": config("mkdocs"), **project(FEW)})
    one = _build(tmp_path / "one", "a", PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C")
    two = _build(tmp_path / "another folder", "b/c", PYTHONHASHSEED="99", TZ="Asia/Tokyo", LC_ALL="C.UTF-8")
    assert one.keys() == two.keys()
    assert [name for name in one if one[name] != two[name]] == []


def _build(folder: Path, site: str, **environment: str) -> dict[str, bytes]:
    command = (str(MKDOCS), "build", "--site-dir", str(folder / site))
    environment |= {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1700000000"}
    subprocess.run(command, cwd=folder, env=os.environ | environment, check=True, capture_output=True)
    return Built(returncode=0, output="", site=folder / site).files()
