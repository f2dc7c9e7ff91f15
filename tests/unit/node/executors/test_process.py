"""One executor as the node sees it."""

from __future__ import annotations

import asyncio

import uvloop

from engine.executor import protocol
from node.executors.pool import Seat
from node.executors.process import ExecutorProcess

RESULT = protocol.frame(protocol.RESULT, protocol.RECYCLE_REASONS.index("executions"), 7, b"what it answered")


async def lose(*, writes: bool) -> list[str]:
    """Lose an executor that has answered and left while the node sent it the next script; what the node saw."""
    seen: list[str] = []
    process = ExecutorProcess(
        Seat(1),
        ending=asyncio.get_running_loop().create_future(),
        max_body_bytes=1 << 20,
        on_reply=lambda _process, frame: seen.append(f"answer {frame.id}"),
        on_loss=lambda _process: seen.append("lost"),
    )
    theirs = await process.open()
    theirs.sendall(RESULT)
    theirs.close()
    if writes:
        process.send([protocol.frame(protocol.RUN, 0, 8, b"x" * 100)])
    for _ in range(100):
        if "lost" in seen:
            break
        await asyncio.sleep(0.01)
    return seen


def test_an_answer_outlives_a_write_that_failed() -> None:
    assert uvloop.run(lose(writes=True)) == ["answer 7", "lost"]


def test_an_answer_is_read_before_the_end() -> None:
    assert uvloop.run(lose(writes=False)) == ["answer 7", "lost"]
