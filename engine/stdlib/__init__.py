"""The PHP functions: nothing but chapters of the function reference."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, List

if TYPE_CHECKING:
    from types import ModuleType

# Package by package, as the manual lists its extensions; a chapter that needs another's classes comes after it.
CHAPTERS = (
    "core.predefined_classes", "core.function_handling", "core.class_objects", "core.output_control",
    "core.error_handling", "core.fibers", "core.options", "core.constants", "core.program_execution",
    "core.version_comparison", "core.ini_parsing", "core.browscap", "core.refused", "core.information",
    "network.headers", "network.constants", "network.addresses", "network.urls", "network.query_strings",
    "network.request_bodies",
    "network.sockets",
    "variables.types", "variables.dumping", "variables.export", "variables.serialization", "variables.unserialization",
    "strings.bytes", "strings.comparison", "strings.csv", "strings.digests", "strings.escaping", "strings.formatting",
    "strings.html", "strings.language_information", "strings.locale",
    "strings.markup", "strings.packing", "strings.phonetics", "strings.replacing",
    "strings.scanning", "strings.searching", "strings.splitting",
    "ctype",
    "hash.digests", "hash.contexts", "hash.files", "hash.mhash",
    "arrays.elements", "arrays.callbacks", "arrays.creation", "arrays.cursor", "arrays.merging", "arrays.sets",
    "arrays.sorting",
    "spl.iterator_functions", "spl.exceptions", "spl.functions", "spl.iterators", "spl.caching_iterators",
    "spl.recursive_iterators", "spl.regex_iterators", "spl.array_object", "spl.object_storage",
    "spl.doubly_linked_list", "spl.heaps", "spl.fixed_array", "spl.weak_references",
    "math",
    "random.mersenne_twister", "random.shuffling", "random.classes",
    "calendar.conversions",
    "json.encoding", "json.decoding",
    "pcre.matching", "pcre.replacement",
    "filesystem.paths", "filesystem.files", "filesystem.streams", "filesystem.stream_contexts",
    "filesystem.stream_filters", "filesystem.directories", "filesystem.image_types", "filesystem.image_sizes",
    "filesystem.iptc", "filesystem.meta_tags",
    "spl.file_info", "spl.file_object", "spl.directory_iterators",
    "datetime.timestamps", "datetime.parsing", "datetime.zones", "datetime.intervals", "datetime.objects",
    "datetime.functions", "datetime.periods", "datetime.strptime", "datetime.sun",
    "multibyte.settings", "multibyte.strings", "multibyte.case", "multibyte.encodings", "multibyte.messages",
    "multibyte.regex",
    "iconv.conversion",
    "reflection",
    "bcmath.functions", "bcmath.number",
    "gmp.number", "gmp.functions", "gmp.random",
    "filter.filters",
    "tokenizer.tokens", "tokenizer.highlighting",
    "passwords.hashing",
    "zlib.compression", "zlib.contexts", "zlib.files",
    "libxml",
    "pdo.errors", "pdo.statement", "pdo.handle",
    "pgsql.handles", "pgsql.queries", "pgsql.escaping", "pgsql.results", "pgsql.conversion", "pgsql.rows",
    "pgsql.copying",
)  # fmt: skip


def load_chapters() -> List[ModuleType]:
    """The chapters' modules."""
    return [importlib.import_module(f"engine.stdlib.{name}") for name in CHAPTERS]
