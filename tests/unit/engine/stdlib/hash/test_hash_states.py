"""Every hash algorithm gives the same digest for one piece of data as for many."""

from __future__ import annotations

import pytest

from engine.request import Request
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.stdlib.hash.algorithms import ALGORITHMS
from engine.stdlib.hash.xxh3 import own_xxh3_digest, xxh3_digest

_DATA = bytes([(index * 37 + (index >> 3)) & 255 for index in range(3_000)])


@pytest.fixture(autouse=True)
def _execution() -> None:
    ctx.begin(Request(code=""))


@pytest.mark.parametrize("name", list(ALGORITHMS))
@pytest.mark.parametrize("size", [0, 1, 63, 64, 65, 240, 241, 1_024, 1_025, 3_000])
def test_pieces_make_the_whole(name: str, size: int) -> None:
    algorithm = ALGORITHMS[name]
    whole = algorithm.begin(PhpArray())
    whole.update(_DATA[:size])
    pieces = algorithm.begin(PhpArray())
    position = 0
    step = 1
    while position < size:
        pieces.update(_DATA[position : min(size, position + step)])
        # Neither a look at the digest nor going on with a copy changes anything.
        pieces.digest()
        pieces = pieces.copy()
        position += step
        step = step * 3 % 251 + 1
    assert pieces.digest() == whole.digest()
    assert len(whole.digest()) == algorithm.digest_bytes


@pytest.mark.parametrize("size", [0, 1, 3, 4, 8, 9, 16, 17, 128, 129, 240, 241, 1_024, 3_000])
def test_the_library_and_our_own_code_agree(size: int) -> None:
    assert xxh3_digest(_DATA[:size]) == own_xxh3_digest(_DATA[:size])
