"""Files to the model: everything that can be read, and everything that is wrong with the rest."""

from mkdocs_comparisons.loading.catalogue import Loaded, load
from mkdocs_comparisons.loading.inventory import read_inventory
from mkdocs_comparisons.loading.inventory_sources import InventorySource, read_inventory_sources
from mkdocs_comparisons.loading.schema import FileKind, json_schema, schema_text
from mkdocs_comparisons.loading.source_file import SourceFile

__all__ = [
    "FileKind",
    "InventorySource",
    "Loaded",
    "SourceFile",
    "json_schema",
    "load",
    "read_inventory",
    "read_inventory_sources",
    "schema_text",
]
