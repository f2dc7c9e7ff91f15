"""The classes of the Random extension: each holds an engine of `engines` and says what PHP says about it."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Annotated, Any, Optional

from engine.builtin.classes import method, php_class
from engine.builtin.declare import BadArgumentError, Case, CaseDefault
from engine.runtime import entropy
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.conversions import to_string
from engine.runtime.exceptions import throw_error
from engine.runtime.objects import UNINITIALIZED, PhpObject, call_method
from engine.runtime.properties import read_property
from engine.runtime.references import Ref
from engine.stdlib.random import engines
from engine.stdlib.random.engines import MODE_LEGACY, MODE_STANDARD, Engine, seed_words
from engine.stdlib.random.mersenne_twister import MT_RAND_MT19937

if TYPE_CHECKING:
    from engine.runtime.values import PhpString

EXTENSION = "random"

_BITS_64 = 0xFFFFFFFFFFFFFFFF


@php_class("Random\\RandomError", parent="Error")
class RandomError(PhpObject):
    """What goes wrong with random numbers."""


@php_class("Random\\BrokenRandomEngineError", parent="Random\\RandomError")
class BrokenRandomEngineError(PhpObject):
    """An engine is broken: what it returns is not random."""


@php_class("Random\\RandomException", parent="Exception")
class RandomException(PhpObject):
    """A source of random numbers failed."""


@php_class("Random\\Engine", kind="interface")
class RandomEngine(PhpObject):
    """A source of random numbers."""

    @method
    def generate(self) -> PhpString:
        """Generates randomness."""
        raise NotImplementedError


@php_class("Random\\CryptoSafeEngine", kind="interface", interfaces=("Random\\Engine",))
class CryptoSafeEngine(PhpObject):
    """A source of random numbers fit for secrets."""


@php_class(
    "Random\\IntervalBoundary",
    kind="enum",
    final=True,
    cases={"ClosedOpen": None, "ClosedClosed": None, "OpenClosed": None, "OpenOpen": None},
)
class IntervalBoundary(PhpObject):
    """Which ends of an interval belong to it."""


class _NativeEngine(PhpObject):
    """What the engines of PHP itself share."""

    _held: Any = None

    @property
    def _engine(self) -> Any:
        # An object that damaged data made has a state too, though nobody constructed it.
        if self._held is None:
            self._held = self._blank()
        return self._held

    @_engine.setter
    def _engine(self, engine: Any) -> None:
        self._held = engine

    @method
    def generate(self) -> PhpString:
        """Generate random bytes."""
        return self._engine.generate_bytes()  # type: ignore[no-any-return]

    def clone_native(self, made: Any) -> None:
        """A clone goes on from the same state, by itself."""
        made._engine = copy.deepcopy(self._engine)

    def _blank(self) -> Engine:
        """An engine to restore a state into."""
        raise NotImplementedError


class _SerializableEngine(_NativeEngine):
    """An engine whose state can be seen and restored."""

    @method(name="__serialize")
    def serialize(self) -> PhpArray:
        """Serializes the object."""
        return PhpArray([_members(self), PhpArray(self._engine.state())])

    @method(name="__unserialize")
    def unserialize(self, data: PhpArray) -> None:
        """Deserializes the $data parameter into an object."""
        name = self.php_class.name
        members, state = data.get(0), data.get(1)
        if len(data) != 2 or type(members) is not PhpArray or len(members) or type(state) is not PhpArray:
            raise throw_error("Exception", f"Invalid serialization data for {name} object")
        engine = self._blank()
        if not engine.restore(state):
            raise throw_error("Exception", f"Invalid serialization data for {name} object")
        self._engine = engine

    @method(name="__debugInfo")
    def debug_info(self) -> PhpArray:
        """Returns the internal state of the engine."""
        result = _members(self)
        result.set("__states", PhpArray(self._engine.state()))
        return result


@php_class(
    "Random\\Engine\\Mt19937",
    final=True,
    interfaces=("Random\\Engine",),
    dynamic_properties=False,
    last="generate __serialize __unserialize __debugInfo",
)
class Mt19937(_SerializableEngine):
    """The Mersenne Twister."""

    # PHP methods are those in the class's own body.
    generate = _NativeEngine.generate
    serialize = _SerializableEngine.serialize
    unserialize = _SerializableEngine.unserialize
    debug_info = _SerializableEngine.debug_info

    @method(name="__construct")
    def construct(self, seed: int | None = None, mode: int = MT_RAND_MT19937) -> None:
        """Constructs a new Mt19937 engine."""
        if mode == MODE_LEGACY:
            ctx.deprecated("The MT_RAND_PHP variant of Mt19937 is deprecated")
        elif mode != MODE_STANDARD:
            raise BadArgumentError("mode", "must be either MT_RAND_MT19937 or MT_RAND_PHP")
        self._engine = engines.Mt19937(_entropy(8) if seed is None else seed, mode)

    def _blank(self) -> Engine:
        return engines.Mt19937(0)


@php_class(
    "Random\\Engine\\PcgOneseq128XslRr64",
    final=True,
    interfaces=("Random\\Engine",),
    dynamic_properties=False,
    last="generate jump __serialize __unserialize __debugInfo",
)
class PcgOneseq128XslRr64(_SerializableEngine):
    """A permuted congruential generator."""

    # PHP methods are those in the class's own body.
    generate = _NativeEngine.generate
    serialize = _SerializableEngine.serialize
    unserialize = _SerializableEngine.unserialize
    debug_info = _SerializableEngine.debug_info

    @method(name="__construct")
    def construct(self, seed: PhpString | int | None = None) -> None:
        """Constructs a new PCG Oneseq 128 XSL RR 64 engine."""
        if type(seed) is str:
            if len(seed) != 16:
                raise BadArgumentError("seed", "must be a 16 byte (128 bit) string")
            high, low = seed_words(seed)
            number = high << 64 | low
        else:
            number = _entropy(16) if type(seed) is not int else seed & _BITS_64
        self._engine = engines.PcgOneseq128XslRr64(number)

    @method
    def jump(self, advance: int) -> None:
        """Efficiently move the engine ahead multiple steps."""
        if advance < 0:
            raise BadArgumentError("advance", "must be greater than or equal to 0")
        self._engine.jump(advance)

    def _blank(self) -> Engine:
        return engines.PcgOneseq128XslRr64(0)


@php_class(
    "Random\\Engine\\Xoshiro256StarStar",
    final=True,
    interfaces=("Random\\Engine",),
    dynamic_properties=False,
    last="generate jump jumpLong __serialize __unserialize __debugInfo",
)
class Xoshiro256StarStar(_SerializableEngine):
    """A xoshiro generator."""

    # PHP methods are those in the class's own body.
    generate = _NativeEngine.generate
    serialize = _SerializableEngine.serialize
    unserialize = _SerializableEngine.unserialize
    debug_info = _SerializableEngine.debug_info

    @method(name="__construct")
    def construct(self, seed: PhpString | int | None = None) -> None:
        """Constructs a new xoshiro256** engine."""
        if type(seed) is int:
            self._engine = engines.Xoshiro256StarStar.from_int(seed)
            return
        if type(seed) is str:
            if len(seed) != 32:
                raise BadArgumentError("seed", "must be a 32 byte (256 bit) string")
            words = list(seed_words(seed))
            if not any(words):
                raise BadArgumentError("seed", "must not consist entirely of NUL bytes")
        else:
            words = [_entropy(8) for _ in range(3)] + [_entropy(8) | 1]
        self._engine = engines.Xoshiro256StarStar(words)

    @method
    def jump(self) -> None:
        """Efficiently move the engine ahead by 2^128 steps."""
        self._engine.jump()

    @method(name="jumpLong")
    def jump_long(self) -> None:
        """Efficiently move the engine ahead by 2^192 steps."""
        self._engine.jump(is_long=True)

    def _blank(self) -> Engine:
        return engines.Xoshiro256StarStar([0, 0, 0, 1])


@php_class("Random\\Engine\\Secure", final=True, interfaces=("Random\\CryptoSafeEngine",), dynamic_properties=False)
class Secure(_NativeEngine):
    """The operating system's generator."""

    is_uncloneable = True

    @method(effect="volatile")
    def generate(self) -> PhpString:
        """Generate cryptographically secure random bytes."""
        return _secure_engine().generate_bytes()


@php_class(
    "Random\\Randomizer",
    final=True,
    dynamic_properties=False,
    properties=(("engine", "public", None, "Random\\Engine", ("uninitialized", "is_readonly")),),
)
class Randomizer(PhpObject):
    """What is drawn from an engine."""

    is_uncloneable = True

    _source: Optional[Engine] = None

    @method(name="__construct")
    def construct(self, engine: Annotated[PhpObject, "Random\\Engine"] | None = None) -> None:
        """Constructs a new Randomizer."""
        if "p_engine" in self.__dict__:
            raise throw_error("Error", "Cannot modify readonly property Random\\Randomizer::$engine")
        if engine is None:
            from engine.runtime.classes import instantiate, require_class

            engine = instantiate(require_class("Random\\Engine\\Secure"))
        self._use(engine)

    @method(name="nextInt")
    def next_int(self) -> int:
        """Get a positive integer."""
        return self._drawn().generate() >> 1

    @method(name="nextFloat")
    def next_float(self) -> float:
        """Get a float from the right-open interval [0.0, 1.0)."""
        return engines.next_float(self._drawn())

    @method(name="getFloat")
    def get_float(
        self,
        min: float,
        max: float,
        boundary: Annotated[PhpObject, "Random\\IntervalBoundary"] = Case["Random\\IntervalBoundary::ClosedOpen"],
    ) -> float:
        """Get a uniformly selected float."""
        if min - min != 0.0:
            raise BadArgumentError("min", "must be finite")
        if max - max != 0.0:
            raise BadArgumentError("max", "must be finite")
        name = "ClosedOpen" if isinstance(boundary, CaseDefault) else read_property(boundary, "name")
        if name == "ClosedClosed":
            if max < min:
                raise BadArgumentError("max", "must be greater than or equal to argument #1 ($min)")
        elif max <= min:
            raise BadArgumentError("max", "must be greater than argument #1 ($min)")
        result = engines.float_between(self._drawn(), min, max, name)
        if result - result != 0.0:
            problem = "there are no floats between argument #1 ($min) and argument #2 ($max)"
            raise throw_error("ValueError", f"The given interval is empty, {problem}.")
        return result

    @method(name="getInt")
    def get_int(self, min: int, max: int) -> int:
        """Get a uniformly selected integer."""
        if max < min:
            raise BadArgumentError("max", "must be greater than or equal to argument #1 ($min)")
        source = self._drawn()
        if type(source) is engines.Mt19937:
            return source.scaled_range(min, max)
        return source.range(min, max)

    @method(name="getBytes")
    def get_bytes(self, length: int) -> PhpString:
        """Get random bytes."""
        if length < 1:
            raise BadArgumentError("length", "must be greater than 0")
        ctx.charge(length)
        return engines.random_bytes_from(self._drawn(), length)

    @method(name="getBytesFromString")
    def get_bytes_from_string(self, string: PhpString, length: int) -> PhpString:
        """Get random bytes from a source string."""
        if not string:
            raise BadArgumentError("string", "must not be empty")
        if length < 1:
            raise BadArgumentError("length", "must be greater than 0")
        ctx.charge(length)
        return engines.random_bytes_of(self._drawn(), string, length)

    @method(name="shuffleArray")
    def shuffle_array(self, array: PhpArray) -> PhpArray:
        """Get a permutation of an array."""
        values = array.copied_values()
        engines.shuffle_list(self._drawn(), values)
        return PhpArray.of_items(list(enumerate(values)))

    @method(name="shuffleBytes")
    def shuffle_bytes(self, bytes: PhpString) -> PhpString:
        """Get a byte-wise permutation of a string."""
        return engines.shuffle_bytes(self._drawn(), bytes) if len(bytes) > 1 else bytes

    @method(name="pickArrayKeys")
    def pick_array_keys(self, array: PhpArray, num: int) -> PhpArray:
        """Select random array keys."""
        if not len(array):
            raise BadArgumentError("array", "must not be empty")
        if not 1 <= num <= len(array):
            raise BadArgumentError("num", "must be between 1 and the number of elements in argument #1 ($array)")
        return PhpArray(engines.pick_keys(self._drawn(), array, num))

    @method(name="__serialize")
    def serialize(self) -> PhpArray:
        """Serializes the Randomizer."""
        return PhpArray([_members(self)])

    @method(name="__unserialize")
    def unserialize(self, data: PhpArray) -> None:
        """Deserializes the $data parameter into a Randomizer."""
        members = data.get(0)
        engine = members.get("engine") if type(members) is PhpArray and len(members) == 1 else None
        is_engine = isinstance(engine, PhpObject) and "random\\engine" in engine.php_class.ancestors
        if len(data) != 1 or not is_engine or "p_engine" in self.__dict__:
            raise throw_error("Exception", "Invalid serialization data for Random\\Randomizer object")
        self._use(engine)

    def _use(self, engine: Any) -> None:
        """Draw from `engine`, an object of ours or of the script's."""
        self.__dict__["p_engine"] = engine
        if isinstance(engine, Secure):
            self._source = None
        elif isinstance(engine, _NativeEngine):
            self._source = engine._engine
        else:
            self._source = engines.UserEngine(lambda: _generated(engine))

    def _drawn(self) -> Engine:
        return _secure_engine() if self._source is None else self._source


CLASSES = (
    RandomError,
    BrokenRandomEngineError,
    RandomException,
    RandomEngine,
    CryptoSafeEngine,
    IntervalBoundary,
    Mt19937,
    PcgOneseq128XslRr64,
    Xoshiro256StarStar,
    Secure,
    Randomizer,
)


# ---------------------------------------------------------------- helpers


def _generated(engine: PhpObject) -> PhpString:
    """What the engine of a script returns, be it by reference."""
    result: Any = call_method(engine, "generate")
    return to_string(result.get() if type(result) is Ref else result)


def _entropy(size: int) -> int:
    ctx.volatile = True
    return int.from_bytes(entropy.random_bytes(size), "little")


def _secure_engine() -> Engine:
    ctx.volatile = True
    return engines.Secure()


def _members(target: PhpObject) -> PhpArray:
    """The properties of an object, as `__serialize` keeps them."""
    result = PhpArray()
    for name, _, _, value in target.property_items():
        if value is not UNINITIALIZED:
            result.set(name, value)
    return result
