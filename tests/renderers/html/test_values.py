"""Values in the cells of tables."""

from __future__ import annotations

import html5lib

from mkdocs_comparisons.renderers.html.values import render_value
from mkdocs_comparisons.renderers.words import format_value
from tests.samples import comparison_of, context_of

LAYERED = """
title: Sample
subjects: {a: {title: A}}
glossary: {vm: Virtual machine.}
dimensions:
  d:
    title: D
    attributes:
      x:
        title: X
        type: layers
        claims:
          a: ["[[glossary/vm|<Metal>]]", {label: "*Guest*", repeat: yes}, {label: App, repeat: yes}, Console]
"""


def test_layers_are_an_ordered_list_in_the_words_of_all_other_places() -> None:
    """The order is told by the list, what is repeated by words; labels keep links and marks, arrows are silent."""
    sample = comparison_of(LAYERED)
    (attribute,) = sample.attributes()
    value = sample.claims[0].value
    context = context_of(sample)
    html = render_value(value, attribute.type, context.prose(sample), context)
    root = html5lib.parseFragment(html, namespaceHTMLElements=False)
    text = "".join(root.itertext())
    assert text == format_value(value) == "<Metal> → per instance: Guest → App → shared: Console"
    entries = root.findall("ol/li")
    assert len(entries) == 4
    assert [len(entry.findall("a")) for entry in entries] == [1, 0, 0, 0]
    assert [len(entry.findall("em")) for entry in entries] == [0, 1, 0, 0]
    arrows = [span for span in root.iter("span") if span.text and "→" in span.text]
    assert [span.get("aria-hidden") for span in arrows] == ["true"] * 3
