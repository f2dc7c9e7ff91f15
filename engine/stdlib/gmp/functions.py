"""GMP: arithmetic, roots, primes and bits of whole numbers of any size."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Annotated, Any, Literal, Tuple

from engine.builtin.declare import BadArgumentError, PhpConst, contextual
from engine.runtime.arrays import PhpArray
from engine.runtime.exceptions import throw_error
from engine.stdlib.gmp.integers import (
    charge_bits,
    divide_rounded,
    extended_gcd,
    format_integer,
    is_perfect_power,
    kronecker,
    next_prime,
    primality,
    root_of,
    sign_of,
)
from engine.stdlib.gmp.number import (
    add,
    check_base,
    divide,
    integer_of,
    low_int,
    make,
    modulo,
    multiply,
    power,
    shift_left,
    subtract,
)

if TYPE_CHECKING:
    from engine.runtime.objects import PhpObject
    from engine.runtime.values import PhpString

EXTENSION = "gmp"

GMP_ROUND_ZERO: PhpConst[int] = 0
GMP_ROUND_PLUSINF: PhpConst[int] = 1
GMP_ROUND_MINUSINF: PhpConst[int] = 2
# The library whose behaviour this follows.
GMP_VERSION: PhpConst[str] = "6.3.0"
GMP_MSW_FIRST: PhpConst[int] = 1
GMP_LSW_FIRST: PhpConst[int] = 2
GMP_LITTLE_ENDIAN: PhpConst[int] = 4
GMP_BIG_ENDIAN: PhpConst[int] = 8
GMP_NATIVE_ENDIAN: PhpConst[int] = 16

# Bits are numbered by ints of the machine, counted in words of 64.
_INDEX_MAX = (1 << 31) * 64
_WORD_BITS = 64
_NEGATIVE = "must be greater than or equal to 0"
_BY_ZERO = "Division by zero"


@contextual
def gmp_init(num: PhpString | int, base: int = 0) -> Annotated[PhpObject, "GMP"]:
    """Create GMP number."""
    check_base(base)
    return make(integer_of("num", num, base))


@contextual
def gmp_import(
    data: PhpString, word_size: int = 1, flags: int = GMP_MSW_FIRST | GMP_NATIVE_ENDIAN
) -> Annotated[PhpObject, "GMP"]:
    """Import from a binary string."""
    is_least_first, is_little = _order(flags)
    if word_size < 1:
        raise BadArgumentError("word_size", "must be greater than or equal to 1")
    if len(data) % word_size:
        raise BadArgumentError("data", "must be a multiple of argument #2 ($word_size)")
    return make(int.from_bytes(_arranged(data.encode("latin-1"), word_size, is_least_first, is_little), "big"))


@contextual
def gmp_export(
    num: Annotated[PhpObject, "GMP"] | PhpString | int,
    word_size: int = 1,
    flags: int = GMP_MSW_FIRST | GMP_NATIVE_ENDIAN,
) -> PhpString:
    """Export to a binary string."""
    is_least_first, is_little = _order(flags)
    if word_size < 1:
        raise BadArgumentError("word_size", "must be greater than or equal to 1")
    number = abs(integer_of("num", num))
    words = -(-number.bit_length() // (8 * word_size))
    charge_bits(words * word_size * 8)
    whole = number.to_bytes(words * word_size, "big")
    return _arranged(whole, word_size, is_least_first, is_little).decode("latin-1")


@contextual
def gmp_intval(num: Annotated[PhpObject, "GMP"] | PhpString | int) -> int:
    """Convert GMP number to integer."""
    return low_int(integer_of("num", num))


@contextual
def gmp_strval(num: Annotated[PhpObject, "GMP"] | PhpString | int, base: int = 10) -> PhpString:
    """Convert GMP number to string."""
    if not (2 <= base <= 62 or -36 <= base <= -2):
        raise BadArgumentError("base", "must be between 2 and 62, or -2 and -36")
    text = format_integer(integer_of("num", num), base)
    return text.upper() if base in (-16, -10, -8, -2) else text


@contextual
def gmp_add(
    num1: Annotated[PhpObject, "GMP"] | PhpString | int, num2: Annotated[PhpObject, "GMP"] | PhpString | int
) -> Annotated[PhpObject, "GMP"]:
    """Add numbers."""
    return make(add(integer_of("num1", num1), integer_of("num2", num2)))


@contextual
def gmp_sub(
    num1: Annotated[PhpObject, "GMP"] | PhpString | int, num2: Annotated[PhpObject, "GMP"] | PhpString | int
) -> Annotated[PhpObject, "GMP"]:
    """Subtract numbers."""
    return make(subtract(integer_of("num1", num1), integer_of("num2", num2)))


@contextual
def gmp_mul(
    num1: Annotated[PhpObject, "GMP"] | PhpString | int, num2: Annotated[PhpObject, "GMP"] | PhpString | int
) -> Annotated[PhpObject, "GMP"]:
    """Multiply numbers."""
    return make(multiply(integer_of("num1", num1), integer_of("num2", num2)))


@contextual
def gmp_div_qr(
    num1: Annotated[PhpObject, "GMP"] | PhpString | int,
    num2: Annotated[PhpObject, "GMP"] | PhpString | int,
    rounding_mode: int = GMP_ROUND_ZERO,
) -> PhpArray:
    """Divide numbers and get quotient and remainder."""
    quotient, remainder = _divided(num1, num2, rounding_mode)
    return PhpArray([make(quotient), make(remainder)])


@contextual(aliases=("gmp_div",))
def gmp_div_q(
    num1: Annotated[PhpObject, "GMP"] | PhpString | int,
    num2: Annotated[PhpObject, "GMP"] | PhpString | int,
    rounding_mode: int = GMP_ROUND_ZERO,
) -> Annotated[PhpObject, "GMP"]:
    """Divide numbers."""
    return make(_divided(num1, num2, rounding_mode)[0])


@contextual
def gmp_div_r(
    num1: Annotated[PhpObject, "GMP"] | PhpString | int,
    num2: Annotated[PhpObject, "GMP"] | PhpString | int,
    rounding_mode: int = GMP_ROUND_ZERO,
) -> Annotated[PhpObject, "GMP"]:
    """Remainder of the division of numbers."""
    return make(_divided(num1, num2, rounding_mode)[1])


@contextual
def gmp_mod(
    num1: Annotated[PhpObject, "GMP"] | PhpString | int, num2: Annotated[PhpObject, "GMP"] | PhpString | int
) -> Annotated[PhpObject, "GMP"]:
    """Modulo operation."""
    return make(modulo(integer_of("num1", num1), integer_of("num2", num2)))


@contextual
def gmp_divexact(
    num1: Annotated[PhpObject, "GMP"] | PhpString | int, num2: Annotated[PhpObject, "GMP"] | PhpString | int
) -> Annotated[PhpObject, "GMP"]:
    """Exact division of numbers."""
    return make(divide(integer_of("num1", num1), integer_of("num2", num2)))


@contextual
def gmp_neg(num: Annotated[PhpObject, "GMP"] | PhpString | int) -> Annotated[PhpObject, "GMP"]:
    """Negate number."""
    return make(-integer_of("num", num))


@contextual
def gmp_abs(num: Annotated[PhpObject, "GMP"] | PhpString | int) -> Annotated[PhpObject, "GMP"]:
    """Absolute value."""
    return make(abs(integer_of("num", num)))


@contextual
def gmp_fact(num: Annotated[PhpObject, "GMP"] | PhpString | int) -> Annotated[PhpObject, "GMP"]:
    """Factorial."""
    number = _natural("num", num)
    # Stirling's formula, a little more.
    charge_bits(number * max(1, number.bit_length()))
    return make(math.factorial(number))


@contextual
def gmp_sqrt(num: Annotated[PhpObject, "GMP"] | PhpString | int) -> Annotated[PhpObject, "GMP"]:
    """Calculate square root."""
    return make(math.isqrt(_natural("num", num)))


@contextual
def gmp_sqrtrem(num: Annotated[PhpObject, "GMP"] | PhpString | int) -> PhpArray:
    """Square root with remainder."""
    number = _natural("num", num)
    root = math.isqrt(number)
    return PhpArray([make(root), make(number - root * root)])


@contextual
def gmp_root(num: Annotated[PhpObject, "GMP"] | PhpString | int, nth: int) -> Annotated[PhpObject, "GMP"]:
    """Take the integer part of nth root."""
    number = _radicand(num, nth)
    return make(root_of(number, nth))


@contextual
def gmp_rootrem(num: Annotated[PhpObject, "GMP"] | PhpString | int, nth: int) -> PhpArray:
    """Take the integer part and remainder of nth root."""
    number = _radicand(num, nth)
    root = root_of(number, nth)
    return PhpArray([make(root), make(number - root**nth)])


@contextual
def gmp_pow(num: Annotated[PhpObject, "GMP"] | PhpString | int, exponent: int) -> Annotated[PhpObject, "GMP"]:
    """Raise number into power."""
    if exponent < 0:
        raise BadArgumentError("exponent", _NEGATIVE)
    return make(power(integer_of("num", num), exponent))


@contextual
def gmp_powm(
    num: Annotated[PhpObject, "GMP"] | PhpString | int,
    exponent: Annotated[PhpObject, "GMP"] | PhpString | int,
    modulus: Annotated[PhpObject, "GMP"] | PhpString | int,
) -> Annotated[PhpObject, "GMP"]:
    """Raise number into power with modulo."""
    base, times = integer_of("num", num), integer_of("exponent", exponent)
    if times < 0:
        raise BadArgumentError("exponent", _NEGATIVE)
    divisor = integer_of("modulus", modulus)
    if divisor == 0:
        raise throw_error("DivisionByZeroError", "Modulo by zero")
    return make(pow(base, times, abs(divisor)))


@contextual
def gmp_perfect_square(num: Annotated[PhpObject, "GMP"] | PhpString | int) -> bool:
    """Perfect square check."""
    number = integer_of("num", num)
    return number >= 0 and math.isqrt(number) ** 2 == number


@contextual
def gmp_perfect_power(num: Annotated[PhpObject, "GMP"] | PhpString | int) -> bool:
    """Perfect power check."""
    return is_perfect_power(integer_of("num", num))


@contextual
def gmp_prob_prime(num: Annotated[PhpObject, "GMP"] | PhpString | int, repetitions: int = 10) -> int:
    """Check if number is "probably prime"."""
    return primality(integer_of("num", num))


@contextual
def gmp_gcd(
    num1: Annotated[PhpObject, "GMP"] | PhpString | int, num2: Annotated[PhpObject, "GMP"] | PhpString | int
) -> Annotated[PhpObject, "GMP"]:
    """Calculate GCD."""
    return make(math.gcd(integer_of("num1", num1), integer_of("num2", num2)))


@contextual
def gmp_gcdext(
    num1: Annotated[PhpObject, "GMP"] | PhpString | int, num2: Annotated[PhpObject, "GMP"] | PhpString | int
) -> PhpArray:
    """Calculate GCD and multipliers."""
    found = extended_gcd(integer_of("num1", num1), integer_of("num2", num2))
    return PhpArray.of_items([(name, make(number)) for name, number in zip("gst", found)])


@contextual
def gmp_lcm(
    num1: Annotated[PhpObject, "GMP"] | PhpString | int, num2: Annotated[PhpObject, "GMP"] | PhpString | int
) -> Annotated[PhpObject, "GMP"]:
    """Calculate LCM."""
    a, b = integer_of("num1", num1), integer_of("num2", num2)
    return make(abs(multiply(a // math.gcd(a, b), b)) if a and b else 0)


@contextual
def gmp_invert(
    num1: Annotated[PhpObject, "GMP"] | PhpString | int, num2: Annotated[PhpObject, "GMP"] | PhpString | int
) -> Annotated[PhpObject, "GMP"] | Literal[False]:
    """Inverse by modulo."""
    number, modulus = integer_of("num1", num1), integer_of("num2", num2)
    if modulus == 0:
        raise throw_error("DivisionByZeroError", _BY_ZERO)
    divisor, inverse, _ = extended_gcd(number, modulus)
    return make(inverse % abs(modulus)) if divisor == 1 else False


@contextual
def gmp_jacobi(
    num1: Annotated[PhpObject, "GMP"] | PhpString | int, num2: Annotated[PhpObject, "GMP"] | PhpString | int
) -> int:
    """Jacobi symbol."""
    return kronecker(integer_of("num1", num1), integer_of("num2", num2))


@contextual
def gmp_legendre(
    num1: Annotated[PhpObject, "GMP"] | PhpString | int, num2: Annotated[PhpObject, "GMP"] | PhpString | int
) -> int:
    """Legendre symbol."""
    return kronecker(integer_of("num1", num1), integer_of("num2", num2))


@contextual
def gmp_kronecker(
    num1: Annotated[PhpObject, "GMP"] | PhpString | int, num2: Annotated[PhpObject, "GMP"] | PhpString | int
) -> int:
    """Kronecker symbol."""
    return kronecker(integer_of("num1", num1), integer_of("num2", num2))


@contextual
def gmp_cmp(
    num1: Annotated[PhpObject, "GMP"] | PhpString | int, num2: Annotated[PhpObject, "GMP"] | PhpString | int
) -> int:
    """Compare numbers."""
    first, second = integer_of("num1", num1), integer_of("num2", num2)
    if type(num2) is not int:
        return sign_of(first - second)
    # With an int GMP compares the numbers of words first, and gives back by how many they differ.
    return _words(first) - _words(second) or sign_of(first - second)


def _words(number: int) -> int:
    """How many words of 64 bits GMP stores the number in, negative as it is."""
    return -(-number.bit_length() // _WORD_BITS) * sign_of(number)


@contextual
def gmp_sign(num: Annotated[PhpObject, "GMP"] | PhpString | int) -> int:
    """Sign of number."""
    return sign_of(integer_of("num", num))


@contextual
def gmp_and(
    num1: Annotated[PhpObject, "GMP"] | PhpString | int, num2: Annotated[PhpObject, "GMP"] | PhpString | int
) -> Annotated[PhpObject, "GMP"]:
    """Bitwise AND."""
    return make(integer_of("num1", num1) & integer_of("num2", num2))


@contextual
def gmp_or(
    num1: Annotated[PhpObject, "GMP"] | PhpString | int, num2: Annotated[PhpObject, "GMP"] | PhpString | int
) -> Annotated[PhpObject, "GMP"]:
    """Bitwise OR."""
    return make(integer_of("num1", num1) | integer_of("num2", num2))


@contextual
def gmp_com(num: Annotated[PhpObject, "GMP"] | PhpString | int) -> Annotated[PhpObject, "GMP"]:
    """Calculates one's complement."""
    return make(~integer_of("num", num))


@contextual
def gmp_xor(
    num1: Annotated[PhpObject, "GMP"] | PhpString | int, num2: Annotated[PhpObject, "GMP"] | PhpString | int
) -> Annotated[PhpObject, "GMP"]:
    """Bitwise XOR."""
    return make(integer_of("num1", num1) ^ integer_of("num2", num2))


@contextual
def gmp_setbit(num: Annotated[PhpObject, "GMP"], index: int, value: bool = True) -> None:
    """Set bit."""
    _check_index(index)
    target: Any = num
    bit = shift_left(1, index)
    target._number = target._number | bit if value else target._number & ~bit


@contextual
def gmp_clrbit(num: Annotated[PhpObject, "GMP"], index: int) -> None:
    """Clear bit."""
    _check_index(index)
    target: Any = num
    target._number &= ~shift_left(1, index)


@contextual
def gmp_testbit(num: Annotated[PhpObject, "GMP"] | PhpString | int, index: int) -> bool:
    """Tests if a bit is set."""
    if index < 0:
        raise BadArgumentError("index", _NEGATIVE)
    return bool(integer_of("num", num) >> index & 1)


@contextual
def gmp_scan0(num1: Annotated[PhpObject, "GMP"] | PhpString | int, start: int) -> int:
    """Scan for 0."""
    return _first_bit(~integer_of("num1", num1), start)


@contextual
def gmp_scan1(num1: Annotated[PhpObject, "GMP"] | PhpString | int, start: int) -> int:
    """Scan for 1."""
    return _first_bit(integer_of("num1", num1), start)


@contextual
def gmp_popcount(num: Annotated[PhpObject, "GMP"] | PhpString | int) -> int:
    """Population count."""
    return _ones(integer_of("num", num))


@contextual
def gmp_hamdist(
    num1: Annotated[PhpObject, "GMP"] | PhpString | int, num2: Annotated[PhpObject, "GMP"] | PhpString | int
) -> int:
    """Hamming distance."""
    return _ones(integer_of("num1", num1) ^ integer_of("num2", num2))


@contextual
def gmp_nextprime(num: Annotated[PhpObject, "GMP"] | PhpString | int) -> Annotated[PhpObject, "GMP"]:
    """Find next prime number."""
    return make(next_prime(integer_of("num", num)))


@contextual
def gmp_binomial(n: Annotated[PhpObject, "GMP"] | PhpString | int, k: int) -> Annotated[PhpObject, "GMP"]:
    """Calculates binomial coefficient."""
    if k < 0:
        raise BadArgumentError("k", _NEGATIVE)
    number = integer_of("n", n)
    if number < 0:
        return make((-1) ** (k & 1) * _binomial(k - number - 1, k))
    return make(_binomial(number, k))


def _binomial(number: int, chosen: int) -> int:
    chosen = min(chosen, number - chosen)
    if chosen < 0:
        return 0
    charge_bits(chosen * number.bit_length())
    return math.comb(number, chosen)


def _divided(num1: Any, num2: Any, rounding_mode: int) -> Tuple[int, int]:
    a, b = integer_of("num1", num1), integer_of("num2", num2)
    if rounding_mode not in (GMP_ROUND_ZERO, GMP_ROUND_PLUSINF, GMP_ROUND_MINUSINF):
        problem = "must be one of GMP_ROUND_ZERO, GMP_ROUND_PLUSINF, or GMP_ROUND_MINUSINF"
        raise BadArgumentError("rounding_mode", problem)
    if b == 0:
        raise throw_error("DivisionByZeroError", _BY_ZERO)
    return divide_rounded(a, b, rounding_mode)


def _natural(parameter: str, value: Any) -> int:
    number = integer_of(parameter, value)
    if number < 0:
        raise BadArgumentError(parameter, _NEGATIVE)
    return number


def _radicand(num: Any, nth: int) -> int:
    if nth <= 0:
        raise BadArgumentError("nth", "must be greater than 0")
    number = integer_of("num", num)
    if number < 0 and nth % 2 == 0:
        raise BadArgumentError("nth", "must be odd if argument #1 ($a) is negative")
    return number


def _check_index(index: int) -> None:
    if index < 0:
        raise BadArgumentError("index", _NEGATIVE)
    if index >= _INDEX_MAX:
        raise BadArgumentError("index", f"must be less than {_INDEX_MAX >> 6} * {64}")


def _first_bit(number: int, start: int) -> int:
    if start < 0:
        raise BadArgumentError("start", _NEGATIVE)
    rest = number >> start
    return start + (rest & -rest).bit_length() - 1 if rest else -1


def _ones(number: int) -> int:
    """The ones among its bits; -1 where they have no end."""
    return bin(number).count("1") if number >= 0 else -1


def _order(flags: int) -> Tuple[bool, bool]:
    """Whether the least word comes first, and the least byte in each."""
    order = flags & (GMP_MSW_FIRST | GMP_LSW_FIRST)
    if order == GMP_MSW_FIRST | GMP_LSW_FIRST:
        raise BadArgumentError("flags", "cannot use multiple word order options")
    endian = flags & (GMP_LITTLE_ENDIAN | GMP_BIG_ENDIAN | GMP_NATIVE_ENDIAN)
    if endian not in (0, GMP_LITTLE_ENDIAN, GMP_BIG_ENDIAN, GMP_NATIVE_ENDIAN):
        raise BadArgumentError("flags", "cannot use multiple endian options")
    return order == GMP_LSW_FIRST, endian != GMP_BIG_ENDIAN


def _arranged(content: bytes, word_size: int, is_least_first: bool, is_little: bool) -> bytes:
    """Bytes in the usual order as words in another, and back."""
    if is_least_first:
        content = content[::-1]
    if word_size > 1 and is_least_first != is_little:
        words = (content[at : at + word_size] for at in range(0, len(content), word_size))
        content = b"".join(word[::-1] for word in words)
    return content
