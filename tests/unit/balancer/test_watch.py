"""What the balancer tells Prometheus."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

from balancer.members import Policy
from balancer.reload import Door
from balancer.watch import Watch

if TYPE_CHECKING:
    from pathlib import Path

NODE = "127.0.0.1:9"


async def test_the_failures_of_a_node_are_counted_from_none_on(tmp_path: Path) -> None:
    door = Door(tmp_path, tmp_path / "conf", tmp_path / "pid", tmp_path / "upstream", is_old=False)
    watch = Watch([NODE], None, door, Policy())
    running = asyncio.create_task(watch.run())
    # It has begun, and no probe can have ended.
    await asyncio.sleep(0)
    failures = watch.measures.registry.get_sample_value("howdah_balancer_probe_failures_total", {"node": NODE})
    running.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await running
    assert failures == 0
