"""spl_autoload_register and class lookup."""

from __future__ import annotations

from typing import Any, Optional

from engine.runtime.context import ctx


def run_autoloaders(name: str, lowered: str) -> Optional[Any]:
    """Ask the script's autoloaders for a class; None when none of them declares it."""
    if lowered in ctx.autoloading or not _is_class_name(name):
        return None
    ctx.autoloading[lowered] = True
    try:
        # Loaders that others register meanwhile are asked too.
        position = 0
        while position < len(ctx.autoloaders):
            loader = ctx.autoloaders[position]
            loader(name)
            found = ctx.classes.get(lowered)
            if found is not None:
                return found
            if ctx.autoloaders[position : position + 1] == [loader]:
                position += 1
    finally:
        ctx.autoloading.pop(lowered, None)
    return None


def _is_class_name(name: str) -> bool:
    return bool(name) and all(letter.isalnum() or letter in "_\\" or letter >= "\x80" for letter in name)
