"""C libraries of the system that the engine calls: what is called, as declarations of C and as cffi reads them."""

from __future__ import annotations

import os

# How libraries are opened: never closed again, since what they gave is given back to them when Python ends.
FOR_GOOD = os.RTLD_NOW | os.RTLD_NODELETE
