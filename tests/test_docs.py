"""The manual is true: what it tells to type works, and what there is stands in it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

import pytest

from mkdocs_comparisons.loading import shapes
from mkdocs_comparisons.loading.fields import Shape
from mkdocs_comparisons.model.dimensions import Kind
from mkdocs_comparisons.planning.block_views import VIEWS
from mkdocs_comparisons.planning.embeds import OPTIONS, SWITCHES
from mkdocs_comparisons.planning.settings import Settings
from mkdocs_comparisons.renderers.tabular import COLUMNS
from mkdocs_comparisons.validation import RULES
from tests.building import MKDOCS, Built, write_files
from tests.conftest import ROOT
from tests.walkthrough import follow, read_fences, write_project

DOCS = ROOT / "docs"
TUTORIAL = DOCS / "tutorial" / "first-comparison.md"
GUIDES = sorted(path.stem for path in (DOCS / "how-to").glob("*.md"))
WITH_WARNINGS = ("sources-and-age",)
"""Guides to getting warnings, which `--strict` would turn into failures."""

KEYS = sorted({field.key for shape in vars(shapes).values() if isinstance(shape, Shape) for field in shape.fields})


def _read(path: str) -> str:
    return (DOCS / path).read_text(encoding="utf-8")


def _section(page: str, heading: str) -> str:
    """Return what stands below a heading of the second level."""
    parts = re.split(r"^## ", _read(page), flags=re.MULTILINE)
    return next(part for part in parts if part.startswith(heading))


def _rows(text: str) -> Mapping[str, str]:
    """Return the rows of tables that begin with a word in backticks, by that word."""
    rows = re.findall(r"^\| (.+) \|$", text, flags=re.MULTILINE)
    return {name: row for row in rows for name in re.findall(r"`([^`]+)`", row.split(" | ")[0])}


def _words(text: str) -> set[str]:
    """Return what stands in code spans."""
    return set(re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text, flags=re.DOTALL)))


@pytest.fixture
def kitchen(tmp_path: Path) -> Path:
    """The project as it is at the end of the tutorial, on which the guides build."""
    write_project(TUTORIAL, tmp_path)
    return tmp_path


def test_readme_start_works_as_written(root: Path, tmp_path: Path) -> None:
    """A newcomer who types what the README says gets the pages on the first try."""
    write_files(tmp_path, {"docs/index.md": "# My site\n"})
    follow(root / "README.md", tmp_path, "--strict")
    page = (tmp_path / "site/comparisons/tea-vs-coffee/index.html").read_text(encoding="utf-8")
    assert "Time to brew" in page


def test_readme_links_lead_somewhere(root: Path) -> None:
    """The README is read where no build checks its links."""
    targets = re.findall(r"\]\(([^)#:]+)\)", (root / "README.md").read_text(encoding="utf-8"))
    assert targets
    assert [target for target in targets if not (root / target).exists()] == []


def test_tutorial_works_as_written(tmp_path: Path) -> None:
    """Each file and command of the tutorial does what it says, from nothing to the site that it promises."""
    follow(TUTORIAL, tmp_path, "--strict")
    home = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert "0.25\u00a0EUR" in home
    assert "What a cup comes to" in home
    claims = (tmp_path / "site/comparisons/tea-vs-coffee/brewing/index.html").read_text(encoding="utf-8")
    assert 'href="../../glossary/#tea-vs-coffee.filter-coffee"' in claims
    assert 'href="../../sources/#tea-vs-coffee.kitchen"' in claims


@pytest.mark.parametrize("guide", GUIDES)
def test_guide_works_as_written(guide: str, kitchen: Path) -> None:
    """Each file that a guide shows builds, on top of the tutorial's project, and each command does what it says."""
    follow(DOCS / "how-to" / f"{guide}.md", kitchen, *([] if guide in WITH_WARNINGS else ["--strict"]))


@pytest.mark.parametrize("page", ["options", "commands"])
def test_reference_examples_work(page: str, kitchen: Path) -> None:
    """The example with all options is one that can be copied, and each command runs as it is written."""
    follow(DOCS / "reference" / f"{page}.md", kitchen)


def test_shown_blocks_are_rendered_live() -> None:
    """The code of a block shown in the guide is that of the block rendered beside it, so that the two can't part."""
    page = _read("how-to/use-blocks.md")
    shown = [fence.text for fence in read_fences(page) if fence.lang == "markdown"][1:]
    named = {name for text in shown for name in re.findall(r"view: (\w+)", text)}
    assert named == {"matrix", "diagram", "summary", "differences", "profile", "versus", "list", "value"}
    assert [text for text in shown if page.count(text) != 2] == []


@pytest.mark.parametrize("option", [field.name for field in fields(Settings)])
def test_option_is_documented(option: str) -> None:
    """Every option has its section in the manual, with the default that it really has."""
    default = getattr(Settings(), option)
    default = dict(default) if isinstance(default, Mapping) else default
    written = default if isinstance(default, str) and default else json.dumps(default)
    assert f"Default: `{written}`" in _section("reference/options.md", f"`{option}`\n")


def test_no_other_option_is_documented() -> None:
    """An option that was taken out does not stay in the manual."""
    documented = re.findall(r"^## `(\w+)`$", _read("reference/options.md"), flags=re.MULTILINE)
    assert documented == [field.name for field in fields(Settings)]


def test_block_options_are_documented() -> None:
    """Every option of the block is explained, and no other."""
    rows = _rows(_section("reference/block.md", "Options\n"))
    assert set(rows) == set(OPTIONS)
    assert {name for name, row in rows.items() if row.split(" | ")[1] == "switch"} == set(SWITCHES)


def test_views_are_documented() -> None:
    """Every view is explained with exactly the options that it takes, and whether it needs a comparison."""
    rows = {
        **_rows(_section("reference/block.md", "Views for your pages")),
        **_rows(_section("reference/block.md", "Views of which")),
    }
    documented = {name: (_words(row.split(" | ")[-1]), "*" in row.split(" | ")[0]) for name, row in rows.items()}
    assert documented == {name: (set(view.options), not view.needs_comparison) for name, view in VIEWS.items()}


def _help(*command: str) -> str:
    comparisons = MKDOCS.with_name("comparisons")
    return subprocess.run([comparisons, *command, "--help"], check=True, capture_output=True, encoding="utf-8").stdout


def _flags(text: str) -> set[str]:
    return set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", text)) - {"--help"}


def test_commands_are_documented() -> None:
    """Every command of the executable has its section, with exactly its flags and the choices that they have."""
    top = _help()
    commands = re.findall(r"^    ([a-z]+)(?: |$)", top.partition("commands:")[2], flags=re.MULTILINE)
    page = _read("reference/commands.md")
    assert commands
    assert re.findall(r"^## `(\w+)`$", page, flags=re.MULTILINE) == commands
    assert _flags(top) <= _flags(page)
    for command in commands:
        told, documented = _help(command), _section("reference/commands.md", f"`{command}`\n")
        assert _flags(documented) == _flags(told), command
        lists = re.findall(r"\{([a-z,]+)\}|one of ((?:[a-z]+, )+[a-z]+)", " ".join(told.split()))
        choices = {choice for group in lists for choice in re.findall(r"[a-z]+", " ".join(group))}
        assert choices <= _words(documented), command


def test_rules_are_documented() -> None:
    """Who gets a message looks its code up in the manual."""
    page = _read("reference/rules.md")
    assert [code for code in RULES if f"`{code}`" not in page] == []


def test_keys_of_the_data_are_documented() -> None:
    """The data format is the contract with authors: what the loader reads stands there."""
    page = _read("reference/data-format.md")
    assert [key for key in KEYS if not re.search(rf"`{key}`|\b{key}: plain", page)] == []


def test_types_are_documented() -> None:
    """Every type of value has its row."""
    rows = _rows(_section("reference/data-format.md", "Types"))
    assert [kind.value for kind in Kind if kind.value not in rows] == []


@pytest.mark.parametrize("sheet", ["comparison.css", "diagram.css"])
def test_style_variables_exist(sheet: str, root: Path) -> None:
    """A variable that the manual names does something."""
    css = (root / "plugin/mkdocs_comparisons/assets" / sheet).read_text(encoding="utf-8")
    about = "Variables of tables" if sheet == "comparison.css" else "Variables of diagrams"
    names = [name for name in _rows(_section("how-to/restyle.md", about)) if name.startswith("--")]
    assert names
    assert [name for name in names if f"{name}:" not in css] == []


def test_csv_columns_are_documented() -> None:
    """Spreadsheets and scripts rely on the columns of the data file."""
    assert set(COLUMNS) <= _words(_section("reference/pages.md", "Data files"))


def test_the_script_of_the_manual_reads_the_data(built_site: Built) -> None:
    """Who copies it gets what it promises: here from a disk instead of a server."""
    page = _read("how-to/use-the-data.md")
    (script,) = [fence.text for fence in read_fences(page) if fence.lang == "python"]
    local = script.replace("https://example.org/comparisons", (built_site.site / "comparisons").as_uri())
    assert local != script
    done = subprocess.run([sys.executable, "-c", local], capture_output=True, encoding="utf-8", check=True, timeout=60)
    assert done.stdout.splitlines()[0].startswith("Espresso ~9\u00a0bar {'low': '9', 'high': '9', 'unit': 'bar'")


def test_documented_addresses_exist(built_site: Built) -> None:
    """Links from outside rely on the addresses and anchors that the manual promises."""
    names = {"comparison": "open-source-licenses", "dimension": "permissions", "attribute": "patent-use"}
    addresses = _rows(_section("reference/pages.md", "Addresses"))
    pages = {address for address in addresses if address not in ("/", "subjects/<subject>/")}
    assert len(pages) == 21
    for address in pages:
        pair = address.replace("<subject>-vs-<subject>", "mit-vs-apache-2-0").replace("<subject>", "mit")
        path = re.sub(r"<(\w+)>", lambda match: names[match[1]], pair)
        assert (built_site.site / "comparisons" / path).exists(), address
    dimension = built_site.read("comparisons/open-source-licenses/permissions/index.html")
    assert 'id="patent-use"' in dimension
    assert 'id="patent-use.mit"' in dimension
