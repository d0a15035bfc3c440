"""The package's layers: who may import whom."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = "mkdocs_comparisons"
FOLDER = Path(__file__).resolve().parent.parent / "plugin" / PACKAGE

SHARED = frozenset({"model", "diagnostics", "errors", "inline"})
VIEWS = SHARED | {"views"}
RENDERERS = VIEWS | {"renderers"}
PLANNING = RENDERERS | {"planning"}
PROJECT = PLANNING | {"loading", "validation", "inventories"}

# Each part, and the parts that it may import besides itself.
OWN: dict[str, frozenset[str]] = {
    "model": frozenset(),
    "errors": frozenset(),
    "diagnostics": frozenset({"model"}),
    "inline": frozenset({"model"}),
    "loading": SHARED,
    "validation": SHARED,
    "fetching": SHARED,
    "inventories": SHARED | {"loading", "fetching"},
    "views": SHARED - {"diagnostics"},
    "renderers": VIEWS,
    "planning": RENDERERS,
    "project": PROJECT,
    "hosts": PROJECT | {"project"},
    "": PROJECT | {"project"},  # the public door, __init__.py
}

# Each part, and what it may import from elsewhere besides the standard library.
FOREIGN: dict[str, frozenset[str]] = {
    "inline": frozenset({"markdown_it"}),
    "loading": frozenset({"yaml"}),
    "renderers": frozenset({"babel", "jinja2", "markdown_it", "markupsafe"}),
    "planning": frozenset({"jinja2", "markupsafe", "yaml"}),
}

# Each host's adapter: one module, or several whose names begin alike. No other module of ours knows that host.
ADAPTERS: dict[str, frozenset[str]] = {
    "hosts.mkdocs": frozenset({"jinja2", "markupsafe", "mkdocs"}),
    "hosts.markdown": frozenset({"markdown", "markupsafe", "pymdownx"}),
    "hosts.zensical": frozenset({"markdown"}),
    "hosts.tables": frozenset({"markdown_it"}),
}


def _modules() -> dict[str, Path]:
    """Return our modules by their names below the package; a package goes by its own name, the root by ''."""
    paths = sorted(FOLDER.rglob("*.py"))
    return {
        ".".join(path.relative_to(FOLDER).with_suffix("").parts).removesuffix("__init__").strip("."): path
        for path in paths
    }


MODULES = _modules()


def _imports(module: str) -> Iterator[str]:
    """Yield the full name of everything that a module imports, anywhere in it."""
    path = MODULES[module]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{_base(node, module, path)}.{alias.name}" for alias in node.names)


def _base(node: ast.ImportFrom, module: str, path: Path) -> str:
    """Return the module that a `from` names, with its leading dots resolved."""
    if not node.level:
        return node.module or ""
    parts = [PACKAGE, *filter(None, module.split("."))]
    drop = node.level - (path.name == "__init__.py")
    return ".".join([*parts[: len(parts) - drop], *filter(None, [node.module])])


def _part(module: str) -> str:
    return module.partition(".")[0]


def _own_parts(module: str) -> set[str]:
    """Return the parts of the package that a module imports, without its own."""
    own = (name.split(".")[1:2] for name in _imports(module) if name.split(".")[0] == PACKAGE)
    return {_part(name) for names in own for name in names} & {_part(name) for name in MODULES} - {_part(module)}


def _foreign_packages(module: str) -> set[str]:
    return {name.split(".")[0] for name in _imports(module)} - sys.stdlib_module_names - {PACKAGE}


@pytest.mark.parametrize("module", MODULES, ids=lambda name: name or PACKAGE)
def test_modules_import_only_lower_layers(module: str) -> None:
    """A view that could ask the planner, or a rule that could ask the loader, would tie all parts into one."""
    part = _part(module)
    assert part in OWN, f"'{part}' is a new part of the package: say in OWN what it may import"
    assert _own_parts(module) <= OWN[part]


@pytest.mark.parametrize("module", MODULES, ids=lambda name: name or PACKAGE)
def test_modules_import_only_their_parts_dependencies(module: str) -> None:
    """The model needs no library, the core no host, and each host's adapter no other host."""
    allowed = ADAPTERS.get(module.partition("_")[0]) or FOREIGN.get(_part(module), frozenset())
    assert _foreign_packages(module) <= allowed


def test_every_part_of_the_table_exists() -> None:
    """A table that speaks of parts that are gone, or of none at all, would let anything pass."""
    assert len(MODULES) > len(OWN)
    assert set(OWN) <= {_part(name) for name in MODULES}
    assert set(ADAPTERS) <= set(MODULES)
