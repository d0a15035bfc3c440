"""The command `comparisons`."""

from __future__ import annotations

import argparse
import io
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from difflib import unified_diff
from pathlib import Path
from typing import Any, TypeAlias

from mkdocs_comparisons.diagnostics import Report, Severity
from mkdocs_comparisons.errors import ComparisonsError, SettingsError
from mkdocs_comparisons.hosts.cli_export import add_export
from mkdocs_comparisons.hosts.cli_inventories import add_inventories
from mkdocs_comparisons.hosts.files import contents_of, describe, write_files, write_text
from mkdocs_comparisons.hosts.page_source import PageSource
from mkdocs_comparisons.hosts.projects import (
    find_project,
    settings_of,
    site_href,
    text_option,
    today,
)
from mkdocs_comparisons.hosts.tables import fill
from mkdocs_comparisons.loading import FileKind, schema_text
from mkdocs_comparisons.loading.site_options import SITE_FILES
from mkdocs_comparisons.planning.settings import Settings
from mkdocs_comparisons.project import Project, fingerprint, open_project, plan_of
from mkdocs_comparisons.renderers.reports import render_github, render_json, render_sarif, render_text
from mkdocs_comparisons.validation import RULES, judge
from mkdocs_comparisons.validation.naming import count

_CLEAN, _FOUND, _USAGE = 0, 1, 2
_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 (it has no public name)
_PAUSE = 0.5
"""Seconds between two looks at the data, while watching."""

_FORMATS: Mapping[str, Callable[[Report], str]] = {
    "text": render_text,
    "json": render_json,
    "github": render_github,
    "sarif": lambda report: render_sarif(report, RULES.values()),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code: 0 clean, 1 findings, 2 it was called wrongly."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except ComparisonsError as error:
        print(f"comparisons: {error}", file=sys.stderr)
        return _USAGE
    except BrokenPipeError:
        # Whoever reads us has seen enough, as `head` does. Python would complain once more when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _FOUND
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="comparisons", description="Comparisons as code: check their data, write their pages and tables."
    )
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for add in (_add_check, _add_pages, _add_embed, add_export, add_inventories, _add_schema):
        add(commands)
    return parser


def _add_check(commands: _Commands) -> None:
    check = commands.add_parser("check", help="report all that is wrong with the data")
    check.description = "Report all that is wrong with the data. Ends with 0 if there is no error, with 1 if there is."
    check.add_argument("folder", nargs="?", default=".", type=Path, metavar="DIR", help=_DIR_HELP)
    check.add_argument("--format", choices=tuple(_FORMATS), default="text", help="form of the report (default: text)")
    check.add_argument("--strict", action="store_true", help="end with 1 for warnings too")
    check.set_defaults(run=_check)


def _add_pages(commands: _Commands) -> None:
    pages = commands.add_parser("pages", help="write the pages into the folder of the documents")
    pages.description = (
        "Write all pages, data files and assets into a site's folder of documents, for hosts that make no pages of "
        "their own from plugins. Writes only what changed, removes only what it once wrote, and touches no file of "
        "yours. Ends with 1 if the data has errors; then nothing is written."
    )
    pages.add_argument("docs", type=Path, metavar="DOCS_DIR", help="the folder of the documents, such as docs/")
    pages.add_argument("--project", type=Path, metavar="DIR", help="the project (default: the one that DOCS_DIR is in)")
    pages.add_argument("--watch", action="store_true", help="go on, and write again whenever the data changes")
    pages.set_defaults(run=_pages)


def _add_embed(commands: _Commands) -> None:
    embed = commands.add_parser("embed", help="fill tables into Markdown files")
    embed.description = (
        "Fill the space between '<!-- comparison: ID -->' and '<!-- /comparison -->' in Markdown files with a table, "
        "and leave every other byte alone."
    )
    embed.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a Markdown file, such as README.md")
    embed.add_argument("--check", action="store_true", help="write nothing; end with 1 where a file is stale")
    embed.add_argument("--project", type=Path, metavar="DIR", help="the project (default: the one that FILE is in)")
    embed.add_argument("--site-url", default="", metavar="URL", help="where the site is: heads are links to its pages")
    embed.set_defaults(run=_embed)


def _add_schema(commands: _Commands) -> None:
    schema = commands.add_parser("schema", help="print or write the JSON Schemas of the data files")
    schema.description = "Print the JSON Schema of a kind of data file, or write the schemas for editors to read."
    kinds = tuple(map(str, FileKind))
    schema.add_argument("kind", nargs="?", choices=kinds, metavar="KIND", help=f"one of {', '.join(kinds)}")
    schema.add_argument(
        "--write", type=Path, metavar="DIR", help="write KIND.schema.json, of all kinds unless one is named"
    )
    schema.set_defaults(run=_schema)


_DIR_HELP = "a project, with mkdocs.yml or a folder `comparisons` in it, or the data folder itself (default: .)"


def _check(options: argparse.Namespace) -> int:
    project = _open(options.folder)
    report = project.report
    if not project.catalogue.comparisons and not report.diagnostics:
        raise ComparisonsError(f"there is no comparison in {options.folder}. Add one, such as 'tea-vs-coffee.yml'.")
    if options.format == "text":
        print(_text(project), end="")
    else:
        print(_FORMATS[options.format](report), end="")
    fails = report.has_errors or (options.strict and report.of(Severity.WARNING))
    return _FOUND if fails else _CLEAN


def _pages(options: argparse.Namespace) -> int:
    docs: Path = options.docs
    if not docs.is_dir():
        raise ComparisonsError(f"there is no folder '{docs}'. Name the folder of the documents.")
    root = (options.project or _project_around(docs)).resolve()
    # Before the pages are written: what changes meanwhile is a change, too.
    state = _state_of(root)
    code = _write_pages(root, docs)
    with suppress(KeyboardInterrupt):
        while options.watch:
            time.sleep(_PAUSE)
            before, state = state, _state_of(root)
            if state != before:
                _try_to_write_pages(root, docs)
    return _CLEAN if options.watch else code


def _state_of(root: Path) -> object:
    """Return what changes when the project does; what is wrong with it, where it can't be looked at."""
    try:
        settings = settings_of(find_project(root)[1])
        return fingerprint(root, settings), settings
    except (ComparisonsError, OSError) as error:
        return str(error)


def _try_to_write_pages(root: Path, docs: Path) -> None:
    try:
        _write_pages(root, docs)
    except (ComparisonsError, OSError) as error:
        print(f"comparisons: {error}", file=sys.stderr, flush=True)


def _write_pages(root: Path, docs: Path) -> int:
    root, options = find_project(root)
    project = open_project(root, settings_of(options), today=today())
    if project.report.serious.diagnostics:
        print(render_text(project.report.serious), end="", file=sys.stderr, flush=True)
    if project.report.has_errors:
        print("comparisons: nothing was written.", file=sys.stderr, flush=True)
        return _FOUND
    changes = write_files(docs, contents_of(project, root))
    print(*describe(changes), sep="\n", flush=True)
    return _CLEAN


def _embed(options: argparse.Namespace) -> int:
    texts = {path: _read_markdown(path) for path in options.files}
    root = (options.project or _project_around(options.files[0])).resolve()
    root, given = find_project(root)
    project = open_project(root, settings_of(given), today=today())
    if project.report.has_errors:
        print(render_text(project.report.serious), end="", file=sys.stderr)
        return _FOUND
    href = site_href(plan_of(project).links, options.site_url, root) if options.site_url else None
    filled = {path: fill(path.as_posix(), text, project.catalogue, href) for path, text in texts.items()}
    findings = [finding for each in filled.values() for finding in each.findings]
    sources = {path.as_posix(): PageSource(path.as_posix(), text) for path, text in texts.items()}
    report = judge(findings, project.policy, sources)
    if report.diagnostics:
        print(render_text(report), end="", file=sys.stderr)
        return _FOUND
    if not any(each.tables for each in filled.values()):
        names = ", ".join(map(str, texts))
        advice = "Write '<!-- comparison: ID -->' and '<!-- /comparison -->' where a table is to be."
        print(f"comparisons: there is no marker in {names}. {advice}", file=sys.stderr)
    stale = [path for path, each in filled.items() if each.text != texts[path]]
    for path in stale:
        if options.check:
            print(*_difference(path, texts[path], filled[path].text), sep="")
        else:
            write_text(path, filled[path].text)
    tables = sum(each.tables for each in filled.values())
    verb = "stale" if options.check else "written"
    print(f"{count(tables, 'table')} in {count(len(texts), 'file')}, {len(stale)} {verb}")
    return _FOUND if options.check and stale else _CLEAN


def _read_markdown(path: Path) -> str:
    try:
        return path.read_bytes().decode()
    except OSError as error:
        raise ComparisonsError(f"{path} can't be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise ComparisonsError(f"{path} is not UTF-8, at byte {error.start}. Save it as UTF-8.") from error


def _difference(path: Path, old: str, new: str) -> Iterator[str]:
    name = path.as_posix()
    lines = unified_diff(old.splitlines(keepends=True), new.splitlines(keepends=True), name, f"{name}, as it should be")
    return (line if line.endswith("\n") else f"{line}\n" for line in lines)


def _project_around(place: Path) -> Path:
    """Return the closest folder around a folder or file that is a project: with a site, else with data."""
    around = place.resolve().parents
    sites = [each for each in around if any((each / name).is_file() for name in SITE_FILES)]
    # Not first: pages that were written lie in a folder of that name, too.
    data = [each for each in around if (each / "comparisons").is_dir()]
    return (*sites, *data, around[0])[0]


def _text(project: Project) -> str:
    if not project.report.diagnostics:
        return f"no problems in {count(len(project.catalogue.comparisons), 'comparison')}\n"
    wants_colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return render_text(project.report, colour=wants_colour)


def _schema(options: argparse.Namespace) -> int:
    if options.write is None:
        print(schema_text(FileKind(options.kind or FileKind.COMPARISON)), end="")
        return _CLEAN
    try:
        options.write.mkdir(parents=True, exist_ok=True)
        for kind in (FileKind(options.kind),) if options.kind else FileKind:
            path = options.write / f"{kind}.schema.json"
            path.write_text(schema_text(kind), encoding="utf-8", newline="\n")
            print(path.as_posix())
    except OSError as error:
        raise ComparisonsError(f"the schemas can't be written to {options.write}: {error.strerror}.") from error
    return _CLEAN


def _open(folder: Path) -> Project:
    """Open the project in a folder, with paths in messages as one would type them here where that is possible."""
    if not folder.is_dir():
        raise ComparisonsError(f"there is no folder '{folder}'. Name a project's folder, or that of the data.")
    site, options = find_project(folder.resolve())
    root, data = site, site / text_option(options, "data", "comparisons")
    here = Path.cwd()
    if data.resolve().is_relative_to(here):
        root, data = here, data.resolve().relative_to(here)
    # What is of another type than it should be is told of by those who read it.
    others: dict[str, Any] = {name: options[name] for name in ("stale_after", "inventories") if name in options}
    settings = Settings(data=str(data), rules=_rules(options), **others)
    return open_project(root, settings, today=today(), site=site)


def _rules(options: Mapping[str, object]) -> Mapping[str, str]:
    rules = options.get("rules", {})
    if not isinstance(rules, dict):
        raise SettingsError(
            "rules", "severities are written as a mapping", "Write `rules: {claim-missing: error}`, say."
        )
    return rules


if __name__ == "__main__":
    sys.exit(main())
