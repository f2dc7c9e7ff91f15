"""How a node stops saying that it is there."""

from __future__ import annotations

import asyncio
import contextlib

from node.membership import Membership


async def test_it_stops_though_a_cancel_was_taken_for_a_time_out() -> None:
    membership = Membership("redis://127.0.0.1:1", "127.0.0.1:2")
    taken = 0

    async def beat() -> None:
        nonlocal taken
        # What redis-py does when its own time-out comes in the same turn of the loop.
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.sleep(3600)
        taken += 1
        await asyncio.sleep(3600)

    membership.__dict__["_beat"] = beat
    await membership.start()
    await asyncio.sleep(0)
    async with asyncio.timeout(20):
        await membership.stop()
    assert taken == 1
