"""Random numbers. What follows a script's own seed repeats exactly; the first unseeded use makes it volatile."""

from __future__ import annotations

from typing import Optional

from engine.builtin.declare import BadArgumentError, PhpConst, contextual, pure, volatile
from engine.runtime import entropy
from engine.runtime.context import ctx
from engine.runtime.exceptions import throw_error
from engine.runtime.values import MISSING, PhpString
from engine.stdlib.random.engines import MODE_LEGACY, MODE_STANDARD, RANDOM_MAX, Mt19937

EXTENSION = "random"
DEPRECATED_CONSTANTS = ("MT_RAND_PHP",)

MT_RAND_MT19937: PhpConst[int] = MODE_STANDARD
MT_RAND_PHP: PhpConst[int] = MODE_LEGACY


class _Generators:
    """The generators of one execution: `twister` behind mt_rand, `congruential` behind lcg_value."""

    __slots__ = ("congruential", "twister")

    def __init__(self) -> None:
        self.twister: Optional[Mt19937] = None
        self.congruential: Optional[tuple[int, int]] = None


@contextual
def mt_srand(seed: int | None = None, mode: int = MT_RAND_MT19937) -> None:
    """Seeds the Mersenne Twister Random Number Generator."""
    _seed(seed, mode)


@contextual
def srand(seed: int | None = None, mode: int = MT_RAND_MT19937) -> None:
    """Seed the random number generator."""
    _seed(seed, mode)


@contextual
def rand(min: int = MISSING, max: int = MISSING) -> int:
    """Generate a random integer."""
    if min is MISSING:
        return default_engine().generate() >> 1
    _require_both("rand", max)
    return default_engine().scaled_range(max, min) if max < min else default_engine().scaled_range(min, max)


@contextual
def mt_rand(min: int = MISSING, max: int = MISSING) -> int:
    """Generate a random value via the Mersenne Twister Random Number Generator."""
    if min is MISSING:
        return default_engine().generate() >> 1
    _require_both("mt_rand", max)
    if max < min:
        raise BadArgumentError("max", "must be greater than or equal to argument #1 ($min)")
    return default_engine().scaled_range(min, max)


@pure
def mt_getrandmax() -> int:
    """Show largest possible random value."""
    return RANDOM_MAX


@pure
def getrandmax() -> int:
    """Show largest possible random value."""
    return RANDOM_MAX


@volatile
def random_bytes(length: int) -> PhpString:
    """Get cryptographically secure random bytes."""
    if length < 1:
        raise BadArgumentError("length", "must be greater than 0")
    ctx.charge(length)
    return entropy.random_bytes(length).decode("latin-1")


@volatile
def random_int(min: int, max: int) -> int:
    """Get a cryptographically secure, uniformly selected integer."""
    if min > max:
        raise BadArgumentError("min", "must be less than or equal to argument #2 ($max)")
    span = max - min + 1
    if span & (span - 1) == 0:
        return min + (int.from_bytes(entropy.random_bytes(8), "little") & (span - 1))
    limit = (1 << 64) - (1 << 64) % span
    number = int.from_bytes(entropy.random_bytes(8), "little")
    while number >= limit:
        number = int.from_bytes(entropy.random_bytes(8), "little")
    return min + number % span


@volatile(deprecated="8.4, use \\Random\\Randomizer::getFloat() instead")
def lcg_value() -> float:
    """Combined linear congruential generator."""
    generators = ctx.state("random", _Generators)
    if generators.congruential is None:
        seed = entropy.random_bytes(8)
        generators.congruential = (_signed(seed[:4]), _signed(seed[4:]))
    first, second = generators.congruential
    first = _modular_product(53668, 40014, 12211, 2147483563, first)
    second = _modular_product(52774, 40692, 3791, 2147483399, second)
    generators.congruential = (first, second)
    difference = first - second
    return (difference + 2147483562 if difference < 1 else difference) * 4.656613e-10


# ---------------------------------------------------------------- helpers


def default_engine() -> Mt19937:
    """The generator that mt_rand, shuffle and the like share, seeded by chance unless the script has done it."""
    generators = ctx.state("random", _Generators)
    engine = generators.twister
    if engine is None:
        ctx.volatile = True
        engine = generators.twister = Mt19937(int.from_bytes(entropy.random_bytes(4), "little"))
    return engine


def _seed(seed: Optional[int], mode: int) -> None:
    if mode == MODE_LEGACY:
        ctx.deprecated("The MT_RAND_PHP variant of Mt19937 is deprecated")
    else:
        mode = MODE_STANDARD
    if seed is None:
        ctx.volatile = True
        seed = int.from_bytes(entropy.random_bytes(4), "little")
    ctx.state("random", _Generators).twister = Mt19937(seed, mode)


def _require_both(function: str, second: int) -> None:
    if second is MISSING:
        raise throw_error("ArgumentCountError", f"{function}() expects exactly 2 arguments, 1 given")


def _signed(data: bytes) -> int:
    return int.from_bytes(data, "little", signed=True)


def _modular_product(a: int, b: int, c: int, m: int, state: int) -> int:
    """`state * b % m` in 32 bits, by Schrage's method."""
    quotient = int(state / a)
    state = b * (state - a * quotient) - c * quotient
    return state + m if state < 0 else state
