"""How PHP writes the state of a hash context down when it is serialized: its C structures, field by field.

A specification says what the fields are: `l` and `i` are 32 bits, `q` 64, `b` bytes, each with a count; capitals are
not written. A full stop at the end is PHP's own check.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Callable, Dict, List, NamedTuple, Optional, Sequence, Union

from engine.runtime.arrays import PhpArray
from engine.stdlib.hash import native
from engine.stdlib.hash.blocks import MASK32, MASK64

if TYPE_CHECKING:
    from engine.stdlib.hash.keccak import Sha3

Fields = List[Union[int, bytes]]

SPECIFICATION_MAGIC = 2
_KECCAK_MAGIC = 100
_SIZES = {"l": 4, "i": 4, "q": 8, "b": 1}
_PART = re.compile(r"([liqb])(\d*)", re.IGNORECASE)
# What PHP says is wrong: the state as such, or fields that do not fit together.
NO_STATE = -1
UNFIT = -2000
_FIRST_FIELD_CODE = -1000


class Layout(NamedTuple):
    """A specification, how a state's fields are read, and how a state is given them: False where they do not fit."""

    specification: str
    # Any: each family of states has its own attributes.
    read: Callable[[Any], Optional[Fields]]
    write: Callable[[Any, Any], bool]
    magic: int = SPECIFICATION_MAGIC


def written(layout: Layout, state: Any) -> Optional[PhpArray]:
    """The state as PHP serializes it; None if it cannot be read."""
    fields = layout.read(state)
    if fields is None:
        return None
    values: List[Union[int, str]] = []
    position = 0
    for letter, count in _parts(layout.specification):
        if letter.isupper():
            continue
        if letter == "b" and count > 1:
            values.append(bytes(fields[position]).ljust(count, b"\0").decode("latin-1"))
            position += 1
            continue
        for field in fields[position : position + count]:
            values.append(_signed32(field))  # type: ignore[arg-type]
            if letter == "q":
                values.append(_signed32(field >> 32))  # type: ignore[operator]
        position += count
    return PhpArray(values)


def restored(layout: Layout, state: Any, magic: int, data: object) -> int:
    """Give a new state what was serialized: 0, or PHP's code for what is wrong with it."""
    if magic != layout.magic or type(data) is not PhpArray:
        return NO_STATE
    fields: Fields = []
    position = index = 0
    for letter, count in _parts(layout.specification):
        size = _SIZES[letter.lower()]
        position += -position % size
        if letter.isupper():
            position += count * size
            continue
        is_text = letter == "b" and count > 1
        for _ in range(1 if is_text else count):
            value: Any = data.get(index)
            index += 1
            if is_text:
                if type(value) is not str or len(value) != count:
                    return _FIRST_FIELD_CODE - position
                fields.append(value.encode("latin-1"))
                position += count
                continue
            if type(value) is not int:
                return _FIRST_FIELD_CODE - position
            number = value & MASK32
            if letter == "q":
                high: Any = data.get(index)
                index += 1
                if type(high) is not int:
                    return _FIRST_FIELD_CODE - position
                number = number + (high << 32) & MASK64
            fields.append(number & 0xFF if letter == "b" else number)
            position += size
    return 0 if layout.write(state, fields) else UNFIT


def _parts(specification: str) -> List[tuple[str, int]]:
    return [(letter, int(count or "1")) for letter, count in _PART.findall(specification)]


def _signed32(number: int) -> int:
    return ((number & MASK32) ^ 0x80000000) - 0x80000000


# ---------------------------------------------------------------- families


def _value(specification: str, inverted: int = 0) -> Layout:
    """One number."""

    def write(state: Any, fields: Sequence[int]) -> bool:
        state.value = fields[0] ^ inverted
        return True

    return Layout(specification, lambda state: [state.value ^ inverted], write)


def _chained(words: int, letter: str = "l") -> Layout:
    """Words, the length in bits as two numbers, and a block."""
    bits = 8 * _SIZES[letter]
    mask = (1 << bits) - 1

    def read(state: Any) -> Fields:
        return [*state.values, state.length << 3 & mask, state.length << 3 >> bits & mask, state.rest]

    def write(state: Any, fields: Any) -> bool:
        state.values = tuple(fields[:words])
        state.length = (fields[words + 1] << bits | fields[words]) >> 3
        state.rest = fields[-1][: state.length % state.block_bytes]
        return True

    block = 128 if letter == "q" else 64
    return Layout(f"{letter}{words}{letter}2b{block}", read, write)


def _native(words: int, letter: str = "l") -> Layout:
    """The same, held by libcrypto."""
    bits = 8 * _SIZES[letter]
    mask = (1 << bits) - 1
    block = 128 if letter == "q" else 64

    def read(state: Any) -> Fields:
        values, length, rest = state.parts()
        return [*values, length << 3 & mask, length << 3 >> bits & mask, rest]

    def write(state: Any, fields: Any) -> bool:
        length = (fields[words + 1] << bits | fields[words]) >> 3
        state.set_parts(fields[:words], length, fields[-1][: length % block])
        return True

    return Layout(f"{letter}{words}{letter}2b{block}", read, write)


def _read_md5(state: Any) -> Fields:
    values, length, rest = state.parts()
    return [length & 0x1FFFFFFF, length >> 29 & MASK32, *values, rest, *[0] * 16]


def _write_md5(state: Any, fields: Any) -> bool:
    length = fields[1] << 29 | fields[0] & 0x1FFFFFFF
    state.set_parts(fields[2:6], length, fields[6][: length % 64])
    return True


def _read_md2(state: Any) -> Fields:
    return [state.value, state.checksum, state.rest, len(state.rest)]


def _write_md2(state: Any, fields: Any) -> bool:
    state.value, state.checksum = fields[0], fields[1]
    state.rest = fields[2][: fields[3]]
    return fields[3] < 16  # type: ignore[no-any-return]


def _read_haval(state: Any) -> Fields:
    return [*state.values, state.length << 3 & MASK32, state.length >> 29 & MASK32, state.rest]


def _write_haval(state: Any, fields: Any) -> bool:
    state.values = tuple(fields[:8])
    state.length = (fields[9] << 32 | fields[8]) >> 3
    state.rest = fields[10][: state.length % 128]
    return True


def _read_gost(state: Any) -> Fields:
    sums = [state.sum >> 32 * index & MASK32 for index in range(8)]
    return [*state.values, *sums, state.length << 3 & MASK32, state.length >> 29 & MASK32, len(state.rest), state.rest]


def _write_gost(state: Any, fields: Any) -> bool:
    state.sum = sum([word << 32 * index for index, word in enumerate(fields[8:16])])
    return _write_small_blocks(state, fields, fields[17] << 32 | fields[16])


def _read_snefru(state: Any) -> Fields:
    high, low = state.length >> 29 & MASK32, state.length << 3 & MASK32
    return [*state.values, *[0] * 8, high, low, len(state.rest), state.rest]


def _write_snefru(state: Any, fields: Any) -> bool:
    return _write_small_blocks(state, fields, fields[16] << 32 | fields[17])


def _write_small_blocks(state: Any, fields: Any, bits: int) -> bool:
    state.values = tuple(fields[:8])
    state.length = bits >> 3
    state.rest = fields[19][: fields[18]]
    return fields[18] < 32  # type: ignore[no-any-return]


def _read_tiger(state: Any) -> Fields:
    waiting = len(state.rest)
    return [*state.values, state.length - waiting << 3 & MASK64, state.rest, waiting]


def _write_tiger(state: Any, fields: Any) -> bool:
    state.values = tuple(fields[:3])
    state.length = (fields[3] >> 3) + fields[5]
    state.rest = fields[4][: fields[5]]
    return fields[5] < 64  # type: ignore[no-any-return]


def _read_whirlpool(state: Any) -> Fields:
    waiting = len(state.rest)
    return [*state.values, (8 * state.length % (1 << 256)).to_bytes(32, "big"), waiting, 8 * waiting, state.rest]


def _write_whirlpool(state: Any, fields: Any) -> bool:
    position, bits = fields[9], fields[10]
    state.values = tuple(fields[:8])
    state.length = int.from_bytes(fields[8], "big") >> 3
    state.rest = fields[11][:position]
    return position < 64 and 8 * position <= bits < 8 * position + 8  # type: ignore[no-any-return]


def _murmur(words: int, letter: str) -> Layout:
    """What waits is written to words from their highest byte down, with its length in the lowest bits of the last."""
    size = _SIZES[letter]
    most = size * words - 1

    def read(state: Any) -> Fields:
        rest = state.rest
        carried = [int.from_bytes(rest[at : at + size], "little") for at in range(0, size * words, size)]
        if rest:
            carried[(len(rest) - 1) // size] <<= 8 * (-len(rest) % size)
        carried[-1] |= len(rest)
        hashed = [state.value] if words == 1 else [*state.values]
        return [*hashed, *carried, state.length & MASK32]

    def write(state: Any, fields: Any) -> bool:
        if words == 1:
            state.value = fields[0]
        else:
            state.values = tuple(fields[:words])
        carried = list(fields[words : 2 * words])
        waiting = carried[-1] & most
        if waiting:
            carried[(waiting - 1) // size] >>= 8 * (-waiting % size)
        state.rest = b"".join([word.to_bytes(size, "little") for word in carried])[:waiting]
        state.length = fields[-1]
        return True

    return Layout(f"{letter}{words}{letter}{words}l", read, write)


def _xxh(letter: str) -> Layout:
    """Four lanes, four words that wait, how many bytes of them do."""
    size = _SIZES[letter]
    block = 4 * size

    def read(state: Any) -> Fields:
        rest = state.rest.ljust(block, b"\0")
        waiting = [int.from_bytes(rest[at : at + size], "little") for at in range(0, block, size)]
        if letter == "l":
            is_large = int(state.length >= block)
            return [state.length & MASK32, is_large, *state.values, *waiting, len(state.rest), 0]
        return [state.length & MASK64, *state.values, *waiting, len(state.rest), 0, 0]

    def write(state: Any, fields: Any) -> bool:
        first = 2 if letter == "l" else 1
        state.values = tuple(fields[first : first + 4])
        waiting = fields[first + 8]
        state.rest = b"".join([word.to_bytes(size, "little") for word in fields[first + 4 : first + 8]])[:waiting]
        state.length = fields[0]
        if letter == "l" and fields[1] and state.length < block:
            state.length += 1 << 32
        # Only what is shorter than a block asks for the seed, which is still the third lane.
        state.seed = state.values[2]
        return waiting < block  # type: ignore[no-any-return]

    return Layout("l2l4l4ll" if letter == "l" else "qq4q4llq", read, write)


def _read_keccak(state: Sha3) -> Optional[Fields]:
    readable = state.readable()
    return None if readable is None else [*readable.parts()]


def _write_keccak(state: Sha3, fields: Any) -> bool:
    return fields[1] < 200 and state.set_parts(*fields)


LAYOUTS: Dict[str, Layout] = {
    "md2": Layout("b48b16b16b", _read_md2, _write_md2),
    "md4": _chained(4),
    **{
        f"sha3-{bits}": Layout("b200IiIIB", _read_keccak, _write_keccak, _KECCAK_MAGIC) for bits in (224, 256, 384, 512)
    },
    **{f"ripemd{32 * words}": _chained(words) for words in (4, 5, 8, 10)},
    "whirlpool": Layout("q8b32iib64", _read_whirlpool, _write_whirlpool),
    **{
        f"tiger{bits},{passes}": Layout("q3qb64l", _read_tiger, _write_tiger)
        for bits in (128, 160, 192)
        for passes in (3, 4)
    },
    **{name: Layout("l16l2bb32", _read_snefru, _write_snefru) for name in ("snefru", "snefru256")},
    **{name: Layout("l16l2bb32", _read_gost, _write_gost) for name in ("gost", "gost-crypto")},
    "adler32": _value("l"),
    "crc32": _value("l"),
    "crc32b": _value("l", MASK32),
    "crc32c": _value("l"),
    **{name: _value("l") for name in ("fnv132", "fnv1a32", "joaat")},
    **{name: _value("q") for name in ("fnv164", "fnv1a64")},
    "murmur3a": _murmur(1, "l"),
    "murmur3c": _murmur(4, "l"),
    "murmur3f": _murmur(2, "q"),
    "xxh32": _xxh("l"),
    "xxh64": _xxh("q"),
    **{
        f"haval{bits},{passes}": Layout("l8l2b128", _read_haval, _write_haval)
        for bits in (128, 160, 192, 224, 256)
        for passes in (3, 4, 5)
    },
}
if native.IS_THERE:
    LAYOUTS.update(
        {
            "md5": Layout("l6b64l16", _read_md5, _write_md5),
            "sha1": _native(5),
            "sha224": _native(8),
            "sha256": _native(8),
            **{name: _native(8, "q") for name in ("sha384", "sha512/224", "sha512/256", "sha512")},
        }
    )
