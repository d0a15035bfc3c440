"""The command `comparisons`, run as users run it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mkdocs_comparisons.loading import FileKind, schema_text
from mkdocs_comparisons.loading.site_options import read_site_options
from mkdocs_comparisons.validation import RULES

COMMAND = Path(sys.executable).with_name("comparisons")
GOOD = """\
title: Boxes
subjects:
  a: {title: A}
dimensions:
  d: {title: D, attributes: {x: {title: X, claims: {a: word}}}}
"""
WARNS = GOOD + "sources: {s: {title: S}}\n"
FAILS = GOOD.replace("claims: {a: word}", "claims: {b: word}")
OLD = GOOD.replace("a: word", "a: {value: word, as_of: 2024-01-31}")


def _run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [COMMAND, *arguments],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def _project(folder: Path, data: str = GOOD, options: str | None = None, name: str = "comparisons") -> Path:
    (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / name / "boxes.yml").write_text(data, encoding="utf-8")
    if options is not None:
        site = f"site_name: S\nplugins:\n  - search\n  - comparisons: {options}\n"
        (folder / "mkdocs.yml").write_text(site, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("data", "arguments", "code"),
    [
        (GOOD, [], 0),
        (GOOD, ["--strict"], 0),
        (WARNS, [], 0),
        (WARNS, ["--strict"], 1),
        (FAILS, [], 1),
        (FAILS, ["--format", "json"], 1),
    ],
)
def test_exit_code_tells_what_was_found(tmp_path: Path, data: str, arguments: list[str], code: int) -> None:
    """Scripts and CI systems go by the exit code alone, whatever the format."""
    result = _run(_project(tmp_path, data), "check", *arguments)
    assert (result.returncode, result.stderr) == (code, "")


def test_report_has_the_place_the_line_and_a_count(tmp_path: Path) -> None:
    """The path is one that can be opened from where the command was run."""
    assert _run(_project(tmp_path, FAILS), "check").stdout == (
        "comparisons/boxes.yml:5:53: unknown-subject: this comparison has no subject 'b'. Known is only 'a'.\n"
        "    5 |   d: {title: D, attributes: {x: {title: X, claims: {b: word}}}}\n"
        "      |                                                     ^\n"
        "\n"
        "1 error in 1 file\n"
    )


def test_clean_data_is_said_to_be_clean(tmp_path: Path) -> None:
    """Silence could also mean that nothing was looked at."""
    assert _run(_project(tmp_path), "check").stdout == "no problems in 1 comparison\n"


@pytest.mark.parametrize(
    ("where", "argument", "path"),
    [
        (".", "site", "site/comparisons/boxes.yml"),
        (".", "site/comparisons", "site/comparisons/boxes.yml"),
        ("site", ".", "comparisons/boxes.yml"),
        ("site/comparisons", ".", "boxes.yml"),
        ("elsewhere", "../site", "comparisons/boxes.yml"),
    ],
)
def test_folder_is_a_project_or_its_data(tmp_path: Path, where: str, argument: str, path: str) -> None:
    """It does not matter from where, and with which of the two, the command is called."""
    _project(tmp_path / "site", FAILS)
    (tmp_path / "elsewhere").mkdir()
    result = _run(tmp_path / where, "check", argument)
    assert result.stdout.startswith(f"{path}:5:53: unknown-subject")


def test_options_of_the_site_are_honoured(tmp_path: Path) -> None:
    """The command and the build agree on what is wrong, also when called for the data folder."""
    options = "{data: facts, rules: {source-unused: off}, stale_after: 30}"
    _project(tmp_path, OLD + "sources: {s: {title: S}}\n", options, name="facts")
    for arguments in ((), ("facts",)):
        result = _run(tmp_path, "check", *arguments)
        assert result.stdout.startswith("facts/boxes.yml:5:53: claim-stale:")
        assert result.stdout.endswith("\n1 warning in 1 file\n")


def test_epoch_sets_the_day(tmp_path: Path) -> None:
    """With SOURCE_DATE_EPOCH, a report is the same on every day."""
    _project(tmp_path, OLD, "{stale_after: 30}")
    assert "no problems" in _run(tmp_path, "check", SOURCE_DATE_EPOCH="1706745600").stdout
    assert "1,000 days ago" in _run(tmp_path, "check", SOURCE_DATE_EPOCH=str(1706659200 + 1000 * 86400)).stdout


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ("{rules: {claim-mising: off}}", "Did you mean 'claim-missing'?"),
        ("{rules: {bad-id: off}}", "'bad-id' is always an error"),
        ("{rules: [bad-id]}", "severities are written as a mapping"),
        ("{stale_after: soon}", "'soon' is no number of days"),
        ("{data: missing}", "there is no folder 'missing'"),
        ("{data: [a]}", "is no folder"),
        ("{data: a: b}", "mkdocs.yml:4:26: the site's configuration is not YAML"),
    ],
)
def test_bad_options_are_usage_errors(tmp_path: Path, options: str, words: str) -> None:
    """A mistake in the site's configuration is told in a line, with 2, and never as a traceback."""
    result = _run(_project(tmp_path, GOOD, options), "check")
    assert (result.returncode, result.stdout) == (2, "")
    assert words in result.stderr
    assert result.stderr.count("\n") == 1


def test_bad_calls_are_usage_errors(tmp_path: Path) -> None:
    """A call that can't work ends with 2 and says what would."""
    (tmp_path / "comparisons").mkdir()
    (tmp_path / "empty").mkdir()
    for arguments in (["check", "nowhere"], ["check", "empty"], ["check"], ["chekc"], ["check", "--format", "xml"], []):
        result = _run(tmp_path, *arguments)
        assert (result.returncode, result.stdout) == (2, "")
        assert result.stderr
        assert "Traceback" not in result.stderr


def test_formats_for_programs(tmp_path: Path) -> None:
    """Each format is what its readers parse, and nothing beside it."""
    _project(tmp_path, FAILS)
    outputs = {name: _run(tmp_path, "check", "--format", name).stdout for name in ("json", "sarif", "github")}
    assert json.loads(outputs["json"])["counts"]["error"] == 1
    (run,) = json.loads(outputs["sarif"])["runs"]
    assert [result["ruleId"] for result in run["results"]] == ["unknown-subject"]
    assert len(run["tool"]["driver"]["rules"]) == len(RULES)
    assert outputs["github"].startswith("::error file=comparisons/boxes.yml,line=5,col=53,")


def test_output_is_utf8_in_any_locale(tmp_path: Path) -> None:
    """A terminal that is set to another encoding is no reason to fail."""
    _project(tmp_path, FAILS.replace("title: D", "title: 日本語"))
    result = _run(tmp_path, "check", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert result.returncode == 1
    assert "title: 日本語" in result.stdout


def test_closed_pipe_is_no_mistake(tmp_path: Path) -> None:
    """`comparisons check | head -1` ends without a complaint."""
    attributes = "".join(f"      x{number}: {{title: X{number}}}\n" for number in range(2_000))
    data = f"title: B\nsubjects:\n  a: {{title: A}}\ndimensions:\n  d:\n    title: D\n    attributes:\n{attributes}"
    _project(tmp_path, data)
    with subprocess.Popen(
        [COMMAND, "check", "--format", "json"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""


def test_schema_is_printed() -> None:
    """What is printed is the schema that ships with the package; without a kind, that of comparisons."""
    for kind in FileKind:
        assert _run(Path.cwd(), "schema", kind).stdout == schema_text(kind)
    assert _run(Path.cwd(), "schema").stdout == schema_text(FileKind.COMPARISON)


def test_schemas_are_written(tmp_path: Path) -> None:
    """An editor finds the schemas where its settings point to."""
    result = _run(tmp_path, "schema", "--write", ".schemas")
    assert result.stdout.splitlines() == [f".schemas/{kind}.schema.json" for kind in FileKind]
    assert (tmp_path / ".schemas/subject.schema.json").read_text(encoding="utf-8") == schema_text(FileKind.SUBJECT)
    assert _run(tmp_path, "schema", "sources", "--write", "one").stdout == "one/sources.schema.json\n"


def test_schemas_can_not_be_written_into_a_file(tmp_path: Path) -> None:
    """A folder that can't be made is told in a line."""
    (tmp_path / "taken").write_text("", encoding="utf-8")
    result = _run(tmp_path, "schema", "--write", "taken")
    assert result.returncode == 2
    assert "can't be written to taken" in result.stderr


@pytest.mark.parametrize(
    ("site", "options"),
    [
        ("site_name: S\n", {}),
        ("", {}),
        ("- a list\n", {}),
        ("plugins: [search, comparisons]\n", {}),
        ("plugins:\n  - comparisons:\n", {}),
        ("plugins:\n  - comparisons: {data: facts}\n", {"data": "facts"}),
        ("plugins:\n  search: {}\n  comparisons: {data: facts, section:}\n", {"data": "facts"}),
        ("INHERIT: ../base.yml\nplugins: {comparisons: {data: !ENV [DATA, facts]}}\n", {}),
        ("emoji: !!python/name:os.system\nplugins: [comparisons: {data: facts}]\n", {"data": "facts"}),
        ("emoji: !!python/object/apply:os.system [exit 1]\n", {}),
    ],
)
def test_site_options_are_read_leniently(tmp_path: Path, site: str, options: dict[str, object]) -> None:
    """Whatever a site's configuration holds for others, our options are found, and nothing in it is run or followed."""
    file = tmp_path / "mkdocs.yml"
    file.write_text(site, encoding="utf-8")
    assert read_site_options(file) == options
