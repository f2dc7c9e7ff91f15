"""`make chaos`: what is promised under failures, tried on a whole cluster under constant load, with figures."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uvloop

from node.cluster import folder as state
from node.servers import processes
from tests.benchmarks import http
from tests.benchmarks.path import Cluster, running_cluster
from tests.chaos.executors import KillExecutors
from tests.chaos.load import Load, share_of, statuses
from tests.chaos.overload import Overload
from tests.chaos.report import Report

QUICK = "<?php echo 'still here';"
SELECT = (
    "<?php try { $d = new PDO('pgsql:'); echo $d->query('SELECT 1')->fetchColumn(); }"
    " catch (PDOException $e) { echo 'gone'; }"
)
CLIENT_NICENESS = -5


class Chaos:
    """Breaks things."""

    def __init__(self, cluster: Cluster, options: argparse.Namespace) -> None:
        self.cluster = cluster
        self.options = options
        self.report = Report()

    def pid_of(self, name: str) -> int:
        """The process of a service now."""
        running = state.read(self.cluster.folder)
        if running is None:
            raise RuntimeError("the cluster is gone")
        return next(service.pid for service in running.services if service.name == name)

    def workers(self) -> list[int]:
        """The node processes."""
        nodes = [self.pid_of(f"node-{number}") for number in range(1, self.options.nodes + 1)]
        return [worker for node in nodes for worker in processes.children(node)]

    def zygotes(self) -> list[int]:
        """The processes that fork executors."""
        below = [pid for worker in self.workers() for pid in processes.children(worker)]
        return [pid for pid in below if http.is_zygote(pid)]

    def load(self, code: str = QUICK, rate: float | None = None) -> Load:
        """The constant load."""
        return Load(self.cluster.port, rate or self.options.rate, code)

    async def kill_executors(self) -> None:
        """Kill one executor at work after the other, on each lane."""
        await KillExecutors(self.cluster, self.report, self.options, self.zygotes).run()

    async def freeze_executors(self) -> None:
        """Stop executors without ending them: the first of each kind on each node, which is the one that works."""
        frozen = [executors[0] for executors in map(processes.children, self.zygotes()) if executors]
        async with self.load().running() as load:
            await asyncio.sleep(1)
            for executor in frozen:
                os.kill(executor, signal.SIGSTOP)
            await asyncio.sleep(8)
            for executor in frozen:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(executor, signal.SIGCONT)
        failed = [answer for answer in load.answers if answer.status != 200]
        ended = [answer for answer in load.answers if b'"time_limit"' in answer.body]
        self.report.add("frozen executors", "exactly one request of each ends, at its limit; what stood behind it runs",
                        f"{len(frozen)} frozen: {statuses(load.answers)}; {len(ended)} ended at the limit; "
                        f"slowest {max(one.seconds for one in load.answers):.2f} s",
                        holds=not failed and 1 <= len(ended) <= len(frozen))  # fmt: skip

    async def kill_node(self) -> None:
        """Kill a node process."""
        async with self.load().running() as load:
            await asyncio.sleep(1)
            killed = time.monotonic()
            in_flight = len(load._tasks)
            os.kill(self.workers()[0], signal.SIGKILL)
            await asyncio.sleep(8)
        failed = [answer for answer in load.answers if answer.status != 200]
        late = [answer for answer in failed if answer.sent > killed + 2]
        self.report.add("node dies", "only requests in flight on it fail",
                        f"{statuses(load.answers)}; {in_flight} in flight; {len(late)} failed later than 2 s after",
                        holds=not late and len(failed) <= in_flight + 3)  # fmt: skip

    async def restart(self) -> None:
        """Replace all nodes again and again."""
        async with self.load().running() as load:
            for _ in range(self.options.restarts):
                process = await asyncio.create_subprocess_exec(
                    sys.executable, "-m", "node.commands", "restart", "--folder", str(self.cluster.folder),
                    stdout=subprocess.DEVNULL,
                )  # fmt: skip
                if await process.wait():
                    raise RuntimeError("the restart failed")
        failed = [answer for answer in load.answers if answer.status != 200]
        self.report.add("rolling restart", "no failed request",
                        f"{self.options.restarts} restarts of {self.options.nodes} nodes: {statuses(load.answers)}",
                        holds=not failed)  # fmt: skip

    async def freeze_node(self) -> None:
        """Stop a node process without ending it."""
        worker = self.workers()[-1]
        async with self.load().running() as load:
            await asyncio.sleep(1)
            frozen = time.monotonic()
            os.kill(worker, signal.SIGSTOP)
            log = self.cluster.folder / "logs" / "balancer.log"
            known = log.stat().st_size
            while b" is out: silent" not in log.read_bytes()[known:]:  # noqa: ASYNC110 - a file has no event
                await asyncio.sleep(0.01)
            out = time.monotonic() - frozen
            await asyncio.sleep(3)
            os.kill(worker, signal.SIGCONT)
            await asyncio.sleep(3)
        after = load.since(frozen + out + 1)
        failed = [answer for answer in after if answer.status != 200 or answer.seconds > 2]
        self.report.add("frozen node", "out within 2 s",
                        f"out after {out:.2f} s; sent later than a second after that: {statuses(after)}, "
                        f"{len(failed)} failed or slow",
                        holds=out < 2.0 and not failed)  # fmt: skip

    async def lose(self, name: str, number: signal.Signals, promise: str) -> None:
        """Freeze or kill a service that nodes can do without."""
        async with self.load().running() as load:
            await asyncio.sleep(3)
            before = time.monotonic()
            pid = self.pid_of(name)
            os.kill(pid, number)
            await asyncio.sleep(5)
            if number == signal.SIGSTOP:
                os.kill(pid, signal.SIGCONT)
            await asyncio.sleep(1)
        quiet = [answer.seconds for answer in load.since(0, before)]
        broken = load.since(before)
        failed = [answer for answer in broken if answer.status != 200]
        more = share_of([answer.seconds for answer in broken], 0.5) - share_of(quiet, 0.5)
        what = "frozen" if number == signal.SIGSTOP else "killed"
        self.report.add(f"{name} {what}", promise,
                        f"{statuses(broken)}; p50 {more:+.1f} ms, worst {max(one.seconds for one in broken):.2f} s",
                        holds=not failed)  # fmt: skip

    async def lose_postgres_in_use(self, number: signal.Signals) -> None:
        """Kill or freeze Postgres under scripts that use it."""
        pid = self.pid_of("postgres")
        async with self.load(SELECT, rate=5).running() as load:
            await asyncio.sleep(3)
            frozen = time.monotonic()
            stopped = [pid, *(processes.children(pid) if number == signal.SIGSTOP else ())]
            for one in stopped:
                os.kill(one, number)
            await asyncio.sleep(5)
            for one in stopped if number == signal.SIGSTOP else ():
                with contextlib.suppress(ProcessLookupError):
                    os.kill(one, signal.SIGCONT)
        during = load.since(frozen, frozen + 2)
        slow = [answer for answer in during if answer.status != 200 or answer.seconds > 1.5]
        what = "frozen" if number == signal.SIGSTOP else "killed"
        self.report.add(f"postgres {what} in use", "a PDOException within 1 s",
                        f"{statuses(load.answers)}; in the 2 s after: "
                        f"{sum(b'gone' in one.body for one in during)} of {len(during)} got the exception, "
                        f"slowest {max((one.seconds for one in during), default=0):.2f} s",
                        holds=not slow)  # fmt: skip

    async def overload(self) -> None:
        """Send five times of what the cluster can do."""
        await Overload(self.cluster, self.report, self.options).run()

    async def run(self) -> None:
        """Everything, one after the other."""
        no_error = "no error, at most 20 ms added to at most five calls"
        steps = {
            "executors": self.kill_executors, "node": self.kill_node, "freeze": self.freeze_node,
            "redis-frozen": lambda: self.lose("redis", signal.SIGSTOP, no_error),
            "redis-killed": lambda: self.lose("redis", signal.SIGKILL, no_error),
            "postgres": lambda: self.lose("postgres", signal.SIGKILL, "scripts without it unaffected"),
            "postgres-used": lambda: self.lose_postgres_in_use(signal.SIGKILL),
            "postgres-frozen": lambda: self.lose_postgres_in_use(signal.SIGSTOP),
            "executors-frozen": self.freeze_executors, "overload": self.overload, "restart": self.restart,
        }  # fmt: skip
        for name, step in steps.items():
            if not self.options.only or name in self.options.only:
                await step()
                await asyncio.sleep(2)


def main() -> int:
    """Run what is asked for; the exit status is 1 when a promise is broken."""
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("--rate", type=float, default=100.0, help="requests a second")
    cli.add_argument("--nodes", type=int, default=2)
    cli.add_argument("--executors", type=int, default=2)
    cli.add_argument("--kills", type=int, default=20)
    cli.add_argument("--restarts", type=int, default=20)
    cli.add_argument("--overload-seconds", type=float, default=8.0)
    cli.add_argument("--rounds", type=int, default=600_000, help="of the loop in each script of the overload")
    cli.add_argument("--port", type=int, default=22700)
    cli.add_argument("--only", action="append", help="one of the steps")
    cli.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", help="a setting of the nodes")
    options = cli.parse_args()
    settings = {f"HOWDAH_{name}": value for name, _, value in (text.partition("=") for text in options.set)}
    print(f"load average {os.getloadavg()[0]:.1f} on {len(os.sched_getaffinity(0))} cores")
    with (
        tempfile.TemporaryDirectory(prefix="howdah-chaos-") as name,
        running_cluster(Path(name) / "c", options.port, options, settings) as cluster,
    ):
        # The clients of a real cluster have processors of their own; these have to share them with it.
        with contextlib.suppress(PermissionError):
            os.nice(CLIENT_NICENESS)
        chaos = Chaos(cluster, options)
        uvloop.run(chaos.run())
    return 0 if all(holds for *_rest, holds in chaos.report.rows) else 1


if __name__ == "__main__":
    sys.exit(main())
