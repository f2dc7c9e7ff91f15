"""Message digests of files and streams."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from engine.builtin.declare import BadArgumentError, contextual
from engine.runtime.arrays import PhpArray
from engine.runtime.context import E_NOTICE, ctx
from engine.runtime.exceptions import throw_error
from engine.runtime.stream_contexts import context_or_default
from engine.runtime.streams import OpenError, Stream, open_stream
from engine.runtime.values import MISSING
from engine.stdlib.hash.algorithms import find_algorithm
from engine.stdlib.hash.digests import Hmac, given_options, shown_digest

if TYPE_CHECKING:
    from engine.builtin.declare import Resource
    from engine.runtime.values import PhpString
    from engine.stdlib.hash.blocks import HashState
    from engine.stdlib.hash.contexts import HashContext

EXTENSION = "hash"

_NO_NULL_BYTES = "must not contain any null bytes"


@contextual(shown={"options": PhpArray()})
def hash_file(
    algo: PhpString,
    filename: PhpString,
    binary: bool = False,
    options: PhpArray = MISSING,
) -> PhpString | Literal[False]:
    """Generate a hash value using the contents of a given file."""
    algorithm = find_algorithm(algo)
    if algorithm is None:
        raise BadArgumentError("algo", "must be a valid hashing algorithm")
    if "\0" in filename:
        # PHP blames the first argument.
        raise BadArgumentError("algo", _NO_NULL_BYTES)
    return digest_of_file("hash_file", filename, algorithm.begin(given_options(options)), binary=binary)


@contextual(sensitive=("key",))
def hash_hmac_file(
    algo: PhpString, filename: PhpString, key: PhpString, binary: bool = False
) -> PhpString | Literal[False]:
    """Generate a keyed hash value using the HMAC method and the contents of a given file."""
    algorithm = find_algorithm(algo)
    if algorithm is None or not algorithm.is_cryptographic:
        raise BadArgumentError("algo", "must be a valid cryptographic hashing algorithm")
    if "\0" in filename:
        raise BadArgumentError("filename", _NO_NULL_BYTES)
    return digest_of_file("hash_hmac_file", filename, Hmac(algorithm, key.encode("latin-1")), binary=binary)


@contextual
def hash_update_file(
    context: Annotated[HashContext, "HashContext"],
    filename: PhpString,
    stream_context: Resource | None = None,
) -> bool:
    """Pump data into an active hashing context from a file."""
    state = context.pending()
    if "\0" in filename:
        raise BadArgumentError("filename", _NO_NULL_BYTES)
    given: Any = stream_context
    context_or_default(given)
    return _feed("hash_update_file", filename, state)


@contextual
def hash_update_stream(context: Annotated[HashContext, "HashContext"], stream: Resource, length: int = -1) -> int:
    """Pump data into an active hashing context from an open stream."""
    state = context.pending()
    source: Any = stream
    if not (isinstance(source, Stream) and source.resource_type):
        raise throw_error("TypeError", "hash_update_stream(): supplied resource is not a valid stream resource")
    size = source.available() if length < 0 else length
    text = source.read(size)
    state.update(text.encode("latin-1"))
    return len(text)


def digest_of_file(function: str, filename: str, state: HashState, *, binary: bool) -> str | Literal[False]:
    """The digest of a file's contents; False, after PHP's warning, if it cannot be read."""
    return shown_digest(state.digest(), binary=binary) if _feed(function, filename, state) else False


def _feed(function: str, filename: str, state: HashState) -> bool:
    if not filename:
        raise throw_error("ValueError", "Path must not be empty")
    try:
        stream = open_stream(filename, "rb")
    except OpenError as error:
        if error.reason is not None:
            ctx.warning(f"{function}({filename}): Failed to open stream: {error.reason}")
        return False
    if stream.node is not None and stream.node.is_folder:
        ctx.function_warning("Read of 8192 bytes failed with errno=21 Is a directory", E_NOTICE)
        stream.close()
        # PHP's md5_file alone does not look at whether reading failed.
        return function == "md5_file"
    if stream.can_read():
        state.update(stream.read(stream.available()).encode("latin-1"))
    stream.close()
    return True
