"""Output control: buffers and their handlers. What a buffer does is in engine.runtime.output."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, List, Literal

from engine.builtin.declare import PhpConst, Untyped, contextual
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.functions import find_callable
from engine.runtime.output import DEFAULT_HANDLER_NAME, Buffer
from engine.stdlib.core.function_handling import callable_name

if TYPE_CHECKING:
    from engine.runtime.values import PhpString

EXTENSION = "standard"
OTHER_EXTENSIONS = dict.fromkeys(
    [
        f"PHP_OUTPUT_HANDLER_{name}"
        for name in """START WRITE FLUSH CLEAN FINAL CONT END CLEANABLE FLUSHABLE REMOVABLE
    STDFLAGS STARTED DISABLED PROCESSED""".split()
    ],
    "Core",
)

PHP_OUTPUT_HANDLER_START: PhpConst[int] = 1
PHP_OUTPUT_HANDLER_WRITE: PhpConst[int] = 0
PHP_OUTPUT_HANDLER_FLUSH: PhpConst[int] = 4
PHP_OUTPUT_HANDLER_CLEAN: PhpConst[int] = 2
PHP_OUTPUT_HANDLER_FINAL: PhpConst[int] = 8
PHP_OUTPUT_HANDLER_CONT: PhpConst[int] = 0
PHP_OUTPUT_HANDLER_END: PhpConst[int] = 8
PHP_OUTPUT_HANDLER_CLEANABLE: PhpConst[int] = 16
PHP_OUTPUT_HANDLER_FLUSHABLE: PhpConst[int] = 32
PHP_OUTPUT_HANDLER_REMOVABLE: PhpConst[int] = 64
PHP_OUTPUT_HANDLER_STDFLAGS: PhpConst[int] = 112
PHP_OUTPUT_HANDLER_STARTED: PhpConst[int] = 4096
PHP_OUTPUT_HANDLER_DISABLED: PhpConst[int] = 8192
PHP_OUTPUT_HANDLER_PROCESSED: PhpConst[int] = 16384

_NO_DELETE = "Failed to delete buffer. No buffer to delete"
_NO_DELETE_AND_FLUSH = "Failed to delete and flush buffer. No buffer to delete or flush"


def _notice(message: str) -> None:
    ctx.function_warning(message, 8)


@contextual
def flush() -> None:
    """Flush system output buffer."""


@contextual
def ob_start(callback: Untyped = None, chunk_size: int = 0, flags: int = PHP_OUTPUT_HANDLER_STDFLAGS) -> bool:
    """Turn on output buffering."""
    output = ctx.output
    output.check_lock("ob_start")
    target = None
    name = DEFAULT_HANDLER_NAME
    if callback is not None:
        why: List[str] = []
        target = find_callable(callback, why)
        if target is None:
            ctx.function_warning(why[0] if why else "no array or string given")
            _notice("Failed to create buffer")
            return False
        name = callable_name(callback)
    output.start(target, max(chunk_size, 0), flags, name)
    return True


@contextual
def ob_flush() -> bool:
    """Flush (send) the return value of the active output handler."""
    output = ctx.output
    if not output.buffers:
        _notice("Failed to flush buffer. No buffer to flush")
        return False
    if not output.flush("ob_flush"):
        _notice(f"Failed to flush buffer of {_active()}")
        return False
    return True


@contextual
def ob_clean() -> bool:
    """Clean (erase) the contents of the active output buffer."""
    output = ctx.output
    if not output.buffers:
        _notice(_NO_DELETE)
        return False
    if not output.clean("ob_clean"):
        _notice(f"Failed to delete buffer of {_active()}")
        return False
    return True


@contextual
def ob_end_flush() -> bool:
    """Flush (send) the return value of the active output handler and turn the active output buffer off."""
    if not ctx.output.buffers:
        _notice(_NO_DELETE_AND_FLUSH)
        return False
    return ctx.output.pop("ob_end_flush")


@contextual
def ob_end_clean() -> bool:
    """Clean (erase) the contents of the active output buffer and turn it off."""
    if not ctx.output.buffers:
        _notice(_NO_DELETE)
        return False
    return ctx.output.pop("ob_end_clean", discard=True)


@contextual
def ob_get_flush() -> PhpString | Literal[False]:
    """Flush (send) the return value of the active output handler, return its contents and turn it off."""
    output = ctx.output
    if not output.buffers:
        _notice(_NO_DELETE_AND_FLUSH)
        return False
    text = output.buffers[-1].text()
    if not output.pop("ob_get_flush"):
        _notice(f"Failed to delete buffer of {_active()}")
    return text


@contextual
def ob_get_clean() -> PhpString | Literal[False]:
    """Get the contents of the active output buffer and turn it off."""
    output = ctx.output
    if not output.buffers:
        return False
    text = output.buffers[-1].text()
    if not output.pop("ob_get_clean", discard=True):
        _notice(f"Failed to delete buffer of {_active()}")
    return text


@contextual
def ob_get_contents() -> PhpString | Literal[False]:
    """Return the contents of the output buffer."""
    buffers = ctx.output.buffers
    return buffers[-1].text() if buffers else False


@contextual
def ob_get_level() -> int:
    """Return the nesting level of the output buffering mechanism."""
    return len(ctx.output.buffers)


@contextual
def ob_get_length() -> int | Literal[False]:
    """Return the length of the output buffer."""
    buffers = ctx.output.buffers
    return buffers[-1].size if buffers else False


@contextual
def ob_list_handlers() -> PhpArray:
    """List all output handlers in use."""
    return PhpArray([buffer.name for buffer in ctx.output.buffers])


@contextual
def ob_get_status(full_status: bool = False) -> PhpArray:
    """Get status of output buffers."""
    buffers = ctx.output.buffers
    if full_status:
        return PhpArray([_status(buffer) for buffer in buffers])
    return _status(buffers[-1]) if buffers else PhpArray()


@contextual
def ob_implicit_flush(enable: bool = True) -> None:
    """Turn implicit flush on/off."""
    ctx.output.implicit_flush = enable


@contextual
def output_reset_rewrite_vars() -> bool:
    """Reset URL rewriter values."""
    return True


@contextual
def output_add_rewrite_var(name: PhpString, value: PhpString) -> bool:
    """Add URL rewriter values."""
    ctx.function_warning("URL rewriting is not available")
    return False


# ---------------------------------------------------------------- helpers


def _active() -> str:
    buffer = ctx.output.buffers[-1]
    return f"{buffer.name} ({buffer.level})"


def _status(buffer: Buffer) -> PhpArray:
    row: Any = {
        "name": buffer.name,
        "type": buffer.flags & 0xF,
        "flags": buffer.flags,
        "level": buffer.level,
        "chunk_size": buffer.chunk_size,
        "buffer_size": buffer.allocated,
        "buffer_used": buffer.size,
    }
    return PhpArray.from_strings(row)
