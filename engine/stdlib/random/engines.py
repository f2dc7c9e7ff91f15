r"""Random number engines: the generators behind `mt_rand` and Random\\Engine, and what a Randomizer draws from them.

Plain Python classes, exact to the bit for a given seed; the PHP classes wrap them. An engine's `generate` returns the
next number and `size` says of how many bytes it is.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Callable, List, Optional, Set, Tuple

from engine.runtime import entropy
from engine.runtime.exceptions import throw_error

if TYPE_CHECKING:
    from engine.runtime.arrays import PhpArray
    from engine.runtime.values import PhpString, Value

MODE_STANDARD = 0
MODE_LEGACY = 1
# The largest result of mt_rand().
RANDOM_MAX = 2147483647

_BITS_32 = 0xFFFFFFFF
_BITS_64 = 0xFFFFFFFFFFFFFFFF
_BITS_128 = (1 << 128) - 1
_ATTEMPTS = 50
_TWISTER_SIZE = 624
_TWISTER_SHIFT = 397


class Engine:
    """A source of uniformly distributed numbers of `size` bytes."""

    __slots__ = ()
    size = 8

    def generate(self) -> int:
        """The next number."""
        raise NotImplementedError

    def generate_bytes(self) -> PhpString:
        """The next number, lowest byte first."""
        return self.generate().to_bytes(self.size, "little").decode("latin-1")

    def range(self, low: int, high: int) -> int:
        """A number from `low` to `high`, both included, each as likely."""
        span = high - low
        return low + (self.below_32(span) if span <= _BITS_32 else self.below_64(span))

    def below_32(self, highest: int) -> int:
        """A number from 0 to `highest`, drawn from 32 bits."""
        return self._below(highest, 4, _BITS_32)

    def below_64(self, highest: int) -> int:
        """A number from 0 to `highest`, drawn from 64 bits."""
        return self._below(highest, 8, _BITS_64)

    def _below(self, highest: int, size: int, bits: int) -> int:
        result = self.gather(size) & bits
        if highest == bits:
            return result
        count = highest + 1
        if count & highest == 0:
            return result & highest
        # Above the largest multiple of `count`, a remainder would be more likely than others.
        limit = bits - bits % count - 1
        attempts = 0
        while result > limit:
            attempts += 1
            if attempts > _ATTEMPTS:
                raise throw_error("Random\\BrokenRandomEngineError", _broken_message())
            result = self.gather(size) & bits
        return result % count

    def gather(self, size: int) -> int:
        """As many numbers as make `size` bytes, the first one lowest."""
        result = self.generate()
        total = self.size
        while total < size:
            result |= self.generate() << (total * 8)
            total += self.size
        return result

    def state(self) -> List[Value]:
        """What serialization keeps of the engine."""
        raise NotImplementedError

    def restore(self, data: PhpArray) -> bool:
        """Take over a serialized state; False where it is not one."""
        raise NotImplementedError


class Mt19937(Engine):
    """The Mersenne Twister; in legacy mode with the mistake that PHP 5 made."""

    __slots__ = ("count", "mode", "words")
    size = 4

    def __init__(self, seed: int, mode: int = MODE_STANDARD) -> None:
        self.mode = mode
        self.seed(seed)

    def seed(self, seed: int) -> None:
        """Start anew from the low 32 bits of `seed`."""
        word = seed & _BITS_32
        words = [word]
        for index in range(1, _TWISTER_SIZE):
            word = (1812433253 * (word ^ (word >> 30)) + index) & _BITS_32
            words.append(word)
        self.words = words
        self.count = 0
        self._twist()

    def _twist(self) -> None:
        words = self.words
        is_legacy = self.mode == MODE_LEGACY
        for index in range(_TWISTER_SIZE):
            word = words[index]
            following = words[index + 1 if index < _TWISTER_SIZE - 1 else 0]
            mixed = ((word & 0x80000000) | (following & 0x7FFFFFFF)) >> 1
            far = index + _TWISTER_SHIFT
            mixed ^= words[far if far < _TWISTER_SIZE else far - _TWISTER_SIZE]
            words[index] = mixed ^ 0x9908B0DF if (word if is_legacy else following) & 1 else mixed
        self.count = 0

    def generate(self) -> int:
        """The next 32 bits."""
        if self.count >= _TWISTER_SIZE:
            self._twist()
        word = self.words[self.count]
        self.count += 1
        word ^= word >> 11
        word ^= (word << 7) & 0x9D2C5680
        word ^= (word << 15) & 0xEFC60000
        return word ^ (word >> 18)

    def range(self, low: int, high: int) -> int:
        """As any engine's; the usual case of under 32 bits without detours."""
        highest = high - low
        if highest >= _BITS_32:
            return Engine.range(self, low, high)
        result = self.generate()
        count = highest + 1
        if count & highest == 0:
            return low + (result & highest)
        limit = _BITS_32 - _BITS_32 % count - 1
        attempts = 0
        while result > limit:
            attempts += 1
            if attempts > _ATTEMPTS:
                raise throw_error("Random\\BrokenRandomEngineError", _broken_message())
            result = self.generate()
        return low + result % count

    def scaled_range(self, low: int, high: int) -> int:
        """What `mt_rand` and `getInt` return: in legacy mode a 31-bit number scaled up, as PHP 5 did."""
        if self.mode == MODE_STANDARD:
            return self.range(low, high)
        offset = int((float(high) - low + 1.0) * ((self.generate() >> 1) / (RANDOM_MAX + 1.0)))
        result = (low + offset) & _BITS_64
        return result - (1 << 64) if result >> 63 else result

    def state(self) -> List[Value]:
        """The words in hexadecimal, the position, the mode."""
        return [_to_hexadecimal(word, 4) for word in self.words] + [self.count, self.mode]

    def restore(self, data: PhpArray) -> bool:
        """Take over a serialized state."""
        if len(data) != _TWISTER_SIZE + 2:
            return False
        words = _words_of(data, _TWISTER_SIZE, 4)
        count = data.get(_TWISTER_SIZE)
        mode = data.get(_TWISTER_SIZE + 1)
        if words is None or type(count) is not int or type(mode) is not int:
            return False
        if not 0 <= count <= _TWISTER_SIZE or mode not in (MODE_STANDARD, MODE_LEGACY):
            return False
        self.words = words
        self.count = count
        self.mode = mode
        return True


class PcgOneseq128XslRr64(Engine):
    """A permuted congruential generator of 128 bits of state."""

    __slots__ = ("number",)
    _MULTIPLIER = 2549297995355413924 << 64 | 4865540595714422341
    _INCREMENT = 6364136223846793005 << 64 | 1442695040888963407

    def __init__(self, seed: int) -> None:
        self.number = 0
        self._step()
        self.number = (self.number + seed) & _BITS_128
        self._step()

    def _step(self) -> None:
        self.number = (self.number * self._MULTIPLIER + self._INCREMENT) & _BITS_128

    def generate(self) -> int:
        """The next 64 bits."""
        self._step()
        high = self.number >> 64
        value = high ^ (self.number & _BITS_64)
        rotation = high >> 58
        return ((value >> rotation) | (value << (-rotation & 63))) & _BITS_64

    def jump(self, advance: int) -> None:
        """Skip `advance` numbers."""
        multiplier = self._MULTIPLIER
        increment = self._INCREMENT
        total_multiplier = 1
        total_increment = 0
        while advance > 0:
            if advance & 1:
                total_multiplier = total_multiplier * multiplier & _BITS_128
                total_increment = (total_increment * multiplier + increment) & _BITS_128
            increment = (multiplier + 1) * increment & _BITS_128
            multiplier = multiplier * multiplier & _BITS_128
            advance >>= 1
        self.number = (total_multiplier * self.number + total_increment) & _BITS_128

    def state(self) -> List[Value]:
        """The two halves in hexadecimal, the higher one first."""
        return [_to_hexadecimal(self.number >> 64, 8), _to_hexadecimal(self.number & _BITS_64, 8)]

    def restore(self, data: PhpArray) -> bool:
        """Take over a serialized state."""
        words = _words_of(data, 2, 8) if len(data) == 2 else None
        if words is None:
            return False
        self.number = words[0] << 64 | words[1]
        return True


class Xoshiro256StarStar(Engine):
    """The xoshiro generator of 256 bits of state."""

    __slots__ = ("words",)
    _JUMP = (0x180EC6D33CFD0ABA, 0xD5A61266F0C9392C, 0xA9582618E03FC9AA, 0x39ABDC4529B1661C)
    _LONG_JUMP = (0x76E15D3EFEFDCBBF, 0xC5004E441C522FB3, 0x77710069854EE241, 0x39109BB02ACBE635)

    def __init__(self, words: List[int]) -> None:
        self.words = words

    @staticmethod
    def from_int(seed: int) -> Xoshiro256StarStar:
        """An engine whose state is spread out from a 64-bit seed by splitmix64."""
        words = []
        seed &= _BITS_64
        for _ in range(4):
            seed = (seed + 0x9E3779B97F4A7C15) & _BITS_64
            word = (seed ^ (seed >> 30)) * 0xBF58476D1CE4E5B9 & _BITS_64
            word = (word ^ (word >> 27)) * 0x94D049BB133111EB & _BITS_64
            words.append(word ^ (word >> 31))
        return Xoshiro256StarStar(words)

    def generate(self) -> int:
        """The next 64 bits."""
        a, b, c, d = self.words
        result = _rotate(b * 5 & _BITS_64, 7) * 9 & _BITS_64
        shifted = b << 17 & _BITS_64
        c ^= a
        d ^= b
        self.words = [a ^ d, b ^ c, c ^ shifted, _rotate(d, 45)]
        return result

    def jump(self, *, is_long: bool = False) -> None:
        """Skip 2**128 numbers; a long jump 2**192."""
        result = [0, 0, 0, 0]
        for word in self._LONG_JUMP if is_long else self._JUMP:
            for bit in range(64):
                if word >> bit & 1:
                    result = [old ^ new for old, new in zip(result, self.words)]
                self.generate()
        self.words = result

    def state(self) -> List[Value]:
        """The words in hexadecimal."""
        return [_to_hexadecimal(word, 8) for word in self.words]

    def restore(self, data: PhpArray) -> bool:
        """Take over a serialized state."""
        words = _words_of(data, 4, 8) if len(data) == 4 else None
        if words is None or not any(words):
            return False
        self.words = words
        return True


class Secure(Engine):
    """The operating system's generator."""

    __slots__ = ()

    def generate(self) -> int:
        """The next 64 bits."""
        return int.from_bytes(entropy.random_bytes(8), "little")


class UserEngine(Engine):
    """An engine written in PHP: `method` returns its bytes."""

    __slots__ = ("method", "size")

    def __init__(self, method: Callable[[], PhpString]) -> None:
        self.method = method
        self.size = 8

    def generate(self) -> int:
        """The first 64 bits of what the method returns."""
        data = self.method()[:8]
        if not data:
            raise throw_error("Random\\BrokenRandomEngineError", "A random engine must return a non-empty string")
        self.size = len(data)
        return int.from_bytes(data.encode("latin-1"), "little")


# ---------------------------------------------------------------- drawing


def random_bytes_from(engine: Engine, length: int) -> PhpString:
    """`length` bytes."""
    parts = []
    total = 0
    while total < length:
        number = engine.generate()
        parts.append(number.to_bytes(engine.size, "little").decode("latin-1"))
        total += engine.size
    return "".join(parts)[:length]


def random_bytes_of(engine: Engine, source: PhpString, length: int) -> PhpString:
    """`length` bytes, each drawn from `source`."""
    last = len(source) - 1
    if last > 0xFF:
        return "".join([source[engine.range(0, last)] for _ in range(length)])
    mask = (1 << last.bit_length()) - 1
    picked: List[str] = []
    failures = 0
    while len(picked) < length:
        number = engine.generate()
        for _ in range(engine.size):
            offset = number & mask
            number >>= 8
            if offset > last:
                failures += 1
                if failures > _ATTEMPTS:
                    raise throw_error("Random\\BrokenRandomEngineError", _broken_message())
                continue
            failures = 0
            picked.append(source[offset])
            if len(picked) >= length:
                break
    return "".join(picked)


def shuffle_list(engine: Engine, values: List[Any]) -> None:
    """Shuffle `values` in place."""
    for last in range(len(values) - 1, 0, -1):
        index = engine.range(0, last)
        values[last], values[index] = values[index], values[last]


def shuffle_bytes(engine: Engine, text: PhpString) -> PhpString:
    """The bytes of `text` in random order."""
    characters = list(text)
    shuffle_list(engine, characters)
    return "".join(characters)


def pick_keys(engine: Engine, array: PhpArray, count: int) -> List[Any]:
    """`count` keys of `array`, which has as many, in its order."""
    keys = array.keys()
    available = len(keys)
    if count == 1:
        return [keys[engine.range(0, available - 1)]]
    # Drawing the ones to leave out is quicker where most are wanted.
    is_negative = count > available >> 1
    wanted = available - count if is_negative else count
    drawn: Set[int] = set()
    failures = 0
    while len(drawn) < wanted:
        index = engine.range(0, available - 1)
        if index in drawn:
            failures += 1
            if failures > _ATTEMPTS:
                raise throw_error("Random\\BrokenRandomEngineError", _broken_message())
        else:
            drawn.add(index)
            failures = 0
    return [key for index, key in enumerate(keys) if (index in drawn) != is_negative]


def next_float(engine: Engine) -> float:
    """A float from 0 up to but not including 1."""
    number = engine.gather(8) & _BITS_64
    return (number >> 11) * (1.0 / (1 << 53))


def float_between(engine: Engine, low: float, high: float, boundary: str) -> float:
    r"""A float between `low` and `high`, by the gamma-section; NAN where the interval is empty.

    `boundary` is the name of a case of Random\\IntervalBoundary.
    """
    if boundary == "ClosedClosed":
        is_empty = high < low
        fewest = 0
    else:
        is_empty = high <= low
        fewest = 2 if boundary == "OpenOpen" else 1
    step = _widest_gap(low, high)
    steps = 0 if is_empty and high < low else _steps_between(low, high, step)
    if is_empty or steps < fewest:
        return math.nan
    from_high = abs(low) <= abs(high)
    if boundary == "ClosedOpen":
        index = 1 + engine.below_64(steps - 1)
        if from_high and index == steps:
            return low
        index -= 0 if from_high else 1
    elif boundary == "ClosedClosed":
        index = engine.below_64(steps)
        if index == steps:
            return low if from_high else high
    elif boundary == "OpenClosed":
        index = engine.below_64(steps - 1)
        if not from_high:
            if index == steps - 1:
                return high
            index += 1
    else:
        index = 1 + engine.below_64(steps - 2)
    coarse = float(index >> 2)
    fine = float(index & 3)
    if from_high:
        return 4.0 * (high * 0.25 - coarse * step) - fine * step
    return 4.0 * (low * 0.25 + coarse * step) + fine * step


# ---------------------------------------------------------------- helpers


def _widest_gap(low: float, high: float) -> float:
    if abs(low) > abs(high):
        return _next_float(low, upward=True) - low
    return high - _next_float(high, upward=False)


def _next_float(value: float, *, upward: bool) -> float:
    """The neighbouring float."""
    if value == 0.0:
        return 5e-324 if upward else -5e-324
    mantissa, exponent = math.frexp(value)
    step = math.ldexp(1.0, max(exponent - 53, -1074))
    is_growing = (value > 0.0) == upward
    if not is_growing and abs(mantissa) == 0.5 and exponent > -1021:
        # Below a power of two floats lie twice as dense.
        step /= 2.0
    return value + step if upward else value - step


def _steps_between(low: float, high: float, step: float) -> int:
    total = high / step - low / step
    from_high = abs(low) <= abs(high)
    excess = -low / step - (total - high / step) if from_high else high / step - (total + low / step)
    ceiling = math.ceil(total)
    return ceiling if total != ceiling else ceiling + (1 if excess > 0.0 else 0)


def _rotate(number: int, count: int) -> int:
    return ((number << count) | (number >> (64 - count))) & _BITS_64


def _to_hexadecimal(number: int, size: int) -> PhpString:
    return number.to_bytes(size, "little").hex()


def _words_of(data: PhpArray, count: int, size: int) -> Optional[List[int]]:
    """The first `count` values of a serialized state as numbers; None where one is malformed."""
    words = []
    for index in range(count):
        text = data.get(index)
        if type(text) is not str or len(text) != 2 * size or not text.isascii():
            return None
        try:
            words.append(int.from_bytes(bytes.fromhex(text), "little"))
        except ValueError:
            return None
    return words


def _broken_message() -> str:
    return f"Failed to generate an acceptable random number in {_ATTEMPTS} attempts"


def seed_words(text: PhpString) -> Tuple[int, ...]:
    """The 64-bit words that a string seed of 16 or 32 bytes spells, lowest byte first."""
    data = text.encode("latin-1")
    return tuple(int.from_bytes(data[index : index + 8], "little") for index in range(0, len(data), 8))
