"""Links between sites: one publishes what can be linked to, another links there, by each host's real executable."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from urllib.parse import unquote

import html5lib
import pytest

from tests.building import build_project, write_files
from tests.hosts.hosts import HOSTS, build, run
from tests.hosts.projects import TEA
from tests.hosts.serving_inventories import build_drinks, serve
from tests.hosts.test_hosts import CONFIG as HOSTS_CONFIG

BAR = """\
title: Bar
summary: "As in [[drinks:tea-vs-coffee]], and [[drinks:tea-vs-coffee/taste|how it tastes]]."
subjects:
  tea: {title: Tea, summary: "See [[drinks:subjects/tea]]."}
  beer: {title: Beer}
dimensions:
  price:
    title: Price
    verdict: "Not [[drinks:cocoa:warmth@cocoa]]."
    attributes:
      cost:
        title: Cost
        claims:
          tea: {value: "like [[drinks:tea-vs-coffee:caffeine@coffee]]", note: "From [[drinks:sources/book]]."}
          beer: "[[drinks:tea-vs-coffee:bitterness@tea]]"
      kinds: {title: Kinds, type: list, claims: {tea: ["[[drinks:cocoa/cocoa]]", green]}}
      parts:
        title: Parts
        type: layers
        claims: {tea: [{label: "[[drinks:glossary/quinine|Quinine]]"}, {label: Water}]}
"""
HOME = """\
# Home

[[drinks:tea-vs-coffee:milk]], [[drinks:tea-vs-coffee:milk@coffee]], [[drinks:tea-vs-coffee/coffee|all about coffee]],
[[drinks:glossary/foam]] and `[[drinks:nothing]]`.

| of | what |
|---|---|
| table | [[drinks:cocoa:warmth@tea\\|words]] |
"""
LINKS = {
    "comparisons/tea-vs-coffee/": "Tea & coffee",
    "comparisons/tea-vs-coffee/taste/": "how it tastes",
    "comparisons/subjects/tea/": "Tea",
    "comparisons/cocoa/comfort/#warmth.cocoa": "very",
    "comparisons/tea-vs-coffee/effects/#caffeine.coffee": "~95\u00a0mg",
    "comparisons/sources/#tea-vs-coffee.book": "The book of drinks",
    "comparisons/tea-vs-coffee/taste/#bitterness.tea": "2 of 5",
    "comparisons/cocoa/cocoa/": "Cocoa <b>hot</b>",
    "comparisons/glossary/#tea-vs-coffee.quinine": "Quinine",
    "comparisons/tea-vs-coffee/taste/#milk": "Goes with milk",
    "comparisons/tea-vs-coffee/taste/#milk.coffee": "partial",
    "comparisons/tea-vs-coffee/coffee/": "all about coffee",
    "comparisons/glossary/#cocoa.foam": "foam",
    "comparisons/cocoa/comfort/#warmth.tea": "words",
}


def bar(option: object, data: str = BAR, home: str = HOME) -> dict[str, str]:
    """Return the files of the site that links, with the option `inventories`."""
    options = f"  - comparisons: {{inventories: {json.dumps(option)}}}"
    config = HOSTS_CONFIG.replace("plugins: [search, comparisons]", f"plugins:\n  - search\n{options}")
    return {"mkdocs.yml": config, "comparisons/bar.yml": data, "docs/index.md": home}


def links_in(site: Path, base: str) -> dict[str, set[str]]:
    """Return the links of a site's pages that lead below an address, each with what it shows."""
    found: dict[str, set[str]] = {}
    for path in site.rglob("*.html"):
        root = html5lib.parse(path.read_text(encoding="utf-8"), namespaceHTMLElements=False)
        for each in root.iter("a"):
            href = each.get("href") or ""
            if href.startswith(base):
                found.setdefault(href.removeprefix(base), set()).add("".join(each.itertext()))
    return found


def assert_leads_somewhere(link: str, site: Path) -> None:
    """A page of the other site has what a link names."""
    path, _, anchor = unquote(link).partition("#")
    page = site / path / ("index.html" if path.endswith("/") else "")
    assert page.is_file(), link
    assert not anchor or f'id="{anchor}"' in page.read_text(encoding="utf-8"), link


@pytest.fixture(scope="module", params=["", "use_directory_urls: false\n"], ids=["folders", "files"])
def drinks(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that others link to, below a folder of its server."""
    return build_drinks(tmp_path_factory.mktemp("drinks"), request.param)


def without_folders(link: str) -> str:
    """Return a link as it is where pages are files."""
    page, sign, anchor = link.partition("#")
    name = f"{page}index.html" if page.count("/") == 2 and "glossary" not in page and "sources" not in page else ""
    return (name or f"{page.rstrip('/')}.html") + sign + anchor


@pytest.mark.parametrize("host", HOSTS)
def test_refs_lead_to_another_site(host: str, drinks: Path, tmp_path: Path) -> None:
    """Each ref becomes a link to a page and an anchor that are there, with its words; then without any network."""
    with serve(drinks.parent) as address:
        base = f"{address}site/"
        write_files(tmp_path, bar({"drinks": base}))
        assert run("comparisons", tmp_path, "pages", "docs").returncode == 0
        first = build(host, tmp_path)
        assert first.returncode == 0, first.output
    found = links_in(first.site, base)
    for link in found:
        assert_leads_somewhere(link, drinks)
    has_folders = (drinks / "comparisons/cocoa/comfort/index.html").exists()
    assert found == {link if has_folders else without_folders(link): {words} for link, words in LINKS.items()}
    (kept,) = (tmp_path / ".comparisons").iterdir()
    assert kept.read_bytes() == (drinks / "comparisons.inv.json").read_bytes()
    shutil.rmtree(first.site)
    again = build(host, tmp_path)
    assert again.returncode == 0, again.output
    assert links_in(again.site, base) == found


def test_words_of_refs_stand_where_links_cannot(drinks: Path, tmp_path: Path) -> None:
    """Exports, search, descriptions and tables of READMEs show what the link would."""
    files = bar({"drinks": {"file": str(drinks), "site": "https://drinks.example/"}})
    readme = "<!-- comparison: bar -->\n<!-- /comparison -->\n"
    built = build_project(tmp_path, {**files, "README.md": readme}, "--strict")
    assert built.returncode == 0, built.output
    assert run("comparisons", tmp_path, "embed", "README.md").returncode == 0
    for text in (
        built.read("comparisons/bar/data.csv"),
        built.read("comparisons/bar/data.md"),
        (tmp_path / "README.md").read_text(encoding="utf-8"),
    ):
        assert "95" in text
        assert "[[drinks:tea-vs-coffee" not in text.replace("&#91;", "[")
    assert ">Quinine<" in built.read("comparisons/bar/price/diagram.svg")
    assert "[[drinks:tea-vs-coffee:caffeine@coffee]]" in built.read("comparisons/bar/data.json")
    assert 'content="As in Tea &' in built.read("comparisons/bar/index.html")
    search = built.read("search/search_index.json")
    assert "like ~95\u00a0mg" in json.dumps(json.loads(search), ensure_ascii=False)
    assert "https://drinks.example/comparisons/cocoa/" in built.read("comparisons/bar/price/index.html")
    assert "<b>hot" not in built.read("comparisons/bar/price/index.html")


def test_a_changed_inventory_with_a_pinned_hash_is_an_error(tmp_path: Path) -> None:
    """Both hashes are named; the copy that was kept stays, and another hash is fetched for."""
    site = build_drinks(tmp_path / "drinks")
    old = hashlib.sha256((site / "comparisons.inv.json").read_bytes()).hexdigest()
    with serve(site) as address:
        write_files(tmp_path / "bar", bar({"drinks": {"url": address, "sha256": old}}))
        assert run("mkdocs", tmp_path / "bar", "build").returncode == 0
        build_drinks(tmp_path / "drinks", tea=TEA.replace("tea: 40", "tea: 41"))
        new = hashlib.sha256((site / "comparisons.inv.json").read_bytes()).hexdigest()
        assert run("mkdocs", tmp_path / "bar", "build").returncode == 0
        updated = run("comparisons", tmp_path / "bar", "inventories", "--update")
        assert updated.returncode == 1
        assert old in updated.stdout
        assert new in updated.stdout
        assert old in run("comparisons", tmp_path / "bar", "inventories").stdout
        shutil.rmtree(tmp_path / "bar/.comparisons")
        built = run("mkdocs", tmp_path / "bar", "build")
        assert built.returncode == 1
        assert f"has the SHA-256 {new}, and the option wants {old}" in built.stdout
        write_files(tmp_path / "bar", bar({"drinks": {"url": address, "sha256": new}}))
        assert run("mkdocs", tmp_path / "bar", "build").returncode == 0


def test_without_network_and_copy_a_build_says_what_to_do(tmp_path: Path) -> None:
    """It ends with an error, in each command."""
    write_files(tmp_path, bar({"drinks": "http://127.0.0.1:9/site/"}))
    for command in ("mkdocs build", "comparisons check", "comparisons pages docs", "zensical build"):
        done = run(command.split()[0], tmp_path, *command.split()[1:])
        assert done.returncode != 0, done.stdout
        assert "http://127.0.0.1:9/site/comparisons.inv.json can't be fetched: no answer" in done.stdout
        assert "'.comparisons/'" in done.stdout
        assert "Traceback" not in done.stdout
    state = run("comparisons", tmp_path, "inventories")
    assert state.returncode == 0
    assert "drinks: not fetched yet" in state.stdout


def test_unknown_refs_are_errors_in_data_and_warnings_in_pages(drinks: Path, tmp_path: Path) -> None:
    """As those to our own comparisons are, with the nearest name that the other site has."""
    option = {"drinks": {"file": str(drinks / "comparisons.inv.json"), "site": "https://drinks.example"}}
    wrong = BAR.replace("drinks:tea-vs-coffee]]", "drinks:tea-vs-cofee]]").replace("warmth@cocoa", "warmth@coca")
    write_files(tmp_path, bar(option, wrong))
    checked = run("comparisons", tmp_path, "check")
    assert checked.returncode == 1
    there = "in the inventory 'drinks'. Did you mean"
    assert f"unknown-ref: there is no comparison 'tea-vs-cofee' {there} 'tea-vs-coffee'?" in checked.stdout
    assert f"unknown-ref: there is no subject 'coca' {there} 'cocoa'?" in checked.stdout
    built = build_project(tmp_path, bar(option, home="# Home\n\n[[drinks:tea-vs-coffee/taset]] [[drink:cocoa/tea]]\n"))
    assert built.returncode == 0, built.output
    assert f"docs/index.md:3:1: page-ref: there is no subject or dimension 'taset' {there} 'taste'?" in built.output
    assert "there is no inventory 'drink'. Did you mean 'drinks'?" in built.output


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ({"bar": "https://a.example/"}, "a comparison has the same id"),
        ({"Bar": "https://a.example/"}, "'Bar' is no name for an inventory"),
        ({"glossary": "https://a.example/"}, "'glossary' is the name of a page in refs"),
        ({"drinks": "../drinks/site"}, "a file does not say where its site is"),
        ({"drinks": {"file": "nowhere", "site": "https://a.example/"}}, "there is no file"),
        ({"drinks": "ftp://a.example/"}, "links of the scheme 'ftp:' are not allowed"),
        ({"drinks": "https://me:secret@a.example/"}, "the address holds a user name"),
        ({"drinks": {"url": "https://a.example/", "sha": "x"}}, "there is no key 'sha'. Did you mean 'sha256'?"),
        ({"drinks": {"url": "https://a.example/", "sha256": "x"}}, "is no SHA-256"),
        ({"drinks": {"file": "x", "site": "mailto:me@a.example"}}, "it is no address of a site"),
        ({"drinks": {}}, "it needs either an address or a file"),
        ({"drinks": 5}, "neither an address nor a mapping"),
    ],
)
def test_options_that_cannot_be_used_are_said(option: object, said: str, drinks: Path, tmp_path: Path) -> None:
    """Each with the option's name and what to do, before anything is built."""
    (tmp_path / ".comparisons").mkdir()
    address = "https://a.example/comparisons.inv.json"
    name = f"bar-{hashlib.sha256(address.encode()).hexdigest()[:8]}.json"
    shutil.copy(drinks / "comparisons.inv.json", tmp_path / ".comparisons" / name)
    write_files(tmp_path, bar(option, home="# Home\n"))
    checked = run("comparisons", tmp_path, "check")
    assert checked.returncode == 2
    assert said in checked.stdout
    assert "option 'inventories'" in checked.stdout


def test_the_command_shows_and_renews_what_is_kept(tmp_path: Path) -> None:
    """How much each lists, its hash and its copy; from any folder."""
    site = build_drinks(tmp_path / "drinks")
    with serve(site) as address:
        write_files(tmp_path / "bar", bar({"drinks": address, "local": {"file": "../drinks/site", "site": address}}))
        first = run("comparisons", tmp_path, "inventories", "--update", "bar")
        assert first.returncode == 0, first.stdout
    sha256 = hashlib.sha256((site / "comparisons.inv.json").read_bytes()).hexdigest()
    then = run("comparisons", tmp_path / "bar", "inventories")
    assert then.stdout == first.stdout
    assert then.stdout.count("2 comparisons, ") == then.stdout.count(f"sha256  {sha256}") == 2
    assert "kept    .comparisons/drinks-" in then.stdout
    (copy,) = (tmp_path / "bar/.comparisons").iterdir()
    copy.write_text("<html>", encoding="utf-8")
    broken = run("comparisons", tmp_path / "bar", "inventories")
    assert broken.returncode == 1
    assert "it is not JSON" in broken.stdout
    assert "local: 2 comparisons" in broken.stdout


def test_no_answer_of_a_server_is_kept_that_is_no_inventory(tmp_path: Path) -> None:
    """A page that says 'not found', a login, a redirect to somewhere else."""
    write_files(tmp_path, {"served/a/comparisons.inv.json": "<html>Log in</html>"})
    with serve(tmp_path / "served") as address:
        for place, said in (("a/", "it is not JSON"), ("b/", "the server answers 404")):
            write_files(tmp_path / "bar", bar({"drinks": address + place}))
            checked = run("comparisons", tmp_path / "bar", "check")
            assert checked.returncode == 2
            assert said in checked.stdout
    assert not (tmp_path / "bar/.comparisons").exists()


def test_two_builds_publish_the_same(tmp_path: Path) -> None:
    """The inventory has no clock in it, and the command for hosts without plugins writes the same one."""
    first = (build_drinks(tmp_path) / "comparisons.inv.json").read_bytes()
    second = (build_drinks(tmp_path) / "comparisons.inv.json").read_bytes()
    assert run("comparisons", tmp_path, "pages", "docs").returncode == 0
    assert first == second == (tmp_path / "docs/comparisons.inv.json").read_bytes()
