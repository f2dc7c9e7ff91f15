"""GMP: random numbers, from a Mersenne Twister seeded as GMP's library does, so that a seed gives the same numbers."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Annotated, Optional

from engine.builtin.declare import BadArgumentError, contextual
from engine.runtime import entropy
from engine.runtime.context import ctx
from engine.stdlib.gmp.integers import charge_bits
from engine.stdlib.gmp.number import integer_of, make

if TYPE_CHECKING:
    from engine.runtime.objects import PhpObject
    from engine.runtime.values import PhpString

EXTENSION = "gmp"

_BITS_MAX = 2147483647
_WORDS = 624
# The library warms a generator up with 2000 numbers; the state it starts from counts as the first 624 of them.
_WARMED_UP = 2000 - _WORDS
_SEED_BITS = 19937
# A seed is raised to this power modulo the second number, so that near seeds give far states.
_SEED_MODULUS = (1 << _SEED_BITS) - 20027
_SEED_POWER = 1074888996
_POWER_MODULUS = (1 << _SEED_BITS) - 20023
# How often a number above the wanted range is thrown away.
_ATTEMPTS = 80


class _Generator:
    """The generator of an execution; made from entropy unless the script seeds it."""

    def __init__(self) -> None:
        self.twister: Optional[random.Random] = None


def _twister(seed: int) -> random.Random:
    """Python's Mersenne Twister in the state that GMP's library makes of a seed."""
    mixed = pow(seed % _SEED_MODULUS + 2, _SEED_POWER, _POWER_MODULUS)
    top = mixed >> (_SEED_BITS - 1) & 1
    mixed &= (1 << (_SEED_BITS - 1)) - 1
    words = [top << 31, *(mixed >> 32 * index & 0xFFFFFFFF for index in range(_WORDS - 1))]
    made = random.Random(0)
    made.setstate((3, (*words, _WORDS), None))
    for _ in range(_WARMED_UP):
        made.getrandbits(32)
    return made


def _generator() -> random.Random:
    state = ctx.state("gmp_random", _Generator)
    if state.twister is None:
        ctx.volatile = True
        state.twister = _twister(int.from_bytes(entropy.random_bytes(16), "big"))
    return state.twister


def _draw(twister: random.Random, bits: int) -> int:
    charge_bits(bits)
    words = [twister.getrandbits(32).to_bytes(4, "little") for _ in range(bits >> 5)]
    number = int.from_bytes(b"".join(words), "little")
    rest = bits & 31
    if rest:
        number |= (twister.getrandbits(32) & ((1 << rest) - 1)) << (bits - rest)
    return number


@contextual
def gmp_random_seed(seed: Annotated[PhpObject, "GMP"] | PhpString | int) -> None:
    """Sets the RNG seed."""
    ctx.state("gmp_random", _Generator).twister = _twister(integer_of("seed", seed))


@contextual
def gmp_random_bits(bits: int) -> Annotated[PhpObject, "GMP"]:
    """Random number."""
    if not 1 <= bits <= _BITS_MAX:
        raise BadArgumentError("bits", f"must be between 1 and {_BITS_MAX}")
    return make(_draw(_generator(), bits))


@contextual
def gmp_random_range(
    min: Annotated[PhpObject, "GMP"] | PhpString | int, max: Annotated[PhpObject, "GMP"] | PhpString | int
) -> Annotated[PhpObject, "GMP"]:
    """Get a uniformly selected integer."""
    low, high = integer_of("min", min), integer_of("max", max)
    if high <= low:
        raise BadArgumentError("min", "must be less than argument #2 ($maximum)")
    count = high - low + 1
    bits = (count - 1).bit_length()
    number = count
    for _ in range(_ATTEMPTS):
        number = _draw(_generator(), bits)
        if number < count:
            return make(low + number)
    return make(low + number - count)
