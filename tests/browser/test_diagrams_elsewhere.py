"""Diagrams in other scripts and other themes, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from mkdocs_comparisons.model.dimensions import DiagramKind
from tests.browser.test_diagrams import MEASURE, opened
from tests.building import Built
from tests.hosts.projects import CONFIG

SCRIPTS = {
    "zh": "容器虚拟机内核隔离性能安全部署启动时间",
    "ja": "コンテナの仮想マシンカーネル分離",
    "ar": "الحاوياتوالآلاتالافتراضية",
}
_WORDS = re.compile(r"[A-Za-z'’]+")
_TITLE = re.compile(r"^( +)(title|short|note): ([^\[\]>|'\n]+)$", re.MULTILINE)
_VALUE = re.compile(r"^( +)(value): ([A-Z]?[a-z][a-z ,']{12,})$", re.MULTILINE)


def in_script(data: str, language: str) -> str:
    """Return a data file with its names and texts in letters of another script, as long as before or nearly so."""
    letters = SCRIPTS[language]
    joined = language != "ar"

    def word(match: re.Match[str]) -> str:
        length = -(-len(match[0]) // 2) if joined else len(match[0])
        start = sum(map(ord, match[0])) % len(letters)
        return (letters * 9)[start : start + length]

    def line(match: re.Match[str]) -> str:
        words = _WORDS.sub(word, match[3])
        return f"{match[1]}{match[2]}: {words.replace(' ', '') if joined else words}"

    return _VALUE.sub(line, _TITLE.sub(line, data))


THEMES = ("mkdocs", "readthedocs")


@pytest.fixture(scope="module", params=(*SCRIPTS, *THEMES))
def gallery(
    request: pytest.FixtureRequest, root: Path, build: Callable[..., Built], tmp_path_factory: pytest.TempPathFactory
) -> Built:
    """The gallery's diagrams on one page: with data in another script and its language, or in another theme."""
    page = (root / "docs/reference/diagrams.md").read_text(encoding="utf-8")
    blocks = dict.fromkeys(re.findall(r"^/// comparison \|.*?^///$", page, re.MULTILINE | re.DOTALL))
    shown = [block for block in blocks if "view: diagram" in block and "open-source" not in block]
    # Its texts may be short enough now for another kind.
    shown.append("/// comparison | brewing-coffee\n    view: diagram\n    kind: tree\n///")
    data = {path.name: path.read_text(encoding="utf-8") for path in (root / "comparisons").glob("*.yml")}
    if request.param in SCRIPTS:
        config = CONFIG.replace("{name: material", f"{{name: material, language: {request.param}")
        data = {name: in_script(text, request.param) for name, text in data.items()}
    else:
        config = CONFIG.replace("material, font: false", f"{request.param}, highlightjs: false")
    files = {f"comparisons/{name}": text for name, text in data.items()}
    files |= {"mkdocs.yml": config, "docs/index.md": "# Diagrams\n\n" + "\n\n".join(shown) + "\n"}
    built = build(tmp_path_factory.mktemp("gallery"), files)
    assert built.returncode == 0, built.output
    return built


@pytest.mark.parametrize("width", [1280, 390])
def test_diagrams_fit_anywhere(
    width: int, gallery: Built, serve: Callable[[Path], str], page_at: Callable[..., Page]
) -> None:
    """No text is cut or over another, whatever it is written in, wherever it runs to, whatever is around it."""
    page = opened(page_at(width, "light"), serve(gallery.site))
    assert page.evaluate(MEASURE) == []
    kinds = page.eval_on_selector_all("figure.comparison-diagram", "all => all.map(each => each.dataset.kind)")
    assert set(kinds) == {kind.value for kind in DiagramKind}
    assert page.evaluate("document.documentElement.scrollWidth") <= width
