"""Comparisons in all their forms."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from mkdocs_comparisons.errors import SettingsError
from mkdocs_comparisons.loading import load
from mkdocs_comparisons.model.comparison import Noun
from mkdocs_comparisons.model.dimensions import Importance
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.model.values import Choice, Invalid, Items, Link, Measure, Text
from tests.loading.small import HEAD, claim_of, codes, comparison, load_files, load_one, only, value_of, where

DIMENSIONS = "dimensions: {d: {title: D, attributes: {x: {title: X}}}}"

FULL = """\
title: Virtualization vs containers
question: Does this workload belong in a *virtual machine*?
summary: Two ways.
verdict: It depends.
noun: {one: approach, many: approaches}
tags: [infrastructure, cloud]
slug: vms
subjects:
  virtual-machines:
    {title: Virtual machines, short: VMs, aliases: [VM], summary: Old., url: "https://vm.example", tags: [a]}
  containers: {title: Containers}
dimensions:
  isolation:
    title: Isolation
    question: How far apart?
    summary: Apart.
    verdict: VMs isolate harder.
    attributes:
      level:
        title: Level
        summary: What is claimed.
        type: {choice: [process, hardware], better: higher}
        sentence: "{subject} isolate by {value}"
        claims:
          virtual-machines:
            value: hardware
            note: Each its own OS.
            sources: [notes, {source: paper, shows: Much., where: p. 3, accessed: 2024-01-02}]
            as_of: 2024-05-01
          containers: process
sources:
  notes: {title: Notes, url: "https://notes.example", publisher: Us, license: CC0}
  paper: {title: Paper}
glossary:
  hypervisor: {title: Hypervisor, text: Runs VMs., aliases: [VMM]}
  kernel: The core of an operating system
"""


def test_everything_in_one_file(tmp_path: Path) -> None:
    """Each key of the reference arrives in the model."""
    made = comparison(load_files(tmp_path, {"virtualization-vs-containers.yml": FULL}))
    assert (made.id, made.slug, made.title) == ("virtualization-vs-containers", "vms", "Virtualization vs containers")
    assert made.question == Inline("Does this workload belong in a *virtual machine*?")
    assert (made.summary, made.verdict) == (Inline("Two ways."), Inline("It depends."))
    assert (made.noun, made.tags) == (Noun(one="approach", many="approaches"), ("infrastructure", "cloud"))
    assert made.path == made.at.path == "data/virtualization-vs-containers.yml"
    machines, containers = made.subjects
    assert (machines.short, machines.aliases, machines.summary) == ("VMs", ("VM",), Inline("Old."))
    assert (machines.url, machines.tags, machines.slug) == ("https://vm.example", ("a",), "virtual-machines")
    assert (containers.short, containers.at.line) == ("Containers", 11)
    (dimension,) = made.dimensions
    assert (dimension.id, dimension.question, dimension.verdict) == (
        "isolation",
        Inline("How far apart?"),
        Inline("VMs isolate harder."),
    )
    (attribute,) = dimension.attributes
    assert (attribute.id, attribute.title, attribute.at.line) == ("level", "Level", 19)
    assert attribute.sentence == "{subject} isolate by {value}"


def test_sources_and_terms_belong_to_their_comparison(tmp_path: Path) -> None:
    """Links to them lead to other pages than links to shared ones."""
    loaded = load_files(
        tmp_path,
        {"a.yml": FULL, "_sources.yml": "book: {title: Book}\n", "_glossary.yml": "os: Operating system\n"},
    )
    made = comparison(loaded)
    assert [(source.id, source.comparison) for source in made.sources] == [("notes", "a"), ("paper", "a")]
    assert [(term.id, term.title, term.comparison) for term in made.glossary] == [
        ("hypervisor", "Hypervisor", "a"),
        ("kernel", "kernel", "a"),
    ]
    assert [(source.id, source.comparison) for source in loaded.catalogue.sources] == [("book", None)]
    assert [(term.id, term.text.source, term.comparison) for term in loaded.catalogue.glossary] == [
        ("os", "Operating system", None)
    ]


def test_claim_in_full(tmp_path: Path) -> None:
    """Value, note, citations and day arrive, each with its place."""
    made = comparison(load_one(tmp_path, FULL))
    claim = made.claim("level", "virtual-machines")
    assert claim is not None
    assert isinstance(claim.value, Choice)
    assert (claim.note, claim.as_of) == (Inline("Each its own OS."), date(2024, 5, 1))
    notes, paper = claim.citations
    assert (notes.source, paper.source, paper.where, paper.accessed) == ("notes", "paper", "p. 3", date(2024, 1, 2))
    assert paper.shows == Inline("Much.")
    assert (claim.at.line, claim.at.column) == (25, 11)
    assert FULL.split("\n")[25][claim.value_at.column - 1 :].startswith("hardware")


def test_scalar_is_short_for_its_value(tmp_path: Path) -> None:
    """The short form and the long one are the same claim."""
    assert claim_of(tmp_path, "{value: 5}", "number") == claim_of(tmp_path, "5", "number")


def test_list_and_link_are_short_too(tmp_path: Path) -> None:
    """As the reference shows them."""
    assert value_of(tmp_path, "[linux, bsd]", "list") == Items((Inline("linux"), Inline("bsd")))
    assert value_of(tmp_path, "{url: 'https://a.b', label: A}", "link") == Link("https://a.b", "A")
    assert value_of(tmp_path, "{value: {url: 'https://a.b'}, note: x}", "link") == Link("https://a.b", "https://a.b")


@pytest.mark.parametrize("written", ["1.10", "0012", "no", "on", "22:30", "2024-01-01", "~", "1e3", "0x1F"])
def test_scalars_stay_as_typed_all_the_way(tmp_path: Path, written: str) -> None:
    """From the file to the model nothing guesses a type."""
    assert value_of(tmp_path, written) == Text(Inline(written))


def test_claims_of_one_comparison_come_from_everywhere(tmp_path: Path) -> None:
    """Below attributes, below subjects, in subjects' files and in a table: all are claims alike."""
    head = HEAD.replace("{title: Redis}", "{title: Redis, claims: {reads: from subject}}")
    loaded = load_files(
        tmp_path,
        {
            "a/comparison.yml": head + "        claims: {valkey: from attribute}\n",
            "a/subjects/dragonfly.yml": "title: Dragonfly\nclaims:\n  reads: from file\n",
            "a/claims.csv": "subject,attribute,value\nkeydb,reads,from table\n",
            "a/subjects/keydb.yml": "title: KeyDB\n",
        },
    )
    made = comparison(loaded)
    assert [(claim.subject, claim.value.written, claim.at.path) for claim in made.claims] == [
        ("valkey", "from attribute", "data/a/comparison.yml"),
        ("redis", "from subject", "data/a/comparison.yml"),
        ("dragonfly", "from file", "data/a/subjects/dragonfly.yml"),
        ("keydb", "from table", "data/a/claims.csv"),
    ]
    assert made.subject_ids == ("redis", "valkey", "dragonfly", "keydb")


def test_claims_below_subjects_are_typed_by_their_attributes(tmp_path: Path) -> None:
    """Wherever a claim stands, its attribute says what it holds."""
    text = HEAD.replace("{title: Redis}", "{title: Redis, claims: {reads: 5 ms}}") + "        type: {quantity: s}\n"
    claim = comparison(load_one(tmp_path, text)).claim("reads", "redis")
    assert claim is not None
    assert isinstance(claim.value, Measure)
    assert claim.value.base_low == Decimal("0.005")


def test_doubled_and_strange_claims_are_kept_for_the_rules(tmp_path: Path) -> None:
    """Rules over the model report them; loading must not drop them."""
    text = (
        HEAD.replace("{title: Redis}", "{title: Redis, claims: {reads: a, wrties: [b]}}")
        + "        claims: {redis: c, rdis: d}\n"
    )
    claims = comparison(load_one(tmp_path, text)).claims
    assert [(claim.attribute, claim.subject, claim.value.written) for claim in claims] == [
        ("reads", "redis", "c"),
        ("reads", "rdis", "d"),
        ("reads", "redis", "a"),
        ("wrties", "redis", "b"),
    ]


def test_value_that_can_t_be_read_is_kept_for_the_rules(tmp_path: Path) -> None:
    """The finding about it comes from a rule, so that its severity can be looked up."""
    claim = claim_of(tmp_path, "about 100k", "number")
    assert isinstance(claim.value, Invalid)
    assert (claim.value_at.line, claim.value_at.column, claim.value_at.length) == (13, 18, 10)


@pytest.mark.parametrize(
    ("written", "code", "word"),
    [
        ("{value: x, sources: notes}", "wrong-shape", "[notes]"),
        ("{value: x, sources: [a b]}", "bad-id", "a-b"),
        ("{value: x, sources: [{shows: y}]}", "key-missing", "source"),
        ("{value: x, as_of: May}", "bad-date", "2024-05-01"),
        ("{value: x, nte: y}", "key-unknown", "note"),
        ("{vlaue: x}", "key-unknown", "value"),
        ("{note: x}", "key-missing", "value"),
        ("{value: x, note: [y]}", "wrong-shape", "note"),
        ("{value: 1,000}", "key-unknown", "quotes"),
    ],
)
def test_mistakes_in_claims(tmp_path: Path, written: str, code: str, word: str) -> None:
    """Each is one finding that says what to do."""
    finding = only(load_one(tmp_path, f"{HEAD}        claims:\n          redis: {written}\n"), code)
    assert word in finding.problem + finding.advice


def test_long_value_is_cut_after_its_finding(tmp_path: Path) -> None:
    """Nothing later has to chew on four megabytes."""
    loaded = load_one(tmp_path, f"{HEAD}        claims: {{redis: {'a' * 3_000}, valkey: [{'b' * 3_000}]}}\n")
    assert codes(loaded) == ["limit", "limit"]
    assert max(len(claim.value.written) for claim in loaded.catalogue.comparisons[0].claims) == 2_000


def test_shared_subjects_are_added_to(tmp_path: Path) -> None:
    """The comparison's own words win key by key; what it leaves out is the shared one's."""
    shared = "redis: {title: Redis, short: R, url: 'https://redis.example', tags: [a]}\nunused: {title: U}\n"
    head = HEAD.replace("redis: {title: Redis}", "redis: {short: Rd, summary: Here.}")
    loaded = load_files(tmp_path, {"_subjects.yml": shared, "a.yml": head})
    redis = comparison(loaded).subjects[0]
    assert (redis.title, redis.short, redis.summary, redis.tags) == ("Redis", "Rd", Inline("Here."), ("a",))
    assert (redis.at.path, redis.at.line) == ("data/a.yml", 3)
    assert [subject.id for subject in loaded.catalogue.subjects] == ["redis", "unused"]


@pytest.mark.parametrize("subjects", ["[redis, valkey]", "{redis: , valkey: {}}", "\n  - redis\n  - valkey"])
def test_shared_subject_needs_nothing_more(tmp_path: Path, subjects: str) -> None:
    """A list of ids, or keys with nothing below, are enough."""
    text = f"title: T\nsubjects: {subjects}\ndimensions: {{d: {{title: D, attributes: {{x: {{title: X}}}}}}}}\n"
    loaded = load_files(tmp_path, {"_subjects.yml": "valkey: {title: V}\nredis: {title: R}\n", "a.yml": text})
    assert [subject.title for subject in comparison(loaded).subjects] == ["R", "V"]


def test_subject_without_title_anywhere(tmp_path: Path) -> None:
    """A listed id that nobody knows is most likely misspelled."""
    loaded = load_files(
        tmp_path,
        {
            "_subjects.yml": "redis: {title: R}\n",
            "a.yml": "title: T\nsubjects: [rediss]\ndimensions: {d: {title: D, attributes: {x: {title: X}}}}\n",
        },
    )
    finding = only(loaded, "key-missing")
    assert (where(finding), finding.advice) == ((2, 12), "Did you mean 'redis'?")


def test_titles_in_an_unreadable_file_are_not_missing(tmp_path: Path) -> None:
    """A slip in `_subjects.yml` is one finding, not one for each subject."""
    files = {
        "_subjects.yml": "redis: {title: R\n",
        "a.yml": "title: T\nsubjects: [redis]\ndimensions: {d: {title: D, attributes: {x: {title: X}}}}\n",
    }
    assert codes(load_files(tmp_path, files)) == ["yaml-syntax"]


def test_shared_subjects_hold_no_claims(tmp_path: Path) -> None:
    """A claim belongs to a comparison."""
    only(load_files(tmp_path, {"_subjects.yml": "a: {title: A, claims: {x: y}}\n"}), "key-unknown")


def test_listed_subject_with_a_file(tmp_path: Path) -> None:
    """The comparison says the order, the files say the rest; files that it does not list follow by name."""
    loaded = load_files(
        tmp_path,
        {
            "a/comparison.yml": f"title: T\nsubjects: [mit, apache]\n{DIMENSIONS}\n",
            "a/subjects/apache.yml": "title: Apache\n",
            "a/subjects/mit.yaml": "title: MIT\nclaims: {}\n",
            "a/subjects/agpl.yml": "title: AGPL\n",
        },
    )
    made = comparison(loaded)
    assert [subject.title for subject in made.subjects] == ["MIT", "Apache", "AGPL"]
    assert made.path == "data/a/comparison.yml"


def test_key_in_both_forms_is_given_twice(tmp_path: Path) -> None:
    """One of two titles would be lost unseen."""
    loaded = load_files(
        tmp_path, {"a/comparison.yml": HEAD, "a/subjects/redis.yml": "title: Other\nclaims: {reads: x}\n"}
    )
    finding = only(loaded, "key-duplicate")
    assert (finding.at.path, finding.at.line) == ("data/a/subjects/redis.yml", 1)
    assert finding.related[0][1].path == "data/a/comparison.yml"


def test_broken_file_of_a_subject_does_not_hide_the_subject(tmp_path: Path) -> None:
    """Claims about it elsewhere are not wrong because its file has a slip."""
    loaded = load_files(tmp_path, {"a/comparison.yml": HEAD, "a/subjects/keydb.yml": "title: [\n"})
    assert codes(loaded) == ["yaml-syntax"]
    assert loaded.catalogue.comparisons[0].subject("keydb") is not None


def test_other_files_are_checked_where_the_head_is_broken(tmp_path: Path) -> None:
    """All findings of all files come out at once."""
    loaded = load_files(tmp_path, {"a/comparison.yml": "title: [", "a/subjects/keydb.yml": "titel: K\n"})
    assert codes(loaded) == ["yaml-syntax", "key-unknown"]


def test_articles_belong_to_dimensions(tmp_path: Path) -> None:
    """Markdown of the author's for a page, kept as it is."""
    text = "# Words\n\n{{ macro }}\n"
    loaded = load_files(tmp_path, {"a/comparison.yml": HEAD, "a/speed.md": text})
    article = comparison(loaded).dimensions[0].article
    assert article is not None
    assert (article.path, article.text) == ("data/a/speed.md", text)


FRONT_MATTER = [
    "---\ntitle: Speed\n---\nText.\n",
    "---\r\ntitle: Speed\r\n...\r\n",
    "--- \n\n# hidden\nhide:\n  - toc\n---",
]


@pytest.mark.parametrize("text", FRONT_MATTER)
def test_front_matter_of_an_article_is_refused(tmp_path: Path, text: str) -> None:
    """An article is a part of a page: its front matter would be printed as a heading."""
    finding = only(load_files(tmp_path, {"a/comparison.yml": HEAD, "a/speed.md": text}), "wrong-shape")
    assert (finding.at.path, *where(finding)) == ("data/a/speed.md", 1, 1)


@pytest.mark.parametrize("text", ["---\nWords.\n\n---\n", "---\ntitle: x\n", "Words\n---\na: b\n---\n", "---\n---\n"])
def test_thematic_breaks_of_an_article_stay(tmp_path: Path, text: str) -> None:
    """A line of hyphens is Markdown too."""
    comparison(load_files(tmp_path, {"a/comparison.yml": HEAD, "a/speed.md": text}))


def test_comparison_without_subjects_is_an_error(tmp_path: Path) -> None:
    """Its pages would be empty; that its claims are about nobody follows from it."""
    text = f"title: T\n{DIMENSIONS}\n"
    finding = only(load_one(tmp_path, text), "key-missing")
    assert (where(finding), finding.problem) == ((1, 1), "a comparison lacks the key 'subjects'")
    files = {"a/comparison.yml": text, "a/subjects/s.yml": "title: S\n"}
    assert comparison(load_files(tmp_path / "folder", files)).subject_ids == ("s",)
    only(load_one(tmp_path / "slip", text + "subject: [a]\n"), "key-unknown")


@pytest.mark.parametrize("written", ["{}", "[]"])
def test_no_subjects_are_an_error(tmp_path: Path, written: str) -> None:
    """To write the key is not enough."""
    finding = only(load_one(tmp_path, f"title: T\nsubjects: {written}\n{DIMENSIONS}\n"), "wrong-shape")
    assert (where(finding), finding.problem) == ((2, 11), "'subjects' is empty")


@pytest.mark.parametrize(
    ("dimensions", "what"), [("{}", "'dimensions'"), ("{d: {title: D, attributes: {}}}", "'attributes'")]
)
def test_no_dimensions_or_attributes_are_an_error(tmp_path: Path, dimensions: str, what: str) -> None:
    """Their pages would hold a heading and nothing below it."""
    loaded = load_one(tmp_path, f"title: T\nsubjects: {{a: {{title: A}}}}\ndimensions: {dimensions}\n")
    finding = only(loaded, "wrong-shape")
    assert (finding.problem, finding.advice, finding.at.line) == (f"{what} is empty", "Name at least one.", 3)


def test_article_without_dimension(tmp_path: Path) -> None:
    """Its text would appear nowhere."""
    finding = only(load_files(tmp_path, {"a/comparison.yml": HEAD, "a/sped.md": "x"}), "unknown-dimension")
    assert (finding.at.path, finding.advice) == ("data/a/sped.md", "Did you mean 'speed'?")


def test_both_forms_make_the_same_model(tmp_path: Path) -> None:
    """A comparison can grow from a file into a folder and stay what it was."""
    head = HEAD + "        type: number\n"
    one = load_files(tmp_path / "one", {"a.yml": head + "        claims:\n          redis: {value: 5, note: N}\n"})
    folder = load_files(
        tmp_path / "folder",
        {"a/comparison.yml": head, "a/claims.csv": "subject,attribute,value,note\nredis,reads,5,N\n"},
    )
    first, second = comparison(one), comparison(folder)
    assert (first.claims, first.subjects, first.dimensions) == (second.claims, second.subjects, second.dimensions)


def test_missing_folder_is_the_option_s_fault(tmp_path: Path) -> None:
    """Not an empty catalogue: the site would be built without its comparisons."""
    with pytest.raises(SettingsError, match="data"):
        load(tmp_path / "none", relative_to=tmp_path)


def test_order_of_files_is_by_name(tmp_path: Path) -> None:
    """Not by the file system: the same input gives the same bytes."""
    loaded = load_files(tmp_path, {f"{name}.yml": HEAD for name in ("c", "a", "B", "b")})
    assert [made.id for made in loaded.catalogue.comparisons] == ["B", "a", "b", "c"]


@pytest.mark.parametrize("degree", [*Importance, None])
def test_importance(tmp_path: Path, degree: Importance | None) -> None:
    """One of three degrees, or what an author does not say."""
    loaded = load_one(tmp_path, HEAD + (f"        importance: {degree}\n" if degree else ""))
    (attribute,) = comparison(loaded).attributes()
    assert attribute.importance is degree
