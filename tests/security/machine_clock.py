"""How late this machine wakes a process that slept: what a test of deadlines may allow where others work, too."""

from __future__ import annotations

import multiprocessing
import time
from typing import Any

INTERVAL_SECONDS = 0.005
KEPT = 4000
# Between a limit and its answer in the client's hands, so many are woken one after another: the node by its timer, the
# one that ends the script, the node by that end, the client's thread.
WAKES = 4


class MachineClock:
    """A process that sleeps and looks how late it is, over and over."""

    def __init__(self) -> None:
        processes = multiprocessing.get_context("fork")
        # Any: arrays of floats in shared memory, for which there is no name.
        self._at: Any = processes.Array("d", KEPT, lock=False)
        self._late: Any = processes.Array("d", KEPT, lock=False)
        self._process = processes.Process(target=self._run, daemon=True)
        self._process.start()

    def _run(self) -> None:
        number = 0
        while True:
            wanted = time.monotonic() + INTERVAL_SECONDS
            time.sleep(INTERVAL_SECONDS)
            now = time.monotonic()
            self._at[number], self._late[number] = now, now - wanted
            number = (number + 1) % KEPT

    def allowance_ms(self, since: float) -> float:
        """What answers that were due after `since` may be late by, as nothing else was quicker meanwhile."""
        late = (late for at, late in zip(list(self._at), list(self._late), strict=True) if at >= since)
        return WAKES * 1000 * max(late, default=INTERVAL_SECONDS)

    def stop(self) -> None:
        """End the process."""
        self._process.terminate()
        self._process.join()
