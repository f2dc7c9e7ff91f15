"""Opens the system's C libraries."""

from __future__ import annotations

import os
from typing import Any, Sequence

from engine.foreign.compiled import ffi

# Never closed again: what a library gave is given back to it when Python ends.
_FOR_GOOD = os.RTLD_NOW | os.RTLD_NODELETE


# Any: cffi has no types.
def open_library(names: Sequence[str], functions: Sequence[str] = ()) -> Any:
    """The first of the libraries that is there and has the functions; None where none is."""
    for name in names:
        try:
            library = ffi.dlopen(name, _FOR_GOOD)
            for function in functions:
                # cffi looks functions up as they are first read.
                getattr(library, function)
        except (OSError, AttributeError):
            continue
        return library
    return None
