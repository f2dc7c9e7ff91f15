"""Packing values into binary strings and back: pack, unpack. Machine order is little endian, an int has 64 bits."""

from __future__ import annotations

import math
import struct
from typing import TYPE_CHECKING, Dict, List, Literal, Sequence, Tuple, TypeVar

from engine.builtin.declare import BadArgumentError, pure
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.conversions import to_float, to_int, to_string, wrap_int32
from engine.runtime.exceptions import throw_error
from engine.stdlib.strings.characters import ASCII_DIGITS, CHARGE_THRESHOLD_BYTES, HEX_DIGITS

if TYPE_CHECKING:
    from engine.runtime.values import PhpString, Value

_INT32_MAX = 2147483647
_ALL = -1
_MAX_NAME_LENGTH = 200

# The integer codes; pack does not mind the sign.
_INTEGERS: Dict[str, struct.Struct] = {
    "c": struct.Struct("<b"),
    "C": struct.Struct("<B"),
    "s": struct.Struct("<h"),
    "S": struct.Struct("<H"),
    "n": struct.Struct(">H"),
    "v": struct.Struct("<H"),
    "i": struct.Struct("<i"),
    "I": struct.Struct("<I"),
    "l": struct.Struct("<i"),
    "L": struct.Struct("<I"),
    "N": struct.Struct(">I"),
    "V": struct.Struct("<I"),
    "q": struct.Struct("<q"),
    # PHP has no unsigned int of 64 bits: these come out negative.
    "Q": struct.Struct("<q"),
    "J": struct.Struct(">q"),
    "P": struct.Struct("<q"),
}
# What keeps the low bytes of an int, and the struct to write them by.
_WRITTEN: Dict[str, Tuple[int, struct.Struct]] = {
    code: ((1 << 8 * shape.size) - 1, struct.Struct(shape.format.upper())) for code, shape in _INTEGERS.items()
}
_FLOATS = {
    "f": struct.Struct("<f"),
    "g": struct.Struct("<f"),
    "G": struct.Struct(">f"),
    "d": struct.Struct("<d"),
    "e": struct.Struct("<d"),
    "E": struct.Struct(">d"),
}

# Formats that were read lately, none of them long.
_CODES: Dict[str, Tuple[List[Tuple[str, int]], int]] = {}
_PIECES: Dict[str, List[Tuple[str, int, str]]] = {}
_FORMATS = 128
_FORMAT_LENGTH = 64
_SMALL_COUNT = 64

Read = TypeVar("Read")


@pure
def pack(format: PhpString, *values: Value) -> PhpString:
    """Pack data into binary string."""
    codes, wanted = _codes_of(format)
    if wanted == len(values):
        return _packed_plainly(codes, values)
    codes = _counted(codes, values)
    _check_size(codes)
    packer = _Packer(values)
    for code, count in codes:
        packer.add(code, count)
    return packer.output.decode("latin-1")


@pure
def unpack(format: PhpString, string: PhpString, offset: int = 0) -> PhpArray | Literal[False]:
    """Unpack data from binary string."""
    if not 0 <= offset <= len(string):
        raise BadArgumentError("offset", "must be contained in argument #2 ($data)")
    unpacker = _Unpacker(string.encode("latin-1")[offset:])
    for code, count, name in _pieces_of(format):
        if count > _INT32_MAX:
            ctx.function_warning(f"Type {code}: integer overflow")
            return False
        if not unpacker.take(code, count, name):
            return False
    return unpacker.result


def _pieces_of(format_: str) -> List[Tuple[str, int, str]]:
    """The codes of a format of unpack(), each with its count and name."""
    known = _PIECES.get(format_)
    if known is not None:
        return known
    pieces: List[Tuple[str, int, str]] = []
    # Every piece has a code, and so has an empty one between two slashes: the second slash.
    position = 0
    while position < len(format_):
        code = format_[position]
        count, position = _count_at(format_, position + 1)
        end = format_.find("/", position)
        if end < 0:
            end = len(format_)
        pieces.append((code, count, format_[position:end][:_MAX_NAME_LENGTH]))
        position = end + 1
    _remember(_PIECES, format_, pieces)
    return pieces


def _codes_of(format_: str) -> Tuple[List[Tuple[str, int]], int]:
    """The codes of a format of pack(), each with its count, and how many values fit them without more ado, or -1."""
    known = _CODES.get(format_)
    if known is not None:
        return known
    codes: List[Tuple[str, int]] = []
    position = 0
    while position < len(format_):
        code = format_[position]
        count, position = _count_at(format_, position + 1)
        # PHP reads the number into 32 bits.
        codes.append((code, wrap_int32(min(count, (1 << 63) - 1))))
    is_plain = all(code in _WRITTEN or code in "aAZ" for code, _count in codes)
    is_small = all(0 <= count <= _SMALL_COUNT for _code, count in codes)
    wanted = sum([count if code in _WRITTEN else 1 for code, count in codes]) if is_plain and is_small else -1
    _remember(_CODES, format_, (codes, wanted))
    return codes, wanted


def _packed_plainly(codes: List[Tuple[str, int]], values: Sequence[Value]) -> str:
    """The output of a small format of ints and texts, as a sum of characters: several times faster than structs."""
    text = ""
    used = 0
    for code, count in codes:
        if code in _WRITTEN:
            for _ in range(count):
                text += _characters_of_int(code, to_int(values[used]))
                used += 1
        else:
            text += _filled(code, to_string(values[used]), count)
            used += 1
    return text


def _characters_of_int(code: str, number: int) -> str:
    mask, shape = _WRITTEN[code]
    if shape.size == 1:
        return chr(number & 255)
    first, second = chr(number & 255), chr(number >> 8 & 255)
    if shape.size == 2:
        return second + first if code == "n" else first + second
    if shape.size == 4:
        third, fourth = chr(number >> 16 & 255), chr(number >> 24 & 255)
        return fourth + third + second + first if code == "N" else first + second + third + fourth
    return shape.pack(number & mask).decode("latin-1")


def _filled(code: str, text: str, count: int) -> str:
    """What `a`, `A` and `Z` make of a text. Z ends with a NUL whatever the text."""
    return text[: max(0, count - 1) if code == "Z" else count].ljust(count, " " if code == "A" else "\0")


def _remember(formats: Dict[str, Read], format_: str, read: Read) -> None:
    if len(format_) <= _FORMAT_LENGTH:
        if len(formats) >= _FORMATS:
            formats.clear()
        formats[format_] = read


def _count_at(format_: str, position: int) -> Tuple[int, int]:
    """How often a code is meant, 1 if nothing is said of that, and the position behind that."""
    end = position
    while end < len(format_) and format_[end] in ASCII_DIGITS:
        end += 1
    if end > position:
        return int(format_[position:end]), end
    if format_[position : position + 1] == "*":
        return _ALL, position + 1
    return 1, position


def _counted(codes: List[Tuple[str, int]], values: Sequence[Value]) -> List[Tuple[str, int]]:
    """The codes with the counts that the values make of `*`, checked against the number of values."""
    counted: List[Tuple[str, int]] = []
    used = 0
    for code, said in codes:
        count = said
        if code in "xX@":
            if count < 0:
                ctx.function_warning(f"Type {code}: '*' ignored")
                count = 1
        elif code in "aAZhH":
            if used >= len(values):
                raise throw_error("ValueError", f"Type {code}: not enough arguments")
            if count < 0:
                count = len(to_string(values[used])) + (1 if code == "Z" else 0)
            used += 1
        elif code in _INTEGERS or code in _FLOATS:
            if count < 0:
                count = len(values) - used
            used += count
            if used > len(values):
                raise throw_error("ValueError", f"Type {code}: too few arguments")
        else:
            shown = code if code != "\0" else ""
            raise throw_error("ValueError", f"Type {shown}: unknown format code" if shown else "Type ")
        counted.append((code, count))
    if used < len(values):
        ctx.function_warning(f"{len(values) - used} arguments unused")
    return counted


def _check_size(codes: List[Tuple[str, int]]) -> None:
    """Walk the output without writing it: PHP warns of leaving it here, before anything is packed."""
    position = highest = 0
    for code, count in codes:
        if code == "X":
            position -= count
            if position < 0:
                ctx.function_warning("Type X: outside of string")
                position = 0
        elif code == "@":
            position = count
        else:
            if code in "hH":
                size = count // 2 + count % 2
            elif code in _INTEGERS:
                size = count * _INTEGERS[code].size
            elif code in _FLOATS:
                size = count * _FLOATS[code].size
            else:
                size = count
            if position + size > _INT32_MAX:
                raise throw_error("ValueError", f"Type {code}: integer overflow in format string")
            position += size
        highest = max(highest, position)
    if highest > CHARGE_THRESHOLD_BYTES:
        ctx.charge(highest)


class _Packer:
    """The output so far, and which value comes next."""

    def __init__(self, values: Sequence[Value]) -> None:
        self.values = values
        self.used = 0
        self.output = bytearray()

    def _next(self) -> Value:
        self.used += 1
        return self.values[self.used - 1]

    def add(self, code: str, count: int) -> None:
        """Pack what one code asks for."""
        if code in _WRITTEN:
            mask, shape = _WRITTEN[code]
            for _ in range(count):
                self.output += shape.pack(to_int(self._next()) & mask)
        elif code in _FLOATS:
            for _ in range(count):
                self.output += _packed_float(_FLOATS[code], to_float(self._next()))
        elif code in "aAZ":
            self._add_text(code, count)
        elif code in "hH":
            self._add_nibbles(code, count)
        elif code == "x":
            self.output += bytes(count)
        elif code == "X":
            del self.output[max(0, len(self.output) - count) :]
        else:
            del self.output[count:]
            self.output += bytes(count - len(self.output))

    def _add_text(self, code: str, count: int) -> None:
        self.output += _filled(code, to_string(self._next()), count).encode("latin-1")

    def _add_nibbles(self, code: str, count: int) -> None:
        text = to_string(self._next())
        if count > len(text):
            ctx.function_warning(f"Type {code}: not enough characters in string")
            count = len(text)
        nibbles = []
        for digit in text[:count]:
            if digit in HEX_DIGITS:
                nibbles.append(int(digit, 16))
            else:
                ctx.function_warning(f"Type {code}: illegal hex digit {digit}")
                nibbles.append(0)
        nibbles.extend([0] * (len(nibbles) % 2))
        for first, second in zip(nibbles[::2], nibbles[1::2]):
            self.output.append(second << 4 | first if code == "h" else first << 4 | second)


def _packed_float(shape: struct.Struct, number: float) -> bytes:
    try:
        return shape.pack(number)
    except OverflowError:
        # C makes infinity of what 32 bits cannot hold.
        return shape.pack(math.copysign(math.inf, number))


class _Unpacker:
    """The array so far, and where in the input the next value begins."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.position = 0
        self.result = PhpArray()

    def take(self, code: str, count: int, name: str) -> bool:
        """Unpack what one code asks for; False, after a warning, where the input is too short."""
        shape = _INTEGERS.get(code)
        if shape is not None and count == 1 and name and self.position + shape.size <= len(self.data):
            self.result.set(name, shape.unpack_from(self.data, self.position)[0])
            self.position += shape.size
            return True
        size, repetitions = self._size(code, count)
        if not name and code in _INTEGERS and max(repetitions, 0) * size <= len(self.data) - self.position:
            self._take_integers(code, size, repetitions)
            return True
        index = 0
        while index != repetitions:
            if self.position + size > len(self.data):
                if repetitions < 0:
                    return True
                left = len(self.data) - self.position
                ctx.function_warning(
                    f"Type {code}: not enough input values, need {size} values but only {left} "
                    f"{'was' if left == 1 else 'were'} provided"
                )
                return False
            key = name if repetitions == 1 and name else f"{name}{index + 1}"
            index += 1
            if code == "x":
                self.position += 1
            elif code == "X":
                if not self._step_back(repetitions):
                    return True
            elif code == "@":
                if not 0 <= repetitions <= len(self.data):
                    ctx.function_warning("Type @: outside of string")
                    repetitions = 0 if repetitions < 0 else self.position
                self.position = repetitions
                return True
            else:
                self.result.set(key, self._value(code, size, count))
        return True

    def _take_integers(self, code: str, size: int, repetitions: int) -> None:
        """Integers without a name, which the input has enough of: they are numbered from 1."""
        raw = self._bytes((len(self.data) - self.position) // size * size if repetitions < 0 else repetitions * size)
        for key, (number,) in enumerate(_INTEGERS[code].iter_unpack(raw), 1):
            self.result.set(key, number)

    def _size(self, code: str, count: int) -> Tuple[int, int]:
        """How many bytes one value takes (-1: all), and how many values there are (-1: as many as possible)."""
        if code in _INTEGERS:
            return _INTEGERS[code].size, count
        if code in _FLOATS:
            return _FLOATS[code].size, count
        if code in "aAZ":
            return count, 1
        if code in "hH":
            return (count + 1) // 2 if count > 0 else count, 1
        if code == "x":
            return 1, count
        if code == "@":
            return 0, count
        if code == "X":
            if count < 0:
                ctx.function_warning("Type X: '*' ignored")
                count = 1
            return -1, count
        raise throw_error("ValueError", f"Invalid format type {code}" if code != "\0" else "Invalid format type ")

    def _step_back(self, repetitions: int) -> bool:
        self.position -= 1
        if self.position >= 0:
            return True
        self.position = 0
        return repetitions < 0

    def _value(self, code: str, size: int, count: int) -> Value:
        shape = _INTEGERS.get(code) or _FLOATS.get(code)
        if shape is not None:
            self.position += size
            number: Value = shape.unpack_from(self.data, self.position - size)[0]
            return number
        left = len(self.data) - self.position
        raw = self._bytes(left if size < 0 else min(left, size))
        if code == "a":
            return raw.decode("latin-1")
        if code == "A":
            return raw.rstrip(b"\0 \t\r\n").decode("latin-1")
        if code == "Z":
            return raw.partition(b"\0")[0].decode("latin-1")
        if size < 0:
            # `h*` gives everything and, in PHP, then goes back one byte instead of forward.
            self.position = max(0, self.position - left - 1)
        digits = raw.hex()
        if code == "h":
            digits = "".join([second + first for first, second in zip(digits[::2], digits[1::2])])
        return digits[: len(digits) - count % 2] if count > 0 else digits

    def _bytes(self, size: int) -> bytes:
        raw = self.data[self.position : self.position + size]
        self.position += size
        return raw
