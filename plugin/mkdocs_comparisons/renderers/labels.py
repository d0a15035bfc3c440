"""What a link shows that has no words of its own."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_comparisons.inline import written_words
from mkdocs_comparisons.model.catalogue import Catalogue, NotFound
from mkdocs_comparisons.model.comparison import Comparison
from mkdocs_comparisons.model.refs import (
    AcrossRef,
    ApiRef,
    AssetRef,
    AttributeRef,
    CellRef,
    DataRef,
    DiagramRef,
    DimensionRef,
    EmbeddingRef,
    ExternalRef,
    FrameRef,
    GlossaryRef,
    IndexRef,
    InventoryRef,
    LlmsRef,
    PairRef,
    PictureRef,
    Ref,
    SourceRef,
    SourcesRef,
    SubjectRef,
    TermRef,
    TwinRef,
    parse_ref,
)
from mkdocs_comparisons.renderers.messages import Messages, format_told
from mkdocs_comparisons.renderers.words import DateFormat, RefWords, format_value

_FIXED: Mapping[type, str] = {
    IndexRef: "Comparisons",
    GlossaryRef: "Glossary",
    SourcesRef: "Sources",
    EmbeddingRef: "Embed",
    TwinRef: "Markdown",
    LlmsRef: "llms.txt",
    InventoryRef: "Inventory",
}


def label_of(ref: Ref, catalogue: Catalogue, date: DateFormat = str, messages: Messages | None = None) -> str:
    """Return the title of what a ref points to; for a cell, its value in words.

    Args:
        ref: A ref to something that exists in the catalogue.
        catalogue: Where it exists.
        date: How dates are shown.
        messages: The words of a page; plain English, as in files and diagrams, without them.
    """
    match ref:
        case IndexRef() | GlossaryRef() | SourcesRef() | EmbeddingRef() | TwinRef() | LlmsRef() | InventoryRef():
            return _FIXED[type(ref)]
        case AssetRef(name) | ApiRef(name):
            return name
        case ExternalRef(title):
            return title
        case AcrossRef(subject):
            return _title(catalogue.comparisons_with(subject)[0].subject(subject), subject)
        case TermRef():
            return _title(catalogue.term(ref), ref.term)
        case SourceRef():
            return _title(catalogue.source_at(ref), ref.source)
        case _:
            found = catalogue.comparison(ref.comparison)
            return _label_within(ref, found, date, messages) if found else ref.comparison


def ref_words(catalogue: Catalogue, comparison: Comparison | None, date: DateFormat = str) -> RefWords:
    """Return how refs in the texts of a comparison read in plain words: by their label, else by their title."""

    def words(content: str) -> str:
        written = parse_ref(content)
        found = catalogue.find(written, comparison) if written else None
        if written is None or found is None or isinstance(found, NotFound):
            return written_words(content)
        return written.label or label_of(found, catalogue, date)

    return words


def _label_within(ref: Ref, comparison: Comparison, date: DateFormat, messages: Messages | None) -> str:
    match ref:
        case DimensionRef(dimension=dimension):
            return _title(comparison.dimension(dimension), dimension)
        case SubjectRef(subject=subject):
            return _title(comparison.subject(subject), subject)
        case PairRef(first=first, second=second):
            return f"{_title(comparison.subject(first), first)} vs {_title(comparison.subject(second), second)}"
        case AttributeRef(attribute=attribute):
            return _title(comparison.attribute(attribute), attribute)
        case CellRef():
            return _value(ref, comparison, date, messages)
        case DataRef(format=format):
            return format.upper()
        case DiagramRef():
            return "Diagram"
        case PictureRef():
            return "Picture"
        case FrameRef(view=view):
            return view.capitalize()
        case _:
            return comparison.title


def _value(ref: CellRef, comparison: Comparison, date: DateFormat, messages: Messages | None) -> str:
    attribute, claim = comparison.attribute(ref.attribute), comparison.claim(ref.attribute, ref.subject)
    if attribute is None:
        return ref.attribute
    value = claim.value if claim else None
    return format_told(value, attribute.type, messages, date) if messages else format_value(value, date)


def _title(entry: object, id: str) -> str:
    return str(getattr(entry, "title", id))
