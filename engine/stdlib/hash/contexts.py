"""Message digests made step by step: HashContext and the functions that feed one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, List, Literal, Optional, Tuple

from engine.builtin.classes import method, php_class
from engine.builtin.declare import BadArgumentError, contextual
from engine.runtime.arrays import PhpArray
from engine.runtime.classes import instantiate, require_class
from engine.runtime.exceptions import throw_error
from engine.runtime.objects import PhpObject
from engine.runtime.values import MISSING, PhpString
from engine.stdlib.hash.algorithms import NO_OPTIONS, find_algorithm
from engine.stdlib.hash.digests import HASH_HMAC, Hmac, begin_hash, shown_digest
from engine.stdlib.hash.layouts import LAYOUTS, NO_STATE, restored, written

if TYPE_CHECKING:
    from engine.stdlib.hash.blocks import HashState

EXTENSION = "hash"


@php_class("HashContext", final=True)
class HashContext(PhpObject):
    """A hash on its way; without a state it is finalized."""

    _algorithm = ""
    _flags = 0
    _state: Optional[HashState] = None

    @method(name="__construct", visibility="private")
    def construct(self) -> None:
        """Refuse to be called: hash_init makes contexts."""
        raise throw_error("Error", "Illegal call to private/final constructor")

    @method(name="__serialize")
    def serialize(self) -> PhpArray:
        """Serialize the context."""
        if isinstance(self._state, Hmac):
            raise throw_error("Exception", "HashContext with HASH_HMAC option cannot be serialized")
        layout = LAYOUTS.get(self._algorithm)
        fields = None if layout is None or self._state is None else written(layout, self._state)
        if layout is None or fields is None:
            raise throw_error("Exception", f'HashContext for algorithm "{self._algorithm}" cannot be serialized')
        return PhpArray([self._algorithm, self._flags, fields, layout.magic, PhpArray()])

    @method(name="__unserialize")
    def unserialize(self, data: PhpArray) -> None:
        """Unserialize the context."""
        if self._state is not None:
            raise throw_error("Exception", "HashContext::__unserialize called on initialized object")
        name, options, fields, magic, members = [data.get(index) for index in range(5)]
        if (
            type(name) is not str or type(magic) is not int or type(options) is not int or not data.has(2)
            or type(members) is not PhpArray
        ):  # fmt: skip
            raise throw_error("Exception", "Incomplete or ill-formed serialization data")
        if options & HASH_HMAC:
            raise throw_error("Exception", "HashContext with HASH_HMAC option cannot be serialized")
        algorithm = find_algorithm(name)
        if algorithm is None:
            raise throw_error("Exception", "Unknown hash algorithm")
        layout = LAYOUTS.get(algorithm.name)
        state = algorithm.begin_context(NO_OPTIONS)
        code = NO_STATE if layout is None else restored(layout, state, magic, fields)
        if code:
            raise throw_error(
                "Exception", f'Incomplete or ill-formed serialization data ("{algorithm.name}" code {code})'
            )
        self.hold(algorithm.name, state, options)

    @method(name="__debugInfo")
    def debug_info(self) -> PhpArray:
        """What var_dump shows."""
        return PhpArray.from_strings({"algo": self._algorithm})

    def hold(self, algorithm: str, state: HashState, flags: int) -> None:
        """Begin with this state."""
        self._algorithm = algorithm
        self._flags = flags
        self._state = state

    def pending(self) -> HashState:
        """The state, or PHP's error once the hash is finalized."""
        if self._state is None:
            raise BadArgumentError("context", "must be a valid, non-finalized HashContext", "TypeError")
        return self._state

    def finish(self) -> bytes:
        """The digest, after which there is no state."""
        digest = self.pending().digest()
        self._state = None
        return digest

    def copied(self) -> Any:
        """A second context in the same state."""
        made = instantiate(require_class("HashContext"))
        made.hold(self._algorithm, self.pending().copy(), self._flags)
        return made

    def clone_native(self, made: Any) -> None:
        """A clone goes its own way."""
        if self._state is None:
            raise throw_error("ValueError", "Cannot clone a finalized HashContext")
        made.hold(self._algorithm, self._state.copy(), self._flags)

    def debug_items(self) -> List[Tuple[str, str, str, Any]]:
        """What print_r and the rest show."""
        return [("algo", "public", "HashContext", self._algorithm)]


@contextual(sensitive=("key",), shown={"options": PhpArray()})
def hash_init(
    algo: PhpString,
    flags: int = 0,
    key: PhpString = "",
    options: PhpArray = MISSING,
) -> Annotated[PhpObject, "HashContext"]:
    """Initialize an incremental hashing context."""
    state = begin_hash(algo, flags, key, options)
    context = instantiate(require_class("HashContext"))
    # Snefru has but one length, and so but one name.
    context.hold("snefru" if algo.lower() == "snefru256" else algo.lower(), state, flags)
    return context


@contextual
def hash_update(context: Annotated[HashContext, "HashContext"], data: PhpString) -> Literal[True]:
    """Pump data into an active hashing context."""
    context.pending().update(data.encode("latin-1"))
    return True


@contextual
def hash_final(context: Annotated[HashContext, "HashContext"], binary: bool = False) -> PhpString:
    """Finalize an incremental hash and return resulting digest."""
    return shown_digest(context.finish(), binary=binary)


@contextual
def hash_copy(context: Annotated[HashContext, "HashContext"]) -> Annotated[PhpObject, "HashContext"]:
    """Copy hashing context."""
    return context.copied()  # type: ignore[no-any-return]


CLASSES = (HashContext,)
