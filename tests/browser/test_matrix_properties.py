"""Whatever a reader does with matrices: values stay under their heads, and addresses tell the view."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from mkdocs_comparisons.loading import load
from tests.browser.matrix_model import Model
from tests.browser.matrix_moves import ANCHORS, HISTORY, PHONES, SCROLLING
from tests.browser.matrix_sample import FILES, ID, corpus_files, instant_files
from tests.browser.matrix_steps import STEPS
from tests.browser.matrix_walk import PHONE, walking
from tests.building import Built
from tests.corpora.converting import FOLDER

Serve = Callable[[Path], str]

draw_random = st.randoms(use_true_random=True)


def walks(examples: int) -> settings:
    """Return settings for a few walks. To find a shorter one that fails too would take minutes: all steps are told."""
    return settings(
        max_examples=examples,
        phases=(Phase.explicit, Phase.reuse, Phase.generate),
        suppress_health_check=[HealthCheck.too_slow],
    )


def models_of(site: Path, *, is_transposed: tuple[bool, ...], id: str = ID) -> list[Model]:
    """Return what the matrices on the home page of a site should show."""
    folder = site.parent
    comparison = load(folder / "comparisons", relative_to=folder).catalogue.comparison(id)
    assert comparison is not None
    return [Model.of(comparison, is_transposed=each) for each in is_transposed]


@pytest.fixture(scope="module")
def sample(build: Callable[..., Built], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with two matrices of one comparison on its home page, the second one transposed."""
    built = build(tmp_path_factory.mktemp("sample"), FILES)
    assert built.returncode == 0, built.output
    return built.site


@pytest.fixture(scope="module")
def instant(build: Callable[..., Built], serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with Material's `navigation.instant` and `navigation.tracking`."""
    folder = tmp_path_factory.mktemp("instant")
    built = build(folder, instant_files(serve(folder / "site")))
    assert built.returncode == 0, built.output
    return built.site


@walks(2)
@given(random=draw_random)
def test_values_stay_under_their_heads(random: Random, browser: Browser, serve: Serve, sample: Path) -> None:
    """Any sequence of interactions shows what the data say, in the order asked for; its address shows it elsewhere."""
    models = models_of(sample, is_transposed=(False, True))
    with walking(browser, serve(sample), models) as walk:
        walk.go(random, {**STEPS, **HISTORY, **ANCHORS}, 20)


@walks(1)
@given(random=draw_random)
def test_instant_navigation_loses_no_view(random: Random, browser: Browser, serve: Serve, instant: Path) -> None:
    """The same where Material swaps pages in place and writes into the address what heading is in sight."""
    models = models_of(instant, is_transposed=(False, True))
    steps = {**STEPS, **HISTORY, **ANCHORS, **SCROLLING}
    with walking(browser, serve(instant), models) as walk:
        walk.go(random, steps, 18)


@walks(1)
@given(random=draw_random)
def test_phones_show_the_same(random: Random, browser: Browser, serve: Serve, sample: Path) -> None:
    """The same where two subjects are shown side by side, each with a list to choose from, and the window turns."""
    models = models_of(sample, is_transposed=(False, True))
    steps = {**STEPS, **HISTORY, **PHONES}
    with walking(browser, serve(sample), models, PHONE) as walk:
        walk.go(random, steps, 15)


@pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the corpora are others' data and stand beside the repository, not in it"
)
@pytest.mark.parametrize(
    ("name", "length"),
    [
        ("react-query-comparison", 15),
        ("webpack-bundlers", 15),
        ("js-framework-benchmark", 4),
        ("countries-multilingual", 4),
    ],
)
def test_real_data_of_any_size(
    name: str, length: int, browser: Browser, build: Callable[..., Built], serve: Serve, tmp_path: Path
) -> None:
    """The same with data of others: levels, long texts, thousands of numbers, titles in many scripts."""
    built = build(tmp_path, corpus_files(name))
    assert built.returncode == 0, built.output
    models = models_of(built.site, is_transposed=(False,), id=name)

    @walks(1)
    @given(random=draw_random)
    def go(random: Random) -> None:
        with walking(browser, serve(built.site), models) as walk:
            walk.go(random, {**STEPS, **HISTORY}, length)

    go()
