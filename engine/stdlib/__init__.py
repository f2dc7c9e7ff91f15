"""The PHP functions: nothing but chapters of the function reference."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, List

if TYPE_CHECKING:
    from types import ModuleType

# In the order of the manual's parts; a chapter that needs another's classes comes after it.
CHAPTERS = (
    "core_classes", "function_handling", "class_objects", "output_control", "error_handling", "fibers", "options",
    "constants", "headers", "program_execution", "network", "variables", "variable_dumping", "variable_export",
    "serialization", "unserialization", "strings", "string_comparison", "string_csv", "string_digests",
    "string_escaping", "string_formatting", "string_html", "string_locale", "string_markup", "string_phonetics",
    "string_replacing", "string_scanning", "string_searching", "string_splitting", "urls", "query_strings", "ctype",
    "hash", "hash_contexts", "hash_files", "hash_mhash", "packing", "version_comparison", "arrays", "array_callbacks",
    "array_creation", "array_cursor", "array_merging", "array_sets", "array_sorting", "iterators", "spl.exceptions",
    "spl.functions", "spl.iterators", "spl.recursive_iterators", "spl.regex_iterators", "spl.array_object",
    "spl.object_storage", "spl.doubly_linked_list", "spl.heaps", "spl.fixed_array", "spl.weak_references", "math",
    "random", "shuffling", "calendar", "random_classes", "json", "json_decoding", "pcre", "pcre_replacement", "paths",
    "files", "streams", "directories", "spl.file_info", "spl.file_object", "spl.directory_iterators", "datetime",
    "multibyte_settings", "multibyte_strings", "multibyte_case", "multibyte_encodings", "multibyte_messages",
    "multibyte_regex", "iconv", "datetime_parsing", "datetime_zones", "datetime_intervals", "datetime_objects",
    "datetime_periods", "datetime_sun", "reflection", "bcmath", "bcmath_number", "filter", "tokenizer", "highlighting",
    "passwords", "ini_parsing", "zlib", "zlib_contexts", "image_types",
)  # fmt: skip


def load_chapters() -> List[ModuleType]:
    """The chapters' modules."""
    return [importlib.import_module(f"engine.stdlib.{name}") for name in CHAPTERS]
