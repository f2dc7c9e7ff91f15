"""The search for cycles, in processes most of whose objects stay for as long as they do."""

from __future__ import annotations

import gc

# Objects made until cycles are looked for among the young.
_THRESHOLD = 10_000


def settle() -> None:
    """Spare what is there now the search, and make it rare among what comes: scripts and requests leave few cycles."""
    # PyPy, whose collector moves what is old out of its own way, has neither.
    if hasattr(gc, "freeze"):
        gc.collect()
        gc.freeze()
        gc.set_threshold(_THRESHOLD, 20, 20)
