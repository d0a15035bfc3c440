"""The words of matrices: complete in each language, and open to a site's own."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import mkdocs_comparisons
from mkdocs_comparisons.errors import SettingsError
from mkdocs_comparisons.model.dimensions import FIT_LEVELS, SUPPORT_LEVELS
from mkdocs_comparisons.model.refs import CellRef
from mkdocs_comparisons.model.values import State
from mkdocs_comparisons.planning.settings import Settings
from mkdocs_comparisons.renderers.labels import label_of
from mkdocs_comparisons.renderers.messages import format_told, load_messages
from mkdocs_comparisons.renderers.words import format_value
from tests.renderers.html.test_matrix import SAMPLE
from tests.samples import catalogue_of, comparison_of, context_of, with_rows

FOLDER = Path(mkdocs_comparisons.__file__).parent / "messages"
LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.json"))


def texts_of(language: str) -> dict[str, str]:
    """Return the texts of a language's file."""
    texts: dict[str, str] = json.loads((FOLDER / f"{language}.json").read_text(encoding="utf-8"))
    return texts


def placeholders(text: str) -> list[str]:
    """Return what a text leaves open."""
    return sorted(re.findall(r"\{([^}]*)\}", text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_languages_are_complete(language: str) -> None:
    """A text that only one language has, or that loses a placeholder, shows half a sentence to somebody."""
    english, texts = texts_of("en"), texts_of(language)
    assert list(texts) == list(english)
    assert {key: placeholders(text) for key, text in texts.items()} == {
        key: placeholders(text) for key, text in english.items()
    }
    assert [key for key, text in texts.items() if not text.strip()] == []


def test_everything_that_the_pages_ask_for_by_rule_is_there() -> None:
    """Levels and states are looked up by their own names, which no search for a key would find."""
    keys = {f"level-{level.id}" for level in (*SUPPORT_LEVELS, *FIT_LEVELS)}
    keys |= {state.value for state in State if state is not State.KNOWN}
    assert keys <= texts_of("en").keys()


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        ("de", "de"),
        ("de_AT", "de"),
        ("de-AT", "de"),
        ("DE", "de"),
        ("zh", "zh"),
        ("zh_TW", "zh"),
        ("zh-Hant", "zh"),
        ("zh_Hans_CN", "zh"),
        ("en_GB", "en"),
        ("fr", "en"),
        ("", "en"),
        ("../de", "en"),
        ("deu", "en"),
    ],
)
def test_the_nearest_language_is_taken(asked: str, language: str) -> None:
    """A region or a script changes nothing; what is not there is English, never an error."""
    assert load_messages(asked).language == language


def test_placeholders_are_filled_in_once() -> None:
    """A title with braces in it stays what it is."""
    messages = load_messages("en")
    assert messages.say("note-back", attribute="{subject}", subject="{0} {n}") == "Back to {subject}, {0} {n}"
    assert messages.say("notes-count", n=13) == "13 notes"


def test_own_texts_replace_ours() -> None:
    """The rest stays in the language of the site."""
    messages = load_messages("de", {"missing": "noch offen"})
    assert (messages.texts["missing"], messages.texts["unknown"]) == ("noch offen", "unbekannt")


@pytest.mark.parametrize(
    ("texts", "problem", "advice"),
    [
        ({"unknwon": "?"}, "there is no text 'unknwon'", "Did you mean 'unknown'?"),
        ({"xyz": "?"}, "there is no text 'xyz'", "All keys stand in the package's file messages/en.json."),
        ({True: "?"}, "there is no text 'True'", ""),
        ({"note": "Note"}, "'note' lacks '{n}'", 'Ours is "Note {n}".'),
        ({"note-back": "Back"}, "'note-back' lacks '{attribute}' and '{subject}'", "Ours is"),
        ({"note": "Note {n} of {all}"}, "'note' holds '{all}', which stands for nothing", "Ours is"),
        ({"level-no": False}, "'level-no' is no text", 'Put it in quotes: level-no: "no".'),
        ({"missing": None}, "'missing' is no text", 'Put it in quotes: missing: "no claim".'),
    ],
)
def test_wrong_texts_are_explained(texts: dict[str, object], problem: str, advice: str) -> None:
    """A text that would never be shown, or would show half of what it should, is a mistake in the options."""
    with pytest.raises(SettingsError) as raised:
        load_messages("en", texts)
    assert f"option 'messages': {problem}. " in str(raised.value)
    assert advice in str(raised.value)


def test_plain_words_are_those_of_the_pages() -> None:
    """In English, what files and diagrams say is what the pages say, for every type of value and for nothing."""
    sample = comparison_of(SAMPLE)
    for attribute in sample.attributes():
        for claim in (sample.claim(attribute.id, subject) for subject in sample.subject_ids):
            value = claim.value if claim else None
            assert format_told(value, attribute.type, load_messages("en")) == format_value(value)


def test_layers_are_told_in_the_language() -> None:
    """How layers are shared is ours to say, what they are is the author's."""
    sample = with_rows("{x: {title: X, type: layers, claims: {a: [Metal, {label: Guest, repeat: yes}]}}}")
    (attribute,) = sample.attributes()
    assert format_told(sample.claims[0].value, attribute.type, load_messages("de")) == "Metal → je Instanz: Guest"


def test_refs_to_cells_read_as_the_cells_do() -> None:
    """The same value has the same words everywhere on a site's pages, and plain English in its files."""
    catalogue = catalogue_of(sample=SAMPLE)
    context = context_of(catalogue.comparisons[0], Settings(locale="de"))
    ref = CellRef("sample", "support", "b")
    assert context.label(ref) == "teilweise"
    assert label_of(ref, catalogue) == "partial"
