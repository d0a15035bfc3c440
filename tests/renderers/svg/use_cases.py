"""Use cases to draw."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from mkdocs_comparisons.model.comparison import Comparison, Noun
from mkdocs_comparisons.model.dimensions import FIT_LEVELS, Kind, ValueType
from mkdocs_comparisons.model.texts import Inline
from mkdocs_comparisons.model.values import Choice, NotApplicable, Unknown, Value
from tests.renderers.svg.samples import SUPPORT, TEXT, YES, compare, text

FIT = ValueType(kind=Kind.FIT, levels=FIT_LEVELS)
POOR, FAIR, GOOD = (Choice(level) for level in FIT_LEVELS)
UNKNOWN, NOT_APPLICABLE = Unknown(), NotApplicable()
VERDICTS: tuple[Value | None, ...] = (POOR, FAIR, GOOD, UNKNOWN, NOT_APPLICABLE, None)


def fits(subjects: str, *rows: Sequence[Value | None]) -> Comparison:
    """Return a comparison of subjects by use cases that are called `a0`, `a1` and so on."""
    return compare(subjects.split(), *((f"a{place}", FIT, values) for place, values in enumerate(rows)))


def noted(comparison: Comparison, notes: Mapping[tuple[str, str], str]) -> Comparison:
    """Give claims a note, by attribute and subject."""
    claims = tuple(
        replace(claim, note=Inline(notes[claim.attribute, claim.subject]))
        if (claim.attribute, claim.subject) in notes
        else claim
        for claim in comparison.claims
    )
    return replace(comparison, claims=claims)


def two() -> Comparison:
    """Every way in which two verdicts can stand to each other, with long and short reasons."""
    comparison = compare(
        ["Virtual machines", "Containers"],
        ("Run untrusted code from tenants", FIT, [GOOD, POOR]),
        ("Legacy or non-Linux system", FIT, [GOOD, FAIR]),
        ("Desktop with graphics", FIT, [FAIR, POOR]),
        ("Stateful database", FIT, [GOOD, GOOD]),
        ("Build and test pipelines", FIT, [FAIR, GOOD]),
        ("Microservices that scale in seconds", FIT, [None, GOOD]),
        ("Real-time control", FIT, [POOR, POOR]),
        ("Teaching", FIT, [FAIR, FAIR]),
        ("Satellites", FIT, [UNKNOWN, POOR]),
        ("Desktop applications", FIT, [NOT_APPLICABLE, FAIR]),
        ("Managed by", TEXT, [text("a hypervisor"), text("an engine")]),
    )
    return noted(
        comparison,
        {
            ("a0", "s0"): "A hypervisor is a *smaller* attack surface than a kernel’s system calls",
            ("a0", "s1"): "never shown: the other one has a note",
            ("a1", "s1"): "Needs its own kernel or drivers",
            ("a3", "s0"): "Both work: decide by who runs the storage",
            ("a5", "s1"): "Dense, quick to start, one image from laptop to cluster, " * 5,
        },
    )


def one_sided() -> Comparison:
    """Each use case has a verdict on one subject only."""
    comparison = compare(
        ["Virtual machines", "Containers"],
        ("Legacy applications", FIT, [GOOD, None]),
        ("Multi-OS environments", FIT, [GOOD, None]),
        ("Microservices", FIT, [None, GOOD]),
        ("DevOps and CI/CD", FIT, [None, GOOD]),
    )
    note = "Ideal for modern, microservices-based applications, where each service can be managed independently."
    return noted(comparison, {("a2", "s1"): note})


def seven() -> Comparison:
    """As many columns as subjects can have, and every sign."""
    return compare(
        ["Bare metal", "Virtual machine", "microVM", "System container", "App container", "Wasm module", "Kubernetes"],
        ("Untrusted tenant code", FIT, [POOR, GOOD, GOOD, POOR, POOR, FAIR, UNKNOWN]),
        ("Legacy or non-Linux system", FIT, [FAIR, GOOD, POOR, POOR, POOR, POOR, NOT_APPLICABLE]),
        ("Microservices at scale", FIT, [POOR, POOR, FAIR, POOR, GOOD, FAIR, None]),
        ("Functions at the edge", FIT, [POOR, POOR, FAIR, POOR, POOR, GOOD, POOR]),
        ("Build and test pipelines", FIT, [POOR, POOR, FAIR, FAIR, GOOD, POOR, FAIR]),
        ("Lowest latency trading", FIT, [GOOD, POOR, POOR, POOR, FAIR, POOR, POOR]),
    )


def scripts() -> Comparison:
    """Names that are not English, that are very long, or that have no place to break."""
    subjects = ("仮想マシン", "حاويات", "Überlegenheitsgefühl", "A name " * 12, "W" * 60, "X")
    names = (
        "オペレーティングシステムの独立性を必要とするアプリケーション",
        "تطبيقات تتطلب إصدارًا محددًا من نظام التشغيل",
        "Donaudampfschifffahrtsgesellschaftskapitänsmützen",
        "Applications that require a specific version or configuration of an operating system",
    )
    return compare(subjects, *((name, FIT, VERDICTS) for name in names))


def many(subjects: int = 33, use_cases: int = 10) -> Comparison:
    """More subjects and more use cases than one picture holds."""
    return compare(
        [f"Framework {place}" for place in range(subjects)],
        *(
            (f"Use case {row}", FIT, [VERDICTS[(place * 5 + row * 3) % 6] for place in range(subjects)])
            for row in range(use_cases)
        ),
        noun=Noun(one="framework", many="frameworks"),
    )


def supported() -> Comparison:
    """What is no use case, but supported or not."""
    return compare(["A", "B"], ("Snapshots", SUPPORT, [YES, None]), ("Managed by", TEXT, [text("x"), text("y")]))


SAMPLES: Mapping[str, Callable[[], Comparison]] = {
    "two": two,
    "one_sided": one_sided,
    "seven": seven,
    "scripts": scripts,
    "many": many,
}
