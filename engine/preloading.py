"""Loads what the engine would load when first needed: a confined process may open no file, and so import nothing."""

from __future__ import annotations

import encodings
import importlib
import pkgutil
from pathlib import Path
from typing import TYPE_CHECKING

from engine.runtime.classes import prepare
from engine.runtime.dates import parse, zones
from engine.stdlib.iconv import converters as iconv_converters
from engine.stdlib.reflection.expressions import source_lines

if TYPE_CHECKING:
    from engine.builtin.library import Library

_PARTS = ("analysis", "builtin", "compiler", "optimizer", "runtime", "stdlib", "syntax")
# Of another system.
_FOREIGN_CODECS = ("mbcs", "oem")


def preload(library: Library) -> None:
    """Import every module of the engine and every codec, read tables that are files, generate what else is late."""
    root = Path(__file__).parent
    for part in _PARTS:
        for module in pkgutil.walk_packages([str(root / part)], f"engine.{part}."):
            loaded = importlib.import_module(module.name)
            if part == "stdlib" and loaded.__file__ is not None:
                source_lines(loaded.__file__)
    for module in pkgutil.iter_modules(encodings.__path__, "encodings."):
        if module.name.rpartition(".")[2] not in _FOREIGN_CODECS:
            importlib.import_module(module.name)
    zones.preload()
    parse.SCANNER.prepare()
    iconv_converters.preload()
    for php_class in library.classes.values():
        prepare(php_class)
