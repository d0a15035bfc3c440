"""The plugin in real MkDocs builds."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.config import load_config

from tests.building import Built, write_files
from tests.hosts.projects import CONFIG, NAV_CONFIG, TEA

Build = Callable[..., Built]


def test_a_file_becomes_a_section_by_itself(build: Build, tmp_path: Path) -> None:
    """One YAML file and the plugin's name give all pages and their place in the navigation, without a warning."""
    built = build(tmp_path, {"mkdocs.yml": CONFIG, "comparisons/tea-vs-coffee.yml": TEA}, "--strict")
    assert built.returncode == 0, built.output
    pages = {name for name in built.files() if name.startswith("comparisons/")}
    assert {
        "comparisons/index.html",
        "comparisons/tea-vs-coffee/index.html",
        "comparisons/tea-vs-coffee/taste/index.html",
        "comparisons/tea-vs-coffee/tea/index.html",
        "comparisons/tea-vs-coffee/data.json",
        "comparisons/tea-vs-coffee/data.csv",
        "comparisons/tea-vs-coffee/data.md",
        "comparisons/glossary/index.html",
        "comparisons/sources/index.html",
    } <= pages
    home = built.read("index.html")
    assert 'href="comparisons/tea-vs-coffee/taste/"' in home


def test_navigation_keeps_the_authors_order_and_titles(build: Build, tmp_path: Path) -> None:
    """MkDocs sorts files by name; dimensions stay as the author ordered them, under the comparison's own title."""
    built = build(tmp_path, {"mkdocs.yml": CONFIG, "comparisons/tea-vs-coffee.yml": TEA}, "--strict")
    home = built.read("index.html")
    titles = re.findall(r'<span class="md-ellipsis">\s*(.*?)\s*</span>', home.split("md-nav--primary")[1], re.DOTALL)
    shown = [title for title in titles if title in ("Tea &amp; coffee", "Taste", "Effects")]
    assert shown[-2:] == ["Taste", "Effects"]
    assert "Tea &amp; coffee" in shown


def test_subjects_and_pairs_stay_out_of_the_navigation(build: Build, tmp_path: Path) -> None:
    """Each page renders the whole navigation, so pages that can number in the thousands must not be in it."""
    built = build(tmp_path, {"mkdocs.yml": CONFIG, "comparisons/tea-vs-coffee.yml": TEA}, "--strict")
    assert 'href="comparisons/tea-vs-coffee/tea/"' not in built.read("index.html")


def test_a_hand_written_nav_places_the_section(build: Build, tmp_path: Path) -> None:
    """`comparisons/` in `nav` stands for the whole section, with the title that the user gives it."""
    built = build(tmp_path, {"mkdocs.yml": NAV_CONFIG, "comparisons/tea-vs-coffee.yml": TEA}, "--strict")
    assert built.returncode == 0, built.output
    home = built.read("index.html")
    assert "Our comparisons" in home
    assert 'href="comparisons/tea-vs-coffee/effects/"' in home


def test_a_title_in_the_nav_wins(build: Build, tmp_path: Path) -> None:
    """Who names a single page in `nav` says what it is called there."""
    config = CONFIG + "nav: [index.md, {Tea time: comparisons/tea-vs-coffee/taste.md}]\n"
    built = build(tmp_path, {"mkdocs.yml": config, "comparisons/tea-vs-coffee.yml": TEA}, "--strict")
    assert built.returncode == 0, built.output
    assert "Tea time" in built.read("index.html")
    assert "<title>Taste - Test</title>" in built.read("comparisons/tea-vs-coffee/taste/index.html")


def test_a_nav_without_the_section_still_builds_it(build: Build, tmp_path: Path) -> None:
    """A user may reach the pages by links alone; strict mode has nothing against it."""
    config = CONFIG + "nav: [index.md]\n"
    built = build(tmp_path, {"mkdocs.yml": config, "comparisons/tea-vs-coffee.yml": TEA}, "--strict")
    assert built.returncode == 0, built.output
    assert "comparisons/index.html" in built.files()
    assert "comparisons/" in built.output


def test_broken_data_stops_the_build_before_the_old_site_is_emptied(build: Build, tmp_path: Path) -> None:
    """A mistake costs an author nothing but the message: the last good site stays."""
    files = {"mkdocs.yml": CONFIG, "comparisons/tea-vs-coffee.yml": TEA}
    before = build(tmp_path, files).files()
    broken = TEA.replace("title: Taste", "titel: Taste").replace("coffee: partial", "cofee: partial")
    after = build(tmp_path, {"comparisons/tea-vs-coffee.yml": broken})
    assert after.returncode == 1
    assert after.files() == before
    assert "comparisons/tea-vs-coffee.yml:" in after.output
    assert "key-unknown" in after.output
    assert "Did you mean 'title'?" in after.output
    assert "Did you mean 'coffee'?" in after.output
    assert "Traceback" not in after.output


def test_warnings_stop_a_strict_build_only(build: Build, tmp_path: Path) -> None:
    """`--strict` is the host's way to say that warnings matter."""
    data = TEA.replace("sources:\n  book:", "sources:\n  unused: {title: Nobody cites me}\n  book:")
    files = {"mkdocs.yml": CONFIG, "comparisons/tea-vs-coffee.yml": data}
    assert build(tmp_path, files).returncode == 0
    strict = build(tmp_path, {}, "--strict")
    assert strict.returncode == 1
    assert "source-unused" in strict.output


def test_a_diagram_that_does_not_fit_is_a_warning(build: Build, tmp_path: Path) -> None:
    """Another kind is drawn in its place, and the warning names the place of the wish; strict mode objects."""
    data = TEA.replace("    title: Effects\n", "    title: Effects\n    diagram: radar\n")
    built = build(tmp_path, {"mkdocs.yml": CONFIG, "comparisons/tea-vs-coffee.yml": data})
    assert built.returncode == 0, built.output
    problem = "the dimension 'effects' can't be drawn as 'radar': it "
    assert f"comparisons/tea-vs-coffee.yml:31:14: diagram-unfit: {problem}" in built.output
    assert "It is drawn as 'dumbbell' now; name that, or another kind, or leave 'diagram' out." in built.output
    assert '<figure class="comparison-diagram" data-kind="dumbbell"' in built.read(
        "comparisons/tea-vs-coffee/effects/index.html"
    )
    assert build(tmp_path, {}, "--strict").returncode == 1


def test_severities_can_be_set(build: Build, tmp_path: Path) -> None:
    """A project decides how strict it is; what would show wrong data can't be let through."""
    config = CONFIG.replace(
        "  - comparisons\n", "  - comparisons: {rules: {source-unused: off, claim-missing: error}}\n"
    )
    built = build(tmp_path, {"mkdocs.yml": config, "comparisons/tea-vs-coffee.yml": TEA})
    assert built.returncode == 1
    assert "claim-missing" in built.output
    config = CONFIG.replace("  - comparisons\n", "  - comparisons: {rules: {claim-duplicate: off}}\n")
    built = build(tmp_path, {"mkdocs.yml": config})
    assert built.returncode == 1
    assert "claim-duplicate" in built.output
    assert "Traceback" not in built.output


@pytest.mark.parametrize(
    ("option", "words"),
    [
        ("{data: nowhere}", "nowhere"),
        ("{locale: xx-nonsense}", "locale"),
        ("{rules: {claim-mising: off}}", "Did you mean 'claim-missing'?"),
        ("{templates: nowhere}", "templates"),
        ("{messages: {unknwon: x}}", "Did you mean 'unknown'?"),
        ("{messages: {note: Note}}", "'note' lacks '{n}'"),
        ("{messages: {level-no: no}}", "Put it in quotes"),
    ],
)
def test_a_wrong_option_is_explained(build: Build, tmp_path: Path, option: str, words: str) -> None:
    """Options are a user's input too: no traceback, and what to do."""
    config = CONFIG.replace("  - comparisons\n", f"  - comparisons: {option}\n")
    built = build(tmp_path, {"mkdocs.yml": config, "comparisons/tea-vs-coffee.yml": TEA})
    assert built.returncode == 1
    assert words in built.output
    assert "Traceback" not in built.output


@pytest.mark.parametrize(
    ("theme", "option", "language", "word"),
    [
        ("{name: material, font: false, language: de}", "{}", "de", "ja"),
        ("{name: material, font: false, language: zh-TW}", "{}", "zh", "是"),
        ("{name: material, font: false}", "{}", "en", "yes"),
        ("{name: mkdocs, locale: de}", "{}", "de", "ja"),
        ("{name: readthedocs, locale: zh_TW}", "{}", "zh", "是"),
        ("{name: material, font: false, language: de}", "{locale: en_GB}", "en", "yes"),
        ("{name: mkdocs}", "{locale: de, messages: {level-yes: jawohl}}", "de", "jawohl"),
    ],
)
def test_matrices_speak_the_language_of_the_site(
    build: Build, tmp_path: Path, theme: str, option: str, language: str, word: str
) -> None:
    """The option says it, else the theme: `language` is Material's, `locale` that of MkDocs' own."""
    config = f"site_name: Test\ntheme: {theme}\nplugins: [search, {{comparisons: {option}}}]\n"
    built = build(tmp_path, {"mkdocs.yml": config, "comparisons/tea-vs-coffee.yml": TEA})
    assert built.returncode == 0, built.output
    for path in ("", "taste/", "tea/"):
        page = built.read(f"comparisons/tea-vs-coffee/{path}index.html")
        assert f'<span class="comparison-level" data-level="yes">{word}</span>' in page
    assert f'class="comparison-messages" data-language="{language}"' in built.read(
        "comparisons/tea-vs-coffee/index.html"
    )
    assert ',"yes",' in built.read("comparisons/tea-vs-coffee/data.csv")


def test_scripts_are_published_and_loaded_once(build: Build, tmp_path: Path, root: Path) -> None:
    """All scripts and style sheets of the package are on the site; a page asks for the first of each."""
    built = build(tmp_path, {"mkdocs.yml": CONFIG, "comparisons/tea-vs-coffee.yml": TEA}, "--strict")
    assert built.returncode == 0, built.output
    folder = root / "plugin/mkdocs_comparisons/assets"
    shipped = {f"assets/comparisons/{path.name}": path.read_bytes() for path in folder.iterdir() if path.is_file()}
    published = built.files()
    assert {name: published.get(name) for name in shipped} == shipped
    page = built.read("comparisons/tea-vs-coffee/index.html")
    scripts = re.findall(r"<script[^>]*assets/comparisons/[^>]*>", page)
    assert scripts == ['<script src="../../assets/comparisons/comparison.js" type="module">']
    sheets = re.findall(r'<link rel="stylesheet" href="[./]*assets/comparisons/([^"]+)"', page)
    assert sheets == ["comparison.css", "diagram.css"]


def test_a_configuration_may_be_built_several_times(tmp_path: Path) -> None:
    """Some plugins do so, one build for each language; nothing may gather in it."""
    write_files(tmp_path, {"mkdocs.yml": CONFIG, "docs/index.md": "# Home\n", "comparisons/tea-vs-coffee.yml": TEA})
    config = load_config(str(tmp_path / "mkdocs.yml"))
    for _ in range(2):
        config = config.plugins.on_config(config)
    assert [str(each) for each in config.extra_javascript] == ["assets/comparisons/comparison.js"]
    assert config.extra_css.count("assets/comparisons/comparison.css") == 1


def test_words_for_scripts_are_not_searched(build: Build, tmp_path: Path) -> None:
    """They stand in the page, but nobody looks for them; MkDocs' own search would read the text of scripts."""
    for theme in ("material", "mkdocs"):
        config = CONFIG.replace("material", theme)
        built = build(tmp_path / theme, {"mkdocs.yml": config, "comparisons/tea-vs-coffee.yml": TEA}, "--strict")
        index = built.read("search/search_index.json")
        assert "note-back" not in index
        assert "comparison-messages" in built.read("comparisons/tea-vs-coffee/index.html")


def test_two_builds_are_the_same_to_the_byte(build: Build, tmp_path: Path) -> None:
    """Same input, same bytes, whatever the hash seed and the folder."""
    files = {"mkdocs.yml": CONFIG, "comparisons/tea-vs-coffee.yml": TEA}
    one, two = (build(tmp_path / name, files).files() for name in ("one", "two"))
    assert one == two


def test_titles_are_escaped_once_everywhere(build: Build, tmp_path: Path) -> None:
    """Themes print titles as they get them, so `&` must be escaped once: not never, not twice."""
    built = build(tmp_path, {"mkdocs.yml": CONFIG, "comparisons/tea-vs-coffee.yml": TEA}, "--strict")
    page = built.read("comparisons/tea-vs-coffee/index.html")
    assert "<title>Tea &amp; coffee - Test</title>" in page
    assert "&amp;amp;" not in page
    assert '<meta name="description" content="What to drink when."' in page


def test_edit_links_point_to_the_data(build: Build, tmp_path: Path) -> None:
    """The pages have no Markdown file to edit: what can be edited is the YAML file."""
    config = CONFIG + "repo_url: https://example.org/me/site\nedit_uri: edit/main/docs/\n"
    built = build(tmp_path, {"mkdocs.yml": config, "comparisons/tea-vs-coffee.yml": TEA}, "--strict")
    page = built.read("comparisons/tea-vs-coffee/taste/index.html")
    assert 'href="https://example.org/me/site/edit/main/comparisons/tea-vs-coffee.yml"' in page
    edited = '["comparisons/tea-vs-coffee.yml","https://example.org/me/site/edit/main/comparisons/tea-vs-coffee.yml"]'
    assert f'"files":[{edited}]' in page


def test_each_claim_is_indexed_at_its_attributes_heading_alone(build: Build, tmp_path: Path) -> None:
    """Search must land on the attribute, not on one of the many tables that repeat it."""
    for theme in ("material", "mkdocs"):
        config = CONFIG.replace("material", theme)
        built = build(tmp_path / theme, {"mkdocs.yml": config, "comparisons/tea-vs-coffee.yml": TEA}, "--strict")
        assert built.returncode == 0, built.output
        entries = json.loads(built.read("search/search_index.json"))["docs"]
        hits = [entry["location"] for entry in entries if "quinine" in entry["text"] and "#" in entry["location"]]
        assert hits == ["comparisons/tea-vs-coffee/taste/#bitterness"]
        page = built.read("comparisons/tea-vs-coffee/index.html")
        assert "<comparison-matrix" in page
        assert "<!--comparisons:" not in page


def test_blocks_work_in_admonitions_tabs_and_lists_but_not_in_code(build: Build, tmp_path: Path) -> None:
    """A block is Markdown like any other; code is code."""
    built = build(
        tmp_path, {"mkdocs.yml": CONFIG, "comparisons/tea-vs-coffee.yml": TEA, "docs/index.md": PLACES}, "--strict"
    )
    assert built.returncode == 0, built.output
    home = built.read("index.html")
    assert home.count("<comparison-matrix") == 4
    assert home.count("/// comparison") == 2
    assert 'href="comparisons/tea-vs-coffee/taste/#bitterness"' in home
    assert "[[tea-vs-coffee]]" in home


PLACES = """# Home

See [[tea-vs-coffee:bitterness|how bitter]], but `[[tea-vs-coffee]]`.

/// comparison | tea-vs-coffee
    dimensions: [taste]
///

!!! note

    /// comparison | tea-vs-coffee
        dimensions: [taste]
    ///

- An item

    /// comparison | tea-vs-coffee
        dimensions: [taste]
    ///

=== "Tab"

    /// comparison | tea-vs-coffee
        transpose: yes
    ///

```text
/// comparison | tea-vs-coffee
///
```

    /// comparison | tea-vs-coffee
    ///
"""


def test_mistakes_in_blocks_and_refs_name_page_and_line(build: Build, tmp_path: Path) -> None:
    """All mistakes of all pages at once, each with its place; a block that can't be shown stops the build."""
    pages = {
        "docs/index.md": "# Home\n\n/// comparison | tea-vs-cofee\n///\n",
        "docs/more.md": (
            "---\ntitle: More\n---\n\n/// comparison | tea-vs-coffee\n    veiw: matrix\n///\n\n[[tea-vs-coffee/te]]\n"
        ),
    }
    built = build(tmp_path, {"mkdocs.yml": CONFIG, "comparisons/tea-vs-coffee.yml": TEA, **pages})
    assert built.returncode == 1
    assert "docs/index.md:3:18: page-block: there is no comparison 'tea-vs-cofee'." in built.output
    assert "docs/more.md:6:5: page-block: there is no option 'veiw'." in built.output
    assert "docs/more.md:9:1: page-ref:" in built.output
    assert "Traceback" not in built.output


def test_a_lost_ref_is_a_warning_and_stays_readable(build: Build, tmp_path: Path) -> None:
    """Other plugins read double brackets too, so a page with one is built, and strict mode objects."""
    files = {"mkdocs.yml": CONFIG, "comparisons/tea-vs-coffee.yml": TEA, "docs/index.md": "# Home\n\n[[nowhere]]\n"}
    built = build(tmp_path, files)
    assert built.returncode == 0
    assert "docs/index.md:3:1: page-ref:" in built.output
    assert "[[nowhere]]" in built.read("index.html")
    assert build(tmp_path, {}, "--strict").returncode == 1


def test_a_folder_with_an_article_goes_through_markdown(build: Build, tmp_path: Path) -> None:
    """An author's own Markdown on a dimension page is a document: it is rendered as `docs/` is, in its place."""
    files = {
        "mkdocs.yml": CONFIG,
        "comparisons/tea-vs-coffee/comparison.yml": TEA,
        "comparisons/tea-vs-coffee/taste.md": "Some **words** on taste.\n\n## A heading\n",
    }
    built = build(tmp_path, files, "--strict")
    assert built.returncode == 0, built.output
    page = built.read("comparisons/tea-vs-coffee/taste/index.html")
    assert "Some <strong>words</strong> on taste." in page
    assert 'id="bitterness"' in page
    assert "<comparison-matrix" in page


def test_a_page_template_of_the_user_wins(build: Build, tmp_path: Path) -> None:
    """A template adds words of the user's own to each page of a kind, and the data in it stays data."""
    config = CONFIG.replace("  - comparisons\n", "  - comparisons: {templates: templates}\n")
    files = {
        "mkdocs.yml": config,
        "comparisons/tea-vs-coffee.yml": TEA,
        "templates/dimension.md.j2": "{{ body }}\n\nAbout {{ page.title }}, **ours**.\n",
    }
    built = build(tmp_path, files, "--strict")
    assert built.returncode == 0, built.output
    assert "About Taste, <strong>ours</strong>." in built.read("comparisons/tea-vs-coffee/taste/index.html")
    built = build(tmp_path, {"templates/dimension.md.j2": "{{ nothing }}\n"})
    assert built.returncode == 1
    assert "dimension.md.j2" in built.output
    assert "Traceback" not in built.output


def test_mistakes_of_a_template_name_the_template(build: Build, tmp_path: Path) -> None:
    """A name that is no kind of page is refused; a wrong block or ref in a template has its place there."""
    config = CONFIG.replace("  - comparisons\n", "  - comparisons: {templates: templates}\n")
    data = {"mkdocs.yml": config, "comparisons/tea-vs-coffee.yml": TEA}
    built = build(tmp_path / "name", data | {"templates/dimenson.md.j2": "{{ body }}"})
    assert built.returncode == 1
    assert "Did you mean 'dimension'?" in built.output
    text = "{{ body }}\n\n/// comparison | nothere\n///\n\n[[nowhere]]\n"
    built = build(tmp_path / "block", data | {"templates/dimension.md.j2": text})
    assert built.returncode == 1
    assert "templates/dimension.md.j2:3:18: page-block:" in built.output
    assert "templates/dimension.md.j2:6:1: page-ref:" in built.output


def test_mistakes_in_an_article_name_the_article(build: Build, tmp_path: Path) -> None:
    """An author's Markdown on a dimension page is checked like any page, and its headings can be linked to."""
    files = {"mkdocs.yml": CONFIG, "comparisons/tea-vs-coffee/comparison.yml": TEA}
    article = "Words, see [milk](taste.md#milk.tea).\n\n[[nowhere]]\n"
    built = build(tmp_path, files | {"comparisons/tea-vs-coffee/taste.md": article})
    assert built.returncode == 0, built.output
    assert "comparisons/tea-vs-coffee/taste.md:3:1: page-ref:" in built.output
    assert "does not contain an anchor" not in built.output


def test_pages_of_ones_own_stay_in_the_navigation(build: Build, tmp_path: Path) -> None:
    """A hand-written page beside the generated ones keeps its place in the section."""
    files = {"mkdocs.yml": CONFIG, "comparisons/tea-vs-coffee.yml": TEA, "docs/comparisons/mine.md": "# My own\n"}
    built = build(tmp_path, files, "--strict")
    assert built.returncode == 0, built.output
    assert 'href="comparisons/mine/"' in built.read("index.html")


def test_file_urls_work_too(build: Build, tmp_path: Path) -> None:
    """Without directory URLs every link still leads to a page, for sites that are read from disk."""
    config = CONFIG + "use_directory_urls: false\n"
    built = build(tmp_path, {"mkdocs.yml": config, "comparisons/tea-vs-coffee.yml": TEA}, "--strict")
    assert built.returncode == 0, built.output
    page = built.read("comparisons/tea-vs-coffee/taste.html")
    assert 'href="tea.html"' in page
    assert 'href="../glossary.html#tea-vs-coffee.quinine"' in page
    assert 'href="#bitterness"' in page


def test_a_page_on_disk_gives_way_and_that_is_said(build: Build, tmp_path: Path) -> None:
    """Where a docs file has the name of a planned page, the planned one is shown, and the user is told."""
    files = {"mkdocs.yml": CONFIG, "comparisons/tea-vs-coffee.yml": TEA, "docs/comparisons/index.md": "# Mine\n"}
    built = build(tmp_path, files)
    assert built.returncode == 0
    assert "comparisons/index.md" in built.output
    assert "Mine" not in built.read("comparisons/index.html")


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
def test_every_link_leads_somewhere(build: Build, tmp_path: Path, theme: str) -> None:
    """The host can't see our links, so they are followed here: each page and each anchor exists."""
    config = CONFIG.replace("material", theme)
    built = build(tmp_path, {"mkdocs.yml": config, "comparisons/tea-vs-coffee.yml": TEA}, "--strict")
    assert built.returncode == 0, built.output
    assert lost_links(built) == []


def lost_links(built: Built) -> list[str]:
    """Return the links of a site's pages that lead to no page or to no anchor."""
    pages = {
        name: data.decode() for name, data in built.files().items() if name.endswith(".html") and name != "404.html"
    }
    ids = {name: set(re.findall(r'\sid="?([^"\s>]+)', text)) for name, text in pages.items()}
    lost = []
    for name, text in pages.items():
        content = text.partition("<article")[2].partition("</article>")[0] or text
        for href in re.findall(r'href="([^"]+)"', content):
            if "://" in href or href.startswith(("mailto:", "data:")):
                continue
            path, _, anchor = href.partition("#")
            target = _resolved(name, path)
            has_page = target in pages or (built.site / target).is_file()
            has_anchor = not anchor or target not in ids or anchor in ids[target]
            if not (has_page and has_anchor):
                lost.append(f"{name}: {href}")
    return lost


def _resolved(page: str, path: str) -> str:
    if not path:
        return page
    parts = [] if path.startswith("/") else page.split("/")[:-1]
    for part in path.split("/"):
        if part == "..":
            parts.pop()
        elif part not in (".", ""):
            parts.append(part)
    found = "/".join(parts)
    return f"{found}/index.html".lstrip("/") if path.endswith(("/", ".", "..")) or not found else found
