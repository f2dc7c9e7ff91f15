"""Large outputs are encoded in turns, to the same answer as small ones."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from engine.errors import Outcome
from engine.executor import protocol
from engine.request import Result
from node import sapi
from node.errors import TooLargeError
from node.handlers.batch import MAX_HELD_BYTES, Held

if TYPE_CHECKING:
    from engine.executor.protocol import Reply


def reply_of(output: bytes) -> Reply:
    headers = [("X", '"output":""')]
    text = output.decode("latin-1")
    result = Result(Outcome.OK, text, 0, [], 200, headers, 1.5, 2.5, 3.5, 4096, is_volatile=False)
    return protocol.decode_result(protocol.encode_result(result), 1 << 30)


@pytest.mark.parametrize(
    "output",
    [
        b"",
        b"short",
        b"letters " * 40_000,
        # Characters of three bytes lie across the ends of pieces.
        "x€".encode() * 90_000,
        b'"\\\x00\n\x1f\x7f' * 50_000,
        # Wrong in its last byte alone.
        b"a" * 300_000 + b"\xe2\x82",
        b'\x00\xff"' * 100_001,
        b'"output":""' * 20_000,
    ],
)
def test_an_answer_in_turns_is_the_same(output: bytes) -> None:
    reply = reply_of(output)
    whole = sapi.encode_result(reply, php_version="8.4", engine_version="1")
    assert asyncio.run(sapi.encode_result_in_turns(reply, php_version="8.4", engine_version="1")) == whole


def test_others_have_their_turn_meanwhile() -> None:
    async def turns_taken() -> int:
        reply = reply_of(b"\x00" * (8 << 20))
        encoding = asyncio.ensure_future(sapi.encode_result_in_turns(reply, php_version="8.4", engine_version="1"))
        turns = 0
        while not encoding.done():
            turns += 1
            await asyncio.sleep(0)
        return turns

    assert asyncio.run(turns_taken()) > 50


def test_answers_of_a_batch_hold_so_much_and_no_more() -> None:
    held = Held()
    held.add(bytes(MAX_HELD_BYTES - 1))
    held.add(b"x")
    with pytest.raises(TooLargeError):
        held.add(b"x")
