"""Streams as sockets: waiting for them, and what is left of functions on sockets where no stream can be one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, List, Literal, Optional

from engine.builtin.declare import BadArgumentError, Resource, Untyped, contextual
from engine.runtime.arrays import PhpArray, share_value
from engine.runtime.context import ctx
from engine.runtime.conversions import is_resource, to_bool
from engine.runtime.exceptions import throw_error
from engine.runtime.frames import current_builtin_name
from engine.runtime.streams import Stream
from engine.runtime.user_streams import UserStream, call_wrapper

if TYPE_CHECKING:
    from engine.runtime.references import Ref
    from engine.runtime.values import PhpString

EXTENSION = "standard"

# What stream_cast() is told that the stream is wanted for.
_AS_DESCRIPTOR = 3
_SHUT_READ_AND_WRITE = 2


@contextual
def stream_select(
    read: Ref[PhpArray | None],
    write: Ref[PhpArray | None],
    except_: Ref[PhpArray | None],
    seconds: int | None,
    microseconds: int | None = None,
) -> int | Literal[False]:
    """Runs the equivalent of the select() system call: what a script can wait for is always ready."""
    waiting = [reference.get() for reference in (read, write, except_)]
    if not sum([_count_selectable(streams) for streams in waiting]):
        raise throw_error("ValueError", "No stream arrays were passed")
    if seconds is None and microseconds:
        raise BadArgumentError("microseconds", "must be null when argument #4 ($seconds) is null")
    for name, number in (("seconds", seconds), ("microseconds", microseconds)):
        if number is not None and number < 0:
            raise BadArgumentError(name, "must be greater than or equal to 0")
    ready = [None if streams is None else _selectable(streams) for streams in waiting]
    if ready[2] is not None:
        ready[2] = PhpArray()
    for reference, streams in zip((read, write, except_), ready):
        reference.set(streams)
    return sum([len(streams) for streams in ready if streams is not None])


@contextual
def stream_socket_accept(socket: Resource, timeout: float | None = None, peer_name: Ref | None = None) -> Untyped:
    """Accept a connection on a socket created by stream_socket_server."""
    _require_stream(socket)
    ctx.function_warning("Accept failed: Unknown error")
    return False


@contextual
def stream_socket_get_name(socket: Resource, remote: bool) -> PhpString | Literal[False]:
    """Retrieve the name of the local or remote sockets."""
    _require_stream(socket)
    return False


@contextual
def stream_socket_sendto(
    socket: Resource, data: PhpString, flags: int = 0, address: PhpString = ""
) -> int | Literal[False]:
    """Sends a message to a socket, whether it is connected or not."""
    _require_stream(socket)
    if address:
        ctx.function_warning(f"Failed to parse `{address}' into a valid network address")
        return False
    return -1


@contextual
def stream_socket_recvfrom(
    socket: Resource, length: int, flags: int = 0, address: Ref | None = None
) -> PhpString | Literal[False]:
    """Receives data from a socket, connected or not."""
    _require_stream(socket)
    if address is not None:
        address.set(None)
    if length <= 0:
        raise BadArgumentError("length", "must be greater than 0")
    return False


@contextual
def stream_socket_enable_crypto(
    stream: Resource, enable: bool, crypto_method: int | None = None, session_stream: Resource | None = None
) -> int | bool:
    """Turns encryption on or off on an already connected socket."""
    _require_stream(stream)
    if enable and crypto_method is None:
        raise BadArgumentError("crypto_method", "must be specified when enabling encryption")
    ctx.function_warning("This stream does not support SSL/crypto")
    return not enable


@contextual
def stream_socket_shutdown(stream: Resource, mode: int) -> bool:
    """Shutdown a full-duplex connection."""
    if not 0 <= mode <= _SHUT_READ_AND_WRITE:
        raise BadArgumentError("mode", "must be one of STREAM_SHUT_RD, STREAM_SHUT_WR, or STREAM_SHUT_RDWR")
    _require_stream(stream)
    return False


# ---------------------------------------------------------------- helpers


def _require_stream(resource: Any) -> Stream:
    if isinstance(resource, Stream) and resource.resource_type:
        return resource
    what = "resource" if is_resource(resource) else "argument"
    problem = f"supplied {what} is not a valid stream resource"
    raise throw_error("TypeError", f"{current_builtin_name()}(): {problem}")


def _count_selectable(streams: Optional[PhpArray]) -> int:
    """How many of the array can be waited for; what is no open stream is passed over for now."""
    if streams is None:
        return 0
    held: List[Any] = [stream for stream in streams.values() if isinstance(stream, Stream) and stream.resource_type]
    return sum([_can_be_selected(stream) for stream in held])


def _selectable(streams: PhpArray) -> PhpArray:
    """Those of the array that can be waited for, under their keys."""
    found = PhpArray()
    for key, stream in streams.items():
        if _can_be_selected(_require_stream(stream)):
            found.set(key, share_value(stream))
    return found


def _can_be_selected(stream: Stream) -> bool:
    """Whether a stream is a descriptor below, with PHP's warning if it is none."""
    can = _is_cast(stream) if isinstance(stream, UserStream) else stream.stream_type not in ("MEMORY", "Output")
    if not can:
        kind = stream.stream_type
        ctx.function_warning(f"Cannot represent a stream of type {kind} as a select()able descriptor")
    return can


def _is_cast(stream: UserStream) -> bool:
    """Whether the script's wrapper has another stream below."""
    name = f"{stream.target.php_class.name}::stream_cast"
    below = call_wrapper(stream.target, "stream_cast", _AS_DESCRIPTOR)
    if below is NotImplemented:
        ctx.function_warning(f"{name} is not implemented!")
        return False
    if not to_bool(below):
        return False
    if not isinstance(below, Stream) or not below.resource_type:
        ctx.function_warning(f"{name} must return a stream resource")
        return False
    if below is stream:
        ctx.function_warning(f"{name} must not return itself")
        return False
    return _can_be_selected(below)
