"""Stream filters: putting them on streams, and those that a script's class is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated, Any, List, Optional

from engine.builtin.classes import method, php_class
from engine.builtin.declare import BadArgumentError, PhpConst, Resource, Untyped, contextual
from engine.runtime.arrays import PhpArray
from engine.runtime.builtin_filters import NAMES, find_filter, user_filters
from engine.runtime.classes import instantiate, lookup_class, require_class
from engine.runtime.context import ctx
from engine.runtime.conversions import is_resource, to_int, to_string, type_for_error
from engine.runtime.exceptions import throw_error
from engine.runtime.frames import current_builtin_name
from engine.runtime.objects import PhpObject
from engine.runtime.properties import write_any_property
from engine.runtime.references import Ref
from engine.runtime.resources import PhpResource
from engine.runtime.stream_filters import Filter, FilterError, FilterResource, filtered
from engine.runtime.streams import Stream
from engine.runtime.values import MISSING

if TYPE_CHECKING:
    from engine.runtime.values import PhpString, Value

EXTENSION = "standard"

PSFS_PASS_ON: PhpConst[int] = 2
PSFS_FEED_ME: PhpConst[int] = 1
PSFS_ERR_FATAL: PhpConst[int] = 0
PSFS_FLAG_NORMAL: PhpConst[int] = 0
PSFS_FLAG_FLUSH_INC: PhpConst[int] = 1
PSFS_FLAG_FLUSH_CLOSE: PhpConst[int] = 2

_READ, _WRITE = 1, 2


@php_class(
    "php_user_filter",
    dynamic_properties=False,
    properties=(
        ("filtername", "public", "", "string"),
        ("params", "public", "", "mixed"),
        ("stream", "public", None),
    ),
)
class UserFilterClass(PhpObject):
    """What a script derives its filters from."""

    @method
    def filter(self, in_: Untyped, out: Untyped, consumed: Ref, closing: bool) -> int:
        """Called when applying the filter."""
        for name, bucket in (("in", in_), ("out", out)):
            if not is_resource(bucket):
                raise BadArgumentError(name, f"must be of type resource, {type_for_error(bucket)} given", "TypeError")
        return PSFS_ERR_FATAL

    @method(name="onCreate")
    def on_create(self) -> bool:
        """Called when creating the filter."""
        return True

    @method(name="onClose")
    def on_close(self) -> None:
        """Called when closing the filter."""


@php_class(
    "StreamBucket",
    final=True,
    dynamic_properties=True,
    properties=(
        ("bucket", "public", None),
        ("data", "public", None, "string", ("uninitialized",)),
        ("datalen", "public", None, "int", ("uninitialized",)),
        ("dataLength", "public", None, "int", ("uninitialized",)),
    ),
)
class StreamBucket(PhpObject):
    """A piece of what goes through a filter."""


CLASSES = (UserFilterClass, StreamBucket)


class _Brigade(PhpResource):
    """The buckets before a filter, or behind it."""

    def __init__(self, pieces: List[str]) -> None:
        super().__init__("userfilter.bucket brigade")
        self.pieces = pieces


class _UserFilter(Filter):
    """A filter that an object of a script is."""

    def __init__(self, name: str, target: Any) -> None:
        super().__init__(name)
        self.target = target

    def feed(self, text: str, stream: Stream, *, is_closing: bool) -> str:
        """Hand the object a brigade with what there is, and take what it put into the other."""
        before, behind = _Brigade([text] if text else []), _Brigade([])
        self._set("stream", stream)
        try:
            answer = self._call("filter", before, behind, Ref(0), is_closing)
        finally:
            self._set("stream", None)
            before.close_resource()
            behind.close_resource()
        left = before.pieces
        result = to_int(answer)
        if left and result != PSFS_ERR_FATAL:
            ctx.function_warning("Unprocessed filter buckets remaining on input brigade")
        if result == PSFS_PASS_ON:
            return "".join(behind.pieces)
        if result == PSFS_FEED_ME:
            return ""
        raise FilterError

    def close(self) -> None:
        """Tell the object."""
        self._call("onclose")

    def begin(self, parameters: Any) -> bool:
        """Tell the object what it is; False where it refuses."""
        self._set("filtername", self.name)
        self._set("params", None if parameters is MISSING else parameters)
        return self._call("oncreate") is not False

    def _set(self, name: str, value: Any) -> None:
        """Write a property that the class has, as its type allows."""
        owner = self.target.php_class
        if name in owner.properties:
            write_any_property(self.target, name, value, owner)

    def _call(self, name: str, *arguments: Any) -> Any:
        found = self.target.php_class.methods.get(name)
        return None if found is None else found.function(self.target, *arguments)


@contextual
def stream_get_filters() -> PhpArray:
    """Retrieve list of registered filters."""
    return PhpArray([*NAMES, *user_filters()])


@contextual
def stream_filter_register(filter_name: PhpString, class_: PhpString) -> bool:
    """Register a user defined stream filter."""
    if not filter_name:
        raise BadArgumentError("filter_name", "must be a non-empty string")
    if not class_:
        raise BadArgumentError("class", "must be a non-empty string")
    if filter_name in user_filters() or filter_name in NAMES:
        return False
    user_filters()[filter_name] = partial(_user_filter, class_)
    return True


@contextual
def stream_filter_append(stream: Resource, filter_name: PhpString, mode: int = 0, params: Value = MISSING) -> Untyped:
    """Attach a filter to a stream."""
    return _attach(stream, filter_name, mode, params, is_first=False)


@contextual
def stream_filter_prepend(stream: Resource, filter_name: PhpString, mode: int = 0, params: Value = MISSING) -> Untyped:
    """Attach a filter to a stream."""
    return _attach(stream, filter_name, mode, params, is_first=True)


@contextual
def stream_filter_remove(stream_filter: Resource) -> bool:
    """Remove a filter from a stream."""
    target: Any = stream_filter
    if not isinstance(target, FilterResource) or not target.resource_type:
        problem = "stream_filter_remove(): supplied resource is not a valid stream filter resource"
        raise throw_error("TypeError", problem)
    filtered(target.stream).remove(target)
    return True


@contextual
def stream_bucket_make_writeable(brigade: Resource) -> Annotated[PhpObject, "StreamBucket"] | None:
    """Returns a bucket object from the brigade to operate on."""
    pieces = _pieces(brigade)
    return _bucket(pieces.pop(0)) if pieces else None


@contextual
def stream_bucket_append(brigade: Resource, bucket: Annotated[PhpObject, "StreamBucket"]) -> None:
    """Append bucket to brigade."""
    _pieces(brigade).append(to_string(bucket.__dict__.get("p_data", "")))


@contextual
def stream_bucket_prepend(brigade: Resource, bucket: Annotated[PhpObject, "StreamBucket"]) -> None:
    """Prepend bucket to brigade."""
    _pieces(brigade).insert(0, to_string(bucket.__dict__.get("p_data", "")))


@contextual
def stream_bucket_new(stream: Untyped, buffer: PhpString) -> Annotated[PhpObject, "StreamBucket"]:
    """Create a new bucket for use on the current stream."""
    if not isinstance(stream, Stream) or not stream.resource_type:
        what = "resource" if is_resource(stream) else "argument"
        problem = f"supplied {what} is not a valid stream resource"
        raise throw_error("TypeError", f"{current_builtin_name()}(): {problem}")
    return _bucket(buffer)


def _pieces(brigade: Any) -> List[str]:
    """The texts of a brigade; throws PHP's TypeError for another resource."""
    if isinstance(brigade, _Brigade):
        return brigade.pieces
    problem = "supplied resource is not a valid userfilter.bucket brigade resource"
    raise throw_error("TypeError", f"{current_builtin_name()}(): {problem}")


def _bucket(text: str) -> PhpObject:
    made: PhpObject = instantiate(require_class("StreamBucket"))
    held = PhpResource("userfilter.bucket")
    made.__dict__.update(p_bucket=held, p_data=text, p_datalen=len(text), p_dataLength=len(text))
    return made


def _attach(stream: Any, name: str, mode: int, parameters: Any, *, is_first: bool) -> Any:
    if not isinstance(stream, Stream) or not stream.resource_type:
        problem = "supplied resource is not a valid stream resource"
        raise throw_error("TypeError", f"{current_builtin_name()}(): {problem}")
    if not mode & (_READ | _WRITE):
        mode = (_READ if stream.is_readable else 0) | (_WRITE if stream.is_writable else 0)
    made: Any = False
    for bit in (_READ, _WRITE):
        if not mode & bit:
            continue
        held = find_filter(name, parameters)
        if held is None:
            return False
        io = filtered(stream)
        chain = io.read_chain if bit == _READ else io.write_chain
        chain.insert(0 if is_first else len(chain), held)
        made = FilterResource(held, stream, chain)
    return made


def _user_filter(owner_name: str, name: str, parameters: Any) -> Optional[Filter]:
    """A filter of a script's class, or None where that is missing or refuses."""
    owner = lookup_class(owner_name)
    if owner is None:
        ctx.function_warning(f'User-filter "{name}" requires class "{owner_name}", but that class is not defined')
        return None
    made = _UserFilter(name, instantiate(owner))
    return made if made.begin(parameters) else None
