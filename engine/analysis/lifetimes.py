"""Which scripts may see when an object dies."""

from __future__ import annotations

import re
from functools import lru_cache

# Destructors, object numbers, weak references, and what else tells the living from the dead. What a text does not name
# it cannot use, but through another file's text or by a name put together: those are met when they run.
_NAMES = re.compile(
    "__destruct|weakmap|weakreference|spl_object_|gethash|var_dump|debug_zval|gc_collect|gc_status|memory_get",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def may_see_lifetimes(source: str) -> bool:
    """Whether the text names anything by which a script sees lifetimes."""
    return _NAMES.search(source) is not None
