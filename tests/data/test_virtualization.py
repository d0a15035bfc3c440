"""The comparison of virtual machines and containers says what the notes it began from say, and no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_comparisons.loading import load
from mkdocs_comparisons.model.claims import Claim
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.dimensions import DiagramKind
from mkdocs_comparisons.model.values import Choice, Layers, State, state_of
from mkdocs_comparisons.renderers.words import format_value, plain_text

ROOT = Path(__file__).parents[2]
VMS, CONTAINERS = "virtual-machines", "containers"

STATEMENTS = (
    ("architecture", VMS, ("isolated environments", "applications run")),
    ("architecture", CONTAINERS, ("isolated environments", "applications run")),
    ("architecture", VMS, ("creates virtual machines on a physical server", "using a hypervisor")),
    ("architecture", VMS, ("Each virtual machine runs its own operating system",)),
    ("architecture", VMS, ("its own set of virtualized hardware", "CPU", "memory", "storage")),
    ("architecture", VMS, ("layer of software", "hypervisor")),
    ("architecture", VMS, ("hypervisor sits between the hardware and the virtual machines",)),
    ("architecture", VMS, ("manages the virtual machines", "allocates resources", "multiple virtual machines")),
    ("architecture", VMS, ("multiple virtual machines to run on a single physical server",)),
    ("architecture", VMS, ("includes a full operating system", "more resource-intensive")),
    ("architecture", VMS, ("significant amounts of memory and processing power",)),
    ("architecture", VMS, ("do not share the host's kernel",)),
    ("architecture", CONTAINERS, ("package applications and their dependencies into a single unit",)),
    ("architecture", CONTAINERS, ("Unlike virtual machines", "share the kernel of the host operating system")),
    ("architecture", CONTAINERS, ("isolated from each other",)),
    ("architecture", CONTAINERS, ("managed by a container engine", "Docker")),
    ("architecture", CONTAINERS, ("runs on the host operating system",)),
    ("architecture", CONTAINERS, ("namespaces and cgroups", "isolate containers", "resource allocation")),
    ("architecture", CONTAINERS, ("more lightweight", "do not require a full operating system")),
    ("architecture", CONTAINERS, ("share the kernel of the host OS", "only the application and its dependencies")),
    ("resource-efficiency", VMS, ("higher overhead", "each one runs a full operating system")),
    ("resource-efficiency", VMS, ("greater resource consumption", "CPU", "memory", "storage")),
    ("resource-efficiency", VMS, ("Resources are allocated per virtual machine",)),
    ("resource-efficiency", VMS, ("may result in inefficiencies", "do not fully utilize the allocated resources")),
    ("resource-efficiency", VMS, ("less densely", "same hardware")),
    ("resource-efficiency", CONTAINERS, ("lightweight", "lower overhead", "share the host OS", "for each instance")),
    ("resource-efficiency", CONTAINERS, ("fewer resources",)),
    ("resource-efficiency", CONTAINERS, ("more efficient",)),
    ("resource-efficiency", CONTAINERS, ("faster to start up",)),
    ("resource-efficiency", CONTAINERS, ("more densely on the same hardware",)),
    ("isolation", VMS, ("strong isolation", "separate operating system")),
    ("isolation", VMS, ("operates independently of other virtual machines on the same host",)),
    ("isolation", VMS, ("isolation", "at the hardware level")),
    ("isolation", VMS, ("generally considered more secure", "stronger isolation between the guest OS and the host OS")),
    ("isolation", CONTAINERS, ("process-level isolation",)),
    ("isolation", CONTAINERS, ("less strict than that of virtual machines",)),
    ("isolation", CONTAINERS, ("share the kernel of the host OS", "less isolated from one another")),
    ("isolation", CONTAINERS, ("more vulnerable to security issues that affect the shared OS kernel",)),
    ("isolation", CONTAINERS, ("proper configuration and tools like Kubernetes", "enhanced")),
    ("portability", VMS, ("can be moved between different environments",)),
    ("portability", VMS, ("from one physical server to another",)),
    ("portability", VMS, ("as long as the underlying hypervisor supports the VM format",)),
    ("portability", VMS, ("across different OS environments can be challenging", "specific operating system")),
    ("portability", CONTAINERS, ("highly portable across different environments",)),
    ("portability", CONTAINERS, ("development", "testing", "production")),
    ("portability", CONTAINERS, ("as long as a container engine", "Docker", "available")),
    ("portability", CONTAINERS, ("run consistently on any system that supports the container runtime",)),
    ("portability", CONTAINERS, ("less dependent on the underlying operating system",)),
    ("portability", CONTAINERS, ("easier to move between different environments",)),
    ("use-cases", VMS, ("ideal", "legacy applications", "specific OS version or configuration")),
    ("use-cases", VMS, ("multiple different OS environments", "same physical hardware")),
    ("use-cases", CONTAINERS, ("ideal", "microservices-based", "containerized and managed independently")),
    ("use-cases", CONTAINERS, ("widely used in DevOps", "continuous integration and continuous deployment (CI/CD)")),
    ("use-cases", CONTAINERS, ("due to their portability and efficiency",)),
)
"""Each statement of the notes: the dimension and subject it belongs to, and phrases that one claim carries together."""

SILENT = (
    ("hardware", CONTAINERS),
    ("features-used", VMS),
    ("allocation", CONTAINERS),
    ("start-up", VMS),
    ("hardening", VMS),
    ("consistency", VMS),
    ("legacy-applications", CONTAINERS),
    ("multi-os-environments", CONTAINERS),
    ("microservices", VMS),
    ("devops-and-ci-cd", VMS),
)
"""The cells about which the notes say nothing."""


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    """The comparison as the site gets it."""
    loaded = load(ROOT / "comparisons", relative_to=ROOT).catalogue.comparison("virtualization-vs-containers")
    assert loaded is not None
    return loaded


def words_of(claim: Claim) -> str:
    """Return a claim's value and note in one line, folded."""
    note = claim.note.source if claim.note else ""
    return f"{format_value(claim.value)} | {note}".casefold()


def claims_in(comparison: Comparison, dimension: str, subject: str) -> list[Claim]:
    """Return a subject's claims in a dimension, in the order of the attributes."""
    found = comparison.dimension(dimension)
    assert found is not None
    claims = [comparison.claim(attribute.id, subject) for attribute in found.attributes]
    return [claim for claim in claims if claim is not None]


def test_five_dimensions_and_two_subjects(comparison: Comparison) -> None:
    """The comparison keeps the five headings of the notes, in their order, and compares nothing else."""
    assert comparison.dimension_ids == ("architecture", "resource-efficiency", "isolation", "portability", "use-cases")
    assert comparison.subject_ids == (VMS, CONTAINERS)
    assert comparison.verdict
    assert all(dimension.question and dimension.verdict for dimension in comparison.dimensions)


@pytest.mark.parametrize(("dimension", "subject", "phrases"), STATEMENTS)
def test_statement_is_carried(comparison: Comparison, dimension: str, subject: str, phrases: tuple[str, ...]) -> None:
    """Each statement of the notes stands in one claim of the right subject in the right dimension."""
    texts = [words_of(claim) for claim in claims_in(comparison, dimension, subject)]
    assert any(all(phrase.casefold() in text for phrase in phrases) for text in texts)


@pytest.mark.parametrize(("attribute", "subject"), SILENT)
def test_silence_stays_silence(comparison: Comparison, attribute: str, subject: str) -> None:
    """Where the notes say nothing about one side there is no claim, rather than an invented one."""
    assert comparison.attribute(attribute) is not None
    assert comparison.claim(attribute, subject) is None


def test_only_the_silent_cells_are_missing(comparison: Comparison) -> None:
    """The gaps of the comparison are those of the notes: no claim got lost on the way from file to model."""
    missing = {
        (attribute, subject)
        for attribute in comparison.attribute_ids
        for subject in comparison.subject_ids
        if comparison.claim(attribute, subject) is None
    }
    assert missing == set(SILENT)


def test_recommendations_are_only_good_fits(comparison: Comparison) -> None:
    """The notes recommend and never advise against: a use case is a good fit or says nothing."""
    for subject in comparison.subject_ids:
        for claim in claims_in(comparison, "use-cases", subject):
            assert isinstance(claim.value, Choice)
            assert claim.value.level.id == "good"


def test_every_claim_is_known_and_cites_the_notes(comparison: Comparison) -> None:
    """All claims are values that load as typed, explained by a note and traceable to the notes."""
    for claim in comparison.claims:
        assert state_of(claim.value) is State.KNOWN, claim
        assert claim.note, claim
        assert [citation.source for citation in claim.citations] == ["notes"], claim


def test_values_fit_a_table_cell(comparison: Comparison) -> None:
    """Values but layers stay short enough to scan; what is longer stands in the note."""
    for claim in comparison.claims:
        assert isinstance(claim.value, Layers) or len(format_value(claim.value)) <= 80, claim


@pytest.mark.parametrize(
    ("attribute", "subject", "level"),
    [
        ("isolation-level", VMS, "hardware"),
        ("isolation-level", CONTAINERS, "process"),
        ("overhead", VMS, "higher"),
        ("overhead", CONTAINERS, "lower"),
        ("degree-of-portability", CONTAINERS, "high"),
        ("security", VMS, "more-secure"),
    ],
)
def test_typed_levels(comparison: Comparison, attribute: str, subject: str, level: str) -> None:
    """Claims that have an order are levels, so that they can be drawn and ranked."""
    claim = comparison.claim(attribute, subject)
    assert claim is not None
    assert isinstance(claim.value, Choice)
    assert claim.value.level.id == level


@pytest.mark.parametrize(
    ("subject", "words", "kernel"),
    [
        (
            VMS,
            (
                "Infrastructure → Hypervisor (allocates resources) → isolated per instance: "
                "Guest OS (runs a kernel) → Libraries → App"
            ),
            "Guest OS",
        ),
        (
            CONTAINERS,
            (
                "Infrastructure → Host OS (runs a kernel) → Container engine (namespaces, cgroups) → "
                "isolated per instance: Libraries → App"
            ),
            "Host OS",
        ),
    ],
)
def test_layers_stand_for_the_lost_picture(comparison: Comparison, subject: str, words: str, kernel: str) -> None:
    """Machines bring a kernel each, containers share the host's; what each instance has lies inside its boundary."""
    dimension, claim = comparison.dimension("architecture"), comparison.claim("layers", subject)
    assert dimension is not None
    assert dimension.diagram is not None
    assert dimension.diagram.kind is DiagramKind.STACK
    assert claim is not None
    assert isinstance(claim.value, Layers)
    assert format_value(claim.value) == words
    layers = claim.value.layers
    assert [plain_text(layer.label) for layer in layers if layer.mark == "runs a kernel"] == [kernel]
    repeated = [layer.is_repeated for layer in layers]
    assert [layer.is_bounded for layer in layers].index(True) == repeated.index(True)


@pytest.mark.parametrize(
    "term",
    [
        "hypervisor",
        "container-engine",
        "namespaces",
        "cgroups",
        "kernel",
        "guest-os",
        "host-os",
        "microservices",
        "ci-cd",
    ],
)
def test_terms_are_explained(comparison: Comparison, term: str) -> None:
    """The technical words of the notes are in the glossary."""
    assert term in {entry.id for entry in comparison.glossary}


def test_sentences_read_as_the_notes_say(comparison: Comparison) -> None:
    """Differences are told in words that are grammatical with the subjects' names."""
    attribute = comparison.attribute("kernel")
    claim = comparison.claim("kernel", CONTAINERS)
    assert attribute is not None
    assert claim is not None
    sentence = attribute.sentence.format(subject="Containers", value=format_value(claim.value))
    assert sentence == "Containers share the host's kernel"
