"""Whole numbers of any size: texts in any base, roots, divisors, primes. What grows is charged before it does."""

from __future__ import annotations

import math
from typing import Optional, Tuple

from engine.runtime.context import ctx
from engine.stdlib.bcmath.arithmetic import digits_of_int, int_of_digits

_SPACE = " \t\n\v\f\r"
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
# Above base 36 capital letters come first and small ones are other digits.
_DIGITS_CASED = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_BASE_MAX_CASELESS = 36
_PREFIXES = {"x": 16, "o": 8, "b": 2}
# Texts longer than this are cut in two, so that their cost does not grow with the square of their length.
_DIRECT_DIGITS = 400

_SMALL_PRIMES = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97)
# Up to here GMP calls a number that passes its tests certainly prime.
_CERTAIN_BELOW = 35 << 46


def charge_bits(bits: int) -> None:
    """Account for a number of so many bits, before it is made."""
    ctx.charge(bits >> 3)


def parse_integer(text: str, base: int) -> Optional[int]:
    """The number that `text` spells in `base` (0: as its prefix says); None if it spells none.

    After a minus PHP leaves prefixes to the library, which knows fewer.
    """
    text = text.partition("\0")[0].lstrip(_SPACE)
    sign = 1
    if text[:1] == "-":
        sign, text = -1, text[1:]
    prefix = _PREFIXES.get(text[1:2].lower()) if text[:1] == "0" else None
    if prefix is not None and base in (0, prefix) and (sign == 1 or (base == 0 and prefix != 8)):
        base, text = prefix, text[2:]
    elif base == 0:
        base = 8 if text[:1] == "0" and len(text) > 1 else 10
    digits = text.translate(_WITHOUT_SPACE)
    if not digits or digits[0] in "+-_":
        return None
    if base <= _BASE_MAX_CASELESS:
        digits = digits.lower()
        alphabet = _DIGITS[:base]
    else:
        alphabet = _DIGITS_CASED[:base]
    if digits.strip(alphabet):
        return None
    charge_bits(len(digits) * base.bit_length())
    if base == 10:
        return sign * int_of_digits(digits)
    if base <= _BASE_MAX_CASELESS and base & (base - 1) == 0:
        return sign * int(digits, base)
    return sign * _value_of(digits, base, alphabet)


_WITHOUT_SPACE = {ord(blank): None for blank in _SPACE}


def _value_of(digits: str, base: int, alphabet: str) -> int:
    if len(digits) <= _DIRECT_DIGITS:
        value = 0
        for digit in digits:
            value = value * base + alphabet.index(digit)
        return value
    low = len(digits) // 2
    high = _value_of(digits[:-low], base, alphabet)
    return int(high * base**low) + _value_of(digits[-low:], base, alphabet)


def format_integer(number: int, base: int) -> str:
    """`number` in a base of 2 to 62; a negative one means capital letters."""
    ctx.charge(number.bit_length() // max(1, abs(base).bit_length() - 1) + 1)
    sign = "-" if number < 0 else ""
    number = abs(number)
    if base == 10:
        return sign + digits_of_int(number)
    if base == 16:
        return sign + format(number, "x")
    if base in (2, 8):
        return sign + format(number, "b" if base == 2 else "o")
    alphabet = _DIGITS if 0 < base <= _BASE_MAX_CASELESS else _DIGITS_CASED
    return sign + (_digits_of(number, abs(base), alphabet).lstrip("0") or "0")


def _digits_of(number: int, base: int, alphabet: str) -> str:
    """The digits of a number, with zeros in front perhaps."""
    size = int(number.bit_length() / math.log2(base)) + 1
    return _padded_digits(number, base, alphabet, size)


def _padded_digits(number: int, base: int, alphabet: str, size: int) -> str:
    if size <= _DIRECT_DIGITS:
        pieces = []
        for _ in range(size):
            number, digit = divmod(number, base)
            pieces.append(alphabet[digit])
        return "".join(reversed(pieces))
    low = size // 2
    high, rest = divmod(number, base**low)
    return _padded_digits(high, base, alphabet, size - low) + _padded_digits(rest, base, alphabet, low)


# ---------------------------------------------------------------- division


def divide_rounded(a: int, b: int, mode: int) -> Tuple[int, int]:
    """Quotient and remainder, the quotient rounded to zero (0), up (1) or down (2)."""
    quotient, remainder = divmod(a, b)
    rounds_up = mode == 1 or (mode == 0 and quotient < 0)
    return (quotient + 1, remainder - b) if remainder and rounds_up else (quotient, remainder)


def extended_gcd(a: int, b: int) -> Tuple[int, int, int]:
    """The greatest common divisor g, and s and t with a*s + b*t == g, as small as they can be."""
    old, new = abs(a), abs(b)
    s_old, s_new, t_old, t_new = 1, 0, 0, 1
    while new:
        quotient, remainder = divmod(old, new)
        old, new = new, remainder
        s_old, s_new = s_new, s_old - quotient * s_new
        t_old, t_new = t_new, t_old - quotient * t_new
    return old, s_old * sign_of(a), t_old * sign_of(b)


def sign_of(number: int) -> int:
    """-1, 0 or 1."""
    return (number > 0) - (number < 0)


def kronecker(a: int, b: int) -> int:
    """The Kronecker symbol, of which those of Jacobi and Legendre are cases."""
    if b == 0:
        return int(abs(a) == 1)
    if a % 2 == 0 and b % 2 == 0:
        return 0
    result = 1
    twos = (b & -b).bit_length() - 1
    b >>= twos
    if twos % 2 and a % 8 in (3, 5):
        result = -result
    if b < 0:
        b = -b
        if a < 0:
            result = -result
    a %= b
    while a:
        while a % 2 == 0:
            a >>= 1
            if b % 8 in (3, 5):
                result = -result
        a, b = b, a
        if a % 4 == 3 and b % 4 == 3:
            result = -result
        a %= b
    return result if b == 1 else 0


# ---------------------------------------------------------------- roots


def root_of(number: int, degree: int) -> int:
    """The root of a number, cut to a whole one; of a negative number, where `degree` is odd."""
    if number < 0:
        return -root_of(-number, degree)
    if degree == 2:
        return math.isqrt(number)
    if degree >= number.bit_length():
        return min(number, 1)
    guess = 1 << -(-number.bit_length() // degree)
    while True:
        better = ((degree - 1) * guess + number // guess ** (degree - 1)) // degree
        if better >= guess:
            return guess
        guess = better


def is_perfect_power(number: int) -> bool:
    """Whether it is a power of another number, with an exponent above 1."""
    if -1 <= number <= 1:
        return True
    for degree in range(2, number.bit_length() + 1):
        if number < 0 and degree % 2 == 0:
            continue
        if is_prime(degree) and root_of(number, degree) ** degree == number:
            return True
    return False


# ---------------------------------------------------------------- primes


def primality(number: int) -> int:
    """2: certainly prime, 1: probably, 0: not, as GMP would say."""
    number = abs(number)
    if not is_prime(number):
        return 0
    return 2 if number < _CERTAIN_BELOW else 1


def is_prime(number: int) -> bool:
    """Whether it passes the tests of Baillie, Pomerance, Selfridge and Wagstaff, which no known composite does."""
    if number < 2:
        return False
    for prime in _SMALL_PRIMES:
        if number % prime == 0:
            return number == prime
    return _passes_miller_rabin(number, 2) and _passes_lucas(number)


def next_prime(number: int) -> int:
    """The first prime above it."""
    if number < 2:
        return 2
    number += 1 + number % 2
    while not is_prime(number):
        number += 2
    return number


def _passes_miller_rabin(number: int, base: int) -> bool:
    odd = number - 1
    twos = (odd & -odd).bit_length() - 1
    odd >>= twos
    power = pow(base, odd, number)
    if power in (1, number - 1):
        return True
    for _ in range(twos - 1):
        power = power * power % number
        if power == number - 1:
            return True
    return False


def _passes_lucas(number: int) -> bool:
    """Selfridge's strong Lucas test: D is the first of 5, -7, 9, … whose symbol is -1, P is 1, Q is (1 - D) / 4."""
    if math.isqrt(number) ** 2 == number:
        return False
    discriminant = 5
    while True:
        symbol = kronecker(discriminant, number)
        if symbol == -1:
            break
        if symbol == 0 and abs(discriminant) < number:
            return False
        discriminant = -discriminant - 2 if discriminant > 0 else -discriminant + 2
    q = (1 - discriminant) // 4
    odd = number + 1
    twos = (odd & -odd).bit_length() - 1
    odd >>= twos
    u, v, power = 1, 1, q % number
    for bit in bin(odd)[3:]:
        u, v, power = u * v % number, (v * v - 2 * power) % number, power * power % number
        if bit == "1":
            u, v = u + v, discriminant * u + v
            u, v = (u + number * (u & 1)) // 2 % number, (v + number * (v & 1)) // 2 % number
            power = power * q % number
    if u == 0 or v == 0:
        return True
    for _ in range(twos - 1):
        v, power = (v * v - 2 * power) % number, power * power % number
        if v == 0:
            return True
    return False
