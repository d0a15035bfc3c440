"""The command `comparisons`."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from mkdocs_comparisons.diagnostics import Report, Severity
from mkdocs_comparisons.errors import ComparisonsError, SettingsError
from mkdocs_comparisons.loading import FileKind, schema_text
from mkdocs_comparisons.loading.site_options import SITE_FILES, read_site_options
from mkdocs_comparisons.planning.settings import Settings
from mkdocs_comparisons.project import Project, open_project
from mkdocs_comparisons.renderers.reports import render_github, render_json, render_sarif, render_text
from mkdocs_comparisons.validation import RULES
from mkdocs_comparisons.validation.naming import count

_CLEAN, _FOUND, _USAGE = 0, 1, 2
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
    parser = argparse.ArgumentParser(prog="comparisons", description="Comparisons as code: check their data.")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="report all that is wrong with the data")
    check.description = "Report all that is wrong with the data. Ends with 0 if there is no error, with 1 if there is."
    check.add_argument("folder", nargs="?", default=".", type=Path, metavar="DIR", help=_DIR_HELP)
    check.add_argument("--format", choices=tuple(_FORMATS), default="text", help="form of the report (default: text)")
    check.add_argument("--strict", action="store_true", help="end with 1 for warnings too")
    check.set_defaults(run=_check)
    schema = commands.add_parser("schema", help="print or write the JSON Schemas of the data files")
    schema.description = "Print the JSON Schema of a kind of data file, or write the schemas for editors to read."
    kinds = tuple(map(str, FileKind))
    schema.add_argument("kind", nargs="?", choices=kinds, metavar="KIND", help=f"one of {', '.join(kinds)}")
    schema.add_argument(
        "--write", type=Path, metavar="DIR", help="write KIND.schema.json, of all kinds unless one is named"
    )
    schema.set_defaults(run=_schema)
    return parser


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
    root, options = _find(folder.resolve())
    data = root / _text_option(options, "data", "comparisons")
    here = Path.cwd()
    if data.resolve().is_relative_to(here):
        root, data = here, data.resolve().relative_to(here)
    settings = Settings(data=str(data), rules=_rules(options), stale_after=options.get("stale_after"))  # type: ignore[arg-type]  # `policy_from` judges it
    return open_project(root, settings, today=_today())


def _find(folder: Path) -> tuple[Path, Mapping[str, object]]:
    """Return the project that a folder is, or is the data of, and its options."""
    site = _site_file(folder)
    if site:
        return folder, read_site_options(site)
    if (folder / "comparisons").is_dir():
        return folder, {}
    if not _is_data(folder):
        raise ComparisonsError(f"there is neither a mkdocs.yml nor data in {folder}. Name a project's folder.")
    above = _site_file(folder.parent)
    options = read_site_options(above) if above else {}
    is_ours = (folder.parent / _text_option(options, "data", "comparisons")).resolve() == folder
    return folder.parent, options if is_ours else {"data": folder.name}


def _site_file(folder: Path) -> Path | None:
    return next((folder / name for name in SITE_FILES if (folder / name).is_file()), None)


def _is_data(folder: Path) -> bool:
    endings = (".yml", ".yaml")
    heads = (path for entry in folder.iterdir() for path in (entry, *(entry.iterdir() if entry.is_dir() else ())))
    return any(path.suffix.lower() in endings for path in heads)


def _text_option(options: Mapping[str, object], name: str, default: str) -> str:
    value = options.get(name, default)
    if not isinstance(value, str) or not value:
        raise SettingsError(name, f"'{value}' is no folder", "Write a path relative to mkdocs.yml.")
    return value


def _rules(options: Mapping[str, object]) -> Mapping[str, str]:
    rules = options.get("rules", {})
    if not isinstance(rules, dict):
        raise SettingsError(
            "rules", "severities are written as a mapping", "Write `rules: {claim-missing: error}`, say."
        )
    return rules


def _today() -> date:
    """Return the day that the age of claims is counted from; SOURCE_DATE_EPOCH sets it for repeatable reports."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdecimal() else datetime.now(UTC).date()


if __name__ == "__main__":
    sys.exit(main())
